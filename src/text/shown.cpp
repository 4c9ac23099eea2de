#include <fleks/text/shown.hpp>

#include <array>
#include <cstdint>

#include "text/shown_json.hpp"
#include "text/utf8.hpp"

namespace fleks {
namespace {

struct Letters {
  std::uint32_t first, last;
};
// What is no letter on a line: control characters, marks and overrides of direction, separators of lines and paragraphs.
constexpr std::array<Letters, 8> unshown{
    {{0x00, 0x1F}, {0x7F, 0x9F}, {0x61C, 0x61C}, {0x200E, 0x200F}, {0x2028, 0x202E}, {0x2066, 0x2069}, {0xFEFF, 0xFEFF}, {0xFFF9, 0xFFFB}}};

/// The letter of a sequence of UTF-8.
std::uint32_t letter(std::string_view sequence) {
  const auto first = static_cast<unsigned char>(sequence.front());
  if (sequence.size() == 1) return first;
  std::uint32_t value = first & (0x7FU >> sequence.size());
  for (const char c : sequence.substr(1)) value = value << 6 | (static_cast<unsigned char>(c) & 0x3FU);
  return value;
}

bool is_shown(std::uint32_t letter) {
  for (const Letters& range : unshown)
    if (letter >= range.first && letter <= range.last) return false;
  return true;
}

void put_hex(std::string& out, std::uint32_t value, int digits) {
  for (int shift = 4 * (digits - 1); shift >= 0; shift -= 4) out += "0123456789abcdef"[value >> shift & 0xFU];
}

}  // namespace

std::string shown(std::string_view text, std::size_t most) {
  std::string out;
  for (std::size_t count = 0; !text.empty(); ++count) {
    if (count == most) return out + "...";
    const std::size_t length = utf8_length(text);
    if (length != 0 && is_shown(letter(text.substr(0, length)))) {
      out += text.substr(0, length);
      text.remove_prefix(length);
      continue;
    }
    for (const char byte : text.substr(0, length == 0 ? 1 : length)) {
      out += "\\x";
      put_hex(out, static_cast<unsigned char>(byte), 2);
    }
    text.remove_prefix(length == 0 ? 1 : length);
  }
  return out;
}

std::string shown_json(std::string json) {
  std::string out;
  std::size_t kept = 0;
  for (std::size_t at = 0; at < json.size();) {
    const std::size_t length = utf8_length(std::string_view(json).substr(at));
    if (length < 2 && json[at] != 0x7F) {  // the writer of JSON has escaped the first of the control characters
      ++at;
      continue;
    }
    const std::uint32_t value = letter(std::string_view(json).substr(at, length));
    if (!is_shown(value)) {
      out.append(json, kept, at - kept).append("\\u");
      put_hex(out, value, 4);
      kept = at + length;
    }
    at += length;
  }
  if (kept == 0) return json;
  return out.append(json, kept);
}

}  // namespace fleks
