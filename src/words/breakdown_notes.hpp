#pragma once

#include <cstddef>
#include <string>

#include <fleks/words/explanation.hpp>
#include <fleks/words/message.hpp>

namespace fleks {

/// What stands below a month's calculation: its rules and rates, the choices that it rests on, and what was not given.
[[nodiscard]] std::string notes_below(const Explained<MonthStatement>& month, Language language, const Reader& reader);

}  // namespace fleks
