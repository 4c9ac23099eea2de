#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include <fleks/analysis/measures.hpp>
#include <fleks/analysis/population.hpp>
#include <fleks/analysis/population_summary.hpp>

#include "analysis/columns.hpp"

// The net picture of a population's rows: tax, benefits and measures of each citizen at the row's hours.

namespace fleks {

/// Where a measure has no meaning: no amount or share, unlike `not_known`, which is one of -0,01.
inline constexpr std::int64_t no_value = INT64_MIN;

class NetOfRows {
 public:
  NetOfRows(const Scenario& law, PopulationSummary* summary);

  /// Works out the next row, or says what stands in the way.
  std::optional<Error> add(const TableRow& row);
  /// The values of a row in the order of the columns: øre, hundredths of a per cent, or `no_value`.
  [[nodiscard]] std::span<const std::int64_t> of(std::size_t row) const noexcept {
    return std::span(values_).subspan(row * columns_.size(), columns_.size());
  }
  /// Takes the last row back.
  void drop_last() noexcept;
  /// Counts the rows in the summary, where there is one, and forgets them.
  void clear();

 private:
  /// What a picture is made from, so that the next month of the same citizen is not worked out again.
  struct Facts {
    int year = 0;
    std::vector<std::int64_t> figures;
    std::string municipality, child_ages, benefit_class;
    friend bool operator==(const Facts&, const Facts&) = default;
  };
  [[nodiscard]] static Facts facts_of(const TableRow& row);
  [[nodiscard]] Result<Citizen> citizen_of(const TableRow& row);
  /// What a row counts as in the summary.
  struct Counted {
    std::string_view municipality;
    std::int64_t hourly_wage;
    FamilyKind family;
    std::int64_t rows;
  };
  [[nodiscard]] Counted counted(const TableRow& row) const noexcept;
  [[nodiscard]] std::optional<Error> compute(const TableRow& row);

  RateTable rates_;
  Options options_;
  MunicipalTaxTable taxes_;
  std::vector<NetColumn> columns_;
  bool measured_ = false;
  PopulationSummary* summary_;
  std::string_view where_{};  // the municipality of the row, in the table of taxes
  std::optional<Facts> last_;
  std::vector<std::int64_t> last_values_, values_;
  std::vector<Counted> counted_;  // each row, where there is a summary
};

}  // namespace fleks
