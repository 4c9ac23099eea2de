#pragma once

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdint>
#include <span>

#include <fleks/rates/rate_table.hpp>

namespace fleks {

/// What a table is asked for, worked out from its rows once; of the embedded ones when the library is compiled, so that no start waits
/// for it.
struct RateIndex {
  /// The period of a month's first day, and that day.
  struct FirstDay {
    std::uint32_t period;
    std::int32_t day;
  };
  std::span<const std::chrono::sys_days> changes{};
  std::span<const detail::RatesOfPeriod> in_force{};  ///< one before the first change, then one from each
  std::array<std::size_t, rate_key_count + 1> begin_of_key{};
  std::span<const FirstDay> months{};  ///< from the month of the first change to that of the last
  int first_month = 0;
};

constexpr int months_since_year_0(int year, unsigned month) noexcept { return 12 * year + static_cast<int>(month) - 1; }
constexpr int months_since_year_0(std::chrono::sys_days day) noexcept {
  const std::chrono::year_month_day date{day};
  return months_since_year_0(int{date.year()}, unsigned{date.month()});
}

/// Puts the days on which some rate changes, ascending, at the beginning of `days`, which has room for two of each row; gives how many.
/// No vector: the library of the page has none in constants.
constexpr std::size_t find_changes(std::span<const Rate> rows, std::span<std::chrono::sys_days> days) {
  std::size_t count = 0;
  for (const Rate& rate : rows) {
    days[count++] = rate.first;
    if (rate.has_end()) days[count++] = rate.last + std::chrono::days{1};
  }
  const auto found = days.first(count);
  std::sort(found.begin(), found.end());
  return static_cast<std::size_t>(std::unique(found.begin(), found.end()) - found.begin());
}

/// Puts each of the rows, which are by key and date, into the periods it is in force in; gives where each key's rows begin.
constexpr std::array<std::size_t, rate_key_count + 1> put_in_force(std::span<const Rate> rows,
                                                                   std::span<const std::chrono::sys_days> changes,
                                                                   std::span<detail::RatesOfPeriod> in_force) {
  std::array<std::size_t, rate_key_count + 1> begin_of_key{};
  std::size_t row = 0;
  for (std::size_t key = 0; key < rate_key_count; ++key) {
    begin_of_key[key] = row;
    for (; row < rows.size() && static_cast<std::size_t>(rows[row].key) == key; ++row) {
      const Rate& rate = rows[row];
      auto period = static_cast<std::size_t>(std::lower_bound(changes.begin(), changes.end(), rate.first) - changes.begin());
      for (; period < changes.size() && changes[period] <= rate.last; ++period) {
        auto& of_period = in_force[period + 1];
        of_period.rows[key] = static_cast<std::uint32_t>(row + 1);
        if (rate.status == RateStatus::missing) continue;
        of_period.counts[key] = rate.count;
        of_period.of_reform = of_period.of_reform || rate.of_reform;
        of_period.known[key / 64] |= std::uint64_t{1} << key % 64;
      }
    }
  }
  begin_of_key[rate_key_count] = row;
  return begin_of_key;
}

/// How many months lie between the changes, both ends counted; 0 where rows lie further apart than laws live, of which the period is looked
/// for each time.
constexpr std::size_t months_of(std::span<const std::chrono::sys_days> changes) noexcept {
  constexpr int most = 12 * 100;
  const int count = months_since_year_0(changes.back()) - months_since_year_0(changes.front()) + 1;
  return count > most ? 0 : static_cast<std::size_t>(count);
}
constexpr void find_first_days(std::span<const std::chrono::sys_days> changes, std::span<RateIndex::FirstDay> months) {
  const int first = months_since_year_0(changes.front());
  std::size_t period = 0;
  for (std::size_t i = 0; i < months.size(); ++i) {
    const int month = first + static_cast<int>(i);
    const std::chrono::sys_days day{std::chrono::year{month / 12} / std::chrono::month{static_cast<unsigned>(month % 12) + 1} / 1};
    while (period < changes.size() && changes[period] <= day) ++period;
    months[i] = {static_cast<std::uint32_t>(period), static_cast<std::int32_t>(day.time_since_epoch().count())};
  }
}

}  // namespace fleks
