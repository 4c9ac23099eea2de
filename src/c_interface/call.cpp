#include "c_interface/call.hpp"

#include <exception>
#include <new>

#include <fleks/statement/batch.hpp>
#include <fleks/version.hpp>
#include <fleks/words/message.hpp>

fleks_rates::fleks_rates(fleks::RateTable rates) : table(std::move(rates)), version(fleks::rates_version(table)) {}

namespace c_interface {
namespace {

static_assert(FLEKS_ERROR_EMPTY == static_cast<int>(ErrorCode::empty) + 1);
static_assert(FLEKS_ERROR_MISSING_FACT == static_cast<int>(ErrorCode::missing_fact) + 1);
static_assert(FLEKS_ERROR_RATE_IS_MISSING == static_cast<int>(ErrorCode::rate_is_missing) + 1);
static_assert(FLEKS_ERROR_MISSING_SOURCE == static_cast<int>(ErrorCode::missing_source) + 1);
static_assert(FLEKS_ERROR_BEGINS_BEFORE_2013 == static_cast<int>(ErrorCode::begins_before_2013) + 1);
static_assert(FLEKS_ERROR_NOT_JSON == static_cast<int>(ErrorCode::not_json) + 1);
static_assert(FLEKS_ERROR_CORRECTED_BEFORE_KNOWN == static_cast<int>(ErrorCode::corrected_before_known) + 1);
static_assert(FLEKS_ERROR_TOO_MANY == static_cast<int>(ErrorCode::too_many) + 1);
static_assert(FLEKS_NO_CEILING == fleks::no_ceiling && FLEKS_NOT_KNOWN == fleks::not_known);

std::int32_t say(fleks_error* error, const Refused& why) {
  if (error == nullptr) return why.code;
  const auto language = error->language == FLEKS_DANISH ? fleks::Language::danish : fleks::Language::english;
  if (why.code < 0)
    return c_interface::say(error, why.code, why.error.field, why.error.given,
                            why.error.field + ": " + (error->language == FLEKS_DANISH ? why.danish : why.english));
  // A fact of a struct is named and counted as its member; what stands in a file, as it is written there.
  const bool of_a_rate = why.error.code == ErrorCode::no_rate || why.error.code == ErrorCode::rate_is_missing;
  const auto reader = of_a_rate || why.error.field.starts_with("--") ? fleks::SaidTo::caller : fleks::SaidTo::user;
  c_interface::say(error, why.code, fleks::fact_name(why.error.field, reader), why.error.given,
                   fleks::message(why.error, language, reader));
  error->line = why.error.line;
  return why.code;
}

}  // namespace

void refuse(Error error) { throw Refused{.code = static_cast<std::int32_t>(error.code) + 1, .error = std::move(error)}; }
void refuse_call(std::int32_t code, const char* argument, std::string danish, std::string english) {
  throw Refused{.code = code, .error = {.field = argument}, .danish = std::move(danish), .english = std::move(english)};
}
void refuse_size(std::size_t size, std::size_t known, const char* argument) {
  refuse_call(FLEKS_BAD_CALL, argument, "størrelsen " + std::to_string(size) + " kendes ikke; den er " + std::to_string(known) + " her.",
              "the size " + std::to_string(size) + " is not known; it is " + std::to_string(known) + " here.");
}

void put(char* out, std::size_t room, std::string_view text) noexcept {
  std::size_t length = std::min(text.size(), room - 1);
  if (length < text.size())
    while (length > 0 && (static_cast<unsigned char>(text[length]) & 0xC0U) == 0x80U) --length;
  // A zero byte in what was given would hide the rest.
  std::replace_copy(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(length), out, '\0', ' ');
  out[length] = '\0';
}

bool is_known(const fleks_error* error) noexcept {
  return error == nullptr ||
         (error->size >= first_size<fleks_error> && (error->language == FLEKS_DANISH || error->language == FLEKS_ENGLISH));
}

std::int32_t say(fleks_error* error, std::int32_t code, std::string_view field, std::string_view value, std::string_view text) noexcept {
  if (error != nullptr) {
    error->code = code;
    error->row = -1;
    error->line = 0;
    put(error->field, field);
    put(error->value, value);
    put(error->text, text);
  }
  return code;
}

std::int32_t say_thrown(fleks_error* error) noexcept {
  try {
    try {
      throw;
    } catch (const Refused& why) {
      return say(error, why);
    }
  } catch (const std::bad_alloc&) {
    return say(error, FLEKS_NO_MEMORY, "", "",
               error != nullptr && error->language == FLEKS_DANISH ? "der er ikke mere hukommelse" : "out of memory");
  } catch (const std::exception& thrown) {
    return say(error, FLEKS_FAILED, "", "", thrown.what());
  } catch (...) {
    return say(error, FLEKS_FAILED, "", "", "unknown failure");
  }
}

void not_null(const void* pointer, const char* argument) {
  if (pointer == nullptr) refuse_call(FLEKS_BAD_CALL, argument, "må ikke være NULL.", "must not be NULL.");
}

const fleks::RateTable& table_of(const fleks_rates* rates) {
  not_null(rates, "rates");
  return rates->table;
}

}  // namespace c_interface

extern "C" {

std::int32_t fleks_interface_version(void) { return FLEKS_INTERFACE_VERSION; }
const char* fleks_version(void) { return fleks::library_version().data(); }

const char* fleks_text_data(const fleks_text* text) { return text == nullptr ? "" : text->text.c_str(); }
std::size_t fleks_text_size(const fleks_text* text) { return text == nullptr ? 0 : text->text.size(); }
void fleks_text_free(fleks_text* text) { delete text; }

}  // extern "C"
