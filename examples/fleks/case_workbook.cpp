#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <utility>

#include <fleks/analysis/correction.hpp>
#include <fleks/reading/case_file.hpp>
#include <fleks/words/amounts.hpp>
#include <fleks/words/bounds.hpp>
#include <fleks/words/explanation.hpp>

#include "case_sheet.hpp"
#include "command.hpp"
#include "long_numbers.hpp"
#include "workbook.hpp"

// A case as a workbook: its file as rows, a sheet a month with live formulas, the year and the correction.
//
// Which months an amount of the file belongs to is asked of the case itself: a cell is live where a change of it changes facts of months
// by just as much, and nothing else. What changes more than that is changed in the case file.

namespace program {

using namespace fleks;

namespace {

constexpr std::size_t most_months = 120, most_values = 5'000;

/// A benefit of a month: its formula with what its facts are, and what the program computes.
struct Benefit {
  bool is_subsidy = false;
  std::optional<FormulaOfFacts> formula{};
  Money paid{}, own_atp{}, public_atp{}, obligatory_pension{};
  bool public_atp_known = true;
  Month rates_month{};
};
struct MonthOfBook {
  Month month{};
  std::vector<Benefit> benefits{};
  Money payout{};
};

FormulaOfFacts formula_of(const LedighedsydelseFacts& f, const RateTable& rates) {
  std::vector<Fact> named;
  std::map<Fact, std::int64_t> counts;
  const auto name = [&](Fact fact, std::int64_t count, bool always = false) {
    if (count == 0 && !always) return;
    named.push_back(fact);
    counts[fact] = count;
  };
  name(Fact::am_income, f.am_income.in_oere(), true);
  name(Fact::own_pension, f.own_pension.in_oere(), true);
  name(Fact::employer_pension, f.employer_pension.in_oere(), true);
  name(Fact::replacing_income, f.replacing_income.in_oere(), true);
  name(Fact::paid_out_holiday_allowance, f.paid_out_holiday_allowance.in_oere());
  name(Fact::self_employed_hours, f.self_employed_hours.ten_thousandths());
  if (f.entitled_weekdays) name(Fact::entitled_weekdays, f.entitled_weekdays->ten_thousandths(), true);
  name(Fact::sanction_days, f.sanction_days.ten_thousandths());
  name(Fact::untaken_holiday_days, f.untaken_holiday_days.ten_thousandths());
  // A case has its holiday days by class, and a month with a formula has one class.
  const auto of = static_cast<std::size_t>(f.benefit_class);
  const Days holiday = f.holiday_days_of_class[of];
  name(Fact::holiday_days, holiday.ten_thousandths());
  name(Fact::holiday_pay_per_day, f.holiday_pay_of_class[of].in_oere(), holiday != Days{});
  FormulaOfFacts made{formula_of_ledighedsydelse(f.month, f.benefit_class, f.provider, rates, named), {}};
  for (const Formula::FactInput& fact : made.formula.facts) made.counts.push_back(counts[fact.fact]);
  return made;
}

/// Whether the formula of ledighedsydelse knows all of it: one class in the month, no missed meeting.
bool has_formula(const LedighedsydelseFacts& f) {
  const auto only_of_class = [&](const std::array<Days, 3>& days) {
    for (std::size_t c = 0; c < days.size(); ++c)
      if (days[c] != Days{} && c != static_cast<std::size_t>(f.benefit_class)) return false;
    return true;
  };
  return f.exact_income.is_zero() && f.missed_days == Days{} && only_of_class(f.weekdays_of_class) &&
         only_of_class(f.holiday_days_of_class) && f.round_to == RoundTo::by_law;
}

std::vector<MonthOfBook> months_of(const Case& facts, const CaseStatement& statement, const RateTable& rates) {
  std::vector<MonthOfBook> months;
  for (const CaseMonth& m : statement.months) {
    MonthOfBook& month = months.emplace_back(MonthOfBook{m.month, {}, m.payout});
    if (m.subsidy && m.status != MonthStatus::unknown) {
      const MonthStatement& s = *m.subsidy;
      Benefit& b = month.benefits.emplace_back(Benefit{true,
                                                       {},
                                                       s.fleksloentilskud,
                                                       s.own_atp,
                                                       s.public_atp.value_or(Money{}),
                                                       s.obligatory_pension,
                                                       s.public_atp.has_value(),
                                                       s.rates_month});
      if (m.subsidy_facts.size() == 1) b.formula = formula_of_facts(m.subsidy_facts[0], rates, facts.options.month);
    }
    if (m.benefit) {
      const LedighedsydelseStatement& s = *m.benefit;
      Benefit& b =
          month.benefits.emplace_back(Benefit{false, {}, s.ledighedsydelse, s.own_atp, s.public_atp, s.obligatory_pension, true, m.month});
      if (m.benefit_facts && has_formula(*m.benefit_facts)) b.formula = formula_of(*m.benefit_facts, rates);
    }
  }
  return months;
}

/// Facts of months that a value of the file is a part of.
struct Link {
  std::size_t month, benefit, fact;
  friend bool operator==(const Link&, const Link&) = default;
};

/// Where a change of a value changes counts by just as much: nothing where it changes anything else.
std::optional<std::vector<Link>> links_between(const std::vector<MonthOfBook>& now, const std::vector<MonthOfBook>& then,
                                               std::int64_t units) {
  std::vector<Link> links;
  if (now.size() != then.size()) return std::nullopt;
  for (std::size_t m = 0; m < now.size(); ++m) {
    if (now[m].benefits.size() != then[m].benefits.size()) return std::nullopt;
    for (std::size_t b = 0; b < now[m].benefits.size(); ++b) {
      const Benefit &one = now[m].benefits[b], &other = then[m].benefits[b];
      if (!one.formula || !other.formula) {
        if (one.formula.has_value() != other.formula.has_value() || one.paid != other.paid || one.own_atp != other.own_atp)
          return std::nullopt;
        continue;
      }
      const Formula &f = one.formula->formula, &g = other.formula->formula;
      if (f.nodes != g.nodes || f.facts.size() != g.facts.size()) return std::nullopt;
      for (std::size_t i = 0; i < f.facts.size(); ++i) {
        const std::int64_t a_unit = f.facts[i].pieces == 1 ? 100 : f.facts[i].pieces;
        const std::int64_t change = other.formula->counts[i] - one.formula->counts[i];
        if (f.facts[i].fact != g.facts[i].fact || (change != 0 && change != units * a_unit)) return std::nullopt;
        if (change != 0) links.push_back({m, b, i});
      }
    }
  }
  return links;
}

/// A number of at most four decimals, in pieces of one.
std::int64_t counted_of(const std::string& number, std::int64_t pieces) {
  const auto mark = number.find('.');
  std::int64_t count = std::stoll(number.substr(0, mark)) * pieces;
  if (mark != std::string::npos)
    for (const char digit : number.substr(mark + 1)) count += (digit - '0') * (pieces /= 10);
  return count;
}

std::string with_more(const std::string& amount, std::int64_t more) {
  const auto mark = amount.find('.');
  return std::to_string(std::stoll(amount.substr(0, mark)) + more) + (mark == std::string::npos ? "" : amount.substr(mark));
}

class CaseBook {
 public:
  CaseBook(const std::string& json, const CheckedCase& facts, const RateTable& rates, const CaseQuestion& question,
           std::optional<Month> correct_from)
      : checked_(facts),
        facts_(facts.facts()),
        rates_(rates),
        question_(question),
        correct_from_(correct_from),
        values_(values_of_case(json)) {
    question_.explained = true;
    statement_ = or_stop(case_statement(checked_, rates_, question_));
    months_ = months_of(facts_, statement_, rates_);
    too_many("to", months_.size(), most_months);
    too_many("", values_.size(), most_values);
    find_links();
  }

  void fill(Book& book) {
    book_ = &book;
    file_ = book_->add_sheet(file_name());
    for (const MonthOfBook& month : months_) sheets_.push_back(book_->add_sheet(to_text(month.month)));
    lxw_worksheet* year = book_->add_sheet(book_->text("År", "Year"));
    lxw_worksheet* corrected = book_->add_sheet(book_->text("Efterregulering", "Correction"));
    RatesSheet rates(book, rates_);
    const std::string of_lines = book_->text("Mellemregning", "Calculation");
    lxw_worksheet* lines = book_->add_sheet(of_lines);
    LongNumbers numbers(book, lines, of_lines, 1);
    write_file();
    for (std::size_t m = 0; m < months_.size(); ++m) write_month(m, numbers, rates, statement_.months[m]);
    write_year(year);
    write_correction(corrected);
    rates.finish();
    book_->hide(lines);
  }

 private:
  [[nodiscard]] std::string file_name() const { return book_->text("Sag", "Case"); }
  static void too_many(const char* field, std::size_t count, std::size_t most) {
    if (count > most)
      throw Stop{{.code = ErrorCode::too_many,
                  .field = asked(field),
                  .given = std::to_string(count),
                  .allowed = AtMost{Limit(static_cast<std::int64_t>(most))}}};
  }
  static std::string cell(const std::string& sheet, lxw_row_t row, lxw_col_t column) {
    return sheet + "!$" + letters_of(column) + "$" + std::to_string(row + 1);
  }
  [[nodiscard]] std::string sheet_of(std::size_t month) const { return "'" + to_text(months_[month].month) + "'"; }

  /// The months were one value another.
  std::optional<std::vector<MonthOfBook>> months_with(std::size_t value, std::int64_t more) {
    std::string kept = std::exchange(values_[value].value, with_more(values_[value].value, more));
    const CaseReading reading = read_case(case_of_values(values_));
    values_[value].value = std::move(kept);
    if (!reading.good()) return std::nullopt;
    const auto statement = case_statement(reading.facts, rates_, question_);
    if (!statement) return std::nullopt;
    return months_of(reading.facts, *statement, rates_);
  }

  void find_links() {
    links_.resize(values_.size());
    for (std::size_t value = 0; value < values_.size(); ++value) {
      const CaseValue::Kind kind = values_[value].kind;
      if (kind != CaseValue::Kind::amount && kind != CaseValue::Kind::number) continue;
      if (values_[value].value.find_first_not_of("0123456789.") != std::string::npos || values_[value].value.size() > 12) continue;
      // An exact share of an amount is no whole øre of one or of the other change.
      const auto one = months_with(value, 1), more = months_with(value, 101);
      if (!one || !more) continue;
      const auto links = links_between(months_, *one, 1), links_of_more = links_between(months_, *more, 101);
      if (links && links_of_more && *links == *links_of_more) links_[value] = *links;
    }
  }

  void write_file() {
    book_->write(file_, 0, 0,
                 std::string(book_->text("Sagen: ", "The case: ")) + (facts_.name.empty() ? to_text(months_.front().month) : facts_.name),
                 book_->bold);
    book_->write(file_, 1, 0,
                 book_->text("Skriv i de gule felter: månederne, året og efterreguleringen følger med. Resten ændres i sagens fil.",
                             "Write in the yellow cells: months, year and correction follow. The rest is changed in the case file."));
    const char* const heads[] = {book_->text("Felt i sagens fil", "Field of the case file"), book_->text("Værdi", "Value"),
                                 book_->text("Måneder", "Months")};
    for (lxw_col_t column = 0; column < 3; ++column) book_->write(file_, 3, column, heads[column], book_->bold);
    static constexpr const char* kinds[] = {"text", "amount", "number", "flag", "list"};
    for (std::size_t value = 0; value < values_.size(); ++value) {
      const auto row = row_of(value);
      const CaseValue& v = values_[value];
      book_->write(file_, row, 0, v.path);
      if (v.kind == CaseValue::Kind::amount || v.kind == CaseValue::Kind::number)
        book_->write_number(file_, row, 1, std::stod(v.value), links_[value].empty() ? nullptr : book_->input);
      else
        book_->write(file_, row, 1, v.value);
      const std::string number = std::to_string(value + 1);
      book_->name(std::string(cell_name) + "path_" + number, cell(file_name(), row, 0));
      book_->name(std::string(cell_name) + kinds[static_cast<std::size_t>(v.kind)] + "_" + number, cell(file_name(), row, 1));
      if (links_[value].empty()) continue;
      const Formula::FactInput& fact = fact_of(links_[value].front());
      const std::int64_t most = fact.pieces == 1 ? most_kroner : most_of_month(fact.fact);
      book_->allow(file_, row, 1, 0, static_cast<double>(most),
                   std::string(book_->text("Tilladt: 0 til ", "Allowed: 0 to ")) + std::to_string(most));
      std::string in;
      for (const Link& link : links_[value]) {
        const std::string month = to_text(months_[link.month].month);
        if (in.find(month) == std::string::npos) in += (in.empty() ? "" : ", ") + month;
      }
      book_->write(file_, row, 2, in);
    }
    book_->set_width(file_, 0, 0, 44);
    book_->set_width(file_, 1, 1, 24);
    book_->set_width(file_, 2, 2, 40);
    book_->to_one_page(file_, row_of(values_.size()), 2);
  }
  [[nodiscard]] static lxw_row_t row_of(std::size_t value) { return static_cast<lxw_row_t>(value + 4); }
  [[nodiscard]] const Formula::FactInput& fact_of(const Link& link) const {
    return months_[link.month].benefits[link.benefit].formula->formula.facts[link.fact];
  }
  [[nodiscard]] static std::int64_t most_of_month(Fact fact) {
    return fact == Fact::paid_hours || fact == Fact::self_employed_hours ? hours_in_a_month.ten_thousandths() / 10'000 : 31;
  }

  /// A fact of a month: the values of the file that it is made of, and what else it is.
  std::string formula_of_fact(std::size_t m, std::size_t b, std::size_t i) const {
    const FormulaOfFacts& of = *months_[m].benefits[b].formula;
    const std::int64_t a_unit = of.formula.facts[i].pieces == 1 ? 100 : of.formula.facts[i].pieces;
    std::int64_t rest = of.counts[i];
    std::string text;
    for (std::size_t value = 0; value < links_.size(); ++value)
      for (const Link& link : links_[value]) {
        if (link.month != m || link.benefit != b || link.fact != i) continue;
        text += (text.empty() ? "ROUND(" : "+ROUND(") + cell(file_name(), row_of(value), 1) + "*" + std::to_string(a_unit) + ",0)";
        rest -= counted_of(values_[value].value, a_unit);
      }
    if (rest != 0 || text.empty()) text += (rest < 0 || text.empty() ? "" : "+") + std::to_string(rest);
    return text;
  }

  struct CellsOfMonth {
    std::string subsidy{}, subsidy_atp{}, benefit{}, benefit_atp{}, payout{};
  };

  void write_month(std::size_t m, LongNumbers& numbers, RatesSheet& rates, const CaseMonth& of) {
    lxw_worksheet* sheet = sheets_[m];
    const MonthOfBook& month = months_[m];
    CellsOfMonth& cells = cells_.emplace_back();
    book_->write(sheet, 0, 0, std::string(book_->text("Sagen i ", "The case in ")) + fleks::in_words(month.month, book_->language()),
                 book_->bold);
    lxw_row_t row = 2;
    if (of.status == MonthStatus::unknown)
      book_->write(sheet, row++, 0,
                   book_->text("Beløbet kan ikke regnes ud: der mangler noget i sagen.",
                               "The amount cannot be computed: something is missing in the case."));
    std::string payout;
    double paid = 0;
    for (std::size_t b = 0; b < month.benefits.size(); ++b) {
      const Benefit& benefit = month.benefits[b];
      const std::string payout_cell = write_benefit(sheet, m, b, row, numbers, rates, cells);
      payout += (payout.empty() ? "=" : "+") + payout_cell;
      paid += static_cast<double>((benefit.paid - benefit.own_atp).in_oere());
      ++row;
    }
    book_->write(sheet, row, 0, book_->text("Til udbetaling før skat i måneden", "Paid out in the month, before tax"), book_->bold);
    if (payout.empty())
      book_->write_number(sheet, row, 1, static_cast<double>(month.payout.in_oere()) / 100, book_->result);
    else
      book_->write_formula(sheet, row, 1, payout, book_->result, paid / 100);
    cells.payout = cell(sheet_of(m), row, 1);
    book_->set_width(sheet, 0, 0, 44);
    book_->set_width(sheet, 1, 1, 16);
    book_->set_width(sheet, 2, 2, 9);
    book_->set_width(sheet, 3, 3, 44);
    book_->set_width(sheet, 4, 4, 18);
    book_->write(sheet, row + 2, 0, std::string(book_->text("Satser ", "Rates ")) + rates_.version());
    book_->to_one_page(sheet, row + 2, 4);
  }

  /// The facts and steps of a benefit from `row` on; gives the cell of its payout.
  std::string write_benefit(lxw_worksheet* sheet, std::size_t m, std::size_t b, lxw_row_t& row, LongNumbers& numbers, RatesSheet& rates,
                            CellsOfMonth& cells) {
    const Benefit& benefit = months_[m].benefits[b];
    const Language language = book_->language();
    const char* const heads[] = {benefit.is_subsidy ? "Fleksløntilskud" : "Ledighedsydelse", book_->text("kr.", "DKK"),
                                 book_->text("Regel", "Rule"), book_->text("Hjemmel", "Legal basis"),
                                 book_->text("Hele tal", "Whole numbers")};
    for (lxw_col_t column = 0; column < 5; ++column) book_->write(sheet, row, column, heads[column], book_->bold);
    ++row;
    if (!benefit.formula) return write_as_computed(sheet, m, benefit, row, cells);
    const FormulaOfFacts& of = *benefit.formula;
    std::vector<LongNumber> facts, of_rates;
    for (std::size_t i = 0; i < of.formula.facts.size(); ++i) {
      const Formula::FactInput& fact = of.formula.facts[i];
      const std::int64_t count = of.counts[i], a_unit = fact.pieces == 1 ? 100 : fact.pieces;
      book_->write(sheet, row, 0, fact_name(fact.fact, language));
      const std::string number = std::to_string(row + 1);
      book_->write_formula(sheet, row, 4, "=" + formula_of_fact(m, b, i), book_->whole, static_cast<double>(count));
      book_->write_formula(sheet, row, 1, "=E" + number + "/" + std::to_string(a_unit), book_->number,
                           static_cast<double>(count) / static_cast<double>(a_unit));
      const int128 most = fact.pieces == 1 ? int128{most_kroner} * 1000 : int128{most_of_month(fact.fact)} * fact.pieces;
      facts.push_back({{Line{cell(sheet_of(m), row, 4), {count}}}, 0, std::max(most, int128{count})});
      ++row;
    }
    for (const Formula::RateInput& rate : of.formula.rates) {
      const RatesSheet::Place place = rates.of(rate, benefit.rates_month);
      of_rates.push_back({{Line{place.cell, {place.count}}}, place.count, place.count});
    }
    const std::vector<LongNumber> nodes = numbers.of(of.formula, facts, of_rates);
    std::string payout;
    for (const Formula::Step& step : of.formula.steps) {
      const bool result = step.name == "fleksloentilskud" || step.name == "ledighedsydelse" || step.name == "payout";
      const LongNumber& node = nodes[static_cast<std::size_t>(step.node)];
      book_->write(sheet, row, 0, name_of_step(step.name, language), result ? book_->bold : nullptr);
      book_->write_formula(sheet, row, 1, "=" + LongNumbers::text_of(node) + "/" + std::to_string(step.pieces * 100),
                           result ? book_->result : book_->number, LongNumbers::value_of(node) / static_cast<double>(step.pieces * 100));
      book_->write(sheet, row, 2, std::string(info(step.rule, months_[m].month).id));
      book_->write(sheet, row, 3, std::string(rule_source(step.rule, months_[m].month, language)));
      note(cells, step.name, cell(sheet_of(m), row, 1), benefit.is_subsidy);
      if (step.name == "payout") payout = cell(sheet_of(m), row, 1);
      ++row;
    }
    return payout;
  }
  static void note(CellsOfMonth& cells, std::string_view step, const std::string& place, bool is_subsidy) {
    if (step == "fleksloentilskud") cells.subsidy = place;
    if (step == "ledighedsydelse") cells.benefit = place;
    if (step == "own_atp") (is_subsidy ? cells.subsidy_atp : cells.benefit_atp) = place;
  }

  /// A benefit that has no formula: two jobs in a month, a class that changes in it, a missed meeting.
  std::string write_as_computed(lxw_worksheet* sheet, std::size_t m, const Benefit& benefit, lxw_row_t& row, CellsOfMonth& cells) {
    const Language language = book_->language();
    book_->write(sheet, row++, 0,
                 book_->text("Som programmet har regnet det ud, uden formler", "As the program has computed it, without formulas"));
    std::string payout;
    const std::pair<std::string_view, std::optional<Money>> amounts[] = {
        {benefit.is_subsidy ? "fleksloentilskud" : "ledighedsydelse", benefit.paid},
        {"own_atp", benefit.own_atp},
        {"payout", benefit.paid - benefit.own_atp},
        {"public_atp", benefit.public_atp_known ? std::optional(benefit.public_atp) : std::nullopt},
        {"obligatory_pension", benefit.obligatory_pension}};
    for (const auto& [name, amount] : amounts) {
      if (!amount) continue;
      book_->write(sheet, row, 0, name_of_step(name, language));
      book_->write_number(sheet, row, 1, static_cast<double>(amount->in_oere()) / 100, book_->number);
      note(cells, name, cell(sheet_of(m), row, 1), benefit.is_subsidy);
      if (name == "payout") payout = cell(sheet_of(m), row, 1);
      ++row;
    }
    return payout;
  }

  void write_year(lxw_worksheet* sheet) {
    book_->write(sheet, 0, 0, book_->text("Året, måned for måned", "The year, month by month"), book_->bold);
    const char* const heads[] = {book_->text("Måned", "Month"),
                                 "Fleksløntilskud",
                                 book_->text("Eget ATP af tilskuddet", "Own ATP of the subsidy"),
                                 "Ledighedsydelse",
                                 book_->text("Eget ATP af ydelsen", "Own ATP of the benefit"),
                                 book_->text("Til udbetaling før skat", "Paid out, before tax")};
    for (lxw_col_t column = 0; column < 6; ++column) book_->write(sheet, 2, column, heads[column], book_->wrapped);
    book_->set_height(sheet, 2, 32);
    lxw_row_t row = 3, first = 3;
    for (std::size_t m = 0; m < months_.size(); ++m) {
      book_->write(sheet, row, 0, to_text(months_[m].month));
      const std::string* const places[] = {&cells_[m].subsidy, &cells_[m].subsidy_atp, &cells_[m].benefit, &cells_[m].benefit_atp,
                                           &cells_[m].payout};
      const std::array<Money, 5> amounts = amounts_of(m);
      for (lxw_col_t column = 0; column < 5; ++column)
        if (!places[column]->empty())
          book_->write_formula(sheet, row, static_cast<lxw_col_t>(column + 1), "=" + *places[column], book_->number,
                               static_cast<double>(amounts[column].in_oere()) / 100);
      ++row;
      const bool ends = m + 1 == months_.size() || months_[m + 1].month.year() != months_[m].month.year();
      if (!ends) continue;
      book_->write(sheet, row, 0, std::to_string(static_cast<int>(months_[m].month.year())) + book_->text(" i alt", " in all"),
                   book_->bold);
      for (lxw_col_t column = 1; column < 6; ++column) {
        Money all;
        for (std::size_t k = 0; k <= m; ++k)
          if (months_[k].month.year() == months_[m].month.year()) all += amounts_of(k)[column - 1U];
        const std::string letters = letters_of(column);
        book_->write_formula(sheet, row, column, "=SUM(" + letters + std::to_string(first + 1) + ":" + letters + std::to_string(row) + ")",
                             book_->result, static_cast<double>(all.in_oere()) / 100);
      }
      row += 2;
      first = row;
    }
    book_->set_width(sheet, 0, 5, 18);
    book_->to_one_page(sheet, row, 5);
  }
  [[nodiscard]] std::array<Money, 5> amounts_of(std::size_t m) const {
    std::array<Money, 5> amounts{};
    for (const Benefit& b : months_[m].benefits) {
      amounts[b.is_subsidy ? 0 : 2] += b.paid;
      amounts[b.is_subsidy ? 1 : 3] += b.own_atp;
    }
    amounts[4] = months_[m].payout;
    return amounts;
  }

  void write_correction(lxw_worksheet* sheet) {
    const Month from = correct_from_.value_or(months_.front().month);
    book_->write(sheet, 0, 0,
                 std::string(book_->text("Efterregulering fra ", "Correction from ")) + fleks::in_words(from, book_->language()),
                 book_->bold);
    book_->write(sheet, 1, 0,
                 book_->text("Udbetalt er, hvad der blev udbetalt, da måneden blev afgjort; har ret til følger arket.",
                             "Paid is what was paid when the month was decided; due follows the workbook."));
    const char* const heads[] = {book_->text("Måned", "Month"),        book_->text("Afgjort", "Decided"),
                                 book_->text("Udbetalt", "Paid"),      book_->text("Har ret til", "Due"),
                                 book_->text("Forskel", "Difference"), book_->text("Regel", "Rule"),
                                 book_->text("Hjemmel", "Legal basis")};
    for (lxw_col_t column = 0; column < 7; ++column) book_->write(sheet, 3, column, heads[column], book_->bold);
    const Correction c = or_stop(correction(checked_, rates_, from, question_.as_of));
    lxw_row_t row = 4;
    std::string all;
    for (const CorrectedMonth& m : c.months) {
      const auto at = std::ranges::find(months_, m.month, &MonthOfBook::month);
      if (at == months_.end()) continue;
      const std::string number = std::to_string(row + 1);
      book_->write(sheet, row, 0, to_text(m.month));
      book_->write(sheet, row, 1, to_text(m.decided));
      book_->write_number(sheet, row, 2, static_cast<double>(m.paid.in_oere()) / 100, book_->number);
      book_->write_formula(sheet, row, 3, "=" + cells_[static_cast<std::size_t>(at - months_.begin())].payout, book_->number,
                           static_cast<double>(m.due.in_oere()) / 100);
      book_->write_formula(sheet, row, 4, "=D" + number + "-C" + number, book_->number, static_cast<double>(m.difference.in_oere()) / 100);
      if (m.difference != Money{}) {
        book_->write(sheet, row, 5, std::string(info(m.rule, m.month).id));
        book_->write(sheet, row, 6, std::string(rule_source(m.rule, m.month, book_->language())));
      }
      if (!m.too_old) all += (all.empty() ? "=E" : "+E") + number;
      ++row;
    }
    book_->write(sheet, row, 0, book_->text("I alt, højst 12 måneder tilbage", "In all, at most 12 months back"), book_->bold);
    if (!all.empty()) book_->write_formula(sheet, row, 4, all, book_->result, static_cast<double>(c.total.in_oere()) / 100);
    book_->set_width(sheet, 0, 0, 28);
    book_->set_width(sheet, 1, 5, 14);
    book_->set_width(sheet, 6, 6, 40);
    book_->to_one_page(sheet, row, 6);
  }

  const CheckedCase& checked_;
  const Case& facts_;
  const RateTable& rates_;
  CaseQuestion question_;
  std::optional<Month> correct_from_;
  Book* book_ = nullptr;  // while it is filled
  std::vector<CaseValue> values_;
  CaseStatement statement_{};
  std::vector<MonthOfBook> months_{};
  std::vector<std::vector<Link>> links_{};  // of each value
  lxw_worksheet* file_ = nullptr;
  std::vector<lxw_worksheet*> sheets_{};
  std::vector<CellsOfMonth> cells_{};
};

}  // namespace

std::string workbook(const std::string& json, const CheckedCase& facts, const RateTable& rates, const CaseQuestion& question,
                     std::optional<Month> correct_from, Language language) {
  CaseBook of_case(json, facts, rates, question, correct_from);
  return workbook_of(language, [&](Book& book) { of_case.fill(book); });
}

}  // namespace program
