#pragma once

#include <cstdlib>
#include <iostream>
#include <string>
#include <string_view>

#include <fleks/errors/error.hpp>
#include <fleks/words/message.hpp>

#include "text/utf8.hpp"

// What every target asks of a reader, beside that it does not crash.

namespace fuzz {

/// A property that does not hold ends the program, and the fuzzer keeps the input.
inline void must(bool holds, std::string_view property, std::string_view seen = {}) {
  if (holds) return;
  std::cerr << "NOT SO: " << property << '\n' << seen << std::endl;
  std::abort();
}

/// An error names what it is about and has words in both languages: one line of UTF-8 without control characters.
inline void must_have_words(const fleks::Error& error) {
  for (const auto language : {fleks::Language::danish, fleks::Language::english}) {
    const std::string words = fleks::message(error, language);
    must(words.size() > 8 && words.size() < 4'000, "a message is a sentence", words);
    must(fleks::text_until(words) == words.size(), "a message is UTF-8", words);
    for (const char c : words) must(static_cast<unsigned char>(c) >= 0x20 && c != 0x7F, "a message is one line", words);
    must(words.back() == '.' || words.back() == '?' || words.ends_with("..."), "a message ends as a sentence", words);
  }
}

}  // namespace fuzz

/// A target: takes any bytes.
void fuzz_one(std::string_view input);

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  fuzz_one({reinterpret_cast<const char*>(data), size});
  return 0;
}
