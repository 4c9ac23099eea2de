#include <algorithm>
#include <cstdint>
#include <utility>

#include <fleks/statement/batch.hpp>

#include "c_interface/values.hpp"

namespace c_interface {
namespace {

std::span<const std::int64_t> in(const std::int64_t* column, std::size_t rows) noexcept {
  return column == nullptr ? std::span<const std::int64_t>{} : std::span(column, rows);
}
std::span<std::int64_t> out(std::int64_t* column, std::size_t rows) noexcept {
  return column == nullptr ? std::span<std::int64_t>{} : std::span(column, rows);
}

}  // namespace
}  // namespace c_interface

using namespace c_interface;

extern "C" {

std::int32_t fleks_compute(const fleks_rates* rates, std::int32_t month, const fleks_months* facts, const fleks_options* options,
                           const fleks_statements* results, fleks_error* error) {
  std::int64_t row = -1;
  const std::int32_t code = guarded(error, [&] {
    const fleks::RateTable& table = table_of(rates);
    const fleks_months f = given(facts, "facts");
    const fleks_statements r = given(results, "results");
    const std::size_t n = f.rows;
    if (n > PTRDIFF_MAX / sizeof(std::int64_t))
      refuse({.code = ErrorCode::too_large,
              .field = "rows",
              .given = std::to_string(n),
              .allowed = fleks::AtMost{PTRDIFF_MAX / sizeof(std::int64_t)}});
    if (n != 0) not_null(f.am_income, "am_income");
    const auto batch = or_refuse(fleks::MonthBatch::of(month_of(month, "month"), table, options_of(options, rates)));
    const fleks::MonthColumns columns{in(f.am_income, n),      in(f.own_pension, n), in(f.employer_pension, n),     in(f.other_wage, n),
                                      in(f.daily_benefit, n),  in(f.ceiling, n),     in(f.ledighedsydelse_days, n), in(f.paid_hours, n),
                                      in(f.ledighedsydelse, n)};
    const fleks::StatementColumns to{out(r.taper, n),       out(r.before_ceiling, n),     out(r.ceiling_cut, n),
                                     out(r.holiday_cut, n), out(r.fleksloentilskud, n),   out(r.own_atp, n),
                                     out(r.payout, n),      out(r.obligatory_pension, n), out(r.public_atp, n)};
    if (r.status != nullptr) {
      std::fill_n(r.status, n, FLEKS_OK);
      for (const Error& each : fleks::run_each(batch, columns, to)) r.status[each.line - 1] = static_cast<std::int32_t>(each.code);
      return;
    }
    auto wrong = batch.run(columns, to);
    if (!wrong) return;
    row = std::exchange(wrong->line, 0) - 1;
    refuse(std::move(*wrong));
  });
  if (error != nullptr && row >= 0) error->row = row;
  return code;
}

}  // extern "C"
