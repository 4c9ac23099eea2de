#pragma once

#include <string>

#include <fleks/statement/after_tax.hpp>
#include <fleks/words/language.hpp>

namespace fleks {

/// What is left of a month after tax, as lines to follow the month's breakdown: what is paid out, what the card takes, the
/// pay, both in hand, and what the year's own tax makes different. Ends with a line break.
[[nodiscard]] std::string breakdown(const Explained<AfterTax>& tax, Language language);

}  // namespace fleks
