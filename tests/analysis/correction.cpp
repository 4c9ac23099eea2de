#include <fleks/analysis/correction.hpp>

#include <algorithm>
#include <string>

#include <doctest/doctest.h>

#include <fleks/reading/case_file.hpp>
#include <fleks/values/exact.hpp>
#include <fleks/words/case.hpp>
#include <fleks/words/message.hpp>

#include "words/said.hpp"

// Rulebook 10: what was paid, what was due, what of it is regulated, and on which basis. Amounts by hand.

using namespace fleks;
using namespace std::chrono_literals;

namespace {

const RateTable rates = RateTable::embedded();

Case read(const std::string& members) {
  CaseReading reading = read_case("{" + members + "}");
  for (const Error& e : reading.errors) MESSAGE(message(e, Language::english));
  REQUIRE(reading.good());
  return reading.facts;
}

constexpr const char* job = R"("employments": [{"id": "a", "employer": "Skolen", "from": "2020-01-01"}])";
// 30 pct. of what the wage rises by is taken from the subsidy; own ATP is 500 kr. on each side.
std::string wage(const char* month, int last, const char* pay, const char* known) {
  const std::string m = month;
  return R"({"from": ")" + m + R"(-01", "to": ")" + m + "-" + std::to_string(last) + R"(", "am_income": )" + pay + R"(, "known": ")" +
         known + R"("})";
}

}  // namespace

TEST_CASE("KOR-1: twelve months back are regulated, the thirteenth is shown apart") {
  // May and June 2023 are found 1.000 kr. higher in June 2024: June's subsidy (of May's wage) lies 12 months back, May's 13.
  const Case c = read(R"("from": "2023-05", "to": "2024-06", )" + std::string(job) + R"(, "wages": [)" +
                      wage("2023-04", 30, "8000", "2023-05-02") + "," + wage("2023-05", 31, "8000", "2023-06-02") + "," +
                      wage("2023-04", 30, "1000", "2024-06-10") + "," + wage("2023-05", 31, "1000", "2024-06-10") + "]");
  const Correction found = correction(c, rates, 2023y / 5, Date{2024y / 6 / 12}).value();
  CHECK(found.reaches == 2023y / 6);
  REQUIRE(found.months.size() >= 2);
  CHECK(found.months[0].too_old);
  CHECK(to_text(found.months[0].difference) == "-300.00");
  CHECK(found.months[0].recoverable == Money{});
  CHECK(!found.months[1].too_old);
  CHECK(to_text(found.months[1].recoverable) == "300.00");
  CHECK(found.months[1].basis == CorrectionBasis::other_facts);
  CHECK(found.months[1].rule == Rule::KOR_2);
  CHECK(to_text(found.total) == "-300.00");
  CHECK(to_text(found.too_old) == "-300.00");
  CHECK(to_text(found.to_recover) == "300.00");
  CHECK(to_text(found.not_regulated) == "300.00");
  CHECK(said::has(breakdown(c, found, Language::danish), "Mere end 12 måneder tilbage: vises, men reguleres ikke (KOR-1)"));
  CHECK(to_json(c, found, rates, Language::english).find(R"("too_old": "-300.00")") != std::string::npos);
}

TEST_CASE("KOR-2: what was really paid is what a correction rests on, and what the facts do not explain is a line") {
  const auto found = [](const std::string& paid) {
    const Case c = read(R"("from": "2024-03", "to": "2024-03", )" + std::string(job) + R"(, "wages": [)" +
                        wage("2024-02", 29, "8000", "2024-03-02") + "," + wage("2024-02", 29, "500", "2024-04-10") +
                        R"(], "decisions": [{"month": "2024-03", "date": "2024-03-27")" + paid + "}]");
    return correction(c, rates, 2024y / 3, Date{2024y / 5 / 1}).value().months.at(0);
  };
  // 19.952 − 30 pct. of 8.000 = 17.552, less 500 own ATP: 17.052; with 8.500: 16.902.
  const CorrectedMonth computed = found("");
  CHECK(!computed.stated);
  CHECK(to_text(computed.paid) == "17052.00");
  CHECK(to_text(computed.difference) == "-150.00");
  CHECK(to_text(computed.recoverable) == "150.00");
  const CorrectedMonth stated = found(R"(, "paid": 17152, "library": "0.1.0", "rates": "2026-12-31.x")");
  CHECK(stated.stated);
  CHECK(to_text(stated.paid) == "17152.00");
  CHECK(to_text(stated.due) == "16902.00");
  CHECK(to_text(stated.difference) == "-250.00");
  // The 100 kr. that no fact explains are not regulated.
  CHECK(to_text(stated.recoverable) == "150.00");
  REQUIRE(stated.lines.size() == 2);
  CHECK(stated.lines[0].rule == Rule::FLT_8);
  CHECK(!stated.lines[1].rule);
  CHECK(to_kroner_text(stated.lines[1].difference) == "-100.00");
  // Paid too little: the whole difference is paid out.
  const CorrectedMonth less = found(R"(, "paid": 16000)");
  CHECK(to_text(less.difference) == "902.00");
  CHECK(less.recoverable == Money{});
}

TEST_CASE("KOR-3: a sanction known later is no ground of efterregulering of ledighedsydelse") {
  const Case c = read(R"("from": "2024-03", "to": "2024-04", "employments": [], "ledighedsydelse": [{"from": "2024-03-01"}],
    "sanctions": [{"date": "2024-03-04", "known": "2024-05-10"}])");
  const Correction found = correction(c, rates, 2024y / 3, Date{2024y / 5 / 20}).value();
  CHECK(found.months[0].difference < Money{});
  CHECK(found.months[0].basis == CorrectionBasis::not_regulated);
  CHECK(found.months[0].rule == Rule::KOR_3);
  CHECK(found.months[0].recoverable == Money{});
  CHECK(found.to_recover == Money{});
  CHECK(found.not_regulated == -found.months[0].difference);
  CHECK(breakdown(c, found, Language::danish).find("(LAS § 91, stk. 1)") != std::string::npos);
}

TEST_CASE("FLT-6: a bonus is settled forward in the case's next months, and the rest is named") {
  const std::string facts = R"("from": "2024-03", "to": "2024-07", )" + std::string(job) + R"(, "wages": [)" +
                            wage("2024-02", 29, "8000", "2024-03-02") + "," + wage("2024-03", 31, "8000", "2024-04-02") + "," +
                            wage("2024-04", 30, "8000", "2024-05-02") + "," + wage("2024-05", 31, "8000", "2024-05-31") + "," +
                            wage("2024-06", 30, "8000", "2024-06-28") +
                            R"(, {"from": "2024-05-01", "to": "2024-05-31", "am_income": 2000, "known": "2024-05-31",
    "bonus": [{"amount": 2000, "from": "2024-02", "to": "2024-03"}]}])";
  const Correction found = correction(read(facts), rates, 2024y / 3, Date{2024y / 5 / 31}).value();
  CHECK(found.months[0].basis == CorrectionBasis::pay_over_months);
  CHECK(found.months[0].rule == Rule::FLT_6);
  CHECK(to_text(found.to_recover) == "600.00");  // 30 pct. of 1.000 kr. in each of two months
  REQUIRE(found.settlements.size() == 1);
  CHECK(found.settlements[0].month == 2024y / 6);
  CHECK(to_text(found.settlements[0].amount) == "600.00");
  CHECK(found.not_settled == Money{});
  // No later month: nothing can be settled in.
  std::string ended = facts;
  ended.replace(ended.find("2024-07"), 7, "2024-05");
  const Correction last = correction(read(ended), rates, 2024y / 3, Date{2024y / 5 / 31}).value();
  CHECK(last.settlements.empty());
  CHECK(to_text(last.not_settled) == "600.00");
}

TEST_CASE("LOFT-5: a ceiling changed back in time is a basis of its own, an interpretation") {
  const Case c = read(R"("from": "2024-03", "to": "2024-03", "employments": [{"id": "a", "from": "2020-01-01", "ceilings": [
    {"from": "2020-01-01", "amount": 26000, "id": "c", "known": "2020-01-01"},
    {"from": "2020-01-01", "amount": 25000, "corrects": "c", "known": "2024-05-01"}]}], "wages": [)" +
                      wage("2024-02", 29, "10000", "2024-03-02") + "]");
  const CorrectedMonth m = correction(c, rates, 2024y / 3, Date{2024y / 5 / 2}).value().months.at(0);
  CHECK(m.basis == CorrectionBasis::ceiling);
  CHECK(m.rule == Rule::LOFT_5);
  CHECK(to_text(m.recoverable) == "1000.00");
}

// LAS § 94 stk. 3. May 2024 has 23 weekdays and June 20; the highest class is 18.137 kr. a month.
TEST_CASE("KOR-4: another benefit in arrears is reduced by the ledighedsydelse paid for its days, both before tax") {
  const auto case_of = [](const std::string& payments) {
    return read(R"("from": "2024-04", "to": "2024-07", "employments": [], "ledighedsydelse": [{"from": "2024-01-01", "class": "full"}],
      "back_payments": [)" +
                payments + "]");
  };
  const auto payment = [](const char* from, const char* to, const char* amount) {
    return std::string(R"({"kind": "disability_pension", "known": "2024-08-01", "from": ")") + from + R"(", "to": ")" + to +
           R"(", "amount": ")" + amount + "\"}";
  };
  // Two whole months, and of May what ten weekdays are of 23.
  const Case two = case_of(payment("2024-06-01", "2024-07-31", "45000"));
  const Correction c = correction(two, rates, 2024y / 4, Date{2024y / 8 / 15}).value();
  REQUIRE(c.claims.size() == 1);
  CHECK(c.claims[0].ledighedsydelse == Money::kroner(36'274));
  CHECK(c.claims[0].deducted == Money::kroner(36'274));
  CHECK(c.claims[0].left == Money::kroner(8'726));
  CHECK(c.total == Money{});  // the ledighedsydelse itself is as it was
  const auto some = correction(case_of(payment("2024-05-20", "2024-05-31", "5000")), rates, 2024y / 4, Date{2024y / 8 / 15}).value();
  CHECK(to_text(some.claims[0].ledighedsydelse) == "7885.65");  // 18.137 × 10/23
  CHECK(some.claims[0].deducted == Money::kroner(5'000));
  CHECK(some.claims[0].left == Money{});
  // Not known yet, or of days without ledighedsydelse.
  CHECK(correction(two, rates, 2024y / 4, Date{2024y / 7 / 31}).value().claims.empty());
  const auto before = correction(case_of(payment("2023-10-01", "2023-12-31", "5000")), rates, 2024y / 4, Date{2024y / 8 / 15}).value();
  CHECK(before.claims[0].left == Money::kroner(5'000));
  // What was really paid is what is taken: own ATP of 99 kr. was withheld of it.
  Case stated = two;
  stated.decisions = {{.month = 2024y / 6, .date = 2024y / 6 / 28, .paid = Money::kroner(10'000)}};
  CHECK(correction(stated, rates, 2024y / 4, Date{2024y / 8 / 15}).value().claims[0].ledighedsydelse == Money::kroner(18'137 + 10'099));

  const std::string danish = breakdown(two, c, Language::danish), english = breakdown(two, c, Language::english);
  CHECK(danish.find("Førtidspension bagud for") != std::string::npos);
  CHECK(danish.find("36.274,00 kr.") != std::string::npos);
  CHECK(danish.find("§ 94, stk. 3") != std::string::npos);
  CHECK(english.find("Disability pension in arrears for") != std::string::npos);
  CHECK(to_json(two, c, rates, Language::english).find(R"("left": "8726.00")") != std::string::npos);

  // Each month says what of it is taken, and a claim for other days says why it is in no month.
  const auto told = case_statement(two, rates, {.explained = true}).value();
  const auto step_of = [](const CaseMonth& m) {
    const auto found = std::find_if(m.steps.begin(), m.steps.end(), [](const Step& s) { return s.rule == Rule::KOR_4; });
    return found == m.steps.end() ? std::string() : to_kroner_text(found->amount);
  };
  CHECK(step_of(told.months[1]).empty());
  CHECK(step_of(told.months[2]) == "18137.00");
  CHECK(told.unused.empty());
  const auto unused = case_statement(case_of(payment("2023-10-01", "2023-12-31", "5000")), rates, {.explained = true}).value().unused;
  REQUIRE(unused.size() == 1);
  CHECK(unused[0].kind == FactUsed::Kind::back_payment);

  // What was paid for a day is taken once.
  const auto overlapping = read_case("{" + std::string(R"("from": "2024-04", "to": "2024-07", "employments": [], "back_payments": [)") +
                                     payment("2024-05-01", "2024-06-15", "1") + ", " + payment("2024-06-15", "2024-07-31", "1") + "]}");
  REQUIRE(overlapping.errors.size() == 1);
  CHECK(overlapping.errors[0].code == ErrorCode::overlapping_periods);
  CHECK(overlapping.errors[0].field.text() == "back_payments[1].from");
}
