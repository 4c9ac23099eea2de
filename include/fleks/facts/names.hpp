#pragma once

#include <fleks/facts/month_facts.hpp>
#include <fleks/facts/options.hpp>
#include <fleks/values/names.hpp>

// The words of the choices of law: as the command line and the case file read them, as every output writes them.

namespace fleks {

/// FLT-5.
template <>
inline constexpr Names<OwnAtp, 2> names<OwnAtp>{"own_atp", {{OwnAtp::excluded, "excluded"}, {OwnAtp::counted, "counted"}}};
/// FLT-2.
template <>
inline constexpr Names<RatesOf, 2> names<RatesOf>{"rates_of",
                                                  {{RatesOf::subsidy_month, "subsidy-month"}, {RatesOf::wage_month, "wage-month"}}};
/// FLT-11.
template <>
inline constexpr Names<OtherWageUnderCeiling, 2> names<OtherWageUnderCeiling>{
    "other_wage_under_ceiling", {{OtherWageUnderCeiling::excluded, "excluded"}, {OtherWageUnderCeiling::included, "included"}}};
/// FLT-14, LY-15.
template <>
inline constexpr Names<RoundTo, 2> names<RoundTo>{"round_to", {{RoundTo::oere, "oere"}, {RoundTo::krone, "krone"}}};
/// LOFT-4.
template <>
inline constexpr Names<Ceiling::StatedBy, 3> names<Ceiling::StatedBy>{"ceiling_stated_by",
                                                                      {{Ceiling::StatedBy::employer, "employer"},
                                                                       {Ceiling::StatedBy::computed, "computed"},
                                                                       {Ceiling::StatedBy::agreement_table, "agreement-table"}}};

}  // namespace fleks
