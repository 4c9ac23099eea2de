#pragma once

#include <array>
#include <chrono>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <fleks/errors/result.hpp>
#include <fleks/rates/rate_key.hpp>
#include <fleks/values/calendar.hpp>
#include <fleks/values/exact.hpp>

namespace fleks {

/// How sure a rate is: read in a source, derived by a stated rule, or stated as existing but not known.
enum class RateStatus : std::uint8_t { read, derived, missing };

/// As in the column `status`. Example: `read`.
[[nodiscard]] std::string_view to_text(RateStatus status) noexcept;

/// One dated rate (*sats*): a row of the rates file.
///
/// `count` is øre for kroner, and ten-thousandths of a point or an hour for the rest. `exact` is the same
/// for calculation: øre, a share (30 pct. is 3/10), hours. `last` is the last day; `Rate::open` when the
/// rate has no end yet. Source and note live as long as the table.
struct Rate {
  /// The last day of a rate that still holds.
  static constexpr std::chrono::sys_days open{std::chrono::days{100'000'000}};
  RateKey key{};                  ///< which rate
  RateStatus status{};            ///< how it is known; `missing` has no value
  std::chrono::sys_days first{};  ///< the first day
  std::chrono::sys_days last{};   ///< the last day, or `open`
  std::int64_t count = 0;         ///< øre, or ten-thousandths of a per cent or an hour
  std::string_view source{};      ///< where it was read
  std::string_view note{};        ///< a remark, often empty
  Exact exact{};                  ///< the value: øre, a share, hours
  bool of_reform = false;         ///< a reform's figure, not the law's

  /// Whether a last day is known.
  [[nodiscard]] constexpr bool has_end() const noexcept { return last != open; }
  /// The unit, which follows from the key.
  [[nodiscard]] RateUnit unit() const noexcept { return info(key).unit; }
};

/// The value as the rates file writes it (`19952`, `12.11`), empty for a missing one.
[[nodiscard]] std::string value_text(const Rate& rate);

namespace detail {
/// The type of a rate's value, by its unit: amounts are `Money`.
template <RateUnit unit>
struct RateValue {
  using type = Money;  ///< the type
  /// The value of a count in the table.
  static constexpr Money of(std::int64_t count) noexcept { return Money::oere(count); }
};
/// Percentages are `Percent`.
template <>
struct RateValue<RateUnit::percent> {
  using type = Percent;  ///< the type
  /// The value of a count in the table.
  static constexpr Percent of(std::int64_t count) noexcept { return Percent::of_ten_thousandths(count); }
};
/// Weekly hours are `Hours`.
template <>
struct RateValue<RateUnit::hours_a_week> {
  using type = Hours;  ///< the type
  /// The value of a count in the table.
  static constexpr Hours of(std::int64_t count) noexcept { return Hours::of_ten_thousandths(count); }
};
/// Kilometres are a number.
template <>
struct RateValue<RateUnit::kilometres> {
  using type = Exact;  ///< the type
  /// The value of a count in the table.
  static constexpr Exact of(std::int64_t count) noexcept { return Exact::counted(count, 10'000); }
};
/// Square metres are a number.
template <>
struct RateValue<RateUnit::square_metres> {
  using type = Exact;  ///< the type
  /// The value of a count in the table.
  static constexpr Exact of(std::int64_t count) noexcept { return Exact::counted(count, 10'000); }
};
/// A bit for each key, 64 to a word.
using RateKeys = std::array<std::uint64_t, (rate_key_count + 63) / 64>;
/// Between two changes all rates stand still. Counts have a place of their own, to be had without a question each; rows are by number, as
/// a constant with places in memory is worked on at every start of a program.
struct RatesOfPeriod {
  std::array<std::uint32_t, rate_key_count> rows{};   ///< of each key its row in the table, from 1, or 0
  std::array<std::int64_t, rate_key_count> counts{};  ///< the row's count, where it has one
  RateKeys known{};                                   ///< the keys that have one
  bool of_reform = false;                             ///< whether one of them is a reform's
};
}  // namespace detail

/// The type of a rate: `Money`, `Percent`, `Hours` or `Exact`, by its unit.
template <RateKey key>
using RateValue = typename detail::RateValue<info(key).unit>::type;

/// All rates in force on one day, from `RateTable::on`. Cheap to copy; the table must outlive it.
class RatesOnDate {
 public:
  /// The day.
  [[nodiscard]] Date date() const noexcept { return Date{day_}; }
  /// The row in force, or null when the table has none (or states it as missing).
  [[nodiscard]] const Rate* find(RateKey key) const noexcept {
    const Rate* rate = row(key);
    return rate != nullptr && rate->status != RateStatus::missing ? rate : nullptr;
  }
  /// The row in force, a stated hole included.
  [[nodiscard]] const Rate* row(RateKey key) const noexcept {
    const std::uint32_t at = period_->rows[static_cast<std::size_t>(key)];
    return at == 0 ? nullptr : rows_ + (at - 1);
  }
  /// The count of the row that `find` gives; 0 where it gives nothing.
  [[nodiscard]] std::int64_t count(RateKey key) const noexcept { return period_->counts[static_cast<std::size_t>(key)]; }
  /// A bit for each key, 64 to a word: those that `find` gives a row for.
  using Keys = detail::RateKeys;
  /// What is known.
  [[nodiscard]] const Keys& known() const noexcept { return period_->known; }
  /// Whether some rate in force is a reform's.
  [[nodiscard]] bool any_of_reform() const noexcept { return period_->of_reform; }
  /// Whether the other day's rates are these, as no rate changes between the two.
  [[nodiscard]] bool same_as(const RatesOnDate& other) const noexcept { return period_ == other.period_; }
  /// Why `find` gave nothing: `no_rate` or `rate_is_missing`, with key and date.
  [[nodiscard]] Error why_not(RateKey key) const;
  /// The value, typed by its unit. Example: `get<RateKey::taper_low_pct>()` is a `Result<Percent>` of 30 pct.
  template <RateKey key>
  [[nodiscard]] Result<RateValue<key>> get() const {
    const Rate* rate = find(key);
    if (rate == nullptr) return why_not(key);
    return detail::RateValue<info(key).unit>::of(rate->count);
  }

 private:
  friend class RateTable;
  RatesOnDate(const detail::RatesOfPeriod& period, const Rate* rows, std::chrono::sys_days day) noexcept
      : period_(&period), rows_(rows), day_(day) {}
  const detail::RatesOfPeriod* period_;
  const Rate* rows_;
  std::chrono::sys_days day_;
};

/// The dated rates of the law (*satser*), immutable; copies share one table. Safe from any thread.
class RateTable {
 public:
  /// The rates built into the library, as published in `rates.csv`. Built at the first call; a call after it takes some
  /// nanoseconds and allocates nothing.
  [[nodiscard]] static RateTable embedded();
  /// A table from the text of a rates file. The error names the first wrong row; `check` finds all.
  [[nodiscard]] static Result<RateTable> read(std::string_view csv);
  /// Everything wrong with the text of a rates file: overlap, hole, disorder, unknown key, bad unit, missing
  /// source, a percentage above 100, and what cannot be read; empty when it is a good table.
  [[nodiscard]] static std::vector<Error> check(std::string_view csv);
  /// This table with the rows of a rates file added; for a key and period that both have, the file's row holds.
  /// Example: next year's rows alone extend the embedded table by a year.
  [[nodiscard]] Result<RateTable> extended_by(std::string_view csv) const;
  /// The same with rows at hand, of which `exact` need not be set; what lies between their periods and this table's must leave no hole.
  [[nodiscard]] Result<RateTable> extended_by(std::span<const Rate> rows) const;

  /// The rates in force on a day; a few nanoseconds.
  [[nodiscard]] RatesOnDate on(std::chrono::sys_days day) const noexcept;
  /// The rates of a day.
  [[nodiscard]] RatesOnDate on(Date date) const noexcept { return on(std::chrono::sys_days{date}); }
  /// The rates of the month's first day.
  [[nodiscard]] RatesOnDate on(Month month) const noexcept { return of_month(int{month.year()}, unsigned{month.month()}); }
  /// The days on which some rate changes, ascending: between two of them all rates stand still.
  [[nodiscard]] std::span<const std::chrono::sys_days> changes() const noexcept;
  /// All rows, by key and date.
  [[nodiscard]] std::span<const Rate> rows() const noexcept;
  /// Every row of a key, by date.
  [[nodiscard]] std::span<const Rate> rows(RateKey key) const noexcept;
  /// Its name, as `rates_version` tells it; worked out once for all copies.
  [[nodiscard]] const std::string& version() const;

 private:
  struct Data;
  explicit RateTable(std::shared_ptr<const Data> data) noexcept : data_(std::move(data)) {}
  static Result<RateTable> of(std::vector<Rate> rows);
  // By numbers: a month of two narrow parts would be put together in memory, and waited for.
  [[nodiscard]] RatesOnDate of_month(int year, unsigned month) const noexcept;
  std::shared_ptr<const Data> data_;
};

}  // namespace fleks
