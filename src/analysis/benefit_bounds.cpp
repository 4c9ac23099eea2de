#include <fleks/analysis/bounds.hpp>

#include <algorithm>
#include <array>
#include <optional>
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

/// Days without a benefit, or with a right to one: a day more of one of them is a day that can be paid more, or less.
bool is_of_right(Fact fact) noexcept { return is_of_days(fact) && fact != Fact::holiday_days; }

/// So many counts are gone through where each has to be halved for paid holiday too.
constexpr std::int64_t most_days_with_holiday = 50'000;

/// LY-9: paid holiday takes a benefit out and then only tops up, so that beside it each count of the others is computed.
std::optional<Error> wrong_with_holiday(std::span<const FactRange> ranges) {
  const auto holiday = std::ranges::find(ranges, Fact::holiday_days, &FactRange::fact);
  if (holiday == ranges.end() || std::ranges::none_of(ranges, [](const FactRange& range) { return is_of_right(range.fact); }))
    return std::nullopt;
  std::int64_t counts = 0;
  for (const FactRange& range : ranges) {
    if (!is_of_days(range.fact)) return no_range(holiday->fact, WhyNoRange::both_ways, {range.fact});
    if (is_of_right(range.fact)) counts += range.to - range.from;
  }
  if (counts <= most_days_with_holiday) return std::nullopt;
  const auto wide = std::ranges::find_if(ranges, [](const FactRange& range) { return is_of_right(range.fact); });
  const auto shown = [](std::int64_t count) { return to_text(Limit(Days::of_ten_thousandths(count))); };
  return Error{.code = ErrorCode::too_large,
               .field = wide->fact,
               .given = shown(wide->from) + ".." + shown(wide->to),
               .allowed = NoRange{WhyNoRange::each_value, {holiday->fact}, Days::of_ten_thousandths(most_days_with_holiday)}};
}

std::optional<Error> what_is_wrong(const LedighedsydelseFacts& f, std::span<const FactRange> ranges) {
  if (auto wrong = wrong_ranges(ranges)) return wrong;
  const bool in_oere = law::by_law(f.round_to, Rule::LY_15, f.month) == RoundTo::oere;
  for (const FactRange& range : ranges) {
    if (LedighedsydelseFacts facts; !set(facts, range, 0)) return no_range(range.fact, WhyNoRange::not_here);
    // Holiday days that are told by class stand in the place of those that are not.
    if (f.holiday_days_of_class != std::array<Days, 3>{} && (range.fact == Fact::holiday_days || range.fact == Fact::holiday_pay_per_day))
      return no_range(range.fact, WhyNoRange::by_class);
    // A step of one count is not one øre of what the benefit is computed from.
    const bool coarse = range.fact == Fact::self_employed_hours || range.fact == Fact::holiday_pay_per_day;
    if (in_oere && coarse && ranges.size() > 1)
      return no_range(range.fact, WhyNoRange::in_oere, {ranges.front().fact == range.fact ? ranges.back().fact : ranges.front().fact});
  }
  return wrong_with_holiday(ranges);
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

/// Goes through the days: nothing that hangs on them goes one way.
class EachDay {
 public:
  EachDay(BenefitBox& box, Found& found, Ends ends) : box_(box), found_(found), ends_(std::move(ends)) {
    const Ranges& ranges = box.ranges();
    for (std::size_t i = 0; i < ranges.size(); ++i) {
      if (is_of_right(ranges[i].fact)) gone_.push_back(i);
      if (ranges[i].fact == Fact::holiday_days) holiday_.push_back(i);
    }
    // Of days with a right or without only their sum counts; of paid holiday each count.
    if (gone_.empty()) std::swap(gone_, holiday_);
    alone_ = std::ranges::all_of(ranges, [](const FactRange& range) { return is_of_days(range.fact); });
  }

  [[nodiscard]] Ends run() {
    const Way best_way(box_.ranges(), ends_.best, gone_), worst_way(box_.ranges(), ends_.worst, gone_);
    see_first(best_way.at(0), worst_way.at(0));
    for (std::int64_t step = 0; step <= best_way.length() && !box_.error(); ++step) {
      if (!holiday_.empty()) {
        holidays(best_way.at(step));
        continue;
      }
      const Point high = best_way.at(step);
      see(high, box_.at(high));
      if (!alone_) see(worst_way.at(step), box_.at(worst_way.at(step)));
    }
    // With other facts what is left may be more, or less, between two corners: gone through where there is room for it.
    for (std::int64_t step = 0; !alone_ && step <= best_way.length() && !box_.error(); ++step) {
      const LedighedsydelseStatement high = box_.at(best_way.at(step)), low = box_.at(worst_way.at(step));
      if (high.ledighedsydelse > most_left_ || low.ledighedsydelse - high.own_atp < least_left_)
        join_left_on_the_way(box_, found_, best_way.at(step));
    }
    return ends_;
  }

 private:
  void see_first(const Point& high, const Point& low) {
    ends_ = {high, low};
    most_ = box_.at(high).ledighedsydelse;
    least_ = box_.at(low).ledighedsydelse;
    most_left_ = box_.at(high).payout;
    least_left_ = box_.at(low).payout;
  }
  void see(const Point& point, const LedighedsydelseStatement& s) {
    found_.join(s);
    most_left_ = std::max(most_left_, s.payout);
    least_left_ = std::min(least_left_, s.payout);
    if (s.ledighedsydelse > most_) {
      most_ = s.ledighedsydelse;
      ends_.best = point;
    }
    if (s.ledighedsydelse < least_) {
      least_ = s.ledighedsydelse;
      ends_.worst = point;
    }
  }
  /// The days of paid holiday on both sides of where they have taken all: there it falls, and then rises with what it is topped up by.
  void holidays(Point point) {
    const FactRange& range = box_.ranges()[holiday_.front()];
    const auto nothing_left = [&](std::int64_t count) {
      point[holiday_.front()] = count;
      const LedighedsydelseStatement s = box_.at(point);
      return s.part_base - s.holiday_reduction <= s.offset;
    };
    const std::int64_t turn = first_where(range.from, range.to, nothing_left).value_or(range.to);
    const std::array sides{std::pair{range.from, std::max(turn - 1, range.from)}, std::pair{turn, range.to}};
    for (const auto& [from, to] : sides) {
      Ranges side = box_.ranges();
      side[holiday_.front()].from = from;
      side[holiday_.front()].to = to;
      const Way way(side, point, holiday_);
      each_stretch(
          way, [&](std::int64_t step) { return box_.at(way.at(step)).own_atp; },
          [&](std::int64_t step) { see(way.at(step), box_.at(way.at(step))); });
    }
  }

  BenefitBox& box_;
  Found& found_;
  Ends ends_;
  std::vector<std::size_t> gone_{};
  std::vector<std::size_t> holiday_{};  // none or one
  bool alone_ = true;
  Money most_{}, least_{}, most_left_{}, least_left_{};
};

/// LY-9: what paid holiday alone takes of the most, which is least neither where it begins nor where it ends.
Money worth_of_holiday(BenefitBox& box, Point best, std::size_t place) {
  const FactRange& range = box.ranges()[place];
  const Money most = box.at(best).ledighedsydelse;
  Money least = most;
  for (std::int64_t count = range.from; count <= range.to && !box.error(); ++count) {
    best[place] = count;
    least = std::min(least, box.at(best).ledighedsydelse);
  }
  return most - least;
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
  if (std::ranges::any_of(ranges, [](const FactRange& range) { return is_of_days(range.fact); }))
    ends = EachDay(box, found, std::move(ends)).run();
  else
    ends = by_income(box, found, ends);
  if (box.error()) return *box.error();
  LedighedsydelseBounds result;
  result.highest = box.at(ends.best);
  result.lowest = box.at(ends.worst);
  // LY-9: holiday days take a benefit out, and then only top up.
  for (std::size_t i = 0; i < ranges.size(); ++i)
    result.decides.push_back(decider(box, {box.ranges()}, ends.best, i, ranges[i].fact == Fact::holiday_days));
  for (std::size_t i = 0; i < ranges.size(); ++i)
    if (ranges[i].fact == Fact::holiday_days) result.decides[i].worth = worth_of_holiday(box, ends.best, i);
  if (box.error()) return *box.error();
  std::stable_sort(result.decides.begin(), result.decides.end(), [](const auto& a, const auto& b) { return a.worth > b.worth; });
  result.amounts = std::move(found).not_fixed();
  result.facts = box.facts_at(ends.best);
  return result;
}

}  // namespace fleks
