#pragma once

#include <compare>
#include <cstdint>
#include <numeric>
#include <string>
#include <string_view>
#include <type_traits>

#include <fleks/errors/result.hpp>

namespace fleks {

/// A percentage (*procent*), exact to four decimals, 0 to 100.
///
/// Example: `Percent::parse("12.11")` of 100 kr. is 12,11 kr.
class Percent {
 public:
  constexpr Percent() = default;
  /// From ten-thousandths of a percentage point. Example: `of_ten_thousandths(121'100)` is 12,11 pct.
  [[nodiscard]] static constexpr Percent of_ten_thousandths(std::int64_t count) noexcept { return Percent(count); }
  /// Whole per cent. Example: `Percent::whole(30)`.
  [[nodiscard]] static constexpr Percent whole(std::int64_t count) noexcept { return Percent(count * 10'000); }
  template <class NotWhole>
  requires(!std::is_integral_v<NotWhole>) static Percent of_ten_thousandths(NotWhole) = delete;
  template <class NotWhole>
  requires(!std::is_integral_v<NotWhole>) static Percent whole(NotWhole) = delete;
  /// Reads decimal text, `.` or `,` as decimal mark, at most four decimals, 0 to 100, without a sign.
  [[nodiscard]] static Result<Percent> parse(std::string_view text);

  /// The count of ten-thousandths of a per cent.
  [[nodiscard]] constexpr std::int64_t ten_thousandths() const noexcept { return units_; }
  /// The share as a reduced fraction: 30 pct. is 3/10.
  [[nodiscard]] constexpr std::int64_t numerator() const noexcept { return units_ / divisor_; }
  /// Below the line of the reduced fraction. Example: 10 for 30 pct.
  [[nodiscard]] constexpr std::int64_t denominator() const noexcept { return 1'000'000 / divisor_; }

  /// The same share.
  friend constexpr bool operator==(Percent a, Percent b) noexcept { return a.units_ == b.units_; }
  /// By size.
  friend constexpr auto operator<=>(Percent a, Percent b) noexcept { return a.units_ <=> b.units_; }

 private:
  constexpr explicit Percent(std::int64_t units) noexcept
      : units_(units), divisor_(static_cast<std::int32_t>(std::gcd(units, std::int64_t{1'000'000}))) {}
  std::int64_t units_ = 0;
  std::int32_t divisor_ = 1'000'000;
};

/// A percentage as the bound of what is allowed.
[[nodiscard]] constexpr Limit limit_of(Percent percent) noexcept { return {LimitUnit::ten_thousandths, percent.ten_thousandths()}; }

/// Plain decimal text without needless zeros. Example: 12,11 pct. is `12.11`.
[[nodiscard]] std::string to_text(Percent percent);

}  // namespace fleks
