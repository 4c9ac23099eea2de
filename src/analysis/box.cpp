#include "analysis/box.hpp"

#include <algorithm>

#include "rules/atp_of_wage.hpp"
#include "rules/paid_hours.hpp"

namespace fleks {
namespace {

/// The ends of a box where FLT-3 is furthest from giving a right: no wage, no benefit.
std::int64_t least_of_right(const FactRange& range) noexcept { return range.fact == Fact::benefits_in_kind ? range.to : range.from; }

bool gives_right(Fact fact) noexcept { return is_wage(fact) || is_benefit(fact); }

/// The counts at which a band of ATP begins (39, 78, 117 hours a month), by the hours that are a range.
std::vector<std::int64_t> band_edges(const MonthFacts& facts, const FactRange& range) {
  std::vector<std::int64_t> edges;
  for (const int band : law::AtpBands::from_hours) {
    const auto reached = [&](std::int64_t count) {
      const Exact hours = Exact::of(range.fact == Fact::intensity ? facts.pay.weekly_hours : Hours::of_ten_thousandths(count));
      const Exact intensity =
          Exact::of(range.fact == Fact::intensity ? Percent::of_ten_thousandths(count * intensity_step) : facts.pay.intensity);
      return (range.fact == Fact::paid_hours ? hours : hours * intensity * law::weeks_a_month) >= Exact::whole(band);
    };
    if (const auto edge = first_where(range.from, range.to, reached)) edges.push_back(*edge);
  }
  return edges;
}

std::vector<Ranges> cut_by_bands(const Box& box) {
  std::vector<Ranges> parts{box.ranges()};
  for (std::size_t i = 0; i < box.ranges().size(); ++i) {
    const FactRange& range = box.ranges()[i];
    if (range.fact != Fact::paid_hours && range.fact != Fact::weekly_hours && range.fact != Fact::intensity) continue;
    for (const std::int64_t edge : band_edges(box.facts(), range)) {
      const std::vector<Ranges> before = std::move(parts);
      parts.clear();
      for (const Ranges& part : before) {
        if (part[i].from >= edge || part[i].to < edge) {
          parts.push_back(part);
          continue;
        }
        parts.push_back(part);
        parts.back()[i].to = edge - 1;
        parts.push_back(part);
        parts.back()[i].from = edge;
      }
    }
  }
  return parts;
}

/// What gives a right is a sum of parts, none below zero, so it is above zero where one of them is.
void cut_by_right(Box& box, const Ranges& ranges, std::vector<Ranges>& parts) {
  Point least;
  for (const FactRange& range : ranges) least.push_back(least_of_right(range));
  if (box.at(least).has_right) {
    parts.push_back(ranges);
    return;
  }
  Ranges without = ranges;
  for (std::size_t i = 0; i < ranges.size(); ++i) {
    if (!gives_right(ranges[i].fact)) continue;
    const bool down = ranges[i].fact == Fact::benefits_in_kind;
    const auto count = [&](std::int64_t steps) { return down ? ranges[i].to - steps : ranges[i].from + steps; };
    Point point = least;
    const auto steps = first_where(0, ranges[i].to - ranges[i].from, [&](std::int64_t n) {
      point[i] = count(n);
      return box.at(point).has_right;
    });
    if (!steps) continue;
    Ranges with = ranges;
    (down ? with[i].to : with[i].from) = count(*steps);
    (down ? without[i].from : without[i].to) = count(*steps - 1);
    parts.push_back(std::move(with));
  }
  parts.push_back(std::move(without));
}

}  // namespace

bool raises_subsidy(Fact fact) noexcept {
  switch (fact) {
    case Fact::benefits_in_kind:
    case Fact::ceiling:
    case Fact::ceiling_hourly:
    case Fact::ceiling_supplements:
    case Fact::ceiling_bonus:
    case Fact::ceiling_pension:
    case Fact::ceiling_holiday_supplement:
    case Fact::entitled_weekdays: return true;
    default: return false;
  }
}
bool is_wage(Fact fact) noexcept {
  switch (fact) {
    case Fact::am_income:
    case Fact::monthly_wage:
    case Fact::hourly_wage:
    case Fact::weekly_hours:
    case Fact::intensity:
    case Fact::benefits_in_kind:
    case Fact::own_pension:
    case Fact::employer_pension:
    case Fact::holiday_supplement:
    case Fact::care_income: return true;
    default: return false;
  }
}
bool is_benefit(Fact fact) noexcept { return fact == Fact::daily_benefit || fact == Fact::unclaimed_benefit; }

/// Of the longest month.
constexpr int most_weekdays = 23;

/// Of a percentage.
constexpr std::int64_t all_of_it = Percent::whole(100).ten_thousandths() / intensity_step;

std::optional<FactRange> all_of_share(Fact fact) noexcept {
  // All of the pay as own pension leaves nothing to work the pay out from.
  if (fact == Fact::own_pension) return FactRange{fact, 0, all_of_it - 1, true};
  if (fact == Fact::employer_pension) return FactRange{fact, 0, all_of_it, true};
  return std::nullopt;
}

std::optional<FactRange> all_of(Fact fact) noexcept {
  switch (fact) {
    case Fact::children:
    case Fact::daycare_places: return FactRange{fact, 0, 30};
    case Fact::transport_days: return FactRange{fact, 0, 366};
    case Fact::birth_year: return FactRange{fact, 1900, 9999};
    case Fact::transport_km: return FactRange{fact, 0, 10'000'000};
    case Fact::area: return FactRange{fact, 10'000, 10'000'000};
    case Fact::weekly_hours: return FactRange{fact, 0, hours_in_a_week.ten_thousandths()};
    case Fact::paid_hours: return FactRange{fact, 0, hours_in_a_month.ten_thousandths()};
    case Fact::ledighedsydelse_days: return FactRange{fact, 0, Days::whole(31).ten_thousandths()};
    case Fact::self_employed_hours: return FactRange{fact, 0, hours_in_a_month.ten_thousandths()};
    case Fact::entitled_weekdays:
    case Fact::sanction_days:
    case Fact::untaken_holiday_days:
    case Fact::holiday_days: return FactRange{fact, 0, Days::whole(most_weekdays).ten_thousandths()};
    case Fact::intensity:
    case Fact::ceiling_pension:
    case Fact::church_tax:
    case Fact::municipal_tax: return FactRange{fact, 0, all_of_it};
    case Fact::rent:
    case Fact::other_income:
    case Fact::daycare_fee:
    case Fact::wealth:
    case Fact::union_fee:
    case Fact::replacing_income:
    case Fact::paid_out_holiday_allowance:
    case Fact::holiday_pay_per_day:
    case Fact::other_wage:
    case Fact::ledighedsydelse: return FactRange{fact, 0, largest_amount.in_oere()};
    default: break;
  }
  if (!is_wage(fact) && !is_benefit(fact) && !raises_subsidy(fact)) return std::nullopt;
  return FactRange{fact, 0, largest_amount.in_oere()};
}

bool set(MonthFacts& f, const FactRange& range, std::int64_t count) noexcept {
  if (!range.is_share) return set(f, range.fact, count);
  if (range.fact != Fact::own_pension && range.fact != Fact::employer_pension) return false;
  (range.fact == Fact::own_pension ? f.own_pension : f.employer_pension) =
      Contribution::of(Percent::of_ten_thousandths(count * intensity_step));
  return true;
}

bool set(MonthFacts& f, Fact fact, std::int64_t count) noexcept {
  const Money amount = Money::oere(count);
  switch (fact) {
    case Fact::am_income:
    case Fact::monthly_wage:
    case Fact::hourly_wage: f.pay.amount = amount; break;
    case Fact::weekly_hours: f.pay.weekly_hours = Hours::of_ten_thousandths(count); break;
    case Fact::intensity: f.pay.intensity = Percent::of_ten_thousandths(count * intensity_step); break;
    case Fact::benefits_in_kind: f.benefits_in_kind = amount; break;
    case Fact::own_pension: f.own_pension = Contribution::of(amount); break;
    case Fact::employer_pension: f.employer_pension = Contribution::of(amount); break;
    case Fact::holiday_supplement: f.holiday_supplement = amount; break;
    case Fact::paid_hours: f.paid_hours = Hours::of_ten_thousandths(count); break;
    case Fact::other_wage: f.other_wage = amount; break;
    case Fact::care_income: f.care_income = amount; break;
    case Fact::daily_benefit: f.daily_benefit = amount; break;
    case Fact::unclaimed_benefit: f.unclaimed_benefit = amount; break;
    case Fact::ledighedsydelse_days: f.ledighedsydelse_days = Days::of_ten_thousandths(count); break;
    case Fact::ledighedsydelse: f.ledighedsydelse = amount; break;
    case Fact::ceiling:
      // Of a ceiling from its parts the full-time base pay.
      if (f.ceiling.form != Ceiling::Form::from_monthly) f.ceiling.form = Ceiling::Form::stated;
      f.ceiling.amount = amount;
      break;
    case Fact::ceiling_hourly: f.ceiling.amount = amount; break;
    case Fact::ceiling_supplements: f.ceiling.supplements = amount; break;
    case Fact::ceiling_bonus: f.ceiling.fixed_bonus = amount; break;
    case Fact::ceiling_pension: f.ceiling.employer_pension = Percent::of_ten_thousandths(count * intensity_step); break;
    case Fact::ceiling_holiday_supplement: f.ceiling.holiday_supplement = amount; break;
    default: return false;
  }
  return true;
}

bool set(LedighedsydelseFacts& f, Fact fact, std::int64_t count) noexcept {
  const Money amount = Money::oere(count);
  const Days days = Days::of_ten_thousandths(count);
  switch (fact) {
    case Fact::am_income: f.am_income = amount; break;
    case Fact::own_pension: f.own_pension = amount; break;
    case Fact::employer_pension: f.employer_pension = amount; break;
    case Fact::replacing_income: f.replacing_income = amount; break;
    case Fact::paid_out_holiday_allowance: f.paid_out_holiday_allowance = amount; break;
    case Fact::self_employed_hours: f.self_employed_hours = Hours::of_ten_thousandths(count); break;
    case Fact::entitled_weekdays: f.entitled_weekdays = days; break;
    case Fact::sanction_days: f.sanction_days = days; break;
    case Fact::untaken_holiday_days: f.untaken_holiday_days = days; break;
    case Fact::holiday_days: f.holiday_days = days; break;
    case Fact::holiday_pay_per_day: f.holiday_pay_per_day = amount; break;
    default: return false;
  }
  return true;
}

Exact due_of(const MonthStatement& s) { return s.before_ceiling - s.ceiling_cut - s.part_cut - s.holiday_cut; }

Exact due_of(const LedighedsydelseStatement& s) {
  const Exact left = s.part_base - s.holiday_reduction - s.offset;
  return (left.is_positive() ? left : Exact{}) + s.holiday_top_up - s.missed_cut;
}

void FoundAmounts::join(std::string_view name, const Exact& amount) {
  const auto known = std::find_if(amounts_.begin(), amounts_.end(), [&](const auto& each) { return each.name == name; });
  if (known == amounts_.end()) {
    amounts_.push_back({name, amount, amount});
    return;
  }
  if (amount < known->from) known->from = amount;
  if (amount > known->to) known->to = amount;
}

std::vector<AmountBounds> FoundAmounts::not_fixed() && {
  amounts_.erase(std::remove_if(amounts_.begin(), amounts_.end(), [](const auto& each) { return each.from == each.to; }), amounts_.end());
  return std::move(amounts_);
}

void FoundAmounts::leave_out(std::string_view name) {
  amounts_.erase(std::remove_if(amounts_.begin(), amounts_.end(), [&](const auto& each) { return each.name == name; }), amounts_.end());
}

Error no_range(Fact fact, WhyNoRange why, std::vector<Field> others) {
  return {.code = ErrorCode::exclusive_facts, .field = fact, .allowed = NoRange{why, std::move(others), {}}};
}

std::optional<Error> wrong_ranges(std::span<const FactRange> ranges) {
  for (const FactRange& range : ranges) {
    const auto all = range.is_share ? all_of_share(range.fact) : all_of(range.fact);
    if (!all) return no_range(range.fact, WhyNoRange::no_scale);
    if (range.from > range.to || range.from < all->from || range.to > all->to)
      return Error{.code = ErrorCode::out_of_range, .field = range.fact};
  }
  return std::nullopt;
}

std::vector<Ranges> parts_of(Box& box) {
  std::vector<Ranges> parts;
  for (const Ranges& part : cut_by_bands(box)) cut_by_right(box, part, parts);
  return parts;
}

Way::Way(const Ranges& ranges, Point begin, const std::function<bool(Fact)>& moves) : begin_(std::move(begin)) {
  for (std::size_t i = 0; i < ranges.size(); ++i)
    if (moves(ranges[i].fact)) add(ranges[i], i);
}

Way::Way(const Ranges& ranges, Point begin, std::span<const std::size_t> places) : begin_(std::move(begin)) {
  for (const std::size_t place : places) add(ranges[place], place);
}

void Way::add(const FactRange& range, std::size_t place) {
  const bool down = raises_subsidy(range.fact);
  begin_[place] = down ? range.to : range.from;
  legs_.push_back({place, range.to - range.from, down});
  length_ += legs_.back().steps;
}

Point Way::at(std::int64_t step) const {
  Point point = begin_;
  for (const Leg& leg : legs_) {
    const std::int64_t steps = std::min(step, leg.steps);
    point[leg.place] += leg.down ? -steps : steps;
    step -= steps;
  }
  return point;
}

}  // namespace fleks
