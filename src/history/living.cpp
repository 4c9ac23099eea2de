#include <array>
#include <bit>

#include "history/course.hpp"
#include "history/days.hpp"
#include "history/holidays.hpp"
#include "history/sanctioned.hpp"

namespace fleks::history {
namespace {

class EachDay {
 public:
  explicit EachDay(Month month) : month_(month) { days_.fill({{}, Living::nothing_known, 0}); }

  void set(DaySet days, Living on, std::size_t employment = 0) {
    for (; days != 0; days &= days - 1)
      days_[static_cast<std::size_t>(std::countr_zero(days))] = {{}, on, static_cast<std::uint32_t>(employment)};
  }
  [[nodiscard]] std::vector<LivingDays> together() const {
    std::vector<LivingDays> out;
    for (int i = 0, length = days_in(month_); i < length; ++i) {
      const LivingDays& here = days_[static_cast<std::size_t>(i)];
      const Date day = day_at(month_, i);
      if (!out.empty() && out.back().on == here.on && out.back().employment == here.employment)
        out.back().days.last = day;
      else
        out.push_back({{day, day}, here.on, here.employment});
    }
    return out;
  }

 private:
  Month month_;
  std::array<LivingDays, longest_month> days_{};
};

void set_holidays(EachDay& days, const Known& known, Month month, DayNumber as_of) {
  for (std::size_t i = 0; i < known.holidays.size(); ++i) {
    const HolidayTaken& h = known.facts.holidays[i];
    if (h.kind == HolidayTaken::Kind::untaken || !touches(h, month) || !holiday_counts(known, i, as_of)) continue;
    const Living on = h.kind == HolidayTaken::Kind::ledighedsydelse ? Living::holiday_on_benefit
                      : h.kind == HolidayTaken::Kind::unpaid        ? Living::unpaid_holiday
                                                                    : Living::paid_holiday;
    days.set(days_in(month, days_of(h.period)), on);
  }
}

}  // namespace

std::vector<LivingDays> living(const Known& known, Month month, DayNumber as_of) {
  EachDay days(month);
  for (const bool fleks : {false, true})
    for (std::size_t i = 0; i < known.jobs.size(); ++i)
      if (known.jobs[i].fleks == fleks)
        days.set(days_in(month, known.jobs[i].known(as_of)),
                 known.jobs[i].old_scheme ? Living::old_scheme
                 : fleks                  ? Living::fleksjob
                                          : Living::other_work,
                 i);
  if (const DaySet on_benefit = benefit_days(known, month, as_of); on_benefit != 0) {
    days.set(on_benefit, Living::ledighedsydelse);
    const SanctionDays sanctions(known, month, as_of);
    for (std::size_t i = 0; i < known.sanctions.size(); ++i) days.set(sanctions.of(i), Living::sanction);
    days.set(on_benefit & ~days_with_right(known, month, as_of), Living::right_ended);
  }
  set_holidays(days, known, month, as_of);
  for (std::size_t i = 0; i < known.daily_benefits.size(); ++i)
    if (known.daily_benefits[i].at(as_of)) days.set(days_in(month, days_of(known.facts.daily_benefits[i].period)), Living::daily_benefit);
  return days.together();
}

}  // namespace fleks::history
