#include "words/svg.hpp"

#include <doctest/doctest.h>

#include <cmath>

// What pictures are drawn with: ticks, axes, texts that cannot be tags, and colours that everybody can tell apart.

using namespace fleks;

namespace {

bool has(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

/// WCAG 2: relative luminance of `#RRGGBB`.
double luminance(std::string_view colour) {
  const auto channel = [&](std::size_t at) {
    const double c = std::stoi(std::string(colour.substr(at, 2)), nullptr, 16) / 255.0;
    return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
  };
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
}

}  // namespace

TEST_CASE("ticks are 1, 2 or 5 times a power of ten, few enough, and hold every value") {
  CHECK(tick_step(0, 10, 10) == 1);
  CHECK(tick_step(0, 11, 10) == 2);
  CHECK(tick_step(0, 22, 10) == 5);
  CHECK(tick_step(-60, 0, 10) == 10);
  CHECK(tick_step(0, 3, 10, 100) == 100);
  CHECK(tick_step(0, 2'400'000, 5) == 500'000);
  CHECK(tick_below(-1, 5) == -5);
  CHECK(tick_below(-5, 5) == -5);
  CHECK(tick_below(4, 5) == 0);
  CHECK(tick_above(1, 5) == 5);
  CHECK(tick_above(-4, 5) == 0);
  CHECK(tick_above(10, 5) == 10);
}

TEST_CASE("an axis puts its ends at its ends, upwards too, and one value at its beginning") {
  const Axis across{100, 200, 900, 1'900}, up{0, 10, 4'000, 1'000}, point{7, 7, 50, 90};
  CHECK(across.at(100) == 900);
  CHECK(across.at(150) == 1'400);
  CHECK(across.at(200) == 1'900);
  CHECK(up.at(0) == 4'000);
  CHECK(up.at(10) == 1'000);
  CHECK(point.at(7) == 50);
}

TEST_CASE("a page says what it is to a screen reader, in its language, and no text on it can be a tag") {
  Svg svg(200, 100, Language::danish, "Løn <b> & \"løft\"", "To søjler\x1b[31m");
  svg.text(10, 25, "<script>");
  svg.rect(0, 5, 100, 20, colour::red, "12 & 13");
  svg.ring(5, 5, 45, colour::ink);
  const std::string text = std::move(svg).done();
  CHECK(
      text.starts_with("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"200\" height=\"100\" viewBox=\"0 0 200 100\" role=\"img\" "
                       "lang=\"da\" xml:lang=\"da\" aria-labelledby=\"title description\""));
  CHECK(has(text, "<title id=\"title\">Løn &lt;b&gt; &amp; &quot;løft&quot;</title>\n<desc id=\"description\">To søjler[31m</desc>"));
  CHECK(has(text, "<text x=\"1\" y=\"2.5\" font-size=\"12\" fill=\"#222222\">&lt;script&gt;</text>"));
  CHECK(has(text, "<rect x=\"0\" y=\"0.5\" width=\"10\" height=\"2\" fill=\"#9F2A00\"><title>12 &amp; 13</title></rect>"));
  CHECK(has(text, "<circle cx=\"0.5\" cy=\"0.5\" r=\"4.5\" fill=\"none\" stroke=\"#222222\" stroke-width=\"1.5\"/>"));
  CHECK(text.ends_with("</svg>\n"));
}

TEST_CASE("every colour of what is drawn has a contrast of 3:1 against the white page, every text 7:1") {
  for (const char* each : {colour::green, colour::blue, colour::amber, colour::red, colour::grey, colour::navy, colour::violet}) {
    CAPTURE(each);
    CHECK(1.05 / (luminance(each) + 0.05) >= 3.0);
  }
  CHECK(1.05 / (luminance(colour::ink) + 0.05) >= 7.0);
}
