#pragma once

#include <algorithm>
#include <functional>
#include <vector>

#include <fleks/analysis/bounds.hpp>

// Facts that lie in ranges, as a box of whole counts; a month at each of its points.

namespace fleks {

/// A point of a box: a count for each range, in their order.
using Point = std::vector<std::int64_t>;

/// The ranges of a box, or of a part of it.
using Ranges = std::vector<FactRange>;

/// How the subsidy moves when a fact rises: a wage takes of it, a ceiling gives room.
[[nodiscard]] bool raises_subsidy(Fact fact) noexcept;
/// Facts that FLT-3 asks for, and that are counted together as wage (FLT-5), care income among them.
[[nodiscard]] bool is_wage(Fact fact) noexcept;
[[nodiscard]] bool is_benefit(Fact fact) noexcept;

/// Sets a fact of a month to a count.
void set(MonthFacts& facts, Fact fact, std::int64_t count) noexcept;

/// Computes months of the box; the first error is kept, and what follows it means nothing.
class Box {
 public:
  Box(const MonthFacts& facts, const RateTable& rates, const Options& options, Ranges ranges)
      : facts_(facts), rates_(rates), options_(options), ranges_(std::move(ranges)) {}

  [[nodiscard]] const Ranges& ranges() const noexcept { return ranges_; }
  [[nodiscard]] const MonthFacts& facts() const noexcept { return facts_; }
  [[nodiscard]] const Options& options() const noexcept { return options_; }
  [[nodiscard]] MonthFacts facts_at(const Point& point) const;
  [[nodiscard]] MonthStatement at(const Point& point);
  [[nodiscard]] const std::optional<Error>& error() const noexcept { return error_; }

 private:
  MonthFacts facts_;
  const RateTable& rates_;
  const Options& options_;
  Ranges ranges_;
  std::optional<Error> error_{};
};

/// The smallest count in a range where a test holds that goes on holding from there; nothing where it never does.
template <class Test>
[[nodiscard]] std::optional<std::int64_t> first_where(std::int64_t from, std::int64_t to, Test test) {
  if (!test(to)) return std::nullopt;
  while (from < to) {
    const std::int64_t middle = from + (to - from) / 2;
    if (test(middle))
      to = middle;
    else
      from = middle + 1;
  }
  return from;
}

/// Cuts a box into parts in which every amount moves one way with each fact, but for those that `bounds` says: by the bands of ATP
/// (39, 78, 117 hours), and into what gives a right to the subsidy (FLT-3) and what does not.
[[nodiscard]] std::vector<Ranges> parts_of(Box& box);

/// A way through a box on which one fact after the other goes from one end to the other, in steps of one.
class Way {
 public:
  /// Only the facts that `moves` moves; `begin` is where the others stand, too. A fact goes to the end that lowers the subsidy.
  Way(const Ranges& ranges, Point begin, const std::function<bool(Fact)>& moves);
  [[nodiscard]] std::int64_t length() const noexcept { return length_; }
  [[nodiscard]] Point at(std::int64_t step) const;

 private:
  struct Leg {
    std::size_t place;
    std::int64_t steps;
    bool down;
  };
  Point begin_;
  std::vector<Leg> legs_{};
  std::int64_t length_ = 0;
};

/// Calls `visit` for the first and the last step of each stretch of the way on which a value that only falls, or only rises, stands
/// still.
template <class Value, class Visit>
void each_stretch(const Way& way, Value value, Visit visit) {
  std::int64_t at = 0;
  visit(at);
  while (at < way.length()) {
    const auto here = value(at);
    // Twice as far each time, until it has changed; then back to where.
    std::int64_t reach = 1;
    while (at + reach < way.length() && value(at + reach) == here) reach *= 2;
    const std::int64_t last = std::min(at + reach, way.length());
    const auto changed = first_where(at + reach / 2, last, [&](std::int64_t step) { return value(step) != here; });
    if (!changed) break;
    visit(*changed - 1);
    visit(at = *changed);
  }
  visit(way.length());
}

}  // namespace fleks
