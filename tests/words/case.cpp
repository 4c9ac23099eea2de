#include <doctest/doctest.h>

#include <string>

#include <fleks/fleks.hpp>
#include <fleks/words/benefits.hpp>
#include <fleks/words/case.hpp>

using namespace fleks;
using namespace std::chrono_literals;

// What an officer and a citizen read of a case: days, facts, amounts, correction and letter.

namespace {

Case read(const std::string& text) {
  const CaseReading reading = read_case("{" + text + "}");
  for (const Error& e : reading.errors) MESSAGE(e.field.text() << ": " << message(e, Language::english));
  REQUIRE(reading.good());
  return reading.facts;
}
std::string told(const Case& c, Language language) {
  const RateTable rates = RateTable::embedded();
  return breakdown(c, case_statement(c, rates, {.explained = true}).value(), rates, language, true);
}
std::string json(const Case& c) {
  const RateTable rates = RateTable::embedded();
  return to_json(c, case_statement(c, rates, {.explained = true}).value(), rates, Language::english);
}
/// Whether the text says it, wherever its lines are broken.
bool has(const std::string& text, std::string_view part) {
  std::string unwrapped;
  for (const char c : text) unwrapped += c == '\n' ? ' ' : c;
  for (std::size_t at = 0; (at = unwrapped.find("  ", at)) != std::string::npos;) unwrapped.erase(at, 1);
  const bool found = text.find(part) != std::string::npos || unwrapped.find(part) != std::string::npos;
  if (!found) MESSAGE(text << "\nhas no " << part);
  return found;
}

// June: five days of other work and nothing else known. July: ledighedsydelse with everything beside it.
const std::string summer = R"("name": "Ida", "from": "2024-06", "to": "2024-08",
  "employments": [{"id": "n", "employer": "Avis", "kind": "other", "from": "2024-06-03", "to": "2024-06-07"}, {"id": "g", "kind": "other", "from": "2023-01-01", "to": "2023-01-31"}],
  "ledighedsydelse": [{"from": "2024-07-01", "class": "full"}],
  "holidays": [{"kind": "unpaid", "from": "2024-07-08", "to": "2024-07-09"}, {"kind": "untaken", "from": "2024-07-30", "to": "2024-07-31", "source": "employer"}],
  "daily_benefits": [{"kind": "maternity", "from": "2024-07-10", "to": "2024-07-11", "amount": 100}, {"kind": "bereavement", "from": "2024-07-12", "to": "2024-07-12", "amount": 200},
                     {"kind": "resource", "from": "2024-07-15", "to": "2024-07-15", "amount": 300}, {"kind": "sickness", "from": "2024-07-16", "to": "2024-07-16", "amount": 400}],
  "incomes": [{"kind": "replacing_wage", "month": "2024-06", "amount": 1000}, {"kind": "self_employment", "month": "2024-06", "hours": 2.5},
              {"kind": "paid_out_holiday_allowance", "month": "2024-06", "amount": 50}, {"kind": "gift", "month": "2024-06", "amount": 60}])";

}  // namespace

TEST_CASE("each day of a month is said by what the citizen lives on") {
  const Case c = read(summer);
  const std::string da = told(c, Language::danish), en = told(c, Language::english), js = json(c);
  CHECK(has(da, "1.-2. juni 2024           intet oplyst\n"));
  CHECK(has(da, "3.-7. juni 2024           andet arbejde, Avis\n"));
  CHECK(has(da, "8.-9. juli 2024           ferie uden løn\n"));
  CHECK(has(da, "10.-12. juli 2024         dagpenge m.v.\n"));
  CHECK(has(da, "Ingen ydelse for måneden."));
  CHECK(has(en, "1-2 June 2024             nothing known\n"));
  CHECK(has(en, "3-7 June 2024             other work, Avis\n"));
  CHECK(has(en, "8-9 July 2024             holiday without pay\n"));
  CHECK(has(en, "No benefit for the month."));
  CHECK(has(js, R"("on": "nothing_known")"));
  CHECK(has(js, R"("on": "other_work")"));
  CHECK(has(js, R"("employment": "n")"));
  CHECK(has(js, R"("on": "unpaid_holiday")"));
  CHECK(has(js, R"("on": "daily_benefit")"));
}

TEST_CASE("each fact a month rests on is said in both languages, with who says so and since when") {
  const Case c = read(summer);
  const std::string da = told(c, Language::danish), en = told(c, Language::english);
  for (const char* fact :
       {"Indtægt i stedet for løn, juni 2024: 1.000,00 kr. (borgeren, oplyst 1. juni 2024)",
        "Selvstændig bibeskæftigelse eller ulønnet arbejde, juni 2024: 2,5 timer",
        "Feriegodtgørelse udbetalt uden ferie, juni 2024: 50,00 kr.", "Indtægt, der ikke tæller, juni 2024: 60,00 kr.",
        "Ledighedsydelse fra 1. juli 2024 (kommunen, oplyst 1. juli 2024)", "Barselsdagpenge 10.-11. juli 2024: 100,00 kr.",
        "Sorgorlovsdagpenge 12. juli 2024: 200,00 kr.", "Ressourceforløbsydelse 15. juli 2024: 300,00 kr.",
        "Sygedagpenge 16. juli 2024: 400,00 kr.", "Optjent ferie, der ikke er holdt 30.-31. juli 2024, 2 dage (arbejdsgiveren"})
    CHECK(has(da, fact));
  for (const char* fact :
       {"Income in place of wage, June 2024: DKK 1,000.00 (citizen, known 1 June 2024)",
        "Self-employment or unpaid work, June 2024: 2.5 hours", "Holiday allowance paid out without holiday, June 2024: DKK 50.00",
        "Income that does not count, June 2024: DKK 60.00", "Maternity benefit 10-11 July 2024: DKK 100.00",
        "Bereavement benefit 12 July 2024: DKK 200.00", "Sickness benefit 16 July 2024: DKK 400.00",
        "Earned holiday that was not taken 30-31 July 2024, 2 days (employer"})
    CHECK(has(en, fact));
  // 21 weekdays × 18.137 × 12/260 = 17.578,94, less 30 pct. of July's own four daily benefits: the first month (LY-5).
  CHECK(has(da, "17.278,94"));
  CHECK(has(da, "2,5 timer (borgeren, oplyst 1. juni 2024); tæller ikke: der er hverken fleksløntilskud eller ledighedsydelse"));
  // August: 18.137 less 30 pct. of the four daily benefits.
  CHECK(has(da, "17.837,00"));
}

TEST_CASE("a fact without a day it became known is said without one") {
  Case c = read(R"("from": "2024-07", "to": "2024-07", "employments": [], "ledighedsydelse": [{"from": "2024-07-01"}])");
  c.ledighedsydelse[0].record.known = Date{};
  CHECK(has(told(c, Language::danish), "Ledighedsydelse fra 1. juli 2024 (kommunen)\n"));
  CHECK(has(told(c, Language::english), "Ledighedsydelse from 1 July 2024 (municipality)\n"));
  CHECK(has(json(c), R"("known": null)"));
}

TEST_CASE("a month without a ceiling says so in JSON, and one with a ceiling its amount") {
  const std::string job = R"("from": "2024-03", "to": "2024-03", "employments": [{"id": "a", "from": "2024-01-01")";
  const std::string wages = R"(}], "wages": [{"from": "2024-02-01", "to": "2024-02-29", "am_income": 5000}])";
  CHECK(has(json(read(job + wages)), R"("normal_wage_ceiling": null)"));
  CHECK(
      has(json(read(job + R"(, "ceilings": [{"from": "2024-01-01", "amount": 30000}])" + wages)), R"("normal_wage_ceiling": "30000.00")"));
}

TEST_CASE("a correction says what is to be paid out, was paid too much, or that the months even out") {
  const auto corrected = [](const char* february, const char* march, Language language) {
    const Case c = read(R"("from": "2024-03", "to": "2024-04", "employments": [{"id": "a", "from": "2024-01-01"}], "wages": [
      {"id": "x", "from": "2024-02-01", "to": "2024-02-29", "am_income": 5000}, {"id": "y", "from": "2024-03-01", "to": "2024-03-31", "am_income": 5000},
      {"corrects": "x", "known": "2024-05-01", "from": "2024-02-01", "to": "2024-02-29", "am_income": )" +
                        std::string(february) + R"(},
      {"corrects": "y", "known": "2024-05-01", "from": "2024-03-01", "to": "2024-03-31", "am_income": )" +
                        march + "}]");
    return breakdown(c, correction(c, RateTable::embedded(), c.first).value(), language);
  };
  CHECK(has(corrected("4000", "5000", Language::danish), "Efterbetaling i alt: 300,00 kr.\n"));
  CHECK(has(corrected("4000", "5000", Language::english), "To pay out in all: DKK 300.00.\n"));
  CHECK(has(corrected("5000", "7000", Language::danish), "I alt at regulere: 600,00 kr.\n"));
  CHECK(has(corrected("4000", "6000", Language::danish), "I alt 0,00 kr.: månederne går lige op.\n"));
  CHECK(has(corrected("5000", "5000", Language::english), "No month changes.\n"));
}

TEST_CASE("FLT-16: the rise of the ceiling is said with the rate it was computed with") {
  // D2: the sentence once said 1 per cent beside a rate of 2.
  const RateTable rates =
      RateTable::embedded()
          .extended_by("key,valid_from,valid_to,value,unit,status,source,note\nholiday_supplement_pct,2013-01-01,,2,pct,read,a test,\n")
          .value();
  const Case c = read(R"("from": "2024-06", "to": "2024-06",
    "employments": [{"id": "a", "from": "2023-09-01", "ceilings": [{"from": "2023-09-01", "amount": 24000}]}],
    "wages": [{"from": "2024-05-01", "to": "2024-05-31", "am_income": 12900, "supplements": [{"kind": "holiday_supplement", "amount": 900}]}])");
  const std::string said = breakdown(c, case_statement(c, rates, {.explained = true}).value(), rates, Language::danish, true);
  CHECK(has(said, "hæver lønloftet i måneden med 2 pct. af fuldtidslønnen i optjeningsperioden"));
  CHECK(said.find("1 pct.") == std::string::npos);
}

TEST_CASE("a citizen's days in JSON have one word for each way to live") {
  const Case c = read(
      R"("from": "2024-03", "to": "2024-09", "employments": [{"id": "a", "from": "2024-01-01", "to": "2024-03-31"}, {"id": "b", "kind": "other", "from": "2023-01-01", "to": "2023-01-31"}],
    "ledighedsydelse": [{"from": "2024-04-01", "class": "full"}], "sanctions": [{"id": "first", "date": "2024-05-06"}, {"date": "2024-08-01"}],
    "holidays": [{"kind": "paid", "from": "2024-03-04", "to": "2024-03-05", "source": "holiday_account"}, {"kind": "ledighedsydelse", "from": "2024-03-11", "to": "2024-03-12"}])");
  const std::string js = json(c);
  for (const char* on : {"fleksjob", "paid_holiday", "holiday_on_ledighedsydelse", "ledighedsydelse", "sanction", "right_ended"})
    CHECK(has(js, R"("on": ")" + std::string(on) + "\""));
  CHECK(has(js, R"("source": "holiday_account")"));
  CHECK(has(js, R"("list": "sanctions")"));
  // The second sanction takes no days: it ended the right.
  CHECK(has(js, "it ended the right to ledighedsydelse: the second sanction within 12 months (LY-12)"));
  const std::string da = told(c, Language::danish);
  CHECK(has(da,
            "Sanktion 1. august 2024 (kommunen, oplyst 1. august 2024); den endte retten til ledighedsydelse: anden sanktion inden for 12 "
            "måneder (LY-12)"));
  CHECK(da.find("Sanktion 1. august 2024 (kommunen, oplyst 1. august 2024); tæller ikke") == std::string::npos);
  CHECK(has(js, R"("id": "first")"));
}

TEST_CASE("ledighedsydelse in words: above the threshold, below the limit of ATP, and with what was expected") {
  const RateTable rates = RateTable::embedded();
  LedighedsydelseFacts facts{.month = 2024y / 5, .am_income = Money::kroner(20'000)};
  const auto s = explained(facts, rates).value();
  const std::string da = breakdown(s, Language::danish), en = breakdown(s, Language::english);
  // 30 pct. of 16.323 = 4.896,90 and 55 pct. of 3.677 = 2.022,35.
  CHECK(has(da, "Fradrag for indtægt i måneden før: 30 pct. af 16.323,00 + 55 pct. af 3.677,00 = 6.919,25 kr."));
  CHECK(has(en, "Offset for the month before's income: 30 per cent of 16,323.00 + 55 per cent of 3,677.00 = DKK 6,919.25"));
  CHECK(has(da, "Intet ATP-bidrag: ydelsen 11.218,00 er under 12.326,00 kr."));
  CHECK(da.find("Eget ATP-bidrag") == std::string::npos);
  const std::string compared = to_json(s, Language::danish, Money::kroner(11'000));
  CHECK(has(compared, R"("expected": "11000.00")"));
  CHECK(has(compared, R"("difference": "218.00")"));
  CHECK(to_json(s, Language::danish).find("expected") == std::string::npos);
  // 30 pct. of 16.323 and 55 pct. of 20.882 are all of the low rate, and no more.
  facts.benefit_class = BenefitClass::low_provider;
  facts.am_income = Money::kroner(37'205);
  CHECK(has(breakdown(explained(facts, rates).value(), Language::danish), "Ledighedsydelse: 16.382,00 - 16.382,00 = 0,00 kr."));
  facts.am_income = Money{};
  CHECK(has(breakdown(explained(facts, rates).value(), Language::danish), "Eget ATP-bidrag"));
  for (const auto& [benefit_class, name, danish] : {std::tuple{BenefitClass::full, "full", "højeste sats"},
                                                    {BenefitClass::low_provider, "low_provider", "lav sats for forsørgere"},
                                                    {BenefitClass::low_nonprovider, "low_nonprovider", "lav sats for ikke-forsørgere"}}) {
    facts.benefit_class = benefit_class;
    CHECK(to_text(benefit_class) == name);
    CHECK(has(breakdown(explained(facts, rates).value(), Language::danish), danish));
  }
}

TEST_CASE("holiday in words: feriegodtgørelse by the day, or ferietillæg and store bededagstillæg") {
  const RateTable rates = RateTable::embedded();
  HolidayFacts facts{.from = 2023y / 9 / 1, .to = 2024y / 8 / 31, .monthly_pay = Money::kroner(12'000)};
  const auto words = [&](Language language) { return breakdown(explained(facts, rates).value(), language); };
  CHECK(has(words(Language::danish), "Feriegodtgørelse: 12,5 pct. af 144.000,00 = 18.000,00 kr."));
  CHECK(has(words(Language::danish), "Optjent: 25 dage. Feriegodtgørelse: 18.000,00 kr., 720,00 kr. om dagen."));
  CHECK(has(words(Language::english), "Earned: 25 days. Holiday allowance: DKK 18,000.00, DKK 720.00 a day."));
  facts.kind = HolidayKind::pay;
  CHECK(has(words(Language::danish), "Ferietillæg: 1 pct. af 144.000,00 = 1.440,00 kr."));
  CHECK(has(words(Language::danish), "Store bededagstillæg: 0,45 pct. af 96.000,00 = 432,00 kr."));
  CHECK(has(words(Language::english), "Great Prayer Day supplement: 0.45 per cent of 96,000.00 = DKK 432.00"));
  CHECK(has(words(Language::danish), "Der er løn under ferien. Ferietillæg: 1.440,00 kr."));
  // Nothing earned, nothing a day.
  const Explained<HolidayStatement> none{.facts = facts, .rates = rates};
  CHECK(has(to_json(none, Language::danish), R"("per_day": null)"));
  CHECK(breakdown(none, Language::danish).find("om dagen") == std::string::npos);
}
