#pragma once

#include <string>
#include <string_view>

namespace said {

inline std::string on_one_line(std::string_view text) {
  std::string out;
  for (const char c : text)
    if (c != '\n' && c != ' ')
      out += c;
    else if (!out.ends_with(' '))
      out += ' ';
  return out;
}

/// Whether the text says so, wherever its lines break.
inline bool has(std::string_view text, std::string_view part) { return on_one_line(text).find(on_one_line(part)) != std::string::npos; }

}  // namespace said
