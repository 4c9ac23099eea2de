#pragma once

#include <string>

#include <fleks/errors/error.hpp>
#include <fleks/words/language.hpp>

namespace fleks {

/// An error in words: the line where there is one, the field, what was given, and what is allowed.
///
/// One sentence or two, without a line break; what was given is shown so that a terminal cannot be misled by it.
/// Example: `message(Money::parse("1e4").error().in("--am-income"), Language::english)` is
/// `--am-income: "1e4" is not a number. Allowed: 0 to 100,000,000, as 15600, 15600.00 or 15.600,00.`
[[nodiscard]] std::string message(const Error& error, Language language);

}  // namespace fleks
