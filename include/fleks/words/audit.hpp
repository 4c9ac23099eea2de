#pragma once

#include <string>
#include <string_view>

#include <fleks/analysis/audit.hpp>
#include <fleks/words/language.hpp>

namespace fleks {

/// What was done, as a clause. Example: `arbejdsgivers pensionsbidrag er ikke talt med i lønnen`.
[[nodiscard]] std::string_view in_words(Misreading misreading, Language language) noexcept;
/// What should have been done, as a sentence without its full stop.
[[nodiscard]] std::string_view remedy(Misreading misreading, Language language) noexcept;

/// The finding as a note to a colleague. Ends with a line break.
[[nodiscard]] std::string breakdown(const Explained<Audit>& found, Language language);
/// The finding as JSON: `month, due, paid, difference, verdict, explanations`, each explanation
/// `{misreadings, amount, exact, distance, text, remedy, rules, sources}`; `steps` are those of what is due. `verdict` is `right`, `wrong`,
/// or `right_by_other_reading` where the other reading of FLT-2 gives what was paid. Ends with a line break.
[[nodiscard]] std::string to_json(const Explained<Audit>& found, Language language);

}  // namespace fleks
