#include <date/iso_week.h>

#include <fleks/statement/municipal_statement.hpp>

#include "rates/rate_reader.hpp"
#include "rules/municipal_refund.hpp"

namespace fleks {
namespace {

struct Rates {
  std::array<Exact, law::refund_steps> steps{};
  Exact subsidy, benefit, benefit_in_offer;
  law::FleksbidragRates fleksbidrag{};
};

bool on_last_step(const WeekOfExpense& w) noexcept {
  return w.rules == RefundRules::staircase && law::refund_step(w.weeks) == law::refund_steps - 1;
}

/// Only the rates that the month's weeks ask for: a month of 2014 has no staircase.
Rates rates_of(const MunicipalFacts& f, RateReader& fetch) {
  Rates r;
  bool fleksbidrag = false;
  for (const WeekOfExpense& w : f.weeks) {
    if (w.rules == RefundRules::staircase) {
      const std::size_t step = law::refund_step(w.weeks);
      r.steps[step] = fetch(law::refund_keys[step]);
      fleksbidrag = fleksbidrag || (on_last_step(w) && w.subsidy.is_positive());
      continue;
    }
    r.subsidy = fetch(RateKey::refund_subsidy_pct);
    r.benefit = fetch(RateKey::refund_ledighedsydelse_pct);
    r.benefit_in_offer = fetch(RateKey::refund_ledighedsydelse_offer_pct);
  }
  if (fleksbidrag)
    r.fleksbidrag = {fetch(RateKey::fleksbidrag_share_pct), fetch(RateKey::fleksbidrag_max_month), fetch(RateKey::fleksbidrag_wage_pct)};
  return r;
}

/// KOM-5: the share of ledighedsydelse that is refunded by the old rules.
Exact old_share(RefundRules rules, const Rates& r) noexcept {
  switch (rules) {
    case RefundRules::old: return r.benefit;
    case RefundRules::old_offer: return r.benefit_in_offer;
    default: return {};
  }
}

struct Refund {
  Exact of_subsidy{}, of_benefit{}, last_share{};
};

/// Weeks that follow each other at one share are one step.
struct Together {
  Exact expense{};
  int first = 0, last = 0;
};

template <class Watch>
void tell_staircase(const Together& t, std::size_t step, const Rates& r, Watch& watch) {
  if (t.expense.is_zero()) return;
  law::by_rates(
      watch.step(t.expense * r.steps[step],
                 steps::RefundByWeeks{
                     .expense = t.expense, .share = r.steps[step], .first_week = Exact::whole(t.first), .last_week = Exact::whole(t.last)}),
      {law::refund_keys[step]});
}

template <class Watch>
void tell_old(const MunicipalFacts& f, const Rates& r, Watch& watch) {
  using Wording = steps::OldRefundOfBenefit::Wording;
  std::array<Exact, 3> benefit{};
  Exact subsidy{};
  for (const WeekOfExpense& w : f.weeks) {
    if (w.rules == RefundRules::staircase) continue;
    subsidy += w.subsidy;
    benefit[static_cast<std::size_t>(w.rules) - 1] += w.ledighedsydelse;
  }
  if (!subsidy.is_zero())
    law::by_rates(watch.step(subsidy * r.subsidy, steps::OldRefundOfSubsidy{.expense = subsidy, .share = r.subsidy}),
                  {RateKey::refund_subsidy_pct});
  for (std::size_t i = 0; i < benefit.size(); ++i) {
    if (benefit[i].is_zero()) continue;
    const auto rules = static_cast<RefundRules>(i + 1);
    const Exact share = old_share(rules, r);
    Step& step = watch.step(benefit[i] * share,
                            steps::OldRefundOfBenefit{.expense = benefit[i], .share = share, .wording = static_cast<Wording>(i)});
    if (rules == RefundRules::old) law::by_rates(step, {RateKey::refund_ledighedsydelse_pct});
    if (rules == RefundRules::old_offer) law::by_rates(step, {RateKey::refund_ledighedsydelse_offer_pct});
  }
}

template <class Watch>
void tell_refund(const MunicipalFacts& f, const Rates& r, Watch& watch) {
  for (std::size_t step = 0; step < law::refund_steps; ++step) {
    Together t;
    for (const WeekOfExpense& w : f.weeks) {
      if (w.rules != RefundRules::staircase || law::refund_step(w.weeks) != step) continue;
      t.expense += w.subsidy + w.ledighedsydelse;
      if (t.first == 0) t.first = w.weeks;
      t.last = w.weeks;
    }
    tell_staircase(t, step, r, watch);
  }
  tell_old(f, r, watch);
}

/// KOM-1, KOM-5, KOM-6: of each week at its share.
Refund refund_of(const MunicipalFacts& f, const Rates& r) {
  Refund sum;
  for (const WeekOfExpense& w : f.weeks) {
    const bool by_weeks = w.rules == RefundRules::staircase;
    const Exact of_subsidy = by_weeks ? r.steps[law::refund_step(w.weeks)] : r.subsidy;
    const Exact of_benefit = by_weeks ? of_subsidy : old_share(w.rules, r);
    sum.of_subsidy += w.subsidy * of_subsidy;
    sum.of_benefit += w.ledighedsydelse * of_benefit;
    sum.last_share = w.ledighedsydelse.is_zero() ? of_subsidy : of_benefit;
  }
  return sum;
}

/// KOM-7: of the month, when one of its weeks with a subsidy is on the last step.
template <class Watch>
Exact fleksbidrag_of(const MunicipalFacts& f, const Rates& r, const Exact& refund, const MunicipalOptions& options, Watch& watch) {
  for (const WeekOfExpense& w : f.weeks)
    if (on_last_step(w) && w.subsidy.is_positive())
      return law::fleksbidrag({.base = f.base, .refund = refund, .wage = f.wage}, r.fleksbidrag, options.fleksbidrag_base, watch);
  return {};
}

template <class Watch>
void tell_purses(const MunicipalFacts& f, const MunicipalStatement& s, Watch& watch) {
  const auto exact = [](Money m) { return Exact::of(m); };
  watch.step(exact(s.municipality),
             steps::BornByMunicipality{.benefit = exact(s.benefit), .refund = exact(s.refund), .fleksbidrag = exact(s.fleksbidrag)});
  watch.step(exact(s.state), steps::BornByState{.refund = exact(s.refund),
                                                .fleksbidrag = exact(s.fleksbidrag),
                                                .atp = exact(f.public_atp),
                                                .obligatory_pension = exact(f.obligatory_pension)});
}

template <class Watch>
Result<MunicipalStatement> statement(const MunicipalFacts& f, const RateTable& table, const MunicipalOptions& options, Watch watch) {
  const RatesOnDate rates = table.on(first_day(f.month));
  RateReader fetch(rates);
  const Rates r = rates_of(f, fetch);
  if (fetch.failed()) return fetch.error();
  MunicipalStatement s;
  s.month = f.month;
  Exact benefit{};
  for (const WeekOfExpense& w : f.weeks) benefit += w.subsidy + w.ledighedsydelse;
  const Refund refund = refund_of(f, r);
  if constexpr (Watch::watching) tell_refund(f, r, watch);
  const Exact fleksbidrag = fleksbidrag_of(f, r, refund.of_subsidy, options, watch);
  const auto paid = benefit.round(Rounding::half_up), back = (refund.of_subsidy + refund.of_benefit).round(Rounding::half_up),
             more = fleksbidrag.round(Rounding::never);
  for (const auto* amount : {&paid, &back, &more})
    if (!*amount) return amount->error();
  s.benefit = *paid;
  s.refund = *back;
  s.fleksbidrag = *more;
  if (!f.weeks.empty()) {
    s.share = refund.last_share;
    s.weeks = f.weeks.back().weeks;
  }
  s.municipality = s.benefit - s.refund - s.fleksbidrag;
  s.state = s.refund + s.fleksbidrag + f.public_atp + f.obligatory_pension;
  s.citizen = s.benefit - f.own_atp;
  s.pension = f.own_atp + f.public_atp + f.obligatory_pension;
  if constexpr (Watch::watching)
    if (!f.weeks.empty()) tell_purses(f, s, watch);
  return s;
}

}  // namespace

Result<MunicipalStatement> municipal_statement(const MunicipalFacts& facts, const RateTable& rates, const MunicipalOptions& options) {
  return statement(facts, rates, options, law::Untraced{});
}

Result<MunicipalStatement> municipal_statement(const MunicipalFacts& facts, const RateTable& rates, const MunicipalOptions& options,
                                               Trace& trace) {
  trace.clear();
  return statement(facts, rates, options, law::Tracer(trace));
}

std::vector<int> benefit_weeks(Date first, std::span<const WeekOf> kinds, int weeks_before) {
  law::WeekCount count(weeks_before);
  std::vector<int> out;
  out.reserve(kinds.size());
  std::int32_t week = week_of(number_of(first));
  for (const WeekOf kind : kinds) out.push_back(count.next(week++, kind));
  return out;
}

std::string iso_week_of(Date date) {
  const iso_week::year_weeknum_weekday week{date::sys_days{date::days{number_of(date)}}};
  const unsigned number = unsigned{week.weeknum()};
  return std::to_string(int{week.year()}) + (number < 10 ? "-W0" : "-W") + std::to_string(number);
}

}  // namespace fleks
