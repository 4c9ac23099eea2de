#pragma once

#include <algorithm>
#include <string>
#include <string_view>

namespace fleks {

/// The length of the UTF-8 sequence that starts `text`, 1 to 4, or 0 when there is none.
[[nodiscard]] constexpr std::size_t utf8_length(std::string_view text) noexcept {
  const auto byte = [&](std::size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0u; };
  const unsigned first = byte(0), second = byte(1);
  const std::size_t length = first < 0x80                    ? 1
                             : first >= 0xC2 && first < 0xE0 ? 2
                             : (first & 0xF0) == 0xE0        ? 3
                             : first >= 0xF0 && first < 0xF5 ? 4
                                                             : 0;
  if (length > text.size()) return 0;
  for (std::size_t i = 1; i < length; ++i)
    if ((byte(i) & 0xC0) != 0x80) return 0;
  // Longer than needed, half of a UTF-16 pair, or beyond the last sign there is.
  if ((first == 0xE0 && second < 0xA0) || (first == 0xED && second >= 0xA0) || (first == 0xF0 && second < 0x90) ||
      (first == 0xF4 && second >= 0x90))
    return 0;
  return length;
}

/// Where `text` stops being text: the place of the first byte that is NUL or no UTF-8, or its size when all is well.
[[nodiscard]] constexpr std::size_t text_until(std::string_view text) noexcept {
  std::size_t at = 0;
  while (at < text.size() && text[at] != '\0')
    if (const std::size_t length = utf8_length(text.substr(at)); length != 0)
      at += length;
    else
      break;
  return at;
}

/// What stands about that byte on its line, to be shown.
[[nodiscard]] inline std::string text_about(std::string_view text, std::size_t at) {
  std::size_t from = at - std::min<std::size_t>(at, 12);
  if (const auto line = text.substr(from, at - from).rfind('\n'); line != std::string_view::npos) from += line + 1;
  while (from < at && (static_cast<unsigned char>(text[from]) & 0xC0) == 0x80) ++from;
  return std::string(text.substr(from, at - from + 12));
}

}  // namespace fleks
