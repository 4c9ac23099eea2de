#include <fleks/analysis/bounds.hpp>

#include <algorithm>
#include <array>
#include <functional>
#include <numeric>

#include "analysis/box.hpp"
#include "rules/month.hpp"
#include "statement/month_amounts.hpp"
#include "statement/validate.hpp"

namespace fleks {
namespace {

/// The bounds of a month while they are found.
class Found : public FoundAmounts {
 public:
  using FoundAmounts::join;
  /// Every amount that moves one way with each fact.
  void join(const MonthStatement& s) {
    each_shown_amount(s, [&](std::string_view name, const std::optional<Exact>& amount) {
      if (amount && name != "threshold") join(name, *amount);
    });
  }
};

/// The most of an amount over facts of a wage that do not count in øre, by halving the box of them where there is room for more. The
/// corner with the least wage is `low` of each part.
class Halving {
 public:
  using Steps = std::vector<std::int64_t>;
  /// What an amount is at a corner, and the most it can be anywhere between two corners.
  using Value = std::function<Exact(const MonthStatement&)>;
  using MostBetween = std::function<Exact(const MonthStatement& low, const MonthStatement& high)>;

  Halving(Box& box, const Ranges& ranges, Point others, const std::function<bool(Fact)>& moves) : box_(box), begin_(std::move(others)) {
    for (std::size_t i = 0; i < ranges.size(); ++i) {
      if (!moves(ranges[i].fact) || ranges[i].from == ranges[i].to) continue;
      down_.push_back(raises_subsidy(ranges[i].fact));
      begin_[i] = down_.back() ? ranges[i].to : ranges[i].from;
      places_.push_back(i);
      high_.push_back(ranges[i].to - ranges[i].from);
    }
  }
  /// The parts of an øre that a sum of products of the facts is whole in: what a step of each fact gives at both ends of the box shows the
  /// share of each product, and of each piece of it. Nothing where they are finer than can be counted with.
  [[nodiscard]] std::optional<std::int64_t> parts_of_an_oere(const Value& value) {
    constexpr std::int64_t finest = 1'000'000;
    std::int64_t parts = 1;
    for (std::size_t corner = 0; corner < std::size_t{2} << places_.size(); ++corner) {
      const bool from_top = corner % 2 != 0;
      Steps steps = from_top ? high_ : Steps(places_.size(), 0);
      for (std::size_t i = 0; i < places_.size(); ++i)
        if ((corner >> (i + 1)) % 2 != 0) steps[i] += from_top ? -1 : 1;
      const auto denominator = value(at(steps)).reduced().denominator();
      if (denominator <= 0 || denominator > finest) return std::nullopt;
      parts = std::lcm(parts, static_cast<std::int64_t>(denominator));
      if (parts > finest) return std::nullopt;
    }
    return parts;
  }
  /// Nothing where it is not found within the evaluations that are left.
  [[nodiscard]] std::optional<Exact> most(const Value& value, const MostBetween& most_between) {
    const Steps low(places_.size(), 0);
    const MonthStatement least = at(low), most = at(high_);
    best_ = std::max(value(least), value(most));
    worth_of_steps(low, least);
    halve(low, high_, least, most, value, most_between);
    return left_ > 0 ? std::optional(best_) : std::nullopt;
  }

 private:
  [[nodiscard]] MonthStatement at(const Steps& steps) {
    --left_;
    Point point = begin_;
    for (std::size_t i = 0; i < places_.size(); ++i) point[places_[i]] += down_[i] ? -steps[i] : steps[i];
    return box_.at(point);
  }
  static Exact income(const MonthStatement& s) { return s.wage + s.other_wage; }
  /// What a step of each fact is worth, about.
  void worth_of_steps(const Steps& low, const MonthStatement& least) {
    step_.clear();
    for (std::size_t i = 0; i < places_.size(); ++i) {
      Steps one = low;
      one[i] = high_[i];
      step_.push_back((income(at(one)) - income(least)) / Exact::whole(high_[i]));
    }
  }
  void halve(const Steps& low, const Steps& high, const MonthStatement& least, const MonthStatement& most, const Value& value,
             const MostBetween& most_between) {
    if (left_ <= 0 || low == high || box_.error() || most_between(least, most) <= best_) return;
    std::size_t widest = 0;
    Exact width = Exact::whole(-1);
    for (std::size_t i = 0; i < places_.size(); ++i) {
      const Exact wide = step_[i] * Exact::whole(high[i] - low[i]);
      if (high[i] == low[i] || wide < width) continue;
      widest = i;
      width = wide;
    }
    Steps below = high, above = low;
    below[widest] = low[widest] + (high[widest] - low[widest]) / 2;
    above[widest] = below[widest] + 1;
    const MonthStatement under = at(below), over = at(above);
    best_ = std::max({best_, value(under), value(over)});
    halve(above, high, over, most, value, most_between);
    halve(low, below, least, under, value, most_between);
  }

  Box& box_;
  Point begin_;
  std::vector<std::size_t> places_{};
  std::vector<bool> down_{};
  Steps high_{};
  std::vector<Exact> step_{};
  Exact best_{};
  std::int64_t left_ = 400'000;
};

/// One part of the box, in which each amount moves one way with each fact, but for three.
class Part {
 public:
  /// `coarse`: several facts of a wage, of which one does not count in øre.
  Part(Box& box, const Ranges& ranges, Found& found, bool coarse) : box_(box), ranges_(ranges), found_(found), coarse_(coarse) {
    const auto terms = law::MonthTerms<law::ExactNumbers>::of(box.options(), box.facts().month);
    whole_kroner_ = terms.round_to == RoundTo::krone;
    // A share of field 13 that is taken off the pay before it divides by what it leaves.
    products_ = box_.facts().pay.form != Pay::Form::am_income ||
                std::ranges::none_of(ranges_, [](const FactRange& range) { return range.fact == Fact::own_pension && range.is_share; });
    under_ = terms.subsidy;
    for (const FactRange& range : ranges_) {
      const bool up = raises_subsidy(range.fact);
      best_.push_back(up ? range.to : range.from);
      worst_.push_back(up ? range.from : range.to);
    }
  }
  [[nodiscard]] const Point& best() const noexcept { return best_; }
  [[nodiscard]] const Point& worst() const noexcept { return worst_; }
  /// What was not found.
  [[nodiscard]] const std::vector<std::string_view>& left_out() const noexcept { return left_out_; }

  void run() {
    found_.join(box_.at(best_));
    found_.join(box_.at(worst_));
    holidays();
    if (!ceiling_cut()) left_out_.emplace_back("ceiling_cut");
    if (!(coarse_ ? total_of_coarse() : total())) left_out_.emplace_back("total");
    if (!whole_kroner_) payout();
  }

 private:
  [[nodiscard]] static bool is_holiday(Fact fact) noexcept { return fact == Fact::ledighedsydelse_days || fact == Fact::ledighedsydelse; }
  /// One corner, with the facts that `other` names at the opposite end.
  [[nodiscard]] Point with(Point corner, const Point& opposite, bool (*other)(Fact)) const {
    for (std::size_t i = 0; i < ranges_.size(); ++i)
      if (other(ranges_[i].fact)) corner[i] = opposite[i];
    return corner;
  }

  // FLT-12: days take most of the highest subsidy when they are most.
  void holidays() {
    found_.join("holiday_cut", box_.at(with(best_, worst_, is_holiday)).holiday_cut);
    found_.join("holiday_cut", box_.at(with(worst_, best_, is_holiday)).holiday_cut);
  }

  // FLT-11: with all that stands under the ceiling the cut rises until nothing is left under it, and falls with the subsidy after.
  [[nodiscard]] bool ceiling_cut() {
    const auto stands_under = [&](Fact fact) {
      return fact == Fact::care_income ? under_.care_income_under_ceiling
                                       : is_wage(fact) || (fact == Fact::other_wage && under_.other_wage_under_ceiling);
    };
    const auto lowers_ceiling = [](Fact fact) { return raises_subsidy(fact) && fact != Fact::benefits_in_kind; };
    const auto join = [&](const Way& way, std::int64_t step) { found_.join("ceiling_cut", box_.at(way.at(step)).ceiling_cut); };
    const Point tight = with(best_, worst_, lowers_ceiling);
    const Way least(ranges_, with(worst_, best_, lowers_ceiling), stands_under);
    join(least, 0);
    join(least, least.length());
    if (coarse_) {
      const auto nothing_left = [](const MonthStatement& s) { return s.before_ceiling == s.ceiling_cut; };
      const auto found = Halving(box_, ranges_, tight, stands_under)
                             .most([](const MonthStatement& s) { return s.ceiling_cut; },
                                   [&](const MonthStatement& low, const MonthStatement& high) {
                                     return nothing_left(high) ? low.before_ceiling : high.ceiling_cut;
                                   });
      if (found) found_.join("ceiling_cut", *found);
      return found.has_value();
    }
    const Way most(ranges_, tight, stands_under);
    const auto nothing_left = first_where(0, most.length(), [&](std::int64_t step) {
      const MonthStatement s = box_.at(most.at(step));
      return s.before_ceiling == s.ceiling_cut;
    });
    join(most, 0);
    join(most, most.length());
    if (nothing_left) {
      join(most, *nothing_left);
      join(most, std::max<std::int64_t>(*nothing_left - 1, 0));
    }
    return true;
  }

  // Wage and subsidy together rise with the wage, and fall where the rounded subsidy does (FLT-14).
  [[nodiscard]] bool is_in_total(Fact fact) const {
    return is_wage(fact) && (fact != Fact::care_income || care_income_counts(box_.facts().month));
  }
  [[nodiscard]] bool total() {
    const bool by_oere = box_.facts().pay.form != Pay::Form::hourly && !box_.facts().own_pension.is_share() &&
                         !box_.facts().employer_pension.is_share() &&
                         std::ranges::none_of(ranges_, [](const FactRange& range) { return range.is_share; });
    const auto moves = [&](Fact fact) { return is_in_total(fact); };
    for (const Point& others : {best_, worst_}) {
      const Way way(ranges_, others, moves);
      const auto join = [&](std::int64_t step) { found_.join("total", box_.at(way.at(step)).total); };
      if (!whole_kroner_ && by_oere) {  // an øre of wage takes at most one of the subsidy
        join(0);
        join(way.length());
      } else {
        each_stretch(
            way, [&](std::int64_t step) { return box_.at(way.at(step)).fleksloentilskud; }, join);
      }
    }
    return true;
  }
  // Before the rounding it never falls with the wage, so that it is nowhere further from an end's than the rounding.
  [[nodiscard]] bool total_of_coarse() {
    const auto moves = [&](Fact fact) { return is_in_total(fact); };
    const Exact rounding = whole_kroner_ ? Exact::whole(50) : Exact::ratio(1, 2);
    const auto without = [](const MonthStatement& s) { return s.total - Exact::of(s.fleksloentilskud); };
    Halving by_best(box_, ranges_, best_, moves), by_worst(box_, ranges_, worst_, moves);
    const auto of_best = products_ ? by_best.parts_of_an_oere(without) : std::nullopt;
    const auto of_worst = products_ ? by_worst.parts_of_an_oere(without) : std::nullopt;
    // Under a ceiling that holds wage and subsidy together all of a wide box is as close to the rounding as its parts of an øre let it.
    const auto at_most = [&](const Exact& limit) {
      if (!of_best) return limit;
      return (limit * Exact::whole(*of_best)).whole_part_exact(Rounding::down) / Exact::whole(*of_best);
    };
    // Half a krone is rounded up: there is always less than half of one below.
    const auto less_than = [&](const Exact& limit) {
      if (!of_worst) return limit;
      return ((limit * Exact::whole(*of_worst)).whole_part_exact(Rounding::up) - Exact::whole(1)) / Exact::whole(*of_worst);
    };
    const auto most =
        by_best.most([](const MonthStatement& s) { return s.total; },
                     [&](const MonthStatement& low, const MonthStatement& high) {
                       return std::min(without(high) + Exact::of(low.fleksloentilskud), at_most(without(high) + due_of(high) + rounding));
                     });
    const auto least =
        by_worst.most([](const MonthStatement& s) { return -s.total; },
                      [&](const MonthStatement& low, const MonthStatement& high) {
                        return std::min(-without(low) - Exact::of(high.fleksloentilskud), less_than(rounding - without(low) - due_of(low)));
                      });
    if (!most || !least) return false;
    found_.join("total", *most);
    found_.join("total", -*least);
    return true;
  }

  // FLT-17: own ATP is whole kroner; of a subsidy in whole øre what is left falls where it rises.
  void payout() {
    const Way way(ranges_, best_, [](Fact) { return true; });
    each_stretch(
        way, [&](std::int64_t step) { return box_.at(way.at(step)).own_atp; },
        [&](std::int64_t step) { found_.join("payout", Exact::of(box_.at(way.at(step)).payout)); });
  }

  Box& box_;
  const Ranges& ranges_;
  Found& found_;
  bool coarse_;
  Point best_{}, worst_{};
  bool whole_kroner_ = true, products_ = true;
  law::SharedTerms under_{};
  std::vector<std::string_view> left_out_{};
};

/// What pay by the hour is made of.
bool is_by_hours(Fact fact) noexcept { return fact == Fact::hourly_wage || fact == Fact::weekly_hours || fact == Fact::intensity; }
/// A step of one count is not one øre of wage: pay by the hour, a pension as a share, or pay with a share of it on top.
bool is_coarse_wage(const MonthFacts& f, const FactRange& range) noexcept {
  const bool shares = f.own_pension.is_share() || f.employer_pension.is_share();
  return is_by_hours(range.fact) || range.is_share ||
         (shares && (range.fact == Fact::am_income || range.fact == Fact::monthly_wage || range.fact == Fact::own_pension));
}
/// A step of one count is not one øre of what the subsidy is computed from.
bool is_coarse(const MonthFacts& f, const FactRange& range) noexcept {
  const Fact fact = range.fact;
  return is_coarse_wage(f, range) || fact == Fact::paid_hours || fact == Fact::ledighedsydelse_days || fact == Fact::ceiling_hourly ||
         fact == Fact::ceiling_pension ||
         ((fact != Fact::ceiling || f.ceiling.form == Ceiling::Form::from_monthly) && fact != Fact::ceiling_holiday_supplement &&
          raises_subsidy(fact) && f.ceiling.employer_pension != Percent{});
}
/// A wage from several of the ranges, of which one does not count in øre, or stands beside the ceiling.
bool is_coarse_together(const MonthFacts& f, std::span<const FactRange> ranges, const Options& options) {
  const auto wages = std::ranges::count_if(ranges, [](const FactRange& range) { return is_wage(range.fact); });
  const bool share = std::ranges::any_of(ranges, &FactRange::is_share);
  const auto coarse = [&](const FactRange& range) {
    return is_coarse_wage(f, range) || (share && is_wage(range.fact)) ||
           (range.fact == Fact::care_income && options.care_income_under_ceiling == CareIncomeUnderCeiling::excluded);
  };
  return wages > 1 && std::ranges::any_of(ranges, coarse);
}

std::optional<Error> what_is_wrong(const MonthFacts& f, std::span<const FactRange> ranges, const Options& options) {
  if (auto wrong = wrong_ranges(ranges)) return wrong;
  std::optional<Fact> hours, coarse;
  for (const FactRange& range : ranges) {
    if (MonthFacts month; !set(month, range, 0)) return no_range(range.fact, WhyNoRange::not_here);
    if (is_coarse(f, range)) coarse = range.fact;
    if (range.fact == Fact::weekly_hours || range.fact == Fact::intensity) {
      if (hours) return no_range(range.fact, WhyNoRange::product, {*hours});
      hours = range.fact;
    }
    if (options.policy.in_force(f.month)) return no_range(range.fact, WhyNoRange::reform);
    if (options.own_atp_of == OwnAtpOf::before_ceiling) return no_range(range.fact, WhyNoRange::own_atp_before_ceiling);
  }
  const bool in_oere = law::MonthTerms<law::ExactNumbers>::of(options, f.month).round_to == RoundTo::oere;
  if (!in_oere || !coarse || ranges.size() == 1) return std::nullopt;
  return no_range(*coarse, WhyNoRange::in_oere, {ranges.front().fact == *coarse ? ranges.back().fact : ranges.front().fact});
}

/// FLT-3: where hourly pay and hours are ranges, the right begins at no count of one of them.
std::optional<Error> wrong_by_product(Box& box) {
  const auto place = [&](Fact fact) { return std::ranges::find(box.ranges(), fact, &FactRange::fact); };
  const auto pay = place(Fact::hourly_wage), end = box.ranges().end();
  const auto hours = place(Fact::weekly_hours) != end ? place(Fact::weekly_hours) : place(Fact::intensity);
  if (pay == end || hours == end) return std::nullopt;
  Point least, most;
  for (const FactRange& range : box.ranges()) {
    least.push_back(range.from);
    most.push_back(&range == &*pay || &range == &*hours ? range.to : range.from);
  }
  if (box.at(least).has_right || !box.at(most).has_right) return std::nullopt;
  return no_range(pay->fact, WhyNoRange::another_month, {hours->fact});
}

}  // namespace

Result<RightIf> right_if(const MonthFacts& facts, const FactRange& range, Money paid, bool payout_only, const RateTable& rates,
                         const Options& options) {
  const std::array ranges{range};
  if (auto wrong = what_is_wrong(facts, ranges, options)) return std::move(*wrong);
  const bool in_oere = law::MonthTerms<law::ExactNumbers>::of(options, facts.month).round_to == RoundTo::oere;
  if (in_oere) return no_range(range.fact, WhyNoRange::in_oere);
  // Between steps of ATP more hours of the same pay are now more subsidy, now less.
  if (is_by_hours(range.fact) && range.fact != Fact::hourly_wage) return no_range(range.fact, WhyNoRange::steps_of_hours);
  Box box(facts, rates, options, {range});
  RightIf result{.month = facts.month, .paid = paid, .after_atp = payout_only, .range = range, .where = {}};
  const std::vector<Ranges> parts = parts_of(box);
  const auto look = [&] {
    for (const Ranges& part : parts) {
      const FactRange& r = part.front();
      const bool up = raises_subsidy(r.fact);
      const auto is = [&](std::int64_t count) {
        const MonthStatement s = box.at({count});
        return result.after_atp ? s.payout : s.fleksloentilskud;
      };
      const auto from = first_where(r.from, r.to, [&](std::int64_t count) { return up ? is(count) >= paid : is(count) <= paid; });
      if (!from || is(*from) != paid) continue;
      const auto beyond = first_where(*from, r.to, [&](std::int64_t count) { return is(count) != paid; });
      result.where.push_back({r.fact, *from, beyond ? *beyond - 1 : r.to});
    }
  };
  look();
  if (result.where.empty() && !payout_only) {
    result.after_atp = true;
    look();
    result.after_atp = !result.where.empty();
  }
  if (box.error()) return *box.error();
  std::ranges::sort(result.where, {}, &FactRange::from);
  // What one part ends with and the next begins with is one.
  for (std::size_t i = 1; i < result.where.size();)
    if (result.where[i - 1].to + 1 == result.where[i].from) {
      result.where[i - 1].to = result.where[i].to;
      result.where.erase(result.where.begin() + static_cast<std::ptrdiff_t>(i));
    } else {
      ++i;
    }
  return result;
}

Result<MonthBounds> bounds(const MonthFacts& facts, std::span<const FactRange> ranges, const RateTable& rates, const Options& options) {
  if (auto wrong = what_is_wrong(facts, ranges, options)) return std::move(*wrong);
  Box box(facts, rates, options, {ranges.begin(), ranges.end()});
  if (auto wrong = wrong_by_product(box)) return std::move(*wrong);
  const bool coarse = is_coarse_together(facts, ranges, options);
  MonthBounds result;
  Found found;
  Point best, worst;
  const std::vector<Ranges> parts = parts_of(box);
  for (const Ranges& ranges_of_part : parts) {
    if (box.error()) return *box.error();
    Part part(box, ranges_of_part, found, coarse);
    part.run();
    for (const std::string_view name : part.left_out())
      if (std::ranges::find(result.left_out, name) == result.left_out.end()) result.left_out.push_back(name);
    if (best.empty() || box.at(part.best()).fleksloentilskud > result.highest.fleksloentilskud) {
      best = part.best();
      result.highest = box.at(best);
    }
    if (worst.empty() || box.at(part.worst()).fleksloentilskud < result.lowest.fleksloentilskud) {
      worst = part.worst();
      result.lowest = box.at(worst);
    }
  }
  // Between steps of ATP more hours of the same pay are now more subsidy, now less.
  for (std::size_t i = 0; i < ranges.size(); ++i)
    result.decides.push_back(decider(box, parts, best, i, ranges[i].fact == Fact::weekly_hours || ranges[i].fact == Fact::intensity));
  if (box.error()) return *box.error();
  std::stable_sort(result.decides.begin(), result.decides.end(), [](const auto& a, const auto& b) { return a.worth > b.worth; });
  for (const std::string_view name : result.left_out) found.leave_out(name);
  result.amounts = std::move(found).not_fixed();
  result.facts = box.facts_at(best);
  return result;
}

}  // namespace fleks
