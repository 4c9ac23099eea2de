#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include <fleks/errors/error.hpp>
#include <fleks/words/language.hpp>

namespace fleks {

/// Who is told what is wrong: the program's user, who knows a fact as an option (`--am-income`), or a caller of the C
/// interface, who knows it as a member in whole øre (`am_income`).
enum class SaidTo : std::uint8_t { user, caller };

/// An error in words: the line where there is one, the field, what was given, and what is allowed.
///
/// One sentence or two, without a line break; what was given is shown so that a terminal cannot be misled by it.
/// Example: `message(Money::parse("1e4").error().in("--am-income"), Language::english)` is
/// `--am-income: "1e4" is not a number. Allowed: 0 to 100,000,000, as 15600, 15600.00 or 15.600,00.`
[[nodiscard]] std::string message(const Error& error, Language language, SaidTo reader = SaidTo::user);

/// What a fact is called by the reader. Example: `--am-income` is `am_income` to a caller; `wages[3].to` stays.
[[nodiscard]] std::string fact_name(std::string_view field, SaidTo reader);

}  // namespace fleks
