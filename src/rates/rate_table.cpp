#include <fleks/rates/rate_table.hpp>

#include <algorithm>
#include <mutex>
#include <optional>

#include "rates/embedded.hpp"
#include "rates/periods.hpp"
#include "rates/rates_version.hpp"
#include "rates/read_rates.hpp"

namespace fleks {

namespace {

constexpr int months_since_year_0(int year, unsigned month) noexcept { return 12 * year + static_cast<int>(month) - 1; }
constexpr int months_since_year_0(Month month) noexcept { return months_since_year_0(int{month.year()}, unsigned{month.month()}); }

}  // namespace

struct RateTable::Data {
  /// Rows by key and date, without overlap or hole, that outlive the table; and what they are called.
  Data(std::span<const Rate> sound, std::string_view known_version) : rows(sound), version(known_version) { index(); }
  Data(std::vector<Rate> sound, std::vector<std::unique_ptr<const std::string>> kept)
      : own(std::move(sound)), texts(std::move(kept)), rows(own) {
    index();
  }
  Data(const Data&) = delete;
  Data& operator=(const Data&) = delete;

  void index();
  void index_months();
  [[nodiscard]] std::size_t period_of(std::chrono::sys_days day) const noexcept;

  std::vector<Rate> own;  // empty where the rows are constants
  std::vector<std::unique_ptr<const std::string>> texts;
  std::span<const Rate> rows;  // by key, then date
  std::array<std::size_t, rate_key_count + 1> begin_of_key{};
  std::vector<std::chrono::sys_days> changes;
  std::vector<RatesOnDate::Period> in_force;  // one before the first change, then one from each
  // The period of each month's first day, from the month of the first change to that of the last.
  struct FirstDay {
    std::uint32_t period;
    std::int32_t day;
  };
  std::vector<FirstDay> months;
  int first_month = 0;
  // Worked out when it is first asked for: most tables never are.
  mutable std::mutex version_asked;
  mutable std::string version;
};

void RateTable::Data::index() {
  changes.reserve(2 * rows.size());
  for (const Rate& rate : rows) {
    changes.push_back(rate.first);
    if (rate.has_end()) changes.push_back(rate.last + std::chrono::days{1});
  }
  std::sort(changes.begin(), changes.end());
  changes.erase(std::unique(changes.begin(), changes.end()), changes.end());

  in_force.resize(changes.size() + 1);
  std::size_t row = 0;
  for (std::size_t key = 0; key < rate_key_count; ++key) {
    begin_of_key[key] = row;
    for (; row < rows.size() && static_cast<std::size_t>(rows[row].key) == key; ++row) {
      const Rate& rate = rows[row];
      auto period = static_cast<std::size_t>(std::lower_bound(changes.begin(), changes.end(), rate.first) - changes.begin());
      for (; period < changes.size() && changes[period] <= rate.last; ++period) {
        auto& of_period = in_force[period + 1];
        of_period.rows[key] = &rate;
        if (rate.status == RateStatus::missing) continue;
        of_period.counts[key] = rate.count;
        of_period.of_reform = of_period.of_reform || rate.of_reform;
        of_period.known[key / 64] |= std::uint64_t{1} << key % 64;
      }
    }
  }
  begin_of_key[rate_key_count] = row;
  index_months();
}

void RateTable::Data::index_months() {
  // Of rows that lie further apart than laws live the period is looked for each time.
  constexpr int most = 12 * 100;
  const Month first = month_of(Date{changes.front()});
  const int count = months_since_year_0(month_of(Date{changes.back()})) - months_since_year_0(first) + 1;
  if (count > most) return;
  first_month = months_since_year_0(first);
  months.reserve(static_cast<std::size_t>(count));
  for (int i = 0; i < count; ++i) {
    const std::chrono::sys_days day{first_day(first + std::chrono::months{i})};
    months.push_back({static_cast<std::uint32_t>(period_of(day)), static_cast<std::int32_t>(day.time_since_epoch().count())});
  }
}

std::size_t RateTable::Data::period_of(std::chrono::sys_days day) const noexcept {
  const std::chrono::sys_days* base = changes.data();
  std::size_t length = changes.size();
  // Branch-free halving: how many changes are on or before the day. No table is without a row.
  while (length > 1) {
    const std::size_t half = length / 2;
    base += static_cast<std::ptrdiff_t>(base[half - 1] <= day ? half : 0);
    length -= half;
  }
  return static_cast<std::size_t>(base - changes.data()) + static_cast<std::size_t>(*base <= day);
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
  static const RateTable table(std::make_shared<const Data>(embedded_rates(), embedded_version()));
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

RatesOnDate RateTable::on(std::chrono::sys_days day) const noexcept { return RatesOnDate(data_->in_force[data_->period_of(day)], day); }

RatesOnDate RateTable::of_month(int year, unsigned month) const noexcept {
  const auto at = static_cast<std::size_t>(months_since_year_0(year, month) - data_->first_month);
  if (at >= data_->months.size()) [[unlikely]]
    return on(first_day(std::chrono::year{year} / std::chrono::month{month}));
  const auto [period, day] = data_->months[at];
  return RatesOnDate(data_->in_force[period], std::chrono::sys_days{std::chrono::days{day}});
}

std::span<const std::chrono::sys_days> RateTable::changes() const noexcept { return data_->changes; }
std::span<const Rate> RateTable::rows() const noexcept { return data_->rows; }
std::span<const Rate> RateTable::rows(RateKey key) const noexcept {
  const auto at = static_cast<std::size_t>(key);
  return rows().subspan(data_->begin_of_key[at], data_->begin_of_key[at + 1] - data_->begin_of_key[at]);
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
