#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include <fleks/facts/options.hpp>
#include <fleks/rates/rate_table.hpp>
#include <fleks/values/calendar.hpp>

namespace fleks {

/// In a column of ceilings: none is known. Whatever lies above `largest_amount` means the same.
inline constexpr std::int64_t no_ceiling = std::numeric_limits<std::int64_t>::max();
/// In a column of paid hours: not known; in a column of public ATP: not known, as the paid hours are not.
inline constexpr std::int64_t not_known = -1;

/// Facts of many months as columns of equal length: amounts in whole øre, days and hours in ten-thousandths.
/// The meaning of each is that of `MonthFacts` with `Pay::am_income`. An empty column: none in any row.
struct MonthColumns {
  std::span<const std::int64_t> am_income{};         ///< field 13; its length is the number of rows
  std::span<const std::int64_t> own_pension{};       ///< own pension
  std::span<const std::int64_t> employer_pension{};  ///< employer's pension
  std::span<const std::int64_t> other_wage{};        ///< wage from other jobs, FLT-7
  /// FLT-9.
  std::span<const std::int64_t> daily_benefit{};
  std::span<const std::int64_t> ceiling{};  ///< `no_ceiling` where none is known
  /// FLT-12.
  std::span<const std::int64_t> ledighedsydelse_days{};
  std::span<const std::int64_t> paid_hours{};  ///< a month; `not_known` where they are not
  /// What was paid for the days, FLT-12; `not_known` where it is not.
  std::span<const std::int64_t> ledighedsydelse{};
};

/// Where the results go, øre; an empty column is not wanted. The others have room for every row, and none
/// overlaps another column. Taper, before_ceiling and the cuts are rounded half up each, for display; the
/// subsidy is the rounded result of the exact amounts (FLT-14).
struct StatementColumns {
  /// FLT-8.
  std::span<std::int64_t> taper{};
  /// FLT-10.
  std::span<std::int64_t> before_ceiling{};
  /// FLT-11.
  std::span<std::int64_t> ceiling_cut{};
  /// FLT-12.
  std::span<std::int64_t> holiday_cut{};
  /// FLT-14.
  std::span<std::int64_t> fleksloentilskud{};
  /// FLT-17.
  std::span<std::int64_t> own_atp{};
  std::span<std::int64_t> payout{};  ///< the subsidy less own ATP
  /// FLT-19.
  std::span<std::int64_t> obligatory_pension{};
  /// FLT-18; `not_known` where the paid hours are not known.
  std::span<std::int64_t> public_atp{};
};

/// The fleksløntilskud of many citizens' months under the rates of one month: the same rules and the same øre
/// as `fleksloentilskud()`, at the speed of the memory.
///
/// Rows in whole øre below some 160.000 kr. an amount and without holiday days or ledighedsydelse go through loops that
/// are chosen for the processor at run time; every other row, every row of a month before May 2014 (whole øre, FLT-14)
/// and every row under a reform's switched rules, through the single call. Nothing is allocated. Safe from any thread.
/// Example: am_income 15.600 kr. and ceiling 32.067 kr. in March 2024 give fleksloentilskud 15.272,00 kr.
class MonthBatch {
 public:
  /// Errors: a rate that is not there in the month.
  [[nodiscard]] static Result<MonthBatch> of(Month month, const RateTable& rates, const Options& options = {});

  /// Computes every row of `facts.am_income`. Error: the first row whose facts cannot be (negative, too large),
  /// its number from 1 as the error's line; what is then in the results is not said.
  [[nodiscard]] std::optional<Error> run(const MonthColumns& facts, const StatementColumns& results) const;

  /// What the loops run on: `avx512`, `avx2`, `x86-64`; `exact` when every row goes through the single call.
  [[nodiscard]] std::string_view runs_on() const noexcept;

 private:
  MonthBatch(Month month, const RateTable& rates, const Options& options) : month_(month), rates_(rates), options_(options) {}
  [[nodiscard]] std::optional<Error> row(const MonthColumns& facts, const StatementColumns& results, std::size_t at) const;
  [[nodiscard]] std::optional<Error> by_loops(const MonthColumns& facts, const StatementColumns& results) const;
  [[nodiscard]] std::optional<Error> fill_public_atp(const MonthColumns& facts, const StatementColumns& results, std::size_t first,
                                                     std::span<const std::int64_t> subsidies) const;
  [[nodiscard]] std::int64_t public_atp(std::int64_t subsidy, std::int64_t paid_hours) const noexcept;

  Month month_;
  RateTable rates_;
  Options options_;
  bool fast_ = false;
  std::uint64_t fast_below_ = 0;  ///< every amount of a row in the loops is below
  std::int64_t base_ = 0, threshold_ = 0, low_ = 0, high_ = 0, own_atp_share_ = 0, own_atp_most_ = 0, obligatory_pension_share_ = 0;
  bool other_wage_under_ceiling_ = false, benefits_under_ceiling_ = false;
};

/// `MonthBatch::run` for a night's rows, of which some may be wrong: those do not stop the others.
///
/// What is wrong, a row at a time in order, its number from 1 as the error's line; empty when all of them are right. In the results of
/// a wrong row every column that is wanted is `not_known`. Source and example: `MonthBatch`.
[[nodiscard]] std::vector<Error> run_each(const MonthBatch& batch, const MonthColumns& facts, const StatementColumns& results);

}  // namespace fleks
