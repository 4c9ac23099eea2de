#include <doctest/doctest.h>

#include <array>
#include <random>

#include <fleks/fleks.hpp>

#include "agreement/agreement.hpp"
#include "analysis/every_point.hpp"

using namespace fleks;
using namespace std::chrono_literals;

// A missing fact is a range: the bounds are those of every point of the box, computed one by one.

namespace {

void join(Intervals& all, const MonthStatement& s) {
  join(all, "wage", s.wage);
  join(all, "other_wage", s.other_wage);
  join(all, "daily_benefit", s.daily_benefit);
  if (s.paid_hours) join(all, "paid_hours", *s.paid_hours);
  join(all, "taper", s.taper);
  join(all, "before_ceiling", s.before_ceiling);
  if (s.has_ceiling) join(all, "normal_wage_ceiling", s.normal_wage_ceiling);
  join(all, "ceiling_cut", s.ceiling_cut);
  join(all, "part_cut", s.part_cut);
  join(all, "holiday_cut", s.holiday_cut);
  join(all, "fleksloentilskud", Exact::of(s.fleksloentilskud));
  join(all, "own_atp", Exact::of(s.own_atp));
  join(all, "payout", Exact::of(s.payout));
  if (s.public_atp) join(all, "public_atp", Exact::of(*s.public_atp));
  join(all, "obligatory_pension", Exact::of(s.obligatory_pension));
  join(all, "total", s.total);
}

struct Asked {
  MonthFacts facts;
  std::vector<FactRange> ranges;
  Options options{};
};

bool is_pension(Fact fact) { return fact == Fact::own_pension || fact == Fact::employer_pension; }

/// A month near a turn of the law, and up to three narrow ranges.
Asked random_box(std::mt19937_64& dice) {
  const auto one_in = [&](int n) { return dice() % static_cast<unsigned>(n) == 0; };
  const auto below = [&](std::int64_t most) { return static_cast<std::int64_t>(dice() % static_cast<std::uint64_t>(most)); };
  const bool in_oere = one_in(8);
  Asked a;
  a.facts.month = in_oere ? Month{2013y / 1} + std::chrono::months{below(16)} : Month{2014y / 5} + std::chrono::months{below(152)};
  const int form = static_cast<int>(below(4));
  const std::int64_t wage = one_in(3) ? below(40) : one_in(2) ? 1'600'000 + below(60'000) : below(4'500'000);
  if (form == 1) {
    a.facts.pay = Pay::monthly(Money::oere(wage));
    a.facts.paid_hours = Hours::of_ten_thousandths(below(1'700'000));
  } else if (form == 2) {
    a.facts.pay = Pay::hourly(Money::oere(below(30'000)), Hours::of_ten_thousandths(one_in(2) ? 89'990 + below(20) : below(370'000)));
  } else {
    a.facts.pay = Pay::am_income(Money::oere(wage));
    if (one_in(4)) a.facts.benefits_in_kind = Money::oere(below(wage + 1));
    if (one_in(2)) a.facts.paid_hours = Hours::of_ten_thousandths(below(1'700'000));
  }
  if (one_in(4))
    a.facts.employer_pension = form == 2 || one_in(2) ? Contribution::of(Percent::whole(8)) : Contribution::of(Money::oere(below(200'000)));
  if (one_in(4)) a.facts.other_wage = Money::oere(below(900'000));
  if (one_in(4)) a.facts.care_income = Money::oere(below(900'000));
  if (one_in(4)) a.facts.daily_benefit = Money::oere(below(2'000'000));
  if (one_in(4)) {
    a.facts.ledighedsydelse_days = Days::whole(static_cast<int>(1 + below(20)));
    a.facts.ledighedsydelse = Money::oere(below(900'000));
  }
  const bool hourly_ceiling = one_in(5);
  const bool monthly_ceiling = hourly_ceiling && one_in(3);
  if (hourly_ceiling) a.facts.ceiling = Ceiling::from_hourly(Money::oere(below(25'000)), Money::oere(below(90'000)), Percent::whole(9));
  if (monthly_ceiling) {
    a.facts.ceiling.form = Ceiling::Form::from_monthly;
    a.facts.ceiling.amount = Money::oere(one_in(2) ? wage : below(3'500'000));
  }
  if (!hourly_ceiling && !one_in(4)) a.facts.ceiling = Ceiling::stated(Money::oere(one_in(2) ? wage + below(2'000'000) : below(4'500'000)));

  std::vector<Fact> possible{Fact::employer_pension, Fact::holiday_supplement, Fact::other_wage, Fact::care_income,
                             Fact::daily_benefit,    Fact::unclaimed_benefit,  Fact::paid_hours};
  if (a.facts.employer_pension.is_share()) possible.erase(possible.begin());
  if (hourly_ceiling)
    possible.insert(possible.end(), {monthly_ceiling ? Fact::ceiling : Fact::ceiling_hourly, Fact::ceiling_supplements, Fact::ceiling_bonus,
                                     Fact::ceiling_holiday_supplement});
  else
    possible.insert(possible.end(), {Fact::ceiling, Fact::ceiling});
  if (form == 1) possible.insert(possible.end(), {Fact::monthly_wage, Fact::monthly_wage});
  if (form == 2) possible.insert(possible.end(), {Fact::weekly_hours, Fact::hourly_wage, Fact::intensity});
  if (form == 0 || form == 3)
    possible.insert(possible.end(), {Fact::am_income, Fact::am_income, Fact::own_pension, Fact::benefits_in_kind});
  if (hourly_ceiling) possible.push_back(Fact::ceiling_pension);
  // A pension that is a share of the pay, in place of kroner: with another fact of the pay as often as not.
  const bool shares = one_in(3);
  if (shares) possible.insert(possible.end(), {Fact::own_pension, Fact::employer_pension, Fact::employer_pension});
  if (one_in(12)) a.options.care_income_under_ceiling = CareIncomeUnderCeiling::excluded;
  if (a.facts.ledighedsydelse) possible.insert(possible.end(), {Fact::ledighedsydelse_days, Fact::ledighedsydelse});
  const std::size_t count = in_oere || one_in(2) ? 1 : 2 + static_cast<std::size_t>(below(2));
  const std::int64_t width = count == 1 ? 400 : count == 2 ? 20 : 6;
  while (a.ranges.size() < count) {
    const Fact fact = possible[static_cast<std::size_t>(below(std::ssize(possible)))];
    if (std::any_of(a.ranges.begin(), a.ranges.end(), [&](const FactRange& r) { return r.fact == fact; })) continue;
    std::int64_t from = fact == Fact::paid_hours                                    ? (one_in(2) ? 389'990 + below(10) : below(1'600'000))
                        : fact == Fact::weekly_hours                                ? a.facts.pay.weekly_hours.ten_thousandths()
                        : fact == Fact::intensity                                   ? below(9'600)
                        : fact == Fact::ledighedsydelse_days                        ? below(200'000)
                        : fact == Fact::am_income || fact == Fact::monthly_wage     ? wage
                        : fact == Fact::hourly_wage || fact == Fact::ceiling_hourly ? below(25'000)
                        : fact == Fact::ceiling_pension || (shares && is_pension(fact)) ? below(2'000)
                        : fact == Fact::ceiling ? (one_in(2) ? wage + below(2'000'000) : below(4'000'000))
                        : one_in(2)             ? 0
                                                : below(500'000);
    std::int64_t to = from + below(width);
    if (fact == Fact::benefits_in_kind) {
      const std::int64_t most = a.facts.pay.amount.in_oere();
      to = std::min(to, most);
      from = std::min(from, to);
    }
    // A pay from below what of it is in kind is no pay.
    if (fact == Fact::am_income && a.facts.benefits_in_kind != Money{})
      a.facts.benefits_in_kind = Money::oere(std::min(from, a.facts.benefits_in_kind.in_oere()));
    if (fact == Fact::benefits_in_kind)
      for (const FactRange& r : a.ranges)
        if (r.fact == Fact::am_income) to = std::min(to, r.from), from = std::min(from, to);
    a.ranges.push_back({fact, from, to, shares && is_pension(fact)});
  }
  return a;
}

}  // namespace

TEST_CASE("bounds of random boxes are the least and the most of all their points") {
  std::mt19937_64 dice(30'872);
  constexpr int boxes = agreement::rounds(10'000);
  int refused = 0, fixed = 0, shares = 0, products = 0, left_out = 0;
  for (int round = 0; round < boxes; ++round) {
    const Asked a = random_box(dice);
    const auto has = [&](Fact fact) { return std::ranges::find(a.ranges, fact, &FactRange::fact) != a.ranges.end(); };
    std::string said = to_text(a.facts.month) + " pay " + to_text(a.facts.pay.amount);
    for (const FactRange& r : a.ranges)
      said += " " + std::string(to_text(r.fact)) + " " + std::to_string(r.from) + ".." + std::to_string(r.to);
    CAPTURE(round);
    CAPTURE(said);
    const auto found = bounds(a.facts, a.ranges, rates(), a.options);
    if (!found) {
      CHECK(found.error().code == ErrorCode::exclusive_facts);
      CHECK(std::holds_alternative<NoRange>(found.error().allowed));
      ++refused;
      continue;
    }
    shares += std::ranges::any_of(a.ranges, &FactRange::is_share);
    products += has(Fact::hourly_wage) && (has(Fact::weekly_hours) || has(Fact::intensity));
    left_out += !found->left_out.empty();
    Intervals all;
    each_point<MonthFacts>(a.ranges, a.facts,
                           [&](const MonthFacts& facts) { join(all, fleksloentilskud(facts, rates(), a.options).value()); });
    for (const auto& each : all) {
      const auto& name = each.first;
      const auto& interval = each.second;
      CAPTURE(name);
      if (std::ranges::find(found->left_out, name) != found->left_out.end()) continue;
      const MonthBounds::Amount* amount = found->find(name);
      fixed += amount == nullptr;
      const Exact from = amount != nullptr ? amount->from : interval.from, to = amount != nullptr ? amount->to : interval.from;
      REQUIRE(from == interval.from);
      REQUIRE(to == interval.to);
    }
    REQUIRE(Exact::of(found->lowest.fleksloentilskud) == all["fleksloentilskud"].from);
    REQUIRE(Exact::of(found->highest.fleksloentilskud) == all["fleksloentilskud"].to);
    // What decides: between where it starts and stops, and nowhere else.
    for (const MonthBounds::Decider& d : found->decides) {
      const auto month = [&](std::int64_t count) {
        MonthFacts facts = found->facts;
        set(facts, d.range, count);
        return fleksloentilskud(facts, rates(), a.options).value();
      };
      const auto paid = [&](std::int64_t count) {
        const MonthStatement s = month(count);
        return s.before_ceiling - s.ceiling_cut - s.part_cut - s.holiday_cut;
      };
      Money least = found->highest.fleksloentilskud;
      for (std::int64_t count = d.range.from; count <= d.range.to; ++count) least = std::min(least, month(count).fleksloentilskud);
      REQUIRE(d.worth == found->highest.fleksloentilskud - least);
      if (d.starts_at) {
        REQUIRE(paid(*d.starts_at) == paid(d.range.from));
        REQUIRE(paid(*d.starts_at + 1) != paid(d.range.from));
      }
      if (d.stops_at) {
        REQUIRE(paid(*d.stops_at) == paid(d.range.to));
        REQUIRE((*d.stops_at == d.range.from || paid(*d.stops_at - 1) != paid(d.range.to)));
      }
    }
  }
  MESSAGE(boxes << " boxes, " << refused << " refused, " << shares << " with a share, " << products << " of pay and hours, " << left_out
                << " with an amount that is left out");
  CHECK(refused < boxes / 12);
  CHECK(shares >= boxes / 10);
  CHECK(products >= boxes / 200);
  CHECK(left_out == 0);  // narrow boxes are halved to their end
  CHECK(fixed > boxes);
}

TEST_CASE("pay and hours that are both known in wide ranges have exact bounds of all but what is left out by name") {
  const MonthFacts facts{
      .month = 2024y / 3, .pay = Pay::hourly(Money::kroner(200), Hours::whole(18)), .ceiling = Ceiling::stated(Money::kroner(32'000))};
  const std::array pay_and_hours{FactRange{Fact::hourly_wage, 15'000, 25'000}, FactRange{Fact::weekly_hours, 100'000, 200'000}};
  const auto found = bounds(facts, pay_and_hours, rates()).value();
  const auto at = [&](std::int64_t pay, std::int64_t hours) {
    MonthFacts one = facts;
    set(one, Fact::hourly_wage, pay);
    set(one, Fact::weekly_hours, hours);
    return fleksloentilskud(one, rates()).value();
  };
  CHECK(found.find("fleksloentilskud")->from == Exact::of(at(25'000, 200'000).fleksloentilskud));
  CHECK(found.find("fleksloentilskud")->to == Exact::of(at(15'000, 100'000).fleksloentilskud));
  CHECK(found.find("wage")->to == at(25'000, 200'000).wage);
  for (const std::string_view name : {"total", "ceiling_cut"}) {
    const std::string shown(name);
    CAPTURE(shown);
    CHECK((found.find(name) != nullptr) != (std::ranges::find(found.left_out, name) != found.left_out.end()));
  }
}

TEST_CASE("under a ceiling that holds wage and subsidy together they come as close to the rounding as the parts of an øre let them") {
  MonthFacts facts{.month = 2024y / 3,
                   .pay = Pay::am_income(Money::kroner(12'000)),
                   .employer_pension = Contribution::of(Percent::whole(8)),
                   .ceiling = Ceiling::stated(Money::kroner(25'000))};
  const std::array wide{FactRange{Fact::am_income, 1'200'000, 1'400'000}, FactRange{Fact::holiday_supplement, 200'000, 300'000}};
  const auto found = bounds(facts, wide, rates()).value();
  REQUIRE(found.left_out.empty());
  // Of 8 pct. of whole øre there are 25 parts; half a krone is rounded up, so that it is met above and not below.
  CHECK(found.find("total")->from == Exact::whole(2'499'950) + Exact::ratio(1, 25));
  CHECK(found.find("total")->to == Exact::whole(2'500'050));
  bool least = false, most = false;
  for (std::int64_t pay = 1'200'000; pay < 1'200'025; ++pay)
    for (std::int64_t supplement = 200'000; supplement < 200'100; ++supplement) {
      set(facts, Fact::am_income, pay);
      set(facts, Fact::holiday_supplement, supplement);
      const Exact total = fleksloentilskud(facts, rates()).value().total;
      least = least || total == found.find("total")->from;
      most = most || total == found.find("total")->to;
    }
  CHECK(least);
  CHECK(most);
}

TEST_CASE("FLT-5: an employer's pension from 10 to 14 pct. of a known pay") {
  const MonthFacts facts{
      .month = 2024y / 3, .pay = Pay::am_income(Money::kroner(12'000)), .own_pension = Contribution::of(Percent::whole(4))};
  const std::array pension{FactRange{Fact::employer_pension, 1'000, 1'400, true}};
  const auto found = bounds(facts, pension, rates()).value();
  // The pay before own pension is 12.000 / 0,96 = 12.500: with 10 and 14 pct. of it a wage of 13.750 and 14.250.
  CHECK(found.find("wage")->from == Exact::of(Money::kroner(13'750)));
  CHECK(found.find("wage")->to == Exact::of(Money::kroner(14'250)));
  CHECK(found.find("fleksloentilskud")->from == Exact::of(Money::kroner(15'677)));  // 19.952 - 4.275
  CHECK(found.find("fleksloentilskud")->to == Exact::of(Money::kroner(15'827)));    // 19.952 - 4.125
  CHECK(found.decides[0].worth == Money::kroner(150));
  CHECK(all_of_share(Fact::own_pension)->to == 9'999);
  CHECK(!all_of_share(Fact::am_income));
}

TEST_CASE("what was paid is right for those values of an unknown fact, and no others") {
  std::mt19937_64 dice(15'272);
  int asked = 0, parts = 0, after_atp = 0, nowhere = 0;
  for (int round = 0; round < agreement::rounds(3'000); ++round) {
    const Asked a = random_box(dice);
    if (a.ranges.size() > 1) continue;
    const FactRange& range = a.ranges.front();
    CAPTURE(round);
    CAPTURE(to_text(range.fact));
    const auto month = [&](std::int64_t count) {
      MonthFacts facts = a.facts;
      set(facts, range, count);
      return fleksloentilskud(facts, rates(), a.options);
    };
    const auto some = month(range.from + static_cast<std::int64_t>(dice() % static_cast<std::uint64_t>(range.to - range.from + 1)));
    if (!some) continue;
    const Money paid = dice() % 9 == 0 ? some->fleksloentilskud + Money::oere(1) : dice() % 3 == 0 ? some->payout : some->fleksloentilskud;
    const auto found = right_if(a.facts, range, paid, false, rates(), a.options);
    if (!found) continue;
    ++asked;
    std::vector<FactRange> where;
    const auto look = [&](bool left) {
      for (std::int64_t count = range.from; count <= range.to; ++count) {
        const MonthStatement s = month(count).value();
        if ((left ? s.payout : s.fleksloentilskud) != paid) continue;
        if (!where.empty() && where.back().to + 1 == count)
          where.back().to = count;
        else
          where.push_back({range.fact, count, count});
      }
    };
    look(false);
    const bool left = where.empty();
    if (left) look(true);
    REQUIRE(found->where == where);
    REQUIRE(found->after_atp == (left && !where.empty()));
    parts += where.size() > 1;
    after_atp += found->after_atp;
    nowhere += where.empty();
  }
  CHECK(asked > agreement::rounds(3'000) / 4);
  CHECK((agreement::rounds(3'000) < 3'000 || (after_atp > 20 && nowhere > 20)));
  MESSAGE(asked << " asked, " << parts << " with more than one part, " << after_atp << " after own ATP, " << nowhere << " nowhere");
}

TEST_CASE("FLT-11: an unknown ceiling gives 0,00 to 15.272,00 kr., and from 30.872,00 kr. on it takes nothing") {
  const MonthFacts facts{.month = 2024y / 3, .pay = Pay::am_income(Money::kroner(15'600))};
  const std::array unknown{all_of(Fact::ceiling).value()};
  const auto all = bounds(facts, unknown, rates()).value();
  CHECK(all.find("fleksloentilskud")->from == Exact{});
  CHECK(all.find("fleksloentilskud")->to == Exact::of(Money::kroner(15'272)));
  CHECK(all.find("wage") == nullptr);
  REQUIRE(all.decides.size() == 1);
  CHECK(all.decides[0].worth == Money::kroner(15'272));
  CHECK(all.decides[0].stops_at == 3'087'200);
  CHECK(all.decides[0].starts_at == 1'560'000);
  const std::array range{FactRange{Fact::ceiling, 3'000'000, 3'100'000}};
  const auto some = bounds(facts, range, rates()).value();
  CHECK(some.find("fleksloentilskud")->from == Exact::of(Money::kroner(14'400)));
  CHECK(some.find("fleksloentilskud")->to == Exact::of(Money::kroner(15'272)));
}

TEST_CASE("all that a wage may be, and what else it may be with") {
  const MonthFacts facts{.month = 2024y / 3, .pay = Pay::am_income({}), .ceiling = Ceiling::stated(Money::kroner(32'067))};
  const std::array unknown{all_of(Fact::am_income).value(), all_of(Fact::daily_benefit).value(), all_of(Fact::paid_hours).value()};
  const auto all = bounds(facts, unknown, rates()).value();
  CHECK(all.find("fleksloentilskud")->to == Exact::of(Money::kroner(19'952)));  // a wage of one øre gives the right to all of it
  CHECK(all.find("fleksloentilskud")->from == Exact{});
  CHECK(all.find("total")->to == Exact::of(largest_amount));
  CHECK(all.decides.size() == 3);
  CHECK(all.decides[2].range.fact == Fact::paid_hours);
  CHECK(all.decides[2].worth == Money{});
  CHECK(!all.decides[2].stops_at);
}

TEST_CASE("what cannot be with a range is said") {
  const MonthFacts facts{.month = 2024y / 3, .pay = Pay::am_income(Money::kroner(15'600))};
  const auto refused = [&](const MonthFacts& f, std::vector<FactRange> ranges, const Options& options = {}) {
    const auto found = bounds(f, ranges, rates(), options);
    REQUIRE(!found);
    return found.error();
  };
  CHECK(!all_of(Fact::month));
  CHECK(refused(facts, {{Fact::month, 0, 1}}).code == ErrorCode::exclusive_facts);
  CHECK(refused(facts, {{Fact::ceiling, 2, 1}}).code == ErrorCode::out_of_range);
  CHECK(refused(facts, {{Fact::ceiling, -1, 1}}).code == ErrorCode::out_of_range);
  CHECK(refused(facts, {{Fact::ceiling, 0, INT64_MAX}}).code == ErrorCode::out_of_range);
  CHECK(refused(facts, {{Fact::benefits_in_kind, 0, 1'560'001}}).field == Field(Fact::benefits_in_kind));
  const auto why = [&](const MonthFacts& f, std::vector<FactRange> ranges, const Options& options = {}) {
    const Error error = refused(f, std::move(ranges), options);
    CHECK(error.code == ErrorCode::exclusive_facts);
    return std::get<NoRange>(error.allowed);
  };
  CHECK(why(facts, {{Fact::month, 0, 1}}).why == WhyNoRange::no_scale);
  CHECK(why(facts, {{Fact::rent, 0, 1}}).why == WhyNoRange::not_here);
  CHECK(why(facts, {{Fact::ceiling, 0, 1, true}}).why == WhyNoRange::no_scale);
  CHECK(why(facts, {{Fact::ceiling, 0, 1}}, {.own_atp_of = OwnAtpOf::before_ceiling}).why == WhyNoRange::own_atp_before_ceiling);
  Options reform;
  reform.policy.ceiling_applies = false;
  reform.policy.from = 2024y / 1;
  CHECK(why(facts, {{Fact::ceiling, 0, 1}}, reform).why == WhyNoRange::reform);
  const MonthFacts hourly{.month = 2024y / 3, .pay = Pay::hourly(Money::kroner(200), Hours::whole(18))};
  CHECK(why(hourly, {{Fact::weekly_hours, 0, 1}, {Fact::intensity, 0, 1}}) == NoRange{WhyNoRange::product, {Fact::weekly_hours}, {}});
  // From nothing of both the right begins at no one count of either.
  CHECK(why(hourly, {{Fact::hourly_wage, 0, 100}, {Fact::weekly_hours, 0, 10'000}}) ==
        NoRange{WhyNoRange::another_month, {Fact::weekly_hours}, {}});
  const MonthFacts in_oere{.month = 2014y / 4, .pay = Pay::hourly(Money::kroner(200), Hours::whole(18))};
  CHECK(why(in_oere, {{Fact::hourly_wage, 0, 1}, {Fact::ceiling, 0, 1}}) == NoRange{WhyNoRange::in_oere, {Fact::ceiling}, {}});
  CHECK(refused({.month = 2099y / 1, .pay = Pay::am_income({})}, {{Fact::ceiling, 0, 1}}).code == ErrorCode::no_rate);
}
