#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <fleks/errors/result.hpp>
#include <fleks/facts/correspondence.hpp>
#include <fleks/facts/holiday_facts.hpp>
#include <fleks/facts/ledighedsydelse_facts.hpp>
#include <fleks/facts/month_facts.hpp>
#include <fleks/facts/options.hpp>

namespace fleks {

/// Where a fact comes from. When two sources contradict each other about the same fact the register goes first,
/// for holiday pay FerieKonto, then the documents of employer and citizen (BEK-FLT § 14).
enum class FactSource : std::uint8_t {
  income_register,  ///< *eIndkomst*
  holiday_account,  ///< *FerieKonto* or a *feriekasse*
  employer,
  citizen,
  municipality,
};

/// What every fact of a case carries: when it became known, from where, and which earlier fact it corrects.
///
/// A correction replaces the fact of that id from the day it is known; `withdrawn` replaces it by nothing. What was
/// known before that day is not lost: a decision made then is computed from it again.
struct FactRecord {
  std::string id{};        ///< unique in the case; only needed by what is corrected
  std::string corrects{};  ///< the id of the fact this one replaces
  bool withdrawn = false;  ///< the corrected fact was wrong and nothing takes its place
  Date known{};            ///< the day it became known: no decision before it uses it; not set: known from the beginning
  FactSource source{};     ///< who says so
};

/// A full-time pay on ordinary terms from a day on (LOFT-5), until the next one of the employment or `to`.
struct DatedCeiling {
  FactRecord record{};       ///< id, day it became known, source
  Date from{};               ///< the first day it holds
  std::optional<Date> to{};  ///< the last day; none: until the next one
  Ceiling ceiling{};         ///< the ceiling of the position
};

/// A job of the citizen: a fleksjob, or other ordinary work.
struct Employment {
  /// A fleksjob, or another job: only its wage counts (FLT-7).
  enum class Kind : std::uint8_t { fleksjob, other };
  std::string id{};                        ///< the id that wages and holidays name
  std::string employer{};                  ///< the name as the citizen knows it
  Kind kind = Kind::fleksjob;              ///< what kind of job
  Date from{};                             ///< the first day
  std::optional<Date> to{};                ///< the last day
  std::optional<Date> end_known{};         ///< when the end became known; the last day when not given
  HolidayKind holiday = HolidayKind::pay;  ///< whether holiday is with pay or with holiday allowance
  std::optional<Hours> weekly_hours{};     ///< paid hours a week, where the wage records have none
  std::vector<DatedCeiling> ceilings{};    ///< the position's ceilings, by day
};

/// A part of a payment that counts in other months than those it was paid with (FLT-6).
struct SpreadPay {
  Money amount{};  ///< the part of the pay that is spread
  Month first{};   ///< the first month it is spread over
  Month last{};    ///< the last month
};

/// *Ferietillæg* and the like: counts in the month it is paid, and raises the ceiling (FLT-16).
struct SupplementPaid {
  /// What is paid for: *ferietillæg*, *fritvalg*, *søgnehelligdage*, or the difference in holiday pay.
  enum class Kind : std::uint8_t { holiday_supplement, free_choice, public_holidays, holiday_difference };
  Kind kind = Kind::holiday_supplement;  ///< what it is paid for
  Money amount{};                        ///< what is paid
  std::optional<Month> first{};          ///< the months it was earned in; by FERIE-5 when not given
  std::optional<Month> last{};           ///< the last month it was earned in
  std::optional<Money> full_time{};      ///< what a full-time employee would have had
};

/// One record of the income register (or another source) of one employment and wage period (rulebook 11).
///
/// `am_income` is field 13 as the register has it. The parts below it stand inside it and are taken out: what
/// counts elsewhere (bonus, supplements, holiday allowance), and what does not count at all (benefits in kind, gifts).
struct WageRecord {
  FactRecord record{};                              ///< id, day it became known, source
  std::size_t employment = 0;                       ///< which of the case's employments
  Period period{};                                  ///< the wage period
  Date disposal{};                                  ///< *dispositionsdato*: when it was at the citizen's disposal
  bool expected = false;                            ///< what the contract gives: until a real record of the month is known (FLT-20)
  bool after_end = false;                           ///< pay for days after the end of the job: notice pay, LG and the like (FLT-24)
  bool in_advance = false;                          ///< paid in advance (*forudlønnet*); the wage month is that of the period all the same
  Money am_income{};                                ///< field 13
  Money b_income{};                                 ///< field 36, from the employment
  Money own_pension{};                              ///< field 147
  Money employer_pension{};                         ///< field 148
  std::optional<Percent> own_pension_share{};       ///< in place of `own_pension`: of the pay before own pension
  std::optional<Percent> employer_pension_share{};  ///< in place of `employer_pension`, likewise
  std::optional<Hours> paid_hours{};                ///< field 200
  Money benefits_in_kind{};                         ///< fields 19, 20, 21, 26
  Money gifts{};                                    ///< gifts and the like from the employer, in the pay and not counted
  Money holiday_allowance{};                        ///< *feriegodtgørelse* to FerieKonto, gross (FLT-15): field 198, or 201
  Money net_holiday_allowance{};                    ///< field 202: the same after tax; alone the gross is not known
  std::optional<Percent> holiday_tax_share{};       ///< *trækprocent* of it, from which the gross is computed (FLT-15)
  Money holiday_tax_deduction{};                    ///< the deduction that was used in its tax
  Money great_prayer_day_supplement{};              ///< *store bededagstillæg*: ordinary wage (FERIE-7)
  std::vector<SpreadPay> spread{};                  ///< parts of the pay that belong to several months
  std::vector<SupplementPaid> supplements{};        ///< supplements that are paid with the month
};

/// *Syge-, barsels-, sorgorlovsdagpenge, ressourceforløbsydelse*: deducted in the month it is paid (FLT-9).
struct DailyBenefit {
  /// *Syge-, barsels- og sorgorlovsdagpenge, ressourceforløbsydelse*.
  enum class Kind : std::uint8_t { sickness, maternity, bereavement, resource };
  FactRecord record{};         ///< id, day it became known, source
  Kind kind = Kind::sickness;  ///< which benefit
  Period period{};             ///< the days it is for
  Date paid{};                 ///< the day it is at the citizen's disposal
  Money amount{};              ///< of the whole period
};

/// Holiday taken, or earned and not taken.
struct HolidayTaken {
  /// How the holiday is held.
  enum class Kind : std::uint8_t {
    paid,             ///< with pay from the employer
    allowance,        ///< with feriegodtgørelse from FerieKonto
    ledighedsydelse,  ///< on ledighedsydelse (LY-11)
    unpaid,           ///< without pay (FERIE-6)
    untaken,          ///< earned days not taken: no ledighedsydelse for them (LY-9)
  };
  FactRecord record{};                      ///< id, day it became known, source
  Kind kind = Kind::paid;                   ///< how it is held
  std::optional<std::size_t> employment{};  ///< from which job, by its place in `employments`; none: from no job
  Period period{};                          ///< the days, both counted
  std::optional<Days> days{};               ///< the weekdays of the period when not given
  std::optional<Money> pay_per_day{};       ///< holiday pay of a day; from what was earned when not given
  std::optional<Money> net_per_day{};       ///< FerieKonto's pay of a day after tax, of which the tax is no amount
  std::optional<Percent> tax_share{};       ///< *trækprocent* of it, from which the gross is computed (FLT-15)
  Money tax_deduction{};                    ///< the deduction a day that was used in its tax
  std::optional<Money> monthly_pay{};       ///< current monthly pay, for FERIE-4 and FERIE-6
  std::optional<Hours> hours_then{};        ///< weekly hours when the holiday was earned (FERIE-4)
  std::optional<Hours> hours_now{};         ///< hours a week when the holiday is held, for FERIE-4
};

/// A period without a job on ledighedsydelse.
struct BenefitPeriod {
  FactRecord record{};                          ///< id, day it became known, source
  Date from{};                                  ///< the first day
  std::optional<Date> to{};                     ///< the last day; none: still
  std::optional<BenefitClass> benefit_class{};  ///< as decided; by the facts when not given (LY-1)
};

/// A refused or ended job or offer (LY-12).
struct Sanction {
  /// What was refused or ended.
  enum class Kind : std::uint8_t { refused_job, ended_job, refused_offer, ended_offer };
  FactRecord record{};            ///< id, day it became known, source
  Date date{};                    ///< the day of the sanction
  Kind kind = Kind::refused_job;  ///< what was refused or ended
};

/// A missed meeting and the like: the daily amount of each day until contact (LY-12).
struct DaySanction {
  /// What was missed.
  enum class Kind : std::uint8_t { missed_meeting, no_booking, no_cv, absence };
  FactRecord record{};               ///< id, day it became known, source
  Kind kind = Kind::missed_meeting;  ///< what was missed
  Date from{};                       ///< the day
  std::optional<Date> to{};          ///< the last day without contact; the day itself when not given
};

/// Income that is not wage of an employment, in the month it was had.
struct OtherIncome {
  /// What kind of income.
  enum class Kind : std::uint8_t {
    care,                        ///< *tabt arbejdsfortjeneste, plejevederlag* (FLT-7)
    side_business,               ///< surplus of a self-employed side business (FLT-7)
    replacing_wage,              ///< income in place of wage (LY-5)
    lost_earnings,               ///< compensation for lost earnings (LY-5)
    guarantee_fund,              ///< *Lønmodtagernes Garantifond* (LY-5)
    severance,                   ///< severance pay as far as it stands for notice pay (LY-5)
    office_pay,                  ///< mayor, alderman, chair of a committee, public and private offices (LY-5)
    royalties,                   ///< first use and customary re-use of works (LY-5)
    working_grant,               ///< a grant with a duty to work (LY-5)
    running_pension,             ///< running pension from a former job, from abroad, of former politicians (LY-5)
    self_employment,             ///< hours of self-employment or unpaid work (LY-6)
    paid_out_holiday_allowance,  ///< *feriegodtgørelse* paid out without holiday (LY-10)
    uncounted,                   ///< income that is never offset, by its kind (LY-7)
  };
  FactRecord record{};               ///< id, day it became known, source
  Kind kind = Kind::replacing_wage;  ///< what kind; all but hours and uncounted income are amounts
  UncountedIncome uncounted{};       ///< which uncounted income, when it is one
  Month month{};                     ///< the month it is for
  Money amount{};                    ///< the amount, øre
  Hours hours{};                     ///< hours of self-employment (LY-6)
};

/// Another benefit that a decision or a judgment gives for time that has passed, for the same purpose as ledighedsydelse (KOR-4).
struct BackPayment {
  /// Which benefit.
  enum class Kind : std::uint8_t {
    disability_pension,  ///< *førtidspension*
    senior_pension,      ///< *seniorpension*
    early_pension,       ///< *tidlig pension*
    sickness_benefit,    ///< *sygedagpenge*
    maternity_benefit,   ///< *barselsdagpenge*
    resource_benefit,    ///< *ressourceforløbsydelse*
    other,               ///< another benefit in place of earnings
  };
  FactRecord record{};      ///< id, day it became known, source
  Kind kind = Kind::other;  ///< which benefit
  Period period{};          ///< the days it is for, both counted
  Money amount{};           ///< the claim for them, before tax, øre
};

/// When a month was decided, where that is not the last weekday of the month, and what was then really paid.
struct Decision {
  Month month{};                ///< the month that was decided
  Date date{};                  ///< the day it was decided
  std::optional<Money> paid{};  ///< paid out, øre; nothing: what the facts known that day give
  std::string library{};        ///< the version that decided it, as `fleks --version` names it; for the record only
  std::string rates{};          ///< the version of the rates it rests on; for the record only
};

/// A time in which fleksløntilskud is capped for a person convicted or absent in a criminal case (FLT-26).
struct CappedTime {
  Date from{};               ///< the first day
  std::optional<Date> to{};  ///< the last day; none: still
  Money level{};             ///< the level of LAS § 22 stk. 2-3, a month
};

/// A correction that has been made and settled: from that day on the months from `from` stand as known then.
struct SettledCorrection {
  Date date{};   ///< the day the correction was settled
  Month from{};  ///< the first month it was of
};

/// Which ceiling a month has when it changes within the month (LOFT-5). The text does not say.
enum class CeilingOfMonth : std::uint8_t { last_day, first_day, by_weekdays };
/// Which ceiling two fleksjob in the same month have together. The text does not say.
enum class CeilingOfTwoJobs : std::uint8_t { highest, lowest, by_hours };
/// FLT-20: whether the month after a first month that the job covers only in part rests on its own wage. By law from
/// 1 July 2017.
enum class AfterPartMonth : std::uint8_t { by_law, regulated, as_paid };
/// FLT-13: which month's days say how much of a month a fleksjob covers.
enum class PartOf : std::uint8_t { subsidy_month, wage_month };
/// LY-5: what the first month on ledighedsydelse is offset by.
enum class FirstMonthOnBenefit : std::uint8_t { own_wage, month_before };
/// FLT-9: whether a daily benefit that could have been had is deducted as if paid.
enum class UnclaimedBenefit : std::uint8_t { deducted, ignored };
/// FLT-22: whether the subsidy of the month after a holiday is regulated on that month's own wage. By law 2020 to 2023.
enum class AfterHoliday : std::uint8_t { by_law, regulated, as_paid };
/// LY-11: whether public holidays are among the days of a holiday on ledighedsydelse.
enum class PublicHolidays : std::uint8_t { excluded, counted };
/// FLT-16: how much the ceiling rises with ferietillæg when that is not stated.
enum class CeilingRise : std::uint8_t { one_percent, none };
/// How a wage period across two months is split when nothing else is said.
enum class SplitWage : std::uint8_t { by_weekdays, evenly, by_disposal };
/// Whether ledighedsydelse during holiday in a fleksjob is offset by the wage of the month before.
enum class HolidayBenefitOffset : std::uint8_t { none, wage };

/// The choices of a case, by name: those of a month, and those that only a row of months has.
struct CaseOptions {
  Options month{};                                                             ///< the choices of a single month
  CeilingOfMonth ceiling_of_month = CeilingOfMonth::last_day;                  ///< whose ceiling holds in a month in which it changed
  CeilingOfTwoJobs ceiling_of_two_jobs = CeilingOfTwoJobs::highest;            ///< whose ceiling holds when there are two fleksjob
  CeilingRise ceiling_rise = CeilingRise::one_percent;                         ///< how an old ceiling is raised (LOFT-5)
  SplitWage split_wage = SplitWage::by_weekdays;                               ///< how a wage over several months is split
  HolidayBenefitOffset holiday_benefit_offset = HolidayBenefitOffset::none;    ///< whether holiday on benefit is offset
  FirstMonth first_month = FirstMonth::own_wage;                               ///< the first month of a job (FLT-20)
  AfterPartMonth after_part_month = AfterPartMonth::by_law;                    ///< the month after a part of one (FLT-20)
  PartOf part_of = PartOf::subsidy_month;                                      ///< whose days say how much is covered (FLT-13)
  FirstMonthOnBenefit first_month_on_benefit = FirstMonthOnBenefit::own_wage;  ///< the first month on ledighedsydelse (LY-5)
  UnclaimedBenefit unclaimed_benefit = UnclaimedBenefit::deducted;             ///< deducted as if paid (FLT-9)
  AfterHoliday after_holiday = AfterHoliday::by_law;                           ///< the month after a holiday (FLT-22)
  PublicHolidays public_holidays = PublicHolidays::excluded;                   ///< public holidays in a holiday (LY-11)
  CeilingHours ceiling_hours = CeilingHours::by_law;                           ///< of a ceiling from hourly pay (LOFT-4)
};

/// A citizen's case (*sag*): all that is known, from when, and from where.
struct Case {
  std::string name{};                              ///< of the citizen, for the letter
  std::string municipality{};                      ///< for the letter
  bool provider = false;                           ///< has dependent children
  bool sickness_benefit_right = false;             ///< LY-1
  bool from_unsupported_work = false;              ///< LY-1
  std::optional<Date> birth_date{};                ///< decides the pension age (FLT-23); not known: nothing is assumed
  std::optional<Date> pension_from{};              ///< the first day of a pension that ends the right (FLT-23)
  std::optional<Date> fleksydelse_age{};           ///< the day of the age of fleksydelse (LY-16)
  std::optional<Date> approved{};                  ///< when approved for a fleksjob (*visiteret*): which refund holds (KOM-4)
  std::optional<int> benefit_weeks_before{};       ///< weeks with benefits, counted, that ended before the first month (KOM-1)
  std::vector<CappedTime> capped{};                ///< FLT-26
  Month first{};                                   ///< the months of the statement
  Month last{};                                    ///< the last month
  CaseOptions options{};                           ///< the choices where the law leaves one
  std::vector<Employment> employments{};           ///< the jobs
  std::vector<WageRecord> wages{};                 ///< what the income register says was paid
  std::vector<DailyBenefit> daily_benefits{};      ///< daily benefits
  std::vector<DailyBenefit> unclaimed_benefits{};  ///< daily benefits that are deducted as if paid (FLT-9)
  std::vector<HolidayTaken> holidays{};            ///< holiday, held or not
  std::vector<BenefitPeriod> ledighedsydelse{};    ///< when ledighedsydelse is paid
  std::vector<Sanction> sanctions{};               ///< sanctions (LY-12)
  std::vector<DaySanction> day_sanctions{};        ///< sanctions by the day (LY-12)
  std::vector<OtherIncome> incomes{};              ///< other incomes
  std::vector<BackPayment> back_payments{};        ///< other benefits for time that has passed (KOR-4)
  std::vector<Decision> decisions{};               ///< when months were decided
  std::vector<SettledCorrection> corrections{};    ///< corrections that were settled before
  Correspondence letters{};                        ///< who writes to the citizen, what was asked and answered
};

/// Everything that cannot be in the case, each with its path (`employments[1].ceilings[0].from`); empty when it
/// can be computed. At most 100.
/// Example: a wage record after the end of its job is `outside_employment` at `wages[3].to`.
[[nodiscard]] std::vector<Error> problems(const Case& facts);

/// A case without contradictions: they are looked for once, when it is made.
class CheckedCase {
 public:
  /// The case, or the first of its `problems`.
  /// Example: `CheckedCase::of(facts)` of a case whose job ends before it begins is `out_of_range` at `employments[0].to`.
  [[nodiscard]] static Result<CheckedCase> of(Case facts);
  /// The facts.
  [[nodiscard]] const Case& facts() const noexcept { return facts_; }

 private:
  friend struct CaseReading;
  explicit CheckedCase(Case facts) noexcept : facts_(std::move(facts)) {}
  Case facts_;
};

}  // namespace fleks
