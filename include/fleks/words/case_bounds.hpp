#pragma once

#include <string>

#include <fleks/analysis/case_bounds.hpp>
#include <fleks/words/language.hpp>

namespace fleks {

/// A fact of a case as a heading. Example: `AM-bidragspligtig indkomst (felt 13), Brugsen, 1.-29. februar 2024`.
[[nodiscard]] std::string in_words(const Case& facts, const CaseRange& range, Language language);

/// The bounds as JSON: that of the case, in which what is not fixed is null. Each month has `bounds`, `{subsidy, ledighedsydelse, payout}`,
/// the first two by amount and each `{from, to}`; `payout_reached`; and `decides`, a list of `{fact, worth, from, to, starts_at, stops_at}`
/// with the path of the fact in the file. The case has `decides`, each fact with what it is worth in all months. There are no steps and no
/// facts: they have one amount. Example: `"bounds": {"subsidy": {"fleksloentilskud": {"from": "17252.00", "to": "17552.00"}}, …}`.
[[nodiscard]] std::string to_json(const Case& facts, const CaseBounds& bounds, const RateTable& rates, Language language);

/// The same as a text: what is not known, each month's least and most, and which fact decides. Ends with a line break.
[[nodiscard]] std::string breakdown(const Case& facts, const CaseBounds& bounds, Language language);

}  // namespace fleks
