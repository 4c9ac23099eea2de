#include <fleks/facts/case_range.hpp>

namespace fleks {
namespace {

using List = CaseRange::List;

std::string_view list_name(List list) noexcept {
  switch (list) {
    case List::ceilings: return "ceilings";
    case List::daily_benefits: return "daily_benefits";
    case List::unclaimed_benefits: return "unclaimed_benefits";
    case List::incomes: return "incomes";
    case List::holidays:
    case List::holiday_nets:
    case List::holiday_taxes:
    case List::holiday_tax_shares:
    case List::holiday_deductions:
    case List::holiday_days: return "holidays";
    case List::back_payments: return "back_payments";
    default: return "wages";
  }
}

std::string field_of(const Case& c, const CaseRange& r) {
  const auto of_item = [&](const char* list, const char* field) {
    return std::string(list).append("[").append(std::to_string(r.item)).append("].").append(field);
  };
  switch (r.list) {
    case List::b_incomes: return "b_income";
    case List::gifts: return "gifts";
    case List::holiday_allowances: return "holiday_allowance";
    case List::bonuses: return of_item("bonus", "amount");
    case List::supplements: return of_item("supplements", "amount");
    case List::full_time_supplements: return of_item("supplements", "full_time");
    case List::allowance_nets: return "holiday_pay_202";
    case List::allowance_taxes: return "holiday_tax";
    case List::allowance_tax_shares: return "holiday_tax_pct";
    case List::allowance_deductions: return "holiday_tax_deduction";
    case List::holiday_nets: return "net_per_day";
    case List::holiday_taxes: return "tax_per_day";
    case List::holiday_tax_shares: return "tax_pct";
    case List::holiday_deductions: return "tax_deduction";
    case List::holiday_days: return "days";
    case List::back_payments: return "amount";
    default: break;
  }
  switch (r.fact) {
    case Fact::holiday_pay_per_day: return "pay_per_day";
    case Fact::self_employed_hours: return "hours";
    case Fact::ceiling_hourly: return "hourly";
    case Fact::ceiling_supplements: return "supplements";
    case Fact::ceiling_bonus: return "bonus";
    case Fact::ceiling_pension: return "pension";
    case Fact::ceiling: {
      const bool there = r.employment < c.employments.size() && r.index < c.employments[r.employment].ceilings.size();
      const bool base = there && c.employments[r.employment].ceilings[r.index].ceiling.form == Ceiling::Form::from_monthly;
      return base ? "monthly_base" : "amount";
    }
    case Fact::daily_benefit:
    case Fact::unclaimed_benefit:
    case Fact::replacing_income: return "amount";
    default: return std::string(to_text(r.fact));
  }
}

Percent per_cent(std::int64_t count) noexcept { return Percent::of_ten_thousandths(count * share_step); }

bool set_wage(WageRecord& w, const CaseRange& r, std::int64_t count) noexcept {
  const auto pension = [&](Money& amount, std::optional<Percent>& share) {
    if (!r.is_share) {
      amount = Money::oere(count);
      return !share;
    }
    share = per_cent(count);
    return amount == Money{};
  };
  switch (r.fact) {
    case Fact::am_income: w.am_income = Money::oere(count); return true;
    case Fact::own_pension: return pension(w.own_pension, w.own_pension_share);
    case Fact::employer_pension: return pension(w.employer_pension, w.employer_pension_share);
    case Fact::paid_hours: w.paid_hours = Hours::of_ten_thousandths(count); return true;
    default: return false;
  }
}

/// Holiday allowance that is known after tax: with its tax it is the gross, with a percentage the gross is worked out (FLT-15).
bool set_allowance_after_tax(WageRecord& w, const CaseRange& r, std::int64_t count) noexcept {
  const Money amount = Money::oere(count), net = w.net_holiday_allowance;
  switch (r.list) {
    case List::allowance_nets:
      if (!w.holiday_tax_share) w.holiday_allowance += amount - net;
      w.net_holiday_allowance = amount;
      return true;
    case List::allowance_taxes: w.holiday_allowance = net + amount; return !w.holiday_tax_share;
    case List::allowance_tax_shares: w.holiday_tax_share = per_cent(count); return true;
    case List::allowance_deductions: w.holiday_tax_deduction = amount; return w.holiday_tax_share.has_value();
    default: return false;
  }
}

bool set_holiday(HolidayTaken& h, const CaseRange& r, std::int64_t count) noexcept {
  const Money amount = Money::oere(count);
  if (r.list == List::holiday_days) {
    h.days = Days::of_ten_thousandths(count);
    return r.fact == Fact::holiday_days;
  }
  if (r.fact != Fact::holiday_pay_per_day) return false;
  switch (r.list) {
    case List::holidays: h.pay_per_day = amount; return true;
    case List::holiday_nets:
      if (h.tax_share)
        h.net_per_day = amount;
      else
        h.pay_per_day = amount + r.beside;
      return true;
    case List::holiday_taxes: h.pay_per_day = amount + r.beside; return !h.tax_share;
    case List::holiday_tax_shares: h.tax_share = per_cent(count); return true;
    case List::holiday_deductions: h.tax_deduction = amount; return h.tax_share.has_value();
    default: return false;
  }
}

bool set_part_of_wage(WageRecord& w, const CaseRange& r, Money amount) noexcept {
  if (r.fact != Fact::am_income) return false;
  switch (r.list) {
    case List::b_incomes: w.b_income = amount; return true;
    case List::gifts: w.gifts = amount; return true;
    case List::holiday_allowances: w.holiday_allowance = amount; return true;
    case List::bonuses:
      if (r.item >= w.spread.size()) return false;
      w.spread[r.item].amount = amount;
      return true;
    case List::supplements:
      if (r.item >= w.supplements.size()) return false;
      w.supplements[r.item].amount = amount;
      return true;
    case List::full_time_supplements:
      if (r.item >= w.supplements.size()) return false;
      w.supplements[r.item].full_time = amount;
      return true;
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
    case Fact::ceiling_pension: c.employer_pension = per_cent(count); return c.form != Ceiling::Form::stated;
    default: return false;
  }
}

}  // namespace

std::string path_of(const Case& facts, const CaseRange& range) {
  std::string path;
  if (range.list == List::ceilings) path = "employments[" + std::to_string(range.employment) + "].";
  return path.append(list_name(range.list)) + "[" + std::to_string(range.index) + "]." + field_of(facts, range);
}

bool set(Case& c, const CaseRange& r, std::int64_t count) noexcept {
  const auto amount_of = [&](auto& list, Fact fact) {
    if (r.index >= list.size() || r.fact != fact) return false;
    list[r.index].amount = Money::oere(count);
    return true;
  };
  switch (r.list) {
    case List::wages: return r.index < c.wages.size() && set_wage(c.wages[r.index], r, count);
    case List::ceilings:
      return r.employment < c.employments.size() && r.index < c.employments[r.employment].ceilings.size() &&
             set_ceiling(c.employments[r.employment].ceilings[r.index].ceiling, r.fact, count);
    case List::daily_benefits: return amount_of(c.daily_benefits, Fact::daily_benefit);
    case List::unclaimed_benefits: return amount_of(c.unclaimed_benefits, Fact::unclaimed_benefit);
    case List::incomes:
      if (r.fact != Fact::self_employed_hours) return amount_of(c.incomes, Fact::replacing_income);
      if (r.index >= c.incomes.size()) return false;
      c.incomes[r.index].hours = Hours::of_ten_thousandths(count);
      return true;
    case List::holidays:
    case List::holiday_nets:
    case List::holiday_taxes:
    case List::holiday_tax_shares:
    case List::holiday_deductions:
    case List::holiday_days: return r.index < c.holidays.size() && set_holiday(c.holidays[r.index], r, count);
    case List::back_payments: return amount_of(c.back_payments, Fact::daily_benefit);
    case List::allowance_nets:
    case List::allowance_taxes:
    case List::allowance_tax_shares:
    case List::allowance_deductions:
      return r.index < c.wages.size() && r.fact == Fact::am_income && set_allowance_after_tax(c.wages[r.index], r, count);
    default: return r.index < c.wages.size() && set_part_of_wage(c.wages[r.index], r, Money::oere(count));
  }
  return false;
}

}  // namespace fleks
