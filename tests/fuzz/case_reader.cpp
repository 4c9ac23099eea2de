#include <cstddef>
#include <cstdint>
#include <string_view>

#include <fleks/analysis/correction.hpp>
#include <fleks/facts/case.hpp>
#include <fleks/words/case.hpp>
#include <fleks/words/message.hpp>

// libFuzzer: any bytes are a case, or errors with words; a case that is read can be computed, corrected and told.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const fleks::RateTable rates = fleks::RateTable::embedded();
  const auto reading = fleks::read_case({reinterpret_cast<const char*>(data), size});
  for (const fleks::Error& e : reading.errors) (void)fleks::message(e, fleks::Language::danish);
  if (!reading.good()) return 0;
  const fleks::Case& c = reading.facts;
  const fleks::Month last = std::min(c.last, c.first + std::chrono::months{3});
  const auto statement = fleks::case_statement(c, rates, {.last = last, .explained = true});
  if (statement) (void)fleks::breakdown(c, *statement, rates, fleks::Language::danish, true);
  if (c.last - c.first < std::chrono::months{12})
    if (const auto corrected = fleks::correction(c, rates, c.first)) (void)fleks::breakdown(c, *corrected, fleks::Language::english);
  return 0;
}
