#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include <fleks/analysis/bounds.hpp>
#include <fleks/rates/rate_table.hpp>

#include "analysis/box.hpp"

// The bounds of a box by brute force: each of its points is computed, and what is least and most is kept.

namespace fleks {

inline const RateTable& rates() {
  static const RateTable table = RateTable::embedded();
  return table;
}

struct Interval {
  Exact from, to;
};
using Intervals = std::map<std::string, Interval>;

inline void join(Intervals& all, const std::string& name, const Exact& amount) {
  const auto [at, fresh] = all.try_emplace(name, Interval{amount, amount});
  if (amount < at->second.from) at->second.from = amount;
  if (amount > at->second.to) at->second.to = amount;
}

template <class Facts>
void each_point(const std::vector<FactRange>& ranges, const Facts& facts, const std::function<void(const Facts&)>& visit,
                std::size_t place = 0) {
  if (place == ranges.size()) return visit(facts);
  Facts with = facts;
  for (std::int64_t count = ranges[place].from; count <= ranges[place].to; ++count) {
    set(with, ranges[place], count);
    each_point(ranges, with, visit, place + 1);
  }
}

}  // namespace fleks
