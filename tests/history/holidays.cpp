#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include <fleks/fleks.hpp>
#include <fleks/words/case.hpp>
#include <fleks/words/letter.hpp>

using namespace fleks;
using namespace std::chrono_literals;

// Holiday in a case, worked out by hand. 2024: the highest subsidy is 19.952, 30 pct. of the wage; ledighedsydelse 18.137
// (full), a day 837,0923. 2023: 19.333. A month has 260/12 days.

namespace {

Case read(const std::string& text) {
  const CaseReading reading = read_case("{" + text + "}");
  for (const Error& e : reading.errors) MESSAGE(e.field.text() << ": " << message(e, Language::english));
  REQUIRE(reading.good());
  return reading.facts;
}
std::vector<CaseMonth> months(const std::string& text, CaseQuestion question = {.explained = true}) {
  return case_statement(read(text), RateTable::embedded(), question).value().months;
}
std::string subsidy(const CaseMonth& m) { return m.subsidy ? to_text(m.subsidy->fleksloentilskud) : "-"; }
std::string benefit(const CaseMonth& m) { return m.benefit ? to_text(m.benefit->ledighedsydelse) : "-"; }
bool has(const std::string& text, std::string_view part) {
  const bool found = text.find(part) != std::string::npos;
  if (!found) MESSAGE(text << " has no " << part);
  return found;
}
bool has_rule(const CaseMonth& m, Rule rule) {
  return std::any_of(m.steps.begin(), m.steps.end(), [&](const Step& s) { return s.rule == rule; });
}
std::string options(const std::string& o) { return R"("options": {)" + o + "}, "; }
std::string wage(const std::string& month, const std::string& amount) {
  const Month m = parse_month(month).value();
  return R"({"from": ")" + month + R"(-01", "to": ")" + to_text(last_day(m)) + R"(", "am_income": )" + amount + "}";
}
std::string on_benefit(const std::string& from, const std::string& to) {
  return R"({"kind": "ledighedsydelse", "from": ")" + from + R"(", "to": ")" + to + "\"}";
}

}  // namespace

// LAS § 74 e stk. 1: in a fleksjob only days within it; what lies after it is ledighedsydelse anyway.
TEST_CASE("LY-11, FLT-12: a holiday on ledighedsydelse over the end of the job counts within the job") {
  const std::string start = R"("from": "2024-06", "to": "2024-07", "sickness_benefit_right": true,
    "employments": [{"id": "a", "from": "2023-01-01", "to": "2024-06-14"}],
    "wages": [)" + wage("2024-05", "8000") +
                            R"(, {"from": "2024-06-01", "to": "2024-06-14", "am_income": 4000}],
    "ledighedsydelse": [{"from": "2024-06-15"}], "holidays": [)";
  const auto over = months(start + on_benefit("2024-06-10", "2024-06-21") + "]"),
             within = months(start + on_benefit("2024-06-10", "2024-06-14") + "]");
  // Ten of 260/12 days of 19.952 - 2.400, of which five are holiday; no subsidy follows that they could be taken of.
  CHECK(subsidy(over[0]) == "4050.00");
  CHECK(benefit(over[0]) == "12556.00");  // (10 + 5) × 837,0923
  CHECK(subsidy(within[0]) == subsidy(over[0]));
  CHECK(benefit(within[0]) == benefit(over[0]));
  CHECK(benefit(over[1]) == "18137.00");
  CHECK(over[1].payout == within[1].payout);
}

TEST_CASE("LY-11: a holiday on ledighedsydelse outside both job and ledighedsydelse is refused, not dropped") {
  const auto reading =
      read_case(R"({"from": "2024-06", "to": "2024-07", "employments": [{"id": "a", "from": "2024-05-01", "to": "2024-06-14"}],
    "holidays": [)" +
                on_benefit("2024-06-10", "2024-06-21") + "]}");
  REQUIRE(reading.errors.size() == 1);
  CHECK(reading.errors[0].code == ErrorCode::outside_employment);
  CHECK(reading.errors[0].field.text() == "holidays[0].to");
  const auto before = read_case(R"({"from": "2024-06", "to": "2024-07", "employments": [{"id": "a", "from": "2024-06-11"}],
    "holidays": [)" + on_benefit("2024-06-10", "2024-06-21") +
                                "]}");
  REQUIRE(before.errors.size() == 1);
  CHECK(before.errors[0].field.text() == "holidays[0].from");
}

TEST_CASE("a holiday with or without pay that names no job lies in one of them, or is refused") {
  for (const char* kind : {"paid", "unpaid"}) {
    const auto ask = [&](const std::string& to) {
      return read_case(R"({"from": "2024-06", "to": "2024-07", "employments": [{"id": "a", "from": "2024-01-01", "to": "2024-06-14"},
      {"id": "b", "kind": "other", "from": "2024-06-17", "to": "2024-06-28"}], "holidays": [{"kind": ")" +
                       std::string(kind) + R"(", "from": "2024-06-13", "to": ")" + to + "\"}]}");
    };
    CHECK(ask("2024-06-28").good());
    REQUIRE(ask("2024-07-01").errors.size() == 1);
    CHECK(ask("2024-07-01").errors[0].field.text() == "holidays[0].to");
  }
}

// BEK-FLT § 6: whichever job it was earned in, it counts when the holiday is held.
TEST_CASE("FLT-15: feriegodtgørelse from no job of the case counts in the fleksjob's holiday") {
  const std::string start = R"("from": "2024-08", "to": "2024-08", "employments": [{"id": "a", "from": "2024-01-01"},
    {"id": "b", "kind": "other", "from": "2023-01-01", "to": "2023-12-31"}], "wages": [{"employment": "a", "from": "2024-07-01",
    "to": "2024-07-31", "am_income": 6000}], "holidays": [{"kind": "allowance", "from": "2024-07-01", "to": "2024-07-05")";
  CHECK(subsidy(months(start + R"(, "pay_per_day": 400}])")[0]) == "17552.00");  // 30 pct. of 6.000 + 5 × 400
  CHECK(subsidy(months(start + R"(, "net_per_day": 250, "tax_per_day": 150}])")[0]) == "17552.00");
  const auto reading = read_case("{" + start + "}]}");
  REQUIRE(reading.errors.size() == 1);
  CHECK(reading.errors[0].field.text() == "holidays[0].pay_per_day");
}

// BEK-FLT § 6 stk. 3: by the percentage and the deduction it is gross; without them, and without the tax, it is not known.
TEST_CASE("FLT-15: a holiday's pay that is known after tax counts gross, and is neither 0 nor taken for gross") {
  const std::string start = R"("from": "2024-08", "to": "2024-08", "employments": [{"id": "a", "from": "2024-01-01"}],
    "wages": [{"employment": "a", "from": "2024-07-01", "to": "2024-07-31", "am_income": 6000}],
    "holidays": [{"kind": "allowance", "from": "2024-07-01", "to": "2024-07-05")";
  // (228,16 - 38 pct. × 0) / 0,62 / 0,92 = 400; (266,16 - 38 pct. × 100) / 0,62 / 0,92 = 400; below the deduction 368 / 0,92 = 400
  for (const char* net : {R"("net_per_day": "228.16", "tax_pct": 38, "tax_deduction": 0)",
                          R"("net_per_day": "266.16", "tax_pct": "38", "tax_deduction": 100)",
                          R"("net_per_day": 368, "tax_pct": 38, "tax_deduction": 368)"}) {
    CAPTURE(net);
    CHECK(subsidy(months(start + ", " + net + "}]")[0]) == "17552.00");  // 30 pct. of 6.000 + 5 × 400
  }
  const auto unknown = months(start + R"(, "net_per_day": 250}])")[0];
  CHECK(unknown.status == MonthStatus::unknown);
  REQUIRE(unknown.missing.size() == 1);
  CHECK(unknown.missing[0].kind == MissingFact::Kind::holiday_tax);
  CHECK(unknown.missing[0].item == 1);
}

// BEK-FLT § 6 stk. 2.
TEST_CASE("FLT-15: feriegodtgørelse that is known after tax is taken out of the wage gross, or the month is unknown") {
  const auto august = [](const std::string& of_wage, const std::string& more = {}) {
    return months(R"("from": "2024-08", "to": "2024-09", "employments": [{"id": "a", "from": "2024-01-01"}], "wages": [
      {"employment": "a", "from": "2024-07-01", "to": "2024-07-31", "am_income": 7000)" +
                  of_wage + R"(}, {"employment": "a", "from": "2024-08-01", "to": "2024-08-31", "am_income": 6000}])" + more);
  };
  // 1.000 gross: 7.000 - 1.000 = 6.000
  const std::string six_thousand = subsidy(august("")[1]);
  CHECK(subsidy(august(R"(, "holiday_pay_202": "570.40", "holiday_tax": "429.60")")[0]) == six_thousand);
  CHECK(subsidy(august(R"(, "holiday_pay_202": "570.40", "holiday_tax_pct": 38, "holiday_tax_deduction": 0)")[0]) == six_thousand);
  CHECK(subsidy(august(R"(, "holiday_pay_202": "608.40", "holiday_tax_pct": 38, "holiday_tax_deduction": 100)")[0]) == six_thousand);
  const auto unknown = august(R"(, "holiday_pay_202": "570.40")");
  CHECK(unknown[0].status == MonthStatus::unknown);
  REQUIRE(unknown[0].missing.size() == 1);
  CHECK(unknown[0].missing[0].kind == MissingFact::Kind::holiday_tax);
  CHECK(unknown[0].missing[0].index == 0);
  CHECK(unknown[0].missing[0].month == 2024y / 7);
  CHECK(subsidy(unknown[1]) == six_thousand);
  // In ledighedsydelse it is income too (LY-5), of another job.
  const auto benefit_month = months(R"("from": "2024-08", "to": "2024-08", "ledighedsydelse": [{"from": "2024-01-01", "class": "full"}],
    "employments": [{"id": "b", "kind": "other", "from": "2024-01-01"}], "wages": [{"employment": "b", "from": "2024-07-01",
    "to": "2024-07-31", "am_income": 2000, "holiday_pay_202": 100}])")[0];
  CHECK(benefit_month.status == MonthStatus::unknown);
  REQUIRE(benefit_month.missing.size() == 1);
  CHECK(benefit_month.missing[0].kind == MissingFact::Kind::holiday_tax);
}

// LAS § 74 e stk. 1, 5; BEK-FLT § 10 stk. 1: what is earned goes first, 25 in all.
TEST_CASE("LY-11: days beyond what is not earned are refused with the account") {
  const std::string start = R"("from": "2024-07", "to": "2024-09", "employments": [{"id": "a", "from": ")";
  const std::string wages = R"("}], "wages": [)" + wage("2024-06", "8000") + ", " + wage("2024-07", "6200") + ", " +
                            wage("2024-08", "8000") + R"(], "holidays": [)";
  const auto refused = [&](const std::string& from, const std::string& holidays) {
    const Case c = read(start + from + wages + holidays + "]");
    const auto statement = case_statement(c, RateTable::embedded());
    REQUIRE(!statement);
    const auto corrected = correction(c, RateTable::embedded(), 2024y / 7);
    REQUIRE(!corrected);
    CHECK(corrected.error().field.text() == statement.error().field.text());
    return statement.error();
  };
  const Error e = refused("2022-09-01", on_benefit("2024-07-01", "2024-07-26"));
  CHECK(e.code == ErrorCode::too_many_days);
  CHECK(e.field.text() == "holidays[0].to");
  CHECK(e.given == "20");
  REQUIRE(std::holds_alternative<HolidayLeft>(e.allowed));
  CHECK(to_text(e.allowed) == "<= 2.12 (earned with pay 22.88, held 0)");
  CHECK(has(message(e, Language::danish), "22,88"));
  CHECK(has(message(e, Language::english), "at most 2.12 days on ledighedsydelse"));
  // A job from May has earned 6,24 by the end of July: 18,76 are left, and two weeks are not too many; three more days are.
  CHECK(months(start + "2024-05-01" + wages + on_benefit("2024-07-01", "2024-07-12") + "]").size() == 3);
  const Error second = refused("2024-05-01", on_benefit("2024-07-01", "2024-07-19") + ", " +
                                                 R"({"kind": "ledighedsydelse", "from": "2024-07-22", "to": "2024-07-26", "days": 4})");
  CHECK(second.field.text() == "holidays[1].days");
  CHECK(to_text(second.allowed) == "<= 3.76 (earned with pay 6.24, held 15)");
  // What was claimed and is corrected is refused no more; a decision of then can be computed again.
  const std::string claim = R"({"id": "h", "kind": "ledighedsydelse", "from": "2024-07-01", "to": "2024-07-26"},
    {"corrects": "h", "kind": "paid", "from": "2024-07-01", "to": "2024-07-26", "known": "2024-10-01"})";
  CHECK(benefit(months(start + "2022-09-01" + wages + claim + "]", {.as_of = Date{2024y / 8 / 1}})[0]) != "-");
}

TEST_CASE("LY-11: until December what the year before did not earn is left too, once its own days are held") {
  const auto ask = [](const std::string& from, const std::string& holidays) {
    const Case c = read(R"("from": "2024-10", "to": "2024-11", "employments": [{"id": "a", "from": ")" + from + R"("}], "wages": [)" +
                        wage("2024-09", "8000") + ", " + wage("2024-10", "8000") + R"(], "holidays": [)" + holidays + "]");
    return case_statement(c, RateTable::embedded()).has_value();
  };
  const std::string week = on_benefit("2024-10-14", "2024-10-18");
  CHECK(ask("2024-06-01", week));   // 6,24 earned in the year before: 18,76 of it are left
  CHECK(!ask("2022-01-01", week));  // 25 earned and not held: they go first
  CHECK(ask("2022-01-01", R"({"kind": "paid", "from": "2024-07-01", "to": "2024-08-02"}, )" + week));
}

TEST_CASE("LY-11: a claim of just what is left is none too many, in whichever order the claims are told") {
  // A job from May has earned 6,24 by the end of July: 18,76 are left.
  const auto july = [](const std::string& holidays) {
    return case_statement(read(R"("from": "2024-07", "to": "2024-07", "employments": [{"id": "a", "from": "2024-05-01"}], "wages": [)" +
                               wage("2024-06", "8000") + R"(], "holidays": [)" + holidays + "]"),
                          RateTable::embedded());
  };
  const std::string three_weeks = on_benefit("2024-07-01", "2024-07-19");
  const auto last = [](const char* count) {
    return R"({"kind": "ledighedsydelse", "from": "2024-07-22", "to": "2024-07-26", "days": )" + std::string(count) + "}";
  };
  CHECK(july(three_weeks + ", " + last("3.76")));
  CHECK(july(last("3.76") + ", " + three_weeks));
  REQUIRE(!july(three_weeks + ", " + last("3.77")));
  CHECK(july(three_weeks + ", " + last("3.77")).error().field.text() == "holidays[1].days");
  REQUIRE(!july(last("3.77") + ", " + three_weeks));
  CHECK(july(last("3.77") + ", " + three_weeks).error().field.text() == "holidays[0].days");  // the later one
}

TEST_CASE("LY-11: while a whole own day of the year before is left, nothing is left of the year that runs") {
  const auto october = [](const std::string& held, const std::string& claim) {
    return case_statement(
        read(R"("from": "2024-11", "to": "2024-11", "employments": [{"id": "a", "from": "2024-06-01"}], "wages": [)" +
             wage("2024-10", "8000") + R"(], "holidays": [{"kind": "paid", "from": "2024-08-05", "to": ")" + held + "\"}, " + claim + "]"),
        RateTable::embedded());
  };
  // 6,24 earned in the year before, of which 5 are held: 1,24 are left and go first. What it did not earn is 18,76.
  const std::string all_of_it = on_benefit("2024-10-01", "2024-10-31");  // 23 days
  REQUIRE(!october("2024-08-09", all_of_it));
  CHECK(to_text(std::get<HolidayLeft>(october("2024-08-09", all_of_it).error().allowed).left) == "18.76");
  // With 6 held 0,24 are left, which is no day.
  CHECK(october("2024-08-12", all_of_it));
  // Just one left goes first too.
  const std::string four = R"({"kind": "paid", "from": "2024-08-13", "to": "2024-08-13", "days": 0.24}, )";
  CHECK(!october("2024-08-09", four + all_of_it));
  CHECK(october("2024-08-09", R"({"kind": "paid", "from": "2024-08-13", "to": "2024-08-13", "days": 0.25}, )" + all_of_it));
}

TEST_CASE("LY-11: in September what the year before did not earn is left beside what runs") {
  const auto september = [](const std::string& from, const std::string& claim) {
    return case_statement(read(R"("from": "2024-10", "to": "2024-10", "employments": [{"id": "a", "from": ")" + from +
                               R"("}], "wages": [)" + wage("2024-09", "8000") + R"(], "holidays": [)" + claim + "]"),
                          RateTable::embedded());
  };
  // 25 days were earned and not held: they go first, and 0 are left.
  REQUIRE(!september("2023-09-01", on_benefit("2024-09-02", "2024-09-02")));
  CHECK(to_text(std::get<HolidayLeft>(september("2023-09-01", on_benefit("2024-09-02", "2024-09-02")).error().allowed).left) == "0");
  CHECK(september("2024-08-31", on_benefit("2024-09-02", "2024-09-27")));
}

// Practice: LY-11.
TEST_CASE("LY-11: public holidays are not paid for, but by choice") {
  const std::string rest =
      R"("sickness_benefit_right": true, "from": "2024-05", "to": "2024-06", "employments": [{"id": "a", "from": "2024-01-01"}],
    "wages": [)" +
      wage("2024-04", "2000") + ", " + wage("2024-05", "2000") + R"(], "holidays": [)" + on_benefit("2024-05-06", "2024-05-10") + "]";
  auto m = months(rest);  // Ascension Day is the 9th
  CHECK(benefit(m[0]) == "3348.00");
  CHECK(subsidy(m[1]) == "15779.00");  // 19.352 less 4 / 21,6667 of it
  m = months(options(R"("public_holidays": "counted")") + rest);
  CHECK(benefit(m[0]) == "4185.00");
  CHECK(subsidy(m[1]) == "14886.00");
}

// BEK-FLT § 10 stk. 2: no subsidy for those days.
TEST_CASE("FLT-12, FLT-13: where all days of the job in the month are such days no subsidy is left, by each dated rule") {
  for (const char* year : {"2021", "2023", "2025"}) {
    const std::string y = year;
    const Month month = parse_month(y + "-06").value();
    const std::string job = R"("from": ")" + y + R"(-06", "to": ")" + y +
                            R"(-06", "sickness_benefit_right": true, "employments": [{"id": "a", "from": ")" + y + R"(-06-14", "to": ")" +
                            y + R"(-06-27"}], "wages": [{"from": ")" + y + R"(-06-14", "to": ")" + y +
                            R"(-06-27", "am_income": 100}], "holidays": [)";
    const auto m = months(job + on_benefit(y + "-06-14", y + "-06-27") + "]");
    CAPTURE(y);
    CHECK(subsidy(m[0]) == "0.00");
    CHECK(m[0].benefit);
    const auto half = months(job + on_benefit(y + "-06-14", y + "-06-20") + "]");
    CHECK(half[0].subsidy->fleksloentilskud > Money{});
    CHECK(month == half[0].month);
  }
}

// December 2024 has 22 weekdays, of which two are public holidays.
TEST_CASE("FLT-12: of a whole month on holiday nothing is left in the next, of most of it the rest") {
  const auto january = [](const std::string& to) {
    return months(R"("from": "2025-01", "to": "2025-01", "employments": [{"id": "a", "from": "2024-11-01"}], "wages": [)" +
                  wage("2024-12", "100") + R"(], "holidays": [)" + on_benefit("2024-12-02", to) + "]")[0];
  };
  CHECK(subsidy(january("2024-12-31")) == "0.00");
  CHECK(subsidy(january("2024-12-20")) == "6351.00");  // (20.670 - 30) × (1 - 15 × 12/260)
}

// BEK-FLT §§ 5-6: FLT-15; LAS § 74 e stk. 6: LY-9.
TEST_CASE("FLT-15, LY-9: a holiday whose pay per day cannot be told makes its month unknown, and says what is missing") {
  const std::string start =
      R"("from": "2024-07", "to": "2024-08", "employments": [{"id": "a", "from": "2024-05-01", "holiday": "allowance"}], "wages": [)";
  const std::string june = R"({"from": "2024-06-01", "to": "2024-06-30", "am_income": 8000, )",
                    july = ", " + wage("2024-07", "6200") +
                           R"(], "holidays": [{"kind": "allowance", "from": "2024-07-01", "to": "2024-07-05"}])";
  // Nothing is known of May.
  const Case c = read(start + june + R"("201": 1000})" + july);
  const CaseStatement statement = case_statement(c, RateTable::embedded(), {.explained = true}).value();
  CHECK(subsidy(statement.months[0]) == "17852.00");  // what is earned to FerieKonto is taken out: 7.000
  const CaseMonth& august = statement.months[1];
  CHECK(august.status == MonthStatus::unknown);
  CHECK(!august.subsidy);
  REQUIRE(august.missing.size() == 1);
  CHECK(august.missing[0].kind == MissingFact::Kind::holiday_pay);
  CHECK(has(to_json(c, statement, RateTable::embedded(), Language::danish), R"("fact": "holidays[0].pay_per_day")"));
  CHECK(has(breakdown(c, statement, RateTable::embedded(), Language::danish, true), "Feriepengene pr. dag for ferien i juli 2024"));
  const auto told = letter(c, RateTable::embedded(), 2024y / 8, {}, Language::english);
  REQUIRE(told.has_value());
  CHECK(has(*told, "refusal."));
  CHECK(has(*told, "The holiday pay a day of the holiday in July 2024"));
  // With May it is known: 2.000 for 4,16 days.
  const std::string may = R"({"from": "2024-05-01", "to": "2024-05-31", "am_income": 8000, "198": 1000}, )";
  const auto m = months(start + may + june + R"("201": 1000})" + july);
  CHECK(m[1].status == MonthStatus::computed);
  CHECK(subsidy(m[1]) == "17371.00");  // 30 pct. of 6.200 + 5 × 480,7692
  // After tax alone, or nothing at all, the gross is not.
  CHECK(months(start + may + june + R"("202": 640})" + july)[1].status == MonthStatus::unknown);
  CHECK(months(start + wage("2024-05", "8000") + ", " + wage("2024-06", "8000") + july)[1].status == MonthStatus::unknown);
  // On ledighedsydelse likewise, also without any job.
  const auto idle =
      months(R"("from": "2024-07", "to": "2024-08", "employments": [], "ledighedsydelse": [{"from": "2024-06-01", "class": "full"}],
    "holidays": [{"kind": "paid", "from": "2024-07-01", "to": "2024-07-05"}])");
  CHECK(idle[0].status == MonthStatus::unknown);
  CHECK(!idle[0].benefit);
  CHECK(benefit(idle[1]) == "18137.00");
  const auto gross_twice = read_case("{" + start + june + R"("198": 1000, "201": 1000}]})");
  REQUIRE(gross_twice.errors.size() == 1);
  CHECK(gross_twice.errors[0].field.text() == "wages[0].201");
}

// BEK 1604/2019, 110/2021, 250/2022: § 4 stk. 4, § 9/§ 10 stk. 2.
TEST_CASE("FLT-22: 2020 to 2023 the month after a holiday is regulated on its own wage, when that is known") {
  const std::string y23 = R"("from": "2023-07", "to": "2023-09", "employments": [{"id": "a", "from": "2023-01-01"}], "wages": [)" +
                          wage("2023-06", "8000") + ", " + wage("2023-07", "6000") + ", " + wage("2023-08", "9000") +
                          R"(], "holidays": [{"kind": "allowance", "pay_per_day": 300, "from": "2023-07-03", "to": "2023-07-07"}])";
  auto m = months(y23);
  CHECK(subsidy(m[0]) == "16933.00");
  CHECK(subsidy(m[1]) == "16633.00");  // August's own 9.000
  CHECK(m[1].basis[0].rule == Rule::FLT_22);
  CHECK(has_rule(m[1], Rule::FLT_22));
  CHECK(subsidy(m[2]) == "16633.00");
  CHECK(m[2].basis[0].rule == Rule::FLT_1);
  CHECK(subsidy(months(y23, {.as_of = Date{2023y / 8 / 30}})[1]) == "17083.00");  // July's 6.000 + 5 × 300
  CHECK(subsidy(months(options(R"("after_holiday": "as-paid")") + y23)[1]) == "17083.00");
  const std::string y24 = R"("from": "2024-08", "to": "2024-08", "employments": [{"id": "a", "from": "2024-05-01"}], "wages": [)" +
                          wage("2024-07", "6000") + ", " + wage("2024-08", "9000") + R"(], "holidays": [)" +
                          on_benefit("2024-07-01", "2024-07-05") + "]";
  CHECK(months(y24)[0].basis[0].rule == Rule::FLT_1);
  CHECK(months(options(R"("after_holiday": "regulated")") + y24)[0].basis[0].wage_month == 2024y / 8);
  // The correction knows why.
  const Correction c =
      correction(read(R"("decisions": [{"month": "2023-08", "date": "2023-08-30"}], )" + y23), RateTable::embedded(), 2023y / 7).value();
  const auto august = std::find_if(c.months.begin(), c.months.end(), [](const CorrectedMonth& x) { return x.month == 2023y / 8; });
  REQUIRE(august != c.months.end());
  CHECK(august->difference == -Money::kroner(450));
  CHECK(august->basis == CorrectionBasis::after_holiday);
}

TEST_CASE("FLT-22: jobs that follow each other in the month have their own wages already") {
  const auto m = months(R"("from": "2023-08", "to": "2023-08", "employments": [{"id": "a", "from": "2023-01-01", "to": "2023-08-11"},
    {"id": "b", "from": "2023-08-14"}], "wages": [{"employment": "a", "from": "2023-07-01", "to": "2023-07-31", "am_income": 6000},
    {"employment": "a", "from": "2023-08-01", "to": "2023-08-11", "am_income": 3000},
    {"employment": "b", "from": "2023-08-14", "to": "2023-08-31", "am_income": 4000}],
    "holidays": [{"kind": "allowance", "employment": "a", "pay_per_day": 300, "from": "2023-07-03", "to": "2023-07-07"}])");
  REQUIRE(m[0].basis.size() == 2);
  CHECK(m[0].basis[0].rule == Rule::FLT_1);
  CHECK(m[0].basis[1].rule == Rule::FLT_20);
}

// BEK-FLT § 13 stk. 2.
TEST_CASE("LOFT-4: a ceiling that the municipality computed from hourly pay has the hours of the order from 2024") {
  const auto ask = [](const std::string& o, const std::string& year, const std::string& by) {
    return subsidy(months(options(R"("round_to": "oere")" + o) + R"("from": ")" + year + R"(-05", "to": ")" + year +
                          R"(-05", "employments": [{"id": "a", "from": "2022-01-01", "ceilings": [{"from": "2022-01-01", "hourly": 150,
      "stated_by": ")" + by +
                          R"("}]}], "wages": [)" + wage(year + "-04", "15000") + "]")[0]);
  };
  CHECK(ask("", "2024", "computed") == "9049.95");  // 150 × 160,333 - 15.000
  CHECK(ask("", "2024", "employer") == "9050.00");
  CHECK(ask("", "2023", "computed") == "9050.00");
  CHECK(ask(R"(, "ceiling_hours": "exact")", "2024", "computed") == "9050.00");
  CHECK(ask(R"(, "ceiling_hours": "160.333")", "2023", "employer") == "9049.95");
}

// P 51-16; P 14-22.
TEST_CASE("FLT-16: without the full-time supplement the case gives both results and what decides") {
  const std::string start = R"("from": "2024-06", "to": "2024-06", "employments": [{"id": "a", "employer": "Skolen", "from": "2023-01-01",
    "ceilings": [{"from": "2023-01-01", "amount": )";
  const std::string pay = R"(}]}], "wages": [{"from": "2024-05-01", "to": "2024-05-31", "am_income": )";
  const Case c = read(start + "26000" + pay + R"(12867, "supplements": [{"kind": "holiday_supplement", "amount": 900}]}])");
  const CaseStatement s = case_statement(c, RateTable::embedded(), {.explained = true}).value();
  CHECK(subsidy(s.months[0]) == "15473.00");
  REQUIRE(s.months[0].otherwise.size() == 1);
  CHECK(to_text(s.months[0].otherwise[0].fleksloentilskud) == "13133.00");
  CHECK(s.months[0].otherwise[0].missing.kind == MissingFact::Kind::full_time_supplement);
  CHECK(has(to_json(c, s, RateTable::embedded(), Language::danish), R"("fact": "wages[0].supplements[0].full_time")"));
  // Hours that are not known: without a rise, and with one that is high enough.
  const Case free = read(start + "24000" + pay +
                         R"(11900, "supplements": [{"kind": "free_choice", "amount": 1500, "from": "2024-01", "to": "2024-05"}]}])");
  const CaseStatement f = case_statement(free, RateTable::embedded(), {.explained = true}).value();
  CHECK(subsidy(f.months[0]) == "12100.00");
  REQUIRE(f.months[0].otherwise.size() == 1);
  CHECK(to_text(f.months[0].otherwise[0].fleksloentilskud) == "16382.00");
  CHECK(f.months[0].otherwise[0].missing.kind == MissingFact::Kind::hours);
  // Not told to the citizen as a fact.
  const auto text = letter(free, RateTable::embedded(), 2024y / 6, {}, Language::danish);
  REQUIRE(text.has_value());
  CHECK(has(*text, "Du får foreløbig"));
  CHECK(text->find("lønloftet hæves ikke") == std::string::npos);
  CHECK(text->find("sat 4.282") == std::string::npos);
  // Where it decides nothing it is not missed.
  const auto low = months(start + "40000" + pay + R"(11900, "supplements": [{"kind": "free_choice", "amount": 1500}]}])");
  CHECK(low[0].otherwise.empty());
  CHECK(low[0].missing.empty());
}

TEST_CASE("every option of the case file is read by its own words, and no other") {
  for (const char* option :
       {"first_month", "after_part_month", "part_of", "after_holiday", "holiday_days_of", "first_month_ledighedsydelse",
        "other_wage_under_ceiling", "benefits_under_ceiling", "care_income_under_ceiling", "public_holidays", "unclaimed_benefit",
        "atp_contribution", "ceiling_hours", "round_to"}) {
    CAPTURE(option);
    const auto wrong = read_case(R"({"options": {")" + std::string(option) +
                                 R"(": "none of them"}, "from": "2024-06", "to": "2024-06", "employments": []})");
    REQUIRE(wrong.errors.size() == 1);
    CHECK(wrong.errors[0].code == ErrorCode::no_such_choice);
    const auto& words = std::get<OneOf>(wrong.errors[0].allowed).choices;
    CHECK(words.size() >= 2);
    for (const Field& word : words)
      CHECK(read_case(R"({"options": {")" + std::string(option) + R"(": ")" + std::string(word.text()) +
                      R"("}, "from": "2024-06", "to": "2024-06", "employments": []})")
                .good());
  }
}
