#include <fleks/values/hours.hpp>
#include <fleks/values/money.hpp>
#include <fleks/values/percent.hpp>

#include "text/decimal.hpp"

namespace fleks {
namespace {

template <class T>
Result<T> parsed(std::string_view text, int decimals, std::int64_t most, T (*make)(std::int64_t)) {
  auto count = parse_decimal(text, decimals, most);
  if (!count) return std::move(count).error();
  return make(*count);
}

}  // namespace

MoneyOverflow::MoneyOverflow() : std::overflow_error("fleks: an amount of money left the range of 64-bit oere") {}

void MoneyOverflow::raise() { throw MoneyOverflow(); }

Result<Money> Money::parse(std::string_view text) { return parsed<Money>(text, 2, largest_amount.in_oere(), Money::oere); }

Result<Percent> Percent::parse(std::string_view text) { return parsed<Percent>(text, 4, whole(100).ten_thousandths(), of_ten_thousandths); }

Result<Hours> Hours::parse(std::string_view text, Hours most) { return parsed<Hours>(text, 4, most.ten_thousandths(), of_ten_thousandths); }

Result<Days> Days::parse(std::string_view text, Days most) { return parsed<Days>(text, 4, most.ten_thousandths(), of_ten_thousandths); }

std::string to_text(Money amount) { return decimal_text(amount.in_oere(), 2, 2); }
std::string to_text(Percent percent) { return decimal_text(percent.ten_thousandths(), 4, 0); }
std::string to_text(Hours hours) { return decimal_text(hours.ten_thousandths(), 4, 0); }
std::string to_text(Days days) { return decimal_text(days.ten_thousandths(), 4, 0); }

}  // namespace fleks
