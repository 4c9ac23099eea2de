#include "check.hpp"

#include <algorithm>

#include <fleks/analysis/population.hpp>
#include <fleks/analysis/population_summary.hpp>
#include <fleks/statement/month_statement.hpp>
#include <fleks/values/rounding.hpp>

#include "chunks.hpp"
#include "text/csv.hpp"
#include "text/decimal.hpp"

// Any bytes as a population file. However it is cut into pieces the result is the same, byte for byte; a row is the
// month of the same facts; a row that cannot be computed is named by its line.

using namespace fleks;
using fuzz::must;

namespace {

struct Run {
  std::string text;
  std::vector<BadRow> bad;
  std::int64_t lines = 0;
};

void add(Run& run, PopulationWorker& worker, std::string_view records) {
  TextBuffer out;
  std::vector<BadRow> bad;
  const std::int64_t lines = worker.run(records, out, bad);
  run.text += out.text();
  for (BadRow& row : bad) {
    row.error.line += run.lines;
    run.bad.push_back(std::move(row));
  }
  run.lines += lines;
}

bool is_reported(TableColumn column) {
  using enum TableColumn;
  return column == am_income || column == own_pension || column == employer_pension || column == other_wage || column == daily_benefit ||
         column == paid_hours;
}

struct Row {
  std::vector<std::string> fields;
  std::int64_t line;
};
std::string field_of(const TableLayout& layout, const Row& row, TableColumn column) {
  return row.fields[static_cast<std::size_t>(std::ranges::find(layout.columns(), column) - layout.columns().begin())];
}
bool is_reduction(const TableLayout& layout, const Row& row) {
  for (std::size_t i = 0; i < row.fields.size(); ++i)
    if (is_reported(layout.columns()[i]) && row.fields[i].starts_with('-')) return true;
  return false;
}
/// A count of ten-thousandths, which what is reported of a row has whether kroner or hours.
std::int64_t count_of(std::string_view text) {
  const bool less = text.starts_with('-');
  const auto hours = parse_decimal(text.substr(less ? 1 : 0), 4, INT64_MAX / 4).value();
  return less ? -hours : hours;
}
/// What a row says more, as text.
void put_together(const TableLayout& layout, const Row& more, Row& sum) {
  for (std::size_t i = 0; i < sum.fields.size(); ++i) {
    std::string& all = sum.fields[i];
    if (more.fields[i].empty()) continue;
    // No days is what an empty field says too.
    const bool none = layout.columns()[i] == TableColumn::ledighedsydelse_days && !all.empty() && count_of(all) == 0;
    if (all.empty() || none)
      all = more.fields[i];
    else if (is_reported(layout.columns()[i]))
      all = decimal_text(count_of(all) + count_of(more.fields[i]), 4, 0);
  }
}
/// The rows that have an answer: those that stand together and have a reduction among them as one.
std::vector<Row> rows_of(const TableLayout& layout, std::string_view text, const Run& run) {
  CsvLines in(text, layout.separator());
  std::vector<Row> rows;
  std::vector<std::vector<Row>> months;
  auto bad = run.bad.begin();
  bool apart = true;
  for (std::vector<std::string> fields; in.next(fields);) {
    if (bad != run.bad.end() && bad->error.line == in.line()) {
      ++bad;
      apart = true;
      continue;
    }
    fields.resize(layout.columns().size());
    const Row row{fields, in.line()};
    const auto same = [&](TableColumn column) { return field_of(layout, months.back().front(), column) == field_of(layout, row, column); };
    if (apart || !same(TableColumn::id) || !same(TableColumn::month)) months.emplace_back();
    months.back().push_back(row);
    apart = false;
  }
  must(bad == run.bad.end(), "every bad row is a row", run.text);
  for (const auto& month : months) {
    const bool together = std::ranges::any_of(month, [&](const Row& row) { return is_reduction(layout, row); });
    for (std::size_t i = 0; i < month.size(); ++i)
      if (i == 0 || !together)
        rows.push_back(month[i]);
      else
        put_together(layout, month[i], rows.back());
  }
  return rows;
}

/// The facts of a row by the readers of amounts and dates alone.
MonthFacts facts_of(const TableLayout& layout, const std::vector<std::string>& fields) {
  MonthFacts f;
  for (std::size_t i = 0; i < fields.size(); ++i) {
    const std::string& t = fields[i];
    const auto money = [&] { return t.empty() ? Money{} : Money::parse(t).value(); };
    switch (layout.columns()[i]) {
      case TableColumn::month: f.month = parse_month(t).value(); break;
      case TableColumn::am_income: f.pay = Pay::am_income(money()); break;
      case TableColumn::own_pension: f.own_pension = Contribution::of(money()); break;
      case TableColumn::employer_pension: f.employer_pension = Contribution::of(money()); break;
      case TableColumn::other_wage: f.other_wage = money(); break;
      case TableColumn::daily_benefit: f.daily_benefit = money(); break;
      case TableColumn::ceiling:
        if (!t.empty()) f.ceiling = Ceiling::stated(money());
        break;
      case TableColumn::ledighedsydelse_days:
        if (!t.empty()) f.ledighedsydelse_days = Days::parse(t, Days::whole(31)).value();
        break;
      case TableColumn::ledighedsydelse:
        if (!t.empty()) f.ledighedsydelse = money();
        break;
      case TableColumn::paid_hours:
        if (!t.empty()) f.paid_hours = Hours::parse(t, hours_in_a_month).value();
        break;
      default: break;
    }
  }
  return f;
}

void must_be_months(const TableLayout& layout, const RateTable& rates, std::string_view rows, const Run& run) {
  CsvLines out(run.text, layout.separator());
  std::vector<std::string> results;
  for (const auto& [fields, line] : rows_of(layout, rows, run)) {
    must(out.next(results) && results.size() == 10 && !out.broken(), "a row has its line, of ten columns", run.text);
    for (std::size_t i = 2; i < results.size(); ++i) std::replace(results[i].begin(), results[i].end(), layout.form().decimal_mark, '.');
    const MonthFacts facts = facts_of(layout, fields);
    const auto month = fleksloentilskud(facts, rates);
    must(month.has_value(), "a row that is computed is a month that can be", run.text);
    const std::array<Money, 3> said{month->fleksloentilskud, month->own_atp, month->payout};
    for (std::size_t i = 0; i < said.size(); ++i) must(results[6 + i] == to_text(said[i]), "a row is the month of its facts", run.text);
    must(results[2] == to_text(month->taper.round(Rounding::half_up).value()) && results[9] == to_text(month->obligatory_pension) &&
             results[1] == to_text(facts.month),
         "a row is the month of its facts", run.text);
    for (std::size_t i = 0; i < fields.size(); ++i)
      if (layout.columns()[i] == TableColumn::id) must(results[0] == fields[i], "a row keeps its id", run.text);
  }
  must(!out.next(results), "no row is lost, and none is added", run.text);
}

}  // namespace

void fuzz_one(std::string_view input) {
  static const Scenario today;
  const auto header_end = std::min(input.find('\n'), input.size());
  const std::string_view rows = input.substr(std::min(header_end + 1, input.size()));
  const auto layout = TableLayout::read(input.substr(0, header_end));
  if (!layout) {
    must(layout.error().line == 1, "an error of the header has its line", input);
    return fuzz::must_have_words(layout.error());
  }
  Run whole, pieces;
  PopulationWorker worker(*layout, today);
  add(whole, worker, rows);
  for (const BadRow& row : whole.bad) {
    must(row.error.line > 0 && !row.error.field.empty(), "a bad row has its line and column", input);
    fuzz::must_have_words(row.error);
  }
  must_be_months(*layout, today.rates, rows, whole);

  fuzz::Chunks chunks(input);
  RecordBlocks blocks = chunks.blocks();
  must(blocks.header() == input.substr(0, header_end), "the header is the first line", input);
  blocks.separated_by(layout->separator());
  blocks.divided_by([&](std::string_view records) { return whole_months(records, *layout); });
  std::string block;
  PopulationSummary summary;
  PopulationWorker another(*layout, today, {}, &summary);
  while (blocks.next(block)) add(pieces, another, block);
  must(whole.text == pieces.text, "any pieces give the same bytes", input);
  must(whole.bad.size() == pieces.bad.size(), "any pieces have the same bad rows", input);
  for (std::size_t i = 0; i < whole.bad.size(); ++i)
    must(whole.bad[i].error == pieces.bad[i].error && whole.bad[i].row == pieces.bad[i].row, "any pieces have the same bad rows", input);
}
