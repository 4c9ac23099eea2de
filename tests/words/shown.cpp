#include <doctest/doctest.h>

#include <fleks/fleks.hpp>
#include <fleks/rates/rates_csv.hpp>
#include <fleks/words/json.hpp>

#include <nlohmann/json.hpp>

using namespace fleks;

// B1: no fact from outside can forge a line of a text, or make a terminal obey: every text of every fact is put through the same place.

namespace {

// A line of its own, colours, the second set of control characters, a turned direction, a new paragraph, a carriage return.
const std::string evil =
    "X\n\nFORGED 99.999,00\r\x1b[31m\xc2\x9b"
    "2J\xe2\x80\xae"
    "321\xe2\x80\xa9\x7f\t\v";

/// Whether a text could write as another, line breaks of its own aside.
bool is_clean(const std::string& text) {
  for (const char* sequence : {"\nFORGED", "\r", "\x1b", "\xc2\x9b", "\xe2\x80\xae", "\xe2\x80\xa9", "\x7f", "\t", "\v"})
    if (text.find(sequence) != std::string::npos) return false;
  return true;
}
/// The same, and the fact is shown.
void check_shows(const std::string& text) {
  CAPTURE(text);
  CHECK(is_clean(text));
  CHECK(text.find("FORGED") != std::string::npos);
}
void check_clean(const std::string& text) {
  CAPTURE(text);
  CHECK(is_clean(text));
}

std::string json_text(const std::string& text) { return nlohmann::json(text).dump(); }

}  // namespace

TEST_CASE("no name, employer, municipality or id of a case forges a line of any text of it") {
  const std::string e = json_text(evil);
  const auto reading = read_case(R"({"from": "2024-03", "to": "2024-04", "name": )" + e + R"(, "municipality": )" + e +
                                 R"(, "description": )" + e + R"(, "employments": [{"id": )" + e + R"(, "employer": )" + e +
                                 R"(, "from": "2023-01-01", "ceilings": [{"from": "2023-01-01", "amount": 30000}]}],
      "wages": [{"id": )" + e + R"(, "from": "2024-02-01", "to": "2024-02-29", "am_income": 15600, "known": "2024-03-02"},
                {"corrects": )" + e +
                                 R"(, "from": "2024-02-01", "to": "2024-02-29", "am_income": 16000, "known": "2024-04-02"}]})");
  for (const Error& error : reading.errors) MESSAGE(message(error, Language::english));
  REQUIRE(reading.good());
  const Case& c = reading.facts;
  const RateTable rates = RateTable::embedded();
  const auto statement = case_statement(c, rates, {.as_of = {}, .first = {}, .last = {}, .explained = true}).value();
  const auto corrected = correction(c, rates, c.first).value();
  for (const Language language : {Language::danish, Language::english}) {
    for (const bool steps : {false, true}) check_shows(breakdown(c, statement, rates, language, steps));
    check_shows(breakdown(c, corrected, language));
    for (const LetterForm form : {LetterForm::text, LetterForm::html})
      check_shows(letter(c, rates, c.first, std::nullopt, language, form).value());
    const auto as_json = nlohmann::json::parse(to_json(c, statement, rates, language));
    check_shows(to_json(c, statement, rates, language));
    CHECK(as_json["name"] == evil);  // data stay what they are
    check_shows(to_json(c, corrected, rates, language));
  }
}

TEST_CASE("no source or note of a rate forges a line of a month") {
  std::string csv =
      "key,valid_from,valid_to,value,unit,status,source,note\nfleksloentilskud_max_month,2024-01-01,2024-12-31,19000,"
      "kr/month,read,\"" +
      evil + "\",\"" + evil + "\"\n";
  const RateTable rates = RateTable::embedded().extended_by(csv).value();
  MonthFacts facts{.month = std::chrono::year{2024} / 3, .pay = Pay::am_income(Money::kroner(15'600))};
  const auto month = explained(facts, rates).value();
  for (const Language language : {Language::danish, Language::english}) {
    check_shows(breakdown(month, language));
    check_shows(to_json(month, language));
  }
  std::vector<const Rate*> rows;
  for (const Rate& rate : rates.rows())
    if (rate.key == RateKey::fleksloentilskud_max_month) rows.push_back(&rate);
  check_shows(to_json(rows, rates));
}

TEST_CASE("no title of a reform forges a line of a population's summary, or a step of a month") {
  const Reform reform =
      read_reform(R"({"id": "a", "from": "2024-01", "title": )" + json_text(evil) + R"(, "rates": {"taper_low_pct": 25}})",
                  [](std::string_view) { return Result<std::string>(Error{}); })
          .value();
  const std::vector<Reform> reforms{reform};
  const PopulationSummary summary(reforms);
  for (const Language language : {Language::danish, Language::english}) {
    check_shows(table(summary, language));
    check_clean(picture(summary, language));
  }
  check_shows(to_json(summary, RateTable::embedded()));
  const auto reformed = apply(reform, RateTable::embedded(), {}).value();
  MonthFacts facts{.month = std::chrono::year{2024} / 3, .pay = Pay::am_income(Money::kroner(15'600))};
  const auto month = explained(facts, reformed.rates, reformed.options).value();
  check_shows(breakdown(month, Language::danish));
  check_shows(to_json(month, Language::english));
}

TEST_CASE("no error shows what was given, or a field of a file, so that it forges a line") {
  for (int code = 1; code <= static_cast<int>(ErrorCode::too_many); ++code)
    for (const Allowed& allowed :
         {Allowed{}, Allowed(OneOf{{evil}}), Allowed(OnlyWith{{evil}}), Allowed(NotWith{{evil}}), Allowed(AnyOf{{evil}})})
      for (const Language language : {Language::danish, Language::english}) {
        const std::string text =
            message({.code = static_cast<ErrorCode>(code), .field = evil, .given = evil, .allowed = allowed}, language);
        CAPTURE(code);
        check_shows(text);
        CHECK(text.find('\n') == std::string::npos);
      }
}
