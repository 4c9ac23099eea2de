#include <doctest/doctest.h>

#include <fleks/fleks.hpp>

using namespace fleks;

// A file of payments to audit: its columns in any order, what each row gives, and each thing that it may not be.

namespace {

const std::string needed = "id,month,am_income,own_pension,employer_pension,paid";

Result<AuditFile> file(std::string_view header) { return AuditFile::read(header, RateTable::embedded()); }

void refused(std::string_view header, ErrorCode code, std::string_view field) {
  CAPTURE(std::string(header));
  const auto read = file(header);
  REQUIRE(!read);
  CHECK(read.error().code == code);
  CHECK(read.error().field.text() == field);
  CHECK(read.error().line == 1);
}

/// An id that a spreadsheet would compute, as it is and made safe.
void out_of_a_sheet(AuditFile file) {
  std::string out;
  CHECK_FALSE(file.run("15272,00;0;0;15600;2024-03;=1\n", out));
  CHECK(out.starts_with("=1;2024-03;15272,00;"));
  TableForm safe = file.form();
  safe.safe_for_sheets = true;
  file.answer_as(safe);
  out.clear();
  CHECK_FALSE(file.run("15272,00;0;0;15600;2024-03;=1\n", out));
  CHECK(out.starts_with("'=1;2024-03;15272,00;"));
}

}  // namespace

TEST_CASE("an audit file's header has the columns that are needed, known ones alone, and each once") {
  CHECK(file(needed));
  auto semicolons = file("paid;employer_pension;own_pension;am_income;month;id").value();
  CHECK(semicolons.separator() == ';');
  CHECK(semicolons.output_header() == "id;month;due;paid;difference;verdict;explanation;also_possible\n");
  out_of_a_sheet(semicolons);
  semicolons.answer_as({});
  std::string out;
  CHECK_FALSE(semicolons.run("15272,00;0;0;15.600,00;2024-03;a\n", out));
  CHECK(out == "a,2024-03,15272.00,15272.00,0.00,right,,\n");
  refused("", ErrorCode::bad_header, "header");
  refused(needed + ",colour", ErrorCode::unknown_field, "colour");
  refused(needed + ",month", ErrorCode::duplicate, "month");
  refused("id,month,am_income,own_pension,employer_pension", ErrorCode::missing_fact, "paid");
  refused(needed + ",\"ceiling", ErrorCode::bad_header, "header");
  refused(needed + ",l\xF8nloft", ErrorCode::not_text, "header");
  refused(needed + std::string(longest_record, ' '), ErrorCode::record_too_long, "header");
}

TEST_CASE("every column of an audit file reaches the audit of its row") {
  auto audits =
      file(needed +
           ",other_wage,daily_benefit,ledighedsydelse_days,ceiling,paid_hours,hourly_wage,weekly_hours,agreement_area,care_income,"
           "benefits_in_kind,holiday_supplement")
          .value();
  std::string out;
  // 19.952 - 30 pct. of (9.000 - 500 + 400 + 1.000 + 200 + 600 + 300) - 700 = 15.952; room 20.000 - 10.100 - 600 - 300 - 700 =
  // 8.300; 3 days of 260/12: 7.150,77.
  CHECK_FALSE(audits.run("\"a,\"\"1\"\"\",2024-03,9000,400,1000,7151,600,700,3,20000,,,,,300,500,200\n", out));
  CHECK(out == "\"a,\"\"1\"\"\",2024-03,7151.00,7151.00,0.00,right,,\n");
  CHECK(audits.count().rows == 1);
  CHECK(audits.count().right == 1);
  CHECK(audits.count().explained == 0);
}

TEST_CASE("FLT-12: what was paid for the holiday days of an audited row is deducted to March 2022") {
  auto audits = file(needed + ",ledighedsydelse_days,ledighedsydelse").value();
  std::string out;
  // 18.936 of 2021 - 2.700 - 2.488,50, to the krone.
  CHECK_FALSE(audits.run("a,2021-08,9000,0,0,13748,3,2488.50\n", out));
  CHECK(out == "a,2021-08,13748.00,13748.00,0.00,right,,\n");
  const auto alone = audits.run("a,2021-08,9000,0,0,13748,,2488.50\n", out);
  REQUIRE(alone);
  CHECK(alone->code == ErrorCode::exclusive_facts);
  const auto missing = audits.run("a,2021-08,9000,0,0,13748,3,\n", out);
  REQUIRE(missing);
  CHECK(missing->field.text() == "ledighedsydelse");
}

TEST_CASE("a wrong payment's row names the misreadings that give it, by ids, from facts of its own columns") {
  auto audits = file(needed + ",ceiling,wage_of_same_month").value();
  CHECK(audits.output_header() == "id,month,due,paid,difference,verdict,explanation,also_possible\n");
  std::string out;
  CHECK_FALSE(audits.run("a,2024-03,14400,0,1200,15632,32067,\nb,2024-03,15600,0,0,15152,,16000\n", out));
  CHECK(out.find("a,2024-03,15272.00,15632.00,-360.00,wrong,employer_pension_left_out_of_wage,") == 0);
  CAPTURE(out);
  CHECK(out.find("\nb,2024-03,15272.00,15152.00,120.00,wrong,wage_of_same_month,") != std::string::npos);
  CHECK(audits.count().explained == 2);
}

TEST_CASE("a row of an audit file that cannot be is named by line and column") {
  struct Row {
    const char* text;
    ErrorCode code;
    const char* field;
  };
  const std::string endless = std::string(longest_record, 'a') + ",2024-03,1,0,0,1,";
  for (const Row& row :
       {Row{"a,2024-03,1,0,0", ErrorCode::bad_row, "row"}, Row{"a,2024-3,1,0,0,1,", ErrorCode::no_such_date, "month"},
        Row{"a,2024-03,1e4,0,0,1,", ErrorCode::not_a_number, "am_income"}, Row{"a,2024-03,1,0,0,-1,", ErrorCode::negative, "paid"},
        Row{"a,2012-03,1,0,0,1,", ErrorCode::no_rate, "fleksloentilskud_max_month"},
        Row{"a,2024-03,1,0,0,1,32", ErrorCode::too_large, "ledighedsydelse_days"}, Row{"a,2024-03,,0,0,1,", ErrorCode::empty, "am_income"},
        Row{"a,2024-03,1,8%,0,1,", ErrorCode::not_a_number, "own_pension"},
        Row{"a,2024-03,1,0,x,1,", ErrorCode::not_a_number, "employer_pension"}, Row{"a\xFF,2024-03,1,0,0,1,", ErrorCode::not_text, "row"},
        Row{"\"a\"b,2024-03,1,0,0,1,", ErrorCode::bad_row, "row"}, Row{endless.c_str(), ErrorCode::record_too_long, "row"}}) {
    CAPTURE(std::string(row.text).substr(0, 100));
    auto audits = file(needed + ",ledighedsydelse_days").value();
    std::string out;
    const auto wrong = audits.run("ok,2024-03,15600,0,0,15272,\n" + std::string(row.text) + "\n", out);
    REQUIRE(wrong);
    CHECK(wrong->code == row.code);
    CHECK(wrong->field.text() == row.field);
    CHECK(wrong->line == 2);
  }
}

TEST_CASE("a fact that the month cannot have is named by its column, and pairs and near explanations by their ids") {
  std::string out;
  // Benefits in kind are inside the pay, and cannot be more.
  auto in_kind = file(needed + ",benefits_in_kind").value();
  const auto wrong = in_kind.run("a,2024-03,100,0,0,1,200\n", out);
  REQUIRE(wrong);
  CHECK(wrong->code == ErrorCode::out_of_range);
  CHECK(wrong->field.text() == "benefits_in_kind");
  CHECK(out.empty());

  auto audits = file("id;month;am_income;own_pension;employer_pension;paid").value();
  // 12.345,67 kr. in February: 16.248,30 kr., so 16.248; 50 øre beside it is near the amount to the øre, and exact by none.
  CHECK_FALSE(audits.run("near;2024-03;12345.67;0;0;16247.50\n", out));
  CAPTURE(out);
  CHECK(out.starts_with("near;2024-03;16248,00;16247,50;0,50;wrong;~"));
  CHECK(out.find("~rounded_to_oere") != std::string::npos);
  CHECK(audits.count().explained == 0);
  // Own and employer's pension left out, and the payout taken for the subsidy: only the two together give it.
  out.clear();
  CHECK_FALSE(audits.run("pair;2024-03;14400;600;1200;15132\n", out));
  CHECK(out.find("pension_left_out_of_wage+own_atp_subtracted_from_subsidy") != std::string::npos);
  CHECK(audits.count().explained == 1);
  CHECK(audits.count().rows == 2);
}
