#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include <fleks/fleks.hpp>
#include <fleks/words/case.hpp>
#include <fleks/words/letter.hpp>

using namespace fleks;
using namespace std::chrono_literals;

// Months of a case, worked out by hand. 2024: the highest subsidy is 19.952, 30 pct. of the wage up to 16.323;
// ledighedsydelse 18.137 (full), 16.382 and 12.326 (low), a day 12/260 of it; the full-time month has 37 × 52 / 12 hours.

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
/// The words of the month's steps of a rule, one a line.
std::string words(const CaseMonth& m, Rule rule, Language language = Language::danish) {
  const RateTable rates = RateTable::embedded();
  std::string text;
  for (const Step& step : m.steps)
    if (step.rule == rule) text += in_words(step, rates.on(m.month), language) + "\n";
  return text;
}
bool has(const std::string& text, std::string_view part) {
  const bool found = text.find(part) != std::string::npos;
  if (!found) MESSAGE(text << " has no " << part);
  return found;
}
/// The embedded rates, with one that is known to be and not how much.
RateTable without(const std::string& key, const std::string& unit) {
  return RateTable::embedded()
      .extended_by("key,valid_from,valid_to,value,unit,status,source,note\n" + key + ",2013-01-01,,," + unit + ",missing,nobody,\n")
      .value();
}

const std::string job = R"("employments": [{"id": "a", "from": "2024-01-01"}])";
std::string options(const std::string& o) { return R"("options": {)" + o + "}, "; }

}  // namespace

// LAB § 139; the text does not say how: FLT-6.
TEST_CASE("FLT-6: a wage period in two months is split by weekdays, evenly, or goes to the month it came to disposal") {
  // 16 February to 15 March 2024: 10 + 11 weekdays. The feriegodtgørelse inside field 13 is taken out first: 10.500 are left.
  const std::string rest = R"("from": "2024-03", "to": "2024-04", )" + job + R"(, "wages": [{"from": "2024-02-16", "to": "2024-03-15",
    "am_income": 11025, "holiday_allowance": 525, "paid_hours": 42}])";
  auto m = months(rest);
  CHECK(subsidy(m[0]) == "18452.00");  // 19.952 - 30 pct. of 5.000
  CHECK(subsidy(m[1]) == "18302.00");  // of 5.500
  CHECK(has(words(m[0], Rule::FLT_6), "Lønperioden ligger i to måneder; 5.000,00 kr. af 11.025,00 kr. hører til lønmåneden"));
  CHECK(words(m[0], Rule::FLT_15).empty());  // said once, in the month the period ends in
  CHECK(has(words(m[1], Rule::FLT_15), "Feriegodtgørelse 525,00 kr. til FerieKonto tages ud af lønnen ved optjeningen"));
  m = months(options(R"("split_wage": "evenly")") + rest);
  CHECK(subsidy(m[0]) == "18377.00");  // of 5.250
  CHECK(subsidy(m[1]) == "18377.00");
  m = months(options(R"("split_wage": "by-disposal")") + rest);
  CHECK(subsidy(m[0]) == "-");
  CHECK(m[0].status == MonthStatus::unknown);
  CHECK(subsidy(m[1]) == "16802.00");  // of all 10.500
  CHECK(has(words(m[1], Rule::FLT_6), "lønnen 10.500,00 kr. medregnes i den måned, hvor dispositionsdatoen ligger"));
  CHECK(has(words(m[1], Rule::FLT_6, Language::english), "the wage DKK 10,500.00 counts in the month in which it became available"));
  // A period within one month is not split, whatever the choice.
  m = months(options(R"("split_wage": "by-disposal")") + R"("from": "2024-03", "to": "2024-03", )" + job +
             R"(, "wages": [{"from": "2024-02-01", "to": "2024-02-29", "disposal": "2024-03-01", "am_income": 5000}])");
  CHECK(subsidy(m[0]) == "18452.00");
  CHECK(words(m[0], Rule::FLT_6).empty());
}

TEST_CASE("FLT-6: a weekend across two months has no weekday to split by and counts in the first") {
  // Saturday 31 August and Sunday 1 September 2024.
  const std::string rest = R"("from": "2024-09", "to": "2024-10", "employments": [{"id": "a", "from": "2024-08-01"}],
    "wages": [{"from": "2024-08-31", "to": "2024-09-01", "am_income": 1000, "own_pension": 100}])";
  auto m = months(rest);
  CHECK(subsidy(m[0]) == "19622.00");          // 19.952 - 30 pct. of 1.100
  CHECK(m[1].status == MonthStatus::unknown);  // of September nothing is said
  m = months(options(R"("split_wage": "evenly")") + rest);
  CHECK(subsidy(m[0]) == "19787.00");  // of 550 each
  CHECK(subsidy(m[1]) == "19787.00");
}

// BEK-FLT § 14: the register first, for holiday FerieKonto; then the documents of employer and citizen.
TEST_CASE("the better source of a wage and of a holiday goes first, and the other is said not to be used") {
  const char* wage_sources[] = {"income_register", "employer", "holiday_account", "citizen", "municipality"};
  const char* holiday_sources[] = {"holiday_account", "income_register", "employer", "citizen", "municipality"};
  for (std::size_t best = 0; best < 5; ++best) {
    CAPTURE(best);
    // The worst first. Each says a thousand more of the wage than the better one, and a day more of the holiday.
    std::string wages, holidays;
    for (std::size_t i = 5; i-- > best;) {
      wages += std::string(wages.empty() ? "" : ", ") + R"({"from": "2024-03-01", "to": "2024-03-31", "am_income": )" +
               std::to_string(1000 * (i + 1)) + R"(, "source": ")" + wage_sources[i] + "\"}";
      holidays += std::string(holidays.empty() ? "" : ", ") +
                  R"({"kind": "allowance", "pay_per_day": 1000, "from": "2024-03-04", "to": "2024-03-0)" + std::to_string(4 + i) +
                  R"(", "source": ")" + holiday_sources[i] + "\"}";
    }
    const auto m =
        months(R"("from": "2024-04", "to": "2024-04", )" + job + R"(, "wages": [)" + wages + R"(], "holidays": [)" + holidays + "]");
    // Wage and the pay of the holiday: (best + 1) thousand each.
    CHECK(m[0].subsidy->wage == Exact::of(Money::kroner(2000 * static_cast<int>(best + 1))));
    CHECK(std::count_if(m[0].facts.begin(), m[0].facts.end(), [](const FactUsed& f) { return f.counts == Counts::better_source; }) ==
          static_cast<std::ptrdiff_t>(4 - best));
    CHECK(std::count_if(m[0].facts.begin(), m[0].facts.end(), [](const FactUsed& f) { return f.kind == FactUsed::Kind::holiday; }) == 1);
  }
}

TEST_CASE("a better source says nothing of days that are not its own, and nothing before it is known") {
  const std::string text =
      R"("from": "2024-04", "to": "2024-04", )" + job + R"(, "wages": [{"from": "2024-03-01", "to": "2024-03-31", "am_income": 5000}],
    "holidays": [{"kind": "allowance", "pay_per_day": 1000, "from": "2024-03-11", "to": "2024-03-12", "source": "citizen"},
                 {"kind": "allowance", "pay_per_day": 1000, "from": "2024-03-18", "to": "2024-03-22", "source": "holiday_account", "known": "2024-05-02"},
                 {"kind": "allowance", "pay_per_day": 1000, "from": "2024-03-22", "to": "2024-03-22", "source": "citizen"},
                 {"kind": "allowance", "pay_per_day": 1000, "from": "2024-03-04", "to": "2024-03-05", "days": 1.5, "source": "holiday_account"}])";
  // 5.000 + 2 + 5 + 1,5 days; without FerieKonto's five, the citizen's one.
  CHECK(months(text)[0].subsidy->wage == Exact::of(Money::kroner(13'500)));
  CHECK(months(text, {.as_of = Date{2024y / 5 / 1}})[0].subsidy->wage == Exact::of(Money::kroner(9'500)));
}

// BEK-FLT §§ 5-6.
TEST_CASE("FLT-15: a day of feriegodtgørelse is what was earned in the ferieår by its days, the year before first until December") {
  std::string wages;
  for (Month m = 2023y / 8; m <= 2024y / 10; m = month_after(m))
    wages += R"({"employment": "old", "from": ")" + to_text(m) + R"(-01", "to": ")" + to_text(last_day(m)) +
             R"(", "am_income": 6000, "holiday_allowance": 1000}, )";
  const std::string start = R"("from": "2024-11", "to": "2024-12",
    "employments": [{"id": "old", "from": "2023-01-01"}, {"id": "new", "from": "2024-09-15"}, {"id": "newest", "from": "2024-10-01"}],
    "wages": [)" + wages + R"({"employment": "new", "from": "2024-09-15", "to": "2024-09-30", "am_income": 1000, "holiday_allowance": 640},
              {"employment": "new", "from": "2024-10-01", "to": "2024-10-31", "am_income": 2000, "holiday_allowance": 960},
              {"employment": "new", "from": "2024-11-01", "to": "2024-11-30", "am_income": 2000, "known": "2024-12-01"},
              {"employment": "old", "from": "2024-11-01", "to": "2024-11-30", "am_income": 0},
              {"employment": "newest", "from": "2024-10-01", "to": "2024-10-31", "am_income": 0},
              {"employment": "newest", "from": "2024-11-01", "to": "2024-11-30", "am_income": 0}], "holidays": [)";
  const auto holiday = [&](const char* employment, const std::string& from, const std::string& to) {
    return start + R"({"kind": "allowance", "employment": ")" + employment + R"(", "from": ")" + from + R"(", "to": ")" + to + R"("}])";
  };
  // October 2024, of the ferieår from September 2023: 12 × 1.000 / 25 days = 480 a day. August 2023 and September 2024 are of others.
  CHECK(has(words(months(holiday("old", "2024-10-07", "2024-10-08"))[0], Rule::FLT_15),
            "Feriegodtgørelse for 2 dage à 480,00 kr.: 960,00 kr."));
  // November 2024 in the job begun on 15 September: 16 days × 0,07 + 2,08 = 3,2 days; 1.600 / 3,2 = 500.
  CHECK(has(words(months(holiday("new", "2024-11-04", "2024-11-04"))[1], Rule::FLT_15),
            "Feriegodtgørelse for 1 dag à 500,00 kr.: 500,00 kr."));
  // In the first month of a job nothing has been earned: what is held then is from elsewhere, and is not known.
  CHECK(months(holiday("newest", "2024-10-07", "2024-10-08"))[0].status == MonthStatus::unknown);
  // The month's days only: of Thursday 31 October to Sunday 3 November the weekend's part is none.
  const auto weekend = months(holiday("old", "2024-11-29", "2024-12-01"), {.explained = false});
  CHECK(to_kroner_text(weekend[1].subsidy->wage) == "2480.00");
  // While October's record is not known the day's pay is not either.
  std::string late = holiday("new", "2024-11-04", "2024-11-04");
  late.insert(late.find(R"("holiday_allowance": 960)"), R"("known": "2024-12-02", )");
  CHECK(months(late, {.as_of = Date{2024y / 12 / 1}})[1].status == MonthStatus::unknown);
  // Feriegodtgørelse of no job of the case counts when the holiday is held.
  CHECK(
      has(words(months(start + R"({"kind": "allowance", "pay_per_day": 700, "from": "2024-10-07", "to": "2024-10-08"}])")[0], Rule::FLT_15),
          "for 2 dage à 700,00 kr."));
}

// P 48-22; a change within the month: the text does not say.
TEST_CASE("LOFT-5: a ceiling that changes within the month, by each choice") {
  const auto of_march = [](const std::string& choice, const std::string& ceilings) {
    const auto m =
        months((choice.empty() ? "" : options(R"("ceiling_of_month": ")" + choice + "\"")) + R"("from": "2024-03", "to": "2024-03",
      "employments": [{"id": "a", "from": "2024-01-01", "ceilings": [)" +
               ceilings + R"(]}],
      "wages": [{"from": "2024-02-01", "to": "2024-02-29", "am_income": 13000}])");
    return m[0];
  };
  // Before the ceiling 16.052 are due; February 2024 has 11 weekdays before the 16th and 10 from then on.
  const std::string change = R"({"from": "2024-01-01", "amount": 25000}, {"from": "2024-02-16", "amount": 27000})";
  CHECK(subsidy(of_march("", change)) == "14000.00");
  CHECK(subsidy(of_march("first-day", change)) == "12000.00");
  CHECK(has(words(of_march("first-day", change), Rule::LOFT_5), "det, der gjaldt den første dag, bruges: 25.000,00 kr."));
  CHECK(subsidy(of_march("by-weekdays", change)) == "12952.00");  // (11 × 25.000 + 10 × 27.000) / 21 = 25.952,38
  // A gap between the two: its days have no ceiling and no weight. 7 × 25.000 + 10 × 27.000, by 17.
  CHECK(subsidy(of_march("by-weekdays",
                         R"({"from": "2024-01-01", "to": "2024-02-09", "amount": 25000}, {"from": "2024-02-16", "amount": 27000})")) ==
        "13176.00");
  // One that has ended is none.
  const std::string later = R"({"from": "2024-01-01", "to": "2024-01-31", "amount": 25000}, {"from": "2024-02-05", "amount": 27000})";
  CHECK(subsidy(of_march("first-day", later)) == "16052.00");
  CHECK(!of_march("first-day", later).subsidy->has_ceiling);
  CHECK(subsidy(of_march("by-weekdays", later)) == "14000.00");
}

TEST_CASE("LOFT-5, FLT-13: a job that covers only a weekend of the month has no weekday to weigh a ceiling by, and no subsidy") {
  // Saturday 29 and Sunday 30 June 2024; July is the first whole month.
  const auto m = months(options(R"("ceiling_of_month": "by-weekdays")") + R"("from": "2024-06", "to": "2024-07",
    "employments": [{"id": "a", "from": "2024-06-29", "ceilings": [{"from": "2024-06-29", "amount": 25000}, {"from": "2024-06-30", "amount": 27000}]}],
    "wages": [{"from": "2024-06-29", "to": "2024-06-30", "am_income": 500}, {"from": "2024-07-01", "to": "2024-07-31", "am_income": 9000}])");
  CHECK(subsidy(m[0]) == "-");
  CHECK(subsidy(m[1]) == "17252.00");
  CHECK(has(words(m[1], Rule::LOFT_5), "27.000,00 kr."));
}

// P 51-16, P 14-22; ferieloven § 18.
TEST_CASE("FLT-16, FERIE-5: the ceiling rises with ferietillæg by 1 pct. of the full-time pay it was earned in") {
  const auto after = [](const char* wage_month, const std::string& supplement, const std::string& rest = "",
                        const std::string& choice = "") {
    const Month w = parse_month(wage_month).value();
    const std::string ceilings = rest.empty() ? R"("ceilings": [{"from": "2024-02-01", "amount": 20000}])" : rest;
    return months(choice + R"("from": ")" + to_text(month_after(w)) + R"(", "to": ")" + to_text(month_after(w)) + R"(",
      "employments": [{"id": "a", "from": "2024-02-01", )" +
                  ceilings + R"(}], "wages": [{"from": ")" + wage_month + R"(-01", "to": ")" + to_text(last_day(w)) +
                  R"(", "am_income": 9300, "supplements": [)" + supplement + "]}]")[0];
  };
  const std::string holiday = R"({"kind": "holiday_supplement", "amount": 300})";
  // 19.952 - 30 pct. of 9.300 are 17.162; the ceiling less 9.300 is lower. In the job from February: four months to May.
  auto m = after("2024-05", holiday);
  CHECK(subsidy(m) == "11500.00");
  CHECK(has(words(m, Rule::FLT_16), "med 1 pct. af fuldtidslønnen i optjeningsperioden (80.000,00 kr.): 800,00 kr."));
  CHECK(has(words(m, Rule::FERIE_5), "Ferietillæg for september til maj, betalt med maj: 300,00 kr."));
  const auto rests_on_choice = [](const CaseMonth& month) {
    const auto step = std::find_if(month.steps.begin(), month.steps.end(), [](const Step& s) { return s.rule == Rule::FLT_16; });
    REQUIRE(step != month.steps.end());
    return step->rests_on_choice;
  };
  CHECK(rests_on_choice(m));
  CHECK(!rests_on_choice(after("2024-05", R"({"kind": "holiday_supplement", "amount": 300, "full_time": 800})")));
  // August's is for June to August, another month's for the ferieår so far.
  m = after("2024-08", holiday);
  CHECK(subsidy(m) == "11300.00");
  CHECK(has(words(m, Rule::FERIE_5), "Ferietillæg for juni til august, betalt med august: 300,00 kr."));
  m = after("2024-07", holiday);
  CHECK(subsidy(m) == "11900.00");
  CHECK(has(words(m, Rule::FERIE_5), "Ferietillæg betalt med ferien: 300,00 kr."));
  CHECK(subsidy(after("2024-10", holiday)) == "11100.00");  // September and October
  // Half an øre is rounded up: 1 pct. of 20.000,50 is 200,005.
  m = after("2024-09", holiday, R"("ceilings": [{"from": "2024-02-01", "amount": "20000.50"}])");
  CHECK(m.subsidy->normal_wage_ceiling == Exact::of(Money::oere(2'020'051)));
  // As stated for March and April; and a month without a ceiling adds nothing.
  CHECK(subsidy(after("2024-05", R"({"kind": "holiday_supplement", "amount": 300, "from": "2024-03", "to": "2024-04"})")) == "11100.00");
  CHECK(subsidy(after("2024-05", holiday, R"("ceilings": [{"from": "2024-04-01", "amount": 20000}])")) == "11100.00");
  m = after("2024-05", holiday, "", options(R"("ceiling_rise": "none")"));
  CHECK(subsidy(m) == "10700.00");
  CHECK(has(words(m, Rule::FLT_16), "Ferietillæg m.v. 300,00 kr.: lønloftet hæves ikke efter det valg, der er truffet"));
  CHECK(has(words(m, Rule::FLT_16, Language::english), "the ceiling is not raised, by the choice made"));
  // A ceiling from its parts has the rise added: (17.000 + 500) × 1,1 + 800 = 20.050.
  CHECK(subsidy(after("2024-05", R"({"kind": "holiday_supplement", "amount": 300, "full_time": 800})",
                      R"("ceilings": [{"from": "2024-02-01", "monthly_base": 17000, "supplements": 500, "pension": "10"}])")) ==
        "10750.00");
}

TEST_CASE("FLT-16: fritvalg and the like raise the ceiling in proportion to full time, where the hours are known") {
  const auto march = [](const std::string& of_job, const std::string& of_wage) {
    return months(
        R"("from": "2024-04", "to": "2024-04", "employments": [{"id": "a", "from": "2024-01-01", )" + of_job +
        R"( "ceilings": [{"from": "2024-01-01", "amount": 20000}]}], "wages": [{"from": "2024-03-01", "to": "2024-03-31", "am_income": 9300, )" +
        of_wage + R"("supplements": [{"kind": "free_choice", "amount": 300}]}])")[0];
  };
  CHECK(subsidy(march("", R"("paid_hours": 80, )")) == "11301.00");  // 300 × 160,3333 / 80 = 601,25
  auto m = march(R"("weekly_hours": 18.5, )", "");
  CHECK(subsidy(m) == "11300.00");  // half of full time
  CHECK(has(words(m, Rule::FLT_16), "hæver lønloftet med det, fuld tid ville have givet: 600,00 kr."));
  m = march("", "");
  CHECK(subsidy(m) == "10700.00");
  CHECK(has(words(m, Rule::FLT_16), "Tillæg 300,00 kr.: lønloftet hæves ikke, for timerne kendes ikke"));
  CHECK(subsidy(march(R"("weekly_hours": 18.5, )", R"("paid_hours": 0, )")) == "10700.00");
}

TEST_CASE("FLT-16: no rise for what another job paid, another source goes before, or is not known yet") {
  const std::string start = R"("from": "2024-04", "to": "2024-04",
    "employments": [{"id": "a", "from": "2024-01-01", "ceilings": [{"from": "2024-01-01", "amount": 20000}]}, {"id": "b", "from": "2024-01-01", "kind": "other"}],
    "wages": [{"employment": "a", "from": "2024-03-01", "to": "2024-03-31", "am_income": 9300)";
  const std::string supplements = R"(, "supplements": [{"kind": "holiday_supplement", "amount": 300, "full_time": 700}]})";
  CHECK(subsidy(months(start + supplements + "]")[0]) == "11400.00");
  // 300 of the other job: 19.952 - 30 pct. of 9.600 = 17.072, and the ceiling is as it was.
  CHECK(subsidy(months(start + R"(}, {"employment": "b", "from": "2024-03-01", "to": "2024-03-31", "am_income": 300)" + supplements +
                       "]")[0]) == "10400.00");
  CHECK(
      subsidy(months(start + R"(}, {"employment": "a", "from": "2024-03-01", "to": "2024-03-31", "am_income": 9300, "source": "citizen")" +
                     supplements + "]")[0]) == "10700.00");
  const std::string corrected =
      start +
      R"(, "id": "w"}, {"corrects": "w", "known": "2024-05-02", "employment": "a", "from": "2024-03-01", "to": "2024-03-31", "am_income": 9300)" +
      supplements + "]";
  CHECK(subsidy(months(corrected)[0]) == "11400.00");
  CHECK(subsidy(months(corrected, {.as_of = Date{2024y / 5 / 1}})[0]) == "10700.00");
}

// Two fleksjob in one month: the text does not say.
TEST_CASE("LOFT-5: the ceiling of two fleksjob, by each choice") {
  const auto of = [](const char* choice, const char* hours_a, const char* hours_b) {
    const auto m =
        months(options(R"("ceiling_of_two_jobs": ")" + std::string(choice) + "\"") + R"("from": "2024-03", "to": "2024-03", "employments": [
      {"id": "a", "from": "2024-01-01")" +
               hours_a + R"(, "ceilings": [{"from": "2024-01-01", "amount": 15000}]},
      {"id": "b", "from": "2024-01-01")" +
               hours_b + R"(, "ceilings": [{"from": "2024-01-01", "amount": 20000}]},
      {"id": "c", "from": "2024-01-01", "ceilings": [{"from": "2024-01-01", "amount": 18000}]}, {"id": "d", "from": "2024-02-01"}],
      "wages": [{"employment": "a", "from": "2024-02-01", "to": "2024-02-29", "am_income": 3000},
                {"employment": "b", "from": "2024-02-01", "to": "2024-02-29", "am_income": 3000},
                {"employment": "c", "from": "2024-02-01", "to": "2024-02-29", "am_income": 0},
                {"employment": "d", "from": "2024-02-01", "to": "2024-02-29", "am_income": 0}])");
    return m[0];
  };
  // 19.952 - 1.800 = 18.152 are due before the ceiling.
  CHECK(subsidy(of("highest", "", "")) == "14000.00");
  CHECK(subsidy(of("lowest", "", "")) == "9000.00");
  CHECK(has(words(of("lowest", "", ""), Rule::LOFT_5), "det laveste af deres lønlofter bruges: 15.000,00 kr."));
  // By hours, but the third job's are not known, or there are none in the first: the highest.
  CHECK(subsidy(of("by-hours", R"(, "weekly_hours": 10)", R"(, "weekly_hours": 15)")) == "14000.00");
  CHECK(subsidy(of("by-hours", R"(, "weekly_hours": 0)", R"(, "weekly_hours": 15)")) == "14000.00");
  CHECK(has(words(of("by-hours", "", ""), Rule::LOFT_5), "timerne kendes ikke; det højeste bruges: 20.000,00 kr."));
  // Half an øre is rounded up: the mean of 15.000,00 and 15.000,01.
  const auto m = months(options(R"("ceiling_of_two_jobs": "by-hours")") + R"("from": "2024-03", "to": "2024-03", "employments": [
      {"id": "a", "from": "2024-01-01", "weekly_hours": 10, "ceilings": [{"from": "2024-01-01", "amount": 15000}]},
      {"id": "b", "from": "2024-01-01", "weekly_hours": 10, "ceilings": [{"from": "2024-01-01", "amount": "15000.01"}]}],
      "wages": [{"employment": "a", "from": "2024-02-01", "to": "2024-02-29", "am_income": 3000},
                {"employment": "b", "from": "2024-02-01", "to": "2024-02-29", "am_income": 3000}])");
  CHECK(m[0].subsidy->normal_wage_ceiling == Exact::of(Money::oere(1'500'001)));
}

TEST_CASE("paid hours of a month: from the wage, or the job's weekly hours; unknown when a job has neither, whatever its number") {
  // 70 jobs; the hours of the last are not said by its wage.
  const auto of = [](const std::string& hours_of_the_last) {
    std::string jobs, wages;
    for (int i = 0; i < 70; ++i) {
      const std::string comma = i == 0 ? "" : ", ", id = std::to_string(i);
      jobs += comma + R"({"id": ")" + id + R"(", "from": "2024-01-01")" +
              (i == 66   ? R"(, "weekly_hours": 10)"
               : i == 69 ? hours_of_the_last
                         : "") +
              "}";
      const bool paid = i == 0 || i == 66 || i == 69;
      wages += comma + R"({"employment": ")" + id + R"(", "from": "2024-02-01", "to": "2024-02-29", "am_income": )" + (paid ? "100" : "0") +
               (i == 69 ? ""
                : paid  ? R"(, "paid_hours": 26)"
                        : R"(, "paid_hours": 0)") +
               "}";
    }
    return months(R"("from": "2024-03", "to": "2024-03", "employments": [)" + jobs + R"(], "wages": [)" + wages + "]")[0]
        .subsidy->public_atp;
  };
  CHECK(!of(""));
  // 26 + 26 + 26 hours: as one wage of 78 hours, not with the 43,33 of job 66's weekly hours.
  const auto one = months(R"("from": "2024-03", "to": "2024-03", )" + job +
                          R"(, "wages": [{"from": "2024-02-01", "to": "2024-02-29", "am_income": 300, "paid_hours": 78}])");
  REQUIRE(of(R"(, "weekly_hours": 6)"));
  CHECK(*of(R"(, "weekly_hours": 6)") == *one[0].subsidy->public_atp);
}

// LAS § 74 a stk. 2-4.
TEST_CASE("LY-1, LY-2: the class, as decided or by the facts, and why") {
  const auto june = [](const std::string& facts, const std::string& benefit_class = "") {
    return months(facts + R"("from": "2024-06", "to": "2024-06", "employments": [], "ledighedsydelse": [{"from": "2024-06-01")" +
                  benefit_class + "}]")[0];
  };
  CHECK(benefit(june(R"("sickness_benefit_right": true, )")) == "18137.00");
  CHECK(has(words(june(R"("sickness_benefit_right": true, )"), Rule::LY_1), "ret til syge- eller barselsdagpenge"));
  CHECK(benefit(june(R"("from_unsupported_work": true, )")) == "18137.00");
  CHECK(has(words(june(R"("from_unsupported_work": true, )"), Rule::LY_1), "Højeste sats: kom fra ustøttet arbejde"));
  CHECK(benefit(june("")) == "12326.00");
  CHECK(has(words(june(R"("provider": true, )"), Rule::LY_1), "Lav sats: har været i fleksjob i 0 af de sidste 18 måneder"));
  CHECK(benefit(june(R"("provider": true, )")) == "16382.00");
  CHECK(has(words(june("", R"(, "class": "full")"), Rule::LY_1), "Sats som afgjort for perioden"));
}

TEST_CASE("LY-2: months are counted from the 31st to the last day of a month that has none") {
  // On ledighedsydelse from 31 August 2024: 18 months back is 28 February 2023. From 31 October 2023 eight months go to 30 June 2024;
  // 30 days more make the ninth, with 29 July the last.
  const auto august = [](const char* from, const char* to) {
    return months(R"("from": "2024-09", "to": "2024-09", "employments": [{"id": "a", "from": ")" + std::string(from) + R"(", "to": ")" +
                  to + R"("}], "ledighedsydelse": [{"from": "2024-08-31"}])")[0]
        .benefit->benefit_class;
  };
  CHECK(august("2023-10-31", "2024-07-29") == BenefitClass::full);
  CHECK(august("2023-10-31", "2024-07-28") == BenefitClass::low_nonprovider);
  // From 28 February 2023 eight months go to 27 October.
  CHECK(august("2022-05-31", "2023-11-26") == BenefitClass::full);
  CHECK(august("2022-05-31", "2023-11-25") == BenefitClass::low_nonprovider);
}

// LAS § 74 e stk. 6.
TEST_CASE("LY-9: holiday while on ledighedsydelse, with and without pay of a day, and days that were not taken") {
  std::string earned;
  for (Month m = 2023y / 9; m <= 2024y / 5; m = month_after(m))
    earned += R"({"employment": "a", "from": ")" + to_text(m) + R"(-01", "to": ")" + to_text(last_day(m)) +
              R"(", "am_income": 6000, "holiday_allowance": 624})" + (m == 2024y / 5 ? "" : ", ");
  const std::string start =
      R"("from": "2024-06", "to": "2024-07", "employments": [{"id": "a", "from": "2023-09-01", "to": "2024-05-31"}, {"id": "b", "from": "2023-09-01", "to": "2024-05-31"}],
    "ledighedsydelse": [{"from": "2024-06-01", "class": "full"}], "wages": [)" +
      earned + R"(], "holidays": [)";
  const auto with = [&](const std::string& holiday) { return months(start + holiday + "]"); };
  // A day is 18.137 × 12/260 = 837,092308. Two days at 500: 18.137 - 2 × 837,09 + 2 × 337,09 = 17.137.
  CHECK(benefit(with(R"({"kind": "paid", "pay_per_day": 500, "from": "2024-06-03", "to": "2024-06-04"})")[0]) == "17137.00");
  // Half of them, stated.
  CHECK(benefit(with(R"({"kind": "paid", "pay_per_day": 500, "from": "2024-06-03", "to": "2024-06-04", "days": 1})")[0]) == "17637.00");
  // Of the job: 5.616 earned in the ferieår, over nine whole months of 2,08 days = 18,72: 300 a day.
  CHECK(benefit(with(R"({"kind": "allowance", "employment": "a", "from": "2024-06-03", "to": "2024-06-04"})")[0]) == "17537.00");
  // With no pay at all the days are topped up to the whole daily amount; pay that is not known is not none.
  CHECK(benefit(with(R"({"kind": "paid", "pay_per_day": 0, "from": "2024-06-03", "to": "2024-06-04"})")[0]) == "18137.00");
  CHECK(with(R"({"kind": "paid", "from": "2024-06-03", "to": "2024-06-04"})")[0].status == MonthStatus::unknown);
  // Holiday pay above the daily amount adds nothing and takes no more than its days.
  const auto above = with(R"({"kind": "paid", "pay_per_day": 900, "from": "2024-06-03", "to": "2024-06-04"})");
  CHECK(benefit(above[0]) == "16463.00");  // 18.137 - 2 × 837,092308
  CHECK(has(words(above[0], Rule::LY_9), "intet supplement, for feriepengene er mindst lige så store som dagsbeløbet 837,09"));
  // Untaken days are those of each month they lie in: June has 20 weekdays, July 23.
  const auto untaken = with(R"({"kind": "untaken", "from": "2024-06-27", "to": "2024-07-03", "days": 5})");
  CHECK(benefit(untaken[0]) == "15068.00");  // 18 × 837,092308
  CHECK(has(words(untaken[0], Rule::LY_9), "Der er ingen ledighedsydelse for 2 dage optjent ferie, som ikke er holdt"));
  CHECK(benefit(untaken[1]) == "16742.00");  // 20 × 837,092308
  CHECK(benefit(with(R"({"kind": "unpaid", "from": "2024-06-03", "to": "2024-06-04"})")[0]) == "18137.00");
  CHECK(with(R"({"kind": "unpaid", "from": "2024-06-03", "to": "2024-06-04"})")[0].days[1].on == Living::unpaid_holiday);
  // Holiday without pay, or on ledighedsydelse, is ledighedsydelse like other days.
  CHECK(
      benefit(with(
          R"({"kind": "unpaid", "from": "2024-05-31", "to": "2024-05-31"}, {"kind": "ledighedsydelse", "from": "2024-06-03", "to": "2024-06-04"})")
                  [0]) == "18137.00");
}

TEST_CASE("FLT-15: of a holiday into the weekend of the next month nothing is wage of that month") {
  // Friday 30 August to Sunday 1 September 2024.
  const auto m =
      months(R"("from": "2024-09", "to": "2024-10", )" + job + R"(, "wages": [{"from": "2024-08-01", "to": "2024-08-31", "am_income": 5000},
    {"from": "2024-09-01", "to": "2024-09-30", "am_income": 5000}], "holidays": [{"kind": "allowance", "pay_per_day": 500, "from": "2024-08-30", "to": "2024-09-01"}])");
  CHECK(to_kroner_text(m[0].subsidy->wage) == "5500.00");
  CHECK(to_kroner_text(m[1].subsidy->wage) == "5000.00");
  CHECK(words(m[1], Rule::FLT_15).empty());
}

TEST_CASE("LY-9, FLT-15: holiday with feriegodtgørelse after the job's last day is topped up, and is no wage of the job") {
  const auto m = months(R"("from": "2024-03", "to": "2024-04", "employments": [{"id": "a", "from": "2024-01-01", "to": "2024-03-15"}],
    "ledighedsydelse": [{"from": "2024-03-16", "class": "full"}], "wages": [{"from": "2024-03-01", "to": "2024-03-15", "am_income": 5000}],
    "holidays": [{"kind": "allowance", "employment": "a", "pay_per_day": 500, "from": "2024-03-18", "to": "2024-03-19"}])");
  // March has 21 weekdays, 10 of them from the 16th: 8 × 837,092308 + 2 × 337,092308.
  CHECK(benefit(m[0]) == "7371.00");
  CHECK(!m[1].subsidy);
}

// LAS § 74 e stk. 1, 5.
TEST_CASE("LY-11: holiday on ledighedsydelse in a fleksjob, offset by the month before's income only by choice") {
  const std::string rest = R"("sickness_benefit_right": true, "from": "2024-03", "to": "2024-04", )" + job + R"(,
    "wages": [{"from": "2024-02-01", "to": "2024-02-29", "am_income": 2000}, {"from": "2024-03-01", "to": "2024-03-31", "am_income": 2000}],
    "incomes": [{"kind": "care", "month": "2024-02", "amount": 100}],
    "daily_benefits": [{"kind": "bereavement", "from": "2024-02-01", "to": "2024-02-02", "amount": 200}],
    "holidays": [{"kind": "ledighedsydelse", "from": "2024-03-04", "to": "2024-03-05"}])";
  auto m = months(rest);
  CHECK(benefit(m[0]) == "1674.00");  // 2 × 837,092308
  CHECK(has(words(m[0], Rule::LY_11), "2 dage ferie i fleksjobbet uden optjent løn, på ledighedsydelse uden fradrag for lønnen"));
  m = months(options(R"("holiday_benefit_offset": "wage")") + rest);
  CHECK(benefit(m[0]) == "984.00");  // less 30 pct. of 2.300
  CHECK(has(words(m[0], Rule::LY_11), "på ledighedsydelse med fradrag for indtægten i måneden før"));
  // The month's facts are said once, though subsidy and ledighedsydelse both rest on them.
  CHECK(std::count_if(m[0].facts.begin(), m[0].facts.end(), [](const FactUsed& f) { return f.kind == FactUsed::Kind::daily_benefit; }) ==
        1);
  CHECK(std::count_if(m[0].facts.begin(), m[0].facts.end(), [](const FactUsed& f) { return f.kind == FactUsed::Kind::income; }) == 1);
  // FLT-12 takes the days from the subsidy of the wage month: 19.952 - 600 = 19.352, less 2 / 21,6667 of it.
  CHECK(subsidy(m[1]) == "17566.00");
}

TEST_CASE("LY-5: what counts on ledighedsydelse, by its kind, and what never does") {
  const auto june = [](const std::string& incomes) {
    return months(
        R"("sickness_benefit_right": true, "from": "2024-06", "to": "2024-06", "employments": [], "ledighedsydelse": [{"from": "2024-05-01"}], "incomes": [)" +
        incomes + "]")[0];
  };
  const auto income = [](const char* kind, const char* amount = R"("amount": 1000)") {
    return R"({"kind": ")" + std::string(kind) + R"(", "month": "2024-05", )" + amount + "}";
  };
  for (const char* kind : {"care", "replacing_wage", "paid_out_holiday_allowance"}) {
    CAPTURE(kind);
    CHECK(benefit(june(income(kind))) == "17837.00");
  }
  CHECK(benefit(june(income("self_employment", R"("hours": 10)"))) == "17304.00");  // 30 pct. of 10 × 277,76
  // BEK-LY § 15: a side business counts by its hours, not its surplus.
  const CaseMonth side = june(income("side_business"));
  CHECK(benefit(side) == "18137.00");
  REQUIRE(!side.facts.empty());
  CHECK(std::any_of(side.facts.begin(), side.facts.end(), [](const FactUsed& f) { return f.counts == Counts::hours_unknown; }));
  struct Uncounted {
    const char *kind, *danish, *english;
  };
  for (const Uncounted& u :
       {Uncounted{"work_injury", "Arbejdsskadeerstatning 1.000,00 kr. trækkes ikke fra", "Work injury compensation"},
        {"private_insurance", "Udbetaling fra privat forsikring 1.000,00 kr.", "Private insurance"},
        {"capital_pension", "Kapitalpension 1.000,00 kr.", "Capital pension"},
        {"lost_capacity", "Arbejdsmarkedspension ved tab af erhvervsevne 1.000,00 kr.", "A work pension for loss of earning capacity"},
        {"atp", "Udbetaling fra ATP 1.000,00 kr.", "A payment from ATP"},
        {"ld", "Udbetaling fra LD 1.000,00 kr.", "A payment from LD"},
        {"interest", "Renter 1.000,00 kr.", "Interest"},
        {"gift", "Gave 1.000,00 kr.", "A gift"},
        {"inheritance", "Arv 1.000,00 kr.", "Inheritance"}}) {
    CAPTURE(u.kind);
    const CaseMonth m = june(income(u.kind));
    CHECK(benefit(m) == "18137.00");
    CHECK(has(words(m, Rule::LY_7), u.danish));
    CHECK(has(words(m, Rule::LY_7, Language::english), u.english));
    CHECK(has(words(m, Rule::LY_7, Language::english), "DKK 1,000.00 is not offset"));
  }
  // More than there is: never below zero, and the words say so.
  const CaseMonth none = june(income("replacing_wage", R"("amount": 60000)"));
  CHECK(benefit(none) == "0.00");
  CHECK(has(words(none, Rule::LY_5), "fradraget kan ikke sætte ydelsen under 0 kr.: 0,00 kr."));
  CHECK(has(words(none, Rule::LY_5, Language::english), "the offset at most to 0"));
  CHECK(to_text(none.payout) == "0.00");
}

TEST_CASE("the first of two periods in a month decides its class, and a period that was wrong holds until it is corrected") {
  const std::string text =
      R"("from": "2024-06", "to": "2024-06", "employments": [{"id": "a", "from": "2024-06-10", "to": "2024-06-14"}], "ledighedsydelse": [
    {"from": "2024-06-15", "to": "2024-07-31", "class": "low_provider", "known": "2024-06-15"}, {"from": "2024-06-01", "to": "2024-06-09", "class": "full", "known": "2024-06-20"},
    {"from": "2024-08-01", "class": "low_nonprovider", "known": "2024-06-15"}])";
  CHECK(months(text)[0].benefit->benefit_class == BenefitClass::full);
  CHECK(months(text, {.as_of = Date{2024y / 6 / 19}})[0].benefit->benefit_class == BenefitClass::low_provider);
  // In file order the other way round.
  CHECK(
      months(
          R"("from": "2024-06", "to": "2024-06", "employments": [], "ledighedsydelse": [{"from": "2024-06-01", "to": "2024-06-09", "class": "full"}, {"from": "2024-06-15", "class": "low_provider"}])")
          [0]
              .benefit->benefit_class == BenefitClass::full);
  // A period that ends before it begins held no days; the correction says which.
  const std::string wrong =
      R"("from": "2024-06", "to": "2024-06", "employments": [], "ledighedsydelse": [{"id": "p", "from": "2024-06-10", "to": "2024-06-07", "class": "full"},
    {"corrects": "p", "from": "2024-06-10", "to": "2024-06-17", "class": "full", "known": "2024-07-01"}])";
  CHECK(benefit(months(wrong, {.as_of = Date{2024y / 6 / 30}})[0]) == "-");
  CHECK(benefit(months(wrong)[0]) == "5023.00");  // 6 × 837,092308
}

// LAS § 77 a.
TEST_CASE("LY-12: two sanctions, by the days between them") {
  const auto ended = [](const char* first, const char* second, const std::string& rest = "") {
    const auto m = months(
        R"("from": "2025-01", "to": "2025-05", "employments": [)" + rest +
        R"(], "ledighedsydelse": [{"from": "2024-01-01", "to": "2025-02-28", "class": "full"}, {"from": "2025-04-01", "class": "full"}],
      "sanctions": [{"date": ")" +
        std::string(first) + R"("}, {"date": ")" + second + R"("}])");
    return m;
  };
  // From 29 February 2024 twelve months go to 28 February 2025.
  CHECK(benefit(ended("2024-02-29", "2025-02-27")[3]) == "0.00");
  CHECK(benefit(ended("2024-02-29", "2025-02-28")[3]) != "0.00");
  CHECK(benefit(ended("2024-02-29", "2025-02-28")[4]) == "18772.00");
  // Two on one day are two.
  const char* another = R"(2025-02-03", "kind": "ended_offer)";
  CHECK(benefit(ended("2025-02-03", another)[3]) == "0.00");
  CHECK(has(words(ended("2025-02-03", another)[3], Rule::LY_12), "Ingen ret: den anden sanktion inden for 12 måneder"));
  // A month of a new fleksjob does not give the right again, nor does other work or a fleksjob before the sanction.
  const std::string fleksjob = R"({"id": "b", "from": "2025-03-01", "to": "2025-03-31"})";
  CHECK(benefit(ended("2024-08-01", "2025-02-03", fleksjob)[1]) == "0.00");  // 1 and 2 February are a weekend
  CHECK(benefit(ended("2024-08-01", "2025-02-03", fleksjob)[3]) == "0.00");
  CHECK(benefit(ended("2024-08-01", "2025-02-03")[3]) == "0.00");
  CHECK(benefit(ended("2024-08-01", "2025-02-03", R"({"id": "b", "from": "2025-03-01", "kind": "other"})")[3]) == "0.00");
  CHECK(benefit(ended("2024-08-01", "2025-02-03", R"({"id": "b", "from": "2023-01-01", "to": "2023-12-31"})")[3]) == "0.00");
}

TEST_CASE("LY-12: a sanction takes the 15 weekdays of its three weeks, and one long ago none") {
  const auto m =
      months(R"("from": "2024-03", "to": "2024-04", "employments": [], "ledighedsydelse": [{"from": "2024-03-01", "class": "full"}],
    "sanctions": [{"date": "2022-03-01"}, {"date": "2024-03-18"}])");
  // March 2024: 21 weekdays, 10 of them from the 18th; April has 22, five still taken.
  CHECK(benefit(m[0]) == "9208.00");   // 11 × 837,092308
  CHECK(benefit(m[1]) == "14231.00");  // 17 × 837,092308
  CHECK(m[0].days.front().on == Living::ledighedsydelse);
  const auto before =
      months(R"("from": "2024-03", "to": "2024-03", "employments": [], "ledighedsydelse": [{"from": "2024-03-01", "class": "full"}],
    "sanctions": [{"date": "2024-03-18", "known": "2024-04-02"}])",
             {.as_of = Date{2024y / 4 / 1}});
  CHECK(benefit(before[0]) == "18137.00");
  CHECK(before[0].days.size() == 1);  // no day of a sanction
}

TEST_CASE("LY-12: nine months of fleksjob after the loss give the right again") {
  // The right is lost on 4 March 2024; a fleksjob from April to the end of the year, then ledighedsydelse again.
  const auto after = [](const char* until) {
    return months(
        R"("from": "2025-01", "to": "2025-02", "sickness_benefit_right": true, "employments": [{"id": "a", "from": "2024-04-01", "to": ")" +
        std::string(until) + R"("}], "ledighedsydelse": [{"from": "2024-01-01", "to": "2024-03-31"}, {"from": "2025-01-01"}],
      "sanctions": [{"date": "2024-01-08"}, {"date": "2024-03-04"}])");
  };
  CHECK(benefit(after("2024-12-31")[1]) == "18772.00");
  CHECK(benefit(after("2024-11-30")[1]) == "0.00");
}

TEST_CASE("LY-14: long-term by the last 24 months, a review by 12 of the last 18, and months that are long gone") {
  const auto m = months(R"("from": "2023-12", "to": "2025-12", "employments": [{"id": "a", "from": "2023-04-01", "to": "2023-06-30"}],
    "ledighedsydelse": [{"from": "2022-01-01", "to": "2023-03-31", "class": "full"}, {"from": "2023-07-01", "class": "full"},
                        {"id": "w", "from": "2023-04-10"}, {"corrects": "w", "withdrawn": true, "known": "2023-04-10"}])");
  // 15 months from January 2022, three in a fleksjob, six since.
  CHECK(m[0].benefit_months == 6);
  CHECK(m[0].benefit_months_of_24 == 21);
  CHECK(m[0].long_term);
  CHECK(m[0].review_due);  // 15 of the last 18
  CHECK(has(words(m[0], Rule::LY_14), "21 hele måneder på ledighedsydelse af de sidste 24: langvarig"));
  // Since July 2023 thirty months; no more than 24 of the last 24.
  CHECK(m[24].benefit_months == 30);
  CHECK(m[24].benefit_months_of_24 == 24);
}

// ferieloven § 17 stk. 2, § 15 stk. 3.
TEST_CASE("FERIE-4, FERIE-6: what the pay of a holiday has to be, where the monthly pay is told") {
  const auto m = months(R"("from": "2024-04", "to": "2024-04", )" + job +
                        R"(, "wages": [{"from": "2024-03-01", "to": "2024-03-31", "am_income": 12000}], "holidays": [
    {"kind": "paid", "from": "2024-03-04", "to": "2024-03-05", "monthly_pay": 12000, "hours_then": 10, "hours_now": 15},
    {"kind": "paid", "from": "2024-03-06", "to": "2024-03-07", "monthly_pay": 12000}, {"kind": "paid", "from": "2024-03-08", "to": "2024-03-08"},
    {"kind": "paid", "from": "2024-05-06", "to": "2024-05-07", "days": 1, "monthly_pay": 12000, "hours_then": 10, "hours_now": 15},
    {"kind": "unpaid", "from": "2024-03-11", "to": "2024-03-12", "monthly_pay": 12000}, {"kind": "unpaid", "from": "2024-03-29", "to": "2024-04-02", "days": 3, "monthly_pay": 12000}])");
  CHECK(words(m[0], Rule::FERIE_4) == "Løn i ferien følger timerne ved optjeningen: 12.000,00 × 10 / 15 = 8.000,00 kr. om måneden.\n");
  CHECK(words(m[0], Rule::FERIE_6) ==
        "Ferie uden løn: 4,8 pct. af 12.000,00 for hver af 2 dage: lønnen skal være 1.152,00 kr. lavere.\n"
        // Three days of two months, of which 29 March is one.
        "Ferie uden løn: 4,8 pct. af 12.000,00 for hver af 1 dag: lønnen skal være 576,00 kr. lavere.\n");
}

TEST_CASE("a rate that is not known is an error of the case, by its name, and no month is made up") {
  struct Row {
    const char *what, *key, *unit, *members;
  };
  const std::string may = R"("from": "2024-06", "to": "2024-06", )";
  for (
      const Row& row : {
          Row{"the ceiling of the wage month", "full_time_hours_week", "hours/week",
              R"("employments": [{"id": "a", "from": "2024-02-01", "ceilings": [{"from": "2024-02-01", "hourly": 150}]}], "wages": [{"from": "2024-05-01", "to": "2024-05-31", "am_income": 9000}])"},
          Row{"one of two ceilings weighed by weekdays", "full_time_hours_week", "hours/week",
              R"("options": {"ceiling_of_month": "by-weekdays"}, "employments": [{"id": "a", "from": "2024-02-01", "ceilings": [{"from": "2024-02-01", "hourly": 150}, {"from": "2024-05-15", "amount": 20000}]}],
                  "wages": [{"from": "2024-05-01", "to": "2024-05-31", "am_income": 9000}])"},
          Row{"the ceiling of a month that ferietillæg was earned in", "full_time_hours_week", "hours/week",
              R"("employments": [{"id": "a", "from": "2024-02-01", "ceilings": [{"from": "2024-02-01", "hourly": 150}, {"from": "2024-05-01", "amount": 20000}]}],
                  "wages": [{"from": "2024-05-01", "to": "2024-05-31", "am_income": 9000, "supplements": [{"kind": "holiday_supplement", "amount": 300}]}])"},
          Row{"the hours of full time", "full_time_hours_week", "hours/week",
              R"("employments": [{"id": "a", "from": "2024-02-01", "ceilings": [{"from": "2024-02-01", "amount": 20000}]}],
                  "wages": [{"from": "2024-05-01", "to": "2024-05-31", "am_income": 9000, "paid_hours": 80, "supplements": [{"kind": "free_choice", "amount": 300}]}])"},
          Row{"ferietillæg", "holiday_supplement_pct", "pct",
              R"("employments": [{"id": "a", "from": "2024-02-01", "ceilings": [{"from": "2024-02-01", "amount": 20000}]}],
                  "wages": [{"from": "2024-05-01", "to": "2024-05-31", "am_income": 9000, "supplements": [{"kind": "holiday_supplement", "amount": 300}]}])"},
          Row{"the subsidy", "taper_low_pct", "pct",
              R"("employments": [{"id": "a", "from": "2024-02-01"}], "wages": [{"from": "2024-05-01", "to": "2024-05-31", "am_income": 9000}])"},
          Row{"ledighedsydelse", "taper_low_pct", "pct", R"("employments": [], "ledighedsydelse": [{"from": "2024-06-01"}])"},
      }) {
    CAPTURE(row.what);
    const Case facts = read(may + row.members);
    CHECK(case_statement(facts, RateTable::embedded()).has_value());
    const RateTable rates = without(row.key, row.unit);
    const auto statement = case_statement(facts, rates, {.explained = true});
    REQUIRE(!statement);
    CHECK(statement.error().code == ErrorCode::rate_is_missing);
    CHECK(statement.error().field.text() == row.key);
    CHECK(correction(facts, rates, facts.first, Date{2024y / 7 / 1}).error().field.text() == row.key);
    CHECK(letter(facts, rates, facts.first, std::nullopt, Language::danish).error().field.text() == row.key);
  }
  // Known only later: the month could be decided, and cannot be computed again.
  const Case later = read(R"("from": "2018-06", "to": "2018-06", "employments": [], "ledighedsydelse": [{"from": "2018-06-01"}],
    "incomes": [{"kind": "self_employment", "month": "2018-06", "hours": 10, "known": "2018-08-01"}])");
  CHECK(case_statement(later, RateTable::embedded(), {.as_of = Date{2018y / 6 / 30}}).has_value());
  CHECK(correction(later, RateTable::embedded(), later.first).error().field.text() == "conversion_rate_hour");
}

TEST_CASE("the months asked for lie within the case, in order, and exist") {
  const Case c = read(R"("from": "2024-03", "to": "2024-06", "employments": [])");
  const auto error = [&](std::optional<Month> first, std::optional<Month> last) {
    return case_statement(c, RateTable::embedded(), {.first = first, .last = last}).error();
  };
  CHECK(error(2024y / 2, {}).field == Fact::first);
  CHECK(to_text(error(2024y / 2, {}).allowed) == "2024-03..2024-06");
  CHECK(error(2024y / 7, {}).field == Fact::first);
  CHECK(error({}, 2024y / 7).field == Fact::last);
  CHECK(error({}, 2024y / 2).field == Fact::last);
  CHECK(error(2023y / 13, {}).field == Fact::first);
  CHECK(error(2024y / 5, 2024y / 4).field == Fact::last);
  CHECK(to_text(error(2024y / 5, 2024y / 4).allowed) == ">= 2024-05");
  CHECK(case_statement(c, RateTable::embedded(), {.first = 2024y / 5, .last = 2024y / 5}).value().months.size() == 1);
  CHECK(correction(c, RateTable::embedded(), 2024y / 13).error().code == ErrorCode::no_such_date);
  for (const Month outside : {2024y / 2, 2024y / 7}) {
    CHECK(correction(c, RateTable::embedded(), outside).error().code == ErrorCode::out_of_range);
    CHECK(correction(c, RateTable::embedded(), outside).error().allowed == Allowed(Range{c.first, c.last}));
  }
}

// Rulebook 10: what was settled stands; only what is known since is corrected.
TEST_CASE("a settled correction counts from its day and its month on") {
  const auto total = [](const std::string& settled) {
    const Case c = read(R"("from": "2024-03", "to": "2024-04", )" + job + R"(, "wages": [
      {"from": "2024-02-01", "to": "2024-02-29", "am_income": 1000}, {"from": "2024-03-01", "to": "2024-03-31", "am_income": 1000},
      {"from": "2024-02-01", "to": "2024-02-29", "am_income": 2000, "known": "2024-05-10"}, {"from": "2024-03-01", "to": "2024-03-31", "am_income": 3000, "known": "2024-05-10"}],
      "corrections": [)" +
                        settled + "]");
    return to_text(correction(c, RateTable::embedded(), c.first, Date{2024y / 6 / 1}).value().total);
  };
  // 30 pct. of 2.000 and of 3.000 more wage, less ATP of the difference: 5 pct. to the krone, but it is at its most, 500.
  CHECK(total("") == "-1500.00");
  CHECK(total(R"({"date": "2024-05-15", "from": "2024-03"})") == "0.00");
  CHECK(total(R"({"date": "2024-05-15", "from": "2024-04"})") == "-600.00");
  CHECK(total(R"({"date": "2024-05-01", "from": "2024-03"})") == "-1500.00");
  CHECK(total(R"({"date": "2024-06-15", "from": "2024-03"})") == "-1500.00");  // not settled yet on 1 June
}

TEST_CASE("a fact that two parts of a month rest on is named once in its correction") {
  // A bonus paid in two parts of one size over the same months, known after March was decided.
  const Case c =
      read(R"("from": "2024-03", "to": "2024-03", )" + job + R"(, "wages": [{"from": "2024-02-01", "to": "2024-02-29", "am_income": 1000},
    {"from": "2024-04-01", "to": "2024-04-30", "am_income": 4000, "known": "2024-05-01", "bonus": [{"amount": 1500, "from": "2024-02", "to": "2024-04"}, {"amount": 1500, "from": "2024-02", "to": "2024-04"}]}])");
  const Correction corrected = correction(c, RateTable::embedded(), c.first).value();
  REQUIRE(corrected.months.size() == 1);
  CHECK(corrected.months[0].new_facts.size() == 1);
  CHECK(to_text(corrected.total) == "-300.00");  // 30 pct. of 2 × 500
}
