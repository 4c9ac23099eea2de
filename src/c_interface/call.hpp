#pragma once

#include <fleks/fleks.h>

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <cstring>
#include <optional>
#include <string>
#include <string_view>

#include <fleks/errors/result.hpp>
#include <fleks/rates/rate_table.hpp>
#include <fleks/reading/reform.hpp>
#include <fleks/words/language.hpp>

// A call of the C interface: what stops it, and structs that grow. A struct grows at its end alone, so one of an older header is the
// beginning of ours; `size` says how much of it there is.

struct fleks_rates {
  explicit fleks_rates(fleks::RateTable rates);
  /// How many have it: it is freed by the last of them.
  mutable std::atomic<long> held{1};
  fleks::RateTable table;
  std::string version;
  std::optional<fleks::Reform> reform{};
};

struct fleks_text {
  std::string text;
};

namespace c_interface {

using fleks::Error;
using fleks::ErrorCode;

/// What stops a call: an error of the library, or one of the call itself (code below 0, with its two texts).
struct Refused {
  std::int32_t code = 0;
  Error error{};
  std::string danish{};
  std::string english{};
  bool in_text = false;  // what is wrong stands in a text that was given, not in a struct
};

[[noreturn]] void refuse(Error error);
/// The same of what stands in a text that was given.
[[noreturn]] void refuse_text(Error error);
[[noreturn]] void refuse_call(std::int32_t code, const char* argument, std::string danish, std::string english);
[[noreturn]] void refuse_size(std::size_t size, std::size_t known, const char* argument);

template <class T>
T or_refuse(fleks::Result<T> result) {
  if (!result) refuse(std::move(result).error());
  return *std::move(result);
}

/// As much of a text as there is room for, cut between characters, with a zero byte.
void put(char* out, std::size_t room, std::string_view text) noexcept;
template <std::size_t room>
void put(char (&out)[room], std::string_view text) noexcept {
  put(out, room, text);
}

/// Whether the error can be written to; NULL can be left.
bool is_known(const fleks_error* error) noexcept;
/// Fills in the error, if there is one: as much of it as the caller's header has.
std::int32_t say(fleks_error* error, std::int32_t code, std::string_view field, std::string_view value, std::string_view text) noexcept;
/// Says whatever is being thrown.
std::int32_t say_thrown(fleks_error* error) noexcept;

/// Runs `work`, and turns whatever it throws into the error.
template <class Work>
std::int32_t guarded(fleks_error* error, Work work) noexcept {
  if (!is_known(error)) return FLEKS_BAD_CALL;
  say(error, FLEKS_OK, "", "", "");
  try {
    work();
    return FLEKS_OK;
  } catch (...) {
    return say_thrown(error);
  }
}

template <class Make>
fleks_text* made(fleks_error* error, Make make) noexcept {
  fleks_text* text = nullptr;
  guarded(error, [&] { text = new fleks_text{make()}; });
  return text;
}

void not_null(const void* pointer, const char* argument);

/// What a struct was in the first header of this interface number: nothing shorter was ever compiled. For one that has grown it is the
/// place of the first member that was added.
template <class Struct>
inline constexpr std::size_t first_size = sizeof(Struct);
template <>
inline constexpr std::size_t first_size<fleks_error> = offsetof(fleks_error, least);
template <>
inline constexpr std::size_t first_size<fleks_statements> = offsetof(fleks_statements, status);
template <>
inline constexpr std::size_t first_size<fleks_months> = offsetof(fleks_months, ledighedsydelse);
template <>
inline constexpr std::size_t first_size<fleks_options> = offsetof(fleks_options, benefits_under_ceiling);
template <>
inline constexpr std::size_t first_size<fleks_month_facts> = offsetof(fleks_month_facts, job_from);
template <>
inline constexpr std::size_t first_size<fleks_case_asked> = offsetof(fleks_case_asked, amounts_only);

/// A struct that must be there, whole: what a caller's older header does not have is 0, as if it were not given. What is longer than ours
/// comes from a newer header, and must not say anything there.
template <class Struct>
Struct given(const Struct* pointer, const char* argument) {
  not_null(pointer, argument);
  const std::size_t size = pointer->size;
  if (size < first_size<Struct>) refuse_size(size, sizeof(Struct), argument);
  const char* bytes = reinterpret_cast<const char*>(pointer);
  if (size > sizeof(Struct) && std::any_of(bytes + sizeof(Struct), bytes + size, [](char byte) { return byte != 0; }))
    refuse_call(FLEKS_BAD_CALL, argument,
                "giver mere, end denne version af biblioteket kender (" + std::to_string(sizeof(Struct)) + " byte; " +
                    std::to_string(size) + " er givet).",
                "says more than this version of the library knows (" + std::to_string(sizeof(Struct)) + " bytes; " + std::to_string(size) +
                    " are given).");
  Struct whole{};
  std::memcpy(&whole, bytes, std::min(size, sizeof whole));
  whole.size = sizeof whole;
  return whole;
}

/// Refuses an element of results that the caller's header has longer or shorter than any of ours: what it has more would stay unsaid.
template <class Struct>
void known_element(std::size_t size, const char* argument) {
  if (size < first_size<Struct> || size > sizeof(Struct)) refuse_size(size, sizeof(Struct), argument);
}

/// Puts so many results into the caller's array, each as much as its header has of one; an array that is too short is refused.
template <class Struct, class Make>
void put_each(std::size_t many, Make make, void* array, std::size_t element, std::size_t capacity, std::size_t* count,
              const char* argument) {
  not_null(count, "count");
  *count = many;
  if (array == nullptr) return;
  known_element<Struct>(element, argument);
  if (capacity < many)
    refuse_call(FLEKS_NO_ROOM, "capacity", "der er plads til " + std::to_string(capacity) + ", og der er " + std::to_string(many) + ".",
                "there is room for " + std::to_string(capacity) + ", and there are " + std::to_string(many) + ".");
  for (std::size_t i = 0; i < many; ++i) {
    const Struct each = make(i);
    std::memcpy(static_cast<char*>(array) + i * element, &each, element);
  }
}

/// A struct of results: it is refused before anything is computed, and filled in when all of it is.
template <class Struct>
class Results {
 public:
  Results(Struct* pointer, const char* argument) : to_(pointer) {
    not_null(pointer, argument);
    known_element<Struct>(pointer->size, argument);
  }
  void are(Struct made) const noexcept {
    made.size = to_->size;
    std::memcpy(to_, &made, made.size);
  }

 private:
  Struct* to_;
};

const fleks::RateTable& table_of(const fleks_rates* rates);

}  // namespace c_interface
