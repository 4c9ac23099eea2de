#include "rates/embedded.hpp"

#include <algorithm>

#include "rates/read_rates.hpp"

namespace fleks {
namespace {

constexpr std::chrono::sys_days day(int count) { return std::chrono::sys_days{std::chrono::days{count}}; }

constexpr Rate rate(RateKey key, RateStatus status, int first, int last, std::int64_t count, std::string_view source,
                    std::string_view note) {
  return {.key = key,
          .status = status,
          .first = day(first),
          .last = day(last),
          .count = count,
          .source = source,
          .note = note,
          .exact = exact_rate(info(key).unit, count)};
}

constexpr MunicipalTax tax(std::string_view name, int first, int last, std::int64_t municipal, std::int64_t church, RateStatus status,
                           std::string_view source) {
  return {.municipality = name,
          .first = day(first),
          .last = day(last),
          .municipal = Percent::of_ten_thousandths(municipal),
          .church = church < 0 ? std::optional<Percent>{} : Percent::of_ten_thousandths(church),
          .status = status,
          .source = source};
}

#include "rates_embedded.inc"

static_assert(std::is_sorted(std::begin(rates), std::end(rates), by_key_and_date));

}  // namespace

std::span<const Rate> embedded_rates() noexcept { return rates; }
std::string_view embedded_version() noexcept { return version; }
std::span<const MunicipalTax> embedded_municipal_taxes() noexcept { return taxes; }

}  // namespace fleks
