#include <doctest/doctest.h>

#include <algorithm>
#include <atomic>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <memory>
#include <sstream>
#include <thread>
#include <vector>

#include <nlohmann/json.hpp>

#include <fleks/fleks.hpp>

#include "c_interface/handles.hpp"
#include "source_file.hpp"

// A case as a handle: what its structs say is what the JSON of the same case says, amount by amount.

namespace {

using namespace c_interface;
using Json = nlohmann::json;

using Case = std::unique_ptr<fleks_case, decltype(&fleks_case_free)>;
using Result = std::unique_ptr<fleks_case_result, decltype(&fleks_case_result_free)>;

std::string read(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream all;
  all << in.rdbuf();
  return all.str();
}
std::vector<std::filesystem::path> case_files() {
  std::vector<std::filesystem::path> found;
  for (const char* folder : {"/tests/cases", "/examples/cases", "/tests/programs/letters"})
    for (const auto& each : std::filesystem::directory_iterator(source_file(folder)))
      if (each.path().extension() == ".json") found.push_back(each.path());
  std::sort(found.begin(), found.end());
  return found;
}

std::string said(const fleks_error& error) { return std::to_string(error.code) + " " + error.field; }

Case case_of(const std::string& json) {
  auto error = english();
  Case made{fleks_case_read(json.data(), json.size(), &error), fleks_case_free};
  CHECK(said(error) == "0 ");
  return made;
}
Result months_of(const fleks_rates* rates, const Case& facts, std::int32_t detail, const fleks_case_asked* asked = nullptr) {
  auto error = english();
  Result made{fleks_case_months(rates, facts.get(), asked, detail, &error), fleks_case_result_free};
  CHECK(said(error) == "0 ");
  return made;
}

/// An array of a result: how many there are is asked first.
template <class Struct, class Function>
std::vector<Struct> all_of(const Result& result, Function function) {
  auto error = english();
  std::size_t count = 0;
  CHECK(function(result.get(), nullptr, 0, 0, &count, &error) == FLEKS_OK);
  std::vector<Struct> rows(count);
  CHECK(function(result.get(), rows.data(), sizeof(Struct), rows.size(), &count, &error) == FLEKS_OK);
  CHECK(count == rows.size());
  return rows;
}

// What JSON says, in the numbers of the structs.

/// `decimals` of them: kroner to oere, or days to ten-thousandths; what is exact in the JSON is rounded half up.
std::int64_t whole(const Json& value, std::size_t decimals = 2) {
  if (value.is_null()) return FLEKS_NOT_KNOWN;
  auto text = value.get<std::string>();
  const auto point = text.find('.');
  const std::size_t has = point == std::string::npos ? 0 : text.size() - point - 1;
  if (point != std::string::npos) text.erase(point, 1);
  if (has <= decimals) return std::stoll(text + std::string(decimals - has, '0'));
  const std::size_t kept = text.size() - (has - decimals);
  const std::int64_t cut = std::stoll(text.substr(0, kept)), up = text[kept] >= '5' ? 1 : 0;
  return text.front() == '-' ? cut - up : cut + up;
}
/// `2024-03`, `2024-03-01`; 0 for null.
std::int32_t digits(const Json& value) {
  if (value.is_null()) return 0;
  auto text = value.get<std::string>();
  std::erase(text, '-');
  return std::stoi(text);
}
std::string text(const Json& value) { return value.is_null() ? std::string{} : value.get<std::string>(); }

void check_month(const fleks_case_month& m, const Json& json) {
  CHECK(m.month == digits(json["month"]));
  CHECK(m.decided == digits(json["decided"]));
  CHECK(std::vector<std::string>{"computed", "unknown", "no_right"}.at(static_cast<std::size_t>(m.status)) == json["status"]);
  CHECK(m.reason == text(json["reason"]));
  CHECK(m.payout == whole(json["payout"]));
  CHECK(m.wage_expected == std::any_of(json["basis"].begin(), json["basis"].end(), [](const Json& b) { return b["expected"] == true; }));
  CHECK(m.in_fleksjob >= m.has_subsidy);
  CHECK(m.benefit_months == json["ledighedsydelse_months"]);
  CHECK(m.benefit_months_of_24 == json["ledighedsydelse_months_of_24"]);
  CHECK((m.review_due == 1) == json["review_due"]);
  CHECK((m.long_term == 1) == json["long_term"]);
  const Json& s = json["subsidy"];
  REQUIRE((m.has_subsidy == 1) == !s.is_null());
  if (!s.is_null()) {
    CHECK(m.wage_month == digits(s["wage_month"]));
    CHECK(m.normal_wage_ceiling == (s["normal_wage_ceiling"].is_null() ? FLEKS_NO_CEILING : whole(s["normal_wage_ceiling"])));
    const std::pair<std::int64_t, const char*> amounts[] = {{m.wage, "wage"},
                                                            {m.other_wage, "other_wage"},
                                                            {m.daily_benefit, "daily_benefit"},
                                                            {m.base, "base"},
                                                            {m.taper, "taper"},
                                                            {m.before_ceiling, "before_ceiling"},
                                                            {m.ceiling_cut, "ceiling_cut"},
                                                            {m.part_cut, "part_cut"},
                                                            {m.holiday_cut, "holiday_cut"},
                                                            {m.fleksloentilskud, "fleksloentilskud"},
                                                            {m.own_atp, "own_atp"},
                                                            {m.subsidy_payout, "payout"},
                                                            {m.public_atp, "public_atp"},
                                                            {m.obligatory_pension, "obligatory_pension"}};
    for (const auto& [amount, key] : amounts) {
      const char* const name = key;
      CAPTURE(name);
      CHECK(amount == whole(s[name]));
    }
  } else {
    CHECK(m.fleksloentilskud == 0);
    CHECK(m.wage_month == 0);
  }
  const Json& b = json["ledighedsydelse"];
  REQUIRE((m.has_benefit == 1) == !b.is_null());
  if (!b.is_null()) {
    CHECK(std::vector<std::string>{"full", "low_provider", "low_nonprovider"}.at(static_cast<std::size_t>(m.benefit_class)) == b["class"]);
    CHECK(m.payable_weekdays == whole(b["payable_weekdays"], 4));
    const std::pair<std::int64_t, const char*> amounts[] = {{m.benefit_base, "base"},
                                                            {m.daily_amount, "daily_amount"},
                                                            {m.part_base, "part_base"},
                                                            {m.income, "income"},
                                                            {m.offset, "offset"},
                                                            {m.holiday_reduction, "holiday_reduction"},
                                                            {m.holiday_top_up, "holiday_top_up"},
                                                            {m.missed_cut, "missed_cut"},
                                                            {m.ledighedsydelse, "ledighedsydelse"},
                                                            {m.benefit_own_atp, "own_atp"},
                                                            {m.benefit_payout, "payout"},
                                                            {m.benefit_public_atp, "public_atp"},
                                                            {m.benefit_obligatory_pension, "obligatory_pension"}};
    for (const auto& [amount, key] : amounts) {
      const char* const name = key;
      CAPTURE(name);
      CHECK(amount == whole(b[name]));
    }
  } else {
    CHECK(m.ledighedsydelse == 0);
  }
  const std::pair<std::int64_t, const char*> days[] = {{m.earned_with_pay, "earned_with_pay"},
                                                       {m.held_with_pay, "held_with_pay"},
                                                       {m.left_with_pay, "left_with_pay"},
                                                       {m.left_of_year_before, "left_of_year_before"},
                                                       {m.earned_on_benefit, "earned_on_ledighedsydelse"},
                                                       {m.held_on_benefit, "held_on_ledighedsydelse"},
                                                       {m.left_on_benefit, "left_on_ledighedsydelse"}};
  for (const auto& [day, key] : days) {
    const char* const name = key;
    CAPTURE(name);
    CHECK(day == whole(json["holiday"][name], 4));
  }
}

constexpr const char* lists[] = {"wages",     "ceilings", "daily_benefits",     "holidays",      "ledighedsydelse",
                                 "sanctions", "incomes",  "unclaimed_benefits", "day_sanctions", "back_payments"};
constexpr const char* sources[] = {"income_register", "holiday_account", "employer", "citizen", "municipality"};

/// A pension in arrears for days on which ledighedsydelse was paid (KOR-4).
const char* const claim_in_arrears = R"({"from": "2024-04", "to": "2024-07", "employments": [],
 "ledighedsydelse": [{"from": "2024-01-01"}], "back_payments": [{"kind": "disability_pension", "known": "2024-08-01",
 "from": "2024-06-01", "to": "2024-07-31", "amount": "45000"}]})";

void check_fact(const fleks_case_fact& fact, const Json& json, const Json& file) {
  CHECK(std::string_view(lists[fact.list]) == json["list"]);
  CHECK(fact.index == json["index"]);
  CHECK(fact.id == text(json["id"]));
  CHECK(std::string_view(sources[fact.source]) == json["source"]);
  CHECK(fact.known == digits(json["known"]));
  CHECK((fact.counts == FLEKS_COUNTS) == json["used"]);
  CHECK((fact.employment == -1) == (fact.list != FLEKS_LIST_WAGES && fact.list != FLEKS_LIST_CEILINGS));
  if (fact.list == FLEKS_LIST_CEILINGS) CHECK(file["employments"][static_cast<std::size_t>(fact.employment)]["id"] == json["employment"]);
}

}  // namespace

TEST_CASE("C interface: the months of every case as structs are those of its JSON") {
  const Rates rates = embedded();
  auto error = english();
  int cases = 0, unknown = 0, both = 0, missing_facts = 0, without = 0;
  std::size_t facts_seen = 0, steps_seen = 0;
  for (const auto& path : case_files()) {
    CAPTURE(path.string());
    const std::string json = read(path);
    const Json file = Json::parse(json);
    const Case facts = case_of(json);
    const auto printed = owned(fleks_case_statement(rates.get(), json.data(), json.size(), nullptr, FLEKS_JSON, FLEKS_ENGLISH, &error));
    const Json all = Json::parse(view(printed));
    const Result result = months_of(rates.get(), facts, FLEKS_STEPS);
    ++cases;
    CHECK(view(owned(fleks_case_result_in_words(result.get(), FLEKS_JSON, FLEKS_ENGLISH, &error))) == view(printed));
    auto asked = sized<fleks_case_asked>();
    asked.steps = 1;
    CHECK(view(owned(fleks_case_result_in_words(result.get(), FLEKS_TEXT, FLEKS_DANISH, &error))) ==
          view(owned(fleks_case_statement(rates.get(), json.data(), json.size(), &asked, FLEKS_TEXT, FLEKS_DANISH, &error))));

    const auto months = all_of<fleks_case_month>(result, fleks_case_month_rows);
    const auto missing = all_of<fleks_case_missing>(result, fleks_case_missing_facts);
    const auto used = all_of<fleks_case_fact>(result, fleks_case_facts);
    const auto steps = all_of<fleks_case_step>(result, fleks_case_steps);
    facts_seen += used.size();
    steps_seen += steps.size();
    REQUIRE(months.size() == all["months"].size());
    std::size_t missing_at = 0, fact_at = 0, step_at = 0;
    for (std::size_t i = 0; i < months.size(); ++i) {
      const Json& m = all["months"][i];
      CAPTURE(m["month"].get<std::string>());
      check_month(months[i], m);
      unknown += months[i].status == FLEKS_MONTH_UNKNOWN ? 1 : 0;
      without += months[i].status == FLEKS_MONTH_NO_RIGHT ? 1 : 0;
      both += months[i].has_subsidy == 1 && months[i].has_benefit == 1 ? 1 : 0;
      for (const Json& each : m["missing"]) {
        REQUIRE(missing_at < missing.size());
        const fleks_case_missing& lacks = missing[missing_at++];
        ++missing_facts;
        CHECK(lacks.month == months[i].month);
        CHECK(lacks.of_month == digits(each["month"]));
        CHECK((lacks.decides == 1) == each["decides"]);
        CHECK((lacks.employment == -1) == each["employment"].is_null());
        const auto at = [](const char* list, std::int32_t place) { return list + ("[" + std::to_string(place) + "]"); };
        const std::string job = at("employments", lacks.employment);
        const std::string places[] = {
            "wages",
            job + ".ceilings",
            job + ".weekly_hours",
            at("holidays", lacks.index) + ".pay_per_day",
            at("wages", lacks.index) + at(".supplements", lacks.item) + ".full_time",
            "capped",
            lacks.item == 1 ? at("holidays", lacks.index) + ".tax_per_day" : at("wages", lacks.index) + ".holiday_tax"};
        CHECK(places[lacks.kind] == each["fact"]);
        const auto other =
            std::find_if(m["otherwise"].begin(), m["otherwise"].end(), [&](const Json& o) { return o["fact"] == each["fact"]; });
        if (other == m["otherwise"].end()) CHECK(lacks.otherwise == FLEKS_NOT_KNOWN);
        if (lacks.otherwise != FLEKS_NOT_KNOWN) CHECK(lacks.otherwise == whole((*other)["fleksloentilskud"]));
      }
      for (const Json& each : m["facts"]) {
        REQUIRE(fact_at < used.size());
        CHECK(used[fact_at].month == months[i].month);
        check_fact(used[fact_at++], each, file);
      }
      for (const Json& each : m["steps"]) {
        REQUIRE(step_at < steps.size());
        const fleks_case_step& step = steps[step_at];
        CHECK(step.month == months[i].month);
        CHECK(step.rule == text(each["rule"]));
        const char* units[] = {"kr", "hours", "days", "months"};
        CHECK(std::string_view(units[step.unit]) == each["unit"]);
        if (step.unit == FLEKS_STEP_KRONER) CHECK(step.amount == whole(each["amount"]));
        REQUIRE(step.denominator > 0);
        const std::int64_t scale = step.unit == FLEKS_STEP_KRONER ? 1 : 10'000;
        CHECK(std::abs(step.amount * step.denominator - step.numerator * scale) * 2 <= step.denominator);
        std::size_t rates_of_it = 0;
        while (rates_of_it < 3 && *step.rates[rates_of_it] != '\0') ++rates_of_it;
        for (const Json& rate : each["rates"])
          CHECK(std::any_of(step.rates, step.rates + rates_of_it, [&](const char* key) { return key == text(rate["key"]); }));
        if (i == 0)
          CHECK(view(owned(fleks_case_step_in_words(result.get(), step_at, FLEKS_ENGLISH, &error)))
                    .starts_with(each["text"].get<std::string>().substr(0, 20)));
        ++step_at;
      }
    }
    for (const Json& each : all["unused"]) {
      REQUIRE(fact_at < used.size());
      CHECK(used[fact_at].month == 0);
      check_fact(used[fact_at++], each, file);
    }
    CHECK(missing_at == missing.size());
    CHECK(fact_at == used.size());
    CHECK(step_at == steps.size());
    CHECK(fleks_case_step_in_words(result.get(), steps.size(), FLEKS_DANISH, &error) == nullptr);
    CHECK(said(error) == "7 place");
  }
  CHECK(cases > 40);
  CHECK(unknown > 2);
  CHECK(without > 1);
  CHECK(both > 1);
  CHECK(missing_facts > 10);
  CHECK(facts_seen > 400);
  CHECK(steps_seen > 2'000);
}

TEST_CASE("C interface: the correction of every case as structs is that of its JSON") {
  const Rates rates = embedded();
  auto error = english();
  int changed = 0, recovered = 0, settled = 0;
  std::size_t moved = 0, claimed = 0;
  std::vector<std::string> texts{claim_in_arrears};
  for (const auto& path : case_files()) texts.push_back(read(path));
  for (const std::string& json : texts) {
    CAPTURE(json);
    const Json file = Json::parse(json);
    const Case facts = case_of(json);
    const std::int32_t from = digits(file["from"].get<std::string>().substr(0, 7));
    const auto printed = owned(fleks_case_correction(rates.get(), json.data(), json.size(), from, 0, FLEKS_JSON, FLEKS_DANISH, &error));
    const Json all = Json::parse(view(printed));
    const Result result{fleks_case_corrected(rates.get(), facts.get(), from, 0, &error), fleks_case_result_free};
    REQUIRE(result != nullptr);
    CHECK(view(owned(fleks_case_result_in_words(result.get(), FLEKS_JSON, FLEKS_DANISH, &error))) == view(printed));
    CHECK(view(owned(fleks_case_result_in_words(result.get(), FLEKS_TEXT, FLEKS_ENGLISH, &error))) ==
          view(owned(fleks_case_correction(rates.get(), json.data(), json.size(), from, 0, FLEKS_TEXT, FLEKS_ENGLISH, &error))));

    auto totals = sized<fleks_correction_totals>();
    CHECK(fleks_case_totals(result.get(), &totals, &error) == FLEKS_OK);
    CHECK(totals.as_of == digits(all["as_of"]));
    CHECK(totals.first == digits(all["correct_from"]));
    CHECK(totals.reaches == digits(all["reaches"]));
    const std::pair<std::int64_t, const char*> amounts[] = {{totals.total, "total"},           {totals.to_pay_out, "to_pay_out"},
                                                            {totals.to_recover, "to_recover"}, {totals.not_regulated, "not_regulated"},
                                                            {totals.too_old, "too_old"},       {totals.not_settled, "not_settled"}};
    for (const auto& [amount, key] : amounts) {
      const char* const name = key;
      CAPTURE(name);
      CHECK(amount == whole(all[name]));
    }
    changed += totals.total != 0 ? 1 : 0;
    recovered += totals.to_recover > 0 ? 1 : 0;

    const auto months = all_of<fleks_corrected_month>(result, fleks_corrected_months);
    const auto lines = all_of<fleks_correction_line>(result, fleks_correction_lines);
    const auto used = all_of<fleks_case_fact>(result, fleks_case_facts);
    moved += used.size();
    REQUIRE(months.size() == all["months"].size());
    std::size_t line_at = 0, fact_at = 0;
    for (std::size_t i = 0; i < months.size(); ++i) {
      const Json& m = all["months"][i];
      const char* grounds[] = {"none", "expected_wage", "pay_over_months", "after_holiday", "other_facts", "ceiling", "not_regulated"};
      CHECK(months[i].month == digits(m["month"]));
      CHECK(months[i].decided == digits(m["decided"]));
      CHECK(months[i].rule == text(m["basis"]));
      CHECK(grounds[months[i].basis] == (m["ground"].is_null() ? "none" : text(m["ground"])));
      CHECK((months[i].too_old == 1) == m["too_old"]);
      CHECK((months[i].paid_is_stated == 1) == m["paid_is_stated"]);
      CHECK(months[i].paid == whole(m["paid"]));
      CHECK(months[i].due == whole(m["due"]));
      CHECK(months[i].difference == whole(m["difference"]));
      CHECK(months[i].recoverable == whole(m["recoverable"]));
      REQUIRE(static_cast<std::size_t>(months[i].lines) == m["lines"].size());
      for (const Json& each : m["lines"]) {
        const fleks_correction_line& line = lines.at(line_at++);
        CHECK(line.month == months[i].month);
        CHECK(line.rule == text(each["rule"]));
        CHECK(line.paid == whole(each["paid"]));
        CHECK(line.due == whole(each["due"]));
        CHECK(line.difference == whole(each["difference"]));
      }
      for (const auto& [list, change] : {std::pair{"new_facts", 1}, std::pair{"old_facts", -1}})
        for (const Json& each : m[list]) {
          const fleks_case_fact& fact = used.at(fact_at++);
          CHECK(fact.month == months[i].month);
          CHECK(fact.change == change);
          check_fact(fact, each, file);
        }
    }
    CHECK(line_at == lines.size());
    CHECK(fact_at == used.size());
    const auto settlements = all_of<fleks_settlement>(result, fleks_settlements);
    REQUIRE(settlements.size() == all["settlements"].size());
    for (std::size_t i = 0; i < settlements.size(); ++i) {
      CHECK(settlements[i].month == digits(all["settlements"][i]["month"]));
      CHECK(settlements[i].amount == whole(all["settlements"][i]["amount"]));
      ++settled;
    }
    const auto claims = all_of<fleks_reduced_claim>(result, fleks_reduced_claims);
    claimed += claims.size();
    REQUIRE(claims.size() == (all.contains("back_payments") ? all["back_payments"].size() : 0));
    for (std::size_t i = 0; i < claims.size(); ++i) {
      const Json& each = all["back_payments"][i];
      CHECK("back_payments[" + std::to_string(claims[i].index) + "]" == each["place"]);
      CHECK(claims[i].ledighedsydelse == whole(each["ledighedsydelse"]));
      CHECK(claims[i].deducted == whole(each["deducted"]));
      CHECK(claims[i].left == whole(each["left"]));
    }
  }
  CHECK(changed > 3);
  CHECK(recovered > 1);
  CHECK(settled > 1);
  CHECK(moved > 5);
  CHECK(claimed > 0);
}

TEST_CASE("C interface: a result has the detail that was asked for, of the months that were, as it was known") {
  const Rates rates = embedded();
  auto error = english();
  const std::string json = read(source_file("/examples/cases/late_wage_report.json"));
  const Case facts = case_of(json);
  std::size_t count = 77;

  const Result amounts = months_of(rates.get(), facts, FLEKS_AMOUNTS);
  CHECK(fleks_case_facts(amounts.get(), nullptr, 0, 0, &count, &error) == FLEKS_BAD_CALL);
  CHECK(error.text == std::string("result: is without facts; they have to be asked for (FLEKS_FACTS)."));
  CHECK(fleks_case_steps(amounts.get(), nullptr, 0, 0, &count, &error) == FLEKS_BAD_CALL);
  auto only = sized<fleks_case_asked>();
  only.amounts_only = 1;
  CHECK(view(owned(fleks_case_result_in_words(amounts.get(), FLEKS_JSON, FLEKS_DANISH, &error))) ==
        view(owned(fleks_case_statement(rates.get(), json.data(), json.size(), &only, FLEKS_JSON, FLEKS_DANISH, &error))));

  const Result with_facts = months_of(rates.get(), facts, FLEKS_FACTS);
  CHECK(all_of<fleks_case_fact>(with_facts, fleks_case_facts).size() > 5);
  CHECK(fleks_case_steps(with_facts.get(), nullptr, 0, 0, &count, &error) == FLEKS_BAD_CALL);
  CHECK(error.text == std::string("result: is without steps; they have to be asked for (FLEKS_STEPS)."));
  CHECK(fleks_case_step_in_words(with_facts.get(), 0, FLEKS_DANISH, &error) == nullptr);
  const Json words = Json::parse(view(owned(fleks_case_result_in_words(with_facts.get(), FLEKS_JSON, FLEKS_DANISH, &error))));
  CHECK(!words["months"][1]["facts"].empty());
  CHECK(words["months"][1]["steps"].empty());

  // Until the end of April the right wage is not known.
  auto asked = sized<fleks_case_asked>();
  asked.as_of = 20240430;
  asked.first = asked.last = 202404;
  const Result then = months_of(rates.get(), facts, FLEKS_AMOUNTS, &asked);
  const auto april = all_of<fleks_case_month>(then, fleks_case_month_rows);
  REQUIRE(april.size() == 1);
  CHECK(april[0].month == 202404);
  const auto all = all_of<fleks_case_month>(amounts, fleks_case_month_rows);
  const auto now = std::find_if(all.begin(), all.end(), [](const fleks_case_month& m) { return m.month == 202404; });
  REQUIRE(now != all.end());
  CHECK(april[0].payout == 1'703'300);
  CHECK(now->payout != april[0].payout);

  // What each kind of result does not have, and what is no call at all.
  const Result corrected{fleks_case_corrected(rates.get(), facts.get(), 202402, 0, &error), fleks_case_result_free};
  auto totals = sized<fleks_correction_totals>();
  CHECK(fleks_case_totals(amounts.get(), &totals, &error) == FLEKS_BAD_CALL);
  CHECK(error.text == std::string("result: is not a correction (fleks_case_corrected)."));
  CHECK(fleks_corrected_months(amounts.get(), nullptr, 0, 0, &count, &error) == FLEKS_BAD_CALL);
  CHECK(fleks_correction_lines(amounts.get(), nullptr, 0, 0, &count, &error) == FLEKS_BAD_CALL);
  CHECK(fleks_settlements(amounts.get(), nullptr, 0, 0, &count, &error) == FLEKS_BAD_CALL);
  CHECK(fleks_reduced_claims(amounts.get(), nullptr, 0, 0, &count, &error) == FLEKS_BAD_CALL);
  CHECK(fleks_case_month_rows(corrected.get(), nullptr, 0, 0, &count, &error) == FLEKS_BAD_CALL);
  CHECK(error.text == std::string("result: is not the months of a case (fleks_case_months)."));
  CHECK(fleks_impact_months(corrected.get(), nullptr, 0, 0, &count, &error) == FLEKS_BAD_CALL);
  CHECK(fleks_case_missing_facts(corrected.get(), nullptr, 0, 0, &count, &error) == FLEKS_BAD_CALL);
  CHECK(fleks_case_steps(corrected.get(), nullptr, 0, 0, &count, &error) == FLEKS_BAD_CALL);
  totals.size = 16;
  CHECK(fleks_case_totals(corrected.get(), &totals, &error) == FLEKS_BAD_CALL);
  CHECK(said(error) == "-1 totals");

  std::vector<fleks_case_month> rows(all.size());
  CHECK(fleks_case_month_rows(amounts.get(), rows.data(), sizeof rows[0], rows.size() - 1, &count, &error) == FLEKS_NO_ROOM);
  CHECK(count == all.size());
  CHECK(rows[0].month == 0);
  for (const std::size_t size : {sizeof(fleks_case_month) + 8, std::size_t{8}, std::size_t{0}}) {
    CHECK(fleks_case_month_rows(amounts.get(), rows.data(), size, rows.size(), &count, &error) == FLEKS_BAD_CALL);
    CHECK(said(error) == "-1 month_size");
    CHECK(rows[0].month == 0);
  }
  CHECK(fleks_case_month_rows(nullptr, nullptr, 0, 0, &count, &error) == FLEKS_BAD_CALL);
  CHECK(fleks_case_month_rows(amounts.get(), nullptr, 0, 0, nullptr, &error) == FLEKS_BAD_CALL);
  CHECK(said(error) == "-1 count");
  CHECK(fleks_case_result_in_words(nullptr, FLEKS_TEXT, FLEKS_DANISH, &error) == nullptr);
  CHECK(fleks_case_months(rates.get(), nullptr, nullptr, FLEKS_AMOUNTS, &error) == nullptr);
  CHECK(said(error) == "-1 facts");
  CHECK(fleks_case_months(rates.get(), facts.get(), nullptr, 3, &error) == nullptr);
  CHECK(said(error) == "9 detail");
  CHECK(fleks_case_months(rates.get(), facts.get(), &only, FLEKS_AMOUNTS, &error) == nullptr);
  CHECK(said(error) == "11 amounts_only");
  asked.last = 209901;
  CHECK(fleks_case_months(rates.get(), facts.get(), &asked, FLEKS_AMOUNTS, &error) == nullptr);
  CHECK(said(error) == "7 last");
  CHECK(fleks_case_corrected(rates.get(), facts.get(), 202413, 0, &error) == nullptr);
  CHECK(said(error) == "8 from_month");
  CHECK(fleks_case_read("{}", 2, &error) == nullptr);
  CHECK(said(error) == "10 from");
  fleks_case_free(nullptr);
  fleks_case_result_free(nullptr);

  // What was computed needs neither the case nor the rates any more.
  Result kept{nullptr, fleks_case_result_free};
  {
    const Rates own = embedded();
    const Case alone = case_of(json);
    kept = months_of(own.get(), alone, FLEKS_STEPS);
  }
  CHECK(all_of<fleks_case_month>(kept, fleks_case_month_rows).size() == all.size());
  CHECK(std::string_view(all_of<fleks_case_step>(kept, fleks_case_steps).front().rule).size() > 3);
}

TEST_CASE("C interface: what new rates, or this version, change in a case") {
  const Rates rates = embedded();
  auto error = english();
  const std::string csv =
      "key,valid_from,valid_to,value,unit,status,source,note\n"
      "fleksloentilskud_max_month,2024-03-01,2024-12-31,20052,kr/month,read,a test,\n";
  const Rates next{fleks_rates_extended(csv.data(), csv.size(), &error), fleks_rates_free};
  const std::string json = read(source_file("/examples/cases/late_wage_report.json"));
  const auto impact = [&](const fleks_rates* before, const fleks_rates* after, const std::string& of,
                          const fleks_case_asked* asked = nullptr) {
    return Result{fleks_case_impact(before, after, of.data(), of.size(), asked, &error), fleks_case_result_free};
  };
  const auto words = [&](const Result& result, std::int32_t form) {
    return std::string(view(owned(fleks_case_result_in_words(result.get(), form, FLEKS_ENGLISH, &error))));
  };

  // Each month is what the case says under either table.
  const Case facts = case_of(json);
  const auto under = [&](const Rates& table) {
    return all_of<fleks_case_month>(months_of(table.get(), facts, FLEKS_AMOUNTS), fleks_case_month_rows);
  };
  const auto old_months = under(rates), new_months = under(next);
  const Result changed = impact(rates.get(), next.get(), json);
  REQUIRE(changed != nullptr);
  const auto months = all_of<fleks_impact_month>(changed, fleks_impact_months);
  std::size_t at = 0;
  std::int64_t sum = 0;
  for (std::size_t i = 0; i < old_months.size(); ++i) {
    if (old_months[i].payout == new_months[i].payout) continue;
    const fleks_impact_month& m = months.at(at++);
    CHECK(m.month == old_months[i].month);
    CHECK(m.decided == old_months[i].decided);
    CHECK((m.before_known == 1 && m.after_known == 1 && m.difference_known == 1));
    CHECK(m.before_payout == old_months[i].payout);
    CHECK(m.after_payout == new_months[i].payout);
    CHECK(m.before_fleksloentilskud == old_months[i].fleksloentilskud);
    CHECK(m.after_fleksloentilskud == new_months[i].fleksloentilskud);
    CHECK(m.difference == new_months[i].payout - old_months[i].payout);
    sum += m.difference;
  }
  CHECK(at == months.size());
  CHECK(at > 1);
  const Json said_all = Json::parse(words(changed, FLEKS_JSON));
  CHECK(said_all["against"] == fleks_rates_version(rates.get()));
  CHECK(said_all["summary"]["months"] == at);
  CHECK(whole(said_all["summary"]["difference"]) == sum);
  CHECK(words(changed, FLEKS_TEXT).find("1 cases computed with both tables of rates: 1 change") != std::string::npos);
  const std::string table = words(changed, FLEKS_CSV);
  CHECK(static_cast<std::size_t>(std::count(table.begin(), table.end(), '\n')) == at + 1);
  auto asked = sized<fleks_case_asked>();
  asked.first = asked.last = 202404;
  CHECK(all_of<fleks_impact_month>(impact(rates.get(), next.get(), json, &asked), fleks_impact_months).size() == 1);

  // A record of today: nothing changes; one of other amounts is told.
  const std::string record(view(owned(fleks_case_record(rates.get(), json.data(), json.size(), nullptr, 0, FLEKS_DANISH, &error))));
  const Result none = impact(nullptr, rates.get(), record);
  CHECK(all_of<fleks_impact_month>(none, fleks_impact_months).empty());
  CHECK(Json::parse(words(none, FLEKS_JSON))["cases"].empty());
  CHECK(Json::parse(words(none, FLEKS_JSON))["against"].is_null());
  CHECK(all_of<fleks_impact_month>(impact(nullptr, next.get(), record), fleks_impact_months).size() == at);
  CHECK(all_of<fleks_impact_month>(impact(rates.get(), next.get(), record), fleks_impact_months).size() == at);
  std::string forged = record;
  const auto payout = forged.find("\"payout\":\"1");
  REQUIRE(payout != std::string::npos);
  forged[payout + 10] = '2';
  CHECK(impact(nullptr, rates.get(), forged) == nullptr);
  CHECK(error.text == std::string("json: was changed after it was sealed: result."));

  // What cannot be asked.
  CHECK(impact(rates.get(), nullptr, json) == nullptr);
  CHECK(said(error) == "-1 after");
  CHECK(impact(nullptr, rates.get(), json) == nullptr);
  CHECK(said(error) == "10 before");
  asked = sized<fleks_case_asked>();
  asked.as_of = 20240401;
  CHECK(impact(nullptr, rates.get(), record, &asked) == nullptr);
  CHECK(said(error) == "11 as_of");
  asked.steps = 1;
  CHECK(impact(rates.get(), next.get(), json, &asked) == nullptr);
  CHECK(said(error) == "11 steps");
  CHECK(impact(rates.get(), next.get(), "{}") == nullptr);
  CHECK(said(error) == "10 from");
  CHECK(fleks_case_result_in_words(changed.get(), FLEKS_HTML, FLEKS_DANISH, &error) == nullptr);
  CHECK(said(error) == "9 form");
}

TEST_CASE("C interface: rates are changed in a place while eight threads compute by them") {
  const Rates now = embedded();
  auto error = english();
  const std::string csv =
      "key,valid_from,valid_to,value,unit,status,source,note\n"
      "fleksloentilskud_max_month,2024-01-01,2024-12-31,20052,kr/month,read,a test,\n";
  fleks_rates* next = fleks_rates_extended(csv.data(), csv.size(), &error);
  REQUIRE(next != nullptr);
  const std::string other = fleks_rates_version(next);
  fleks_rates_place* place = fleks_rates_place_with(now.get(), &error);
  REQUIRE(place != nullptr);

  const Case facts = case_of(read(source_file("/examples/cases/late_wage_report.json")));
  const auto march = [&](const fleks_rates* rates) {
    const Result result = months_of(rates, facts, FLEKS_AMOUNTS);
    return all_of<fleks_case_month>(result, fleks_case_month_rows)[1].payout;
  };
  const std::int64_t before = march(now.get()), after = march(next);
  CHECK(after - before == 10'000);

  std::atomic<int> old_seen = 0, new_seen = 0, wrong = 0;
  std::atomic<bool> swapped = false;
  {
    std::vector<std::jthread> threads;
    for (int i = 0; i < 8; ++i)
      threads.emplace_back([&] {
        for (int times = 0; times < 60; ++times) {
          const bool must_be_new = swapped;
          fleks_rates* mine = fleks_rates_in_use(place);
          const bool is_new = fleks_rates_version(mine) == other;
          ++(is_new ? new_seen : old_seen);
          const auto result = fleks_case_months(mine, facts.get(), nullptr, FLEKS_AMOUNTS, nullptr);
          std::vector<fleks_case_month> rows(64);
          std::size_t count = 0;
          fleks_case_month_rows(result, rows.data(), sizeof rows[0], rows.size(), &count, nullptr);
          if (rows[1].payout != (is_new ? after : before) || (must_be_new && !is_new)) ++wrong;
          fleks_case_result_free(result);
          fleks_rates_free(mine);
        }
      });
    while (old_seen < 40) std::this_thread::yield();
    CHECK(fleks_rates_put_in_use(place, next, nullptr) == FLEKS_OK);
    swapped = true;
    fleks_rates_free(next);
  }
  CHECK(wrong == 0);
  CHECK(old_seen + new_seen == 480);
  fleks_rates* last = fleks_rates_in_use(place);
  fleks_rates_place_free(place);
  CHECK(fleks_rates_version(last) == other);
  fleks_rates_free(last);

  CHECK(fleks_rates_in_use(nullptr) == nullptr);
  CHECK(fleks_rates_place_with(nullptr, &error) == nullptr);
  CHECK(said(error) == "-1 rates");
  CHECK(fleks_rates_put_in_use(nullptr, now.get(), &error) == FLEKS_BAD_CALL);
  CHECK(said(error) == "-1 place");
  fleks_rates_place_free(nullptr);
}
