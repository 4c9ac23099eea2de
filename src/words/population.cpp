#include <fleks/words/population.hpp>

#include "words/format.hpp"

#include <algorithm>
#include <utility>
#include <vector>

#include <fleks/text/shown.hpp>
#include <fleks/words/amounts.hpp>
#include <fleks/words/message.hpp>
#include <fleks/words/padding.hpp>

#include "text/csv.hpp"
#include "text/decimal.hpp"
#include "words/say.hpp"
#include "words/steps_json.hpp"
#include "words/svg.hpp"

namespace fleks {
namespace {

std::string kr(std::int64_t oere) { return to_text(Money::oere(oere)); }
/// Tenths of a per cent as text. Example: -5 is `-0.5`.
std::string tenths(std::int64_t count) { return decimal_text(count, 1, 1); }
std::int64_t per_mille(std::int64_t part, std::int64_t all) {
  return all == 0 ? 0 : static_cast<std::int64_t>((2000 * int128{part} + all) / (2 * int128{all}));
}

/// A sum of øre, or of pieces of them.
Exact oere(int128 sum, std::int64_t pieces) {
  constexpr int bits = 62;
  const Exact low = Exact::whole(static_cast<std::int64_t>(sum & ((int128{1} << bits) - 1)));
  return (Exact::whole(static_cast<std::int64_t>(sum >> bits)) * Exact::whole(std::int64_t{1} << bits) + low) * Exact::ratio(1, pieces);
}

/// How counts and sums of a population are written: a row counts as 1, or by its weight in pieces.
struct Written {
  std::int64_t pieces;
  [[nodiscard]] std::string text(std::int64_t count) const { return decimal_text(count, pieces == 1 ? 0 : 4, 0); }
  [[nodiscard]] Json count(std::int64_t rows) const { return pieces == 1 ? Json(rows) : Json(text(rows)); }
  [[nodiscard]] std::string kr(int128 sum) const { return to_kroner_text(oere(sum, pieces)); }
};

/// As in JSON; `band` says them in words.
constexpr const char* wage_names[6] = {"-130", "130-150", "150-175", "175-200", "200-250", "250-"};
constexpr const char* hour_names[6] = {"1-5", "6-10", "11-15", "16-20", "21-25", "26-"};

template <class Show>
Json spread(const Counted& counted, Written as, Show show) {
  Json deciles = Json::array();
  // Of nothing there is no mean.
  const bool none = counted.count() == 0;
  for (int tenth = 1; tenth <= 9 && !none; ++tenth) deciles.push_back(show(counted.decile(tenth)));
  return {{"count", as.count(counted.count())}, {"mean", none ? Json() : Json(show(counted.mean()))}, {"deciles", std::move(deciles)}};
}
Json amounts(const Counted& counted, Written as) {
  Json json = spread(counted, as, kr);
  json["total"] = as.kr(counted.sum());
  return json;
}
Json classes(const HourClasses& c, Written as) {
  return {{"nothing", as.count(c.nothing)},
          {"under_20_pct", as.count(c.under_20)},
          {"more", as.count(c.more)},
          {"nothing_pct", tenths(per_mille(c.nothing, c.count()))},
          {"under_20_pct_pct", tenths(per_mille(c.under_20, c.count()))},
          {"more_pct", tenths(per_mille(c.more, c.count()))}};
}
Json hour(const HourWorth& worth, Written as) {
  Json bands = Json::array();
  for (std::size_t w = 0; w < 6; ++w)
    for (std::size_t h = 0; h < 6; ++h)
      if (const auto& c = worth.by_band[w][h]; c.count() != 0) {
        Json row{{"hourly_wage", wage_names[w]}, {"weekly_hours", hour_names[h]}, {"rows", as.count(c.count())}};
        row.update(classes(c, as));
        bands.push_back(std::move(row));
      }
  return {{"kept_pct", spread(worth.share, as, tenths)},
          {"kept_a_month", amounts(worth.amount, as)},
          {"shares", classes(worth.all, as)},
          {"bands", std::move(bands)}};
}

/// A column of the net picture: kroner, or per cent with two decimals.
bool is_share(NetColumn column) { return column >= NetColumn::emtr_hour; }
Json tally(const Tally& t, NetColumn column, Written as) {
  const auto show = [column](std::int64_t value) { return is_share(column) ? decimal_text(value, 2, 2) : kr(value); };
  Json deciles = Json::array();
  for (int tenth = 1; tenth <= 9 && t.count() != 0; ++tenth) deciles.push_back(show(t.decile(tenth)));
  return {{"rows", as.count(t.count())}, {"mean", t.count() == 0 ? Json() : Json(show(t.mean()))}, {"deciles", std::move(deciles)}};
}
constexpr const char* family_names[3] = {"no_children", "children", "single_parent"};
Json net_json(const NetSpread& s, Written as) {
  Json j{{"column", to_text(s.column)}, {"unit", is_share(s.column) ? "pct" : "kr"}};
  j.update(tally(s.all, s.column, as));
  const auto group = [&](Json& list, const char* what, std::string_view name, const Tally& t) {
    if (t.count() == 0) return;
    Json row{{what, name}};
    row.update(tally(t, s.column, as));
    list.push_back(std::move(row));
  };
  Json municipalities = Json::array(), wages = Json::array(), families = Json::array();
  for (const auto& [name, t] : s.by_municipality) group(municipalities, "municipality", name, t);
  for (std::size_t i = 0; i < s.by_wage.size(); ++i) group(wages, "hourly_wage", wage_names[i], s.by_wage[i]);
  for (std::size_t i = 0; i < s.by_family.size(); ++i) group(families, "family", family_names[i], s.by_family[i]);
  j["by_municipality"] = std::move(municipalities);
  j["by_hourly_wage"] = std::move(wages);
  j["by_family"] = std::move(families);
  return j;
}

/// What twelve months would be, from the months there are, in whole øre.
Exact a_year(int128 total, const PopulationSummary& s) {
  const auto months = static_cast<std::int64_t>(s.months.size());
  return months == 0 ? Exact{} : (oere(total, s.pieces()) * Exact::ratio(12, months)).whole_part_exact(Rounding::half_up);
}
std::string kr_a_year(int128 total, const PopulationSummary& s) { return to_kroner_text(a_year(total, s)); }
int128 cost(const ReformEffect& e) { return e.subsidy + e.public_atp + e.obligatory_pension - e.tax; }

std::string band(std::string_view name, Language language) {
  const bool danish = language == Language::danish;
  if (name.starts_with('-')) return (danish ? "under " : "below ") + std::string(name.substr(1));
  if (name.ends_with('-')) return (danish ? "fra " : "from ") + std::string(name.substr(0, name.size() - 1));
  return std::string(name);
}

struct Lines {
  std::string text;
  Language language;
  Written as;
  void title(std::string_view danish, std::string_view english) {
    text += fmt::format("{}{}\n", text.empty() ? "" : "\n", language == Language::danish ? danish : english);
  }
  void line(std::string_view danish, std::string_view english, const std::string& value, const std::string& note = {}) {
    const std::string_view name = language == Language::danish ? danish : english;
    text += fmt::format("  {}{:>20}{}\n", padded(std::string(name) + " ", 46), value, note.empty() ? "" : "  " + note);
  }
  [[nodiscard]] std::string count(std::int64_t rows) const { return localized(as.text(rows), language); }
  [[nodiscard]] std::string money(std::int64_t oere) const { return amount(Money::oere(oere), language); }
  [[nodiscard]] std::string money(const Exact& oere) const { return amount(oere, language); }
  /// Half up to øre.
  [[nodiscard]] std::string sum(int128 total) const { return amount(oere(total, as.pieces).whole_part_exact(Rounding::half_up), language); }
  [[nodiscard]] std::string rows_word() const {
    if (as.pieces == 1) return language == Language::danish ? "rækker" : "rows";
    return language == Language::danish ? "vægtede rækker" : "weighted rows";
  }
  [[nodiscard]] std::string mean(const Counted& counted) const { return counted.count() == 0 ? "-" : money(counted.mean()); }
  [[nodiscard]] std::string pct(std::int64_t part, std::int64_t all) const {
    return localized(tenths(per_mille(part, all)), language) + (language == Language::danish ? " pct." : " per cent");
  }
  void deciles(const Counted& counted, bool money_too) {
    if (counted.count() == 0) return;
    text += "   ";
    for (int tenth = 1; tenth <= 9; ++tenth)
      text += fmt::format("{:>8}", std::to_string(10 * tenth) + (language == Language::danish ? " pct." : " %"));
    text += "\n   ";
    for (int tenth = 1; tenth <= 9; ++tenth)
      text += fmt::format("{:>8}", money_too ? localized(std::to_string(counted.decile(tenth) / 100), language)
                                             : localized(tenths(counted.decile(tenth)), language));
    text += '\n';
  }
  void deciles(const Tally& tally, bool money) {
    if (tally.count() == 0) return;
    text += "   ";
    for (int tenth = 1; tenth <= 9; ++tenth)
      text += fmt::format("{:>10}",
                          localized(money ? std::to_string(tally.decile(tenth) / 100) : decimal_text(tally.decile(tenth), 2, 1), language));
    text += '\n';
  }
  void net(const std::vector<NetSpread>& columns) {
    title("Nettobilledet: gennemsnit og deciler", "The net picture: mean and deciles");
    for (const NetSpread& n : columns) {
      const std::string name(to_text(n.column)), mean = n.all.count() == 0   ? "-"
                                                        : is_share(n.column) ? localized(decimal_text(n.all.mean(), 2, 2), language)
                                                                             : money(n.all.mean());
      line(name + (is_share(n.column) ? ", pct." : ", kr."), name + (is_share(n.column) ? ", per cent" : ", DKK"), mean);
      deciles(n.all, !is_share(n.column));
    }
  }
  void hour(const HourWorth& worth) {
    const auto n = worth.all.count();
    line("giver intet", "gives nothing", count(worth.all.nothing), pct(worth.all.nothing, n));
    line("giver under 20 pct. af lønnen", "gives less than 20 per cent of the pay", count(worth.all.under_20), pct(worth.all.under_20, n));
    line("giver mere", "gives more", count(worth.all.more), pct(worth.all.more, n));
    line("deciler, pct. af timens løn", "deciles, per cent of the hour's pay", "");
    deciles(worth.share, false);
    line("giver intet, pct. efter timeløn og ugentlige timer", "gives nothing, per cent by hourly pay and weekly hours", "");
    text += fmt::format("  {:>10}", "");
    for (const char* name : hour_names) text += fmt::format("{:>10}", band(name, language));
    text += '\n';
    for (std::size_t w = 0; w < 6; ++w) {
      text += fmt::format("  {:>10}", band(wage_names[w], language));
      for (std::size_t h = 0; h < 6; ++h) {
        const auto& c = worth.by_band[w][h];
        text += fmt::format("{:>10}", c.count() == 0 ? "" : localized(tenths(per_mille(c.nothing, c.count())), language));
      }
      text += '\n';
    }
  }
};

/// A distribution as bars of equal width, each with how many it has: upwards counts at the left and shares at the right.
class Bars {
 public:
  /// From `from` to `to` in `count` bars. A value on the border of two is in the one below it where `up_to`, else in the one
  /// above; what lies outside is in the first or the last.
  Bars(const Counted& counted, std::int64_t from, std::int64_t to, int count, bool up_to)
      : all_(counted.count()), from_(from), width_((to - from) / count), heights_(static_cast<std::size_t>(count)) {
    for (std::size_t i = 0; i < counted.bins().size(); ++i) {
      const std::int64_t value = counted.low() + static_cast<std::int64_t>(i) * counted.width() - from - (up_to ? 1 : 0);
      const std::int64_t at = value < 0 ? 0 : value / width_;
      heights_[static_cast<std::size_t>(std::min<std::int64_t>(at, count - 1))] += counted.bins()[i];
    }
    highest_ = std::max<std::int64_t>(1, *std::ranges::max_element(heights_));
  }

  struct Words {
    std::string title, across, unit;       // the unit of what is said of a bar
    std::int64_t tick, one;                // of the axis; what is one of its unit
    const char* (*fill)(std::int64_t to);  // by the end of a bar
  };
  void draw(Svg& svg, int top, const Words& words, const Lines& t) const {
    const bool danish = t.language == Language::danish;
    const std::int64_t step = tick_step(0, highest_, 5), last = from_ + width_ * static_cast<std::int64_t>(heights_.size());
    const Plot plot{{from_, last, 1'000, 8'500}, {0, tick_above(highest_, step), top + 1'750, top + 250}};
    const auto label = [&](std::int64_t value) { return localized(decimal_text(value / words.one, 0, 0), t.language); };
    svg.text(1'000, top, words.title, {.size = 14, .bold = true});
    plot.up(
        svg, step, [&](std::int64_t rows) { return t.count(rows); }, t.rows_word());
    const Axis share{0, per_mille(plot.y.high, all_), plot.y.from, plot.y.to};
    plot.up_right(
        svg, share, tick_step(0, share.high, 5, 10),
        [&](std::int64_t tenths_of_pct) { return localized(decimal_text(tenths_of_pct, 1, 0), t.language) + (danish ? " pct." : " %"); },
        danish ? "andel" : "share");
    plot.across(svg, words.tick, label, words.across);
    for (std::size_t i = 0; i < heights_.size(); ++i) {
      const std::int64_t begin = from_ + width_ * static_cast<std::int64_t>(i), end = begin + width_;
      const int x = plot.x.at(begin), y = plot.y.at(heights_[i]);
      const std::string said = fmt::format("{}-{} {}: {} {} ({})", localized(decimal_text(begin * 10 / words.one, 1, 0), t.language),
                                           localized(decimal_text(end * 10 / words.one, 1, 0), t.language), words.unit,
                                           t.count(heights_[i]), t.rows_word(), t.pct(heights_[i], all_));
      svg.rect(x + 5, y, plot.x.at(end) - x - 10, plot.y.from - y, words.fill(end), said);
    }
  }

 private:
  std::int64_t all_, from_, width_, highest_ = 1;
  std::vector<std::int64_t> heights_;
};

const char* by_what_is_kept(std::int64_t per_mille) {
  return per_mille <= 0 ? colour::red : per_mille <= 200 ? colour::amber : colour::green;
}

}  // namespace

std::string to_json(const PopulationSummary& s, const RateTable& rates) {
  Json json = result_json(rates);
  const Written as{s.pieces()};
  json["rows"] = s.rows;
  if (s.weighted) json["weight"] = as.count(s.weight);
  json.update({{"months", s.months.size()},
               {"without_subsidy", as.count(s.without_subsidy)},
               {"cut_by_ceiling", as.count(s.cut_by_ceiling)},
               {"without_known_ceiling", as.count(s.without_known_ceiling)},
               {"above_threshold", as.count(s.above_threshold)},
               {"fleksloentilskud", amounts(s.subsidy, as)},
               {"payout", amounts(s.payout, as)},
               {"own_atp", as.kr(s.own_atp)},
               {"obligatory_pension", as.kr(s.obligatory_pension)},
               {"public_atp", s.public_atp_known == 0 ? Json() : Json(as.kr(s.public_atp))},
               {"rows_with_known_paid_hours", as.count(s.public_atp_known)}});
  if (s.purses) json["purses"] = {{"municipality", as.kr(s.municipality)}, {"state", as.kr(s.state)}};
  const auto hour_more = [&](const HourWorth& gross, const HourWorth& in_hand) {
    return Json{{"gross", hour(gross, as)}, {"in_hand", in_hand.all.count() == 0 ? Json() : hour(in_hand, as)}};
  };
  json["one_more_hour"] = s.gross ? hour_more(*s.gross, *s.in_hand) : Json();
  Json reforms = Json::array();
  for (const ReformEffect& e : s.reforms) {
    Json reform{{"id", e.id},
                {"title", e.title},
                {"winners", as.count(e.winners)},
                {"losers", as.count(e.losers)},
                {"unchanged", as.count(e.unchanged)},
                {"gained", as.kr(e.gained)},
                {"lost", as.kr(e.lost)},
                {"payout_difference", spread(e.difference, as, kr)},
                {"cost_a_year",
                 {{"subsidy", kr_a_year(e.subsidy, s)},
                  {"public_atp", kr_a_year(e.public_atp, s)},
                  {"obligatory_pension", kr_a_year(e.obligatory_pension, s)},
                  {"tax", kr_a_year(-e.tax, s)},
                  {"total", kr_a_year(cost(e), s)}}}};
    if (s.purses) reform["purses_a_year"] = {{"municipality", kr_a_year(e.municipality, s)}, {"state", kr_a_year(e.state, s)}};
    reform["one_more_hour"] = e.gross.all.count() == 0 ? Json() : hour_more(e.gross, e.in_hand);
    reforms.push_back(std::move(reform));
  }
  json["reforms"] = std::move(reforms);
  if (!s.net.empty()) {
    Json& net = json["net"] = Json::array();
    for (const NetSpread& spread_of_column : s.net) net.push_back(net_json(spread_of_column, as));
  }
  return written(json);
}

std::string table(const PopulationSummary& s, Language language) {
  Lines t{{}, language, {s.pieces()}};
  t.title("Befolkningen", "The population");
  t.line("rækker (borger og måned)", "rows (citizen and month)", localized(std::to_string(s.rows), language));
  if (s.weighted) t.line("vægt i alt; alle tal er vægtede", "weight in all; all figures are weighted", t.count(s.weight));
  t.line("uden tilskud", "without subsidy", t.count(s.without_subsidy), t.pct(s.without_subsidy, s.all()));
  t.line("nedsat på grund af lønloftet", "cut by the ceiling", t.count(s.cut_by_ceiling), t.pct(s.cut_by_ceiling, s.all()));
  t.line("løn over grænsen for det lave fradrag", "wage above the threshold", t.count(s.above_threshold),
         t.pct(s.above_threshold, s.all()));
  t.line("uden kendt lønloft", "without a known ceiling", t.count(s.without_known_ceiling), t.pct(s.without_known_ceiling, s.all()));
  t.line("fleksløntilskud i alt, kr.", "fleksløntilskud in all, DKK", t.sum(s.subsidy.sum()));
  t.line("  gennemsnit, kr.; deciler", "  mean, DKK; deciles", t.mean(s.subsidy));
  t.deciles(s.subsidy, true);
  t.line("udbetalt i alt, kr.", "paid out in all, DKK", t.sum(s.payout.sum()));
  t.line("  gennemsnit, kr.; deciler", "  mean, DKK; deciles", t.mean(s.payout));
  t.deciles(s.payout, true);
  t.line("obligatorisk pension, kr.", "obligatorisk pension, DKK", t.sum(s.obligatory_pension));
  if (s.public_atp_known != 0) t.line("statens ATP-bidrag, kr.", "the state's ATP, DKK", t.sum(s.public_atp));
  if (s.purses) {
    t.line("kommunen bærer, før skat, kr.", "the municipality bears, before tax, DKK", t.sum(s.municipality));
    t.line("staten bærer, før skat, kr.", "the state bears, before tax, DKK", t.sum(s.state));
  }
  if (s.gross) {
    t.title("Én time mere om ugen, løn og tilskud før skat", "One more hour a week, pay and subsidy before tax");
    t.hour(*s.gross);
    if (s.in_hand->all.count() != 0) {
      t.title("Én time mere om ugen, i hånden efter skat (gennemsnitskommune)",
              "One more hour a week, in hand after tax (average municipality)");
      t.hour(*s.in_hand);
    }
  }
  if (!s.net.empty()) t.net(s.net);
  for (const ReformEffect& e : s.reforms) {
    t.title(e.id + ": " + shown(e.title), e.id + ": " + shown(e.title));
    t.line("vindere (rækker)", "winners (rows)", t.count(e.winners), t.pct(e.winners, s.all()));
    t.line("tabere (rækker)", "losers (rows)", t.count(e.losers), t.pct(e.losers, s.all()));
    t.line("forskel i udbetaling, gennemsnit, kr./md.", "difference in payout, mean, DKK a month", t.mean(e.difference));
    t.line("udgift om året, kr.: tilskud", "cost a year, DKK: subsidy", t.money(a_year(e.subsidy, s)));
    t.line("  statens ATP-bidrag", "  the state's ATP", t.money(a_year(e.public_atp, s)));
    t.line("  obligatorisk pension", "  obligatorisk pension", t.money(a_year(e.obligatory_pension, s)));
    t.line("  skat (trækkes fra)", "  tax (deducted)", t.money(a_year(-e.tax, s)));
    t.line("  i alt", "  in all", t.money(a_year(cost(e), s)));
    if (s.purses) {
      t.line("  kommunen bærer mere, før skat", "  the municipality bears more, before tax", t.money(a_year(e.municipality, s)));
      t.line("  staten bærer mere, før skat", "  the state bears more, before tax", t.money(a_year(e.state, s)));
    }
    const auto& worth = e.in_hand.all.count() != 0 ? e.in_hand : e.gross;
    if (worth.all.count() != 0)
      t.line("en time mere giver intet", "one more hour gives nothing", t.count(worth.all.nothing),
             t.pct(worth.all.nothing, worth.all.count()));
  }
  return std::move(t.text);
}

std::string picture(const PopulationSummary& s, Language language) {
  const Lines t{{}, language, {s.pieces()}};
  const auto say = [&](const char* danish, const char* english) { return language == Language::danish ? danish : english; };
  const std::string title = fmt::format("{}: {} {}", say("Befolkningen", "The population"), t.count(s.all()), t.rows_word());
  std::string description = fmt::format("{} {} {} {} {}.", say("Fleksløntilskud i gennemsnit", "Mean fleksløntilskud"), t.mean(s.subsidy),
                                        say("kr. om måneden; uden tilskud", "DKK a month; without subsidy"),
                                        t.pct(s.without_subsidy, s.all()), say("af rækkerne", "of the rows"));
  const auto hour = [&](const HourWorth& worth, const char* name) {
    description += sentence(
        fmt::format(" {}: {} {}, {} {}, {} {}", name, say("giver intet for", "gives nothing for"),
                    t.pct(worth.all.nothing, worth.all.count()), say("under 20 pct. af lønnen for", "under 20 per cent of the pay for"),
                    t.pct(worth.all.under_20, worth.all.count()), say("mere for", "more for"), t.pct(worth.all.more, worth.all.count())));
  };
  const char* const gross = say("Én time mere om ugen: løn og tilskud før skat", "One more hour a week: pay and subsidy before tax");
  const char* const in_hand = say("Én time mere om ugen: i hånden efter skat", "One more hour a week: in hand after tax");
  const bool with_tax = s.in_hand && s.in_hand->all.count() != 0;
  if (s.gross) hour(*s.gross, gross);
  if (with_tax) hour(*s.in_hand, in_hand);

  constexpr int each = 2'500;
  const int plots = 1 + static_cast<int>(s.gross.has_value()) + static_cast<int>(with_tax);
  Svg svg(960, 60 + plots * each / 10 + (s.gross ? 30 : 0), language, title, description);
  svg.text(4'800, 280, title, {.anchor = "middle", .size = 18});
  int top = 700;
  Bars(s.subsidy, 0, 2'400'000, 48, false)
      .draw(svg, top,
            {.title = say("Fleksløntilskud om måneden", "Fleksløntilskud a month"),
             .across = say("kr. om måneden", "DKK a month"),
             .unit = say("kr.", "DKK"),
             .tick = 200'000,
             .one = 100,
             .fill = [](std::int64_t) { return colour::blue; }},
            t);
  top += each;
  const auto kept = [&](const HourWorth& worth, const char* name) {
    Bars(worth.share, -500, 1'000, 60, true)
        .draw(svg, top,
              {.title = name,
               .across = say("pct. af timens løn", "per cent of the hour's pay"),
               .unit = say("pct.", "per cent"),
               .tick = 100,
               .one = 10,
               .fill = by_what_is_kept},
              t);
    top += each;
  };
  if (s.gross) kept(*s.gross, gross);
  if (with_tax) kept(*s.in_hand, in_hand);
  if (s.gross) {
    Legend legend(svg, 1'000, top - 150, 8'500);
    legend.add(colour::red, say("giver intet", "gives nothing"));
    legend.add(colour::amber, say("giver op til 20 pct. af timens løn", "gives up to 20 per cent of the hour's pay"));
    legend.add(colour::green, say("giver mere", "gives more"));
  }
  return std::move(svg).done();
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
