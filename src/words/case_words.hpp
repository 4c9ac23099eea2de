#pragma once

#include <string>
#include <vector>

#include <fleks/history/case_statement.hpp>

#include "words/say.hpp"
#include "words/steps_json.hpp"

// What the statement of a case and its correction say alike.

namespace fleks {

inline constexpr std::size_t case_columns = 100;

[[nodiscard]] std::string heading(const Case& c, const Say& say);
/// What a month lacks, as a sentence.
[[nodiscard]] std::string missing_fact(const Case& c, const MissingFact& missing, const Say& say);
/// Each fact once.
[[nodiscard]] Json facts_json(const Case& c, const std::vector<FactUsed>& facts, Language language);

}  // namespace fleks
