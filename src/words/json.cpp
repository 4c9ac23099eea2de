#include <fleks/words/json.hpp>

#include <fleks/facts/names.hpp>
#include <fleks/version.hpp>
#include <fleks/words/amounts.hpp>

#include "statement/month_amounts.hpp"
#include "text/shown_json.hpp"
#include "words/steps_json.hpp"

namespace fleks {
namespace {

const char* word(StepUnit x) {
  switch (x) {
    case StepUnit::kroner: return "kr";
    case StepUnit::hours: return "hours";
    case StepUnit::days: return "days";
    case StepUnit::months: return "months";
  }
  return "";
}

Json decimal(const Exact& oere) { return to_kroner_text(oere); }

const char* stated_by(Ceiling::StatedBy who) {
  switch (who) {
    case Ceiling::StatedBy::employer: return "employer";
    case Ceiling::StatedBy::computed: return "computed";
    case Ceiling::StatedBy::agreement_table: return "agreement-table";
  }
  return "";
}

}  // namespace

Json rate_json(const Rate& rate) {
  Json json{{"key", info(rate.key).name},
            {"value", nullptr},
            {"unit", to_text(rate.unit())},
            {"valid_from", to_text(Date{rate.first})},
            {"valid_to", nullptr}};
  if (rate.status != RateStatus::missing) json["value"] = value_text(rate);
  if (rate.has_end()) json["valid_to"] = to_text(Date{rate.last});
  json["status"] = to_text(rate.status);
  json["source"] = rate.source;
  json["note"] = rate.note.empty() ? Json() : Json(rate.note);
  return json;
}

Json steps_json(std::span<const Step> steps, Month month, const RatesOnDate& rates, Language language) {
  Json list = Json::array();
  for (const Step& step : steps) {
    Json used = Json::array();
    for (const RateKey key : step.rates())
      if (const Rate* rate = rates.row(key)) used.push_back(rate_json(*rate));
    const RuleInfo& period = info(step.rule, month);
    list.push_back({{"rule", period.id},
                    {"name", rule_name(step.rule, month, language)},
                    {"text", in_words(step, rates, language)},
                    {"amount", step.unit == StepUnit::kroner ? to_kroner_text(step.amount) : to_text(step.amount, 4)},
                    {"unit", word(step.unit)},
                    {"source", rule_source(step.rule, month, language)},
                    {"address", period.eli.empty() ? Json() : Json(period.eli)},
                    {"status", to_text(status_of(step, month))},
                    {"rests_on_choice", step.rests_on_choice},
                    {"changed_by_reform", step.changed_by_reform},
                    {"rates", std::move(used)}});
  }
  return list;
}

std::string written(const Json& json) { return shown_json(json.written()) + "\n"; }

Json result_json(const RateTable& rates) {
  Json json = Json::object();
  json["fleks"] = {{"program", library_version()}, {"rates", rates_version(rates)}, {"format", result_format}};
  return json;
}

namespace {

Json json_of(const Explained<AfterTax>& tax, Language language) {
  const AfterTax& s = tax.statement;
  const auto pct = [](const Exact& share) { return to_text(share * Exact::whole(100), 4); };
  Json json = Json::object();
  json["card"] = tax.facts.card == TaxCard::main ? "main" : "secondary";
  json["base"] = decimal(s.base);
  json["percentage"] = pct(s.percentage);
  json["unrounded_percentage"] = pct(s.unrounded);
  json["deduction"] = to_text(s.deduction);
  json["withheld"] = to_text(s.withheld);
  json["in_hand"] = decimal(s.in_hand);
  json["wage"] = {{"base", decimal(tax.facts.am_base)},
                  {"am_contribution", to_text(s.am_contribution)},
                  {"withheld", to_text(s.wage_withheld)},
                  {"in_hand", decimal(s.wage_in_hand)}};
  json["all_in_hand"] = decimal(s.all_in_hand);
  json["year_tax_per_month"] = decimal(s.year_tax_per_month);
  json["difference"] = decimal(s.difference);
  json["steps"] = steps_json(tax, language);
  return json;
}

std::string month_json(const Explained<MonthStatement>& month, const Explained<AfterTax>* tax, Language language,
                       std::optional<Money> expected) {
  const MonthStatement& s = month.statement;
  Json json = result_json(month.rates);
  json["month"] = to_text(s.month);
  json["wage_month"] = to_text(s.wage_month);
  json["rates_month"] = to_text(s.rates_month);
  each_shown_amount(s, [&](std::string_view id, const std::optional<Exact>& x) {
    json[std::string(id)] = !x ? Json() : id == "paid_hours" ? Json(to_text(*x, 4)) : decimal(*x);
    if (id == "normal_wage_ceiling") json["ceiling_stated_by"] = x ? Json(stated_by(month.facts.ceiling.stated_by)) : Json();
  });
  if (expected) {
    json["expected"] = to_text(*expected);
    json["difference"] = to_text(s.fleksloentilskud - *expected);
  }
  json["ceiling_rise"] = nullptr;
  if (s.ceiling_rise_unknown) {
    MonthFacts with = month.facts;
    with.ceiling.holiday_supplement = likely_ceiling_rise(month.facts, s, month.rates);
    const auto raised = fleksloentilskud(with, month.rates, month.options);
    json["ceiling_rise"] = {{"missing", "ceiling_holiday_supplement"},
                            {"without", to_text(s.fleksloentilskud)},
                            {"rise", to_text(with.ceiling.holiday_supplement)},
                            {"with", raised ? Json(to_text(raised->fleksloentilskud)) : Json()}};
  }
  json["has_right"] = s.has_right;
  json["reason"] = nullptr;
  if (const Step* none = month.trace.find(Rule::FLT_3))
    json["reason"] = {{"rule", info(Rule::FLT_3).id}, {"text", in_words(*none, month.rates_in_force(), language)}};
  const Options& o = month.options;
  json["options"] = {{"own_atp", word_of(o.own_atp)},
                     {"rates_of", word_of(o.rates_of)},
                     {"other_wage_under_ceiling", word_of(o.other_wage_under_ceiling)},
                     {"benefits_under_ceiling", word_of(o.benefits_under_ceiling)},
                     {"care_income_under_ceiling", word_of(o.care_income_under_ceiling)},
                     {"holiday_days_of", word_of(o.holiday_days_of)},
                     {"own_atp_of", word_of(o.own_atp_of)},
                     {"atp_contribution", word_of(o.atp_contribution)},
                     {"round_to", word_of(o.round_to)}};
  if (tax != nullptr) json["tax"] = json_of(*tax, language);
  json["steps"] = steps_json(month, language);
  return written(json);
}

}  // namespace

std::string to_json(const Explained<MonthStatement>& month, Language language, std::optional<Money> expected) {
  return month_json(month, nullptr, language, expected);
}

std::string to_json(const Explained<MonthStatement>& month, const Explained<AfterTax>& tax, Language language,
                    std::optional<Money> expected) {
  return month_json(month, &tax, language, expected);
}

std::string to_json(std::span<const Rate* const> rates, const RateTable& table) {
  Json json = result_json(table);
  Json& list = json["rates"] = Json::array();
  for (const Rate* rate : rates) list.push_back(rate_json(*rate));
  return written(json);
}

std::string to_json(std::span<const RateChange> changes, const RateTable& from, const RateTable& to) {
  const auto value = [](const Rate* rate) {
    return rate == nullptr || rate->status == RateStatus::missing ? Json() : Json(value_text(*rate));
  };
  Json json = result_json(to);
  json["from"] = from.version();
  json["to"] = to.version();
  Json& list = json["changes"] = Json::array();
  for (const RateChange& change : changes)
    list.push_back({{"key", info(change.key).name},
                    {"valid_from", to_text(Date{change.first})},
                    {"valid_to", change.last == Rate::open ? Json() : Json(to_text(Date{change.last}))},
                    {"before", value(change.before)},
                    {"after", value(change.after)}});
  return written(json);
}

}  // namespace fleks
