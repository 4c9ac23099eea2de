#include <doctest/doctest.h>

#include <fleks/analysis/audit_file.hpp>
#include <fleks/analysis/population.hpp>
#include <fleks/analysis/population_summary.hpp>
#include <fleks/analysis/table.hpp>
#include <fleks/reading/reform.hpp>
#include <fleks/words/message.hpp>
#include <fleks/words/population.hpp>

#include <cstdint>
#include <string>
#include <vector>

// Weights: a row counts as many times as it says, exactly; and what a weight may not be.

using namespace fleks;

namespace {

const std::string facts =
    "id,month,am_income,own_pension,employer_pension,ceiling,hourly_wage,weekly_hours,municipality,children,single_parent";

struct Computed {
  std::string text;
  std::vector<BadRow> bad;
  PopulationSummary summary;
};

Computed compute(const std::string& header, const std::string& rows) {
  const Reform reforms[] = {read_reform(R"({"id":"low","title":"Lower","from":"2025-01","rates":{"taper_low_pct":20}})", {}).value()};
  Scenario today;
  today.benefit_weeks = 53;
  today.columns = read_net_columns("in_hand,emtr_hour").value();
  Computed c{{}, {}, PopulationSummary{reforms}};
  PopulationWorker worker(TableLayout::read(header).value(), today, reforms, &c.summary);
  TextBuffer text;
  worker.run(rows, text, c.bad);
  c.text = std::string(text.text());
  return c;
}

/// A summary's JSON without what says how often rows count: those that only differ in that are the same figures.
std::string figures(const PopulationSummary& s) {
  std::string json = to_json(s, RateTable::embedded()), kept;
  for (std::size_t at = 0; at < json.size();) {
    const std::size_t end = json.find('\n', at) + 1;
    std::string line = json.substr(at, end == 0 ? std::string::npos : end - at);
    at += line.size();
    if (line.find("\"rows\": ") != std::string::npos && line.starts_with("  \"")) continue;
    if (line.find("\"weight\": ") != std::string::npos) continue;
    // Counts of weighted rows are text, others numbers.
    std::erase(line, '"');
    kept += line;
  }
  return kept;
}

std::string row_of(int i) {
  const char* municipalities[] = {"Aarhus", "Kolding", ""};
  return std::to_string(i) + ",2025-0" + std::to_string(1 + i % 9) + "," + std::to_string(4'000 + 731 * i) + ".35,0,0," +
         (i % 4 == 0 ? "" : std::to_string(24'000 + 300 * i)) + "," + std::to_string(110 + 7 * i) + "," + std::to_string(3 + i % 27) + "," +
         municipalities[i % 3] + "," +
         (i % 5 == 0   ? "2,1"
          : i % 5 == 1 ? "1,0"
                       : "0,0");
}

}  // namespace

TEST_CASE("rows with whole weights are the same figures as so many such rows, in every figure of the summary") {
  std::string weighted, repeated;
  std::int64_t all = 0;
  for (int i = 0; i < 60; ++i) {
    const int weight = 1 + (7 * i) % 11;
    all += weight;
    weighted += row_of(i) + "," + std::to_string(weight) + "\n";
    for (int copy = 0; copy < weight; ++copy) repeated += row_of(i) + "\n";
  }
  const Computed a = compute(facts + ",weight", weighted), b = compute(facts, repeated);
  REQUIRE(a.bad.empty());
  REQUIRE(b.bad.empty());
  CHECK(a.summary.rows == 60);
  CHECK(a.summary.weighted);
  CHECK(a.summary.weight == 10'000 * all);
  CHECK(a.summary.all() == 10'000 * all);
  CHECK(b.summary.all() == all);
  CHECK(b.summary.reforms[0].winners > 0);
  CHECK(b.summary.net[0].by_municipality.size() == 2);
  CHECK(figures(a.summary) == figures(b.summary));
}

TEST_CASE("only the proportion of weights is in means, deciles and shares; sums and counts are exact to a ten-thousandth") {
  const Computed c = compute(facts + ",weight", "a,2024-03,15600,0,0,32067,,,,,,0.0003\n");
  // The net picture asks for hours.
  REQUIRE(c.bad.size() == 1);
  const auto of = [](const std::string& rows) {
    PopulationSummary s;
    PopulationWorker worker(TableLayout::read("id,month,am_income,own_pension,employer_pension,ceiling,weight").value(), {}, {}, &s);
    TextBuffer text;
    std::vector<BadRow> bad;
    worker.run(rows, text, bad);
    REQUIRE(bad.empty());
    return s;
  };
  const PopulationSummary thirds = of("a,2024-03,15600,0,0,32067,0.3333\nb,2024-03,1,0,0,32067,0.6667\n");
  const std::string json = to_json(thirds, RateTable::embedded());
  CHECK(json.find("\"rows\": 2,\n  \"weight\": \"1\",") != std::string::npos);
  // 0,3333 x 15.272,00 + 0,6667 x 19.952,00 = 5.090,1576 + 13.301,9984
  CHECK(json.find("\"total\": \"18392.156\"") != std::string::npos);
  CHECK(json.find("\"mean\": \"18392.16\"") != std::string::npos);
  CHECK(thirds.subsidy.decile(3) == 1'527'200);
  CHECK(thirds.subsidy.decile(4) == 1'995'200);
  CHECK(table(thirds, Language::danish).find("vægt i alt; alle tal er vægtede") != std::string::npos);
  CHECK(table(thirds, Language::danish).find("18.392,16") != std::string::npos);
  CHECK(table(thirds, Language::english).find("weight in all; all figures are weighted") != std::string::npos);
  CHECK(picture(thirds, Language::danish).find("1 vægtede rækker") != std::string::npos);

  // The heaviest rows do not overflow: 1.000 of them are 10^8 rows of 19.952,00.
  std::string heavy;
  for (int i = 0; i < 1'000; ++i) heavy += std::to_string(i) + ",2024-03,1,0,0,32067,100000\n";
  CHECK(to_json(of(heavy), RateTable::embedded()).find("\"total\": \"1995200000000.00\"") != std::string::npos);
  PopulationSummary beyond = of("a,2024-03,0,0,0,32067,1\n");
  beyond.weight = INT64_MAX - 5'000;
  CHECK_THROWS_AS(beyond.add(of("a,2024-03,0,0,0,32067,1\n")), BadResult);
}

TEST_CASE("each row of a table with weights has one above 0, of at most four decimals; it comes back as the last column") {
  const std::string header = "weight;id;month;am_income;own_pension;employer_pension";
  PopulationWorker worker(TableLayout::read(header).value(), {});
  TextBuffer text;
  std::vector<BadRow> bad;
  worker.run(
      "2,5;a;2024-03;15600;0;0\n"
      "0,0001;b;2024-03;15600;0;0\n"
      "100000;c;2024-03;15600;0;0\n"
      "\"1.200,75\";d;2024-03;15600;0;0\n"
      "0;e;2024-03;15600;0;0\n"
      ";f;2024-03;15600;0;0\n"
      "-1;g;2024-03;15600;0;0\n"
      "100000,0001;h;2024-03;15600;0;0\n"
      "1,00001;i;2024-03;15600;0;0\n"
      "many;j;2024-03;15600;0;0\n",
      text, bad);
  const std::string answer = "2024-03;4680,00;15272,00;0,00;0,00;15272,00;500,00;14772,00;222,00;";
  CHECK(text.text() == "a;" + answer + "2,5\nb;" + answer + "0,0001\nc;" + answer + "100000\nd;" + answer + "1200,75\n");
  REQUIRE(bad.size() == 6);
  const ErrorCode codes[] = {ErrorCode::out_of_range, ErrorCode::missing_fact,      ErrorCode::negative,
                             ErrorCode::too_large,    ErrorCode::too_many_decimals, ErrorCode::not_a_number};
  for (std::size_t i = 0; i < bad.size(); ++i) {
    CHECK(bad[i].error.code == codes[i]);
    CHECK(bad[i].error.field.text() == "weight");
    CHECK(bad[i].error.line == static_cast<std::int64_t>(5 + i));
    if (codes[i] == ErrorCode::too_many_decimals) continue;
    CHECK(message(bad[i].error, Language::danish).find("mere end 0") != std::string::npos);
    CHECK(message(bad[i].error, Language::danish).find("100.000") != std::string::npos);
  }
  CHECK(population_output_header({}, {}, false, {}, true).ends_with(",obligatory_pension,weight\n"));
}

TEST_CASE("a table of payments has no weights: an audit says of each payment whether it is right") {
  const auto refused = TableLayout::read("id,month,am_income,own_pension,employer_pension,paid,weight", TableKind::payments);
  REQUIRE(!refused);
  CHECK(refused.error().code == ErrorCode::unknown_field);
  CHECK(refused.error().field.text() == "weight");
}
