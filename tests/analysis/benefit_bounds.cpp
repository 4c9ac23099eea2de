#include <doctest/doctest.h>

#include <array>
#include <random>
#include <string>
#include <vector>

#include <fleks/fleks.hpp>

#include "agreement/agreement.hpp"
#include "analysis/every_point.hpp"

using namespace fleks;
using namespace std::chrono_literals;

// Bounds of a month's ledighedsydelse are those of every point of the box, computed one by one.

namespace {

void join(Intervals& all, const LedighedsydelseStatement& s) {
  join(all, "payable_weekdays", s.payable_weekdays);
  join(all, "part_base", s.part_base);
  join(all, "income", s.income);
  join(all, "offset", s.offset);
  join(all, "holiday_reduction", s.holiday_reduction);
  join(all, "holiday_top_up", s.holiday_top_up);
  join(all, "ledighedsydelse", Exact::of(s.ledighedsydelse));
  join(all, "own_atp", Exact::of(s.own_atp));
  join(all, "payout", Exact::of(s.payout));
  join(all, "public_atp", Exact::of(s.public_atp));
  join(all, "obligatory_pension", Exact::of(s.obligatory_pension));
}

struct Asked {
  LedighedsydelseFacts facts;
  std::vector<FactRange> ranges;
};

/// The income at which the benefit passes the low amount, about: where own ATP falls away (LY-13).
std::int64_t income_at_low_amount(const LedighedsydelseFacts& f) {
  std::int64_t low = 0, high = 4'000'000;
  while (low < high) {
    const std::int64_t middle = (low + high) / 2;
    LedighedsydelseFacts with = f;
    with.am_income = Money::oere(middle);
    if (ledighedsydelse(with, rates()).value().own_atp == Money{})
      high = middle;
    else
      low = middle + 1;
  }
  return low;
}

Asked random_box(std::mt19937_64& dice) {
  const auto one_in = [&](int n) { return dice() % static_cast<unsigned>(n) == 0; };
  const auto below = [&](std::int64_t most) { return static_cast<std::int64_t>(dice() % static_cast<std::uint64_t>(most)); };
  Asked a;
  LedighedsydelseFacts& f = a.facts;
  f.month = one_in(8) ? Month{2013y / 1} + std::chrono::months{below(16)} : Month{2014y / 5} + std::chrono::months{below(140)};
  f.benefit_class = static_cast<BenefitClass>(below(3));
  f.provider = one_in(2);
  const std::int64_t weekdays_of_month = weekdays(f.month);
  if (one_in(2)) f.entitled_weekdays = Days::of_ten_thousandths(below(weekdays_of_month * 10'000 + 1));
  if (one_in(4)) f.sanction_days = Days::whole(static_cast<int>(below(5)));
  if (one_in(4)) f.untaken_holiday_days = Days::of_ten_thousandths(below(50'000));
  if (one_in(3)) {
    f.holiday_days = Days::whole(static_cast<int>(1 + below(10)));
    f.holiday_pay_per_day = Money::oere(below(120'000));
  }
  const std::int64_t income = one_in(3) ? below(60) : one_in(2) ? income_at_low_amount(f) : below(3'000'000);
  if (one_in(2)) f.am_income = Money::oere(income);
  if (one_in(4)) f.replacing_income = Money::oere(below(300'000));
  constexpr std::array incomes{
      Fact::am_income,           Fact::own_pension,        Fact::employer_pension, Fact::replacing_income, Fact::paid_out_holiday_allowance,
      Fact::self_employed_hours, Fact::holiday_pay_per_day};
  constexpr std::array of_days{Fact::entitled_weekdays, Fact::sanction_days, Fact::untaken_holiday_days, Fact::holiday_days};
  if (one_in(6)) {
    // Days of two or three kinds, and paid holiday among them or an income beside them.
    const std::size_t kinds = 2 + static_cast<std::size_t>(below(2));
    while (a.ranges.size() < kinds) {
      const Fact fact = of_days[static_cast<std::size_t>(below(4))];
      if (std::ranges::find(a.ranges, fact, &FactRange::fact) != a.ranges.end()) continue;
      const std::int64_t most = weekdays_of_month * 10'000;
      const std::int64_t from = one_in(3) ? below(30) : fact == Fact::entitled_weekdays ? most - below(60'000) : below(90'000);
      a.ranges.push_back({fact, from, std::min(most, from + 1 + below(kinds == 2 ? 60 : 12))});
    }
    const bool paid = std::ranges::find(a.ranges, Fact::holiday_days, &FactRange::fact) != a.ranges.end();
    if (!paid && kinds == 2 && one_in(2)) {
      for (FactRange& r : a.ranges) r.to = std::min(r.to, r.from + 8);
      const std::int64_t beside = one_in(2) ? std::max<std::int64_t>(income - below(40), 0) : below(2'000'000);
      a.ranges.push_back({Fact::am_income, beside, beside + below(30)});
    }
    return a;
  }
  if (one_in(4)) {
    const Fact fact = of_days[static_cast<std::size_t>(below(4))];
    const std::int64_t most = weekdays_of_month * 10'000, from = one_in(3) ? most - below(300) : below(most);
    a.ranges.push_back({fact, from, std::min(most, from + 1 + below(3'000))});
    if (one_in(2)) return a;
    // With an income beside them, where own ATP falls away, or any.
    a.ranges.back().to = std::min(most, from + 1 + below(60));
    const std::int64_t beside = one_in(2) ? std::max<std::int64_t>(income - below(40), 0) : below(2'000'000);
    a.ranges.push_back({one_in(3) ? Fact::replacing_income : Fact::am_income, beside, beside + below(60)});
    if (one_in(2)) std::swap(a.ranges.front(), a.ranges.back());
    return a;
  }
  const std::size_t count = one_in(2) ? 1 : 2 + static_cast<std::size_t>(below(2));
  const std::int64_t width = count == 1 ? 400 : count == 2 ? 20 : 6;
  while (a.ranges.size() < count) {
    const Fact fact = incomes[static_cast<std::size_t>(below(std::ssize(incomes)))];
    if (std::any_of(a.ranges.begin(), a.ranges.end(), [&](const FactRange& r) { return r.fact == fact; })) continue;
    const bool hours = fact == Fact::self_employed_hours;
    // The conversion rate is not known for every year.
    if (hours && !rates().on(f.month).find(RateKey::conversion_rate_hour)) continue;
    const std::int64_t from = hours ? below(1'000'000) : one_in(2) ? std::max<std::int64_t>(income - below(width), 0) : below(200'000);
    a.ranges.push_back({fact, from, from + below(width)});
  }
  return a;
}

}  // namespace

TEST_CASE("bounds of random boxes of ledighedsydelse are the least and the most of all their points") {
  std::mt19937_64 dice(17'222);
  constexpr int boxes = agreement::rounds(6'000);
  int refused = 0, atp_moves = 0, fixed = 0, kinds = 0;
  for (int round = 0; round < boxes; ++round) {
    const Asked a = random_box(dice);
    std::string said = to_text(a.facts.month);
    for (const FactRange& r : a.ranges)
      said += " " + std::string(to_text(r.fact)) + " " + std::to_string(r.from) + ".." + std::to_string(r.to);
    CAPTURE(round);
    CAPTURE(said);
    const auto found = bounds(a.facts, a.ranges, rates());
    if (!found) {
      REQUIRE(std::holds_alternative<NoRange>(found.error().allowed));
      ++refused;
      continue;
    }
    Intervals all;
    each_point<LedighedsydelseFacts>(a.ranges, a.facts,
                                     [&](const LedighedsydelseFacts& facts) { join(all, ledighedsydelse(facts, rates()).value()); });
    for (const auto& each : all) {
      const auto& name = each.first;
      const auto& interval = each.second;
      CAPTURE(name);
      const AmountBounds* amount = found->find(name);
      fixed += amount == nullptr;
      REQUIRE((amount != nullptr ? amount->from : interval.from) == interval.from);
      REQUIRE((amount != nullptr ? amount->to : interval.from) == interval.to);
    }
    kinds += std::ranges::count_if(a.ranges, [](const FactRange& r) { return all_of(r.fact)->to == all_of(Fact::holiday_days)->to; }) > 1;
    atp_moves += all["own_atp"].from != all["own_atp"].to;
    REQUIRE(Exact::of(found->lowest.ledighedsydelse) == all["ledighedsydelse"].from);
    REQUIRE(Exact::of(found->highest.ledighedsydelse) == all["ledighedsydelse"].to);
    for (const DecidingFact& d : found->decides) {
      const auto benefit = [&](std::int64_t count) {
        LedighedsydelseFacts facts = found->facts;
        set(facts, d.range.fact, count);
        return ledighedsydelse(facts, rates()).value();
      };
      Money least = found->highest.ledighedsydelse;
      for (std::int64_t count = d.range.from; count <= d.range.to; ++count) least = std::min(least, benefit(count).ledighedsydelse);
      REQUIRE(d.worth == found->highest.ledighedsydelse - least);
      const auto due = [&](std::int64_t count) { return due_of(benefit(count)); };
      if (d.starts_at) {
        REQUIRE(due(*d.starts_at) == due(d.range.from));
        REQUIRE(due(*d.starts_at + 1) != due(d.range.from));
      }
      if (d.stops_at) {
        REQUIRE(due(*d.stops_at) == due(d.range.to));
        REQUIRE((*d.stops_at == d.range.from || due(*d.stops_at - 1) != due(d.range.to)));
      }
    }
  }
  MESSAGE(boxes << " boxes, " << refused << " refused, " << kinds << " with days of several kinds");
  CHECK(refused < boxes / 20);
  CHECK(kinds > boxes / 10);
  CHECK(atp_moves > boxes / 100);
  CHECK(fixed > boxes);
}

TEST_CASE("LY-5: a wage from 0 to 3.000 kr. gives from 16.322,00 to 17.222,00 kr.") {
  const LedighedsydelseFacts facts{.month = 2022y / 5};
  const std::array wage{FactRange{Fact::am_income, 0, 300'000}};
  const auto some = bounds(facts, wage, rates()).value();
  CHECK(some.find("ledighedsydelse")->from == Exact::of(Money::kroner(16'322)));
  CHECK(some.find("ledighedsydelse")->to == Exact::of(Money::kroner(17'222)));
  CHECK(some.find("own_atp") == nullptr);
  CHECK(some.decides[0].worth == Money::kroner(900));
}

TEST_CASE("LY-4: of days with a sanction and days not taken only their sum counts") {
  const LedighedsydelseFacts facts{.month = 2024y / 3};
  const std::array days{FactRange{Fact::sanction_days, 0, 20'000}, FactRange{Fact::untaken_holiday_days, 0, 30'000}};
  const auto some = bounds(facts, days, rates()).value();
  LedighedsydelseFacts most = facts;
  most.sanction_days = Days::whole(5);
  CHECK(some.lowest.ledighedsydelse == ledighedsydelse(most, rates())->ledighedsydelse);
  CHECK(some.highest.ledighedsydelse == ledighedsydelse(facts, rates())->ledighedsydelse);
  CHECK(some.find("payable_weekdays")->from == Exact::whole(16));
  REQUIRE(some.decides.size() == 2);
  CHECK(some.decides[0].range.fact == Fact::untaken_holiday_days);
  most.sanction_days = Days::whole(3);
  CHECK(some.decides[0].worth == some.highest.ledighedsydelse - ledighedsydelse(most, rates())->ledighedsydelse);
}

TEST_CASE("what cannot be with a range of ledighedsydelse is said") {
  const LedighedsydelseFacts facts{.month = 2024y / 3};
  const auto refused = [&](const LedighedsydelseFacts& f, std::vector<FactRange> ranges) {
    const auto found = bounds(f, ranges, rates());
    REQUIRE(!found);
    return found.error();
  };
  CHECK(refused(facts, {{Fact::ceiling, 0, 1}}).code == ErrorCode::exclusive_facts);
  CHECK(refused(facts, {{Fact::am_income, 2, 1}}).code == ErrorCode::out_of_range);
  const auto why = [&](const LedighedsydelseFacts& f, std::vector<FactRange> ranges) {
    return std::get<NoRange>(refused(f, std::move(ranges)).allowed);
  };
  CHECK(why(facts, {{Fact::ceiling, 0, 1}}).why == WhyNoRange::not_here);
  CHECK(why(facts, {{Fact::sanction_days, 0, 1}, {Fact::holiday_days, 0, 1}, {Fact::am_income, 0, 1}}) ==
        NoRange{WhyNoRange::both_ways, {Fact::am_income}, {}});
  CHECK(why(facts, {{Fact::sanction_days, 0, 50'001}, {Fact::holiday_days, 0, 1}}) ==
        NoRange{WhyNoRange::each_value, {Fact::holiday_days}, Limit(Days::whole(5))});
  CHECK(refused(facts, {{Fact::entitled_weekdays, 0, 230'000}}).field == Field(Fact::entitled_weekdays));
  LedighedsydelseFacts by_class = facts;
  by_class.holiday_days_of_class[1] = Days::whole(2);
  CHECK(why(by_class, {{Fact::holiday_pay_per_day, 0, 1}}).why == WhyNoRange::by_class);
  CHECK(why({.month = 2014y / 3}, {{Fact::am_income, 0, 1}, {Fact::holiday_pay_per_day, 0, 1}}) ==
        NoRange{WhyNoRange::in_oere, {Fact::am_income}, {}});
}
