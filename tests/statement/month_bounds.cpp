#include <doctest/doctest.h>

#include <cstdint>
#include <functional>
#include <initializer_list>

#include <fleks/fleks.hpp>

using namespace fleks;

namespace {

constexpr Month march_2022 = std::chrono::year{2022} / std::chrono::March;

/// Whether a month with one fact set is computed; where it is not, the fact is what is told.
bool is_taken(Fact fact, const std::function<void(MonthFacts&)>& set) {
  static const RateTable rates = RateTable::embedded();
  MonthFacts f;
  f.month = march_2022;
  f.pay = Pay::am_income(largest_amount);
  set(f);
  const auto statement = fleksloentilskud(f, rates);
  if (!statement) {
    CHECK(statement.error().field == fact);
    CHECK((statement.error().code == ErrorCode::negative || statement.error().code == ErrorCode::too_large));
  }
  return statement.has_value();
}

constexpr std::int64_t powers_of_two[]{0,
                                       1,
                                       2,
                                       4,
                                       1 << 18,
                                       1 << 19,
                                       1 << 20,
                                       1 << 22,
                                       1 << 23,
                                       std::int64_t{1} << 32,
                                       std::int64_t{1} << 33,
                                       std::int64_t{1} << 34,
                                       std::int64_t{1} << 62};

/// Every count near its bounds, near zero, near a power of two and at the ends of 64 bits, one fact at a time.
template <class Set>
void only_within(Fact fact, std::int64_t most, Set set) {
  const auto check = [&](std::int64_t count) {
    CAPTURE(count);
    CHECK(is_taken(fact, [&](MonthFacts& f) { set(f, count); }) == (count >= 0 && count <= most));
  };
  for (const std::int64_t near : {most, std::int64_t{0}})
    for (const std::int64_t by : {-2, -1, 0, 1, 2}) check(near + by);
  for (const std::int64_t power : powers_of_two)
    for (const std::int64_t count : {power - 1, power, power + 1, -power}) check(count);
  check(INT64_MIN);
  check(INT64_MIN + 1);
  check(INT64_MAX);
  check(-most);
}

}  // namespace

TEST_CASE("a month: each amount from 0 to 100 million kroner, the first that is not is told") {
  const std::int64_t most = largest_amount.in_oere();
  const auto amount = [&](Fact fact, auto place) {
    only_within(fact, most, [&](MonthFacts& f, std::int64_t count) { place(f) = Money::oere(count); });
  };
  amount(Fact::am_income, [](MonthFacts& f) -> Money& { return f.pay.amount; });
  amount(Fact::benefits_in_kind, [](MonthFacts& f) -> Money& { return f.benefits_in_kind; });
  amount(Fact::holiday_supplement, [](MonthFacts& f) -> Money& { return f.holiday_supplement; });
  amount(Fact::other_wage, [](MonthFacts& f) -> Money& { return f.other_wage; });
  amount(Fact::care_income, [](MonthFacts& f) -> Money& { return f.care_income; });
  amount(Fact::daily_benefit, [](MonthFacts& f) -> Money& { return f.daily_benefit; });
  amount(Fact::unclaimed_benefit, [](MonthFacts& f) -> Money& { return f.unclaimed_benefit; });
  amount(Fact::ledighedsydelse, [](MonthFacts& f) -> Money& { return f.ledighedsydelse.emplace(); });
  amount(Fact::ceiling, [](MonthFacts& f) -> Money& {
    f.ceiling.form = Ceiling::Form::stated;
    return f.ceiling.amount;
  });
  amount(Fact::ceiling_supplements, [](MonthFacts& f) -> Money& { return f.ceiling.supplements; });
  amount(Fact::ceiling_bonus, [](MonthFacts& f) -> Money& { return f.ceiling.fixed_bonus; });
  amount(Fact::ceiling_holiday_supplement, [](MonthFacts& f) -> Money& { return f.ceiling.holiday_supplement; });
  only_within(Fact::own_pension, most, [](MonthFacts& f, std::int64_t n) { f.own_pension = Contribution::of(Money::oere(n)); });
  only_within(Fact::employer_pension, most, [](MonthFacts& f, std::int64_t n) { f.employer_pension = Contribution::of(Money::oere(n)); });
}

TEST_CASE("a month: each percentage, hour and day within its bounds") {
  // The least of 64 bits has no size of its own.
  const auto share = [](std::int64_t count) { return Percent::of_ten_thousandths(count == INT64_MIN ? count + 1 : count); };
  const std::int64_t all = Percent::whole(100).ten_thousandths();
  only_within(Fact::intensity, all, [&](MonthFacts& f, std::int64_t n) { f.pay.intensity = share(n); });
  only_within(Fact::ceiling_pension, all, [&](MonthFacts& f, std::int64_t n) { f.ceiling.employer_pension = share(n); });
  only_within(Fact::employer_pension, all, [&](MonthFacts& f, std::int64_t n) { f.employer_pension = Contribution::of(share(n)); });
  // All of the pay as own pension leaves nothing to work it out from, but is told by the same fact.
  only_within(Fact::own_pension, all - 1, [&](MonthFacts& f, std::int64_t n) { f.own_pension = Contribution::of(share(n)); });
  only_within(Fact::weekly_hours, hours_in_a_week.ten_thousandths(),
              [](MonthFacts& f, std::int64_t n) { f.pay.weekly_hours = Hours::of_ten_thousandths(n); });
  only_within(Fact::paid_hours, hours_in_a_month.ten_thousandths(),
              [](MonthFacts& f, std::int64_t n) { f.paid_hours = Hours::of_ten_thousandths(n); });
  only_within(Fact::ledighedsydelse_days, Days::whole(31).ten_thousandths(), [](MonthFacts& f, std::int64_t n) {
    f.ledighedsydelse = Money{};
    f.ledighedsydelse_days = Days::of_ten_thousandths(n);
  });
}
