#pragma once

#include <string>
#include <utility>

#include "words/format.hpp"

#include <fleks/words/language.hpp>

namespace fleks {

/// A sentence in the language asked for: both stand side by side where it is written, with the same arguments.
class Say {
 public:
  explicit Say(Language language) noexcept : language_(language) {}

  template <class... A>
  [[nodiscard]] std::string operator()(fmt::format_string<A...> danish, fmt::format_string<A...> english, A&&... arguments) const {
    return fmt::format(language_ == Language::danish ? danish : english, std::forward<A>(arguments)...);
  }
  /// The text itself, nothing filled in.
  [[nodiscard]] const char* text(const char* danish, const char* english) const noexcept {
    return language_ == Language::danish ? danish : english;
  }
  [[nodiscard]] Language language() const noexcept { return language_; }

 private:
  Language language_;
};

/// Ends a sentence with a full stop, unless an abbreviation has brought one.
[[nodiscard]] inline std::string sentence(std::string text) {
  if (!text.empty() && text.back() != '.') text += '.';
  return text;
}

}  // namespace fleks
