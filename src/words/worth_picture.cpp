#include <algorithm>
#include <array>

#include <fleks/words/amounts.hpp>
#include <fleks/words/worth_in_words.hpp>

#include "words/say.hpp"
#include "words/sheet.hpp"

// The picture as a gnuplot script. Only figures and our own words go into it, so nothing in it can be a command.

namespace fleks {
namespace {

/// One part of the stack, in colours that the colour-blind tell apart (Okabe and Ito).
struct Part {
  const char* danish;
  const char* english;
  const char* colour;
  Money (*of)(const Extra&);
};

constexpr std::array<Part, 7> parts{{
    {"i hånden", "in hand", "#009E73", [](const Extra& e) { return e.in_hand; }},
    {"sparet op til pension", "saved for pension", "#56B4E9", [](const Extra& e) { return e.pension_saved; }},
    {"taget af aftrapningen (FLT-8)", "taken by the taper (FLT-8)", "#E69F00", [](const Extra& e) { return e.taken_by_taper; }},
    {"taget af lønloftet (FLT-11)", "taken by the ceiling (FLT-11)", "#D55E00", [](const Extra& e) { return e.taken_by_ceiling; }},
    {"AM-bidrag", "AM-bidrag", "#999999", [](const Extra& e) { return e.taken_by_am_contribution; }},
    {"skat", "tax", "#0072B2", [](const Extra& e) { return e.taken_by_tax; }},
    {"mistet boligsikring", "housing benefit lost", "#CC79A7", [](const Extra& e) { return e.taken_by_housing_benefit; }},
}};

/// A text between single quotes: one inside it is written twice.
std::string quoted(std::string_view text) {
  std::string out = "'";
  for (const char c : text) out += c == '\'' ? "''" : std::string(1, c);
  return out + "'";
}

std::string plain(const Exact& oere) { return to_text(oere * Exact::ratio(1, 100), 2); }

class Picture {
 public:
  Picture(const WorthOfHours& worth, Language language) : w_(worth), say_(language), l_(language) {}

  std::string script() {
    const std::size_t lines = (w_.kinks.size() + 1) / 2;
    const std::size_t height = 790 + 20 * lines;
    out_ += fmt::format(
        "set terminal svg size 960,{} dynamic enhanced font 'Helvetica,Arial,sans-serif,14' background rgb 'white'\nset encoding utf8\n",
        height);
    if (l_ == Language::danish) out_ += "set decimalsign ','\n";
    for (std::size_t p = 0; p < parts.size(); ++p) block(p);
    curve_block();
    kink_block();
    const auto y = [&](std::size_t from_top) { return fmt::format("{}", 10000 - from_top * 10000 / height); };
    const auto share = [&](std::size_t from_top) {
      const std::string digits = y(from_top);
      return "0." + std::string(4 - std::min<std::size_t>(4, digits.size()), '0') + digits;
    };
    out_ +=
        "set multiplot\nset lmargin at screen 0.10\nset rmargin at screen 0.97\nset grid ytics lc rgb '#dddddd'\nset border 3\nset tics "
        "nomirror\n";
    const auto& rows = w_.rows;
    const std::string from = plain_at(rows.front()), to = plain_at(rows.back());
    out_ += fmt::format("set xrange [{}-0.8:{}+0.8]\n", from, to);

    out_ += fmt::format("set label 1 {} at screen 0.5,{} center font ',18'\n", quoted(title()), share(28));
    out_ += fmt::format("set tmargin at screen {}\nset bmargin at screen {}\n", share(110), share(400));
    out_ += fmt::format("set key at screen 0.97,{} right top horizontal maxrows 2 samplen 1.2 font ',12'\n", share(44));
    out_ += fmt::format("set ylabel {}\nset xzeroaxis lt 1 lc rgb '#000000'\n", quoted(say_.text("kr. om måneden", "kr. a month")));
    out_ += "set style fill solid 0.9 border rgb 'white'\nplot ";
    bool first = true;
    for (std::size_t p = 0; p < parts.size(); ++p) {
      if (!drawn(p)) continue;
      out_ += fmt::format("{}$part{} using 1:2:3:4:5:6 with boxxyerror lc rgb '{}' title {}", first ? "" : ", \\\n     ", p,
                          parts[p].colour, quoted(say_.text(parts[p].danish, parts[p].english)));
      first = false;
    }
    if (first) out_ += "0 notitle";  // nothing to draw: the empty axes
    out_ += "\nunset label 1\n";

    out_ += fmt::format("set tmargin at screen {}\nset bmargin at screen {}\nset key off\nset xlabel {}\n", share(440), share(700),
                        quoted(x_name()));
    out_ += fmt::format("set ylabel {}\nset offsets graph 0, graph 0, graph 0.12, graph 0.08\n",
                        quoted(say_.text("i hånden, kr. om måneden", "in hand, kr. a month")));
    for (std::size_t i = 0; i < w_.kinks.size(); ++i) {
      const Kink& k = w_.kinks[i];
      const Exact at = w_.over_wage ? k.at * Exact::ratio(1, 100) : k.at;
      std::string text =
          fmt::format("{}. {}{}: {} ({})", i + 1,
                      number(Exact::whole((at * Exact::whole(100)).rounded(Rounding::half_up).value_or(0)) / Exact::whole(100), l_),
                      w_.over_wage ? " kr." : say_.text(" t", " h"), cause_in_words(k.cause, l_), info(k.rule).id);
      out_ += fmt::format("set label {} {} at screen {},{} left font ',12'\n", i + 10, quoted(text), i % 2 == 0 ? "0.03" : "0.52",
                          share(785 + 20 * (i / 2)));
    }
    out_ += "plot $curve using 1:2 with lines lw 2.5 lc rgb '#009E73', \\\n     $rows using 1:2 with points pt 7 ps 0.35 lc rgb '#009E73'";
    if (!w_.kinks.empty())
      out_ +=
          ", \\\n     $kinks using 1:2 with points pt 6 ps 0.9 lw 1.5 lc rgb '#000000', \\\n     $kinks using 1:2:3 with labels offset "
          "0,0.9 font ',12' tc rgb '#000000'";
    out_ += "\nunset multiplot\n";
    return std::move(out_);
  }

 private:
  [[nodiscard]] std::string plain_at(const NetRow& r) const { return w_.over_wage ? to_text(r.hourly_wage) : to_text(r.hours); }
  [[nodiscard]] const char* x_name() const {
    return w_.over_wage        ? say_.text("kroner i timen", "kroner an hour")
           : w_.with_intensity ? say_.text("timer til stede om ugen", "hours present a week")
                               : say_.text("timer om ugen", "hours a week");
  }
  [[nodiscard]] std::string title() const {
    const Citizen& c = w_.picture.citizen();
    if (w_.over_wage)
      return say_("Hvor går en højere timeløn hen? {}, {} om ugen", "Where does a higher hourly wage go? {}, {} a week", c.year,
                  hours(Exact::of(w_.rows.front().hours), l_));
    return say_("Hvor går lønnen for hver ekstra time hen? {}, {} i timen", "Where does the pay of each extra hour go? {}, {} an hour",
                c.year, kroner(c.hourly_wage, l_));
  }
  [[nodiscard]] bool drawn(std::size_t part) const {
    return std::any_of(w_.extras.begin(), w_.extras.end(), [&](const Extra& e) { return !e.starts_job && parts[part].of(e) != Money{}; });
  }

  /// Stacked from zero: what is gained upwards, what is negative downwards.
  void block(std::size_t part) {
    if (!drawn(part)) return;
    out_ += fmt::format("$part{} << EOD\n", part);
    for (std::size_t i = 0; i < w_.extras.size(); ++i) {
      const Extra& e = w_.extras[i];
      if (e.starts_job) continue;
      Money above{}, below{};
      for (std::size_t p = 0; p < part; ++p) (parts[p].of(e) > Money{} ? above : below) += parts[p].of(e);
      const Money value = parts[part].of(e), from = value > Money{} ? above : below, to = from + value;
      const Exact left = at(w_.rows[i]), right = at(w_.rows[i + 1]), middle = (left + right) * Exact::ratio(1, 2);
      const Exact half = (right - left) * Exact::ratio(9, 20), place = middle + (right - left) * Exact::ratio(1, 2);
      out_ += fmt::format("{} {} {} {} {} {}\n", to_text(place, 4), to_text(std::min(from, to)), to_text(place - half, 4),
                          to_text(place + half, 4), to_text(std::min(from, to)), to_text(std::max(from, to)));
    }
    out_ += "EOD\n";
  }

  [[nodiscard]] Exact at(const NetRow& r) const {
    return w_.over_wage ? Exact::of(r.hourly_wage) * Exact::ratio(1, 100) : Exact::of(r.hours);
  }

  /// In hand through the rows and both sides of every kink.
  void curve_block() {
    struct Point {
      Exact x, y;
    };
    std::vector<Point> points;
    for (const NetRow& r : w_.rows)
      if (r.in_job) points.push_back({at(r), Exact::of(r.in_hand)});
    const auto scaled = [&](const Exact& x) { return w_.over_wage ? x * Exact::ratio(1, 100) : x; };
    for (const Kink& k : w_.kinks) {
      std::erase_if(points, [&](const Point& p) { return p.x == scaled(k.at); });
      points.push_back({scaled(k.at), k.in_hand - k.jump});
      if (!k.jump.is_zero()) points.push_back({scaled(k.at), k.in_hand});
    }
    std::stable_sort(points.begin(), points.end(), [](const Point& a, const Point& b) { return a.x < b.x; });
    out_ += "$curve << EOD\n";
    for (const Point& p : points) out_ += fmt::format("{} {}\n", to_text(p.x, 6), plain(p.y));
    out_ += "EOD\n$rows << EOD\n";
    for (const NetRow& r : w_.rows)
      if (r.in_job) out_ += fmt::format("{} {}\n", to_text(at(r), 4), to_text(r.in_hand));
    out_ += "EOD\n";
  }

  void kink_block() {
    if (w_.kinks.empty()) return;
    out_ += "$kinks << EOD\n";
    for (std::size_t i = 0; i < w_.kinks.size(); ++i) {
      const Kink& k = w_.kinks[i];
      out_ += fmt::format("{} {} {}\n", to_text(w_.over_wage ? k.at * Exact::ratio(1, 100) : k.at, 6), plain(k.in_hand), i + 1);
    }
    out_ += "EOD\n";
  }

  const WorthOfHours& w_;
  Say say_;
  Language l_;
  std::string out_;
};

}  // namespace

std::string picture_script(const WorthOfHours& worth, Language language) { return Picture(worth, language).script(); }

}  // namespace fleks
