#include <doctest/doctest.h>

#include <fleks/fleks.hpp>
#include <fleks/words/worth_in_words.hpp>

// The picture of what each hour is worth: every part, every kink, and what a screen reader says of it.

using namespace fleks;

namespace {

bool has(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }
int count(const std::string& text, std::string_view part) {
  int found = 0;
  for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++found;
  return found;
}

NetPicture net() {
  Citizen c;
  c.year = 2025;
  c.hourly_wage = Money::kroner(200);
  c.municipal = Percent::whole(25);
  return NetPicture::of(c, RateTable::embedded()).value();
}

WorthOfHours curve(int from, int to) {
  WorthOfHours w{.picture = net(), .rates = RateTable::embedded()};
  w.rows = w.picture.curve(Hours::whole(from), Hours::whole(to), Hours::whole(1)).value();
  w.kinks = w.picture.kinks_over_hours(Hours::whole(from), Hours::whole(to)).value();
  w.extras = extras_of(w.picture, w.rows, Percent::whole(30));
  return w;
}

}  // namespace

TEST_CASE("the hours' picture: a bar for each part of each hour with its amount, kinks by number and name, thousands marks") {
  const auto w = curve(17, 21);
  const std::string da = picture(w, Language::danish), en = picture(w, Language::english);
  CHECK(has(da, "role=\"img\" lang=\"da\""));
  CHECK(has(en, "role=\"img\" lang=\"en\""));
  CHECK(has(da, "<title id=\"title\">Hvor går lønnen for hver ekstra time hen? 2025, 200,00 kr. i timen</title>"));
  CHECK(has(en, "<title id=\"title\">Where does the pay of each extra hour go? 2025, DKK 200.00 an hour</title>"));
  // The amounts of each step are those of the rows.
  for (std::size_t i = 0; i < w.extras.size(); ++i) {
    const std::string hours = to_text(w.rows[i + 1].hours);
    CHECK(has(da, "<title>" + hours + ": i hånden " + kroner(w.extras[i].in_hand, Language::danish) + "</title>"));
    CHECK(has(da, "<title>" + hours + ": skat " + kroner(w.extras[i].taken_by_tax, Language::danish) + "</title>"));
  }
  CHECK(has(da, ">21.000</text>"));
  CHECK(has(en, ">21,000</text>"));
  CHECK(has(da, ">timer om ugen</text>"));
  CHECK(has(da, ">kr. om måneden</text>"));
  CHECK(has(da, ">i hånden, kr. om måneden</text>"));
  REQUIRE(w.kinks.size() == 2);
  CHECK(has(da, ">1. 18 t: nyt trin i ATP af lønnen (ATP)</text>"));
  CHECK(has(da, "<title>2. 18,86 t: løn og tilskud når lønloftet (FLT-11)</title></circle>"));
  // Said in words too, with both ends of the curve.
  const std::string said = da.substr(da.find("<desc"), da.find("</desc>") - da.find("<desc"));
  CHECK(has(said, kroner(w.rows.front().in_hand, Language::danish) + " i hånden ved 17; "));
  CHECK(has(said, kroner(w.rows.back().in_hand, Language::danish) + " i hånden ved 21 timer om ugen."));
  CHECK(has(said, "2. 18,86 t: løn og tilskud når lønloftet (FLT-11)."));
  // Only what is there is in the legend.
  CHECK(has(da, ">taget af lønloftet (FLT-11)</text>"));
  CHECK(!has(da, "boligsikring"));
  CHECK(!has(picture(curve(2, 5), Language::danish), "lønloftet (FLT-11)</text>"));
}

TEST_CASE("a picture of one point, or of no kinks, draws what there is; so does one of nothing") {
  WorthOfHours w{.picture = net(), .rates = RateTable::embedded()};
  w.rows = {w.picture.at(Hours::whole(20)).value()};
  const std::string one = picture(w, Language::english);
  CHECK(count(one, "<circle") == 1);
  CHECK(count(one, "<path") == 1);
  CHECK(count(one, "<rect") == 1);  // the page
  CHECK(has(one, ">hours a week</text>"));
  w.with_intensity = true;
  CHECK(has(picture(w, Language::danish), ">fremmødetimer om ugen</text>"));
  w.over_wage = true;
  w.kinks = w.picture.kinks_over_wage(Hours::whole(20), Money::kroner(200), Money::kroner(210)).value();
  REQUIRE(w.kinks.size() == 1);
  const std::string over_wage = picture(w, Language::danish);
  CHECK(has(over_wage, ">kroner i timen</text>"));
  CHECK(has(over_wage, ">Hvor går en højere timeløn hen? 2025, 20 timer om ugen</text>"));
  CHECK(has(over_wage, ">1. 204,96 kr.: løn og tilskud når lønloftet (FLT-11)</text>"));
  CHECK(count(over_wage, "<circle") == 2);
  w.rows.clear();
  w.kinks.clear();
  CHECK(picture(w, Language::danish).ends_with("</svg>\n"));
}
