#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include <fleks/fleks.hpp>
#include <fleks/words/case.hpp>

using namespace fleks;
using namespace std::chrono_literals;

// FLT-13, 20, 21, 24, 25, LY-5: the first and the last months of a fleksjob. 2024: the highest subsidy is 19.952, 30 pct. of
// the wage up to 16.323; amounts are chosen so that nothing is rounded.

namespace {

std::vector<CaseMonth> months(const std::string& text, CaseQuestion question = {.explained = true}) {
  const CaseReading reading = read_case("{" + text + "}");
  for (const Error& e : reading.errors) MESSAGE(message(e, Language::english));
  REQUIRE(reading.good());
  return case_statement(reading.facts, RateTable::embedded(), question).value().months;
}
std::string subsidy(const CaseMonth& m) { return m.subsidy ? to_text(m.subsidy->fleksloentilskud) : "-"; }
std::string before(const CaseMonth& m) {
  return m.subsidy ? to_kroner_text(m.subsidy->before_ceiling - m.subsidy->ceiling_cut - m.subsidy->part_cut) : "-";
}
bool counts(const CaseMonth& m, FactUsed::Kind kind, std::uint32_t index, Counts how) {
  for (const FactUsed& f : m.facts)
    if (f.kind == kind && f.index == index && f.counts == how) return true;
  return false;
}
std::string wage(const char* job, const char* from, const char* to, const char* amount, const char* more = "") {
  return std::string(R"({"employment": ")") + job + R"(", "from": ")" + from + R"(", "to": ")" + to + R"(", "am_income": ")" + amount +
         "\"" + more + "}";
}
std::string options(const char* choice) { return std::string(R"("options": {)") + choice + "}, "; }

const std::string april_on = R"("from": "2024-04", "to": "2024-06", "employments": [{"id": "a", "from": "2024-04-01"}])";
const std::string april_and_may =
    R"(, "wages": [)" + wage("a", "2024-04-01", "2024-04-30", "9000") + ", " + wage("a", "2024-05-01", "2024-05-31", "8000") + "]";

}  // namespace

// BEK-FLT § 4 stk. 2.
TEST_CASE("FLT-20: the first month rests on its own wage, the next on the wage of the month before") {
  const auto m = months(april_on + april_and_may);
  CHECK(subsidy(m[0]) == "17252.00");
  CHECK(subsidy(m[1]) == "17252.00");
  CHECK(subsidy(m[2]) == "17552.00");
  CHECK(m[0].basis == std::vector{Basis{0, 2024y / 4, Rule::FLT_20, false}});
  CHECK(m[1].basis == std::vector{Basis{0, 2024y / 4, Rule::FLT_1, false}});
}

TEST_CASE("FLT-20: the first month by each option") {
  CHECK(subsidy(months(options(R"("first_month": "no-deduction")") + april_on + april_and_may)[0]) == "19952.00");
  const auto none = months(options(R"("first_month": "no-subsidy")") + april_on + april_and_may);
  CHECK(subsidy(none[0]) == "-");
  CHECK(none[0].status == MonthStatus::no_right);
  CHECK(subsidy(none[1]) == "17252.00");
}

TEST_CASE("FLT-20: an expected wage holds until a real one of the month is known") {
  const std::string text = april_on + R"(, "wages": [)" +
                           wage("a", "2024-04-01", "2024-04-30", "9000", R"(, "expected": true, "known": "2024-03-25")") + ", " +
                           wage("a", "2024-04-01", "2024-04-30", "9500", R"(, "known": "2024-05-03")") + "]";
  const auto then = months(text, {.as_of = Date{2024y / 4 / 30}, .explained = true});
  CHECK(subsidy(then[0]) == "17252.00");
  CHECK(then[0].basis == std::vector{Basis{0, 2024y / 4, Rule::FLT_20, true}});
  CHECK(subsidy(then[1]) == "17252.00");
  const auto now = months(text);
  CHECK(subsidy(now[0]) == "17102.00");
  CHECK(counts(now[0], FactUsed::Kind::wage, 0, Counts::real_wage_known));
  CHECK(subsidy(now[1]) == "17102.00");
}

TEST_CASE("FLT-20: without a wage that is real or expected the month is unknown, and says which is missing") {
  const auto m = months(april_on);
  for (std::size_t i = 0; i < 3; ++i) {
    CHECK(m[i].status == MonthStatus::unknown);
    CHECK(!m[i].subsidy);
    CHECK(m[i].payout == Money{});
  }
  CHECK(m[0].missing == std::vector{MissingFact{MissingFact::Kind::wage, 0, 2024y / 4, true}});
  CHECK(m[1].missing == std::vector{MissingFact{MissingFact::Kind::wage, 0, 2024y / 4, true}});
  CHECK(m[2].missing == std::vector{MissingFact{MissingFact::Kind::wage, 0, 2024y / 5, true}});
}

// 12 of 260/12 weekdays from 15 April: 11.050,338... less 30 pct. of 4.500.
TEST_CASE("FLT-13, FLT-20: a job that begins within a month, and the month after by each option") {
  const std::string text = R"("from": "2024-04", "to": "2024-06", "employments": [{"id": "a", "from": "2024-04-15",
      "ceilings": [{"from": "2024-04-15", "amount": 30000}]}], "wages": [)" +
                           wage("a", "2024-04-15", "2024-04-30", "4500") + ", " + wage("a", "2024-05-01", "2024-05-31", "9000") + "]";
  const auto m = months(text);
  CHECK(m[0].subsidy->base == Exact::of(Money::kroner(19'952)) * Exact::ratio(144, 260));
  CHECK(m[0].subsidy->normal_wage_ceiling == Exact::of(Money::kroner(30'000)) * Exact::ratio(144, 260));
  CHECK(m[0].subsidy->before_ceiling == m[0].subsidy->base - Exact::of(Money::kroner(1'350)));
  CHECK(subsidy(m[1]) == "17252.00");
  CHECK(m[1].basis == std::vector{Basis{0, 2024y / 5, Rule::FLT_20, false}});
  CHECK(subsidy(m[2]) == "17252.00");
  CHECK(subsidy(months(options(R"("after_part_month": "as-paid")") + text)[1]) == "18602.00");
}

// A job that ends within a month: the wage is that of the whole month before, and its part is taken of the result.
TEST_CASE("FLT-13: of the month a job ends in, the part is taken of what the whole month gives") {
  const std::string text = R"("from": "2024-06", "to": "2024-07", "employments": [{"id": "a", "from": "2024-01-01", "to": "2024-06-14",
      "ceilings": [{"from": "2024-01-01", "amount": 26000}]}], "wages": [)" +
                           wage("a", "2024-05-01", "2024-05-31", "9000") + ", " + wage("a", "2024-06-01", "2024-06-14", "4000") + "]";
  const auto m = months(text);
  // 26.000 - 9.000 = 17.000 for the whole month; 10 weekdays are 120/260 of it
  CHECK(m[0].subsidy->before_ceiling - m[0].subsidy->ceiling_cut == Exact::of(Money::kroner(17'000)));
  CHECK(m[0].subsidy->part_cut == Exact::of(Money::kroner(17'000)) * Exact::ratio(140, 260));
  CHECK(subsidy(m[1]) == "-");
  CHECK(m[1].reason == Rule::FLT_21);
  CHECK(counts(m[1], FactUsed::Kind::wage, 1, Counts::after_the_job));
}

// The old job's last wage is not deducted; the new job's month rests on its own.
TEST_CASE("FLT-21: one job after another has one deduction a month, with a gap or without") {
  for (const bool gap : {false, true}) {
    CAPTURE(gap);
    const std::string text = std::string(R"("from": "2024-04", "to": "2024-07", "employments": [
        {"id": "a", "from": "2023-01-01", "to": ")") +
                             (gap ? "2024-04-30" : "2024-05-31") + R"("}, {"id": "b", "from": "2024-06-01"}], "wages": [)" +
                             wage("a", "2024-03-01", "2024-03-31", "9000") + ", " + wage("a", "2024-04-01", "2024-04-30", "8000") + ", " +
                             (gap ? "" : wage("a", "2024-05-01", "2024-05-31", "15000") + ", ") +
                             wage("b", "2024-06-01", "2024-06-30", "7000") + "]";
    const auto m = months(text);
    CHECK(subsidy(m[0]) == "17252.00");                // 30 pct. of 9.000
    CHECK(subsidy(m[1]) == (gap ? "-" : "17552.00"));  // of 8.000
    CHECK(subsidy(m[2]) == "17852.00");                // of 7.000, its own
    CHECK(subsidy(m[3]) == "17852.00");
    if (!gap) CHECK(counts(m[2], FactUsed::Kind::wage, 2, Counts::after_the_job));
  }
}

// June 2024 has 20 weekdays: 10 to the 14th, 10 after. Each job has its days, its wage and its part of the highest subsidy.
TEST_CASE("FLT-13, FLT-21: a job that follows another within the month has its own days and wage") {
  const auto m = months(R"("from": "2024-06", "to": "2024-06", "employments": [{"id": "a", "from": "2023-01-01", "to": "2024-06-14"},
      {"id": "b", "from": "2024-06-15"}], "wages": [)" +
                        wage("a", "2024-05-01", "2024-05-31", "9000") + ", " + wage("b", "2024-06-15", "2024-06-30", "5000") + "]");
  // (19.952 - 2.700) / 2 + 19.952 / 2 - 1.500
  CHECK(before(m[0]) == "17102.00");
  CHECK(subsidy(m[0]) == "17102.00");
  CHECK(m[0].basis == std::vector{Basis{0, 2024y / 5, Rule::FLT_1, false}, Basis{1, 2024y / 6, Rule::FLT_20, false}});
  CHECK(m[0].payout == Money::kroner(17'102 - 500));
}

// LAB § 123 stk. 2: 55 pct. of what the whole wage of a month is above the threshold. T of 2024 is 16.323 kr.
TEST_CASE("FLT-8: jobs that follow each other and rest on the month itself have one threshold and one deduction") {
  const auto june = [](const std::string& ceiling_a, const std::string& ceiling_b, const std::string& more = "") {
    return months(R"("from": "2024-06", "to": "2024-06", "employments": [{"id": "a", "from": "2024-06-01", "to": "2024-06-14")" +
                  ceiling_a + R"(}, {"id": "b", "from": "2024-06-15")" + ceiling_b +
                  R"(}, {"id": "o", "kind": "other", "from": "2024-01-01"}],
      "wages": [)" +
                  wage("a", "2024-06-01", "2024-06-14", "10000") + ", " + wage("b", "2024-06-15", "2024-06-30", "10000") + more + "]")[0];
  };
  CHECK(subsidy(june("", "")) == "13033.00");  // 19.952 - 30 pct. of 16.323 - 55 pct. of 3.677
  CHECK(before(june("", "")) == "13032.75");
  // Other wage is deducted once.
  CHECK(subsidy(june("", "", ", " + wage("o", "2024-06-01", "2024-06-30", "1000"))) == "12483.00");
  // Each ceiling for its ten weekdays: 25.000 - 20.000.
  const std::string high = R"(, "ceilings": [{"from": "2024-06-01", "amount": 30000}])",
                    low = R"(, "ceilings": [{"from": "2024-06-15", "amount": 20000}])";
  CHECK(subsidy(june(high, low)) == "5000.00");
  CHECK(subsidy(june(high, "")) == "10000.00");  // the one that is known
  const CaseMonth told = june(high, low);
  const auto rates = RateTable::embedded().on(2024y / 6);
  CHECK(std::any_of(told.steps.begin(), told.steps.end(), [&](const Step& s) {
    return in_words(s, rates, Language::english).find("weighted by days") != std::string::npos && s.rests_on_choice;
  }));
}

// FLT-7, LOFT-5: two jobs at once have one threshold and one deduction.
TEST_CASE("FLT-20: a second fleksjob beside the first rests on its own first month, the first on the month before") {
  const auto m =
      months(R"("from": "2024-06", "to": "2024-07", "employments": [{"id": "a", "from": "2023-01-01"}, {"id": "b", "from": "2024-06-01"}],
      "wages": [)" +
             wage("a", "2024-05-01", "2024-05-31", "6000") + ", " + wage("a", "2024-06-01", "2024-06-30", "5000") + ", " +
             wage("b", "2024-06-01", "2024-06-30", "4000") + "]");
  CHECK(subsidy(m[0]) == "16952.00");  // 30 pct. of 6.000 + 4.000
  CHECK(subsidy(m[1]) == "17252.00");  // of 5.000 + 4.000
}

// LY-5 (BEK-LY § 19 stk. 2).
TEST_CASE("LY-5: the first month on ledighedsydelse is offset by its own income, and never by the fleksjob's wage before it") {
  const std::string text = R"("from": "2024-06", "to": "2024-07", "sickness_benefit_right": true, "employments": [
      {"id": "a", "from": "2023-01-01", "to": "2024-05-31"}, {"id": "o", "kind": "other", "from": "2023-01-01"}],
      "ledighedsydelse": [{"from": "2024-06-01"}], "wages": [)" +
                           wage("a", "2024-05-01", "2024-05-31", "9000") + ", " + wage("o", "2024-05-01", "2024-05-31", "1000") + ", " +
                           wage("o", "2024-06-01", "2024-06-30", "2000") + "]";
  const auto m = months(text);
  CHECK(m[0].benefit->income == Exact::of(Money::kroner(2'000)));
  CHECK(m[0].income_month == 2024y / 6);
  CHECK(m[1].benefit->income == Exact::of(Money::kroner(2'000)));
  CHECK(counts(m[0], FactUsed::Kind::wage, 0, Counts::after_the_job));
  const auto old = months(options(R"("first_month_ledighedsydelse": "month-before")") + text);
  CHECK(old[0].benefit->income == Exact::of(Money::kroner(10'000)));
}

// FLT-24.
TEST_CASE("FLT-24: pay for days after the end counts as other wage beside a new fleksjob, and in ledighedsydelse without one") {
  const std::string wages =
      R"("wages": [)" + wage("a", "2024-06-01", "2024-07-31", "6000", R"(, "after_end": true, "disposal": "2024-07-31")");
  const auto beside = months(R"("from": "2024-08", "to": "2024-08", "employments": [{"id": "a", "from": "2023-01-01", "to": "2024-05-31"},
      {"id": "b", "from": "2024-06-01"}], )" +
                             wages + ", " + wage("b", "2024-07-01", "2024-07-31", "4000") + "]");
  CHECK(beside[0].subsidy->wage == Exact::of(Money::kroner(4'000)));
  CHECK(beside[0].subsidy->other_wage == Exact::of(Money::kroner(6'000)));
  const auto without = months(R"("from": "2024-08", "to": "2024-08", "sickness_benefit_right": true, "employments": [
      {"id": "a", "from": "2023-01-01", "to": "2024-05-31"}], "ledighedsydelse": [{"from": "2024-06-01"}], )" +
                              wages + "]");
  CHECK(without[0].benefit->income == Exact::of(Money::kroner(6'000)));
}

// Section 9: LAB § 133.
TEST_CASE("FLT-20: a fleksjob from before 2013 makes its own months out of scope, and a new one begins as any") {
  const auto m = months(R"("from": "2024-05", "to": "2024-06", "employments": [{"id": "gl", "from": "2009-05-01", "to": "2024-05-31"},
      {"id": "ny", "from": "2024-06-01"}], "wages": [)" +
                        wage("ny", "2024-06-01", "2024-06-30", "9000") + "]");
  CHECK(m[0].days.front().on == Living::old_scheme);
  CHECK(subsidy(m[0]) == "-");
  CHECK(subsidy(m[1]) == "17252.00");
}

// FLT-23.
TEST_CASE("FLT-23: after the month of pension age or a pension there is neither benefit") {
  const std::string text = R"("from": "2022-06", "to": "2022-09", "employments": [{"id": "a", "from": "2020-01-01"}], "wages": [)" +
                           wage("a", "2022-05-01", "2022-05-31", "5000") + ", " + wage("a", "2022-06-01", "2022-06-30", "5000") + ", " +
                           wage("a", "2022-07-01", "2022-07-31", "5000") + "]";
  for (const char* ends : {R"("birth_date": "1955-07-01", )", R"("pension_from": "2022-07-15", )"}) {
    const auto m = months(ends + text);
    CHECK(m[1].subsidy);
    CHECK(!m[2].subsidy);
    CHECK(m[2].reason == Rule::FLT_23);
    CHECK(m[3].status == MonthStatus::no_right);
  }
}

TEST_CASE("FLT-9: a daily benefit that could have been had is deducted as if paid, or ignored by choice") {
  const std::string text = R"("from": "2024-06", "to": "2024-06", "employments": [{"id": "a", "from": "2023-01-01"}],
      "unclaimed_benefits": [{"kind": "sickness", "from": "2024-05-01", "to": "2024-05-31", "amount": 8000}], "wages": [)" +
                           wage("a", "2024-05-01", "2024-05-31", "3000") + "]";
  CHECK(subsidy(months(text)[0]) == "11052.00");
  const auto ignored = months(options(R"("unclaimed_benefit": "ignored")") + text);
  CHECK(subsidy(ignored[0]) == "19052.00");
  CHECK(counts(ignored[0], FactUsed::Kind::unclaimed_benefit, 0, Counts::by_choice));
}

// FLT-25.
TEST_CASE("FLT-25: an income counts, or is listed with its reason") {
  const auto of = [](const char* kind, const char* amount, const char* month = "2024-05") {
    return months(R"("from": "2024-06", "to": "2024-06", "employments": [{"id": "a", "from": "2023-01-01"}], "wages": [)" +
                  wage("a", "2024-05-01", "2024-05-31", "9000") + R"(], "incomes": [{"kind": ")" + kind + R"(", "month": ")" + month +
                  "\", " + amount + "}]")[0];
  };
  CHECK(subsidy(of("side_business", R"("amount": 1000)")) == "16952.00");
  CHECK(subsidy(of("care", R"("amount": 1000)")) == "16952.00");
  for (const auto& [kind, amount, why] : {std::tuple{"replacing_wage", R"("amount": 1000)", Counts::no_wage_by_kind},
                                          {"self_employment", R"("hours": 10)", Counts::surplus_unknown},
                                          {"paid_out_holiday_allowance", R"("amount": 1000)", Counts::only_with_holiday},
                                          {"gift", R"("amount": 1000)", Counts::no_wage_by_kind}}) {
    const std::string named = kind;
    CAPTURE(named);
    CHECK(subsidy(of(kind, amount)) == "17252.00");
    CHECK(counts(of(kind, amount), FactUsed::Kind::income, 0, why));
  }
}

TEST_CASE("FLT-25: a fact of no month is listed with its reason, once") {
  const CaseReading reading =
      read_case("{" + april_on + R"(, "wages": [)" + wage("a", "2024-04-01", "2024-04-30", "9000", R"(, "id": "x")") + ", " +
                wage("a", "2024-04-01", "2024-04-30", "9100", R"(, "corrects": "x", "known": "2024-05-20")") + ", " +
                wage("a", "2024-06-01", "2024-06-30", "8000") + ", " + wage("a", "2024-05-01", "2024-05-31", "8000") + "]}");
  REQUIRE(reading.good());
  const auto all = case_statement(reading.facts, RateTable::embedded(), {.explained = true}).value();
  REQUIRE(all.unused.size() == 2);
  CHECK(all.unused[0].counts == Counts::corrected);
  CHECK(all.unused[1].counts == Counts::other_months);
  const auto then = case_statement(reading.facts, RateTable::embedded(), {.as_of = Date{2024y / 5 / 10}, .explained = true}).value();
  REQUIRE(then.unused.size() == 3);
  CHECK(then.unused[0].counts == Counts::not_known_yet);
}

// A job whose last day is a Saturday on the 1st: June has no weekday of it, and May is not its last month.
TEST_CASE("FLT-25: the wage of a month that no subsidy follows is told as such, that of the last month as paid after the job") {
  const auto of = [](const char* to) {
    return months(R"("from": "2024-06", "to": "2024-06", "employments": [{"id": "a", "from": "2024-01-01", "to": ")" + std::string(to) +
                  R"("}], "wages": [)" + wage("a", "2024-05-01", "2024-05-31", "9000") + "]")[0];
  };
  CHECK(counts(of("2024-06-01"), FactUsed::Kind::wage, 0, Counts::neither_benefit));
  CHECK(counts(of("2024-05-31"), FactUsed::Kind::wage, 0, Counts::after_the_job));
}

// LAB §§ 131, 132, 132 a: out of scope, and said so.
TEST_CASE("FLT-26: a capped subsidy is not computed where the cap decides, and is where it does not") {
  const auto of = [](const char* level) {
    return months(R"("from": "2024-06", "to": "2024-06", "capped": [{"from": "2024-06-15", "level": )" + std::string(level) +
                  R"(}], "employments": [{"id": "a", "from": "2023-01-01"}], "wages": [)" + wage("a", "2024-05-01", "2024-05-31", "9000") +
                  "]")[0];
  };
  CHECK(of("17251.99").status == MonthStatus::unknown);
  CHECK(of("17251.99").payout == Money{});
  REQUIRE(of("17251.99").missing.size() == 1);
  CHECK(of("17251.99").missing[0].kind == MissingFact::Kind::capped);
  CHECK(subsidy(of("17252")) == "17252.00");
  const auto ends_before = read_case(R"({"from": "2024-06", "to": "2024-06", "employments": [],
    "capped": [{"from": "2024-06-15", "to": "2024-06-14", "level": 1}, {"from": "2024-06-15", "to": "2024-06-15", "level": 1}]})");
  REQUIRE(ends_before.errors.size() == 1);
  CHECK(ends_before.errors[0].field.text() == "capped[0].to");
}

// FLT-5: pension in per cent of the pay before own pension, which is found from field 13.
TEST_CASE("FLT-5: a wage record with pension in per cent") {
  const auto m = months(R"("from": "2024-06", "to": "2024-06", "employments": [{"id": "a", "from": "2023-01-01"}], "wages": [)" +
                        wage("a", "2024-05-01", "2024-05-31", "8640", R"(, "own_pension": "4%", "employer_pension": "8%")") + "]");
  CHECK(m[0].subsidy->wage == Exact::of(Money::kroner(9'720)));
}

TEST_CASE("a register record below zero corrects another of its month") {
  const auto m = months(R"("from": "2024-06", "to": "2024-06", "employments": [{"id": "a", "from": "2023-01-01"}], "wages": [)" +
                        wage("a", "2024-05-01", "2024-05-31", "9500") + ", " + wage("a", "2024-05-01", "2024-05-31", "-500") + "]");
  CHECK(subsidy(m[0]) == "17252.00");
}

TEST_CASE("FLT-3: a month after one without any wage has no right, and says by which rule") {
  const auto m = months(R"("from": "2024-03", "to": "2024-03", "employments": [{"id": "a", "from": "2024-01-01"}],
    "wages": [{"from": "2024-02-01", "to": "2024-02-29", "am_income": 0}])");
  CHECK(m[0].status == MonthStatus::no_right);
  CHECK(m[0].reason == Rule::FLT_3);
}

TEST_CASE("FLT-20: a month of the job without a day to be paid for needs no wage, one without a weekday of the job does") {
  const auto sick =
      months(R"("from": "2024-04", "to": "2024-04", "sickness_benefit_right": true, "employments": [{"id": "a", "from": "2024-01-01"}],
    "daily_benefits": [{"kind": "sickness", "from": "2024-03-01", "to": "2024-03-31", "paid": "2024-03-29", "amount": 5000}])");
  CHECK(sick[0].status != MonthStatus::unknown);
  CHECK(sick[0].missing.empty());
  // From Saturday 30 March, and April on the wage of March by choice.
  const auto weekend = months(options(R"("after_part_month": "as-paid")") +
                              R"("from": "2024-04", "to": "2024-04", "employments": [{"id": "a", "from": "2024-03-30"}])");
  CHECK(weekend[0].status == MonthStatus::unknown);
  REQUIRE(!weekend[0].missing.empty());
  CHECK(weekend[0].missing[0].kind == MissingFact::Kind::wage);
}
