#pragma once

#include <string>
#include <string_view>

#include <fleks/words/language.hpp>

namespace fleks {

/// Where a rate or a municipal tax is from, or the note beside it: in Danish the words of the published table, each of the texts between
/// which it has `; ` for itself. Paragraphs are cited as Danish does (`§ 123, stk. 3`), addresses stand as they are, and so does what a
/// table of one's own says; English is the table's text unchanged, as in the machine formats. Example: `derived: 98 pct. of 21092, nearest
/// krone` is `udledt: 98 pct. af 21.092, nærmeste krone`.
[[nodiscard]] std::string source_in_words(std::string_view text, Language language);

}  // namespace fleks
