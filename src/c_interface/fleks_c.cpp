#include <fleks/fleks.h>

#include <algorithm>
#include <cstring>
#include <exception>

#include <fleks/statement/batch.hpp>
#include <fleks/words/message.hpp>

struct fleks_rates {
  fleks::RateTable table;
};

namespace {

constexpr std::int32_t failed = -1;  // no memory, or a struct of another version

std::int32_t say(fleks_error* error, std::int32_t code, std::int64_t row, std::string_view text) noexcept {
  if (error != nullptr) {
    error->code = code;
    error->row = row;
    const std::size_t length = std::min(text.size(), sizeof error->text - 1);
    std::memcpy(error->text, text.data(), length);
    error->text[length] = '\0';
  }
  return code;
}
std::int32_t say(fleks_error* error, fleks::Error wrong) {
  const std::int64_t row = wrong.line - 1;
  wrong.line = 0;
  return say(error, static_cast<std::int32_t>(wrong.code) + 1, row, fleks::message(wrong, fleks::Language::english));
}

std::span<const std::int64_t> in(const std::int64_t* column, std::size_t rows) noexcept {
  return column == nullptr ? std::span<const std::int64_t>{} : std::span(column, rows);
}
std::span<std::int64_t> out(std::int64_t* column, std::size_t rows) noexcept {
  return column == nullptr ? std::span<std::int64_t>{} : std::span(column, rows);
}

/// Runs `work`, and turns whatever it throws into an error.
template <class Work>
std::int32_t guarded(fleks_error* error, Work work) noexcept {
  try {
    say(error, 0, -1, "");
    return work();
  } catch (const std::exception& thrown) {
    return say(error, failed, -1, thrown.what());
  } catch (...) {
    return say(error, failed, -1, "unknown failure");
  }
}

}  // namespace

extern "C" {

std::int32_t fleks_interface_version(void) { return FLEKS_INTERFACE_VERSION; }

fleks_rates* fleks_rates_embedded(void) {
  fleks_rates* rates = nullptr;
  guarded(nullptr, [&] {
    rates = new fleks_rates{fleks::RateTable::embedded()};
    return 0;
  });
  return rates;
}

fleks_rates* fleks_rates_extended(const char* csv, std::size_t size, fleks_error* error) {
  fleks_rates* rates = nullptr;
  guarded(error, [&] {
    auto table = fleks::RateTable::embedded().extended_by(std::string_view(csv == nullptr ? "" : csv, csv == nullptr ? 0 : size));
    if (!table) return say(error, std::move(table).error());
    rates = new fleks_rates{*std::move(table)};
    return 0;
  });
  return rates;
}

void fleks_rates_free(fleks_rates* rates) { delete rates; }

std::int32_t fleks_compute(const fleks_rates* rates, std::int32_t year, std::int32_t month, const fleks_months* facts,
                           const fleks_statements* results, fleks_error* error) {
  return guarded(error, [&]() -> std::int32_t {
    if (rates == nullptr || facts == nullptr || results == nullptr || (facts->am_income == nullptr && facts->rows != 0))
      return say(error, failed, -1, "rates, facts, results and am_income must not be null");
    if (facts->size != sizeof *facts || results->size != sizeof *results)
      return say(error, failed, -1, "a struct of another version: see `size`");
    const fleks::Month of{std::chrono::year{year}, std::chrono::month{month >= 1 && month <= 12 ? static_cast<unsigned>(month) : 0}};
    if (!of.ok())
      return say(error, fleks::Error{.code = fleks::ErrorCode::no_such_date,
                                     .field = "month",
                                     .given = std::to_string(year) + "-" + std::to_string(month)});
    const auto batch = fleks::MonthBatch::of(of, rates->table);
    if (!batch) return say(error, batch.error());
    const std::size_t n = facts->rows;
    const auto wrong =
        batch->run({in(facts->am_income, n), in(facts->own_pension, n), in(facts->employer_pension, n), in(facts->other_wage, n),
                    in(facts->daily_benefit, n), in(facts->ceiling, n), in(facts->ledighedsydelse_days, n), in(facts->paid_hours, n)},
                   {out(results->taper, n), out(results->before_ceiling, n), out(results->ceiling_cut, n), out(results->holiday_cut, n),
                    out(results->fleksloentilskud, n), out(results->own_atp, n), out(results->payout, n),
                    out(results->obligatory_pension, n), out(results->public_atp, n)});
    return wrong ? say(error, *wrong) : 0;
  });
}

}  // extern "C"
