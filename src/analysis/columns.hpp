#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include <fleks/analysis/table.hpp>
#include <fleks/statement/batch.hpp>
#include <fleks/values/hours.hpp>
#include <fleks/values/money.hpp>
#include <fleks/values/percent.hpp>

// The columns of a table of citizens' months, once for all that read or write one.

namespace fleks {

/// The columns that have a name.
inline constexpr std::size_t column_count = static_cast<std::size_t>(TableColumn::nameless);
/// The columns that every table may have come first, and of them those whose fields are figures stand together.
inline constexpr std::size_t population_columns = static_cast<std::size_t>(TableColumn::agreement_area) + 1;
/// After them those of payments, up to the first of a population alone.
inline constexpr std::size_t payment_columns = static_cast<std::size_t>(TableColumn::weight);
/// The most that a row may count as: so many that nine billion such rows are counted exactly.
inline constexpr std::int64_t heaviest_row = 100'000;
/// Whether a table of the kind may have a column.
[[nodiscard]] constexpr bool may_have(TableKind kind, std::size_t column) noexcept {
  return column < population_columns || (column < payment_columns) == (kind == TableKind::payments);
}

/// A row as read; its texts are where it was read from. Figures are whole units: øre, or ten-thousandths of an hour, a day or
/// one per cent.
struct TableRow {
  TableRow() noexcept;
  std::string_view id{}, month_text{}, area{}, municipality{}, child_ages{}, benefit_class{};
  int year = 0, month = 0;
  std::array<std::int64_t, column_count> figures;

  [[nodiscard]] std::int64_t& operator[](TableColumn column) noexcept { return figures[static_cast<std::size_t>(column)]; }
  [[nodiscard]] std::int64_t operator[](TableColumn column) const noexcept { return figures[static_cast<std::size_t>(column)]; }
};

/// One column: its name in the header, what kinds of table need it, the decimals of its figures, and how a field is set as a
/// fact of a row. A field that is empty and not needed is not set: the row then has `when_empty`.
struct Column {
  std::string_view name;
  bool needed, needed_for_payments;
  int decimals;  // of a figure in its units; 0 for a text, `whole_number` for a count
  std::int64_t most;
  std::int64_t when_empty;
  std::optional<Error> (*set)(TableRow& row, TableColumn column, const std::string& text);
};

inline constexpr int whole_number = -1;

/// By `TableColumn`, without `nameless`.
extern const std::array<Column, column_count> table_columns;

[[nodiscard]] inline const Column& info(TableColumn column) noexcept { return table_columns[static_cast<std::size_t>(column)]; }

/// What a weight may be.
[[nodiscard]] Allowed allowed_weight();

/// An id as a field of an answer: in quotation marks where it needs them, and with a `'` before what a spreadsheet would compute
/// where the form asks for it.
[[nodiscard]] std::string id_field(std::string_view id, const TableForm& form);
/// Whether a spreadsheet would compute a text.
[[nodiscard]] bool is_formula(std::string_view text) noexcept;

}  // namespace fleks
