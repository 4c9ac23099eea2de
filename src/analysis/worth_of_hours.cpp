#include <fleks/analysis/worth_of_hours.hpp>

#include <algorithm>
#include <array>
#include <cassert>

#include <fleks/statement/ledighedsydelse_statement.hpp>
#include <fleks/statement/month_statement.hpp>

#include "analysis/line.hpp"
#include "analysis/short.hpp"
#include "rules/net_picture.hpp"
#include "rules/year_rates.hpp"
#include "values/bounded.hpp"

namespace fleks {
namespace law {

template <>
struct NumbersOf<Line> {
  using type = LineNumbers;
};
template <>
struct NumbersOf<Short> {
  using type = ShortNumbers;
};

}  // namespace law

namespace {

using law::Line;
using law::NetMonth;
using law::NetTerms;
using law::Short;
using law::Sweep;

/// Whole øre, half up; nothing when there is no such number of 64 bits.
bool to_oere(const Exact& amount, Money& out) noexcept {
  const Exact whole = amount.whole_part_exact(Rounding::half_up);
  const auto count = static_cast<std::int64_t>(whole.numerator());
  out = Money::oere(count);
  return !whole.out_of_range() && count == whole.numerator();
}
bool to_oere(const Short& amount, Money& out) noexcept {
  const Short whole = amount.to_multiple_of(1, Rounding::half_up);
  out = Money::oere(whole.whole());
  return !whole.out_of_reach();
}

/// The amounts of a month in a row; false when one of them is out of reach.
template <class N>
bool write(const NetMonth<N>& m, NetRow& row) {
  bool good = true;
  const auto round = [&good](const N& amount, Money& out) { good &= to_oere(amount, out); };
  round(m.gross_pay, row.gross_pay);
  round(m.own_pension, row.own_pension);
  round(m.employer_pension, row.employer_pension);
  round(m.wage_atp_own, row.wage_atp_own);
  round(m.wage_atp_employer, row.wage_atp_employer);
  round(m.fleksloentilskud, row.fleksloentilskud);
  round(m.subsidy_atp_own, row.subsidy_atp_own);
  round(m.public_atp, row.public_atp);
  round(m.obligatory_pension, row.obligatory_pension);
  round(m.am_contribution, row.am_contribution);
  round(m.tax, row.tax);
  round(m.housing_benefit, row.housing_benefit);
  round(m.ledighedsydelse, row.ledighedsydelse);
  round(m.ledighedsydelse_atp_own, row.ledighedsydelse_atp_own);
  Money cut;
  round(m.ceiling_cut, cut);
  if (!good) return false;
  row.exact_pay = law::exact(m.gross_pay);
  row.ceiling_cut = law::exact(m.ceiling_cut);
  row.in_hand = row.gross_pay - row.own_pension - row.wage_atp_own - row.am_contribution - row.tax + row.fleksloentilskud -
                row.subsidy_atp_own + row.ledighedsydelse - row.ledighedsydelse_atp_own + row.housing_benefit;
  row.pension_saved = row.own_pension + row.employer_pension + row.wage_atp_own + row.wage_atp_employer + row.subsidy_atp_own +
                      row.ledighedsydelse_atp_own + row.public_atp + row.obligatory_pension;
  return true;
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
  return c.rent ? bounded(Fact::rent, *c.rent, largest_amount) : std::nullopt;
}

struct CauseInfo {
  Cause cause;
  std::string_view name;
  Rule rule;
};

constexpr auto causes = std::to_array<CauseInfo>({
    {Cause::small_pay, "small_pay", Rule::FLT_5},
    {Cause::taper_threshold, "taper_threshold", Rule::FLT_8},
    {Cause::subsidy_gone, "subsidy_gone", Rule::FLT_10},
    {Cause::ceiling_reached, "ceiling_reached", Rule::FLT_11},
    {Cause::wage_at_ceiling, "wage_at_ceiling", Rule::FLT_11},
    {Cause::subsidy_atp_most, "subsidy_atp_most", Rule::FLT_17},
    {Cause::atp_band, "atp_band", Rule::ATP},
    {Cause::no_wage, "no_wage", Rule::FLT_3},
    {Cause::full_time, "full_time", Rule::FLT_18},
    {Cause::employment_deduction_most, "employment_deduction_most", Rule::SKAT_3},
    {Cause::single_parent_deduction_most, "single_parent_deduction_most", Rule::SKAT_3},
    {Cause::job_deduction_begins, "job_deduction_begins", Rule::SKAT_3},
    {Cause::job_deduction_most, "job_deduction_most", Rule::SKAT_3},
    {Cause::municipal_base_begins, "municipal_base_begins", Rule::SKAT_4},
    {Cause::allowance_used_up, "allowance_used_up", Rule::SKAT_4},
    {Cause::middle_tax_begins, "middle_tax_begins", Rule::SKAT_4},
    {Cause::top_tax_begins, "top_tax_begins", Rule::SKAT_4},
    {Cause::toptop_tax_begins, "toptop_tax_begins", Rule::SKAT_4},
    {Cause::housing_income_limit, "housing_income_limit", Rule::BOLIG},
    {Cause::housing_childless_most, "housing_childless_most", Rule::BOLIG},
    {Cause::housing_own_payment, "housing_own_payment", Rule::BOLIG},
    {Cause::housing_most, "housing_most", Rule::BOLIG},
    {Cause::housing_gone, "housing_gone", Rule::BOLIG},
});

constexpr bool in_order() {
  for (std::size_t i = 0; i < causes.size(); ++i)
    if (static_cast<std::size_t>(causes[i].cause) != i + 1) return false;
  return true;
}
static_assert(in_order());

constexpr const CauseInfo& info(Cause cause) noexcept {
  assert(cause != Cause::none);
  return causes[static_cast<std::size_t>(cause) - 1];
}

/// What a line that passes `from` has come to at `to`, by way of zero where the distance has too many digits for a number.
Exact value_after(const Line& line, const Exact& from, const Exact& distance, const Exact& to) {
  if (!distance.out_of_range()) return Exact::product_and_sum(line.slope(), distance, line.value());
  return Exact::product_and_sum(line.slope(), to, Exact::product_and_sum(-line.slope(), from, line.value()));
}

/// Walks from `from` to `to`, from bend to bend, and keeps those where in hand really bends or jumps.
template <class InHand>
Result<std::vector<Kink>> kinks(const Exact& from, const Exact& to, Fact field, InHand in_hand) {
  std::vector<Kink> found;
  Exact at = from, last = from, distance{};
  std::optional<Line> before;
  Cause cause = Cause::none;
  for (;;) {
    Sweep sweep(at);
    const Line here = in_hand(Line::moving(sweep));
    if (here.value().out_of_range() || here.slope().out_of_range()) return Error{.code = ErrorCode::too_precise, .field = field};
    if (before) {
      const Exact jump = here.value() - value_after(*before, last, distance, at);
      // What bends at the very end bends beyond what was asked for; a jump there is felt.
      if (!jump.is_zero() || (at < to && here.slope() != before->slope())) {
        const CauseInfo& why = info(cause);
        found.push_back(
            {at.reduced(), why.name, why.rule, before->slope().reduced(), here.slope().reduced(), jump.reduced(), here.value().reduced()});
      }
    }
    if (!sweep.has_next()) return found;
    before = here;
    cause = sweep.cause();
    distance = sweep.distance();
    last = at;
    at = sweep.next().reduced();
    if (at.out_of_range()) return Error{.code = ErrorCode::too_precise, .field = field};
    if (at > to) return found;
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
  t.month = law::MonthRates<law::ExactNumbers>::of(
      fetch, table, {.public_atp = true, .atp_of_wage = true, .full_time_hours = true, .contribution = options.atp_contribution});
  t.terms = law::MonthTerms<law::ExactNumbers>::of(options, january, options.policy.in_force(january) ? options.policy : Policy{});
  t.tax_rates = tax_rates(fetch, table, c.municipal, c.church);
  t.tax_scale = law::TaxScale(t.tax_rates);
  t.single_parent = c.single_parent;
  t.children = c.children;
  if (c.rent) {
    t.with_housing = true;
    t.rent = Exact::of(*c.rent) * Exact::whole(law::months_a_year);
    t.housing = housing_rates(fetch);
  }
  if (fetch.failed()) return fetch.error();
  const LedighedsydelseFacts without_job{.month = month_of(rates.date()), .benefit_class = c.benefit_class, .provider = c.children > 0};
  auto benefit = ledighedsydelse(without_job, table);
  if (!benefit) return std::move(benefit).error();
  t.without_job.ledighedsydelse = Exact::of(benefit->ledighedsydelse);
  t.without_job.ledighedsydelse_atp_own = Exact::of(benefit->own_atp);
  t.without_job.public_atp = Exact::of(benefit->public_atp);
  t.without_job.obligatory_pension = Exact::of(benefit->obligatory_pension);
  law::tax_the_month(t.without_job, t);
  if (!c.ceiling || c.ceiling->form == Ceiling::Form::none) {
    t.ceiling = law::ceiling_of_own_wage(Exact::of(c.hourly_wage), t);
  } else {
    auto ceiling = normal_wage_ceiling(*c.ceiling, rates);
    if (!ceiling) return std::move(ceiling).error();
    t.ceiling = *ceiling;
  }
  return NetPicture(c, std::move(terms));
}

bool NetPicture::ceiling_follows_wage() const noexcept { return !citizen_.ceiling || citizen_.ceiling->form == Ceiling::Form::none; }

Exact NetPicture::ceiling(Money hourly_wage) const {
  return ceiling_follows_wage() ? law::ceiling_of_own_wage(Exact::of(hourly_wage), *terms_) : terms_->ceiling;
}

Result<NetRow> NetPicture::at(Hours hours) const { return at(Work{hours, citizen_.intensity, citizen_.hourly_wage, false}); }

Result<NetRow> NetPicture::at(const Work& work) const {
  if (auto wrong = bounded(Fact::from, work.hours, hours_in_a_week)) return *std::move(wrong);
  if (auto wrong = bounded(Fact::hourly_wage, work.hourly_wage, largest_amount)) return *std::move(wrong);
  if (auto wrong = bounded(Fact::intensity, work.intensity, Percent::whole(100))) return *std::move(wrong);
  NetRow row;
  row.hours = work.hours;
  row.intensity = work.intensity;
  row.hourly_wage = work.hourly_wage;
  row.paid_hours = Exact::of(work.hours) * Exact::of(work.intensity);
  row.in_job = work.hours != Hours{};
  bool good = false;
  if (row.in_job) {
    const bool same_ceiling = work.ceiling_stays || work.hourly_wage == citizen_.hourly_wage;
    const Exact hourly_wage = Exact::of(work.hourly_wage), highest = same_ceiling ? terms_->ceiling : ceiling(work.hourly_wage);
    good = write(law::month_in_fleksjob(Short(row.paid_hours), Short(hourly_wage), Short(highest), *terms_), row) ||
           write(law::month_in_fleksjob(row.paid_hours, hourly_wage, highest, *terms_), row);
  } else {
    good = write(terms_->without_job, row);
  }
  if (!good) return Error{.code = ErrorCode::too_precise, .field = Fact::hourly_wage};
  return row;
}

namespace {

/// What is wrong with the ends of a curve, both from 0 to `most`.
template <class Value>
std::optional<Error> wrong_ends(Value from, Value to, Value most) {
  for (const auto& [value, field] : {std::pair{from, Fact::from}, std::pair{to, Fact::to}})
    if (auto wrong = bounded(field, value, most)) return wrong;
  if (to < from) return Error{.code = ErrorCode::out_of_range, .field = Fact::to, .given = to_text(to), .allowed = AtLeast{from}};
  return std::nullopt;
}

std::int64_t count_of(Hours hours) noexcept { return hours.ten_thousandths(); }
std::int64_t count_of(Money amount) noexcept { return amount.in_oere(); }

/// Points of a curve from one value to another by a step, all from 0 to `most`; `row` gives each by its count.
template <class Value, class Row>
Result<std::vector<NetRow>> points(Value first, Value last, Value by, Value most, Row row) {
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
  rows.reserve(static_cast<std::size_t>((to - from) / step) + 1);
  for (std::int64_t at = from; at <= to; at += step) {
    Result<NetRow> next = row(at);
    if (!next) return std::move(next).error();
    rows.push_back(*std::move(next));
  }
  return rows;
}

}  // namespace

Result<std::vector<NetRow>> NetPicture::curve(Hours from, Hours to, Hours step) const {
  return points(from, to, step, hours_in_a_week, [&](std::int64_t h) { return at(Hours::of_ten_thousandths(h)); });
}

Result<std::vector<NetRow>> NetPicture::curve_over_wage(Hours hours, Money from, Money to, Money step) const {
  return points(from, to, step, largest_amount, [&](std::int64_t wage) {
    return at(Work{hours, citizen_.intensity, Money::oere(wage), false});
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

Result<std::vector<Kink>> NetPicture::kinks_over_hours(Hours from, Hours to) const {
  if (auto wrong = wrong_ends(from, to, hours_in_a_week)) return std::move(*wrong);
  const Line wage(Exact::of(citizen_.hourly_wage)), ceiling(terms_->ceiling);
  const Exact intensity = Exact::of(citizen_.intensity);
  return kinks(Exact::of(from), Exact::of(to), Fact::from,
               [&](const Line& hours) { return law::month_in_fleksjob(hours * intensity, wage, ceiling, *terms_).in_hand(); });
}

Result<std::vector<Kink>> NetPicture::kinks_over_wage(Hours hours, Money from, Money to) const {
  if (auto wrong = wrong_ends(from, to, largest_amount)) return std::move(*wrong);
  const Line paid(Exact::of(hours) * Exact::of(citizen_.intensity));
  const bool follows = ceiling_follows_wage();
  return kinks(Exact::of(from), Exact::of(to), Fact::from, [&](const Line& wage) {
    return law::month_in_fleksjob(paid, wage, follows ? law::ceiling_of_own_wage(wage, *terms_) : Line(terms_->ceiling), *terms_).in_hand();
  });
}

Extra extra(const NetRow& before, const NetRow& after, Percent hardly_below) {
  Extra e;
  e.gross_pay = after.gross_pay - before.gross_pay;
  e.employer_pension = after.employer_pension - before.employer_pension;
  e.added = after.wage_atp_employer + after.public_atp + after.obligatory_pension - before.wage_atp_employer - before.public_atp -
            before.obligatory_pension;
  e.in_hand = after.in_hand - before.in_hand;
  e.pension_saved = after.pension_saved - before.pension_saved;
  e.taken_by_am_contribution = after.am_contribution - before.am_contribution;
  e.taken_by_tax = after.tax - before.tax;
  e.taken_by_housing_benefit = before.housing_benefit - after.housing_benefit;
  e.taken_by_ledighedsydelse = before.ledighedsydelse - after.ledighedsydelse;
  e.starts_job = !before.in_job && after.in_job;
  if (e.starts_job) {
    e.given = after.fleksloentilskud;
  } else {
    e.taken_by_ceiling = (after.ceiling_cut - before.ceiling_cut).round(Rounding::half_up).value();
    e.taken_by_taper = before.fleksloentilskud - after.fleksloentilskud - e.taken_by_ceiling;
  }
  if (e.in_hand <= Money{})
    e.verdict = Verdict::no;
  else
    e.verdict = Exact::of(e.in_hand) < Exact::of(e.gross_pay) * Exact::of(hardly_below) ? Verdict::hardly : Verdict::pays;
  return e;
}

CurveSummary NetPicture::summary(std::span<const NetRow> rows) const {
  CurveSummary s;
  if (rows.empty()) return s;
  const auto most = std::max_element(rows.begin(), rows.end(), [](const NetRow& a, const NetRow& b) { return a.in_hand < b.in_hand; });
  s.best_hours = most->hours;
  for (std::size_t i = 1; i < rows.size(); ++i) {
    if (rows[i].in_hand > rows[i - 1].in_hand) continue;
    if (!s.zero_gain_ranges.empty() && s.zero_gain_ranges.back().to == rows[i - 1].hours)
      s.zero_gain_ranges.back().to = rows[i].hours;
    else
      s.zero_gain_ranges.push_back({rows[i - 1].hours, rows[i].hours});
  }
  // The ceiling binds from the first hour when it is no higher than the base: then wage and subsidy are together
  // the ceiling at any hours. It is the wage at full time × (1 + pension), so the wage that makes them equal:
  if (ceiling_follows_wage()) {
    const Exact krone_an_hour = ceiling(Money::kroner(1));
    s.no_gain_hourly_wage = (terms_->month.subsidy.base / krone_an_hour * Exact::whole(100)).reduced();
  }
  return s;
}

}  // namespace fleks
