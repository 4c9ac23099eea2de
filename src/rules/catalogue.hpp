#pragma once

#include <cstddef>

#include <fleks/rules/rule.hpp>

namespace fleks {

/// The place of a period among all periods of all rules, which is the place of its words.
[[nodiscard]] std::size_t place_of(const RuleInfo& period) noexcept;

}  // namespace fleks
