#pragma once

#include <fleks/facts/month_facts.hpp>
#include <fleks/facts/options.hpp>

namespace fleks {

/// The facts of a job's first month (FLT-20), which begins in it: whose wage it rests on where the law leaves a choice.
///
/// Example: `FirstMonth::own_wage` makes the subsidy month the wage month, unless another is given.
inline void begin_job(MonthFacts& facts, FirstMonth choice) noexcept {
  switch (choice) {
    case FirstMonth::own_wage:
      if (!facts.wage_month) facts.wage_month = facts.month;
      break;
    case FirstMonth::no_deduction:
      facts.wage_month = facts.month;
      facts.pay = Pay::am_income(Money{});
      facts.own_pension = facts.employer_pension = Contribution{};
      facts.right_without_wage = true;
      break;
    case FirstMonth::no_subsidy: facts.no_subsidy = true; break;
  }
}

}  // namespace fleks
