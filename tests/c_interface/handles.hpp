#pragma once

#include <fleks/fleks.h>

#include <memory>
#include <string>
#include <string_view>

// What the library allocates, freed at the end of its scope, and structs with their size set.

namespace c_interface {

using Rates = std::unique_ptr<fleks_rates, decltype(&fleks_rates_free)>;
using Text = std::unique_ptr<fleks_text, decltype(&fleks_text_free)>;

inline Rates embedded() { return {fleks_rates_embedded(), fleks_rates_free}; }
inline Text owned(fleks_text* text) { return {text, fleks_text_free}; }
inline std::string_view view(const Text& text) { return {fleks_text_data(text.get()), fleks_text_size(text.get())}; }

template <class Struct>
Struct sized() {
  Struct made{};
  made.size = sizeof made;
  return made;
}
inline fleks_error english() {
  auto error = sized<fleks_error>();
  error.language = FLEKS_ENGLISH;
  return error;
}

}  // namespace c_interface
