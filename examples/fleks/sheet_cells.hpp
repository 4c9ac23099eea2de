#pragma once

#include <map>
#include <string>
#include <string_view>

#include <fleks/errors/result.hpp>

// A workbook as a stranger may have made it: the cells that it has names for, and nothing that it computed.

namespace program {

/// Letters that a cell holds at most.
inline constexpr std::size_t longest_text = 32'767;

/// A cell as it was filled in. What a formula once gave is never read.
struct SheetCell {
  std::string place{};  ///< as a person sees it: `Måned!B5`
  enum class Kind { blank, number, text, other } kind = Kind::blank;
  std::string text{};  ///< the number as it is written in the file, the text, or what else it is (`=A1`, `TRUE`, `#REF!`)
};

/// The cells of an xlsx file whose names begin with `prefix`, by the rest of their names.
///
/// Limits: 1.000 parts, 32 MB unpacked, 64 levels of XML, 32.767 letters a cell; no document type, no macros, no links to other files,
/// no encryption. Errors name the part or the cell: what is no zip archive, a part or sheet that is missing or there twice, a name that
/// leads nowhere, XML that is not well-formed.
[[nodiscard]] fleks::Result<std::map<std::string, SheetCell, std::less<>>> named_cells(std::string_view bytes, std::string_view prefix);

/// Every cell of an xlsx file by its place; the limits and errors of `named_cells`, and each part has to be well-formed XML.
[[nodiscard]] fleks::Result<std::map<std::string, SheetCell, std::less<>>> whole_workbook(std::string_view bytes);

/// A number as a spreadsheet keeps it, as plain decimal text. It keeps 15600,37 as the nearest binary fraction and may write that with
/// 17 digits; fifteen of them are what was typed. Exact on the digits. Errors: `not_a_number`, `negative`, `too_large` (fifteen digits
/// before the decimal mark). Example: `15600.370000000001` is `15600.37`, `1.56E4` is `15600`.
[[nodiscard]] fleks::Result<std::string> typed_number(std::string_view written);

}  // namespace program
