#include <fleks/facts/case_range.hpp>

namespace fleks {
namespace {

std::string_view list_name(CaseRange::List list) noexcept {
  switch (list) {
    case CaseRange::List::wages: return "wages";
    case CaseRange::List::ceilings: return "ceilings";
    case CaseRange::List::daily_benefits: return "daily_benefits";
    case CaseRange::List::unclaimed_benefits: return "unclaimed_benefits";
    case CaseRange::List::incomes: return "incomes";
  }
  return "";
}

std::string_view field_of(const Case& c, const CaseRange& r) noexcept {
  switch (r.fact) {
    case Fact::ceiling_hourly: return "hourly";
    case Fact::ceiling_supplements: return "supplements";
    case Fact::ceiling_bonus: return "bonus";
    case Fact::ceiling: {
      const bool there = r.employment < c.employments.size() && r.index < c.employments[r.employment].ceilings.size();
      const bool base = there && c.employments[r.employment].ceilings[r.index].ceiling.form == Ceiling::Form::from_monthly;
      return base ? "monthly_base" : "amount";
    }
    case Fact::daily_benefit:
    case Fact::unclaimed_benefit:
    case Fact::replacing_income: return "amount";
    default: return to_text(r.fact);
  }
}

bool set_wage(WageRecord& w, Fact fact, std::int64_t count) noexcept {
  switch (fact) {
    case Fact::am_income: w.am_income = Money::oere(count); return true;
    case Fact::own_pension: w.own_pension = Money::oere(count); return !w.own_pension_share;
    case Fact::employer_pension: w.employer_pension = Money::oere(count); return !w.employer_pension_share;
    case Fact::paid_hours: w.paid_hours = Hours::of_ten_thousandths(count); return true;
    default: return false;
  }
}

bool set_ceiling(Ceiling& c, Fact fact, std::int64_t count) noexcept {
  const Money amount = Money::oere(count);
  switch (fact) {
    case Fact::ceiling: c.amount = amount; return c.form == Ceiling::Form::stated || c.form == Ceiling::Form::from_monthly;
    case Fact::ceiling_hourly: c.amount = amount; return c.form == Ceiling::Form::from_hourly;
    case Fact::ceiling_supplements: c.supplements = amount; return true;
    case Fact::ceiling_bonus: c.fixed_bonus = amount; return true;
    default: return false;
  }
}

}  // namespace

std::string path_of(const Case& facts, const CaseRange& range) {
  std::string path;
  if (range.list == CaseRange::List::ceilings) path = "employments[" + std::to_string(range.employment) + "].";
  return path.append(list_name(range.list)) + "[" + std::to_string(range.index) + "]." + std::string(field_of(facts, range));
}

bool set(Case& c, const CaseRange& r, std::int64_t count) noexcept {
  const auto amount_of = [&](auto& list, Fact fact) {
    if (r.index >= list.size() || r.fact != fact) return false;
    list[r.index].amount = Money::oere(count);
    return true;
  };
  switch (r.list) {
    case CaseRange::List::wages: return r.index < c.wages.size() && set_wage(c.wages[r.index], r.fact, count);
    case CaseRange::List::ceilings:
      return r.employment < c.employments.size() && r.index < c.employments[r.employment].ceilings.size() &&
             set_ceiling(c.employments[r.employment].ceilings[r.index].ceiling, r.fact, count);
    case CaseRange::List::daily_benefits: return amount_of(c.daily_benefits, Fact::daily_benefit);
    case CaseRange::List::unclaimed_benefits: return amount_of(c.unclaimed_benefits, Fact::unclaimed_benefit);
    case CaseRange::List::incomes: return amount_of(c.incomes, Fact::replacing_income);
  }
  return false;
}

}  // namespace fleks
