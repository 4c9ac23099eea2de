#include <fleks/rates/rate_table.hpp>

#include <algorithm>
#include <optional>

#include "rates/embedded.hpp"
#include "rates/read_rates.hpp"

namespace fleks {

struct RateTable::Data {
  std::vector<Rate> rows;  // by key, then date
  std::array<std::size_t, rate_key_count + 1> begin_of_key{};
  std::vector<std::chrono::sys_days> changes;
  std::vector<RatesOnDate::Rows> in_force;  // one before the first change, then one from each
  std::vector<std::unique_ptr<const std::string>> texts;
};

namespace {

bool by_key_and_date(const Rate& a, const Rate& b) { return a.key != b.key ? a.key < b.key : a.first < b.first; }

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
  auto data = std::make_shared<Data>();
  std::sort(rows.begin(), rows.end(), by_key_and_date);
  for (std::size_t i = 1; i < rows.size(); ++i) {
    const Rate &before = rows[i - 1], &rate = rows[i];
    if (before.key != rate.key || before.last + std::chrono::days{1} == rate.first) continue;
    // No two overlap: a file's are refused when it is read, and an added row takes the place of what it covers.
    return Error{.code = ErrorCode::hole,
                 .field = std::string(info(rate.key).name),
                 .given = to_text(Date{rate.first}),
                 .allowed = to_text(day_after(Date{before.last}))};
  }
  for (Rate& rate : rows) {
    rate.exact = exact_rate(rate.unit(), rate.count);
    rate.source = kept(rate.source, data->texts);
    rate.note = kept(rate.note, data->texts);
    data->changes.push_back(rate.first);
    if (rate.has_end()) data->changes.push_back(rate.last + std::chrono::days{1});
  }
  data->rows = std::move(rows);
  std::sort(data->changes.begin(), data->changes.end());
  data->changes.erase(std::unique(data->changes.begin(), data->changes.end()), data->changes.end());

  data->in_force.resize(data->changes.size() + 1);
  std::size_t row = 0;
  for (std::size_t key = 0; key < rate_key_count; ++key) {
    data->begin_of_key[key] = row;
    for (; row < data->rows.size() && static_cast<std::size_t>(data->rows[row].key) == key; ++row) {
      const Rate& rate = data->rows[row];
      auto period =
          static_cast<std::size_t>(std::lower_bound(data->changes.begin(), data->changes.end(), rate.first) - data->changes.begin());
      for (; period < data->changes.size() && data->changes[period] <= rate.last; ++period) data->in_force[period + 1][key] = &rate;
    }
  }
  data->begin_of_key[rate_key_count] = row;
  return RateTable(std::move(data));
}

RateTable RateTable::embedded() {
  const auto rows = embedded_rates();
  return of({rows.begin(), rows.end()}).value();
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
  std::vector<Rate> rows(data_->rows);
  for (const Rate& rate : added) {
    if (auto wrong = what_is_wrong(rate)) return std::move(*wrong);
    std::vector<Rate> kept;
    kept.reserve(rows.size() + 2);
    for (const Rate& old : rows) {
      if (old.key != rate.key || old.last < rate.first || old.first > rate.last) {
        kept.push_back(old);
        continue;
      }
      if (old.first < rate.first) {
        kept.push_back(old);
        kept.back().last = rate.first - std::chrono::days{1};
      }
      if (old.last > rate.last) {
        kept.push_back(old);
        kept.back().first = rate.last + std::chrono::days{1};
      }
    }
    kept.push_back(rate);
    rows = std::move(kept);
  }
  return of(std::move(rows));
}

RatesOnDate RateTable::on(std::chrono::sys_days day) const noexcept {
  const auto& changes = data_->changes;
  const std::chrono::sys_days* base = changes.data();
  std::size_t length = changes.size();
  // Branch-free halving: how many changes are on or before the day. No table is without a row.
  while (length > 1) {
    const std::size_t half = length / 2;
    base += static_cast<std::ptrdiff_t>(base[half - 1] <= day ? half : 0);
    length -= half;
  }
  const auto before = static_cast<std::size_t>(base - changes.data()) + static_cast<std::size_t>(*base <= day);
  return RatesOnDate(data_->in_force[before], day);
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

}  // namespace fleks
