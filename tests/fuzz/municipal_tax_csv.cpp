#include "check.hpp"

#include "rates/read_rates.hpp"
#include "written.hpp"

// Any bytes as the table of municipal tax, which is read when the library is built.

using namespace fleks;
using fuzz::must;

void fuzz_one(std::string_view input) {
  const MunicipalTaxRows read = read_municipal_tax(input);
  for (const Error& e : read.errors) {
    must(e.line > 0 || e.code == ErrorCode::too_large, "an error has its line", input);
    fuzz::must_have_words(e);
  }
  if (!read.errors.empty()) return;
  std::string text = "municipality,valid_from,valid_to,municipal_pct,church_pct,status,source\n";
  for (const MunicipalTax& row : read.rows) {
    must(row.first <= row.last && !row.municipality.empty() && !row.source.empty(), "a row has name, period and source", input);
    must(row.municipal <= Percent::whole(100) && (!row.church || *row.church <= Percent::whole(100)), "a percentage is at most 100", input);
    text += fuzz::quoted(row.municipality) + "," + to_text(Date{row.first}) + "," +
            (row.last == Rate::open ? "" : to_text(Date{row.last})) + "," + to_text(row.municipal) + "," +
            (row.church ? to_text(*row.church) : "") + "," + std::string(to_text(row.status)) + "," + fuzz::quoted(row.source) + "\n";
  }
  const MunicipalTaxRows again = read_municipal_tax(text);
  must(again.errors.empty() && again.rows.size() == read.rows.size(), "what is read and written reads the same", text);
  for (std::size_t i = 0; i < read.rows.size(); ++i) {
    const MunicipalTax &a = read.rows[i], &b = again.rows[i];
    must(a.municipality == b.municipality && a.first == b.first && a.last == b.last && a.municipal == b.municipal && a.church == b.church &&
             a.status == b.status && a.source == b.source,
         "what is read and written reads the same", text);
  }
}
