#include <fleks/analysis/bounds.hpp>

#include <array>

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
    if (ranges.size() > 1 && (is_of_days(range.fact) || (in_oere && coarse)))
      return not_with(range.fact, to_text(range.fact == ranges.front().fact ? ranges.back().fact : ranges.front().fact));
  }
  return std::nullopt;
}

/// The points where the benefit is highest and lowest.
struct Ends {
  Point best{}, worst{};
};

/// Each count of the one fact: nothing that hangs on days goes one way.
Ends each_day(BenefitBox& box, Found& found) {
  const FactRange& range = box.ranges().front();
  Ends ends{{range.from}, {range.from}};
  Money most = box.at(ends.best).ledighedsydelse, least = most;
  for (std::int64_t count = range.from; count <= range.to && !box.error(); ++count) {
    const LedighedsydelseStatement s = box.at({count});
    found.join(s);
    if (s.ledighedsydelse > most) {
      most = s.ledighedsydelse;
      ends.best = {count};
    }
    if (s.ledighedsydelse < least) {
      least = s.ledighedsydelse;
      ends.worst = {count};
    }
  }
  return ends;
}

/// LY-5, LY-9: more income and more holiday pay are less benefit. LY-13: own ATP goes with it once.
Ends by_income(BenefitBox& box, Found& found) {
  Ends ends;
  for (const FactRange& range : box.ranges()) {
    ends.best.push_back(range.from);
    ends.worst.push_back(range.to);
  }
  found.join(box.at(ends.best));
  found.join(box.at(ends.worst));
  const Way way(box.ranges(), ends.best, [](Fact) { return true; });
  each_stretch(
      way, [&](std::int64_t step) { return box.at(way.at(step)).own_atp; },
      [&](std::int64_t step) { found.join_left(box.at(way.at(step))); });
  return ends;
}

}  // namespace

Result<LedighedsydelseBounds> bounds(const LedighedsydelseFacts& facts, std::span<const FactRange> ranges, const RateTable& rates) {
  if (auto wrong = what_is_wrong(facts, ranges)) return std::move(*wrong);
  const Options options;
  BenefitBox box(facts, rates, options, {ranges.begin(), ranges.end()});
  Found found;
  const bool days = ranges.size() == 1 && is_of_days(ranges.front().fact);
  const Ends ends = days ? each_day(box, found) : by_income(box, found);
  if (box.error()) return *box.error();
  LedighedsydelseBounds result;
  result.highest = box.at(ends.best);
  result.lowest = box.at(ends.worst);
  // LY-9: holiday days take a benefit out, and then only top up.
  for (std::size_t i = 0; i < ranges.size(); ++i)
    result.decides.push_back(decider(box, {box.ranges()}, ends.best, i, ranges[i].fact == Fact::holiday_days));
  if (days) result.decides.front().worth = result.highest.ledighedsydelse - result.lowest.ledighedsydelse;
  if (box.error()) return *box.error();
  std::stable_sort(result.decides.begin(), result.decides.end(), [](const auto& a, const auto& b) { return a.worth > b.worth; });
  result.amounts = std::move(found).not_fixed();
  result.facts = box.facts_at(ends.best);
  return result;
}

}  // namespace fleks
