#pragma once

#include <string>
#include <string_view>
#include <vector>

// A case file as rows of a sheet, and back: a value a row, each with its place in the file.

namespace program {

/// One value of a case file.
struct CaseValue {
  enum class Kind { text, amount, number, flag, list } kind = Kind::text;  ///< `amount`: a number that the file writes as a text
  std::string path{};                                                      ///< as errors name it: `wages[2].am_income`
  std::string value{};  ///< the text, the number, `true`, or `[]` and `{}` of what is empty
};

/// All values of a case file in their order. The text is JSON that has been read before.
[[nodiscard]] std::vector<CaseValue> values_of_case(std::string_view json);
/// The file of such values. Stops at a path that leads nowhere: an index before its turn, a member of what has none.
[[nodiscard]] std::string case_of_values(const std::vector<CaseValue>& values);

/// The case file of a workbook that `fleks case --format xlsx` made, from the cells that a person may have filled in. Stops at a cell that
/// cannot be what it should be, under the name `file`.
[[nodiscard]] std::string case_of_workbook(std::string_view bytes, const std::string& file);

}  // namespace program
