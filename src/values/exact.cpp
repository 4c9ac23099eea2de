#include <fleks/values/exact.hpp>

#include <algorithm>
#include <cassert>

#include <boost/multiprecision/cpp_int.hpp>

namespace fleks {
namespace {

// The product of any three numbers of 128 bits, and the sum of two such products, fit in 512: the check of the type is
// never seen to fail, and nothing is allocated.
using Wide = boost::multiprecision::number<
    boost::multiprecision::cpp_int_backend<512, 512, boost::multiprecision::signed_magnitude, boost::multiprecision::checked, void>,
    boost::multiprecision::et_off>;

constexpr int128 most = static_cast<int128>(~uint128{0} >> 1);

constexpr bool fits_64(int128 a) noexcept { return a == static_cast<std::int64_t>(a); }
constexpr uint128 magnitude(int128 a) noexcept { return a < 0 ? -static_cast<uint128>(a) : static_cast<uint128>(a); }

/// The product where 128 bits hold it.
bool product(int128 a, int128 b, int128& out) noexcept {
  if (fits_64(a) && fits_64(b)) [[likely]] {
    out = int128{static_cast<std::int64_t>(a)} * static_cast<std::int64_t>(b);
    return true;
  }
  // With a sign, clang turns it into a call that libgcc does not have.
  uint128 size = 0;
  if (__builtin_mul_overflow(magnitude(a), magnitude(b), &size) || size > static_cast<uint128>(most)) return false;
  out = static_cast<int128>(size);
  if ((a < 0) != (b < 0)) out = -out;
  return true;
}

struct Fraction {
  int128 numerator = 0;
  int128 denominator = 0;
};

/// With the smallest denominator; 0/0 where even that needs more than 128 bits.
Fraction reduced(const Wide& numerator, const Wide& denominator) {
  const Wide divisor = gcd(numerator, denominator), n = numerator / divisor, d = denominator / divisor;
  if (n > most || n < -most || d > most) return {};
  return {static_cast<int128>(n), static_cast<int128>(d)};
}

// By themselves: what is seldom asked for then takes no room where the common case is.
[[gnu::noinline, gnu::cold]] Fraction wide_sum(const Fraction& a, int128 widen_a, const Fraction& b, int128 widen_b) {
  return reduced(Wide(a.numerator) * widen_a + Wide(b.numerator) * widen_b, Wide(a.denominator) * widen_a);
}
[[gnu::noinline, gnu::cold]] Fraction wide_difference(const Fraction& a, const Fraction& b) {
  return reduced(Wide(a.numerator) * b.denominator - Wide(b.numerator) * a.denominator, Wide(a.denominator) * b.denominator);
}

// Written once for 128 bits and for 512: amounts are read by people far more often than they are wide.

/// The digits of a number that is not negative.
template <class Number>
std::string digits_of(Number value) {
  if (value == 0) return "0";
  std::string text;
  for (; value != 0; value /= 10) text += static_cast<char>('0' + static_cast<int>(value % 10));
  std::reverse(text.begin(), text.end());
  return text;
}

/// How many decimals a reduced fraction has, or -1 when they never end.
template <class Number>
int decimals_needed(Number denominator) {
  int twos = 0, fives = 0;
  for (; denominator % 2 == 0; denominator /= 2) ++twos;
  for (; denominator % 5 == 0; denominator /= 5) ++fives;
  return denominator == 1 ? std::max(twos, fives) : -1;
}

/// All decimals of a reduced fraction, at least `least`; when they never end, rounded half up to `otherwise`.
template <class Number>
std::string decimals_of(Number n, Number d, int least, int otherwise) {
  int places = decimals_needed(d);
  if (places < 0) {
    Number scale = 1;
    for (int i = 0; i < otherwise; ++i) scale *= 10;
    // Half up is the floor of what is a half more; a division cuts towards zero.
    n = n * scale * 2 + d;
    d *= 2;
    n = n / d - static_cast<int>(n < 0 && n % d != 0);
    d = scale;
    places = otherwise;
  }
  std::string text = n < 0 ? "-" : "";
  if (n < 0) n = -n;
  text += digits_of<Number>(n / d);
  places = std::max(places, least);
  if (places > 0) text += '.';
  for (int i = 0; i < places; ++i) {
    n = n % d * 10;
    text += static_cast<char>('0' + static_cast<int>(n / d));
  }
  return text;
}

/// The same of what counts one part in `unit`: 100 for øre.
std::string decimals_of(const Exact& value, int unit, int least, int otherwise) {
  assert(otherwise <= 18);
  if (value.out_of_range()) return "?";
  const Exact reduced = (value * Exact::ratio(1, unit)).reduced();
  if (!reduced.out_of_range() && fits_64(reduced.numerator()) && fits_64(reduced.denominator())) [[likely]]
    return decimals_of<int128>(reduced.numerator(), reduced.denominator(), least, otherwise);
  const Wide n = value.numerator(), d = Wide(value.denominator()) * unit, divisor = gcd(n, d);
  return decimals_of<Wide>(n / divisor, d / divisor, least, otherwise);
}

}  // namespace

Exact Exact::product_of_wide(const Exact& a, const Exact& b) noexcept {
  int128 n = 0, d = 0;
  if (product(a.numerator_, b.numerator_, n) && product(a.denominator_, b.denominator_, d)) return Exact(n, d);
  if (a.out_of_range() || b.out_of_range()) return beyond();
  const Fraction held = fleks::reduced(Wide(a.numerator_) * b.numerator_, Wide(a.denominator_) * b.denominator_);
  return Exact(held.numerator, held.denominator);
}

Exact Exact::sum_of_unlike(const Exact& a, const Exact& b) noexcept {
  // What there is not is added more often than anything else.
  if (b.numerator_ == 0 && !b.out_of_range() && a.numerator_ != 0) return a;
  // Most often one of them is whole, and all fits in 64 bits: the product and the sum then fit in 128.
  if (fits(a.numerator_) && fits(b.numerator_) && fits(a.denominator_) && fits(b.denominator_)) [[likely]] {
    const auto n = static_cast<std::int64_t>(a.numerator_), m = static_cast<std::int64_t>(b.numerator_);
    const auto d = static_cast<std::int64_t>(a.denominator_), e = static_cast<std::int64_t>(b.denominator_);
    if (e == 1 && n != 0) return Exact(int128{m} * d + n, d);
    if (d == 1 && m != 0) return Exact(int128{n} * e + m, e);
  }
  if (a.out_of_range() || b.out_of_range()) return beyond();
  if (a.numerator_ == 0) return b;
  if (b.numerator_ == 0) return a;
  if (a.denominator_ == 1 || b.denominator_ == 1) {
    const Exact& fraction = a.denominator_ == 1 ? b : a;
    const Exact& integer = a.denominator_ == 1 ? a : b;
    int128 n = 0;
    if (product(integer.numerator_, fraction.denominator_, n) && !__builtin_add_overflow(n, fraction.numerator_, &n))
      return Exact(n, fraction.denominator_);
  }
  if (fits(a.denominator_) && fits(b.denominator_)) [[likely]] {
    // Most often one denominator is a multiple of the other: 20 and 10, 3 and 30.
    const bool a_is_wider = a.denominator_ > b.denominator_;
    const Exact& wide = a_is_wider ? a : b;
    const Exact& narrow = a_is_wider ? b : a;
    const auto d = static_cast<std::int64_t>(wide.denominator_), e = static_cast<std::int64_t>(narrow.denominator_);
    int128 n = 0;
    if (d % e == 0) {
      if (product(narrow.numerator_, d / e, n) && !__builtin_add_overflow(n, wide.numerator_, &n)) return Exact(n, d);
    } else if (d < (1 << 20) && e < (1 << 20)) {
      // Small denominators may grow a little: cheaper than finding what they share.
      int128 m = 0;
      if (product(narrow.numerator_, d, n) && product(wide.numerator_, e, m) && !__builtin_add_overflow(n, m, &n)) return Exact(n, d * e);
    }
  }
  const int128 divisor = common_divisor(a.denominator_, b.denominator_);
  const int128 widen_a = b.denominator_ / divisor, widen_b = a.denominator_ / divisor;
  int128 x = 0, y = 0, n = 0, d = 0;
  if (product(a.numerator_, widen_a, x) && product(b.numerator_, widen_b, y) && product(a.denominator_, widen_a, d) &&
      !__builtin_add_overflow(x, y, &n))
    return Exact(n, d);
  const Fraction held = wide_sum({a.numerator_, a.denominator_}, widen_a, {b.numerator_, b.denominator_}, widen_b);
  return Exact(held.numerator, held.denominator);
}

Exact Exact::difference_of_unlike(const Exact& a, const Exact& b) noexcept {
  if (fits(a.numerator_) && fits(b.numerator_) && fits(a.denominator_) && fits(b.denominator_)) [[likely]] {
    const auto n = static_cast<std::int64_t>(a.numerator_), m = static_cast<std::int64_t>(b.numerator_);
    const auto d = static_cast<std::int64_t>(a.denominator_), e = static_cast<std::int64_t>(b.denominator_);
    if (e == 1 && n != 0) return Exact(n - int128{m} * d, d);
    if (d == 1 && m != 0) return Exact(int128{n} * e - m, e);
  }
  if (b.numerator_ != lowest) return sum_of_unlike(a, Exact(-b.numerator_, b.denominator_));
  if (a.out_of_range()) return beyond();
  const Fraction held = wide_difference({a.numerator_, a.denominator_}, {b.numerator_, b.denominator_});
  return Exact(held.numerator, held.denominator);
}

std::strong_ordering Exact::compare_wide(const Exact& a, const Exact& b) noexcept {
  int128 left = 0, right = 0;
  if (product(a.numerator_, b.denominator_, left) && product(b.numerator_, a.denominator_, right)) return left <=> right;
  return (Wide(a.numerator_) * b.denominator_).compare(Wide(b.numerator_) * a.denominator_) <=> 0;
}

Exact Exact::product_and_sum(const Exact& a, const Exact& b, const Exact& c) noexcept {
  const Exact product = a * b, result = product + c;
  if (!result.out_of_range() || a.out_of_range() || b.out_of_range() || c.out_of_range()) return result;
  const Wide denominator = Wide(a.denominator_) * b.denominator_;
  const Fraction held =
      fleks::reduced(Wide(a.numerator_) * b.numerator_ * c.denominator_ + denominator * c.numerator_, denominator * c.denominator_);
  return Exact(held.numerator, held.denominator);
}

std::string to_kroner_text(const Exact& oere) { return decimals_of(oere, 100, 2, 2); }
std::string to_text(const Exact& number, int decimals) { return decimals_of(number, 1, 0, decimals); }

std::string to_fraction_text(const Exact& number) {
  if (number.out_of_range()) return "?";
  const Exact reduced = number.reduced();
  const bool negative = reduced.numerator() < 0;
  std::string text = (negative ? "-" : "") + digits_of(negative ? -reduced.numerator() : reduced.numerator());
  if (reduced.denominator() != 1) text += "/" + digits_of(reduced.denominator());
  return text;
}

}  // namespace fleks
