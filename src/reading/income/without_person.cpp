#include <string>
#include <string_view>

#include <fleks/reading/income_register.hpp>

namespace fleks {

std::string without_person(std::string_view text, std::string_view number) {
  static constexpr std::string_view hidden = "**********";
  const auto digit = [&](std::size_t i) { return i < text.size() && text[i] >= '0' && text[i] <= '9'; };
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t digits = 0;
    while (digit(at + digits)) ++digits;
    if (digits == 0) {
      out += text[at++];
      continue;
    }
    std::string run(text.substr(at, digits));
    std::size_t size = digits;
    // Six digits, a mark, four digits.
    if (digits == 6 && at + 6 < text.size() && (text[at + 6] == '-' || text[at + 6] == ' ') && digit(at + 7) && digit(at + 8) &&
        digit(at + 9) && digit(at + 10) && !digit(at + 11)) {
      run += text.substr(at + 7, 4);
      size = 11;
    }
    if (number.empty()) {
      out += run.size() == 9 || run.size() == 10 ? hidden : text.substr(at, size);
    } else {
      std::string rest = run;
      const bool hyphen = size != digits && run == number;
      if (size != digits && !hyphen) {
        rest = std::string(text.substr(at, digits));
        size = digits;
      }
      // The number may stand inside a longer run, or without the zero in front of it.
      for (std::size_t found; !hyphen && (found = rest.find(number)) != std::string::npos;) rest.replace(found, number.size(), hidden);
      out += hyphen || (number.front() == '0' && rest == number.substr(1)) ? std::string(hidden) : rest;
    }
    at += size;
  }
  return out;
}

}  // namespace fleks
