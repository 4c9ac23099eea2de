#include <algorithm>
#include <map>
#include <set>
#include <string_view>
#include <tuple>

#include <fleks/facts/municipal_facts.hpp>

#include "facts/case_lists.hpp"
#include "facts/case_problems.hpp"
#include "values/day_number.hpp"

namespace fleks::case_problems {
namespace {

constexpr auto most_months = std::chrono::months{1200};

}  // namespace

std::vector<Error> Problems::find() {
  check_months();
  check_records();
  for (std::size_t i = 0; i < case_.employments.size(); ++i) check_employment(i);
  for (std::size_t i = 0; i < case_.wages.size(); ++i) check_wage(i);
  check_daily_benefits("daily_benefits", case_.daily_benefits);
  check_daily_benefits("unclaimed_benefits", case_.unclaimed_benefits);
  for (std::size_t i = 0; i < case_.holidays.size(); ++i) check_holiday(i);
  check_benefit_periods();
  check_overlaps();
  check_holiday_years();
  check_others();
  check_said_twice();
  return std::move(errors_);
}

void Problems::check_months() {
  if (!case_.first.ok() || !case_.last.ok()) return;
  if (case_.last < case_.first || case_.last - case_.first > most_months)
    complain(ErrorCode::out_of_range, "to", to_text(case_.last), AtLeast{case_.first});
}

// Ids once, and corrections of facts of the same list that were known before.
void Problems::check_records() {
  struct Known {
    std::string_view list;
    Date known;
  };
  std::map<std::string_view, Known> ids;
  const auto each = [&](auto check) {
    each_list_of_facts(case_, [&](std::string_view name, const auto& list) {
      for (std::size_t i = 0; i < list.size(); ++i) check(name, list[i].record, [&, i] { return at(name, i); });
    });
    for (std::size_t e = 0; e < case_.employments.size(); ++e)
      for (std::size_t i = 0; i < case_.employments[e].ceilings.size(); ++i)
        check(std::string_view("ceilings"), case_.employments[e].ceilings[i].record,
              [&, e, i] { return at("employments", e) + "." + at("ceilings", i); });
  };
  each([&](std::string_view name, const FactRecord& r, auto path) {
    if (!r.id.empty() && !ids.emplace(r.id, Known{name, r.known}).second) complain(ErrorCode::duplicate, path() + ".id", r.id);
  });
  each([&](std::string_view name, const FactRecord& r, auto path) {
    if (r.corrects.empty()) {
      if (r.withdrawn) complain(ErrorCode::missing_fact, path() + ".corrects");
      return;
    }
    const auto found = ids.find(r.corrects);
    if (found == ids.end() || found->second.list != name || r.corrects == r.id)
      complain(ErrorCode::unknown_fact, path() + ".corrects", r.corrects);
    else if (r.known.ok() && r.known < found->second.known)
      complain(ErrorCode::corrected_before_known, path() + ".known", to_text(r.known), AtLeast{found->second.known});
    else if (!corrected_.emplace(r.corrects, true).second)
      complain(ErrorCode::duplicate, path() + ".corrects", r.corrects);
  });
  check_for_circles(each);
}

// On one day several corrections may become known; they must not correct each other in a circle.
template <class Each>
void Problems::check_for_circles(const Each& each) {
  std::map<std::string_view, std::string_view> corrects;
  each([&](std::string_view, const FactRecord& r, auto) {
    if (!r.id.empty() && !r.corrects.empty()) corrects.emplace(r.id, r.corrects);
  });
  std::map<std::string_view, std::size_t> walked;  // and on which walk
  std::set<std::string_view> in_circle;
  for (std::size_t walk = 0; const auto& start : corrects) {
    std::string_view at = start.first;
    for (++walk; corrects.contains(at) && walked.emplace(at, walk).second;) at = corrects.at(at);
    // A walk that has come back to where it was has been round a circle.
    if (const auto met = walked.find(at); met != walked.end() && met->second == walk)
      while (in_circle.insert(at).second) at = corrects.at(at);
  }
  each([&](std::string_view, const FactRecord& r, auto path) {
    if (in_circle.contains(r.id)) complain(ErrorCode::unknown_fact, path() + ".corrects", r.corrects);
  });
}

// FLT-25: the same record twice is said, not added up. What is corrected, or comes from another source, is another.
void Problems::check_said_twice() {
  // `near` is the same of two that are the same, and cheap: only those with it in common are held against each other.
  const auto check = [&](const char* list, const auto& facts, const char* field, auto near, auto key) {
    std::vector<std::pair<std::uint64_t, std::size_t>> order;
    order.reserve(facts.size());
    for (std::size_t i = 0; i < facts.size(); ++i)
      if (holds(facts[i].record)) order.emplace_back(near(facts[i]), i);
    std::sort(order.begin(), order.end());
    std::vector<std::pair<std::size_t, std::size_t>> twice;  // the later, and the first that says the same
    for (auto group = order.begin(); group != order.end();) {
      const auto end = std::find_if(group, order.end(), [&](const auto& other) { return other.first != group->first; });
      if (end - group > 1) {
        std::map<decltype(key(facts.front())), std::size_t> seen;
        for (; group != end; ++group)
          if (const auto [found, is_new] = seen.emplace(key(facts[group->second]), group->second); !is_new)
            twice.emplace_back(group->second, found->second);
      }
      group = end;
    }
    std::sort(twice.begin(), twice.end());
    for (const auto& [later, first] : twice) complain(ErrorCode::duplicate, at(list, later) + "." + field, at(list, first));
  };
  const auto day = [](Date d) { return std::tuple{int{d.year()}, unsigned{d.month()}, unsigned{d.day()}}; };
  // Two reports of the register may say the same.
  const auto of_report = [](const auto& fact) { return is_of_report(fact.record) ? std::string_view(fact.record.id) : std::string_view(); };
  const auto pay_of_days = [](const WageRecord& w) {
    return static_cast<std::uint64_t>(w.am_income.in_oere()) * longest_year +
           static_cast<std::uint64_t>(w.period.first.ok() ? number_of(w.period.first) : 0);
  };
  check("wages", case_.wages, "from", pay_of_days, [&](const WageRecord& w) {
    std::int64_t inside = w.benefits_in_kind.in_oere() + w.gifts.in_oere() + w.holiday_allowance.in_oere();
    for (const SpreadPay& s : w.spread) inside += s.amount.in_oere();
    for (const SupplementPaid& s : w.supplements) inside += s.amount.in_oere();
    return std::tuple{w.employment,
                      day(w.period.first),
                      day(w.period.last),
                      day(w.disposal),
                      w.record.source,
                      w.expected,
                      w.am_income.in_oere(),
                      w.b_income.in_oere(),
                      w.own_pension.in_oere(),
                      w.employer_pension.in_oere(),
                      w.paid_hours ? w.paid_hours->ten_thousandths() : std::int64_t{-1},
                      inside,
                      of_report(w)};
  });
  const auto amount = [](const OtherIncome& i) { return static_cast<std::uint64_t>(i.amount.in_oere()); };
  check("incomes", case_.incomes, "month", amount, [&](const OtherIncome& i) {
    return std::tuple{i.kind,          i.uncounted,        int{i.month.year()},       unsigned{i.month.month()},
                      i.record.source, i.amount.in_oere(), i.hours.ten_thousandths(), of_report(i)};
  });
  const auto of_day = [](const Sanction& s) { return static_cast<std::uint64_t>(s.date.ok() ? number_of(s.date) : 0); };
  check("sanctions", case_.sanctions, "date", of_day, [&](const Sanction& s) { return std::tuple{s.kind, day(s.date)}; });
}

// KOM-1, KOM-3: weeks count from 1 July 2014, so no more can have ended before the case's first month.
void Problems::check_benefit_weeks() {
  if (!case_.benefit_weeks_before || !case_.first.ok()) return;
  const int most = std::max(0, week_of(number_of(first_day(case_.first))) - week_of(number_of(first_counted_day)));
  if (const int given = *case_.benefit_weeks_before; given < 0 || given > most)
    complain(ErrorCode::out_of_range, "benefit_weeks_before", std::to_string(given), Range{0, most});
}

// KOR-4: what was paid for a day is taken of one claim only.
void Problems::check_back_payments() {
  for (std::size_t i = 0; i < case_.back_payments.size(); ++i) {
    const BackPayment& b = case_.back_payments[i];
    if (b.record.withdrawn) continue;
    const Place path{nullptr, "back_payments", i};
    not_negative(b.amount, path, "amount");
    if (!in_order(b.period, path) || !holds(b.record)) continue;
    for (std::size_t j = 0; j < i; ++j) {
      const BackPayment& other = case_.back_payments[j];
      if (holds(other.record) && are_dates(other.period) && other.period.first <= b.period.last && b.period.first <= other.period.last)
        complain(ErrorCode::overlapping_periods, path + ".from", to_text(b.period.first));
    }
  }
}

void Problems::check_others() {
  check_benefit_weeks();
  check_back_payments();
  for (std::size_t i = 0; i < case_.day_sanctions.size(); ++i) {
    const DaySanction& s = case_.day_sanctions[i];
    if (!s.record.withdrawn && s.to) in_order({s.from, *s.to}, {nullptr, "day_sanctions", i});
  }
  for (std::size_t i = 0; i < case_.capped.size(); ++i) {
    const CappedTime& t = case_.capped[i];
    not_negative(t.level, {nullptr, "capped", i}, "level");
    if (t.to) in_order({t.from, *t.to}, {nullptr, "capped", i});
  }
  for (std::size_t i = 0; i < case_.incomes.size(); ++i) {
    const OtherIncome& income = case_.incomes[i];
    corrects_others(income.amount, {nullptr, "incomes", i}, [&] {
      Money sum{};
      for (const OtherIncome& other : case_.incomes)
        if (other.kind == income.kind && other.uncounted == income.uncounted && holds(other.record) && other.month == income.month)
          sum += other.amount;
      return holds(income.record) ? sum : Money{};
    });
  }
  for (std::size_t i = 0; i < case_.decisions.size(); ++i)
    if (case_.decisions[i].paid) not_negative(*case_.decisions[i].paid, {nullptr, "decisions", i}, "paid");
  for (std::size_t i = 0; i < case_.decisions.size(); ++i)
    for (std::size_t j = 0; j < i; ++j)
      if (case_.decisions[i].month == case_.decisions[j].month && case_.decisions[i].month.ok())
        complain(ErrorCode::duplicate, at("decisions", i) + ".month", to_text(case_.decisions[i].month));
}

}  // namespace fleks::case_problems

namespace fleks {

std::vector<Error> contradictions(const Case& facts) { return case_problems::Problems(facts).find(); }

std::vector<Error> problems(const Case& facts) {
  auto not_set = case_problems::unset(facts);
  return not_set.empty() ? contradictions(facts) : not_set;
}

Result<CheckedCase> CheckedCase::of(Case facts) {
  if (auto wrong = problems(facts); !wrong.empty()) return std::move(wrong.front());
  return CheckedCase(std::move(facts));
}

}  // namespace fleks
