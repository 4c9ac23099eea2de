#pragma once

#include <string>
#include <string_view>

#include <fleks/analysis/bounds.hpp>
#include <fleks/statement/month_statement.hpp>
#include <fleks/words/language.hpp>

namespace fleks {

/// A fact of a month as a heading. Example: `am_income` is `AM-bidragspligtig indkomst (felt 13)`.
[[nodiscard]] std::string fact_name(Fact fact, Language language);
/// An amount of a month as a heading, by its name in the month's JSON. Example: `payout` is `Til udbetaling før skat`.
[[nodiscard]] std::string amount_name(std::string_view amount, Language language);

/// The bounds as JSON: that of a month, where what is not fixed is null, with `bounds`, `{amount: {from, to}}` for each of those, and
/// `decides`, a list of `{fact, worth, from, to, starts_at, stops_at}`, what is worth most first. `highest` is the month of `bounds.facts`.
/// There are no steps: a step has one amount. Example: `"fleksloentilskud": {"from": "14400.00", "to": "15272.00"}`.
[[nodiscard]] std::string to_json(const MonthBounds& bounds, const Explained<MonthStatement>& highest, Language language);

/// The same of a month's ledighedsydelse.
[[nodiscard]] std::string to_json(const LedighedsydelseBounds& bounds, const Explained<LedighedsydelseStatement>& highest,
                                  Language language);

/// The same as a text: what is not known, each amount's least and most, and which fact decides. Ends with a line break.
[[nodiscard]] std::string breakdown(const MonthBounds& bounds, const Explained<MonthStatement>& highest, Language language);
/// The same of a month's ledighedsydelse.
[[nodiscard]] std::string breakdown(const LedighedsydelseBounds& bounds, const Explained<LedighedsydelseStatement>& highest,
                                    Language language);

/// For which values of a fact what was paid is right, as a sentence. Ends with a line break.
[[nodiscard]] std::string right_if(const RightIf& found, Language language);
/// As JSON: `month`, `paid`, `right` (null where it hangs on the fact), `paid_out` (whether what was paid is after own ATP), `right_if`, a
/// list of `{fact, from, to}`.
[[nodiscard]] std::string to_json(const RightIf& found, const RateTable& rates);

}  // namespace fleks
