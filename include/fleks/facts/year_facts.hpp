#pragma once

#include <chrono>
#include <optional>
#include <vector>

#include <fleks/facts/ledighedsydelse_facts.hpp>
#include <fleks/facts/month_facts.hpp>
#include <fleks/values/money.hpp>
#include <fleks/values/percent.hpp>

namespace fleks {

/// Deductions that a citizen may have beside those by work (*ligningsmæssige fradrag*, LL §§ 9 C and 13).
struct OtherDeductions {
  Exact transport_km{};    ///< kilometres between home and work a day, there and back
  int transport_days = 0;  ///< days of work a year on which they are driven
  Money union_fee{};       ///< fee of a trade union a year

  /// Compares all of them.
  friend bool operator==(const OtherDeductions&, const OtherDeductions&) = default;
};

/// What is known of a home for housing benefit (*boligsikring*), beside the rent and the children. All of it may be left out.
struct HomeFacts {
  Exact area{};                     ///< square metres (*bruttoetageareal*); zero: not known
  bool heat_apart = false;          ///< heat by electricity, gas or district heating is paid beside the rent (§ 10 stk. 5)
  bool heat_included = false;       ///< the rent includes heat (§ 10 stk. 2)
  bool hot_water_included = false;  ///< the rent includes hot water (§ 10 stk. 2)
  Money wealth{};                   ///< of the household
  bool pensioner = false;           ///< *førtidspension, seniorpension*: no limit of 15 pct. without children

  /// Compares all of them.
  friend bool operator==(const HomeFacts&, const HomeFacts&) = default;
};

/// What a year's housing benefit is computed from.
struct HousingFacts {
  int year = 0;      ///< the year whose rates hold
  Money income{};    ///< of the household a year, after AM-bidrag, ATP and pension, benefits included
  Money rent{};      ///< a month, without consumption
  int children = 0;  ///< at home
  HomeFacts home{};  ///< what else is known
};

/// What the income tax of a year is computed from (*årets skat*): amounts a year, a single person, no capital income.
struct YearsIncome {
  int year = 0;              ///< the income year
  Money pay{};               ///< before own pension and own ATP
  Money own_pension{};       ///< own pension of the year
  Money own_atp{};           ///< own ATP of the wage of the year
  Money employer_pension{};  ///< the employer's pension of the year
  Money employer_atp{};      ///< the employer's ATP of the year
  Money without_am{};        ///< fleksløntilskud and ledighedsydelse after own ATP, daily benefits, pensions
  /// Municipal tax, pct.
  Percent municipal{};
  Percent church{};                 ///< church tax, pct.; 0 for who is no member
  bool single_parent = false;       ///< *enlig forsørger*
  std::optional<int> birth_year{};  ///< for seniors' deduction; nothing: not counted
  OtherDeductions deductions{};     ///< transport and union fee
};

/// A year of an approved self-employed person (*selvstændigt erhvervsdrivende*).
///
/// The business's income is one figure, or is found from its accounts: the mean of the two best whole accounting years
/// that lie within the last three and ended before 1 November. A year with a loss counts as nothing, one year alone is
/// the income, and without any the grant is nothing.
struct SelfEmployedFacts {
  std::chrono::year year{};       ///< the year whose rates hold
  Money income{};                 ///< the business's income a year, where it does not come from accounts
  Money other_income{};           ///< other earned income a year: the mean of the same years
  bool by_accounts = false;       ///< whether the income is that of `accounts`
  std::vector<Money> accounts{};  ///< surplus of the last whole accounting years, at most three; below zero a loss
  bool with_spouse = false;       ///< spouses run the business together: half of its income is each one's
};

/// A citizen whose hours or pay may change: what `fleks hours` is asked about.
struct Citizen {
  int year = 0;                             ///< the year whose rates hold
  Money hourly_wage{};                      ///< before own pension and own ATP
  Percent own_pension{};                    ///< of the pay before own pension
  Percent employer_pension{};               ///< of the pay
  Percent intensity = Percent::whole(100);  ///< paid hours = hours present × intensity
  /// The normal-wage ceiling. Nothing: the same hourly wage and employer's pension at full time.
  std::optional<Ceiling> ceiling{};
  /// Municipal tax, pct.
  Percent municipal{};
  /// Church tax, pct.
  Percent church{};
  int children = 0;             ///< at home, for housing benefit and ledighedsydelse
  bool single_parent = false;   ///< single with children (SKAT-3)
  std::optional<Money> rent{};  ///< a month; with it the housing benefit is part of the net picture
  HomeFacts home{};             ///< for housing benefit
  Money other_income{};  ///< a month: taxed, without AM-bidrag, and not deducted in the subsidy (insurance for lost earning capacity)
  OtherDeductions deductions{};                     ///< transport and union fee
  std::optional<int> birth_year{};                  ///< for seniors' deduction; nothing: not counted
  int daycare_places = 0;                           ///< places in daycare; with them their payment is part of the net picture
  Money daycare_fee{};                              ///< the full fee of a place a month
  std::vector<int> child_ages{};                    ///< with them child benefit and allowance are part of the net picture
  BenefitClass benefit_class = BenefitClass::full;  ///< of the ledighedsydelse at 0 hours
};

}  // namespace fleks
