#pragma once

#include <algorithm>
#include <cstdint>

#include "rules/counted.hpp"
#include "rules/net_picture.hpp"

// The law's number that is only how fine an amount is: its decimals, and how often it is divided by three. Run with it, a rule tells how
// small the parts of an øre are that its amounts consist of, whatever the amounts are; so it is the rules themselves that say whether
// `CountedAmount` can hold them.

namespace fleks::law {

class Places {
 public:
  static constexpr int beyond = 100;  // no number of places is enough

  constexpr Places() = default;
  explicit constexpr Places(const Exact& x) noexcept {
    if (x.denominator() == 1) return;
    auto rest = static_cast<std::uint64_t>(x.denominator());
    int twos = 0, fives = 0;
    if (x.out_of_range() || static_cast<int128>(rest) != x.denominator()) rest = 0;
    if (rest != 0) twos = std::countr_zero(rest);
    rest >>= twos;
    for (; rest > 1 && rest % 5 == 0; rest /= 5) ++fives;
    for (; rest > 1 && rest % 3 == 0; rest /= 3) ++thirds_;
    decimals_ = rest == 1 ? std::max(twos, fives) : beyond;
  }
  static constexpr Places of(int decimals, int thirds) noexcept { return Places(decimals, thirds); }

  /// Whether an amount is whole in the parts it is counted in, also when it is so many decimals finer.
  template <class Amount = CountedAmount>
  [[nodiscard]] constexpr bool counted(int finer) const noexcept {
    return decimals_ + finer <= Amount::decimals && thirds_ <= 2;
  }
  [[nodiscard]] constexpr int decimals() const noexcept { return decimals_; }

  friend constexpr Places operator+(Places a, Places b) noexcept {
    return Places(std::max(a.decimals_, b.decimals_), std::max(a.thirds_, b.thirds_));
  }
  friend constexpr Places operator-(Places a, Places b) noexcept { return a + b; }
  friend constexpr Places operator*(Places a, Places b) noexcept { return Places(a.decimals_ + b.decimals_, a.thirds_ + b.thirds_); }
  /// A share of it, which has no more places than one is counted with.
  friend constexpr Places operator*(Places a, const Exact& b) noexcept {
    const Places share(b);
    return share.decimals_ <= 6 && share.thirds_ <= 2 ? a * share : Places(beyond, 0);
  }
  friend constexpr Places operator*(Places a, AllOfIt) noexcept { return a; }
  friend constexpr Places operator*(Places, NoneOfIt) noexcept { return {}; }

 private:
  constexpr Places(int decimals, int thirds) noexcept : decimals_(decimals), thirds_(thirds) {}
  int decimals_ = 0, thirds_ = 0;
};

// What bends or is rounded is as fine as what it comes from: lines are the law before any rounding.
constexpr Places not_below_zero(Cause, Places a) noexcept { return a; }
constexpr Places above(Cause, Places a, Places limit) noexcept { return a + limit; }
constexpr Places least(Cause, Places a, Places b) noexcept { return a + b; }
constexpr Places if_positive(Cause, Places test, Places then, Places otherwise) noexcept { return test + then + otherwise; }
constexpr Places if_not_negative(Cause, Places test, Places then, Places otherwise) noexcept { return test + then + otherwise; }
constexpr Places whole_steps(Cause, Places amount, const Exact& step) noexcept { return amount + Places(step); }
constexpr Places nearest_krone(Places a) noexcept { return a; }
constexpr Places nearest_oere(Places a) noexcept { return a; }
constexpr Places whole_kroner(Places a) noexcept { return a; }

struct PlacesNumbers : ExactNumbers {
  using Whole = Places;
  using Fine = Places;
  using Part = AllOfIt;
  using Days = NoneOfIt;
  using Hours = Places;
  using AnHour = Places;
};
template <>
struct NumbersOf<Places> {
  using type = PlacesNumbers;
};

}  // namespace fleks::law
