// The municipality's ledger of a course, from the rulebook (KOM-1 to KOM-10) and the law it names: what each day is in the
// count of weeks, which rules refund it, and what each month costs whom. What the months themselves pay is given. Not a line of
// the library's.
#pragma once

#include "course.hpp"
#include "municipality.hpp"

namespace oracle::ledger {

using course::Course;
using course::Date;

// What a month paid; where the month could not be computed, what of it is not known.
struct Paid {
  bool known = true;
  bool subsidy_unknown = false, ledighedsydelse_unknown = false;
  Number subsidy, ledighedsydelse;  // kroner
  Number base;                      // M of the subsidy (FLT-4, FLT-13)
  Ore own_atp = 0, public_atp = 0, obligatory_pension = 0;
};

struct Facts {
  std::optional<Date> approved;
  std::optional<int> weeks_before;  // counted, that ended before the first month
  std::vector<Paid> paid;           // one a month
};

struct Choices {
  bool m_less_refund = false;       // KOM-7
  bool on_weekdays = false;         // KOM-9
  bool not_before_new_job = false;  // KOM-4, the other reading of BEK 14/2026 § 21
  bool public_holidays_excluded = true;
};

struct Week {
  Date monday = 0;
  int days = 0;   // of the month, with an expense
  int weeks = 0;  // counted up to and with this one
  Scheme scheme = Scheme::staircase;
  Number subsidy, ledighedsydelse;  // kroner
};

struct Line {
  Month month;
  bool known = true;
  bool starts_over = false;  // KOM-2: with a week that ends in the month
  std::vector<Week> weeks;
  std::optional<Number> share;  // refunded in the last of them: of the ledighedsydelse where there is any, else of the subsidy
  std::optional<Number> wage;   // KOM-7
  Month wage_month;             // whose wage that is
  Number pension;               // what of that wage is left out
  Purses purses;
  Ore state = 0, citizen = 0, set_aside = 0;
};

// KOM-4: the first day on which the staircase holds; none: never.
std::optional<Date> staircase_from(const Course& c, const std::optional<Date>& approved);

std::vector<Line> months(const Course& c, const Facts& facts, Date as_of, const Choices& choices, const RateBook& book);

}  // namespace oracle::ledger
