#pragma once

#include <fleks/analysis/hours_bounds.hpp>

namespace fleks {

/// Whether a fact moves the pay of a point of the curve: hourly wage and intensity.
[[nodiscard]] bool is_gone_through(Fact fact) noexcept;

/// The bounds of a curve over one of them: each count of the range is computed, so that no rounding is passed over.
[[nodiscard]] Result<HoursBounds> bounds_of_each(const Citizen& citizen, const FactRange& range, std::span<const Work> points,
                                                 const RateTable& rates, const Options& options);

}  // namespace fleks
