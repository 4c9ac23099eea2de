#pragma once

#include <map>
#include <optional>
#include <span>
#include <vector>

#include <fleks/analysis/worth_of_hours.hpp>

#include "analysis/box.hpp"

// Facts of a citizen that lie in ranges, as a box of whole counts; a net picture at each of its points.

namespace fleks {

[[nodiscard]] bool is_of_ceiling(Fact fact) noexcept;
/// More of it is more to have, and more that is taken.
[[nodiscard]] bool moves_both(Fact fact) noexcept;

/// Sets a fact of a box to a count; false where it is none of these facts.
bool set(Citizen& citizen, Fact fact, std::int64_t count);
/// What is nothing without the other of two facts is nothing with it where it may be nothing: a fee and its places, days and kilometres.
void settle(Citizen& citizen, std::span<const FactRange> given);

/// Two corners of a box: where least is taken, and where most is; with the least and the most of what is had beside it.
struct Corners {
  Point low{}, high{};
  std::vector<std::size_t> both{};  // the places of what moves both
};

/// The citizens of a box, one for each of its points, as often as they are asked for. The first error is kept, and what follows it means
/// nothing.
class CitizenBox {
 public:
  /// `given`: with the ranges that are not of the box, of which the citizen has one value.
  CitizenBox(const Citizen& citizen, const RateTable& rates, const Options& options, Ranges ranges, std::span<const FactRange> given)
      : citizen_(citizen), rates_(rates), options_(options), ranges_(std::move(ranges)), given_(given.begin(), given.end()) {}

  [[nodiscard]] const Ranges& ranges() const noexcept { return ranges_; }
  [[nodiscard]] const std::optional<Error>& error() const noexcept { return error_; }
  [[nodiscard]] const NetPicture* at(const Point& point);
  [[nodiscard]] NetRow row(const Point& point, const Work& work);
  /// What is in hand before any rounding.
  [[nodiscard]] Exact exact_in_hand(const Point& point, const Work& work);

  [[nodiscard]] Corners corners() const;
  /// The parts of a fact's range in which it moves every amount one way, the other facts as at the point.
  [[nodiscard]] Ranges pieces(const Point& point, std::size_t place) const;
  /// The count of a fact at which most is taken, the other facts as at the point; of a fact that moves both its least.
  [[nodiscard]] std::int64_t worst(const Point& point, std::size_t place) const;

 private:
  [[nodiscard]] Citizen citizen_at(const Point& point) const;
  [[nodiscard]] std::int64_t end(const Point& point, std::size_t place, bool best) const;
  [[nodiscard]] Exact spared(const Point& point, Fact fact) const;

  Citizen citizen_;
  const RateTable& rates_;
  const Options& options_;
  Ranges ranges_, given_;
  std::map<Point, NetPicture> pictures_{};
  std::optional<Error> error_{};
};

}  // namespace fleks
