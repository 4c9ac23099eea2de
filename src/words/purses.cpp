#include <algorithm>
#include <array>

#include <fleks/words/amounts.hpp>
#include <fleks/words/padding.hpp>
#include <fleks/words/worth_in_words.hpp>

#include "text/decimal.hpp"
#include "words/purses.hpp"
#include "words/say.hpp"
#include "words/sheet.hpp"
#include "words/svg.hpp"

// The purses of municipality and state beside the citizen's, row by row.

namespace fleks {
namespace {

/// What an hour more puts in each purse; their sum is what the employer pays more.
struct Change {
  Money employer{}, in_hand{}, pension{}, municipality{}, state{};
};
Change change(const WorthOfHours& w, std::size_t i) {
  const RowPurses &now = w.purses[i], &before = w.purses[i - 1];
  return {now.employer - before.employer, w.rows[i].in_hand - w.rows[i - 1].in_hand, w.rows[i].pension_saved - w.rows[i - 1].pension_saved,
          now.municipality - before.municipality, now.state - before.state};
}

std::string place(const WorthOfHours& w, const NetRow& r, Language language) {
  std::string where = w.over_wage ? amount(r.hourly_wage, language) : number(Exact::of(r.hours), language);
  if (w.is_course) where += "@" + number(Exact::of(r.intensity) * Exact::whole(100), language);
  return where;
}

struct Purse {
  const char* danish;
  const char* english;
  const char* fill;
  Money Change::*of;
};
constexpr std::array<Purse, 4> purses{{{"borgeren, i hånden", "the citizen, in hand", colour::green, &Change::in_hand},
                                       {"pension", "pension", colour::blue, &Change::pension},
                                       {"kommunen", "the municipality", colour::amber, &Change::municipality},
                                       {"staten", "the state", colour::navy, &Change::state}}};

}  // namespace

Json purses_json(const WorthOfHours& w, std::size_t i) {
  const RowPurses& p = w.purses[i];
  Json change_json = nullptr;
  if (i > 0) {
    const Change c = change(w, i);
    change_json = {{"employer", to_text(c.employer)}, {"municipality", to_text(c.municipality)}, {"state", to_text(c.state)}};
  }
  return {{"employer", to_text(p.employer)},
          {"refund", to_text(p.refund)},
          {"fleksbidrag", to_text(p.fleksbidrag)},
          {"municipal_tax", to_text(p.municipal_tax)},
          {"kept_tax", to_text(p.kept_tax)},
          {"municipality", to_text(p.municipality)},
          {"state", to_text(p.state)},
          {"change", std::move(change_json)}};
}

std::string purses_csv_heading() { return ",employer,refund,fleksbidrag,kept_tax,municipality,state,extra_municipality,extra_state"; }
std::string purses_csv(const WorthOfHours& w, std::size_t i) {
  const RowPurses& p = w.purses[i];
  std::string out;
  for (const Money m : {p.employer, p.refund, p.fleksbidrag, p.kept_tax, p.municipality, p.state}) out += "," + to_text(m);
  if (i == 0) return out + ",,";
  const Change c = change(w, i);
  return out + "," + to_text(c.municipality) + "," + to_text(c.state);
}

std::string purses_table(const WorthOfHours& w, Language l) {
  const Say say(l);
  const auto columns = [](const std::array<std::string, 8>& cells) {
    std::string text = padded_left(cells[0], 8);
    for (std::size_t i = 1; i < cells.size(); ++i) text += padded_left(cells[i], 12);
    return text + "\n";
  };
  std::string out = std::string("\n") +
                    say.text("Fire punge: hvad arbejdsgiveren betaler, og hvem der får det (kr. om måneden)",
                             "Four purses: what the employer pays, and who gets it (kr. a month)") +
                    "\n";
  out += columns({w.over_wage ? say.text("Kroner", "Kroner") : say.text("Timer", "Hours"), say.text("Arbejdsg.", "Employer"),
                  say.text("Borger", "Citizen"), "Pension", say.text("Kommune", "Municip."), say.text("Stat", "State"),
                  say.text("Mere til", "More to"), say.text("Mere til", "More to")});
  out += columns({"", "", "", "", "", "", say.text("kommune", "municip."), say.text("stat", "state")});
  for (std::size_t i = 0; i < w.rows.size() && i < w.purses.size(); ++i) {
    const RowPurses& p = w.purses[i];
    const Change c = i == 0 ? Change{} : change(w, i);
    out +=
        columns({place(w, w.rows[i], l), amount(p.employer, l), amount(w.rows[i].in_hand, l), amount(w.rows[i].pension_saved, l),
                 amount(p.municipality, l), amount(p.state, l), i == 0 ? "" : amount(c.municipality, l), i == 0 ? "" : amount(c.state, l)});
  }
  const auto line = [&](const std::string& text) { out += wrapped("- " + text, 2, text_columns) + "\n"; };
  out += "\n";
  line(
      say("Arbejdsgiverens løn, pension og ATP er præcis summen af de fire punge i hver række. Kommunen og staten betaler, hvor der står "
          "minus.",
          "The employer's pay, pension and ATP are exactly the sum of the four purses in each row. Municipality and state pay where there "
          "is a minus."));
  line(say(
      "Refusionen er efter uge {} med ydelser (KOM-1); kommunen antages at beholde {} af kommuneskatten efter udligning (KOM-11). "
      "Kirkeskat og boligsikring står hos staten.",
      "The refund is that of week {} with benefits (KOM-1); the municipality is assumed to keep {} of the municipal tax after equalisation "
      "(KOM-11). Church tax and housing benefit stand with the state.",
      w.benefit_weeks, percent(w.tax_share_kept, l)));
  return out;
}

std::string purses_picture(const WorthOfHours& w, Language l) {
  const Say say(l);
  constexpr int width = 960, left = 900, right = 9'350, top = 950, bottom = 5'200;
  const std::string title = say("Hvem får det, arbejdsgiveren betaler for hver ekstra time? {}, {} i timen",
                                "Who gets what the employer pays for each extra hour? {}, {} an hour", w.picture.citizen().year,
                                kroner(w.picture.citizen().hourly_wage, l));
  std::int64_t low = 0, high = 100'00;
  std::string described = say.text("Søjler: hvad hver ekstra time lægger i hver pung.", "Bars: what each extra hour puts in each purse.");
  for (std::size_t i = 1; i < w.rows.size(); ++i) {
    const Change c = change(w, i);
    std::int64_t up = 0, down = 0;
    for (const Purse& p : purses) ((c.*p.of).in_oere() > 0 ? up : down) += (c.*p.of).in_oere();
    high = std::max(high, up);
    low = std::min(low, down);
  }
  Svg svg(width, 600, l, title, described);
  svg.text(width * 5, 280, title, {.anchor = "middle", .size = 16});
  Legend legend(svg, left, 560, right);
  for (const Purse& p : purses) legend.add(p.fill, say.text(p.danish, p.english));
  const std::int64_t step = tick_step(low, high, 10, 100'00);
  const auto count = static_cast<std::int64_t>(w.rows.size());
  const Plot plot{{0, std::max<std::int64_t>(1, count - 1), left, right}, {tick_below(low, step), tick_above(high, step), bottom, top}};
  plot.up(
      svg, step, [&](std::int64_t oere) { return localized(decimal_text(oere / 100, 0, 0), l); },
      say.text("kr. om måneden", "kr. a month"));
  for (std::int64_t i = 1; i < count; ++i) {
    const Change c = change(w, static_cast<std::size_t>(i));
    const int from = plot.x.at(i - 1), to = plot.x.at(i), gap = std::max(2, (to - from) / 8);
    std::int64_t up = 0, down = 0;
    const std::string at = place(w, w.rows[static_cast<std::size_t>(i)], l);
    for (const Purse& p : purses) {
      const std::int64_t value = (c.*p.of).in_oere();
      std::int64_t& base = value > 0 ? up : down;
      const std::int64_t begin = base, end = base + value;
      svg.rect(from + gap, plot.y.at(std::max(begin, end)), to - from - 2 * gap,
               plot.y.at(std::min(begin, end)) - plot.y.at(std::max(begin, end)), p.fill,
               at + ": " + say.text(p.danish, p.english) + " " + kroner(c.*p.of, l));
      base = end;
    }
    const std::int64_t every = std::max<std::int64_t>(1, (count + 19) / 20);
    if (i % every == 0) svg.text((from + to) / 2, plot.y.from + 190, at, {.anchor = "middle", .size = 11});
  }
  plot.zero(svg);
  svg.text((left + right) / 2, bottom + 420,
           w.over_wage ? say.text("kroner i timen", "kroner an hour") : say.text("timer om ugen", "hours a week"),
           {.anchor = "middle", .size = 13});
  return std::move(svg).done();
}

}  // namespace fleks
