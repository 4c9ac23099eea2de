#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include <fleks/analysis/population.hpp>
#include <fleks/statement/batch.hpp>

// The rows of a population file on their way through the batch.

namespace fleks {

/// One row as read.
struct PopulationRow {
  std::string_view id{}, month_text{}, area{};
  int year = 0, month = 0;
  /// am_income to weekly_hours, by column.
  std::array<std::int64_t, 10> values{0, 0, 0, 0, 0, 0, no_ceiling, not_known, not_known, not_known};

  [[nodiscard]] std::int64_t& value(PopulationColumn column) noexcept { return values[static_cast<std::size_t>(column) - 2]; }
  [[nodiscard]] std::int64_t value(PopulationColumn column) const noexcept { return values[static_cast<std::size_t>(column) - 2]; }
  [[nodiscard]] std::int64_t paid_hours() const noexcept { return value(PopulationColumn::paid_hours); }
  [[nodiscard]] std::int64_t weekly_hours() const noexcept { return value(PopulationColumn::weekly_hours); }
  /// Eight digits before the mark may be more than is allowed.
  [[nodiscard]] bool in_range() const noexcept {
    return value(PopulationColumn::ledighedsydelse_days) <= Days::whole(31).ten_thousandths() &&
           paid_hours() <= hours_in_a_month.ten_thousandths() && weekly_hours() <= hours_in_a_week.ten_thousandths();
  }
};

/// Every fact has been judged when it was read: a batch finds nothing wrong with a row.
inline void computed(std::optional<Error> wrong) {
  if (wrong) throw BadResult(*std::move(wrong));
}

struct PopulationRows {
  static constexpr std::size_t most = 1024;
  using Column = std::array<std::int64_t, most>;
};

/// Rows of one period in which no rate changes under any scenario, as columns, with their results.
struct PopulationPeriod {
  using Column = PopulationRows::Column;
  PopulationPeriod(Month month_of_it, const PopulationLayout& layout, std::span<const Reform> reforms) : month(month_of_it) {
    for (std::size_t i = 0; i < facts.size(); ++i) given[i] = layout.has(static_cast<PopulationColumn>(i + 2));
    // Paid hours may follow from the weekly hours.
    given[7] = given[7] || given[9];
    reform_results.resize(reforms.size());
    reform_ceiling.resize(reforms.size());
    for (std::size_t i = 0; i < reforms.size(); ++i) {
      in_force.push_back(reforms[i].policy.in_force(month));
      if (!reforms[i].ceilings.empty()) reform_ceiling[i].resize(PopulationRows::most);
    }
  }
  std::size_t add(const PopulationRow& row) noexcept {
    for (std::size_t i = 0; i < facts.size(); ++i)
      if (given[i]) facts[i][rows] = row.values[i];
    return rows++;
  }
  [[nodiscard]] std::span<const std::int64_t> column(PopulationColumn which) const noexcept {
    const std::size_t i = static_cast<std::size_t>(which) - 2;
    return given[i] ? std::span<const std::int64_t>(facts[i].data(), rows) : std::span<const std::int64_t>{};
  }
  [[nodiscard]] MonthColumns columns() const noexcept {
    using enum PopulationColumn;
    return {column(am_income),     column(own_pension), column(employer_pension),     column(other_wage),
            column(daily_benefit), column(ceiling),     column(ledighedsydelse_days), column(paid_hours)};
  }
  void compute() {
    computed(batches[0].run(columns(), {results[0], results[1], results[2], results[3], results[4], results[5], results[6], results[7],
                                        wants_public_atp ? std::span<std::int64_t>(public_atp) : std::span<std::int64_t>{}}));
    for (std::size_t i = 0; i < reform_results.size(); ++i) {
      MonthColumns facts_of_reform = columns();
      if (!reform_ceiling[i].empty()) facts_of_reform.ceiling = std::span<const std::int64_t>(reform_ceiling[i]).first(rows);
      ReformResults& r = reform_results[i];
      computed(batches[i + 1].run(facts_of_reform,
                                  {.fleksloentilskud = r.subsidy,
                                   .own_atp = r.own_atp,
                                   .payout = r.payout,
                                   .obligatory_pension = r.obligatory_pension,
                                   .public_atp = wants_public_atp ? std::span<std::int64_t>(r.public_atp) : std::span<std::int64_t>{}}));
    }
  }
  [[nodiscard]] const Column& subsidy() const noexcept { return results[4]; }

  struct ReformResults {
    Column subsidy, own_atp, payout, obligatory_pension, public_atp;
  };
  Month month;
  std::size_t rows = 0;
  bool wants_public_atp = false;
  std::array<bool, 10> given{};
  std::array<Column, 10> facts;
  std::array<Column, 8> results;  // in the order of the output
  Column public_atp;
  std::vector<ReformResults> reform_results;
  std::vector<std::vector<std::int64_t>> reform_ceiling;  // empty where the reform has none
  std::vector<bool> in_force;
  std::vector<MonthBatch> batches;  // today, then each reform
  std::vector<std::ptrdiff_t> key;
};

void add_to(PopulationSummary& summary, PopulationPeriod& period, std::span<const Scenario> scenarios);

}  // namespace fleks
