#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include <fleks/facts/case.hpp>
#include <fleks/rules/step.hpp>
#include <fleks/statement/ledighedsydelse_statement.hpp>
#include <fleks/statement/month_statement.hpp>

namespace fleks {

/// What the citizen lives on on some days of a month.
enum class Living : std::uint8_t {
  fleksjob,
  other_work,
  daily_benefit,       ///< sickness, maternity or bereavement without pay
  paid_holiday,        ///< from the employer or FerieKonto
  holiday_on_benefit,  ///< on ledighedsydelse
  unpaid_holiday,
  ledighedsydelse,
  sanction,     ///< on ledighedsydelse, with a sanction (LY-12)
  right_ended,  ///< a second sanction has ended the right (LY-12)
  nothing_known,
  old_scheme,  ///< a fleksjob begun before 2013: its subsidy is paid to the employer (LAB § 133)
};

/// Days of a month on which the citizen lives on the same.
struct LivingDays {
  Period days{};                                                           ///< the days, both counted
  Living on{};                                                             ///< what the citizen lives on in them
  std::uint32_t employment = 0;                                            ///< which, where it is a job
  friend bool operator==(const LivingDays&, const LivingDays&) = default;  ///< member by member
};

/// Whether a fact counts in a month, and if not why (FLT-25).
enum class Counts : std::uint8_t {
  yes,
  better_source,           ///< another source goes first (BEK-FLT § 14)
  real_wage_known,         ///< an expected wage, and the real one is known (FLT-20)
  after_the_job,           ///< the last wage of an ended job is not deducted once more (FLT-21)
  before_ledighedsydelse,  ///< wage of a fleksjob for days before the ledighedsydelse began (LY-5)
  bonus_on_benefit,        ///< pay for several months is not offset in ledighedsydelse (LY-7)
  no_wage_by_kind,         ///< income of that kind is no wage: fleksløntilskud is not reduced by it (FLT-5)
  only_with_holiday,       ///< feriegodtgørelse counts with the holiday (FLT-15)
  surplus_unknown,         ///< of a side business hours are known and not the surplus, which is what counts (FLT-7)
  hours_unknown,           ///< of a side business the surplus is known and not the hours, by which ledighedsydelse is offset (LY-6)
  not_yet_law,             ///< care income before 2024 (FLT-7)
  by_choice,               ///< an option leaves it out
  neither_benefit,         ///< in a month with neither fleksløntilskud nor ledighedsydelse
  out_of_scope,            ///< of a fleksjob begun before 2013 (LAB § 133)
  other_months,            ///< belongs to months that are not shown
  not_known_yet,           ///< becomes known later
  corrected,               ///< a later fact takes its place
  no_benefit_paid,         ///< another benefit for days for which no ledighedsydelse was paid (KOR-4)
  ended_right,             ///< a second sanction: it takes no days, it ended the right (LY-12)
};

/// A fact that a month was computed from, or that was known and does not count in it.
struct FactUsed {
  /// Which list of the case the fact stands in.
  enum class Kind : std::uint8_t {
    wage,
    ceiling,
    daily_benefit,
    holiday,
    benefit_period,
    sanction,
    income,
    unclaimed_benefit,
    day_sanction,
    back_payment,
  };
  Kind kind{};                   ///< which list
  std::uint32_t index = 0;       ///< in the case's list of that kind; of the employment's for a ceiling
  std::uint32_t employment = 0;  ///< for wage and ceiling
  Exact amount{};                ///< what of it counts in the month, where it is an amount
  Counts counts = Counts::yes;   ///< or why it does not
  friend bool operator==(const FactUsed&, const FactUsed&) = default;  ///< member by member
};

/// Holiday earned and left at the end of a month, in the ferieår that then runs (FERIE-1, LY-8, LY-11).
struct HolidayAccount {
  Exact earned_with_pay{};      ///< days earned in jobs
  Exact held_with_pay{};        ///< days held with pay or feriegodtgørelse
  Exact left_with_pay{};        ///< days with pay that are left
  Exact left_of_year_before{};  ///< with pay, of the ferieår before, to be held by 31 December
  Exact earned_on_benefit{};    ///< days earned on ledighedsydelse
  Exact held_on_benefit{};      ///< days held on ledighedsydelse
  Exact left_on_benefit{};      ///< in a fleksjob what of 25 days is not earned with pay
};

/// Whether a month could be computed.
enum class MonthStatus : std::uint8_t {
  computed,
  unknown,   ///< a fact is missing that decides the amount: `missing` names it
  no_right,  ///< neither fleksløntilskud nor ledighedsydelse: `reason` names the rule
};
/// Example: `no_right`.
[[nodiscard]] std::string_view to_text(MonthStatus status) noexcept;

/// A fact that a month lacks.
struct MissingFact {
  /// Which fact.
  enum class Kind : std::uint8_t {
    wage,
    ceiling,
    hours,
    holiday_pay,
    full_time_supplement,
    capped,       ///< the subsidy is above the level it is capped at in a criminal case, which is not computed here (FLT-26)
    holiday_tax,  ///< what makes gross a feriegodtgørelse that is known after tax: its tax, or its percentage and deduction (FLT-15)
  };
  Kind kind{};                   ///< which fact
  std::uint32_t employment = 0;  ///< of which job
  Month month{};                 ///< of which month
  bool decides = true;           ///< without it the amount is unknown; else it is computed without it, and says so
  std::uint32_t index = 0;       ///< of which wage or holiday, where it is one's
  std::uint32_t item = 0;        ///< of which supplement of the wage; of `holiday_tax` 1 where `index` is a holiday's
  friend bool operator==(const MissingFact&, const MissingFact&) = default;  ///< member by member
};

/// On which month's wage a month's fleksløntilskud rests, job by job (FLT-1, FLT-20).
struct Basis {
  std::uint32_t employment = 0;                                  ///< which job
  Month wage_month{};                                            ///< whose wage
  Rule rule{};                                                   ///< FLT-1: of the month before; FLT-20, FLT-22: of the month itself
  bool expected = false;                                         ///< the expected wage, until the real one is known
  friend bool operator==(const Basis&, const Basis&) = default;  ///< member by member
};

/// What a month's fleksløntilskud would be were a missing fact the other way.
struct Otherwise {
  MissingFact missing{};     ///< which fact decides
  Money fleksloentilskud{};  ///< the subsidy then
};

/// One month of a case.
struct CaseMonth {
  Month month{};                                        ///< the month
  MonthStatus status = MonthStatus::computed;           ///< whether it could be computed
  std::optional<Rule> reason{};                         ///< why there is no right
  std::vector<MissingFact> missing{};                   ///< what is not known and would be needed
  std::vector<Basis> basis{};                           ///< on which wage the subsidy rests
  std::vector<Otherwise> otherwise{};                   ///< the result where a missing fact would decide it
  std::vector<LivingDays> days{};                       ///< the month's own days
  bool in_fleksjob = false;                             ///< a fleksjob in the month
  std::optional<MonthStatement> subsidy{};              ///< the subsidy, in a month with a fleksjob
  std::optional<LedighedsydelseStatement> benefit{};    ///< ledighedsydelse, in a month with days on it
  Month income_month{};                                 ///< whose income ledighedsydelse is offset by (LY-5)
  Money payout{};                                       ///< of both, after own ATP
  int benefit_months = 0;                               ///< whole months on ledighedsydelse since the last fleksjob (LY-14)
  int benefit_months_of_24 = 0;                         ///< months on ledighedsydelse of the last 24, LY-14
  bool review_due = false;                              ///< 12 months
  bool long_term = false;                               ///< 18 of the last 24 months
  HolidayAccount holiday{};                             ///< holiday days, earned and held
  std::vector<FactUsed> facts{};                        ///< only when asked for
  std::vector<MonthFacts> subsidy_facts{};              ///< what `subsidy` is computed from; two where a fleksjob follows another; likewise
  std::optional<LedighedsydelseFacts> benefit_facts{};  ///< what `benefit` is computed from; likewise
  std::vector<Step> steps{};                            ///< only when asked for
};

/// A case's months in a row.
struct CaseStatement {
  std::optional<Date> as_of{};      ///< only what was known on this day was used; none: all
  std::vector<CaseMonth> months{};  ///< one a month, in order
  std::vector<FactUsed> unused{};   ///< facts that count in none of them, each with its reason; only when explained
};

/// What is asked of a case.
struct CaseQuestion {
  std::optional<Date> as_of{};   ///< only what was known that day; all that is known when not given
  std::optional<Month> first{};  ///< the case's own months when not given
  std::optional<Month> last{};   ///< the last month; none: the case's
  bool explained = false;        ///< with steps and facts
};

/// The case month by month: fleksløntilskud, ledighedsydelse, payout, holiday and counters, from what was known at
/// `as_of`. Each month goes through `fleksloentilskud` and `ledighedsydelse`; the case adds which facts belong to
/// it: FLT-6, 15, 16, LOFT-5, LY-1, 2, 8, 11, 12, 14, FERIE-1 to FERIE-7.
///
/// Whole øre: a payment over several months is divided so that its parts sum to it. Errors: the first of
/// `problems`, a month that is not one of the case's, or a rate that is not there. Pure and safe from any thread.
/// Example: a case whose wage report of February came in April has a subsidy of 0 for March as of 31 March, and
/// its full subsidy as of 30 April.
[[nodiscard]] Result<CaseStatement> case_statement(const CheckedCase& facts, const RateTable& rates, const CaseQuestion& question = {});
/// The same of a case that has not been looked through.
[[nodiscard]] Result<CaseStatement> case_statement(const Case& facts, const RateTable& rates, const CaseQuestion& question = {});

/// The day a month is decided: the case's own date, or the last weekday of the month.
[[nodiscard]] Date decision_date(const Case& facts, Month month) noexcept;
/// The day on which the last of the case's facts became known, or its last correction was settled.
[[nodiscard]] Date last_known(const Case& facts) noexcept;

}  // namespace fleks
