#include "words/svg.hpp"

#include "words/format.hpp"

#include <fleks/words/padding.hpp>

namespace fleks {
namespace {

/// A text between tags; what no XML may hold is left out.
std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) switch (c) {
      case '&': out += "&amp;"; break;
      case '<': out += "&lt;"; break;
      case '>': out += "&gt;"; break;
      case '"': out += "&quot;"; break;
      default:
        if (static_cast<unsigned char>(c) >= ' ') out += c;
    }
  return out;
}

/// Example: 125 is `12.5`, 120 is `12`.
std::string px(int tenths) {
  const std::string sign = tenths < 0 ? "-" : "";
  const int size = tenths < 0 ? -tenths : tenths;
  return sign + std::to_string(size / 10) + (size % 10 == 0 ? "" : "." + std::to_string(size % 10));
}

std::string with_title(std::string_view tag, std::string_view said) {
  return said.empty() ? "/>\n" : fmt::format("><title>{}</title></{}>\n", escaped(said), tag);
}

}  // namespace

Svg::Svg(int width, int height, Language language, std::string_view title, std::string_view description) {
  out_ = fmt::format(
      "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{0}\" height=\"{1}\" viewBox=\"0 0 {0} {1}\" role=\"img\" lang=\"{2}\" "
      "xml:lang=\"{2}\" aria-labelledby=\"title description\" font-family=\"Helvetica, Arial, sans-serif\">\n<title "
      "id=\"title\">{3}</title>\n<desc id=\"description\">{4}</desc>\n<rect width=\"{0}\" height=\"{1}\" fill=\"#FFFFFF\"/>\n",
      width, height, language == Language::danish ? "da" : "en", escaped(title), escaped(description));
}

void Svg::text(int x, int y, std::string_view words, const Style& style) {
  out_ += fmt::format("<text x=\"{0}\" y=\"{1}\" font-size=\"{2}\" fill=\"{3}\"", px(x), px(y), style.size, style.fill);
  if (style.anchor != std::string_view("start")) out_ += fmt::format(" text-anchor=\"{}\"", style.anchor);
  if (style.bold) out_ += " font-weight=\"bold\"";
  if (style.upright) out_ += fmt::format(" transform=\"rotate(-90 {} {})\"", px(x), px(y));
  out_ += fmt::format(">{}</text>\n", escaped(words));
}

void Svg::rect(int x, int y, int width, int height, const char* fill, std::string_view said) {
  out_ += fmt::format("<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" fill=\"{}\"{}", px(x), px(y), px(width), px(height), fill,
                      with_title("rect", said));
}

void Svg::line(int x1, int y1, int x2, int y2, const char* stroke) {
  out_ += fmt::format("<line x1=\"{}\" y1=\"{}\" x2=\"{}\" y2=\"{}\" stroke=\"{}\"/>\n", px(x1), px(y1), px(x2), px(y2), stroke);
}

void Svg::path(std::span<const Point> points, const char* stroke) {
  out_ += fmt::format("<path fill=\"none\" stroke=\"{}\" stroke-width=\"2.5\" stroke-linejoin=\"round\" d=\"", stroke);
  const char* move = "M";
  for (const Point& p : points) {
    out_ += fmt::format("{}{} {}", move, px(p.x), px(p.y));
    move = " L";
  }
  out_ += "\"/>\n";
}

void Svg::dot(int x, int y, int radius, const char* fill) {
  out_ += fmt::format("<circle cx=\"{}\" cy=\"{}\" r=\"{}\" fill=\"{}\"/>\n", px(x), px(y), px(radius), fill);
}

void Svg::ring(int x, int y, int radius, const char* stroke, std::string_view said) {
  out_ += fmt::format("<circle cx=\"{}\" cy=\"{}\" r=\"{}\" fill=\"none\" stroke=\"{}\" stroke-width=\"1.5\"{}", px(x), px(y), px(radius),
                      stroke, with_title("circle", said));
}

std::string Svg::done() && { return std::move(out_) + "</svg>\n"; }

std::int64_t tick_step(std::int64_t low, std::int64_t high, int most, std::int64_t least) noexcept {
  std::int64_t power = least;
  for (;; power *= 10)
    for (const int times : {1, 2, 5})
      if ((high - low) / (power * times) <= most) return power * times;
}
std::int64_t tick_below(std::int64_t value, std::int64_t step) noexcept {
  return (value / step - static_cast<std::int64_t>(value % step < 0)) * step;
}
std::int64_t tick_above(std::int64_t value, std::int64_t step) noexcept { return -tick_below(-value, step); }

void Plot::up(Svg& svg, std::int64_t step, const Label& label, std::string_view name) const {
  for (std::int64_t value = tick_above(y.low, step); value <= y.high; value += step) {
    svg.line(x.from, y.at(value), x.to, y.at(value), colour::grid);
    svg.text(x.from - 80, y.at(value) + 40, label(value), {.anchor = "end"});
  }
  svg.line(x.from, y.from, x.from, y.to, colour::ink);
  svg.text(x.from - 750, (y.from + y.to) / 2, name, {.anchor = "middle", .size = 13, .upright = true});
}

void Plot::up_right(Svg& svg, const Axis& other, std::int64_t step, const Label& label, std::string_view name) const {
  for (std::int64_t value = tick_above(other.low, step); value <= other.high; value += step) {
    svg.line(x.to, other.at(value), x.to + 50, other.at(value), colour::ink);
    svg.text(x.to + 90, other.at(value) + 40, label(value));
  }
  svg.line(x.to, y.from, x.to, y.to, colour::ink);
  svg.text(x.to + 850, (y.from + y.to) / 2, name, {.anchor = "middle", .size = 13, .upright = true});
}

void Plot::across(Svg& svg, std::int64_t step, const Label& label, std::string_view name) const {
  svg.line(x.from, y.from, x.to, y.from, colour::ink);
  for (std::int64_t value = tick_above(x.low, step); value <= x.high; value += step) {
    svg.line(x.at(value), y.from, x.at(value), y.from + 50, colour::ink);
    svg.text(x.at(value), y.from + 190, label(value), {.anchor = "middle"});
  }
  svg.text((x.from + x.to) / 2, y.from + 370, name, {.anchor = "middle", .size = 13});
}

void Legend::add(const char* fill, std::string_view name) {
  // Letters of 12 pixels are some 6,3 wide, or less.
  const int wide = 220 + static_cast<int>(letters(name)) * 64 + 160;
  if (x_ != left_ && x_ + wide > to_) {
    x_ = left_;
    y_ += 190;
  }
  svg_.rect(x_, y_ - 100, 150, 110, fill);
  svg_.text(x_ + 210, y_, name);
  x_ += wide;
}

}  // namespace fleks
