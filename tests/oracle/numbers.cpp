#include "oracle.hpp"

#include <stdexcept>

namespace oracle {

Number ratio(std::int64_t numerator, std::int64_t denominator) { return Number(numerator, denominator); }

Number kroner(Ore amount) { return ratio(amount, 100); }

const Number& zero() {
  static const Number nothing = 0;
  return nothing;
}

Number share(const Number& pct, const Number& of) {
  if (pct.is_zero()) return pct;
  return pct * of / 100;
}

Number decimal(std::string_view text) {
  std::string digits;
  std::size_t decimals = 0;
  bool after_mark = false;
  bool negative = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '-' && i == 0) {
      negative = true;
    } else if (c == '.' && !after_mark && !digits.empty()) {
      after_mark = true;
    } else if (c >= '0' && c <= '9') {
      digits += c;
      if (after_mark) ++decimals;
    } else {
      throw std::invalid_argument("not a decimal number: " + std::string(text));
    }
  }
  if (digits.empty()) throw std::invalid_argument("not a decimal number: " + std::string(text));
  Integer whole = 0;
  for (const char c : digits) whole = whole * 10 + (c - '0');
  Integer scale = 1;
  for (std::size_t i = 0; i < decimals; ++i) scale *= 10;
  const Number value(whole, scale);
  return negative ? Number(-value) : value;
}

std::int64_t floor_of(const Number& x) {
  const Integer n = boost::multiprecision::numerator(x);
  const Integer d = boost::multiprecision::denominator(x);  // always above 0
  Integer quotient = n / d;                                 // towards 0
  if (n < 0 && quotient * d != n) quotient -= 1;
  return quotient.convert_to<std::int64_t>();
}

namespace {

// floor(x * scale + 1/2) = floor((2 * scale * n + d) / 2d)
std::int64_t half_up_of(const Number& x, std::int64_t scale) {
  const Integer n = boost::multiprecision::numerator(x) * (2 * scale) + boost::multiprecision::denominator(x);
  const Integer d = boost::multiprecision::denominator(x) * 2;
  Integer quotient = n / d;
  if (n < 0 && quotient * d != n) quotient -= 1;
  return quotient.convert_to<std::int64_t>();
}

}  // namespace

std::int64_t half_up(const Number& x) { return half_up_of(x, 1); }

Ore to_ore(const Number& amount) { return half_up_of(amount, 100); }

Ore to_krone(const Number& amount) { return half_up_of(amount, 1) * 100; }

Number sum(const Number& a, const Number& b) {
  if (a.is_zero()) return b;
  if (b.is_zero()) return a;
  return a + b;
}

Number below_zero_is_none(const Number& x) { return x.sign() < 0 ? zero() : x; }

// ---- dates ----------------------------------------------------------------------------------------------------------

bool operator==(const Day& a, const Day& b) { return a.year == b.year && a.month == b.month && a.day == b.day; }

bool operator<(const Day& a, const Day& b) {
  if (a.year != b.year) return a.year < b.year;
  if (a.month != b.month) return a.month < b.month;
  return a.day < b.day;
}

bool operator==(const Month& a, const Month& b) { return a.year == b.year && a.month == b.month; }

bool operator<(const Month& a, const Month& b) { return a.year != b.year ? a.year < b.year : a.month < b.month; }

Month month_before(const Month& m) { return m.month == 1 ? Month{m.year - 1, 12} : Month{m.year, m.month - 1}; }

Month month_after(const Month& m) { return m.month == 12 ? Month{m.year + 1, 1} : Month{m.year, m.month + 1}; }

int days_in(const Month& m) {
  if (m.month == 2) {
    const bool leap = (m.year % 4 == 0 && m.year % 100 != 0) || m.year % 400 == 0;
    return leap ? 29 : 28;
  }
  return m.month == 4 || m.month == 6 || m.month == 9 || m.month == 11 ? 30 : 31;
}

namespace {

// 0 = Monday. Counted day by day from Monday 1 January 2001, month by month.
int weekday(const Day& day) {
  const Month wanted{day.year, day.month};
  int days = 0;
  Month m{2001, 1};
  while (m < wanted) {
    days += days_in(m);
    m = month_after(m);
  }
  return (days + day.day - 1) % 7;
}

}  // namespace

int weekdays_in(const Month& m) { return weekdays_between({m.year, m.month, 1}, {m.year, m.month, days_in(m)}); }

int weekdays_between(const Day& from, const Day& to) {
  if (to < from) return 0;
  int count = 0;
  int at = weekday(from);
  Day day = from;
  for (;;) {
    if (at < 5) ++count;
    if (day == to) return count;
    at = (at + 1) % 7;
    if (day.day < days_in({day.year, day.month})) {
      ++day.day;
    } else {
      const Month next = month_after({day.year, day.month});
      day = {next.year, next.month, 1};
    }
  }
}

}  // namespace oracle
