#pragma once

#include <random>

#include <fleks/fleks.hpp>

#include "oracle/oracle.hpp"
#include "source_file.hpp"

namespace against {

inline const oracle::RateBook& book() {
  static const oracle::RateBook rates = oracle::RateBook::read(source_file("/src/rates/rates.csv"));
  return rates;
}
inline const fleks::RateTable& table() {
  static const fleks::RateTable rates = fleks::RateTable::embedded();
  return rates;
}

inline oracle::Number number(fleks::Money m) { return oracle::ratio(m.in_oere(), 100); }
inline oracle::Number number(fleks::Days d) { return oracle::ratio(d.ten_thousandths(), 10'000); }
inline oracle::Number number(fleks::Hours h) { return oracle::ratio(h.ten_thousandths(), 10'000); }
inline oracle::Number number(fleks::Exact x) {
  return oracle::Number(oracle::Integer(static_cast<std::int64_t>(x.reduced().numerator())),
                        oracle::Integer(static_cast<std::int64_t>(x.reduced().denominator())));
}
/// Kroner of an exact amount in øre.
inline oracle::Number kroner(fleks::Exact oere) { return number(oere) / 100; }
inline oracle::Month month(fleks::Month m) { return {int{m.year()}, static_cast<int>(unsigned{m.month()})}; }
inline oracle::Day day(fleks::Date d) {
  return {int{d.year()}, static_cast<int>(unsigned{d.month()}), static_cast<int>(unsigned{d.day()})};
}

/// Random facts from a fixed seed.
class Dice {
 public:
  explicit Dice(unsigned seed) : engine_(seed) {}
  std::int64_t from_to(std::int64_t first, std::int64_t last) { return std::uniform_int_distribution<std::int64_t>(first, last)(engine_); }
  bool one_in(int n) { return from_to(1, n) == 1; }
  fleks::Money oere_up_to(std::int64_t kroner) { return fleks::Money::oere(from_to(0, kroner * 100)); }
  fleks::Money kroner_up_to(std::int64_t kroner) { return fleks::Money::kroner(from_to(0, kroner)); }

 private:
  std::mt19937 engine_;
};

}  // namespace against
