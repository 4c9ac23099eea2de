#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>

#include <fleks/words/language.hpp>

// Pictures as SVG: a page with its title and description, and the axes of a plot on it. Lengths are tenths of a pixel, so that
// everything is drawn in whole numbers and looks the same on every machine.

namespace fleks {

/// Colours with a contrast of more than 3:1 against white, which the colour-blind tell apart as well.
namespace colour {
inline constexpr const char *green = "#439E5A", *blue = "#325BFF", *amber = "#C58500", *red = "#9F2A00", *grey = "#8F9497",
                            *navy = "#1D1D9C", *violet = "#9E61AC", *teal = "#1F8A84", *brown = "#7A5230", *ink = "#222222",
                            *grid = "#DDDDDD";
}  // namespace colour

class Svg {
 public:
  /// A white page of so many pixels. The title and the description are what a screen reader says.
  Svg(int width, int height, Language language, std::string_view title, std::string_view description);

  struct Point {
    int x, y;
  };
  struct Style {
    const char* anchor = "start";  // or middle, end
    int size = 12;                 // pixels
    bool bold = false;
    bool upright = false;  // read from below
    const char* fill = colour::ink;
  };
  void text(int x, int y, std::string_view text, const Style& style);
  void text(int x, int y, std::string_view words) { text(x, y, words, Style{}); }
  /// `said` is shown where one points at it.
  void rect(int x, int y, int width, int height, const char* fill, std::string_view said = {});
  void line(int x1, int y1, int x2, int y2, const char* stroke);
  void path(std::span<const Point> points, const char* stroke);
  void dot(int x, int y, int radius, const char* fill);
  void ring(int x, int y, int radius, const char* stroke, std::string_view said = {});

  /// The whole picture.
  [[nodiscard]] std::string done() &&;

 private:
  std::string out_;
};

/// Steps of 1, 2 or 5 times a power of ten, at least `least` and at most some `most` between two values.
[[nodiscard]] std::int64_t tick_step(std::int64_t low, std::int64_t high, int most, std::int64_t least = 1) noexcept;
/// The multiple of `step` at or below a value, or at or above it.
[[nodiscard]] std::int64_t tick_below(std::int64_t value, std::int64_t step) noexcept;
[[nodiscard]] std::int64_t tick_above(std::int64_t value, std::int64_t step) noexcept;

/// Where the values from `low` to `high` stand on the page.
struct Axis {
  std::int64_t low, high;
  int from, to;  // tenths of a pixel; a vertical axis goes from the larger to the smaller
  [[nodiscard]] int at(std::int64_t value) const noexcept {
    return from + static_cast<int>((value - low) * (to - from) / (high > low ? high - low : 1));
  }
};

/// A plot's frame: a value's place across and up, the axes with ticks, thousands marks and names.
struct Plot {
  Axis x, y;
  using Label = std::function<std::string(std::int64_t)>;
  /// Lines across with their labels at the left.
  void up(Svg& svg, std::int64_t step, const Label& label, std::string_view name) const;
  /// Ticks at the right, of other values than the left has: those of `other`.
  void up_right(Svg& svg, const Axis& other, std::int64_t step, const Label& label, std::string_view name) const;
  /// The line of zero, over what was drawn.
  void zero(Svg& svg) const { svg.line(x.from, y.at(0), x.to, y.at(0), colour::ink); }
  /// Ticks below the plot with their labels.
  void across(Svg& svg, std::int64_t step, const Label& label, std::string_view name) const;
};

/// A colour and what it stands for, in rows from the left; gives where the next row would be.
class Legend {
 public:
  Legend(Svg& svg, int x, int y, int to) : svg_(svg), left_(x), to_(to), x_(x), y_(y) {}
  void add(const char* fill, std::string_view name);

 private:
  Svg& svg_;
  int left_, to_, x_, y_;
};

}  // namespace fleks
