#include <doctest/doctest.h>

#include <fleks/fleks.hpp>

#include "words/said.hpp"

// The finding of an audit in words: what is said of right and wrong amounts, of exact, near and no explanations.

using namespace fleks;
using said::has;
using namespace std::chrono_literals;
using enum Misreading;

namespace {

/// A finding as it is told: the rest of an explanation is of no matter here.
Explained<Audit> told(Audit found) { return {.facts = {}, .rates = RateTable::embedded(), .statement = std::move(found)}; }
std::string note(const Audit& found, Language language) { return breakdown(told(found), language); }
std::string as_json(const Audit& found, Language language) { return to_json(told(found), language); }

Audit wrong(std::int64_t due, std::int64_t paid) {
  Audit a{.month = 2024y / 3, .rates_month = 2024y / 3, .due = Money::kroner(due), .paid = Money::kroner(paid)};
  a.difference = a.due - a.paid;
  return a;
}

AuditExplanation explanation(std::initializer_list<Misreading> which, Money amount, Money distance = {}) {
  AuditExplanation e{.count = static_cast<std::uint8_t>(which.size()), .amount = amount, .distance = distance};
  std::copy(which.begin(), which.end(), e.which.begin());
  return e;
}

}  // namespace

TEST_CASE("audit: too little and too much, and what is to be done about it") {
  const std::string little = note(wrong(15'272, 15'000), Language::danish);
  CHECK(has(little, "Mangler at blive udbetalt  272,00\n"));
  CHECK(has(little, "Ingen af de kendte fejl giver det udbetalte beløb, hverken én alene eller to sammen.\n"));
  // Only what is explained is paid out or taken back.
  CHECK(has(little, "Forskellen er ikke forklaret: oplysningerne efterprøves"));
  CHECK(!has(little, "udbetales (LAB"));
  Audit explained = wrong(15'272, 15'000);
  explained.explanations = {explanation({Misreading::rounded_to_oere}, explained.paid)};
  CHECK(has(note(explained, Language::danish), "Måneden beregnes igen, og 272,00 kr. udbetales (LAB § 139; BEK 227/2024 § 4).\n"));
  CHECK(!has(little, "Det ville passe"));
  const std::string much = note(wrong(15'272, 15'632), Language::english);
  CHECK(has(much, "Paid too much  360.00\n"));
  CHECK(has(much, "The difference is not explained"));
  CHECK(has(note(explained, Language::english), "The month is computed again and DKK 272.00 is paid out (LAB § 139; BEK 227/2024 § 4).\n"));
  explained = wrong(15'272, 15'632);
  explained.explanations = {explanation({Misreading::rounded_to_oere}, explained.paid)};
  CHECK(has(note(explained, Language::english),
            "The month is computed again; DKK 360.00 too much was paid (LAB § 139; BEK 227/2024 § 4).\n"));
  // Nearly is not explained.
  explained.explanations = {explanation({Misreading::rounded_to_oere}, explained.paid, Money::oere(1))};
  CHECK(has(note(explained, Language::english), "The difference is not explained"));
}

TEST_CASE("audit: the payout is right too, and a ceiling whose rise is not known is a reserve") {
  Audit a = wrong(17'012, 16'512);
  a.difference = {};
  a.right = a.is_payout = true;
  CHECK(has(note(a, Language::danish), "er rigtigt: 16.512,00 kr. er udbetalt, og det er 17.012,00 kr. efter eget ATP-bidrag.\n"));
  CHECK(has(note(a, Language::english), "is right: DKK 16,512.00 was paid out, which is DKK 17,012.00 after own ATP.\n"));
  CHECK(!has(note(a, Language::danish), "Forbehold"));
  a.ceiling_rise_unknown = true;
  CHECK(has(note(a, Language::danish), "Forbehold: der er betalt ferietillæg"));
  CHECK(has(note(a, Language::english), "Reserve: a holiday supplement was paid"));
}

TEST_CASE("audit: without an explanation the wage or the ceiling that would fit is asked about, alone or both") {
  Audit a = wrong(15'272, 15'000);
  a.ceiling_that_fits = Money::kroner(30'600);
  CHECK(has(note(a, Language::danish), "\nDet ville passe til et lønloft på 30.600,00 kr.: var det lønloftet i lønmåneden?\n"));
  CHECK(has(note(a, Language::english), "\nIt would fit a ceiling of DKK 30,600.00: was that the ceiling of the wage month?\n"));
  a.wage_that_fits = Money::kroner(16'507);
  CHECK(has(note(a, Language::english),
            "The amount would fit a wage of DKK 16,507.00 in the wage month: was the wage reported rightly? It "));
}

TEST_CASE("audit: a near explanation says how far it is, and that it is not exact") {
  Audit a = wrong(15'272, 15'000);
  a.explanations = {explanation({rounded_to_krone}, Money::oere(1'500'050), Money::oere(50)),
                    explanation({no_taper, ceiling_ignored}, Money::oere(1'500'099), Money::oere(99))};
  std::string da = note(a, Language::danish);
  CHECK(has(da, "Nærmeste forklaring: "));
  CHECK(has(da, "Det giver 15.000,50 kr., 0,50 kr. fra det udbetalte beløb."));
  CHECK(has(da, "\nOgså tæt på er, at\n"));
  CHECK(has(da, "(15.000,99 kr.).\n"));
  CHECK(!has(da, "Det ville passe"));
  a.wage_that_fits = Money::kroner(16'507);
  da = note(a, Language::danish);
  CHECK(has(da, "Beløbet ville passe til en løn på 16.507,00 kr. i lønmåneden: er lønnen indberettet rigtigt?\n"));
  const std::string en = note(a, Language::english);
  CHECK(has(en, "Nearest explanation: "));
  CHECK(has(en, "That gives DKK 15,000.50, DKK 0.50 from what was paid."));
  CHECK(has(en, "\nAlso near:\n"));
  const std::string json = as_json(a, Language::english);
  CHECK(has(json, "\"exact\": false"));
  CHECK(has(json, "\"distance\": \"0.50\""));
  CHECK(has(json, "\"wage_that_fits\": \"16507.00\""));
  CHECK(has(json, "\"ceiling_that_fits\": null"));
}

TEST_CASE("audit: of many explanations the first is explained, five are named and the rest are counted") {
  Audit a = wrong(15'272, 15'632);
  const Money paid = Money::kroner(15'632);
  for (const Misreading m :
       {employer_pension_left_out_of_wage, no_taper, ceiling_ignored, other_wage_ignored, rounded_to_krone, wage_of_same_month})
    a.explanations.push_back(explanation({m}, paid));
  const std::string six = note(a, Language::danish);
  CHECK(has(six, "Forklaring: arbejdsgivers pensionsbidrag er ikke talt med i lønnen. Det giver nøjagtig 15.632,00 kr."));
  CHECK(has(six, "\nDet samme beløb ville komme af, at\n"));
  CHECK(has(six, "- " + std::string(in_words(wage_of_same_month, Language::danish)) + ".\n"));
  CHECK(!has(six, "andre, se"));
  a.explanations.push_back(explanation({no_taper, ceiling_ignored}, paid));
  a.explanations.push_back(explanation({no_taper, rounded_to_krone}, paid));
  CHECK(has(note(a, Language::danish), "- og 2 andre, som resultatet i JSON har alle.\n"));
  const std::string en = note(a, Language::english);
  CHECK(has(en, "\nThe same amount would come of this:\n"));
  CHECK(has(en, "- and 2 others, all of them in the result as JSON.\n"));
  // A clause becomes a sentence in JSON, whichever letter it begins with.
  const std::string json = as_json(a, Language::english);
  for (const AuditExplanation& e : a.explanations) {
    std::string clause(in_words(e.which[0], Language::english));
    clause[0] = static_cast<char>(std::toupper(clause[0]));
    CHECK(has(json, "\"text\": \"" + clause));
  }
}
