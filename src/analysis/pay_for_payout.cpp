#include <fleks/analysis/pay_for_payout.hpp>

#include <algorithm>

#include <fleks/statement/month_statement.hpp>

#include "analysis/walk.hpp"
#include "rules/facts_to_rules.hpp"
#include "rules/month.hpp"
#include "rules/wage.hpp"
#include "statement/validate.hpp"
#include "values/bounded.hpp"

// From the payout of a month back to the pay: the subsidies that leave it after own ATP, and the pay that gives each of them.

namespace fleks {
namespace {

using law::ExactNumbers;
using law::Line;
using law::LineNumbers;
using law::Untraced;

const Exact one = Exact::whole(1);

/// What moves by the same for each øre of the pay, given what it is at none and at one.
Line moving_with(const Line& pay, const Exact& at_none, const Exact& at_one) { return pay * (at_one - at_none) + Line(at_none); }

law::MonthInput<LineNumbers> input(const MonthFacts& f, const Line& pay, const Exact& ceiling) {
  const auto of = [](Money amount) { return Line(Exact::of(amount)); };
  const Line before = moving_with(pay, law::pay_before_own_pension({}, f.own_pension), law::pay_before_own_pension(one, f.own_pension));
  const auto share = [&](const Contribution& c) { return moving_with(before, contribution(c, {}), contribution(c, one)); };
  law::MonthInput<LineNumbers> in;
  in.wage = {.pay = pay,
             .in_kind = of(f.benefits_in_kind),
             .own_pension = share(f.own_pension),
             .employer_pension = share(f.employer_pension),
             .holiday_supplement = of(f.holiday_supplement)};
  if (f.ceiling.form != Ceiling::Form::none) in.ceiling = {.form = Ceiling::Form::stated, .amount = Line(ceiling)};
  in.subsidy.other_wage = of(f.other_wage);
  if (care_income_counts(f.month)) in.subsidy.care_income = of(f.care_income);
  in.subsidy.daily_benefit = of(f.daily_benefit);
  in.subsidy.unclaimed = of(f.unclaimed_benefit);
  return in;
}

bool can_be_solved(const MonthFacts& f, const Options& o) {
  return f.pay.form == Pay::Form::am_income && !f.job && !f.employed && !f.in_parts->part && !f.right_without_wage && !f.no_subsidy &&
         f.in_parts->exact_wage.is_zero() && f.in_parts->exact_other_wage.is_zero() && f.ledighedsydelse_days == Days{} &&
         o.own_atp_of == OwnAtpOf::paid_subsidy && !o.policy.in_force(f.month);
}

/// The straight pieces of the subsidy over the pay, before rounding; each ends where the next begins.
struct PayStretch {
  Exact from, to, due, slope;
};

/// Where counts of øre are in a stretch and the subsidy is at least `low` and below `high`.
std::optional<std::pair<std::int64_t, std::int64_t>> within(const PayStretch& s, const Exact& low, const Exact& high) {
  const auto at_least = [](const Exact& x) { return x.rounded(Rounding::up).value_or(0); };
  const auto below = [](const Exact& x) { return x.rounded(Rounding::up).value_or(0) - 1; };
  const auto at_most = [](const Exact& x) { return x.rounded(Rounding::down).value_or(0); };
  const auto above = [](const Exact& x) { return x.rounded(Rounding::down).value_or(0) + 1; };
  std::int64_t first = at_least(s.from), last = below(s.to);
  const auto place = [&](const Exact& due) { return (s.from + (due - s.due) / s.slope).reduced(); };
  if (s.slope.is_zero()) {
    if (s.due < low || !(s.due < high)) return std::nullopt;
  } else if (s.slope.is_positive()) {
    first = std::max(first, at_least(place(low)));
    last = std::min(last, below(place(high)));
  } else {
    first = std::max(first, above(place(high)));
    last = std::min(last, at_most(place(low)));
  }
  if (first > last) return std::nullopt;
  return std::pair{first, last};
}

/// Adds a range after those there are; what goes on where the last one ended, with the same subsidy, is part of it.
void add(std::vector<PayRange>& ranges, const PayRange& next) {
  if (!ranges.empty() && ranges.back().to + Money::oere(1) == next.from && ranges.back().fleksloentilskud == next.fleksloentilskud)
    ranges.back().to = next.to;
  else
    ranges.push_back(next);
}

class Back {
 public:
  Back(const MonthFacts& facts, const RateTable& table, const Options& options, Month rates_month)
      : f_(facts), table_(table), options_(options), rates_month_(rates_month) {}

  std::optional<Error> read() {
    const RatesOnDate on = table_.on(rates_month_);
    RateReader read(on);
    rates_ = law::MonthRates<ExactNumbers>::of(read, table_, {});
    if (read.failed()) return read.error();
    if (f_.ceiling.form != Ceiling::Form::none) {
      auto ceiling = normal_wage_ceiling(f_.ceiling, on);
      if (!ceiling) return std::move(ceiling).error();
      ceiling_ = *ceiling;
    }
    terms_ = law::MonthTerms<ExactNumbers>::of(options_, f_.month);
    return find_stretches();
  }
  [[nodiscard]] std::vector<PayRange> ranges(Money payout) const {
    std::vector<PayRange> found;
    const bool to_krone = terms_.round_to == RoundTo::krone;
    const Exact half = to_krone ? Exact::whole(50) : Exact::ratio(1, 2);
    const auto most = rates_.own_atp_most.round(Rounding::never).value_or(Money{});
    for (Money own_atp; own_atp <= most; own_atp += Money::kroner(1)) {
      const Money subsidy = payout + own_atp;
      if (atp_of(subsidy) != Exact::of(own_atp) || (to_krone && subsidy.in_oere() % 100 != 0)) continue;
      for (const PayStretch& s : stretches_)
        if (const auto counts = within(s, Exact::of(subsidy) - half, Exact::of(subsidy) + half))
          add(found, {Money::oere(counts->first), Money::oere(counts->second), subsidy, own_atp});
    }
    std::sort(found.begin(), found.end(), [](const PayRange& a, const PayRange& b) { return a.from < b.from; });
    return found;
  }
  /// More pay never gives more subsidy, so the most is at the least pay; but where the subsidy is in øre, an øre less of it may take a
  /// krone less of own ATP.
  [[nodiscard]] PayForPayout::Most most(const MonthStatement& without, const MonthStatement& with) const {
    const PayForPayout::Most at_least_pay =
        without.payout < with.payout ? PayForPayout::Most{Money::oere(1), with.payout} : PayForPayout::Most{Money{}, without.payout};
    const Money own_atp = std::max(without.own_atp, with.own_atp);
    if (terms_.round_to == RoundTo::krone || own_atp == Money{}) return at_least_pay;
    const Exact begins = (Exact::of(own_atp) - Exact::whole(50)) / rates_.own_atp_share;
    const Money less = Money::oere(begins.rounded(Rounding::up).value_or(0) - 1), payout = less - own_atp + Money::kroner(1);
    if (!(at_least_pay.payout < payout)) return at_least_pay;
    const auto given_by = ranges(payout);
    return given_by.empty() ? at_least_pay : PayForPayout::Most{given_by.front().from, payout};
  }

 private:
  [[nodiscard]] Exact atp_of(Money subsidy) const {
    Untraced untraced;
    const Exact base = Exact::of(subsidy);
    return law::own_atp_of_subsidy(base, base, rates_.own_atp_share, rates_.own_atp_most, OwnAtpOf::paid_subsidy, untraced);
  }
  std::optional<Error> find_stretches() {
    const auto rates = rates_.in<LineNumbers>();
    const auto terms = terms_.in<LineNumbers>();
    // Of no pay there is a point of its own; the walk is of the øre above it, and ends after the largest.
    const Exact end = Exact::of(largest_amount) + one;
    const auto due = [&](const Line& pay) {
      Untraced untraced;
      auto in = input(f_, pay, ceiling_);
      return law::month(in, rates, terms, untraced).subsidy.due;
    };
    auto wrong = walk(one, end, Fact::am_income, due, [&](const Piece& p) {
      if (!stretches_.empty()) stretches_.back().to = p.at;
      stretches_.push_back({p.at, end, p.line.value(), p.line.slope()});
    });
    return wrong;
  }

  const MonthFacts& f_;
  const RateTable& table_;
  const Options& options_;
  Month rates_month_;
  law::MonthRates<ExactNumbers> rates_{};
  law::MonthTerms<ExactNumbers> terms_{};
  Exact ceiling_{};
  std::vector<PayStretch> stretches_{};
};

/// No pay is a point of its own: the right may begin with the first øre.
void add_no_pay(std::vector<PayRange>& ranges, const MonthStatement& without) {
  if (!ranges.empty() && ranges.front().from == Money::oere(1) && ranges.front().fleksloentilskud == without.fleksloentilskud)
    ranges.front().from = Money{};
  else
    ranges.insert(ranges.begin(), {Money{}, Money{}, without.fleksloentilskud, without.own_atp});
}

}  // namespace

Result<PayForPayout> pay_for_payout(Money payout, const MonthFacts& facts, const RateTable& rates, const Options& options) {
  if (auto wrong = bounded(Fact::target, payout, largest_amount)) return std::move(*wrong);
  if (!can_be_solved(facts, options))
    return Error{.code = ErrorCode::exclusive_facts, .field = Fact::am_income, .allowed = NotWith{{Fact::target}}};
  MonthFacts none = facts, least = facts;
  none.pay.amount = Money{};
  least.pay.amount = Money::oere(1);
  const auto without = fleksloentilskud(none, rates, options), with = fleksloentilskud(least, rates, options);
  if (!without) return without.error();
  if (!with) return with.error();
  Back back(facts, rates, options, with->rates_month);
  if (auto wrong = back.read()) return std::move(*wrong);
  PayForPayout found{.ranges = back.ranges(payout)};
  if (without->payout == payout) add_no_pay(found.ranges, *without);
  if (found.ranges.empty()) found.most = back.most(*without, *with);
  return found;
}

}  // namespace fleks
