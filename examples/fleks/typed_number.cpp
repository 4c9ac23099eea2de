#include <algorithm>
#include <charconv>
#include <optional>
#include <string>
#include <string_view>

#include "sheet_cells.hpp"

// A number as a spreadsheet keeps it, by its digits alone.

namespace program {

using namespace fleks;

namespace {

/// As long as what a cell can hold.
constexpr std::size_t longest_text = 32'767;

/// A number by its digits; the point stands after `whole` of them, which may be fewer than none or more than all.
struct Digits {
  std::string all{};
  int whole = 0;
  bool negative = false;

  /// Without the zeros before and after, and with at most so many digits.
  void shorten(std::size_t most) {
    const auto zeros = std::min(all.find_first_not_of('0'), all.size());
    all.erase(0, zeros);
    whole -= static_cast<int>(zeros);
    if (all.size() > most) {
      const bool up = all[most] >= '5';
      all.resize(most);
      if (up) add_one();
    }
    while (!all.empty() && all.back() == '0') all.pop_back();
  }

 private:
  /// One more in the last digit.
  void add_one() {
    for (std::size_t i = all.size(); i-- > 0; all[i] = '0')
      if (all[i] != '9') {
        ++all[i];
        return;
      }
    all.insert(all.begin(), '1');
    ++whole;
  }
};

/// `1.56E4`, `15600.37`; nothing where it is none.
std::optional<Digits> digits_of(std::string_view text) {
  constexpr int most_exponent = 400;
  Digits digits;
  digits.negative = text.starts_with('-');
  if (digits.negative) text.remove_prefix(1);
  const std::size_t power = std::min(text.find_first_of("Ee"), text.size());
  const std::string_view plain = text.substr(0, power);
  const std::size_t point = std::min(plain.find('.'), plain.size());
  digits.all = std::string(plain.substr(0, point)) + std::string(plain.substr(std::min(point + 1, plain.size())));
  if (digits.all.empty() || digits.all.size() > longest_text || digits.all.find_first_not_of("0123456789") != std::string::npos)
    return std::nullopt;
  digits.whole = static_cast<int>(point);
  if (power == text.size()) return digits;
  std::string_view by = text.substr(power + 1);
  if (by.starts_with('+')) by.remove_prefix(1);
  int exponent = 0;
  const auto [end, wrong] = std::from_chars(by.data(), by.data() + by.size(), exponent);
  if (wrong != std::errc{} || end != by.data() + by.size() || exponent > most_exponent || exponent < -most_exponent) return std::nullopt;
  digits.whole += exponent;
  return digits;
}

}  // namespace

Result<std::string> typed_number(std::string_view written) {
  constexpr int typed_digits = 15;
  const auto wrong = [&](ErrorCode code) {
    return Error{.code = code, .given = std::string(written.substr(0, 60)), .allowed = Form::amount};
  };
  auto digits = digits_of(written);
  if (!digits) return wrong(ErrorCode::not_a_number);
  digits->shorten(typed_digits);
  const std::string& all = digits->all;
  if (all.empty()) return std::string("0");
  if (digits->negative) return wrong(ErrorCode::negative);
  if (digits->whole > typed_digits) return wrong(ErrorCode::too_large);
  if (digits->whole <= 0) return "0." + std::string(static_cast<std::size_t>(-digits->whole), '0') + all;
  const auto whole = static_cast<std::size_t>(digits->whole);
  if (whole >= all.size()) return all + std::string(whole - all.size(), '0');
  return all.substr(0, whole) + "." + all.substr(whole);
}

}  // namespace program
