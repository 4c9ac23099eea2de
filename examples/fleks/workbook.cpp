#include "workbook.hpp"
#include <utility>

#include <unistd.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <cerrno>
#include <cstdlib>
#include <map>
#include <memory>
#include <new>
#include <string>
#include <vector>

#include <xlsxwriter.h>
#include <fleks/formula/formula.hpp>
#include <fleks/words/amounts.hpp>
#include <fleks/words/bounds.hpp>
#include <fleks/words/explanation.hpp>
#include <fleks/words/formula.hpp>
#include <fleks/words/sources.hpp>

#include "another_process.hpp"
#include "command.hpp"
#include "sheet_cells.hpp"

namespace program {

using namespace fleks;

namespace {

/// What the formulas do not know, by the option that brings it.
void stop_at_what_is_not_in_the_sheet(const MonthFacts& f, const Options& options) {
  const auto stop = [](const char* option) {
    throw Stop{{.code = ErrorCode::exclusive_facts, .field = option, .allowed = NotWith{{"--format xlsx"}}}};
  };
  if (f.pay.form == Pay::Form::monthly) stop("--monthly-wage");
  if (f.pay.form == Pay::Form::hourly) stop("--hourly-wage");
  if (f.own_pension.is_share()) stop("--own-pension N%");
  if (f.employer_pension.is_share()) stop("--employer-pension N%");
  if (f.ceiling.form > Ceiling::Form::stated) stop("--ceiling-hourly");
  if (f.ceiling.holiday_supplement != Money{}) stop("--ceiling-holiday-supplement");
  if (f.employed) stop("--employed-from");
  if (f.wage_expected) stop("--expected");
  if (f.job || f.no_subsidy || f.right_without_wage) stop("--job-from");
  if (f.ledighedsydelse_days.ten_thousandths() % 10'000 != 0) stop("--ledighedsydelse-days");
  if (options != Options{})
    throw Stop{
        {.code = ErrorCode::exclusive_facts, .field = "--format xlsx", .allowed = NotWith{{"--reform, --rates-of, --round-to ..."}}}};
}

std::int64_t count_of(const MonthFacts& f, Fact fact) {
  switch (fact) {
    case Fact::am_income: return f.pay.amount.in_oere();
    case Fact::benefits_in_kind: return f.benefits_in_kind.in_oere();
    case Fact::own_pension: return f.own_pension.amount().in_oere();
    case Fact::employer_pension: return f.employer_pension.amount().in_oere();
    case Fact::holiday_supplement: return f.holiday_supplement.in_oere();
    case Fact::other_wage: return f.other_wage.in_oere();
    case Fact::care_income: return f.care_income.in_oere();
    case Fact::daily_benefit: return f.daily_benefit.in_oere();
    case Fact::unclaimed_benefit: return f.unclaimed_benefit.in_oere();
    case Fact::ledighedsydelse_days: return f.ledighedsydelse_days.ten_thousandths() / 10'000;
    case Fact::ledighedsydelse: return f.ledighedsydelse.value_or(Money{}).in_oere();
    case Fact::ceiling: return f.ceiling.form == Ceiling::Form::none ? Formula::no_ceiling : f.ceiling.amount.in_oere();
    default: return f.paid_hours.value_or(Hours{}).ten_thousandths();
  }
}

std::string temporary_folder() {
  const char* stated = std::getenv("TMPDIR");
  return stated == nullptr || *stated == '\0' ? "/tmp" : stated;
}
[[noreturn]] void cannot_write_there(int why) {
  const auto reason = why == ENOSPC || why == EDQUOT || why == EFBIG ? FileTrouble::full
                      : why == ENOENT || why == ENOTDIR              ? FileTrouble::no_folder
                      : why == EACCES || why == EROFS                ? FileTrouble::not_allowed
                                                                     : FileTrouble::closed;
  throw Stop{{.code = ErrorCode::cannot_write, .field = "-o", .given = temporary_folder(), .allowed = reason}};
}
/// What the library could not do: a cell that is left out would not be seen.
void done(lxw_error wrong) {
  const int why = errno;
  if (wrong == LXW_NO_ERROR) return;
  if (wrong == LXW_ERROR_MEMORY_MALLOC_FAILED || why == ENOMEM) throw std::bad_alloc();
  throw CannotWrite{why};
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

template <class Part>
Part* made(Part* part) {
  if (part == nullptr) throw std::bad_alloc();
  return part;
}

/// One workbook while it is written.
class Book {
 public:
  Book(const Book&) = delete;
  Book& operator=(const Book&) = delete;
  ~Book() { lxw_workbook_free(book_); }

  Book(const Explained<MonthStatement>& month, Language language)
      : month_(month), language_(language), formula_(formula_of_month(month.statement.month, month.rates, facts(month.facts))) {}

  /// The library checks neither all of its requests for memory nor its temporary files: refused one, it crashes or leaves something
  /// out. So a process of its own makes the workbook, twice, and both must be the same and whole.
  std::string bytes() {
    std::string once = by_another_process();
    if (once != by_another_process()) throw std::bad_alloc();
    return once;
  }

 private:
  std::string by_another_process() {
    const TemporaryFile file;
    const Elsewhere went = in_another_process([&] { make(file.path()); });
    switch (went.is) {
      case Elsewhere::Is::done: break;
      case Elsewhere::Is::not_written: cannot_write_there(went.why);
      case Elsewhere::Is::stopped: make(file.path()); break;  // which says what it is
      case Elsewhere::Is::refused: throw std::bad_alloc();
    }
    return read_file("-o", file.path());
  }

  void make(const std::string& path) {
    std::string folder = temporary_folder();
    lxw_workbook_options options{};
    options.tmpdir = folder.data();
    book_ = made(workbook_new_opt(path.c_str(), &options));
    // A day of its own would make each file another.
    lxw_doc_properties properties{};
    properties.created = 946'684'800;
    done(workbook_set_properties(book_, &properties));
    make_formats();
    sheet_ = made(workbook_add_worksheet(book_, text("Måned", "Month")));
    rates_ = made(workbook_add_worksheet(book_, text("Satser", "Rates")));
    write_rates();
    write_facts();
    write_steps();
    lay_out();
    // Closing frees it, whether or not the file could be written.
    done(workbook_close(std::exchange(book_, nullptr)));
    stop_where_it_is_not_whole(read_file("-o", path));
  }

  [[nodiscard]] static std::vector<Fact> facts(const MonthFacts& f) {
    std::vector<Fact> known(facts_of_the_sheet.begin(), facts_of_the_sheet.end());
    if (!f.paid_hours) known.pop_back();
    return known;
  }
  [[nodiscard]] const char* text(const char* danish, const char* english) const { return language_ == Language::danish ? danish : english; }
  static std::string cell(lxw_row_t row, const char* column, const std::string& sheet = {}) {
    return sheet + "$" + column + "$" + std::to_string(row + 1);
  }
  void write(lxw_worksheet* sheet, lxw_row_t row, lxw_col_t column, const std::string& what, lxw_format* format = nullptr) {
    done(worksheet_write_string(sheet, row, column, what.c_str(), format));
    if (!what.empty()) expect(sheet, row, column, SheetCell::Kind::text, what);
  }
  void write_number(lxw_worksheet* sheet, lxw_row_t row, lxw_col_t column, double number, lxw_format* format) {
    done(worksheet_write_number(sheet, row, column, number, format));
    expect(sheet, row, column, SheetCell::Kind::number, {});
  }
  void write_formula(lxw_row_t row, lxw_col_t column, const std::string& formula, lxw_format* format, double value) {
    done(worksheet_write_formula_num(sheet_, row, column, formula.c_str(), format, value));
    expect(sheet_, row, column, SheetCell::Kind::other, formula);
  }
  void set_column(lxw_worksheet* sheet, lxw_col_t first, lxw_col_t last, int width) {
    done(worksheet_set_column(sheet, first, last, width, nullptr));
  }
  void expect(const lxw_worksheet* sheet, lxw_row_t row, lxw_col_t column, SheetCell::Kind kind, std::string what) {
    std::string place = std::string(sheet == sheet_ ? text("Måned", "Month") : text("Satser", "Rates")) + "!" +
                        static_cast<char>('A' + column) + std::to_string(row + 1);
    written_.push_back({std::move(place), kind, std::move(what)});
  }
  /// The library does not look whether its temporary files took what it wrote to them: on a full disk their ends would be missing.
  void stop_where_it_is_not_whole(const std::string& bytes) const {
    const auto sheets = whole_workbook(bytes);
    if (!sheets) throw CannotWrite{ENOSPC};
    for (const SheetCell& cell : written_) {
      const auto there = sheets->find(cell.place);
      if (there == sheets->end() || there->second.kind != cell.kind) throw CannotWrite{ENOSPC};
      if (cell.kind != SheetCell::Kind::number && there->second.text != cell.text) throw CannotWrite{ENOSPC};
    }
  }
  void make_formats() {
    bold_ = made(workbook_add_format(book_));
    format_set_bold(bold_);
    input_ = made(workbook_add_format(book_));
    format_set_bg_color(input_, 0xFFF2CC);
    format_set_border(input_, LXW_BORDER_THIN);
    format_set_unlocked(input_);
    format_set_num_format(input_, "#,##0.00");
    number_ = made(workbook_add_format(book_));
    format_set_num_format(number_, "#,##0.00");
    result_ = made(workbook_add_format(book_));
    format_set_num_format(result_, "#,##0.00");
    format_set_bold(result_);
    format_set_top(result_, LXW_BORDER_THIN);
    whole_ = made(workbook_add_format(book_));
    format_set_num_format(whole_, "0");
    format_set_font_color(whole_, 0x7F7F7F);
  }

  void write_rates() {
    const char* const heads[] = {text("Sats", "Rate"),   text("Tal i formlerne", "Number in the formulas"),
                                 text("Værdi", "Value"), text("Gælder fra", "From"),
                                 text("til", "to"),      text("Status", "Status"),
                                 text("Kilde", "Source")};
    for (lxw_col_t column = 0; column < 7; ++column) write(rates_, 0, column, heads[column], bold_);
    const RatesOnDate in_force = month_.rates.on(month_.statement.rates_month);
    lxw_row_t row = 1;
    for (const Formula::RateInput& input : formula_.rates) {
      const std::int64_t count = counted(input, month_.statement.rates_month, month_.rates).value_or(0);
      counts_of_rates_.push_back(count);
      places_[std::string(info(input.key).name)] = cell(row, "B", language_ == Language::danish ? "Satser!" : "Rates!");
      write(rates_, row, 0, std::string(rate_name(input.key, language_)));
      write_number(rates_, row, 1, static_cast<double>(count), whole_);
      if (const Rate* rate = in_force.find(input.key)) {
        write(rates_, row, 2, value_in_words(*rate, language_));
        write(rates_, row, 3, to_text(Date{rate->first}));
        if (rate->has_end()) write(rates_, row, 4, to_text(Date{rate->last}));
        write(rates_, row, 5, std::string(language_ == Language::danish ? in_words(rate->status, language_) : to_text(rate->status)));
        write(rates_, row, 6, source_in_words(rate->source, language_));
      }
      ++row;
    }
    set_column(rates_, 0, 0, 48);
    set_column(rates_, 1, 5, 16);
    set_column(rates_, 6, 6, 60);
    worksheet_set_landscape(rates_);
    worksheet_set_paper(rates_, 9);
    worksheet_fit_to_pages(rates_, 1, 1);
    worksheet_protect(rates_, nullptr, nullptr);
  }

  void allow(lxw_row_t row, Fact fact) {
    lxw_data_validation rule{};
    const bool days = fact == Fact::ledighedsydelse_days, hours = fact == Fact::paid_hours;
    rule.validate = days ? LXW_VALIDATION_TYPE_INTEGER : LXW_VALIDATION_TYPE_DECIMAL;
    rule.criteria = LXW_VALIDATION_CRITERIA_BETWEEN;
    rule.maximum_number = days ? 31 : hours ? 744 : static_cast<double>(most_kroner);
    std::string message = std::string(text("Tilladt: 0 til ", "Allowed: 0 to ")) + (days    ? "31"
                                                                                    : hours ? "744"
                                                                                            : text("1.000.000 kr.", "DKK 1,000,000"));
    rule.error_message = message.data();
    rule.input_message = message.data();
    done(worksheet_data_validation_cell(sheet_, row, 1, &rule));
  }

  /// A cell by a name, so that it is found again in a sheet that a person filled in.
  void name(std::string_view what, lxw_row_t row, const char* column) {
    const std::string sheet = std::string("=") + text("Måned", "Month") + "!";
    done(workbook_define_name(book_, (std::string(cell_name) + std::string(what)).c_str(), cell(row, column, sheet).c_str()));
  }

  void write_months() {
    const Month month = month_.statement.month;
    write(sheet_, 2, 0, text("Tilskudsmåned", "Subsidy month"));
    write(sheet_, 2, 1, to_text(month));
    write(sheet_, 2, 2, text("Lønmåned", "Wage month"));
    write(sheet_, 2, 3, to_text(month_.facts.wage_month.value_or(month_before(month))));
    name("month", 2, "B");
    name("wage_month", 2, "D");
  }

  /// A fact in its input cell; where the formulas know it, beside it as a whole number.
  void write_fact(Fact fact, bool counts) {
    const std::int64_t count = count_of(month_.facts, fact);
    const bool unknown = fact == Fact::ceiling && count == Formula::no_ceiling;
    const std::int64_t pieces = fact == Fact::ledighedsydelse_days ? 1 : fact == Fact::paid_hours ? 10'000 : 100;
    if (!unknown && count > most_kroner * 100)
      throw Stop{{.code = ErrorCode::too_large,
                  .field = std::string(to_text(fact)),
                  .given = std::to_string(count / 100),
                  .allowed = Range{Money{}, Money::kroner(most_kroner)}}};
    write(sheet_, row_, 0, fact_name(fact, language_));
    if (unknown)
      done(worksheet_write_blank(sheet_, row_, 1, input_));
    else
      write_number(sheet_, row_, 1, static_cast<double>(count) / static_cast<double>(pieces), input_);
    name(to_text(fact), row_, "B");
    allow(row_, fact);
    if (counts) {
      counts_of_facts_.push_back(count);
      places_[std::string(to_text(fact))] = cell(row_, "E");
      const std::string given = "B" + std::to_string(row_ + 1);
      std::string whole = "ROUND(" + given + (pieces == 1 ? "" : "*" + std::to_string(pieces)) + ",0)";
      if (fact == Fact::ceiling) whole = "IF(ISBLANK(" + given + ")," + std::to_string(Formula::no_ceiling) + "," + whole + ")";
      write_formula(row_, 4, "=" + whole, whole_, static_cast<double>(count));
    }
    ++row_;
  }

  void write_facts() {
    write(
        sheet_, 0, 0,
        std::string(text("Fleksløntilskud for ", "Fleksløntilskud (flex-wage subsidy) for ")) + in_words(month_.statement.month, language_),
        bold_);
    write(sheet_, 1, 0,
          text("Skriv i de gule felter: resten regnes ud i hele øre efter loven.",
               "Write in the yellow cells: the rest is computed in whole øre by the law."));
    write_months();
    write(sheet_, 3, 0, text("Oplyst", "Given"), bold_);
    write(sheet_, 3, 1, text("kr., dage, timer", "DKK, days, hours"), bold_);
    write(sheet_, 3, 4, text("Hele tal", "Whole numbers"), bold_);
    row_ = 4;
    const auto counts = [&](Fact fact) {
      return std::ranges::any_of(formula_.facts, [&](const Formula::FactInput& input) { return input.fact == fact; });
    };
    for (const Formula::FactInput& input : formula_.facts) {
      // Where what was paid for the holiday days is deducted, their number is a fact that the formulas do not ask for.
      if (input.fact == Fact::ledighedsydelse && !counts(Fact::ledighedsydelse_days)) write_fact(Fact::ledighedsydelse_days, false);
      write_fact(input.fact, true);
    }
  }

  /// The formula with each name as the cell it stands in.
  [[nodiscard]] std::string over_cells(const std::string& formula) const {
    std::string over;
    for (std::size_t at = 0; at < formula.size();) {
      std::size_t end = at;
      while (end < formula.size() && (std::islower(static_cast<unsigned char>(formula[end])) != 0 || formula[end] == '_')) ++end;
      // Names are written in small letters, functions in capitals; 39 of a name is part of it.
      while (end > at && end < formula.size() && (std::isalnum(static_cast<unsigned char>(formula[end])) != 0 || formula[end] == '_'))
        ++end;
      if (end == at) {
        over += formula[at++];
        continue;
      }
      over += places_.at(formula.substr(at, end - at));
      at = end;
    }
    return over;
  }

  void write_steps() {
    ++row_;
    const char* const heads[] = {text("Beregning", "Calculation"), text("kr.", "DKK"), text("Regel", "Rule"),
                                 text("Hjemmel", "Legal basis"), text("Hele tal", "Whole numbers")};
    for (lxw_col_t column = 0; column < 5; ++column) write(sheet_, row_, column, heads[column], bold_);
    ++row_;
    const Month month = month_.statement.month;
    for (const Formula::Step& step : formula_.steps) {
      const auto count = formula_.value(step.node, counts_of_facts_, counts_of_rates_);
      const bool result = step.name == "fleksloentilskud" || step.name == "payout";
      const std::string formula = "=" + over_cells(formula_text(formula_, step, Dialect::excel));
      const std::string shown = "=E" + std::to_string(row_ + 1) + "/" + std::to_string(step.pieces * 100);
      const double value = static_cast<double>(count.value_or(0));
      write(sheet_, row_, 0, name_of_step(step.name, language_), result ? bold_ : nullptr);
      write_formula(row_, 1, shown, result ? result_ : number_, value / static_cast<double>(step.pieces * 100));
      write(sheet_, row_, 2, std::string(info(step.rule, month).id));
      write(sheet_, row_, 3, std::string(rule_source(step.rule, month, language_)));
      write_formula(row_, 4, formula, whole_, value);
      places_[std::string(step.name)] = cell(row_, "E");
      ++row_;
    }
    write(sheet_, row_ + 1, 0, std::string(text("Satser ", "Rates ")) + month_.rates.version());
  }

  void lay_out() {
    set_column(sheet_, 0, 0, 44);
    set_column(sheet_, 1, 1, 16);
    set_column(sheet_, 2, 2, 9);
    set_column(sheet_, 3, 3, 44);
    set_column(sheet_, 4, 4, 18);
    worksheet_set_landscape(sheet_);
    worksheet_set_paper(sheet_, 9);
    done(worksheet_print_area(sheet_, 0, 0, row_ + 1, 4));
    worksheet_fit_to_pages(sheet_, 1, 1);
    worksheet_protect(sheet_, nullptr, nullptr);
  }

  const Explained<MonthStatement>& month_;
  Language language_;
  Formula formula_;
  lxw_workbook* book_ = nullptr;
  lxw_worksheet* sheet_ = nullptr;
  lxw_worksheet* rates_ = nullptr;
  lxw_format *bold_ = nullptr, *input_ = nullptr, *number_ = nullptr, *result_ = nullptr, *whole_ = nullptr;
  std::map<std::string, std::string> places_{};  // of facts, rates and steps
  std::vector<std::int64_t> counts_of_facts_{}, counts_of_rates_{};
  std::vector<SheetCell> written_{};  // to be found again in the file
  lxw_row_t row_ = 0;
};

}  // namespace

std::string name_of_step(std::string_view step, Language language) {
  const bool danish = language == Language::danish;
  if (step == "all_wage") return danish ? "Al løn" : "All wage";
  if (step == "under_ceiling") return danish ? "Tilskud under lønloftet" : "Subsidy under the ceiling";
  if (step == "due") return danish ? "Tilskud før afrunding" : "Subsidy before rounding";
  return amount_name(step, language);
}

std::string workbook(const Explained<MonthStatement>& month, Language language) {
  stop_at_what_is_not_in_the_sheet(month.facts, month.options);
  return Book(month, language).bytes();
}

}  // namespace program
