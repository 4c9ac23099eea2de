// The rulebook's dated rules a second time: a month's fleksløntilskud, a month's ledighedsydelse and the grant to the
// self-employed, each by the rule of its month. Written from the rulebook and the law's texts, with not a line of the
// library's. Amounts are kroner and exact; `Ore` is what the law has rounded. For numbers, days and rates: oracle.hpp.
#pragma once

#include "oracle.hpp"

namespace oracle::law {

bool is_from(const Month& m, int year, int month);  // m is that month or later
int months_between(const Month& from, const Month& to);
Month later(const Month& m, int months);
bool is_weekday(const Day& d);
Day next(const Day& d);
bool is_public_holiday(const Day& d);  // Danish, store bededag until 2023; Sundays are not asked for

// ---- fleksløntilskud of a month ----------------------------------------------------------------------------------------

enum class Under { by_law, included, excluded };
enum class RoundTo { by_law, krone, oere };
enum class OwnAtpOf { paid_subsidy, before_ceiling };
enum class AtpTable { A, C, D, E, F };

struct Choices {
  RatesOf rates_of = RatesOf::subsidy_month;
  Under other_wage = Under::by_law, benefits = Under::by_law, care = Under::by_law;
  RoundTo round_to = RoundTo::by_law;
  OwnAtp own_atp = OwnAtp::excluded;
  OwnAtpOf own_atp_of = OwnAtpOf::paid_subsidy;
  AtpTable atp = AtpTable::A;
  bool unclaimed_counts = true;  // FLT-9 `unclaimed_benefit = deducted`
};

enum class Covered {
  whole,         // the fleksjob covers every weekday of the subsidy month, or the part does not matter
  own_wage,      // a part of it, and L is the wage of that same part: M and C are cut
  wage_of_whole  // a part of it, and L is the wage of a whole month before: what is left is cut
};

// What of a month's subsidy the holiday days on ledighedsydelse take (FLT-12).
enum class HolidayCut {
  benefit_same_month,  // until 2022-03: krone for krone, in the month of the holiday
  share_same_month,    // 2022-04 to 2023-12: d / (260/12), in the month of the holiday
  share_month_after    // from 2024: d / (260/12), in the month after
};
HolidayCut holiday_cut_of(const Month& holiday_month);
bool regulated_after_holiday(const Month& month_after);  // FLT-22: subsidies for 2020 to 2023

struct SubsidyFacts {
  Month month;
  Month wage_month;
  Number wage;                    // L, by wage() below or from a case
  Number other_wage;              // A, side business included
  Number care_income;             // tabt arbejdsfortjeneste, plejevederlag
  Number daily_benefit;           // B as paid
  Number unclaimed_benefit;       // B as if paid
  std::optional<Number> ceiling;  // C of a whole month
  Covered covered = Covered::whole;
  Number covered_weekdays;              // when it is a part
  std::optional<Number> part;           // what they are of the month, where other fleksjob cover more of it
  Number holiday_days;                  // of the month that cuts this one
  std::optional<Number> holiday_share;  // what they take of this part, where it is not days / (260/12)
  Number holiday_benefit;               // ledighedsydelse paid for them, where that is what is deducted
  bool all_days_on_holiday = false;
  std::optional<Number> paid_hours;  // of the wage month
  Number calendar_part = 1;          // FLT-18: calendar days covered / calendar days of the month
};

struct Subsidy {
  Number base;                    // M, as cut by FLT-13
  Number threshold, taper;        // T, D
  Number benefits;                // B that is deducted
  bool right = false;             // FLT-3
  Number before_ceiling;          // S0
  std::optional<Number> ceiling;  // C, as cut by FLT-13
  Number under_ceiling;           // U
  Number after_ceiling;           // S1
  Number of_the_part;             // S1 of the days the fleksjob covers
  Number exact;                   // before FLT-14
  Ore fleksloentilskud = 0, own_atp = 0, payout = 0, obligatory_pension = 0;
  std::optional<Ore> public_atp;
  Number total;  // wage, subsidy and, from 2024, care income
};

Number part_of_month(const Month& month, const Number& covered_weekdays);  // p of FLT-13
bool care_counts(const Month& subsidy_month);
Number under_the_ceiling(const SubsidyFacts& f, const Choices& c);
Ore rounded(const Number& kroner, RoundTo to, const Month& month);  // FLT-14, LY-15
Subsidy subsidy(const SubsidyFacts& f, const Choices& c, const RateBook& book);
void add_contributions(Subsidy& s, const Number& before_ceiling, const std::optional<Number>& paid_hours, const Choices& c,
                       const MonthRates& r, const Number& part_of_calendar);  // FLT-17 to FLT-19, from s.fleksloentilskud

// The wage L from how the pay is given (FLT-5, TIME-1).
struct WageFacts {
  Month month;  // whose rates and contributions
  PayForm form = PayForm::am_income;
  Number pay;
  Number weekly_hours, intensity_pct = 100;
  std::optional<Number> paid_hours;
  Pension own_pension, employer_pension;  // per cent also with am_income: of the pay before own pension
  Number benefits_in_kind;                // am_income: inside the pay
};
struct Wage {
  Number pay, own_pension, employer_pension, own_atp, wage;
  std::optional<Number> paid_hours;
};
Wage wage(const WageFacts& f, const Choices& c, const MonthRates& r);
Number own_atp_of_pay(const Number& paid_hours, AtpTable table, const Month& month, const MonthRates& r);  // section 6

// ---- ledighedsydelse of a month ----------------------------------------------------------------------------------------

struct ClassDays {
  BenefitClass benefit_class = BenefitClass::full;
  Number weekdays;  // entitled to, before sanctions and untaken days
};

struct DayOfClass {  // a paid holiday day, or a missed one
  BenefitClass benefit_class = BenefitClass::full;
  Number holiday_pay;
};

struct BenefitMonth {
  Month month;
  std::vector<ClassDays> days;  // in the order they come
  bool provider = false;
  Number income;                               // of the month that is offset
  Number self_employed_hours;                  // of that month
  Number sanction_days, untaken_holiday_days;  // taken out of the days of the last class first
  Number day_sanctions;                        // missed meetings: the daily amount each
  Number holiday_days, holiday_pay_per_day;    // paid holiday, topped up
  std::vector<DayOfClass> holidays, missed;    // the same one by one, where the classes are known
  RoundTo round_to = RoundTo::by_law;
};

struct Benefit {
  Number payable, part_base, income, offset, top_up, exact;
  Ore ledighedsydelse = 0, own_atp = 0, public_atp = 0, payout = 0, obligatory_pension = 0;
};

Number monthly_amount(BenefitClass c, const MonthRates& r);
Benefit benefit(const BenefitMonth& f, const RateBook& book);

// ---- the grant to the self-employed: section 9 -------------------------------------------------------------------------

struct AccountingYear {
  Number business;      // before interest; a negative year counts as 0
  Number other_income;  // other earned income of the same year
};
struct Grant {
  Number income, exact;
  Ore year = 0;
  Number month;  // 1/12
};
Grant grant(const RateBook& book, int year, const std::vector<AccountingYear>& whole_years);  // the last three, oldest first

}  // namespace oracle::law
