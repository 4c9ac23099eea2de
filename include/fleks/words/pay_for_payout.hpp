#pragma once

#include <string>

#include <fleks/analysis/pay_for_payout.hpp>
#include <fleks/words/language.hpp>

namespace fleks {

/// Which pay gives a payout, or that none does and what the most is.
[[nodiscard]] std::string breakdown(const PayForPayout& found, Money payout, const MonthFacts& facts, Language language);
/// As the program's JSON: `month`, `target_payout`, `targets` (`am_income_from`, `am_income_to`, `fleksloentilskud`, `own_atp`,
/// `payout`) and `most` (`am_income`, `payout`).
[[nodiscard]] std::string to_json(const PayForPayout& found, Money payout, const MonthFacts& facts, const RateTable& rates);

}  // namespace fleks
