#include <fleks/analysis/worth_of_hours.hpp>

#include <algorithm>

#include "analysis/net_terms.hpp"
#include "analysis/walk.hpp"
#include "rules/net_picture.hpp"

// What a change from one row to another is worth, and what a curve says at a glance.

namespace fleks {

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
  e.taken_by_daycare = after.daycare - before.daycare;
  e.taken_by_child_benefit = before.child_benefit - after.child_benefit;
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

namespace {

/// What the roundings of the law may add to or take from the difference of two rows: half a krone of the subsidy, its ATP
/// and the housing benefit of each, a twelfth of a krone of the tax, and øre.
constexpr Money most_of_roundings = Money::kroner(4);

bool near(Money change, const Exact& limit) {
  const Exact away = Exact::of(change) - limit;
  return Exact::of(-most_of_roundings) < away && away < Exact::of(most_of_roundings);
}

}  // namespace

Exact NetPicture::exact_in_hand(const NetRow& row) const {
  using law::Line;
  if (!row.in_job) {
    law::NetMonth<Line> m;
    m.ledighedsydelse = Line(terms_->without_job.ledighedsydelse);
    m.ledighedsydelse_atp_own = Line(terms_->without_job.ledighedsydelse_atp_own);
    law::tax_the_month(m, *terms_);
    return m.in_hand().value();
  }
  const bool same_ceiling = row.ceiling_stays || row.hourly_wage == citizen_.hourly_wage;
  const Line highest(same_ceiling ? terms_->ceiling : ceiling(row.hourly_wage));
  return law::month_in_fleksjob(Line(row.paid_hours), Line(Exact::of(row.hourly_wage)), highest, *terms_).in_hand().value();
}

bool NetPicture::gains(const NetRow& before, const NetRow& after) const {
  const Money change = after.in_hand - before.in_hand;
  if (!near(change, Exact{})) return change > Money{};
  return exact_in_hand(before) < exact_in_hand(after);
}

Extra NetPicture::extra(const NetRow& before, const NetRow& after, Percent hardly_below) const {
  Extra e = fleks::extra(before, after, hardly_below);
  const Exact enough = (after.exact_pay - before.exact_pay) * Exact::of(hardly_below);
  if (!near(e.in_hand, Exact{}) && !near(e.in_hand, enough)) return e;
  const Exact change = exact_in_hand(after) - exact_in_hand(before);
  if (change.out_of_range()) return e;
  e.verdict = !change.is_positive() ? Verdict::no : change < enough ? Verdict::hardly : Verdict::pays;
  return e;
}

CurveSummary NetPicture::summary(std::span<const NetRow> rows) const {
  CurveSummary s;
  if (rows.empty()) return s;
  const auto most = std::max_element(rows.begin(), rows.end(), [&](const NetRow& a, const NetRow& b) { return gains(a, b); });
  s.best_hours = most->hours;
  for (std::size_t i = 1; i < rows.size(); ++i) {
    if (gains(rows[i - 1], rows[i])) continue;
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
