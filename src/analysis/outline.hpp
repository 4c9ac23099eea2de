#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include <fleks/analysis/worth_of_hours.hpp>

// The exact curve of what is in hand in a few strokes: where more work pays, where it hardly does, and where less is left.

namespace fleks {

/// What more work gives in a part of the curve.
enum class Gain : std::uint8_t {
  full,    ///< at least what was asked for
  little,  ///< at least a third of it
  none,    ///< less, or nothing
};

/// A part of the curve in which more work pays, pays little, or does not.
struct CurvePart {
  Exact from{}, to{};                  ///< hours a week, or øre an hour
  Exact in_hand_from{}, in_hand_to{};  ///< exact øre
  Gain gain = Gain::none;              ///< as a whole; parts too short to be told are part of it
  std::optional<Kink> begins{};        ///< what begins it; none of the first
};

/// A part of the curve with less in hand than where it begins; `ends` where as much is had again.
struct CurveDip {
  Exact from{}, to{};
  bool ends = false;
  bool just_below = false;  ///< the most before it was just below `from`, where in hand jumps down
};

struct CurveOutline {
  std::vector<CurvePart> stretches{};
  std::vector<CurveDip> dips{};
  Exact best_at{}, best{};  ///< the first place with the most in hand
  bool just_below = false;  ///< the most is just below `best_at`, where in hand jumps down
};

/// An end of a curve: where it is and what is in hand there, exactly.
struct CurveEnd {
  Exact at{}, in_hand{};
};

/// The outline of the curve between two ends with these kinks. More work gives in full where the slope is at least `enough`; what is
/// shorter than `shortest` belongs to what is before it.
[[nodiscard]] CurveOutline outline_of(const CurveEnd& first, const CurveEnd& last, std::span<const Kink> kinks, const Exact& enough,
                                      const Exact& shortest);

}  // namespace fleks
