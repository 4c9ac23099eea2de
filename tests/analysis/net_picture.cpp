#include <doctest/doctest.h>

#include <algorithm>

#include <fleks/rates/rates_csv.hpp>
#include <fleks/statement/month_statement.hpp>
#include <fleks/statement/tax_statement.hpp>

#include "analysis/random_citizens.hpp"
#include "source_file.hpp"

using namespace fleks;

namespace {

/// Every amount of a row against the oracle's.
void check_row(const NetRow& row, const oracle::NetResult& expected) {
  const auto& e = expected.row;
  REQUIRE(row.gross_pay.in_oere() == e.gross_pay);
  REQUIRE(row.own_pension.in_oere() == e.own_pension);
  REQUIRE(row.employer_pension.in_oere() == e.employer_pension);
  REQUIRE(row.wage_atp_own.in_oere() == e.wage_atp_own);
  REQUIRE(row.wage_atp_employer.in_oere() == e.wage_atp_employer);
  REQUIRE(row.fleksloentilskud.in_oere() == e.fleksloentilskud);
  REQUIRE(row.subsidy_atp_own.in_oere() == e.subsidy_atp_own);
  REQUIRE(row.public_atp.in_oere() == e.public_atp);
  REQUIRE(row.obligatory_pension.in_oere() == e.obligatory_pension);
  REQUIRE(row.am_contribution.in_oere() == e.am_contribution);
  REQUIRE(row.tax.in_oere() == e.tax);
  REQUIRE(row.housing_benefit.in_oere() == e.housing_benefit);
  REQUIRE(row.ledighedsydelse.in_oere() == e.ledighedsydelse);
  REQUIRE(row.ledighedsydelse_atp_own.in_oere() == e.ledighedsydelse_atp_own);
  REQUIRE(row.other_income.in_oere() == e.other_income);
  REQUIRE(row.daycare.in_oere() == e.daycare);
  REQUIRE(row.child_benefit.in_oere() == e.child_benefit);
  REQUIRE(row.in_hand.in_oere() == e.in_hand);
  REQUIRE(row.pension_saved.in_oere() == e.pension_saved);
}

void check_extra(const Extra& e, const oracle::Extra& expected) {
  REQUIRE(e.gross_pay.in_oere() == expected.gross_pay);
  REQUIRE(e.employer_pension.in_oere() == expected.employer_pension);
  REQUIRE(e.added.in_oere() == expected.added);
  REQUIRE(e.given.in_oere() == expected.given);
  REQUIRE(e.in_hand.in_oere() == expected.in_hand);
  REQUIRE(e.pension_saved.in_oere() == expected.pension_saved);
  REQUIRE(e.taken_by_taper.in_oere() == expected.taken_taper);
  REQUIRE(e.taken_by_ceiling.in_oere() == expected.taken_ceiling);
  REQUIRE(e.taken_by_am_contribution.in_oere() == expected.taken_am_contribution);
  REQUIRE(e.taken_by_tax.in_oere() == expected.taken_tax);
  REQUIRE(e.taken_by_housing_benefit.in_oere() == expected.taken_housing_benefit);
  REQUIRE(e.taken_by_ledighedsydelse.in_oere() == expected.taken_ledighedsydelse);
  REQUIRE(e.taken_by_daycare.in_oere() == expected.taken_daycare);
  REQUIRE(e.taken_by_child_benefit.in_oere() == expected.taken_child_benefit);
  REQUIRE(static_cast<int>(e.verdict) == static_cast<int>(expected.verdict));
}

bool identity_holds(const Extra& e) {
  return e.gross_pay + e.employer_pension + e.added + e.given ==
         e.in_hand + e.pension_saved + e.taken_by_taper + e.taken_by_ceiling + e.taken_by_am_contribution + e.taken_by_tax +
             e.taken_by_housing_benefit + e.taken_by_daycare + e.taken_by_child_benefit + e.taken_by_ledighedsydelse;
}

Citizen plain_citizen(int year, std::int64_t hourly) {
  Citizen c;
  c.year = year;
  c.hourly_wage = Money::kroner(hourly);
  c.municipal = Percent::whole(25);
  return c;
}

Options atp_counted() {
  Options o;
  o.own_atp = OwnAtp::counted;
  return o;
}

}  // namespace

TEST_CASE("the whole net picture is the oracle's, row by row and change by change") {
  const auto table = RateTable::embedded();
  std::mt19937_64 dice(3);
  for (int round = 0; round < citizens::rounds(4'000); ++round) {
    const auto c = citizens::random_case(dice);
    CAPTURE(round);
    const auto picture = NetPicture::of(c.citizen, table, c.options);
    REQUIRE(picture.has_value());
    // Hours far enough from zero that the pay covers own ATP (the oracle takes that for granted).
    const Hours first = citizens::between(dice, 0, 3) == 0 ? Hours{} : Hours::of_ten_thousandths(citizens::between(dice, 10'000, 300'000));
    const Hours second =
        Hours::of_ten_thousandths(std::max<std::int64_t>(10'000, first.ten_thousandths()) + citizens::between(dice, 0, 40'000));
    const auto a = picture->at(first).value(), b = picture->at(second).value();
    const auto expected_a = oracle::net(citizens::as_oracle(c, citizens::exact(first)), citizens::rates_of(c.citizen.year));
    const auto expected_b = oracle::net(citizens::as_oracle(c, citizens::exact(second)), citizens::rates_of(c.citizen.year));
    check_row(a, expected_a);
    check_row(b, expected_b);
    check_extra(extra(a, b), oracle::extra(expected_a, expected_b));
  }
}

TEST_CASE("gross pay and what is added end in hand, in pension or with a named taker: 100.000 random citizens") {
  const auto table = RateTable::embedded();
  std::mt19937_64 dice(7);
  for (int round = 0; round < citizens::rounds(100'000); ++round) {
    auto c = citizens::random_case(dice);
    c.citizen.intensity = Percent::of_ten_thousandths(citizens::between(dice, 1, 1'000'000));
    const auto picture = NetPicture::of(c.citizen, table, c.options).value();
    const Hours from = Hours::of_ten_thousandths(citizens::between(dice, 0, 370'000)),
                to = Hours::of_ten_thousandths(citizens::between(dice, 0, 370'000));
    const auto change = extra(picture.at(from).value(), picture.at(to).value());
    CAPTURE(round);
    REQUIRE(identity_holds(change));
  }
}

TEST_CASE("a higher municipal tax never puts more in hand; nor does a lower ceiling") {
  const auto table = RateTable::embedded();
  std::mt19937_64 dice(11);
  for (int round = 0; round < citizens::rounds(5'000); ++round) {
    auto c = citizens::random_case(dice);
    const Hours hours = Hours::of_ten_thousandths(citizens::between(dice, 0, 370'000));
    const auto in_hand = [&](const Citizen& citizen) {
      return NetPicture::of(citizen, table, c.options).value().at(hours).value().in_hand;
    };
    Citizen taxed = c.citizen;
    taxed.municipal = Percent::of_ten_thousandths(taxed.municipal.ten_thousandths() + citizens::between(dice, 1, 50'000));
    CAPTURE(round);
    CHECK(in_hand(taxed) <= in_hand(c.citizen));
  }
}

TEST_CASE("2024, 120 kr., ATP counted: the ceiling takes every hour from the first") {
  const auto table = RateTable::embedded();
  const auto picture = NetPicture::of(plain_citizen(2024, 120), table, atp_counted()).value();
  const auto rows = picture.curve(Hours::whole(1), Hours::whole(37), Hours::whole(1)).value();
  REQUIRE(rows.size() == 37);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    CHECK(rows[i].gross_pay + rows[i].fleksloentilskud == Money::kroner(19'240));
    if (i == 0) continue;
    const auto e = extra(rows[i - 1], rows[i]);
    CHECK(e.verdict != Verdict::pays);
    CHECK(e.taken_by_ceiling > Money{});
  }
  CHECK(rows.front().in_hand == Money::oere(1'332'483));
  CHECK(rows.back().in_hand == Money::oere(1'315'883));
  // The hours that cross an ATP band lose most.
  for (const std::size_t hour : {9U, 18U, 27U})
    CHECK(extra(rows[hour - 2], rows[hour - 1]).in_hand < extra(rows[hour - 1], rows[hour]).in_hand);
  const auto summary = picture.summary(rows);
  CHECK(summary.best_hours == Hours::whole(1));
  // S × 12 / (37 × 52)
  CHECK(*summary.no_gain_hourly_wage == Exact::ratio(1'995'200 * 12, 37 * 52));
}

TEST_CASE("a raise at 20 hours in 2022, ATP counted, no pension") {
  const auto table = RateTable::embedded();
  const auto both = [](const NetRow& r) { return r.exact_pay + Exact::of(r.fleksloentilskud); };
  const auto raised = [&](std::int64_t from, std::int64_t to) {
    const auto picture = NetPicture::of(plain_citizen(2022, from), table, atp_counted()).value();
    const Work before{Hours::whole(20), Percent::whole(100), Money::kroner(from), false},
        after{Hours::whole(20), Percent::whole(100), Money::kroner(to), false};
    const auto a = picture.at(before).value(), b = picture.at(after).value();
    return std::pair{both(b) - both(a), b.exact_pay - a.exact_pay};
  };
  // Above the threshold, below the ceiling: 55 pct. is taken.
  const auto [gain, raise] = raised(200, 220);
  const Exact off = gain - raise * Exact::ratio(45, 100);  // two subsidies, each rounded to the krone
  CHECK(off <= Exact::whole(100));
  CHECK(off >= Exact::whole(-100));
  // At the ceiling, which rises with the wage at 37 hours: 20 × 37 × 52 / 12.
  const auto rise = raised(125, 145).first.round(Rounding::half_up).value();
  CHECK(rise >= Money::oere(320'667 - 100));
  CHECK(rise <= Money::oere(320'667 + 100));
}

TEST_CASE("with a ceiling that stays, a raise at the ceiling gives nothing before tax") {
  const auto table = RateTable::embedded();
  const auto picture = NetPicture::of(plain_citizen(2022, 125), table, atp_counted()).value();
  const auto a = picture.at(Hours::whole(20)).value();
  const auto b = picture.at(Work{Hours::whole(20), Percent::whole(100), Money::kroner(145), true}).value();
  const auto more =
      (b.exact_pay + Exact::of(b.fleksloentilskud) - a.exact_pay - Exact::of(a.fleksloentilskud)).round(Rounding::half_up).value();
  CHECK(more >= Money::kroner(-1));  // two subsidies, each rounded to the krone
  CHECK(more <= Money::kroner(1));
}

TEST_CASE("the first row of --from 0 is ledighedsydelse, and the first hour starts the subsidy") {
  const auto table = RateTable::embedded();
  const auto picture = NetPicture::of(plain_citizen(2024, 200), table).value();
  const auto none = picture.at(Hours{}).value(), one = picture.at(Hours::whole(1)).value();
  CHECK_FALSE(none.in_job);
  CHECK(none.ledighedsydelse == Money::kroner(18'137));
  CHECK(none.ledighedsydelse_atp_own == Money::kroner(99));
  CHECK(none.gross_pay == Money{});
  const auto e = extra(none, one);
  CHECK(e.starts_job);
  CHECK(e.given == one.fleksloentilskud);
  CHECK(e.taken_by_ledighedsydelse == none.ledighedsydelse);
  CHECK(identity_holds(e));
}

TEST_CASE("a course goes one hour, then five points of intensity at a time") {
  const auto table = RateTable::embedded();
  const auto picture = NetPicture::of(plain_citizen(2024, 150), table).value();
  const std::vector<Work> stations{{Hours::whole(9), Percent::whole(75), Money::kroner(150), false},
                                   {Hours::whole(12), Percent::whole(85), Money::kroner(150), false}};
  const auto rows = picture.course(stations).value();
  REQUIRE(rows.size() == 6);
  // TIME-1: 9 h at 75 pct. is 6,75 paid hours; 12 h at 85 pct. is 10,2.
  CHECK(rows.front().paid_hours == Exact::ratio(27, 4));
  CHECK(rows[3].hours == Hours::whole(12));
  CHECK(rows[3].intensity == Percent::whole(75));
  CHECK(rows[4].intensity == Percent::whole(80));
  CHECK(rows.back().paid_hours == Exact::ratio(51, 5));
}

TEST_CASE("SKAT: the check values of 2021, with the bottom tax that the table uses") {
  const auto table = RateTable::embedded()
                         .extended_by(
                             "key,valid_from,valid_to,value,unit,status,source,note\n"
                             "tax_bottom_pct,2021-01-01,2021-12-31,12.11,pct,read,the table of the check values,\n")
                         .value();
  YearsIncome wage{.year = 2021, .pay = Money::kroner(120'000), .municipal = Percent::of_ten_thousandths(238'000)};
  CHECK(income_tax(wage, table).value().am_and_tax == Money::kroner(29'447));
  YearsIncome pension{.year = 2021, .without_am = Money::kroner(240'000), .municipal = Percent::of_ten_thousandths(238'000)};
  CHECK(income_tax(pension, table).value().am_and_tax == Money::kroner(69'414));
}

TEST_CASE("SKAT: random years of all incomes against the oracle, up to the top-top tax") {
  const auto table = RateTable::embedded();
  const auto book = oracle::RateBook::read(source_file("/src/rates/rates.csv"));
  std::vector<oracle::TaxRates> years;
  for (int year = 2013; year <= 2026; ++year) years.push_back(oracle::tax_rates(book, year));
  std::mt19937_64 dice(5);
  for (int round = 0; round < citizens::rounds(20'000); ++round) {
    YearsIncome i;
    i.year = static_cast<int>(citizens::between(dice, 2013, 2026));
    const std::int64_t most = citizens::between(dice, 0, 3) == 0 ? 400'000'000 : 70'000'000;
    i.pay = Money::oere(citizens::between(dice, 0, most));
    i.own_pension = Money::oere(citizens::between(dice, 0, i.pay.in_oere() / 5));
    i.own_atp = Money::oere(citizens::between(dice, 0, i.pay.in_oere() / 20));
    i.employer_pension = Money::oere(citizens::between(dice, 0, 5'000'000));
    i.employer_atp = Money::oere(citizens::between(dice, 0, 237'600));
    i.without_am = Money::oere(citizens::between(dice, 0, 25'000'000));
    i.municipal = Percent::of_ten_thousandths(citizens::between(dice, 200'000, 300'000));
    i.church = Percent::of_ten_thousandths(citizens::between(dice, 0, 15'000));
    i.single_parent = i.year != 2016 && citizens::between(dice, 0, 1) == 1;  // their most of 2016 is not known
    if (citizens::between(dice, 0, 3) == 0) {
      i.deductions.transport_km = Exact::counted(citizens::between(dice, 1, 2'000), 10);
      i.deductions.transport_days = static_cast<int>(citizens::between(dice, 1, 260));
    }
    if (citizens::between(dice, 0, 3) == 0) i.birth_year = static_cast<int>(citizens::between(dice, 1957, 1970));
    oracle::TaxFacts f;
    f.birth_year = i.birth_year;
    f.other_deductions =
        oracle::transport_and_union(citizens::number(i.deductions.transport_km), i.deductions.transport_days, 0, book, i.year);
    f.gross_pay = oracle::kroner(i.pay.in_oere());
    f.own_pension = oracle::kroner(i.own_pension.in_oere());
    f.own_atp = oracle::kroner(i.own_atp.in_oere());
    f.employer_pension = oracle::kroner(i.employer_pension.in_oere());
    f.employer_atp = oracle::kroner(i.employer_atp.in_oere());
    f.income_without_am = oracle::kroner(i.without_am.in_oere());
    f.municipal_pct = citizens::points(i.municipal);
    f.church_pct = citizens::points(i.church);
    f.single_parent = i.single_parent;
    const auto expected = oracle::tax(f, years[static_cast<std::size_t>(i.year - 2013)]);
    const auto tax = income_tax(i, table).value();
    CAPTURE(round);
    REQUIRE(tax.am_and_tax.in_oere() == oracle::to_ore(expected.am_and_tax));
    REQUIRE(tax.tax.round(Rounding::half_up).value().in_oere() == oracle::to_ore(expected.tax));
    REQUIRE(tax.top.round(Rounding::half_up).value().in_oere() == oracle::to_ore(expected.top));
  }
}

TEST_CASE("SKAT: the trace gives the same tax and names each part") {
  const auto table = RateTable::embedded();
  const YearsIncome i{.year = 2026,
                      .pay = Money::kroner(3'000'000),
                      .municipal = Percent::of_ten_thousandths(263'000),
                      .church = Percent::whole(1),
                      .single_parent = true};
  Trace trace;
  const auto plain = income_tax(i, table).value(), traced = income_tax(i, table, trace).value();
  CHECK(plain.tax == traced.tax);
  CHECK(traced.toptop.is_positive());
  CHECK(trace.find(Rule::SKAT_1)->amount == traced.am_contribution);
  CHECK(trace.find(Rule::SKAT_5)->amount == traced.tax);
  // Bottom 12,01 + municipal 26,3 + middle 7,5 is above the ceiling of 44,57: the middle tax is lowered to 6,26 pct.
  CHECK(traced.middle == (traced.personal_income - Exact::of(Money::kroner(641'200))) * Exact::ratio(626, 10'000));
}

TEST_CASE("what cannot be is refused with its name, what was given and what is allowed") {
  const auto table = RateTable::embedded();
  const auto with = [&](auto change) {
    Citizen c = plain_citizen(2025, 200);
    change(c);
    return NetPicture::of(c, table).error();
  };
  const std::string most = to_text(Limit(largest_amount));
  const Percent below_zero = Percent::of_ten_thousandths(-1), above_100 = Percent::of_ten_thousandths(1'000'001);
  const auto refused = [](const Error& e, ErrorCode code, const Field& field, const std::string& given, const std::string& allowed) {
    CAPTURE(field.text());
    CHECK(e == Error{.code = code, .field = field, .given = given, .allowed = e.allowed, .date = e.date});
    CHECK(to_text(e.allowed) == allowed);
  };
  refused(with([](Citizen& c) { c.year = 1899; }), ErrorCode::no_such_date, Fact::year, "1899", "YYYY");
  refused(with([](Citizen& c) { c.year = 10'000; }), ErrorCode::no_such_date, Fact::year, "10000", "YYYY");
  refused(with([](Citizen& c) { c.hourly_wage = Money::oere(-1); }), ErrorCode::negative, Fact::hourly_wage, "-0.01", "0-" + most);
  refused(with([](Citizen& c) { c.hourly_wage = largest_amount + Money::oere(1); }), ErrorCode::too_large, Fact::hourly_wage,
          "100000000.01", "0-" + most);
  refused(with([&](Citizen& c) { c.own_pension = above_100; }), ErrorCode::too_large, Fact::own_pension, "100.0001", "0-100");
  refused(with([&](Citizen& c) { c.employer_pension = below_zero; }), ErrorCode::negative, Fact::employer_pension, "-0.0001", "0-100");
  refused(with([&](Citizen& c) { c.intensity = above_100; }), ErrorCode::too_large, Fact::intensity, "100.0001", "0-100");
  refused(with([&](Citizen& c) { c.municipal = below_zero; }), ErrorCode::negative, Fact::municipal_tax, "-0.0001", "0-100");
  refused(with([&](Citizen& c) { c.church = above_100; }), ErrorCode::too_large, Fact::church_tax, "100.0001", "0-100");
  refused(with([](Citizen& c) { c.children = -1; }), ErrorCode::out_of_range, Fact::children, "-1", "0-30");
  refused(with([](Citizen& c) { c.children = 31; }), ErrorCode::out_of_range, Fact::children, "31", "0-30");
  refused(with([](Citizen& c) { c.rent = Money::oere(-1); }), ErrorCode::negative, Fact::rent, "-0.01", "0-" + most);
  refused(with([](Citizen& c) { c.rent = largest_amount + Money::oere(1); }), ErrorCode::too_large, Fact::rent, "100000000.01",
          "0-" + most);
  refused(with([](Citizen& c) { c.ceiling = Ceiling::stated(Money::oere(-1)); }), ErrorCode::negative, Fact::ceiling, "-0.01", "0-" + most);
  CHECK(with([](Citizen& c) {
          c.year = 2016;
          c.single_parent = true;
        })
            .field.text()
            .starts_with("tax_single_parent_"));
  refused(with([](Citizen& c) { c.other_income = Money::oere(-1); }), ErrorCode::negative, Fact::other_income, "-0.01", "0-" + most);
  refused(with([](Citizen& c) { c.birth_year = 2026; }), ErrorCode::out_of_range, Fact::birth_year, "2026", "1900-2025");
  refused(with([](Citizen& c) { c.daycare_places = 31; }), ErrorCode::out_of_range, Fact::daycare_places, "31", "0-30");
  refused(with([](Citizen& c) { c.daycare_places = 1; }), ErrorCode::missing_fact, Fact::daycare_fee, "", "kr.");
  refused(with([](Citizen& c) { c.daycare_fee = Money::kroner(1); }), ErrorCode::missing_fact, Fact::daycare_places, "", "1-30");
  refused(with([](Citizen& c) { c.child_ages = {3, 18}; }), ErrorCode::out_of_range, Fact::child_ages, "18", "0-17");
  refused(with([](Citizen& c) { c.home.wealth = Money::oere(-1); }), ErrorCode::negative, Fact::wealth, "-0.01", "0-" + most);
  refused(with([](Citizen& c) { c.deductions.union_fee = Money::oere(-1); }), ErrorCode::negative, Fact::union_fee, "-0.01", "0-" + most);
  CHECK(with([](Citizen& c) {
          c.year = 2019;
          c.rent = Money::kroner(5'000);
        })
            .field.text()
            .starts_with("housing_"));
  // Without a rate of the ledighedsydelse there is no picture, as it begins without a job.
  std::vector<const Rate*> rows;
  for (const Rate& rate : table.rows())
    if (rate.key != RateKey::ledighedsydelse_full_month) rows.push_back(&rate);
  const RateTable without = RateTable::read(to_csv(rows)).value();
  refused(NetPicture::of(plain_citizen(2025, 200), without).error(), ErrorCode::no_rate, "ledighedsydelse_full_month", "2025-01-01", "");

  const auto picture = NetPicture::of(plain_citizen(2025, 200), table).value();
  const auto at = [&](Hours hours, Percent intensity, Money wage) { return picture.at(Work{hours, intensity, wage, false}).error(); };
  const Percent whole = Percent::whole(100);
  const Money wage = Money::kroner(200);
  refused(at(Hours::of_ten_thousandths(-1), whole, wage), ErrorCode::negative, Fact::from, "-0.0001", "0-168");
  refused(at(Hours::whole(169), whole, wage), ErrorCode::too_large, Fact::from, "169", "0-168");
  refused(at(Hours::whole(1), below_zero, wage), ErrorCode::negative, Fact::intensity, "-0.0001", "0-100");
  refused(at(Hours::whole(1), above_100, wage), ErrorCode::too_large, Fact::intensity, "100.0001", "0-100");
  refused(at(Hours::whole(1), whole, Money::oere(-1)), ErrorCode::negative, Fact::hourly_wage, "-0.01", "0-" + most);
  refused(at(Hours::whole(1), whole, largest_amount + Money::oere(1)), ErrorCode::too_large, Fact::hourly_wage, "100000000.01",
          "0-" + most);

  const Hours one = Hours::whole(1), two = Hours::whole(2);
  refused(picture.curve(two, one, one).error(), ErrorCode::out_of_range, Fact::to, "1", ">= 2");
  refused(picture.curve(one, Hours::whole(169), one).error(), ErrorCode::too_large, Fact::to, "169", "0-168");
  refused(picture.curve(Hours::whole(-1), two, one).error(), ErrorCode::negative, Fact::from, "-1", "0-168");
  refused(picture.curve(one, two, Hours{}).error(), ErrorCode::out_of_range, Fact::step, "0", "> 0, <= 168");
  refused(picture.curve(one, two, Hours::whole(169)).error(), ErrorCode::out_of_range, Fact::step, "169", "> 0, <= 168");
  refused(picture.curve(one, Hours::whole(11), Hours::of_ten_thousandths(1)).error(), ErrorCode::out_of_range, Fact::step, "0.0001",
          ">= 0.0002");
  refused(picture.curve_over_wage(Hours::whole(169), wage, wage, wage).error(), ErrorCode::too_large, Fact::from, "169", "0-168");
  refused(picture.kinks_over_hours(two, one).error(), ErrorCode::out_of_range, Fact::to, "1", ">= 2");
  refused(picture.kinks_over_wage(one, wage, Money::oere(-1)).error(), ErrorCode::negative, Fact::to, "-0.01", "0-" + most);

  // A course is refused at the station that cannot be: the first, or on the way to the next.
  const auto course = [&](Work first, Work second) {
    const std::vector<Work> stations{first, second};
    return picture.course(stations).error();
  };
  refused(course({Hours::whole(169), whole, wage, false}, {one, whole, wage, false}), ErrorCode::too_large, Fact::from, "169", "0-168");
  refused(course({Hours::whole(168), whole, wage, false}, {Hours::whole(170), whole, wage, false}), ErrorCode::too_large, Fact::from, "169",
          "0-168");
  refused(course({one, whole, wage, false}, {one, Percent::whole(101), wage, false}), ErrorCode::too_large, Fact::intensity, "101",
          "0-100");
  refused(course({one, whole, wage, false}, {one, whole, Money::oere(-1), false}), ErrorCode::negative, Fact::hourly_wage, "-0.01",
          "0-" + most);
}

TEST_CASE("a course may go back, and the hourly wage changes last") {
  const auto picture = NetPicture::of(plain_citizen(2024, 150), RateTable::embedded()).value();
  const std::vector<Work> stations{{Hours::of_ten_thousandths(35'000), Percent::whole(50), Money::kroner(150), false},
                                   {Hours::whole(2), Percent::of_ten_thousandths(430'000), Money::kroner(160), false}};
  std::string text;
  const auto rows = picture.course(stations).value();
  for (const NetRow& r : rows) text += to_text(r.hours) + "@" + to_text(r.intensity) + " " + to_text(r.hourly_wage) + "; ";
  CHECK(text == "3.5@50 150.00; 2.5@50 150.00; 2@50 150.00; 2@45 150.00; 2@43 150.00; 2@43 160.00; ");
  CHECK(rows.back().in_hand == picture.at(stations.back()).value().in_hand);
  CHECK(picture.course({}).value().empty());
}

TEST_CASE("a ceiling of no form is as one not given; of no rows there is nothing to say; two rows without a job differ in nothing") {
  const auto table = RateTable::embedded();
  Citizen c = plain_citizen(2024, 150);
  const auto plain = NetPicture::of(c, table).value();
  c.ceiling = Ceiling{};
  const auto none = NetPicture::of(c, table).value();
  CHECK(none.ceiling_follows_wage());
  CHECK(none.ceiling(Money::kroner(160)) == plain.ceiling(Money::kroner(160)));
  CHECK(none.at(Hours::whole(30)).value().in_hand == plain.at(Hours::whole(30)).value().in_hand);
  const CurveSummary empty = plain.summary({});
  CHECK(empty.best_hours == Hours{});
  CHECK(empty.zero_gain_ranges.empty());
  CHECK(!empty.no_gain_hourly_wage);
  const auto row = plain.at(Hours{}).value();
  const Extra e = extra(row, row);
  CHECK(!e.starts_job);
  CHECK(e.in_hand == Money{});
  CHECK(e.verdict == Verdict::no);
  CHECK(identity_holds(e));
}

// Each rule that bends the picture is named by the kink, with its rule; the rarer ones need a citizen of their own.
TEST_CASE("kinks of the taxes and of a given ceiling have their own cause and rule, at the wage where the law puts them") {
  const auto table = RateTable::embedded();
  Citizen c;
  c.year = 2026;
  c.hourly_wage = Money::kroner(200);
  c.municipal = Percent::whole(25);
  c.ceiling = Ceiling::stated(Money::kroner(1));  // no subsidy above a krone: the pay alone is taxed
  const auto kinks = [&](std::int64_t to) {
    return NetPicture::of(c, table).value().kinks_over_wage(Hours::whole(37), Money{}, Money::kroner(to)).value();
  };
  const auto found = [](const std::vector<Kink>& list, std::string_view cause, Rule rule) {
    const auto at = std::find_if(list.begin(), list.end(), [&](const Kink& k) { return k.cause == cause; });
    REQUIRE(at != list.end());
    CHECK(at->rule == rule);
    return at->at;
  };
  const auto rates = table.on(std::chrono::year{2026} / 1);
  // A year's pay of w øre an hour is w x 37 x 52; ATP of it 1.188 kr. AM-bidrag leaves 92 pct.
  const Exact hours = Exact::whole(37 * 52), atp = Exact::whole(118'800);
  const auto wage_of_income = [&](const Money& personal_income) {
    return (Exact::of(personal_income) / Exact::ratio(92, 100) + atp) / hours;
  };
  const auto all = kinks(2'000);
  CHECK(found(all, "toptop_tax_begins", Rule::SKAT_4) == wage_of_income(rates.get<RateKey::tax_toptop_threshold_year>().value()));
  CHECK(found(all, "top_tax_begins", Rule::SKAT_4) == wage_of_income(rates.get<RateKey::tax_top_threshold_year>().value()));
  CHECK(found(all, "middle_tax_begins", Rule::SKAT_4) == wage_of_income(rates.get<RateKey::tax_middle_threshold_year>().value()));
  found(all, "wage_at_ceiling", Rule::FLT_11);
  found(all, "allowance_used_up", Rule::SKAT_4);
  // 12 x 99 kr. of ATP is the first pay: below that there is none left to be paid out.
  found(all, "small_pay", Rule::FLT_5);
  c.single_parent = true;
  found(kinks(2'000), "single_parent_deduction_most", Rule::SKAT_3);
  // Own pension of most of the pay leaves an income below the deductions, until those are at their most.
  c.own_pension = Percent::whole(80);
  c.municipal = Percent::whole(1);
  found(kinks(1'000), "municipal_base_begins", Rule::SKAT_4);
}

// Whoever asks what an hour is worth under a proposal must get the month's own subsidy under it.
TEST_CASE("a reform of the ceiling is in the net picture as it is in the month") {
  const auto table = RateTable::embedded();
  Citizen c;
  c.year = 2024;
  c.hourly_wage = Money::kroner(160);
  c.municipal = Percent::whole(25);
  c.ceiling = Ceiling::stated(Money::kroner(24'000));
  for (const int share : {0, 40, 99, 100})
    for (const bool applies : {true, false}) {
      CAPTURE(share);
      CAPTURE(applies);
      Options o{.policy = {.from = std::chrono::year{2024} / 1, .ceiling_applies = applies}};
      o.policy.ceiling_cut_share = Percent::whole(share);
      MonthFacts facts{.month = std::chrono::year{2024} / 3, .pay = Pay::hourly(c.hourly_wage, Hours::whole(30))};
      facts.ceiling = *c.ceiling;
      CHECK(NetPicture::of(c, table, o).value().at(Hours::whole(30)).value().fleksloentilskud ==
            fleksloentilskud(facts, table, o).value().fleksloentilskud);
    }
}
