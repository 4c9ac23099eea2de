#pragma once

#include <string_view>

#include <fleks/rules/rule.hpp>

namespace fleks {

/// The ids of a rule's options, as rules.csv lists them, separated by spaces.
[[nodiscard]] std::string_view option_ids(Rule rule) noexcept;

}  // namespace fleks
