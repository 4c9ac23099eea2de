#include "history/known.hpp"

#include <algorithm>
#include <map>
#include <string_view>

#include "facts/case_lists.hpp"
#include "rules/first_month.hpp"
#include "rules/holiday_pay.hpp"
#include "rules/pension_age.hpp"

namespace fleks::history {
namespace {

/// From when each fact is corrected, by its id.
using Corrected = std::map<std::string_view, DayNumber>;

Corrected corrections_of(const Case& facts) {
  Corrected corrected;
  const auto note = [&](const FactRecord& r) {
    if (!r.corrects.empty()) corrected.emplace(r.corrects, number_of(r.known));
  };
  each_list_of_facts(facts, [&](std::string_view, const auto& list) {
    for (const auto& fact : list) note(fact.record);
  });
  for (const Employment& e : facts.employments)
    for (const DatedCeiling& c : e.ceilings) note(c.record);
  return corrected;
}

Holds holds(const FactRecord& r, const Corrected& corrected) {
  Holds h{number_of(r.known), no_end};
  if (r.withdrawn) h.until = h.from;
  if (const auto found = corrected.find(r.id); found != corrected.end()) h.until = std::min(h.until, found->second);
  return h;
}

template <class Facts>
std::vector<Holds> each_holds(const std::vector<Facts>& list, const Corrected& corrected) {
  std::vector<Holds> out;
  out.reserve(list.size());
  for (const auto& fact : list) out.push_back(holds(fact.record, corrected));
  return out;
}

Job job_of(const Employment& e) {
  Job job;
  job.days.first = number_of(e.from);
  job.fleks = e.kind == Employment::Kind::fleksjob;
  job.old_scheme = job.fleks && e.from < law::first_day_of_scheme;
  if (e.to) {
    job.days.last = number_of(*e.to);
    job.end_known = number_of(e.end_known ? *e.end_known : *e.to);
  }
  return job;
}

}  // namespace

Known::Known(const Case& the_facts, const RateTable& the_rates) : facts(the_facts), rates(the_rates) {
  const Corrected corrected = corrections_of(facts);
  for (const Employment& e : facts.employments) {
    jobs.push_back(job_of(e));
    ceilings.push_back(each_holds(e.ceilings, corrected));
  }
  wages = each_holds(facts.wages, corrected);
  daily_benefits = each_holds(facts.daily_benefits, corrected);
  unclaimed_benefits = each_holds(facts.unclaimed_benefits, corrected);
  holidays = each_holds(facts.holidays, corrected);
  periods = each_holds(facts.ledighedsydelse, corrected);
  sanctions = each_holds(facts.sanctions, corrected);
  day_sanctions = each_holds(facts.day_sanctions, corrected);
  incomes = each_holds(facts.incomes, corrected);
  back_payments = each_holds(facts.back_payments, corrected);
  for (const BenefitPeriod& period : facts.ledighedsydelse) period_days.push_back(days_of(period));
  allowances.reserve(facts.wages.size());
  for (const WageRecord& w : facts.wages) {
    allowances.push_back(gross_allowance(w, rates));
    allowance_unknown = allowance_unknown || !allowances.back();
  }
  parts = PartsByMonth(wage_parts(facts, wages, allowances));
  without_right = law::first_month_without_right(facts.birth_date, facts.pension_from);
}

std::optional<Money> gross_of_net(Money net, const Percent& share, Money deduction, Month month, const RateTable& rates) {
  const Rate* const am = rates.on(month).find(RateKey::tax_am_pct);
  return am == nullptr ? std::nullopt : law::gross_of_net(net, Exact::of(share), deduction, am->exact);
}
std::optional<Money> gross_allowance(const WageRecord& w, const RateTable& rates) {
  if (w.net_holiday_allowance == Money{} || w.holiday_allowance != Money{}) return w.holiday_allowance;
  if (!w.holiday_tax_share || !w.period.last.ok()) return std::nullopt;
  return gross_of_net(w.net_holiday_allowance, *w.holiday_tax_share, w.holiday_tax_deduction, month_of(w.period.last), rates);
}

std::vector<Stretch> fleksjob(const Known& known, DayNumber as_of) {
  std::vector<Stretch> out;
  for (const Job& job : known.jobs)
    if (job.fleks) out.push_back(job.known(as_of));
  return out;
}

}  // namespace fleks::history
