#include <doctest/doctest.h>

#include <fleks/analysis/measures.hpp>
#include <fleks/analysis/net_columns.hpp>
#include <fleks/analysis/population.hpp>
#include <fleks/analysis/population_summary.hpp>
#include <fleks/words/population.hpp>

using namespace fleks;

namespace {

struct Outcome {
  std::string text;
  std::vector<BadRow> bad;
};

Outcome compute(const std::string& more_columns, const std::string& rows, std::string_view columns) {
  const auto layout = TableLayout::read("id,month,am_income,own_pension,employer_pension" + more_columns).value();
  Scenario today;
  today.columns = read_net_columns(columns).value();
  PopulationWorker worker(layout, today);
  TextBuffer out;
  Outcome result;
  worker.run(rows, out, result.bad);
  result.text = out.text();
  return result;
}

/// The last fields of the only row.
std::string last_fields(const Outcome& o, std::size_t count) {
  std::size_t at = o.text.size();
  for (; count > 0; --count) at = o.text.rfind(',', at - 1);
  return o.text.substr(at + 1, o.text.size() - at - 2);
}

Citizen citizen(int year) {
  Citizen z;
  z.year = year;
  z.hourly_wage = Money::kroner(180);
  z.municipal = Percent::whole(25);
  return z;
}

}  // namespace

TEST_CASE("a row's columns are those of its citizen's picture") {
  auto z = citizen(2026);
  z.own_pension = Percent::whole(4);
  z.ceiling = Ceiling::stated(Money::kroner(30'000));
  z.children = 2;
  z.child_ages = {2, 11};
  z.benefit_class = BenefitClass::low_provider;
  const auto picture = NetPicture::of(z, RateTable::embedded()).value();
  const auto row = picture.at(Hours::whole(12)).value();
  const auto o = compute(",hourly_wage,weekly_hours,own_pension_pct,ceiling,municipal_tax,children,child_ages,class",
                         "7,2026-03,9000,360,0,180,12,4,30000,25,2,2 11,low_provider\n", "in_hand,child_benefit,in_hand_without_job");
  CHECK(o.bad.empty());
  CHECK(last_fields(o, 3) == to_text(row.in_hand) + "," + to_text(row.child_benefit) + "," + to_text(picture.at(Hours{}).value().in_hand));
}

TEST_CASE("the next month of the same citizen is the same, and of another citizen is not") {
  const std::string facts = ",hourly_wage,weekly_hours,municipal_tax";
  const auto one = [&](const std::string& row) { return last_fields(compute(facts, row, "in_hand,ptr"), 2); };
  const std::string a = "7,2026-03,9000,0,0,180,12,25\n", b = "7,2026-04,9000,0,0,180,12,25\n", c = "8,2026-04,9000,0,0,180,13,25\n",
                    d = "8,2025-04,9000,0,0,180,13,25\n";
  CHECK(one(a) == one(b));
  CHECK(one(b) != one(c));
  CHECK(one(c) != one(d));
  const auto all = compute(facts, a + b + c + d, "in_hand,ptr");
  for (const auto& row : {a, b, c, d}) CHECK(all.text.find("," + one(row) + "\n") != std::string::npos);
}

TEST_CASE("a measure without a meaning is an empty field") {
  const auto o = compute(",hourly_wage,weekly_hours,municipal_tax", "7,2026-03,0,0,0,180,0,25\n", "emtr_krone,ptr,replacement_rate");
  CHECK(o.bad.empty());
  CHECK(last_fields(o, 3) == ",,");
}

TEST_CASE("a measure of minus a hundredth of a per cent is a number") {
  const auto o =
      compute(",hourly_wage,weekly_hours,municipal_tax,class", "7,2024-02,10000,0,0,236.63,30,23.011,low_nonprovider\n", "emtr_hour_tax");
  CHECK(last_fields(o, 1) == "-0.01");
}

TEST_CASE("a row that cannot be pictured names its column") {
  const std::string columns =
      ",hourly_wage,weekly_hours,municipal_tax,own_pension_pct,employer_pension_pct,children,child_ages,class,municipality,church,church_"
      "tax,"
      "daycare_places,birth_year";
  const auto refused = [&](const std::string& row, ErrorCode code, std::string_view field) {
    const auto o = compute(columns, row + "\n", "in_hand");
    CAPTURE(row);
    REQUIRE(o.bad.size() == 1);
    CHECK(o.bad[0].error.code == code);
    CHECK(o.bad[0].error.field.text() == field);
    CHECK(o.text.empty());
  };
  refused("7,2026-03,9000,0,0,,12,25,,,,,,,,,,", ErrorCode::missing_fact, "hourly_wage");
  refused("7,2026-03,9000,0,0,180,,25,,,,,,,,,,", ErrorCode::missing_fact, "weekly_hours");
  refused("7,2026-03,9000,360,0,180,12,25,,,,,,,,,,", ErrorCode::missing_fact, "own_pension_pct");
  refused("7,2026-03,9000,0,720,180,12,25,,,,,,,,,,", ErrorCode::missing_fact, "employer_pension_pct");
  refused("7,2026-03,9000,0,0,180,12,25,,,2.5,,,,,,,", ErrorCode::not_a_number, "children");
  refused("7,2026-03,9000,0,0,180,12,25,,,31,,,,,,,", ErrorCode::out_of_range, "children");
  refused("7,2026-03,9000,0,0,180,12,25,,,\"99999999999\",,,,,,,", ErrorCode::out_of_range, "children");
  refused("7,2026-03,9000,0,0,180,12,25,,,2,2 18,,,,,,", ErrorCode::out_of_range, "child_ages");
  refused("7,2026-03,9000,0,0,180,12,25,,,2,x,,,,,,", ErrorCode::out_of_range, "child_ages");
  refused("7,2026-03,9000,0,0,180,12,25,,,,,half,,,,,", ErrorCode::no_such_choice, "class");
  CHECK(compute(columns, "7,2026-03,9000,0,0,180,12,,,,,,,Nowhere,,,,\n", "in_hand").bad.at(0).error.code ==
        ErrorCode::unknown_municipality);
  CHECK(compute(columns, "7,2026-03,9000,0,0,180,12,25,,,,,,,1,,,\n", "in_hand").bad.at(0).error.code == ErrorCode::exclusive_facts);
  CHECK(compute(columns, "7,2026-03,9000,0,0,180,12,25,,,,,,,,,2,\n", "in_hand").bad.at(0).error.code == ErrorCode::missing_fact);
  CHECK(compute(columns, "7,2026-03,9000,0,0,180,12,,,,,,,Aarhus,1,,,1950\n", "in_hand").bad.empty());
}

TEST_CASE("a tally's mean is exact, its deciles are to a step, below zero too") {
  Tally tally(10);
  CHECK(tally.mean() == 0);
  CHECK(tally.decile(5) == 0);
  for (const std::int64_t value : {-25, -5, 14, 15, 1}) tally.add(value);
  CHECK(tally.count() == 5);
  CHECK(tally.sum() == 0);
  CHECK(tally.decile(1) == -30);
  CHECK(tally.decile(4) == -10);
  CHECK(tally.decile(9) == 10);
  Tally more(10);
  more.add(7'000'000'000'000);
  more.add(tally);
  CHECK(more.count() == 6);
  CHECK(more.sum() == 7'000'000'000'000);
  CHECK(more.decile(9) == 1'000'000'000);
}

TEST_CASE("a summary of parts is that of the whole, by municipality, hourly pay and family") {
  const auto layout =
      TableLayout::read("id,month,am_income,own_pension,employer_pension,hourly_wage,weekly_hours,municipality,children,single_parent")
          .value();
  Scenario today;
  today.columns = read_net_columns("in_hand,ptr").value();
  const std::string a = "1,2026-03,9000,0,0,120,12,aarhus,0,0\n2,2026-03,9000,0,0,180,0,Aarhus,1,1\n",
                    b = "3,2026-03,9000,0,0,300,12,Kolding,2,0\n4,2026-03,9000,0,0,120,14,,0,0\n";
  const auto summary_of = [&](const std::string& rows) {
    PopulationSummary summary;
    PopulationWorker worker(layout, today, {}, &summary);
    TextBuffer out;
    std::vector<BadRow> bad;
    worker.run(rows, out, bad);
    REQUIRE(bad.empty());
    return summary;
  };
  const auto whole = summary_of(a + b);
  PopulationSummary parts;
  parts.add(summary_of(a));
  parts.add(summary_of(b));
  CHECK(to_json(parts, today.rates) == to_json(whole, today.rates));
  REQUIRE(whole.net.size() == 2);
  const NetSpread& in_hand = whole.net[0];
  CHECK(in_hand.all.count() == 4);
  CHECK(in_hand.by_municipality.at("Aarhus").count() == 2);
  CHECK(in_hand.by_municipality.size() == 2);
  CHECK(in_hand.by_wage[0].count() == 2);
  CHECK(in_hand.by_family[static_cast<std::size_t>(FamilyKind::single_parent)].count() == 1);
  // Who has no job has no participation tax.
  CHECK(whole.net[1].all.count() == 3);
  const std::string text = table(whole, Language::danish);
  CHECK(text.find("Nettobilledet: gennemsnit og deciler") != std::string::npos);
  CHECK(text.find("in_hand, kr.") != std::string::npos);
  CHECK(text.find("ptr, pct.") != std::string::npos);
}

TEST_CASE("columns are named once each") {
  CHECK(read_net_columns("in_hand,ptr").value() == std::vector{NetColumn::in_hand, NetColumn::ptr});
  CHECK(read_net_columns("in_hand,in_hand").error().code == ErrorCode::duplicate);
  CHECK(read_net_columns("in_hand,").error().code == ErrorCode::empty);
  CHECK(read_net_columns("netto").error().code == ErrorCode::no_such_choice);
  CHECK(to_text(NetColumn::emtr_hour_saved) == "emtr_hour_saved");
  CHECK(population_output_header({}, {}, false, read_net_columns("tax,ptr").value()).ends_with(",obligatory_pension,tax,ptr\n"));
}

TEST_CASE("columns of the picture are not of a table of payments, nor those of payments of a population") {
  CHECK(TableLayout::read("id,month,am_income,own_pension,employer_pension,paid,rent", TableKind::payments).error().code ==
        ErrorCode::unknown_field);
  CHECK(TableLayout::read("id,month,am_income,own_pension,employer_pension,paid").error().code == ErrorCode::unknown_field);
  CHECK(TableLayout::read("id,month,am_income,own_pension,employer_pension,rent,class").has_value());
}
