#pragma once

#include <string>
#include <vector>

#include <fleks/history/case_statement.hpp>

#include "words/say.hpp"
#include "words/steps_json.hpp"

// What the statement of a case and its correction say alike.

namespace fleks {

/// Days with what they share said once: `8.-12. juli 2024`, `29. januar - 11. februar 2024`.
[[nodiscard]] std::string period_in_words(const Period& days, Language language);
/// What a supplement is paid for. Example: `Udbetaling fra fritvalgskonto`.
[[nodiscard]] const char* supplement_kind(SupplementPaid::Kind kind, const Say& say);
/// What kind of income it is. Example: `Tabt arbejdsfortjeneste, plejevederlag`.
[[nodiscard]] const char* income_kind(const OtherIncome& income, const Say& say);
/// The month whose rates a month is computed by.
[[nodiscard]] Month rates_month(const Case& c, Month month);
[[nodiscard]] std::string heading(const Case& c, const Say& say);
/// What a month lacks, as a sentence.
[[nodiscard]] std::string missing_fact(const Case& c, const MissingFact& missing, const Say& say);
/// What a rule's part of a payout is called, which is not always the name of the rule. Example: FLT-11 is `Nedsat på grund af lønloftet`.
[[nodiscard]] std::string amount_name(Rule rule, const Say& say);
/// Each fact once.
[[nodiscard]] std::vector<FactUsed> once(const std::vector<FactUsed>& facts);
[[nodiscard]] Json facts_json(const Case& c, const std::vector<FactUsed>& facts, Language language);

/// Which benefit is paid in arrears (KOR-4), at the beginning of a sentence.
[[nodiscard]] const char* back_payment(BackPayment::Kind kind, const Say& say);

}  // namespace fleks
