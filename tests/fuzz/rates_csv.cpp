#include "check.hpp"

#include <fleks/rates/rate_table.hpp>

#include "written.hpp"

// Any bytes as a rates file: a good table, that reads the same when it is written again, or errors with their lines.

using namespace fleks;
using fuzz::must;

namespace {

bool same(std::span<const Rate> a, std::span<const Rate> b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const Rate& x, const Rate& y) {
    return x.key == y.key && x.status == y.status && x.first == y.first && x.last == y.last && x.count == y.count && x.source == y.source &&
           x.note == y.note && x.exact == y.exact;
  });
}

void must_stand_in_order(const RateTable& table, std::string_view input) {
  const auto rows = table.rows();
  for (std::size_t i = 0; i < rows.size(); ++i) {
    must(rows[i].first <= rows[i].last && !rows[i].source.empty(), "a rate has a period and a source", input);
    if (i > 0 && rows[i].key == rows[i - 1].key)
      must(rows[i - 1].last + std::chrono::days{1} == rows[i].first, "periods of a rate follow each other without hole or overlap", input);
    for (const auto day : {rows[i].first, rows[i].last})
      must(day == Rate::open || table.on(day).row(rows[i].key) == &rows[i], "the rate of a day is the row that holds it", input);
  }
}

}  // namespace

void fuzz_one(std::string_view input) {
  static const RateTable embedded = RateTable::embedded();
  const auto errors = RateTable::check(input);
  for (const Error& e : errors) {
    must(e.line > 0 || e.code == ErrorCode::too_large, "an error of a rates file has its line", input);
    fuzz::must_have_words(e);
  }
  const auto table = RateTable::read(input);
  must(table.has_value() == errors.empty(), "a file is read exactly when nothing is wrong with it", input);
  if (!table) {
    must(table.error() == errors.front(), "the error is the first", input);
    must(!embedded.extended_by(input), "a bad file extends no table", input);
    return;
  }
  must_stand_in_order(*table, input);
  const auto again = RateTable::read(fuzz::written(table->rows()));
  must(again.has_value() && same(again->rows(), table->rows()), "what is read and written reads the same", input);
  if (const auto extended = embedded.extended_by(input)) {
    must_stand_in_order(*extended, input);
    for (const Rate& rate : table->rows()) must(extended->on(rate.first).row(rate.key)->count == rate.count, "the file's rows hold", input);
  } else {
    fuzz::must_have_words(extended.error());
  }
}
