#include <doctest/doctest.h>

#include <fleks/analysis/measures.hpp>
#include <fleks/analysis/net_columns.hpp>
#include <fleks/analysis/population.hpp>

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
