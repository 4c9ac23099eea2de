#pragma once

#include <algorithm>
#include <functional>
#include <span>
#include <string_view>
#include <vector>

#include <fleks/analysis/bounds.hpp>

// Facts that lie in ranges, as a box of whole counts; a month at each of its points.

namespace fleks {

/// A point of a box: a count for each range, in their order.
using Point = std::vector<std::int64_t>;

/// The ranges of a box, or of a part of it.
using Ranges = std::vector<FactRange>;

/// How subsidy or benefit move when a fact rises: a wage takes of it, a ceiling gives room.
[[nodiscard]] bool raises_subsidy(Fact fact) noexcept;
/// Facts that FLT-3 asks for, and that are counted together as wage (FLT-5), care income among them.
[[nodiscard]] bool is_wage(Fact fact) noexcept;
[[nodiscard]] bool is_benefit(Fact fact) noexcept;

/// Sets a fact to a count; false where it is none of these facts.
bool set(MonthFacts& facts, const FactRange& range, std::int64_t count) noexcept;
bool set(MonthFacts& facts, Fact fact, std::int64_t count) noexcept;
bool set(LedighedsydelseFacts& facts, Fact fact, std::int64_t count) noexcept;
inline bool set(LedighedsydelseFacts& facts, const FactRange& range, std::int64_t count) noexcept {
  return !range.is_share && set(facts, range.fact, count);
}

/// The result of facts, by the function of their task.
[[nodiscard]] inline Result<MonthStatement> computed(const MonthFacts& facts, const RateTable& rates, const Options& options) {
  return fleksloentilskud(facts, rates, options);
}
[[nodiscard]] inline Result<LedighedsydelseStatement> computed(const LedighedsydelseFacts& facts, const RateTable& rates, const Options&) {
  return ledighedsydelse(facts, rates);
}

/// The amount that a result is about, and what it is before it is rounded, so that what is said of a fact does not hang on an øre.
[[nodiscard]] inline Money result_of(const MonthStatement& s) noexcept { return s.fleksloentilskud; }
[[nodiscard]] inline Money result_of(const LedighedsydelseStatement& s) noexcept { return s.ledighedsydelse; }
[[nodiscard]] Exact due_of(const MonthStatement& s);
[[nodiscard]] Exact due_of(const LedighedsydelseStatement& s);

/// Computes results of the box; the first error is kept, and what follows it means nothing.
template <class Statement>
class BoxOf {
 public:
  using Facts = typename Statement::Facts;
  BoxOf(const Facts& facts, const RateTable& rates, const Options& options, Ranges ranges)
      : facts_(facts), rates_(rates), options_(options), ranges_(std::move(ranges)) {}

  [[nodiscard]] const Ranges& ranges() const noexcept { return ranges_; }
  [[nodiscard]] const Facts& facts() const noexcept { return facts_; }
  [[nodiscard]] const Options& options() const noexcept { return options_; }
  [[nodiscard]] Facts facts_at(const Point& point) const {
    Facts facts = facts_;
    for (std::size_t i = 0; i < ranges_.size(); ++i) set(facts, ranges_[i], point[i]);
    return facts;
  }
  [[nodiscard]] Statement at(const Point& point) {
    auto result = computed(facts_at(point), rates_, options_);
    if (result) return *std::move(result);
    if (!error_) error_ = std::move(result).error();
    return {};
  }
  [[nodiscard]] const std::optional<Error>& error() const noexcept { return error_; }

 private:
  Facts facts_;
  const RateTable& rates_;
  const Options& options_;
  Ranges ranges_;
  std::optional<Error> error_{};
};
using Box = BoxOf<MonthStatement>;

/// The least and the most of each amount, joined part by part.
class FoundAmounts {
 public:
  void join(std::string_view name, const Exact& amount);
  void leave_out(std::string_view name);
  [[nodiscard]] std::vector<AmountBounds> not_fixed() &&;

 private:
  std::vector<AmountBounds> amounts_{};
};

/// That the ranges are ranges of facts that can be one.
[[nodiscard]] std::optional<Error> wrong_ranges(std::span<const FactRange> ranges);
[[nodiscard]] Error no_range(Fact fact, WhyNoRange why, std::vector<Field> others = {});

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

/// What a fact alone can take of the highest result, and between which of its values. `bends`: its result goes now up, now down.
template <class AnyBox>
[[nodiscard]] DecidingFact decider(AnyBox& box, const std::vector<Ranges>& parts, const Point& best, std::size_t place, bool bends) {
  const FactRange& range = box.ranges()[place];
  const auto result = [&](std::int64_t count) {
    Point point = best;
    point[place] = count;
    return box.at(point);
  };
  const auto due = [&](std::int64_t count) { return due_of(result(count)); };
  Money least = result_of(result(best[place]));
  for (const Ranges& part : parts)
    for (const std::int64_t end : {part[place].from, part[place].to}) least = std::min(least, result_of(result(end)));
  DecidingFact decider{range, result_of(result(best[place])) - least, {}, {}};
  const Exact first = due(range.from), last = due(range.to);
  if (decider.worth == Money{} || bends) return decider;
  // What takes the last of a wage takes the right with it.
  if (range.fact == Fact::benefits_in_kind && best[place] != range.to) return decider;
  // Below the first count that gives a right (FLT-3) there is none; from there on the result moves one way.
  const std::int64_t from = raises_subsidy(range.fact) || range.fact == Fact::paid_hours ? range.from : best[place];
  const auto stops = first_where(from, range.to, [&](std::int64_t count) { return due(count) == last; });
  if (stops && *stops != range.to) decider.stops_at = *stops;
  const auto moved =
      from == range.from ? first_where(from, range.to, [&](std::int64_t count) { return due(count) != first; }) : std::nullopt;
  if (moved && *moved - 1 != range.from) decider.starts_at = *moved - 1;
  return decider;
}

/// Cuts a box into parts in which every amount moves one way with each fact, but for those that `bounds` says: by the bands of ATP
/// (39, 78, 117 hours), and into what gives a right to the subsidy (FLT-3) and what does not.
[[nodiscard]] std::vector<Ranges> parts_of(Box& box);

/// A way through a box on which one fact after the other goes from one end to the other, in steps of one.
class Way {
 public:
  /// Only the facts that `moves` moves; `begin` is where the others stand, too. A fact goes to the end that lowers the subsidy.
  Way(const Ranges& ranges, Point begin, const std::function<bool(Fact)>& moves);
  /// The same of those at some places.
  Way(const Ranges& ranges, Point begin, std::span<const std::size_t> places);
  [[nodiscard]] std::int64_t length() const noexcept { return length_; }
  [[nodiscard]] Point at(std::int64_t step) const;

 private:
  struct Leg {
    std::size_t place;
    std::int64_t steps;
    bool down;
  };
  void add(const FactRange& range, std::size_t place);

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
