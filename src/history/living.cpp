#include <algorithm>
#include <bit>

#include "history/course.hpp"
#include "history/days.hpp"
#include "history/holidays.hpp"
#include "history/sanctioned.hpp"
#include "values/few.hpp"

namespace fleks::history {
namespace {

/// What is lived on day by day: what is laid later covers what lay there.
class Layers {
 public:
  explicit Layers(Month month) : month_(month) { lay(days_in(month, Stretch{number_of(first_day(month)), no_end}), Living::nothing_known); }

  void lay(DaySet days, Living on, std::size_t employment = 0) {
    if (days == 0) return;
    for (Layer& under : layers_) under.days &= ~days;
    layers_.erase(std::remove_if(layers_.begin(), layers_.end(), [](const Layer& under) { return under.days == 0; }), layers_.end());
    layers_.push_back({days, on, static_cast<std::uint32_t>(employment)});
  }
  /// Neighbours of one kind together, in the order of the days.
  [[nodiscard]] std::vector<LivingDays> together() const {
    std::vector<LivingDays> out;
    for (int day = 0, length = days_in(month_); day < length;) {
      const Layer& here = *std::ranges::find_if(layers_, [&](const Layer& layer) { return (layer.days >> day & 1) != 0; });
      const int end = day + std::countr_one(here.days >> day);
      const Period days{day_at(month_, day), day_at(month_, end - 1)};
      if (!out.empty() && out.back().on == here.on && out.back().employment == here.employment)
        out.back().days.last = days.last;
      else
        out.push_back({days, here.on, here.employment});
      day = end;
    }
    return out;
  }

 private:
  struct Layer {
    DaySet days{};
    Living on{};
    std::uint32_t employment{};
  };
  Month month_;
  Few<Layer, 8> layers_{};
};

void lay_holidays(Layers& days, const Known& known, Month month, DayNumber as_of) {
  for (std::size_t i = 0; i < known.holidays.size(); ++i) {
    const HolidayTaken& h = known.facts.holidays[i];
    if (h.kind == HolidayTaken::Kind::untaken || !touches(h, month) || !holiday_counts(known, i, as_of)) continue;
    const Living on = h.kind == HolidayTaken::Kind::ledighedsydelse ? Living::holiday_on_benefit
                      : h.kind == HolidayTaken::Kind::unpaid        ? Living::unpaid_holiday
                                                                    : Living::paid_holiday;
    days.lay(days_in(month, days_of(h.period)), on);
  }
}

}  // namespace

std::vector<LivingDays> living(const Known& known, Month month, DayNumber as_of) {
  Layers days(month);
  for (const bool fleks : {false, true})
    for (std::size_t i = 0; i < known.jobs.size(); ++i)
      if (known.jobs[i].fleks == fleks)
        days.lay(days_in(month, known.jobs[i].known(as_of)),
                 known.jobs[i].old_scheme ? Living::old_scheme
                 : fleks                  ? Living::fleksjob
                                          : Living::other_work,
                 i);
  if (const DaySet on_benefit = benefit_days(known, month, as_of); on_benefit != 0) {
    days.lay(on_benefit, Living::ledighedsydelse);
    const SanctionDays sanctions(known, month, as_of);
    for (std::size_t i = 0; i < known.sanctions.size(); ++i) days.lay(sanctions.of(i), Living::sanction);
    days.lay(on_benefit & ~days_with_right(known, month, as_of), Living::right_ended);
  }
  lay_holidays(days, known, month, as_of);
  for (std::size_t i = 0; i < known.daily_benefits.size(); ++i)
    if (known.daily_benefits[i].at(as_of)) days.lay(days_in(month, days_of(known.facts.daily_benefits[i].period)), Living::daily_benefit);
  return days.together();
}

}  // namespace fleks::history
