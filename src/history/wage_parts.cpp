#include "history/wage_parts.hpp"

#include <algorithm>

#include "rules/source_order.hpp"
#include "rules/spread_pay.hpp"

namespace fleks::history {
namespace {

Money part_of(Money total, std::int64_t so_far, std::int64_t up_to, std::int64_t whole) noexcept {
  return Money::oere(law::part_of_spread(total.in_oere(), so_far, up_to, whole));
}

/// FLT-6: a bonus and the like, evenly by month; the amount of all of them.
Money add_spread(std::vector<WagePart>& parts, const WageRecord& w, WagePart part) {
  Money all{};
  part.kind = WagePart::Kind::spread;
  for (std::size_t i = 0; i < w.spread.size(); ++i) {
    const SpreadPay& s = w.spread[i];
    all += s.amount;
    part.item = static_cast<std::uint32_t>(i);
    part.months = number_of(s.last) - number_of(s.first) + 1;
    for (int k = 0; k < part.months; ++k) {
      part.month = number_of(s.first) + k;
      part.pay = part_of(s.amount, k, k + 1, part.months);
      parts.push_back(part);
    }
  }
  return all;
}

/// FLT-16: ferietillæg and the like count in the month they are paid; the amount of all of them.
Money add_supplements(std::vector<WagePart>& parts, const WageRecord& w, WagePart part) {
  Money all{};
  part.kind = WagePart::Kind::supplement;
  part.month = number_of(month_of(w.disposal));
  for (std::size_t i = 0; i < w.supplements.size(); ++i) {
    all += w.supplements[i].amount;
    part.item = static_cast<std::uint32_t>(i);
    part.pay = w.supplements[i].amount;
    parts.push_back(part);
  }
  return all;
}

/// FLT-6 for ordinary pay of a period across months: by the period's weekdays in each of them, or evenly.
void add_split(std::vector<WagePart>& parts, const WageRecord& w, WagePart part, Money ordinary, SplitWage split) {
  const int first = number_of(month_of(w.period.first)), last = number_of(month_of(w.period.last));
  part.split = true;
  part.months = last - first + 1;
  const bool weekend = weekdays(w.period.first, w.period.last) == 0;  // across two months: it counts in the first
  const auto weight_of = [&](int month) {
    if (split == SplitWage::evenly) return 1;
    if (weekend) return month == first ? 1 : 0;
    return weekdays(std::max(w.period.first, first_day(month_at(month))), std::min(w.period.last, last_day(month_at(month))));
  };
  std::int64_t whole = 0, so_far = 0;
  for (int m = first; m <= last; ++m) whole += weight_of(m);
  for (int m = first; m <= last; ++m) {
    const std::int64_t up_to = so_far + weight_of(m);
    part.month = m;
    part.pay = part_of(ordinary, so_far, up_to, whole);
    part.in_kind = std::min(part.pay, part_of(w.benefits_in_kind + w.gifts, so_far, up_to, whole));
    part.own_pension = part_of(w.own_pension, so_far, up_to, whole);
    part.employer_pension = part_of(w.employer_pension, so_far, up_to, whole);
    if (w.paid_hours) part.hours = Hours::of_ten_thousandths(law::part_of_spread(w.paid_hours->ten_thousandths(), so_far, up_to, whole));
    parts.push_back(part);
    so_far = up_to;
  }
}

void add_wage(std::vector<WagePart>& parts, const WageRecord& w, WagePart part, SplitWage split) {
  // FLT-5, FLT-15: what stands inside field 13 and counts elsewhere, or not at all.
  Money ordinary = w.am_income - w.holiday_allowance + w.b_income;
  ordinary -= add_spread(parts, w, part);
  ordinary -= add_supplements(parts, w, part);
  part.has_hours = w.paid_hours.has_value();

  const int first = number_of(month_of(w.period.first)), last = number_of(month_of(w.period.last));
  if (first != last && split != SplitWage::by_disposal) return add_split(parts, w, part, ordinary, split);
  part.month = first == last ? first : number_of(month_of(w.disposal));
  part.split = first != last;
  part.pay = ordinary;
  part.in_kind = w.benefits_in_kind + w.gifts;
  part.own_pension = w.own_pension;
  part.employer_pension = w.employer_pension;
  part.hours = w.paid_hours.value_or(Hours{});
  parts.push_back(part);
}

}  // namespace

std::vector<WagePart> wage_parts(const Case& facts, const std::vector<Holds>& holds) {
  std::vector<WagePart> parts;
  parts.reserve(facts.wages.size() + 8);
  for (std::size_t i = 0; i < facts.wages.size(); ++i) {
    const WageRecord& w = facts.wages[i];
    if (w.record.withdrawn) continue;
    WagePart part;
    part.record = static_cast<std::uint32_t>(i);
    part.employment = static_cast<std::uint32_t>(w.employment);
    part.rank = law::rank_for_wage(w.record.source);
    part.holds = holds[i];
    add_wage(parts, w, part, facts.options.split_wage);
  }
  std::stable_sort(parts.begin(), parts.end(), [](const WagePart& a, const WagePart& b) { return a.month < b.month; });
  return parts;
}

}  // namespace fleks::history
