#pragma once

#include <cassert>
#include <string_view>
#include <utility>
#include <vector>

#include <fleks/facts/case.hpp>
#include <fleks/facts/case_range.hpp>

namespace fleks {

/// A case from the text of a JSON file, or everything that is wrong with it, each with its path in the file; at
/// most 100. Numbers are read from their text, amounts may also be written as strings. Files above 16 MB or
/// 500.000 values and nesting above 12 levels are refused.
/// Example: `read_case("{}").errors` holds `missing_fact` at `from`.
struct CaseReading {
  Case facts{};                 ///< what was read; only when there is no error
  std::vector<Error> errors{};  ///< what is wrong, at most a hundred, each with the path of its member
  /// The facts that lie in ranges; `facts` has the least of each. Only of `read_case_in_ranges`.
  std::vector<CaseRange> ranges{};
  /// Whether there is no error.
  [[nodiscard]] bool good() const noexcept { return errors.empty(); }
  /// The case, which is in order: reading it has looked for contradictions. Only when there is no error (assert).
  [[nodiscard]] CheckedCase checked() && noexcept {
    assert(good());
    return CheckedCase(std::move(facts));
  }
};
/// Reads a case from the text of its file (`case_schema()`). Every error is found at once. Example: see `examples/cases`.
[[nodiscard]] CaseReading read_case(std::string_view json);
/// The same of a file in which a fact may be `"?"`, any amount up to 10.000.000 kr., any hours, days or percentage, or `"A..B"`: of a wage
/// `am_income`, `b_income`, `own_pension`, `employer_pension` (kroner, or `"4%..6%"` of the pay), `paid_hours`, what stands inside it and
/// its holiday allowance after tax with the tax; of a ceiling its amounts and its pension; of a holiday its days, its pay and the tax of
/// it; and the `amount` of a daily benefit, of one that was not claimed, of an income and of a back payment. Example: `"8000..9000"`.
[[nodiscard]] CaseReading read_case_in_ranges(std::string_view json);

/// The JSON Schema (draft 2020-12) of the case file, as published in `case.schema.json`.
[[nodiscard]] std::string_view case_schema() noexcept;

}  // namespace fleks
