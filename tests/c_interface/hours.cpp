#include <doctest/doctest.h>

#include <cstring>
#include <vector>

#include <fleks/fleks.hpp>
#include <fleks/words/worth_in_words.hpp>

#include "analysis/random_citizens.hpp"
#include "c_interface/handles.hpp"

// A citizen's curve and kinks through the C interface are those of the C++ library.

namespace {

using namespace fleks;
using namespace c_interface;

fleks_citizen as_c(const Citizen& z) {
  auto c = sized<fleks_citizen>();
  c.year = z.year;
  c.benefit_class = static_cast<int>(z.benefit_class);
  c.hourly_wage = z.hourly_wage.in_oere();
  c.own_pension = z.own_pension.ten_thousandths();
  c.employer_pension = z.employer_pension.ten_thousandths();
  c.intensity = z.intensity == Percent::whole(100) ? 0 : z.intensity.ten_thousandths();
  if (z.ceiling) {
    c.ceiling.form = static_cast<int>(z.ceiling->form);
    c.ceiling.stated_by = static_cast<int>(z.ceiling->stated_by);
    c.ceiling.amount = z.ceiling->amount.in_oere();
    c.ceiling.supplements = z.ceiling->supplements.in_oere();
    c.ceiling.employer_pension = z.ceiling->employer_pension.ten_thousandths();
  }
  c.municipal_tax = z.municipal.ten_thousandths();
  c.church_tax = z.church.ten_thousandths();
  c.children = z.children;
  c.single_parent = z.single_parent ? 1 : 0;
  c.rent_known = z.rent ? 1 : 0;
  if (z.rent) c.rent = z.rent->in_oere();
  return c;
}

bool same(const fleks_fraction& c, const Exact& exact) {
  const Exact r = exact.reduced();
  const bool fits = c.denominator != 0 && c.numerator == r.numerator() && c.denominator == r.denominator();
  const bool too_long =
      c.denominator == 0 && c.numerator == 0 &&
      (r.numerator() != static_cast<std::int64_t>(r.numerator()) || r.denominator() != static_cast<std::int64_t>(r.denominator()));
  return (fits || too_long) && to_fraction_text(exact) == c.text;
}

bool same(const fleks_hours_row& c, const NetRow& r) {
  return c.hours == r.hours.ten_thousandths() && c.paid_hours == (r.paid_hours * Exact::whole(10'000)).rounded(Rounding::half_up).value() &&
         c.gross_pay == r.gross_pay.in_oere() && c.own_pension == r.own_pension.in_oere() &&
         c.employer_pension == r.employer_pension.in_oere() && c.wage_atp_own == r.wage_atp_own.in_oere() &&
         c.wage_atp_employer == r.wage_atp_employer.in_oere() && c.fleksloentilskud == r.fleksloentilskud.in_oere() &&
         c.subsidy_atp_own == r.subsidy_atp_own.in_oere() && c.public_atp == r.public_atp.in_oere() &&
         c.obligatory_pension == r.obligatory_pension.in_oere() && c.am_contribution == r.am_contribution.in_oere() &&
         c.tax == r.tax.in_oere() && c.housing_benefit == r.housing_benefit.in_oere() && c.ledighedsydelse == r.ledighedsydelse.in_oere() &&
         c.ledighedsydelse_atp_own == r.ledighedsydelse_atp_own.in_oere() && c.in_hand == r.in_hand.in_oere() &&
         c.pension_saved == r.pension_saved.in_oere();
}

bool same(const fleks_extra& c, const Extra& e) {
  return c.gross_pay == e.gross_pay.in_oere() && c.employer_pension == e.employer_pension.in_oere() && c.added == e.added.in_oere() &&
         c.given == e.given.in_oere() && c.in_hand == e.in_hand.in_oere() && c.pension_saved == e.pension_saved.in_oere() &&
         c.taken_taper == e.taken_by_taper.in_oere() && c.taken_ceiling == e.taken_by_ceiling.in_oere() &&
         c.taken_am_contribution == e.taken_by_am_contribution.in_oere() && c.taken_tax == e.taken_by_tax.in_oere() &&
         c.taken_housing_benefit == e.taken_by_housing_benefit.in_oere() &&
         c.taken_ledighedsydelse == e.taken_by_ledighedsydelse.in_oere() && (c.starts_job == 1) == e.starts_job &&
         c.verdict == static_cast<int>(e.verdict) + 1;
}

}  // namespace

TEST_CASE("C interface: random citizens have the rows, the worth of each step and the kinks of the C++ library") {
  const Rates rates = embedded();
  const RateTable table = RateTable::embedded();
  std::mt19937_64 dice(11);
  auto error = english();
  std::size_t rows_seen = 0, kinks_seen = 0, jobs_begun = 0, verdicts[4] = {};
  for (int i = 0; i < citizens::rounds(400); ++i) {
    auto [citizen, options] = citizens::random_case(dice);
    citizens::without_optional_facts(citizen);
    if (i % 3 == 0) citizen.intensity = Percent::of_ten_thousandths(citizens::between(dice, 1, 1'000'000));
    const auto c = as_c(citizen);
    auto chosen = sized<fleks_options>();
    chosen.own_atp = static_cast<int>(options.own_atp);
    auto asked = sized<fleks_hours_asked>();
    asked.from = i % 2 == 0 ? 0 : 10'000;
    asked.to = 370'000;
    asked.step = i % 5 == 0 ? 12'345 : 10'000;
    asked.hardly_below = i % 4 == 0 ? 450'000 : 0;
    const Percent hardly = i % 4 == 0 ? Percent::whole(45) : Percent::whole(30);

    const auto picture = NetPicture::of(citizen, table, options).value();
    const Hours from = Hours::of_ten_thousandths(asked.from), to = Hours::of_ten_thousandths(asked.to);
    const auto expected = picture.curve(from, to, Hours::of_ten_thousandths(asked.step)).value();
    std::size_t count = 0;
    REQUIRE(fleks_hours(rates.get(), &c, &chosen, &asked, nullptr, sizeof(fleks_hours_row), 0, &count, &error) == FLEKS_OK);
    REQUIRE(count == expected.size());
    std::vector<fleks_hours_row> rows(count);
    REQUIRE(fleks_hours(rates.get(), &c, &chosen, &asked, rows.data(), sizeof(fleks_hours_row), count, &count, &error) == FLEKS_OK);
    for (std::size_t at = 0; at < count; ++at) {
      REQUIRE(same(rows[at], expected[at]));
      ++rows_seen;
      if (at == 0) {
        const fleks_extra none{};
        REQUIRE(std::memcmp(&rows[at].extra, &none, sizeof none) == 0);
        continue;
      }
      const fleks_extra& e = rows[at].extra;
      REQUIRE(same(e, picture.extra(expected[at - 1], expected[at], hardly)));
      REQUIRE(e.gross_pay + e.employer_pension + e.added + e.given == e.in_hand + e.pension_saved + e.taken_taper + e.taken_ceiling +
                                                                          e.taken_am_contribution + e.taken_tax + e.taken_housing_benefit +
                                                                          e.taken_ledighedsydelse);
      jobs_begun += static_cast<std::size_t>(e.starts_job);
      ++verdicts[e.verdict];
    }

    const auto bends = picture.kinks_over_hours(from, to).value();
    REQUIRE(fleks_kinks(rates.get(), &c, &chosen, &asked, nullptr, sizeof(fleks_kink), 0, &count, &error) == FLEKS_OK);
    REQUIRE(count == bends.size());
    std::vector<fleks_kink> kinks(count);
    REQUIRE(fleks_kinks(rates.get(), &c, &chosen, &asked, kinks.data(), sizeof(fleks_kink), count, &count, &error) == FLEKS_OK);
    for (std::size_t at = 0; at < count; ++at) {
      const fleks_kink& k = kinks[at];
      REQUIRE(same(k.hours, bends[at].at));
      REQUIRE(same(k.before, bends[at].before));
      REQUIRE(same(k.after, bends[at].after));
      REQUIRE(same(k.jump, bends[at].jump));
      REQUIRE(same(k.in_hand, bends[at].in_hand));
      REQUIRE(k.cause == bends[at].cause);
      REQUIRE(k.rule == info(bends[at].rule).id);
      ++kinks_seen;
    }

    if (i % 20 != 0) continue;
    WorthOfHours worth{.picture = picture, .rates = table, .own_atp = options.own_atp, .rows = expected, .kinks = bends};
    worth.extras = extras_of(worth.picture, expected, hardly);
    worth.summary = picture.summary(expected);
    worth.hardly_below = hardly;
    worth.with_intensity = citizen.intensity != Percent::whole(100);
    const auto told = [&](int form, int language) {
      return owned(fleks_hours_in_words(rates.get(), &c, &chosen, &asked, form, language, &error));
    };
    REQUIRE(view(told(FLEKS_JSON, FLEKS_DANISH)) == to_json(worth, Language::danish));
    REQUIRE(view(told(FLEKS_CSV, FLEKS_DANISH)) == to_csv(worth));
    REQUIRE(view(told(FLEKS_TEXT, FLEKS_ENGLISH)) == fleks::table(worth, Language::english, false));
  }
  MESSAGE(rows_seen << " rows and " << kinks_seen << " kinks the same");
  CHECK(kinks_seen > 20);
  CHECK(jobs_begun > 5);
  CHECK(verdicts[FLEKS_NO_VERDICT] == 0);
  for (const int verdict : {FLEKS_PAYS, FLEKS_HARDLY_PAYS, FLEKS_DOES_NOT_PAY}) CHECK(verdicts[verdict] > 5);
}

TEST_CASE("C interface: where the citizen lives, and what is known of the tax") {
  const Rates rates = embedded();
  auto citizen = sized<fleks_citizen>();
  citizen.year = 2025;
  citizen.hourly_wage = 20'000;
  auto asked = sized<fleks_hours_asked>();
  asked.from = asked.to = asked.step = 200'000;
  auto error = english();
  const auto tax = [&] {
    std::size_t count = 0;
    fleks_hours_row row{};
    const int code = fleks_hours(rates.get(), &citizen, nullptr, &asked, &row, sizeof row, 1, &count, &error);
    return code == FLEKS_OK ? row.tax : -code;
  };
  const auto average = tax();
  CHECK(average > 0);
  CHECK(view(owned(fleks_hours_in_words(rates.get(), &citizen, nullptr, &asked, FLEKS_JSON, FLEKS_DANISH, &error)))
            .find("\"municipality\": null") != std::string_view::npos);
  citizen.municipality = "koebenhavn";
  const auto in_copenhagen = tax();
  CHECK(in_copenhagen < average);
  citizen.church = 1;
  CHECK(tax() > in_copenhagen);
  CHECK(view(owned(fleks_hours_in_words(rates.get(), &citizen, nullptr, &asked, FLEKS_JSON, FLEKS_DANISH, &error))).find("København") !=
        std::string_view::npos);
  citizen.municipal_tax = 250'000;
  CHECK(tax() == -FLEKS_ERROR_EXCLUSIVE_FACTS);
  CHECK(std::string_view(error.text) == "municipal_tax: cannot be given together with municipality.");
  citizen.municipality = nullptr;
  CHECK(tax() == -FLEKS_ERROR_EXCLUSIVE_FACTS);
  CHECK(std::string_view(error.text) == "church: cannot be given together with municipal_tax.");
  citizen.church = 0;
  citizen.church_tax = 8'000;
  CHECK(tax() > 0);
  citizen.church = 1;
  citizen.municipal_tax = 0;
  CHECK(tax() == -FLEKS_ERROR_EXCLUSIVE_FACTS);
  citizen = sized<fleks_citizen>();
  citizen.year = 2025;
  citizen.municipality = "Atlantis";
  CHECK(tax() == -FLEKS_ERROR_UNKNOWN_MUNICIPALITY);
  CHECK(std::string_view(error.field) == "municipality");
  citizen.municipality = nullptr;
  citizen.year = 2012;
  CHECK(tax() == -FLEKS_ERROR_MISSING_FACT);
  CHECK(std::string_view(error.text) == "municipal_tax: is missing. Give one of: municipal_tax, municipality.");
}

TEST_CASE("C interface: random citizens have the measures of the C++ library, and none where there is no meaning") {
  const auto rates = embedded();
  auto error = english();
  std::mt19937_64 dice(5);
  int with_ptr = 0;
  for (int i = 0; i < 300; ++i) {
    auto [z, options] = citizens::random_case(dice);
    citizens::without_optional_facts(z);
    const auto c = as_c(z);
    auto chosen = sized<fleks_options>();
    chosen.own_atp = static_cast<int>(options.own_atp);
    const auto picture = NetPicture::of(z, RateTable::embedded(), options).value();
    const Hours hours = i % 7 == 0 ? Hours{} : Hours::whole(1 + i % 36);
    const PayMeasures wanted = measures(picture, picture.at(hours).value()).value();
    auto got = sized<fleks_pay_measures>();
    REQUIRE(fleks_measures(rates.get(), &c, &chosen, hours.ten_thousandths(), &got, &error) == FLEKS_OK);
    const auto share = [](const Exact& of) { return (of * Exact::whole(10'000)).rounded(Rounding::half_up).value(); };
    const auto lost = [&](const std::optional<LostShare>& of, Exact LostShare::*part) {
      return of ? share((*of).*part) : FLEKS_NO_MEASURE;
    };
    CHECK(got.emtr_hour == lost(wanted.hour, &LostShare::total));
    CHECK(got.emtr_hour_ledighedsydelse == lost(wanted.hour, &LostShare::benefit));
    CHECK(got.emtr_hour_saved == lost(wanted.hour, &LostShare::saved));
    CHECK(got.emtr_krone == lost(wanted.krone, &LostShare::total));
    CHECK(got.emtr_krone_taper == lost(wanted.krone, &LostShare::taper));
    CHECK(got.emtr_krone_ceiling == lost(wanted.krone, &LostShare::ceiling));
    CHECK(got.ptr == lost(wanted.participation, &LostShare::total));
    CHECK(got.ptr_tax == lost(wanted.participation, &LostShare::tax));
    CHECK(got.ptr_am_contribution == lost(wanted.participation, &LostShare::am_contribution));
    CHECK(got.ptr_housing_benefit == lost(wanted.participation, &LostShare::housing_benefit));
    CHECK(got.replacement_rate == (wanted.replacement_rate ? share(*wanted.replacement_rate) : FLEKS_NO_MEASURE));
    with_ptr += got.ptr != FLEKS_NO_MEASURE;
  }
  CHECK((with_ptr > 100 && with_ptr < 300));
  const auto c = as_c(Citizen{.year = 2025, .hourly_wage = Money::kroner(200), .municipal = Percent::whole(25)});
  auto got = sized<fleks_pay_measures>();
  for (const std::int64_t hours : {std::int64_t{-1}, std::int64_t{1'680'001}, INT64_MIN, INT64_MAX}) {
    CHECK(fleks_measures(rates.get(), &c, nullptr, hours, &got, &error) == FLEKS_ERROR_OUT_OF_RANGE);
    CHECK(std::string_view(error.field) == "hours");
    CHECK(got.emtr_hour == 0);
  }
}
