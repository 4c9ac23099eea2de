#include <doctest/doctest.h>

#include <cstring>

#include <fleks/fleks.hpp>

// A table of citizens' months: its header, its records and its blocks.

using namespace fleks;

namespace {

const std::string needed = "id,month,am_income,own_pension,employer_pension";

/// The answer to some rows under a header.
std::string answer_to(std::string_view header, std::string_view rows) {
  PopulationWorker worker(TableLayout::read(header).value(), {});
  TextBuffer out;
  std::vector<BadRow> bad;
  worker.run(rows, out, bad);
  CHECK(bad.empty());
  return std::string(out.text());
}

}  // namespace

TEST_CASE("a table's header has the columns that are needed, known ones alone, and each once") {
  CHECK(TableLayout::read(needed + "\r\n").value().columns().size() == 5);
  CHECK(TableLayout::read("\xEF\xBB\xBF"
                          "employer_pension;own_pension;am_income;\"month\";id\n")
            .value()
            .separator() == ';');
  struct Row {
    std::string header;
    ErrorCode code;
    std::string field, given;
  };
  const Row rows[] = {
      {"", ErrorCode::bad_header, "header", ""},
      {"\n", ErrorCode::bad_header, "header", ""},
      {needed + ",colour", ErrorCode::unknown_field, "colour", "header"},
      {needed + "," + std::string(100, 'x'), ErrorCode::unknown_field, std::string(80, 'x'), "header"},
      {needed + ",month", ErrorCode::duplicate, "month", "header"},
      {"id,month,am_income,own_pension", ErrorCode::missing_fact, "employer_pension", ""},
      {needed + ",l\xF8nloft", ErrorCode::not_text, "header", "er_pension,l\xF8nloft"},
      {needed + std::string(longest_record, ' '), ErrorCode::record_too_long, "header", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.header.substr(0, 100));
    const auto read = TableLayout::read(row.header);
    REQUIRE(!read);
    CHECK(read.error().code == row.code);
    CHECK(read.error().field.text() == row.field);
    CHECK(read.error().given == row.given);
    CHECK(read.error().line == 1);
  }
  CHECK(to_text(TableColumn::ledighedsydelse_days) == "ledighedsydelse_days");
  CHECK(to_text(TableColumn::ceiling_holiday_supplement) == "ceiling_holiday_supplement");
  CHECK(to_text(TableColumn::nameless).empty());
  // What is of payments alone is no column of a population, and what a payment needs no population does.
  CHECK(TableLayout::read(needed + ",paid", TableKind::payments));
  CHECK(TableLayout::read(needed + ",paid").error().code == ErrorCode::unknown_field);
  CHECK(TableLayout::read(needed, TableKind::payments).error().field.text() == "paid");
}

TEST_CASE("a table's form is that of its header: separator, decimal mark, and the line with which Excel names the separator") {
  const auto form = [](std::string_view header) { return TableLayout::read(header).value().form(); };
  CHECK(form(needed) == TableForm{});
  CHECK(form("id;month;am_income;own_pension;employer_pension") == TableForm{.separator = ';', .decimal_mark = ','});
  const auto named = TableLayout::read("\xEF\xBB\xBFsep=;\r\nid;month;am_income;own_pension;employer_pension\r\n").value();
  CHECK(named.form() == TableForm{.separator = ';', .decimal_mark = ',', .names_separator = true});
  CHECK(named.header_lines() == 2);
  CHECK(named.columns().size() == 5);
  CHECK(TableLayout::read("sep=,\n" + needed).value().separator() == ',');
  CHECK(population_output_header({}, named.form()).starts_with("sep=;\nid;month;taper;before_ceiling;"));
  // Its errors name the second line; alone it is no header.
  CHECK(TableLayout::read("sep=;\nid;mont").error().line == 2);
  CHECK(TableLayout::read("sep=;").error().code == ErrorCode::bad_header);
  CHECK(TableLayout::read("sep=|\n" + needed).error().code == ErrorCode::unknown_field);
}

TEST_CASE("a separator that ends the header names no column: rows may end in it or not, and have nothing after it") {
  const std::string row = "7,2024-03,15600,0,0", line = answer_to(needed, row);
  CHECK(answer_to(needed + ",", row + ",\n" + row + "\n\"7\",2024-03,15600,0,0,\n") == line + line + line);
  PopulationWorker worker(TableLayout::read(needed + ",").value(), {});
  TextBuffer out;
  std::vector<BadRow> bad;
  worker.run(row + ",x\n" + row + ",,\n", out, bad);
  REQUIRE(bad.size() == 2);
  CHECK(bad[0].error.code == ErrorCode::bad_row);
  CHECK(bad[0].error.given == "6");
  CHECK(to_text(bad[0].error.allowed) == "5");
  CHECK(bad[1].error.given == "7");
  // In the middle it is a column without a name.
  const auto read = TableLayout::read("id,,month,am_income,own_pension,employer_pension");
  REQUIRE(!read);
  CHECK(read.error().code == ErrorCode::empty);
  CHECK(read.error().given == "2");
}

TEST_CASE("whole records end at the last line break that is not inside quotation marks") {
  struct Row {
    const char* text;
    std::size_t whole;
  };
  for (const Row& row :
       {Row{"", 0}, Row{"7,2024-03", 0}, Row{"7\n8", 2}, Row{"7\n8\n", 4}, Row{"\"7\n8\n", 0}, Row{"\"7\n8\"\n9", 6}, Row{"7\n\"8", 2},
        Row{"7\n\"8\"", 2}, Row{"\"a\"\"\n\"\n", 7}, Row{"a\"b\n\"c\n", 4}, Row{"1,\"2\n3\"\n4", 8}, Row{"1\";\"2\n3", 6}}) {
    CAPTURE(row.text);
    CHECK(whole_records(row.text, ',') == row.whole);
  }
  CHECK(whole_records("1;\"2\n3\"\n", ';') == 8);
  CHECK(whole_records("1;\"2\n3", ';') == 0);
}

TEST_CASE("blocks are whole rows in order, in pieces of any size, and the header has both lines where Excel names the separator") {
  for (const std::size_t size : {1u, 2u, 5u, 100u}) {
    std::string_view rest = "sep=;\nid;month\n1;a\n\"2\n\";b\n3;c";
    RecordBlocks blocks(
        [&](char* to, std::size_t most) {
          const std::size_t count = std::min({most, size, rest.size()});
          std::memcpy(to, rest.data(), count);
          rest.remove_prefix(count);
          return count;
        },
        size);
    CHECK(blocks.header() == "sep=;\nid;month");
    blocks.separated_by(';');
    std::string all, block;
    while (blocks.next(block)) {
      CHECK((rest.empty() || block.ends_with('\n')));
      all += block;
    }
    CHECK(all == "1;a\n\"2\n\";b\n3;c");
    CHECK(!blocks.next(block));
  }
}
