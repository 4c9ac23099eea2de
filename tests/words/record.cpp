#include <fleks/words/record.hpp>

#include <doctest/doctest.h>

#include <fleks/words/json.hpp>

using namespace fleks;

namespace {

const std::string result = R"({
  "fleks": {
    "program": "0.1.0",
    "rates": "2026-12-31.0123456789ab",
    "format": 1
  },
  "month": "2024-03",
  "taper": "4680.00",
  "fleksloentilskud": "15272.00",
  "public_atp": null,
  "has_right": true,
  "cuts": ["1.00", "2.00"],
  "steps": [
    {"rule": "FLT-8", "name": "N", "text": "30 pct.", "amount": "4680.00", "source": "S", "status": "read",
     "rates": [{"key": "taper_low_pct", "value": "30", "unit": "pct", "valid_from": "2013-01-01", "valid_to": null, "status": "read",
                "source": "LAB, \"123\"", "note": null}]},
    {"rule": "FLT-8", "name": "N", "text": "again", "amount": "1.00", "source": "S", "status": "read", "rates": []}
  ]
}
)";

const Given given{.task = "month",
                  .language = "da",
                  .facts = {{"am_income", {"15600"}}, {"expected", {}}, {"reform", {"a.json", "b.json"}}},
                  .arguments = {"case.json"},
                  .files = {{"a.json", R"({"id": "a", "share": 0.50})"}, {"rates.csv", "key,value\n\"x\",1\n"}}};

KeptResult kept(std::string_view json) {
  auto read = KeptResult::read(json);
  REQUIRE_MESSAGE(read, (read ? "" : std::string(read.error().field.text())));
  return *std::move(read);
}

std::string with(std::string text, std::string_view what, std::string_view by) {
  const auto at = text.find(what);
  REQUIRE(at != std::string::npos);
  return text.replace(at, what.size(), by);
}

std::string told(const std::vector<Difference>& all) {
  std::string text;
  for (const Difference& d : all) text += d.where + ": " + d.kept + " > " + d.now + "\n";
  return text;
}

}  // namespace

TEST_CASE("What a result was computed from follows its versions, and is read as it was given") {
  const std::string text = with_facts(result, given);
  CHECK(
      text.find("  },\n  \"facts\": {\n    \"task\": \"month\",\n    \"language\": \"da\",\n    \"given\": {\n      \"am_income\": "
                "\"15600\",\n      \"expected\": true,\n      \"reform\": [\"a.json\", \"b.json\"]\n    },\n    \"arguments\": "
                "[\"case.json\"],\n    \"files\": {\n      \"a.json\": {\n        \"id\": \"a\",\n        \"share\": 0.50\n      },\n      "
                "\"rates.csv\": \"key,value\\n\\\"x\\\",1\\n\"\n    }\n  },\n  \"month\"") != std::string::npos);
  const KeptResult read = kept(text);
  const Given& g = read.given();
  CHECK(g.task == "month");
  CHECK(g.language == "da");
  REQUIRE(g.facts.size() == 3);
  CHECK(g.facts[0].name == "am_income");
  CHECK(g.facts[0].values == std::vector<std::string>{"15600"});
  CHECK(g.facts[1].values.empty());
  CHECK(g.facts[2].values == std::vector<std::string>{"a.json", "b.json"});
  CHECK(g.arguments == std::vector<std::string>{"case.json"});
  REQUIRE(g.files.size() == 2);
  CHECK(g.files[0].text == R"({"id":"a","share":0.50})");
  CHECK(g.files[1].text == "key,value\n\"x\",1\n");
}

TEST_CASE("A text that is no result, and a task that was given nothing") {
  CHECK(with_facts("Fleksløntilskud\n", given) == "Fleksløntilskud\n");
  CHECK(with_facts("{\n  \"fleks\": {}\n}\n", given) == "{\n  \"fleks\": {}\n}\n");
  const Given nothing{.task = "rates", .language = "en", .facts = {}};
  CHECK(kept(with_facts(result, nothing)).given().facts.empty());
}

TEST_CASE("What cannot be read as a kept result is named") {
  const std::string text = with_facts(result, given);
  const auto error = [](std::string_view json) {
    const auto read = KeptResult::read(json);
    REQUIRE_FALSE(read);
    return std::string(to_text(read.error().code)) + " " + std::string(read.error().field.text());
  };
  CHECK(error("") == "not_json ");
  CHECK(error("[]") == "wrong_type ");
  CHECK(error("{}") == "missing_fact fleks");
  CHECK(error(result) == "missing_fact facts");
  CHECK(error(R"({"fleks": 1})") == "wrong_type fleks");
  CHECK(error(with(text, R"("program": "0.1.0")", R"("program": 1)")) == "wrong_type fleks.program");
  CHECK(error(with(text, R"("task": "month")", R"("tusk": "month")")) == "missing_fact facts.task");
  CHECK(error(with(text, R"("given": {)", R"("gaven": {)")) == "missing_fact facts.given");
  CHECK(error(with(text, R"("am_income": "15600")", R"("am_income": 15600)")) == "wrong_type facts.given.am_income");
  CHECK(error(with(text, R"("expected": true)", R"("expected": false)")) == "wrong_type facts.given.expected");
  CHECK(error(with(text, R"(["a.json", "b.json"])", "[]")) == "wrong_type facts.given.reform");
  CHECK(error(with(text, R"(["a.json", "b.json"])", "[1]")) == "wrong_type facts.given.reform[0]");
  CHECK(error(with(text, R"(["case.json"])", "{}")) == "wrong_type facts.arguments");
  CHECK(error(with(text, R"(["case.json"])", "[null]")) == "wrong_type facts.arguments[0]");
  CHECK(error(with(text, R"("files": {)", R"("files": [], "more": {)")) == "wrong_type facts.files");
  CHECK(error(with(text, R"("month": "2024-03")", R"("sha256": {})")) == "missing_fact result");
}

TEST_CASE("The same result, and where it differs: by path, steps by their rule") {
  const std::string text = with_facts(result, given);
  const KeptResult a = kept(text);
  CHECK(a.differences(a).empty());
  // Wording, and what a later version adds, are no difference.
  for (const auto& [what, by] :
       {std::pair{"30 pct.", "30 per cent"}, std::pair{R"("name": "N")", R"("name": "M")"},
        std::pair{R"("source": "S")", R"("source": "T")"}, std::pair{R"("status": "read", "rates")", R"("status": "secondary", "rates")"},
        std::pair{"0.1.0", "0.2.0"}, std::pair{"15600", "15700"}, std::pair{R"("has_right": true)", R"("has_right": true, "new": 1)"}})
    CHECK(told(a.differences(kept(with(text, what, by)))).empty());
  const auto differs = [&](std::string_view what, std::string_view by) { return told(a.differences(kept(with(text, what, by)))); };
  CHECK(differs(R"("15272.00")", R"("15273.00")") == "fleksloentilskud: 15272.00 > 15273.00\n");
  CHECK(differs("null", R"("101.00")") == "public_atp: null > 101.00\n");
  CHECK(differs(R"("has_right": true)", R"("has_right": false)") == "has_right: true > false\n");
  CHECK(differs(R"("has_right")", R"("right")") == "has_right: true > \n");
  CHECK(differs(R"(["1.00", "2.00"])", R"(["1.00"])") == "cuts[1]: 2.00 > \n");
  CHECK(differs(R"(["1.00", "2.00"])", R"(["1.00", "2.00", "3.00"])") == "cuts[2]:  > 3.00\n");
  CHECK(differs(R"("amount": "1.00")", R"("amount": "2.00")") == "steps.FLT-8[1].amount: 1.00 > 2.00\n");
  CHECK(differs(R"({"rule": "FLT-8", "name": "N", "text": "again")", R"({"rule": "FLT-9", "name": "N", "text": "again")") ==
        "steps.FLT-8[1]: 1.00 > \n");
}

TEST_CASE("The rates of a result, each once, as a file to compute with") {
  const std::string text = with_facts(result, given);
  const KeptResult a = kept(text);
  REQUIRE(a.rates().size() == 1);
  CHECK(a.rates()[0].key == "taper_low_pct");
  CHECK(a.rates_csv() ==
        "key,valid_from,valid_to,value,unit,status,source,note\n"
        "taper_low_pct,2013-01-01,,30,pct,read,\"LAB, \"\"123\"\"\",\n");
  CHECK(kept(with(text, R"("value": "30")", R"("value": null)")).rates_csv() == "key,valid_from,valid_to,value,unit,status,source,note\n");
  CHECK(a.rate_differences(a).empty());
  CHECK(told(a.rate_differences(kept(with(text, R"("value": "30")", R"("value": "31")")))) == "rates.taper_low_pct: 30 > 31\n");
  // Another period with the same value is no difference; one with another is; a rate that is not used any more is not either.
  CHECK(a.rate_differences(kept(with(text, "2013-01-01", "2014-01-01"))).empty());
  CHECK(told(a.rate_differences(kept(with(with(text, "2013-01-01", "2014-01-01"), R"("value": "30")", R"("value": "29")")))) ==
        "rates.taper_low_pct: 30 > 29\n");
  CHECK(a.rate_differences(kept(with(text, "taper_low_pct", "taper_high_pct"))).empty());
}

TEST_CASE("The rates in force are those of a result that names none") {
  const RateTable table = RateTable::embedded();
  const RatesOnDate rates = table.on(Date{std::chrono::year{2024} / 1 / 1});
  const Rate* row = rates.row(RateKey::taper_low_pct);
  const Rate* ended = rates.row(RateKey::fleksloentilskud_max_month);
  REQUIRE(row != nullptr);
  REQUIRE(ended != nullptr);
  const std::array<const Rate*, 2> in_force{row, ended};
  KeptResult names = kept(with_facts(result, given));
  names.name_rates(in_force);
  CHECK(names.rates().size() == 1);
  KeptResult none = kept(with_facts(with(result, R"("key": "taper_low_pct")", R"("kay": "taper_low_pct")"), given));
  CHECK(none.rates().empty());
  none.name_rates(in_force);
  REQUIRE(none.rates().size() == 2);
  CHECK(none.rates()[1].value == "19952");
  CHECK(none.rates()[1].valid_to == "2024-12-31");
}

TEST_CASE("A record is one line, sealed part by part; each part that is changed is told") {
  const KeptResult a = kept(with_facts(result, given));
  CHECK(a.changed_parts().empty());
  const std::string line = a.record();
  CHECK(line.find('\n') == line.size() - 1);
  CHECK(line.starts_with(R"({"facts":{"arguments":["case.json"],"files":)"));
  const KeptResult b = kept(line);
  CHECK(b.changed_parts().empty());
  CHECK(b.differences(a).empty());
  CHECK(b.record() == line);
  CHECK(b.rates_csv() == a.rates_csv());
  const auto changed = [&](std::string_view what, std::string_view by) {
    std::string all;
    for (const std::string& part : kept(with(line, what, by)).changed_parts()) all += part + " ";
    return all;
  };
  CHECK(changed(R"("am_income":"15600")", R"("am_income":"15700")") == "facts ");
  CHECK(changed(R"("rates":[{"key":"taper_low_pct")", R"("rates":[{"key":"taper_high_pct")") == "rates ");
  CHECK(changed(R"("fleksloentilskud":"15272.00")", R"("fleksloentilskud":"15273.00")") == "result ");
  CHECK(changed("30 pct.", "31 pct.") == "result ");
  CHECK(changed(R"("program":"0.1.0")", R"("program":"0.1.1")") == "record ");
}
