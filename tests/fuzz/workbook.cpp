#include "check.hpp"

#include <algorithm>
#include <utility>

#include <zip.h>

#include "fleks/sheet_cells.hpp"

// Any bytes as a workbook; or, where they are no archive, as its parts between NULs: an error that names a part or a cell, with words;
// or cells of which every number is plain decimal text of at most fifteen digits, which is read as itself again.

using namespace fleks;
using fuzz::must;

namespace {

/// The parts of a workbook, as an archive.
std::string archive_of(std::string_view input) {
  constexpr const char* parts[] = {"xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml"};
  zip_error_t why;
  zip_error_init(&why);
  zip_source_t* source = zip_source_buffer_create(nullptr, 0, 0, &why);
  zip_source_keep(source);
  zip_t* archive = zip_open_from_source(source, ZIP_TRUNCATE, &why);
  for (const char* part : parts) {
    const std::string_view text = input.substr(0, input.find('\0'));
    const auto place = zip_file_add(archive, part, zip_source_buffer(archive, text.data(), text.size(), 0), 0);
    zip_set_file_compression(archive, static_cast<zip_uint64_t>(place), ZIP_CM_STORE, 0);
    input.remove_prefix(std::min(text.size() + 1, input.size()));
  }
  must(zip_close(archive) == 0, "the parts are an archive");
  must(zip_source_open(source) == 0, "the archive can be read");
  std::string bytes;
  char piece[4'096];
  for (zip_int64_t got = 0; (got = zip_source_read(source, piece, sizeof piece)) > 0;) bytes.append(piece, static_cast<std::size_t>(got));
  zip_source_close(source);
  zip_source_free(source);
  zip_error_fini(&why);
  return bytes;
}

void must_be_a_number(const std::string& text, std::string_view input) {
  std::size_t digits = 0;
  for (const char c : text) {
    must((c >= '0' && c <= '9') || c == '.', "a number is plain decimal text", text);
    digits += c != '.' && (digits > 0 || c != '0');
  }
  must(digits <= 15, "a number has at most fifteen digits", text);
  const auto again = program::typed_number(text);
  must(again && *again == text, "a number is read as itself again", input);
}

}  // namespace

void fuzz_one(std::string_view input) {
  const std::string bytes = input.starts_with("PK") ? std::string(input) : archive_of(input);
  const auto cells = program::named_cells(bytes, "fleks_");
  if (!cells) {
    must(!cells.error().field.empty(), "an error names a part or a cell", input);
    return fuzz::must_have_words(cells.error());
  }
  for (const auto& [name, cell] : *cells) {
    must(cell.place.find('!') != std::string::npos, "a cell has its place", cell.place);
    if (cell.kind != program::SheetCell::Kind::number) continue;
    const auto number = program::typed_number(cell.text);
    if (number)
      must_be_a_number(*number, input);
    else
      fuzz::must_have_words(Error(number.error()).in(cell.place));
  }
}
