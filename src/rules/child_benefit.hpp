#pragma once

#include <span>

#include "rules/number.hpp"

// BOERN (rulebook 8): børne- og ungeydelse and børnetilskud of a year; neither is taxed.

namespace fleks::law {

struct ChildRates {
  Exact youngest, before_school, school;  // a child a year, by age
  Exact taper_share, taper_threshold;
  Exact allowance, extra_allowance;  // of a single parent: per child, and once
};

/// børne- og ungeydelsesloven § 1: the ages from which the next amount holds, and from which there is none.
inline constexpr int before_school_from = 3, school_from = 7, child_until = 18;

/// BOERN (børne- og ungeydelsesloven § 1): the amounts of the children's ages.
inline Exact child_benefit_by_age(std::span<const int> ages, const ChildRates& r) {
  Exact all;
  for (const int age : ages) {
    if (age >= child_until) continue;
    all += age < before_school_from ? r.youngest : age < school_from ? r.before_school : r.school;
  }
  return all;
}

/// BOERN (børnetilskudsloven §§ 2-3): ordinary allowance per child of a single parent, and one extra.
inline Exact child_allowance(std::span<const int> ages, const ChildRates& r) {
  std::int64_t children = 0;
  for (const int age : ages) children += age < child_until ? 1 : 0;
  return children == 0 ? Exact{} : r.allowance * Exact::whole(children) + r.extra_allowance;
}

/// BOERN (børne- og ungeydelsesloven § 1 a): less a share of the income above the limit, never below zero.
template <class N>
N child_benefit(const Exact& by_age, const N& personal_income, const ChildRates& r) {
  const N taper = above(Cause::child_benefit_taper, personal_income, N(r.taper_threshold)) * r.taper_share;
  return above(Cause::child_benefit_gone, N(by_age), taper);
}

}  // namespace fleks::law
