#pragma once

#include <compare>
#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>
#include <type_traits>

#include <fleks/errors/result.hpp>

namespace fleks {

/// Thrown when adding whole øre leaves the range of 64 bits. Amounts read by the library are at most
/// 100 million kroner, so only a program that adds without bounds meets it. It never wraps.
class MoneyOverflow : public std::overflow_error {
 public:
  MoneyOverflow();
  /// Throws it; a program compiled without exceptions ends.
  [[noreturn]] static void raise();
};

/// An amount in Danish kroner (*beløb*), whole øre, exact.
///
/// Range: ±92 quadrillion kroner; leaving it throws `MoneyOverflow`. There is no way in from a binary
/// floating-point number and no multiplication: a share of an amount is an `Exact`, and comes back by a
/// named rounding.
/// Example: `Money::kroner(15'600) + Money::oere(50)` is `15.600,50`.
class Money {
 public:
  constexpr Money() = default;
  /// So many øre.
  [[nodiscard]] static constexpr Money oere(std::int64_t count) noexcept { return Money(count); }
  /// So many whole kroner. Example: `Money::kroner(15'600)` is `Money::oere(1'560'000)`.
  [[nodiscard]] static constexpr Money kroner(std::int64_t count) {
    std::int64_t product = 0;
    if (__builtin_mul_overflow(count, std::int64_t{100}, &product)) MoneyOverflow::raise();
    return Money(product);
  }
  template <class NotWhole>
  requires(!std::is_integral_v<NotWhole>) static Money oere(NotWhole) = delete;
  template <class NotWhole>
  requires(!std::is_integral_v<NotWhole>) static Money kroner(NotWhole) = delete;
  /// Reads kroner as decimal text, with a decimal point, or Danish with a decimal comma and points for
  /// thousands; at most two decimals; 0 to 100 million kroner.
  /// Example: `parse("15.600,00")` and `parse("15600")` are the same amount; `parse("1e4")` is an error.
  [[nodiscard]] static Result<Money> parse(std::string_view text);

  /// The count of øre.
  [[nodiscard]] constexpr std::int64_t in_oere() const noexcept { return oere_; }

  /// Exact; a sum beyond 64 bits throws `MoneyOverflow`.
  constexpr Money& operator+=(Money other) {
    if (__builtin_add_overflow(oere_, other.oere_, &oere_)) MoneyOverflow::raise();
    return *this;
  }
  /// Exact; a difference beyond 64 bits throws `MoneyOverflow`.
  constexpr Money& operator-=(Money other) {
    if (__builtin_sub_overflow(oere_, other.oere_, &oere_)) MoneyOverflow::raise();
    return *this;
  }
  /// Exact, as `+=`.
  friend constexpr Money operator+(Money a, Money b) { return a += b; }
  /// Exact, as `-=`.
  friend constexpr Money operator-(Money a, Money b) { return a -= b; }
  /// The same amount with the other sign.
  constexpr Money operator-() const { return Money() - *this; }
  friend constexpr auto operator<=>(Money, Money) = default;  ///< by amount

 private:
  constexpr explicit Money(std::int64_t count) noexcept : oere_(count) {}
  std::int64_t oere_ = 0;
};

/// The largest amount that is read as a fact: 100 million kroner.
inline constexpr Money largest_amount = Money::oere(10'000'000'000);

/// An amount as the bound of what is allowed.
[[nodiscard]] constexpr Limit limit_of(Money amount) noexcept { return {LimitUnit::oere, amount.in_oere()}; }

/// Plain decimal text with two decimals. Example: `to_text(Money::kroner(15'600))` is `15600.00`.
[[nodiscard]] std::string to_text(Money amount);

}  // namespace fleks
