#include <algorithm>

#include <fleks/words/benefits.hpp>
#include <fleks/words/case.hpp>

#include "facts/case_lists.hpp"
#include "history/used_fact.hpp"
#include "statement/month_amounts.hpp"
#include "words/case_words.hpp"
#include "words/steps_json.hpp"

namespace fleks {
namespace {

const char* kind_word(FactUsed::Kind kind) {
  switch (kind) {
    case FactUsed::Kind::wage: return "wages";
    case FactUsed::Kind::ceiling: return "ceilings";
    case FactUsed::Kind::daily_benefit: return "daily_benefits";
    case FactUsed::Kind::holiday: return "holidays";
    case FactUsed::Kind::benefit_period: return "ledighedsydelse";
    case FactUsed::Kind::sanction: return "sanctions";
    case FactUsed::Kind::income: return "incomes";
    case FactUsed::Kind::unclaimed_benefit: return "unclaimed_benefits";
    case FactUsed::Kind::day_sanction: return "day_sanctions";
    case FactUsed::Kind::back_payment: return "back_payments";
  }
  return "";
}
const char* source_word(FactSource source) {
  switch (source) {
    case FactSource::income_register: return "income_register";
    case FactSource::holiday_account: return "holiday_account";
    case FactSource::employer: return "employer";
    case FactSource::citizen: return "citizen";
    case FactSource::municipality: return "municipality";
  }
  return "";
}
const char* living_word(Living on) {
  switch (on) {
    case Living::fleksjob: return "fleksjob";
    case Living::other_work: return "other_work";
    case Living::daily_benefit: return "daily_benefit";
    case Living::paid_holiday: return "paid_holiday";
    case Living::holiday_on_benefit: return "holiday_on_ledighedsydelse";
    case Living::unpaid_holiday: return "unpaid_holiday";
    case Living::ledighedsydelse: return "ledighedsydelse";
    case Living::sanction: return "sanction";
    case Living::right_ended: return "right_ended";
    case Living::nothing_known: return "nothing_known";
    case Living::old_scheme: return "old_scheme";
  }
  return "";
}

/// Where in the file the missing fact belongs.
std::string place_of(const MissingFact& m) {
  const std::string job = "employments[" + std::to_string(m.employment) + "]";
  switch (m.kind) {
    case MissingFact::Kind::wage: return "wages";
    case MissingFact::Kind::ceiling: return job + ".ceilings";
    case MissingFact::Kind::hours: return job + ".weekly_hours";
    case MissingFact::Kind::holiday_pay: return "holidays[" + std::to_string(m.index) + "].pay_per_day";
    case MissingFact::Kind::holiday_tax: {
      const std::string index = "[" + std::to_string(m.index) + "]";
      return m.item == 1 ? "holidays" + index + ".tax_per_day" : "wages" + index + ".holiday_tax";
    }
    case MissingFact::Kind::capped: return "capped";
    case MissingFact::Kind::full_time_supplement:
      return "wages[" + std::to_string(m.index) + "].supplements[" + std::to_string(m.item) + "].full_time";
  }
  return {};
}

Json fact_json(const Case& c, const FactUsed& f, Language language) {
  const FactRecord& r = record_of(c, f);
  Json json{{"list", kind_word(f.kind)}, {"index", f.index}};
  if (f.kind == FactUsed::Kind::ceiling) json["employment"] = c.employments[f.employment].id;
  json["id"] = r.id.empty() ? Json() : Json(r.id);
  json["source"] = source_word(r.source);
  json["known"] = r.known == Date{} ? Json() : Json(to_text(r.known));
  json["used"] = f.counts == Counts::yes;
  json["reason"] = f.counts == Counts::yes ? Json() : Json(in_words(f.counts, language));
  json["text"] = in_words(c, f, language);
  return json;
}
Json missing_json(const Case& c, const CaseMonth& m, Language language) {
  const Say say(language);
  Json list = Json::array();
  for (const MissingFact& f : m.missing)
    list.push_back({{"fact", place_of(f)},
                    {"employment", f.employment < c.employments.size() ? Json(c.employments[f.employment].id) : Json()},
                    {"month", to_text(f.month)},
                    {"decides", f.decides},
                    {"text", missing_fact(c, f, say)}});
  return list;
}
Json otherwise_json(const CaseMonth& m) {
  Json list = Json::array();
  for (const Otherwise& o : m.otherwise) list.push_back({{"fact", place_of(o.missing)}, {"fleksloentilskud", to_text(o.fleksloentilskud)}});
  return list;
}
Json basis_json(const Case& c, const CaseMonth& m) {
  Json list = Json::array();
  for (const Basis& b : m.basis)
    list.push_back({{"employment", c.employments[b.employment].id},
                    {"wage_month", to_text(b.wage_month)},
                    {"rule", info(b.rule).id},
                    {"expected", b.expected}});
  return list;
}

Json decimal(const Exact& oere) { return to_kroner_text(oere); }

Json subsidy_json(const MonthStatement& s) {
  Json json{{"wage_month", to_text(s.wage_month)}};
  each_shown_amount(s, [&](std::string_view id, const std::optional<Exact>& x) {
    if (id != "paid_hours" && id != "threshold" && id != "total") json[std::string(id)] = x ? decimal(*x) : Json();
  });
  return json;
}
Json benefit_json(const LedighedsydelseStatement& b) {
  return {{"class", to_text(b.benefit_class)},
          {"base", decimal(b.base)},
          {"daily_amount", decimal(b.daily_amount)},
          {"payable_weekdays", to_text(b.payable_weekdays, 4)},
          {"part_base", decimal(b.part_base)},
          {"income", decimal(b.income)},
          {"offset", decimal(b.offset)},
          {"holiday_reduction", decimal(b.holiday_reduction)},
          {"holiday_top_up", decimal(b.holiday_top_up)},
          {"missed_cut", decimal(b.missed_cut)},
          {"ledighedsydelse", to_text(b.ledighedsydelse)},
          {"own_atp", to_text(b.own_atp)},
          {"payout", to_text(b.payout)},
          {"public_atp", to_text(b.public_atp)},
          {"obligatory_pension", to_text(b.obligatory_pension)}};
}
Json account_json(const HolidayAccount& a) {
  return {{"earned_with_pay", to_text(a.earned_with_pay, 4)},
          {"held_with_pay", to_text(a.held_with_pay, 4)},
          {"left_with_pay", to_text(a.left_with_pay, 4)},
          {"left_of_year_before", to_text(a.left_of_year_before, 4)},
          {"earned_on_ledighedsydelse", to_text(a.earned_on_benefit, 4)},
          {"held_on_ledighedsydelse", to_text(a.held_on_benefit, 4)},
          {"left_on_ledighedsydelse", to_text(a.left_on_benefit, 4)}};
}

}  // namespace

Json facts_json(const Case& c, const std::vector<FactUsed>& facts, Language language) {
  Json list = Json::array();
  for (const FactUsed& f : once(facts)) list.push_back(fact_json(c, f, language));
  return list;
}

std::string to_json(const Case& c, const CaseStatement& statement, const RateTable& rates, Language language) {
  Json json = result_json(rates);
  json["name"] = c.name.empty() ? Json() : Json(c.name);
  json["as_of"] = statement.as_of ? Json(to_text(*statement.as_of)) : Json();
  Json months = Json::array();
  for (const CaseMonth& m : statement.months) {
    Json month = Json::object();
    month["month"] = to_text(m.month);
    month["decided"] = to_text(decision_date(c, m.month));
    Json days = Json::array();
    for (const LivingDays& d : m.days)
      days.push_back(
          {{"from", to_text(d.days.first)},
           {"to", to_text(d.days.last)},
           {"on", living_word(d.on)},
           {"employment", d.on == Living::fleksjob || d.on == Living::other_work ? Json(c.employments[d.employment].id) : Json()}});
    month["days"] = std::move(days);
    month["wage_unknown"] =
        std::any_of(m.missing.begin(), m.missing.end(), [](const MissingFact& f) { return f.kind == MissingFact::Kind::wage; });
    month["status"] = to_text(m.status);
    month["reason"] = m.reason ? Json(info(*m.reason).id) : Json();
    month["missing"] = missing_json(c, m, language);
    month["otherwise"] = otherwise_json(m);
    month["basis"] = basis_json(c, m);
    month["subsidy"] = m.subsidy ? subsidy_json(*m.subsidy) : Json();
    month["ledighedsydelse"] = m.benefit ? benefit_json(*m.benefit) : Json();
    month["payout"] = to_text(m.payout);
    month["holiday"] = account_json(m.holiday);
    month["ledighedsydelse_months"] = m.benefit_months;
    month["ledighedsydelse_months_of_24"] = m.benefit_months_of_24;
    month["review_due"] = m.review_due;
    month["long_term"] = m.long_term;
    month["facts"] = facts_json(c, m.facts, language);
    month["steps"] = steps_json(m.steps, m.month, rates.on(rates_month(c, m.month)), language);
    months.push_back(std::move(month));
  }
  json["months"] = std::move(months);
  json["unused"] = facts_json(c, statement.unused, language);
  return written(json);
}

}  // namespace fleks
