#include "book.hpp"
#include <utility>

#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <new>

#include <fleks/words/amounts.hpp>
#include <fleks/words/explanation.hpp>
#include <fleks/words/sources.hpp>

#include "another_process.hpp"
#include "command.hpp"

namespace program {

using namespace fleks;

namespace {

std::string temporary_folder() {
  const char* stated = std::getenv("TMPDIR");
  return stated == nullptr || *stated == '\0' ? "/tmp" : stated;
}
[[noreturn]] void cannot_write_there(int why) {
  const auto reason = why == ENOSPC || why == EDQUOT || why == EFBIG ? FileTrouble::full
                      : why == ENOENT || why == ENOTDIR              ? FileTrouble::no_folder
                      : why == EACCES || why == EROFS                ? FileTrouble::not_allowed
                                                                     : FileTrouble::closed;
  throw Stop{{.code = ErrorCode::cannot_write, .field = asked("output"), .given = temporary_folder(), .allowed = reason}};
}
/// What the library could not do: a cell that is left out would not be seen.
void done(lxw_error wrong) {
  const int why = errno;
  if (wrong == LXW_NO_ERROR) return;
  if (wrong == LXW_ERROR_MEMORY_MALLOC_FAILED || why == ENOMEM) throw std::bad_alloc();
  throw CannotWrite{why};
}
template <class Part>
Part* made(Part* part) {
  if (part == nullptr) throw std::bad_alloc();
  return part;
}

/// The library writes to a place of its own only: what it writes is read from there, so that the output is all of it or nothing.
class TemporaryFile {
 public:
  TemporaryFile() : path_(temporary_folder() + "/fleksXXXXXX") {
    const int opened = mkstemp(path_.data());
    if (opened == -1) cannot_write_there(errno);
    close(opened);
  }
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;
  ~TemporaryFile() { unlink(path_.c_str()); }
  [[nodiscard]] const std::string& path() const noexcept { return path_; }

 private:
  std::string path_;
};

std::string made_once(Language language, const std::function<void(Book&)>& fill) {
  const TemporaryFile file;
  const auto make = [&] {
    Book book(language, file.path());
    fill(book);
    book.finish();
  };
  const Elsewhere went = in_another_process(make);
  switch (went.is) {
    case Elsewhere::Is::done: break;
    case Elsewhere::Is::not_written: cannot_write_there(went.why);
    case Elsewhere::Is::stopped: make(); break;  // which says what it is
    case Elsewhere::Is::refused: throw std::bad_alloc();
  }
  return read_file("output", file.path());
}

/// Letters that a file of XML holds as others: the library writes them by their number.
bool is_written_otherwise(const std::string& text) {
  return text.find("_x") != std::string::npos ||
         std::ranges::any_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; });
}

}  // namespace

std::string workbook_of(Language language, const std::function<void(Book&)>& fill) {
  std::string once = made_once(language, fill);
  if (once != made_once(language, fill)) throw std::bad_alloc();
  return once;
}

std::string letters_of(lxw_col_t column) {
  constexpr lxw_col_t letters = 26;
  std::string all(1, static_cast<char>('A' + column % letters));
  return column < letters ? all : letters_of(static_cast<lxw_col_t>(column / letters - 1)) + all;
}

Book::Book(Language language, const std::string& path) : language_(language), path_(path) {
  std::string folder = temporary_folder();
  lxw_workbook_options options{};
  options.tmpdir = folder.data();
  book_ = made(workbook_new_opt(path.c_str(), &options));
  // A day of its own would make each file another.
  lxw_doc_properties properties{};
  properties.created = 946'684'800;
  done(workbook_set_properties(book_, &properties));
  // The separators are those of the language, whatever the machine's.
  const char* const kroner = danish() ? "[$-406]#,##0.00" : "[$-809]#,##0.00";
  const auto format = [this](const char* number_format = nullptr) {
    lxw_format* of = made(workbook_add_format(book_));
    if (number_format != nullptr) format_set_num_format(of, number_format);
    return of;
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

lxw_worksheet* Book::add_sheet(const std::string& name) {
  lxw_worksheet* sheet = made(workbook_add_worksheet(book_, name.c_str()));
  names_[sheet] = name;
  return sheet;
}

lxw_chart* Book::add_chart(lxw_chart_type type) { return made(workbook_add_chart(book_, static_cast<std::uint8_t>(type))); }

lxw_chart_series* Book::add_series(lxw_chart* chart) { return made(chart_add_series(chart, nullptr, nullptr)); }

void Book::insert(lxw_worksheet* sheet, lxw_row_t row, lxw_chart* chart, double x_scale, double y_scale) {
  lxw_chart_options size{};
  size.x_scale = x_scale;
  size.y_scale = y_scale;
  done(worksheet_insert_chart_opt(sheet, row, 0, chart, &size));
}

void Book::name(const std::string& what, const std::string& place) {
  done(workbook_define_name(book_, what.c_str(), ("=" + place).c_str()));
}

void Book::expect(const lxw_worksheet* sheet, lxw_row_t row, lxw_col_t column, SheetCell::Kind kind, std::string what) {
  written_.push_back({names_.at(sheet) + "!" + letters_of(column) + std::to_string(row + 1), kind, std::move(what)});
}

void Book::write(lxw_worksheet* sheet, lxw_row_t row, lxw_col_t column, const std::string& what, lxw_format* format) {
  const lxw_error wrong = worksheet_write_string(sheet, row, column, what.c_str(), format);
  if (wrong == LXW_ERROR_MAX_STRING_LENGTH_EXCEEDED)
    throw Stop{{.code = ErrorCode::too_large,
                .field = asked("format xlsx"),
                .given = std::to_string(what.size()),
                .allowed = AtMost{Limit(std::int64_t{longest_text})}}};
  done(wrong);
  if (!what.empty()) expect(sheet, row, column, SheetCell::Kind::text, what);
}

void Book::write_number(lxw_worksheet* sheet, lxw_row_t row, lxw_col_t column, double what, lxw_format* format) {
  done(worksheet_write_number(sheet, row, column, what, format));
  expect(sheet, row, column, SheetCell::Kind::number, {});
}

void Book::write_formula(lxw_worksheet* sheet, lxw_row_t row, lxw_col_t column, const std::string& formula, lxw_format* format,
                         double value) {
  done(worksheet_write_formula_num(sheet, row, column, formula.c_str(), format, value));
  expect(sheet, row, column, SheetCell::Kind::other, formula);
}

void Book::write_blank(lxw_worksheet* sheet, lxw_row_t row, lxw_col_t column) { done(worksheet_write_blank(sheet, row, column, input)); }

void Book::set_width(lxw_worksheet* sheet, lxw_col_t first, lxw_col_t last, double width) {
  done(worksheet_set_column(sheet, first, last, width, nullptr));
}
void Book::set_height(lxw_worksheet* sheet, lxw_row_t row, double height) { done(worksheet_set_row(sheet, row, height, nullptr)); }

void Book::finish() {
  // Closing frees it, whether or not the file could be written.
  done(workbook_close(std::exchange(book_, nullptr)));
  const auto sheets = whole_workbook(read_file("output", path_));
  if (!sheets) throw CannotWrite{ENOSPC};
  for (const SheetCell& cell : written_) {
    const auto there = sheets->find(cell.place);
    if (there == sheets->end() || there->second.kind != cell.kind) throw CannotWrite{ENOSPC};
    if (cell.kind == SheetCell::Kind::number || is_written_otherwise(cell.text)) continue;
    if (there->second.text != cell.text) throw CannotWrite{ENOSPC};
  }
}

void Book::allow(lxw_worksheet* sheet, lxw_row_t row, lxw_col_t column, double least, double most, std::string allowed, bool whole_number) {
  lxw_data_validation rule{};
  rule.validate = whole_number ? LXW_VALIDATION_TYPE_INTEGER : LXW_VALIDATION_TYPE_DECIMAL;
  rule.criteria = LXW_VALIDATION_CRITERIA_BETWEEN;
  rule.minimum_number = least;
  rule.maximum_number = most;
  rule.error_message = allowed.data();
  rule.input_message = allowed.data();
  done(worksheet_data_validation_cell(sheet, row, column, &rule));
}

void Book::hide(lxw_worksheet* sheet) {
  worksheet_protect(sheet, nullptr, nullptr);
  worksheet_hide(sheet);
}

void Book::to_one_page(lxw_worksheet* sheet, lxw_row_t last_row, lxw_col_t last_column) {
  constexpr std::uint8_t a4 = 9;
  worksheet_set_landscape(sheet);
  worksheet_set_paper(sheet, a4);
  done(worksheet_print_area(sheet, 0, 0, last_row, last_column));
  worksheet_fit_to_pages(sheet, 1, 1);
  worksheet_protect(sheet, nullptr, nullptr);
}

RatesSheet::RatesSheet(Book& book, const RateTable& rates)
    : book_(book), rates_(rates), sheet_(book.add_sheet(book.text("Satser", "Rates"))) {
  const char* const heads[] = {book.text("Sats", "Rate"),   book.text("Tal i formlerne", "Number in the formulas"),
                               book.text("Værdi", "Value"), book.text("Gælder fra", "From"),
                               book.text("til", "to"),      book.text("Status", "Status"),
                               book.text("Kilde", "Source")};
  for (lxw_col_t column = 0; column < 7; ++column) book_.write(sheet_, 0, column, heads[column], book.bold);
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
  book_.write(sheet_, row_, 0, std::string(rate_name(input.key, language)));
  book_.write_number(sheet_, row_, 1, static_cast<double>(place.count), book_.whole);
  if (rate != nullptr) {
    book_.write(sheet_, row_, 2, value_in_words(*rate, language));
    book_.write(sheet_, row_, 3, first);
    if (rate->has_end()) book_.write(sheet_, row_, 4, to_text(Date{rate->last}));
    book_.write(sheet_, row_, 5, std::string(book_.danish() ? in_words(rate->status, language) : to_text(rate->status)));
    book_.write(sheet_, row_, 6, source_in_words(rate->source, language));
  }
  ++row_;
  return place;
}

void RatesSheet::finish() {
  book_.set_width(sheet_, 0, 0, 48);
  book_.set_width(sheet_, 1, 5, 16);
  book_.set_width(sheet_, 6, 6, 60);
  book_.to_one_page(sheet_, row_, 6);
}

}  // namespace program
