#include <doctest/doctest.h>

#include <fleks/fleks.hpp>

// A population's summary in words, as JSON and as a picture: each figure in its place, and what is not known left out.

using namespace fleks;
using namespace std::chrono_literals;

namespace {

bool has(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

/// The value at the end of the line that begins with `name`, without the blanks between.
std::string value(const std::string& text, const std::string& name) {
  const auto at = text.find("\n  " + name + " ");
  if (at == std::string::npos) return "no such line";
  const auto from = text.find_first_not_of(' ', at + 3 + name.size()), end = text.find('\n', at + 1);
  return text.substr(from, end - from);
}

PopulationSummary four_rows() {
  PopulationSummary s;
  for (const std::int64_t oere : {0, 500'000, 1'000'050, 2'400'000}) {
    s.subsidy.add(oere);
    s.payout.add(oere - oere / 20);
  }
  s.rows = 4;
  s.without_subsidy = 1;
  s.cut_by_ceiling = 2;
  s.above_threshold = 3;
  s.months = {2025y / 3, 2025y / 4};
  s.own_atp = 195'000;
  s.obligatory_pension = 55'512;
  return s;
}

HourWorth hours() {
  HourWorth w;
  for (const std::int64_t per_mille : {-500, 0, 150, 445, 700}) {
    w.share.add(per_mille);
    w.amount.add(per_mille * 10);
    w.all.add(per_mille);
    w.by_band[2][1].add(per_mille);
  }
  return w;
}

ReformEffect reform() {
  ReformEffect e;
  e.id = "low";
  e.title = "Lower taper";
  e.winners = 2;
  e.losers = 1;
  e.unchanged = 1;
  e.gained = 30'000;
  e.lost = 5'000;
  for (const std::int64_t oere : {0, 10'000, 20'000, -5'000}) e.difference.add(oere);
  e.subsidy = 26'000;
  e.public_atp = -1'001;
  e.obligatory_pension = 400;
  e.tax = 9'000;
  return e;
}

}  // namespace

TEST_CASE("a population's table in both languages: counts with their share, sums, mean and deciles") {
  PopulationSummary s = four_rows();
  s.public_atp_known = 4;
  s.public_atp = 40'400;
  const std::string da = table(s, Language::danish), en = table(s, Language::english);
  CHECK(value(da, "rækker (borger og måned)") == "4");
  CHECK(value(da, "uden tilskud") == "1  25,0 pct.");
  CHECK(value(da, "nedsat på grund af lønloftet") == "2  50,0 pct.");
  CHECK(value(da, "løn over grænsen for det lave fradrag") == "3  75,0 pct.");
  CHECK(value(da, "uden kendt lønloft") == "0  0,0 pct.");
  CHECK(value(da, "fleksløntilskud i alt, kr.") == "39.000,50");
  CHECK(value(da, "  gennemsnit, kr.; deciler") == "9.750,13");
  CHECK(value(da, "udbetalt i alt, kr.") == "37.050,48");
  CHECK(value(da, "obligatorisk pension, kr.") == "555,12");
  CHECK(value(da, "statens ATP-bidrag, kr.") == "404,00");
  // Deciles of four: the first, the second from the third tenth on, and so on.
  CHECK(has(da,
            "\n    10 pct. 20 pct. 30 pct. 40 pct. 50 pct. 60 pct. 70 pct. 80 pct. 90 pct.\n          0       0   5.000   5.000   5.000  "
            "10.000  10.000  24.000  24.000\n"));
  CHECK(value(en, "rows (citizen and month)") == "4");
  CHECK(value(en, "without subsidy") == "1  25.0 per cent");
  CHECK(value(en, "cut by the ceiling") == "2  50.0 per cent");
  CHECK(value(en, "wage above the threshold") == "3  75.0 per cent");
  CHECK(value(en, "without a known ceiling") == "0  0.0 per cent");
  CHECK(value(en, "fleksløntilskud in all, DKK") == "39,000.50");
  CHECK(value(en, "the state's ATP, DKK") == "404.00");
  CHECK(has(en,
            "\n       10 %    20 %    30 %    40 %    50 %    60 %    70 %    80 %    90 %\n          0       0   5,000   5,000   5,000  "
            "10,000  10,000  24,000  24,000\n"));
  CHECK(da.starts_with("Befolkningen\n"));
  CHECK(en.starts_with("The population\n"));
  // What no row tells is not said.
  const std::string unknown = table(four_rows(), Language::danish);
  CHECK(!has(unknown, "statens ATP-bidrag"));
  CHECK(!has(unknown, "Én time mere"));
  // Of no rows every share is nothing.
  CHECK(value(table(PopulationSummary{}, Language::danish), "uden tilskud") == "0  0,0 pct.");
}

TEST_CASE("an hour more in a population's table: classes, deciles, and what gives nothing by bands") {
  PopulationSummary s = four_rows();
  s.gross = hours();
  s.in_hand.emplace();
  const std::string before_tax = table(s, Language::danish);
  CHECK(has(before_tax, "\nÉn time mere om ugen, løn og tilskud før skat\n"));
  CHECK(value(before_tax, "giver intet") == "2  40,0 pct.");
  CHECK(value(before_tax, "giver under 20 pct. af lønnen") == "1  20,0 pct.");
  CHECK(value(before_tax, "giver mere") == "2  40,0 pct.");
  CHECK(has(before_tax, "\n      -50,0   -50,0     0,0     0,0    15,0    15,0    44,5    44,5    70,0\n"));
  CHECK(has(before_tax, "\n     150-175                40,0                                        \n"));
  CHECK(!has(before_tax, "i hånden efter skat"));  // no tax of that year is known
  s.in_hand = hours();
  CHECK(has(table(s, Language::danish), "\nÉn time mere om ugen, i hånden efter skat (gennemsnitskommune)\n"));
  const std::string en = table(s, Language::english);
  CHECK(has(en, "\nOne more hour a week, pay and subsidy before tax\n"));
  CHECK(has(en, "\nOne more hour a week, in hand after tax (average municipality)\n"));
  CHECK(value(en, "gives less than 20 per cent of the pay") == "1  20.0 per cent");
  CHECK(has(en, "\n     150-175                40.0"));
}

TEST_CASE("a reform's cost a year is that of its months, twelve of them; rounded half up, below zero too") {
  PopulationSummary s = four_rows();
  s.reforms.push_back(reform());
  const std::string da = table(s, Language::danish);
  CHECK(has(da, "\nlow: Lower taper\n"));
  CHECK(value(da, "vindere (rækker)") == "2  50,0 pct.");
  CHECK(value(da, "tabere (rækker)") == "1  25,0 pct.");
  CHECK(value(da, "forskel i udbetaling, gennemsnit, kr./md.") == "62,50");
  CHECK(value(da, "udgift om året, kr.: tilskud") == "1.560,00");  // 260 kr. in two months
  CHECK(value(da, "  statens ATP-bidrag") == "-60,06");
  CHECK(value(da, "  obligatorisk pension") == "24,00");
  CHECK(value(da, "  skat (trækkes fra)") == "-540,00");
  CHECK(value(da, "  i alt") == "983,94");
  CHECK(!has(da, "en time mere giver intet"));
  CHECK(value(table(s, Language::english), "cost a year, DKK: subsidy") == "1,560.00");
  // A worth of the hour is told in hand where that is known, else before tax.
  s.reforms[0].gross = hours();
  CHECK(value(table(s, Language::danish), "en time mere giver intet") == "2  40,0 pct.");
  s.reforms[0].in_hand.all.add(500);
  CHECK(value(table(s, Language::english), "one more hour gives nothing") == "0  0.0 per cent");
  // Seven months: 12/7 of -10,01 kr. is -17,16 kr.; without months there is no year.
  for (unsigned month = 5; month < 10; ++month) s.months.insert(2025y / std::chrono::month{month});
  CHECK(value(table(s, Language::danish), "  statens ATP-bidrag") == "-17,16");
  s.months.clear();
  CHECK(value(table(s, Language::danish), "  i alt") == "0,00");
}

TEST_CASE("a population's summary as JSON: amounts as text, and null for what is not known") {
  PopulationSummary s = four_rows();
  s.reforms.push_back(reform());
  std::string json = to_json(s, RateTable::embedded());
  CHECK(has(json, "\"public_atp\": null"));
  CHECK(has(json, "\"one_more_hour\": null,\n  \"reforms\""));
  CHECK(has(json, "\"mean\": \"9750.13\""));
  CHECK(has(json, "\"total\": \"39000.50\""));
  CHECK(has(json, "\"deciles\": [\n      \"0.00\",\n      \"0.00\",\n      \"5000.00\","));
  CHECK(has(json, "\"tax\": \"-540.00\""));
  CHECK(has(json, "\"gained\": \"300.00\",\n      \"lost\": \"50.00\""));
  CHECK(has(json, "\"one_more_hour\": null\n    }"));
  s.public_atp_known = 3;
  s.public_atp = 30'300;
  s.gross = hours();
  s.in_hand.emplace();
  s.reforms[0].gross = hours();
  json = to_json(s, RateTable::embedded());
  CHECK(has(json, "\"public_atp\": \"303.00\",\n  \"rows_with_known_paid_hours\": 3"));
  CHECK(has(json, "\"nothing\": 2,"));
  CHECK(has(json, "\"nothing_pct\": \"40.0\""));
  CHECK(has(json, "\"hourly_wage\": \"150-175\",\n          \"weekly_hours\": \"6-10\",\n          \"rows\": 5"));
  CHECK(has(json, "    \"in_hand\": null\n  },\n  \"reforms\""));
  CHECK(has(json, "        \"in_hand\": null\n      }\n    }"));
  s.in_hand = hours();
  s.reforms[0].in_hand = hours();
  CHECK(!has(to_json(s, RateTable::embedded()), "\"in_hand\": null"));
}

TEST_CASE("of no rows there is no mean and no decile") {
  const PopulationSummary none;
  CHECK(has(to_json(none, RateTable::embedded()),
            "\"payout\": {\n    \"count\": 0,\n    \"mean\": null,\n    \"deciles\": [],\n    \"total\": \"0.00\""));
  CHECK(value(table(none, Language::danish), "  gennemsnit, kr.; deciler") == "-");
}

TEST_CASE("a row that cannot be computed is a row of a table with its line, its reason in one field, and itself") {
  const auto layout = TableLayout::read("id;month;am_income;own_pension;employer_pension").value();
  const BadRow bad{{.code = ErrorCode::not_a_number, .field = "am_income", .given = "a\"c", .line = 4}, "9;2024-03;a\"\"c;0;0"};
  const std::string line = bad_row_line(bad, layout, Language::english);
  CHECK(line.starts_with("4;\"am_income: \"\"a\"\"c\"\" is not a number."));
  CHECK(line.ends_with("\";9;2024-03;a\"\"c;0;0\n"));
  CHECK(bad_rows_header("\xEF\xBB\xBFid;month;am_income;own_pension;employer_pension\r", layout) ==
        "line;reason;id;month;am_income;own_pension;employer_pension\n");
  const std::string named = "sep=;\r\nid;month;am_income;own_pension;employer_pension\r";
  CHECK(bad_rows_header(named, TableLayout::read(named).value()) ==
        "sep=;\r\nline;reason;id;month;am_income;own_pension;employer_pension\n");
}

TEST_CASE("a population's picture: a bar a step, as high as its share of the highest, with its count to be read") {
  PopulationSummary s = four_rows();
  for (int i = 0; i < 3; ++i) s.subsidy.add(500'000);
  const std::string da = picture(s, Language::danish);
  CHECK(has(da, "role=\"img\" lang=\"da\""));
  CHECK(da.ends_with("</svg>\n"));
  CHECK(has(da, "<title id=\"title\">Befolkningen: 4 rækker</title>"));
  CHECK(
      has(da, "<desc id=\"description\">Fleksløntilskud i gennemsnit 7.714,36 kr. om måneden; uden tilskud 25,0 pct. af rækkerne.</desc>"));
  CHECK(has(da, ">kr. om måneden</text>"));
  CHECK(has(da, ">24.000</text>"));
  CHECK(has(da, ">rækker</text>"));
  CHECK(has(da, ">andel</text>"));
  // Steps of 500 kr., 15,6 pixels each: 5.000 kr. is the eleventh, with four of seven; 24.000 kr. is in the last.
  CHECK(has(
      da, "<rect x=\"100.5\" y=\"207.5\" width=\"14.6\" height=\"37.5\" fill=\"#325BFF\"><title>0-500 kr.: 1 rækker (14,3 pct.)</title>"));
  CHECK(has(da, "<title>5.000-5.500 kr.: 4 rækker (57,1 pct.)</title>"));
  CHECK(has(da, "<title>23.500-24.000 kr.: 1 rækker (14,3 pct.)</title>"));
  CHECK(!has(da, "Én time mere"));
  const auto count = [](const std::string& text, std::string_view part) {
    int found = 0;
    for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++found;
    return found;
  };
  CHECK(count(da, "<title>") == 48);
  // What an hour more gives: nothing in red, up to 20 pct. in amber, more in green. No tax of the year: one plot more, not two.
  s.gross = hours();
  s.in_hand.emplace();
  CHECK(count(picture(s, Language::danish), "<title>") == 108);
  s.in_hand = hours();
  const std::string en = picture(s, Language::english);
  CHECK(count(en, "<title>") == 168);
  CHECK(has(en, ">24,000</text>"));
  CHECK(has(en, ">One more hour a week: pay and subsidy before tax</text>"));
  CHECK(has(en, ">One more hour a week: in hand after tax</text>"));
  CHECK(has(en, "fill=\"#9F2A00\"><title>-2.5-0 per cent: 1 rows (20.0 per cent)</title>"));
  CHECK(has(en, "fill=\"#C58500\"><title>12.5-15 per cent: 1 rows (20.0 per cent)</title>"));
  CHECK(has(en, "fill=\"#439E5A\"><title>42.5-45 per cent: 1 rows (20.0 per cent)</title>"));
  CHECK(has(en, "gives nothing for 40.0 per cent, under 20 per cent of the pay for 20.0 per cent, more for 40.0 per cent."));
  const std::string all_da = picture(s, Language::danish);
  CHECK(has(all_da, ">Én time mere om ugen: løn og tilskud før skat</text>"));
  CHECK(has(all_da, ">Én time mere om ugen: i hånden efter skat</text>"));
  CHECK(has(all_da, ">giver op til 20 pct. af timens løn</text>"));
}
