// A citizen's course over months a second time, from the rulebook: jobs that begin and end, the month each subsidy
// rests on, ledighedsydelse by days, what was known when, and corrections. Not a line of the library's.
#pragma once

#include "law.hpp"

#include <limits>
#include <set>

namespace oracle::course {

using Date = int;  // days since 1 January 1970
inline constexpr Date always = std::numeric_limits<Date>::min();
inline constexpr Date open = std::numeric_limits<Date>::max();

Date date(int year, int month, int day);
Day day_of(Date d);
Month month_of(Date d);
Date first_of(const Month& m);
Date last_of(const Month& m);
int weekdays(Date from, Date to);  // both included
Date last_weekday_of(const Month& m);

// ---- facts -------------------------------------------------------------------------------------------------------------

enum class Source { income_register, holiday_account, employer, citizen, municipality };  // the first goes first

struct Record {
  std::string id, corrects;
  bool withdrawn = false;
  Date known = always;
  Source source = Source::income_register;
};

struct DatedCeiling {
  Record record;
  Date from = always, to = open;
  Number amount;
};

struct Job {
  bool fleksjob = true;
  Date from = 0, to = open;
  std::optional<Date> end_known;  // the last day when not given
  std::optional<Number> weekly_hours;
  std::vector<DatedCeiling> ceilings;
};

struct Spread {
  Number amount;
  Month first, last;
};

struct WageRecord {
  Record record;
  std::size_t job = 0;
  Date from = 0, to = 0;
  Date disposal = 0;
  bool expected = false;   // what the contract gives: until a real record of its days is known
  bool after_end = false;  // FLT-24
  Number am_income, own_pension, employer_pension;
  Number not_wage;  // benefits in kind and gifts, inside the income
  std::optional<Number> paid_hours;
  std::vector<Spread> spread;          // inside the income (FLT-6)
  std::optional<Number> ceiling_rise;  // FLT-16: what a full-time employee would have had of a supplement in the income
};

struct DailyBenefit {
  Record record;
  Date from = 0, to = 0;
  Date paid = 0;
  Number amount;
  bool unclaimed = false;
};

struct Holiday {
  enum class Kind { paid, allowance, ledighedsydelse, unpaid, untaken };
  Record record;
  Kind kind = Kind::ledighedsydelse;
  std::optional<std::size_t> job;  // in which, or from which
  Date from = 0, to = 0;
  std::optional<Number> pay_per_day;
};

struct BenefitPeriod {
  Record record;
  Date from = 0, to = open;
  BenefitClass benefit_class = BenefitClass::full;
};

struct Sanction {
  Record record;
  Date day = 0;
};

struct Income {
  enum class Kind { care, side_business, replacing_wage, self_employed_hours };
  Record record;
  Kind kind = Kind::replacing_wage;
  Month month;
  Number amount;  // hours for self_employed_hours
};

// A missed meeting and the like: the daily amount for each day until contact (LY-12).
struct DaySanction {
  Record record;
  Date from = 0, to = 0;
};

struct Settled {
  Date day = 0;
  Month from;
};

struct Course {
  Month first, last;
  bool provider = false;
  std::optional<Date> birth;                        // FLT-23
  std::optional<Date> pension_from;                 // FLT-23: førtids-, senior- or tidlig pension
  BenefitClass holiday_class = BenefitClass::full;  // of ledighedsydelse during holiday in a fleksjob
  std::vector<Job> jobs;
  std::vector<WageRecord> wages;
  std::vector<DailyBenefit> daily_benefits;
  std::vector<Holiday> holidays;
  std::vector<BenefitPeriod> ledighedsydelse;
  std::vector<Sanction> sanctions;
  std::vector<DaySanction> day_sanctions;
  std::vector<Income> incomes;
  std::vector<std::pair<Month, Date>> decisions;
  std::vector<Settled> settled;
};

enum class FirstMonth { own_wage, no_deduction, no_subsidy };

struct CourseChoices {
  law::Choices month;
  FirstMonth first_month = FirstMonth::own_wage;
  bool after_part_month_regulated = true;
  bool first_benefit_month_own = true;   // LY-5
  bool public_holidays_excluded = true;  // LY-11
};

// ---- what is known, and what it says of days ---------------------------------------------------------------------------

// The facts that were known on a day and not yet corrected.
template <class Facts>
std::vector<const Facts*> in_force(const std::vector<Facts>& all, Date as_of) {
  std::set<std::string> replaced;
  for (const Facts& f : all)
    if (f.record.known <= as_of && !f.record.corrects.empty()) replaced.insert(f.record.corrects);
  std::vector<const Facts*> out;
  for (const Facts& f : all)
    if (f.record.known <= as_of && !f.record.withdrawn && (f.record.id.empty() || !replaced.count(f.record.id))) out.push_back(&f);
  return out;
}

bool weekday(Date d);
bool in_fleksjob(const Course& c, Date d, Date as_of);
Date same_day_later(const Day& d, int months);
// The records of wage that count, of pay for the time of the job; and which part of one is a month's.
std::vector<const WageRecord*> wages_in_force(const Course& c, Date as_of);
Number part_in(const WageRecord& w, const Month& m);

struct Sanctions {
  std::vector<Date> days;        // without ledighedsydelse
  std::vector<Date> right_lost;  // each day on which the right was lost
};
Sanctions sanctions_of(const Course& c, Date as_of);
// Whether what was lost on `lost` is regained by nine months of fleksjob within 18 since (LY-12, KOM-5).
bool regained(const Course& c, Date lost, Date on, Date as_of);

// ---- a month -----------------------------------------------------------------------------------------------------------

enum class Status { no_right, computed, unknown };

struct Days {  // weekdays of the month
  int fleksjob = 0, ledighedsydelse = 0, neither = 0;
};

struct CourseMonth {
  Month month;
  Status status = Status::no_right;
  bool wage_missing = false;  // the wage the subsidy rests on is not known
  std::optional<law::SubsidyFacts> subsidy_facts;
  std::optional<law::Subsidy> subsidy;
  std::optional<law::Benefit> benefit;
  std::vector<Month> rests_on;  // the wage months of the fleksjob in it, one a job
  bool regulated = false;       // FLT-22 took the wage of the month itself
  Days days;
  Ore payout = 0;  // of both
};

// What is due for a month with what is known on `as_of`.
CourseMonth month(const Course& c, const Month& month, Date as_of, const CourseChoices& choices, const RateBook& book);

// The wage of a job in a month, bonus over several months in its months; none when no record of it is known.
std::optional<Number> wage_in(const Course& c, std::size_t job, const Month& month, Date as_of);

Date decided(const Course& c, const Month& month);

Month pension_age_month(Date birth);                     // FLT-23: in which the state pension age is reached
std::optional<Month> right_ends_after(const Course& c);  // FLT-23: the last month of the right

// ---- corrections: KOR-1, KOR-2 -----------------------------------------------------------------------------------------

struct Corrected {
  Month month;
  CourseMonth then, now;
  Ore paid = 0, due = 0;
  Ore difference = 0;
  bool regulated = true;  // KOR-1: at most 12 months back
};

struct Correction {
  std::vector<Corrected> months;
  Ore total = 0;  // of those that are regulated
};

Correction correction(const Course& c, const Month& from, Date as_of, const CourseChoices& choices, const RateBook& book);

// KOR-4: of a claim for another benefit for some days the ledighedsydelse decided for them is taken: of a month of which they are
// some, in proportion to the days that are paid for, each month's to the øre.
struct ReducedClaim {
  Ore ledighedsydelse = 0, deducted = 0, left = 0;
};
ReducedClaim reduced_claim(const Course& c, Date from, Date to, Ore claim, Date as_of, const CourseChoices& choices, const RateBook& book);

// FLT-6: what of differences of pay over several months is settled in the months that follow, and what is left.
// `room` is what is paid out in each month. A difference that is to be paid out is settled in the first.
struct SettledForward {
  std::vector<Ore> in_month;
  Ore repaid = 0;
};
SettledForward settle_forward(Ore difference, const std::vector<Ore>& room);

}  // namespace oracle::course
