#include "analysis/population_rows.hpp"
namespace fleks {
void add_to(PopulationSummary&, PopulationPeriod&, std::span<const Scenario>) {}
}  // namespace fleks
