#include <doctest/doctest.h>

#include <fleks/fleks.hpp>
#include <fleks/words/worth_in_words.hpp>

#include "words/lix.hpp"
#include "words/said.hpp"
#include "words/worth_front.hpp"

// The front of `hours`: the whole course in plain words, from the exact curve and not from the rows.

using namespace fleks;
using said::has;

namespace {

const RateTable& rates() {
  static const RateTable table = RateTable::embedded();
  return table;
}
WorthOfHours worth(const Citizen& c, Hours from, Hours to, Hours step) {
  const auto picture = NetPicture::of(c, rates()).value();
  WorthOfHours w{.picture = picture, .rates = rates(), .rows = picture.curve(from, to, step).value()};
  w.extras = extras_of(w.picture, w.rows, w.hardly_below);
  w.summary = picture.summary(w.rows);
  return w;
}
std::string front(const WorthOfHours& w, Language language = Language::danish) {
  std::string text;
  for (const std::string& paragraph : worth_front(w, language)) text += paragraph + "\n";
  return text;
}
Citizen citizen(int year, std::int64_t hourly_wage) {
  return {.year = year, .hourly_wage = Money::kroner(hourly_wage), .municipal = Percent::whole(25)};
}
constexpr auto one = Hours::whole(1), full = Hours::whole(37);

}  // namespace

// 2024, 200 kr.: the threshold at 48969/2600 hours, the ceiling at 20,68; from 31,5 hours on there is more than at the ceiling.
TEST_CASE("the whole course: what an hour gives, where it stops and why, where less is left") {
  const std::string text = front(worth(citizen(2024, 200), one, full, one));
  CHECK(has(text, "Fra 1 til 18,9 timer om ugen får du ca. 360 kr. mere i hånden om måneden, hver gang du går en time op."));
  CHECK(has(text, "Fra 18,9 til 20,7 timer giver hver time kun ca. 225 kr. mere. Fra 20,7 timer får du næsten ikke mere."));
  CHECK(has(text, "Fra 20,7 til 31,5 timer har du mindre i hånden end ved 20,7 timer."));
  CHECK(has(text, "Hvorfor? Ved 20,7 timer når din løn og dit tilskud lønloftet på 32.066,67 kr."));
  CHECK(has(text, "I hånden om måneden: 14.147 kr. ved 1 time, 20.600 kr. ved 18,9 timer,"));
}

TEST_CASE("the steps of the rows do not change what is said") {
  for (const int wage : {120, 150, 200, 300})
    for (const Language l : {Language::danish, Language::english})
      CHECK(front(worth(citizen(2025, wage), one, full, one), l) == front(worth(citizen(2025, wage), one, full, Hours::whole(12)), l));
}

TEST_CASE("the ceiling binds from the first hour; the most is at the first") {
  const std::string text = front(worth(citizen(2024, 120), one, full, one));
  CHECK(has(text, "Fra 1 time får du ikke mere. Ved 37 timer har du 107 kr. mindre om måneden end ved 1 time."));
  CHECK(has(text, "Du har mest i hånden ved 1 time: 13.325 kr. Alt over det giver mindre."));
  CHECK(has(text, "Løn og tilskud når lønloftet allerede fra første time."));
}

TEST_CASE("where the wage alone is above the ceiling there is more again; the best place is named") {
  Citizen c = citizen(2025, 300);
  c.ceiling = Ceiling::stated(Money::kroner(25'000));
  CHECK(has(front(worth(c, one, full, one)), "timer får du igen mere: ca. "));
  CHECK(has(front(worth(c, one, full, one), Language::english), "hours on there is more again: about DKK "));
  const auto best = front(worth(citizen(2025, 150), one, Hours::whole(20), one));
  CHECK(has(best, "Du har mest i hånden ved "));
  CHECK(has(best, " Går du højere op, får du mindre."));
}

TEST_CASE("over the wage; and no front without a distance, or of a course") {
  const Citizen c = citizen(2025, 160);
  const auto picture = NetPicture::of(c, rates()).value();
  WorthOfHours w{.picture = picture, .rates = rates()};
  w.rows = picture.curve_over_wage(Hours::whole(20), Money::kroner(160), Money::kroner(220), Money::kroner(20)).value();
  w.over_wage = true;
  CHECK(has(front(w),
            "Fra 160,00 til 204,96 kr. i timen får du ca. 99 kr. mere i hånden om måneden, hver gang du får en krone mere i timen."));
  CHECK(has(front(w), "Ved 204,96 kr. i timen når din løn og dit tilskud lønloftet. Lønloftet er"));
  CHECK(has(front(w, Language::english), "each krone more an hour puts about DKK 99 more in hand a month."));
  w.rows.resize(1);
  CHECK(front(w).empty());
  WorthOfHours course = worth(c, one, full, one);
  course.is_course = true;
  CHECK(front(course).empty());
}

TEST_CASE("before and after a kink, as what an hour more gives or costs") {
  Kink k{.before = Exact::whole(37'158), .after = Exact::whole(-1'966)};
  CHECK(slopes_in_words(k, false, Language::danish) == "Før gav en time mere om ugen 371,58 kr. om måneden; nu koster den 19,66 kr.");
  CHECK(slopes_in_words(k, false, Language::english) == "Before, an hour more a week gave DKK 371.58 a month; now it costs DKK 19.66.");
  k = {.before = Exact::whole(-5), .after = Exact::whole(10)};
  CHECK(slopes_in_words(k, true, Language::danish) == "Før kostede en krone mere i timen 5,00 kr. om måneden; nu giver den 10,00 kr.");
}

TEST_CASE("LIX of every front is at most 27") {
  for (int year = 2013; year <= 2026; year += 1)
    for (const int wage : {110, 125, 150, 200, 300}) {
      const std::string text = front(worth(citizen(year, wage), one, full, Hours::whole(6)));
      CHECK_MESSAGE(lix::of(text) <= 27, year << ", " << wage << ": LIX " << lix::of(text) << "\n" << text);
    }
}
