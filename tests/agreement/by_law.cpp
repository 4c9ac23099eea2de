#include <doctest/doctest.h>

#include "oracle/law.hpp"
#include "statement/against_oracle.hpp"

// Months by the law of each, dates and all, against the rulebook's second writing of the dated law: whole and part months,
// expected to the øre.

using namespace fleks;
namespace dated = oracle::law;
using against::number;

namespace {

struct Made {
  MonthFacts facts{};
  dated::SubsidyFacts expected{};
};

Made made(against::Dice& dice) {
  Made m;
  MonthFacts& f = m.facts;
  dated::SubsidyFacts& e = m.expected;
  f.month = Month{std::chrono::year{2013}, std::chrono::April} + std::chrono::months{dice.from_to(0, 12 * 13 - 4)};
  const auto amount = [&](int one_in) { return dice.one_in(one_in) ? dice.oere_up_to(16'000) : Money{}; };
  const Money pay = dice.one_in(9) ? Money{} : dice.oere_up_to(30'000), own = amount(3), employer = amount(3);
  f.pay = Pay::am_income(pay);
  f.own_pension = Contribution::of(own);
  f.employer_pension = Contribution::of(employer);
  f.other_wage = amount(4);
  f.care_income = amount(5);
  f.daily_benefit = amount(5);
  f.unclaimed_benefit = amount(8);
  if (dice.one_in(2)) f.ceiling = Ceiling::stated(dice.oere_up_to(45'000));
  if (dice.one_in(2)) f.paid_hours = Hours::whole(dice.from_to(0, 160));
  if (dice.one_in(4)) {
    f.ledighedsydelse_days = Days::whole(dice.from_to(1, 10));
    f.ledighedsydelse = dice.oere_up_to(9'000);
  }
  e.wage = number(pay) + number(own) + number(employer);
  e.other_wage = number(f.other_wage);
  e.care_income = number(f.care_income);
  e.daily_benefit = number(f.daily_benefit);
  e.unclaimed_benefit = number(f.unclaimed_benefit);
  if (f.ceiling.form == Ceiling::Form::stated) e.ceiling = number(f.ceiling.amount);
  if (f.paid_hours) e.paid_hours = number(*f.paid_hours);
  e.holiday_days = number(f.ledighedsydelse_days);
  if (f.ledighedsydelse) e.holiday_benefit = number(*f.ledighedsydelse);
  Month wage_month = month_before(f.month);
  if (dice.one_in(4)) {
    // FLT-13, FLT-20: a job that begins in the month rests on its own wage, one that ends on that of a whole month.
    const auto day = std::chrono::sys_days{first_day(f.month)} + std::chrono::days{dice.from_to(4, 22)};
    const bool begins = dice.one_in(2);
    f.job = begins ? Period{Date{day}, last_day(f.month)} : Period{first_day(f.month), Date{day}};
    if (begins) {
      wage_month = f.month;
      f.wage_month = f.month;
    }
    const int covered = weekdays(f.job->first, f.job->last);
    if (covered != weekdays(f.month)) {
      e.covered = begins ? dated::Covered::own_wage : dated::Covered::wage_of_whole;
      e.covered_weekdays = covered;
    }
    e.calendar_part = oracle::ratio((std::chrono::sys_days{f.job->last} - std::chrono::sys_days{f.job->first}).count() + 1,
                                    unsigned{last_day(f.month).day()});
  }
  e.month = against::month(f.month);
  e.wage_month = against::month(wage_month);
  return m;
}

}  // namespace

TEST_CASE("20.000 random months by the law of each agree with the dated oracle on every amount") {
  against::Dice dice(20140430);
  int wrong = 0, paid = 0;
  for (int i = 0; i < 20'000 && wrong < 10; ++i) {
    const Made m = made(dice);
    const auto given = fleksloentilskud(m.facts, against::table());
    REQUIRE(given.has_value());
    const dated::Subsidy expected = dated::subsidy(m.expected, {}, against::book());
    paid += expected.fleksloentilskud > 0;
    const oracle::Ore unknown = -1;
    const oracle::Ore public_atp = given->public_atp ? given->public_atp->in_oere() : unknown;
    if (given->fleksloentilskud.in_oere() == expected.fleksloentilskud && given->own_atp.in_oere() == expected.own_atp &&
        given->payout.in_oere() == expected.payout && given->obligatory_pension.in_oere() == expected.obligatory_pension &&
        public_atp == expected.public_atp.value_or(unknown))
      continue;
    ++wrong;
    MESSAGE(to_text(m.facts.month) << ": subsidy " << to_text(given->fleksloentilskud) << ", oracle " << expected.fleksloentilskud
                                   << " øre; payout " << to_text(given->payout) << ", " << expected.payout << "; public ATP " << public_atp
                                   << ", " << expected.public_atp.value_or(unknown) << "; pension " << to_text(given->obligatory_pension)
                                   << ", " << expected.obligatory_pension);
  }
  CHECK(wrong == 0);
  CHECK(paid > 8'000);
}
