#include <algorithm>

#include <fleks/statement/batch.hpp>

namespace fleks {
namespace {

/// So many rows are tried at once; only where one of them is wrong they are taken singly.
constexpr std::size_t rows_at_once = 1024;

template <class Number>
std::span<Number> part(std::span<Number> column, std::size_t first, std::size_t count) {
  return column.empty() ? column : column.subspan(first, count);
}
MonthColumns part(const MonthColumns& c, std::size_t first, std::size_t count) {
  return {part(c.am_income, first, count),
          part(c.own_pension, first, count),
          part(c.employer_pension, first, count),
          part(c.other_wage, first, count),
          part(c.daily_benefit, first, count),
          part(c.ceiling, first, count),
          part(c.ledighedsydelse_days, first, count),
          part(c.paid_hours, first, count),
          part(c.ledighedsydelse, first, count)};
}
StatementColumns part(const StatementColumns& c, std::size_t first, std::size_t count) {
  return {part(c.taper, first, count),       part(c.before_ceiling, first, count),     part(c.ceiling_cut, first, count),
          part(c.holiday_cut, first, count), part(c.fleksloentilskud, first, count),   part(c.own_atp, first, count),
          part(c.payout, first, count),      part(c.obligatory_pension, first, count), part(c.public_atp, first, count)};
}

void not_computed(const StatementColumns& c) {
  for (const auto column : {c.taper, c.before_ceiling, c.ceiling_cut, c.holiday_cut, c.fleksloentilskud, c.own_atp, c.payout,
                            c.obligatory_pension, c.public_atp})
    std::fill(column.begin(), column.end(), not_known);
}

}  // namespace

std::vector<Error> run_each(const MonthBatch& batch, const MonthColumns& facts, const StatementColumns& results) {
  std::vector<Error> wrong;
  for (std::size_t first = 0; first < facts.am_income.size(); first += rows_at_once) {
    const std::size_t count = std::min(rows_at_once, facts.am_income.size() - first);
    if (!batch.run(part(facts, first, count), part(results, first, count))) continue;
    for (std::size_t row = first; row < first + count; ++row) {
      auto error = batch.run(part(facts, row, 1), part(results, row, 1));
      if (!error) continue;
      error->line = static_cast<std::int64_t>(row + 1);
      wrong.push_back(*std::move(error));
      not_computed(part(results, row, 1));
    }
  }
  return wrong;
}

}  // namespace fleks
