#include <fleks/analysis/case_bounds.hpp>

#include <algorithm>
#include <iterator>
#include <utility>

#include "analysis/case_box.hpp"
#include "history/known.hpp"
#include "rules/by_law.hpp"
#include "rules/contributions.hpp"

namespace fleks {

// Beside those of a month, for `decider`.
static Money result_of(const CaseMonth& m) noexcept {
  return (m.subsidy ? m.subsidy->fleksloentilskud : Money{}) + (m.benefit ? m.benefit->ledighedsydelse : Money{});
}
static Exact due_of(const CaseMonth& m) { return (m.subsidy ? due_of(*m.subsidy) : Exact{}) + (m.benefit ? due_of(*m.benefit) : Exact{}); }

namespace {

using Places = std::vector<std::size_t>;

/// One month of the box, and what is found of it.
class MonthOfBox {
 public:
  MonthOfBox(CaseBox& box, Month month) : box_(box), month_(month), ranges_(box.ranges()) {
    for (std::size_t i = 0; i < ranges_.size(); ++i) turn(i);
    for (const FactRange& range : ranges_) {
      const bool up = raises_subsidy(range.fact);
      best_.push_back(up ? range.to : range.from);
      worst_.push_back(up ? range.from : range.to);
    }
  }
  [[nodiscard]] const Ranges& ranges() const noexcept { return ranges_; }
  [[nodiscard]] CaseMonth at(const Point& point) { return box_.at(month_, point); }

  Result<CaseMonthBounds> run() {
    out_.highest = at(best_);
    out_.lowest = at(worst_);
    if (auto wrong = find_what_moves()) return std::move(*wrong);
    if (!moving_.empty()) {
      if (auto wrong = what_is_wrong()) return std::move(*wrong);
      if (both_ways_.empty())
        find_all();
      else if (auto wrong = each_count())
        return std::move(*wrong);
    }
    if (box_.error()) return *box_.error();
    return std::move(out_);
  }

 private:
  /// FLT-6, FLT-15, FLT-16: what stands inside the pay is not paid with its month but with others, and may lift the ceiling. So it is told
  /// by the month whether more of it is more wage, less wage or a higher ceiling: here each is called as one that does the same.
  void turn(std::size_t place) {
    using List = CaseRange::List;
    const List list = box_.given(place).list;
    Fact& fact = ranges_[place].fact;
    if (list == List::gifts || list == List::holiday_deductions) fact = Fact::benefits_in_kind;
    if (list == List::full_time_supplements) fact = Fact::ceiling;
    // LY-9: paid holiday takes a benefit out, and then only tops up.
    if (list == List::holiday_days) both_ways_.push_back(place);
    switch (list) {
      case List::bonuses:
      case List::supplements:
      case List::holiday_allowances:
      case List::allowance_nets:
      case List::allowance_taxes:
      case List::allowance_tax_shares:
      case List::allowance_deductions: break;
      default: return;
    }
    Point point;
    for (const FactRange& range : ranges_) point.push_back(range.from);
    const CaseMonth least = at(point);
    point[place] = ranges_[place].to;
    const CaseMonth most = at(point);
    bool more = false, less = false, lifts = false;
    const auto see = [&](const Exact& a, const Exact& b) {
      more = more || a < b;
      less = less || b < a;
    };
    if (least.subsidy && most.subsidy) {
      see(least.subsidy->wage, most.subsidy->wage);
      see(least.subsidy->other_wage, most.subsidy->other_wage);
      lifts = least.subsidy->normal_wage_ceiling != most.subsidy->normal_wage_ceiling;
    }
    if (least.benefit && most.benefit) {
      see(least.benefit->income, most.benefit->income);
      see(most.benefit->holiday_top_up, least.benefit->holiday_top_up);
    }
    if (more && (less || lifts)) both_ways_.push_back(place);
    if (less && lifts) cut_is_open_ = true;
    fact = less ? Fact::benefits_in_kind : lifts ? Fact::ceiling : Fact::am_income;
  }
  /// Facts of which one moves the month both ways: each of their counts.
  [[nodiscard]] std::optional<Error> each_count() {
    Point point = best_, best = best_;
    for (const std::size_t i : moving_) point[i] = ranges()[i].from;
    FoundAmounts payout;
    const auto see = [&] {
      CaseMonth m = at(point);
      if (!same_kind(out_.highest, m)) return false;
      join(m);
      if (m.subsidy && m.subsidy->has_ceiling) subsidy_.join("ceiling_cut", m.subsidy->ceiling_cut);
      payout.join("payout", Exact::of(m.payout));
      if (result_of(m) < result_of(out_.lowest)) out_.lowest = m;
      if (result_of(m) <= result_of(out_.highest)) return true;
      out_.highest = std::move(m);
      best = point;
      return true;
    };
    for (bool more = true; more && !box_.error();) {
      if (!see()) return box_.no_range(both_ways_.front(), WhyNoRange::another_month);
      more = false;
      for (const std::size_t i : moving_) {
        more = point[i] < ranges()[i].to;
        point[i] = more ? point[i] + 1 : ranges()[i].from;
        if (more) break;
      }
    }
    for (const std::size_t i : moving_) out_.decides.push_back({i, alone_takes(best, i), {}, {}});
    // Paid holiday may leave a month as it is: then it decides nothing there.
    std::erase_if(out_.decides, [&](const CaseDecider& d) { return moving_.size() == 1 && d.worth == Money{}; });
    std::stable_sort(out_.decides.begin(), out_.decides.end(), [](const auto& a, const auto& b) { return a.worth > b.worth; });
    out_.subsidy = in_order(std::move(subsidy_));
    out_.benefit = std::move(benefit_).not_fixed();
    if (auto moves = std::move(payout).not_fixed(); !moves.empty()) out_.payout = moves.front();
    return std::nullopt;
  }
  [[nodiscard]] Money alone_takes(Point point, std::size_t place) {
    Money least = result_of(out_.highest);
    for (point[place] = ranges()[place].from; point[place] <= ranges()[place].to && !box_.error(); ++point[place])
      least = std::min(least, result_of(at(point)));
    return result_of(out_.highest) - least;
  }
  [[nodiscard]] Point with(Point corner, std::size_t place) const {
    corner[place] = corner[place] == best_[place] ? worst_[place] : best_[place];
    return corner;
  }
  [[nodiscard]] bool is_hours(std::size_t place) const { return ranges()[place].fact == Fact::paid_hours; }

  /// The facts whose other end changes the month, from its highest or its lowest.
  std::optional<Error> find_what_moves() {
    const std::vector<Exact> highest = amounts_of(out_.highest), lowest = amounts_of(out_.lowest);
    for (std::size_t i = 0; i < ranges().size(); ++i) {
      const CaseMonth one = at(with(best_, i)), other = at(with(worst_, i));
      if (box_.error()) return box_.error();
      for (const CaseMonth* m : {&one, &other, &std::as_const(out_.lowest)})
        if (!same_kind(out_.highest, *m)) return box_.no_range(i, WhyNoRange::another_month);
      const bool both_ways = std::find(both_ways_.begin(), both_ways_.end(), i) != both_ways_.end();
      if (both_ways || amounts_of(one) != highest || amounts_of(other) != lowest) moving_.push_back(i);
    }
    return std::nullopt;
  }

  /// Where each count is computed: that they are not too many.
  [[nodiscard]] std::optional<Error> too_many_counts() {
    constexpr std::int64_t most_counts = 100'000;
    const std::size_t both = both_ways_.front();
    std::int64_t left = most_counts;
    // First the one that has to be gone through: the others have what it leaves.
    Places order{both};
    std::copy_if(moving_.begin(), moving_.end(), std::back_inserter(order), [&](std::size_t i) { return i != both; });
    for (const std::size_t i : order) {
      const std::int64_t width = ranges()[i].to - ranges()[i].from;
      if (width > left && i != both) return box_.no_range(both, WhyNoRange::both_ways, {box_.path(i)});
      if (width > left) {
        const auto shown = [&](std::int64_t count) { return to_text(box_.in_unit(i, count)); };
        return Error{.code = ErrorCode::too_large,
                     .field = box_.path(i),
                     .given = shown(ranges()[i].from) + ".." + shown(ranges()[i].to),
                     .allowed = NoRange{WhyNoRange::both_ways, {}, box_.in_unit(i, left)}};
      }
      left = std::max<std::int64_t>(left / (width + 1), 1);
    }
    return std::nullopt;
  }

  std::optional<Error> what_is_wrong() {
    if (!both_ways_.empty()) return too_many_counts();
    const Options& options = box_.facts_at(best_).options.month;
    const bool in_oere = (out_.highest.subsidy && law::by_law(options.round_to, Rule::FLT_14, month_) == RoundTo::oere) ||
                         (out_.highest.benefit && law::by_law(options.round_to, Rule::LY_15, month_) == RoundTo::oere);
    if (in_oere) return box_.no_range(moving_.front(), WhyNoRange::in_oere);
    for (const std::size_t i : moving_) {
      if (!is_hours(i)) continue;
      const CaseMonth one = at(with(best_, i)), other = at(with(worst_, i));
      if (due_of(one) != due_of(out_.highest) || due_of(other) != due_of(out_.lowest) ||
          one.subsidy->normal_wage_ceiling != out_.highest.subsidy->normal_wage_ceiling)
        return box_.no_range(i, WhyNoRange::ceiling_rests_on_it);
    }
    return std::nullopt;
  }

  void find_all() {
    const std::vector<Ranges> parts = parts_by_right();
    Point best = best_;
    for (const Ranges& part : parts) {
      const Point highest = corner(part, true), lowest = corner(part, false);
      join_with_hours(highest);
      join_with_hours(lowest);
      if (out_.highest.subsidy && out_.highest.subsidy->has_ceiling) ceiling_cut(part, highest, lowest);
      if (CaseMonth m = at(highest); result_of(m) > result_of(out_.highest)) {
        out_.highest = std::move(m);
        best = highest;
      }
      if (CaseMonth m = at(lowest); result_of(m) < result_of(out_.lowest)) out_.lowest = std::move(m);
    }
    if (out_.highest.benefit) left_of_benefit();
    for (const std::size_t i : moving_) {
      const DecidingFact d = decider(*this, parts, best, i, false);
      out_.decides.push_back({i, d.worth, d.starts_at, d.stops_at});
    }
    std::stable_sort(out_.decides.begin(), out_.decides.end(), [](const auto& a, const auto& b) { return a.worth > b.worth; });
    out_.subsidy = in_order(std::move(subsidy_));
    out_.benefit = std::move(benefit_).not_fixed();
    add_payout(parts.size() > 1);
  }

  /// The cut was found last, and stands before what it leaves.
  static std::vector<AmountBounds> in_order(FoundAmounts found) {
    std::vector<AmountBounds> amounts = std::move(found).not_fixed();
    const auto cut = std::find_if(amounts.begin(), amounts.end(), [](const AmountBounds& a) { return a.name == "ceiling_cut"; });
    const auto left = std::find_if(amounts.begin(), cut, [](const AmountBounds& a) {
      return std::find(std::begin(after_the_cut), std::end(after_the_cut), a.name) != std::end(after_the_cut);
    });
    if (cut != amounts.end()) std::rotate(left, cut, cut + 1);
    return amounts;
  }

  [[nodiscard]] Point corner(const Ranges& part, bool highest) const {
    Point point = highest ? best_ : worst_;
    for (const std::size_t i : moving_) point[i] = raises_subsidy(part[i].fact) == highest ? part[i].to : part[i].from;
    return point;
  }

  /// FLT-3: the wages and benefits of a month are a sum of parts, none below zero: there is a right where one of them is above it.
  [[nodiscard]] std::vector<Ranges> parts_by_right() {
    if (!out_.highest.subsidy || out_.highest.subsidy->has_right) return {ranges()};
    std::vector<Ranges> parts;
    Ranges without = ranges();
    for (const std::size_t i : moving_) {
      const FactRange& range = ranges()[i];
      const bool down = range.fact == Fact::benefits_in_kind;
      if (raises_subsidy(range.fact) && !down) continue;
      const auto first = first_where(0, range.to - range.from, [&](std::int64_t steps) {
        Point point = best_;
        point[i] = down ? range.to - steps : range.from + steps;
        return at(point).subsidy->has_right;
      });
      if (!first) continue;
      parts.push_back(ranges());
      (down ? parts.back()[i].to : parts.back()[i].from) = down ? range.to - *first : range.from + *first;
      (down ? without[i].from : without[i].to) = down ? range.to - *first + 1 : range.from + *first - 1;
    }
    parts.push_back(std::move(without));
    return parts;
  }

  void join(const CaseMonth& m) {
    if (m.subsidy) each_amount(*m.subsidy, [&](std::string_view name, const Exact& x) { subsidy_.join(name, x); });
    if (m.benefit) each_amount(*m.benefit, [&](std::string_view name, const Exact& x) { benefit_.join(name, x); });
  }
  /// FLT-18: the state's ATP falls with the hours, and has one step (39 hours).
  void join_with_hours(const Point& point) {
    join(at(point));
    Places hours;
    std::copy_if(moving_.begin(), moving_.end(), std::back_inserter(hours), [&](std::size_t i) { return is_hours(i); });
    if (hours.empty()) return;
    const Way way(ranges(), point, hours);
    join(at(way.at(0)));
    join(at(way.at(way.length())));
    const auto many = first_where(0, way.length(), [&](std::int64_t step) {
      const CaseMonth m = at(way.at(step));
      return !m.subsidy->paid_hours || *m.subsidy->paid_hours >= Exact::whole(law::few_hours_a_month);
    });
    if (!many) return;
    join(at(way.at(*many)));
    if (*many > 0) join(at(way.at(*many - 1)));
  }

  /// Where a fact of the wage moves the amounts that stand under the ceiling.
  struct Under {
    Places places{};
    bool by_oere = true;  // each of their øre is one of the month's
    bool mixed = false;   // one of them is both wage and other wage
  };
  [[nodiscard]] Under under_the_ceiling() {
    const Case& facts = box_.facts_at(best_);
    const auto terms = law::MonthTerms<law::ExactNumbers>::of(facts.options.month, month_).subsidy;
    Under under;
    const CaseMonth m = at(best_);
    for (const std::size_t i : moving_) {
      const CaseMonth other = at(with(best_, i));
      const Exact wage = other.subsidy->wage - m.subsidy->wage, beside = other.subsidy->other_wage - m.subsidy->other_wage;
      under.mixed = under.mixed || (!wage.is_zero() && !beside.is_zero());
      const CaseRange& given = box_.given(i);
      const bool care = given.list == CaseRange::List::incomes && facts.incomes[given.index].kind == OtherIncome::Kind::care;
      const bool stands =
          !wage.is_zero() || (!beside.is_zero() && (care ? terms.care_income_under_ceiling : terms.other_wage_under_ceiling));
      if (!stands) continue;
      under.places.push_back(i);
      under.by_oere = under.by_oere && wage + beside == Exact::whole(given.to - given.from);
    }
    return under;
  }

  /// FLT-11: the cut rises with what stands under the ceiling until nothing is left of the subsidy, and falls with it after.
  void ceiling_cut(const Ranges& part, const Point& highest, const Point& lowest) {
    const Under under = under_the_ceiling();
    if (cut_is_open_ || under.mixed || (under.places.size() > 1 && !under.by_oere) || box_.parts_at(month_, highest) > 1) {
      if (out_.left_out.empty()) out_.left_out.emplace_back("ceiling_cut");
      return;
    }
    const auto join = [&](const Way& way, std::int64_t step) { subsidy_.join("ceiling_cut", at(way.at(step)).subsidy->ceiling_cut); };
    Point tight = highest, wide = lowest;
    for (const std::size_t i : moving_)
      if (raises_subsidy(part[i].fact) && part[i].fact != Fact::benefits_in_kind) std::swap(tight[i], wide[i]);
    const Way most(part, tight, under.places);
    const auto nothing_left = first_where(0, most.length(), [&](std::int64_t step) {
      const MonthStatement s = *at(most.at(step)).subsidy;
      return s.before_ceiling == s.ceiling_cut;
    });
    join(most, 0);
    join(most, most.length());
    if (nothing_left) {
      join(most, *nothing_left);
      join(most, std::max<std::int64_t>(*nothing_left - 1, 0));
    }
    const Way least(part, wide, under.places);
    join(least, 0);
    join(least, least.length());
  }

  void left_of_benefit() {
    const Way way(ranges(), best_, moving_);
    each_stretch(
        way, [&](std::int64_t step) { return at(way.at(step)).benefit->own_atp; },
        [&](std::int64_t step) {
          each_amount_left(*at(way.at(step)).benefit, [&](std::string_view name, const Exact& x) { benefit_.join(name, x); });
        });
  }

  void add_payout(bool right_moves) {
    const auto named = [](const std::vector<AmountBounds>& list, std::string_view name) {
      const auto found = std::find_if(list.begin(), list.end(), [&](const AmountBounds& a) { return a.name == name; });
      return found == list.end() ? nullptr : &*found;
    };
    const AmountBounds* subsidy = named(out_.subsidy, "payout");
    const AmountBounds* benefit = named(out_.benefit, "payout");
    if (subsidy == nullptr && benefit == nullptr) return;
    const CaseMonth& m = out_.highest;
    AmountBounds both{"payout", {}, {}};
    if (m.subsidy) {
      both.from += subsidy != nullptr ? subsidy->from : Exact::of(m.subsidy->payout);
      both.to += subsidy != nullptr ? subsidy->to : Exact::of(m.subsidy->payout);
    }
    if (m.benefit) {
      both.from += benefit != nullptr ? benefit->from : Exact::of(m.benefit->payout);
      both.to += benefit != nullptr ? benefit->to : Exact::of(m.benefit->payout);
    }
    out_.payout = both;
    out_.payout_reached = subsidy == nullptr || benefit == nullptr || (!right_moves && named(out_.benefit, "own_atp") == nullptr);
  }

  CaseBox& box_;
  Month month_;
  Ranges ranges_;
  Places both_ways_{};        // facts of which more is both more and less
  bool cut_is_open_ = false;  // one of them lowers the wage and lifts the ceiling
  Point best_{}, worst_{};
  Places moving_{};
  FoundAmounts subsidy_{}, benefit_{};
  CaseMonthBounds out_{};
};

/// What each fact is worth in all months.
std::vector<CaseDecider> together(const std::vector<CaseMonthBounds>& months, std::size_t ranges) {
  std::vector<CaseDecider> all(ranges);
  for (std::size_t i = 0; i < ranges; ++i) all[i].range = i;
  for (const CaseMonthBounds& m : months)
    for (const CaseDecider& d : m.decides) all[d.range].worth += d.worth;
  std::stable_sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.worth > b.worth; });
  return all;
}

}  // namespace

Result<CaseBounds> bounds(const Case& facts, std::span<const CaseRange> ranges, const RateTable& rates, const CaseQuestion& question) {
  if (auto wrong = wrong_range(facts, ranges)) return std::move(*wrong);
  CaseBox box(facts, ranges, rates, question.as_of ? number_of(*question.as_of) : history::all_is_known);
  Point best;
  for (const CaseRange& r : ranges) best.push_back(raises_subsidy(r.fact) ? r.to : r.from);
  auto highest = case_statement(box.facts_at(best), rates, {.as_of = question.as_of, .first = question.first, .last = question.last});
  if (!highest) return std::move(highest).error();
  CaseBounds out{{ranges.begin(), ranges.end()}, *std::move(highest), {}, {}};
  for (CaseMonth& m : out.highest.months) {
    auto month = MonthOfBox(box, m.month).run();
    if (!month) return std::move(month).error();
    m.status = month->highest.status;
    m.reason = month->highest.reason;
    m.subsidy = month->highest.subsidy;
    m.benefit = month->highest.benefit;
    m.payout = month->highest.payout;
    out.months.push_back(*std::move(month));
  }
  out.decides = together(out.months, ranges.size());
  return out;
}

}  // namespace fleks
