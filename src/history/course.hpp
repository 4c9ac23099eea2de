#pragma once

#include <vector>

#include <fleks/history/case_statement.hpp>

#include "history/known.hpp"
#include "rules/long_term.hpp"

// What a row of months shows beside the amounts of each.

namespace fleks::history {

/// What the citizen lives on in a month, day by day; neighbours of one kind together.
[[nodiscard]] std::vector<LivingDays> living(const Known& known, Month month, DayNumber as_of);
/// LY-14: whole months on ledighedsydelse, since the last fleksjob and within 24; each of them is looked at
/// once, however many months count it.
class MonthsOnBenefit {
 public:
  MonthsOnBenefit(const Known& known, DayNumber as_of);
  void count(CaseMonth& out);

 private:
  [[nodiscard]] law::MonthOnBenefit look_at(Month month) const;

  const Known& known_;
  DayNumber as_of_;
  std::optional<int> first_{};                              // the first month of any period; none: nothing to count
  std::vector<std::optional<law::MonthOnBenefit>> seen_{};  // from that month
};
/// FERIE-1, LY-8, LY-11: what is earned and held, ferieår by ferieår; in September to December the year before first.
void keep_accounts(std::vector<CaseMonth>& months, const Known& known, DayNumber as_of);

}  // namespace fleks::history
