#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace fleks {

/// The language of words made for people. Danish is the law's own.
enum class Language : std::uint8_t { danish, english };

/// `da` or `en`, else nothing.
[[nodiscard]] constexpr std::optional<Language> language(std::string_view code) noexcept {
  if (code == "da") return Language::danish;
  if (code == "en") return Language::english;
  return std::nullopt;
}

}  // namespace fleks
