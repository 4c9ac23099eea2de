#include <fleks/words/case_bounds.hpp>

#include <algorithm>

#include <fleks/text/shown.hpp>
#include <fleks/words/amounts.hpp>
#include <fleks/words/case.hpp>

#include "words/bounds_words.hpp"
#include "words/case_words.hpp"
#include "words/sheet.hpp"

namespace fleks {
namespace {

FactRange counted(const CaseRange& r) noexcept { return {r.fact, r.from, r.to, r.is_share}; }
DecidingFact deciding(const CaseBounds& bounds, const CaseDecider& d) {
  const CaseRange& r = bounds.ranges[d.range];
  return {counted(r), d.worth, d.starts_at, d.stops_at};
}

Json decider_json(const Case& c, const CaseBounds& bounds, const CaseDecider& d, bool of_month) {
  const CaseRange& r = bounds.ranges[d.range];
  Json json{
      {"fact", path_of(c, r)}, {"worth", to_text(d.worth)}, {"from", count_text(counted(r), r.from)}, {"to", count_text(counted(r), r.to)}};
  if (!of_month) return json;
  json["starts_at"] = d.starts_at ? Json(count_text(counted(r), *d.starts_at)) : Json();
  json["stops_at"] = d.stops_at ? Json(count_text(counted(r), *d.stops_at)) : Json();
  return json;
}

/// What is not fixed is null in the month as it is where most is paid.
void add_bounds(Json& month, const Case& c, const CaseBounds& bounds, const CaseMonthBounds& m) {
  for (const AmountBounds& amount : m.subsidy) month["subsidy"][std::string(amount.name)] = nullptr;
  for (const std::string_view name : m.left_out) month["subsidy"][std::string(name)] = nullptr;
  for (const AmountBounds& amount : m.benefit) month["ledighedsydelse"][std::string(amount.name)] = nullptr;
  if (m.payout) month["payout"] = nullptr;
  if (m.lowest.status != m.highest.status) month["status"] = month["reason"] = nullptr;
  month["bounds"] = {{"subsidy", bounds_json(m.subsidy)},
                     {"ledighedsydelse", bounds_json(m.benefit)},
                     {"payout", m.payout ? Json{{"from", to_kroner_text(m.payout->from)}, {"to", to_kroner_text(m.payout->to)}} : Json()}};
  month["payout_reached"] = m.payout_reached;
  Json decides = Json::array();
  for (const CaseDecider& d : m.decides) decides.push_back(decider_json(c, bounds, d, true));
  month["decides"] = std::move(decides);
}

/// What a fact alone is worth, broken between words.
std::string worth_of(const Case& c, const CaseRange& range, const DecidingFact& fact, const char* the_result, Language language) {
  const std::string line = what_decides(fact, in_words(c, range, language), the_result, language);
  return "  " + wrapped(line.substr(2, line.size() - 3), 4, text_columns) + "\n";
}

/// The amounts of one benefit that are told: what moves, and the benefit itself.
std::string lines(const std::vector<AmountBounds>& amounts, Language language) {
  std::string text;
  for (const AmountBounds& a : amounts)
    if (a.name != "payout") text += bounds_line(a.name, a.from, a.to, language);
  return text;
}

std::string month_in_words(const Case& c, const CaseBounds& bounds, const CaseMonthBounds& m, Language language) {
  const Say say(language);
  std::string text = bounds_heading(in_words(m.highest.month, language), language);
  text += lines(m.subsidy, language) + lines(m.benefit, language);
  if (m.highest.status == MonthStatus::unknown && !m.highest.subsidy)
    text += say.text("  Fleksløntilskuddet er ukendt.\n", "  The fleksløntilskud is unknown.\n");
  const Exact fixed = Exact::of(m.highest.payout);
  text += bounds_line("payout", m.payout ? m.payout->from : fixed, m.payout ? m.payout->to : fixed, language);
  if (!m.payout_reached)
    text += "  " +
            wrapped(say.text("Udbetalingen ligger mellem de to beløb, men behøver ikke nå dem.",
                             "What is paid out lies between the two amounts and need not reach them."),
                    2, text_columns) +
            "\n";
  for (const CaseDecider& d : m.decides)
    text += worth_of(c, bounds.ranges[d.range], deciding(bounds, d), say.text("det højeste beløb", "the highest amount"), language);
  return text;
}

std::string part_of_wage(const WageRecord& w, const CaseRange& r, const Say& say) {
  switch (r.list) {
    case CaseRange::List::b_incomes: return say.text("B-indkomst (felt 36)", "B-income (field 36)");
    case CaseRange::List::gifts: return say.text("Gaver i lønnen", "Gifts inside the pay");
    case CaseRange::List::holiday_allowances: return say.text("Feriegodtgørelse i lønnen", "Holiday allowance inside the pay");
    case CaseRange::List::bonuses:
      return say("Bonus m.v. for {} til {}", "Bonus etc. for {} to {}", in_words(w.spread[r.item].first, say.language()),
                 in_words(w.spread[r.item].last, say.language()));
    case CaseRange::List::supplements: return supplement_kind(w.supplements[r.item].kind, say);
    case CaseRange::List::allowance_nets:
      return say.text("Feriegodtgørelse efter skat (felt 202)", "Holiday allowance after tax (field 202)");
    case CaseRange::List::allowance_taxes: return say.text("Skat af feriegodtgørelse", "Tax of the holiday allowance");
    case CaseRange::List::allowance_tax_shares:
      return say.text("Trækprocent af feriegodtgørelse", "Percentage of the holiday allowance's tax");
    case CaseRange::List::allowance_deductions:
      return say.text("Fradrag i feriegodtgørelsens skat", "Deduction in the holiday allowance's tax");
    default: return say("{} på fuld tid", "{} of full time", supplement_kind(w.supplements[r.item].kind, say));
  }
}

std::string of_holiday(const CaseRange& r, const Say& say) {
  switch (r.list) {
    case CaseRange::List::holiday_nets: return say.text("Feriepenge om dagen efter skat", "Holiday pay a day after tax");
    case CaseRange::List::holiday_taxes: return say.text("Skat af feriepenge om dagen", "Tax of the holiday pay a day");
    case CaseRange::List::holiday_tax_shares: return say.text("Trækprocent af feriepenge", "Percentage of the holiday pay's tax");
    case CaseRange::List::holiday_deductions:
      return say.text("Fradrag om dagen i feriepengenes skat", "Deduction a day in the holiday pay's tax");
    case CaseRange::List::holiday_days: return say.text("Feriedage", "Holiday days");
    default: return fact_name(r.fact, say.language());
  }
}

}  // namespace

std::string in_words(const Case& c, const CaseRange& r, Language language) {
  const Say say(language);
  switch (r.list) {
    case CaseRange::List::wages: {
      const WageRecord& w = c.wages[r.index];
      return say("{}, {}, {}", "{}, {}, {}", fact_name(r.fact, language), shown(c.employments[w.employment].employer),
                 period_in_words(w.period, language));
    }
    case CaseRange::List::ceilings: {
      const DatedCeiling& dated = c.employments[r.employment].ceilings[r.index];
      const bool base = r.fact == Fact::ceiling && dated.ceiling.form == Ceiling::Form::from_monthly;
      return say("{}, {}, fra {}", "{}, {}, from {}",
                 base ? std::string(say.text("Grundløn på fuld tid i stillingen", "Full-time base pay of the position"))
                      : fact_name(r.fact, language),
                 shown(c.employments[r.employment].employer), in_words(dated.from, language));
    }
    case CaseRange::List::daily_benefits:
      return say("Dagpenge m.v., {}", "Daily benefits, {}", period_in_words(c.daily_benefits[r.index].period, language));
    case CaseRange::List::unclaimed_benefits:
      return say("{}, {}", "{}, {}", fact_name(r.fact, language), period_in_words(c.unclaimed_benefits[r.index].period, language));
    case CaseRange::List::b_incomes:
    case CaseRange::List::gifts:
    case CaseRange::List::holiday_allowances:
    case CaseRange::List::bonuses:
    case CaseRange::List::supplements:
    case CaseRange::List::allowance_nets:
    case CaseRange::List::allowance_taxes:
    case CaseRange::List::allowance_tax_shares:
    case CaseRange::List::allowance_deductions:
    case CaseRange::List::full_time_supplements: {
      const WageRecord& w = c.wages[r.index];
      return say("{}, {}, {}", "{}, {}, {}", part_of_wage(w, r, say), shown(c.employments[w.employment].employer),
                 period_in_words(w.period, language));
    }
    case CaseRange::List::holidays:
    case CaseRange::List::holiday_nets:
    case CaseRange::List::holiday_taxes:
    case CaseRange::List::holiday_tax_shares:
    case CaseRange::List::holiday_deductions:
    case CaseRange::List::holiday_days:
      return say("{}, ferie {}", "{}, holiday {}", of_holiday(r, say), period_in_words(c.holidays[r.index].period, language));
    case CaseRange::List::back_payments:
      return say("Krav på anden ydelse bagud, {}", "Claim of another benefit for the past, {}",
                 period_in_words(c.back_payments[r.index].period, language));
    case CaseRange::List::incomes: break;
  }
  const OtherIncome& income = c.incomes[r.index];
  return say("{}, {}", "{}, {}", r.fact == Fact::self_employed_hours ? fact_name(r.fact, language) : income_kind(income, say),
             in_words(income.month, language));
}

std::string to_json(const Case& c, const CaseBounds& bounds, const RateTable& rates, Language language) {
  Json json = Json::parse(to_json(c, bounds.highest, rates, language));
  json["decides"] = Json::array();
  for (const CaseDecider& d : bounds.decides) json["decides"].push_back(decider_json(c, bounds, d, false));
  for (std::size_t i = 0; i < bounds.months.size(); ++i) add_bounds(json["months"][i], c, bounds, bounds.months[i]);
  return written(json);
}

std::string breakdown(const Case& c, const CaseBounds& bounds, Language language) {
  const Say say(language);
  std::string text = heading(c, say) + "\n";
  if (bounds.highest.as_of)
    text += say("På grundlag af oplysningerne den {}\n", "On the information of {}\n", in_words(*bounds.highest.as_of, language));
  text += heading_of_not_known(language);
  for (const CaseRange& r : bounds.ranges)
    text += say("  {}: fra {} til {}\n", "  {}: from {} to {}\n", in_words(c, r, language), count_in_words(counted(r), r.from, language),
                count_in_words(counted(r), r.to, language));
  for (const CaseMonthBounds& m : bounds.months) text += month_in_words(c, bounds, m, language);
  if (bounds.months.size() > 1) {
    text += say.text("\nDet afgør i alt\n", "\nWhat decides in all\n");
    for (const CaseDecider& d : bounds.decides)
      text += worth_of(c, bounds.ranges[d.range], {counted(bounds.ranges[d.range]), d.worth, {}, {}},
                       say.text("de højeste beløb", "the highest amounts"), language);
  }
  return text + say.text("\nIntet udbetales, afgøres eller skrives efter grænser: oplys det, der mangler.\n",
                         "\nNothing is paid, decided or written by bounds: give what is missing.\n");
}

}  // namespace fleks
