#include <fleks/analysis/worth_of_hours.hpp>

#include <algorithm>

#include <fleks/statement/housing_statement.hpp>
#include <fleks/statement/ledighedsydelse_statement.hpp>
#include <fleks/statement/month_statement.hpp>
#include <fleks/statement/tax_statement.hpp>

#include "analysis/net_terms.hpp"
#include "analysis/walk.hpp"
#include "rules/net_picture.hpp"
#include "rules/year_rates.hpp"
#include "values/bounded.hpp"

namespace fleks {
namespace {

using law::CountedAmount;
using law::Held;
using law::NarrowAmount;
using law::NetMonth;
using law::NetTerms;

/// Whole øre, half up; nothing when there is no such number of 64 bits.
bool to_oere(const Exact& amount, Money& out) noexcept {
  const Exact whole = amount.whole_part_exact(Rounding::half_up);
  const auto count = static_cast<std::int64_t>(whole.numerator());
  out = Money::oere(count);
  return !whole.out_of_range() && count == whole.numerator();
}
template <class Count>
[[gnu::always_inline]] inline bool to_oere(law::CountedIn<Count> amount, Money& out) noexcept {
  if (amount.count() != 0) out = Money::oere(law::in_oere(amount));
  return true;
}

/// An amount that has been rounded, exactly.
Exact exact_of(const Exact& amount, Money) noexcept { return amount; }
template <class Count>
Exact exact_of(law::CountedIn<Count> amount, Money rounded) noexcept {
  return law::CountedIn<Count>::oere(rounded.in_oere()).count() == amount.count() ? Exact::of(rounded) : law::exact(amount);
}

/// The amounts of a month in a row, `m` after tax and `work` what it was before; false when one of them is out of range.
template <class N, class Work>
bool write(const NetMonth<N>& m, const NetMonth<Work>& work, NetRow& row) {
  bool good = true;
  const auto round = [&good](const auto& amount, Money& out) { good &= to_oere(amount, out); };
  round(work.gross_pay, row.gross_pay);
  round(work.own_pension, row.own_pension);
  round(work.employer_pension, row.employer_pension);
  round(work.wage_atp_own, row.wage_atp_own);
  round(work.wage_atp_employer, row.wage_atp_employer);
  round(work.fleksloentilskud, row.fleksloentilskud);
  round(work.subsidy_atp_own, row.subsidy_atp_own);
  round(work.public_atp, row.public_atp);
  round(work.obligatory_pension, row.obligatory_pension);
  round(m.am_contribution, row.am_contribution);
  round(m.tax, row.tax);
  round(m.housing_benefit, row.housing_benefit);
  round(m.ledighedsydelse, row.ledighedsydelse);
  round(m.ledighedsydelse_atp_own, row.ledighedsydelse_atp_own);
  round(m.other_income, row.other_income);
  round(m.daycare, row.daycare);
  round(m.child_benefit, row.child_benefit);
  Money cut;
  round(work.ceiling_cut, cut);
  if (!good) return false;
  row.exact_pay = exact_of(work.gross_pay, row.gross_pay);
  row.ceiling_cut = law::exact(work.ceiling_cut);
  row.in_hand = row.gross_pay - row.own_pension - row.wage_atp_own - row.am_contribution - row.tax + row.fleksloentilskud -
                row.subsidy_atp_own + row.ledighedsydelse - row.ledighedsydelse_atp_own + row.housing_benefit + row.other_income +
                row.child_benefit - row.daycare;
  row.pension_saved = row.own_pension + row.employer_pension + row.wage_atp_own + row.wage_atp_employer + row.subsidy_atp_own +
                      row.ledighedsydelse_atp_own + row.public_atp + row.obligatory_pension;
  return true;
}
template <class N>
bool write(const NetMonth<N>& m, NetRow& row) {
  return write(m, m, row);
}

/// The month of work in a fleksjob in a row.
bool write_work(const NetTerms& terms, const Work& work, const Exact& highest, NetRow& row) {
  const Exact& hours = row.paid_hours;
  const Exact wage = Exact::of(work.hourly_wage);
  const auto& counted = terms.counted;
  switch (counted ? counted->held(hours, work.hourly_wage) : Held::not_counted) {
    case Held::not_counted: return write(law::month_in_fleksjob(hours, wage, highest, terms), row);
    case Held::counted:
      return write(law::month_in_fleksjob(CountedAmount(hours), CountedAmount(wage), CountedAmount(highest), *counted), row);
    case Held::narrow: break;
  }
  const auto before_tax = law::month_of_work(NarrowAmount(hours), NarrowAmount(wage), NarrowAmount(highest), counted->narrow());
  auto m = law::widened<CountedAmount>(before_tax);
  law::tax_the_month(m, *counted);
  return write(m, before_tax, row);
}

/// The month on ledighedsydelse after tax.
template <class N, class Rate>
NetMonth<N> without_job(const NetMonth<Exact>& before_tax, const law::NetTermsOf<Rate>& terms) {
  NetMonth<N> m;
  m.ledighedsydelse = N(before_tax.ledighedsydelse);
  m.ledighedsydelse_atp_own = N(before_tax.ledighedsydelse_atp_own);
  m.public_atp = N(before_tax.public_atp);
  m.obligatory_pension = N(before_tax.obligatory_pension);
  law::tax_the_month(m, terms);
  return m;
}

std::optional<Error> what_is_wrong(const Citizen& c) {
  if (c.year < 1900 || c.year > 9999)
    return Error{.code = ErrorCode::no_such_date, .field = Fact::year, .given = std::to_string(c.year), .allowed = Form::year};
  if (auto wrong = bounded(Fact::hourly_wage, c.hourly_wage, largest_amount)) return wrong;
  for (const auto& [share, field] : {std::pair{c.own_pension, Fact::own_pension},
                                     {c.employer_pension, Fact::employer_pension},
                                     {c.intensity, Fact::intensity},
                                     {c.municipal, Fact::municipal_tax},
                                     {c.church, Fact::church_tax}})
    if (auto wrong = bounded(field, share, Percent::whole(100))) return wrong;
  if (c.children < 0 || c.children > 30)
    return Error{.code = ErrorCode::out_of_range, .field = Fact::children, .given = std::to_string(c.children), .allowed = Range{0, 30}};
  if (auto wrong = what_is_wrong(c.home, c.children)) return wrong;
  if (auto wrong = what_is_wrong(c.deductions)) return wrong;
  for (const auto& [amount, field] : {std::pair{c.other_income, Fact::other_income}, {c.daycare_fee, Fact::daycare_fee}})
    if (auto wrong = bounded(field, amount, largest_amount)) return wrong;
  const auto in_range = [](Fact field, int given, int least, int most) -> std::optional<Error> {
    if (given >= least && given <= most) return std::nullopt;
    return Error{.code = ErrorCode::out_of_range, .field = field, .given = std::to_string(given), .allowed = Range{least, most}};
  };
  if (auto wrong = in_range(Fact::birth_year, c.birth_year.value_or(c.year), 1900, c.year)) return wrong;
  if (auto wrong = in_range(Fact::daycare_places, c.daycare_places, 0, 30)) return wrong;
  if ((c.daycare_places == 0) != (c.daycare_fee == Money{}))
    return Error{.code = ErrorCode::missing_fact,
                 .field = c.daycare_places == 0 ? Fact::daycare_places : Fact::daycare_fee,
                 .allowed = c.daycare_places == 0 ? Allowed(Range{1, 30}) : Allowed(Form::amount)};
  for (const int age : c.child_ages)
    if (auto wrong = in_range(Fact::child_ages, age, 0, 17)) return wrong;
  return c.rent ? bounded(Fact::rent, *c.rent, largest_amount) : std::nullopt;
}

bool follows_wage(const std::optional<Ceiling>& ceiling) noexcept { return !ceiling || ceiling->form == Ceiling::Form::none; }

Exact ceiling_at(const NetTerms& terms, const Citizen& citizen, Money hourly_wage) {
  return follows_wage(citizen.ceiling) ? law::ceiling_of_own_wage(Exact::of(hourly_wage), terms) : terms.ceiling;
}

/// The point of possible work in a row that is new, or why there is none; with the work's intensity, worked out once for all points.
std::optional<Error> write_point(const NetTerms& terms, const Citizen& citizen, const Work& work, const Exact& intensity, NetRow& row) {
  row.hours = work.hours;
  row.intensity = work.intensity;
  row.hourly_wage = work.hourly_wage;
  row.ceiling_stays = work.ceiling_stays;
  row.paid_hours = Exact::of(work.hours) * intensity;
  row.in_job = work.hours != Hours{};
  bool good = false;
  if (row.in_job) {
    const bool same_ceiling = work.ceiling_stays || work.hourly_wage == citizen.hourly_wage;
    good = write_work(terms, work, same_ceiling ? terms.ceiling : ceiling_at(terms, citizen, work.hourly_wage), row);
  } else {
    good = terms.counted ? write(without_job<CountedAmount>(terms.without_job, *terms.counted), row)
                         : write(without_job<Exact>(terms.without_job, terms), row);
  }
  if (good) return std::nullopt;
  return Error{.code = ErrorCode::too_precise, .field = Fact::hourly_wage};
}

/// Housing benefit, daycare and child benefit, where the citizen has them.
void add_benefits(NetTerms& t, const Citizen& c, RateReader& fetch, const RateTable& table) {
  law::Untraced untraced;
  if (c.rent) {
    t.with_housing = true;
    t.home = home_of(fetch, *c.rent, c.children, c.home);
    t.housing = housing_rates(fetch, table, c.home.wealth != Money{});
    if (fetch.failed()) return;
    t.rent = law::rent_that_counts(t.home, t.housing, untraced);
    if (c.home.wealth != Money{}) t.of_wealth = law::income_of_wealth(Exact::of(c.home.wealth), t.housing);
  }
  if (c.daycare_places > 0) {
    t.with_daycare = true;
    t.daycare = daycare_rates(fetch, std::max(c.children, c.daycare_places), c.single_parent);
    t.daycare_fee = law::full_fee(Exact::of(c.daycare_fee), c.daycare_places, t.daycare);
  }
  if (!c.child_ages.empty()) {
    t.with_child_benefit = true;
    t.child = child_rates(fetch, c.single_parent);
    t.child_benefit = law::child_benefit_by_age(c.child_ages, t.child);
    if (c.single_parent) t.child_allowance = law::child_allowance(c.child_ages, t.child);
  }
}

}  // namespace

Result<NetPicture> NetPicture::of(const Citizen& c, const RateTable& table, const Options& options) {
  if (auto wrong = what_is_wrong(c)) return std::move(*wrong);
  const RatesOnDate rates = table.on(std::chrono::year{c.year} / std::chrono::January);
  RateReader fetch(rates);
  auto terms = std::make_shared<NetTerms>();
  NetTerms& t = *terms;
  t.own_pension = Exact::of(c.own_pension);
  t.employer_pension = Exact::of(c.employer_pension);
  const Month january = std::chrono::year{c.year} / std::chrono::January;
  const law::RatesNeeded needed{.public_atp = true, .atp_of_wage = true, .full_time_hours = true, .contribution = options.atp_contribution};
  t.month = law::MonthRates<law::ExactNumbers>::of(fetch, table, needed);
  t.terms = law::MonthTerms<law::ExactNumbers>::of(options, january, options.policy.in_force(january) ? options.policy : Policy{});
  t.senior = is_senior(c.year, c.birth_year);
  t.tax_rates = tax_rates(fetch, table, c.municipal, c.church, c.single_parent, t.senior);
  // In whole numbers the scale takes a fifth of the time, and is the same.
  auto& counted = t.counted.emplace(rates, table, needed, c, t.senior);
  t.tax_scale = law::exact(counted.tax_scale);
  t.single_parent = c.single_parent;
  t.other_income = Exact::of(c.other_income);
  law::Untraced untraced;
  t.other_deductions = other_deductions(fetch, c.deductions, untraced).reduced();
  add_benefits(t, c, fetch, table);
  if (fetch.failed()) return fetch.error();
  const LedighedsydelseFacts without_job{.month = month_of(rates.date()), .benefit_class = c.benefit_class, .provider = c.children > 0};
  auto benefit = ledighedsydelse(without_job, table);
  if (!benefit) return std::move(benefit).error();
  t.without_job.ledighedsydelse = Exact::of(benefit->ledighedsydelse);
  t.without_job.ledighedsydelse_atp_own = Exact::of(benefit->own_atp);
  t.without_job.public_atp = Exact::of(benefit->public_atp);
  t.without_job.obligatory_pension = Exact::of(benefit->obligatory_pension);
  if (!c.ceiling || c.ceiling->form == Ceiling::Form::none) {
    t.ceiling = law::ceiling_of_own_wage(Exact::of(c.hourly_wage), t);
  } else {
    auto ceiling = normal_wage_ceiling(*c.ceiling, rates);
    if (!ceiling) return std::move(ceiling).error();
    t.ceiling = *ceiling;
  }
  if (!counted.complete(t)) t.counted.reset();
  return NetPicture(c, std::move(terms));
}

bool NetPicture::ceiling_follows_wage() const noexcept { return follows_wage(citizen_.ceiling); }

Exact NetPicture::ceiling(Money hourly_wage) const { return ceiling_at(*terms_, citizen_, hourly_wage); }

Result<NetRow> NetPicture::at(Hours hours) const { return at(Work{hours, citizen_.intensity, citizen_.hourly_wage, false}); }

Result<NetRow> NetPicture::at(const Work& work) const {
  if (auto wrong = bounded(Fact::from, work.hours, hours_in_a_week)) return *std::move(wrong);
  if (auto wrong = bounded(Fact::hourly_wage, work.hourly_wage, largest_amount)) return *std::move(wrong);
  if (auto wrong = bounded(Fact::intensity, work.intensity, Percent::whole(100))) return *std::move(wrong);
  Result<NetRow> result{std::in_place};
  if (auto wrong = write_point(*terms_, citizen_, work, Exact::of(work.intensity), *result)) return *std::move(wrong);
  return result;
}

namespace {

std::int64_t count_of(Hours hours) noexcept { return hours.ten_thousandths(); }
std::int64_t count_of(Money amount) noexcept { return amount.in_oere(); }

/// Points of a curve from one value to another by a step, all from 0 to `most`; `write` puts each into a row, by its count.
template <class Value, class Write>
Result<std::vector<NetRow>> points(Value first, Value last, Value by, Value most, Write write) {
  constexpr std::int64_t most_points = 100'000;
  if (auto wrong = wrong_ends(first, last, most)) return std::move(*wrong);
  if (by <= Value{} || by > most)
    return Error{.code = ErrorCode::out_of_range, .field = Fact::step, .given = to_text(by), .allowed = Above{Value{}, most}};
  const std::int64_t from = count_of(first), to = count_of(last), step = count_of(by);
  if ((to - from) / step >= most_points)
    return Error{.code = ErrorCode::out_of_range,
                 .field = Fact::step,
                 .given = to_text(by),
                 .allowed = AtLeast{Limit{limit_of(by).unit, (to - from) / most_points + 1}}};
  std::vector<NetRow> rows;
  rows.reserve(static_cast<std::size_t>((to - from) / step) + 2);
  for (std::int64_t at = from; at <= to; at += step)
    if (auto wrong = write(at, rows.emplace_back())) return std::move(*wrong);
  // The last point is always there, also where the steps pass it by.
  if ((to - from) % step != 0)
    if (auto wrong = write(to, rows.emplace_back())) return std::move(*wrong);
  return rows;
}

}  // namespace

Result<std::vector<NetRow>> NetPicture::curve(Hours from, Hours to, Hours step) const {
  const Exact intensity = Exact::of(citizen_.intensity);
  return points(from, to, step, hours_in_a_week, [&](std::int64_t hours, NetRow& row) {
    const Work work{Hours::of_ten_thousandths(hours), citizen_.intensity, citizen_.hourly_wage, false};
    return write_point(*terms_, citizen_, work, intensity, row);
  });
}

Result<std::vector<NetRow>> NetPicture::curve_over_wage(Hours hours, Money from, Money to, Money step) const {
  const Exact intensity = Exact::of(citizen_.intensity);
  return points(from, to, step, largest_amount, [&](std::int64_t wage, NetRow& row) {
    if (auto wrong = bounded(Fact::from, hours, hours_in_a_week)) return wrong;
    return write_point(*terms_, citizen_, Work{hours, citizen_.intensity, Money::oere(wage), false}, intensity, row);
  });
}

Result<std::vector<NetRow>> NetPicture::course(std::span<const Work> stations) const {
  std::vector<NetRow> rows;
  const auto add = [&](const Work& work) -> std::optional<Error> {
    auto row = at(work);
    if (!row) return std::move(row).error();
    rows.push_back(*std::move(row));
    return std::nullopt;
  };
  constexpr std::int64_t an_hour = 10'000, five_points = 50'000;
  const auto towards = [](std::int64_t now, std::int64_t then, std::int64_t step) {
    return now < then ? std::min(now + step, then) : std::max(now - step, then);
  };
  for (std::size_t i = 0; i < stations.size(); ++i) {
    Work now = i == 0 ? stations[0] : stations[i - 1];
    if (i == 0)
      if (auto wrong = add(now)) return std::move(*wrong);
    while (now.hours != stations[i].hours) {
      now.hours = Hours::of_ten_thousandths(towards(now.hours.ten_thousandths(), stations[i].hours.ten_thousandths(), an_hour));
      if (auto wrong = add(now)) return std::move(*wrong);
    }
    while (now.intensity != stations[i].intensity) {
      now.intensity =
          Percent::of_ten_thousandths(towards(now.intensity.ten_thousandths(), stations[i].intensity.ten_thousandths(), five_points));
      if (auto wrong = add(now)) return std::move(*wrong);
    }
    if (now.hourly_wage != stations[i].hourly_wage) {
      now.hourly_wage = stations[i].hourly_wage;
      if (auto wrong = add(now)) return std::move(*wrong);
    }
  }
  return rows;
}

}  // namespace fleks
