#include <fleks/words/municipality.hpp>

#include <algorithm>

#include <fleks/text/shown.hpp>
#include <fleks/words/amounts.hpp>
#include <fleks/words/explanation.hpp>
#include <fleks/words/padding.hpp>

#include "text/decimal.hpp"
#include "words/case_words.hpp"
#include "words/rule_words.hpp"
#include "words/say.hpp"
#include "words/sheet.hpp"
#include "words/svg.hpp"

// A case in the municipality's ledger: text, JSON, table and picture.

namespace fleks {
namespace {

std::string percent_text(const Exact& share) { return to_text(share * Exact::whole(100), 4); }

const char* rules_word(RefundRules rules) {
  switch (rules) {
    case RefundRules::staircase: return "staircase";
    case RefundRules::old: return "old";
    case RefundRules::old_offer: return "old_offer";
    case RefundRules::old_alone: return "old_alone";
  }
  return "";
}

/// What the numbers rest on beside the case's facts.
std::vector<std::string> assumptions(const MunicipalLedger& l, const Say& say) {
  std::vector<std::string> out;
  if (!l.approval_known)
    out.emplace_back(say.text("Visitationen er ikke oplyst (approved): refusionen regnes efter trappen (KOM-4).",
                              "The approval is not stated (approved): the refund is by the staircase (KOM-4)."));
  else if (!l.staircase_from)
    out.emplace_back(say.text("Visiteret før trappen og ikke kommet på den: de gamle regler gælder (KOM-4).",
                              "Approved before the staircase and not come on it: the old rules hold (KOM-4)."));
  if (std::ranges::any_of(l.months, &LedgerMonth::rests_on_choice))
    out.emplace_back(
        l.weeks_before_new_job == WeeksBeforeNewJob::counted
            ? say.text(
                  "Ugerne med ledighedsydelse og fleksløntilskud før det nye fleksjob er talt med; reglerne kan også læses, så de ikke "
                  "tæller, og så er procenten i nogle måneder en anden (weeks_before_new_job, KOM-4).",
                  "The weeks with ledighedsydelse and fleksløntilskud before the new fleksjob are counted; the rules can be read "
                  "otherwise, and then some months have another percentage (weeks_before_new_job, KOM-4).")
            : say.text(
                  "Ugerne med ledighedsydelse og fleksløntilskud før det nye fleksjob er ikke talt med; reglerne kan også læses, så de "
                  "tæller, og så er procenten i nogle måneder en anden (weeks_before_new_job, KOM-4).",
                  "The weeks with ledighedsydelse and fleksløntilskud before the new fleksjob are not counted; the rules can be read "
                  "otherwise, and then some months have another percentage (weeks_before_new_job, KOM-4)."));
  if (!l.weeks_stated)
    out.emplace_back(
        say.text("Ugerne med ydelser er talt fra sagens egne datoer (benefit_weeks_before er ikke oplyst); før sagens første måned er det "
                 "regnet med, at et fleksjob gav tilskud.",
                 "The weeks with benefits are counted from the case's own dates (benefit_weeks_before is not stated); before the case's "
                 "first month a fleksjob is taken to have had a subsidy."));
  if (std::ranges::any_of(l.months, [](const LedgerMonth& m) { return m.status == MonthStatus::unknown; }))
    out.emplace_back(say.text("Måneder, der ikke kan regnes, er talt med som uger med ydelser.",
                              "Months that cannot be computed are counted as weeks with benefits."));
  for (const LedgerMonth& m : l.months)
    if (!m.public_atp_known) {
      out.emplace_back(say.text("Timerne er ikke oplyst i alle måneder: statens ATP-bidrag af tilskuddet er ikke med i dem.",
                                "The hours are not known in every month: the state's ATP of the subsidy is left out there."));
      break;
    }
  return out;
}

std::string month_name(const MunicipalStatement& s, Language language) { return in_words(s.month, language); }

/// The months as a table with their sum.
std::string table(const MunicipalLedger& l, const Say& say) {
  const Language language = say.language();
  std::string out = padded(say.text("måned", "month"), 16) + padded_left(say.text("ydelse", "benefit"), 12) +
                    padded_left(say.text("uge", "week"), 6) + padded_left(say.text("pct.", "pct."), 6) +
                    padded_left(say.text("refusion", "refund"), 12) + padded_left("fleksbidrag", 13) +
                    padded_left(say.text("kommunen", "municipality"), 14) + padded_left(say.text("staten", "state"), 12) +
                    padded_left(say.text("borgeren", "citizen"), 12) + padded_left(say.text("pension", "pension"), 11) + '\n';
  MunicipalStatement sum;
  const auto row = [&](const std::string& name, const MunicipalStatement& s, const std::string& weeks, const std::string& share) {
    out += padded(name, 16) + padded_left(amount(s.benefit, language), 12) + padded_left(weeks, 6) + padded_left(share, 6) +
           padded_left(amount(s.refund, language), 12) + padded_left(amount(s.fleksbidrag, language), 13) +
           padded_left(amount(s.municipality, language), 14) + padded_left(amount(s.state, language), 12) +
           padded_left(amount(s.citizen, language), 12) + padded_left(amount(s.pension, language), 11) + '\n';
  };
  for (const LedgerMonth& m : l.months) {
    const MunicipalStatement& s = m.statement;
    if (m.status == MonthStatus::unknown && m.facts.weeks.empty()) {
      out += padded(month_name(s, language), 16) + say.text("kan ikke regnes: se fleks case", "cannot be computed: see fleks case") + '\n';
      continue;
    }
    row(month_name(s, language), s, m.facts.weeks.empty() ? "-" : std::to_string(s.weeks),
        s.share ? localized(percent_text(*s.share), language) : "-");
    sum.benefit += s.benefit;
    sum.refund += s.refund;
    sum.fleksbidrag += s.fleksbidrag;
    sum.municipality += s.municipality;
    sum.state += s.state;
    sum.citizen += s.citizen;
    sum.pension += s.pension;
  }
  if (l.months.size() > 1) row(say.text("i alt", "in all"), sum, "", "");
  return out;
}

Json weeks_json(const LedgerMonth& m) {
  Json list = Json::array();
  for (const WeekOfExpense& w : m.facts.weeks)
    list.push_back({{"week", iso_week_of(w.monday)},
                    {"days", w.days},
                    {"weeks", w.weeks},
                    {"rules", rules_word(w.rules)},
                    {"subsidy", to_kroner_text(w.subsidy)},
                    {"ledighedsydelse", to_kroner_text(w.ledighedsydelse)}});
  return list;
}

Json month_json(const LedgerMonth& m, const RateTable& rates, Language language) {
  const MunicipalStatement& s = m.statement;
  Json json = Json::object();
  json["month"] = to_text(s.month);
  json["status"] = to_text(m.status);
  json["benefit"] = to_text(s.benefit);
  json["refund_pct"] = s.share ? Json(percent_text(*s.share)) : Json();
  json["weeks"] = s.weeks;
  json["refund"] = to_text(s.refund);
  json["fleksbidrag"] = to_text(s.fleksbidrag);
  json["municipality"] = to_text(s.municipality);
  json["state"] = to_text(s.state);
  json["citizen"] = to_text(s.citizen);
  json["pension"] = to_text(s.pension);
  json["wage"] = m.facts.wage ? Json(to_kroner_text(*m.facts.wage)) : Json();
  json["wage_month"] = m.wage_month ? Json(to_text(*m.wage_month)) : m.facts.wage ? Json(to_text(s.month)) : Json();
  json["public_atp_known"] = m.public_atp_known;
  Json rules = Json::array();
  for (const Step& step : m.steps) {
    const std::string_view id = info(step.rule).id;
    if (std::none_of(rules.begin(), rules.end(), [&](const Json& known) { return *known.text() == id; })) rules.push_back(id);
  }
  json["rules"] = std::move(rules);
  json["by_week"] = weeks_json(m);
  json["steps"] = steps_json(m.steps, s.month, rates.on(first_day(s.month)), language);
  return json;
}

/// Bars of a month: what the state bears below, what the municipality bears on it.
class LedgerPicture {
 public:
  LedgerPicture(const Case& facts, const MunicipalLedger& ledger, Language language) : case_(facts), l_(ledger), say_(language) {}

  std::string svg() {
    constexpr int width = 960, left = 900, right = 9'350, top = 950, bottom = 4'200;
    Svg svg(width, 520, say_.language(), title(), description());
    svg.text(width * 5, 280, title(), {.anchor = "middle", .size = 18});
    Legend legend(svg, left, 560, right);
    legend.add(colour::blue, say_.text("kommunen bærer", "the municipality bears"));
    legend.add(colour::amber, say_.text("staten bærer", "the state bears"));
    std::int64_t highest = 100'000;
    for (const LedgerMonth& m : l_.months) highest = std::max(highest, (m.statement.municipality + m.statement.state).in_oere());
    const std::int64_t step = tick_step(0, highest, 8, 100'000);
    const auto count = static_cast<int>(l_.months.size());
    const Plot plot{{0, count, left, right}, {0, tick_above(highest, step), bottom, top}};
    plot.up(
        svg, step, [this](std::int64_t oere) { return localized(decimal_text(oere / 100, 0, 0), say_.language()); },
        say_.text("kr. om måneden", "kr. a month"));
    for (int i = 0; i < count; ++i) bar(svg, plot, i);
    plot.zero(svg);
    return std::move(svg).done();
  }

 private:
  void bar(Svg& svg, const Plot& plot, int i) const {
    const LedgerMonth& m = l_.months[static_cast<std::size_t>(i)];
    const MunicipalStatement& s = m.statement;
    const int from = plot.x.at(i), to = plot.x.at(i + 1), gap = std::max(5, (to - from) / 8);
    const std::int64_t state = std::max<std::int64_t>(0, s.state.in_oere()),
                       all = state + std::max<std::int64_t>(0, s.municipality.in_oere());
    const std::string said = said_of(m);
    svg.rect(from + gap, plot.y.at(state), to - from - 2 * gap, plot.y.at(0) - plot.y.at(state), colour::amber, said);
    svg.rect(from + gap, plot.y.at(all), to - from - 2 * gap, plot.y.at(state) - plot.y.at(all), colour::blue, said);
    const int every = std::max(1, (static_cast<int>(l_.months.size()) + 11) / 12);
    if (i % every != 0) return;
    svg.text((from + to) / 2, plot.y.from + 190, to_text(s.month), {.anchor = "middle", .size = 11});
    if (s.share)
      svg.text((from + to) / 2, plot.y.from + 370, localized(percent_text(*s.share), say_.language()) + say_.text(" pct.", " pct."),
               {.anchor = "middle", .size = 11});
    if (!m.facts.weeks.empty())
      svg.text((from + to) / 2, plot.y.from + 550, say_("uge {}", "week {}", s.weeks), {.anchor = "middle", .size = 11});
  }
  [[nodiscard]] std::string said_of(const LedgerMonth& m) const {
    const MunicipalStatement& s = m.statement;
    return say_("{}: ydelse {}, refusion {}, fleksbidrag {}, kommunen {}, staten {}",
                "{}: benefit {}, refund {}, fleksbidrag {}, municipality {}, state {}", in_words(s.month, say_.language()),
                kroner(s.benefit, say_.language()), kroner(s.refund, say_.language()), kroner(s.fleksbidrag, say_.language()),
                kroner(s.municipality, say_.language()), kroner(s.state, say_.language()));
  }
  [[nodiscard]] std::string title() const {
    return case_.name.empty() ? std::string(say_.text("Hvem bærer udgiften?", "Who bears the expense?"))
                              : say_("Hvem bærer udgiften? {}", "Who bears the expense? {}", shown(case_.name));
  }
  [[nodiscard]] std::string description() const {
    std::string text = say_.text("Søjler: hvad staten og kommunen bærer hver måned.", "Bars: what state and municipality bear each month.");
    for (const LedgerMonth* m : {&l_.months.front(), &l_.months.back()}) text += " " + said_of(*m) + ".";
    return text;
  }

  const Case& case_;
  const MunicipalLedger& l_;
  Say say_;
};

}  // namespace

std::string breakdown(const Case& facts, const MunicipalLedger& ledger, const RateTable& rates, Language language) {
  const Say say(language);
  std::string out =
      heading(facts, say) + '\n' +
      say.text("Kommunens regnskab: ydelse, uger med ydelser, refusion, og hvad hver pung bærer eller får. Før skat.\n\n",
               "The municipality's ledger: benefit, weeks with benefits, refund, and what each purse bears or gets. Before tax.\n\n");
  out += table(ledger, say);
  for (const LedgerMonth& m : ledger.months) {
    if (m.steps.empty()) continue;
    out += '\n' + in_words(m.statement.month, language) + '\n';
    const RatesOnDate on = rates.on(first_day(m.statement.month));
    for (const Step& step : m.steps)
      out += wrapped(say("  {}: {} ({}, {})", "  {}: {} ({}, {})", info(step.rule, m.statement.month).id, in_words(step, on, language),
                         cited_source(step.rule, m.statement.month, language), in_words(status_of(step, m.statement.month), language)),
                     4, text_columns) +
             '\n';
  }
  const auto assumed = assumptions(ledger, say);
  if (!assumed.empty()) out += '\n' + std::string(say.text("Forudsat:", "Assumed:")) + '\n';
  for (const std::string& each : assumed) out += wrapped("  " + each, 2, text_columns) + '\n';
  return out;
}

std::string to_json(const Case& facts, const MunicipalLedger& ledger, const RateTable& rates, Language language) {
  Json json = result_json(rates);
  json["name"] = facts.name.empty() ? Json() : Json(facts.name);
  json["as_of"] = ledger.as_of ? Json(to_text(*ledger.as_of)) : Json();
  json["approved"] = facts.approved ? Json(to_text(*facts.approved)) : Json();
  json["staircase_from"] = ledger.staircase_from ? Json(to_text(*ledger.staircase_from)) : Json();
  json["benefit_weeks_before"] = facts.benefit_weeks_before ? Json(*facts.benefit_weeks_before) : Json();
  Json months = Json::array();
  for (const LedgerMonth& m : ledger.months) months.push_back(month_json(m, rates, language));
  json["months"] = std::move(months);
  json["assumed"] = assumptions(ledger, Say(language));
  return written(json);
}

std::string to_csv(const MunicipalLedger& ledger) {
  std::string out = "month,benefit,refund_pct,weeks,refund,fleksbidrag,municipality,state,citizen,pension\n";
  for (const LedgerMonth& m : ledger.months) {
    const MunicipalStatement& s = m.statement;
    out += to_text(s.month) + ',' + to_text(s.benefit) + ',' + (s.share ? percent_text(*s.share) : "") + ',' + std::to_string(s.weeks);
    for (const Money amount : {s.refund, s.fleksbidrag, s.municipality, s.state, s.citizen, s.pension}) out += ',' + to_text(amount);
    out += '\n';
  }
  return out;
}

std::string picture(const Case& facts, const MunicipalLedger& ledger, Language language) {
  return LedgerPicture(facts, ledger, language).svg();
}

}  // namespace fleks
