#include "analysis/population_work.hpp"

#include <algorithm>
#include <cstring>
#include <iterator>

#include <fleks/analysis/population_summary.hpp>

#include "analysis/population_text.hpp"
#include "rules/by_law.hpp"

namespace fleks {
namespace {

constexpr std::ptrdiff_t longest = longest_record;

Error too_long() { return {.code = ErrorCode::record_too_long, .field = "row", .allowed = AtMost{longest_record}}; }

/// Eight bytes at a time, folded with odd constants; the length is part of it.
std::uint64_t mixed(std::uint64_t a, std::uint64_t b) noexcept {
  a ^= b;
  a = (a ^ (a >> 32)) * 0xE703'7ED1'A0B4'28DB;
  a = (a ^ (a >> 29)) * 0x8EBC'6AF0'9C88'C6E3;
  return a ^ (a >> 32);
}
std::uint64_t key_of(std::string_view id, std::string_view month) noexcept {
  std::uint64_t key = id.size();
  for (const std::string_view text : {id, month})
    for (std::size_t at = 0; at < text.size(); at += 8) {
      std::uint64_t word = 0;
      std::memcpy(&word, text.data() + at, std::min<std::size_t>(8, text.size() - at));
      key = mixed(key, word);
    }
  return key;
}

}  // namespace

PopulationWork::PopulationWork(const TableLayout& layout, const Scenario& today, std::span<const Reform> reforms,
                               PopulationSummary* summary, const TableForm& answer)
    : layout_(layout),
      reader_(layout),
      answer_(answer),
      reforms_(reforms.begin(), reforms.end()),
      weighted_(layout.has(TableColumn::weight)),
      summary_(summary) {
  scenarios_.push_back(today);
  for (const Reform& reform : reforms_) {
    auto reformed = apply(reform, today.rates, today.options).value();
    scenarios_.push_back({std::move(reformed.rates), reformed.options});
    asks_for_hours_ = asks_for_hours_ || reform.policy.reduced_by_hours;
  }
  if (!today.columns.empty()) net_.emplace(today, summary);
  period_of_month_.fill(unknown_period);
  rows_.reserve(PopulationRows::most);
}

std::int64_t PopulationWork::run(std::string_view records, TextBuffer& out, std::vector<BadRow>& bad, std::string_view before) {
  std::string ended;
  if (!records.empty() && records.back() != '\n') {
    ended = std::string(records) + "\n";
    records = ended;
  }
  const char *p = records.data(), *const end = records.data() + records.size();
  line_ = 1;
  together_.first = 0;
  TableRow row_before;
  const bool continued = !before.empty() && !reader_.any(before, row_before, true);
  continued_id_ = continued ? shown_id(row_before.id) : std::string_view{};
  continued_month_ = continued ? row_before.month_text : std::string_view{};
  while (p != end) {
    if (*p == '\n' || (*p == '\r' && p[1] == '\n')) {
      p += *p == '\n' ? 1 : 2;
      ++line_;
      continue;
    }
    TableRow row;
    if (const char* const next = reader_.plain(p, row); next != nullptr) {
      auto wrong = next - p - 1 > longest ? too_long() : take(row, p);
      if (wrong) refuse(*std::move(wrong), p, next, bad);
      ++line_;
      p = next;
    } else {
      p = take_any(p, end, bad);
    }
    if (rows_.size() == PopulationRows::most) p = flush_months(p, out);
  }
  flush(out);
  return line_ - 1;
}

void PopulationWork::refuse(Error error, const char* from, const char* to, std::vector<BadRow>& bad) {
  error.line = line_;
  if (error.code == ErrorCode::record_too_long) to = from;
  while (to != from && (to[-1] == '\n' || to[-1] == '\r')) --to;
  bad.push_back({std::move(error), std::string(from, to)});
  unbroken_from_ = rows_.size();
}

const char* PopulationWork::end_of(const char* p, const char* end) const noexcept {
  const char* const next = record_end(p, end, layout_.separator());
  return next == nullptr ? end : next;
}

const char* PopulationWork::take_any(const char* p, const char* end, std::vector<BadRow>& bad) {
  const char* const next = end_of(p, end);
  TableRow row;
  auto wrong = next - p - 1 > longest ? too_long() : reader_.any({p, static_cast<std::size_t>(next - p)}, row, true);
  if (!wrong && is_reduction(row)) return take_month(take_back(shown_id(row.id), row.month_text, p), end, bad);
  if (!wrong) wrong = take(row, p);
  if (wrong) refuse(*std::move(wrong), p, next, bad);
  line_ += std::count(p, next, '\n');
  return next;
}

const char* PopulationWork::read_month(const char* p, const char* end) {
  month_.clear();
  while (p != end) {
    if (*p == '\n' || (*p == '\r' && p[1] == '\n')) {
      p += *p == '\n' ? 1 : 2;
      ++line_;
      continue;
    }
    const char* const next = end_of(p, end);
    TableRow row;
    if (next - p - 1 > longest || reader_.any({p, static_cast<std::size_t>(next - p)}, row, true)) break;
    if (!month_.add(row, {p, next, line_})) break;
    line_ += std::count(p, next, '\n');
    p = next;
  }
  return p;
}

const char* PopulationWork::take_month(const char* p, const char* end, std::vector<BadRow>& bad) {
  const char* const next = read_month(p, end);
  const std::int64_t line_after = line_;
  line_ = month_.places().front().line;
  TableRow& sum = month_.sum();
  const bool continues = rows_.empty() && sum.month_text == continued_month_ && shown_id(sum.id) == continued_id_;
  auto wrong = continues ? too_many_reports() : month_.wrong();
  if (!wrong) wrong = take(sum, p);
  if (wrong) {
    for (const auto& place : month_.places()) {
      line_ = place.line;
      refuse(month_.of_one(place, *wrong), place.from, place.to, bad);
    }
  } else {
    if (together_.first == 0) together_.first = line_;
    together_.rows += static_cast<std::int64_t>(month_.places().size());
    ++together_.months;
    unbroken_from_ = rows_.size();
  }
  line_ = line_after;
  return next;
}

const char* PopulationWork::take_back(std::string_view id, std::string_view month, const char* p) {
  const char* from = p;
  while (rows_.size() > unbroken_from_ && rows_.back().id == id && rows_.back().month == month) {
    const Done& last = rows_.back();
    from = last.from;
    last.period->drop_last();
    if (net_) net_->drop_last();
    if (keys_ != nullptr) keys_->pop_back();
    --computed_;
    rows_.pop_back();
  }
  line_ -= std::count(from, p, '\n');
  return from;
}

const char* PopulationWork::flush_months(const char* p, TextBuffer& out) {
  if (unbroken_from_ < rows_.size()) {
    const std::string_view id = rows_.back().id, month = rows_.back().month;
    const bool one_month = unbroken_from_ == 0 && rows_.front().id == id && rows_.front().month == month &&
                           std::ranges::all_of(rows_, [&](const Done& row) { return row.id == id && row.month == month; });
    continued_id_ = one_month ? id : std::string_view{};
    continued_month_ = one_month ? month : std::string_view{};
    if (!one_month) p = take_back(id, month, p);
  }
  flush(out);
  return p;
}

std::string_view PopulationWork::shown_id(std::string_view id) {
  const bool plain = !(answer_.safe_for_sheets && is_formula(id)) && id.find_first_of(",;\"\r\n") == std::string_view::npos;
  return plain ? id : reader_.kept(id_field(id, answer_));
}

std::optional<Error> PopulationWork::take(TableRow& row, const char* from) {
  std::int64_t& paid_hours = row[TableColumn::paid_hours];
  if (const std::int64_t a_week = row[TableColumn::weekly_hours]; paid_hours == not_known && a_week != not_known)
    paid_hours = hours_a_month(a_week);
  if (asks_for_hours_ && paid_hours == not_known)
    return Error{.code = ErrorCode::missing_fact, .field = "paid_hours", .allowed = Range{Hours{}, hours_in_a_month}};
  PopulationPeriod* period = nullptr;
  if (auto wrong = find_period(row, period)) return wrong;
  if (auto wrong = days_without_benefit(row)) return wrong;
  if (auto wrong = wrong_weight(row)) return wrong;
  if (net_)
    if (auto wrong = net_->add(row)) return wrong;
  if (keys_ != nullptr) keys_->push_back({key_of(row.id, row.month_text), line_});
  const std::size_t at = period->add(row);
  rows_.push_back({shown_id(row.id), row.month_text, period, at, from});
  ++computed_;
  return std::nullopt;
}

/// Which period of its rates, and of its rules, a month is in under each scenario.
std::vector<std::ptrdiff_t> PopulationWork::period_key(Month month) const {
  std::vector<std::ptrdiff_t> key;
  const std::chrono::sys_days day{first_day(month)};
  for (const Scenario& scenario : scenarios_) {
    const auto changes = scenario.rates.changes();
    key.push_back(std::upper_bound(changes.begin(), changes.end(), day) - changes.begin());
    key.push_back(static_cast<std::ptrdiff_t>(scenario.options.policy.in_force(month)));
  }
  // What the law of the month reads differently from that of another.
  key.push_back(std::count_if(std::begin(law::dated_readings), std::end(law::dated_readings),
                              [&](const law::DatedReading& reading) { return reading.first <= month; }));
  return key;
}

/// Where the table has weights every row has one: a missing one is not 1, and none is 0.
std::optional<Error> PopulationWork::wrong_weight(const TableRow& row) const {
  const std::int64_t weight = row[TableColumn::weight];
  if (!weighted_ || weight > 0) return std::nullopt;
  const bool missing = weight == not_known;
  return Error{.code = missing ? ErrorCode::missing_fact : ErrorCode::out_of_range,
               .field = "weight",
               .given = missing ? "" : "0",
               .allowed = allowed_weight()};
}

/// FLT-12: up to March 2022 what was paid for the days is deducted, and has to be known.
std::optional<Error> PopulationWork::days_without_benefit(const TableRow& row) const {
  if (row[TableColumn::ledighedsydelse_days] == 0) return benefit_without_days(row);
  if (row[TableColumn::ledighedsydelse] != not_known) return std::nullopt;
  const Month month = std::chrono::year{row.year} / std::chrono::month{static_cast<unsigned>(row.month)};
  if (law::by_law(scenarios_.front().options.holiday_days_of, Rule::FLT_12, month) != HolidayDaysRule::benefit_deducted)
    return std::nullopt;
  return Error{.code = ErrorCode::missing_fact, .field = Fact::ledighedsydelse, .allowed = Range{Money{}, largest_amount}};
}

std::optional<Error> PopulationWork::find_period(const TableRow& row, PopulationPeriod*& found) {
  const Month month = std::chrono::year{row.year} / std::chrono::month{static_cast<unsigned>(row.month)};
  const bool in_table = row.year >= first_year && row.year < first_year + years;
  std::int16_t not_kept = unknown_period;
  std::int16_t& known = in_table ? period_of_month_[static_cast<std::size_t>((row.year - first_year) * 12 + row.month - 1)] : not_kept;
  if (known == unknown_period) {
    auto key = period_key(month);
    const auto same = std::ranges::find(periods_, key, [](const auto& period) { return period->key; });
    known = static_cast<std::int16_t>(same - periods_.begin());
    if (same == periods_.end()) {
      std::vector<MonthBatch> batches;
      std::vector<PurseTerms> purses;
      for (const Scenario& scenario : scenarios_) {
        auto batch = MonthBatch::of(month, scenario.rates, scenario.options);
        if (!batch) {
          known = unknown_period;
          return std::move(batch).error();
        }
        batches.push_back(*std::move(batch));
        if (scenarios_.front().benefit_weeks == 0) continue;
        auto terms = PurseTerms::of(month, scenario.rates, scenarios_.front().benefit_weeks);
        if (!terms) {
          known = unknown_period;
          return std::move(terms).error();
        }
        purses.push_back(*std::move(terms));
      }
      periods_.push_back(
          std::make_unique<Period>(Period{std::move(key), PopulationPeriod(month, layout_, std::move(batches), reforms_,
                                                                           summary_ != nullptr || !purses.empty(), std::move(purses))}));
    }
    if (summary_ != nullptr) summary_->months.insert(month);
  }
  found = &periods_[static_cast<std::size_t>(known)]->rows;
  return std::nullopt;
}

char* PopulationWork::write(char* p, std::size_t index) const noexcept {
  const Done& row = rows_[index];
  const auto field = [&](std::int64_t oere) {
    *p++ = answer_.separator;
    p = put_amount(p, oere, answer_.decimal_mark);
  };
  std::memcpy(p, row.id.data(), row.id.size());
  p += row.id.size();
  *p++ = answer_.separator;
  std::memcpy(p, row.month.data(), row.month.size());
  p += row.month.size();
  const RowAmounts& today = row.period->amounts(0);
  for (std::size_t column = 0; column < answer_names.size(); ++column) field(today.columns[column][row.at]);
  const bool purses = row.period->has_purses();
  if (purses) {
    field(today[RowAmount::municipality][row.at]);
    field(today[RowAmount::state][row.at]);
  }
  for (std::size_t scenario = 1; scenario < scenarios_.size(); ++scenario) {
    const RowAmounts& reformed = row.period->amounts(scenario);
    field(reformed[RowAmount::fleksloentilskud][row.at]);
    field(reformed[RowAmount::payout][row.at]);
    field(reformed[RowAmount::fleksloentilskud][row.at] - today[RowAmount::fleksloentilskud][row.at]);
    if (!purses) continue;
    field(reformed[RowAmount::municipality][row.at]);
    field(reformed[RowAmount::state][row.at]);
  }
  if (net_)
    for (const std::int64_t value : net_->of(index)) {
      if (value == no_value)
        *p++ = answer_.separator;
      else
        field(value);
    }
  if (weighted_) {
    *p++ = answer_.separator;
    p = put_units(p, row.period->weight(row.at), answer_.decimal_mark);
  }
  *p++ = '\n';
  return p;
}

void PopulationWork::flush(TextBuffer& out) {
  for (const auto& period : periods_)
    if (period->rows.rows() != 0) {
      period->rows.compute();
      if (summary_ != nullptr) add_to(*summary_, period->rows, scenarios_);
    }
  std::size_t room = 0;
  for (const Done& row : rows_)
    room += row.id.size() + row.month.size() +
            (answer_names.size() + 3 + 5 * reforms_.size() + scenarios_.front().columns.size()) * (amount_room + 1) + 2;
  char* p = out.room(room);
  for (std::size_t row = 0; row < rows_.size(); ++row) p = write(p, row);
  out.wrote(p);
  for (const auto& period : periods_) period->rows.clear();
  rows_.clear();
  unbroken_from_ = 0;
  if (net_) net_->clear();
  reader_.forget();
}

}  // namespace fleks
