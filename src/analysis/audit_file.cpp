#include <fleks/analysis/audit_file.hpp>

#include <algorithm>

#include <fleks/analysis/population.hpp>

#include "analysis/row_reader.hpp"

namespace fleks {
namespace {

using enum TableColumn;

MonthFacts facts_of(const TableRow& row) {
  const auto money = [&](TableColumn column) { return Money::oere(row[column]); };
  MonthFacts f{.month = std::chrono::year{row.year} / std::chrono::month{static_cast<unsigned>(row.month)},
               .pay = Pay::am_income(money(am_income))};
  f.own_pension = Contribution::of(money(own_pension));
  f.employer_pension = Contribution::of(money(employer_pension));
  f.other_wage = money(other_wage);
  f.daily_benefit = money(daily_benefit);
  f.ledighedsydelse_days = Days::of_ten_thousandths(row[ledighedsydelse_days]);
  if (row[ledighedsydelse] != not_known) f.ledighedsydelse = money(ledighedsydelse);
  if (row[ceiling] != no_ceiling) f.ceiling = Ceiling::stated(money(ceiling));
  f.ceiling.holiday_supplement = money(ceiling_holiday_supplement);
  if (row[paid_hours] != not_known) f.paid_hours = Hours::of_ten_thousandths(row[paid_hours]);
  f.care_income = money(care_income);
  f.benefits_in_kind = money(benefits_in_kind);
  f.holiday_supplement = money(holiday_supplement);
  return f;
}

AuditFacts more_of(const TableRow& row) {
  const auto money = [&](TableColumn column) { return Money::oere(row[column]); };
  AuditFacts more;
  if (row[wage_of_same_month] != not_known) more.pay_of_same_month = money(wage_of_same_month);
  if (row[wage_two_months_before] != not_known) more.pay_of_two_months_before = money(wage_two_months_before);
  more.holiday_allowance = money(holiday_allowance);
  more.ceiling_supplements = money(ceiling_supplements);
  more.ceiling_bonus = money(ceiling_bonus);
  more.ceiling_pension = Percent::of_ten_thousandths(row[ceiling_pension]);
  return more;
}

std::string ids(const AuditExplanation& e) {
  std::string text = e.exact() ? "" : "~";
  for (const Misreading m : e.misreadings()) text += (text.empty() || text == "~" ? "" : "+") + std::string(to_text(m));
  return text;
}

/// The line of an audited row.
std::string line_of(std::string_view id, const Audit& found, const TableForm& form) {
  std::string explanation, also;
  for (const AuditExplanation& e : found.explanations)
    if (explanation.empty())
      explanation = ids(e);
    else
      also += (also.empty() ? "" : " ") + ids(e);
  const auto amount = [&](Money money) {
    std::string text = to_text(money);
    std::replace(text.begin(), text.end(), '.', form.decimal_mark);
    return text;
  };
  std::string line = id_field(id, form);
  for (const std::string& field : {to_text(found.month), amount(found.due), amount(found.paid), amount(found.difference),
                                   std::string(found.right ? "right" : "wrong"), explanation, also})
    line.append(1, form.separator).append(field);
  return line + "\n";
}

}  // namespace

struct AuditFile::Terms {
  RateTable rates;
  Options options;
  TableLayout layout;
};

AuditFile::AuditFile(std::shared_ptr<const Terms> terms) : terms_(std::move(terms)), form_(terms_->layout.form()) {}

Result<AuditFile> AuditFile::read(std::string_view header, const RateTable& rates, const Options& options) {
  auto layout = TableLayout::read(header, TableKind::payments);
  if (!layout) return std::move(layout).error();
  return AuditFile(std::make_shared<const Terms>(Terms{rates, options, *std::move(layout)}));
}

const TableLayout& AuditFile::layout() const noexcept { return terms_->layout; }

std::string AuditFile::output_header() const {
  std::string text = "id,month,due,paid,difference,verdict,explanation,also_possible\n";
  std::replace(text.begin(), text.end(), ',', form_.separator);
  return (form_.names_separator ? std::string("sep=") + form_.separator + "\n" : "") + text;
}

std::optional<Error> AuditFile::run(std::string_view records, std::string& out) {
  RowReader reader(terms_->layout);
  std::int64_t line = 1;
  const char separator = terms_->layout.separator();
  const char *p = records.data(), *const end = records.data() + records.size();
  while (p != end) {
    const char* const found_end = record_end(p, end, separator);
    const char* const next = found_end == nullptr ? end : found_end;
    std::string_view record(p, static_cast<std::size_t>(next - p));
    const std::int64_t first_line = line;
    line += std::count(p, next, '\n');
    p = next;
    if (record.ends_with('\n')) record.remove_suffix(1);
    if (record.ends_with('\r')) record.remove_suffix(1);
    if (record.empty()) continue;
    auto wrong = audit_record(record, reader, out);
    reader.forget();
    if (wrong) {
      wrong->line = first_line;
      return wrong;
    }
  }
  count_.lines += line - 1;
  return std::nullopt;
}

std::optional<Error> AuditFile::audit_record(std::string_view record, RowReader& reader, std::string& out) {
  if (record.size() > longest_record) return Error{.code = ErrorCode::record_too_long, .field = "row", .allowed = AtMost{longest_record}};
  TableRow row;
  if (auto wrong = reader.any(record, row)) return wrong;
  if (auto wrong = benefit_without_days(row)) return wrong;
  auto found = audit(facts_of(row), Money::oere(row[paid]), terms_->rates, terms_->options, more_of(row));
  if (!found) {
    Error wrong = std::move(found).error();
    // A column has the id of its fact.
    const std::string column(wrong.field.text());
    return std::move(wrong).in(column);
  }
  ++count_.rows;
  if (found->right) ++count_.right;
  if (!found->explanations.empty() && found->explanations.front().exact()) ++count_.explained;
  out += line_of(row.id, *found, form_);
  return std::nullopt;
}

}  // namespace fleks
