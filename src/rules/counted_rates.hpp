#pragma once

#include <fleks/facts/options.hpp>

#include "rates/rate_reader.hpp"
#include "rules/atp_of_wage.hpp"
#include "rules/counted.hpp"

// A table's rates as counts, and whether a month's are of a size that 64 bits hold.

namespace fleks::law {

/// A rate, or an amount that is one, as the table counts it.
struct RateRead : RateCount {
  explicit constexpr RateRead(RateCount count) noexcept : RateCount(count) {}
  template <class Count>
  constexpr operator CountedIn<Count>() const noexcept {
    return CountedIn<Count>(static_cast<RateCount>(*this));
  }
  friend constexpr RateRead operator*(RateRead a, const Exact& b) noexcept { return RateRead(static_cast<RateCount>(a) * b); }
};

/// Reads rates as counts; which is missing, a `RateReader` says.
class RateCounter {
 public:
  explicit RateCounter(const RatesOnDate& rates) noexcept : rates_(rates), read_(rates) {}
  RateRead operator()(RateKey key) noexcept { return RateRead(RateCount::of_table(key, read_.count(key))); }
  // What is not in force yet counts nothing.
  RateRead if_in_force_yet(RateKey key, const RateTable&) noexcept { return (*this)(key); }
  [[nodiscard]] bool not_yet(RateKey key, const RateTable& table) const noexcept { return read_.not_yet(key, table); }
  [[nodiscard]] Date date() const noexcept { return rates_.date(); }
  [[nodiscard]] bool failed() const noexcept { return read_.failed(); }

 private:
  const RatesOnDate& rates_;
  CountReader read_;
};

/// What pay and any other amount of a month may be for `NarrowAmount`, which holds a million kroner: a week of 168 hours at that pay is
/// 364.000 kr. a month, as much again is the employer's pension at the most, and the others together leave room below it.
inline constexpr Money most_narrow_pay = Money::kroner(500), most_narrow = Money::kroner(50'000);

/// Whether a month's rates are as small.
[[nodiscard]] inline bool are_narrow(const RatesOnDate& rates) noexcept {
  const auto within = [&rates](Money most, const auto& keys) {
    bool all = true;
    for (const RateKey key : keys) all &= rates.count(key) <= most.in_oere();
    return all;
  };
  static constexpr std::array an_hour{RateKey::atp_subsidy_public_per_hour};
  static constexpr std::array a_month{RateKey::fleksloentilskud_max_month, RateKey::taper_threshold_month,
                                      RateKey::atp_subsidy_own_max_month, RateKey::atp_subsidy_public_under_39h_month};
  return within(most_narrow_pay, an_hour) && within(most_narrow, a_month) && within(most_narrow, AtpBands::own_keys) &&
         within(most_narrow, AtpBands::employer_keys) && within(most_narrow, AtpBands::full_keys);
}

}  // namespace fleks::law
