#include "book.hpp"
#include <utility>

#include <unistd.h>

#include <cstdlib>
#include <filesystem>

#include <fleks/words/amounts.hpp>
#include <fleks/words/explanation.hpp>
#include <fleks/words/sources.hpp>

#include "command.hpp"

namespace program {

using namespace fleks;

TemporaryFile::TemporaryFile() : path_((std::filesystem::temp_directory_path() / "fleksXXXXXX").string()) {
  const int opened = mkstemp(path_.data());
  if (opened == -1) throw Stop{{.code = ErrorCode::cannot_write, .field = "-o", .given = path_}};
  close(opened);
}
TemporaryFile::~TemporaryFile() { unlink(path_.c_str()); }

std::string letters_of(lxw_col_t column) {
  constexpr lxw_col_t letters = 26;
  std::string all(1, static_cast<char>('A' + column % letters));
  return column < letters ? all : letters_of(static_cast<lxw_col_t>(column / letters - 1)) + all;
}

Book::Book(Language language) : language_(language), book_(workbook_new(file_.path().c_str())) {
  // A day of its own would make each file another.
  lxw_doc_properties properties{};
  properties.created = 946'684'800;
  workbook_set_properties(book_, &properties);
  // The separators are those of the language, whatever the machine's.
  const char* const kroner = danish() ? "[$-406]#,##0.00" : "[$-809]#,##0.00";
  const auto format = [this](const char* number_format = nullptr) {
    lxw_format* made = workbook_add_format(book_);
    if (number_format != nullptr) format_set_num_format(made, number_format);
    return made;
  };
  bold = format();
  format_set_bold(bold);
  input = format(kroner);
  format_set_bg_color(input, 0xFFF2CC);
  format_set_border(input, LXW_BORDER_THIN);
  format_set_unlocked(input);
  number = format(kroner);
  result = format(kroner);
  format_set_bold(result);
  format_set_top(result, LXW_BORDER_THIN);
  whole = format("0");
  format_set_font_color(whole, 0x7F7F7F);
  wrapped = format();
  format_set_bold(wrapped);
  format_set_text_wrap(wrapped);
  format_set_align(wrapped, LXW_ALIGN_VERTICAL_TOP);
}
Book::~Book() { lxw_workbook_free(book_); }

lxw_worksheet* Book::add_sheet(const std::string& name) { return workbook_add_worksheet(book_, name.c_str()); }

void Book::name(const std::string& what, const std::string& place) { workbook_define_name(book_, what.c_str(), ("=" + place).c_str()); }

std::string Book::bytes() {
  // Closing frees it, whether or not the file could be written.
  if (const lxw_error wrong = workbook_close(std::exchange(book_, nullptr)); wrong != LXW_NO_ERROR)
    throw Stop{{.code = ErrorCode::cannot_write, .field = "-o", .given = lxw_strerror(wrong)}};
  return read_file("-o", file_.path());
}

void Book::allow(lxw_worksheet* sheet, lxw_row_t row, lxw_col_t column, double least, double most, std::string allowed, bool whole_number) {
  lxw_data_validation rule{};
  rule.validate = whole_number ? LXW_VALIDATION_TYPE_INTEGER : LXW_VALIDATION_TYPE_DECIMAL;
  rule.criteria = LXW_VALIDATION_CRITERIA_BETWEEN;
  rule.minimum_number = least;
  rule.maximum_number = most;
  rule.error_message = allowed.data();
  rule.input_message = allowed.data();
  worksheet_data_validation_cell(sheet, row, column, &rule);
}

void Book::to_one_page(lxw_worksheet* sheet, lxw_row_t last_row, lxw_col_t last_column) {
  constexpr std::uint8_t a4 = 9;
  worksheet_set_landscape(sheet);
  worksheet_set_paper(sheet, a4);
  worksheet_print_area(sheet, 0, 0, last_row, last_column);
  worksheet_fit_to_pages(sheet, 1, 1);
  worksheet_protect(sheet, nullptr, nullptr);
}

RatesSheet::RatesSheet(Book& book, const RateTable& rates)
    : book_(book), rates_(rates), sheet_(book.add_sheet(book.text("Satser", "Rates"))) {
  const char* const heads[] = {book.text("Sats", "Rate"),   book.text("Tal i formlerne", "Number in the formulas"),
                               book.text("Værdi", "Value"), book.text("Gælder fra", "From"),
                               book.text("til", "to"),      book.text("Status", "Status"),
                               book.text("Kilde", "Source")};
  for (lxw_col_t column = 0; column < 7; ++column) Book::write(sheet_, 0, column, heads[column], book.bold);
}

RatesSheet::Place RatesSheet::of(const Formula::RateInput& input, Month month) {
  const Rate* rate = rates_.on(month).find(input.key);
  const std::string first = rate != nullptr ? to_text(Date{rate->first}) : std::string();
  const auto [found, fresh] = places_.try_emplace({input.key, input.pieces, first});
  Place& place = found->second;
  if (!fresh) return place;
  place.cell = std::string(book_.text("Satser!", "Rates!")) + "$B$" + std::to_string(row_ + 1);
  place.count = counted(input, month, rates_).value_or(0);
  const Language language = book_.language();
  Book::write(sheet_, row_, 0, std::string(rate_name(input.key, language)));
  worksheet_write_number(sheet_, row_, 1, static_cast<double>(place.count), book_.whole);
  if (rate != nullptr) {
    Book::write(sheet_, row_, 2, value_in_words(*rate, language));
    Book::write(sheet_, row_, 3, first);
    if (rate->has_end()) Book::write(sheet_, row_, 4, to_text(Date{rate->last}));
    Book::write(sheet_, row_, 5, std::string(book_.danish() ? in_words(rate->status, language) : to_text(rate->status)));
    Book::write(sheet_, row_, 6, source_in_words(rate->source, language));
  }
  ++row_;
  return place;
}

void RatesSheet::finish() {
  worksheet_set_column(sheet_, 0, 0, 48, nullptr);
  worksheet_set_column(sheet_, 1, 5, 16, nullptr);
  worksheet_set_column(sheet_, 6, 6, 60, nullptr);
  book_.to_one_page(sheet_, row_, 6);
}

}  // namespace program
