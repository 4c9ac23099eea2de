#include <fleks/values/exact.hpp>

#include <algorithm>

namespace fleks {
namespace {

/// The digits of a number that is not negative.
std::string digits_of(int128 value) {
  if (value == 0) return "0";
  std::string text;
  for (; value != 0; value /= 10) text += static_cast<char>('0' + static_cast<int>(value % 10));
  std::reverse(text.begin(), text.end());
  return text;
}

/// How many decimals a reduced fraction has, or -1 when they never end.
int decimals_needed(int128 denominator) {
  int twos = 0, fives = 0;
  for (; denominator % 2 == 0; denominator /= 2) ++twos;
  for (; denominator % 5 == 0; denominator /= 5) ++fives;
  return denominator == 1 ? std::max(twos, fives) : -1;
}

// Long division, digit by digit: no product can leave the range.
std::string all_decimals(const Exact& value, int least, int otherwise) {
  if (value.out_of_range()) return "?";
  const Exact reduced = value.reduced();
  // Ten times the rest of a division by it has to fit in the long division below.
  const int128 widest = (int128{1} << 126) / 10;
  const int needed = reduced.denominator() <= widest ? decimals_needed(reduced.denominator()) : -1;
  if (needed < 0) {
    Exact scale = Exact::whole(1);
    for (int i = 0; i < otherwise; ++i) scale = scale * Exact::whole(10);
    const Exact scaled = reduced * scale;
    if (scaled.out_of_range()) return "?";
    return all_decimals(scaled.whole_part_exact(Rounding::half_up) / scale, otherwise, otherwise);
  }
  const bool negative = reduced.numerator() < 0;
  const int128 n = negative ? -reduced.numerator() : reduced.numerator(), d = reduced.denominator();
  std::string text = (negative ? "-" : "") + digits_of(n / d);
  int128 rest = n % d;
  const int places = std::max(needed, least);
  if (places > 0) text += '.';
  for (int i = 0; i < places; ++i) {
    const int128 digit = (rest * 10) / d;
    text += static_cast<char>('0' + static_cast<int>(digit));
    rest = (rest * 10) % d;
  }
  return text;
}

}  // namespace

std::string to_kroner_text(const Exact& oere) { return all_decimals(oere * Exact::ratio(1, 100), 2, 2); }
std::string to_text(const Exact& number, int decimals) { return all_decimals(number, 0, decimals); }

std::string to_fraction_text(const Exact& number) {
  if (number.out_of_range()) return "?";
  const Exact reduced = number.reduced();
  const bool negative = reduced.numerator() < 0;
  std::string text = (negative ? "-" : "") + digits_of(negative ? -reduced.numerator() : reduced.numerator());
  if (reduced.denominator() != 1) text += "/" + digits_of(reduced.denominator());
  return text;
}

}  // namespace fleks
