#pragma once

#include <fleks/facts/ledighedsydelse_facts.hpp>
#include <fleks/facts/month_facts.hpp>
#include <fleks/rates/municipal_tax.hpp>
#include <fleks/rates/rate_table.hpp>

#include "tasks/task.hpp"

// Facts that several subcommands read from their options.

namespace fleks::tasks {

/// Hours of at most `most` ten-thousandths. Example: `hours_up_to<hours_in_a_week.ten_thousandths()>`.
template <std::int64_t most>
Result<Hours> hours_up_to(std::string_view text) {
  return Hours::parse(text, Hours::of_ten_thousandths(most));
}

/// Kroner as people write and paste them: `15600`, `15.600,00`, also with spaces between the thousands or around (non-breaking
/// ones too), with `kr.` or `DKK`, and with `,-` for no øre. What could mean two amounts is refused as `Money::parse` does.
[[nodiscard]] Result<Money> parse_kroner(std::string_view text);
/// Kroner of what is asked; zero when it was not given.
[[nodiscard]] Money read_money(const Arguments& arguments, std::string_view option);
/// Kroner, or `N%`.
[[nodiscard]] Contribution read_contribution(const Arguments& arguments, std::string_view option);
/// The rate class of `class`, in English or Danish words; `full` when it was not given.
[[nodiscard]] BenefitClass read_class(const Arguments& arguments);
[[nodiscard]] std::vector<const char*> class_words();
/// A percentage, with or without `%`; zero when it was not given.
[[nodiscard]] Percent read_percent(const Arguments& arguments, std::string_view option);
/// The ceiling of `ceiling` or `ceiling_hourly` and its parts.
[[nodiscard]] Ceiling read_ceiling(const Arguments& arguments);
/// Those options; `ceiling` in the words of the subcommand.
[[nodiscard]] std::vector<Option> ceiling_options(const Text& ceiling);
/// The embedded rates, with the file of `rates` added.
[[nodiscard]] RateTable read_rates(const Arguments& arguments);
/// The embedded taxes of the municipalities, with the file of `municipal_taxes` added.
[[nodiscard]] MunicipalTaxTable read_municipal_taxes(const Arguments& arguments);

}  // namespace fleks::tasks
