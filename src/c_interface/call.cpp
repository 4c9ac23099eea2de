#include "c_interface/call.hpp"

#include <exception>
#include <new>

#include <fleks/statement/batch.hpp>
#include <fleks/version.hpp>
#include <fleks/words/message.hpp>

fleks_rates::fleks_rates(fleks::RateTable rates) : table(std::move(rates)), version(fleks::rates_version(table)) {}

namespace c_interface {
namespace {

/// The codes of this interface and of the library: the same numbers, every one of them.
constexpr std::pair<int, ErrorCode> error_codes[] = {
    {FLEKS_ERROR_EMPTY, ErrorCode::empty},
    {FLEKS_ERROR_NOT_A_NUMBER, ErrorCode::not_a_number},
    {FLEKS_ERROR_CONTRADICTING_MARKS, ErrorCode::contradicting_marks},
    {FLEKS_ERROR_TOO_MANY_DECIMALS, ErrorCode::too_many_decimals},
    {FLEKS_ERROR_NEGATIVE, ErrorCode::negative},
    {FLEKS_ERROR_TOO_LARGE, ErrorCode::too_large},
    {FLEKS_ERROR_OUT_OF_RANGE, ErrorCode::out_of_range},
    {FLEKS_ERROR_NO_SUCH_DATE, ErrorCode::no_such_date},
    {FLEKS_ERROR_NO_SUCH_CHOICE, ErrorCode::no_such_choice},
    {FLEKS_ERROR_MISSING_FACT, ErrorCode::missing_fact},
    {FLEKS_ERROR_EXCLUSIVE_FACTS, ErrorCode::exclusive_facts},
    {FLEKS_ERROR_PENSION_ABOVE_WAGE, ErrorCode::pension_above_wage},
    {FLEKS_ERROR_NO_RATE, ErrorCode::no_rate},
    {FLEKS_ERROR_RATE_IS_MISSING, ErrorCode::rate_is_missing},
    {FLEKS_ERROR_UNKNOWN_KEY, ErrorCode::unknown_key},
    {FLEKS_ERROR_UNKNOWN_OPTION, ErrorCode::unknown_option},
    {FLEKS_ERROR_UNKNOWN_MUNICIPALITY, ErrorCode::unknown_municipality},
    {FLEKS_ERROR_OVERLAP, ErrorCode::overlap},
    {FLEKS_ERROR_HOLE, ErrorCode::hole},
    {FLEKS_ERROR_DISORDER, ErrorCode::disorder},
    {FLEKS_ERROR_BAD_UNIT, ErrorCode::bad_unit},
    {FLEKS_ERROR_BAD_STATUS, ErrorCode::bad_status},
    {FLEKS_ERROR_MISSING_SOURCE, ErrorCode::missing_source},
    {FLEKS_ERROR_BAD_HEADER, ErrorCode::bad_header},
    {FLEKS_ERROR_BAD_ROW, ErrorCode::bad_row},
    {FLEKS_ERROR_CANNOT_READ, ErrorCode::cannot_read},
    {FLEKS_ERROR_CANNOT_WRITE, ErrorCode::cannot_write},
    {FLEKS_ERROR_TOO_PRECISE, ErrorCode::too_precise},
    {FLEKS_ERROR_NOT_EXACT, ErrorCode::not_exact},
    {FLEKS_ERROR_BEGINS_BEFORE_2013, ErrorCode::begins_before_2013},
    {FLEKS_ERROR_UNKNOWN_FIELD, ErrorCode::unknown_field},
    {FLEKS_ERROR_DUPLICATE, ErrorCode::duplicate},
    {FLEKS_ERROR_OVERLAPPING_PERIODS, ErrorCode::overlapping_periods},
    {FLEKS_ERROR_NOT_JSON, ErrorCode::not_json},
    {FLEKS_ERROR_WRONG_TYPE, ErrorCode::wrong_type},
    {FLEKS_ERROR_TOO_DEEP, ErrorCode::too_deep},
    {FLEKS_ERROR_OUTSIDE_EMPLOYMENT, ErrorCode::outside_employment},
    {FLEKS_ERROR_TOO_MANY_DAYS, ErrorCode::too_many_days},
    {FLEKS_ERROR_UNKNOWN_FACT, ErrorCode::unknown_fact},
    {FLEKS_ERROR_CORRECTED_BEFORE_KNOWN, ErrorCode::corrected_before_known},
    {FLEKS_ERROR_NOT_TEXT, ErrorCode::not_text},
    {FLEKS_ERROR_RECORD_TOO_LONG, ErrorCode::record_too_long},
    {FLEKS_ERROR_TOO_MANY, ErrorCode::too_many},
};
static_assert(std::size(error_codes) == static_cast<std::size_t>(ErrorCode::too_many));
static_assert(std::ranges::all_of(error_codes, [next = 0](const auto& pair) mutable {
  return ++next == pair.first && next == static_cast<int>(pair.second);
}));

/// To whom an error is told: a fact has the name of its member, and numbers are whole counts; what stands in a text, as it is written
/// there.
constexpr fleks::Reader of_a_call{.gives_numbers = true, .rates_danish = "fleks_rates_extended", .rates_english = "fleks_rates_extended"};
constexpr fleks::Reader of_a_text{.rates_danish = "fleks_rates_extended", .rates_english = "fleks_rates_extended"};

static_assert(FLEKS_NO_CEILING == fleks::no_ceiling && FLEKS_NOT_KNOWN == fleks::not_known);

/// The numbers between which a value is allowed, where the caller's header has room for them.
void limit(fleks_error& error, std::int64_t least, std::int64_t most) noexcept {
  if (error.size >= offsetof(fleks_error, most) + sizeof error.most) {
    error.least = least;
    error.most = most;
  }
}
void limit(fleks_error& error, const fleks::Allowed& allowed) noexcept {
  if (const auto* range = std::get_if<fleks::Range>(&allowed)) limit(error, range->least.value, range->most.value);
  if (const auto* least = std::get_if<fleks::AtLeast>(&allowed)) limit(error, least->least.value, INT64_MAX);
  if (const auto* most = std::get_if<fleks::AtMost>(&allowed)) limit(error, INT64_MIN, most->most.value);
  if (const auto* one = std::get_if<fleks::Exactly>(&allowed)) limit(error, one->value.value, one->value.value);
  if (const auto* above = std::get_if<fleks::Above>(&allowed))
    limit(error, above->bound.value + 1, above->most ? above->most->value : INT64_MAX);
}

std::int32_t say(fleks_error* error, const Refused& why) {
  if (error == nullptr) return why.code;
  const auto language = error->language == FLEKS_DANISH ? fleks::Language::danish : fleks::Language::english;
  const std::string field(why.error.field.text());
  if (why.code < 0)
    return c_interface::say(error, why.code, field, why.error.given,
                            field + ": " + (error->language == FLEKS_DANISH ? why.danish : why.english));
  c_interface::say(error, why.code, field, why.error.given, fleks::message(why.error, language, why.in_text ? of_a_text : of_a_call));
  error->line = why.error.line;
  limit(*error, why.error.allowed);
  return why.code;
}

}  // namespace

void refuse(Error error) {
  const auto code = static_cast<std::int32_t>(error.code);
  throw Refused{.code = code, .error = std::move(error)};
}
void refuse_text(Error error) {
  const auto code = static_cast<std::int32_t>(error.code);
  throw Refused{.code = code, .error = std::move(error), .in_text = true};
}
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
    limit(*error, INT64_MIN, INT64_MAX);
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

const char* fleks_error_name(std::int32_t code) {
  switch (code) {
    case FLEKS_OK: return "ok";
    case FLEKS_BAD_CALL: return "bad_call";
    case FLEKS_NO_MEMORY: return "no_memory";
    case FLEKS_NO_ROOM: return "no_room";
    case FLEKS_FAILED: return "failed";
    default: break;
  }
  const bool is_one = code > 0 && code <= static_cast<std::int32_t>(std::size(c_interface::error_codes));
  return is_one ? to_text(static_cast<fleks::ErrorCode>(code)).data() : "";
}

const char* fleks_text_data(const fleks_text* text) { return text == nullptr ? "" : text->text.c_str(); }
std::size_t fleks_text_size(const fleks_text* text) { return text == nullptr ? 0 : text->text.size(); }
void fleks_text_free(fleks_text* text) { delete text; }

}  // extern "C"
