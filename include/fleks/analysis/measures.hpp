#pragma once

#include <optional>

#include <fleks/analysis/worth_of_hours.hpp>
#include <fleks/errors/result.hpp>
#include <fleks/values/exact.hpp>

namespace fleks {

/// What is lost of more gross pay, as shares of it: 1 is all of it, above 1 more than all. Exact; `total` is the sum of the rest,
/// and 1 less what comes in hand.
struct LostShare {
  Exact total{};            ///< 1 − rise in hand / rise of gross pay
  Exact taper{};            ///< the subsidy's reduction by the wage (FLT-8)
  Exact ceiling{};          ///< the normal-wage ceiling (FLT-11)
  Exact am_contribution{};  ///< AM-bidrag (SKAT)
  Exact tax{};              ///< income tax (SKAT)
  Exact housing_benefit{};  ///< less housing benefit (BOLIG)
  Exact daycare{};          ///< dearer daycare (FRIPLADS)
  Exact child_benefit{};    ///< less child benefit (BOERN)
  Exact benefit{};          ///< ledighedsydelse lost, less the subsidy that starts (LY, FLT); only into a job
  Exact saved{};            ///< own pension and own ATP: not in hand, but the citizen's
};

/// What the literature measures of a month's pay (OECD, EUROMOD), each nothing where it has no meaning: no hour more in a week, no
/// job, no pay.
struct PayMeasures {
  std::optional<LostShare> hour{};           ///< EMTR of one more hour (present) a week
  std::optional<LostShare> krone{};          ///< EMTR of one more krone of pay at the same hours
  std::optional<LostShare> participation{};  ///< PTR: from ledighedsydelse to this job
  std::optional<Exact> replacement_rate{};   ///< in hand on ledighedsydelse / in hand in this job
};

/// The shares of a change between two rows, by the printed amounts. Nothing where the gross pay does not rise.
/// Example: an hour of 866,67 kr. of which 212,33 kr. come in hand has lost 75,5 pct.
[[nodiscard]] std::optional<LostShare> lost_share(const Extra& change);

/// The measures of a row of a picture.
///
/// EMTR of an hour and PTR are quotients of the printed amounts (so tax in whole kroner a year is in them); EMTR of a krone is the
/// exact slope just above this pay, before any rounding, the ceiling and everything else where it is: a step that lies at that very
/// pay is not in it. Errors: `too_precise`. Example: 2024, 200 kr. an hour and 10 hours, municipal tax 25: a krone more loses 30 pct.
/// to the taper.
[[nodiscard]] Result<PayMeasures> measures(const NetPicture& picture, const NetRow& row);

}  // namespace fleks
