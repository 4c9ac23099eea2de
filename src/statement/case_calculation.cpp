#include "statement/case_calculation.hpp"

#include <algorithm>
#include <bit>
#include <cassert>
#include <map>
#include <string_view>

#include "facts/case_lists.hpp"
#include "rules/holiday.hpp"
#include "rules/ledighedsydelse.hpp"
#include "statement/fetch.hpp"

namespace fleks {
namespace {

constexpr int days_a_week = 7, months_a_year = 12;
constexpr std::int64_t hour_units = 10'000;
constexpr int no_rank = 99;  // no wage of the job is known

/// `total` × `part` / `whole`, rounded down; what is left over goes to the later parts, so that they sum to the total.
std::int64_t share_up_to(std::int64_t total, std::int64_t part, std::int64_t whole) noexcept {
  return static_cast<std::int64_t>(int128{total} * part / whole);
}

/// One step of a case, beside those of the month's rules.
Step& add_step(CaseMonth& out, Rule rule, const Exact& amount, std::initializer_list<Exact> operands = {}, std::uint8_t variant = 0) {
  Step& step = out.steps.emplace_back();
  step.rule = rule;
  step.amount = amount;
  step.variant = variant;
  for (const Exact& operand : operands) step.operands[step.operand_count++] = operand;
  return step;
}

/// The ferieår that a month lies in, by the year it begins in (FERIE-1).
int holiday_year_of(Month month) noexcept { return int{month.year()} - (unsigned{month.month()} < holiday_year_begins); }

/// That day of the month, or its last where it has none: a month after 31 January ends with February.
Date day_of(Month month, std::chrono::day day) noexcept { return std::min(Date{month / day}, last_day(month)); }

Exact half_up_to_oere(const Exact& amount) noexcept { return amount.whole_part_exact(Rounding::half_up); }
Money to_money(const Exact& amount) { return amount.round(Rounding::half_up).value(); }

}  // namespace

CaseCalculation::CaseCalculation(const Case& facts, const RateTable& rates)
    : case_(facts), rates_(rates), best_rank_(facts.employments.size()), without_hours_(facts.employments.size()) {
  for (const Employment& e : case_.employments) {
    Job& job = jobs_.emplace_back();
    job.first = number_of(e.from);
    job.fleks = e.kind == Employment::Kind::fleksjob;
    if (e.to) {
      job.last = number_of(*e.to);
      job.end_known = number_of(e.end_known ? *e.end_known : *e.to);
    }
  }
  prepare_records();
  prepare_wages();
}

void CaseCalculation::prepare_records() {
  std::map<std::string_view, DayNumber> corrected;  // by id, and from when
  const auto note = [&](const FactRecord& r) {
    if (!r.corrects.empty()) corrected.emplace(r.corrects, number_of(r.known));
  };
  each_list_of_facts(case_, [&](std::string_view, const auto& list) {
    for (const auto& fact : list) note(fact.record);
  });
  for (const Employment& e : case_.employments)
    for (const DatedCeiling& c : e.ceilings) note(c.record);

  const auto holds = [&](const FactRecord& r) {
    Holds h{number_of(r.known), never};
    if (r.withdrawn) h.until = h.from;
    if (!r.id.empty() && !corrected.empty())
      if (const auto found = corrected.find(r.id); found != corrected.end()) h.until = std::min(h.until, found->second);
    return h;
  };
  const auto fill = [&](std::vector<Holds>& out, const auto& list) {
    out.reserve(list.size());
    for (const auto& fact : list) out.push_back(holds(fact.record));
  };
  fill(wages_, case_.wages);
  fill(daily_benefits_, case_.daily_benefits);
  fill(holidays_, case_.holidays);
  fill(periods_, case_.ledighedsydelse);
  fill(sanctions_, case_.sanctions);
  fill(incomes_, case_.incomes);
  for (const Employment& e : case_.employments) fill(ceilings_.emplace_back(), e.ceilings);
}

void CaseCalculation::prepare_wages() {
  parts_.reserve(case_.wages.size() + 8);
  for (std::size_t i = 0; i < case_.wages.size(); ++i)
    if (!case_.wages[i].record.withdrawn) add_wage(static_cast<std::uint32_t>(i));
  std::stable_sort(parts_.begin(), parts_.end(), [](const WagePart& a, const WagePart& b) { return a.month < b.month; });
}

/// Divides a wage record into what counts in each month.
void CaseCalculation::add_wage(std::uint32_t index) {
  const WageRecord& w = case_.wages[index];
  WagePart part;
  part.record = index;
  part.employment = static_cast<std::uint32_t>(w.employment);
  part.rank = rank_for_wage(w.record.source);
  part.holds = wages_[index];
  const int paid_in = number_of(month_of(w.disposal));

  // FLT-5, FLT-15: what stands inside field 13 and counts elsewhere, or not at all.
  Money ordinary = w.am_income - w.holiday_allowance;
  for (std::size_t i = 0; i < w.spread.size(); ++i) {
    const SpreadPay& s = w.spread[i];
    ordinary -= s.amount;
    WagePart spread = part;
    spread.kind = WagePart::Kind::spread;
    spread.item = static_cast<std::uint32_t>(i);
    spread.months = number_of(s.last) - number_of(s.first) + 1;
    for (int k = 0; k < spread.months; ++k) {
      spread.month = number_of(s.first) + k;
      spread.pay = Money::oere(share_up_to(s.amount.in_oere(), k + 1, spread.months) - share_up_to(s.amount.in_oere(), k, spread.months));
      parts_.push_back(spread);
    }
  }
  for (std::size_t i = 0; i < w.supplements.size(); ++i) {
    ordinary -= w.supplements[i].amount;
    WagePart supplement = part;
    supplement.kind = WagePart::Kind::supplement;
    supplement.item = static_cast<std::uint32_t>(i);
    supplement.month = paid_in;
    supplement.pay = w.supplements[i].amount;
    parts_.push_back(supplement);
  }
  ordinary += w.b_income;

  const int first = number_of(month_of(w.period.first)), last = number_of(month_of(w.period.last));
  part.has_hours = w.paid_hours.has_value();
  const std::int64_t hours = w.paid_hours ? w.paid_hours->ten_thousandths() : 0;
  const SplitWage split = case_.options.split_wage;
  if (first == last || split == SplitWage::by_disposal) {
    part.month = first == last ? first : paid_in;
    part.split = first != last;
    part.pay = ordinary;
    part.in_kind = w.benefits_in_kind + w.gifts;
    part.own_pension = w.own_pension;
    part.employer_pension = w.employer_pension;
    part.hours = Hours::of_ten_thousandths(hours);
    parts_.push_back(part);
    return;
  }
  // FLT-6 for ordinary pay: by the period's weekdays in each month, or evenly.
  part.split = true;
  part.months = last - first + 1;
  const bool weekend = weekdays(w.period.first, w.period.last) == 0;  // across two months: it counts in the first
  const auto weight_of = [&](int month) {
    if (split == SplitWage::evenly) return 1;
    if (weekend) return month == first ? 1 : 0;
    return weekdays(std::max(w.period.first, first_day(month_at(month))), std::min(w.period.last, last_day(month_at(month))));
  };
  std::int64_t whole = 0, so_far = 0;
  for (int m = first; m <= last; ++m) whole += weight_of(m);
  for (int m = first; m <= last; ++m) {
    const std::int64_t up_to = so_far + weight_of(m);
    const auto share = [&](std::int64_t total) { return share_up_to(total, up_to, whole) - share_up_to(total, so_far, whole); };
    part.month = m;
    part.pay = Money::oere(share(ordinary.in_oere()));
    part.in_kind = std::min(part.pay, Money::oere(share((w.benefits_in_kind + w.gifts).in_oere())));
    part.own_pension = Money::oere(share(w.own_pension.in_oere()));
    part.employer_pension = Money::oere(share(w.employer_pension.in_oere()));
    part.hours = Hours::of_ten_thousandths(share(hours));
    parts_.push_back(part);
    so_far = up_to;
  }
}

DaySet CaseCalculation::days_in(Month month, DayNumber first, DayNumber last) const noexcept {
  const DayNumber begin = number_of(first_day(month));
  const int length = static_cast<int>(unsigned{last_day(month).day()});
  if (last < begin || first > begin + length - 1 || last < first) return 0;
  const int from = std::max(0, first - begin),
            to = std::min(length - 1, static_cast<int>(std::min<std::int64_t>(std::int64_t{last} - begin, length)));
  const DaySet up_to = to == 31 - 1 ? 0x7FFF'FFFFU : (1U << (to + 1)) - 1;
  return up_to & ~((1U << from) - 1);
}

DaySet CaseCalculation::weekdays_of(Month month) const noexcept {
  const unsigned start = std::chrono::weekday{std::chrono::sys_days{first_day(month)}}.iso_encoding() - 1;  // Monday 0
  const int length = static_cast<int>(unsigned{last_day(month).day()});
  DaySet set = 0;
  for (int i = 0; i < length; ++i)
    if ((start + static_cast<unsigned>(i)) % days_a_week < 5) set |= 1U << i;
  return set;
}

DaySet CaseCalculation::job_days(Month month, DayNumber as_of, bool fleks_only) const noexcept {
  DaySet set = 0;
  for (const Job& job : jobs_)
    if (job.fleks || !fleks_only) set |= days_in(month, job.first, job.end(as_of));
  return set;
}

DaySet CaseCalculation::benefit_days(Month month, DayNumber as_of) const noexcept {
  DaySet set = 0;
  for (std::size_t i = 0; i < periods_.size(); ++i) {
    if (!periods_[i].at(as_of)) continue;
    const BenefitPeriod& p = case_.ledighedsydelse[i];
    set |= days_in(month, number_of(p.from), p.to ? number_of(*p.to) : never);
  }
  return set == 0 ? 0 : set & ~job_days(month, as_of, true);
}

/// The days on ledighedsydelse before a second sanction has ended the right (LY-12).
DaySet CaseCalculation::days_with_right(Month month, DayNumber as_of) const noexcept {
  const DaySet days = benefit_days(month, as_of);
  if (days == 0 || sanctions_.empty()) return days;
  const DayNumber ends = right_ends(month, as_of);
  return ends == never ? days : days & ~days_in(month, ends, never);
}

/// Weekdays on ledighedsydelse from `first` to `last`, both counted.
int CaseCalculation::benefit_weekdays(DayNumber first, DayNumber last, DayNumber as_of) const noexcept {
  int count = 0;
  for (int m = number_of(month_of(date_of(first))), end = number_of(month_of(date_of(last))); m <= end; ++m) {
    const Month month = month_at(m);
    count += std::popcount(benefit_days(month, as_of) & weekdays_of(month) & days_in(month, first, last));
  }
  return count;
}

/// Whether a holiday holds: known, not corrected, and no better source says otherwise of its days (BEK-FLT § 14).
bool CaseCalculation::holiday_counts(std::size_t index, DayNumber as_of) const noexcept {
  if (!holidays_[index].at(as_of)) return false;
  const HolidayTaken& h = case_.holidays[index];
  if (h.kind == HolidayTaken::Kind::untaken) return true;
  for (std::size_t i = 0; i < holidays_.size(); ++i) {
    const HolidayTaken& other = case_.holidays[i];
    if (i != index && other.kind != HolidayTaken::Kind::untaken && holidays_[i].at(as_of) &&
        rank_for_holiday(other.record.source) < rank_for_holiday(h.record.source) && other.period.first <= h.period.last &&
        h.period.first <= other.period.last)
      return false;
  }
  return true;
}

/// The days of a holiday that lie in a month.
Days CaseCalculation::holiday_days_in(std::size_t index, Month month) const noexcept {
  const HolidayTaken& h = case_.holidays[index];
  if (h.days && month_of(h.period.first) == month_of(h.period.last)) return month_of(h.period.first) == month ? *h.days : Days{};
  const Date first = std::max(h.period.first, first_day(month)), last = std::min(h.period.last, last_day(month));
  return first > last ? Days{} : Days::whole(weekdays(first, last));
}

CaseCalculation::Wages CaseCalculation::wages_of(Month month, DayNumber as_of, CaseMonth* out) {
  Wages sum;
  const int number = number_of(month);
  const auto begin = std::lower_bound(parts_.begin(), parts_.end(), number, [](const WagePart& p, int m) { return p.month < m; });
  std::fill(best_rank_.begin(), best_rank_.end(), no_rank);
  auto end = begin;
  for (; end != parts_.end() && end->month == number; ++end)
    if (end->kind == WagePart::Kind::wage && end->holds.at(as_of))
      best_rank_[end->employment] = std::min(best_rank_[end->employment], end->rank);
  std::int64_t hours = 0;
  std::fill(without_hours_.begin(), without_hours_.end(), std::uint8_t{0});
  for (auto at = begin; at != end; ++at) {
    const WagePart& p = *at;
    if (!p.holds.at(as_of)) continue;
    const bool outranked = p.rank > best_rank_[p.employment];
    const Job& job = jobs_[p.employment];
    if (out != nullptr) {
      FactUsed used{FactUsed::Kind::wage, p.record, p.employment, Exact::of(p.pay - p.in_kind + p.own_pension + p.employer_pension),
                    outranked};
      out->facts.push_back(used);
      const WageRecord& w = case_.wages[p.record];
      if (!outranked && p.kind == WagePart::Kind::spread)
        add_step(*out, Rule::FLT_6, Exact::of(p.pay), {Exact::of(w.spread[p.item].amount), Exact::whole(p.months)});
      if (!outranked && p.split) {
        add_step(*out, Rule::FLT_6, Exact::of(p.pay), {Exact::of(w.am_income)},
                 static_cast<std::uint8_t>(1 + static_cast<int>(case_.options.split_wage)))
            .rests_on_choice = true;
      }
      if (!outranked && p.kind == WagePart::Kind::wage && w.holiday_allowance != Money{} && month_of(w.period.last) == month)
        add_step(*out, Rule::FLT_15, Exact::of(w.holiday_allowance), {Exact::of(w.am_income)});
      if (!outranked && p.kind == WagePart::Kind::wage && w.great_prayer_day_supplement != Money{})
        add_step(*out, Rule::FERIE_7, Exact::of(w.great_prayer_day_supplement), {}, 1);
    }
    if (outranked) continue;
    if (!job.fleks) {
      sum.other += p.pay - p.in_kind + p.own_pension + p.employer_pension;
      sum.other_own += p.own_pension;
      sum.other_employer += p.employer_pension;
      continue;
    }
    if (p.kind == WagePart::Kind::supplement) {
      sum.supplements += p.pay;
      continue;
    }
    sum.pay += p.pay;
    sum.in_kind += p.in_kind;
    sum.own_pension += p.own_pension;
    sum.employer_pension += p.employer_pension;
    if (p.kind != WagePart::Kind::wage) continue;
    sum.any = true;
    if (p.has_hours)
      hours += p.hours.ten_thousandths();
    else
      without_hours_[p.employment] = 1;
  }
  for (std::size_t i = 0; i < jobs_.size(); ++i) {
    if (without_hours_[i] == 0) continue;
    const auto& weekly = case_.employments[i].weekly_hours;
    if (weekly)
      hours += (Exact::of(*weekly) * Exact::ratio(52 * hour_units, months_a_year)).rounded(Rounding::half_up).value();
    else
      sum.hours_known = false;
  }
  sum.hours = Hours::of_ten_thousandths(std::min(hours, hours_in_a_month.ten_thousandths()));
  return sum;
}

/// FLT-15: feriegodtgørelse of one day: what the job's records have earned in the ferieår, by its days.
Exact CaseCalculation::allowance_per_day(std::uint32_t employment, Month month, DayNumber as_of) const {
  const Job& job = jobs_[employment];
  // From September to December the ferieår before is held first, if anything was earned in it.
  int year = holiday_year_of(month);
  if (unsigned{month.month()} >= holiday_year_begins && job.first < number_of(std::chrono::year{year} / std::chrono::September / 1)) --year;
  const int first = year * 12 + static_cast<int>(holiday_year_begins) - 1;
  const int last = std::min(first + 11, number_of(month) - 1);
  Money allowance{};
  for (std::size_t i = 0; i < case_.wages.size(); ++i) {
    const WageRecord& w = case_.wages[i];
    if (w.employment != employment || !wages_[i].at(as_of)) continue;
    const int earned = number_of(month_of(w.period.last));
    if (earned >= first && earned <= last) allowance += w.holiday_allowance;
  }
  Exact days;
  int whole = 0;
  for (int m = first; m <= last; ++m) {
    const int covered = std::popcount(days_in(month_at(m), job.first, job.end(as_of))),
              all = static_cast<int>(unsigned{last_day(month_at(m)).day()});
    days += law::holiday_days_of_month(covered, all);
    whole += covered == all;
  }
  days = law::holiday_days_of_year(days, whole);
  return days.is_positive() ? Exact::of(allowance) / days : Exact{};
}

/// LOFT-5: the ceiling of a job in a wage month, by the option for a change within it.
Result<std::optional<CaseCalculation::JobCeiling>> CaseCalculation::ceiling_of_job(std::uint32_t employment, Month month, DayNumber as_of,
                                                                                   const RatesOnDate& rates) const {
  const Employment& e = case_.employments[employment];
  const Job& job = jobs_[employment];
  const auto at_day = [&](DayNumber day) {
    int found = -1;
    for (std::size_t i = 0; i < e.ceilings.size(); ++i) {
      const DatedCeiling& c = e.ceilings[i];
      if (!ceilings_[employment][i].at(as_of) || number_of(c.from) > day || (c.to && number_of(*c.to) < day)) continue;
      if (found < 0 || e.ceilings[static_cast<std::size_t>(found)].from <= c.from) found = static_cast<int>(i);
    }
    return found;
  };
  const DayNumber first = std::max(job.first, number_of(first_day(month))), last = std::min(job.end(as_of), number_of(last_day(month)));
  const int at_first = at_day(first), at_last = at_day(last);
  const int chosen = case_.options.ceiling_of_month == CeilingOfMonth::first_day ? at_first : at_last;
  if (chosen < 0) return std::optional<JobCeiling>{};
  JobCeiling out;
  out.index = static_cast<std::uint32_t>(chosen);
  out.ceiling = e.ceilings[out.index].ceiling;
  out.changed = at_first != at_last && at_first >= 0;
  auto amount = normal_wage_ceiling(out.ceiling, rates);
  if (!amount) return std::move(amount).error();
  out.amount = *amount;
  if (!out.changed || case_.options.ceiling_of_month != CeilingOfMonth::by_weekdays) return std::optional(out);
  Exact sum;
  int count = 0;
  for (DayNumber day = first; day <= last; ++day) {
    const int index = at_day(day);
    if (index < 0 || weekdays(date_of(day), date_of(day)) == 0) continue;
    auto of_day = normal_wage_ceiling(e.ceilings[static_cast<std::size_t>(index)].ceiling, rates);
    if (!of_day) return std::move(of_day).error();
    sum += *of_day;
    ++count;
  }
  if (count > 0) {
    out.amount = half_up_to_oere(sum * Exact::ratio(1, count));
    out.ceiling = Ceiling::stated(to_money(out.amount), out.ceiling.stated_by);
  }
  return std::optional(out);
}

/// FLT-16: what a full-time employee would have had of what was paid in the month, in whole øre as it is paid.
Result<Money> CaseCalculation::ceiling_rise(Month wage_month, DayNumber as_of, const RatesOnDate& rates, CaseMonth* out) {
  Money rise{};
  const int number = number_of(wage_month);
  for (auto p = std::lower_bound(parts_.begin(), parts_.end(), number, [](const WagePart&x, int m) { return x.month < m; });
       p != parts_.end() && p->month == number; ++p) {
    if (p->kind != WagePart::Kind::supplement || !p->holds.at(as_of) || p->rank > best_rank_[p->employment] || !jobs_[p->employment].fleks)
      continue;
    const WageRecord& w = case_.wages[p->record];
    const SupplementPaid& s = w.supplements[p->item];
    const auto note = [&](Money amount, Exact from, std::uint8_t variant) {
      rise += amount;
      if (out == nullptr) return;
      Step& step = add_step(*out, Rule::FLT_16, Exact::of(amount), {Exact::of(s.amount), from}, variant);
      step.rests_on_choice = variant != 0;
      if (variant == 1) law::by_rates(step, {RateKey::holiday_supplement_pct});
    };
    if (s.full_time) {
      note(*s.full_time, {}, 0);
    } else if (case_.options.ceiling_rise == CeilingRise::none) {
      note({}, {}, 3);
    } else if (s.kind == SupplementPaid::Kind::holiday_supplement) {
      // FERIE-5: with May's pay for September to May, with August's for June to August; else with the holiday.
      const auto [first, last] = [&]() -> std::pair<int, int> {
        if (s.first) return {number_of(*s.first), number_of(*s.last)};
        if (unsigned{wage_month.month()} == 5) return {number - 8, number};
        if (unsigned{wage_month.month()} == 8) return {number - 2, number};
        return {holiday_year_of(wage_month) * 12 + static_cast<int>(holiday_year_begins) - 1, number};
      }();
      if (out != nullptr) {
        const std::uint8_t when = unsigned{wage_month.month()} == 5 ? 0 : unsigned{wage_month.month()} == 8 ? 1 : 2;
        add_step(*out, Rule::FERIE_5, Exact::of(s.amount), {}, when);
      }
      Exact pay;
      const Job& job = jobs_[p->employment];
      for (int m = first; m <= last; ++m) {
        if (days_in(month_at(m), job.first, job.end(as_of)) == 0) continue;
        auto c = ceiling_of_job(p->employment, month_at(m), as_of, rates);
        if (!c) return std::move(c).error();
        if (*c) pay += (*c)->amount;
      }
      Fetch fetch(rates);
      const Exact share = fetch(RateKey::holiday_supplement_pct);
      if (fetch.failed()) return fetch.error();
      note(to_money(pay * share), pay, 1);
    } else {
      // The others in proportion to full time, where the hours are known.
      Exact hours;
      if (w.paid_hours)
        hours = Exact::of(*w.paid_hours);
      else if (const auto& weekly = case_.employments[p->employment].weekly_hours)
        hours = Exact::of(*weekly) * Exact::ratio(52, 12);
      Fetch fetch(rates);
      const Exact full_time = fetch(RateKey::full_time_hours_week) * Exact::ratio(52, 12);
      if (fetch.failed()) return fetch.error();
      if (hours.is_positive())
        note(to_money(Exact::of(s.amount) * (full_time / hours)), hours, 2);
      else
        note({}, {}, 4);
    }
  }
  return rise;
}

std::optional<Error> CaseCalculation::set_ceiling(MonthFacts& facts, Month wage_month, DayNumber as_of, const RatesOnDate& rates,
                                                  CaseMonth* out) {
  std::optional<JobCeiling> together;
  Exact by_hours, hours_in_all;
  bool hours_known = true;
  int jobs = 0;
  for (std::uint32_t i = 0; i < jobs_.size(); ++i) {
    if (!jobs_[i].fleks || days_in(wage_month, jobs_[i].first, jobs_[i].end(as_of)) == 0) continue;
    auto of_job = ceiling_of_job(i, wage_month, as_of, rates);
    if (!of_job) return std::move(of_job).error();
    if (!*of_job) continue;
    ++jobs;
    const JobCeiling& c = **of_job;
    if (out != nullptr) {
      out->facts.push_back({FactUsed::Kind::ceiling, c.index, i, c.amount, false});
      Step& step = add_step(*out, Rule::LOFT_5, c.amount, {},
                            c.changed ? static_cast<std::uint8_t>(1 + static_cast<int>(case_.options.ceiling_of_month)) : std::uint8_t{0});
      step.rests_on_choice = c.changed;
    }
    const auto& weekly = case_.employments[i].weekly_hours;
    if (weekly && *weekly > Hours{}) {
      by_hours += c.amount * Exact::of(*weekly);
      hours_in_all += Exact::of(*weekly);
    } else {
      hours_known = false;
    }
    const bool lowest = case_.options.ceiling_of_two_jobs == CeilingOfTwoJobs::lowest;
    if (!together || (lowest ? c.amount < together->amount : c.amount > together->amount)) together = c;
  }
  if (!together) return std::nullopt;
  const bool weighed = jobs > 1 && case_.options.ceiling_of_two_jobs == CeilingOfTwoJobs::by_hours && hours_known;
  if (weighed) {
    together->amount = half_up_to_oere(by_hours / hours_in_all);
    together->ceiling = Ceiling::stated(to_money(together->amount), together->ceiling.stated_by);
  }
  if (jobs > 1 && out != nullptr) {
    const std::uint8_t variant = weighed ? 6 : case_.options.ceiling_of_two_jobs == CeilingOfTwoJobs::lowest ? 5 : 4;
    add_step(*out, Rule::LOFT_5, together->amount, {Exact::whole(jobs)}, variant).rests_on_choice = true;
  }
  auto rise = ceiling_rise(wage_month, as_of, rates, out);
  if (!rise) return std::move(rise).error();
  facts.ceiling = together->ceiling;
  if (*rise == Money{}) return std::nullopt;
  // LOFT-3 adds the ferietillæg of the month to the ceiling.
  if (facts.ceiling.form == Ceiling::Form::stated) facts.ceiling.form = Ceiling::Form::from_monthly;
  facts.ceiling.holiday_supplement += *rise;
  return std::nullopt;
}

std::optional<Error> CaseCalculation::subsidy(CaseMonth& out, DayNumber as_of, bool explained) {
  const Month wage_month = month_before(out.month);
  const DaySet covered = job_days(wage_month, as_of, true);
  if (covered == 0) return std::nullopt;
  out.in_fleksjob = true;
  CaseMonth* const told = explained ? &out : nullptr;
  const Options& options = case_.options.month;
  const RatesOnDate rates = rates_.on(options.rates_of == RatesOf::subsidy_month ? out.month : wage_month);

  MonthFacts f;
  f.month = out.month;
  const Wages wages = wages_of(wage_month, as_of, told);
  // A wage that has not been reported is unknown, not zero: whatever job it is missing from.
  for (std::size_t i = 0; i < jobs_.size(); ++i)
    if (jobs_[i].fleks && best_rank_[i] == no_rank && days_in(wage_month, jobs_[i].first, jobs_[i].end(as_of)) != 0)
      out.wage_unknown = true;
  f.pay = Pay::am_income(wages.pay);
  f.benefits_in_kind = wages.in_kind;
  f.own_pension = Contribution::of(wages.own_pension);
  f.employer_pension = Contribution::of(wages.employer_pension);
  f.holiday_supplement = wages.supplements;
  f.other_wage = wages.other;
  if (wages.any && wages.hours_known) f.paid_hours = wages.hours;

  // FLT-9: what was paid in the wage month.
  for (std::size_t i = 0; i < daily_benefits_.size(); ++i) {
    const DailyBenefit& b = case_.daily_benefits[i];
    if (!daily_benefits_[i].at(as_of) || month_of(b.paid) != wage_month) continue;
    f.daily_benefit += b.amount;
    if (told != nullptr)
      told->facts.push_back({FactUsed::Kind::daily_benefit, static_cast<std::uint32_t>(i), 0, Exact::of(b.amount), false});
  }
  for (std::size_t i = 0; i < incomes_.size(); ++i) {
    const OtherIncome& income = case_.incomes[i];
    if (!incomes_[i].at(as_of) || income.month != wage_month || income.kind != OtherIncome::Kind::care) continue;
    f.care_income += income.amount;
    if (told != nullptr) told->facts.push_back({FactUsed::Kind::income, static_cast<std::uint32_t>(i), 0, Exact::of(income.amount), false});
  }
  std::int64_t on_benefit = 0;
  const Month days_of_month = case_.options.holiday_days_of == HolidayDaysOf::wage_month ? wage_month : out.month;
  for (std::size_t i = 0; i < holidays_.size(); ++i) {
    const HolidayTaken& h = case_.holidays[i];
    if (h.kind != HolidayTaken::Kind::allowance && h.kind != HolidayTaken::Kind::ledighedsydelse) continue;
    const bool allowance = h.kind == HolidayTaken::Kind::allowance;
    const Month month = allowance ? wage_month : days_of_month;
    if (month_of(h.period.last) < month || month_of(h.period.first) > month || !holiday_counts(i, as_of)) continue;
    const Days days = holiday_days_in(i, month);
    if (days == Days{}) continue;
    if (!allowance) {
      on_benefit += days.ten_thousandths();
      if (told != nullptr) told->facts.push_back({FactUsed::Kind::holiday, static_cast<std::uint32_t>(i), 0, Exact::of(days), false});
      continue;
    }
    // FLT-15: feriegodtgørelse counts gross, in proportion to the days, in the month of the holiday. On
    // ledighedsydelse it is topped up instead (LY-9).
    if (!h.employment || (benefit_days(wage_month, as_of) & days_in(wage_month, number_of(h.period.first), number_of(h.period.last))) != 0)
      continue;
    const Exact a_day =
        h.pay_per_day ? Exact::of(*h.pay_per_day) : allowance_per_day(static_cast<std::uint32_t>(*h.employment), wage_month, as_of);
    const Money amount = to_money(a_day * Exact::of(days));
    f.pay.amount += amount;
    if (told != nullptr) {
      told->facts.push_back({FactUsed::Kind::holiday, static_cast<std::uint32_t>(i), 0, Exact::of(amount), false});
      add_step(*told, Rule::FLT_15, Exact::of(amount), {Exact::of(days), a_day}, 1);
    }
  }
  // A month has at most as many days to lose as the text's month of 260/12 has.
  f.ledighedsydelse_days = Days::of_ten_thousandths(std::min(on_benefit, Days::whole(31).ten_thousandths()));

  // FLT-13: a part of the month, as the span of as many weekdays where two jobs leave a gap between them.
  const DaySet all_weekdays = weekdays_of(wage_month);
  if (const int worked = std::popcount(covered & all_weekdays); worked < std::popcount(all_weekdays)) {
    const int first = std::countr_zero(covered), last = 31 - std::countl_zero(covered);
    const auto day = [&](int bit) { return Date{wage_month / std::chrono::day{static_cast<unsigned>(bit) + 1}}; };
    f.employed = Period{day(first), day(last)};
    if (weekdays(f.employed->first, f.employed->last) != worked) {
      int end = 0;
      while (std::popcount(all_weekdays & ((2U << end) - 1)) < worked) ++end;
      f.employed = Period{day(0), day(end)};
    }
  }
  if (auto wrong = set_ceiling(f, wage_month, as_of, rates, told)) return wrong;
  if (explained) holidays_in_words(wage_month, as_of, out);

  auto s = explained ? fleksloentilskud(f, rates_, options, trace_) : fleksloentilskud(f, rates_, options);
  if (!s) return std::move(s).error();
  if (explained) out.steps.insert(out.steps.end(), trace_.steps().begin(), trace_.steps().end());
  out.payout += s->payout;
  out.subsidy = *std::move(s);
  return std::nullopt;
}

/// FERIE-4 and FERIE-6: what the pay of a holiday has to be, for who checks the employer's report.
void CaseCalculation::holidays_in_words(Month month, DayNumber as_of, CaseMonth& out) {
  for (std::size_t i = 0; i < holidays_.size(); ++i) {
    const HolidayTaken& h = case_.holidays[i];
    if ((h.kind != HolidayTaken::Kind::paid && h.kind != HolidayTaken::Kind::unpaid) || !holiday_counts(i, as_of)) continue;
    const Exact days = Exact::of(holiday_days_in(i, month));
    if (days.is_zero()) continue;
    out.facts.push_back({FactUsed::Kind::holiday, static_cast<std::uint32_t>(i), 0, days, false});
    if (!h.monthly_pay) continue;
    const Exact pay = Exact::of(*h.monthly_pay);
    if (h.kind == HolidayTaken::Kind::unpaid) {
      add_step(out, Rule::FERIE_6, law::unpaid_holiday(pay, days), {pay, days});
    } else if (h.hours_then) {
      const Exact then = Exact::of(*h.hours_then), now = Exact::of(*h.hours_now);
      add_step(out, Rule::FERIE_4, law::pay_during_holiday(pay, then, now), {pay, then, now});
    }
  }
}

/// LY-2: whole months of fleksjob within the 18 months before a day; days beyond whole months make one for 30.
int CaseCalculation::fleksjob_months_before(DayNumber day, DayNumber as_of) const noexcept {
  const Date end = date_of(day);
  const Month window = month_of(end) - std::chrono::months{law::full_rate_window};
  const DayNumber first = number_of(day_of(window, end.day()));
  int months = 0, days = 0;
  for (DayNumber at = first; at < day;) {
    // The next stretch of days in fleksjob.
    DayNumber start = never, stop = 0;
    for (const Job& job : jobs_)
      if (job.fleks && job.end(as_of) >= at) start = std::min(start, std::max(job.first, at));
    if (start >= day) break;
    stop = start;
    for (bool grown = true; grown;) {
      grown = false;
      for (const Job& job : jobs_)
        if (job.fleks && job.first <= stop && job.end(as_of) >= stop) {
          stop = std::min<DayNumber>(job.end(as_of) == never ? day : job.end(as_of) + 1, day);
          grown = stop < day;
        }
    }
    const Date from = date_of(start);
    int whole = 0;
    for (;; ++whole) {
      const Month next = month_of(from) + std::chrono::months{whole + 1};
      if (number_of(day_of(next, from.day())) > stop) break;
    }
    const Month last_whole = month_of(from) + std::chrono::months{whole};
    months += whole;
    days += stop - number_of(day_of(last_whole, from.day()));
    at = stop + 1;
  }
  return months + days / 30;
}

BenefitClass CaseCalculation::class_at(DayNumber day, DayNumber as_of, CaseMonth* out) const {
  BenefitClassFacts facts{case_.sickness_benefit_right, case_.from_unsupported_work, 0, case_.provider};
  if (!facts.sickness_benefit_right && !facts.from_unsupported_work) facts.fleksjob_months_of_18 = fleksjob_months_before(day, as_of);
  const BenefitClass result = benefit_class(facts);
  if (out != nullptr) {
    // The wording: 0 right to sickness benefit, 1 from ordinary work, 2 low amount; LY-2: nine months.
    const bool by_months = result == BenefitClass::full && !facts.sickness_benefit_right && !facts.from_unsupported_work;
    const std::uint8_t variant = facts.sickness_benefit_right ? 0 : facts.from_unsupported_work ? 1 : 2;
    Step& step = add_step(*out, by_months ? Rule::LY_2 : Rule::LY_1, Exact::whole(facts.fleksjob_months_of_18), {},
                          by_months ? std::uint8_t{0} : variant);
    step.unit = StepUnit::days;
  }
  return result;
}

/// LY-12: the day on which a second sanction within 12 months has ended the right, until a new fleksjob; `never`
/// when it has not.
DayNumber CaseCalculation::right_ends(Month month, DayNumber as_of) const noexcept {
  const DayNumber month_ends = number_of(last_day(month));
  DayNumber ended = never;
  for (std::size_t i = 0; i < sanctions_.size(); ++i) {
    if (!sanctions_[i].at(as_of)) continue;
    const Date second = case_.sanctions[i].date;
    if (number_of(second) > month_ends) continue;
    for (std::size_t j = 0; j < sanctions_.size(); ++j) {
      if (i == j || !sanctions_[j].at(as_of)) continue;
      const Date first = case_.sanctions[j].date;
      if (first > second || (first == second && j > i)) continue;
      const Month limit = month_of(first) + std::chrono::months{law::second_sanction_months};
      if (second >= day_of(limit, first.day())) continue;
      DayNumber again = never;
      for (const Job& job : jobs_)
        if (job.fleks && job.first > number_of(second)) again = std::min(again, job.first);
      if (again > month_ends) ended = std::min(ended, number_of(second));
    }
  }
  return ended;
}

/// LY-12: 15 weekdays on ledighedsydelse from the day of the sanction on; what of them lies in the month.
Days CaseCalculation::sanction_days(Month month, DayNumber as_of, CaseMonth* out) {
  int days = 0;
  const DayNumber begin = number_of(first_day(month)), end = std::min(number_of(last_day(month)), right_ends(month, as_of) - 1);
  for (std::size_t i = 0; i < sanctions_.size(); ++i) {
    if (!sanctions_[i].at(as_of)) continue;
    const DayNumber from = number_of(case_.sanctions[i].date);
    if (from > end || begin - from > 366) continue;
    const int used = from < begin ? benefit_weekdays(from, begin - 1, as_of) : 0;
    const int here = std::min(law::sanction_weekdays - used, benefit_weekdays(std::max(from, begin), end, as_of));
    if (here <= 0) continue;
    days += here;
    if (out != nullptr) out->facts.push_back({FactUsed::Kind::sanction, static_cast<std::uint32_t>(i), 0, Exact::whole(here), false});
  }
  return Days::whole(std::min(days, std::popcount(weekdays_of(month))));
}

std::optional<Error> CaseCalculation::benefit(CaseMonth& out, DayNumber as_of, bool explained) {
  const Month month = out.month;
  CaseMonth* const told = explained ? &out : nullptr;
  const DaySet days = benefit_days(month, as_of), all_weekdays = weekdays_of(month);
  const DaySet entitled = days_with_right(month, as_of);
  if (told != nullptr && entitled != days) add_step(*told, Rule::LY_12, Exact{}, {}, 1);

  LedighedsydelseFacts f;
  f.month = month;
  f.provider = case_.provider;
  std::int64_t in_fleksjob = 0, holiday = 0, untaken = 0;
  Exact holiday_pay;
  DayNumber first_of_holiday = never;
  for (std::size_t i = 0; i < holidays_.size(); ++i) {
    const HolidayTaken& h = case_.holidays[i];
    if (h.period.last < first_day(month) || h.period.first > last_day(month) || !holiday_counts(i, as_of)) continue;
    const DaySet on_benefit = days & days_in(month, number_of(h.period.first), number_of(h.period.last));
    Days taken{};
    switch (h.kind) {
      case HolidayTaken::Kind::untaken:
        if (month_of(h.period.first) != month) break;
        taken = days_of(h);
        untaken += taken.ten_thousandths();
        break;
      case HolidayTaken::Kind::ledighedsydelse: {
        // LY-11 in a fleksjob; without one the days are on ledighedsydelse anyway.
        const DaySet job = job_days(month, as_of, true) & days_in(month, number_of(h.period.first), number_of(h.period.last));
        if (job == 0) break;
        taken = holiday_days_in(i, month);
        in_fleksjob += taken.ten_thousandths();
        first_of_holiday = std::min(first_of_holiday, std::max(number_of(h.period.first), number_of(first_day(month))));
        break;
      }
      case HolidayTaken::Kind::allowance:
      case HolidayTaken::Kind::paid: {
        // LY-9: paid holiday while unemployed.
        if (on_benefit == 0) break;
        taken = h.days ? holiday_days_in(i, month) : Days::whole(std::popcount(on_benefit & all_weekdays));
        const Exact a_day = h.pay_per_day  ? Exact::of(*h.pay_per_day)
                            : h.employment ? allowance_per_day(static_cast<std::uint32_t>(*h.employment), month, as_of)
                                           : Exact{};
        holiday += taken.ten_thousandths();
        holiday_pay += a_day * Exact::of(taken);
        break;
      }
      case HolidayTaken::Kind::unpaid: break;
    }
    if (told != nullptr && taken != Days{})
      told->facts.push_back({FactUsed::Kind::holiday, static_cast<std::uint32_t>(i), 0, Exact::of(taken), false});
  }
  if (days == 0 && in_fleksjob == 0) return std::nullopt;

  const Days weekdays_in_all = Days::whole(std::popcount(all_weekdays));
  f.entitled_weekdays = Days::of_ten_thousandths(
      std::min(Days::whole(std::popcount(entitled & all_weekdays)).ten_thousandths() + in_fleksjob, weekdays_in_all.ten_thousandths()));
  f.untaken_holiday_days = std::min(Days::of_ten_thousandths(untaken), weekdays_in_all);
  f.holiday_days = std::min(Days::of_ten_thousandths(holiday), weekdays_in_all);
  if (holiday > 0) f.holiday_pay_per_day = to_money(holiday_pay / Exact::of(Days::of_ten_thousandths(holiday)));
  if (!sanctions_.empty() && entitled != 0) f.sanction_days = sanction_days(month, as_of, told);

  // LY-1, LY-2: as decided for the period, or by the facts on its first day.
  if (explained && in_fleksjob > 0) {
    Step& step = add_step(out, Rule::LY_11, Exact::of(Days::of_ten_thousandths(in_fleksjob)), {},
                          static_cast<std::uint8_t>(case_.options.holiday_benefit_offset));
    step.unit = StepUnit::days;
    step.rests_on_choice = days == 0;
  }
  std::size_t period = periods_.size();
  for (std::size_t i = 0; i < periods_.size() && days != 0; ++i) {
    const BenefitPeriod& p = case_.ledighedsydelse[i];
    if (periods_[i].at(as_of) && (days & days_in(month, number_of(p.from), p.to ? number_of(*p.to) : never)) != 0 &&
        (period == periods_.size() || p.from < case_.ledighedsydelse[period].from))
      period = i;
  }
  if (period < periods_.size()) {
    const BenefitPeriod& p = case_.ledighedsydelse[period];
    if (told != nullptr) told->facts.push_back({FactUsed::Kind::benefit_period, static_cast<std::uint32_t>(period), 0, Exact{}, false});
    if (p.benefit_class) {
      f.benefit_class = *p.benefit_class;
      if (told != nullptr) add_step(*told, Rule::LY_1, Exact{}, {}, 3).unit = StepUnit::days;
    } else {
      f.benefit_class = class_at(number_of(p.from), as_of, told);
    }
  } else {
    f.benefit_class = class_at(first_of_holiday, as_of, told);
  }

  // LY-5: the month before. Holiday in a fleksjob is not offset by the wage that it stands beside, unless chosen.
  if (days != 0 || case_.options.holiday_benefit_offset == HolidayBenefitOffset::wage) {
    const Month before = month_before(month);
    const Wages wages = wages_of(before, as_of, out.in_fleksjob ? nullptr : told);
    f.own_pension = wages.own_pension + wages.other_own;
    f.employer_pension = wages.employer_pension + wages.other_employer;
    f.am_income = wages.pay - wages.in_kind + wages.supplements + wages.other - wages.other_own - wages.other_employer;
    for (std::size_t i = 0; i < daily_benefits_.size(); ++i)
      if (daily_benefits_[i].at(as_of) && month_of(case_.daily_benefits[i].paid) == before) {
        f.replacing_income += case_.daily_benefits[i].amount;
        if (told != nullptr && !out.in_fleksjob)
          told->facts.push_back(
              {FactUsed::Kind::daily_benefit, static_cast<std::uint32_t>(i), 0, Exact::of(case_.daily_benefits[i].amount), false});
      }
    for (std::size_t i = 0; i < incomes_.size(); ++i) {
      const OtherIncome& income = case_.incomes[i];
      if (!incomes_[i].at(as_of) || income.month != before) continue;
      switch (income.kind) {
        case OtherIncome::Kind::care:
        case OtherIncome::Kind::replacing_wage: f.replacing_income += income.amount; break;
        case OtherIncome::Kind::self_employment:
          f.self_employed_hours = std::min(
              Hours::of_ten_thousandths(f.self_employed_hours.ten_thousandths() + income.hours.ten_thousandths()), hours_in_a_month);
          break;
        case OtherIncome::Kind::paid_out_holiday_allowance: f.paid_out_holiday_allowance += income.amount; break;
        case OtherIncome::Kind::uncounted: f.uncounted[static_cast<std::size_t>(income.uncounted)] += income.amount; break;
      }
      if (told != nullptr && !(out.in_fleksjob && income.kind == OtherIncome::Kind::care))
        told->facts.push_back({FactUsed::Kind::income, static_cast<std::uint32_t>(i), 0, Exact::of(income.amount), false});
    }
  }

  auto s = explained ? ledighedsydelse(f, rates_, trace_) : ledighedsydelse(f, rates_);
  if (!s) return std::move(s).error();
  if (explained) out.steps.insert(out.steps.end(), trace_.steps().begin(), trace_.steps().end());
  out.payout += s->payout;
  out.benefit = *std::move(s);
  return std::nullopt;
}

Result<CaseMonth> CaseCalculation::month(Month month, DayNumber as_of, bool explained) {
  Result<CaseMonth> result{CaseMonth{}};
  result->month = month;
  if (auto wrong = subsidy(*result, as_of, explained)) return std::move(*wrong);
  if (auto wrong = benefit(*result, as_of, explained)) return std::move(*wrong);
  return result;
}

/// What the citizen lives on, day by day; neighbours of one kind together.
void CaseCalculation::living(CaseMonth& out, DayNumber as_of) const {
  const Month month = out.month;
  const int length = static_cast<int>(unsigned{last_day(month).day()});
  std::array<LivingDays, 31> by_day;
  by_day.fill({{}, Living::nothing_known, 0});
  const auto set = [&](DaySet days, Living on, std::uint32_t employment = 0) {
    for (; days != 0; days &= days - 1) by_day[static_cast<std::size_t>(std::countr_zero(days))] = {{}, on, employment};
  };
  for (const bool fleks : {false, true})
    for (std::size_t i = 0; i < jobs_.size(); ++i)
      if (jobs_[i].fleks == fleks)
        set(days_in(month, jobs_[i].first, jobs_[i].end(as_of)), fleks ? Living::fleksjob : Living::other_work,
            static_cast<std::uint32_t>(i));
  const DaySet on_benefit = benefit_days(month, as_of);
  set(on_benefit, Living::ledighedsydelse);
  for (std::size_t i = 0; i < sanctions_.size(); ++i) {
    const DayNumber from = number_of(case_.sanctions[i].date);
    if (on_benefit == 0 || !sanctions_[i].at(as_of) || number_of(first_day(month)) - from > 366) continue;
    for (DaySet rest = on_benefit & days_in(month, from, never) & weekdays_of(month); rest != 0; rest &= rest - 1) {
      const int bit = std::countr_zero(rest);
      if (benefit_weekdays(from, number_of(first_day(month)) + bit, as_of) <= law::sanction_weekdays) set(1U << bit, Living::sanction);
    }
  }
  if (on_benefit != 0 && !sanctions_.empty())
    if (const DayNumber ends = right_ends(month, as_of); ends != never) set(on_benefit & days_in(month, ends, never), Living::right_ended);
  for (std::size_t i = 0; i < holidays_.size(); ++i) {
    const HolidayTaken& h = case_.holidays[i];
    if (h.kind == HolidayTaken::Kind::untaken || h.period.last < first_day(month) || h.period.first > last_day(month) ||
        !holiday_counts(i, as_of))
      continue;
    const Living on = h.kind == HolidayTaken::Kind::ledighedsydelse ? Living::holiday_on_benefit
                      : h.kind == HolidayTaken::Kind::unpaid        ? Living::unpaid_holiday
                                                                    : Living::paid_holiday;
    set(days_in(month, number_of(h.period.first), number_of(h.period.last)), on);
  }
  for (std::size_t i = 0; i < daily_benefits_.size(); ++i)
    if (daily_benefits_[i].at(as_of))
      set(days_in(month, number_of(case_.daily_benefits[i].period.first), number_of(case_.daily_benefits[i].period.last)),
          Living::daily_benefit);

  const auto day = [&](int bit) { return Date{month / std::chrono::day{static_cast<unsigned>(bit) + 1}}; };
  for (int i = 0; i < length; ++i) {
    const LivingDays& here = by_day[static_cast<std::size_t>(i)];
    if (!out.days.empty() && out.days.back().on == here.on && out.days.back().employment == here.employment)
      out.days.back().days.last = day(i);
    else
      out.days.push_back({{day(i), day(i)}, here.on, here.employment});
  }
}

/// FERIE-1, LY-8, LY-11: what is earned and held, ferieår by ferieår; in September to December the year before first.
void CaseCalculation::accounts(std::vector<CaseMonth>& months, DayNumber as_of) const {
  struct Year {
    Exact with_pay{}, on_benefit{}, held_with_pay{}, held_on_benefit{};
    Exact pay_months{}, benefit_months{};
    int whole_pay = 0, whole_benefit = 0;
  };
  Year now, before;
  int first = number_of(months.front().month);
  for (const Job& job : jobs_) first = std::min(first, number_of(month_of(date_of(job.first))));
  for (const BenefitPeriod& p : case_.ledighedsydelse)
    if (!p.record.withdrawn) first = std::min(first, number_of(month_of(p.from)));
  // What lies more than two ferieår back is lost or held.
  first = std::max(first, (holiday_year_of(months.front().month) - 1) * 12 + static_cast<int>(holiday_year_begins) - 1);
  const int last = number_of(months.back().month);
  for (int m = first; m <= last; ++m) {
    const Month month = month_at(m);
    const unsigned calendar = unsigned{month.month()};
    if (calendar == holiday_year_begins) {
      before = now;
      now = {};
    }
    const int all = static_cast<int>(unsigned{last_day(month).day()});
    const int in_jobs = std::popcount(job_days(month, as_of, false)), on_benefit = std::popcount(days_with_right(month, as_of));
    now.pay_months += law::holiday_days_of_month(in_jobs, all);
    now.whole_pay += in_jobs == all;
    now.with_pay = law::holiday_days_of_year(now.pay_months, now.whole_pay);
    now.benefit_months += law::holiday_days_of_month(on_benefit, all);
    now.whole_benefit += on_benefit == all;
    // LY-8: 25 days together with those that are paid.
    now.on_benefit = smaller(law::holiday_days_of_year(now.benefit_months, now.whole_benefit), law::holiday_days_a_year - now.with_pay);
    if (calendar == 1) before = {};  // lost after 31 December
    for (std::size_t i = 0; i < holidays_.size(); ++i) {
      const HolidayTaken& h = case_.holidays[i];
      if (!counts_as_held(h.kind) || h.period.last < first_day(month) || h.period.first > last_day(month) || !holiday_counts(i, as_of))
        continue;
      Exact days = Exact::of(holiday_days_in(i, month));
      const bool benefit = h.kind == HolidayTaken::Kind::ledighedsydelse;
      Exact& held_before = benefit ? before.held_on_benefit : before.held_with_pay;
      const Exact left = (benefit ? before.on_benefit : before.with_pay) - held_before;
      const Exact of_before = left.is_positive() ? smaller(days, left) : Exact{};
      held_before += of_before;
      (benefit ? now.held_on_benefit : now.held_with_pay) += days - of_before;
    }
    if (m < number_of(months.front().month)) continue;
    HolidayAccount& a = months[static_cast<std::size_t>(m - number_of(months.front().month))].holiday;
    const auto at_least_none = [](const Exact& x) { return x.is_positive() ? x : Exact{}; };
    a.earned_with_pay = now.with_pay;
    a.held_with_pay = now.held_with_pay;
    a.left_with_pay = at_least_none(now.with_pay - now.held_with_pay);
    a.left_of_year_before = at_least_none(before.with_pay - before.held_with_pay);
    a.earned_on_benefit = now.on_benefit;
    a.held_on_benefit = now.held_on_benefit;
    const bool in_fleksjob = (job_days(month, as_of, true) >> (all - 1) & 1) != 0;
    a.left_on_benefit = at_least_none((in_fleksjob ? law::holiday_days_a_year - now.with_pay : now.on_benefit) - now.held_on_benefit);
  }
}

/// LY-14: whole months on ledighedsydelse, since the last fleksjob and within 24.
void CaseCalculation::counters(CaseMonth& out, DayNumber as_of) const {
  if (periods_.empty()) return;
  int since = 0, within = 0;
  bool counting = true;
  const int number = number_of(out.month);
  DayNumber earliest = never;
  for (std::size_t i = 0; i < periods_.size(); ++i)
    if (periods_[i].at(as_of)) earliest = std::min(earliest, number_of(case_.ledighedsydelse[i].from));
  if (earliest == never) return;
  const int start = number_of(month_of(date_of(earliest)));
  for (int m = number; m >= start && (counting || number - m < law::long_term_window); --m) {
    const Month month = month_at(m);
    const DaySet all = weekdays_of(month);
    const bool whole = (days_with_right(month, as_of) & all) == all;
    if (job_days(month, as_of, true) != 0) counting = false;
    since += counting && whole;
    within += number - m < law::long_term_window && whole;
  }
  out.benefit_months = since;
  out.benefit_months_of_24 = within;
  out.review_due = since >= law::review_months;
  out.long_term = within >= law::long_term_months;
}

Result<std::vector<CaseMonth>> CaseCalculation::months(Month first, Month last, DayNumber as_of, bool explained) {
  assert(first.ok() && last.ok() && first <= last);
  std::vector<CaseMonth> out;
  out.reserve(static_cast<std::size_t>((last - first).count() + 1));
  for (Month m = first; m <= last; m = month_after(m)) {
    auto here = month(m, as_of, explained);
    if (!here) return std::move(here).error();
    out.push_back(*std::move(here));
    living(out.back(), as_of);
    counters(out.back(), as_of);
    if (explained && out.back().benefit && (out.back().review_due || out.back().long_term)) {
      const CaseMonth& c = out.back();
      Step& step =
          add_step(out.back(), Rule::LY_14, Exact::whole(c.benefit_months), {Exact::whole(c.benefit_months_of_24)}, c.long_term ? 1 : 0);
      step.unit = StepUnit::days;
    }
  }
  accounts(out, as_of);
  for (CaseMonth& m : out)
    if (explained && m.benefit && m.holiday.earned_on_benefit.is_positive())
      add_step(m, Rule::LY_8, m.holiday.earned_on_benefit, {m.holiday.held_on_benefit, m.holiday.left_on_benefit}).unit = StepUnit::days;
  return out;
}

}  // namespace fleks
