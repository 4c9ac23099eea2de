#include "analysis/population_rows.hpp"

#include "rules/paid_hours.hpp"

namespace fleks {

std::int64_t hours_a_month(std::int64_t hours_a_week) noexcept {
  law::Untraced nobody;
  return law::hours_a_month(Exact::whole(hours_a_week), nobody).rounded(Rounding::half_up).value_or(not_known);
}

PopulationPeriod::PopulationPeriod(Month month, const TableLayout& layout, std::vector<MonthBatch> batches, std::span<const Reform> reforms,
                                   bool wants_public_atp, std::vector<PurseTerms> purses)
    : month_(month),
      weighted_(layout.has(TableColumn::weight)),
      amounts_(batches.size()),
      reforms_(reforms),
      ceiling_of_reform_(reforms.size()),
      batches_(std::move(batches)),
      purses_(std::move(purses)) {
  for (std::size_t i = 0; i < population_columns; ++i)
    given_[i] = info(static_cast<TableColumn>(i)).decimals != 0 && layout.has(static_cast<TableColumn>(i));
  auto& paid_hours = given_[static_cast<std::size_t>(TableColumn::paid_hours)];
  paid_hours = paid_hours || given(TableColumn::weekly_hours);
  wants_public_atp_ = wants_public_atp && paid_hours;
  for (std::size_t i = 0; i < reforms.size(); ++i) {
    in_force_.push_back(reforms[i].policy.in_force(month));
    if (!reforms[i].ceilings.empty()) ceiling_of_reform_[i].resize(PopulationRows::most);
  }
}

std::size_t PopulationPeriod::add(const TableRow& row) noexcept {
  for (std::size_t i = 0; i < facts_.size(); ++i)
    if (given_[i]) facts_[i][rows_] = row.figures[i];
  if (weighted_) weights_[rows_] = row[TableColumn::weight];
  for (std::size_t i = 0; i < reforms_.size(); ++i)
    if (!ceiling_of_reform_[i].empty()) {
      const auto of_area = in_force_[i] && !row.area.empty() ? reforms_[i].ceiling(row.area) : std::nullopt;
      ceiling_of_reform_[i][rows_] = of_area ? of_area->in_oere() : row[TableColumn::ceiling];
    }
  return rows_++;
}

std::span<const std::int64_t> PopulationPeriod::column(TableColumn which) const noexcept {
  return given(which) ? std::span<const std::int64_t>(facts_[static_cast<std::size_t>(which)]).first(rows_)
                      : std::span<const std::int64_t>{};
}

MonthColumns PopulationPeriod::columns(std::size_t scenario) const noexcept {
  MonthColumns columns{.am_income = column(TableColumn::am_income),
                       .own_pension = column(TableColumn::own_pension),
                       .employer_pension = column(TableColumn::employer_pension),
                       .other_wage = column(TableColumn::other_wage),
                       .daily_benefit = column(TableColumn::daily_benefit),
                       .ceiling = column(TableColumn::ceiling),
                       .ledighedsydelse_days = column(TableColumn::ledighedsydelse_days),
                       .paid_hours = column(TableColumn::paid_hours),
                       .ledighedsydelse = column(TableColumn::ledighedsydelse)};
  if (scenario != 0 && !ceiling_of_reform_[scenario - 1].empty())
    columns.ceiling = std::span<const std::int64_t>(ceiling_of_reform_[scenario - 1]).first(rows_);
  return columns;
}

void PopulationPeriod::compute() {
  for (std::size_t scenario = 0; scenario < batches_.size(); ++scenario) {
    RowAmounts& to = amounts_[scenario];
    const bool all = scenario == 0;
    const auto where_all = [&](RowAmount which) { return all ? std::span<std::int64_t>(to[which]) : std::span<std::int64_t>{}; };
    computed(batches_[scenario].run(columns(scenario), {.taper = where_all(RowAmount::taper),
                                                        .before_ceiling = where_all(RowAmount::before_ceiling),
                                                        .ceiling_cut = where_all(RowAmount::ceiling_cut),
                                                        .holiday_cut = where_all(RowAmount::holiday_cut),
                                                        .fleksloentilskud = to[RowAmount::fleksloentilskud],
                                                        .own_atp = to[RowAmount::own_atp],
                                                        .payout = to[RowAmount::payout],
                                                        .obligatory_pension = to[RowAmount::obligatory_pension],
                                                        .public_atp = wants_public_atp_ ? std::span<std::int64_t>(to[RowAmount::public_atp])
                                                                                        : std::span<std::int64_t>{}}));
    if (has_purses()) divide(scenario);
  }
}

/// KOM-1, KOM-7, KOM-10: what municipality and state bear of each row.
void PopulationPeriod::divide(std::size_t scenario) {
  RowAmounts& to = amounts_[scenario];
  for (std::size_t at = 0; at < rows_; ++at) {
    const auto costs =
        purses_[scenario].of_row(to[RowAmount::fleksloentilskud][at], fact(TableColumn::am_income, at) + fact(TableColumn::other_wage, at),
                                 wants_public_atp_ ? to[RowAmount::public_atp][at] : not_known, to[RowAmount::obligatory_pension][at]);
    to[RowAmount::municipality][at] = costs.municipality;
    to[RowAmount::state][at] = costs.state;
  }
}

}  // namespace fleks
