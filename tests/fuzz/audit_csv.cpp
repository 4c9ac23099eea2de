#include "check.hpp"

#include <fleks/analysis/audit_file.hpp>

#include "chunks.hpp"
#include "text/csv.hpp"

// Any bytes as a file of payments. However it is cut into pieces the result is the same, byte for byte; a verdict
// agrees with its amounts.

using namespace fleks;
using fuzz::must;

namespace {

void must_agree(std::string_view text, char separator, const AuditFile::Count& count) {
  CsvLines lines(text, separator);
  std::vector<std::string> fields;
  std::int64_t rows = 0, right = 0;
  while (lines.next(fields)) {
    must(fields.size() == 8 && !lines.broken(), "a line has eight columns", text);
    const Money due = Money::parse(fields[2]).value(), paid = Money::parse(fields[3]).value();
    must(Money::parse(fields[4].substr(fields[4].starts_with('-') ? 1 : 0)).value() == std::max(due - paid, paid - due) &&
             fields[4].starts_with('-') == (due < paid),
         "the difference is what is due without what was paid", text);
    must(fields[5] == (due == paid ? "right" : "wrong"), "right is right to the oere", text);
    must(fields[5] == "wrong" || (fields[6].empty() && fields[7].empty()), "what is right needs no explanation", text);
    ++rows;
    right += fields[5] == "right" ? 1 : 0;
  }
  must(rows == count.rows && right == count.right, "the rows are counted", text);
}

}  // namespace

void fuzz_one(std::string_view input) {
  static const RateTable rates = RateTable::embedded();
  const auto header_end = std::min(input.find('\n'), input.size());
  auto whole = AuditFile::read(input.substr(0, header_end), rates);
  if (!whole) {
    must(whole.error().line == 1, "an error of the header has its line", input);
    return fuzz::must_have_words(whole.error());
  }
  AuditFile pieces = *whole;
  std::string text, text_of_pieces;
  const auto wrong = whole->run(input.substr(std::min(header_end + 1, input.size())), text);
  if (wrong) {
    must(wrong->line > 0 && !wrong->field.empty(), "an error has its line and column", input);
    fuzz::must_have_words(*wrong);
  }
  must_agree(text, whole->separator(), whole->count());

  fuzz::Chunks chunks(input);
  RecordBlocks blocks = chunks.blocks();
  must(blocks.header() == input.substr(0, header_end), "the header is the first line", input);
  blocks.separated_by(pieces.separator());
  std::string block;
  std::optional<Error> wrong_piece;
  while (!wrong_piece && blocks.next(block)) {
    const std::int64_t before = pieces.count().lines;
    wrong_piece = pieces.run(block, text_of_pieces);
    if (wrong_piece) wrong_piece->line += before;
  }
  must(wrong == wrong_piece, "any pieces have the same error", input);
  must(text == text_of_pieces, "any pieces give the same bytes", input);
}
