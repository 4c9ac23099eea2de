#include <doctest/doctest.h>

#include <cstdlib>

#include "analysis/line.hpp"
#include "analysis/random_citizens.hpp"
#include "rules/net_picture.hpp"

using namespace fleks;

namespace {

oracle::Number as_number(const Exact& x) {
  const Exact r = x.reduced();
  const auto whole = [](int128 v) {
    const bool negative = v < 0;
    oracle::Number n(0);
    oracle::Number place(1);
    for (int128 rest = negative ? -v : v; rest != 0; rest /= 1'000'000'000'000) {
      n += place * oracle::Number(static_cast<std::int64_t>(rest % 1'000'000'000'000));
      place *= oracle::Number(1'000'000'000'000);
    }
    return negative ? oracle::Number(-n) : n;
  };
  return whole(r.numerator()) / whole(r.denominator());
}

/// In hand by the listed kinks: from the last one before the point, along its slope.
oracle::Number by_kinks(const std::vector<Kink>& kinks, const oracle::Number& start, const oracle::Number& first_slope,
                        const oracle::Number& from, const oracle::Number& at) {
  oracle::Number value = start, slope = first_slope, last = from;
  for (const Kink& k : kinks) {
    const oracle::Number where = as_number(k.at);
    if (where > at) break;
    value = as_number(k.in_hand);
    slope = as_number(k.after);
    last = where;
  }
  return value + slope * (at - last);
}

}  // namespace

// Every minute of hours against the oracle's picture without any rounding: exactly on the line that the listed kinks
// draw, so nothing bends between them.
TEST_CASE("kinks over hours: an exact scan by the oracle finds no other bend") {
  const auto table = RateTable::embedded();
  std::mt19937_64 dice(17);
  for (int round = 0; round < citizens::rounds(1'000); ++round) {
    auto c = citizens::random_case(dice);
    const auto picture = NetPicture::of(c.citizen, table, c.options).value();
    const auto kinks = picture.kinks_over_hours(Hours::whole(1), Hours::whole(37)).value();
    const auto& rates = citizens::rates_of(c.citizen.year);
    const auto in_hand = [&](const oracle::Number& hours) {
      return oracle::Number(oracle::net_without_rounding(citizens::as_oracle(c, hours), rates).exact.in_hand * 100);
    };
    CAPTURE(round);
    const oracle::Number from(1), minute = oracle::ratio(1, 60);
    const oracle::Number start = in_hand(from);
    const oracle::Number first_slope =
        kinks.empty() ? oracle::Number((in_hand(oracle::Number(37)) - start) / 36) : as_number(kinks.front().before);
    // A listed kink is one: on both sides of it the slopes are what it says, by points close to it.
    for (std::size_t i = 0; i < kinks.size(); ++i) {
      const oracle::Number at = as_number(kinks[i].at);
      const oracle::Number before = i == 0 ? from : as_number(kinks[i - 1].at);
      REQUIRE((kinks[i].before != kinks[i].after || !kinks[i].jump.is_zero()));
      const oracle::Number step = (at - before) / 1000;
      // A kink is what lies to its right: where income falls through a limit, the limit itself still has what was before.
      const oracle::Number after = i + 1 < kinks.size() ? as_number(kinks[i + 1].at) : oracle::Number(37);
      const oracle::Number beyond = (after - at) / 1000;
      REQUIRE(in_hand(at + beyond) == as_number(kinks[i].in_hand) + as_number(kinks[i].after) * beyond);
      REQUIRE(in_hand(at - step) == as_number(kinks[i].in_hand) - as_number(kinks[i].jump) - as_number(kinks[i].before) * step);
    }
    // Each citizen is scanned over its own stretch of minutes; together they cover every minute many times. With
    // FLEKS_EVERY_MINUTE set each is scanned over all of them, which takes minutes.
    const std::int64_t most = 36 * 60 + 1;
    const std::int64_t stretch = std::getenv("FLEKS_EVERY_MINUTE") != nullptr ? most : 37;
    const std::int64_t begin = 60 + (round * stretch) % (most - stretch + 1);
    for (std::int64_t m = begin; m < begin + stretch; ++m) {
      const oracle::Number at = minute * m;
      REQUIRE(in_hand(at) == by_kinks(kinks, start, first_slope, from, at));
    }
  }
}

TEST_CASE("kinks over the wage: the same at fixed hours") {
  const auto table = RateTable::embedded();
  std::mt19937_64 dice(19);
  for (int round = 0; round < citizens::rounds(200); ++round) {
    auto c = citizens::random_case(dice);
    const auto picture = NetPicture::of(c.citizen, table, c.options).value();
    const Hours hours = Hours::whole(citizens::between(dice, 2, 37));
    const auto kinks = picture.kinks_over_wage(hours, Money::kroner(80), Money::kroner(400)).value();
    const auto& rates = citizens::rates_of(c.citizen.year);
    const auto in_hand = [&](const oracle::Number& oere) {
      auto facts = citizens::as_oracle(c, citizens::exact(hours));
      facts.hourly_wage = oere / 100;
      return oracle::Number(oracle::net_without_rounding(facts, rates).exact.in_hand * 100);
    };
    CAPTURE(round);
    const oracle::Number from(8'000);
    const oracle::Number start = in_hand(from);
    const oracle::Number first_slope =
        kinks.empty() ? oracle::Number((in_hand(oracle::Number(40'000)) - start) / 32'000) : as_number(kinks.front().before);
    for (std::int64_t wage = 8'000 + round; wage < 40'000; wage += 1'111)
      REQUIRE(in_hand(oracle::Number(wage)) == by_kinks(kinks, start, first_slope, from, oracle::Number(wage)));
  }
}

// With four decimals in every share the kinks still have their place in 128 bits, but not the way from one to the next. While
// each step had to have it too, 411 of 1.000 such citizens were refused as too precise.
TEST_CASE("kinks over the wage: a citizen with four decimals in everything has exact kinks too") {
  const auto table = RateTable::embedded();
  std::mt19937_64 dice(23);
  for (int round = 0; round < citizens::rounds(1'000); ++round) {
    auto c = citizens::random_case(dice);
    c.citizen.own_pension = Percent::of_ten_thousandths(citizens::between(dice, 0, 199'999));
    c.citizen.employer_pension = Percent::of_ten_thousandths(citizens::between(dice, 0, 199'999));
    c.citizen.intensity = Percent::of_ten_thousandths(citizens::between(dice, 100'001, 999'999));
    c.citizen.municipal = Percent::of_ten_thousandths(citizens::between(dice, 200'000, 279'999));
    c.citizen.church = Percent::of_ten_thousandths(citizens::between(dice, 0, 13'000));
    const Hours hours = Hours::of_ten_thousandths(citizens::between(dice, 10'000, 370'000));
    const auto kinks = NetPicture::of(c.citizen, table, c.options).value().kinks_over_wage(hours, Money{}, Money::kroner(1'000));
    CAPTURE(round);
    REQUIRE(kinks);
    if (round % 10 != 0) continue;
    const auto paid_hours = oracle::Number(citizens::exact(hours) * citizens::points(c.citizen.intensity) / 100);
    for (const Kink& k : *kinks) {
      auto facts = citizens::as_oracle(c, paid_hours);
      facts.hourly_wage = as_number(k.at) / 100;
      const auto there = oracle::net_without_rounding(facts, citizens::rates_of(c.citizen.year)).exact.in_hand * 100;
      // The point of a jump itself is on the one side or the other: the least housing benefit is still paid there.
      REQUIRE((there == as_number(k.in_hand) || there == as_number(k.in_hand) - as_number(k.jump)));
    }
  }
}

TEST_CASE("2024, 200 kr., ATP counted: the threshold and the ceiling as exact fractions of an hour") {
  Citizen c;
  c.year = 2024;
  c.hourly_wage = Money::kroner(200);
  c.municipal = Percent::whole(25);
  Options o;
  o.own_atp = OwnAtp::counted;
  const auto kinks = NetPicture::of(c, RateTable::embedded(), o).value().kinks_over_hours(Hours::whole(1), Hours::whole(37)).value();
  const auto at = [&](std::string_view cause) {
    for (const Kink& k : kinks)
      if (k.cause == cause) return k.at;
    return Exact{};
  };
  // 200 × h × 52/12 = 16.323
  CHECK(at("taper_threshold") == Exact::ratio(16'323 * 12, 200 * 52));
  // wage + subsidy = 200 × 37 × 52/12, above the threshold: L + 19.952 − 0,3 × 16.323 − 0,55 (L − 16.323) = 32.066,67
  const Exact ceiling = Exact::ratio(200 * 37 * 52, 12);
  const Exact wage =
      (ceiling - Exact::whole(19'952) + Exact::ratio(3 * 16'323, 10) - Exact::ratio(55 * 16'323, 100)) / Exact::ratio(45, 100);
  CHECK(at("ceiling_reached") == wage * Exact::ratio(12, 200 * 52));
  CHECK(at("atp_band") == Exact::whole(9));
}

// Own ATP of the subsidy rises by 5 pct. of it, until it is 500 kr. at 10.000 kr. of subsidy.
TEST_CASE("the kink where own ATP of the subsidy is the most there is has its own cause and rule") {
  Citizen c;
  c.year = 2024;
  c.hourly_wage = Money::kroner(250);
  c.municipal = Percent::whole(25);
  const auto picture = NetPicture::of(c, RateTable::embedded()).value();
  const auto kinks = picture.kinks_over_hours(Hours::whole(10), Hours::whole(37)).value();
  const auto most = std::find_if(kinks.begin(), kinks.end(), [](const Kink& k) { return k.cause == "subsidy_atp_most"; });
  REQUIRE(most != kinks.end());
  CHECK(most->rule == Rule::FLT_17);
  const auto before = picture.at(Hours::whole(static_cast<std::int64_t>(most->at.numerator() / most->at.denominator()))).value();
  const auto after = picture.at(Hours::whole(static_cast<std::int64_t>(most->at.numerator() / most->at.denominator()) + 1)).value();
  CHECK(before.fleksloentilskud >= Money::kroner(10'000));
  CHECK(after.fleksloentilskud < Money::kroner(10'000));
}

// Boligstoetteloven §§ 21-22: which limit the benefit leaves, by rent and children, in the order of a rising income.
TEST_CASE("each bend of housing benefit is told by the limit that it leaves") {
  struct Row {
    std::int64_t rent_a_month;
    int children;
    std::vector<std::string> causes;
  };
  for (const Row& row :
       {Row{5'000, 0, {"housing_childless_most", "housing_least_payment"}}, Row{3'000, 2, {"housing_own_payment", "housing_least_payment"}},
        Row{10'000, 2, {"housing_most"}}, Row{6'500, 4, {"housing_income_limit"}}}) {
    CAPTURE(row.rent_a_month);
    Citizen c;
    c.year = 2026;
    c.hourly_wage = Money::kroner(300);
    c.municipal = Percent::whole(25);
    c.rent = Money::kroner(row.rent_a_month);
    c.children = row.children;
    const auto picture = NetPicture::of(c, RateTable::embedded()).value();
    std::vector<std::string> causes;
    const auto kinks = picture.kinks_over_hours(Hours::whole(1), Hours::whole(37)).value();
    for (const Kink& k : kinks) {
      if (!std::string_view(k.cause).starts_with("housing_")) continue;
      causes.emplace_back(k.cause);
      CHECK(k.rule == Rule::BOLIG);
      const auto benefit = [&](int hours_off) {
        const auto at = static_cast<std::int64_t>(k.at.numerator() / k.at.denominator());
        return picture.at(Hours::whole(at + hours_off)).value().housing_benefit;
      };
      // Flat on one side of the bend and falling on the other.
      const bool flat_before = benefit(-1) == benefit(0), flat_after = benefit(1) == benefit(2);
      CHECK(flat_before != flat_after);
      CHECK(flat_after == (causes.back() == "housing_least_payment"));
      CHECK(benefit(0) > benefit(1));
    }
    CHECK(causes == row.causes);
  }
}

// LL §§ 9 J, 9 K: the work base that each deduction turns at, found again in the hours of the bend.
// Børne- og ungeydelsesloven § 1 a.
TEST_CASE("child benefit bends where its taper begins and where nothing is left, each told by its name") {
  Citizen c;
  c.year = 2026;
  c.hourly_wage = Money::kroner(1'200);
  c.municipal = Percent::whole(25);
  c.child_ages = {10};
  const auto picture = NetPicture::of(c, RateTable::embedded()).value();
  const auto kinks = picture.kinks_over_hours(Hours::whole(1), Hours::whole(37)).value();
  std::vector<std::string> causes;
  for (const Kink& k : kinks) {
    if (k.rule != Rule::BOERN) continue;
    causes.emplace_back(k.cause);
    const auto benefit = [&](int hours_off) {
      const auto at = static_cast<std::int64_t>(k.at.numerator() / k.at.denominator());
      return picture.at(Hours::whole(at + hours_off)).value().child_benefit;
    };
    const bool is_gone = causes.back() == "child_benefit_gone";
    CHECK((benefit(-1) == benefit(0)) == !is_gone);
    CHECK((benefit(1) == benefit(2)) == is_gone);
    CHECK((benefit(1) == Money{}) == is_gone);
    CHECK(benefit(0) > benefit(1));
  }
  CHECK(causes == std::vector<std::string>{"child_benefit_taper", "child_benefit_gone"});
}

TEST_CASE("each bend of the deductions by work stands where the work base reaches its amount") {
  Citizen c;
  c.year = 2024;
  c.hourly_wage = Money::kroner(290);
  c.municipal = Percent::whole(25);
  c.children = 1;
  c.single_parent = true;
  const auto table = RateTable::embedded();
  const auto rate = [&](RateKey key) { return table.on(std::chrono::year{2024} / 1).find(key)->exact; };
  const auto kinks = NetPicture::of(c, table).value().kinks_over_hours(Hours::whole(1), Hours::whole(37)).value();
  const Exact begins = rate(RateKey::tax_job_deduction_threshold_year);
  struct Row {
    std::string_view cause;
    Exact work_base;
    RateKey employer_atp;
  };
  for (const Row& row :
       {Row{"job_deduction_begins", begins, RateKey::atp_wage_employer_39h_month},
        Row{"job_deduction_most", begins + rate(RateKey::tax_job_deduction_max_year) / rate(RateKey::tax_job_deduction_pct),
            RateKey::atp_wage_employer_78h_month},
        Row{"single_parent_deduction_most",
            rate(RateKey::tax_single_parent_deduction_max_year) / rate(RateKey::tax_single_parent_deduction_pct),
            RateKey::atp_wage_employer_78h_month},
        Row{"employment_deduction_most", rate(RateKey::tax_employment_deduction_max_year) / rate(RateKey::tax_employment_deduction_pct),
            RateKey::atp_wage_employer_117h_month}}) {
    CAPTURE(row.cause);
    const auto kink = std::find_if(kinks.begin(), kinks.end(), [&](const Kink& k) { return k.cause == row.cause; });
    REQUIRE(kink != kinks.end());
    CHECK(kink->rule == Rule::SKAT_3);
    CHECK(kink->at == (row.work_base - rate(row.employer_atp) * Exact::whole(12)) / Exact::whole(29'000 * 52));
  }
}

TEST_CASE("in hand is what is paid out less what is withheld, in a job and without one") {
  law::NetMonth<Exact> m;
  const auto kroner = [](std::int64_t n) { return Exact::of(Money::kroner(n)); };
  m.gross_pay = kroner(15'600);
  m.own_pension = kroner(600);
  m.wage_atp_own = kroner(66);
  m.am_contribution = kroner(1'194);
  m.tax = kroner(9'000);
  m.fleksloentilskud = kroner(15'272);
  m.subsidy_atp_own = kroner(500);
  m.housing_benefit = kroner(250);
  CHECK(m.in_hand() == kroner(19'762));
  m = {};
  m.ledighedsydelse = kroner(20'359);
  m.ledighedsydelse_atp_own = kroner(99);
  m.tax = kroner(6'000);
  m.housing_benefit = kroner(250);
  CHECK(m.in_hand() == kroner(14'510));
}

// LAB § 123: where base, wage and ceiling meet, as exact fractions of an hour. ATP is counted, so that the wage is the pay.
TEST_CASE("each bend of the subsidy stands where the law's amounts meet, and is told by its own rule") {
  struct Row {
    std::string_view name;
    std::int64_t wage_an_hour, ceiling;
    bool reduced_by_hours;
    std::string_view cause;
    Rule rule;
    Exact hours;
  };
  const auto hours_of = [](const Exact& wage_a_month, std::int64_t an_hour) {
    return wage_a_month * Exact::ratio(12, 52) / Exact::whole(an_hour);
  };
  // 30 pct. of 16.323 and 55 pct. above are 19.952 at:
  const Exact gone = Exact::whole(16'323) + (Exact::whole(19'952) - Exact::ratio(3 * 16'323, 10)) / Exact::ratio(55, 100);
  for (const Row& row :
       {Row{"the taper has taken all", 300, 90'000, false, "subsidy_gone", Rule::FLT_10, hours_of(gone, 300)},
        Row{"by hours, at full time", 300, 90'000, true, "subsidy_gone", Rule::FLT_10, Exact::whole(37)},
        // 70 pct. of the wage and 19.952 are 28.000.
        Row{"wage and subsidy fill the ceiling", 250, 28'000, false, "ceiling_reached", Rule::FLT_11,
            hours_of(Exact::whole(8'048) / Exact::ratio(7, 10), 250)},
        Row{"the wage alone fills it", 250, 28'000, false, "wage_at_ceiling", Rule::FLT_11, hours_of(Exact::whole(28'000), 250)}}) {
    CAPTURE(row.name);
    Citizen c;
    c.year = 2024;
    c.hourly_wage = Money::kroner(row.wage_an_hour);
    c.municipal = Percent::whole(25);
    c.ceiling = Ceiling::stated(Money::kroner(row.ceiling));
    Options o{.policy = {.from = std::chrono::year{2024} / 1, .reduced_by_hours = row.reduced_by_hours}};
    o.own_atp = OwnAtp::counted;
    const auto kinks = NetPicture::of(c, RateTable::embedded(), o).value().kinks_over_hours(Hours::whole(1), Hours::whole(40)).value();
    const auto kink = std::find_if(kinks.begin(), kinks.end(), [&](const Kink& k) { return k.cause == row.cause; });
    REQUIRE(kink != kinks.end());
    CHECK(kink->rule == row.rule);
    CHECK(kink->at == row.hours);
    CHECK(std::count_if(kinks.begin(), kinks.end(), [&](const Kink& k) { return k.cause == row.cause; }) == 1);
  }
}

// FLT-5: own ATP of 33 kr. takes a wage of half a krone an hour, and with it the right of FLT-3, until the pay is more.
TEST_CASE("the bend where a very small pay covers own ATP stands where they are equal") {
  Citizen c;
  c.year = 2024;
  c.hourly_wage = Money::oere(50);
  c.municipal = Percent::whole(25);
  const auto picture = NetPicture::of(c, RateTable::embedded()).value();
  const auto kinks = picture.kinks_over_hours(Hours::whole(10), Hours::whole(17)).value();
  const auto kink = std::find_if(kinks.begin(), kinks.end(), [&](const Kink& k) { return k.cause == "small_pay"; });
  REQUIRE(kink != kinks.end());
  CHECK(kink->rule == Rule::FLT_5);
  CHECK(kink->at == Exact::whole(33) * Exact::ratio(12, 52) / Exact::ratio(1, 2));
  CHECK(picture.at(Hours::whole(15)).value().fleksloentilskud == Money{});
  CHECK(picture.at(Hours::whole(16)).value().fleksloentilskud > Money{});
}

// Of 50 kr. an hour 99 pct. is own pension: the half krone that is left of each hour covers own ATP of 99 kr. a month from 45,7 hours a
// week.
TEST_CASE("the bend where the pay covers own pension and own ATP stands where they are equal") {
  Citizen c;
  c.year = 2024;
  c.hourly_wage = Money::kroner(50);
  c.own_pension = Percent::whole(99);
  c.municipal = Percent::whole(25);
  const auto picture = NetPicture::of(c, RateTable::embedded()).value();
  const auto kinks = picture.kinks_over_hours(Hours::whole(28), Hours::whole(60)).value();
  const auto kink = std::find_if(kinks.begin(), kinks.end(), [&](const Kink& k) { return k.cause == "am_base_begins"; });
  REQUIRE(kink != kinks.end());
  CHECK(kink->rule == Rule::SKAT_1);
  CHECK(kink->at == Exact::whole(99) * Exact::ratio(12, 52) / Exact::ratio(1, 2));
  CHECK(picture.at(Hours::whole(45)).value().am_contribution == Money{});
  CHECK(picture.at(Hours::whole(46)).value().am_contribution > Money{});
}
