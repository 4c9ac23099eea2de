#pragma once

#include <fleks/facts/year_facts.hpp>
#include <fleks/rates/municipal_tax.hpp>

#include "tasks/facts.hpp"
#include "tasks/task.hpp"

// Facts and options that the tasks of the net picture share: hours, tax, housing, and a month after tax.

namespace fleks::tasks {

/// A whole number from `least` to `most`.
[[nodiscard]] Result<int> parse_whole(std::string_view text, int least, int most);
/// The year of `year`; stops when it is missing.
[[nodiscard]] int read_year(const Arguments& arguments);
/// Municipal and church tax: by name, as given, of the municipality `otherwise` where it has a name, or the year's average.
[[nodiscard]] LocalTax read_local_tax(const Arguments& arguments, const RateTable& rates, const MunicipalTaxTable& taxes, int year,
                                      const std::string& otherwise = {});
/// Transport and union fee.
[[nodiscard]] OtherDeductions read_deductions(const Arguments& arguments);
[[nodiscard]] std::optional<int> read_birth_year(const Arguments& arguments);
/// What is known of the home, beside rent and children.
[[nodiscard]] HomeFacts read_home(const Arguments& arguments);
[[nodiscard]] int read_children(const Arguments& arguments);

/// The years of which a task knows all rates, as the help shows them.
[[nodiscard]] std::string years_of_tax();
[[nodiscard]] std::string years_of_housing_benefit();

/// The options of those, by group.
[[nodiscard]] std::vector<Option> local_tax_options();
[[nodiscard]] std::vector<Option> tax_card_options();
[[nodiscard]] std::vector<Option> deduction_options();
[[nodiscard]] std::vector<Option> home_options();
[[nodiscard]] Option municipal_taxes_option();
/// What goes together where those of tax and card are for `after_tax` alone, and what else does in the task.
[[nodiscard]] std::vector<Together> for_after_tax(std::vector<Together> more);

}  // namespace fleks::tasks
