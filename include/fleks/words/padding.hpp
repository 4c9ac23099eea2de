#pragma once

#include <string>
#include <string_view>

namespace fleks {

/// How many letters a UTF-8 text has, for texts in columns. Example: `løn` has three.
[[nodiscard]] std::size_t letters(std::string_view text) noexcept;
/// The text with spaces after it to so many letters; a longer one stays.
[[nodiscard]] std::string padded(std::string text, std::size_t letters);
/// The text with spaces before it.
[[nodiscard]] std::string padded_left(std::string text, std::size_t letters);

}  // namespace fleks
