#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <fleks/facts/month_facts.hpp>
#include <fleks/facts/options.hpp>
#include <fleks/rates/rate_table.hpp>
#include <fleks/rules/rule.hpp>
#include <fleks/statement/explained.hpp>

namespace fleks {

/// The known ways of computing a month wrongly, the commonest first: this order ranks those that explain an
/// amount equally well. Pension, the ceiling, the months and other wage lead, as the outside checks of the
/// municipalities' cases found them; slips of a calculation sheet come last.
enum class Misreading : std::uint8_t {
  // the wage
  pension_left_out_of_wage,  ///< own and employer's, where there are both
  employer_pension_left_out_of_wage,
  own_pension_left_out_of_wage,
  own_pension_counted_twice,  ///< added to a pay that it is inside
  // the ceiling
  pension_left_out_of_ceiling,           ///< the percentage of the parts; of a stated ceiling the kroner of own and employer's
  employer_pension_left_out_of_ceiling,  ///< of a stated ceiling, the employer's kroner
  pension_share_left_out_of_ceiling,     ///< of a stated ceiling, the same shares of it as of the wage
  employer_pension_share_left_out_of_ceiling,
  supplements_left_out_of_ceiling,
  bonus_left_out_of_ceiling,
  ceiling_not_raised_for_holiday_supplement,
  ceiling_ignored,
  ceiling_in_part_time,  ///< reduced to the paid hours
  // which month
  wage_of_same_month,
  wage_of_two_months_before,
  rates_of_year_before,
  rates_of_year_after,
  rates_of_wage_month,     ///< where the options say the subsidy month
  rates_of_subsidy_month,  ///< the other way about
  // other income
  other_wage_ignored,
  other_wage_under_ceiling,       ///< counted there, where the law or the options say it is not
  other_wage_not_under_ceiling,   ///< the other way about: the law until June 2014
  benefits_under_ceiling,         ///< counted there, where they are not
  benefits_not_under_ceiling,     ///< the other way about: the law until 2023
  care_income_not_under_ceiling,  ///< care income left out under the ceiling
  threshold_for_each_job,
  daily_benefit_ignored,
  unclaimed_benefit_ignored,  ///< a benefit that is deducted as if paid
  daily_benefit_as_wage,
  care_income_ignored,
  // the taper
  high_share_of_all_wage,
  low_share_of_all_wage,
  no_taper,
  // holiday
  holiday_days_ignored,
  holiday_days_by_another_rule,   ///< the days' share for the benefit paid, or the other way about: the rule of other years
  holiday_days_of_calendar_days,  ///< days / days of the month (of the subsidy, or of the wage)
  holiday_days_of_weekdays,       ///< days / weekdays of the month
  holiday_days_of_30,
  holiday_days_of_22,
  holiday_days_of_21,
  holiday_days_of_20,
  holiday_days_before_ceiling,
  holiday_supplement_left_out_of_wage,
  holiday_allowance_counted_twice,
  // ATP
  own_atp_subtracted_from_subsidy,  ///< the payout taken for the subsidy
  own_atp_added_to_subsidy,
  own_atp_counted_in_wage,
  own_atp_left_out_of_wage,  ///< where the options count it
  own_atp_taken_out_twice,
  atp_counted_in_wage,  ///< own and employer's
  obligatory_pension_subtracted,
  // the rest
  benefits_in_kind_counted,
  intensity_ignored,
  part_month_not_reduced,
  part_month_ceiling_not_reduced,
  part_month_by_calendar_days,
  full_unemployment_benefit_as_base,
  no_wage_yet_paid,
  ceiling_before_taper,
  ceiling_before_daily_benefit,
  // rounding
  rounded_to_krone,
  krone_rounded_down,
  oere_rounded_down,
  deductions_rounded_to_krone,
  rounded_to_oere,  ///< where the options say the krone
};

/// How many misreadings are known.
inline constexpr std::size_t misreading_count = static_cast<std::size_t>(Misreading::rounded_to_oere) + 1;

/// The name scripts use. Example: `employer_pension_left_out_of_wage`.
[[nodiscard]] std::string_view to_text(Misreading misreading) noexcept;
/// The misreading of that name, or nothing.
[[nodiscard]] std::optional<Misreading> misreading(std::string_view id) noexcept;
/// The rule it breaks.
[[nodiscard]] Rule broken_rule(Misreading misreading) noexcept;
/// Whether two can be made in one month: not two years' rates, or two ways of counting the same days.
[[nodiscard]] bool can_be_made_together(Misreading a, Misreading b) noexcept;
/// What an officer may know beside the month's own facts; each opens a misreading that cannot be seen without it.
struct AuditFacts {
  /// Pay of another month, in the form of the month's own pay; a month's pay where that is given by the hour.
  /// Pension in kroner stays as it is, pension in per cent follows.
  std::optional<Money> pay_of_same_month{};
  /// AM income of the month two before the subsidy month, for a wage taken a month too early.
  std::optional<Money> pay_of_two_months_before{};
  bool paid_out = false;      ///< what was paid is known as the payout, after own ATP
  Money holiday_allowance{};  ///< *feriegodtgørelse* of the month, already counted in the wage (FLT-15)
  // What of a stated ceiling is what; of a ceiling from its parts that is known.
  Money ceiling_supplements{};  ///< the part of a stated ceiling that is supplements, a month
  Money ceiling_bonus{};        ///< the part of it that is fixed bonus, a month
  Percent ceiling_pension{};    ///< employer's, on base, supplements and bonus

  friend bool operator==(const AuditFacts&, const AuditFacts&) = default;  ///< member by member
};

/// One misreading, or two at once, and the subsidy they give.
struct AuditExplanation {
  std::array<Misreading, 2> which{};  ///< the first `count` of them hold
  std::uint8_t count = 0;             ///< one, or two at once
  Money amount{};                     ///< what they give
  Money distance{};                   ///< from what was paid, without sign; zero when they explain it exactly

  /// The one or two mistakes.
  [[nodiscard]] std::span<const Misreading> misreadings() const noexcept { return {which.data(), count}; }
  /// Whether it gives the amount that was paid to the øre.
  [[nodiscard]] bool exact() const noexcept { return distance == Money{}; }
};

/// A payment, and what is known of its month.
struct PaidMonth {
  MonthFacts month{};  ///< the month
  Money paid{};        ///< the fleksløntilskud that was paid
  AuditFacts more{};   ///< what the month itself has no use for
};

/// What was found of one payment.
struct Audit {
  using Facts = PaidMonth;  ///< what it is made from
  Month month{};            ///< the subsidy month
  Month rates_month{};      ///< whose rates were used (FLT-2)
  Money due{};              ///< what is due, FLT-14; less own ATP where the payout was asked about
  Money paid{};             ///< what was paid
  Money difference{};       ///< due − paid: above zero to be paid out, below zero paid too much
  bool right = false;       ///< paid is due, to the øre
  bool is_payout = false;   ///< what was paid is what is due less own ATP (FLT-17): it is right too
  /// FLT-16: a ferietillæg was paid and the ceiling's rise is not known, so that what is due may be more.
  bool ceiling_rise_unknown = false;
  /// The best first: exact before near, one misreading before two, then by distance, then by the order of
  /// `Misreading`. Near ones only where nothing is exact. Empty when the payment is right.
  std::vector<AuditExplanation> explanations{};
  /// The whole wage L, or the ceiling, that would have given what was paid, the other facts being as they are;
  /// only where nothing explains it exactly.
  std::optional<Money> wage_that_fits{};
  std::optional<Money> ceiling_that_fits{};  ///< the ceiling under which what was paid would be right, where there is one
};

/// How far from what was paid a misreading may lie and still be named, as near and not exact.
inline constexpr Money audit_tolerance = Money::oere(100);
/// The most pairs that are named.
inline constexpr std::size_t most_audit_pairs = 20;

/// Whether the amount paid for a month is right, and if not, which known misreading gives it.
///
/// Every misreading is a change of the month's facts, rates or order, computed by the same text of the law as the
/// month itself; those that change nothing in this month are not considered, and a pair only where each of the two
/// matters. A reform's policy in `options` is not considered. Errors as `fleksloentilskud()`.
/// Pure and safe from any thread. Source: the rule each misreading breaks (`broken_rule`).
/// Example: `audit(facts, Money::kroner(15'632), rates)` of a month where an employer's pension of 1.200 kr. makes
/// 15.272 kr. right is not right, difference −360,00 kr., first explanation `employer_pension_left_out_of_wage`.
[[nodiscard]] Result<Audit> audit(const MonthFacts& facts, Money paid, const RateTable& rates, const Options& options = {},
                                  const AuditFacts& more = {});

/// The first day of the month whose rates hold.
[[nodiscard]] inline Date date_of_rates(const PaidMonth&, const Audit& found) noexcept { return first_day(found.rates_month); }
/// `audit` with all that explains it; the steps are those of what is due. Errors as there.
[[nodiscard]] Result<Explained<Audit>> explained(const PaidMonth& facts, const RateTable& rates, const Options& options = {});

/// The subsidy under a misreading, or two; nothing where they change nothing of the month or cannot be computed.
/// Example: `misread_subsidy(facts, Misreading::ceiling_ignored, rates)` is the subsidy before the ceiling.
/// Where a misreading has several ways (days of the wage month or of the subsidy month), all of them.
[[nodiscard]] std::vector<Money> misread_subsidy(const MonthFacts& facts, std::span<const Misreading> misreadings, const RateTable& rates,
                                                 const Options& options = {}, const AuditFacts& more = {});

}  // namespace fleks
