#include "history/wage_parts.hpp"

#include <algorithm>
#include <numeric>

#include "rules/source_order.hpp"
#include "rules/spread_pay.hpp"
#include "rules/wage_record.hpp"

namespace fleks::history {
namespace {

/// FLT-6: a bonus and the like, evenly by month; the amount of all of them.
Money add_spread(std::vector<WagePart>& parts, const WageRecord& w, WagePart part) {
  Money all{};
  part.kind = WagePart::Kind::spread;
  for (std::size_t i = 0; i < w.spread.size(); ++i) {
    const SpreadPay& s = w.spread[i];
    all += s.amount;
    part.item = static_cast<std::uint32_t>(i);
    part.months = number_of(s.last) - number_of(s.first) + 1;
    part.pay = law::part_of_spread(Exact::of(s.amount), 1, part.months);
    for (part.month = number_of(s.first); part.month <= number_of(s.last); ++part.month) parts.push_back(part);
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
    part.pay = Exact::of(w.supplements[i].amount);
    parts.push_back(part);
  }
  return all;
}

/// FLT-6 for ordinary pay of a period across months: by the period's weekdays in each of them, or evenly.
void add_split(std::vector<WagePart>& parts, const WageRecord& w, const WagePart& whole, SplitWage split) {
  const int first = number_of(month_of(w.period.first)), last = number_of(month_of(w.period.last));
  const bool weekend = weekdays(w.period.first, w.period.last) == 0;  // across two months: it counts in the first
  const auto weight_of = [&](int month) {
    if (split == SplitWage::evenly) return 1;
    if (weekend) return month == first ? 1 : 0;
    return weekdays(std::max(w.period.first, first_day(month_at(month))), std::min(w.period.last, last_day(month_at(month))));
  };
  int sum = 0;
  for (int m = first; m <= last; ++m) sum += weight_of(m);
  WagePart part = whole;
  part.split = true;
  part.months = last - first + 1;
  for (part.month = first; part.month <= last; ++part.month) {
    const int weight = weight_of(part.month);
    if (weight == 0) continue;  // a weekend says nothing of its month's wage
    part.pay = law::part_of_spread(whole.pay, weight, sum);
    part.own_pension = law::part_of_spread(whole.own_pension, weight, sum);
    part.employer_pension = law::part_of_spread(whole.employer_pension, weight, sum);
    part.hours = law::part_of_spread(whole.hours, weight, sum);
    parts.push_back(part);
  }
}

void add_wage(std::vector<WagePart>& parts, const WageRecord& w, Money allowance, const Employment& job, WagePart part, SplitWage split) {
  // FLT-5, FLT-15: what stands inside field 13 and counts elsewhere, or not at all.
  Money ordinary = w.am_income - allowance + w.b_income - w.benefits_in_kind - w.gifts;
  ordinary -= add_spread(parts, w, part);
  ordinary -= add_supplements(parts, w, part);
  part.pay = Exact::of(ordinary);
  const auto pension = [&](Money amount, const std::optional<Percent>& share) {
    return share ? law::pay_before_own_pension(w) * Exact::of(*share) : Exact::of(amount);
  };
  part.own_pension = pension(w.own_pension, w.own_pension_share);
  part.employer_pension = pension(w.employer_pension, w.employer_pension_share);
  part.has_hours = w.paid_hours.has_value();
  if (w.paid_hours) part.hours = Exact::of(*w.paid_hours);

  const int first = number_of(month_of(w.period.first)), last = number_of(month_of(w.period.last));
  if (is_after_end(w, job)) {
    part.kind = WagePart::Kind::after_end;
    part.month = number_of(month_of(w.disposal));
    parts.push_back(part);
    return;
  }
  if (first != last && split != SplitWage::by_disposal) return add_split(parts, w, part, split);
  part.month = first == last ? first : number_of(month_of(w.disposal));
  part.split = first != last;
  parts.push_back(part);
}

}  // namespace

bool is_after_end(const WageRecord& w, const Employment& job) noexcept { return w.after_end || (job.to && w.period.first > *job.to); }

std::vector<WagePart> wage_parts(const Case& facts, const std::vector<Holds>& holds, const std::vector<std::optional<Money>>& allowances) {
  std::vector<WagePart> parts;
  parts.reserve(facts.wages.size() + 8);
  for (std::size_t i = 0; i < facts.wages.size(); ++i) {
    const WageRecord& w = facts.wages[i];
    if (w.record.withdrawn) continue;
    WagePart part;
    part.record = static_cast<std::uint32_t>(i);
    part.employment = static_cast<std::uint32_t>(w.employment);
    part.expected = w.expected;
    part.rank = law::rank_for_wage(w.record.source) + (w.expected ? law::first_rank_of_expected : 0);
    part.holds = holds[i];
    add_wage(parts, w, allowances[i].value_or(Money{}), facts.employments[w.employment], part, facts.options.split_wage);
  }
  return parts;
}

PartsByMonth::PartsByMonth(std::vector<WagePart> parts) : parts_(std::move(parts)) {
  if (parts_.empty()) return;
  const auto [least, most] = std::ranges::minmax_element(parts_, {}, &WagePart::month);
  first_ = least->month;
  const auto month_of_part = [&](const WagePart& part) { return static_cast<std::size_t>(part.month - first_); };
  before_.resize(month_of_part(*most) + 2);
  for (const WagePart& part : parts_) ++before_[month_of_part(part) + 1];
  std::partial_sum(before_.begin(), before_.end(), before_.begin());
  // Where each belongs is known now; they are large, so each is moved there once.
  std::vector<std::uint32_t> place(parts_.size());
  auto next = before_;
  for (std::size_t i = 0; i < place.size(); ++i) place[i] = next[month_of_part(parts_[i])]++;
  for (std::size_t i = 0; i < place.size(); ++i)
    for (; place[i] != i; std::swap(place[i], place[place[i]])) std::swap(parts_[i], parts_[place[i]]);
}

std::span<const WagePart> PartsByMonth::of(Month month) const noexcept {
  const int after_first = number_of(month) - first_;
  if (after_first < 0 || static_cast<std::size_t>(after_first) + 1 >= before_.size()) return {};
  const auto here = static_cast<std::size_t>(after_first);
  return std::span(parts_).subspan(before_[here], before_[here + 1] - before_[here]);
}

}  // namespace fleks::history
