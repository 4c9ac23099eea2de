#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include <fleks/history/municipal_ledger.hpp>
#include <fleks/reading/refund_file.hpp>

namespace fleks {

/// What of the state's calculation differs from the case's ledger.
enum class RefundDifferenceOf : std::uint8_t {
  share,        ///< a week's refund percentage (KOM-1, KOM-4 to KOM-6)
  amount,       ///< what a week's refund is computed of (KOM-9)
  arithmetic,   ///< a week's refund is not the file's own percentage of the file's own amount
  fleksbidrag,  ///< a month's (KOM-7)
  missing,      ///< a week with an expense that the file does not have
  not_due,      ///< a week that the file has, and the case has no expense of
};

/// What a difference is likely to come from. More than one may fit.
enum class RefundCause : std::uint8_t {
  week_count_one_off,   ///< one week more or less on the count of weeks
  other_week_count,     ///< another step of the staircase: the weeks before the case, or a start over (KOM-2)
  old_rules,            ///< the rules before the staircase: the approval (KOM-4)
  staircase,            ///< the staircase where the case is on the old rules: the approval (KOM-4)
  other_benefit,        ///< the amount, or the percentage, of the other benefit: wrong group
  divided_otherwise,    ///< the month is divided on its weeks by the other kind of days (KOM-9)
  after_own_atp,        ///< the amount paid out, less own ATP
  wage_with_pension,    ///< the wage of the fleksbidrag was taken with pension
  without_wage,         ///< no wage was taken off
  other_months_wage,    ///< the wage of the month before
  without_cap,          ///< the cap was not used
  other_base,           ///< the share was taken of the other base (the option `fleksbidrag_base`)
  rounded_otherwise,    ///< within a krone
  share_is_not_lowest,  ///< fleksbidrag follows the week count: the file's percentage is not that of the last step, or only the file's is
};

/// One thing that differs. Money is exact øre.
struct RefundDifference {
  RefundDifferenceOf of{};                       ///< what
  Date week{};                                   ///< the week's Monday; of a fleksbidrag the first day of the month
  RefundRowKind kind{};                          ///< of which benefit
  int weeks = 0;                                 ///< the weeks with benefits that the case has then
  std::optional<Exact> file{}, due{};            ///< the percentage as a share, or the amount: the file's and the law's; none: not there
  std::optional<Exact> file_refund{}, refund{};  ///< the refund of the week, or the fleksbidrag: the file's and the law's
  std::vector<RefundCause> causes{};             ///< the likeliest first; none: not known
  std::int64_t line = 0;                         ///< of the file; 0: it has none
};

/// The state's calculation held against a case.
struct RefundCheck {
  std::vector<RefundDifference> differences{};  ///< by week
  int rows = 0;                                 ///< of the file
  int compared = 0;                             ///< weeks and benefits, and months with fleksbidrag, that were held against the case
  int other_rows = 0;                           ///< rows of other benefits
  int outside = 0;                              ///< rows of weeks that the case has not, or cannot compute
  int partly = 0;                               ///< rows of weeks partly outside: the percentage was compared, the amount not
  std::optional<Date> first{}, last{};          ///< the first and last week of the file
  Exact file_refund{}, refund{};                ///< refund of the weeks whose amounts were compared
  Exact file_fleksbidrag{}, fleksbidrag{};      ///< of the months that were compared
};

/// Holds a file of the state's calculation against the case's own ledger: each week's percentage (KOM-1, KOM-4 to KOM-6) and
/// amount (KOM-9), and each month's fleksbidrag (KOM-7), with what is likely to have caused each difference.
///
/// Amounts are the same within one øre, the fleksbidrag when it is the same. A likely cause is one that gives exactly the file's
/// figure when it is put into the rules. Rows of one week and benefit are added; a fleksbidrag belongs to the month of its date.
/// Errors: as `municipal_ledger`. Pure, safe from any thread.
/// Example: a file with 30 pct. in a week that the case counts as the 53rd differs by a week count that is one off.
[[nodiscard]] Result<RefundCheck> refund_check(const CheckedCase& facts, const RateTable& rates, std::span<const RefundRow> rows,
                                               const LedgerQuestion& question = {});

}  // namespace fleks
