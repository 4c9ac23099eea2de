#include <fleks/words/effort.hpp>

#include <algorithm>
#include <array>

#include <fleks/text/shown.hpp>
#include <fleks/words/amounts.hpp>
#include <fleks/words/explanation.hpp>
#include <fleks/words/padding.hpp>

#include "facts/effort_input.hpp"
#include "text/decimal.hpp"
#include "words/say.hpp"
#include "words/sheet.hpp"
#include "words/steps_json.hpp"
#include "words/svg.hpp"

// An effort for a group in three purses: text, JSON, table and picture.

namespace fleks {
namespace {

struct Column {
  const char* name;
  const char* danish;
  const char* english;
  Exact EffortLine::*of;
  std::optional<Rule> rule;
};
constexpr std::array<Column, 10> columns{{
    {"benefit", "ydelser", "benefits", &EffortLine::benefit, std::nullopt},
    {"refund", "refusion", "refund", &EffortLine::refund, Rule::KOM_1},
    {"fleksbidrag", "fleksbidrag", "fleksbidrag", &EffortLine::fleksbidrag, Rule::KOM_7},
    {"pool_wage", "løn i puljejob", "wage of pool jobs", &EffortLine::pool_wage, Rule::KOM_12},
    {"staff", "indsatsens udgifter", "costs of the effort", &EffortLine::staff, Rule::KOM_13},
    {"tax", "kommuneskat, der beholdes", "municipal tax kept", &EffortLine::kept_tax, Rule::KOM_11},
    {"municipality", "kommunen", "the municipality", &EffortLine::municipality, Rule::KOM_9},
    {"state", "staten", "the state", &EffortLine::state, Rule::KOM_10},
    {"citizen", "borgerne, i hånden", "the citizens, in hand", &EffortLine::citizen, std::nullopt},
    {"pension", "borgerne, pension", "the citizens, pension", &EffortLine::pension, std::nullopt},
}};
constexpr std::size_t first_purse = 6;

Money oere(const Exact& amount) { return amount.round(Rounding::half_up).value_or(Money{}); }
std::string text_of(const Exact& amount) { return to_text(oere(amount)); }
std::string percent_text(const Exact& share) {
  return to_text(Exact::ratio((share * Exact::whole(1'000'000)).rounded(Rounding::half_up).value_or(0), 10'000), 4);
}

/// Whole kroner, as a council reads them.
std::string whole_kroner(const Exact& amount, Language language) {
  const Exact krone = amount.to_krone(Rounding::half_up) * Exact::ratio(1, 100);
  return number(krone, language);
}

struct InputName {
  std::string_view ends;
  const char* danish;
  const char* english;
};
/// By what the path ends with. The whole of the effort's own first.
constexpr std::array<InputName, 16> input_names{{
    {"staff_a_year", "indsatsens udgifter om året", "costs of the effort a year"},
    {"cost_a_participant", "udgift pr. deltager", "cost of a participant"},
    {"pool.months", "måneder", "months"},
    {".hourly_wage", "timeløn", "hourly wage"},
    {".weekly_hours", "timer om ugen", "hours a week"},
    {".own_pension", "egen pension", "own pension"},
    {".employer_pension", "arbejdsgivers pension", "employer's pension"},
    {".ceiling_hourly", "timeløn i lønloftet", "hourly pay of the ceiling"},
    {".holiday_pay_pct", "feriepenge", "holiday pay"},
    {".wage_paid_back_pct", "løn, der betales tilbage", "wage that is paid back"},
    {".work_worth_pct", "hvad arbejdet er værd", "what the work is worth"},
    {".benefit", "ydelse om måneden", "benefit a month"},
    {".refund_pct", "refusion", "refund"},
    {".lasts_months", "måneder", "months"},
    {".pct", "andel", "share"},
    {"", "", ""},
}};

/// An input as a council reads it. Example: `outcomes[0].pct` of a fleksjob is "andel i fleksjob bagefter".
std::string name_of(const std::string& input, const Effort& effort, const Say& say) {
  const auto& name = *std::ranges::find_if(input_names, [&](const InputName& each) { return input.ends_with(each.ends); });
  const bool anyway = input.starts_with("anyway[");
  const std::string what(say.text(name.danish, name.english));
  if (input.starts_with("pool.")) return say("puljejob: {}", "pool job: {}", what);
  if (!anyway && !input.starts_with("outcomes[")) return what;
  const std::size_t at = std::stoul(input.substr(input.find('[') + 1));
  std::string to;
  switch ((anyway ? effort.anyway : effort.outcomes)[at].to) {
    case Outcome::To::fleksjob: to = "fleksjob"; break;
    case Outcome::To::job: to = say.text("ordinært job", "ordinary job"); break;
    case Outcome::To::other: to = say.text("anden ydelse", "another benefit"); break;
    case Outcome::To::back: to = "ledighedsydelse"; break;
  }
  return anyway ? say("{} alligevel: {}", "{} anyway: {}", to, what) : say("{} bagefter: {}", "{} afterwards: {}", to, what);
}

class Text {
 public:
  Text(const ToldEffort& told, Language language) : t_(told), say_(language), l_(language) {}

  std::string text() {
    heading();
    years(false);
    years(true);
    a_participant();
    break_even();
    decides();
    spread();
    assumptions();
    return std::move(out_);
  }

 private:
  void line(const std::string& text = {}) { out_ += wrapped(text, 0, text_columns) + "\n"; }
  [[nodiscard]] std::string kr(const Exact& amount) const { return whole_kroner(amount, l_) + say_.text(" kr.", " kr."); }

  void heading() {
    const Effort& e = t_.effort;
    const std::string title = e.name.empty() ? std::string(say_.text("En indsats", "An effort")) : shown(e.name);
    line(title);
    line(std::string(width(title), '='));
    line(
        say_("{} deltagere fra {}, regnet i {} måneder; {} går videre til fleksjob eller job. Beløb er forskellen til det, der ville være "
             "sket alligevel: plus er mere i pungen.",
             "{} participants from {}, counted for {} months; {} move on to a fleksjob or a job. Amounts are the difference to what would "
             "have happened anyway: plus is more in the purse.",
             e.participants, in_words(e.from, l_), e.months, percent(t_.result.success, l_)));
    line();
  }
  void years(bool fixed) {
    const int prices = t_.effort.prices_of.value_or(int{t_.effort.from.year()});
    line(fixed ? say_("I faste priser ({}), kr.", "In fixed prices ({}), kr.", prices)
               : std::string(say_.text("Som det falder, kr.", "As it falls, kr.")));
    out_ += padded("", 28);
    for (const EffortYear& y : t_.result.years) out_ += padded_left(std::to_string(y.year) + (y.tax_known ? "" : "*"), 13);
    out_ += padded_left(say_.text("i alt", "in all"), 14) + "\n";
    for (std::size_t c = fixed ? first_purse : 0; c < columns.size(); ++c) {
      if (c == first_purse && !fixed) out_ += padded("", 28) + std::string(13 * t_.result.years.size() + 14, '-') + "\n";
      out_ += padded(say_.text(columns[c].danish, columns[c].english), 28);
      for (const EffortYear& y : t_.result.years)
        out_ += padded_left(whole_kroner((fixed ? y.fixed : y.as_it_falls).*columns[c].of, l_), 13);
      out_ += padded_left(whole_kroner((fixed ? t_.result.all_fixed : t_.result.all).*columns[c].of, l_), 14);
      if (columns[c].rule) out_ += std::string("  ") + std::string(info(*columns[c].rule).id);
      out_ += "\n";
    }
    if (!fixed && std::any_of(t_.result.years.begin(), t_.result.years.end(), [](const EffortYear& y) { return !y.tax_known; }))
      line(say_.text("* Satserne har ingen skat for året: pungene er før skat.",
                     "* The rates have no tax of the year: the purses are before tax."));
    line();
  }
  void a_participant() {
    const Exact each = Exact::ratio(1, t_.effort.participants);
    line(say_("Pr. deltager, som det falder: kommunen {}, staten {}, borgeren {} i hånden og {} i pension.",
              "Per participant, as it falls: the municipality {}, the state {}, the citizen {} in hand and {} in pension.",
              kr(t_.result.all.municipality * each), kr(t_.result.all.state * each), kr(t_.result.all.citizen * each),
              kr(t_.result.all.pension * each)));
    line();
  }
  void break_even() {
    const BreakEven& b = t_.result.break_even;
    line(b.success ? say_("Det betaler sig for kommunen, når {} går videre.", "It pays for the municipality when {} move on.",
                          percent(Exact::ratio((*b.success * Exact::whole(1'000)).rounded(Rounding::up).value_or(0), 1'000), l_))
                   : std::string(say_.text("Det betaler sig ikke for kommunen, uanset hvor mange der går videre.",
                                           "It does not pay for the municipality, however many move on.")));
    line(b.months ? say_("Det har tjent sig hjem efter {} måneder.", "It has paid itself back after {} months.", *b.months)
                  : std::string(say_.text("Det tjener sig ikke hjem inden for tiden.", "It does not pay itself back within the time.")));
    line();
  }
  void decides() {
    if (t_.result.decides.empty()) return;
    line(say_.text("Hvad afgør det (kommunens resultat, når ét spænd er i sin ende, og resten er som forventet)",
                   "What decides it (the municipality's result with one range at its end and the rest as expected)"));
    for (const Decides& d : t_.result.decides)
      out_ += "  " + name_of(d.input, t_.effort, say_) + (d.assumed ? say_.text(", antaget", ", assumed") : "") + "\n    " +
              padded_left(localized(input_text(d.input, d.low), l_), 12) + ": " + padded_left(whole_kroner(d.at_low, l_), 13) +
              padded_left(localized(input_text(d.input, d.high), l_), 14) + ": " + padded_left(whole_kroner(d.at_high, l_), 13) + "\n";
    line();
  }
  void spread() {
    if (!t_.spread) return;
    const EffortSpread& s = *t_.spread;
    line(say_(
        "{} hold trukket tilfældigt (frø {}): {} betaler sig. Gennemsnit {}; halvdelen ligger mellem {} og {}, ni af ti mellem {} og {}.",
        "{} cohorts drawn at random (seed {}): {} pay. The mean is {}; half of them lie between {} and {}, nine of ten between {} and {}.",
        s.cohorts, s.seed,
        percent(Exact::ratio((Exact::ratio(s.paying, s.cohorts) * Exact::whole(1'000)).rounded(Rounding::half_up).value_or(0), 1'000), l_),
        kr(s.mean), kr(Exact::of(s.percentiles[1])), kr(Exact::of(s.percentiles[3])), kr(Exact::of(s.percentiles[0])),
        kr(Exact::of(s.percentiles[4]))));
    line();
  }
  void assumptions() {
    line(say_.text("Forudsætninger", "Assumptions"));
    const auto item = [&](const std::string& text) { out_ += wrapped("- " + text, 2, text_columns) + "\n"; };
    item(t_.effort.refund == GroupRefund::staircase
             ? say_("Refusion efter trappen (KOM-1), {} uger med ydelser før første måned.",
                    "Refund by the staircase (KOM-1), {} weeks with benefits before the first month.", t_.effort.benefit_weeks)
             : say_("Refusion efter de gamle regler (KOM-5, KOM-6), {} måneder på ledighedsydelse af de 24 før første måned.",
                    "Refund by the old rules (KOM-5, KOM-6), {} months on ledighedsydelse of the 24 before the first month.",
                    t_.effort.benefit_months));
    item(say_.text("Løn og udgifter følger udviklingen i grænsen for nedtrapning; en måned er ens i et halvt år.",
                   "Wages and costs follow the taper threshold; a month is alike within a half year."));
    each_input(t_.effort, [&](const std::string& input, const Ranged& r) {
      if (!r.assumed) return;
      const std::string value = localized(input_text(input, r.value), l_);
      item(r.is_range() ? say_("Antaget: {} = {} (fra {} til {}).", "Assumed: {} = {} (from {} to {}).", input, value,
                               localized(input_text(input, r.low), l_), localized(input_text(input, r.high), l_))
                        : say_("Antaget: {} = {}.", "Assumed: {} = {}.", input, value));
    });
  }

  const ToldEffort& t_;
  Say say_;
  Language l_;
  std::string out_;
};

Json line_json(const EffortLine& line) {
  Json json = Json::object();
  for (const Column& c : columns) json[c.name] = text_of(line.*c.of);
  return json;
}

/// Above, how the money comes back; below, the tornado.
class EffortPicture {
 public:
  EffortPicture(const ToldEffort& told, Language language) : t_(told), say_(language), l_(language) {}

  std::string svg() {
    const auto bars = std::min<std::size_t>(t_.result.decides.size(), 12);
    Svg svg(960, 560 + (bars == 0 ? 0 : 120 + 26 * static_cast<int>(bars)), l_, title(), description());
    svg.text(4'800, 280, title(), {.anchor = "middle", .size = 18});
    payback(svg);
    if (bars > 0) tornado(svg, bars);
    return std::move(svg).done();
  }

 private:
  static std::int64_t value(const Exact& amount) { return oere(amount).in_oere(); }
  [[nodiscard]] std::string thousands(std::int64_t amount) const { return localized(std::to_string(amount / 100'000), l_); }

  void payback(Svg& svg) const {
    std::int64_t low = 0, high = 100'000;
    for (const Exact& each : t_.result.cumulated) {
      low = std::min(low, value(each));
      high = std::max(high, value(each));
    }
    const std::int64_t step = tick_step(low, high, 8, 100'000);
    const auto months = static_cast<std::int64_t>(t_.result.cumulated.size());
    const Plot plot{{0, months, 1'100, 9'350}, {tick_below(low, step), tick_above(high, step), 4'700, 700}};
    plot.up(
        svg, step, [this](std::int64_t amount) { return thousands(amount); },
        say_.text("kommunens resultat, tusind kr.", "the municipality's result, thousand kr."));
    plot.across(
        svg, tick_step(0, months, 16, 1), [](std::int64_t month) { return std::to_string(month); }, say_.text("måneder", "months"));
    std::vector<Svg::Point> points{{plot.x.at(0), plot.y.at(0)}};
    for (std::int64_t m = 0; m < months; ++m)
      points.push_back({plot.x.at(m + 1), plot.y.at(value(t_.result.cumulated[static_cast<std::size_t>(m)]))});
    svg.path(points, colour::blue);
    plot.zero(svg);
    if (const auto& back = t_.result.break_even.months)
      svg.ring(plot.x.at(*back), plot.y.at(value(t_.result.cumulated[static_cast<std::size_t>(*back) - 1])), 60, colour::green,
               say_("tjent hjem efter {} måneder", "paid back after {} months", *back));
  }
  void tornado(Svg& svg, std::size_t bars) const {
    constexpr int top = 5'900, row = 260;
    std::int64_t low = 0, high = 0;
    for (std::size_t i = 0; i < bars; ++i)
      for (const Exact* end : {&t_.result.decides[i].at_low, &t_.result.decides[i].at_high}) {
        low = std::min(low, value(*end));
        high = std::max(high, value(*end));
      }
    const Axis x{low, std::max(high, low + 1), 3'600, 8'300};
    svg.text(300, top - 150,
             say_.text("Hvad afgør det? Kommunens resultat i alt, tusind kr., ved den lave og den høje ende",
                       "What decides it? The municipality's result in all, thousand kr., at the low and the high end"),
             {.size = 13, .bold = true});
    for (std::size_t i = 0; i < bars; ++i) {
      const Decides& d = t_.result.decides[i];
      const int y = top + row * static_cast<int>(i);
      const int a = x.at(value(d.at_low)), b = x.at(value(d.at_high));
      const std::string name = name_of(d.input, t_.effort, say_);
      svg.text(300, y + 150, name, {.size = 11});
      svg.rect(std::min(a, b), y, std::max(10, std::max(a, b) - std::min(a, b)), 190, colour::amber,
               name + ": " + kroner(oere(d.at_low), l_) + " - " + kroner(oere(d.at_high), l_));
      svg.text(8'400, y + 150, thousands(value(d.at_low)) + " / " + thousands(value(d.at_high)), {.size = 11});
    }
    svg.line(x.at(0), top - 60, x.at(0), top + row * static_cast<int>(bars), colour::ink);
  }
  [[nodiscard]] std::string title() const {
    return t_.effort.name.empty() ? std::string(say_.text("Hvornår tjener indsatsen sig hjem?", "When does the effort pay itself back?"))
                                  : say_("Hvornår tjener den sig hjem? {}", "When does it pay itself back? {}", shown(t_.effort.name));
  }
  [[nodiscard]] std::string description() const {
    std::string text =
        say_("Kommunens resultat i alt: {}.", "The municipality's result in all: {}.", kroner(oere(t_.result.all.municipality), l_));
    for (const Decides& d : t_.result.decides)
      text += " " + name_of(d.input, t_.effort, say_) + ": " + kroner(oere(d.at_low), l_) + " - " + kroner(oere(d.at_high), l_) + ".";
    return text;
  }

  const ToldEffort& t_;
  Say say_;
  Language l_;
};

}  // namespace

std::string breakdown(const ToldEffort& told, Language language) { return Text(told, language).text(); }

std::string to_json(const ToldEffort& told, Language language) {
  const EffortResult& r = told.result;
  const Exact each = Exact::ratio(1, told.effort.participants);
  Json json = result_json(told.rates);
  json["name"] = told.effort.name.empty() ? Json() : Json(told.effort.name);
  json["participants"] = told.effort.participants;
  json["success_pct"] = percent_text(r.success);
  Json years = Json::array();
  for (const EffortYear& y : r.years) {
    Json year{{"year", y.year}};
    year.update(line_json(y.as_it_falls));
    year["tax_known"] = y.tax_known;
    year["fixed_prices"] = line_json(y.fixed);
    years.push_back(std::move(year));
  }
  json["years"] = std::move(years);
  json["in_all"] = line_json(r.all);
  json["in_all"]["fixed_prices"] = line_json(r.all_fixed);
  Json one = Json::object();
  for (std::size_t c = first_purse; c < columns.size(); ++c) one[columns[c].name] = text_of(r.all.*columns[c].of * each);
  json["per_participant"] = std::move(one);
  json["break_even"] = {{"success_pct", r.break_even.success ? Json(percent_text(*r.break_even.success)) : Json()},
                        {"months", r.break_even.months ? Json(*r.break_even.months) : Json()}};
  Json decides = Json::array();
  for (const Decides& d : r.decides)
    decides.push_back({{"input", d.input},
                       {"name", name_of(d.input, told.effort, Say(language))},
                       {"from", input_text(d.input, d.low)},
                       {"to", input_text(d.input, d.high)},
                       {"at_from", text_of(d.at_low)},
                       {"at_to", text_of(d.at_high)},
                       {"worth", text_of(d.worth())},
                       {"assumed", d.assumed}});
  json["decides"] = std::move(decides);
  json["simulation"] = nullptr;
  if (told.spread) {
    const EffortSpread& s = *told.spread;
    json["simulation"] = {{"cohorts", s.cohorts},
                          {"seed", s.seed},
                          {"paying", s.paying},
                          {"mean", text_of(s.mean)},
                          {"p5", to_text(s.percentiles[0])},
                          {"p25", to_text(s.percentiles[1])},
                          {"p50", to_text(s.percentiles[2])},
                          {"p75", to_text(s.percentiles[3])},
                          {"p95", to_text(s.percentiles[4])}};
  }
  Json cumulated = Json::array();
  for (const Exact& amount : r.cumulated) cumulated.push_back(text_of(amount));
  json["cumulated"] = std::move(cumulated);
  return written(json);
}

std::string to_csv(const ToldEffort& told) {
  std::string out = "year";
  for (const Column& c : columns) out += std::string(",") + c.name;
  for (std::size_t c = first_purse; c < columns.size(); ++c) out += std::string(",fixed_") + columns[c].name;
  out += "\n";
  for (const EffortYear& y : told.result.years) {
    out += std::to_string(y.year);
    for (const Column& c : columns) out += "," + text_of(y.as_it_falls.*c.of);
    for (std::size_t c = first_purse; c < columns.size(); ++c) out += "," + text_of(y.fixed.*columns[c].of);
    out += "\n";
  }
  return out;
}

std::string picture(const ToldEffort& told, Language language) { return EffortPicture(told, language).svg(); }

}  // namespace fleks
