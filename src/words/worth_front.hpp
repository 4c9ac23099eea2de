#pragma once

#include <string>
#include <vector>

#include <fleks/words/worth_in_words.hpp>

namespace fleks {

/// The whole course of a curve in plain sentences, one paragraph an element: what an hour gives and where it stops, why, where
/// less is left than before, and where most is. From the exact curve, so that the steps of the rows do not change it.
[[nodiscard]] std::vector<std::string> worth_front(const WorthOfHours& worth, Language language);

/// A place of the curve, to a tenth of an hour or to the øre of a wage. Example: `18,9 timer`, `204,96 kr. i timen`.
[[nodiscard]] std::string place_in_words(const Exact& at, bool over_wage, Language language);

/// Before and after a kink: what an hour more a week, or a krone more an hour, gives a month.
[[nodiscard]] std::string slopes_in_words(const Kink& kink, bool over_wage, Language language);

}  // namespace fleks
