#include "analysis/reductions.hpp"

#include <algorithm>
#include <array>
#include <deque>
#include <iterator>
#include <string>
#include <utility>

#include "analysis/row_reader.hpp"
#include "text/csv.hpp"

namespace fleks {
namespace {

using enum TableColumn;

constexpr auto reported = std::to_array<TableColumn>({am_income, own_pension, employer_pension, other_wage, daily_benefit, paid_hours});
constexpr auto texts = std::to_array<std::pair<std::string_view TableRow::*, TableColumn>>({{&TableRow::area, agreement_area},
                                                                                            {&TableRow::municipality, municipality},
                                                                                            {&TableRow::child_ages, child_ages},
                                                                                            {&TableRow::benefit_class, benefit_class}});
/// As much of one month is kept for what follows.
constexpr std::size_t most_bytes = 16 * longest_record;

LimitUnit unit_of(TableColumn column) noexcept {
  const int decimals = info(column).decimals;
  return decimals == 2 ? LimitUnit::oere : decimals == whole_number ? LimitUnit::count : LimitUnit::ten_thousandths;
}
std::string shown(TableColumn column, std::int64_t figure) { return to_text(Limit(unit_of(column), figure)); }
Error of_column(ErrorCode code, TableColumn column, std::string given) {
  return {.code = code, .field = std::string(to_text(column)), .given = std::move(given)};
}

/// What has one value in the month: it may stand in one row or in several.
template <class Value>
bool agree(Value& sum, const Value& more, const Value& none) {
  if (more == none || more == sum) return true;
  if (sum != none) return false;
  sum = more;
  return true;
}

/// Nothing but a line break.
bool is_blank(std::string_view record) { return record == "\n" || record == "\r\n"; }

/// Walks whole records backwards.
class FromTheEnd {
 public:
  FromTheEnd(std::string_view records, char separator) : records_(records), quoted_(records.find('"') != std::string_view::npos) {
    if (!quoted_) return;
    // A line break may be inside quotation marks: only from the front is it known which are not.
    const char *p = records.data(), *const stop = p + records.size();
    while (p != stop) {
      const char* const next = record_end(p, stop, separator);
      begins_.push_back(static_cast<std::size_t>(p - records.data()));
      if (begins_.size() > most_reports + 1) begins_.pop_front();
      p = next == nullptr ? stop : next;
    }
  }
  /// Where the record before that place begins, empty lines with it.
  [[nodiscard]] std::size_t before(std::size_t end) const noexcept {
    if (quoted_) {
      const auto found = std::ranges::lower_bound(begins_, end);
      return found == begins_.begin() ? 0 : *std::prev(found);
    }
    const std::size_t stop = end < 2 ? std::string_view::npos : records_.rfind('\n', end - 2);
    return stop == std::string_view::npos ? 0 : stop + 1;
  }

 private:
  std::string_view records_;
  bool quoted_;
  std::deque<std::size_t> begins_;
};

}  // namespace

bool is_reported(TableColumn column) noexcept { return std::ranges::find(reported, column) != reported.end(); }

bool is_reduction(const TableRow& row) noexcept {
  return std::ranges::any_of(reported,
                             [&](TableColumn column) { return row[column] < std::min<std::int64_t>(0, info(column).when_empty); });
}

Error too_many_reports() { return {.code = ErrorCode::too_many, .field = "row", .allowed = AtMost{most_reports}}; }

bool MonthOfReports::add(const TableRow& row, const Place& place) {
  if (places_.empty()) {
    sum_ = row;
    disagree_.reset();
  } else if (row.id != sum_.id || row.month_text != sum_.month_text) {
    return false;
  } else if (!disagree_) {
    put_together(row);
  }
  places_.push_back(place);
  return true;
}

void MonthOfReports::put_together(const TableRow& more) {
  for (std::size_t i = 0; i < column_count; ++i) {
    const auto column = static_cast<TableColumn>(i);
    const std::int64_t none = info(column).when_empty;
    if (is_reported(column)) {
      if (more[column] != none) sum_[column] = sum_[column] == none ? more[column] : sum_[column] + more[column];
    } else if (!agree(sum_[column], more[column], none)) {
      disagree_ = of_column(ErrorCode::exclusive_facts, column, shown(column, more[column]));
      return;
    }
  }
  for (const auto& [text, column] : texts)
    if (!agree(sum_.*text, more.*text, {}))
      disagree_ = of_column(ErrorCode::exclusive_facts, column, std::string((more.*text).substr(0, 60)));
}

std::optional<Error> MonthOfReports::wrong() const {
  if (places_.size() > most_reports) return too_many_reports();
  if (disagree_) return disagree_;
  for (const TableColumn column : reported) {
    if (sum_[column] == info(column).when_empty) continue;
    if (sum_[column] < 0) return of_column(ErrorCode::negative, column, shown(column, sum_[column]));
    if (sum_[column] <= info(column).most) continue;
    Error wrong = of_column(ErrorCode::too_large, column, shown(column, sum_[column]));
    wrong.allowed = Range{{unit_of(column), 0}, {unit_of(column), info(column).most}};
    return wrong;
  }
  return std::nullopt;
}

Error MonthOfReports::of_one(const Place& one, Error of_month) const {
  if (of_month.code == ErrorCode::negative && places_.size() == 1)
    of_month.allowed = OnlyWith{{std::string(to_text(id)), std::string(to_text(month))}};
  else if (of_month.code == ErrorCode::negative || of_month.code == ErrorCode::exclusive_facts)
    of_month.allowed = Range{places_.front().line - one.line, places_.back().line - one.line};
  return of_month;
}

LastMonth::LastMonth(const TableLayout& layout) : separator_(layout.separator()) {
  const auto place = [&](TableColumn column) {
    return static_cast<std::size_t>(std::ranges::find(layout.columns(), column) - layout.columns().begin());
  };
  id_ = place(id);
  month_ = place(month);
}

bool LastMonth::same(std::string_view a, std::string_view b) const {
  std::vector<std::string> of_a, of_b;
  CsvLines(a, separator_).next(of_a);
  CsvLines(b, separator_).next(of_b);
  const std::size_t needed = std::max(id_, month_);
  return of_a.size() > needed && of_b.size() > needed && of_a[id_] == of_b[id_] && of_a[month_] == of_b[month_];
}

std::string_view LastMonth::last(std::string_view records) const {
  const FromTheEnd end(records, separator_);
  return records.substr(end.before(records.size()));
}

std::size_t LastMonth::begin(std::string_view records) const {
  const FromTheEnd end(records, separator_);
  std::size_t first = records.size();
  std::string_view last_record;
  for (std::size_t rows = 0; first != 0; ++rows) {
    const std::size_t earlier = end.before(first);
    const std::string_view record = records.substr(earlier, first - earlier);
    if (!is_blank(record)) {
      if (last_record.empty()) last_record = record;
      if (!same(record, last_record)) return first;
    }
    if (rows == most_reports || records.size() - earlier > most_bytes) return records.size();
    first = earlier;
  }
  return first;
}

std::size_t whole_months(std::string_view records, const TableLayout& layout) { return LastMonth(layout).begin(records); }

}  // namespace fleks
