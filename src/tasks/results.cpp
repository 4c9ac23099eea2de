#include "tasks/results.hpp"

#include <fleks/words/amounts.hpp>

namespace fleks::tasks {

int compare(std::optional<Money> expected, Money result, bool json, Language language, Output& out) {
  if (!expected) return 0;
  const bool danish = language == Language::danish;
  const Money difference = result - *expected;
  const std::string by = (difference > Money{} ? "+" : "") + kroner(difference, language);
  const std::string text =
      difference == Money{} ? (danish ? "Forventet " + kroner(*expected, language) + " og beregnet det samme.\n"
                                      : "Expected " + kroner(*expected, language) + " and computed the same.\n")
      : danish ? "Forventet " + kroner(*expected, language) + ", beregnet " + kroner(result, language) + ", forskel " + by + "\n"
               : "Expected " + kroner(*expected, language) + ", computed " + kroner(result, language) + ", difference " + by + "\n";
  if (!json)
    out.text += "\n" + text;
  else if (difference != Money{})
    out.note = "fleks: " + text;
  return difference == Money{} ? 0 : 1;
}

}  // namespace fleks::tasks
