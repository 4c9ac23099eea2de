#pragma once

#include <algorithm>
#include <sstream>
#include <string>
#include <string_view>

#include <fleks/words/padding.hpp>

namespace lix {

/// Words a sentence, and a hundred times the share of words of more than six letters; figures are words, and never long ones.
inline std::size_t of(const std::string& text) {
  std::istringstream in(text);
  std::size_t words = 0, sentences = 0, long_words = 0;
  for (std::string word; in >> word;) {
    const auto is_figure = [](const std::string& w) { return w[0] >= '0' && w[0] <= '9'; };
    const bool ends = word.ends_with('.') || word.ends_with('?') || word.ends_with(':');
    while (!word.empty() && std::string_view(".,:;?()-»«").find(word.back()) != std::string_view::npos) word.pop_back();
    if (word.empty()) continue;
    ++words;
    if (fleks::letters(word) > 6 && !is_figure(word)) ++long_words;
    // An abbreviation ends a sentence where a capital follows it.
    const bool abbreviation = word == "kr" || word == "pct" || word == "ca" || word == "nr" || word == "stk";
    in >> std::ws;
    const int next = in.peek();
    const bool begins = next == std::char_traits<char>::eof() || (next >= 'A' && next <= 'Z') || next == 0xC3;
    if (ends && !is_figure(word) && (!abbreviation || begins)) ++sentences;
  }
  return words == 0 ? 0 : words / std::max<std::size_t>(sentences, 1) + 100 * long_words / words;
}

}  // namespace lix
