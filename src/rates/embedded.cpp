#include "rates/embedded.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

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

// A text in a constant is a place in memory, which the loader works out for every row at every start, whether the taxes are asked for or
// not. So the rows that stay have their texts by number.
constexpr std::size_t tax_rows = std::size(taxes);

struct Numbered {
  std::array<std::uint16_t, tax_rows> number{};  ///< of a row's text
  std::array<std::uint16_t, tax_rows> row{};     ///< the first that has the text of a number
  std::size_t count = 0;
};
template <std::string_view MunicipalTax::*text>
constexpr Numbered numbered() {
  Numbered all;
  for (std::uint16_t row = 0; row < tax_rows; ++row) {
    std::size_t number = 0;
    while (number < all.count && taxes[all.row[number]].*text != taxes[row].*text) ++number;
    if (number == all.count) all.row[all.count++] = row;
    all.number[row] = static_cast<std::uint16_t>(number);
  }
  return all;
}
template <std::string_view MunicipalTax::*text, std::size_t count>
constexpr std::array<std::string_view, count> texts_of(const Numbered& numbered) {
  std::array<std::string_view, count> texts{};
  for (std::size_t number = 0; number < count; ++number) texts[number] = taxes[numbered.row[number]].*text;
  return texts;
}
constexpr Numbered by_name = numbered<&MunicipalTax::municipality>(), by_source = numbered<&MunicipalTax::source>();
constexpr auto names = texts_of<&MunicipalTax::municipality, by_name.count>(by_name);
constexpr auto sources = texts_of<&MunicipalTax::source, by_source.count>(by_source);

struct KeptTax {
  int first, last, municipal, church;
  RateStatus status;
  std::uint16_t name, source;
};
constexpr auto kept_taxes = [] {
  std::array<KeptTax, tax_rows> kept{};
  for (std::size_t row = 0; row < tax_rows; ++row) {
    const MunicipalTax& t = taxes[row];
    kept[row] = {.first = static_cast<int>(t.first.time_since_epoch().count()),
                 .last = static_cast<int>(t.last.time_since_epoch().count()),
                 .municipal = static_cast<int>(t.municipal.ten_thousandths()),
                 .church = t.church ? static_cast<int>(t.church->ten_thousandths()) : -1,
                 .status = t.status,
                 .name = by_name.number[row],
                 .source = by_source.number[row]};
  }
  return kept;
}();

static_assert(std::is_sorted(std::begin(rates), std::end(rates), by_key_and_date));

struct Changes {
  std::array<std::chrono::sys_days, 2 * std::size(rates)> days{};
  std::size_t count = 0;
};
constexpr Changes all_changes = [] {
  Changes all;
  all.count = find_changes(rates, all.days);
  return all;
}();
constexpr std::span<const std::chrono::sys_days> changes{all_changes.days.data(), all_changes.count};
struct InForce {
  std::array<detail::RatesOfPeriod, all_changes.count + 1> periods{};
  std::array<std::size_t, rate_key_count + 1> begin_of_key{};
};
constexpr InForce in_force = [] {
  InForce all;
  all.begin_of_key = put_in_force(rates, changes, all.periods);
  return all;
}();
constexpr auto months = [] {
  std::array<RateIndex::FirstDay, months_of(changes)> all{};
  find_first_days(changes, all);
  return all;
}();

}  // namespace

std::span<const Rate> embedded_rates() noexcept { return rates; }
const RateIndex& embedded_index() noexcept {
  static constexpr RateIndex index{.changes = changes,
                                   .in_force = in_force.periods,
                                   .begin_of_key = in_force.begin_of_key,
                                   .months = months,
                                   .first_month = months_since_year_0(changes.front())};
  return index;
}
std::string_view embedded_version() noexcept { return version; }
std::vector<MunicipalTax> embedded_municipal_taxes() {
  std::vector<MunicipalTax> all;
  all.reserve(tax_rows);
  for (const KeptTax& t : kept_taxes)
    all.push_back(tax(names[t.name], t.first, t.last, t.municipal, t.church, t.status, sources[t.source]));
  return all;
}

}  // namespace fleks
