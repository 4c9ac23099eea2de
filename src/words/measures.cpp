#include "words/measures.hpp"

#include <array>

#include <fleks/words/amounts.hpp>
#include <fleks/words/padding.hpp>

#include "text/decimal.hpp"
#include "words/say.hpp"
#include "words/sheet.hpp"

// The measures that analysts write about, row by row.

namespace fleks {
namespace {

/// Per cent with two decimals, half up.
std::string pct(const Exact& share) { return decimal_text((share * Exact::whole(10'000)).rounded(Rounding::half_up).value_or(0), 2, 2); }

struct Part {
  const char* name;
  Exact LostShare::*of;
};
constexpr std::array<Part, 10> parts{{{"total", &LostShare::total},
                                      {"taper", &LostShare::taper},
                                      {"ceiling", &LostShare::ceiling},
                                      {"am_contribution", &LostShare::am_contribution},
                                      {"tax", &LostShare::tax},
                                      {"housing_benefit", &LostShare::housing_benefit},
                                      {"daycare", &LostShare::daycare},
                                      {"child_benefit", &LostShare::child_benefit},
                                      {"ledighedsydelse", &LostShare::benefit},
                                      {"saved", &LostShare::saved}}};

Json json_of(const std::optional<LostShare>& share) {
  if (!share) return nullptr;
  Json j = Json::object();
  for (const Part& part : parts) j[part.name] = pct((*share).*part.of);
  return j;
}

}  // namespace

Json measures_json(const WorthOfHours& w, std::size_t i) {
  const PayMeasures& m = w.measures[i];
  return {{"emtr_hour", json_of(m.hour)},
          {"emtr_krone", json_of(m.krone)},
          {"ptr", json_of(m.participation)},
          {"replacement_rate", m.replacement_rate ? Json(pct(*m.replacement_rate)) : Json(nullptr)}};
}

std::string measures_csv_heading() {
  std::string out;
  for (const char* measure : {"emtr_hour", "emtr_krone", "ptr"})
    for (const Part& part : parts) out.append(",").append(measure).append(&part == parts.data() ? "" : std::string("_") + part.name);
  return out + ",replacement_rate";
}
std::string measures_csv(const WorthOfHours& w, std::size_t i) {
  const PayMeasures& m = w.measures[i];
  std::string out;
  for (const auto* share : {&m.hour, &m.krone, &m.participation})
    for (const Part& part : parts) out += "," + (*share ? pct((**share).*part.of) : std::string());
  return out + "," + (m.replacement_rate ? pct(*m.replacement_rate) : std::string());
}

std::string measures_table(const WorthOfHours& w, Language l) {
  const Say say(l);
  using Cells = std::array<std::string, 10>;
  const auto columns = [](const Cells& cells) {
    std::string text = padded_left(cells[0], 7);
    for (std::size_t i = 1; i < cells.size(); ++i) text += padded_left(cells[i], 8);
    return text + "\n";
  };
  const auto shown = [&](const std::optional<LostShare>& share, Exact LostShare::*of) {
    return share ? localized(pct((*share).*of), l) : std::string("-");
  };
  std::string out = std::string("\n") +
                    say.text("Mål: hvad der mistes af mere løn, i pct. af den", "Measures: what is lost of more pay, in per cent of it") +
                    "\n";
  out += columns({w.over_wage ? say.text("Kroner", "Kroner") : say.text("Timer", "Hours"), "EMTR", say.text("heraf", "of it"), "", "", "",
                  "", "EMTR", "PTR", say.text("Erst.-", "Repl.")});
  out += columns({"", say.text("time", "hour"), say.text("tilskud", "subsidy"), say.text("loft", "ceiling"), say.text("skat", "tax"),
                  say.text("ydelser", "benef."), say.text("opspar.", "saved"), say.text("krone", "krone"), "", say.text("grad", "rate")});
  for (std::size_t i = 0; i < w.rows.size() && i < w.measures.size(); ++i) {
    const NetRow& r = w.rows[i];
    const PayMeasures& m = w.measures[i];
    std::optional<LostShare> grouped = m.hour;
    if (grouped) {
      grouped->tax += grouped->am_contribution;
      grouped->benefit += grouped->housing_benefit + grouped->daycare + grouped->child_benefit;
    }
    std::string at = w.over_wage ? amount(r.hourly_wage, l) : number(Exact::of(r.hours), l);
    if (w.is_course) at += "@" + number(Exact::of(r.intensity) * Exact::whole(100), l);
    out += columns({at, shown(grouped, &LostShare::total), shown(grouped, &LostShare::taper), shown(grouped, &LostShare::ceiling),
                    shown(grouped, &LostShare::tax), shown(grouped, &LostShare::benefit), shown(grouped, &LostShare::saved),
                    shown(m.krone, &LostShare::total), shown(m.participation, &LostShare::total),
                    m.replacement_rate ? localized(pct(*m.replacement_rate), l) : std::string("-")});
  }
  const auto line = [&](const std::string& text) { out += wrapped("- " + text, 2, text_columns) + "\n"; };
  out += "\n";
  line(say.text(
      "EMTR af en time: 1 - stigning i hånden / stigning i lønnen, når der arbejdes en time mere om ugen (af de viste beløb). Skat er "
      "AM-bidrag og skat; ydelser er boligsikring, friplads, børneydelse og ledighedsydelse; opsparing er eget pensions- og "
      "ATP-bidrag.",
      "EMTR of an hour: 1 - rise in hand / rise of pay for one hour more a week (of the amounts shown). Tax is AM-bidrag and tax; "
      "benefits are housing benefit, daycare, child benefit and ledighedsydelse; saved is own pension and own ATP."));
  line(say.text("EMTR af en krone: det samme af en krone mere i løn ved de samme timer, lønloftet uændret, før afrunding.",
                "EMTR of a krone: the same of a krone more of pay at the same hours, the ceiling unchanged, before rounding."));
  line(say.text(
      "PTR: 1 - (i hånden i jobbet - i hånden på ledighedsydelse) / lønnen. Erstatningsgrad: i hånden på ledighedsydelse i pct. af "
      "i hånden i jobbet.",
      "PTR: 1 - (in hand in the job - in hand on ledighedsydelse) / pay. Replacement rate: in hand on ledighedsydelse in per cent of "
      "in hand in the job."));
  return out;
}

}  // namespace fleks
