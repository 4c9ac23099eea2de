#include <doctest/doctest.h>

#include <fleks/analysis/calibration.hpp>
#include <fleks/analysis/population.hpp>
#include <fleks/analysis/population_summary.hpp>
#include <fleks/words/calibration.hpp>

#include <array>
#include <cstdint>
#include <map>
#include <sstream>
#include <string>
#include <vector>

// A synthetic population raked to published totals: what is read, what is reached, counted again from the rows, and what cannot be.

using namespace fleks;

namespace {

const std::string bands =
    "weekly_hours,1-5,20871\nweekly_hours,6-10,26148\nweekly_hours,11-15,16780\nweekly_hours,16-20,7293\nweekly_hours,21-37,1204\n";
constexpr std::int64_t all_in_bands = 72'296;

Sample sample_of(std::uint64_t seed) { return Sample::of(seed, 2025, RateTable::embedded()).value(); }
Result<CalibratedSample> calibrated(std::uint64_t rows, const std::string& targets, std::uint64_t seed = 1) {
  return CalibratedSample::of(sample_of(seed), rows, read_calibration_targets("figure,group,total\n" + targets).value(),
                              RateTable::embedded());
}
std::string text_of(const CalibratedSample& sample, std::uint64_t rows) {
  std::string text;
  sample.add(0, rows, text);
  return text;
}
std::vector<std::string> fields_of(const std::string& line) {
  std::vector<std::string> fields;
  std::istringstream in(line + ",");
  for (std::string field; std::getline(in, field, ',');) fields.push_back(field);
  return fields;
}
/// Ten-thousandths of decimal text.
std::int64_t units_of(const std::string& text) {
  return Hours::parse(text, Hours::of_ten_thousandths(1'000'000'000)).value().ten_thousandths();
}

}  // namespace

TEST_CASE("a file of totals is read in any order of its columns, with commas or as Danish spreadsheets write") {
  const auto read = read_calibration_targets(
      "total;source;group;figure\r\n72.296,5;a register;;persons\r\n\r\n3;\"a \"\"b\"\"; "
      "c\";koebenhavn;municipality\r\n4;;other;municipality\r\n"
      "12.000.000,25;;;fleksloentilskud\r\n8;;7;weekly_hours\r\n");
  REQUIRE(read);
  REQUIRE(read->size() == 5);
  CHECK((*read)[0].figure == TargetFigure::persons);
  CHECK((*read)[0].total == 722'965'000);
  CHECK((*read)[0].source == "a register");
  CHECK((*read)[1].group == "København");
  CHECK((*read)[1].source == "a \"b\"; c");
  CHECK((*read)[2].group == "other");
  CHECK((*read)[3].total == 1'200'000'025);
  CHECK((*read)[4].first_hour == 7);
  CHECK((*read)[4].last_hour == 7);
}

TEST_CASE("what is wrong with a file of totals is named by column and line") {
  struct Case {
    const char* text;
    ErrorCode code;
    const char* field;
    std::int64_t line;
  };
  const Case cases[] = {
      {"", ErrorCode::empty, "header", 0},
      {"figure,group\n", ErrorCode::missing_fact, "total", 1},
      {"figure,group,total,total\n", ErrorCode::duplicate, "total", 1},
      {"figure,group,count\n", ErrorCode::bad_header, "header", 1},
      {"figure,group,total\n", ErrorCode::empty, "rows", 0},
      {"figure,group,total\npersons,,1,2\n", ErrorCode::bad_row, "row", 2},
      {"figure,group,total\npersons,\"x,1\n", ErrorCode::bad_row, "row", 2},
      {"figure,group,total\nage,18-29,5\n", ErrorCode::no_such_choice, "figure", 2},
      {"figure,group,total\npersons,all,5\n", ErrorCode::no_such_choice, "group", 2},
      {"figure,group,total\nagreement_area,mining,5\n", ErrorCode::no_such_choice, "group", 2},
      {"figure,group,total\nmunicipality,Atlantis,5\n", ErrorCode::unknown_municipality, "group", 2},
      {"figure,group,total\nweekly_hours,10-6,5\n", ErrorCode::out_of_range, "group", 2},
      {"figure,group,total\nweekly_hours,0-5,5\n", ErrorCode::out_of_range, "group", 2},
      {"figure,group,total\nweekly_hours,30-38,5\n", ErrorCode::out_of_range, "group", 2},
      {"figure,group,total\nweekly_hours,,5\n", ErrorCode::out_of_range, "group", 2},
      {"figure,group,total\npersons,,many\n", ErrorCode::not_a_number, "total", 2},
      {"figure,group,total\npersons,,\n", ErrorCode::empty, "total", 2},
      {"figure,group,total\npersons,,0\n", ErrorCode::out_of_range, "total", 2},
      {"figure,group,total\npersons,,-5\n", ErrorCode::negative, "total", 2},
      {"figure,group,total\npersons,,100000000.5\n", ErrorCode::too_large, "total", 2},
      {"figure,group,total\nfleksloentilskud,,1.234\n", ErrorCode::too_many_decimals, "total", 2},
      {"figure,group,total\npersons,,5\npersons,,5\n", ErrorCode::duplicate, "persons", 3},
      {"figure,group,total\nweekly_hours,1-5,5\nweekly_hours,5-9,5\n", ErrorCode::duplicate, "weekly_hours 5-9", 3},
      {"figure,group,total\nmunicipality,aarhus,5\nmunicipality,Aarhus Kommune,5\n", ErrorCode::duplicate, "municipality Aarhus", 3},
      {"figure,group,total\npersons,\xff,5\n", ErrorCode::not_text, "file", 0},
  };
  for (const Case& c : cases) {
    INFO(c.text);
    const auto read = read_calibration_targets(c.text);
    REQUIRE(!read);
    CHECK(read.error().code == c.code);
    CHECK(read.error().field.text() == c.field);
    CHECK(read.error().line == c.line);
  }
}

TEST_CASE("the weights of the rows give the totals: counted again from the text, and by the summary of the population") {
  const std::uint64_t rows = 24'000;
  const std::string targets = bands +
                              "agreement_area,rengoering,8000\nmunicipality,Aarhus,5000\nmunicipality,Læsø,20\nmunicipality,other,"
                              "67276\nfleksloentilskud,,14500000000\n";
  const auto sample = calibrated(rows, targets);
  REQUIRE(sample);
  CHECK(sample->is_near());
  CHECK(sample->rounds() < 50);
  CHECK(sample->header().ends_with(",weekly_hours,agreement_area,municipality,weight\n"));
  const std::string text = text_of(*sample, rows);
  std::string in_pieces, plain;
  for (std::uint64_t at = 0; at < rows; at += 7'001) sample->add(at, std::min<std::uint64_t>(7'001, rows - at), in_pieces);
  CHECK((in_pieces == text));
  sample_of(1).add(0, rows, plain);

  std::istringstream lines(text), plain_lines(plain);
  std::map<std::string, std::int64_t> persons;
  std::string line, plain_line;
  std::map<std::string, std::string> weight_of;
  bool same_rows = true, same_weights = true;
  while (std::getline(lines, line) && std::getline(plain_lines, plain_line)) {
    same_rows = same_rows && line.starts_with(plain_line + ",");
    const auto fields = fields_of(line);
    REQUIRE(fields.size() == 15);
    const std::string& weight = fields[14];
    same_weights = same_weights && weight_of.try_emplace(fields[0], weight).first->second == weight;
    if (!fields[1].ends_with("-01")) continue;
    const int hours = std::stoi(fields[11]);
    persons[hours <= 5 ? "1-5" : hours <= 10 ? "6-10" : hours <= 15 ? "11-15" : hours <= 20 ? "16-20" : "21-37"] += units_of(weight);
    persons[fields[12]] += units_of(weight);
    persons[fields[13].empty() ? "other" : fields[13]] += units_of(weight);
  }
  CHECK(same_rows);
  CHECK(same_weights);
  CHECK(weight_of.size() == rows / 12);

  Scenario today;
  PopulationSummary summary;
  PopulationWorker worker(TableLayout::read(sample->header()).value(), today, {}, &summary);
  TextBuffer answer;
  std::vector<BadRow> bad;
  worker.run(text, answer, bad);
  REQUIRE(bad.empty());
  CHECK(summary.weight == 12 * (persons["1-5"] + persons["6-10"] + persons["11-15"] + persons["16-20"] + persons["21-37"]));
  REQUIRE(sample->reached().size() == 10);
  for (const TargetReached& each : sample->reached()) {
    INFO(each.target.group);
    const bool money = each.target.figure == TargetFigure::fleksloentilskud;
    const auto counted = money ? static_cast<std::int64_t>(summary.subsidy.sum()) : persons[each.target.group];
    CHECK(each.reached == Exact::counted(counted, 10'000));
    CHECK(each.is_near);
    const Exact off = each.reached < each.wanted ? each.wanted - each.reached : each.reached - each.wanted;
    CHECK(off * Exact::whole(10'000) <= each.wanted);
  }
}

TEST_CASE("other totals than of hours: all persons alike, and the subsidy alone makes weights grow alike") {
  const auto alike = calibrated(1'200, "persons,,250\n");
  REQUIRE(alike);
  CHECK(alike->is_near());
  CHECK(text_of(*alike, 1).ends_with(",2.5\n"));
  CHECK(!alike->header().ends_with(",municipality,weight\n"));
  const auto grown = calibrated(1'200, "fleksloentilskud,,30000000\n");
  REQUIRE(grown);
  CHECK(grown->is_near());
  const std::string text = text_of(*grown, 1'200), last = text.substr(text.rfind(',') + 1);
  // All alike but for the last decimal, which what a rounding leaves goes into.
  const auto off = units_of(fields_of(text.substr(0, text.find('\n'))).back()) - units_of(last.substr(0, last.size() - 1));
  CHECK((off >= -1 && off <= 1));
}

TEST_CASE("what cannot be: part of a citizen, too few rows, two sums of all persons, and totals out of reach") {
  const auto error_of = [](std::uint64_t rows, const std::string& targets) { return calibrated(rows, targets).error(); };
  CHECK(error_of(100, "persons,,5\n").field.text() == "rows");
  CHECK(to_text(error_of(100, "persons,,5\n").allowed).find("96") != std::string::npos);
  CHECK(to_text(error_of(100, "persons,,5\n").allowed).find("108") != std::string::npos);
  CHECK(error_of(0, "persons,,5\n").code == ErrorCode::out_of_range);
  CHECK(error_of(12'000'012, "persons,,5\n").field.text() == "rows");
  CHECK(error_of(12, "persons,,100001\n").field.text() == "weight");
  const Error sums = error_of(1'200, bands + "persons,,80000\n");
  CHECK(sums.code == ErrorCode::out_of_range);
  CHECK(sums.field.text() == "weekly_hours, persons");
  CHECK(sums.given == std::to_string(all_in_bands));
  CHECK(sums.allowed == Allowed(Exactly{Limit{LimitUnit::ten_thousandths, 800'000'000}}));
  // Hours that nobody has are not all persons, and not reached.
  const auto nobody = calibrated(1'200, "weekly_hours,36-37,10\npersons,,500\n");
  REQUIRE(nobody);
  CHECK(!nobody->is_near());
  CHECK(!nobody->reached()[0].is_near);
  CHECK(nobody->reached()[0].reached == Exact{});
  CHECK(nobody->reached()[1].is_near);
  // More than the highest subsidy for all of them.
  const auto beyond = calibrated(1'200, "persons,,100\nfleksloentilskud,,30000000\n");
  REQUIRE(beyond);
  CHECK(!beyond->is_near());
  CHECK(beyond->rounds() <= 1'000);
}

TEST_CASE("how near each total is, in both languages") {
  const auto near = calibrated(12'000, bands + "municipality,Aarhus,70000\nmunicipality,other,2296\nfleksloentilskud,,15000000000\n");
  REQUIRE(near);
  const std::string danish = table(*near, Language::danish), english = table(*near, Language::english);
  CHECK(danish.find("Vægtet til offentliggjorte tal (personerne er opdigtede)\n") == 0);
  CHECK(danish.find("\n  timer om ugen 6-10                              26.148 ") != std::string::npos);
  CHECK(danish.find("kommune Aarhus") != std::string::npos);
  CHECK(danish.find("andre kommuner") != std::string::npos);
  CHECK(danish.find("alle mål er nået inden for en titusindedel efter ") != std::string::npos);
  CHECK(english.find("hours a week 6-10") != std::string::npos);
  CHECK(english.find("15,000,000,000.00") != std::string::npos);
  CHECK(english.find("all targets are reached within one ten-thousandth") != std::string::npos);
  const auto far = calibrated(1'200, "weekly_hours,36-37,10\npersons,,500\nagreement_area,kontor,80\n");
  REQUIRE(far);
  CHECK(table(*far, Language::danish).find("-100 !\n") != std::string::npos);
  CHECK(table(*far, Language::danish).find("ikke alle mål kan nås sammen") != std::string::npos);
  CHECK(table(*far, Language::danish).find("personer") != std::string::npos);
  CHECK(table(*far, Language::english).find("area kontor") != std::string::npos);
  CHECK(table(*far, Language::english).find("not all targets can be reached together") != std::string::npos);
}
