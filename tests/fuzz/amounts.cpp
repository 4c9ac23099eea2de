#include "check.hpp"

#include <fleks/values/exact.hpp>
#include <fleks/values/hours.hpp>
#include <fleks/values/money.hpp>
#include <fleks/values/percent.hpp>
#include <fleks/words/amounts.hpp>

#include <array>
#include <cstring>
#include <optional>

// Any text as kroner, percentage, hours and days: read as it is written, or an error; and any fraction written and
// rounded.

namespace {

using namespace fleks;
using fuzz::must;

/// Plain digits with at most `decimals` after a mark, read in the dullest way; nothing for any other text.
std::optional<std::int64_t> dull(std::string_view text, int decimals) {
  std::int64_t count = 0;
  int after = -1, digits = 0;
  for (const char c : text) {
    if (c == '.' || c == ',') {
      if (after >= 0 || digits == 0) return std::nullopt;
      after = 0;
      continue;
    }
    if (c < '0' || c > '9' || ++digits > 13) return std::nullopt;
    if (after >= 0 && ++after > decimals) return std::nullopt;
    count = count * 10 + (c - '0');
  }
  if (digits == 0 || after == 0) return std::nullopt;
  for (int i = std::max(after, 0); i < decimals; ++i) count *= 10;
  return count;
}

template <class T, class Parse, class Count>
void one_reader(std::string_view text, int decimals, std::int64_t most, Parse parse, Count count) {
  const Result<T> read = parse(text);
  const auto plain = dull(text, decimals);
  if (plain) must(read.has_value() == (*plain <= most), "plain digits are read when they are in range", text);
  if (!read) {
    fuzz::must_have_words(read.error());
    must(text.empty() || !read.error().given.empty(), "an error shows what was given", text);
    must(read.error().allowed != Allowed{}, "an error says what is allowed", text);
    return;
  }
  must(count(*read) >= 0 && count(*read) <= most, "what is read is in range", text);
  if (plain) must(*plain == count(*read), "plain digits are what they say", text);
  const Result<T> again = parse(std::string_view(to_text(*read)));
  must(again.has_value() && *again == *read, "what is read and written reads the same", text);
}

Exact half(const Exact& x) { return x / Exact::whole(2); }

void one_fraction(std::string_view bytes) {
  std::array<std::int64_t, 2> numbers{1, 1};
  std::memcpy(numbers.data(), bytes.data(), std::min(sizeof numbers, bytes.size()));
  // Below 2^62, so that the checks themselves stay exact.
  const std::int64_t n = numbers[0] >> 2, d = (numbers[1] & 0x3FFF'FFFF'FFFF'FFFF) | 1;
  const Exact x = Exact::ratio(n, d);
  must(x * Exact::whole(d) == Exact::whole(n), "a fraction times its denominator is its numerator");
  const auto down = x.rounded(Rounding::down), up = x.rounded(Rounding::up), near = x.rounded(Rounding::half_up);
  must(down && up && near, "a fraction of 64 bits can be rounded");
  must(Exact::whole(*down) <= x && x <= Exact::whole(*up) && *up - *down <= 1, "rounded down and up hold it between them");
  must(*near == *down || *near == *up, "rounded to the nearest is one of them");
  const Exact away = x - Exact::whole(*near);
  must(away < half(Exact::whole(1)) && -away <= half(Exact::whole(1)), "half up is the nearest, a tie upwards");
  must(x.rounded(Rounding::never).has_value() == (*down == *up), "only what is whole passes never");
  const std::string fraction = to_fraction_text(x);
  must(fraction.find('/') != std::string::npos || *down == *up, "a fraction shows its denominator", fraction);
  const std::string kroner_text = to_kroner_text(x);
  must(kroner_text.find('.') != std::string::npos, "kroner have decimals", kroner_text);
  if (n >= 0 && *down == *up && *down <= largest_amount.in_oere())
    must(Money::parse(kroner_text).value() == Money::oere(*down), "whole oere read as they are written", kroner_text);
}

}  // namespace

void fuzz_one(std::string_view input) {
  one_reader<Money>(
      input, 2, largest_amount.in_oere(), [](auto t) { return Money::parse(t); }, [](Money m) { return m.in_oere(); });
  one_reader<Percent>(
      input, 4, 1'000'000, [](auto t) { return Percent::parse(t); }, [](Percent p) { return p.ten_thousandths(); });
  one_reader<Hours>(
      input, 4, hours_in_a_month.ten_thousandths(), [](auto t) { return Hours::parse(t, hours_in_a_month); },
      [](Hours h) { return h.ten_thousandths(); });
  one_reader<Days>(
      input, 4, 310'000, [](auto t) { return Days::parse(t, Days::whole(31)); }, [](Days d) { return d.ten_thousandths(); });
  if (const auto money = Money::parse(input))
    must(Money::parse(amount(*money, Language::danish)).value() == *money, "an amount in Danish reads the same", input);
  one_fraction(input);
}
