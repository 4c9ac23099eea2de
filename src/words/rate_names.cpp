#include <iterator>

#include <fleks/words/amounts.hpp>

namespace fleks {
namespace {

struct RateWords {
  std::string_view danish, english;
};

#include "rate_words.inc"

static_assert(std::size(rate_words) == rate_key_count);

}  // namespace

std::string_view rate_name(RateKey key, Language language) noexcept {
  const RateWords& words = rate_words[static_cast<std::size_t>(key)];
  return language == Language::danish ? words.danish : words.english;
}

}  // namespace fleks
