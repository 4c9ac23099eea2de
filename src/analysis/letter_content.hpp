#pragma once

#include <optional>
#include <vector>

#include <fleks/analysis/correction.hpp>
#include <fleks/statement/citizens_tax.hpp>

// What a letter to the citizen says, before it is said: which kind of letter it is, and every amount of it.

namespace fleks {

/// What the letter is. Only some of them are decisions.
enum class LetterKind : std::uint8_t {
  decision,     ///< the month is computed
  preliminary,  ///< on an expected wage, or without a ceiling that may lower it (FLT-20, LOFT-1)
  no_right,     ///< there is no right in the month
  unknown,      ///< no decision: a fact is missing
  back_pay,     ///< months are computed again: more is paid
  hearing,      ///< no decision: before anything is recovered (forvaltningsloven § 19)
  regulation,   ///< what was paid too much is taken in later months (KOR-2)
  repayment,    ///< what was paid too much and is not regulated: repaid, or kept (KOR-3)
  unchanged,    ///< no decision: months are computed again, and none differs
  claim,        ///< the same, and another benefit for the same time is reduced (KOR-4)
};
/// Whether the letter decides anything, so that it can be complained of.
[[nodiscard]] constexpr bool is_decision(LetterKind kind) noexcept {
  return kind != LetterKind::unknown && kind != LetterKind::hearing && kind != LetterKind::unchanged;
}

/// What of one fact counts as wage or income.
struct LetterIncome {
  FactUsed fact{};
  Exact pay{}, own_pension{}, employer_pension{};  ///< of a wage; they are the fact's amount
  bool expected = false, split = false;            ///< FLT-20; a part of a period over several months
  int months = 1;                                  ///< FLT-6: a share of pay for so many months
  std::optional<std::size_t> supplement{};         ///< FLT-16: which of the record's supplements it is
};

/// A line of the payout; all of them add up to it.
struct LetterLine {
  Rule rule{};
  Exact amount{};             ///< with the sign it has in the payout, whole øre
  std::optional<Exact> of{};  ///< the amount it is a share of
  std::optional<Exact> share{};
};

/// What a rule gives now less what it gave when the month before was decided.
struct LetterChange {
  std::optional<Rule> rule{};  ///< nothing: what was paid was not what was computed
  Exact amount{};
};

/// A reading of the law that mattered: what the other one would give.
struct LetterChoice {
  enum class Of : std::uint8_t {
    rates_of_subsidy_month,
    rates_of_wage_month,
    ceiling_last_day,
    ceiling_first_day,
    ceiling_by_days,
    highest_ceiling,
    lowest_ceiling,
    ceilings_by_hours,
    one_percent_rise,
    no_rise,
    split_by_days,
    split_evenly,
    split_by_disposal,
    holiday_not_offset,
    holiday_offset,
    first_month_own_wage,
    first_month_no_deduction,
    first_month_no_subsidy,
    part_of_subsidy_month,
    part_of_wage_month,
    benefit_own_wage,
    benefit_month_before,
  };
  Of made{};     ///< how the month was computed
  Of other{};    ///< how it could have been read
  Money then{};  ///< the payout then
};

struct LetterContent {
  LetterKind kind{};
  Date date{};        ///< of the letter
  CaseMonth month{};  ///< with facts and steps; of a correction, the last of its months

  std::vector<LetterIncome> wages{};    ///< of the fleksjob; they add up to its wage with `rest_of_wage`
  std::vector<LetterIncome> incomes{};  ///< other wage and income, or what ledighedsydelse is offset by
  Exact rest_of_wage{}, rest_of_incomes{};
  std::vector<LetterLine> lines{};
  Exact under_ceiling{};            ///< wage and subsidy in all, before the ceiling
  bool wage_fills_ceiling = false;  ///< without any subsidy
  Money state_pension{}, state_atp{};

  std::optional<Month> last{};          ///< the month before, where it was decided
  Money more_than_last{};               ///< the payout less what was decided for it
  std::optional<Exact> last_wage{};     ///< the wage it rested on, where that differs
  std::vector<LetterChange> changes{};  ///< add up to what is paid more than for it

  std::vector<std::size_t> ended_by{};  ///< where sanctions have ended the right: the two that did
  std::vector<LetterChoice> choices{};
  std::vector<std::pair<Rule, Month>> rules{};  ///< that the outcome rests on, each once, with the month it was applied in

  std::optional<CitizensTax> tax{};     ///< where what is left after tax is asked for and the letter pays something out
  std::optional<AfterTax> after_tax{};  ///< then, of the month's payout

  std::optional<Correction> correction{};
  std::vector<LetterChange> corrected{};  ///< by rule, over all months; they add up to the difference
  const Hearing* hearing = nullptr;       ///< where the citizen was heard
  Date answer_by{};                       ///< the last day to answer a hearing
};

/// How long the citizen has to answer a hearing: our choice; the law asks for a reasonable time.
inline constexpr std::chrono::days time_to_answer{14};

/// The letter of a month: its decision, or, where the month was decided before and is another now, its correction.
/// Errors as `letter`.
[[nodiscard]] Result<LetterContent> letter_of_month(const Case& facts, const CheckedCase& checked, const RateTable& rates, Month month,
                                                    std::optional<Date> as_of);
/// The letter of a correction of the months `first` to `last`.
[[nodiscard]] Result<LetterContent> letter_of_correction(const CheckedCase& checked, const RateTable& rates, Month first, Month last,
                                                         std::optional<Date> as_of);
/// What the tax card takes of what the letter pays out; nothing where it pays nothing, or corrects what was paid.
/// Errors: as `after_tax`.
[[nodiscard]] std::optional<Error> add_after_tax(LetterContent& content, const Case& facts, const RateTable& rates, const CitizensTax& tax);
/// Every other reading of the law that gives another payout in the month.
[[nodiscard]] std::vector<LetterChoice> choices_that_matter(const Case& facts, const RateTable& rates, const CaseMonth& month, Date as_of);

}  // namespace fleks
