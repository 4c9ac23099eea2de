#include "facts/case_problems.hpp"

#include "values/day_number.hpp"

namespace fleks::case_problems {

constexpr std::chrono::days longest_record{longest_year};

void Problems::check_employment(std::size_t i) {
  const Employment& e = case_.employments[i];
  const Place path{nullptr, "employments", i};
  for (std::size_t j = 0; j < i; ++j)
    if (!e.id.empty() && case_.employments[j].id == e.id) complain(ErrorCode::duplicate, path + ".id", e.id);
  if (!e.from.ok()) return;
  if (e.to && *e.to < e.from) complain(ErrorCode::out_of_range, path + ".to", to_text(*e.to), AtLeast{e.from});
  for (std::size_t c = 0; c < e.ceilings.size(); ++c) check_ceiling(e, c, {&path, "ceilings", c});
}

void Problems::check_ceiling(const Employment& e, std::size_t c, const Place& path) {
  const DatedCeiling& ceiling = e.ceilings[c];
  if (!holds(ceiling.record) || !ceiling.from.ok()) return;
  not_negative(ceiling.ceiling.amount, path, "amount");
  not_negative(ceiling.ceiling.supplements, path, "supplements");
  not_negative(ceiling.ceiling.fixed_bonus, path, "bonus");
  if (ceiling.to && *ceiling.to < ceiling.from)
    complain(ErrorCode::out_of_range, path + ".to", to_text(*ceiling.to), AtLeast{ceiling.from});
  if (e.to && ceiling.from > *e.to) complain(ErrorCode::outside_employment, path + ".from", to_text(ceiling.from), AtMost{*e.to});
  for (std::size_t before = 0; before < e.ceilings.size(); ++before) {
    const DatedCeiling& other = e.ceilings[before];
    if (before == c || !holds(other.record) || !other.from.ok()) continue;
    // An open ceiling lasts until the next; one with an end must end before it. The later in the file is named.
    const bool same_day = other.from == ceiling.from && before < c;
    const bool within = other.from < ceiling.from && other.to && *other.to >= ceiling.from;
    if (same_day || within) complain(ErrorCode::overlapping_periods, path + ".from", to_text(ceiling.from));
  }
}

void Problems::check_wage(std::size_t i) {
  const WageRecord& w = case_.wages[i];
  if (w.record.withdrawn) return;
  const Place path{nullptr, "wages", i};
  for (const auto& [amount, field] : {std::pair{w.am_income, "am_income"},
                                      {w.b_income, "b_income"},
                                      {w.own_pension, "own_pension"},
                                      {w.employer_pension, "employer_pension"},
                                      {w.holiday_allowance, "holiday_allowance"},
                                      {w.net_holiday_allowance, "holiday_pay_202"},
                                      {w.holiday_tax_deduction, "holiday_tax_deduction"},
                                      {w.benefits_in_kind, "benefits_in_kind"},
                                      {w.gifts, "gifts"}})
    if (amount < -largest_amount || amount > largest_amount)  // the register corrects by amounts below zero
      complain(ErrorCode::too_large, path + "." + field, to_text(amount), Range{-largest_amount, largest_amount});
  const bool fewer_hours = w.paid_hours && *w.paid_hours < Hours{};
  if ((w.am_income < Money{} || fewer_hours) && holds(w.record)) check_correcting_wage(w, path);
  Money inside = w.benefits_in_kind + w.gifts + w.holiday_allowance;
  for (std::size_t s = 0; s < w.spread.size(); ++s) {
    const SpreadPay& part = w.spread[s];
    not_negative(part.amount, {&path, "bonus", s}, "amount");
    inside += part.amount;
    if (part.first.ok() && part.last.ok() && (part.last < part.first || part.last - part.first >= std::chrono::months{60}))
      complain(ErrorCode::out_of_range, Place{&path, "bonus", s} + ".to", to_text(part.last), AtLeast{part.first});
    else
      check_months_of_bonus(w, part, {&path, "bonus", s});
  }
  for (std::size_t s = 0; s < w.supplements.size(); ++s) {
    const SupplementPaid& part = w.supplements[s];
    not_negative(part.amount, Place{&path, "supplements", s}, "amount");
    not_negative(part.full_time.value_or(Money{}), Place{&path, "supplements", s}, "full_time");
    inside += part.amount;
    if (part.first.has_value() != part.last.has_value())
      complain(ErrorCode::missing_fact, Place{&path, "supplements", s} + (part.first ? ".to" : ".from"));
    else if (part.first && (*part.last < *part.first || *part.last - *part.first >= std::chrono::months{60}))
      complain(ErrorCode::out_of_range, Place{&path, "supplements", s} + ".to", to_text(*part.last), AtLeast{*part.first});
  }
  if (w.am_income >= Money{} && inside > w.am_income)
    complain(ErrorCode::out_of_range, path + ".am_income", to_text(w.am_income), AtLeast{inside});
  if (!in_order(w.period, path)) return;
  if (std::chrono::sys_days{w.period.last} - std::chrono::sys_days{w.period.first} > longest_record)
    complain(ErrorCode::out_of_range, path + ".to", to_text(w.period.last),
             AtMost{Date{std::chrono::sys_days{w.period.first} + longest_record}});
  if (w.employment >= case_.employments.size() || !holds(w.record)) return;
  const Employment& e = case_.employments[w.employment];
  if (e.from.ok() && w.period.first < e.from)
    complain(ErrorCode::outside_employment, path + ".from", to_text(w.period.first), AtLeast{e.from});
  check_end_of_wage(w, e, path);
}

// An amount below zero corrects others of its job and month, and leaves no less than nothing of them.
void Problems::check_correcting_wage(const WageRecord& w, const Place& path) {
  if (!w.period.first.ok()) return;
  Money sum{};
  std::int64_t hours = 0;
  for (const WageRecord& other : case_.wages)
    if (other.employment == w.employment && other.expected == w.expected && holds(other.record) && other.period.first.ok() &&
        month_of(other.period.first) == month_of(w.period.first)) {
      sum += other.am_income;
      hours += other.paid_hours ? other.paid_hours->ten_thousandths() : 0;
    }
  if (hours < 0 && w.paid_hours && *w.paid_hours < Hours{})
    complain(ErrorCode::negative, path + ".paid_hours", to_text(*w.paid_hours),
             AtLeast{Hours::of_ten_thousandths(w.paid_hours->ten_thousandths() - hours)});
  if (w.am_income < Money{} && sum < Money{})
    complain(ErrorCode::negative, path + ".am_income", to_text(w.am_income), AtLeast{w.am_income - sum});
}

// FLT-24: pay for the time after the end says so, or has all its days there; a wage over the end is neither.
void Problems::check_end_of_wage(const WageRecord& w, const Employment& e, const Place& path) {
  if (w.after_end && !e.to) return complain(ErrorCode::missing_fact, at("employments", w.employment) + ".to");
  if (!e.to) return;
  if (w.after_end && w.period.last <= *e.to) complain(ErrorCode::out_of_range, path + ".to", to_text(w.period.last), Above{*e.to});
  if (!w.after_end && w.period.last > *e.to && w.period.first <= *e.to)
    complain(ErrorCode::outside_employment, path + ".to", to_text(w.period.last), AtMost{*e.to});
  // By its disposal a wage over two months would count in a month that no subsidy rests on.
  if (case_.options.split_wage == SplitWage::by_disposal && month_of(w.period.first) != month_of(w.period.last) &&
      w.period.first <= *e.to && w.disposal.ok() && month_of(w.disposal) > month_of(*e.to))
    complain(ErrorCode::outside_employment, path + ".disposal", to_text(w.disposal), AtMost{last_day(month_of(*e.to))});
}

// FLT-6: a bonus is for work in the job.
void Problems::check_months_of_bonus(const WageRecord& w, const SpreadPay& part, const Place& path) {
  if (!part.first.ok() || !part.last.ok() || w.employment >= case_.employments.size() || !holds(w.record)) return;
  const Employment& e = case_.employments[w.employment];
  if (e.from.ok() && part.first < month_of(e.from))
    complain(ErrorCode::outside_employment, path + ".from", to_text(part.first), AtLeast{month_of(e.from)});
  if (e.to && e.to->ok() && part.last > month_of(*e.to))
    complain(ErrorCode::outside_employment, path + ".to", to_text(part.last), AtMost{month_of(*e.to)});
}

}  // namespace fleks::case_problems
