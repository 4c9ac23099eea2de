#include <doctest/doctest.h>

#include <fleks/fleks.hpp>

using namespace fleks;

// A reform's file: what it may say, and each thing that it may not, with the path of the member.

namespace {

Result<std::string> no_file(std::string_view) { return Error{.code = ErrorCode::cannot_read}; }

Result<Reform> read(const std::string& members) { return read_reform(R"({"id": "a_1", "from": "2024-01")" + members + "}", no_file); }

void refused(const Result<Reform>& reform, ErrorCode code, std::string_view field) {
  CAPTURE(field);
  REQUIRE(!reform);
  CHECK(reform.error().code == code);
  CHECK(reform.error().field.text() == field);
}

Result<Reform> with_ceilings(const std::string& csv) {
  return read_reform(R"({"id": "a", "from": "2024-01", "ceilings": "c.csv"})", [&](std::string_view name) -> Result<std::string> {
    CHECK(name == "c.csv");
    return csv;
  });
}

}  // namespace

TEST_CASE("a reform is read with its rates, switches and first month") {
  const Reform reform =
      read(R"(, "title": "Gulv", "rates": {"taper_low_pct": 25, "taper_high_pct": "45.5", "taper_threshold_month": 17000.5},
    "rules": {"FLT-7": "off", "FLT-8": "by_hours", "FLT-9": "off", "FLT-11": {"cut_pct": 50}, "FLT-12": "off"})")
          .value();
  CHECK(reform.title == "Gulv");
  REQUIRE(reform.rates.size() == 3);
  CHECK(reform.rates[0].count == 250'000);
  CHECK(reform.rates[1].count == 455'000);
  CHECK(reform.rates[2].count == 1'700'050);
  CHECK(reform.rates[0].first == std::chrono::sys_days{std::chrono::year{2024} / 1 / 1});
  const Policy& p = reform.policy;
  CHECK_FALSE(p.care_income_counts);
  CHECK(p.reduced_by_hours);
  CHECK_FALSE(p.daily_benefit_deducted);
  CHECK(p.ceiling_applies);
  CHECK(p.ceiling_cut_share == Percent::whole(50));
  CHECK_FALSE(p.holiday_days_cut);
  CHECK_FALSE(p.in_force(std::chrono::year{2023} / 12));
  CHECK(p.in_force(std::chrono::year{2024} / 1));
  CHECK_FALSE(read(R"(, "rules": {"FLT-11": "off"})").value().policy.ceiling_applies);
}

TEST_CASE("what a reform's file may not say is refused with its path") {
  refused(read_reform("", no_file), ErrorCode::not_json, "reform");
  refused(read_reform("{\"id\": ", no_file), ErrorCode::not_json, "reform");
  refused(read_reform("5", no_file), ErrorCode::wrong_type, "reform");
  refused(read_reform("true", no_file), ErrorCode::wrong_type, "reform");
  refused(read_reform("{}", no_file), ErrorCode::missing_fact, "id");
  refused(read_reform(R"({"id": "a"})", no_file), ErrorCode::missing_fact, "from");
  refused(read_reform(R"({"id": "A-1", "from": "2024-01"})", no_file), ErrorCode::no_such_choice, "id");
  refused(read_reform(R"({"id": ")" + std::string(41, 'a') + R"(", "from": "2024-01"})", no_file), ErrorCode::no_such_choice, "id");
  refused(read_reform(R"({"id": "a", "from": "2024-13"})", no_file), ErrorCode::no_such_date, "from");
  refused(read_reform("[1]", no_file), ErrorCode::wrong_type, "reform");
  refused(read_reform(R"({"": 1})", no_file), ErrorCode::unknown_field, "reform");
  refused(read_reform(R"({"a": {"b": {"c": {"d": 1}}}})", no_file), ErrorCode::unknown_field, "a");
  refused(read_reform(R"({"a": {"b": {"c": {"d": {}}}}})", no_file), ErrorCode::too_deep, "a.b.c.d");
  refused(read_reform(std::string(16'000'001, ' '), no_file), ErrorCode::too_large, "reform");
  for (const char* id : {"", "a{", "a b", "é"}) {
    CAPTURE(id);
    refused(read_reform(R"({"id": ")" + std::string(id) + R"(", "from": "2024-01"})", no_file), ErrorCode::no_such_choice, "id");
  }
  std::string many;
  for (int i = 0; i <= 1'000; ++i) many += (i == 0 ? "{\"a" : ", \"a") + std::to_string(i) + "\": 1";
  refused(read_reform(many + "}", no_file), ErrorCode::too_many, "reform");
  refused(read(R"(, "rules": {"FLT-8": 5})"), ErrorCode::no_such_choice, "rules.FLT-8");
  refused(read(R"(, "rules": {"FLT-11": "on"})"), ErrorCode::no_such_choice, "rules.FLT-11");
  CHECK(to_text(read(R"(, "rules": {"FLT-11": "on"})").error().allowed) == "off, {\"cut_pct\": N}");
  refused(read(R"(, "title": null)"), ErrorCode::wrong_type, "title");
  refused(read(R"(, "title": 5)"), ErrorCode::wrong_type, "title");
  refused(read(R"(, "title": -5)"), ErrorCode::wrong_type, "title");
  refused(read(R"(, "title": ["a"])"), ErrorCode::wrong_type, "title");
  refused(read(R"(, "colour": "red")"), ErrorCode::unknown_field, "colour");
  refused(read(R"(, "title": "a", "title": "b")"), ErrorCode::duplicate, "title");
  refused(read(R"(, "rates": {"taper_lowest_pct": 25})"), ErrorCode::unknown_key, "rates.taper_lowest_pct");
  CHECK(read(R"(, "rates": {"taper_lowest_pct": 25})").error().given == "taper_lowest_pct");
  refused(read(R"(, "rates": {"taper_low_pct": false})"), ErrorCode::wrong_type, "rates.taper_low_pct");
  refused(read(R"(, "rates": {"taper_low_pct": 100.0001})"), ErrorCode::too_large, "rates.taper_low_pct");
  refused(read(R"(, "rates": {"taper_threshold_month": 17000.001})"), ErrorCode::too_many_decimals, "rates.taper_threshold_month");
  refused(read(R"(, "rates": {"full_time_hours_week": 169})"), ErrorCode::too_large, "rates.full_time_hours_week");
  refused(read(R"(, "rules": {"FLT-99": "off"})"), ErrorCode::no_such_choice, "rules.FLT-99");
  refused(read(R"(, "rules": {"FLT-14": "off"})"), ErrorCode::no_such_choice, "rules.FLT-14");
  CHECK(read(R"(, "rules": {"FLT-14": "off"})").error().given == "FLT-14");
  refused(read(R"(, "rules": {"FLT-8": "off"})"), ErrorCode::no_such_choice, "rules.FLT-8");
  refused(read(R"(, "rules": {"FLT-9": "on"})"), ErrorCode::no_such_choice, "rules.FLT-9");
  refused(read(R"(, "rules": {"FLT-11": {"cut_pct": true}})"), ErrorCode::wrong_type, "rules.FLT-11.cut_pct");
  refused(read(R"(, "rules": {"FLT-11": {"cut_pct": 101}})"), ErrorCode::too_large, "rules.FLT-11.cut_pct");
  refused(read(R"(, "rules": {"FLT-11": {"cut": 50}})"), ErrorCode::unknown_field, "rules.FLT-11.cut");
  refused(read(R"(, "rates": 5)"), ErrorCode::wrong_type, "rates");
  refused(read(R"(, "rates": [])"), ErrorCode::wrong_type, "rates");
  refused(read(R"(, "rules": "off")"), ErrorCode::wrong_type, "rules");
  refused(read(R"(, "title": {})"), ErrorCode::wrong_type, "title");
  refused(read_reform(std::string("{}\0 and more", 12), no_file), ErrorCode::not_text, "reform");
  refused(read(R"(, "ceilings": "none.csv")"), ErrorCode::cannot_read, "ceilings");
}

TEST_CASE("a reform's ceilings are by area, each once, and found by the whole name") {
  const Reform reform = with_ceilings("agreement_area,ceiling\nkontor,30000\nbutik,25000.50\n").value();
  CHECK(reform.ceiling("butik") == Money::oere(2'500'050));
  CHECK(reform.ceiling("kontor") == Money::kroner(30'000));
  CHECK_FALSE(reform.ceiling("kont"));
  CHECK_FALSE(reform.ceiling("vask"));
  refused(with_ceilings("area,ceiling\nbutik,1\n"), ErrorCode::bad_header, "ceilings");
  CHECK(with_ceilings("area,ceiling\nbutik,1\n").error().given == "area,ceiling");
  refused(with_ceilings(""), ErrorCode::bad_header, "ceilings");
  refused(with_ceilings(std::string(16'000'001, 'a')), ErrorCode::too_large, "ceilings");
  refused(with_ceilings("agreement_area,ceiling\nbutik \xE6,1\n"), ErrorCode::not_text, "ceilings");
  refused(with_ceilings("agreement_area,ceiling\n\"butik,1\n"), ErrorCode::bad_row, "ceilings");
  refused(with_ceilings("agreement_area,ceiling\nbutik,\"1\n"), ErrorCode::bad_row, "ceilings");
  refused(with_ceilings("agreement_area,ceiling\n"), ErrorCode::empty, "ceilings");
  refused(with_ceilings("agreement_area,ceiling\nbutik,1,2\n"), ErrorCode::bad_row, "ceilings");
  refused(with_ceilings("agreement_area,ceiling\n,25000\n"), ErrorCode::empty, "agreement_area");
  refused(with_ceilings("agreement_area,ceiling\nbutik,x\n"), ErrorCode::not_a_number, "ceiling");
  refused(with_ceilings("agreement_area,ceiling\nbutik,1\nkontor,2\nbutik,3\n"), ErrorCode::duplicate, "agreement_area");
  CHECK(with_ceilings("agreement_area,ceiling\nbutik,1\nkontor,x\n").error().line == 3);
}

TEST_CASE("a reform's rate may be written as text, and one that leaves years without a rate is refused") {
  const Reform as_text = read(R"(, "rates": {"taper_low_pct": "25,5"})").value();
  const auto reformed = apply(as_text, RateTable::embedded(), {}).value();
  CHECK(reformed.rates.on(std::chrono::year{2024} / 3).get<RateKey::taper_low_pct>().value() == Percent::parse("25.5").value());
  CHECK(read(R"(, "rules": {"FLT-11": {"cut_pct": "40"}})").value().policy.ceiling_cut_share == Percent::whole(40));
  // Its source is its title, or its id where it has none; a reform without rates has the law's table.
  const Reform named = read(R"(, "title": "Lavere fradrag", "rates": {"taper_low_pct": 25})").value();
  const auto source = [](const Reform& reform) {
    const auto made = apply(reform, RateTable::embedded(), {}).value();
    return std::string(made.rates.on(std::chrono::year{2024} / 3).find(RateKey::taper_low_pct)->source);
  };
  CHECK(source(named) == "Lavere fradrag");
  CHECK(source(as_text) == "a_1");
  CHECK(source(read("").value()) ==
        std::string(RateTable::embedded().on(std::chrono::year{2024} / 3).find(RateKey::taper_low_pct)->source));
  const Reform far = read_reform(R"({"id": "a", "from": "2040-01", "rates": {"taper_threshold_month": 20000}})", no_file).value();
  CHECK(apply(far, RateTable::embedded(), {}).error().code == ErrorCode::hole);
}

// The proposal of a fixed subsidy less 1/37 of it for each weekly paid hour.
TEST_CASE("under a reform by hours the subsidy falls by 1/37 an hour in place of the taper, and needs the hours") {
  const RateTable rates = RateTable::embedded();
  const Options options{.policy = {.from = std::chrono::year{2024} / 1, .reduced_by_hours = true}};
  MonthFacts facts{.month = std::chrono::year{2024} / 3, .pay = Pay::hourly(Money::kroner(200), Hours::of_ten_thousandths(185'000))};
  const auto half = fleksloentilskud(facts, rates, options).value();
  CHECK(half.taper == Exact::of(Money::kroner(9'976)));  // half of 19.952
  CHECK(half.fleksloentilskud == Money::kroner(9'976));
  facts.pay = Pay::hourly(Money::kroner(200), Hours::whole(40));
  CHECK(fleksloentilskud(facts, rates, options).value().fleksloentilskud == Money{});  // never more than all of it
  CHECK(fleksloentilskud(facts, rates, options).value().taper == Exact::of(Money::kroner(19'952)));
  facts.pay = Pay::am_income(Money::kroner(16'000));
  const auto unknown = fleksloentilskud(facts, rates, options);
  REQUIRE(!unknown);
  CHECK(unknown.error().code == ErrorCode::missing_fact);
  CHECK(unknown.error().field == Fact::paid_hours);
  // In half of the month's weekdays, half of the base and so half of the reduction: 11 of February's 21 are left here.
  facts.pay = Pay::hourly(Money::kroner(200), Hours::of_ten_thousandths(185'000));
  facts.employed = Period{std::chrono::year{2024} / 2 / 15, std::chrono::year{2024} / 2 / 29};
  CHECK(fleksloentilskud(facts, rates, options).value().taper == Exact::of(Money::kroner(9'976)) * Exact::ratio(11, 21));
  // Before its first month the law is as it was.
  facts.employed.reset();
  facts.month = std::chrono::year{2023} / 12;
  CHECK(fleksloentilskud(facts, rates, options).value().taper == fleksloentilskud(facts, rates).value().taper);
}

TEST_CASE("a reform that cuts a share of what exceeds the ceiling leaves the rest") {
  const RateTable rates = RateTable::embedded();
  Options options{.policy = {.from = std::chrono::year{2024} / 1}};
  options.policy.ceiling_cut_share = Percent::whole(40);
  MonthFacts facts{.month = std::chrono::year{2024} / 3, .pay = Pay::am_income(Money::kroner(15'600))};
  facts.ceiling = Ceiling::stated(Money::kroner(20'000));  // room 4.400 of 15.272: 10.872 above
  const auto s = fleksloentilskud(facts, rates, options).value();
  CHECK(s.ceiling_cut == Exact::of(Money::oere(434'880)));
  CHECK(s.fleksloentilskud == Money::oere(1'092'300));
  options.policy.ceiling_cut_share = Percent::whole(99);
  CHECK(fleksloentilskud(facts, rates, options).value().fleksloentilskud == Money::oere(450'900));
  options.policy.ceiling_applies = false;
  CHECK(fleksloentilskud(facts, rates, options).value().fleksloentilskud == Money::kroner(15'272));
}
