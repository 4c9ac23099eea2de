#include "analysis/person_month.hpp"

#include <fleks/statement/ledighedsydelse_statement.hpp>
#include <fleks/statement/month_statement.hpp>
#include <fleks/statement/municipal_statement.hpp>
#include <fleks/statement/tax_statement.hpp>

#include "rates/rate_reader.hpp"
#include "rules/atp_of_wage.hpp"
#include "rules/municipal_refund.hpp"
#include "rules/paid_hours.hpp"

namespace fleks {
namespace {

Exact share_of(const Ranged& share) { return Exact::ratio(share.value, 1'000'000); }
std::int64_t oere(const Exact& amount) { return amount.rounded(Rounding::half_up).value_or(0); }

/// Rates may change at mid-year, and prices by the year.
int half_year(Month month) { return int{month.year()} * 2 + static_cast<int>(unsigned{month.month()} > 6); }
Month month_of_half(Month month) { return month.year() / (unsigned{month.month()} > 6 ? std::chrono::July : std::chrono::January); }

/// A refund's place in the staircase, or the old rules.
WeekOfExpense week(const Standing& s, Month month) {
  static constexpr std::array<int, law::refund_steps> week_on_step{1, law::last_week_of_step[0] + 1, law::last_week_of_step[1] + 1,
                                                                   law::last_week_of_step[2] + 1};
  WeekOfExpense w{.monday = first_day(month), .days = days_in(month)};
  if (s.refund < law::refund_steps)
    w.weeks = week_on_step[s.refund];
  else
    w.rules = s.refund == refund_old ? RefundRules::old : RefundRules::old_alone;
  return w;
}

}  // namespace

/// The wage of a month, whole øre.
struct PersonMonths::Wage {
  Hours weekly{};
  Money hourly{}, pay{}, own_pension{}, employer_pension{}, own_atp{}, employer_atp{};
};

/// What is taxed in a month.
struct PersonMonths::Income {
  Wage wage{};
  Money without_am{};
};

const Exact& PersonMonths::index(Month month) {
  auto [found, is_new] = index_.try_emplace(half_year(month), Exact::whole(1));
  if (!is_new) return found->second;
  const Rate* now = rates_.on(first_day(month_of_half(month))).find(RateKey::taper_threshold_month);
  const Rate* then = rates_.on(first_day(effort_.from)).find(RateKey::taper_threshold_month);
  if (now == nullptr || then == nullptr) {
    const Month missing = now == nullptr ? month_of_half(month) : effort_.from;
    if (!error_) error_ = rates_.on(first_day(missing)).why_not(RateKey::taper_threshold_month);
  } else {
    found->second = (now->exact / then->exact).reduced();
  }
  return found->second;
}

std::int64_t PersonMonths::indexed(std::int64_t amount, Month month) { return oere(Exact::whole(amount) * index(month)); }

const PersonMonth& PersonMonths::operator()(const Standing& standing, Month month) {
  static const PersonMonth nothing{};
  if (error_) return nothing;
  const auto key = std::pair{half_year(month), standing};
  if (const auto found = known_.find(key); found != known_.end()) return found->second;
  auto made = computed(standing, month_of_half(month));
  if (!made) {
    if (!error_) error_ = std::move(made).error();
    return nothing;
  }
  PersonMonth& m = known_[key] = *made;
  return m;
}

Result<PersonMonth> PersonMonths::computed(const Standing& s, Month month) {
  if (s.at == Standing::At::ledighedsydelse) return on_benefit(s, month);
  if (s.at == Standing::At::pool) {
    auto m = in_fleksjob(s, effort_.pool, month);
    if (!m) return m;
    const auto wage = wage_of(effort_.pool, month);
    if (!wage) return wage.error();
    const Exact pay = Exact::of(wage->pay);
    // KOM-12: the wage with pension, ATP and holiday pay, less what is paid back and what the work is worth.
    m->wage =
        oere(pay * (Exact::whole(1) + share_of(effort_.holiday_pay) - share_of(effort_.wage_paid_back) - share_of(effort_.work_worth)) +
             Exact::of(wage->employer_pension + wage->employer_atp));
    m->municipality -= m->wage;
    return m;
  }
  const Outcome& o = (s.at == Standing::At::outcome ? effort_.outcomes : effort_.anyway)[s.index];
  switch (o.to) {
    case Outcome::To::fleksjob: return in_fleksjob(s, o.work, month);
    case Outcome::To::job: return in_job(o.work, month);
    case Outcome::To::other: return on_other(o, month);
    case Outcome::To::back: break;
  }
  return on_benefit(s, month);
}

Result<PersonMonths::Wage> PersonMonths::wage_of(const EffortWork& work, Month month) {
  Wage w;
  w.weekly = Hours::of_ten_thousandths(work.weekly_hours.value);
  w.hourly = Money::oere(indexed(work.hourly_wage.value, month));
  const RatesOnDate on = rates_.on(first_day(month));
  RateReader fetch(on);
  const law::AtpBands bands = law::AtpBands::of(fetch, AtpContribution::a);
  if (fetch.failed()) return fetch.error();
  law::Untraced nobody;
  const Exact hours = Exact::of(w.weekly) * law::weeks_a_month, pay = Exact::of(w.hourly) * hours;
  const auto atp = law::atp_of_wage(bands, hours, nobody);
  w.pay = Money::oere(oere(pay));
  w.own_pension = Money::oere(oere(pay * share_of(work.own_pension)));
  w.employer_pension = Money::oere(oere(pay * share_of(work.employer_pension)));
  w.own_atp = Money::oere(std::min(oere(atp.own), (w.pay - w.own_pension).in_oere()));
  w.employer_atp = Money::oere(oere(atp.employer));
  return w;
}

bool PersonMonths::tax_known(Month month) {
  const int year = int{month.year()};
  auto [found, is_new] = tax_known_.try_emplace(year, false);
  if (!is_new) return found->second;
  found->second = income_tax({.year = year, .municipal = effort_.municipal_tax.value_or(Percent{})}, rates_).has_value() &&
                  (effort_.municipal_tax || rates_.on(first_day(month)).find(RateKey::tax_municipal_average_pct) != nullptr);
  return found->second;
}

/// KOM-11: twelve such months make the year; municipal tax kept, the rest to the state.
std::optional<Error> PersonMonths::tax(PersonMonth& out, const Income& income, Month month) {
  if (!tax_known(month)) return std::nullopt;
  const RatesOnDate on = rates_.on(first_day(month.year() / std::chrono::January));
  RateReader fetch(on);
  const Exact allowance = fetch(RateKey::tax_personal_allowance_year);
  const Exact kept = effort_.options.tax_share_kept ? Exact::of(*effort_.options.tax_share_kept) : fetch(RateKey::tax_share_kept_pct);
  const auto average = on.get<RateKey::tax_municipal_average_pct>();
  const Percent municipal = effort_.municipal_tax ? *effort_.municipal_tax : average ? *average : Percent{};
  if (fetch.failed()) return fetch.error();
  const auto a_year = [](Money m) { return Money::oere(m.in_oere() * months_in_a_year); };
  const Wage& w = income.wage;
  const auto tax = income_tax({.year = int{month.year()},
                               .pay = a_year(w.pay),
                               .own_pension = a_year(w.own_pension),
                               .own_atp = a_year(w.own_atp),
                               .employer_pension = a_year(w.employer_pension),
                               .employer_atp = a_year(w.employer_atp),
                               .without_am = a_year(income.without_am),
                               .municipal = municipal},
                              rates_);
  if (!tax) return tax.error();
  const Exact twelfth = Exact::ratio(1, months_in_a_year);
  const std::int64_t all = oere(Exact::of(tax->am_and_tax) * twelfth);
  const Exact of_municipality = law::at_least_zero(tax->municipal - Exact::of(municipal) * allowance);
  out.kept_tax = std::min(oere(law::kept_tax(of_municipality * twelfth, kept)), all);
  out.municipality += out.kept_tax;
  out.state += all - out.kept_tax;
  out.citizen -= all;
  return std::nullopt;
}

namespace {

/// The purses before tax, of a benefit and its contributions.
void put(PersonMonth& out, const MunicipalStatement& s) {
  out.benefit = s.benefit.in_oere();
  out.refund = s.refund.in_oere();
  out.fleksbidrag = s.fleksbidrag.in_oere();
  out.municipality -= s.municipality.in_oere();
  out.state -= s.state.in_oere();
  out.citizen += s.citizen.in_oere();
  out.pension += s.pension.in_oere();
}

}  // namespace

Result<PersonMonth> PersonMonths::on_benefit(const Standing& s, Month month) {
  const auto benefit = ledighedsydelse({.month = month, .benefit_class = effort_.benefit_class}, rates_);
  if (!benefit) return benefit.error();
  MunicipalFacts f{.month = month};
  f.weeks = {week(s, month)};
  f.weeks.front().ledighedsydelse = Exact::of(benefit->ledighedsydelse);
  f.own_atp = benefit->own_atp;
  f.public_atp = benefit->public_atp;
  f.obligatory_pension = benefit->obligatory_pension;
  const auto statement = municipal_statement(f, rates_, effort_.options);
  if (!statement) return statement.error();
  PersonMonth m;
  put(m, *statement);
  if (auto wrong = tax(m, {.without_am = benefit->payout}, month)) return std::move(*wrong);
  return m;
}

Result<PersonMonth> PersonMonths::on_other(const Outcome& o, Month month) {
  PersonMonth m;
  m.benefit = indexed(o.benefit.value, month);
  m.refund = oere(Exact::whole(m.benefit) * share_of(o.refund));
  m.municipality = m.refund - m.benefit;
  m.state = -m.refund;
  m.citizen = m.benefit;
  if (auto wrong = tax(m, {.without_am = Money::oere(m.benefit)}, month)) return std::move(*wrong);
  return m;
}

Result<PersonMonth> PersonMonths::in_job(const EffortWork& work, Month month) {
  const auto wage = wage_of(work, month);
  if (!wage) return wage.error();
  PersonMonth m;
  m.citizen = (wage->pay - wage->own_pension - wage->own_atp).in_oere();
  m.pension = (wage->own_pension + wage->employer_pension + wage->own_atp + wage->employer_atp).in_oere();
  if (auto wrong = tax(m, {.wage = *wage}, month)) return std::move(*wrong);
  return m;
}

Result<PersonMonth> PersonMonths::in_fleksjob(const Standing& s, const EffortWork& work, Month month) {
  const auto wage = wage_of(work, month);
  if (!wage) return wage.error();
  MonthFacts facts{.month = month, .pay = Pay::hourly(wage->hourly, wage->weekly, Percent::whole(100))};
  facts.wage_month = month;
  facts.own_pension = Contribution::of(Percent::of_ten_thousandths(work.own_pension.value));
  facts.employer_pension = Contribution::of(Percent::of_ten_thousandths(work.employer_pension.value));
  const Money full_time = work.ceiling_hourly ? Money::oere(indexed(work.ceiling_hourly->value, month)) : wage->hourly;
  facts.ceiling = Ceiling::from_hourly(full_time, Money{}, Percent::of_ten_thousandths(work.employer_pension.value));
  const auto subsidy = fleksloentilskud(facts, rates_);
  if (!subsidy) return subsidy.error();
  MunicipalFacts f{.month = month};
  f.weeks = {week(s, month)};
  f.weeks.front().subsidy = Exact::of(subsidy->fleksloentilskud);
  f.base = subsidy->base;
  f.wage = Exact::of(wage->pay - wage->own_pension - wage->own_atp);
  f.own_atp = subsidy->own_atp;
  f.public_atp = subsidy->public_atp.value_or(Money{});
  f.obligatory_pension = subsidy->obligatory_pension;
  const auto statement = municipal_statement(f, rates_, effort_.options);
  if (!statement) return statement.error();
  PersonMonth m;
  put(m, *statement);
  m.citizen += (wage->pay - wage->own_pension - wage->own_atp).in_oere();
  m.pension += (wage->own_pension + wage->employer_pension + wage->own_atp + wage->employer_atp).in_oere();
  if (auto wrong = tax(m, {.wage = *wage, .without_am = subsidy->payout}, month)) return std::move(*wrong);
  return m;
}

}  // namespace fleks
