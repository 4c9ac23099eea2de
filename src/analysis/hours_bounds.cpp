#include <fleks/analysis/hours_bounds.hpp>

#include <algorithm>
#include <optional>

#include "analysis/citizen_box.hpp"
#include "analysis/hours_pay_bounds.hpp"

// Bounds of a citizen's curve: a ceiling, a rent and what else is beside the pay, that are not known.

namespace fleks {
namespace {

/// What rises with the subsidy and is taken from in hand: own ATP, tax, the loss of housing and child benefit, daycare.
Money taken(const NetRow& r) noexcept { return r.subsidy_atp_own + r.tax + r.daycare - r.housing_benefit - r.child_benefit; }

class FoundRow : public FoundAmounts {
 public:
  using FoundAmounts::join;
  void join(const NetRow& r) {
    join("gross_pay", Exact::of(r.gross_pay));
    join("own_pension", Exact::of(r.own_pension));
    join("employer_pension", Exact::of(r.employer_pension));
    join("wage_atp_own", Exact::of(r.wage_atp_own));
    join("wage_atp_employer", Exact::of(r.wage_atp_employer));
    join("fleksloentilskud", Exact::of(r.fleksloentilskud));
    join("subsidy_atp_own", Exact::of(r.subsidy_atp_own));
    join("public_atp", Exact::of(r.public_atp));
    join("obligatory_pension", Exact::of(r.obligatory_pension));
    join("am_contribution", Exact::of(r.am_contribution));
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
  Extreme(CitizenBox& citizens, const Work& work, Point others, std::vector<std::size_t> places)
      : citizens_(citizens), work_(work), others_(std::move(others)), places_(std::move(places)) {}

  /// Where most is in hand (`sign` 1) or least (-1); `known` where nothing here has more, or less.
  [[nodiscard]] Place find(int sign, const std::optional<Place>& known = std::nullopt) {
    Point low = others_, high = others_;
    for (const std::size_t place : places_) {
      low[place] = citizens_.ranges()[place].from;
      high[place] = citizens_.ranges()[place].to;
    }
    best_ = known ? *known : at(low);
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

  CitizenBox& citizens_;
  Work work_;
  Point others_;
  std::vector<std::size_t> places_;
  Place best_{};
};

std::optional<Error> what_is_wrong(const Citizen& c, std::span<const FactRange> ranges, std::span<const Work> points,
                                   const Options& options) {
  if (auto wrong = wrong_ranges(ranges)) return wrong;
  const bool by_parts = c.ceiling && c.ceiling->form == Ceiling::Form::from_monthly;
  std::optional<Fact> stated, part;
  for (const FactRange& range : ranges) {
    if (Citizen citizen = c; !is_gone_through(range, points) && (range.is_share || !set(citizen, range.fact, 0)))
      return no_range(range.fact, WhyNoRange::not_here);
    if (range.fact == Fact::birth_year && range.to > c.year)
      return Error{.code = ErrorCode::out_of_range,
                   .field = range.fact,
                   .given = std::to_string(range.from) + ".." + std::to_string(range.to),
                   .allowed = Range{all_of(range.fact)->from, c.year}};
    if (options.policy.in_force(std::chrono::year{c.year} / std::chrono::January)) return no_range(range.fact, WhyNoRange::reform);
    if (!is_of_ceiling(range.fact) || range.fact == Fact::ceiling_holiday_supplement) continue;
    // A ceiling that is stated has no parts.
    (range.fact == Fact::ceiling && !by_parts ? stated : part) = range.fact;
    if (stated && part) return no_range(*part, WhyNoRange::not_here, {*stated});
  }
  return std::nullopt;
}

/// What a fact alone moves at a point, one way in each of its pieces, and by no less than a rounding of the tax would show.
Exact moved_by(Fact fact, CitizenBox& citizens, const Point& point, const Work& work) {
  const NetRow row = citizens.row(point, work);
  switch (fact) {
    case Fact::other_income: return Exact::of(row.other_income);
    case Fact::union_fee:
    case Fact::transport_km:
    case Fact::transport_days:
    case Fact::birth_year:
    case Fact::area:
    case Fact::children: return citizens.exact_in_hand(point, work);
    case Fact::rent:
    case Fact::wealth: return Exact::of(row.housing_benefit);
    case Fact::daycare_fee: return Exact::of(row.daycare);
    default: return row.ceiling_cut;
  }
}

/// What a fact of the box takes of the most in hand, and between which of its values it changes a row, over the points.
class Decided {
 public:
  explicit Decided(const FactRange& range) : d_{range, {}, {}, {}}, starts_(range.to), stops_(range.from) {}

  void see(CitizenBox& citizens, const Work& work, const Corners& corners, std::size_t place) {
    const FactRange& range = d_.range;
    const bool both = moves_both(range.fact);
    const Place most = Extreme(citizens, work, corners.low, corners.both).find(1);
    const auto moved = [&](std::int64_t count) {
      Point point = most.point;
      point[place] = count;
      return moved_by(range.fact, citizens, point, work);
    };
    if (moved(both ? range.to : most.point[place]) == moved(citizens.worst(most.point, place))) return;
    Point rest = corners.low;
    rest[place] = citizens.worst(rest, place);
    const Money least = both ? Extreme(citizens, work, most.point, {place}).find(-1).row.in_hand
                             : Extreme(citizens, work, rest, corners.both).find(1).row.in_hand;
    d_.worth = std::max(d_.worth, most.row.in_hand - least);
    const Ranges pieces = citizens.pieces(most.point, place);
    const auto first = moved(range.from), last = moved(range.to);
    std::int64_t stops = range.to;
    for (auto piece = pieces.rbegin(); piece != pieces.rend(); ++piece) {
      const auto stop = first_where(piece->from, piece->to, [&](std::int64_t count) { return moved(count) == last; });
      if (!stop) break;
      stops = *stop;
      if (stops != piece->from) break;
    }
    stops_ = std::max(stops_, stops);
    for (const FactRange& piece : pieces) {
      const auto begins = moved(piece.from) != first
                              ? piece.from
                              : first_where(piece.from, piece.to, [&](std::int64_t count) { return moved(count) != first; });
      if (!begins) continue;
      starts_ = std::min(starts_, *begins - 1);
      break;
    }
  }
  /// Without the places where it begins and ends to matter: of one of several boxes.
  [[nodiscard]] DecidingFact of_one() const { return d_; }
  [[nodiscard]] DecidingFact result() const {
    DecidingFact d = d_;
    if (stops_ != d.range.to && stops_ != d.range.from) d.stops_at = stops_;
    if (starts_ != d.range.from && starts_ != d.range.to) d.starts_at = starts_;
    return d;
  }

 private:
  DecidingFact d_;
  std::int64_t starts_, stops_;
};

/// The facts of a citizen and of the work that are gone through count by count, and the box of the others at each of them.
class Boxes {
 public:
  Boxes(const Citizen& citizen, std::span<const FactRange> ranges, std::span<const Work> points, const RateTable& rates,
        const Options& options)
      : citizen_(citizen), points_(points), rates_(rates), options_(options), given_(ranges.begin(), ranges.end()) {
    for (const FactRange& range : ranges)
      (is_of_work(range.fact) ? work_ : is_gone_through(range, points) ? taxed_ : box_).push_back(range);
    of_point_.resize(points.size());
  }

  [[nodiscard]] Result<HoursBounds> run() {
    if (auto wrong = too_many_counts(taxed_, work_, box_.empty())) return std::move(*wrong);
    each_count(taxed_, [&](const Point& taxed) {
      CitizenBox citizens = box_at(taxed);
      const Corners corners = citizens.corners();
      each_count(work_, [&](const Point& work) { return see(citizens, corners, taxed, work); });
      if (!error_) error_ = citizens.error();
      return !error_;
    });
    if (error_) return *error_;
    HoursBounds result;
    for (std::size_t i = 0; i < points_.size(); ++i) result.rows.push_back(row_of(i));
    for (const FactRange& range : given_) result.decides.push_back(decided(range));
    std::stable_sort(result.decides.begin(), result.decides.end(), [](const auto& a, const auto& b) { return a.worth > b.worth; });
    set_citizen(result);
    if (error_) return *error_;
    result.amounts = std::move(amounts_).not_fixed();
    return result;
  }

 private:
  struct OfPoint {
    FoundRow found{};
    std::optional<Place> most{}, least{};
    Point taxed{}, work{};  // where most is
  };

  [[nodiscard]] CitizenBox box_at(const Point& taxed) const {
    Citizen citizen = citizen_;
    for (std::size_t i = 0; i < taxed_.size(); ++i) set_gone(citizen, taxed_[i], taxed[i]);
    settle(citizen, taxed_);
    return {citizen, rates_, options_, box_, given_};
  }
  [[nodiscard]] Work work_at(std::size_t i, const Point& counts) const {
    Work work = points_[i];
    for (std::size_t j = 0; j < work_.size(); ++j) set_gone(work, work_[j], counts[j]);
    return work;
  }
  bool see(CitizenBox& citizens, const Corners& corners, const Point& taxed, const Point& counts) {
    for (std::size_t i = 0; i < points_.size(); ++i) {
      OfPoint& p = of_point_[i];
      const Work work = work_at(i, counts);
      // Each amount but in hand goes one way with each fact of the box.
      p.found.join(citizens.row(corners.low, work));
      p.found.join(citizens.row(corners.high, work));
      const Place least = Extreme(citizens, work, corners.high, corners.both).find(-1, p.least);
      const Place most = Extreme(citizens, work, corners.low, corners.both).find(1, p.most);
      if (citizens.error()) return false;
      if (!p.least || least.row.in_hand < p.least->row.in_hand) p.least = least;
      if (!p.most || p.most->row.in_hand < most.row.in_hand) {
        p.most = most;
        p.taxed = taxed;
        p.work = counts;
      }
      if (i != 0) continue;
      for (const Point& corner : {corners.low, corners.high})
        amounts_.join("normal_wage_ceiling", citizens.at(corner)->ceiling(work.hourly_wage));
    }
    return true;
  }
  [[nodiscard]] NetRowBounds row_of(std::size_t i) {
    OfPoint& p = of_point_[i];
    NetRowBounds row;
    row.lowest = p.least->row;
    row.highest = p.most->row;
    p.found.join("in_hand", Exact::of(row.lowest.in_hand));
    p.found.join("in_hand", Exact::of(row.highest.in_hand));
    row.amounts = std::move(p.found).not_fixed();
    for (const FactRange& range : work_) add_fact(row, range, points_[i]);
    return row;
  }
  /// A fact that is gone through: what it alone takes of the most.
  [[nodiscard]] Money worth(const OfPoint& p, std::size_t i, const FactRange& range) {
    const Money most = p.most->row.in_hand;
    Money least = most;
    const auto see_row = [&](CitizenBox& citizens, const Point& counts) {
      least = std::min(least, citizens.row(p.most->point, work_at(i, counts)).in_hand);
      if (!error_) error_ = citizens.error();
    };
    const Ranges& list = is_of_work(range.fact) ? work_ : taxed_;
    const auto place = static_cast<std::size_t>(std::ranges::find(list, range) - list.begin());
    Point counts = is_of_work(range.fact) ? p.work : p.taxed;
    CitizenBox here = box_at(p.taxed);
    for (std::int64_t count = range.from; count <= range.to && !error_; ++count) {
      counts[place] = count;
      if (is_of_work(range.fact)) {
        see_row(here, counts);
      } else {
        CitizenBox there = box_at(counts);
        see_row(there, p.work);
      }
    }
    return most - least;
  }
  [[nodiscard]] DecidingFact decided(const FactRange& range) {
    if (is_gone_through(range, points_)) {
      DecidingFact d{range, {}, {}, {}};
      for (std::size_t i = 0; i < points_.size() && !error_; ++i)
        d.worth = std::max(
            d.worth, given_.size() == 1 ? of_point_[i].most->row.in_hand - of_point_[i].least->row.in_hand : worth(of_point_[i], i, range));
      if (given_.size() == 1 && is_a_number(range.fact) && !error_) find_ends(d);
      return d;
    }
    Decided d(range);
    const auto place = static_cast<std::size_t>(std::ranges::find(box_, range) - box_.begin());
    std::optional<CitizenBox> citizens;
    for (std::size_t i = 0; i < points_.size() && !error_; ++i) {
      if (i == 0 || of_point_[i].taxed != of_point_[i - 1].taxed) citizens.emplace(box_at(of_point_[i].taxed));
      d.see(*citizens, work_at(i, of_point_[i].work), citizens->corners(), place);
      error_ = citizens->error();
    }
    // Where it begins and ends to matter hangs on what is gone through.
    return taxed_.empty() && work_.empty() ? d.result() : d.of_one();
  }
  /// Where a number of children or places begins and ends to matter.
  void find_ends(DecidingFact& d) {
    std::int64_t starts = d.range.to, stops = d.range.from;
    std::vector<std::vector<Exact>> in_hand;
    for (std::int64_t count = d.range.from; count <= d.range.to && !error_; ++count) {
      CitizenBox citizens = box_at({count});
      in_hand.emplace_back();
      for (std::size_t i = 0; i < points_.size(); ++i) in_hand.back().push_back(citizens.exact_in_hand({}, points_[i]));
      error_ = citizens.error();
    }
    for (std::int64_t count = d.range.from; count <= d.range.to && !error_; ++count) {
      const auto& here = in_hand[static_cast<std::size_t>(count - d.range.from)];
      if (here != in_hand.front()) starts = std::min(starts, count - 1);
      if (here != in_hand.back()) stops = count + 1;
    }
    if (starts != d.range.from && starts != d.range.to) d.starts_at = starts;
    if (stops != d.range.to && stops != d.range.from) d.stops_at = stops;
  }
  [[nodiscard]] static Point first_of(const Ranges& ranges) {
    Point point;
    for (const FactRange& range : ranges) point.push_back(range.from);
    return point;
  }
  /// The citizen with the facts of the box that give most, and the least of what is gone through.
  void set_citizen(HoursBounds& result) {
    CitizenBox citizens = box_at(first_of(taxed_));
    const Corners corners = citizens.corners();
    Point best = corners.low;
    for (const std::size_t place : corners.both) best[place] = box_[place].to;
    const NetPicture* picture = citizens.at(best);
    if (!error_) error_ = citizens.error();
    if (picture == nullptr) return;
    result.citizen = picture->citizen();
    for (const FactRange& range : work_) {
      if (range.fact != Fact::hourly_wage) {
        result.citizen.intensity = Percent::of_ten_thousandths(range.from * intensity_step);
        continue;
      }
      result.citizen.hourly_wage = Money::oere(range.from);
      amounts_.join("hourly_wage", Exact::whole(range.from));
      amounts_.join("hourly_wage", Exact::whole(range.to));
    }
  }

  Citizen citizen_;
  std::span<const Work> points_;
  const RateTable& rates_;
  const Options& options_;
  Ranges given_, box_{}, taxed_{}, work_{};
  std::vector<OfPoint> of_point_{};
  FoundAmounts amounts_{};
  std::optional<Error> error_{};
};

}  // namespace

Result<HoursBounds> bounds(const Citizen& citizen, std::span<const FactRange> ranges, std::span<const Work> points, const RateTable& rates,
                           const Options& options) {
  if (auto wrong = what_is_wrong(citizen, ranges, points, options)) return std::move(*wrong);
  const bool one = ranges.size() == 1 && is_of_work(ranges.front().fact);
  return one ? bounds_of_each(citizen, ranges.front(), points, rates, options) : Boxes(citizen, ranges, points, rates, options).run();
}

}  // namespace fleks
