#include <doctest/doctest.h>

#include <algorithm>

#include <fleks/fleks.hpp>
#include <fleks/words/padding.hpp>
#include <fleks/words/worth_in_words.hpp>

#include "words/said.hpp"

// What an hour, or a krone of pay, is worth, in words: what the stored outputs of the program do not show.

using namespace fleks;
using said::has;

namespace {

WorthOfHours worth(const Citizen& c, std::vector<NetRow> rows, const NetPicture& picture) {
  WorthOfHours w{.picture = picture, .rates = RateTable::embedded(), .rows = std::move(rows)};
  w.hardly_below = Percent::whole(30);
  w.extras = extras_of(w.picture, w.rows, w.hardly_below);
  w.summary = picture.summary(w.rows);
  w.where = c.rent ? "Aarhus" : "";
  return w;
}

Citizen citizen(std::int64_t hourly_wage) {
  Citizen c;
  c.year = 2025;
  c.hourly_wage = Money::kroner(hourly_wage);
  c.municipal = Percent::whole(25);
  return c;
}

}  // namespace

TEST_CASE("colours follow the verdict of each step, and are left out where they are not wanted") {
  // Under a stated ceiling the last hours give nothing; a threshold of verdicts at 60 pct. makes the first ones hardly pay.
  Citizen c = citizen(200);
  c.ceiling = Ceiling::stated(Money::kroner(28'000));
  const auto picture = NetPicture::of(c, RateTable::embedded()).value();
  auto w = worth(c, picture.curve(Hours::whole(1), Hours::whole(30), Hours::whole(1)).value(), picture);
  w.extras = extras_of(w.picture, w.rows, Percent{});  // an hour pays, or it does not
  const std::string plain = table(w, Language::danish, false), coloured = table(w, Language::danish, true);
  CHECK(!has(plain, "\x1b["));
  CHECK(has(coloured, "\x1b[32m"));
  CHECK(has(coloured, " ja\x1b[0m\n"));
  CHECK(has(coloured, "\x1b[31mnej\x1b[0m\n"));
  CHECK(!has(coloured, "\x1b[33m"));
  w.hardly_below = Percent::whole(60);
  w.extras = extras_of(w.picture, w.rows, w.hardly_below);
  CHECK(has(table(w, Language::english, true), "\x1b[33m"));
  CHECK(has(table(w, Language::english, true), " hardly\x1b[0m\n"));
  CHECK(has(table(w, Language::english, false), "Yes: at least 60 per cent stays in hand. Hardly: less than 60 per cent. No: nothing"));
}

TEST_CASE("less in hand, the same, and no row at all") {
  const Citizen c = citizen(120);
  const auto picture = NetPicture::of(c, RateTable::embedded()).value();
  const NetRow row = picture.at(Hours::whole(20)).value();
  auto same = worth(c, {row, row}, picture);
  CHECK(has(table(same, Language::danish, false), "20 timer om ugen giver det samme i hånden om måneden som 20 timer: "));
  CHECK(has(table(same, Language::english, false), "20 hours a week puts the same in hand a month as 20 hours: "));
  CHECK(has(table(same, Language::danish, false), " nej\n"));
  same.over_wage = true;
  CHECK(has(table(same, Language::danish, false), "120,00 kr. i timen giver det samme i hånden om måneden som 120,00 kr. i timen: "));
  auto less = worth(c, picture.curve(Hours::whole(8), Hours::whole(9), Hours::whole(1)).value(), picture);
  CHECK(has(table(less, Language::danish, false), "Fra 8 timer får du ikke mere. Ved 9 timer har du "));
  CHECK(has(table(less, Language::english, false), " less a month than at 8 hours. Most is in hand at 8 hours: "));
  const auto none = worth(c, {}, picture);
  const std::string heading = table(none, Language::danish, false);
  CHECK(heading.starts_with("Hvad en ekstra time er værd, 2025, 120,00 kr. i timen\n"));
  CHECK(!has(heading, "I hånden"));
  CHECK(has(heading, "\nForudsætninger\n"));
}

TEST_CASE("the reform, the average tax and the municipality are named among the assumptions, in the table and in JSON") {
  Citizen c = citizen(200);
  const auto picture = NetPicture::of(c, RateTable::embedded()).value();
  auto w = worth(c, {picture.at(Hours::whole(20)).value()}, picture);
  CHECK(!has(to_json(w, Language::danish), "\"reform\""));
  CHECK(has(to_json(w, Language::danish), "\"municipality\": null"));
  w.reform = "low";
  w.tax_is_average = true;
  w.where = "Aarhus";
  CHECK(has(to_json(w, Language::danish), "\"reform\": \"low\""));
  CHECK(has(to_json(w, Language::danish), "\"municipality\": \"Aarhus\""));
  CHECK(has(table(w, Language::danish, false), "- Beregnet efter reformen »low«.\n"));
  CHECK(has(table(w, Language::english, false), "- Computed under the reform \"low\".\n"));
  CHECK(has(table(w, Language::danish, false), "- Kommuneskat 25 pct. (Aarhus) (årets gennemsnit, da ingen kommune er\n  oplyst)"));
  CHECK(has(table(w, Language::english, false), "(the year's average, since no municipality was\n"));
}

TEST_CASE("every cause of a kink has words of its own; another is shown as it is called") {
  CHECK(cause_in_words("full_time", Language::danish) == "fuld tid");
  CHECK(cause_in_words("ceiling_reached", Language::english) == "wage and subsidy reach the ceiling");
  CHECK(cause_in_words("a_cause_of_tomorrow", Language::danish) == "a_cause_of_tomorrow");
  CHECK(cause_in_words("", Language::english).empty());
}

TEST_CASE("on wide paper the table has wage, subsidy and tax of each row; on narrow it has 80 columns") {
  const Citizen c = citizen(200);
  const auto picture = NetPicture::of(c, RateTable::embedded()).value();
  auto w = worth(c, picture.curve(Hours{}, Hours::whole(20), Hours::whole(10)).value(), picture);
  const NetRow& ten = w.rows[1];
  const auto longest = [](const std::string& text) {
    std::size_t most = 0, begin = 0;
    for (std::size_t end = text.find('\n'); end != std::string::npos; begin = end + 1, end = text.find('\n', begin))
      most = std::max(most, letters(std::string_view(text).substr(begin, end - begin)));
    return most;
  };
  for (const Language l : {Language::danish, Language::english}) {
    const std::string narrow = table(w, l, false), wide = table(w, l, false, 120);
    CHECK(longest(narrow) <= 83);  // with the longest verdict
    CHECK(longest(wide) <= 120);
    const std::string cells =
        amount(ten.gross_pay, l) + "  " + amount(ten.fleksloentilskud, l) + "   " + amount(ten.am_contribution + ten.tax, l);
    CHECK(has(wide, cells));
    CHECK(!has(narrow, cells));
    CHECK(table(w, l, false, 119) == narrow);
  }
  CHECK(has(table(w, Language::danish, false, 120), "Uden job er det ledighedsydelsen, der står under »Tilskud«."));
}

TEST_CASE("before tax: pay and subsidy of each row, and what they are together more than in the row before") {
  const Citizen c = citizen(200);
  const auto picture = NetPicture::of(c, RateTable::embedded()).value();
  auto w = worth(c, picture.curve(Hours::whole(10), Hours::whole(20), Hours::whole(10)).value(), picture);
  const auto all = [](const NetRow& r) { return r.gross_pay + r.fleksloentilskud; };
  const std::string text = table_before_tax(w, Language::danish);
  CHECK(has(text, "20 " + amount(w.rows[1].gross_pay, Language::danish) + " " + amount(w.rows[1].fleksloentilskud, Language::danish) + " " +
                      amount(all(w.rows[1]), Language::danish) + " " + amount(all(w.rows[1]) - all(w.rows[0]), Language::danish)));
  CHECK(has(text, "Lønloftet er 32.066,67 kr."));
  w.over_wage = true;
  CHECK(has(table_before_tax(w, Language::english), "The ceiling is the pay of the same hourly wage full time."));
}
