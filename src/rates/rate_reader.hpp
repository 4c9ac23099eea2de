#pragma once

#include <fleks/rates/rate_table.hpp>

namespace fleks {

/// Fetches rates of one day for a calculation and remembers the first that is not there.
class RateReader {
 public:
  explicit RateReader(const RatesOnDate& rates) noexcept : rates_(rates) {}
  explicit RateReader(RatesOnDate&&) = delete;  // it would be gone before it is read

  Exact operator()(RateKey key) noexcept {
    const Rate* rate = find(key);
    return rate != nullptr ? rate->exact : Exact{};
  }
  /// The same as the count of øre, or of ten-thousandths.
  std::int64_t count(RateKey key) noexcept {
    const Rate* rate = find(key);
    return rate != nullptr ? rate->count : 0;
  }
  /// Zero before the first period of the key: the scheme did not exist yet.
  Exact if_in_force_yet(RateKey key, const RateTable& table) noexcept { return not_yet(key, table) ? Exact{} : (*this)(key); }
  std::int64_t count_if_in_force_yet(RateKey key, const RateTable& table) noexcept { return not_yet(key, table) ? 0 : count(key); }

  /// Whether the day lies before the first period of the key.
  [[nodiscard]] bool not_yet(RateKey key, const RateTable& table) const noexcept {
    if (rates_.row(key) != nullptr) return false;
    const auto rows = table.rows(key);
    return !rows.empty() && std::chrono::sys_days{rates_.date()} < rows.front().first;
  }
  [[nodiscard]] bool failed() const noexcept { return failed_; }
  [[nodiscard]] Date date() const noexcept { return rates_.date(); }
  [[nodiscard]] Error error() const { return rates_.why_not(missing_); }

 private:
  const Rate* find(RateKey key) noexcept {
    const Rate* rate = rates_.find(key);
    if (rate == nullptr && !failed_) [[unlikely]] {
      failed_ = true;
      missing_ = key;
    }
    return rate;
  }
  const RatesOnDate& rates_;
  RateKey missing_{};
  bool failed_ = false;
};

/// Fetches counts, and asks of all of them together whether they are there: which is missing, a `RateReader` says.
class CountReader {
 public:
  explicit CountReader(const RatesOnDate& rates) noexcept : rates_(rates) {}

  std::int64_t count(RateKey key) noexcept {
    const auto at = static_cast<std::size_t>(key);
    asked_[at / 64] |= std::uint64_t{1} << at % 64;
    return rates_.count(key);
  }
  /// As of `RateReader`.
  [[nodiscard]] bool not_yet(RateKey key, const RateTable& table) const noexcept {
    if (rates_.row(key) != nullptr) [[likely]]
      return false;
    return RateReader(rates_).not_yet(key, table);
  }
  [[nodiscard]] bool failed() const noexcept {
    std::uint64_t missing = 0;
    for (std::size_t word = 0; word < asked_.size(); ++word) missing |= asked_[word] & ~rates_.known()[word];
    return missing != 0;
  }

 private:
  const RatesOnDate& rates_;
  RatesOnDate::Keys asked_{};
};

}  // namespace fleks
