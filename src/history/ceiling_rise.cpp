#include "history/ceilings.hpp"
#include "history/told.hpp"
#include "rates/rate_reader.hpp"
#include "rules/holiday_pay.hpp"
#include "rules/watch.hpp"

namespace fleks::history {
namespace {

using Wording = steps::CeilingRise::Wording;

/// What one supplement raises the ceiling by, from what, and how that was found: the wording of the step.
struct Rise {
  Money amount{};
  Exact from{};
  Wording wording = Wording::full_time_known;
  Exact share{};
};

void tell(NotTold&, const Rise&, const SupplementPaid&) noexcept {}
void tell(Told& told, const Rise& rise, const SupplementPaid& s) {
  Step& step = told.step(Exact::of(rise.amount),
                         steps::CeilingRise{.paid = Exact::of(s.amount), .from = rise.from, .share = rise.share, .wording = rise.wording});
  step.rests_on_choice = rise.wording != Wording::full_time_known;
  if (rise.wording == Wording::share_of_full_time_pay) law::by_rates(step, {RateKey::holiday_supplement_pct});
}

/// FERIE-2, FERIE-5: ferietillæg of the full-time pay of the months it was earned in.
Result<Rise> of_full_time_pay(const Known& known, std::size_t job, const SupplementPaid& s, Month month, DayNumber as_of,
                              const RatesOnDate& rates) {
  const law::EarningMonths earned = law::earned_in(s, month);
  Exact pay;
  for (int m = earned.first; m <= earned.last; ++m) {
    if (days_in(month_at(m), known.jobs[job].known(as_of)) == 0) continue;
    auto c = ceiling_of_job(known, job, month_at(m), as_of, rates);
    if (!c) return std::move(c).error();
    if (*c) pay += (*c)->amount;
  }
  RateReader fetch(rates);
  const Exact share = fetch(RateKey::holiday_supplement_pct);
  if (fetch.failed()) return fetch.error();
  return Rise{(pay * share).round(Rounding::half_up).value(), pay, Wording::share_of_full_time_pay, share};
}

/// The others in proportion to full time, where the hours are known.
Result<Rise> of_full_time_hours(const WageRecord& w, const Employment& e, const SupplementPaid& s, const RatesOnDate& rates) {
  Exact hours;
  if (w.paid_hours)
    hours = Exact::of(*w.paid_hours);
  else if (e.weekly_hours)
    hours = Exact::of(*e.weekly_hours) * law::weeks_a_month;
  RateReader fetch(rates);
  const Exact full_time = fetch(RateKey::full_time_hours_week);
  if (fetch.failed()) return fetch.error();
  if (!hours.is_positive()) return Rise{{}, {}, Wording::hours_unknown, {}};
  return Rise{law::supplement_of_full_time(s.amount, hours, full_time).round(Rounding::half_up).value(), hours, Wording::by_hours, {}};
}

/// One supplement's, by the option where the full-time supplement is not stated.
template <class Watch>
Result<Rise> rise_of(const Known& known, const WagePart& p, Month month, DayNumber as_of, const RatesOnDate& rates, Watch& watch) {
  const WageRecord& w = known.facts.wages[p.record];
  const SupplementPaid& s = w.supplements[p.item];
  if (s.full_time) return Rise{.amount = *s.full_time};
  if (known.facts.options.ceiling_rise == CeilingRise::none) return Rise{.wording = Wording::not_by_choice};
  if (s.kind != SupplementPaid::Kind::holiday_supplement) return of_full_time_hours(w, known.facts.employments[p.employment], s, rates);
  if constexpr (Watch::watching) watch.step(Exact::of(s.amount), steps::SupplementWhenPaid{law::paid_with(month)});
  return of_full_time_pay(known, p.employment, s, month, as_of, rates);
}

/// What would decide where the full-time supplement is not stated; nothing where it is, or a choice was made.
std::optional<MissingFact> what_decides(const Rise& rise, const WagePart& p, Month month) {
  if (rise.wording == Wording::full_time_known || rise.wording == Wording::not_by_choice) return std::nullopt;
  const bool hours = rise.wording == Wording::hours_unknown;
  return MissingFact{.kind = hours ? MissingFact::Kind::hours : MissingFact::Kind::full_time_supplement,
                     .employment = p.employment,
                     .month = month,
                     .decides = false,
                     .index = p.record,
                     .item = p.item};
}

}  // namespace

template <class Watch>
Result<CeilingRises> ceiling_rise(const Known& known, std::span<const Ground> grounds, DayNumber as_of, const RatesOnDate& rates,
                                  Watch& watch) {
  CeilingRises out;
  std::vector<std::pair<MissingFact, Money>> unsure;
  for (const Ground& g : grounds) {
    const auto words = whose_word(known, g.wage_month, as_of);
    for (const WagePart& p : known.parts.of(g.wage_month)) {
      if (p.kind != WagePart::Kind::supplement || p.employment != g.job || !p.holds.at(as_of) || p.rank > words[g.job].best_rank) continue;
      auto rise = rise_of(known, p, g.wage_month, as_of, rates, watch);
      if (!rise) return std::move(rise).error();
      out.sum += rise->amount;
      if (const auto missing = what_decides(*rise, p, g.wage_month)) unsure.emplace_back(*missing, rise->amount);
      tell(watch, *rise, known.facts.wages[p.record].supplements[p.item]);
    }
  }
  for (const auto& [missing, amount] : unsure)
    out.otherwise.emplace_back(missing, amount == Money{} ? std::nullopt : std::optional(out.sum - amount));
  return out;
}
template Result<CeilingRises> ceiling_rise(const Known&, std::span<const Ground>, DayNumber, const RatesOnDate&, NotTold&);
template Result<CeilingRises> ceiling_rise(const Known&, std::span<const Ground>, DayNumber, const RatesOnDate&, Told&);

}  // namespace fleks::history
