#include <doctest/doctest.h>

#include <algorithm>

#include <fleks/fleks.hpp>

using namespace fleks;

namespace {
std::string da(const Error& e) { return message(e, Language::danish); }
std::string en(const Error& e) { return message(e, Language::english); }
}  // namespace

TEST_CASE("A message names the field, what was given and what is allowed") {
  const Error e = Money::parse("1e4").error().in("--am-income");
  CHECK(da(e) == "--am-income: »1e4« er ikke et tal. Tilladt: 0 til 100.000.000 kr., skrevet som 15600, 15600.00 eller 15.600,00.");
  CHECK(en(e) == "--am-income: \"1e4\" is not a number. Allowed: 0 to 100,000,000 kroner, as 15600, 15600.00 or 15.600,00.");
}

TEST_CASE("A rate that is not there is named by key and date, and how to supply it is said") {
  const Error e = RateTable::embedded().on(std::chrono::year{2027} / 1).why_not(RateKey::fleksloentilskud_max_month);
  CHECK(da(e) ==
        "højeste fleksløntilskud (fleksloentilskud_max_month): der er ingen sats for 1. januar 2027. "
        "Satser kan tilføjes med --rates FIL (samme kolonner som rates.csv).");
  CHECK(en(e).find("fleksloentilskud_max_month") != std::string::npos);
  CHECK(en(e).find("1 January 2027") != std::string::npos);
  CHECK(en(e).find("--rates FILE") != std::string::npos);
}

TEST_CASE("Every error code has words of its own in both languages") {
  std::vector<std::string> seen;
  for (int code = 0; code <= static_cast<int>(ErrorCode::wrong_type); ++code) {
    const Error e{.code = static_cast<ErrorCode>(code), .field = "field", .given = "given", .allowed = "allowed", .line = 7};
    for (const auto& text : {da(e), en(e)}) {
      CAPTURE(text);
      CHECK(text.size() > 15);
      CHECK(text.back() == '.');
      CHECK(text.find('\n') == std::string::npos);
      CHECK(std::find(seen.begin(), seen.end(), text) == seen.end());
      seen.push_back(text);
    }
    CHECK(da(e).starts_with("linje 7: "));
    CHECK(en(e).starts_with("line 7: "));
  }
}

TEST_CASE("What was given cannot write to the terminal or break the line") {
  const Error e{.code = ErrorCode::not_a_number, .field = "--x", .given = "a\x1b[31m\n\xff\xe2\x80\xae\xc3\xa6"};
  CHECK(da(e) == "--x: »a\\x1b[31m\\x0a\\xff\\xe2\\x80\\xaeæ« er ikke et tal.");
  const Error endless{.code = ErrorCode::not_a_number, .given = std::string(1000, 'x')};
  CHECK(da(endless).size() < 100);
}

TEST_CASE("A caller of the C interface is told of members, counts and functions in place of options") {
  const auto both = [](const Error& e) {
    return message(e, Language::danish, SaidTo::caller) + " | " + message(e, Language::english, SaidTo::caller);
  };
  CHECK(both({.code = ErrorCode::negative, .field = "--am-income", .given = "-0.01", .allowed = "0-100000000.00"}) ==
        "am_income: »-0.01« er negativt. Tilladt: 0 til 100.000.000 kr. | "
        "am_income: \"-0.01\" is negative. Allowed: 0 to 100,000,000 kroner.");
  CHECK(both({.code = ErrorCode::missing_fact, .field = "--pay-form", .allowed = "--am-income, --monthly-wage"}) ==
        "pay_form: mangler. Giv én af: am_income, monthly_wage. | pay_form: is missing. Give one of: am_income, monthly_wage.");
  CHECK(both({.code = ErrorCode::exclusive_facts, .field = "--church-tax", .given = "--church"}) ==
        "church_tax: kan ikke gives sammen med church. | church_tax: cannot be given together with church.");
  CHECK(both({.code = ErrorCode::no_such_date, .field = "--wage-month", .given = "202413", .allowed = "YYYY-MM"}) ==
        "wage_month: »202413« findes ikke eller er ikke skrevet rigtigt. Tilladt: en måned som ÅÅÅÅMM, fx 202403. | "
        "wage_month: \"202413\" does not exist or is not written correctly. Allowed: a month as YYYYMM, such as 202403.");
  CHECK(both({.code = ErrorCode::no_such_date, .field = "--as-of", .given = "1", .allowed = "YYYY-MM-DD"}) ==
        "as_of: »1« findes ikke eller er ikke skrevet rigtigt. Tilladt: en dato, der findes, som ÅÅÅÅMMDD, fx 20240301. | "
        "as_of: \"1\" does not exist or is not written correctly. Allowed: a day that exists, as YYYYMMDD, such as 20240301.");
  for (const auto code : {ErrorCode::no_rate, ErrorCode::rate_is_missing}) {
    const std::string text = both({.code = code, .field = "taper_low_pct", .given = "2012-01-01"});
    CHECK(text.find("--rates") == std::string::npos);
    CHECK(text.find("fleks_rates_extended") != text.rfind("fleks_rates_extended"));
  }
  CHECK(fact_name("--own-pension", SaidTo::user) == "--own-pension");
  CHECK(fact_name("wages[3].to", SaidTo::caller) == "wages[3].to");
  CHECK(fact_name("a--b", SaidTo::caller) == "a--b");
}
