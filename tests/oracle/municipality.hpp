// The municipality's ledger in plain rational numbers: KOM-1 to KOM-7, without a line of the library's.
#pragma once

#include "oracle.hpp"

namespace oracle {

enum class Week { neither, benefit, self_support };

// KOM-1 to KOM-3: the count after each week of a row whose first Monday is `first`.
std::vector<int> benefit_weeks(const Day& first, const std::vector<Week>& weeks, int before);

// KOM-1: the share of the week with benefits of that number, a part of one.
Number staircase(int week);

enum class Scheme { staircase, old, old_offer, old_alone };

struct PurseWeek {
  int weeks = 0;
  Scheme scheme = Scheme::staircase;
  Number subsidy, ledighedsydelse;
};

struct Purses {
  Number benefit, refund_unrounded;
  Ore refund = 0, fleksbidrag = 0, municipality = 0;
};

// KOM-1, 5, 6, 7: a month of such weeks. `base`: M. `cap`: fleksbidrag_max_month.
Purses purses(const std::vector<PurseWeek>& weeks, const Number& base, const std::optional<Number>& wage, const Number& cap,
              bool m_less_refund);

}  // namespace oracle
