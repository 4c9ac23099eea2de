#include "analysis/citizen_box.hpp"

#include <algorithm>

#include "rules/year_rates.hpp"

namespace fleks {
namespace {

/// More of it is less that is taken. Deductions are only taken from the base of municipal and church tax. Rent and children raise each
/// part of the housing benefit: the area and the rent that count, the income limit, the most; and children raise both limits of the free
/// place, below which the parents' share only rises with the income. (Without a job own ATP hangs on them too, LY-13: then their number is
/// not of the box.)
bool spares(Fact fact) noexcept {
  switch (fact) {
    case Fact::rent:
    case Fact::union_fee:
    case Fact::transport_km:
    case Fact::transport_days:
    case Fact::children: return true;
    default: return false;
  }
}
/// More of it is first less that is taken, then more, or the other way.
bool bends(Fact fact) noexcept { return fact == Fact::area || fact == Fact::birth_year; }

bool is_in(std::span<const FactRange> ranges, Fact fact) noexcept {
  return std::ranges::find(ranges, fact, &FactRange::fact) != ranges.end();
}

/// BOLIG: the rent of a year that counts, by which alone the area moves anything.
Exact counted_rent(const Citizen& c, const RateTable& table) {
  const RatesOnDate rates = table.on(std::chrono::year{c.year} / std::chrono::January);
  RateReader fetch(rates);
  law::Untraced untraced;
  const law::Home home = home_of(fetch, c.rent.value_or(Money{}), c.children, c.home);
  return law::rent_that_counts(home, housing_rates(fetch, table, false), untraced);
}
/// Whether the area is more than counts, as the law says it of a rent of one krone without heat.
bool is_too_large(Citizen c, std::int64_t area, const RateTable& table) {
  c.rent = Money::kroner(1);
  c.home = {};
  const Exact whole = counted_rent(c, table);
  set(c, Fact::area, area);
  return counted_rent(c, table) < whole;
}

}  // namespace

bool is_of_ceiling(Fact fact) noexcept {
  switch (fact) {
    case Fact::ceiling:
    case Fact::ceiling_hourly:
    case Fact::ceiling_supplements:
    case Fact::ceiling_bonus:
    case Fact::ceiling_pension:
    case Fact::ceiling_holiday_supplement: return true;
    default: return false;
  }
}
bool moves_both(Fact fact) noexcept { return is_of_ceiling(fact) || fact == Fact::other_income; }

bool set(Citizen& c, Fact fact, std::int64_t count) {
  const Money amount = Money::oere(count);
  const auto measure = [&] { return Exact::ratio(count, 10'000); };
  switch (fact) {
    case Fact::rent: c.rent = amount; return true;
    case Fact::other_income: c.other_income = amount; return true;
    case Fact::wealth: c.home.wealth = amount; return true;
    case Fact::area: c.home.area = measure(); return true;
    case Fact::children: c.children = static_cast<int>(count); return true;
    case Fact::birth_year: c.birth_year = static_cast<int>(count); return true;
    case Fact::union_fee: c.deductions.union_fee = amount; return true;
    case Fact::transport_km: c.deductions.transport_km = measure(); return true;
    case Fact::transport_days: c.deductions.transport_days = static_cast<int>(count); return true;
    case Fact::daycare_fee: c.daycare_fee = amount; return true;
    default: break;
  }
  if (!is_of_ceiling(fact)) return false;
  MonthFacts month;
  if (c.ceiling) month.ceiling = *c.ceiling;
  if (!set(month, fact, count)) return false;
  c.ceiling = month.ceiling;
  return true;
}

void settle(Citizen& c, std::span<const FactRange> given) {
  const auto is_none = [&](Fact fact, bool zero) { return zero && is_in(given, fact); };
  OtherDeductions& d = c.deductions;
  if (is_none(Fact::transport_km, d.transport_km.is_zero()) || is_none(Fact::transport_days, d.transport_days == 0)) {
    d.transport_km = {};
    d.transport_days = 0;
  }
  if (is_none(Fact::daycare_fee, c.daycare_fee == Money{}) || is_none(Fact::daycare_places, c.daycare_places == 0)) {
    c.daycare_fee = {};
    c.daycare_places = 0;
  }
}

Citizen CitizenBox::citizen_at(const Point& point) const {
  Citizen citizen = citizen_;
  for (std::size_t i = 0; i < ranges_.size(); ++i) set(citizen, ranges_[i].fact, point[i]);
  settle(citizen, given_);
  return citizen;
}

const NetPicture* CitizenBox::at(const Point& point) {
  const auto known = pictures_.find(point);
  if (known != pictures_.end()) return &known->second;
  auto picture = NetPicture::of(citizen_at(point), rates_, options_);
  if (picture) return &pictures_.emplace(point, *std::move(picture)).first->second;
  if (!error_) error_ = std::move(picture).error();
  return nullptr;
}

NetRow CitizenBox::row(const Point& point, const Work& work) {
  const NetPicture* picture = at(point);
  if (picture == nullptr) return {};
  auto row = picture->at(work);
  if (row) return *std::move(row);
  if (!error_) error_ = std::move(row).error();
  return {};
}

Exact CitizenBox::exact_in_hand(const Point& point, const Work& work) {
  const NetRow there = row(point, work);
  if (error_) return {};
  const Exact in_hand = at(point)->exact_in_hand(there);
  if (in_hand.out_of_range()) error_ = Error{.code = ErrorCode::too_precise, .field = Fact::hourly_wage};
  return in_hand;
}

Ranges CitizenBox::pieces(const Point& point, std::size_t place) const {
  const FactRange& range = ranges_[place];
  Ranges pieces{range};
  const auto cut = [&](std::int64_t first) {
    FactRange next = pieces.back();
    next.from = first;
    pieces.back().to = first - 1;
    pieces.push_back(next);
  };
  const Citizen citizen = citizen_at(point);
  // Up to what counts, a larger home has more heat, paid or in the rent; above it, less of both counts the larger it is.
  if (range.fact == Fact::area)
    if (const auto first = first_where(range.from, range.to, [&](std::int64_t area) { return is_too_large(citizen, area, rates_); }))
      if (*first != range.from) cut(*first);
  if (range.fact == Fact::birth_year)
    for (std::int64_t year = range.from + 1; year <= range.to; ++year)
      if (is_senior(citizen.year, static_cast<int>(year)) != is_senior(citizen.year, static_cast<int>(year - 1))) cut(year);
  return pieces;
}

Exact CitizenBox::spared(const Point& point, Fact fact) const {
  const Citizen citizen = citizen_at(point);
  if (fact == Fact::birth_year) return Exact::whole(is_senior(citizen.year, citizen.birth_year) ? 1 : 0);
  return counted_rent(citizen, rates_);
}

std::int64_t CitizenBox::end(const Point& others, std::size_t place, bool best) const {
  const FactRange& range = ranges_[place];
  if (!bends(range.fact)) return best == spares(range.fact) ? range.to : range.from;
  Point point = others;
  std::optional<Exact> found;
  std::int64_t count = range.from;
  for (const FactRange& piece : pieces(others, place))
    for (const std::int64_t each : {piece.from, piece.to}) {
      point[place] = each;
      const Exact here = spared(point, range.fact);
      if (found && (best ? here <= *found : *found <= here)) continue;
      found = here;
      count = each;
    }
  return count;
}

std::int64_t CitizenBox::worst(const Point& point, std::size_t place) const {
  return moves_both(ranges_[place].fact) ? ranges_[place].from : end(point, place, false);
}

Corners CitizenBox::corners() const {
  Corners corners;
  for (const FactRange& range : ranges_) {
    corners.low.push_back(spares(range.fact) ? range.to : range.from);
    corners.high.push_back(spares(range.fact) ? range.from : range.to);
    if (moves_both(range.fact)) corners.both.push_back(corners.low.size() - 1);
  }
  // Where an area takes least or most hangs on the rent and the children there.
  for (std::size_t i = 0; i < ranges_.size(); ++i) {
    if (!bends(ranges_[i].fact)) continue;
    corners.low[i] = end(corners.low, i, true);
    corners.high[i] = end(corners.high, i, false);
  }
  return corners;
}

}  // namespace fleks
