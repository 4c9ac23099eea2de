#pragma once

#include <cstdint>
#include <random>

#include <fleks/analysis/worth_of_hours.hpp>

#include "oracle/oracle.hpp"
#include "source_file.hpp"

// Random citizens, and the same citizens as the oracle sees them.

namespace citizens {

using namespace fleks;

inline std::int64_t between(std::mt19937_64& dice, std::int64_t least, std::int64_t most) {
  return least + static_cast<std::int64_t>(dice() % static_cast<std::uint64_t>(most - least + 1));
}

struct Case {
  Citizen citizen;
  Options options;
};

/// The month of January has the rules of today since then.
inline constexpr int first_year = 2015;

inline Case random_case(std::mt19937_64& dice) {
  Case c;
  Citizen& z = c.citizen;
  z.year = static_cast<int>(between(dice, first_year, 2026));
  z.hourly_wage = Money::oere(between(dice, 0, 9) == 0 ? between(dice, 20'000, 90'000) : between(dice, 9'000, 35'000));
  if (between(dice, 0, 2) > 0) {
    z.own_pension = Percent::of_ten_thousandths(between(dice, 0, 8) * 5'000);
    z.employer_pension = Percent::of_ten_thousandths(between(dice, 0, 12) * 12'500);
  }
  z.municipal = Percent::of_ten_thousandths(between(dice, 22'000, 28'000) * 10);
  if (between(dice, 0, 1) == 1) z.church = Percent::of_ten_thousandths(between(dice, 30, 130) * 100);
  switch (between(dice, 0, 3)) {
    case 0: z.ceiling = Ceiling::stated(Money::oere(between(dice, 1'500'000, 6'000'000))); break;
    case 1:
      z.ceiling = Ceiling::from_hourly(Money::oere(between(dice, 10'000, 40'000)), Money::oere(between(dice, 0, 300'000)),
                                       Percent::whole(between(dice, 0, 17)));
      break;
    default: break;
  }
  z.children = static_cast<int>(between(dice, 0, 5));
  z.single_parent = z.children > 0 && z.year != 2016 && between(dice, 0, 1) == 1;  // their most of 2016 is not known
  if (z.year >= 2025 && between(dice, 0, 1) == 1) z.rent = Money::oere(between(dice, 200'000, 1'500'000));
  if (z.rent && between(dice, 0, 1) == 1) {
    z.home.area = Exact::whole(between(dice, 30, 140));
    if (z.year == 2026) (between(dice, 0, 1) == 1 ? z.home.heat_apart : z.home.heat_included) = true;
    z.home.pensioner = between(dice, 0, 3) == 0;
    if (between(dice, 0, 1) == 1) z.home.wealth = Money::kroner(between(dice, 0, 2'500'000));
  }
  if (between(dice, 0, 3) == 0) z.other_income = Money::oere(between(dice, 0, 1'500'000));
  if (between(dice, 0, 3) == 0) {
    z.deductions.transport_km = Exact::counted(between(dice, 1, 2'500'000), 10'000);
    z.deductions.transport_days = static_cast<int>(between(dice, 1, 260));
  }
  if ((z.year < 2021 || z.year > 2023) && between(dice, 0, 3) == 0) z.deductions.union_fee = Money::oere(between(dice, 0, 900'000));
  if (between(dice, 0, 3) == 0) z.birth_year = static_cast<int>(between(dice, 1955, 1968));
  if (z.year == 2026 && between(dice, 0, 1) == 1) {
    z.daycare_places = static_cast<int>(between(dice, 1, 3));
    z.daycare_fee = Money::oere(between(dice, 150'000, 450'000));
  }
  if (z.year >= 2021 && z.year != 2022 && z.year != 2023 && between(dice, 0, 2) == 0)
    for (std::int64_t n = between(dice, 1, 4); n > 0; --n) z.child_ages.push_back(static_cast<int>(between(dice, 0, 17)));
  z.benefit_class = static_cast<BenefitClass>(between(dice, 0, 2));
  c.options.own_atp = static_cast<OwnAtp>(between(dice, 0, 1));
  return c;
}

/// Without the facts that are only part of the picture where they are given.
inline void without_optional_facts(Citizen& z) {
  z.home = {};
  z.other_income = z.daycare_fee = Money{};
  z.deductions = {};
  z.birth_year.reset();
  z.daycare_places = 0;
  z.child_ages.clear();
}

inline oracle::Number points(Percent p) { return oracle::ratio(p.ten_thousandths(), 10'000); }
inline oracle::Number exact(Hours h) { return oracle::ratio(h.ten_thousandths(), 10'000); }

inline oracle::Number number(const Exact& x) {
  return oracle::ratio(static_cast<std::int64_t>(x.numerator()), static_cast<std::int64_t>(x.denominator()));
}
inline const oracle::RateBook& book() {
  static const auto rates = oracle::RateBook::read(source_file("/src/rates/rates.csv"));
  return rates;
}

inline oracle::NetFacts as_oracle(const Case& c, const oracle::Number& paid_hours) {
  const Citizen& z = c.citizen;
  oracle::NetFacts f;
  f.hourly_wage = oracle::kroner(z.hourly_wage.in_oere());
  f.weekly_hours = paid_hours;
  f.own_pension_pct = points(z.own_pension);
  f.employer_pension_pct = points(z.employer_pension);
  if (z.ceiling) {
    f.ceiling_from = oracle::NetCeiling::given;
    f.ceiling.form = z.ceiling->form == Ceiling::Form::stated ? oracle::CeilingForm::amount : oracle::CeilingForm::parts;
    f.ceiling.amount = f.ceiling.hourly = oracle::kroner(z.ceiling->amount.in_oere());
    f.ceiling.supplements = oracle::kroner(z.ceiling->supplements.in_oere());
    f.ceiling.employer_pension_pct = points(z.ceiling->employer_pension);
  }
  f.municipal_pct = points(z.municipal);
  f.church_pct = points(z.church);
  f.children = z.children;
  f.single_parent = z.single_parent;
  if (z.rent) f.rent = oracle::kroner(z.rent->in_oere());
  f.home.area = number(z.home.area);
  f.home.heat_apart = z.home.heat_apart;
  f.home.heat_included = z.home.heat_included;
  f.home.pensioner = z.home.pensioner;
  f.home.wealth = oracle::kroner(z.home.wealth.in_oere());
  f.other_income = oracle::kroner(z.other_income.in_oere());
  f.other_deductions = oracle::transport_and_union(number(z.deductions.transport_km), z.deductions.transport_days,
                                                   oracle::kroner(z.deductions.union_fee.in_oere()), book(), z.year);
  f.birth_year = z.birth_year;
  f.daycare_places = z.daycare_places;
  f.daycare_fee = oracle::kroner(z.daycare_fee.in_oere());
  f.child_ages = z.child_ages;
  f.own_atp = c.options.own_atp == OwnAtp::counted ? oracle::OwnAtp::counted : oracle::OwnAtp::excluded;
  f.benefit_class = static_cast<oracle::BenefitClass>(z.benefit_class);
  return f;
}

/// The rates of each year, read once.
inline const oracle::YearRates& rates_of(int year) {
  static const std::vector<oracle::YearRates> years = [] {
    std::vector<oracle::YearRates> all;
    for (int y = first_year; y <= 2026; ++y) all.push_back(oracle::year_rates(book(), y));
    return all;
  }();
  return years[static_cast<std::size_t>(year - first_year)];
}

#ifdef __SANITIZE_ADDRESS__
inline constexpr bool slow_build = true;
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
inline constexpr bool slow_build = true;
#else
inline constexpr bool slow_build = false;
#endif
#elif defined(NDEBUG) && defined(__OPTIMIZE__)
inline constexpr bool slow_build = false;
#else
inline constexpr bool slow_build = true;
#endif

/// Fewer rounds where each is slow.
inline int rounds(int count) { return slow_build ? count / 20 + 1 : count; }

}  // namespace citizens
