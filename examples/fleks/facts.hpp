#pragma once

#include <fleks/analysis/table.hpp>
#include <fleks/facts/ledighedsydelse_facts.hpp>
#include <fleks/facts/month_facts.hpp>
#include <fleks/rates/municipal_tax.hpp>
#include <fleks/rates/rate_table.hpp>

#include "command.hpp"

// Facts that several subcommands read from their options.

namespace program {

/// Hours of at most `most` ten-thousandths. Example: `hours_up_to<hours_in_a_week.ten_thousandths()>`.
template <std::int64_t most>
fleks::Result<fleks::Hours> hours_up_to(std::string_view text) {
  return fleks::Hours::parse(text, fleks::Hours::of_ten_thousandths(most));
}

/// Kroner as people write and paste them: `15600`, `15.600,00`, also with spaces between the thousands or around (non-breaking
/// ones too), with `kr.` or `DKK`, and with `,-` for no øre. What could mean two amounts is refused as `Money::parse` does.
[[nodiscard]] fleks::Result<fleks::Money> parse_kroner(std::string_view text);
/// Kroner of an option; zero when it was not given.
[[nodiscard]] fleks::Money read_money(const Arguments& arguments, std::string_view option);
/// Kroner, or `N%`.
[[nodiscard]] fleks::Contribution read_contribution(const Arguments& arguments, std::string_view option);
/// The rate class of `--class`, in English or Danish words; `full` when it was not given.
[[nodiscard]] fleks::BenefitClass read_class(const Arguments& arguments);
[[nodiscard]] std::vector<const char*> class_words();
/// A percentage, with or without `%`; zero when it was not given.
[[nodiscard]] fleks::Percent read_percent(const Arguments& arguments, std::string_view option);
/// The ceiling of `--ceiling` or `--ceiling-hourly` and its parts.
[[nodiscard]] fleks::Ceiling read_ceiling(const Arguments& arguments);
/// Those options; `--ceiling` in the words of the subcommand.
[[nodiscard]] std::vector<Option> ceiling_options(const Text& ceiling);
/// The form of a table's answer: that of the table, but for what the options say.
[[nodiscard]] fleks::TableForm read_form(const Arguments& arguments, fleks::TableForm of_the_table);
[[nodiscard]] Option separator_option();
[[nodiscard]] Option decimal_option();
[[nodiscard]] Option excel_safe_option();
/// The embedded rates, with the file of `--rates` added.
[[nodiscard]] fleks::RateTable read_rates(const Arguments& arguments);
/// The embedded taxes of the municipalities, with the file of `--municipal-taxes` added.
[[nodiscard]] fleks::MunicipalTaxTable read_municipal_taxes(const Arguments& arguments);

}  // namespace program
