#include <fleks/words/population.hpp>

#include "words/format.hpp"

#include <algorithm>
#include <utility>

#include <fleks/words/amounts.hpp>
#include <fleks/words/message.hpp>
#include <fleks/words/padding.hpp>

#include "text/csv.hpp"
#include "text/decimal.hpp"
#include "words/steps_json.hpp"

namespace fleks {
namespace {

std::string kr(std::int64_t oere) { return to_text(Money::oere(oere)); }
/// Tenths of a per cent as text. Example: -5 is `-0.5`.
std::string tenths(std::int64_t count) { return decimal_text(count, 1, 1); }
std::int64_t per_mille(std::int64_t part, std::int64_t all) { return all == 0 ? 0 : (2000 * part + all) / (2 * all); }

constexpr const char* wage_names[6] = {"-130", "130-150", "150-175", "175-200", "200-250", "250-"};
constexpr const char* hour_names[6] = {"1-5", "6-10", "11-15", "16-20", "21-25", "26-"};

template <class Show>
Json spread(const Counted& counted, Show show) {
  Json deciles = Json::array();
  for (int tenth = 1; tenth <= 9; ++tenth) deciles.push_back(show(counted.decile(tenth)));
  return {{"count", counted.count()}, {"mean", show(counted.mean())}, {"deciles", std::move(deciles)}};
}
Json amounts(const Counted& counted) {
  Json json = spread(counted, kr);
  json["total"] = kr(counted.sum());
  return json;
}
Json classes(const HourClasses& c) {
  return {{"nothing", c.nothing},
          {"under_20_pct", c.under_20},
          {"more", c.more},
          {"nothing_pct", tenths(per_mille(c.nothing, c.count()))},
          {"under_20_pct_pct", tenths(per_mille(c.under_20, c.count()))},
          {"more_pct", tenths(per_mille(c.more, c.count()))}};
}
Json hour(const HourWorth& worth) {
  Json bands = Json::array();
  for (std::size_t w = 0; w < 6; ++w)
    for (std::size_t h = 0; h < 6; ++h)
      if (const auto& c = worth.by_band[w][h]; c.count() != 0) {
        Json row{{"hourly_wage", wage_names[w]}, {"weekly_hours", hour_names[h]}, {"rows", c.count()}};
        row.update(classes(c));
        bands.push_back(std::move(row));
      }
  return {{"kept_pct", spread(worth.share, tenths)},
          {"kept_a_month", amounts(worth.amount)},
          {"shares", classes(worth.all)},
          {"bands", std::move(bands)}};
}

/// What twelve months would be, from the months there are.
std::int64_t a_year(std::int64_t total, const PopulationSummary& s) {
  const auto months = static_cast<std::int64_t>(s.months.size());
  return months == 0 ? 0
                     : (2 * 12 * total + months) / (2 * months) - static_cast<std::int64_t>((2 * 12 * total + months) % (2 * months) < 0);
}
std::int64_t cost(const ReformEffect& e) { return e.subsidy + e.public_atp + e.obligatory_pension - e.tax; }

struct Lines {
  std::string text;
  Language language;
  void title(std::string_view danish, std::string_view english) {
    text += fmt::format("{}{}\n", text.empty() ? "" : "\n", language == Language::danish ? danish : english);
  }
  void line(std::string_view danish, std::string_view english, const std::string& value, const std::string& note = {}) {
    const std::string_view name = language == Language::danish ? danish : english;
    text += fmt::format("  {}{:>22}{}\n", padded(std::string(name) + " ", 44), value, note.empty() ? "" : "  " + note);
  }
  [[nodiscard]] std::string money(std::int64_t oere) const { return amount(Money::oere(oere), language); }
  [[nodiscard]] std::string pct(std::int64_t part, std::int64_t all) const {
    return localized(tenths(per_mille(part, all)), language) + (language == Language::danish ? " pct." : " per cent");
  }
  void deciles(const Counted& counted, bool money_too) {
    text += "   ";
    for (int tenth = 1; tenth <= 9; ++tenth)
      text += fmt::format("{:>10}", money_too ? localized(std::to_string(counted.decile(tenth) / 100), language)
                                              : localized(tenths(counted.decile(tenth)), language));
    text += '\n';
  }
  void hour(const HourWorth& worth) {
    const auto n = worth.all.count();
    line("giver intet", "gives nothing", std::to_string(worth.all.nothing), pct(worth.all.nothing, n));
    line("giver under 20 pct. af lønnen", "gives less than 20 per cent of the pay", std::to_string(worth.all.under_20),
         pct(worth.all.under_20, n));
    line("giver mere", "gives more", std::to_string(worth.all.more), pct(worth.all.more, n));
    line("deciler, pct. af timens løn", "deciles, per cent of the hour's pay", "");
    deciles(worth.share, false);
    line("giver intet, pct. efter timeløn og ugentlige timer", "gives nothing, per cent by hourly pay and weekly hours", "");
    text += fmt::format("  {:>10}", "");
    for (const char* name : hour_names) text += fmt::format("{:>10}", name);
    text += '\n';
    for (std::size_t w = 0; w < 6; ++w) {
      text += fmt::format("  {:>10}", wage_names[w]);
      for (std::size_t h = 0; h < 6; ++h) {
        const auto& c = worth.by_band[w][h];
        text += fmt::format("{:>10}", c.count() == 0 ? "" : localized(tenths(per_mille(c.nothing, c.count())), language));
      }
      text += '\n';
    }
  }
};

/// Bars of a distribution from `from` to `to` in `bars` steps; what lies outside is in the first or the last.
void bars(std::string& svg, const Counted& counted, std::int64_t from, std::int64_t to, int count, int top, const char* colour,
          const std::string& title, const std::string& left, const std::string& right) {
  constexpr int width = 720, height = 150, margin = 40;
  std::vector<std::int64_t> heights(static_cast<std::size_t>(count));
  for (std::size_t i = 0; i < counted.bins().size(); ++i) {
    const std::int64_t value = counted.low() + static_cast<std::int64_t>(i) * counted.width();
    const std::int64_t at = value < from ? 0 : (value - from) * count / (to - from);
    heights[static_cast<std::size_t>(std::clamp<std::int64_t>(at, 0, count - 1))] += counted.bins()[i];
  }
  const std::int64_t highest = std::max<std::int64_t>(1, *std::max_element(heights.begin(), heights.end()));
  svg += fmt::format("<text x=\"{}\" y=\"{}\" font-weight=\"bold\">{}</text>\n", margin, top, title);
  for (int i = 0; i < count; ++i) {
    const auto high = heights[static_cast<std::size_t>(i)] * height / highest;
    svg +=
        fmt::format("<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" fill=\"{}\"><title>{}</title></rect>\n", margin + i * width / count,
                    top + 15 + height - high, width / count - 1, high, colour, heights[static_cast<std::size_t>(i)]);
  }
  const int base = top + 15 + height;
  svg += fmt::format("<line x1=\"{0}\" y1=\"{1}\" x2=\"{2}\" y2=\"{1}\" stroke=\"#444\"/>\n", margin, base, margin + width);
  svg += fmt::format("<text x=\"{}\" y=\"{}\">{}</text><text x=\"{}\" y=\"{}\" text-anchor=\"end\">{}</text>\n", margin, base + 18, left,
                     margin + width, base + 18, right);
}

}  // namespace

std::string to_json(const PopulationSummary& s, const RateTable& rates) {
  Json json = result_json(rates);
  json.update({{"rows", s.rows},
               {"months", s.months.size()},
               {"without_subsidy", s.without_subsidy},
               {"cut_by_ceiling", s.cut_by_ceiling},
               {"without_known_ceiling", s.without_known_ceiling},
               {"above_threshold", s.above_threshold},
               {"fleksloentilskud", amounts(s.subsidy)},
               {"payout", amounts(s.payout)},
               {"own_atp", kr(s.own_atp)},
               {"obligatory_pension", kr(s.obligatory_pension)},
               {"public_atp", s.public_atp_known == 0 ? Json() : Json(kr(s.public_atp))},
               {"rows_with_known_paid_hours", s.public_atp_known}});
  json["one_more_hour"] =
      s.gross ? Json{{"gross", hour(*s.gross)}, {"in_hand", s.in_hand->all.count() == 0 ? Json() : hour(*s.in_hand)}} : Json();
  Json reforms = Json::array();
  for (const ReformEffect& e : s.reforms) {
    Json reform{{"id", e.id},
                {"title", e.title},
                {"winners", e.winners},
                {"losers", e.losers},
                {"unchanged", e.unchanged},
                {"gained", kr(e.gained)},
                {"lost", kr(e.lost)},
                {"payout_difference", spread(e.difference, kr)},
                {"cost_a_year",
                 {{"subsidy", kr(a_year(e.subsidy, s))},
                  {"public_atp", kr(a_year(e.public_atp, s))},
                  {"obligatory_pension", kr(a_year(e.obligatory_pension, s))},
                  {"tax", kr(a_year(-e.tax, s))},
                  {"total", kr(a_year(cost(e), s))}}}};
    reform["one_more_hour"] = e.gross.all.count() == 0
                                  ? Json()
                                  : Json{{"gross", hour(e.gross)}, {"in_hand", e.in_hand.all.count() == 0 ? Json() : hour(e.in_hand)}};
    reforms.push_back(std::move(reform));
  }
  json["reforms"] = std::move(reforms);
  return json.dump(2) + "\n";
}

std::string table(const PopulationSummary& s, Language language) {
  Lines t{{}, language};
  t.title("Befolkningen", "The population");
  t.line("rækker (borger og måned)", "rows (citizen and month)", std::to_string(s.rows));
  t.line("uden tilskud", "without subsidy", std::to_string(s.without_subsidy), t.pct(s.without_subsidy, s.rows));
  t.line("skåret af lønloftet", "cut by the ceiling", std::to_string(s.cut_by_ceiling), t.pct(s.cut_by_ceiling, s.rows));
  t.line("over grænsen på de 30 pct.", "above the threshold", std::to_string(s.above_threshold), t.pct(s.above_threshold, s.rows));
  t.line("uden kendt lønloft", "without a known ceiling", std::to_string(s.without_known_ceiling), t.pct(s.without_known_ceiling, s.rows));
  t.line("fleksløntilskud i alt, kr.", "fleksløntilskud in all, DKK", t.money(s.subsidy.sum()));
  t.line("  gennemsnit, kr.; deciler", "  mean, DKK; deciles", t.money(s.subsidy.mean()));
  t.deciles(s.subsidy, true);
  t.line("udbetalt i alt, kr.", "paid out in all, DKK", t.money(s.payout.sum()));
  t.line("  gennemsnit, kr.; deciler", "  mean, DKK; deciles", t.money(s.payout.mean()));
  t.deciles(s.payout, true);
  t.line("obligatorisk pension, kr.", "obligatorisk pension, DKK", t.money(s.obligatory_pension));
  if (s.public_atp_known != 0) t.line("offentligt ATP, kr.", "public ATP, DKK", t.money(s.public_atp));
  if (s.gross) {
    t.title("Én time mere om ugen, løn og tilskud før skat", "One more hour a week, pay and subsidy before tax");
    t.hour(*s.gross);
    if (s.in_hand->all.count() != 0) {
      t.title("Én time mere om ugen, til rådighed efter skat (gennemsnitskommune)",
              "One more hour a week, in hand after tax (average municipality)");
      t.hour(*s.in_hand);
    }
  }
  for (const ReformEffect& e : s.reforms) {
    t.title(e.id + ": " + e.title, e.id + ": " + e.title);
    t.line("vindere (rækker)", "winners (rows)", std::to_string(e.winners), t.pct(e.winners, s.rows));
    t.line("tabere (rækker)", "losers (rows)", std::to_string(e.losers), t.pct(e.losers, s.rows));
    t.line("forskel i udbetaling, gennemsnit kr. om måneden", "difference in payout, mean DKK a month", t.money(e.difference.mean()));
    t.line("udgift om året, kr.: tilskud", "cost a year, DKK: subsidy", t.money(a_year(e.subsidy, s)));
    t.line("  offentligt ATP", "  public ATP", t.money(a_year(e.public_atp, s)));
    t.line("  obligatorisk pension", "  obligatorisk pension", t.money(a_year(e.obligatory_pension, s)));
    t.line("  skat (modregnes)", "  tax (deducted)", t.money(a_year(-e.tax, s)));
    t.line("  i alt", "  in all", t.money(a_year(cost(e), s)));
    const auto& worth = e.in_hand.all.count() != 0 ? e.in_hand : e.gross;
    if (worth.all.count() != 0)
      t.line("en time mere giver intet", "one more hour gives nothing", std::to_string(worth.all.nothing),
             t.pct(worth.all.nothing, worth.all.count()));
  }
  return std::move(t.text);
}

std::string picture(const PopulationSummary& s, Language language) {
  const bool danish = language == Language::danish;
  const bool with_hour = s.gross.has_value();
  std::string svg = fmt::format(
      "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"800\" height=\"{}\" font-family=\"sans-serif\" font-size=\"13\">\n"
      "<rect width=\"100%\" height=\"100%\" fill=\"white\"/>\n",
      with_hour ? 660 : 240);
  bars(svg, s.subsidy, 0, 2'400'000, 48, 30, "#2b6ca3", danish ? "Fleksløntilskud om måneden, kr." : "Fleksløntilskud a month, DKK", "0",
       danish ? "24.000" : "24,000");
  if (with_hour) {
    bars(svg, s.gross->share, -500, 1'000, 50, 240, "#6a9a3a",
         danish ? "Én time mere: løn og tilskud før skat, pct. af timens løn"
                : "One more hour: pay and subsidy before tax, per cent of the hour's pay",
         "-50", "100");
    bars(svg, s.in_hand->share, -500, 1'000, 50, 450, "#b8622c",
         danish ? "Én time mere: til rådighed efter skat, pct. af timens løn"
                : "One more hour: in hand after tax, per cent of the hour's pay",
         "-50", "100");
  }
  return svg + "</svg>\n";
}

std::string bad_rows_header(std::string_view header, const TableLayout& layout) {
  header = without_byte_order_mark(header);
  std::string text;
  if (layout.form().names_separator) {
    const std::size_t first_line = header.find('\n') + 1;
    text = header.substr(0, first_line);
    header.remove_prefix(first_line);
  }
  while (header.ends_with('\r')) header.remove_suffix(1);
  return text + "line" + layout.separator() + "reason" + layout.separator() + std::string(header) + "\n";
}

std::string bad_row_line(const BadRow& row, const TableLayout& layout, Language language) {
  Error error = row.error;
  const std::string line = std::to_string(std::exchange(error.line, 0));
  return line + layout.separator() + csv_quoted(message(error, language)) + layout.separator() + row.row + "\n";
}

}  // namespace fleks
