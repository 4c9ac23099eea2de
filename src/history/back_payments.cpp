#include "history/back_payments.hpp"

#include <bit>

#include "history/days.hpp"
#include "history/holidays.hpp"
#include "history/sanctioned.hpp"
#include "rules/regulation.hpp"

namespace fleks::history {
namespace {

/// The days for which ledighedsydelse is paid in a month: without a job, and in holiday in a fleksjob.
DaySet paid_days(const Known& known, Month month, DayNumber as_of) {
  return (days_without_sanction(known, month, as_of) & ~untaken_days(known, month, as_of)) |
         holidays_on_benefit_in_job(known, month, as_of);
}

}  // namespace

PaidForDays paid_for_days(const Known& known, Month month, Money of_month, Stretch days, DayNumber as_of) {
  PaidForDays out;
  const DaySet paid = paid_days(known, month, as_of);
  out.all_days = std::popcount(paid);
  out.days = std::popcount(paid & days_in(month, days));
  if (out.days != 0) out.amount = law::paid_for_days(Exact::of(of_month), out.days, out.all_days);
  return out;
}

void tell_back_payments(const Known& known, const CaseMonth& month, DayNumber as_of, Told& told) {
  if (!month.benefit) return;
  for (std::size_t i = 0; i < known.back_payments.size(); ++i) {
    if (!known.back_payments[i].at(as_of)) continue;
    const PaidForDays paid =
        paid_for_days(known, month.month, month.benefit->ledighedsydelse, days_of(known.facts.back_payments[i].period), as_of);
    if (paid.days == 0) continue;
    told.fact(FactUsed::Kind::back_payment, i, paid.amount);
    told.step(paid.amount, steps::BackPayment{.days = Exact::whole(paid.days),
                                              .all_days = Exact::whole(paid.all_days),
                                              .paid = Exact::of(month.benefit->ledighedsydelse)})
        .rests_on_choice = paid.days != paid.all_days;
  }
}

}  // namespace fleks::history
