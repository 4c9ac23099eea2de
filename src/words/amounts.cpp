#include <fleks/words/amounts.hpp>

#include <array>

#include "words/say.hpp"

namespace fleks {
namespace {

constexpr std::array<const char*, 12> danish_months{"januar", "februar", "marts",     "april",   "maj",      "juni",
                                                    "juli",   "august",  "september", "oktober", "november", "december"};
constexpr std::array<const char*, 12> english_months{"January", "February", "March",     "April",   "May",      "June",
                                                     "July",    "August",   "September", "October", "November", "December"};

const char* name_of(std::chrono::month month, Language language) {
  const auto& names = language == Language::danish ? danish_months : english_months;
  return month.ok() ? names[unsigned{month} - 1] : "?";
}

std::string short_date(std::chrono::sys_days day, Language language) {
  const Date date{day};
  if (language == Language::english) return to_text(date);
  return fmt::format("{}.{}.{}", unsigned{date.day()}, unsigned{date.month()}, int{date.year()});
}

}  // namespace

std::string localized(std::string_view plain, Language language) {
  const char thousands = language == Language::danish ? '.' : ',', mark = language == Language::danish ? ',' : '.';
  const bool negative = plain.starts_with('-');
  if (negative) plain.remove_prefix(1);
  const auto point = plain.find('.');
  const std::string_view whole = plain.substr(0, point);
  std::string text = negative ? "-" : "";
  for (std::size_t i = 0; i < whole.size(); ++i) {
    if (i != 0 && (whole.size() - i) % 3 == 0) text += thousands;
    text += whole[i];
  }
  if (point != std::string_view::npos) (text += mark) += plain.substr(point + 1);
  return text;
}

std::string amount(Money money, Language language) { return localized(to_text(money), language); }
std::string amount(const Exact& oere, Language language) { return localized(to_kroner_text(oere), language); }

std::string kroner(const Exact& oere, Language language) {
  return language == Language::danish ? amount(oere, language) + " kr." : "DKK " + amount(oere, language);
}
std::string kroner(Money money, Language language) { return kroner(Exact::of(money), language); }

bool is_shown_in_full(const Exact& oere) noexcept {
  if (oere.out_of_range()) return false;
  int128 denominator = oere.reduced().denominator();
  while (denominator % 2 == 0) denominator /= 2;
  while (denominator % 5 == 0) denominator /= 5;
  return denominator == 1;
}

std::string number(const Exact& value, Language language) { return localized(to_text(value, 4), language); }

std::string hours(const Exact& count, Language language) {
  const bool one = count == Exact::whole(1);
  const char* unit = language == Language::danish ? (one ? " time" : " timer") : (one ? " hour" : " hours");
  return number(count, language) + unit;
}

std::string days(const Exact& count, Language language) {
  const bool one = count == Exact::whole(1);
  const char* unit = language == Language::danish ? (one ? " dag" : " dage") : (one ? " day" : " days");
  return number(count, language) + unit;
}

std::string percent(const Exact& share, Language language) {
  return number(share * Exact::whole(100), language) + (language == Language::danish ? " pct." : " per cent");
}
std::string percent(Percent share, Language language) { return percent(Exact::of(share), language); }

std::string in_words(Month month, Language language) { return fmt::format("{} {}", name_of(month.month(), language), int{month.year()}); }

std::string in_words(Date date, Language language) {
  return Say(language)("{}. {} {}", "{} {} {}", unsigned{date.day()}, name_of(date.month(), language), int{date.year()});
}

std::string period_in_words(const Rate& rate, Language language) {
  const Say say(language);
  const std::string first = short_date(rate.first, language);
  if (!rate.has_end()) return say("fra {}", "from {}", first);
  return say("{}-{}", "{} to {}", first, short_date(rate.last, language));
}

std::string value_in_words(const Rate& rate, Language language) {
  const Say say(language);
  if (rate.status == RateStatus::missing) return say.text("ikke kendt", "not known");
  const std::string value = localized(value_text(rate), language);
  switch (rate.unit()) {
    case RateUnit::kroner_a_month: return say("{} kr. om måneden", "DKK {} a month", value);
    case RateUnit::kroner_a_year: return say("{} kr. om året", "DKK {} a year", value);
    case RateUnit::kroner_a_week: return say("{} kr. om ugen", "DKK {} a week", value);
    case RateUnit::kroner_an_hour: return say("{} kr. i timen", "DKK {} an hour", value);
    case RateUnit::percent: return say("{} pct.", "{} per cent", value);
    case RateUnit::hours_a_week: return say("{} timer om ugen", "{} hours a week", value);
    case RateUnit::kroner: return say("{} kr.", "DKK {}", value);
    case RateUnit::kroner_a_kilometre: return say("{} kr. pr. km", "DKK {} per km", value);
    case RateUnit::kroner_a_square_metre: return say("{} kr. pr. m²", "DKK {} per m²", value);
    case RateUnit::kilometres: return say("{} km", "{} km", value);
    case RateUnit::square_metres: return say("{} m²", "{} m²", value);
  }
  return value;
}

std::string_view in_words(RateStatus status, Language language) noexcept {
  const bool danish = language == Language::danish;
  switch (status) {
    case RateStatus::read: return danish ? "aflæst i kilden" : "read in the source";
    case RateStatus::derived: return danish ? "udledt" : "derived";
    case RateStatus::missing: return danish ? "mangler" : "missing";
  }
  return "";
}

}  // namespace fleks
