#include <fleks/analysis/population.hpp>
#include <fleks/analysis/population_summary.hpp>

#include <algorithm>
#include <array>
#include <cassert>
#include <cstring>
#include <deque>

#include <fleks/statement/batch.hpp>

#include "analysis/population_rows.hpp"
#include "analysis/population_text.hpp"
#include "text/csv.hpp"
#include "text/utf8.hpp"

namespace fleks {
namespace {

using enum PopulationColumn;

constexpr std::array<std::string_view, population_column_count> names{
    "id",      "month",      "am_income",   "own_pension",  "employer_pension", "other_wage", "daily_benefit", "ledighedsydelse_days",
    "ceiling", "paid_hours", "hourly_wage", "weekly_hours", "agreement_area"};
constexpr std::size_t needed_columns = 5;

std::string all_names() {
  std::string text;
  for (const auto name : names) text += (text.empty() ? "" : ", ") + std::string(name);
  return text;
}

/// Where the record that begins at `p` ends: just after its line break, or null when it does not end in the text.
const char* record_end(const char* p, const char* end, char separator) noexcept {
  bool quoted = false, field_begins = true;
  for (; p != end; ++p) {
    const char c = *p;
    if (quoted) {
      if (c != '"') continue;
      if (p + 1 != end && p[1] == '"') {
        ++p;
      } else {
        quoted = false;
        field_begins = false;
      }
    } else if (c == '"' && field_begins) {
      quoted = true;
    } else if (c == '\n') {
      return p + 1;
    } else {
      field_begins = c == separator;
    }
  }
  return nullptr;
}

}  // namespace

std::string_view to_text(PopulationColumn column) noexcept { return names[static_cast<std::size_t>(column)]; }

Result<PopulationLayout> PopulationLayout::read(std::string_view header) {
  PopulationLayout layout;
  while (header.ends_with('\n') || header.ends_with('\r')) header.remove_suffix(1);
  const auto count = [&](char c) { return std::count(header.begin(), header.end(), c); };
  layout.separator_ = count(';') > count(',') ? ';' : ',';
  if (header.size() > longest_record)
    return Error{.code = ErrorCode::record_too_long, .field = "header", .allowed = std::to_string(longest_record), .line = 1};
  if (const std::size_t bad = text_until(header); bad != header.size())
    return Error{.code = ErrorCode::not_text, .field = "header", .given = text_about(header, bad), .line = 1};
  CsvLines lines(without_byte_order_mark(header), layout.separator_);
  std::vector<std::string> fields;
  if (!lines.next(fields)) return Error{.code = ErrorCode::bad_header, .field = "header", .allowed = all_names(), .line = 1};
  for (const auto& field : fields) {
    const auto found = std::find(names.begin(), names.end(), field);
    if (found == names.end())
      return Error{.code = ErrorCode::unknown_field, .field = field.substr(0, 80), .given = "header", .allowed = all_names(), .line = 1};
    const auto column = static_cast<PopulationColumn>(found - names.begin());
    if (layout.has(column)) return Error{.code = ErrorCode::duplicate, .field = field, .given = "header", .line = 1};
    layout.columns_.push_back(column);
  }
  for (std::size_t i = 0; i < needed_columns; ++i)
    if (!layout.has(static_cast<PopulationColumn>(i)))
      return Error{.code = ErrorCode::missing_fact, .field = std::string(names[i]), .allowed = all_names(), .line = 1};
  return layout;
}

bool PopulationLayout::has(PopulationColumn column) const noexcept {
  return std::find(columns_.begin(), columns_.end(), column) != columns_.end();
}

std::size_t whole_records(std::string_view text, char separator) noexcept {
  if (text.empty()) return 0;
  if (std::memchr(text.data(), '"', text.size()) == nullptr) {
    const auto last = text.rfind('\n');
    return last == std::string_view::npos ? 0 : last + 1;
  }
  const char *whole = text.data(), *const end = text.data() + text.size();
  while (const char* next = whole == end ? nullptr : record_end(whole, end, separator)) whole = next;
  return static_cast<std::size_t>(whole - text.data());
}

char* TextBuffer::room(std::size_t bytes) {
  if (capacity_ - size_ < bytes) {
    capacity_ = std::max(2 * capacity_, size_ + bytes);
    auto wider = std::make_unique_for_overwrite<char[]>(capacity_);
    if (size_ != 0) std::memcpy(wider.get(), data_.get(), size_);
    data_ = std::move(wider);
  }
  return data_.get() + size_;
}

void TextBuffer::add(std::string_view text) {
  char* p = room(text.size());
  std::copy(text.begin(), text.end(), p);
  wrote(p + text.size());
}

std::string population_output_header(std::span<const Reform> reforms) {
  std::string header = "id,month,taper,before_ceiling,ceiling_cut,holiday_cut,fleksloentilskud,own_atp,payout,obligatory_pension";
  for (const Reform& reform : reforms)
    header += "," + reform.id + "_fleksloentilskud," + reform.id + "_payout," + reform.id + "_difference";
  return header + "\n";
}

class PopulationWorker::Work {
 public:
  Work(const PopulationLayout& layout, const Scenario& today, std::span<const Reform> reforms, PopulationSummary* summary)
      : layout_(layout),
        separator_(layout.separator()),
        comma_too_(layout.separator() == ';'),
        reforms_(reforms.begin(), reforms.end()),
        summary_(summary) {
    scenarios_.push_back(today);
    for (const Reform& reform : reforms_) {
      auto reformed = apply(reform, today.rates, today.options).value();
      scenarios_.push_back({std::move(reformed.rates), reformed.options});
      asks_for_hours_ = asks_for_hours_ || reform.policy.reduced_by_hours;
    }
    period_of_month_.fill(unknown_period);
    rows_.reserve(PopulationRows::most);
  }

  std::int64_t run(std::string_view records, TextBuffer& out, std::vector<BadRow>& bad) {
    std::string ended;
    if (!records.empty() && records.back() != '\n') {
      ended = std::string(records) + "\n";
      records = ended;
    }
    const char *p = records.data(), *const end = records.data() + records.size();
    line_ = 1;
    while (p != end) {
      if (*p == '\n' || (*p == '\r' && p[1] == '\n')) {
        p += *p == '\n' ? 1 : 2;
        ++line_;
        continue;
      }
      PopulationRow row;
      const char* next = read_plain_row(p, row);
      if (next != nullptr) {
        auto wrong = next - p - 1 > longest ? too_long() : take(row);
        if (wrong) refuse(*std::move(wrong), p, next, bad);
        ++line_;
      } else {
        next = record_end(p, end, separator_);
        if (next == nullptr) next = end;
        const std::string_view record(p, static_cast<std::size_t>(next - p));
        auto wrong = next - p - 1 > longest ? too_long() : read_any_row(record, row);
        if (wrong) refuse(*std::move(wrong), p, next, bad);
        line_ += std::count(p, next, '\n');
      }
      p = next;
      if (rows_.size() == PopulationRows::most) flush(out);
    }
    flush(out);
    return line_ - 1;
  }

 private:
  static constexpr std::int16_t unknown_period = -1;
  static constexpr int first_year = 2000, years = 100;

  static constexpr std::ptrdiff_t longest = longest_record;
  static std::optional<Error> too_long() {
    return Error{.code = ErrorCode::record_too_long, .field = "row", .allowed = std::to_string(longest_record)};
  }

  void refuse(Error error, const char* from, const char* to, std::vector<BadRow>& bad) {
    error.line = line_;
    if (error.code == ErrorCode::record_too_long) to = from;
    while (to != from && (to[-1] == '\n' || to[-1] == '\r')) --to;
    bad.push_back({std::move(error), std::string(from, to)});
  }

  /// The row at `p` when every field is plain, and where the next begins; otherwise null.
  const char* read_plain_row(const char* p, PopulationRow& row) const noexcept {
    const auto columns = layout_.columns();
    for (std::size_t i = 0; i < columns.size(); ++i) {
      switch (columns[i]) {
        case id: {
          const char* const start = p;
          while (is_plain(*p) && *p != separator_ && *p != ',') ++p;
          if (*p != separator_ && *p != '\n' && *p != '\r') return nullptr;
          if (p == start) return nullptr;
          row.id = {start, static_cast<std::size_t>(p - start)};
          break;
        }
        case month: {
          for (int at = 0; at < 7; ++at)
            if (at == 4 ? p[at] != '-' : !is_digit(p[at])) return nullptr;
          row.year = (p[0] - '0') * 1000 + (p[1] - '0') * 100 + (p[2] - '0') * 10 + (p[3] - '0');
          row.month = (p[5] - '0') * 10 + (p[6] - '0');
          if (row.month < 1 || row.month > 12 || row.year < first_year || row.year >= first_year + years) return nullptr;
          row.month_text = {p, 7};
          p += 7;
          break;
        }
        case am_income:
        case own_pension:
        case employer_pension: p = read_plain<2>(p, comma_too_, row.value(columns[i])); break;
        case other_wage:
        case daily_benefit:
        case ceiling:
        case hourly_wage:
          if (!ends_field(p)) p = read_plain<2>(p, comma_too_, row.value(columns[i]));
          break;
        case ledighedsydelse_days:
        case paid_hours:
        case weekly_hours:
          if (!ends_field(p)) p = read_plain<4>(p, comma_too_, row.value(columns[i]));
          break;
        case agreement_area: {
          const char* const start = p;
          while (is_plain(*p) && *p != separator_) ++p;
          row.area = {start, static_cast<std::size_t>(p - start)};
          break;
        }
      }
      if (p == nullptr) return nullptr;
      if (i + 1 < columns.size()) {
        if (*p++ != separator_) return nullptr;
      }
    }
    if (*p == '\r') ++p;
    if (*p != '\n') return nullptr;
    return row.in_range() ? p + 1 : nullptr;
  }
  [[nodiscard]] bool ends_field(const char* p) const noexcept { return *p == separator_ || *p == '\n' || *p == '\r'; }

  /// The row by the general parsers, or what is wrong with it.
  std::optional<Error> read_any_row(std::string_view record, PopulationRow& row) {
    row = {};
    CsvLines lines(record, separator_);
    const auto columns = layout_.columns();
    lines.next(fields_);  // a record is not empty
    if (fields_.size() != columns.size() || lines.broken())
      return Error{
          .code = ErrorCode::bad_row, .field = "row", .given = std::to_string(fields_.size()), .allowed = std::to_string(columns.size())};
    if (const std::size_t bad = text_until(record); bad != record.size())
      return Error{.code = ErrorCode::not_text, .field = "row", .given = text_about(record, bad)};
    for (std::size_t i = 0; i < columns.size(); ++i)
      if (auto wrong = read_field(columns[i], fields_[i], row)) return std::move(*wrong).in(to_text(columns[i]));
    return take(row);
  }
  std::optional<Error> read_field(PopulationColumn column, const std::string& text, PopulationRow& row) {
    const auto put = [&](auto parsed, auto count) -> std::optional<Error> {
      if (!parsed) return std::move(parsed).error();
      row.value(column) = count(*parsed);
      return std::nullopt;
    };
    const auto oere = [](Money amount) { return amount.in_oere(); };
    const auto units = [](auto value) { return value.ten_thousandths(); };
    if (column > employer_pension && text.empty()) return std::nullopt;
    switch (column) {
      case id:
        if (text.empty()) return Error{.code = ErrorCode::empty};
        row.id = kept(quoted_where_needed(text));
        return std::nullopt;
      case month: {
        auto parsed = parse_month(text);
        if (!parsed) return std::move(parsed).error();
        row.year = int{parsed->year()};
        row.month = static_cast<int>(unsigned{parsed->month()});
        row.month_text = kept(text);
        return std::nullopt;
      }
      case ledighedsydelse_days: return put(Days::parse(text, Days::whole(31)), units);
      case paid_hours: return put(Hours::parse(text, hours_in_a_month), units);
      case weekly_hours: return put(Hours::parse(text, hours_in_a_week), units);
      case agreement_area: row.area = kept(text); return std::nullopt;
      default: return put(Money::parse(text), oere);
    }
  }
  std::string_view kept(std::string text) { return texts_.emplace_back(std::move(text)); }
  static std::string quoted_where_needed(const std::string& text) {
    if (text.find_first_of(",\"\r\n") == std::string::npos) return text;
    std::string out = "\"";
    for (const char c : text) out += c == '"' ? std::string("\"\"") : std::string(1, c);
    return out + "\"";
  }

  /// Puts the row with the others of its rate period, or says what stands in the way.
  std::optional<Error> take(PopulationRow& row) {
    if (row.paid_hours() == not_known && row.weekly_hours() != not_known) row.value(paid_hours) = hours_a_month(row.weekly_hours());
    if (asks_for_hours_ && row.paid_hours() == not_known)
      return Error{.code = ErrorCode::missing_fact, .field = "paid_hours", .allowed = "0-744"};
    PopulationPeriod* period = nullptr;
    if (auto wrong = find_period(row, period)) return wrong;
    const std::size_t at = period->add(row);
    for (std::size_t i = 0; i < reforms_.size(); ++i)
      if (!reforms_[i].ceilings.empty()) {
        const auto ceiling_of_area = period->in_force[i] && !row.area.empty() ? reforms_[i].ceiling(row.area) : std::nullopt;
        period->reform_ceiling[i][at] = ceiling_of_area ? ceiling_of_area->in_oere() : row.value(ceiling);
      }
    rows_.push_back({row.id, row.month_text, period, at});
    return std::nullopt;
  }
  /// TIME-2, to the four decimals that hours have here.
  static std::int64_t hours_a_month(std::int64_t a_week) noexcept { return (a_week * 52 * 2 + 12) / 24; }

  std::optional<Error> find_period(const PopulationRow& row, PopulationPeriod*& found) {
    const Month month_of_row = std::chrono::year{row.year} / std::chrono::month{static_cast<unsigned>(row.month)};
    const bool in_table = row.year >= first_year && row.year < first_year + years;
    std::int16_t not_kept = unknown_period;
    std::int16_t& known = in_table ? period_of_month_[static_cast<std::size_t>((row.year - first_year) * 12 + row.month - 1)] : not_kept;
    if (known >= 0) {
      found = periods_[static_cast<std::size_t>(known)].get();
      return std::nullopt;
    }
    std::vector<std::ptrdiff_t> key;
    for (const Scenario& scenario : scenarios_) {
      const auto changes = scenario.rates.changes();
      const std::chrono::sys_days day{first_day(month_of_row)};
      key.push_back(std::upper_bound(changes.begin(), changes.end(), day) - changes.begin());
      key.push_back(static_cast<std::ptrdiff_t>(scenario.options.policy.in_force(month_of_row)));
    }
    for (std::size_t i = 0; i < periods_.size(); ++i)
      if (periods_[i]->key == key) {
        known = static_cast<std::int16_t>(i);
        if (summary_ != nullptr) summary_->months.insert(month_of_row);
        found = periods_[i].get();
        return std::nullopt;
      }
    auto period = std::make_unique<PopulationPeriod>(month_of_row, layout_, reforms_);
    period->key = std::move(key);
    for (const Scenario& scenario : scenarios_) {
      auto batch = MonthBatch::of(month_of_row, scenario.rates, scenario.options);
      if (!batch) return std::move(batch).error();
      period->batches.push_back(*std::move(batch));
    }
    period->wants_public_atp = summary_ != nullptr && period->given[7];
    if (summary_ != nullptr) summary_->months.insert(month_of_row);
    periods_.push_back(std::move(period));
    found = periods_.back().get();
    known = static_cast<std::int16_t>(periods_.size() - 1);
    return std::nullopt;
  }

  void flush(TextBuffer& out) {
    if (rows_.empty()) return;
    for (const auto& period : periods_)
      if (period->rows != 0) {
        period->compute();
        if (summary_ != nullptr) add_to(*summary_, *period, scenarios_);
      }
    std::size_t room = rows_.size() * (10 + (8 + 3 * reforms_.size()) * amount_room);
    for (const Done& row : rows_) room += row.id.size();
    char* p = out.room(room);
    for (const Done& row : rows_) {
      std::memcpy(p, row.id.data(), row.id.size());
      p += row.id.size();
      *p++ = ',';
      std::memcpy(p, row.month.data(), 7);
      p += 7;
      for (const auto& column : row.period->results) {
        *p++ = ',';
        p = put_amount(p, column[row.at]);
      }
      for (const auto& reform : row.period->reform_results) {
        *p++ = ',';
        p = put_amount(p, reform.subsidy[row.at]);
        *p++ = ',';
        p = put_amount(p, reform.payout[row.at]);
        *p++ = ',';
        p = put_amount(p, reform.subsidy[row.at] - row.period->subsidy()[row.at]);
      }
      *p++ = '\n';
    }
    out.wrote(p);
    for (const auto& period : periods_) period->rows = 0;
    rows_.clear();
    texts_.clear();
  }

  struct Done {
    std::string_view id, month;
    PopulationPeriod* period;
    std::size_t at;
  };

  PopulationLayout layout_;
  char separator_;
  bool comma_too_;
  std::vector<Reform> reforms_;
  std::vector<Scenario> scenarios_;
  PopulationSummary* summary_;
  bool asks_for_hours_ = false;
  std::array<std::int16_t, static_cast<std::size_t>(12 * years)> period_of_month_{};
  std::vector<std::unique_ptr<PopulationPeriod>> periods_;
  std::vector<Done> rows_;
  std::deque<std::string> texts_;
  std::vector<std::string> fields_;
  std::int64_t line_ = 1;
};

PopulationWorker::PopulationWorker(const PopulationLayout& layout, const Scenario& today, std::span<const Reform> reforms,
                                   PopulationSummary* summary)
    : work_(std::make_unique<Work>(layout, today, reforms, summary)) {}
PopulationWorker::PopulationWorker(PopulationWorker&&) noexcept = default;
PopulationWorker::~PopulationWorker() = default;

std::int64_t PopulationWorker::run(std::string_view records, TextBuffer& out, std::vector<BadRow>& bad) {
  return work_->run(records, out, bad);
}

}  // namespace fleks
