#pragma once

#include <string>

#include <fleks/rates/rate_table.hpp>
#include <fleks/rules/step.hpp>

#include "words/say.hpp"

namespace fleks {

/// The sentence of a step, without its rates; empty when the rule belongs to another topic. One function a topic;
/// `in_words` (explanation.cpp) asks each.
[[nodiscard]] std::string month_step(const Step& step, const RatesOnDate& rates, const Say& say);
[[nodiscard]] std::string case_step(const Step& step, const RatesOnDate& rates, const Say& say);
/// SKAT and BOLIG.
[[nodiscard]] std::string tax_step(const Step& step, const RatesOnDate& rates, const Say& say);

}  // namespace fleks
