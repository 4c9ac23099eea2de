#pragma once

#include <array>
#include <cstdint>
#include <optional>

#include <fleks/facts/options.hpp>
#include <fleks/values/calendar.hpp>
#include <fleks/values/exact.hpp>
#include <fleks/values/hours.hpp>
#include <fleks/values/money.hpp>

namespace fleks {

/// The rate class of ledighedsydelse (LY-1): 89 pct. of the highest unemployment benefit, or a fixed amount for
/// providers (*forsørgere*) and for others.
enum class BenefitClass : std::uint8_t { full, low_provider, low_nonprovider };

/// Income that is not offset in ledighedsydelse (LY-7, BEK-LY § 12), by its kind.
enum class UncountedIncome : std::uint8_t {
  work_injury,        ///< *arbejdsskadeerstatning*
  private_insurance,  ///< *privat forsikring*
  capital_pension,    ///< *kapitalpension*
  lost_capacity,      ///< *erhvervsudygtighedspension*: a work pension for loss of earning capacity
  atp,
  ld,        ///< *Lønmodtagernes Dyrtidsfond*
  interest,  ///< *renter*
  gift,
  inheritance,
  prize,                   ///< *gevinst*
  survivor_pension,        ///< pension after a spouse or cohabitant, child pension
  war_damage,              ///< *krigsskadeerstatning*, gifts of honour
  artist_grant,            ///< lifelong grants to artists
  invalidity_benefit,      ///< *invaliditetsydelse*
  dismissal_compensation,  ///< funktionærloven §§ 2 a, 2 b and 8, unfair dismissal, equal treatment
  sale_of_property,        ///< sale of a business or of property
  rent,                    ///< rent that is no business, surplus of one's own home
  maintenance,             ///< *underholdsbidrag*
  injury_pension,          ///< *tilskadekomstpension*
  competition_clause,      ///< pay for a competition clause
  holiday_hindrance,       ///< holiday pay without holiday because of a *feriehindring*
  licence_fees,            ///< licences, library fees, Koda and Gramex
  council_member,          ///< of a municipal or regional council
  lay_office,              ///< witness, juror, lay judge, election official
  fire_fighter,            ///< volunteer fire-fighters on call
  bonus,                   ///< *tantieme, gratiale, bonus*, saved pay for public holidays
};
/// How many kinds of income do not count (LY-7).
inline constexpr std::size_t uncounted_income_kinds = static_cast<std::size_t>(UncountedIncome::bonus) + 1;

/// What is known of one month on *ledighedsydelse*. Income is that of the month before (LY-5).
struct LedighedsydelseFacts {
  Month month{};                                          ///< the month the benefit is for
  BenefitClass benefit_class = BenefitClass::full;        ///< the rate's class (LY-1 to LY-3)
  bool provider = false;                                  ///< has dependent children; decides the limit of ATP in class `full`
  Money am_income{};                                      ///< pay on which AM-bidrag is due, field 13
  Money own_pension{};                                    ///< own pension of the month before
  Money employer_pension{};                               ///< employer's pension of the month before
  Exact exact_income{};                                   ///< income that is no whole øre, beside `am_income` (FLT-6)
  Money replacing_income{};                               ///< income in place of wage
  Money paid_out_holiday_allowance{};                     ///< *feriegodtgørelse* paid out without holiday (LY-10)
  Hours self_employed_hours{};                            ///< hours of self-employment or unpaid work (LY-6)
  std::array<Money, uncounted_income_kinds> uncounted{};  ///< named, and not offset (LY-7)
  std::optional<Days> entitled_weekdays{};                ///< all weekdays of the month when not given
  Days sanction_days{};                                   ///< LY-12
  Days missed_days{};                                     ///< days of a missed meeting and the like (LY-12)
  std::array<Days, 3> weekdays_of_class{};                ///< payable weekdays of each class, where it changes in the month (LY-1)
  Days untaken_holiday_days{};                            ///< earned holiday days that were not taken (LY-9)
  Days holiday_days{};                                    ///< paid holiday days taken (LY-9)
  RoundTo round_to = RoundTo::by_law;                     ///< LY-15
  Money holiday_pay_per_day{};                            ///< the holiday pay of each of them
  /// Where the class changes within the month: which of `holiday_days` and `missed_days` lie on days of each class. Such a day takes,
  /// and is topped up to, the daily amount of its own class (LY-1, LY-9, LY-12). None stated: all are days of the month's mean.
  std::array<Days, 3> holiday_days_of_class{}, missed_days_of_class{};
  std::array<Money, 3> holiday_pay_of_class{};  ///< the mean holiday pay of `holiday_days_of_class`, a day
};

}  // namespace fleks
