#pragma once

#include <string>
#include <string_view>

#include <fleks/rates/rate_table.hpp>
#include <fleks/values/calendar.hpp>
#include <fleks/values/exact.hpp>
#include <fleks/values/hours.hpp>
#include <fleks/values/money.hpp>
#include <fleks/values/percent.hpp>
#include <fleks/words/language.hpp>

namespace fleks {

/// Plain decimal text as people write it. Example: `15600.5` is `15.600,5` in Danish and `15,600.5` in English.
[[nodiscard]] std::string localized(std::string_view plain, Language language);

/// An amount without its unit. Example: `15.600,00`, in English `15,600.00`.
[[nodiscard]] std::string amount(Money money, Language language);
/// An exact amount carried in øre: all its decimals when they end, else rounded half up to two.
/// Example: 4.680,003 kr. is `4.680,003`; 32.066,666… kr. is `32.066,67`.
[[nodiscard]] std::string amount(const Exact& oere, Language language);
/// The same with its unit. Example: `15.600,00 kr.`, in English `DKK 15,600.00`.
[[nodiscard]] std::string kroner(Money money, Language language);
/// The same of an exact amount carried in øre.
[[nodiscard]] std::string kroner(const Exact& oere, Language language);
/// Whether the decimals of an amount in øre end, so that what is shown is all there is.
[[nodiscard]] bool is_shown_in_full(const Exact& oere) noexcept;

/// A plain exact number, at most four decimals. Example: `10,2`.
[[nodiscard]] std::string number(const Exact& value, Language language);
/// Example: `1 time`, `6,75 timer`.
[[nodiscard]] std::string hours(const Exact& count, Language language);
/// Example: `1 dag`, `2,5 dage`.
[[nodiscard]] std::string days(const Exact& count, Language language);
/// A share in per cent. Example: 3/10 is `30 pct.`, in English `30 per cent`.
[[nodiscard]] std::string percent(const Exact& share, Language language);
/// The same of a percentage. Example: `37,5 pct.`.
[[nodiscard]] std::string percent(Percent share, Language language);

/// Example: `marts 2024`, `March 2024`.
[[nodiscard]] std::string in_words(Month month, Language language);
/// Example: `1. marts 2024`, `1 March 2024`.
[[nodiscard]] std::string in_words(Date date, Language language);
/// Example: `1.1.2024-31.12.2024`, `fra 1.1.2013`; in English `2024-01-01 to 2024-12-31`, `from 2013-01-01`.
[[nodiscard]] std::string period_in_words(const Rate& rate, Language language);

/// What a rate is, as a noun phrase. Example: `højeste fleksløntilskud`.
[[nodiscard]] std::string_view rate_name(RateKey key, Language language) noexcept;
/// The value with its unit. Example: `19.952 kr. om måneden`; what is missing is said.
[[nodiscard]] std::string value_in_words(const Rate& rate, Language language);
/// Example: `aflæst`, `udledt`, `mangler`.
[[nodiscard]] std::string_view in_words(RateStatus status, Language language) noexcept;

}  // namespace fleks
