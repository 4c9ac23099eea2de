#pragma once

#include <fleks/facts/case.hpp>

/// Ten years, two fleksjob after each other and an ordinary job beside them, three hundred wage records, ceilings every
/// year, holiday, sickness, and a wage that was corrected.
inline fleks::Case ten_years() {
  using namespace fleks;
  using std::chrono::year;
  Case c;
  c.name = "Ti År";
  c.sickness_benefit_right = true;
  c.first = year{2015} / 2;
  c.last = year{2025} / 1;
  const auto add = [&](const char* id, Employment::Kind kind, Date from, std::optional<Date> to) {
    Employment e;
    e.id = e.employer = id;
    e.kind = kind;
    e.from = from;
    e.to = to;
    if (kind == Employment::Kind::fleksjob)
      for (year y = from.year(); y <= (to ? to->year() : year{2025}); ++y) {
        const Date day = std::max(Date{y / 4 / 1}, from);
        if (to && day > *to) break;
        e.ceilings.push_back(
            {{.known = day, .source = FactSource::employer}, day, {}, Ceiling::stated(Money::kroner(22'000 + 400 * (int{y} - 2015)))});
      }
    c.employments.push_back(e);
  };
  add("brugsen", Employment::Kind::fleksjob, year{2014} / 11 / 3, Date{year{2019} / 8 / 31});
  add("skolen", Employment::Kind::fleksjob, year{2019} / 11 / 1, {});
  add("avisen", Employment::Kind::other, year{2014} / 11 / 1, {});
  c.ledighedsydelse.push_back(
      {{.known = year{2019} / 9 / 1, .source = FactSource::municipality}, year{2019} / 9 / 1, Date{year{2019} / 10 / 31}, {}});
  for (Month m = year{2014} / 12; m <= c.last; m = month_after(m))
    for (std::size_t e = 0; e < 3; ++e) {
      const Employment& job = c.employments[e];
      if (first_day(m) < job.from || (job.to && last_day(m) > *job.to)) continue;
      WageRecord w;
      w.record = {.known = last_day(m), .source = FactSource::income_register};
      w.employment = e;
      w.period = {first_day(m), last_day(m)};
      w.disposal = last_day(m);
      w.am_income = Money::kroner(e == 2 ? 1'500 : 7'000 + 10 * static_cast<int>(unsigned{m.month()}));
      w.own_pension = Money::kroner(e == 2 ? 0 : 280);
      w.employer_pension = Money::kroner(e == 2 ? 0 : 560);
      w.paid_hours = Hours::whole(e == 2 ? 10 : 52);
      const bool wrong = e == 1 && m == year{2022} / 5;
      if (wrong) w.record.id = "forkert";
      c.wages.push_back(w);
      if (wrong) {
        w.record = {.corrects = "forkert", .known = year{2022} / 9 / 20, .source = FactSource::income_register};
        w.am_income = Money::kroner(9'000);
        c.wages.push_back(w);
      }
    }
  for (int y = 2015; y <= 2024; ++y) {
    const Date monday = Date{std::chrono::sys_days{std::chrono::Monday[2] / 7 / y}};
    HolidayTaken h;
    // The days earned with pay come first (LY-11): in a job that earns 25 a year there are none on ledighedsydelse.
    h.kind = HolidayTaken::Kind::paid;
    h.record = {.known = Date{year{y} / 6 / 1}, .source = FactSource::citizen};
    h.employment = y < 2020 ? 0U : 1U;
    h.period = {monday, Date{std::chrono::sys_days{monday} + std::chrono::days{4}}};
    c.holidays.push_back(h);
    DailyBenefit b;
    b.record = {.known = Date{year{y} / 3 / 31}, .source = FactSource::municipality};
    b.period = {Date{year{y} / 3 / 4}, Date{year{y} / 3 / 15}};
    b.paid = Date{year{y} / 3 / 31};
    b.amount = Money::kroner(2'000);
    c.daily_benefits.push_back(b);
  }
  return c;
}
