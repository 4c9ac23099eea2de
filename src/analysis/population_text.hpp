#pragma once

#include <array>
#include <cstdint>
#include <cstring>

// Reading and writing the plain fields of a population file, at a few nanoseconds each. A reader gives null for
// whatever is not plain digits in the plain place; the general parser then judges it.

namespace fleks {

inline bool is_digit(char c) noexcept { return static_cast<unsigned char>(c - '0') < 10; }
/// Of printable ASCII, and no quotation mark.
inline bool is_plain(char c) noexcept { return static_cast<unsigned char>(c - ' ') < 95 && c != '"'; }

/// Digits and at most `decimals` more after the mark, as a count of 10^-decimals; nothing behind the field is
/// looked at, so the text has to end with something that is no digit.
template <int decimals>
inline const char* read_plain(const char* p, bool comma_too, std::int64_t& count) noexcept {
  std::uint64_t value = 0;  // too many digits wrap, and are then refused
  const auto digit = [&] { return static_cast<std::uint64_t>(*p++ - '0'); };
  const char* const start = p;
  while (is_digit(*p)) value = value * 10 + digit();
  const auto digits = p - start;
  if (digits == 0 || digits > 8) return nullptr;
  int left = decimals;
  if (*p == '.' || (comma_too && *p == ',')) {
    ++p;
    if (!is_digit(*p)) return nullptr;
    for (; left > 0 && is_digit(*p); --left) value = value * 10 + digit();
  }
  for (; left > 0; --left) value *= 10;
  count = static_cast<std::int64_t>(value);
  return p;
}

inline constexpr auto two_digits = [] {
  std::array<char, 200> digits{};
  for (std::size_t i = 0; i < 100; ++i) {
    digits[2 * i] = static_cast<char>('0' + i / 10);
    digits[2 * i + 1] = static_cast<char>('0' + i % 10);
  }
  return digits;
}();

inline char* put_two(char* p, std::uint32_t below_100) noexcept {
  std::memcpy(p, two_digits.data() + 2 * static_cast<std::size_t>(below_100), 2);
  return p + 2;
}

/// The longest text of an amount.
inline constexpr std::size_t amount_room = 24;

/// An amount in kroner with two decimals.
inline char* put_amount(char* p, std::int64_t oere, char decimal_mark = '.') noexcept {
  auto rest = static_cast<std::uint64_t>(oere);
  if (oere < 0) {
    *p++ = '-';
    rest = 0 - rest;
  }
  if (rest >= 1'000'000'000) {
    char digits[amount_room];
    char* at = digits + amount_room;
    std::uint64_t kroner = rest / 100;
    for (; kroner != 0; kroner /= 10) *--at = static_cast<char>('0' + kroner % 10);
    const auto length = static_cast<std::size_t>(digits + amount_room - at);
    std::memcpy(p, at, length);
    p += length;
    rest %= 100;
  } else {
    const auto small = static_cast<std::uint32_t>(rest);
    std::uint32_t kroner = small / 100;
    rest = small % 100;
    if (kroner >= 10'000) {
      const std::uint32_t high = kroner / 10'000;  // below 1.000
      kroner %= 10'000;
      if (high >= 100) {
        *p++ = static_cast<char>('0' + high / 100);
        p = put_two(p, high % 100);
      } else if (high >= 10) {
        p = put_two(p, high);
      } else {
        *p++ = static_cast<char>('0' + high);
      }
      p = put_two(p, kroner / 100);
      p = put_two(p, kroner % 100);
    } else if (kroner >= 100) {
      const std::uint32_t high = kroner / 100;
      if (high >= 10) {
        p = put_two(p, high);
      } else {
        *p++ = static_cast<char>('0' + high);
      }
      p = put_two(p, kroner % 100);
    } else if (kroner >= 10) {
      p = put_two(p, kroner);
    } else {
      *p++ = static_cast<char>('0' + kroner);
    }
  }
  *p++ = decimal_mark;
  return put_two(p, static_cast<std::uint32_t>(rest));
}

/// Ten-thousandths of what is counted, without needless decimals.
inline char* put_units(char* p, std::int64_t ten_thousandths, char decimal_mark = '.') noexcept {
  p = put_amount(p, ten_thousandths / 100, decimal_mark);
  p = put_two(p, static_cast<std::uint32_t>(ten_thousandths % 100));
  for (int decimal = 0; decimal < 4 && p[-1] == '0'; ++decimal) --p;
  return p[-1] == decimal_mark ? p - 1 : p;
}

}  // namespace fleks
