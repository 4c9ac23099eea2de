#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include <fleks/errors/result.hpp>

namespace fleks {

/// A column of the net picture of a population's row: an amount a month of `NetRow`, or a measure of `PayMeasures` in per cent.
/// The names are those of `fleks hours` as JSON, a part of a measure after the measure's own: `emtr_hour_taper`.
enum class NetColumn : std::uint8_t {
  gross_pay,
  wage_atp_own,
  wage_atp_employer,
  net_fleksloentilskud,  ///< the subsidy in the picture: of twelve equal months, under the picture's ceiling
  subsidy_atp_own,
  am_contribution,
  tax,
  housing_benefit,
  daycare,
  child_benefit,
  in_hand,
  pension_saved,
  in_hand_without_job,  ///< on ledighedsydelse
  emtr_hour,            ///< from here to the last: per cent, two decimals half up, empty where it has no meaning
  emtr_hour_taper,
  emtr_hour_ceiling,
  emtr_hour_am_contribution,
  emtr_hour_tax,
  emtr_hour_housing_benefit,
  emtr_hour_daycare,
  emtr_hour_child_benefit,
  emtr_hour_ledighedsydelse,
  emtr_hour_saved,
  emtr_krone,
  emtr_krone_taper,
  emtr_krone_ceiling,
  emtr_krone_am_contribution,
  emtr_krone_tax,
  emtr_krone_housing_benefit,
  emtr_krone_daycare,
  emtr_krone_child_benefit,
  emtr_krone_saved,
  ptr,
  replacement_rate,
};

/// The column's name. Example: `in_hand`.
[[nodiscard]] std::string_view to_text(NetColumn column) noexcept;
/// Columns by name, separated by commas, each once. Errors: `no_such_choice` with all there are, `duplicate`, `empty`.
/// Example: `in_hand,emtr_hour,ptr`.
[[nodiscard]] Result<std::vector<NetColumn>> read_net_columns(std::string_view names);

}  // namespace fleks
