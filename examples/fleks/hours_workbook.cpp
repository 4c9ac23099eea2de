#include <algorithm>
#include <array>

#include <fleks/values/hours.hpp>
#include <fleks/words/bounds.hpp>
#include <fleks/words/worth_in_words.hpp>

#include "command.hpp"
#include "long_numbers.hpp"
#include "workbook.hpp"

// A curve of hours as a workbook: a row a point with live formulas, and a chart of what is in hand.

namespace program {

using namespace fleks;

namespace {

constexpr std::size_t most_points = 500;
constexpr std::int64_t most_an_hour = 5'000, hundredths = 100;

[[noreturn]] void not_in_the_sheet(std::string_view option) {
  throw Stop{{.code = ErrorCode::exclusive_facts, .field = asked(option), .allowed = NotWith{{asked("format xlsx")}}}};
}

/// What the formulas do not know, by the option that brings it.
void stop_at_what_is_not_in_the_sheet(const Citizen& c, const std::vector<NetRow>& rows) {
  if (c.rent) not_in_the_sheet("rent");
  if (c.daycare_places > 0) not_in_the_sheet("daycare_places");
  if (!c.child_ages.empty()) not_in_the_sheet("child_ages");
  if (c.deductions.transport_days > 0) not_in_the_sheet("transport_km");
  if (c.deductions.union_fee != Money{}) not_in_the_sheet("union_fee");
  if (c.ceiling && (c.ceiling->form > Ceiling::Form::stated || c.ceiling->holiday_supplement != Money{}))
    not_in_the_sheet(c.ceiling->form == Ceiling::Form::from_monthly ? "ceiling_monthly" : "ceiling_hourly");
  if (rows.size() > most_points)
    throw Stop{{.code = ErrorCode::too_many,
                .field = asked("step"),
                .given = std::to_string(rows.size()),
                .allowed = AtMost{Limit(static_cast<std::int64_t>(most_points))}}};
  for (const NetRow& row : rows) {
    if (!row.in_job) not_in_the_sheet("from 0");
    if (row.hours.ten_thousandths() % hundredths != 0)
      throw Stop{{.code = ErrorCode::out_of_range, .field = asked("step"), .given = to_text(row.hours), .allowed = OneOf{{"N.NN"}}}};
  }
}

struct StepOfRow {
  std::string_view name;
  Money NetRow::*amount;
  const char *danish, *english;
};
constexpr std::array columns{StepOfRow{"gross_pay", &NetRow::gross_pay, "Løn før pension", "Pay before pension"},
                             StepOfRow{"own_pension", &NetRow::own_pension, "Egen pension", "Own pension"},
                             StepOfRow{"employer_pension", &NetRow::employer_pension, "Arbejdsgivers pension", "Employer's pension"},
                             StepOfRow{"wage_atp_own", &NetRow::wage_atp_own, "Eget ATP af lønnen", "Own ATP of the wage"},
                             StepOfRow{"wage_atp_employer", &NetRow::wage_atp_employer, "Arbejdsgivers ATP", "Employer's ATP"},
                             StepOfRow{"fleksloentilskud", &NetRow::fleksloentilskud, "Fleksløntilskud", "Fleksløntilskud"},
                             StepOfRow{"subsidy_atp_own", &NetRow::subsidy_atp_own, "Eget ATP af tilskuddet", "Own ATP of the subsidy"},
                             StepOfRow{"public_atp", &NetRow::public_atp, "Statens ATP", "Public ATP"},
                             StepOfRow{"obligatory_pension", &NetRow::obligatory_pension, "Obligatorisk pension", "Obligatory pension"},
                             StepOfRow{"am_contribution", &NetRow::am_contribution, "AM-bidrag", "AM-bidrag"},
                             StepOfRow{"tax", &NetRow::tax, "Skat", "Tax"},
                             StepOfRow{"in_hand", &NetRow::in_hand, "I hånden", "In hand"},
                             StepOfRow{"pension_saved", &NetRow::pension_saved, "Sat til side i pension", "Saved as pension"}};
constexpr std::size_t place_of_in_hand = 11;

/// A fact in an input cell of its own.
struct Given {
  Fact fact;
  std::int64_t count;   // in the formula's pieces
  std::int64_t a_unit;  // of these in what is written
  std::int64_t least, most;
  const char *danish, *english;
};

class HoursBook {
 public:
  HoursBook(const WorthOfHours& w, const Options& options, Book& book) : w_(w), c_(w.picture.citizen()), options_(options), book_(book) {}

  void fill() {
    sheet_ = book_.add_sheet(name());
    RatesSheet rates(book_, w_.rates);
    const std::string of_lines = book_.text("Mellemregning", "Calculation");
    lxw_worksheet* lines = book_.add_sheet(of_lines);
    LongNumbers numbers(book_, lines, of_lines, w_.rows.size());
    book_.write(lines, 0, 0,
                book_.text("Hele tal, højst seks cifre i hver linje af et langt tal", "Whole numbers, six digits of a long one a line"),
                book_.bold);
    write_head();
    const std::vector<Given> facts = given();
    std::vector<LongNumber> counts = write_given(facts, numbers);
    std::vector<Fact> named{Fact::weekly_hours};
    for (const Given& fact : facts) named.push_back(fact.fact);
    const Formula formula = formula_of_hours(c_, w_.rates, options_, named);
    first_ = row_ + 2;
    counts.insert(counts.begin(), write_hours(numbers));
    std::vector<LongNumber> in_formula, of_rates;
    for (const Formula::FactInput& fact : formula.facts)
      in_formula.push_back(counts[static_cast<std::size_t>(std::ranges::find(named, fact.fact) - named.begin())]);
    for (const Formula::RateInput& rate : formula.rates) {
      const RatesSheet::Place place = rates.of(rate, std::chrono::year{c_.year} / std::chrono::January);
      of_rates.push_back({{Line{place.cell, {place.count}}}, place.count, place.count});
    }
    rates.finish();
    const std::vector<LongNumber> nodes = numbers.of(formula, in_formula, of_rates);
    write_table(formula, nodes, numbers);
    draw();
    lay_out();
    book_.set_width(lines, 0, 0, 22);
    book_.hide(lines);
  }

 private:
  [[nodiscard]] std::string name() const { return book_.text("Timer", "Hours"); }
  [[nodiscard]] std::string cell(lxw_row_t row, lxw_col_t column) const {
    return name() + "!$" + letters_of(column) + "$" + std::to_string(row + 1);
  }

  void write_head() {
    book_.write(sheet_, 0, 0,
                std::string(book_.text("Hvad en time mere er værd, ", "What an hour more is worth, ")) + std::to_string(c_.year),
                book_.bold);
    std::string about = book_.text("Skriv i de gule felter: resten regnes ud i hele øre efter loven. Kr. om måneden.",
                                   "Write in the yellow cells: the rest is computed in whole øre by the law. DKK a month.");
    if (c_.single_parent) about += book_.text(" Enlig forsørger.", " Single with children.");
    if (c_.birth_year) about += std::string(book_.text(" Født ", " Born ")) + std::to_string(*c_.birth_year) + ".";
    if (options_.own_atp == OwnAtp::counted) about += book_.text(" Eget ATP regnes med i lønnen.", " Own ATP counts in the wage.");
    book_.write(sheet_, 1, 0, about);
  }

  [[nodiscard]] std::vector<Given> given() const {
    constexpr std::int64_t per_cent = 100;
    const auto share = [](Percent p, std::string_view option) {
      if (p.ten_thousandths() % hundredths != 0)
        throw Stop{{.code = ErrorCode::out_of_range, .field = asked(option), .given = to_text(p), .allowed = OneOf{{"N.NN"}}}};
      return p.ten_thousandths() / hundredths;
    };
    if (c_.intensity.ten_thousandths() % 10'000 != 0)
      throw Stop{{.code = ErrorCode::out_of_range, .field = asked("intensity"), .given = to_text(c_.intensity), .allowed = OneOf{{"N"}}}};
    std::vector<Given> all{
        {Fact::intensity, c_.intensity.ten_thousandths() / 10'000, 1, 1, per_cent, "Arbejdsintensitet, hele pct.",
         "Work intensity, whole per cent"},
        {Fact::hourly_wage, c_.hourly_wage.in_oere(), 100, 0, most_an_hour, "Timeløn før pension, kr.", "Hourly wage before pension, DKK"},
        {Fact::own_pension, share(c_.own_pension, "own_pension"), 100, 0, per_cent, "Egen pension, pct. af lønnen",
         "Own pension, per cent of the pay"},
        {Fact::employer_pension, share(c_.employer_pension, "employer_pension"), 100, 0, per_cent, "Arbejdsgivers pension, pct. af lønnen",
         "Employer's pension, per cent of the pay"},
        {Fact::municipal_tax, share(c_.municipal, "municipal_tax"), 100, 0, per_cent, "Kommuneskat, pct.", "Municipal tax, per cent"},
        {Fact::church_tax, share(c_.church, "church_tax"), 100, 0, per_cent, "Kirkeskat, pct.", "Church tax, per cent"},
        {Fact::other_income, c_.other_income.in_oere(), 100, 0, most_kroner, "Anden skattepligtig indkomst, kr.",
         "Other taxed income, DKK"}};
    if (c_.ceiling && c_.ceiling->form == Ceiling::Form::stated)
      all.push_back({Fact::ceiling, c_.ceiling->amount.in_oere(), 100, 0, most_kroner, "Lønloft om måneden, kr.", "Ceiling a month, DKK"});
    for (const Given& fact : all)
      if (fact.count > fact.most * fact.a_unit)
        throw Stop{{.code = ErrorCode::too_large,
                    .field = fact.fact,
                    .given = to_text(Money::oere(fact.count)),
                    .allowed = Range{Money{}, Money::kroner(fact.most)}}};
    return all;
  }

  std::vector<LongNumber> write_given(const std::vector<Given>& facts, LongNumbers& numbers) {
    constexpr lxw_col_t value = 4;
    std::vector<LongNumber> counts;
    row_ = 3;
    for (const Given& fact : facts) {
      book_.write(sheet_, row_, 0, book_.text(fact.danish, fact.english));
      book_.write_number(sheet_, row_, value, static_cast<double>(fact.count) / static_cast<double>(fact.a_unit), book_.input);
      const std::string most = std::to_string(fact.most);
      book_.allow(sheet_, row_, value, static_cast<double>(fact.least), static_cast<double>(fact.most),
                  std::string(book_.text("Tilladt: ", "Allowed: ")) + std::to_string(fact.least) + book_.text(" til ", " to ") + most,
                  fact.a_unit == 1);
      book_.name(std::string(cell_name) + std::string(to_text(fact.fact)), cell(row_, value));
      const std::string formula = "ROUND(" + cell(row_, value) + "*" + std::to_string(fact.a_unit) + ",0)";
      const std::vector<std::int64_t> count{fact.count};
      counts.push_back({{numbers.input(std::string(to_text(fact.fact)), {&formula, 1}, count)}, 0, fact.most * fact.a_unit});
      ++row_;
    }
    if (w_.picture.ceiling_follows_wage())
      book_.write(sheet_, row_++, 0,
                  book_.text("Lønloftet er samme timeløn ved fuld tid, med pension.",
                             "The ceiling is the same hourly wage at full time, with pension."));
    return counts;
  }

  LongNumber write_hours(LongNumbers& numbers) {
    std::vector<std::string> formulas;
    std::vector<std::int64_t> counts;
    for (std::size_t point = 0; point < w_.rows.size(); ++point) {
      const lxw_row_t row = row_of(point);
      const std::int64_t count = w_.rows[point].hours.ten_thousandths() / hundredths;
      book_.write_number(sheet_, row, 0, static_cast<double>(count) / 100, book_.input);
      book_.allow(sheet_, row, 0, 0.01, 168, book_.text("Tilladt: 0,01 til 168", "Allowed: 0.01 to 168"));
      formulas.push_back("ROUND(" + cell(row, 0) + "*100,0)");
      counts.push_back(count);
    }
    return {{numbers.input(std::string(to_text(Fact::weekly_hours)), formulas, counts)}, 0, 168 * 100};
  }
  [[nodiscard]] lxw_row_t row_of(std::size_t point) const { return static_cast<lxw_row_t>(first_ + point); }

  void write_table(const Formula& formula, const std::vector<LongNumber>& nodes, LongNumbers& numbers) {
    const lxw_row_t head = first_ - 1;
    book_.write(sheet_, head, 0, book_.text("Timer om ugen", "Hours a week"), book_.wrapped);
    book_.set_height(sheet_, head, 45);
    for (std::size_t place = 0; place < columns.size(); ++place) {
      const auto column = static_cast<lxw_col_t>(place + 1);
      book_.write(sheet_, head, column, book_.text(columns[place].danish, columns[place].english), book_.wrapped);
      const Formula::Step& step = *formula.step(columns[place].name);
      book_.write(sheet_, head - 1, column, std::string(info(step.rule, std::chrono::year{c_.year} / std::chrono::January).id),
                  book_.whole);
      const Line line = numbers.in_one_cell(nodes[static_cast<std::size_t>(step.node)], std::string(step.name));
      for (std::size_t point = 0; point < w_.rows.size(); ++point)
        book_.write_formula(sheet_, row_of(point), column, "=" + in_column(line.cell, point) + "/100",
                            place == place_of_in_hand ? book_.result : book_.number, static_cast<double>(line.at(point)) / 100);
    }
    const auto more = static_cast<lxw_col_t>(columns.size() + 1);
    book_.write(sheet_, head, more, book_.text("Mere i hånden end rækken før", "More in hand than the row before"), book_.wrapped);
    const Line line = numbers.in_one_cell(nodes[static_cast<std::size_t>(formula.step("in_hand")->node)], "in_hand");
    for (std::size_t point = 1; point < w_.rows.size(); ++point)
      book_.write_formula(sheet_, row_of(point), more, "=(" + in_column(line.cell, point) + "-" + in_column(line.cell, point - 1) + ")/100",
                          book_.number, static_cast<double>(line.at(point) - line.at(point - 1)) / 100);
  }
  static std::string in_column(const std::string& line, std::size_t point) {
    const auto mark = line.find('#');
    return mark == std::string::npos ? line : line.substr(0, mark) + LongNumbers::column_of(point) + line.substr(mark + 1);
  }

  void draw() {
    lxw_chart* chart = book_.add_chart(LXW_CHART_SCATTER_STRAIGHT);
    const lxw_row_t last = row_of(w_.rows.size() - 1);
    for (const std::size_t place : {place_of_in_hand, std::size_t{0}, std::size_t{5}}) {
      const auto column = static_cast<lxw_col_t>(place + 1);
      lxw_chart_series* series = Book::add_series(chart);
      chart_series_set_categories(series, name().c_str(), first_, 0, last, 0);
      chart_series_set_values(series, name().c_str(), first_, column, last, column);
      chart_series_set_name(series, book_.text(columns[place].danish, columns[place].english));
    }
    chart_title_set_name(chart, book_.text("Kr. om måneden", "DKK a month"));
    chart_axis_set_name(chart->x_axis, book_.text("Timer om ugen", "Hours a week"));
    chart_axis_set_num_format(chart->y_axis, book_.danish() ? "[$-406]#,##0" : "[$-809]#,##0");
    Book::insert(sheet_, last + 2, chart, 1.6, 1.2);
  }

  void lay_out() {
    constexpr lxw_row_t rows_of_chart = 20;
    book_.set_width(sheet_, 0, 0, 10);
    book_.set_width(sheet_, 1, static_cast<lxw_col_t>(columns.size() + 1), 15);
    const lxw_row_t last = row_of(w_.rows.size() - 1) + rows_of_chart;
    book_.write(sheet_, last, 0, std::string(book_.text("Satser ", "Rates ")) + w_.rates.version());
    book_.to_one_page(sheet_, last, static_cast<lxw_col_t>(columns.size() + 1));
  }

  const WorthOfHours& w_;
  const Citizen& c_;
  const Options& options_;
  Book& book_;
  lxw_worksheet* sheet_ = nullptr;
  lxw_row_t row_ = 0, first_ = 0;
};

}  // namespace

std::string workbook(const WorthOfHours& worth, const Options& options, Language language) {
  stop_at_what_is_not_in_the_sheet(worth.picture.citizen(), worth.rows);
  return workbook_of(language, [&](Book& book) { HoursBook(worth, options, book).fill(); });
}

}  // namespace program
