#include <utility>

#include <fleks/statement/batch.hpp>
#include <fleks/statement/month_statement.hpp>
#include <fleks/words/explanation.hpp>
#include <fleks/words/json.hpp>

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

std::int32_t fleks_month(const fleks_rates* rates, const fleks_month_facts* facts, const fleks_options* options,
                         fleks_month_statement* statement, fleks_error* error) {
  return guarded(error, [&] {
    const fleks::RateTable& table = table_of(rates);
    const fleks::MonthFacts f = facts_of(facts);
    const Results results(statement, "statement");
    const fleks::MonthStatement s = or_refuse(fleks::fleksloentilskud(f, table, options_of(options)));
    fleks_month_statement whole{};
    whole.month = number_of(s.month);
    whole.wage_month = number_of(s.wage_month);
    whole.rates_month = number_of(s.rates_month);
    whole.has_right = s.has_right ? 1 : 0;
    whole.pay = rounded(s.pay);
    whole.own_pension = rounded(s.own_pension);
    whole.employer_pension = rounded(s.employer_pension);
    whole.paid_hours = s.paid_hours ? in_ten_thousandths(*s.paid_hours) : FLEKS_NOT_KNOWN;
    whole.wage = rounded(s.wage);
    whole.other_wage = rounded(s.other_wage);
    whole.daily_benefit = rounded(s.daily_benefit);
    whole.base = rounded(s.base);
    whole.threshold = rounded(s.threshold);
    whole.taper = rounded(s.taper);
    whole.before_ceiling = rounded(s.before_ceiling);
    whole.normal_wage_ceiling = s.has_ceiling ? rounded(s.normal_wage_ceiling) : FLEKS_NO_CEILING;
    whole.ceiling_cut = rounded(s.ceiling_cut);
    whole.holiday_cut = rounded(s.holiday_cut);
    whole.fleksloentilskud = s.fleksloentilskud.in_oere();
    whole.own_atp = s.own_atp.in_oere();
    whole.payout = s.payout.in_oere();
    whole.public_atp = s.public_atp ? s.public_atp->in_oere() : FLEKS_NOT_KNOWN;
    whole.obligatory_pension = s.obligatory_pension.in_oere();
    whole.total = rounded(s.total);
    results.are(whole);
  });
}

fleks_text* fleks_month_in_words(const fleks_rates* rates, const fleks_month_facts* facts, const fleks_options* options, std::int32_t form,
                                 std::int32_t language, fleks_error* error) {
  return made(error, [&] {
    const fleks::RateTable& table = table_of(rates);
    const auto month = or_refuse(fleks::explained_month(facts_of(facts), table, options_of(options)));
    const bool json = choice<std::int32_t>(form, {FLEKS_TEXT, FLEKS_JSON}, "--form") == FLEKS_JSON;
    return json ? to_json(month, language_of(language)) : breakdown(month, language_of(language));
  });
}

std::int32_t fleks_compute(const fleks_rates* rates, std::int32_t month, const fleks_months* facts, const fleks_options* options,
                           const fleks_statements* results, fleks_error* error) {
  std::int64_t row = -1;
  const std::int32_t code = guarded(error, [&] {
    const fleks::RateTable& table = table_of(rates);
    const fleks_months f = given(facts, "facts");
    const fleks_statements r = given(results, "results");
    const std::size_t n = f.rows;
    if (n != 0) not_null(f.am_income, "am_income");
    const auto batch = or_refuse(fleks::MonthBatch::of(month_of(month, "--month"), table, options_of(options)));
    auto wrong =
        batch.run({in(f.am_income, n), in(f.own_pension, n), in(f.employer_pension, n), in(f.other_wage, n), in(f.daily_benefit, n),
                   in(f.ceiling, n), in(f.ledighedsydelse_days, n), in(f.paid_hours, n)},
                  {out(r.taper, n), out(r.before_ceiling, n), out(r.ceiling_cut, n), out(r.holiday_cut, n), out(r.fleksloentilskud, n),
                   out(r.own_atp, n), out(r.payout, n), out(r.obligatory_pension, n), out(r.public_atp, n)});
    if (!wrong) return;
    row = std::exchange(wrong->line, 0) - 1;
    refuse(std::move(*wrong));
  });
  if (error != nullptr && row >= 0) error->row = row;
  return code;
}

}  // extern "C"
