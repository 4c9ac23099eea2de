#include "statement/job_change.hpp"

#include <cassert>

#include "rules/contributions.hpp"
#include "statement/fetch.hpp"

namespace fleks {
namespace {

/// Another part's exact amounts into the sum; the threshold is one.
void add(MonthStatement& sum, const MonthStatement& part) {
  sum.has_right = sum.has_right || part.has_right;
  sum.has_ceiling = sum.has_ceiling || part.has_ceiling;
  for (Exact MonthStatement::*amount :
       {&MonthStatement::pay, &MonthStatement::own_pension, &MonthStatement::employer_pension, &MonthStatement::wage,
        &MonthStatement::other_wage, &MonthStatement::daily_benefit, &MonthStatement::base, &MonthStatement::taper,
        &MonthStatement::before_ceiling, &MonthStatement::normal_wage_ceiling, &MonthStatement::ceiling_cut, &MonthStatement::part_cut,
        &MonthStatement::holiday_cut})
    sum.*amount += part.*amount;
  if (sum.paid_hours && part.paid_hours)
    sum.paid_hours = *sum.paid_hours + *part.paid_hours;
  else
    sum.paid_hours.reset();
}

/// FLT-14 and what follows, of the sum.
template <class Watch>
std::optional<Error> finish(MonthStatement& s, const RateTable& table, const Options& options, Watch watch) {
  const RatesOnDate rates = table.on(s.rates_month);
  Fetch fetch(rates);
  const Exact due = s.before_ceiling - s.ceiling_cut - s.part_cut - s.holiday_cut;
  const auto rounded = options.round_to == RoundTo::oere ? due.round(Rounding::half_up) : due.round_to_krone(Rounding::half_up);
  if (!rounded) return Error{.code = ErrorCode::too_precise, .field = Fact::am_income};
  s.fleksloentilskud = *rounded;
  const Exact paid = Exact::of(*rounded);
  if constexpr (Watch::watching) watch.step(paid, steps::Rounded{.before = due, .wording = options.round_to}).rests_on_choice = paid != due;
  const Exact own_atp =
      law::own_atp_of_subsidy(paid, fetch(RateKey::atp_subsidy_own_pct), fetch(RateKey::atp_subsidy_own_max_month), watch);
  s.own_atp = own_atp.round(Rounding::never).value();
  s.payout = s.fleksloentilskud - s.own_atp;
  s.public_atp.reset();
  if (s.paid_hours) {
    const law::PublicAtpRates atp{fetch(RateKey::atp_subsidy_public_per_hour), fetch(RateKey::atp_subsidy_public_under_39h_month),
                                  fetch(RateKey::full_time_hours_week)};
    s.public_atp = law::public_atp_of_subsidy(paid, *s.paid_hours, atp, watch).round(Rounding::never).value();
  }
  const Exact share = fetch.if_in_force_yet(RateKey::obligatory_pension_pct, table);
  s.obligatory_pension = law::obligatory_pension(paid - own_atp, share, watch).round(Rounding::never).value();
  s.total = s.wage + s.other_wage + paid;
  if (fetch.failed()) return fetch.error();
  return std::nullopt;
}

/// The steps of a part before its rounding, at the end of `all`.
void take_over(Trace& all, const Trace& part) {
  for (const Step& step : part.steps()) {
    if (steps::is<steps::Rounded>(step)) break;
    all.next() = step;
  }
}

}  // namespace

Result<MonthStatement> fleksloentilskud_of_parts(const std::vector<MonthFacts>& parts, const RateTable& rates, const Options& options) {
  assert(!parts.empty());
  auto sum = fleksloentilskud(parts.front(), rates, options);
  if (!sum || parts.size() == 1) return sum;
  for (std::size_t i = 1; i < parts.size(); ++i) {
    auto part = fleksloentilskud(parts[i], rates, options);
    if (!part) return part;
    add(*sum, *part);
  }
  if (auto wrong = finish(*sum, rates, options, law::Nobody{})) return std::move(*wrong);
  return sum;
}

Result<MonthStatement> fleksloentilskud_of_parts(const std::vector<MonthFacts>& parts, const RateTable& rates, const Options& options,
                                                 Trace& trace) {
  assert(!parts.empty());
  if (parts.size() == 1) return fleksloentilskud(parts.front(), rates, options, trace);
  trace.clear();
  auto sum = fleksloentilskud_of_parts(parts, rates, options);
  Trace of_part;
  for (const MonthFacts& part : parts) {
    if (auto again = fleksloentilskud(part, rates, options, of_part); !again) return again;
    take_over(trace, of_part);
  }
  if (auto wrong = finish(*sum, rates, options, law::Tracer(trace))) return std::move(*wrong);
  return sum;
}

}  // namespace fleks
