#include "statement/job_change.hpp"

#include <cassert>

#include "rates/rate_reader.hpp"
#include "statement/month_amounts.hpp"

namespace fleks {
namespace {

/// FLT-18: of the month's calendar days, those of its parts.
Exact calendar_part_of(const std::vector<MonthFacts>& parts) {
  const Exact one = Exact::whole(1);
  Exact sum{};
  for (const MonthFacts& part : parts) sum += part.in_parts->calendar_part.value_or(one);
  return smaller(sum, one);
}

/// FLT-14 and what follows, of the sum.
template <class Watch>
std::optional<Error> finish(MonthStatement& s, const std::vector<MonthFacts>& parts, const RateTable& table, const Options& options,
                            Watch watch) {
  using law::ExactNumbers;
  const RatesOnDate on = table.on(s.rates_month);
  RateReader read(on);
  law::MonthInput<ExactNumbers> in;
  in.hours_known = s.paid_hours.has_value();
  if (in.hours_known) in.paid_hours = *s.paid_hours;
  in.calendar_part = calendar_part_of(parts);
  const auto rates = law::MonthRates<ExactNumbers>::of(read, table, {.public_atp = in.hours_known});
  if (read.failed()) return read.error();
  auto terms = law::MonthTerms<ExactNumbers>::of(options, s.month);
  terms.note_choices(options, s.month, false);
  law::MonthAmounts<ExactNumbers> m;
  m.subsidy.before_ceiling = s.before_ceiling;
  m.subsidy.due = s.before_ceiling - s.ceiling_cut - s.part_cut - s.holiday_cut;
  law::pay_out(m, in, rates, terms, watch);
  const Exact beside_the_subsidy = s.total - Exact::of(s.fleksloentilskud);
  const auto paid = m.paid.round(Rounding::never);
  if (!paid) return Error{.code = ErrorCode::too_precise, .field = Fact::am_income};
  state_paid(s, AmountsPaid::of(*paid, m, in.hours_known));
  s.total = beside_the_subsidy + m.paid;
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
  if (parts.size() == 1) return fleksloentilskud(parts.front(), rates, options);
  auto sum = fleksloentilskud(parts.front(), rates, options);
  if (!sum) return sum;
  for (std::size_t i = 1; i < parts.size(); ++i) {
    auto part = fleksloentilskud(parts[i], rates, options);
    if (!part) return part;
    add(*sum, *part);
  }
  if (auto wrong = finish(*sum, parts, rates, options, law::Untraced{})) return std::move(*wrong);
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
  if (auto wrong = finish(*sum, parts, rates, options, law::Tracer(trace))) return std::move(*wrong);
  return sum;
}

}  // namespace fleks
