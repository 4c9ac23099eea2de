#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include <fleks/errors/fact.hpp>
#include <fleks/facts/ledighedsydelse_facts.hpp>
#include <fleks/facts/options.hpp>
#include <fleks/facts/year_facts.hpp>
#include <fleks/rates/rate_table.hpp>
#include <fleks/rules/rule.hpp>
#include <fleks/values/calendar.hpp>

namespace fleks {

/// The law of a month as an expression over whole numbers, which any machine that has integers computes exactly.
///
/// Made by the same text of the law as the amounts: what is said of a wage is said of the name of a wage. Facts and rates
/// stand by name; an amount with shares in it is counted in pieces of an øre, so that nothing divides but a rounding.
/// Source: LAB §§ 123-124, 137-138 a, BEK-FLT, by the rule of each step.
/// Example: the step `taper` of March 2024 counts hundredths of an øre, 30 for each øre of wage up to the threshold.
class Formula {
 public:
  /// What a node does with those it is made `of`.
  enum class Op : std::uint8_t {
    constant,         ///< `number`
    fact,             ///< the fact in place `number`
    rate,             ///< the rate in place `number`
    sum,              ///< of[0] + of[1]
    difference,       ///< of[0] − of[1]
    product,          ///< of[0] × of[1]
    quotient,         ///< of[0] ÷ of[1], rounded down; neither is negative
    least,            ///< the smaller of the two
    above_zero,       ///< of[0], or 0 where it is negative
    if_positive,      ///< of[1] where of[0] > 0, else of[2]
    if_not_negative,  ///< of[1] where of[0] ≥ 0, else of[2]
  };
  /// One operation; those it is made of stand before it.
  struct Node {
    Op op{};                                                     ///< what it does
    std::int64_t number = 0;                                     ///< a constant, or the place of a fact or rate
    std::array<int, 3> of{};                                     ///< nodes before this one
    friend bool operator==(const Node&, const Node&) = default;  ///< the same operation
  };
  /// A fact by name, counted in `pieces` of its unit: øre in 1, hours in 10.000.
  struct FactInput {
    Fact fact{};              ///< which
    std::int64_t pieces = 1;  ///< of an øre, an hour, a day
  };
  /// A rate by name, likewise; a percentage in `pieces` of the whole, as fine as the table's rows need.
  struct RateInput {
    RateKey key{};            ///< which
    std::int64_t pieces = 1;  ///< of an øre, an hour, the whole
  };
  /// A step of the calculation: an amount that the law names.
  struct Step {
    std::string_view name;    ///< as in the month's JSON: `before_ceiling`
    Rule rule{};              ///< the rule that gives it
    int node = 0;             ///< its place
    std::int64_t pieces = 1;  ///< of an øre
  };
  /// A ceiling that is not known is this one, which nothing reaches: ten times the largest amount, in øre.
  static constexpr std::int64_t no_ceiling = 100'000'000'000;

  std::vector<Node> nodes{};       ///< each after those it is made of
  std::vector<FactInput> facts{};  ///< in the order of the nodes' `number`
  std::vector<RateInput> rates{};  ///< likewise
  std::vector<Step> steps{};       ///< in the order of calculation

  /// The count of a node for facts and rates in their pieces, or nothing where 64 bits do not hold it.
  [[nodiscard]] std::optional<std::int64_t> value(int node, std::span<const std::int64_t> facts_counted,
                                                  std::span<const std::int64_t> rates_counted) const;
  /// The step of that name, or null.
  [[nodiscard]] const Step* step(std::string_view name) const noexcept;
};

/// A rate in whole pieces. Example: 30 pct. in hundredths of the whole is 30, and 0 where the scheme had not begun (FLT-19).
/// Nothing where the month has no such rate.
[[nodiscard]] std::optional<std::int64_t> counted(const Formula::RateInput& rate, Month month, const RateTable& rates) noexcept;

/// The month of fleksløntilskud by the law of `month` and the default choices, over the facts that are named; the others are not there.
///
/// Known facts: `am_income`, `benefits_in_kind`, `own_pension`, `employer_pension`, `holiday_supplement`, `other_wage`,
/// `care_income` (which counts from 2024), `daily_benefit`, `unclaimed_benefit`, `ledighedsydelse_days`, `ledighedsydelse`
/// (to March 2022), `ceiling`, `paid_hours`. Rates are names: the same formula serves every month with the same reading of the law.
/// Steps: `wage, all_wage, taper, before_ceiling, under_ceiling, due, fleksloentilskud, own_atp, payout, public_atp,
/// obligatory_pension`; `public_atp` only where `paid_hours` is named.
[[nodiscard]] Formula formula_of_month(Month month, const RateTable& rates, std::span<const Fact> facts);

/// A formula and what its facts are.
struct FormulaOfFacts {
  Formula formula{};                   ///< by name what is a whole number of øre, or of hours in 10.000
  std::vector<std::int64_t> counts{};  ///< of `formula.facts`, in their pieces
};
/// The month of such facts, as a month of a case has them: amounts by name, and as they are the part of the month that the job covers, the
/// share of holiday days, and what of an amount is no whole øre. Steps as above. Nothing where the pay or a pension has another form
/// than kroner a month, or a ceiling has no rate. Example: a job that covers 13 of 22 weekdays has 13 / 22 in its formula.
[[nodiscard]] std::optional<FormulaOfFacts> formula_of_facts(const MonthFacts& facts, const RateTable& rates, const Options& options);

/// A month's ledighedsydelse of a class by the law of `month`, over the facts that are named; the others are not there.
///
/// Known facts: `am_income`, `own_pension`, `employer_pension`, `replacing_income`, `paid_out_holiday_allowance`, `self_employed_hours` (in
/// 10.000; where the month has a conversion rate), and days in 10.000: `entitled_weekdays` (all of the month's where it is not named),
/// `sanction_days`, `untaken_holiday_days`, `holiday_days`, with `holiday_pay_per_day`. The weekdays of the month are a number in the
/// formula. A missed meeting (LY-12) has no formula. `provider` decides the limit of ATP of class `full` (LY-13). Steps: `part_base,
/// income, offset, holiday_reduction, holiday_top_up, due, ledighedsydelse, own_atp, payout, public_atp, obligatory_pension`. Example: May
/// 2022, class `full`: `ledighedsydelse` of an income of 3.000 kr. is 1.632.200 øre.
[[nodiscard]] Formula formula_of_ledighedsydelse(Month month, BenefitClass of, bool provider, const RateTable& rates,
                                                 std::span<const Fact> facts);

/// The normal-wage ceiling from the hourly pay of full time and its parts (LOFT-3), over the facts that are named.
///
/// Known facts: `ceiling_hourly`, `ceiling_supplements`, `ceiling_bonus`, `ceiling_pension` (a share in 1.000.000 of the whole),
/// `ceiling_holiday_supplement`. Steps: `base, normal_wage_ceiling`, both exact in pieces of an øre. Example: 200 kr. an hour is a `base`
/// of 9.620.000 thirds of an øre.
[[nodiscard]] Formula formula_of_ceiling(const RateTable& rates, std::span<const Fact> facts);

/// A month of work at so many hours a week and what is left of it after tax (*fra brutto til netto*), for a citizen of whom only the year,
/// the birth year and whether single with children are read: those facts decide which text there is. Housing benefit, daycare, child
/// benefit, transport and union fee, and a week without work, have no formula.
///
/// Known facts: `weekly_hours` (in 100, present), `intensity` (a share in 100), `hourly_wage`, `own_pension`, `employer_pension`,
/// `municipal_tax`, `church_tax` (shares in 10.000), `other_income`, `ceiling`; without a ceiling it is that of the same hourly wage and
/// employer's pension at full time. Steps, each in whole øre as in a row of the net picture: `gross_pay, own_pension, employer_pension,
/// wage_atp_own, wage_atp_employer, fleksloentilskud, subsidy_atp_own, public_atp, obligatory_pension, am_contribution, tax, in_hand,
/// pension_saved`. What stands between them does not fit 64 bits. Example: 2024, 200 kr., 18 hours, no pension: `gross_pay` is 1.560.000.
[[nodiscard]] Formula formula_of_hours(const Citizen& citizen, const RateTable& rates, const Options& options, std::span<const Fact> facts);

}  // namespace fleks
