#include <fleks/analysis/bounds.hpp>

#include <algorithm>
#include <array>

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

/// One part of the box, in which each amount moves one way with each fact, but for three.
class Part {
 public:
  Part(Box& box, const Ranges& ranges, Found& found) : box_(box), ranges_(ranges), found_(found) {
    const auto terms = law::MonthTerms<law::ExactNumbers>::of(box.options(), box.facts().month);
    whole_kroner_ = terms.round_to == RoundTo::krone;
    under_ = terms.subsidy;
    for (const FactRange& range : ranges_) {
      const bool up = raises_subsidy(range.fact);
      best_.push_back(up ? range.to : range.from);
      worst_.push_back(up ? range.from : range.to);
    }
  }
  [[nodiscard]] const Point& best() const noexcept { return best_; }
  [[nodiscard]] const Point& worst() const noexcept { return worst_; }

  void run() {
    found_.join(box_.at(best_));
    found_.join(box_.at(worst_));
    holidays();
    ceiling_cut();
    total();
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
  void ceiling_cut() {
    const auto stands_under = [&](Fact fact) {
      return fact == Fact::care_income ? under_.care_income_under_ceiling
                                       : is_wage(fact) || (fact == Fact::other_wage && under_.other_wage_under_ceiling);
    };
    const auto lowers_ceiling = [](Fact fact) { return raises_subsidy(fact) && fact != Fact::benefits_in_kind; };
    const auto join = [&](const Way& way, std::int64_t step) { found_.join("ceiling_cut", box_.at(way.at(step)).ceiling_cut); };
    const Way most(ranges_, with(best_, worst_, lowers_ceiling), stands_under);
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
    const Way least(ranges_, with(worst_, best_, lowers_ceiling), stands_under);
    join(least, 0);
    join(least, least.length());
  }

  // Wage and subsidy together rise with the wage, and fall where the rounded subsidy does (FLT-14).
  void total() {
    const bool by_oere =
        box_.facts().pay.form != Pay::Form::hourly && !box_.facts().own_pension.is_share() && !box_.facts().employer_pension.is_share();
    const auto moves = [&](Fact fact) { return is_wage(fact) && (fact != Fact::care_income || care_income_counts(box_.facts().month)); };
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
  Point best_{}, worst_{};
  bool whole_kroner_ = true;
  law::SharedTerms under_{};
};

/// What pay by the hour is made of.
bool is_by_hours(Fact fact) noexcept { return fact == Fact::hourly_wage || fact == Fact::weekly_hours || fact == Fact::intensity; }
/// A step of one count is not one øre of wage: pay by the hour, or with a share of it on top.
bool is_coarse_wage(const MonthFacts& f, Fact fact) noexcept {
  const bool shares = f.own_pension.is_share() || f.employer_pension.is_share();
  return is_by_hours(fact) || (shares && (fact == Fact::am_income || fact == Fact::monthly_wage || fact == Fact::own_pension));
}
/// A step of one count is not one øre of what the subsidy is computed from.
bool is_coarse(const MonthFacts& f, Fact fact) noexcept {
  return is_coarse_wage(f, fact) || fact == Fact::paid_hours || fact == Fact::ledighedsydelse_days || fact == Fact::ceiling_hourly ||
         ((fact != Fact::ceiling || f.ceiling.form == Ceiling::Form::from_monthly) && fact != Fact::ceiling_holiday_supplement &&
          raises_subsidy(fact) && f.ceiling.employer_pension != Percent{});
}

std::optional<Error> what_is_wrong(const MonthFacts& f, std::span<const FactRange> ranges, const Options& options) {
  if (auto wrong = wrong_ranges(ranges)) return wrong;
  bool coarse = false;
  std::optional<Fact> coarse_wage, wage;
  for (const FactRange& range : ranges) {
    if (MonthFacts month; !set(month, range.fact, 0)) return Error{.code = ErrorCode::exclusive_facts, .field = range.fact};
    coarse = coarse || is_coarse(f, range.fact);
    if (is_coarse_wage(f, range.fact)) {
      if (coarse_wage && range.fact == Fact::hourly_wage) return not_with(*coarse_wage, to_text(range.fact));
      if (coarse_wage && (is_by_hours(range.fact) || is_by_hours(*coarse_wage))) return not_with(range.fact, to_text(*coarse_wage));
      coarse_wage = range.fact;
    } else if (is_wage(range.fact)) {
      wage = range.fact;
    }
    if (options.policy.in_force(f.month)) return not_with(range.fact, "reform");
    if (options.own_atp_of == OwnAtpOf::before_ceiling) return not_with(range.fact, "own_atp_of");
    if (range.fact == Fact::care_income && options.care_income_under_ceiling == CareIncomeUnderCeiling::excluded)
      return not_with(range.fact, "care_income_under_ceiling");
  }
  if (coarse_wage && wage) return not_with(*wage, to_text(*coarse_wage));
  const bool in_oere = law::MonthTerms<law::ExactNumbers>::of(options, f.month).round_to == RoundTo::oere;
  if (in_oere && coarse && ranges.size() > 1) return not_with(ranges.back().fact, to_text(ranges.front().fact));
  return std::nullopt;
}

}  // namespace

Result<RightIf> right_if(const MonthFacts& facts, const FactRange& range, Money paid, bool payout_only, const RateTable& rates,
                         const Options& options) {
  const std::array ranges{range};
  if (auto wrong = what_is_wrong(facts, ranges, options)) return std::move(*wrong);
  const bool in_oere = law::MonthTerms<law::ExactNumbers>::of(options, facts.month).round_to == RoundTo::oere;
  if (in_oere) return not_with(range.fact, to_text(facts.month));
  // Between steps of ATP more hours of the same pay are now more subsidy, now less.
  if (is_by_hours(range.fact) && range.fact != Fact::hourly_wage) return Error{.code = ErrorCode::exclusive_facts, .field = range.fact};
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
  MonthBounds result;
  Found found;
  Point best, worst;
  const std::vector<Ranges> parts = parts_of(box);
  for (const Ranges& ranges_of_part : parts) {
    if (box.error()) return *box.error();
    Part part(box, ranges_of_part, found);
    part.run();
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
  result.amounts = std::move(found).not_fixed();
  result.facts = box.facts_at(best);
  return result;
}

}  // namespace fleks
