#include "workbook.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include <fleks/formula/formula.hpp>
#include <fleks/words/amounts.hpp>
#include <fleks/words/bounds.hpp>
#include <fleks/words/explanation.hpp>
#include <fleks/words/formula.hpp>

#include "book.hpp"
#include "command.hpp"

namespace program {

using namespace fleks;

namespace {

/// What the formulas do not know, by the option that brings it.
void stop_at_what_is_not_in_the_sheet(const MonthFacts& f, const Options& options) {
  const auto stop = [](const char* option) {
    throw Stop{{.code = ErrorCode::exclusive_facts, .field = asked(option), .allowed = NotWith{{asked("format xlsx")}}}};
  };
  if (f.pay.form == Pay::Form::monthly) stop("monthly_wage");
  if (f.pay.form == Pay::Form::hourly) stop("hourly_wage");
  if (f.own_pension.is_share()) stop("own_pension N%");
  if (f.employer_pension.is_share()) stop("employer_pension N%");
  if (f.ceiling.form == Ceiling::Form::from_monthly) stop("ceiling_monthly");
  if (f.ceiling.form > Ceiling::Form::stated) stop("ceiling_hourly");
  if (f.ceiling.holiday_supplement != Money{}) stop("ceiling_holiday_supplement");
  if (f.employed) stop("employed_from");
  if (f.wage_expected) stop("expected");
  if (f.job || f.no_subsidy || f.right_without_wage) stop("job_from");
  if (f.ledighedsydelse_days.ten_thousandths() % 10'000 != 0) stop("ledighedsydelse_days");
  if (options != Options{})
    throw Stop{
        {.code = ErrorCode::exclusive_facts, .field = asked("format xlsx"), .allowed = NotWith{{"--reform, --rates-of, --round-to ..."}}}};
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

/// A month while it is written into a workbook.
class MonthBook {
 public:
  MonthBook(const Explained<MonthStatement>& month, Book& book)
      : month_(month), book_(book), formula_(formula_of_month(month.statement.month, month.rates, facts(month.facts))) {}

  void fill() {
    sheet_ = book_.add_sheet(name());
    write_rates();
    write_facts();
    write_steps();
    lay_out();
  }

 private:
  [[nodiscard]] static std::vector<Fact> facts(const MonthFacts& f) {
    std::vector<Fact> known(facts_of_the_sheet.begin(), facts_of_the_sheet.end());
    if (!f.paid_hours) known.pop_back();
    return known;
  }
  [[nodiscard]] std::string name() const { return book_.text("Måned", "Month"); }
  static std::string cell(lxw_row_t row, const char* column) { return std::string("$") + column + "$" + std::to_string(row + 1); }
  void write(lxw_row_t row, lxw_col_t column, const std::string& what, lxw_format* format = nullptr) {
    book_.write(sheet_, row, column, what, format);
  }

  void write_rates() {
    RatesSheet rates(book_, month_.rates);
    for (const Formula::RateInput& input : formula_.rates) {
      const RatesSheet::Place place = rates.of(input, month_.statement.rates_month);
      counts_of_rates_.push_back(place.count);
      places_[std::string(info(input.key).name)] = place.cell;
    }
    rates.finish();
  }

  void allow(lxw_row_t row, Fact fact) {
    const bool days = fact == Fact::ledighedsydelse_days, hours = fact == Fact::paid_hours;
    book_.allow(sheet_, row, 1, 0,
                days    ? 31
                : hours ? 744
                        : static_cast<double>(most_kroner),
                std::string(book_.text("Tilladt: 0 til ", "Allowed: 0 to ")) + (days    ? "31"
                                                                                : hours ? "744"
                                                                                        : book_.text("1.000.000 kr.", "DKK 1,000,000")),
                days);
  }

  /// A cell by a name, so that it is found again in a sheet that a person filled in.
  void name_cell(std::string_view what, lxw_row_t row, const char* column) {
    book_.name(std::string(cell_name) + std::string(what), name() + "!" + cell(row, column));
  }

  void write_months() {
    const Month month = month_.statement.month;
    write(2, 0, book_.text("Tilskudsmåned", "Subsidy month"));
    write(2, 1, to_text(month));
    write(2, 2, book_.text("Lønmåned", "Wage month"));
    write(2, 3, to_text(month_.facts.wage_month.value_or(month_before(month))));
    name_cell("month", 2, "B");
    name_cell("wage_month", 2, "D");
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
    write(row_, 0, fact_name(fact, book_.language()));
    if (unknown)
      book_.write_blank(sheet_, row_, 1);
    else
      book_.write_number(sheet_, row_, 1, static_cast<double>(count) / static_cast<double>(pieces), book_.input);
    name_cell(to_text(fact), row_, "B");
    allow(row_, fact);
    if (counts) {
      counts_of_facts_.push_back(count);
      places_[std::string(to_text(fact))] = cell(row_, "E");
      const std::string given = "B" + std::to_string(row_ + 1);
      std::string whole = "ROUND(" + given + (pieces == 1 ? "" : "*" + std::to_string(pieces)) + ",0)";
      if (fact == Fact::ceiling) whole = "IF(ISBLANK(" + given + ")," + std::to_string(Formula::no_ceiling) + "," + whole + ")";
      book_.write_formula(sheet_, row_, 4, "=" + whole, book_.whole, static_cast<double>(count));
    }
    ++row_;
  }

  void write_facts() {
    write(0, 0,
          std::string(book_.text("Fleksløntilskud for ", "Fleksløntilskud (flex-wage subsidy) for ")) +
              in_words(month_.statement.month, book_.language()),
          book_.bold);
    write(1, 0,
          book_.text("Skriv i de gule felter: resten regnes ud i hele øre efter loven.",
                     "Write in the yellow cells: the rest is computed in whole øre by the law."));
    write_months();
    write(3, 0, book_.text("Oplyst", "Given"), book_.bold);
    write(3, 1, book_.text("kr., dage, timer", "DKK, days, hours"), book_.bold);
    write(3, 4, book_.text("Hele tal", "Whole numbers"), book_.bold);
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
    const char* const heads[] = {book_.text("Beregning", "Calculation"), book_.text("kr.", "DKK"), book_.text("Regel", "Rule"),
                                 book_.text("Hjemmel", "Legal basis"), book_.text("Hele tal", "Whole numbers")};
    for (lxw_col_t column = 0; column < 5; ++column) write(row_, column, heads[column], book_.bold);
    ++row_;
    const Month month = month_.statement.month;
    for (const Formula::Step& step : formula_.steps) {
      const auto count = formula_.value(step.node, counts_of_facts_, counts_of_rates_);
      const bool result = step.name == "fleksloentilskud" || step.name == "payout";
      const double value = static_cast<double>(count.value_or(0));
      write(row_, 0, name_of_step(step.name, book_.language()), result ? book_.bold : nullptr);
      book_.write_formula(sheet_, row_, 1, "=E" + std::to_string(row_ + 1) + "/" + std::to_string(step.pieces * 100),
                          result ? book_.result : book_.number, value / static_cast<double>(step.pieces * 100));
      write(row_, 2, std::string(info(step.rule, month).id));
      write(row_, 3, std::string(rule_source(step.rule, month, book_.language())));
      book_.write_formula(sheet_, row_, 4, "=" + over_cells(formula_text(formula_, step, Dialect::excel)), book_.whole, value);
      places_[std::string(step.name)] = cell(row_, "E");
      ++row_;
    }
    write(row_ + 1, 0, std::string(book_.text("Satser ", "Rates ")) + month_.rates.version());
  }

  void lay_out() {
    for (const auto& [column, width] : {std::pair{0, 44}, {1, 16}, {2, 9}, {3, 44}, {4, 18}})
      book_.set_width(sheet_, static_cast<lxw_col_t>(column), static_cast<lxw_col_t>(column), width);
    book_.to_one_page(sheet_, row_ + 1, 4);
  }

  const Explained<MonthStatement>& month_;
  Book& book_;
  Formula formula_;
  lxw_worksheet* sheet_ = nullptr;
  std::map<std::string, std::string> places_{};  // of facts, rates and steps
  std::vector<std::int64_t> counts_of_facts_{}, counts_of_rates_{};
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
  return workbook_of(language, [&](Book& book) { MonthBook(month, book).fill(); });
}

}  // namespace program
