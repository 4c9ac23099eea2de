#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>
#include <type_traits>

#include <fleks/errors/result.hpp>

namespace fleks {

/// Hours (*timer*), exact to four decimals; a week or a month as the name of the fact says.
///
/// Example: `Hours::parse("6,75")` is six and three quarters.
class Hours {
 public:
  constexpr Hours() = default;
  /// Example: `of_ten_thousandths(75'000)` is 7,5 hours.
  [[nodiscard]] static constexpr Hours of_ten_thousandths(std::int64_t count) noexcept { return Hours(count); }
  /// Whole hours.
  [[nodiscard]] static constexpr Hours whole(std::int64_t count) noexcept { return Hours(count * 10'000); }
  template <class NotWhole>
  requires(!std::is_integral_v<NotWhole>) static Hours of_ten_thousandths(NotWhole) = delete;
  template <class NotWhole>
  requires(!std::is_integral_v<NotWhole>) static Hours whole(NotWhole) = delete;
  /// Reads decimal text, `.` or `,` as decimal mark, at most four decimals, 0 to `most`.
  [[nodiscard]] static Result<Hours> parse(std::string_view text, Hours most);

  /// The count of ten-thousandths of an hour.
  [[nodiscard]] constexpr std::int64_t ten_thousandths() const noexcept { return units_; }
  friend constexpr auto operator<=>(Hours, Hours) = default;  ///< by size

 private:
  constexpr explicit Hours(std::int64_t units) noexcept : units_(units) {}
  std::int64_t units_ = 0;
};

/// The most hours a week has.
inline constexpr Hours hours_in_a_week = Hours::whole(168);
/// The most hours a month has.
inline constexpr Hours hours_in_a_month = Hours::whole(744);

/// Hours as the bound of what is allowed.
[[nodiscard]] constexpr Limit limit_of(Hours hours) noexcept { return {LimitUnit::ten_thousandths, hours.ten_thousandths()}; }

/// Plain decimal text without needless zeros. Example: `6.75`.
[[nodiscard]] std::string to_text(Hours hours);

/// Days (*dage*), exact to four decimals: holiday days are earned in hundredths (2,08 a month).
class Days {
 public:
  constexpr Days() = default;
  /// Example: `of_ten_thousandths(5'000)` is half a day.
  [[nodiscard]] static constexpr Days of_ten_thousandths(std::int64_t count) noexcept { return Days(count); }
  /// Whole days.
  [[nodiscard]] static constexpr Days whole(std::int64_t count) noexcept { return Days(count * 10'000); }
  template <class NotWhole>
  requires(!std::is_integral_v<NotWhole>) static Days of_ten_thousandths(NotWhole) = delete;
  template <class NotWhole>
  requires(!std::is_integral_v<NotWhole>) static Days whole(NotWhole) = delete;
  /// Reads decimal text, `.` or `,` as decimal mark, at most four decimals, 0 to `most`.
  [[nodiscard]] static Result<Days> parse(std::string_view text, Days most);

  /// The count of ten-thousandths of a day.
  [[nodiscard]] constexpr std::int64_t ten_thousandths() const noexcept { return units_; }
  friend constexpr auto operator<=>(Days, Days) = default;  ///< by size

 private:
  constexpr explicit Days(std::int64_t units) noexcept : units_(units) {}
  std::int64_t units_ = 0;
};

/// Days as the bound of what is allowed.
[[nodiscard]] constexpr Limit limit_of(Days days) noexcept { return {LimitUnit::ten_thousandths, days.ten_thousandths()}; }

/// Plain decimal text without needless zeros. Example: `2.08`.
[[nodiscard]] std::string to_text(Days days);

}  // namespace fleks
