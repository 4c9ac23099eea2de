#pragma once

#include <chrono>
#include <vector>

namespace fleks {

/// Dated rows with one more: what the rows of the same thing say of its period gives way to it.
template <class Row, class SameThing>
std::vector<Row> with_row(const std::vector<Row>& rows, const Row& added, SameThing same_thing) {
  std::vector<Row> kept;
  kept.reserve(rows.size() + 2);
  for (const Row& old : rows) {
    if (!same_thing(old) || old.last < added.first || old.first > added.last) {
      kept.push_back(old);
      continue;
    }
    if (old.first < added.first) {
      kept.push_back(old);
      kept.back().last = added.first - std::chrono::days{1};
    }
    if (old.last > added.last) {
      kept.push_back(old);
      kept.back().first = added.last + std::chrono::days{1};
    }
  }
  kept.push_back(added);
  return kept;
}

}  // namespace fleks
