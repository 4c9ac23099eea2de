#include "municipality.hpp"

namespace oracle {
namespace {

// Days since 1 March of the year 0, by counting.
long serial(const Day& d) {
  const int y = d.month > 2 ? d.year : d.year - 1, m = d.month > 2 ? d.month - 3 : d.month + 9;
  return 365L * y + y / 4 - y / 100 + y / 400 + (153L * m + 2) / 5 + d.day - 1;
}

Day day_of(long serial_day) {
  Day d{static_cast<int>(serial_day / 366), 1, 1};
  while (serial(Day{d.year + 1, 1, 1}) <= serial_day) ++d.year;
  while (d.month < 12 && serial(Day{d.year, d.month + 1, 1}) <= serial_day) ++d.month;
  d.day = static_cast<int>(serial_day - serial(Day{d.year, d.month, 1})) + 1;
  return d;
}

}  // namespace

std::vector<int> benefit_weeks(const Day& first, const std::vector<Week>& weeks, int before) {
  std::vector<int> counts;
  const long begin = serial(first);
  int count = before;
  std::size_t after = 0;  // self-support from this week on can let the count start over
  for (std::size_t i = 0; i < weeks.size(); ++i) {
    const long monday = begin + 7 * static_cast<long>(i);
    if (monday + 6 >= serial({2014, 7, 1})) {
      if (weeks[i] == Week::benefit) {
        if (count == 0) after = i;
        ++count;
      }
      if (weeks[i] == Week::self_support && count > 0) {
        Day three_years_ago = day_of(monday + 7);
        three_years_ago.year -= 3;
        three_years_ago.day = std::min(three_years_ago.day, days_in({three_years_ago.year, three_years_ago.month}));
        int self_support = 0;
        for (std::size_t j = after; j <= i; ++j) {
          const long its_monday = begin + 7 * static_cast<long>(j);
          if (weeks[j] == Week::self_support && its_monday >= serial(three_years_ago) && its_monday + 6 >= serial({2014, 7, 1}))
            ++self_support;
        }
        if (self_support >= 52) count = 0;
      }
    }
    counts.push_back(count);
  }
  return counts;
}

Number staircase(int week) {
  if (week <= 4) return ratio(80, 100);
  if (week <= 26) return ratio(40, 100);
  if (week <= 52) return ratio(30, 100);
  return ratio(20, 100);
}

Purses purses(const std::vector<PurseWeek>& weeks, const Number& base, const std::optional<Number>& wage, const Number& cap,
              bool m_less_refund) {
  Purses p;
  Number of_subsidy = 0;
  bool last_step = false;
  for (const PurseWeek& w : weeks) {
    p.benefit = p.benefit + w.subsidy + w.ledighedsydelse;
    const Number subsidy_share = w.scheme == Scheme::staircase ? staircase(w.weeks) : ratio(65, 100);
    Number benefit_share = 0;
    if (w.scheme == Scheme::staircase) benefit_share = subsidy_share;
    if (w.scheme == Scheme::old) benefit_share = ratio(30, 100);
    if (w.scheme == Scheme::old_offer) benefit_share = ratio(50, 100);
    of_subsidy = of_subsidy + subsidy_share * w.subsidy;
    p.refund_unrounded = p.refund_unrounded + subsidy_share * w.subsidy + benefit_share * w.ledighedsydelse;
    if (w.scheme == Scheme::staircase && w.weeks > 52 && w.subsidy > 0) last_step = true;
  }
  p.refund = to_ore(p.refund_unrounded);
  if (last_step && wage) {
    const Number share = m_less_refund ? ratio(30, 100) * base - of_subsidy : ratio(30, 100) * (base - of_subsidy);
    const Number before_wage = std::min(below_zero_is_none(share), cap);
    p.fleksbidrag = to_krone(below_zero_is_none(before_wage - ratio(20, 100) * *wage));
  }
  p.municipality = to_ore(p.benefit) - p.refund - p.fleksbidrag;
  return p;
}

}  // namespace oracle
