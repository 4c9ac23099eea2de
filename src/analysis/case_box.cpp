#include "analysis/case_box.hpp"

#include <algorithm>

#include "history/month_of_case.hpp"
#include "history/subsidy_facts.hpp"

namespace fleks {

bool same_kind(const CaseMonth& a, const CaseMonth& b) {
  const auto unknown = [](const CaseMonth& m) { return m.status == MonthStatus::unknown; };
  if (unknown(a) != unknown(b) || a.subsidy.has_value() != b.subsidy.has_value() || a.benefit.has_value() != b.benefit.has_value())
    return false;
  return !a.subsidy ||
         (a.subsidy->has_ceiling == b.subsidy->has_ceiling && a.subsidy->public_atp.has_value() == b.subsidy->public_atp.has_value());
}

std::vector<Exact> amounts_of(const CaseMonth& m) {
  std::vector<Exact> all;
  const auto add = [&](std::string_view, const Exact& amount) { all.push_back(amount); };
  if (m.subsidy) each_amount(*m.subsidy, add);
  if (m.benefit) each_amount(*m.benefit, add);
  return all;
}

CaseBox::CaseBox(const Case& facts, std::span<const CaseRange> ranges, const RateTable& rates, DayNumber as_of)
    : case_(facts), given_(ranges.begin(), ranges.end()), rates_(rates), as_of_(as_of) {
  for (const CaseRange& r : given_) ranges_.push_back({r.fact, r.from, r.to, r.is_share});
}

const Case& CaseBox::facts_at(const Point& point) {
  for (std::size_t i = 0; i < given_.size(); ++i) set(case_, given_[i], point[i]);
  return case_;
}

CaseMonth CaseBox::at(Month month, const Point& point) {
  const history::Known known(facts_at(point), rates_);
  history::NotTold nobody;
  CaseMonth out;
  if (auto wrong = month_of_case(out, known, month, as_of_, nobody); wrong && !error_) error_ = std::move(wrong);
  return out;
}

std::size_t CaseBox::parts_at(Month month, const Point& point) {
  const history::Known known(facts_at(point), rates_);
  history::NotTold nobody;
  const auto subsidy = subsidy_facts(known, month, as_of_, nobody);
  return subsidy && *subsidy ? (*subsidy)->parts.size() : 0;
}

Error CaseBox::no_range(std::size_t place, WhyNoRange why, std::vector<Field> others) const {
  return {.code = ErrorCode::exclusive_facts, .field = path(place), .allowed = NoRange{why, std::move(others), {}}};
}

Limit CaseBox::in_unit(std::size_t place, std::int64_t count) const {
  const CaseRange& r = given_[place];
  if (r.is_share) return Percent::of_ten_thousandths(count * intensity_step);
  return r.fact == Fact::holiday_days ? Limit(Days::of_ten_thousandths(count)) : Limit(Money::oere(count));
}

std::optional<Error> wrong_range(const Case& facts, std::span<const CaseRange> ranges) {
  Case any = facts;
  for (const CaseRange& r : ranges) {
    const std::string path = path_of(facts, r);
    if (!set(any, r, 0)) return Error{.code = ErrorCode::exclusive_facts, .field = path, .allowed = NoRange{WhyNoRange::not_here, {}, {}}};
    const bool hours = r.fact == Fact::paid_hours || r.fact == Fact::self_employed_hours;
    const std::int64_t most = r.is_share || r.fact == Fact::ceiling_pension ? Percent::whole(100).ten_thousandths() / intensity_step
                              : r.fact == Fact::holiday_days                ? Days::whole(31).ten_thousandths()
                              : hours                                       ? hours_in_a_month.ten_thousandths()
                                                                            : largest_amount.in_oere();
    if (r.from < 0 || r.from > r.to || r.to > most) return Error{.code = ErrorCode::out_of_range, .field = path};
    const auto same = [&](const CaseRange& other) { return path_of(facts, other) == path; };
    if (std::count_if(ranges.begin(), ranges.end(), same) > 1) return Error{.code = ErrorCode::duplicate, .field = path};
  }
  // What contradicts another fact does so at an end, and parts of a pay where they are most and it is least.
  for (const auto& [pay, others] :
       {std::pair{&CaseRange::from, &CaseRange::from}, {&CaseRange::to, &CaseRange::to}, {&CaseRange::from, &CaseRange::to}}) {
    for (const CaseRange& r : ranges) set(any, r, r.*(r.list == CaseRange::List::wages && r.fact == Fact::am_income ? pay : others));
    if (auto wrong = problems(any); !wrong.empty()) return std::move(wrong.front());
  }
  return std::nullopt;
}

}  // namespace fleks
