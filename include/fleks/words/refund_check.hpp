#pragma once

#include <string>

#include <fleks/analysis/refund_check.hpp>
#include <fleks/words/language.hpp>

namespace fleks {

/// The state's calculation held against a case as a text: each difference with the file's figure, the law's, the rule and the
/// likely cause, and the sums. Example: `breakdown(case, *refund_check(checked, rates, file.rows), Language::danish)`.
[[nodiscard]] std::string breakdown(const Case& facts, const RefundCheck& check, Language language);
/// The same as JSON: `rows, compared, …, differences: [{week, benefit, of, file, due, file_refund, refund, weeks, causes, line, text}]`.
[[nodiscard]] std::string to_json(const Case& facts, const RefundCheck& check, const RateTable& rates, Language language);
/// The differences as a table, a row each; decimal point and comma between the columns.
[[nodiscard]] std::string to_csv(const RefundCheck& check);

}  // namespace fleks
