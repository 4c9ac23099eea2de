#include <doctest/doctest.h>

#include <functional>

#include "agreement/agreement.hpp"
#include "agreement/random_month.hpp"

// What holds of every month, whatever the figures of the law are.

namespace {

using namespace fleks;
using agreement::rounds;
using agreement::table;

const Exact nothing{};

/// Calls `holds` for random months; the first that fails is shown.
template <class Holds>
void for_all(int count, std::uint64_t seed, Holds holds) {
  agreement::RandomMonth random(seed);
  for (int i = 0; i < rounds(count); ++i) {
    const auto [facts, options] = random.next();
    const auto s = fleksloentilskud(facts, table(), options);
    if (!s || !holds(facts, options, *s, random)) FAIL(agreement::described(facts, options));
  }
}

MonthStatement run(const MonthFacts& facts, const Options& options) { return fleksloentilskud(facts, table(), options).value(); }

Money more(Money amount, agreement::RandomMonth& random) {
  return std::min(largest_amount, amount + Money::oere(random.chance(50) ? random.below(5) : random.below(500'000)));
}

}  // namespace

TEST_CASE("the subsidy is never negative and never above the base") {
  for_all(200'000, 21, [](const auto&, const auto& options, const MonthStatement& s, auto&) {
    const Exact paid = Exact::of(s.fleksloentilskud);
    const Exact slack = Exact::whole(options.round_to == RoundTo::oere ? 1 : 50);
    return paid >= nothing && paid <= s.base + slack && s.payout >= Money{} && s.own_atp >= Money{} && s.own_atp <= Money::kroner(500) &&
           s.obligatory_pension >= Money{} && (!s.public_atp || *s.public_atp >= Money{}) && s.ceiling_cut >= nothing &&
           s.holiday_cut >= nothing;
  });
}

TEST_CASE("wage and subsidy are never above the ceiling, unless the wage alone is") {
  for_all(200'000, 22, [](const auto&, const auto&, const MonthStatement& s, auto&) {
    if (!s.has_ceiling) return s.ceiling_cut.is_zero();
    const Exact unrounded = s.before_ceiling - s.ceiling_cut - s.part_cut - s.holiday_cut;
    if (s.wage >= s.normal_wage_ceiling) return s.fleksloentilskud == Money{};
    return s.wage + unrounded <= s.normal_wage_ceiling;
  });
}

TEST_CASE("the parts sum to the whole") {
  for_all(200'000, 23, [](const auto& facts, const auto& options, const MonthStatement& s, auto&) {
    const Exact due = s.before_ceiling - s.ceiling_cut - s.part_cut - s.holiday_cut;
    const bool krone = options.round_to == RoundTo::by_law ? facts.month >= std::chrono::year{2014} / std::chrono::May
                                                           : options.round_to == RoundTo::krone;
    const Exact care = facts.month.year() >= std::chrono::year{2024} ? Exact::of(facts.care_income) : Exact{};
    const auto paid = krone ? due.round_to_krone(Rounding::half_up) : due.round(Rounding::half_up);
    return paid && *paid == s.fleksloentilskud && s.payout + s.own_atp == s.fleksloentilskud &&
           s.total == s.wage + care + Exact::of(s.fleksloentilskud) &&
           (s.own_atp.in_oere() % 100 == 0 || s.own_atp == s.fleksloentilskud) && s.obligatory_pension.in_oere() % 100 == 0;
  });
}

TEST_CASE("rounding to the krone moves the subsidy by at most half a krone") {
  for_all(50'000, 24, [](const auto& facts, Options options, const MonthStatement&, auto&) {
    options.round_to = RoundTo::oere;
    const auto oere = run(facts, options).fleksloentilskud.in_oere();
    options.round_to = RoundTo::krone;
    const auto krone = run(facts, options).fleksloentilskud.in_oere();
    return krone % 100 == 0 && std::abs(krone - oere) <= 50;
  });
}

TEST_CASE("more wage is never more subsidy, where there is a right to it before") {
  for_all(100'000, 25, [](MonthFacts facts, const Options& options, const MonthStatement& s, auto& random) {
    if (!s.has_right) return true;
    Money& amount = random.chance(50) ? facts.pay.amount : facts.other_wage;
    amount = more(amount, random);
    return run(facts, options).fleksloentilskud <= s.fleksloentilskud;
  });
}

TEST_CASE("a higher ceiling is never less, and no ceiling is the most") {
  for_all(100'000, 26, [](MonthFacts facts, const Options& options, const MonthStatement& s, auto& random) {
    facts.ceiling.amount = more(facts.ceiling.amount, random);
    if (run(facts, options).fleksloentilskud < s.fleksloentilskud) return false;
    facts.ceiling = {};
    return run(facts, options).fleksloentilskud >= s.fleksloentilskud;
  });
}

TEST_CASE("more daily benefit is never more subsidy, where there is a right to it before") {
  for_all(100'000, 27, [](MonthFacts facts, const Options& options, const MonthStatement& s, auto& random) {
    if (!s.has_right) return true;
    facts.daily_benefit = more(facts.daily_benefit, random);
    return run(facts, options).fleksloentilskud <= s.fleksloentilskud;
  });
}

TEST_CASE("more holiday days on ledighedsydelse are never more subsidy") {
  for_all(100'000, 28, [](MonthFacts facts, const Options& options, const MonthStatement& s, auto& random) {
    facts.ledighedsydelse_days =
        std::min(Days::whole(31), Days::of_ten_thousandths(facts.ledighedsydelse_days.ten_thousandths() + random.below(50'000)));
    return run(facts, options).fleksloentilskud <= s.fleksloentilskud;
  });
}

TEST_CASE("more paid hours are never more public ATP from 39 hours up") {
  for_all(50'000, 29, [](MonthFacts facts, const Options& options, const MonthStatement&, auto& random) {
    if (facts.pay.form != Pay::Form::am_income) return true;
    facts.paid_hours = Hours::of_ten_thousandths(390'000 + random.below(1'300'000));
    const auto fewer = run(facts, options).public_atp;
    facts.paid_hours = Hours::of_ten_thousandths(facts.paid_hours->ten_thousandths() + random.below(100'000));
    return run(facts, options).public_atp <= fewer;
  });
}

TEST_CASE("facts that cannot be are an error, never a crash") {
  const auto breakers = std::to_array<std::function<void(MonthFacts&, agreement::RandomMonth&)>>({
      [](auto& f, auto&) { f.pay.amount = Money::oere(-1); },
      [](auto& f, auto&) { f.pay.amount = Money::oere(INT64_MIN); },
      [](auto& f, auto&) { f.pay.amount = Money::oere(INT64_MAX); },
      [](auto& f, auto&) { f.pay.weekly_hours = Hours::of_ten_thousandths(1'680'001); },
      [](auto& f, auto&) { f.pay.weekly_hours = Hours::of_ten_thousandths(INT64_MIN); },
      [](auto& f, auto&) { f.pay.intensity = Percent::of_ten_thousandths(1'000'001); },
      [](auto& f, auto&) { f.pay.intensity = Percent::of_ten_thousandths(-1); },
      [](auto& f, auto&) { f.own_pension = Contribution::of(Money::oere(-1)); },
      [](auto& f, auto&) { f.own_pension = Contribution::of(Percent::whole(101)); },
      [](auto& f, auto&) { f.employer_pension = Contribution::of(largest_amount + Money::oere(1)); },
      [](auto& f, auto&) { f.paid_hours = Hours::whole(745); },
      [](auto& f, auto&) { f.other_wage = Money::oere(-1); },
      [](auto& f, auto&) { f.care_income = Money::oere(INT64_MAX); },
      [](auto& f, auto&) { f.daily_benefit = Money::oere(-100); },
      [](auto& f, auto&) { f.ledighedsydelse_days = Days::whole(32); },
      [](auto& f, auto&) { f.ledighedsydelse_days = Days::of_ten_thousandths(-1); },
      [](auto& f, auto&) { f.ceiling = Ceiling::stated(Money::oere(-1)); },
      [](auto& f, auto&) { f.ceiling.supplements = largest_amount + Money::oere(1); },
      [](auto& f, auto&) { f.ceiling.employer_pension = Percent::whole(101); },
      [](auto& f, auto&) {
        f.month = Month{f.month.year(), std::chrono::month{13}};
      },
      [](auto& f, auto&) {
        f.month = Month{f.month.year(), std::chrono::month{0}};
      },
      [](auto& f, auto&) { f.month = {}; },
      [](auto& f, auto&) { f.wage_month = month_after(f.month); },
      [](auto& f, auto&) {
        f.wage_month = Month{f.month.year(), std::chrono::month{99}};
      },
      [](auto& f, auto&) {
        f.month = f.month + std::chrono::years{40};
        f.wage_month.reset();
      },
      [](auto& f, auto&) {
        f.month = Month{std::chrono::year{-32'000}, std::chrono::May};
      },
      [](auto& f, auto&) { f.benefits_in_kind = f.pay.amount + Money::oere(1); },
      [](auto& f, auto&) { f.holiday_supplement = Money::oere(-1); },
      [](auto& f, auto&) { f.employed = Period{}; },
      [](auto& f, auto&) {
        f.employed = Period{Date{f.month / std::chrono::day{2}}, Date{f.month / std::chrono::day{1}}};
      },
      [](auto& f, auto&) {
        f.employed = Period{first_day(month_after(f.month)), last_day(month_after(f.month))};
      },
  });
  agreement::RandomMonth random(30);
  for (int i = 0; i < rounds(100'000); ++i) {
    auto [facts, options] = random.next();
    const auto which = static_cast<std::size_t>(random.below(static_cast<std::int64_t>(breakers.size())));
    breakers[which](facts, random);
    const auto s = fleksloentilskud(facts, table(), options);
    if (s || s.error().field.empty()) FAIL(which << ": " << (s ? "no error" : "no field"));
  }
}

TEST_CASE("own pension above the pay it is taken from is an error with the pay") {
  MonthFacts f{.month = parse_month("2024-03").value(),
               .pay = Pay::hourly(Money::kroner(100), Hours::whole(3)),
               .own_pension = Contribution::of(Money::kroner(1'300))};
  CHECK(fleksloentilskud(f, table()));  // 100 × 3 × 52/12 = 1.300
  f.own_pension = Contribution::of(Money::oere(130'001));
  const auto s = fleksloentilskud(f, table());
  REQUIRE(!s);
  CHECK(s.error().code == ErrorCode::pension_above_wage);
  CHECK(to_text(s.error().allowed) == "0-1300");
}
