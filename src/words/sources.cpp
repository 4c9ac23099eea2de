#include <algorithm>
#include <iterator>

#include <fleks/words/sources.hpp>

#include "words/rule_words.hpp"

namespace fleks {
namespace {

struct SourceWords {
  std::string_view english, danish;
};

#include "source_words.inc"

static_assert(std::is_sorted(std::begin(source_words), std::end(source_words),
                             [](const SourceWords& a, const SourceWords& b) { return a.english < b.english; }));

/// Its Danish where the table has it, else nothing.
const SourceWords* words_of(std::string_view text) noexcept {
  const auto* const found = std::lower_bound(std::begin(source_words), std::end(source_words), text,
                                             [](const SourceWords& words, std::string_view of) { return words.english < of; });
  return found != std::end(source_words) && found->english == text ? found : nullptr;
}

}  // namespace

std::string source_in_words(std::string_view text, Language language) {
  if (language != Language::danish) return std::string(text);
  if (const SourceWords* whole = words_of(text)) return cited(whole->danish);
  std::string said;
  for (std::size_t at = 0;;) {
    const std::size_t end = text.find("; ", at);
    const std::string_view piece = text.substr(at, end - at);
    const SourceWords* words = words_of(piece);
    said += words != nullptr ? words->danish : piece;
    if (end == std::string_view::npos) return cited(said);
    said += "; ";
    at = end + 2;
  }
}

}  // namespace fleks
