#include <fleks/analysis/hours_bounds.hpp>

#include <algorithm>
#include <map>

#include <fleks/statement/ceiling_statement.hpp>

#include "analysis/box.hpp"
#include "analysis/hours_pay_bounds.hpp"
#include "rules/net_picture.hpp"

// Bounds of a citizen's curve: a ceiling and a rent that are not known.

namespace fleks {
namespace {

bool is_of_ceiling(Fact fact) noexcept { return raises_subsidy(fact) && all_of(fact) && fact != Fact::benefits_in_kind; }

bool set(Citizen& c, Fact fact, std::int64_t count) {
  if (fact == Fact::rent) {
    c.rent = Money::oere(count);
    return true;
  }
  if (!is_of_ceiling(fact)) return false;
  MonthFacts month;
  if (c.ceiling) month.ceiling = *c.ceiling;
  if (!set(month, fact, count)) return false;
  c.ceiling = month.ceiling;
  return true;
}

/// The citizens of a box, one for each of its points, as often as they are asked for.
class Citizens {
 public:
  Citizens(const Citizen& citizen, const RateTable& rates, const Options& options, Ranges ranges)
      : citizen_(citizen), rates_(rates), options_(options), ranges_(std::move(ranges)) {}

  [[nodiscard]] const Ranges& ranges() const noexcept { return ranges_; }
  [[nodiscard]] const std::optional<Error>& error() const noexcept { return error_; }
  [[nodiscard]] const NetPicture* at(const Point& point) {
    const auto known = pictures_.find(point);
    if (known != pictures_.end()) return &known->second;
    Citizen citizen = citizen_;
    for (std::size_t i = 0; i < ranges_.size(); ++i) set(citizen, ranges_[i].fact, point[i]);
    auto picture = NetPicture::of(citizen, rates_, options_);
    if (picture) return &pictures_.emplace(point, *std::move(picture)).first->second;
    if (!error_) error_ = std::move(picture).error();
    return nullptr;
  }
  [[nodiscard]] NetRow row(const Point& point, const Work& work) {
    const NetPicture* picture = at(point);
    if (picture == nullptr) return {};
    auto row = picture->at(work);
    if (row) return *std::move(row);
    if (!error_) error_ = std::move(row).error();
    return {};
  }

 private:
  Citizen citizen_;
  const RateTable& rates_;
  const Options& options_;
  Ranges ranges_;
  std::map<Point, NetPicture> pictures_{};
  std::optional<Error> error_{};
};

/// What rises with the subsidy and is taken from in hand: own ATP, tax, the loss of housing and child benefit, daycare.
Money taken(const NetRow& r) noexcept { return r.subsidy_atp_own + r.tax + r.daycare - r.housing_benefit - r.child_benefit; }

class FoundRow : public FoundAmounts {
 public:
  using FoundAmounts::join;
  void join(const NetRow& r) {
    join("fleksloentilskud", Exact::of(r.fleksloentilskud));
    join("subsidy_atp_own", Exact::of(r.subsidy_atp_own));
    join("public_atp", Exact::of(r.public_atp));
    join("obligatory_pension", Exact::of(r.obligatory_pension));
    join("tax", Exact::of(r.tax));
    join("housing_benefit", Exact::of(r.housing_benefit));
    join("daycare", Exact::of(r.daycare));
    join("child_benefit", Exact::of(r.child_benefit));
    join("in_hand", Exact::of(r.in_hand));
    join("pension_saved", Exact::of(r.pension_saved));
  }
};

/// A point of the curve over the one range that moves the subsidy, the other facts at one place.
class OverCeiling {
 public:
  OverCeiling(Citizens& citizens, const Work& work, Point others, std::optional<std::size_t> place)
      : citizens_(citizens), work_(work), point_(std::move(others)), place_(place) {}

  /// The row with most in hand (`sign` 1) or least (-1).
  [[nodiscard]] NetRow extreme(int sign) {
    if (!place_) return citizens_.row(point_, work_);
    const FactRange& range = citizens_.ranges()[*place_];
    const NetRow first = row(range.from), last = row(range.to);
    NetRow best = first;
    if (better(last, best, sign)) best = last;
    halve({range.from, first}, {range.to, last}, sign, best);
    return best;
  }

 private:
  struct End {
    std::int64_t count;
    NetRow row;
  };
  [[nodiscard]] NetRow row(std::int64_t count) {
    point_[*place_] = count;
    return citizens_.row(point_, work_);
  }
  static bool better(const NetRow& a, const NetRow& b, int sign) noexcept {
    return sign > 0 ? b.in_hand < a.in_hand : a.in_hand < b.in_hand;
  }
  /// Between two counts what rises is at most that of the higher, what is taken at least that of the lower.
  void halve(const End& low, const End& high, int sign, NetRow& best) {
    if (high.count - low.count < 2 || low.row.fleksloentilskud == high.row.fleksloentilskud) return;
    const Money spread = taken(high.row) - taken(low.row);
    if (sign > 0 ? high.row.in_hand + spread <= best.in_hand : best.in_hand <= low.row.in_hand - spread) return;
    const std::int64_t count = low.count + (high.count - low.count) / 2;
    const End middle{count, row(count)};
    if (better(middle.row, best, sign)) best = middle.row;
    // First where the end is that most likely has it.
    if (sign > 0) {
      halve(middle, high, sign, best);
      halve(low, middle, sign, best);
    } else {
      halve(low, middle, sign, best);
      halve(middle, high, sign, best);
    }
  }

  Citizens& citizens_;
  Work work_;
  Point point_;
  std::optional<std::size_t> place_;
};

std::optional<Error> what_is_wrong(const Citizen& c, std::span<const FactRange> ranges, const Options& options) {
  if (auto wrong = wrong_ranges(ranges)) return wrong;
  std::optional<Fact> ceiling;
  for (const FactRange& range : ranges) {
    if (is_of_pay(range.fact) && ranges.size() > 1)
      return not_with(range.fact, to_text(range.fact == ranges.front().fact ? ranges.back().fact : ranges.front().fact));
    if (Citizen citizen = c; !is_of_pay(range.fact) && !set(citizen, range.fact, 0))
      return Error{.code = ErrorCode::exclusive_facts, .field = range.fact};
    if (options.policy.in_force(std::chrono::year{c.year} / std::chrono::January)) return not_with(range.fact, "reform");
    if (!is_of_ceiling(range.fact)) continue;
    if (ceiling) return not_with(range.fact, to_text(*ceiling));
    ceiling = range.fact;
  }
  return std::nullopt;
}

/// The box of a citizen, with what its corners are.
struct Corners {
  Point low, high;  // of the subsidy and of the housing benefit
  std::optional<std::size_t> ceiling{};
};

/// Between which of its values a fact changes a row, and what it takes of the most in hand.
DecidingFact decided(Citizens& citizens, std::span<const Work> points, const Corners& corners, std::size_t place) {
  const FactRange& range = citizens.ranges()[place];
  const bool is_rent = range.fact == Fact::rent;
  DecidingFact d{range, {}, {}, {}};
  const auto row = [&](std::int64_t count, const Work& work) {
    Point point = corners.high;
    point[place] = count;
    return citizens.row(point, work);
  };
  std::int64_t starts = range.to, stops = range.from;
  for (const Work& work : points) {
    const auto same = [&](const NetRow& a, const NetRow& b) {
      return is_rent ? a.housing_benefit == b.housing_benefit : a.ceiling_cut == b.ceiling_cut;
    };
    const NetRow first = row(range.from, work), last = row(range.to, work);
    if (same(first, last)) continue;
    Point rest = corners.high;
    const NetRow most = OverCeiling(citizens, work, corners.high, corners.ceiling).extreme(1);
    rest[place] = range.from;
    const NetRow least = is_rent ? OverCeiling(citizens, work, rest, corners.ceiling).extreme(1)
                                 : OverCeiling(citizens, work, corners.high, corners.ceiling).extreme(-1);
    d.worth = std::max(d.worth, most.in_hand - least.in_hand);
    if (const auto stop = first_where(range.from, range.to, [&](std::int64_t count) { return same(row(count, work), last); }))
      stops = std::max(stops, *stop);
    const auto moved = first_where(range.from, range.to, [&](std::int64_t count) { return !same(row(count, work), first); });
    if (moved) starts = std::min(starts, *moved - 1);
  }
  if (stops != range.to && stops != range.from) d.stops_at = stops;
  if (starts != range.from && starts != range.to) d.starts_at = starts;
  return d;
}

}  // namespace

Result<HoursBounds> bounds(const Citizen& citizen, std::span<const FactRange> ranges, std::span<const Work> points, const RateTable& rates,
                           const Options& options) {
  if (auto wrong = what_is_wrong(citizen, ranges, options)) return std::move(*wrong);
  if (ranges.size() == 1 && is_of_pay(ranges.front().fact)) return bounds_of_pay(citizen, ranges.front(), points, rates, options);
  Citizens citizens(citizen, rates, options, {ranges.begin(), ranges.end()});
  Corners corners;
  for (std::size_t i = 0; i < ranges.size(); ++i) {
    corners.low.push_back(ranges[i].from);
    corners.high.push_back(ranges[i].to);
    if (is_of_ceiling(ranges[i].fact)) corners.ceiling = i;
  }
  HoursBounds result;
  for (const Work& work : points) {
    NetRowBounds row;
    FoundRow found;
    // Each amount but in hand goes one way with each fact; housing benefit falls with the subsidy and rises with the rent.
    for (const Point& others : {corners.low, corners.high}) {
      Point other_ceiling = others;
      if (corners.ceiling) {
        const FactRange& range = ranges[*corners.ceiling];
        other_ceiling[*corners.ceiling] = others[*corners.ceiling] == range.to ? range.from : range.to;
      }
      found.join(citizens.row(others, work));
      found.join(citizens.row(other_ceiling, work));
    }
    row.lowest = OverCeiling(citizens, work, corners.low, corners.ceiling).extreme(-1);
    row.highest = OverCeiling(citizens, work, corners.high, corners.ceiling).extreme(1);
    if (citizens.error()) return *citizens.error();
    found.join("in_hand", Exact::of(row.lowest.in_hand));
    found.join("in_hand", Exact::of(row.highest.in_hand));
    row.amounts = std::move(found).not_fixed();
    result.rows.push_back(std::move(row));
  }
  for (std::size_t i = 0; i < ranges.size(); ++i) result.decides.push_back(decided(citizens, points, corners, i));
  const NetPicture *low = citizens.at(corners.low), *high = citizens.at(corners.high);
  if (citizens.error()) return *citizens.error();
  result.citizen = high->citizen();
  std::stable_sort(result.decides.begin(), result.decides.end(), [](const auto& a, const auto& b) { return a.worth > b.worth; });
  if (corners.ceiling) {
    FoundAmounts ceiling;
    ceiling.join("normal_wage_ceiling", low->ceiling(citizen.hourly_wage));
    ceiling.join("normal_wage_ceiling", high->ceiling(citizen.hourly_wage));
    result.amounts = std::move(ceiling).not_fixed();
  }
  return result;
}

}  // namespace fleks
