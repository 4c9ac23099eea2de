#pragma once

#include <fleks/values/calendar.hpp>

namespace fleks {

/// Whether a day is a Danish public holiday (*helligdag*) beside the Sundays: New Year's Day, Maundy Thursday, Good Friday,
/// Easter Day and Monday, *store bededag* until 2023, Ascension Day, Whit Sunday and Monday, 25 and 26 December.
///
/// 5 June, 24 and 31 December are none. Exact for the years of the Gregorian calendar. Source: lov om helligdage; store
/// bededag ended with lov 214/2023. Example: 28 April 2023 is one, 26 April 2024 is none.
[[nodiscard]] bool is_public_holiday(Date day) noexcept;

}  // namespace fleks
