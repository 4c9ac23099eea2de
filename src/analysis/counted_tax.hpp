#pragma once

#include <cstdint>

#include "rates/rate_reader.hpp"
#include "rules/number.hpp"

// The law's number for the taxes of a population: amounts as counts of 10^-12 øre in 128 bits. Shares are millionths and no tax is a share
// of a share of a share, so that nothing is lost; whoever asks sees first that the rates are counted. An addition is one of whole numbers.

namespace fleks::law {

/// A rate of the tax: exact, and counted, as an amount and as a share.
class CountedRate {
 public:
  static constexpr std::int64_t millionths = 1'000'000;

  CountedRate() = default;
  CountedRate(const Exact& rate) noexcept : exact_(rate) {
    const Exact counted = rate * Exact::whole(millionths);
    const Exact whole = counted.whole_part_exact(Rounding::never);
    counted_ = !whole.out_of_range() && whole.numerator() == static_cast<std::int64_t>(whole.numerator());
    if (counted_) millionths_ = static_cast<std::int64_t>(whole.numerator());
  }
  /// Whether it comes out even, as every rate that has been published does.
  [[nodiscard]] bool is_counted() const noexcept { return counted_; }
  [[nodiscard]] const Exact& exact() const noexcept { return exact_; }
  [[nodiscard]] std::int64_t in_millionths() const noexcept { return millionths_; }

  friend CountedRate operator+(const CountedRate& a, const CountedRate& b) noexcept { return a.exact_ + b.exact_; }
  friend CountedRate operator-(const CountedRate& a, const CountedRate& b) noexcept { return a.exact_ - b.exact_; }
  friend CountedRate operator*(const CountedRate& a, const CountedRate& b) noexcept { return a.exact_ * b.exact_; }

 private:
  Exact exact_{};
  std::int64_t millionths_ = 0;
  bool counted_ = true;
};
inline CountedRate least(Cause cause, const CountedRate& a, const CountedRate& b) noexcept { return least(cause, a.exact(), b.exact()); }
inline CountedRate not_below_zero(Cause cause, const CountedRate& a) noexcept { return not_below_zero(cause, a.exact()); }
inline CountedRate in_smallest_terms(const CountedRate& rate) noexcept { return rate.exact().reduced(); }
inline bool takes_anything(const CountedRate& share) noexcept { return share.in_millionths() > 0; }

/// Reads rates, and sees whether each of them comes out even.
class EvenRates {
 public:
  explicit EvenRates(RateReader& read) noexcept : read_(read) {}
  CountedRate operator()(RateKey key) { return seen(read_(key)); }
  CountedRate if_in_force_yet(RateKey key, const RateTable& table) { return seen(read_.if_in_force_yet(key, table)); }
  [[nodiscard]] bool not_yet(RateKey key, const RateTable& table) const { return read_.not_yet(key, table); }
  [[nodiscard]] auto date() const { return read_.date(); }
  CountedRate seen(const CountedRate& rate) noexcept {
    all_even_ = all_even_ && rate.is_counted();
    return rate;
  }
  [[nodiscard]] bool all_even() const noexcept { return all_even_; }

 private:
  RateReader& read_;
  bool all_even_ = true;
};

/// An amount of a year's tax.
class CountedTax {
 public:
  constexpr CountedTax() = default;
  explicit CountedTax(const CountedRate& amount) noexcept : count_(int128{amount.in_millionths()} * CountedRate::millionths) {}
  /// A whole number, as the hours of a band.
  explicit constexpr CountedTax(const Exact& whole) noexcept : count_(whole.numerator() * one) {}
  [[nodiscard]] static constexpr CountedTax oere(std::int64_t amount) noexcept { return CountedTax(int128{amount} * one); }
  /// Hours, in ten-thousandths.
  [[nodiscard]] static constexpr CountedTax ten_thousandths(std::int64_t count) noexcept {
    return CountedTax(int128{count} * (one / 10'000));
  }

  friend constexpr CountedTax operator+(CountedTax a, CountedTax b) noexcept { return CountedTax(a.count_ + b.count_); }
  friend constexpr CountedTax operator-(CountedTax a, CountedTax b) noexcept { return CountedTax(a.count_ - b.count_); }
  /// Of an amount that is a share of whole øre at most, which comes out even.
  friend CountedTax operator*(CountedTax a, const CountedRate& share) noexcept {
    return CountedTax(in_millions(a.count_ * share.in_millionths()));
  }
  [[nodiscard]] constexpr CountedTax times(std::int64_t whole) const noexcept { return CountedTax(count_ * whole); }
  [[nodiscard]] constexpr bool is_positive() const noexcept { return count_ > 0; }
  [[nodiscard]] constexpr bool is_negative() const noexcept { return count_ < 0; }
  [[nodiscard]] constexpr CountedTax kroner_only() const noexcept { return oere(whole_parts(100) * 100); }
  /// The nearest øre of a part of it, half up; of what is not below zero.
  [[nodiscard]] constexpr std::int64_t nearest_oere_of(std::int64_t parts) const noexcept {
    return CountedTax(2 * count_ + parts * one).whole_parts(2 * parts);
  }

 private:
  static constexpr int128 one = int128{CountedRate::millionths} * CountedRate::millionths;
  explicit constexpr CountedTax(int128 count) noexcept : count_(count) {}
  /// A millionth of what is divided by a million: by 2^6 it is moved, by 5^6 it is multiplied by what is its inverse in 128 bits.
  static constexpr int128 in_millions(int128 even) noexcept { return static_cast<int128>(static_cast<uint128>(even >> 6) * inverse); }
  static constexpr uint128 inverse = [] {
    constexpr uint128 five_6 = 15'625;
    uint128 x = 1;
    for (int bits = 1; bits < 128; bits *= 2) x *= 2 - five_6 * x;
    return x;
  }();
  static_assert(inverse * 15'625 == 1);
  /// How many times so many øre are in it, the rest left out; 2^12 of the divisor are moved away, so that most fit 64 bits.
  [[nodiscard]] constexpr std::int64_t whole_parts(std::int64_t oere) const noexcept {
    constexpr std::int64_t five_12 = 244'140'625;
    const int128 moved = count_ >> 12, divisor = int128{five_12} * oere;
    if (moved >= 0 && moved <= INT64_MAX) return static_cast<std::int64_t>(moved) / static_cast<std::int64_t>(divisor);
    return static_cast<std::int64_t>(count_ / (one * oere));
  }

  int128 count_ = 0;
};

constexpr CountedTax not_below_zero(Cause, CountedTax a) noexcept { return a.is_positive() ? a : CountedTax{}; }
constexpr CountedTax above(Cause cause, CountedTax a, CountedTax limit) noexcept { return not_below_zero(cause, a - limit); }
constexpr CountedTax least(Cause, CountedTax a, CountedTax b) noexcept { return (a - b).is_negative() ? a : b; }
constexpr CountedTax if_not_negative(Cause, CountedTax test, CountedTax then, CountedTax otherwise) noexcept {
  return test.is_negative() ? otherwise : then;
}
constexpr CountedTax whole_kroner(CountedTax a) noexcept { return a.kroner_only(); }

}  // namespace fleks::law
