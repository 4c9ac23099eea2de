#pragma once

#include <functional>
#include <span>

#include <fleks/analysis/hours_bounds.hpp>

#include "analysis/box.hpp"

namespace fleks {

/// Whether a fact moves the pay of a point of the curve: hourly wage and intensity.
[[nodiscard]] bool is_of_work(Fact fact) noexcept;
/// Whether a fact is a number of children or of places.
[[nodiscard]] bool is_a_number(Fact fact) noexcept;
/// Whether each count of a fact is computed: what moves the pay or its tax; places, of which the second makes both the fee and the limits
/// of the free place rise; and children where a point is without a job, whose own ATP may hang on whether there are any (LY-13).
[[nodiscard]] bool is_gone_through(const FactRange& range, std::span<const Work> points) noexcept;
/// Sets such a fact to a count.
void set_gone(Citizen& citizen, const FactRange& range, std::int64_t count) noexcept;
void set_gone(Work& work, const FactRange& range, std::int64_t count) noexcept;
/// That there are more counts than can be gone through; `alone`: with no box of other facts at each of them.
[[nodiscard]] std::optional<Error> too_many_counts(const Ranges& of_citizen, const Ranges& of_work, bool alone);
/// Calls `visit` for every point of the ranges until it is false.
void each_count(const Ranges& ranges, const std::function<bool(const Point&)>& visit);
/// What a fact of the work itself is, and what follows from it alone.
void add_fact(NetRowBounds& row, const FactRange& range, const Work& work);

/// The bounds of a curve over the hourly wage or the intensity: each count of the range is computed, so that no rounding is passed over.
[[nodiscard]] Result<HoursBounds> bounds_of_each(const Citizen& citizen, const FactRange& range, std::span<const Work> points,
                                                 const RateTable& rates, const Options& options);

}  // namespace fleks
