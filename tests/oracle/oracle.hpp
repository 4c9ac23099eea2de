// The rulebook a second time, in plain rational numbers: slow, obvious, and without a line of the library's.
//
// Units. `Number` is exact. Amounts that are `Number` are kroner; percentages are `Number`s of per cent
// (30 means 30 pct.), but a rate's percentage is held as the part of one that it is (0,30); hours are hours. Amounts
// that the law has rounded are `Ore`: whole øre.
// Facts are taken as valid (no negative pay, own pension within the pay, intensity at most 100): checking them is
// not the oracle's work. A fact that a rule needs and that is absent throws std::invalid_argument, a rate that is not
// there std::out_of_range.
#pragma once

#include <boost/multiprecision/cpp_int.hpp>

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace oracle {

// Expression templates are off, so that `auto` and `?:` mean what they say. 256 bits hold every amount of the rulebook
// with room to spare and halve the time of unbounded numbers; where they would not, the operation throws. With
// ORACLE_UNBOUNDED the numbers have no limit.
namespace mp = boost::multiprecision;
#ifdef ORACLE_UNBOUNDED
using Integer = mp::number<mp::cpp_int_backend<>, mp::et_off>;
using Number = mp::number<mp::cpp_rational_backend, mp::et_off>;
#else
using Bits = mp::cpp_int_backend<256, 256, mp::signed_magnitude, mp::checked, void>;
using Integer = mp::number<Bits, mp::et_off>;
using Number = mp::number<mp::rational_adaptor<Bits>, mp::et_off>;
#endif
using Ore = std::int64_t;

// ---- numbers --------------------------------------------------------------------------------------------------------

Number ratio(std::int64_t numerator, std::int64_t denominator);
Number kroner(Ore amount);               // 1234 øre -> 12,34 kr.
Number decimal(std::string_view text);   // "12.34", "-3": nothing else
std::int64_t floor_of(const Number& x);  // -0,5 -> -1
std::int64_t half_up(const Number& x);   // nearest whole, ties upwards: 0,5 -> 1; -0,5 -> 0; -0,6 -> -1
Ore to_ore(const Number& kroner);        // half up to whole øre
Ore to_krone(const Number& kroner);      // half up to whole kroner, in øre
Number share(const Number& pct, const Number& of);
const Number& zero();
Number sum(const Number& a, const Number& b);  // a + b, and no work where either is 0
Number below_zero_is_none(const Number& x);    // max(0, x)

// ---- dates ----------------------------------------------------------------------------------------------------------

struct Day {
  int year = 0;
  int month = 0;
  int day = 0;
};
struct Month {
  int year = 0;
  int month = 0;
};

bool operator==(const Day& a, const Day& b);
bool operator<(const Day& a, const Day& b);
bool operator==(const Month& a, const Month& b);
bool operator<(const Month& a, const Month& b);
Month month_before(const Month& m);
Month month_after(const Month& m);
int days_in(const Month& m);
int weekdays_in(const Month& m);                       // Monday to Friday
int weekdays_between(const Day& from, const Day& to);  // both included; 0 when `to` is before `from`

// ---- rates ----------------------------------------------------------------------------------------------------------

struct RateRow {
  std::string key;
  Day from;
  std::optional<Day> to;
  std::optional<Number> value;  // absent: a row with status `missing`
};

struct RateBook {
  std::vector<RateRow> rows;

  static RateBook read(const std::filesystem::path& rates_csv);
  std::optional<Number> find(std::string_view key, const Day& day) const;
  Number get(std::string_view key, const Day& day) const;
};

// The rates in force on the first day of a month.
struct MonthRates {
  Number base;                   // fleksloentilskud_max_month
  Number threshold;              // taper_threshold_month
  Number taper_low, taper_high;  // parts of one
  Number full_time_hours_week, full_time_hours_month;
  Number subsidy_own_atp_share, subsidy_own_atp_max;
  Number subsidy_public_atp_per_hour, subsidy_public_atp_under_39h;
  Number wage_own_atp_39h, wage_own_atp_78h, wage_own_atp_117h;
  Number wage_employer_atp_39h, wage_employer_atp_78h, wage_employer_atp_117h;
  Number obligatory_pension_share;  // 0 before the scheme began (2020)
  Number ledighedsydelse_full, ledighedsydelse_low_provider, ledighedsydelse_low_nonprovider;
  Number ledighedsydelse_own_atp, ledighedsydelse_public_atp;
  std::optional<Number> conversion_rate_hour;
};

MonthRates month_rates(const RateBook& book, int year, int month);

// ---- a month's fleksløntilskud: FLT, LOFT, TIME, section 6 ----------------------------------------------------------

enum class RatesOf { subsidy_month, wage_month };
enum class OtherWageUnderCeiling { by_law, excluded, included };
enum class RoundTo { by_law, oere, krone };
enum class HolidayRule { by_law, benefit_deducted, share };  // FLT-12
enum class OwnAtpOf { paid_subsidy, before_ceiling };
enum class OwnAtp { excluded, counted };
enum class CareFrom { wage_month, subsidy_month };  // which month must be 2024-01 or later for care income to count

struct MonthOptions {
  RatesOf rates_of = RatesOf::subsidy_month;
  OtherWageUnderCeiling other_wage_under_ceiling = OtherWageUnderCeiling::by_law;
  OtherWageUnderCeiling benefits_under_ceiling = OtherWageUnderCeiling::by_law;
  OtherWageUnderCeiling care_under_ceiling = OtherWageUnderCeiling::by_law;
  RoundTo round_to = RoundTo::by_law;
  HolidayRule holiday_rule = HolidayRule::by_law;
  OwnAtpOf own_atp_of = OwnAtpOf::paid_subsidy;
  char atp_contribution = 'A';
  OwnAtp own_atp = OwnAtp::excluded;
  CareFrom care_from = CareFrom::subsidy_month;
};

enum class PayForm {
  am_income,     // `pay` = the month's pay after own pension and own ATP
  monthly_wage,  // `pay` = the month's pay before own pension and own ATP
  hourly_wage    // `pay` = the hour's pay before own pension and own ATP
};

enum class PensionForm { kroner, percent };  // percent: of the pay before own pension and own ATP

struct Pension {
  PensionForm form = PensionForm::kroner;
  Number amount;
};

enum class CeilingForm { none, amount, parts, monthly_parts };  // parts: from the hourly pay; monthly_parts: from a base

struct Ceiling {
  CeilingForm form = CeilingForm::none;
  Number amount;                      // form amount: the full-time monthly pay; monthly_parts: its base
  Number hourly, supplements, bonus;  // form parts (LOFT-3)
  Number employer_pension_pct, holiday_supplement;
};

struct MonthFacts {
  Month subsidy_month;
  Month wage_month;
  PayForm form = PayForm::am_income;
  Number pay;
  Number weekly_hours;                    // hourly_wage: hours present a week
  Number intensity_pct = 100;             // hourly_wage
  std::optional<Number> paid_hours;       // a month; wins over weekly hours x intensity where both are given
  Pension own_pension, employer_pension;  // per cent: of the pay before own pension
  Ceiling ceiling;
  Number other_wage;
  Number care_income;  // tabt arbejdsfortjeneste, plejevederlag
  Number daily_benefit;
  Number unclaimed_benefit;   // deducted as if paid
  Number benefits_in_kind;    // am_income: inside the pay, and not wage
  Number holiday_supplement;  // ferietillæg and the like paid with the month, not inside the pay
  Number ledighedsydelse_days;
  Number ledighedsydelse;           // paid for those days
  std::optional<int> job_weekdays;  // FLT-13: weekdays of the subsidy month that the job covers
  Number job_calendar_part = 1;     // FLT-18
  int covered_weekdays = 1;         // FLT-13: part month = covered of all weekdays of the wage month
  int all_weekdays = 1;
};

struct MonthResult {
  std::optional<Number> paid_hours;
  Number pay;  // the month's pay, in the form it was given
  Number own_pension, employer_pension;
  Number own_atp_taken_out;                     // of the wage; 0 when counted or when the pay is after ATP
  Number wage;                                  // L
  Number other_wage;                            // A, care income that counts included
  Number daily_benefit;                         // B
  Number full_base, base;                       // M before and after FLT-13
  Number threshold;                             // T
  Number taper_below, taper_above, taper;       // the two parts of D, and D
  bool entitled = false;                        // FLT-3; when not, all amounts below are 0
  Number before_ceiling;                        // S0
  std::optional<Number> full_ceiling, ceiling;  // C before and after FLT-13
  Number after_ceiling, ceiling_cut;            // S1, S0 - S1
  Number after_holiday, holiday_cut;            // S2, S1 - S2
  Ore fleksloentilskud = 0;                     // FLT-14
  Ore own_atp = 0, payout = 0;                  // FLT-17
  std::optional<Ore> public_atp;                // FLT-18
  Ore obligatory_pension = 0;                   // FLT-19
  Number part_cut;                              // FLT-13: of a whole month's result
  Number total;                                 // L + care income + fleksloentilskud
};

Number monthly_hours(const Number& weekly_hours);  // TIME-2
Number own_atp_of_wage(const Number& paid_hours_a_month, const MonthRates& rates);
Number employer_atp_of_wage(const Number& paid_hours_a_month, const MonthRates& rates);
Number ceiling_from_parts(const Number& full_time_base, const Ceiling& parts);  // LOFT-3
Number full_time_base(const Number& hourly, const Number& full_time_hours_week);

// `rates` are those of the month that options.rates_of names; the overload with a book finds them.
MonthResult month(const MonthFacts& facts, const MonthOptions& options, const MonthRates& rates);
MonthResult month(const MonthFacts& facts, const MonthOptions& options, const RateBook& book);

// ---- tax of a year: section 7 ---------------------------------------------------------------------------------------

struct TaxRates {  // amounts a year; percentages are parts of one
  Number am, bottom, personal_allowance;
  Number employment_deduction, employment_deduction_max;
  std::optional<Number> single_parent_deduction, single_parent_deduction_max;  // not known of every year
  Number job_deduction, job_deduction_max, job_deduction_threshold;
  Number top, top_threshold, top_ceiling;                          // top_ceiling: tax_ceiling_pct, from 2026 tax_ceiling_top_pct
  std::optional<Number> middle, middle_threshold, middle_ceiling;  // from 2026
  std::optional<Number> toptop, toptop_threshold, toptop_ceiling;
  Number health;                                                 // to 2018
  std::optional<Number> senior_deduction, senior_deduction_max;  // from 2026
  bool pension_in_work_base = true;                              // from 2018
  int year = 0;
};

TaxRates tax_rates(const RateBook& book, int year);

struct TaxFacts {    // amounts a year
  Number gross_pay;  // before own pension and own ATP
  Number own_pension, own_atp;
  Number employer_pension, employer_atp;
  Number income_without_am;  // subsidy and ledighedsydelse after own ATP, daily benefits, pensions
  Number municipal_pct, church_pct;
  bool single_parent = false;
  Number other_deductions;        // transport and union fee
  std::optional<int> birth_year;  // for seniors' deduction
};

// Transport of so many km a day on so many days, and a union fee: what of it is deducted.
Number transport_and_union(const Number& km, int days, const Number& union_fee, const RateBook& book, int year);

struct TaxResult {
  Number am_contribution;
  Number personal_income, work_base;
  Number employment_deduction, single_parent_deduction, job_deduction, senior_deduction;
  Number municipal_base;                      // after the deductions
  Number middle_rate, top_rate, toptop_rate;  // as lowered by the tax ceilings; parts of one
  Number bottom, municipal, church, health, middle, top, toptop;
  Number allowance_value;
  Number tax_unrounded;  // after the allowance, never below 0
  Number am_and_tax;     // whole kroner
  Number tax;            // am_and_tax - am_contribution
};

TaxResult tax(const TaxFacts& facts, const TaxRates& rates);

// ---- housing benefit of a year: section 8 ---------------------------------------------------------------------------

struct HousingRates {  // amounts a year; percentages are parts of one
  Number rent_share, income_share, income_limit, per_child, own_payment_min, maximum, childless_max_share;
  Number max_rent;
  std::optional<Number> smallest;  // a year
  std::optional<Number> wealth_low, wealth_high;
  std::optional<Number> heat_apart, heat_included, hot_water_included;  // per m² a year
};

struct Home {  // a month's rent without consumption
  Number rent;
  int children = 0;
  Number area;  // m²; 0: not known
  bool heat_apart = false, heat_included = false, hot_water_included = false, pensioner = false;
  Number wealth;
};

std::optional<HousingRates> housing_rates(const RateBook& book, int year);  // none where a rate is not there
// A year, before any rounding, at an income a year without what the wealth adds.
Number housing_benefit(const Home& home, const Number& income, const HousingRates& rates);
// A month as paid; with `rounded` false a twelfth of the year, but nothing below the smallest payment.
Number housing_a_month(const Home& home, const Number& income, const HousingRates& rates, bool rounded);

// ---- daycare, and child benefit: section 8 --------------------------------------------------------------------------

struct DaycareRates {
  Number free_below, full_from, step, first_share, step_share, per_extra_child, single_parent, sibling_discount;
};
std::optional<DaycareRates> daycare_rates(const RateBook& book, int year);
// A month, for places of one fee each.
Number daycare(const Number& income, int places, const Number& fee, int children, bool single_parent, const DaycareRates& rates);

struct ChildRates {
  Number youngest, middle, oldest, taper, threshold, allowance, extra;
};
std::optional<ChildRates> child_rates(const RateBook& book, int year);
// A month.
Number child_benefit(const std::vector<int>& ages, bool single_parent, const Number& personal_income, const ChildRates& rates);

// ---- the net picture: what stands in a row of `fleks hours` ---------------------------------------------------------

enum class BenefitClass { full, low_provider, low_nonprovider };

struct YearRates {
  MonthRates month;  // of 1 January
  TaxRates tax;
  std::optional<HousingRates> housing;
  std::optional<DaycareRates> daycare;
  std::optional<ChildRates> child;
};

YearRates year_rates(const RateBook& book, int year);

enum class NetCeiling { own_wage_at_full_time, given };  // the first: the same hourly pay, and the employer's pension

struct NetFacts {
  Number hourly_wage;   // before own pension and own ATP
  Number weekly_hours;  // paid; 0: without a job, on ledighedsydelse
  Number own_pension_pct, employer_pension_pct;
  NetCeiling ceiling_from = NetCeiling::own_wage_at_full_time;
  Ceiling ceiling;  // when given
  Number municipal_pct, church_pct;
  int children = 0;
  bool single_parent = false;
  std::optional<Number> rent;  // a month; none: no housing benefit
  Home home;                   // the rest of it
  Number other_income;         // a month, without AM-bidrag
  Number other_deductions;
  std::optional<int> birth_year;
  int daycare_places = 0;
  Number daycare_fee;
  std::vector<int> child_ages;
  OwnAtp own_atp = OwnAtp::excluded;
  BenefitClass benefit_class = BenefitClass::full;  // of the ledighedsydelse at 0 hours
};

// One set of names for the amounts of a month, exact (Number, kroner) and as printed (Ore).
template <class Amount>
struct NetAmounts {
  Amount gross_pay{}, own_pension{}, employer_pension{}, wage_atp_own{}, wage_atp_employer{};
  Amount fleksloentilskud{}, subsidy_atp_own{}, public_atp{}, obligatory_pension{};
  Amount am_contribution{}, tax{}, housing_benefit{}, ledighedsydelse{}, ledighedsydelse_atp_own{};
  Amount other_income{}, daycare{}, child_benefit{};
  Amount in_hand{}, pension_saved{};
};

struct NetResult {
  Number weekly_hours;
  NetAmounts<Number> exact;            // before the printed amounts are rounded to øre
  NetAmounts<Ore> row;                 // each rounded half up; in_hand and pension_saved are sums of these
  Number ceiling_cut;                  // exact
  std::optional<MonthResult> subsidy;  // none at 0 hours
  TaxResult tax_year;
};

// As the law rounds: the subsidy to øre, its ATP and obligatory pension to kroner, the year's AM-bidrag and tax down
// to kroner.
NetResult net(const NetFacts& facts, const YearRates& rates);

// The same without any rounding at all: `exact` only, piecewise linear in hours and in pay. For kinks and slopes.
NetResult net_without_rounding(const NetFacts& facts, const YearRates& rates);

enum class Verdict { pays, hardly, no };

struct Extra {  // the change from the row before, in the printed amounts
  Ore gross_pay = 0, employer_pension = 0, added = 0, in_hand = 0, pension_saved = 0;
  Ore taken_taper = 0, taken_ceiling = 0, taken_am_contribution = 0, taken_tax = 0, taken_housing_benefit = 0;
  Ore taken_daycare = 0, taken_child_benefit = 0;
  Ore taken_ledighedsydelse = 0, given = 0;  // only into the first row with a job
  Verdict verdict = Verdict::no;
};

Extra extra(const NetResult& before, const NetResult& after, const Number& hardly_pct = 30);
bool identity_holds(const Extra& e);

// The hourly pay below which no hour pays, with the own pay at full time as ceiling and no pension: base x 12/(37 x 52).
Number no_gain_hourly_wage(const MonthRates& rates);

// ---- ledighedsydelse of a month: section 4 --------------------------------------------------------------------------

struct BenefitFacts {
  Month month;
  BenefitClass benefit_class = BenefitClass::full;
  bool provider = false;                                              // counts for class full only
  Number am_income, own_pension, employer_pension, replacing_income;  // of the month before
  Number self_employed_hours;                                         // of the month before
  std::optional<Number> entitled_weekdays;                            // none: all weekdays of the month
  Number sanction_days, untaken_holiday_days;
  Number holiday_days, holiday_pay_per_day;  // paid holiday, topped up (LY-9)
};

struct BenefitResult {
  Number base, daily_amount;
  Number payable_weekdays, part_base;
  Number income, offset;
  Number holiday_days_amount;  // what the paid holiday days take out of the part base
  Number after_offset;         // max(0, part base - that - offset)
  Number holiday_top_up;
  Number ledighedsydelse_exact;
  Ore ledighedsydelse = 0, own_atp = 0, payout = 0, public_atp = 0, obligatory_pension = 0;
};

BenefitResult ledighedsydelse(const BenefitFacts& facts, const MonthRates& rates);

// ---- the self-employed's grant of a year: section 9 -----------------------------------------------------------------

struct GrantResult {
  Number maximum, reduction, grant_exact;
  Ore grant = 0;
};

GrantResult self_employed_grant(const RateBook& book, int year, const Number& income);

/// The same from the surplus of up to three accounting years (rulebook, section 9): the mean of the two best, a loss
/// counted as nothing; half of it with a spouse; none at all: no grant.
GrantResult self_employed_grant_of(const RateBook& book, int year, const std::vector<Number>& surplus, const Number& other, bool spouse);

// ---- the ceiling by itself: `fleks ceiling` -------------------------------------------------------------------------

struct CeilingParts {
  std::optional<Number> hourly, monthly_base;  // one of the two
  Number supplements, bonus, employer_pension_pct, holiday_supplement;
};

Number normal_wage_ceiling(const CeilingParts& parts, const Number& full_time_hours_week);

// ---- holiday earned: section 5 --------------------------------------------------------------------------------------

enum class HolidayKind { pay, allowance };

struct HolidayFacts {
  Day from, to;        // employment, both days included
  Number monthly_pay;  // holiday-qualifying
  HolidayKind kind = HolidayKind::allowance;
};

struct HolidayResult {
  Number days_earned, qualifying_pay;
  Number holiday_allowance;       // kind allowance
  Number holiday_supplement;      // kind pay
  std::optional<Number> per_day;  // of the one that applies; none where no day is earned
  Number great_prayer_day_supplement;
};

HolidayResult holiday(const HolidayFacts& facts, const RateBook& book);

}  // namespace oracle
