#include <fleks/rates/rate_table.hpp>

#include <algorithm>
#include <mutex>
#include <optional>

#include "rates/embedded.hpp"
#include "rates/periods.hpp"
#include "rates/rates_version.hpp"
#include "rates/read_rates.hpp"

namespace fleks {

struct RateTable::Data {
  /// Rows by key and date, without overlap or hole, that outlive the table, with their index; and what they are called.
  Data(std::span<const Rate> sound, const RateIndex& known, std::string_view known_version)
      : rows(sound), index(known), version(known_version) {}
  Data(std::vector<Rate> sound, std::vector<std::unique_ptr<const std::string>> kept)
      : own(std::move(sound)), texts(std::move(kept)), rows(own), own_changes(2 * own.size()) {
    own_changes.resize(find_changes(rows, own_changes));
    own_periods.resize(own_changes.size() + 1);
    index.begin_of_key = put_in_force(rows, own_changes, own_periods);
    own_months.resize(months_of(own_changes));
    find_first_days(own_changes, own_months);
    index.changes = own_changes;
    index.in_force = own_periods;
    index.months = own_months;
    index.first_month = months_since_year_0(own_changes.front());
  }
  Data(const Data&) = delete;
  Data& operator=(const Data&) = delete;

  [[nodiscard]] std::size_t period_of(std::chrono::sys_days day) const noexcept;
  [[nodiscard]] RatesOnDate rates_of(std::size_t period, std::chrono::sys_days day) const noexcept {
    return RatesOnDate(index.in_force[period], rows.data(), day);
  }

  std::vector<Rate> own;  // empty where the rows are constants, as are those of the index
  std::vector<std::unique_ptr<const std::string>> texts;
  std::span<const Rate> rows;  // by key, then date
  std::vector<std::chrono::sys_days> own_changes;
  std::vector<detail::RatesOfPeriod> own_periods;
  std::vector<RateIndex::FirstDay> own_months;
  RateIndex index{};
  // Worked out when it is first asked for: most tables never are.
  mutable std::mutex version_asked;
  mutable std::string version;
};

std::size_t RateTable::Data::period_of(std::chrono::sys_days day) const noexcept {
  const std::chrono::sys_days* base = index.changes.data();
  std::size_t length = index.changes.size();
  // Branch-free halving: how many changes are on or before the day. No table is without a row.
  while (length > 1) {
    const std::size_t half = length / 2;
    base += static_cast<std::ptrdiff_t>(base[half - 1] <= day ? half : 0);
    length -= half;
  }
  return static_cast<std::size_t>(base - index.changes.data()) + static_cast<std::size_t>(*base <= day);
}

namespace {

/// What a row at hand may not be; a file's rows have been checked as they were read.
std::optional<Error> what_is_wrong(const Rate& rate) {
  const auto wrong = [&](ErrorCode code, std::string given) {
    return Error{.code = code, .field = std::string(info(rate.key).name), .given = std::move(given)};
  };
  if (rate.last < rate.first) return wrong(ErrorCode::out_of_range, to_text(Date{rate.first}) + ".." + to_text(Date{rate.last}));
  if (rate.count < 0) return wrong(ErrorCode::negative, value_text(rate));
  if (rate.count > largest_count(rate.unit())) return wrong(ErrorCode::too_large, value_text(rate));
  if (rate.source.empty()) return wrong(ErrorCode::missing_source, "");
  return std::nullopt;
}

std::string_view kept(std::string_view text, std::vector<std::unique_ptr<const std::string>>& texts) {
  return text.empty() ? std::string_view{} : *texts.emplace_back(std::make_unique<const std::string>(text));
}

}  // namespace

Result<RateTable> RateTable::of(std::vector<Rate> rows) {
  std::sort(rows.begin(), rows.end(), by_key_and_date);
  for (std::size_t i = 1; i < rows.size(); ++i) {
    const Rate &before = rows[i - 1], &rate = rows[i];
    if (before.key != rate.key || before.last + std::chrono::days{1} == rate.first) continue;
    // No two overlap: a file's are refused when it is read, and an added row takes the place of what it covers.
    return Error{.code = ErrorCode::hole,
                 .field = std::string(info(rate.key).name),
                 .given = to_text(Date{rate.first}),
                 .allowed = Exactly{day_after(Date{before.last})}};
  }
  std::vector<std::unique_ptr<const std::string>> texts;
  for (Rate& rate : rows) {
    rate.exact = exact_rate(rate.unit(), rate.count);
    rate.source = kept(rate.source, texts);
    rate.note = kept(rate.note, texts);
  }
  return RateTable(std::make_shared<const Data>(std::move(rows), std::move(texts)));
}

// The rows are constants, so the one table is of them, and every call shares it.
RateTable RateTable::embedded() {
  static const RateTable table(std::make_shared<const Data>(embedded_rates(), embedded_index(), embedded_version()));
  return table;
}

Result<RateTable> RateTable::read(std::string_view csv) {
  RateRows read = read_rates(csv);
  if (!read.errors.empty()) return std::move(read.errors.front());
  return of(std::move(read.rows));
}

std::vector<Error> RateTable::check(std::string_view csv) { return std::move(read_rates(csv).errors); }

Result<RateTable> RateTable::extended_by(std::string_view csv) const {
  RateRows read = read_rates(csv);
  if (!read.errors.empty()) return std::move(read.errors.front());
  return extended_by(read.rows);
}

Result<RateTable> RateTable::extended_by(std::span<const Rate> added) const {
  std::vector<Rate> rows(data_->rows.begin(), data_->rows.end());
  for (const Rate& rate : added) {
    if (auto wrong = what_is_wrong(rate)) return std::move(*wrong);
    rows = with_row(rows, rate, [&](const Rate& old) { return old.key == rate.key; });
  }
  return of(std::move(rows));
}

RatesOnDate RateTable::on(std::chrono::sys_days day) const noexcept { return data_->rates_of(data_->period_of(day), day); }

RatesOnDate RateTable::of_month(int year, unsigned month) const noexcept {
  const auto at = static_cast<std::size_t>(months_since_year_0(year, month) - data_->index.first_month);
  if (at >= data_->index.months.size()) [[unlikely]]
    return on(first_day(std::chrono::year{year} / std::chrono::month{month}));
  const auto [period, day] = data_->index.months[at];
  return data_->rates_of(period, std::chrono::sys_days{std::chrono::days{day}});
}

std::span<const std::chrono::sys_days> RateTable::changes() const noexcept { return data_->index.changes; }
std::span<const Rate> RateTable::rows() const noexcept { return data_->rows; }
std::span<const Rate> RateTable::rows(RateKey key) const noexcept {
  const auto at = static_cast<std::size_t>(key);
  return rows().subspan(data_->index.begin_of_key[at], data_->index.begin_of_key[at + 1] - data_->index.begin_of_key[at]);
}

Error RatesOnDate::why_not(RateKey key) const {
  const bool stated = row(key) != nullptr;
  return Error{.code = stated ? ErrorCode::rate_is_missing : ErrorCode::no_rate,
               .field = std::string(info(key).name),
               .given = to_text(date()),
               .date = date()};
}

const std::string& RateTable::version() const {
  // Not by std::call_once: of what is thrown out of it glibc ends the program where there is no memory.
  const std::lock_guard one_at_a_time(data_->version_asked);
  if (data_->version.empty()) data_->version = version_of(rows());
  return data_->version;
}

}  // namespace fleks
