#include <fleks/rates/unusual_rates.hpp>

#include <algorithm>
#include <set>

namespace fleks {
namespace {

bool same_value(const Rate* a, const Rate* b) {
  if (a == nullptr || b == nullptr) return a == b;
  return a->status == b->status || (a->status != RateStatus::missing && b->status != RateStatus::missing)
             ? a->status == RateStatus::missing || a->count == b->count
             : false;
}

bool is_known(const Rate& rate, const RateTable& known) {
  return std::ranges::any_of(known.rows(rate.key),
                             [&](const Rate& other) { return other.first == rate.first && same_value(&rate, &other); });
}

const Rate* on_day(std::span<const Rate> rows, std::chrono::sys_days day) {
  const auto found = std::ranges::find_if(rows, [&](const Rate& rate) { return rate.first <= day && day <= rate.last; });
  return found == rows.end() ? nullptr : &*found;
}

/// The row that went before, where the table begins with the rate.
const Rate* known_before(const Rate& rate, const RateTable& known) {
  const Rate* before = nullptr;
  for (const Rate& other : known.rows(rate.key))
    if (other.first < rate.first) before = &other;
  return before;
}

void compare(const Rate& rate, const Rate& before, std::vector<UnusualRate>& found) {
  // Counts of øre and ten-thousandths, far below what ten times them could hold.
  const std::int64_t was = before.count, is = rate.count, difference = is > was ? is - was : was - is;
  if (was == 0 || is == 0) return;
  constexpr std::int64_t one_per_cent = 10'000, about_ten = 8;  // a figure too many, and the change of a year
  const bool share = rate.unit() == RateUnit::percent && is < unusual_share_pct * one_per_cent && was >= unusual_share_pct * one_per_cent;
  if (share)
    found.push_back({&rate, &before, Unusual::share_as_number});
  else if (is / about_ten >= was || was / about_ten >= is)
    found.push_back({&rate, &before, Unusual::ten_times});
  else if (difference * 100 > was * unusual_change_pct)
    found.push_back({&rate, &before, Unusual::much_changed});
}

}  // namespace

std::vector<UnusualRate> unusual_rates(const RateTable& table, const RateTable& known) {
  std::vector<UnusualRate> found;
  const Rate* before = nullptr;
  for (const Rate& rate : table.rows()) {
    const Rate* last = before != nullptr && before->key == rate.key ? before : nullptr;
    before = &rate;
    if (rate.status == RateStatus::missing || is_known(rate, known)) continue;
    if (last == nullptr) last = known_before(rate, known);
    const bool monthly = rate.unit() == RateUnit::kroner_a_month;
    if (monthly && Date{rate.first}.day() != std::chrono::day{1}) found.push_back({&rate, last, Unusual::inside_a_month});
    if (last != nullptr && last->status != RateStatus::missing) compare(rate, *last, found);
  }
  return found;
}

std::vector<RateChange> rate_changes(const RateTable& from, const RateTable& to) {
  std::vector<RateChange> changes;
  for (std::size_t i = 0; i < rate_key_count; ++i) {
    const auto key = static_cast<RateKey>(i);
    const auto old_rows = from.rows(key), new_rows = to.rows(key);
    std::set<std::chrono::sys_days> days;
    for (const auto& rows : {old_rows, new_rows})
      for (const Rate& rate : rows) {
        days.insert(rate.first);
        if (rate.has_end()) days.insert(rate.last + std::chrono::days{1});
      }
    for (auto day = days.begin(); day != days.end(); ++day) {
      const Rate *before = on_day(old_rows, *day), *after = on_day(new_rows, *day);
      if (same_value(before, after)) continue;
      const auto next = std::next(day);
      const auto last = next == days.end() ? Rate::open : *next - std::chrono::days{1};
      const bool goes_on = !changes.empty() && changes.back().key == key && changes.back().last + std::chrono::days{1} == *day &&
                           same_value(changes.back().before, before) && same_value(changes.back().after, after);
      if (goes_on)
        changes.back().last = last;
      else
        changes.push_back({key, *day, last, before, after});
    }
  }
  return changes;
}

}  // namespace fleks
