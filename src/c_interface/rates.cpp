#include <memory>
#include <mutex>
#include <utility>

#include <fleks/analysis/known_months.hpp>

#include "c_interface/values.hpp"

using namespace c_interface;

struct fleks_rates_place {
  fleks_rates* rates = nullptr;
  mutable std::mutex one_at_a_time{};
};

namespace {

/// The same rates, had by one more.
fleks_rates* held(const fleks_rates* rates) noexcept {
  rates->held.fetch_add(1, std::memory_order_relaxed);
  return const_cast<fleks_rates*>(rates);
}

}  // namespace

extern "C" {

fleks_rates* fleks_rates_embedded(void) {
  fleks_rates* rates = nullptr;
  guarded(nullptr, [&] { rates = new fleks_rates(fleks::RateTable::embedded()); });
  return rates;
}

fleks_rates* fleks_rates_extended(const char* csv, std::size_t size, fleks_error* error) {
  fleks_rates* rates = nullptr;
  guarded(error, [&] {
    not_null(csv, "csv");
    auto table = fleks::RateTable::embedded().extended_by(std::string_view(csv, size));
    if (!table) refuse_text(std::move(table).error());
    rates = new fleks_rates(*std::move(table));
  });
  return rates;
}

fleks_rates* fleks_rates_reformed(const fleks_rates* rates, const char* json, std::size_t size, const char* ceilings,
                                  std::size_t ceilings_size, fleks_error* error) {
  fleks_rates* under = nullptr;
  guarded(error, [&] {
    const fleks::RateTable& table = table_of(rates);
    not_null(json, "json");
    auto reform = fleks::read_reform({json, size}, [&](std::string_view) -> fleks::Result<std::string> {
      if (ceilings == nullptr) return Error{.code = ErrorCode::missing_fact, .field = "ceilings"};
      return std::string(ceilings, ceilings_size);
    });
    if (!reform) refuse_text(std::move(reform).error());
    auto reformed = fleks::apply(*reform, table);
    if (!reformed) refuse_text(std::move(reformed).error());
    auto made = std::make_unique<fleks_rates>(std::move(reformed->rates));
    made->reform = *std::move(reform);
    under = made.release();
  });
  return under;
}

std::int64_t fleks_rates_area_ceiling(const fleks_rates* rates, const char* area) {
  if (rates == nullptr || area == nullptr || !rates->reform) return FLEKS_NOT_KNOWN;
  const auto ceiling = rates->reform->ceiling(area);
  return ceiling ? ceiling->in_oere() : FLEKS_NOT_KNOWN;
}

void fleks_rates_free(fleks_rates* rates) {
  if (rates != nullptr && rates->held.fetch_sub(1, std::memory_order_acq_rel) == 1) delete rates;
}

fleks_rates_place* fleks_rates_place_with(const fleks_rates* rates, fleks_error* error) {
  fleks_rates_place* place = nullptr;
  guarded(error, [&] {
    not_null(rates, "rates");
    place = new fleks_rates_place;
    place->rates = held(rates);
  });
  return place;
}

fleks_rates* fleks_rates_in_use(const fleks_rates_place* place) {
  if (place == nullptr) return nullptr;
  const std::lock_guard lock(place->one_at_a_time);
  return held(place->rates);
}

std::int32_t fleks_rates_put_in_use(fleks_rates_place* place, const fleks_rates* rates, fleks_error* error) {
  return guarded(error, [&] {
    not_null(place, "place");
    not_null(rates, "rates");
    fleks_rates* old = held(rates);
    {
      const std::lock_guard lock(place->one_at_a_time);
      std::swap(old, place->rates);
    }
    fleks_rates_free(old);
  });
}

void fleks_rates_place_free(fleks_rates_place* place) {
  if (place == nullptr) return;
  fleks_rates_free(place->rates);
  delete place;
}

const char* fleks_rates_version(const fleks_rates* rates) { return rates == nullptr ? "" : rates->version.c_str(); }

std::int32_t fleks_rates_last_month(const fleks_rates* rates, std::int32_t task) {
  std::int32_t last = 0;
  if (rates == nullptr || task < FLEKS_TASK_MONTH || task > FLEKS_TASK_HOURS) return last;
  guarded(nullptr, [&] {
    if (const auto known = fleks::known_months(rates->table, static_cast<fleks::RatesNeededFor>(task))) last = number_of(known->last);
  });
  return last;
}

std::int32_t fleks_rate_on(const fleks_rates* rates, const char* key, std::int32_t date, fleks_rate* rate, fleks_error* error) {
  return guarded(error, [&] {
    const fleks::RateTable& table = table_of(rates);
    not_null(key, "key");
    const Results results(rate, "rate");
    const auto known = fleks::rate_key(key);
    if (!known) refuse({.code = ErrorCode::unknown_key, .field = "key", .given = key});
    const fleks::RatesOnDate on = table.on(date_of(date, "date"));
    const fleks::Rate* row = on.row(*known);
    if (row == nullptr) refuse(on.why_not(*known));
    fleks_rate whole{};
    whole.value = row->status == fleks::RateStatus::missing ? FLEKS_NOT_KNOWN : row->count;
    whole.unit = static_cast<std::int32_t>(row->unit());
    whole.status = static_cast<std::int32_t>(row->status);
    whole.first = number_of(fleks::Date{row->first});
    whole.last = row->has_end() ? number_of(fleks::Date{row->last}) : 0;
    // The table keeps each text as a string of its own, which ends with a zero byte; no rate is without a source.
    whole.key = info(*known).name.data();
    whole.source = row->source.data();
    whole.note = row->note.empty() ? "" : row->note.data();
    results.are(whole);
  });
}

std::size_t fleks_rate_key_count(void) { return fleks::rate_key_count; }
const char* fleks_rate_key(std::size_t place) { return place < fleks::rate_key_count ? fleks::rate_keys[place].name.data() : nullptr; }

}  // extern "C"
