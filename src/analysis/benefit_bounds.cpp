#include <fleks/analysis/bounds.hpp>

#include <algorithm>
#include <array>
#include <tuple>
#include <utility>

#include "analysis/box.hpp"
#include "rules/by_law.hpp"

// Bounds of a month's ledighedsydelse.

namespace fleks {
namespace {

using BenefitBox = BoxOf<LedighedsydelseStatement>;

class Found : public FoundAmounts {
 public:
  using FoundAmounts::join;
  /// What is left falls where own ATP sets in.
  void join_left(const LedighedsydelseStatement& s) {
    join("payout", Exact::of(s.payout));
    join("obligatory_pension", Exact::of(s.obligatory_pension));
  }
  void join(const LedighedsydelseStatement& s) {
    join("payable_weekdays", s.payable_weekdays);
    join("part_base", s.part_base);
    join("income", s.income);
    join("offset", s.offset);
    join("holiday_reduction", s.holiday_reduction);
    join("holiday_top_up", s.holiday_top_up);
    join("ledighedsydelse", Exact::of(s.ledighedsydelse));
    join("own_atp", Exact::of(s.own_atp));
    join("public_atp", Exact::of(s.public_atp));
    join_left(s);
  }
};

/// Days decide how much can be paid, and both what ATP is and from where on.
bool is_of_days(Fact fact) noexcept {
  return fact == Fact::entitled_weekdays || fact == Fact::sanction_days || fact == Fact::untaken_holiday_days || fact == Fact::holiday_days;
}

std::optional<Error> what_is_wrong(const LedighedsydelseFacts& f, std::span<const FactRange> ranges) {
  if (auto wrong = wrong_ranges(ranges)) return wrong;
  const bool in_oere = law::by_law(f.round_to, Rule::LY_15, f.month) == RoundTo::oere;
  for (const FactRange& range : ranges) {
    if (LedighedsydelseFacts facts; !set(facts, range.fact, 0)) return Error{.code = ErrorCode::exclusive_facts, .field = range.fact};
    // Holiday days that are told by class stand in the place of those that are not.
    if (f.holiday_days_of_class != std::array<Days, 3>{} && (range.fact == Fact::holiday_days || range.fact == Fact::holiday_pay_per_day))
      return not_with(range.fact, "holiday_days_of_class");
    // A step of one count is not one øre of what the benefit is computed from.
    const bool coarse = range.fact == Fact::self_employed_hours || range.fact == Fact::holiday_pay_per_day;
    const auto cannot_be_with = [&](const FactRange& other) {
      return other.fact != range.fact &&
             ((is_of_days(range.fact) && is_of_days(other.fact)) || (in_oere && (coarse || is_of_days(range.fact))));
    };
    if (const auto other = std::ranges::find_if(ranges, cannot_be_with); other != ranges.end())
      return not_with(range.fact, to_text(other->fact));
  }
  return std::nullopt;
}

/// The points where the benefit is highest and lowest.
struct Ends {
  Point best{}, worst{};
};

/// LY-13: own ATP falls away once on the way from one corner to the other, and what is left rises there.
void join_left_on_the_way(BenefitBox& box, Found& found, const Point& best) {
  const Way way(box.ranges(), best, [](Fact fact) { return !is_of_days(fact); });
  each_stretch(
      way, [&](std::int64_t step) { return box.at(way.at(step)).own_atp; },
      [&](std::int64_t step) { found.join_left(box.at(way.at(step))); });
}

/// Each count of the days: nothing that hangs on them goes one way. Gives the ends, and the least that days leave of the best.
std::pair<Ends, Money> each_day(BenefitBox& box, Found& found, std::size_t place, Ends ends) {
  const FactRange& range = box.ranges()[place];
  const bool alone = box.ranges().size() == 1;
  const auto with = [&](Point point, std::int64_t count) {
    point[place] = count;
    return point;
  };
  const Point best = ends.best, worst = ends.worst;
  Money most = box.at(best).ledighedsydelse, least = box.at(worst).ledighedsydelse, least_of_days = most;
  Money most_left = box.at(best).payout, least_left = most_left;
  for (std::int64_t count = range.from; count <= range.to && !box.error(); ++count) {
    const LedighedsydelseStatement high = box.at(with(best, count)), low = alone ? high : box.at(with(worst, count));
    for (const LedighedsydelseStatement* s : {&high, &low}) {
      found.join(*s);
      most_left = std::max(most_left, s->payout);
      least_left = std::min(least_left, s->payout);
    }
    least_of_days = std::min(least_of_days, high.ledighedsydelse);
    if (high.ledighedsydelse > most) {
      most = high.ledighedsydelse;
      ends.best = with(best, count);
    }
    if (low.ledighedsydelse < least) {
      least = low.ledighedsydelse;
      ends.worst = with(worst, count);
    }
  }
  // With other facts what is left may be more, or less, between two corners: gone through where there is room for it.
  for (std::int64_t count = range.from; !alone && count <= range.to && !box.error(); ++count) {
    const LedighedsydelseStatement high = box.at(with(best, count)), low = box.at(with(worst, count));
    if (high.ledighedsydelse > most_left || low.ledighedsydelse - high.own_atp < least_left)
      join_left_on_the_way(box, found, with(best, count));
  }
  return {ends, most - least_of_days};
}

/// LY-5, LY-9: more income and more holiday pay are less benefit. LY-13: own ATP goes with it once.
Ends by_income(BenefitBox& box, Found& found, const Ends& ends) {
  found.join(box.at(ends.best));
  found.join(box.at(ends.worst));
  join_left_on_the_way(box, found, ends.best);
  return ends;
}

}  // namespace

Result<LedighedsydelseBounds> bounds(const LedighedsydelseFacts& facts, std::span<const FactRange> ranges, const RateTable& rates) {
  if (auto wrong = what_is_wrong(facts, ranges)) return std::move(*wrong);
  const Options options;
  BenefitBox box(facts, rates, options, {ranges.begin(), ranges.end()});
  Found found;
  Ends ends;
  for (const FactRange& range : box.ranges()) {
    ends.best.push_back(range.from);
    ends.worst.push_back(is_of_days(range.fact) ? range.from : range.to);
  }
  const auto days = std::ranges::find_if(ranges, [](const FactRange& range) { return is_of_days(range.fact); });
  const auto place = static_cast<std::size_t>(days - ranges.begin());
  Money worth_of_days;
  if (days != ranges.end())
    std::tie(ends, worth_of_days) = each_day(box, found, place, ends);
  else
    ends = by_income(box, found, ends);
  if (box.error()) return *box.error();
  LedighedsydelseBounds result;
  result.highest = box.at(ends.best);
  result.lowest = box.at(ends.worst);
  // LY-9: holiday days take a benefit out, and then only top up.
  for (std::size_t i = 0; i < ranges.size(); ++i)
    result.decides.push_back(decider(box, {box.ranges()}, ends.best, i, ranges[i].fact == Fact::holiday_days));
  if (days != ranges.end()) result.decides[place].worth = worth_of_days;
  if (box.error()) return *box.error();
  std::stable_sort(result.decides.begin(), result.decides.end(), [](const auto& a, const auto& b) { return a.worth > b.worth; });
  result.amounts = std::move(found).not_fixed();
  result.facts = box.facts_at(ends.best);
  return result;
}

}  // namespace fleks
