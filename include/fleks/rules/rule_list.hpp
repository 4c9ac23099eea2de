// Written by embed_lists from src/rules/rules.csv; build the target `lists` after a change of it.
#pragma once

#include <cstddef>
#include <cstdint>

namespace fleks {

/// The rules of law the library computes, by the ids of its rulebook: FLT fleksløntilskud, LOFT the normal-wage
/// ceiling, TIME paid hours, ATP the wage's ATP, LY ledighedsydelse, FERIE holiday, SKAT income tax,
/// BOLIG housing benefit, SELV the grant to the self-employed, KOR and EFTER correction of the past.
enum class Rule : std::uint8_t {
  FLT_1,     ///< The subsidy follows the wage of the month before
  FLT_2,     ///< Which month's rates
  FLT_3,     ///< Right to the subsidy
  FLT_4,     ///< Highest subsidy
  FLT_5,     ///< Wage of the fleksjob
  FLT_6,     ///< Payment for several months
  FLT_7,     ///< Other wage
  FLT_8,     ///< Taper for wage
  FLT_9,     ///< Deduction of daily benefits
  FLT_10,    ///< Subsidy before the ceiling
  FLT_11,    ///< Normal-wage ceiling
  FLT_12,    ///< Holiday days on ledighedsydelse
  FLT_13,    ///< Employment in part of the month
  FLT_14,    ///< Rounding
  FLT_15,    ///< Holiday allowance
  FLT_16,    ///< Holiday supplement and the ceiling
  FLT_17,    ///< Own ATP of the subsidy
  FLT_18,    ///< The state's ATP
  FLT_19,    ///< Obligatory pension
  FLT_20,    ///< Expected wage
  FLT_21,    ///< Each month has one deduction
  FLT_22,    ///< The month after a holiday
  FLT_23,    ///< The right ends
  FLT_24,    ///< Income after the fleksjob ended
  FLT_25,    ///< Income that does not count
  FLT_26,    ///< Criminal cases
  LOFT_1,    ///< The ceiling as stated
  LOFT_2,    ///< What the ceiling holds
  LOFT_3,    ///< The ceiling from its parts
  LOFT_4,    ///< Who stated the ceiling
  LOFT_5,    ///< The date of the ceiling
  TIME_1,    ///< Paid hours
  TIME_2,    ///< Hours a month
  ATP,       ///< ATP of the wage
  LY_1,      ///< Rate class of ledighedsydelse
  LY_2,      ///< Full rate after 9 months of fleksjob
  LY_3,      ///< Monthly amount of ledighedsydelse
  LY_4,      ///< Days with ledighedsydelse
  LY_5,      ///< Offset for income
  LY_6,      ///< Conversion of hours
  LY_7,      ///< Income without offset
  LY_8,      ///< Holiday on ledighedsydelse
  LY_9,      ///< Holiday with holiday pay
  LY_10,     ///< Holiday allowance without holiday
  LY_11,     ///< Ledighedsydelse during holiday in a fleksjob
  LY_12,     ///< Sanction
  LY_13,     ///< ATP of ledighedsydelse
  LY_14,     ///< Long-term ledighedsydelse
  LY_15,     ///< Rounding of ledighedsydelse
  LY_16,     ///< Ledighedsydelse from the age of fleksydelse
  FERIE_1,   ///< Holiday days earned
  FERIE_2,   ///< Pay during holiday or holiday allowance
  FERIE_3,   ///< Holiday-qualifying pay
  FERIE_4,   ///< Pay during holiday after a change of hours
  FERIE_5,   ///< When the holiday supplement is paid
  FERIE_6,   ///< Deduction for holiday without pay
  FERIE_7,   ///< Great Prayer Day supplement
  SKAT_1,    ///< Labour market contribution
  SKAT_2,    ///< Personal income
  SKAT_3,    ///< Employment deduction and others
  SKAT_4,    ///< Tax of the year's income
  SKAT_5,    ///< Rounding of the tax
  SKAT_6,    ///< Tax by the tax card
  BOLIG,     ///< Housing benefit
  FRIPLADS,  ///< Free place in daycare
  BOERN,     ///< Child benefit and child allowance
  SELV,      ///< Grant to the self-employed
  KOR_1,     ///< How far back is regulated
  KOR_2,     ///< Grounds of regulation and repayment
  KOR_3,     ///< Repayment of ledighedsydelse
  KOR_4,     ///< Another benefit in arrears for the same time
  EFTER,     ///< Correction of past months
  KOM_1,     ///< Refund by weeks with benefits
  KOM_2,     ///< Self-support, and the count starts over
  KOM_3,     ///< Weeks count from 1 July 2014
  KOM_4,     ///< Whom the staircase holds for
  KOM_5,     ///< Old rules: ledighedsydelse
  KOM_6,     ///< Old rules: fleksløntilskud
  KOM_7,     ///< Fleksbidrag
  KOM_8,     ///< Highest fleksbidrag
  KOM_9,     ///< The month is divided on weeks
  KOM_10,    ///< ATP and obligatorisk pension are the state's
  KOM_11,    ///< How the tax is shared
  KOM_12,    ///< Municipal pool jobs
  KOM_13,    ///< An effort that has to pay
};

/// How many rules there are.
inline constexpr std::size_t rule_count = 85;

}  // namespace fleks
