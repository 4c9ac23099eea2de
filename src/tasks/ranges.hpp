#pragma once

#include <initializer_list>
#include <span>
#include <string>
#include <vector>

#include <fleks/analysis/bounds.hpp>

#include "tasks/task.hpp"

// `?` and `A..B` for facts that are not known.

namespace fleks::tasks {

/// The facts of a month, of ledighedsydelse and of hours that can be a range.
[[nodiscard]] std::span<const Fact> month_facts_in_ranges() noexcept;
[[nodiscard]] std::span<const Fact> benefit_facts_in_ranges() noexcept;
[[nodiscard]] std::span<const Fact> hours_facts_in_ranges() noexcept;

/// Takes the ranges out of the options: each such option is left with the least it may be, so that the rest can be read as it stands.
[[nodiscard]] std::vector<FactRange> take_ranges(Arguments& arguments, std::span<const Fact> facts);
/// What needs one amount, and cannot be with a range.
[[nodiscard]] Stop not_with_ranges(std::string_view option);
/// Stops at a range that is left after they are taken: of `choices` nothing lies between two values, of the rest there are no bounds.
void refuse_other_ranges(const Arguments& arguments, std::initializer_list<const char*> choices);
/// Stops at what cannot be with a range.
void refuse_with_ranges(const Arguments& arguments, std::initializer_list<const char*> options);

}  // namespace fleks::tasks
