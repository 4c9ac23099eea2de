#pragma once

#include <string>

#include <fleks/history/municipal_ledger.hpp>
#include <fleks/words/language.hpp>

namespace fleks {

/// A case in the municipality's ledger as a text: a line a month, each expense with its refund and the weeks that give it, and
/// how, rule by rule. Example: `breakdown(case, *municipal_ledger(checked, rates), rates, Language::danish)`.
[[nodiscard]] std::string breakdown(const Case& facts, const MunicipalLedger& ledger, const RateTable& rates, Language language);
/// The same as JSON: `months: [{month, benefit, refund_pct, weeks, refund, fleksbidrag, municipality, state, citizen, rules, …}]`.
[[nodiscard]] std::string to_json(const Case& facts, const MunicipalLedger& ledger, const RateTable& rates, Language language);
/// The same as a table, a row a month; decimal point and comma between the columns.
[[nodiscard]] std::string to_csv(const MunicipalLedger& ledger);
/// The same as a picture (SVG): what municipality and state bear of each month, and the weeks that decide it.
[[nodiscard]] std::string picture(const Case& facts, const MunicipalLedger& ledger, Language language);

}  // namespace fleks
