#include <fleks/analysis/hours_bounds.hpp>

#include <algorithm>
#include <map>

#include <fleks/statement/ceiling_statement.hpp>

#include "analysis/box.hpp"
#include "analysis/hours_pay_bounds.hpp"
#include "rules/net_picture.hpp"

// Bounds of a citizen's curve: a ceiling, a rent and what else is beside the pay, that are not known.

namespace fleks {
namespace {

bool is_of_ceiling(Fact fact) noexcept {
  switch (fact) {
    case Fact::ceiling:
    case Fact::ceiling_hourly:
    case Fact::ceiling_supplements:
    case Fact::ceiling_bonus:
    case Fact::ceiling_holiday_supplement: return true;
    default: return false;
  }
}
/// More of it is more to have, and more that is taken.
bool moves_both(Fact fact) noexcept { return is_of_ceiling(fact) || fact == Fact::other_income; }
/// More of it is less that is taken: more housing benefit, less tax.
bool spares(Fact fact) noexcept { return fact == Fact::rent || fact == Fact::union_fee; }

bool set(Citizen& c, Fact fact, std::int64_t count) {
  const Money amount = Money::oere(count);
  switch (fact) {
    case Fact::rent: c.rent = amount; return true;
    case Fact::other_income: c.other_income = amount; return true;
    case Fact::wealth: c.home.wealth = amount; return true;
    case Fact::union_fee: c.deductions.union_fee = amount; return true;
    case Fact::daycare_fee:
      c.daycare_fee = amount;
      if (count == 0) c.daycare_places = 0;
      return true;
    default: break;
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
    join("other_income", Exact::of(r.other_income));
    join("in_hand", Exact::of(r.in_hand));
    join("pension_saved", Exact::of(r.pension_saved));
  }
};

/// A row with where in the box it is.
struct Place {
  Point point{};
  NetRow row{};
};

/// A point of the curve over the ranges that move both what is had and what is taken, the other facts at one place.
class Extreme {
 public:
  Extreme(Citizens& citizens, const Work& work, Point others, std::vector<std::size_t> places)
      : citizens_(citizens), work_(work), others_(std::move(others)), places_(std::move(places)) {}

  /// Where most is in hand (`sign` 1) or least (-1).
  [[nodiscard]] Place find(int sign) {
    Point low = others_, high = others_;
    for (const std::size_t place : places_) {
      low[place] = citizens_.ranges()[place].from;
      high[place] = citizens_.ranges()[place].to;
    }
    best_ = at(low);
    halve(low, high, sign);
    return best_;
  }

 private:
  [[nodiscard]] Place at(const Point& point) { return {point, citizens_.row(point, work_)}; }
  void see(const Place& place, int sign) {
    if (sign > 0 ? best_.row.in_hand < place.row.in_hand : place.row.in_hand < best_.row.in_hand) best_ = place;
  }
  static Money had(const NetRow& row) noexcept { return row.in_hand + taken(row); }

  /// In a box nowhere is more had, or taken, than at its highest corner, nor less than at its lowest.
  void halve(const Point& low, const Point& high, int sign) {
    if (citizens_.error()) return;
    const Place least = at(low), most = low == high ? least : at(high);
    see(least, sign);
    see(most, sign);
    if (low == high) return;
    if (sign > 0 ? had(most.row) - taken(least.row) <= best_.row.in_hand : best_.row.in_hand <= had(least.row) - taken(most.row)) return;
    const std::size_t place = widest(least, high);
    const std::int64_t middle = low[place] + (high[place] - low[place]) / 2;
    Point below = high, above = low;
    below[place] = middle;
    above[place] = middle + 1;
    // First where the end is that most likely has it.
    if (sign > 0) {
      halve(above, high, sign);
      halve(low, below, sign);
    } else {
      halve(low, below, sign);
      halve(above, high, sign);
    }
  }
  /// Which of the facts moves most in the box.
  [[nodiscard]] std::size_t widest(const Place& low, const Point& high) {
    std::optional<std::size_t> found;
    Money most;
    for (const std::size_t place : places_) {
      if (low.point[place] == high[place]) continue;
      Money moved;
      if (places_.size() > 1) {
        Point point = low.point;
        point[place] = high[place];
        const NetRow row = at(point).row;
        moved = had(row) - had(low.row) + taken(row) - taken(low.row);
      }
      if (found && moved <= most) continue;
      found = place;
      most = moved;
    }
    return *found;
  }

  Citizens& citizens_;
  Work work_;
  Point others_;
  std::vector<std::size_t> places_;
  Place best_{};
};

std::optional<Error> what_is_wrong(const Citizen& c, std::span<const FactRange> ranges, const Options& options) {
  if (auto wrong = wrong_ranges(ranges)) return wrong;
  std::optional<Fact> ceiling;
  for (const FactRange& range : ranges) {
    if (is_gone_through(range.fact) && ranges.size() > 1)
      return not_with(range.fact, to_text(range.fact == ranges.front().fact ? ranges.back().fact : ranges.front().fact));
    if (Citizen citizen = c; !is_gone_through(range.fact) && !set(citizen, range.fact, 0))
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
  Point low{}, high{};  // of what is taken
  std::vector<std::size_t> both{};
  std::optional<std::size_t> ceiling{};
};
Corners corners_of(const Ranges& ranges) {
  Corners corners;
  for (std::size_t i = 0; i < ranges.size(); ++i) {
    const FactRange& range = ranges[i];
    corners.low.push_back(spares(range.fact) ? range.to : range.from);
    corners.high.push_back(spares(range.fact) ? range.from : range.to);
    if (moves_both(range.fact)) corners.both.push_back(i);
    if (is_of_ceiling(range.fact)) corners.ceiling = i;
  }
  return corners;
}

/// Whether a fact makes no difference between two rows, by what it alone moves and no rounding of tax hides.
std::optional<bool> is_same(Fact fact, const NetRow& a, const NetRow& b) noexcept {
  switch (fact) {
    case Fact::other_income:
    case Fact::union_fee: return std::nullopt;
    case Fact::rent:
    case Fact::wealth: return a.housing_benefit == b.housing_benefit;
    case Fact::daycare_fee: return a.daycare == b.daycare;
    default: return a.ceiling_cut == b.ceiling_cut;
  }
}

/// Between which of its values a fact changes a row, and what it takes of the most in hand.
DecidingFact decided(Citizens& citizens, std::span<const Work> points, const Corners& corners, std::size_t place) {
  const FactRange& range = citizens.ranges()[place];
  DecidingFact d{range, {}, {}, {}};
  std::int64_t starts = range.to, stops = range.from;
  for (const Work& work : points) {
    const Place most = Extreme(citizens, work, corners.low, corners.both).find(1);
    const auto row = [&](std::int64_t count) {
      Point point = most.point;
      point[place] = count;
      return citizens.row(point, work);
    };
    const NetRow first = row(range.from), last = row(range.to);
    const auto same = is_same(range.fact, first, last);
    if (same && *same) continue;
    Point rest = corners.low;
    rest[place] = corners.high[place];
    const Money least = moves_both(range.fact) ? Extreme(citizens, work, most.point, {place}).find(-1).row.in_hand
                                               : Extreme(citizens, work, rest, corners.both).find(1).row.in_hand;
    d.worth = std::max(d.worth, most.row.in_hand - least);
    if (!same) {
      starts = range.from;
      stops = range.to;
      continue;
    }
    if (const auto stop = first_where(range.from, range.to, [&](std::int64_t count) { return *is_same(range.fact, row(count), last); }))
      stops = std::max(stops, *stop);
    const auto moved = first_where(range.from, range.to, [&](std::int64_t count) { return !*is_same(range.fact, row(count), first); });
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
  if (ranges.size() == 1 && is_gone_through(ranges.front().fact)) return bounds_of_each(citizen, ranges.front(), points, rates, options);
  Citizens citizens(citizen, rates, options, {ranges.begin(), ranges.end()});
  const Corners corners = corners_of(citizens.ranges());
  HoursBounds result;
  for (const Work& work : points) {
    NetRowBounds row;
    FoundRow found;
    // Each amount but in hand goes one way with each fact.
    found.join(citizens.row(corners.low, work));
    found.join(citizens.row(corners.high, work));
    row.lowest = Extreme(citizens, work, corners.high, corners.both).find(-1).row;
    row.highest = Extreme(citizens, work, corners.low, corners.both).find(1).row;
    if (citizens.error()) return *citizens.error();
    found.join("in_hand", Exact::of(row.lowest.in_hand));
    found.join("in_hand", Exact::of(row.highest.in_hand));
    row.amounts = std::move(found).not_fixed();
    result.rows.push_back(std::move(row));
  }
  for (std::size_t i = 0; i < ranges.size(); ++i) result.decides.push_back(decided(citizens, points, corners, i));
  Point best = corners.low;
  for (const std::size_t place : corners.both) best[place] = ranges[place].to;
  const NetPicture *low = citizens.at(corners.low), *high = citizens.at(best);
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
