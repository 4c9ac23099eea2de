#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include <fleks/words/amounts.hpp>
#include <fleks/words/padding.hpp>
#include <fleks/words/worth_in_words.hpp>

#include "text/decimal.hpp"
#include "words/say.hpp"
#include "words/svg.hpp"

// What each hour is worth as a picture: above, who gets the pay of each hour more; below, what is in hand, with its kinks.

namespace fleks {
namespace {

/// One part of the stack.
struct Part {
  const char* danish;
  const char* english;
  const char* fill;
  Money (*of)(const Extra&);
};

constexpr std::array<Part, 9> parts{{
    {"i hånden", "in hand", colour::green, [](const Extra& e) { return e.in_hand; }},
    {"sparet op til pension", "saved for pension", colour::blue, [](const Extra& e) { return e.pension_saved; }},
    {"taget af fradraget for løn (FLT-8)", "taken by the taper (FLT-8)", colour::amber, [](const Extra& e) { return e.taken_by_taper; }},
    {"taget af lønloftet (FLT-11)", "taken by the ceiling (FLT-11)", colour::red, [](const Extra& e) { return e.taken_by_ceiling; }},
    {"AM-bidrag", "AM-bidrag", colour::grey, [](const Extra& e) { return e.taken_by_am_contribution; }},
    {"skat", "tax", colour::navy, [](const Extra& e) { return e.taken_by_tax; }},
    {"mistet boligsikring", "housing benefit lost", colour::violet, [](const Extra& e) { return e.taken_by_housing_benefit; }},
    {"dyrere dagtilbud", "dearer daycare", colour::teal, [](const Extra& e) { return e.taken_by_daycare; }},
    {"mistet børneydelse", "child benefit lost", colour::brown, [](const Extra& e) { return e.taken_by_child_benefit; }},
}};

constexpr int decimals = 4;  // of a place on the axis: hours, or kroner an hour
constexpr std::int64_t one = 10'000;

std::int64_t whole(const Exact& value) { return value.rounded(Rounding::half_up).value_or(0); }

class Picture {
 public:
  Picture(const WorthOfHours& worth, Language language) : w_(worth), say_(language), l_(language) {
    for (const Extra& e : w_.extras) bars_.push_back(!e.starts_job);
    find_ranges();
  }

  std::string svg() {
    constexpr int width = 960, left = 900, right = 9'350;
    const int list = static_cast<int>((w_.kinks.size() + 1) / 2);
    Svg svg(width, 765 + 20 * list, l_, title(), description());
    svg.text(width * 5, 280, title(), {.anchor = "middle", .size = 18});
    Legend legend(svg, left, 560, right);
    for (std::size_t p = 0; p < parts.size(); ++p)
      if (is_drawn(p)) legend.add(parts[p].fill, say_.text(parts[p].danish, parts[p].english));

    const Plot above{{first_, last_, left, right}, {stack_low_, stack_high_, 4'000, 950}};
    above.up(
        svg, stack_step_, [this](std::int64_t oere) { return kroner_label(oere); }, say_.text("kr. om måneden", "kr. a month"));
    stacks(svg, above);
    above.zero(svg);

    const Plot below{{first_, last_, left, right}, {hand_low_, hand_high_, 7'000, 4'400}};
    below.up(
        svg, hand_step_, [this](std::int64_t oere) { return kroner_label(oere); },
        say_.text("i hånden, kr. om måneden", "in hand, kr. a month"));
    below.across(
        svg, tick_step(first_, last_, 20, one / 10), [this](std::int64_t at) { return localized(decimal_text(at, decimals, 0), l_); },
        x_name());
    curve(svg, below);
    kinks(svg, below);
    for (std::size_t i = 0; i < w_.kinks.size(); ++i)
      svg.text(i % 2 == 0 ? 300 : 5'000, 7'700 + 200 * static_cast<int>(i / 2), kink_text(i));
    return std::move(svg).done();
  }

 private:
  [[nodiscard]] std::int64_t at(const NetRow& r) const { return w_.over_wage ? r.hourly_wage.in_oere() * 100 : r.hours.ten_thousandths(); }
  [[nodiscard]] std::int64_t at(const Kink& k) const { return whole(k.at * Exact::whole(w_.over_wage ? 100 : one)); }
  [[nodiscard]] std::string kroner_label(std::int64_t oere) const { return localized(decimal_text(oere / 100, 0, 0), l_); }

  [[nodiscard]] const char* x_name() const {
    return w_.over_wage        ? say_.text("kroner i timen", "kroner an hour")
           : w_.with_intensity ? say_.text("fremmødetimer om ugen", "hours present a week")
                               : say_.text("timer om ugen", "hours a week");
  }
  [[nodiscard]] std::string title() const {
    const Citizen& c = w_.picture.citizen();
    if (w_.over_wage && !w_.rows.empty())
      return say_("Hvor går en højere timeløn hen? {}, {} om ugen", "Where does a higher hourly wage go? {}, {} a week", c.year,
                  hours(Exact::of(w_.rows.front().hours), l_));
    return say_("Hvor går lønnen for hver ekstra time hen? {}, {} i timen", "Where does the pay of each extra hour go? {}, {} an hour",
                c.year, kroner(c.hourly_wage, l_));
  }
  /// What the picture shows, for those who do not see it.
  [[nodiscard]] std::string description() const {
    std::string text = say_.text("Søjler: hvem der får lønnen for hvert skridt. Kurve: kroner i hånden om måneden.",
                                 "Bars: who gets the pay of each step. Curve: kroner in hand a month.");
    if (w_.rows.empty()) return text;
    const auto point = [&](const NetRow& r) {
      return say_("{} i hånden ved {}", "{} in hand at {}", kroner(r.in_hand, l_), localized(decimal_text(at(r), decimals, 0), l_));
    };
    text += " " + point(w_.rows.front()) + "; " + point(w_.rows.back()) + " " + x_name() + ".";
    for (std::size_t i = 0; i < w_.kinks.size(); ++i) text += " " + kink_text(i) + ".";
    return text;
  }
  [[nodiscard]] std::string kink_text(std::size_t i) const {
    const Kink& k = w_.kinks[i];
    const Exact place = Exact::ratio(whole(Exact::ratio(at(k), 100)), 100);
    return fmt::format("{}. {}{}: {} ({})", i + 1, number(place, l_), w_.over_wage ? " kr." : say_.text(" t", " h"),
                       cause_in_words(k.cause, l_), info(k.rule).id);
  }

  [[nodiscard]] bool is_drawn(std::size_t part) const {
    for (std::size_t i = 0; i < w_.extras.size(); ++i)
      if (bars_[i] && parts[part].of(w_.extras[i]) != Money{}) return true;
    return false;
  }

  void find_ranges() {
    Money low{}, high{};
    std::int64_t step = one;
    std::vector<std::int64_t> in_hand;
    for (std::size_t i = 0; i < w_.extras.size(); ++i) {
      if (!bars_[i]) continue;
      Money up{}, down{};
      for (const Part& part : parts) (part.of(w_.extras[i]) > Money{} ? up : down) += part.of(w_.extras[i]);
      low = std::min(low, down);
      high = std::max(high, up);
      step = std::max<std::int64_t>(1, at(w_.rows[i + 1]) - at(w_.rows[i]));
    }
    for (const NetRow& r : w_.rows)
      if (r.in_job) in_hand.push_back(r.in_hand.in_oere());
    for (const Kink& k : w_.kinks)
      for (const Exact& oere : {k.in_hand, k.in_hand - k.jump}) in_hand.push_back(whole(oere));
    stack_step_ = tick_step(low.in_oere(), high.in_oere(), 8, 100);
    stack_low_ = tick_below(low.in_oere(), stack_step_);
    stack_high_ = std::max(stack_low_ + stack_step_, tick_above(high.in_oere(), stack_step_));
    const auto [least, most] = std::ranges::minmax(in_hand.empty() ? std::vector<std::int64_t>{0} : in_hand);
    hand_step_ = tick_step(least, most, 6, 100);
    hand_low_ = tick_below(least - hand_step_ / 4, hand_step_);
    hand_high_ = tick_above(most + hand_step_ / 4, hand_step_);
    first_ = (w_.rows.empty() ? 0 : at(w_.rows.front())) - step * 4 / 5;
    last_ = (w_.rows.empty() ? 0 : at(w_.rows.back())) + step * 4 / 5;
  }

  /// Stacked from zero: what is gained upwards, what is negative downwards. A bar stands at the hours it leads to.
  void stacks(Svg& svg, const Plot& plot) const {
    for (std::size_t i = 0; i < w_.extras.size(); ++i) {
      if (!bars_[i]) continue;
      const std::int64_t left = at(w_.rows[i]), right = at(w_.rows[i + 1]), half = (right - left) * 9 / 20;
      const int x = plot.x.at(right - half), width = std::max(5, plot.x.at(right + half) - x - 5);
      std::int64_t up = 0, down = 0;
      for (const Part& part : parts) {
        const std::int64_t value = part.of(w_.extras[i]).in_oere();
        if (value == 0) continue;
        std::int64_t& from = value > 0 ? up : down;
        const int top = plot.y.at(std::max(from, from + value)), bottom = plot.y.at(std::min(from, from + value));
        from += value;
        const std::string said = fmt::format("{}: {} {}", localized(decimal_text(right, decimals, 0), l_),
                                             say_.text(part.danish, part.english), kroner(Money::oere(value), l_));
        svg.rect(x, top, width, std::max(1, bottom - top), part.fill, said);
      }
    }
  }

  /// In hand through the rows and both sides of every kink.
  void curve(Svg& svg, const Plot& plot) const {
    std::vector<std::pair<std::int64_t, Exact>> points;
    for (const NetRow& r : w_.rows)
      if (r.in_job) points.emplace_back(at(r), Exact::of(r.in_hand));
    for (const Kink& k : w_.kinks) {
      std::erase_if(points, [&](const auto& p) { return p.first == at(k); });
      points.emplace_back(at(k), k.in_hand - k.jump);
      if (!k.jump.is_zero()) points.emplace_back(at(k), k.in_hand);
    }
    std::ranges::stable_sort(points, {}, &std::pair<std::int64_t, Exact>::first);
    std::vector<Svg::Point> line;
    for (const auto& p : points) line.push_back({plot.x.at(p.first), plot.y.at(whole(p.second))});
    if (!line.empty()) svg.path(line, colour::green);
    for (const NetRow& r : w_.rows)
      if (r.in_job) svg.dot(plot.x.at(at(r)), plot.y.at(r.in_hand.in_oere()), 25, colour::green);
  }

  /// Numbered rings; a number goes where none of those before it is.
  void kinks(Svg& svg, const Plot& plot) const {
    std::vector<Svg::Point> taken;
    for (std::size_t i = 0; i < w_.kinks.size(); ++i) {
      const Kink& k = w_.kinks[i];
      const int x = plot.x.at(at(k)), y = plot.y.at(whole(k.in_hand));
      svg.ring(x, y, 45, colour::ink, kink_text(i));
      Svg::Point place{x, y - 90};
      for (const int up : {-90, 180, -210, 300, -330, 420}) {
        place.y = y + up;
        if (std::ranges::none_of(taken,
                                 [&](const Svg::Point& p) { return std::abs(p.x - place.x) < 160 && std::abs(p.y - place.y) < 115; }))
          break;
      }
      taken.push_back(place);
      svg.text(place.x, place.y, std::to_string(i + 1), {.anchor = "middle"});
    }
  }

  const WorthOfHours& w_;
  Say say_;
  Language l_;
  std::vector<bool> bars_;  // each extra's
  std::int64_t first_ = 0, last_ = 0;
  std::int64_t stack_low_ = 0, stack_high_ = 0, stack_step_ = 1;
  std::int64_t hand_low_ = 0, hand_high_ = 0, hand_step_ = 1;
};

}  // namespace

std::string picture(const WorthOfHours& worth, Language language) { return Picture(worth, language).svg(); }

}  // namespace fleks
