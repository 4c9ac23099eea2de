#include "text/decimal.hpp"

#include <algorithm>

namespace fleks {
namespace {

bool all_digits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// Digits with a dot before each three of them: "1.234.567".
bool thousands_dotted(std::string_view text) {
  for (bool first = true;; first = false) {
    const std::string_view group = text.substr(0, text.find('.'));
    if (!all_digits(group) || group.size() > 3 || (!first && group.size() != 3)) return false;
    if (group.size() == text.size()) return true;
    text.remove_prefix(group.size() + 1);
  }
}

Error wrong(ErrorCode code, std::string_view text, int decimals, std::int64_t most) {
  // A line of nonsense is shown by its beginning.
  std::string given(text.substr(0, 60));
  if (text.size() > 60) given += "...";
  const LimitUnit unit = decimals == 0 ? LimitUnit::count : decimals == 2 ? LimitUnit::oere : LimitUnit::ten_thousandths;
  return Error{.code = code, .given = std::move(given), .allowed = Range{Limit{unit, 0}, Limit{unit, most}}};
}

}  // namespace

Result<std::int64_t> parse_decimal(std::string_view text, int decimals, std::int64_t most) {
  const auto fail = [&](ErrorCode code) { return wrong(code, text, decimals, most); };
  if (text.empty()) return fail(ErrorCode::empty);
  const bool negative = text.front() == '-';
  const std::string_view body = negative ? text.substr(1) : text;
  if (!std::all_of(body.begin(), body.end(), [](char c) { return (c >= '0' && c <= '9') || c == '.' || c == ','; }))
    return fail(ErrorCode::not_a_number);

  const auto comma = body.find(',');
  const bool danish = comma != std::string_view::npos;
  const auto mark = danish ? comma : body.find('.');
  const std::string_view left = body.substr(0, mark);
  const bool has_fraction = mark != std::string_view::npos;
  const std::string_view fraction = has_fraction ? body.substr(mark + 1) : std::string_view{};
  if (has_fraction && fraction.find_first_of(".,") != std::string_view::npos) return fail(ErrorCode::contradicting_marks);

  std::string digits(left);
  if (danish && left.find('.') != std::string_view::npos) {
    if (!thousands_dotted(left)) return fail(ErrorCode::contradicting_marks);
    std::erase(digits, '.');
  }
  if (!all_digits(digits)) return fail(ErrorCode::not_a_number);
  if (has_fraction && !all_digits(fraction)) return fail(ErrorCode::not_a_number);
  if (fraction.size() > static_cast<std::size_t>(decimals)) return fail(ErrorCode::too_many_decimals);
  digits += fraction;
  digits.append(static_cast<std::size_t>(decimals) - fraction.size(), '0');

  std::int64_t count = 0;
  for (const char c : digits) {
    if (__builtin_mul_overflow(count, std::int64_t{10}, &count) || __builtin_add_overflow(count, std::int64_t{c - '0'}, &count))
      return fail(negative ? ErrorCode::negative : ErrorCode::too_large);
  }
  if (negative && count != 0) return fail(ErrorCode::negative);
  if (negative) return fail(ErrorCode::not_a_number);
  if (count > most) return fail(ErrorCode::too_large);
  return count;
}

std::string decimal_text(std::int64_t count, int decimals, int least) {
  const bool negative = count < 0;
  std::string digits = std::to_string(negative ? -static_cast<std::uint64_t>(count) : static_cast<std::uint64_t>(count));
  const auto places = static_cast<std::size_t>(decimals);
  if (digits.size() <= places) digits.insert(0, places + 1 - digits.size(), '0');
  std::string fraction = digits.substr(digits.size() - places);
  digits.resize(digits.size() - places);
  while (fraction.size() > static_cast<std::size_t>(least) && fraction.back() == '0') fraction.pop_back();
  return (negative ? "-" : "") + digits + (fraction.empty() ? "" : "." + fraction);
}

}  // namespace fleks
