#include <fleks/analysis/correction.hpp>

#include <algorithm>

#include "history/back_payments.hpp"
#include "history/holidays.hpp"
#include "history/month_of_case.hpp"
#include "rules/regulation.hpp"

namespace fleks {

namespace {
constexpr std::size_t most_lines_of_payout = 13;  // fleksløntilskud has eight, ledighedsydelse five
}

std::vector<std::pair<Rule, Exact>> payout_by_rule(const CaseMonth& month) {
  std::vector<std::pair<Rule, Exact>> lines;
  lines.reserve(most_lines_of_payout);
  Exact so_far;
  const auto add = [&](Rule rule, const Exact& amount) {
    const Exact oere = amount.whole_part_exact(Rounding::half_up);
    so_far += oere;
    if (!oere.is_zero()) lines.emplace_back(rule, oere);
  };
  if (month.subsidy) {
    const MonthStatement& s = *month.subsidy;
    add(Rule::FLT_4, s.base);
    add(Rule::FLT_8, -s.taper);
    add(Rule::FLT_9, -s.daily_benefit);
    // What the two take beyond the base is not taken (FLT-10); without a right nothing is left (FLT-3).
    add(s.has_right ? Rule::FLT_10 : Rule::FLT_3, s.before_ceiling - (s.base - s.taper - s.daily_benefit));
    add(Rule::FLT_11, -s.ceiling_cut);
    add(Rule::FLT_13, -s.part_cut);
    add(Rule::FLT_12, -s.holiday_cut);
    add(Rule::FLT_14, Exact::of(s.fleksloentilskud) - so_far);
    add(Rule::FLT_17, -Exact::of(s.own_atp));
  }
  if (month.benefit) {
    const LedighedsydelseStatement& b = *month.benefit;
    // Never below zero: the offset takes no more than there is.
    const Exact room = b.part_base - b.holiday_reduction;
    const Exact offset = smaller(b.offset, room.is_positive() ? room : Exact{}).whole_part_exact(Rounding::half_up);
    const Exact holiday = (b.holiday_top_up - b.holiday_reduction).whole_part_exact(Rounding::half_up);
    const Exact missed = b.missed_cut.whole_part_exact(Rounding::half_up);
    add(Rule::LY_4, Exact::of(b.ledighedsydelse) + offset - holiday + missed);
    add(Rule::LY_5, -offset);
    add(Rule::LY_9, holiday);
    add(Rule::LY_12, -missed);
    add(Rule::LY_13, -Exact::of(b.own_atp));
  }
  return lines;
}

namespace {

/// The facts of `these` that are not among `those`.
std::vector<FactUsed> only_in(const std::vector<FactUsed>& these, const std::vector<FactUsed>& those) {
  std::vector<FactUsed> out;
  for (const FactUsed& fact : these)
    if (std::find(those.begin(), those.end(), fact) == those.end() && std::find(out.begin(), out.end(), fact) == out.end())
      out.push_back(fact);
  return out;
}

/// A holiday that has stepped into the place of one that no longer counts may count in another month only: it is why, all the same.
void add_holidays_instead(CorrectedMonth& m, const Case& c, Date as_of) {
  const std::vector<FactUsed> gone = m.old_facts;
  for (const FactUsed& old : gone) {
    if (old.kind != FactUsed::Kind::holiday) continue;
    const Period was = c.holidays[old.index].period;
    for (std::uint32_t i = 0; i < c.holidays.size(); ++i) {
      const HolidayTaken& h = c.holidays[i];
      const FactUsed instead{.kind = FactUsed::Kind::holiday, .index = i, .amount = old.amount};
      const bool is_new = i != old.index && h.record.known > m.decided && h.record.known <= as_of && !h.record.withdrawn;
      const bool overlaps = h.period.first <= was.last && was.first <= h.period.last;
      const auto told = [&](const FactUsed& f) { return f.kind == instead.kind && f.index == i; };
      if (is_new && overlaps && std::none_of(m.new_facts.begin(), m.new_facts.end(), told)) m.new_facts.push_back(instead);
    }
  }
}

std::vector<CorrectionLine> lines_of(const CaseMonth& paid, const CaseMonth& due) {
  std::vector<CorrectionLine> lines;
  const auto of_paid = payout_by_rule(paid), of_due = payout_by_rule(due);
  if (of_paid == of_due) return lines;
  const auto line = [&](Rule rule) -> CorrectionLine& {
    for (CorrectionLine& l : lines)
      if (l.rule == rule) return l;
    lines.push_back({.rule = rule});
    return lines.back();
  };
  for (const auto& [rule, amount] : of_paid) line(rule).paid += amount;
  for (const auto& [rule, amount] : of_due) line(rule).due += amount;
  for (CorrectionLine& l : lines) l.difference = l.due - l.paid;
  std::erase_if(lines, [](const CorrectionLine& l) { return l.difference.is_zero(); });
  std::sort(lines.begin(), lines.end(), [](const CorrectionLine& a, const CorrectionLine& b) { return a.rule < b.rule; });
  return lines;
}

/// Whether what of a wage record counts in the month is pay for several months.
bool is_spread(const WageRecord& wage, Month wage_month) noexcept {
  if (month_of(wage.period.first) <= wage_month && wage_month <= month_of(wage.period.last)) return false;
  return std::any_of(wage.spread.begin(), wage.spread.end(),
                     [&](const SpreadPay& s) { return s.first <= wage_month && wage_month <= s.last; });
}

/// KOR-2: what one changed fact is a basis of.
CorrectionBasis basis_of(const Case& c, const FactUsed& f, Month wage_month) noexcept {
  switch (f.kind) {
    case FactUsed::Kind::wage:
      if (c.wages[f.index].expected) return CorrectionBasis::expected_wage;
      return is_spread(c.wages[f.index], wage_month) ? CorrectionBasis::pay_over_months : CorrectionBasis::other_facts;
    case FactUsed::Kind::ceiling: return CorrectionBasis::ceiling;
    case FactUsed::Kind::benefit_period:
    case FactUsed::Kind::back_payment:
    case FactUsed::Kind::sanction: return CorrectionBasis::not_regulated;
    default: return CorrectionBasis::other_facts;
  }
}

/// The first basis that the changed facts give.
CorrectionBasis basis_of(const Case& c, const CorrectedMonth& m, const CaseMonth& today) noexcept {
  CorrectionBasis first = CorrectionBasis::not_regulated;
  for (const auto* changed : {&m.old_facts, &m.new_facts})
    for (const FactUsed& fact : *changed) first = std::min(first, basis_of(c, fact, month_before(m.month)));
  const auto after_holiday = [](const Basis& b) { return b.rule == Rule::FLT_22; };
  if (first == CorrectionBasis::other_facts && std::any_of(today.basis.begin(), today.basis.end(), after_holiday))
    return CorrectionBasis::after_holiday;
  return first;
}

Rule rule_of(CorrectionBasis basis, const CaseMonth& today) noexcept {
  switch (basis) {
    case CorrectionBasis::expected_wage: return today.subsidy ? Rule::FLT_20 : Rule::LY_5;
    case CorrectionBasis::pay_over_months: return Rule::FLT_6;
    case CorrectionBasis::after_holiday: return Rule::FLT_22;
    case CorrectionBasis::ceiling: return Rule::LOFT_5;
    case CorrectionBasis::not_regulated: return today.benefit && !today.subsidy ? Rule::KOR_3 : Rule::KOR_2;
    case CorrectionBasis::none:
    case CorrectionBasis::other_facts: break;
  }
  return Rule::KOR_2;
}

/// The decision of a month, where the case states one.
const Decision* decision_of(const Case& c, Month month) noexcept {
  for (const Decision& d : c.decisions)
    if (d.month == month) return &d;
  return nullptr;
}

class CorrectionOfCase {
 public:
  CorrectionOfCase(const Case& facts, const RateTable& rates, Correction& out)
      : facts_(facts), known_(facts, rates), now_(number_of(out.as_of)), out_(out) {}

  std::optional<Error> run(Month last) {
    if (auto wrong = history::claimed_beyond(known_)) return wrong;
    for (Month m = out_.first; m <= last; m = month_after(m))
      if (number_of(decision_date(facts_, m)) <= now_)
        if (auto wrong = correct(m)) return wrong;
    Money underpaid{}, regulated{};
    for (const CorrectedMonth& m : out_.months) {
      if (m.too_old) {
        out_.too_old += m.difference;
      } else {
        out_.total += m.difference;
        if (m.difference > Money{}) underpaid += m.difference;
        regulated += m.recoverable;
      }
      if (m.difference < Money{}) out_.not_regulated += -m.difference - m.recoverable;
    }
    out_.to_pay_out = underpaid > regulated ? underpaid - regulated : Money{};
    out_.to_recover = regulated > underpaid ? regulated - underpaid : Money{};
    if (auto wrong = reduce_claims()) return wrong;
    return settle();
  }

 private:
  std::optional<Error> correct(Month m) {
    const DayNumber at_decision = number_of(decision_date(facts_, m));
    const DayNumber decided = paid_as_of(m);
    history::NotTold nobody;
    CaseMonth then, due;
    if (auto wrong = month_of_case(then, known_, m, decided, nobody)) return wrong;
    if (auto wrong = month_of_case(due, known_, m, now_, nobody)) return wrong;
    CorrectedMonth& month = out_.months.emplace_back();
    month.month = m;
    month.decided = date_of(decided);
    month.paid = then.payout;
    month.due = due.payout;
    month.lines = lines_of(then, due);
    if (const Decision* decision = decision_of(facts_, m); decision != nullptr && decision->paid) {
      // What a settled correction has moved since has been paid too.
      CaseMonth first;
      if (auto wrong = month_of_case(first, known_, m, at_decision, nobody)) return wrong;
      month.stated = true;
      month.paid = *decision->paid + (then.payout - first.payout);
      if (const Exact rest = Exact::of(month.paid - then.payout); !rest.is_zero())
        month.lines.push_back({.rule = std::nullopt, .paid = rest, .due = {}, .difference = -rest});
    }
    month.difference = month.due - month.paid;
    month.too_old = m < out_.reaches;
    if (month.lines.empty()) return std::nullopt;
    history::Told told;
    CaseMonth before, today;
    if (auto wrong = month_of_case(before, known_, m, decided, told)) return wrong;
    if (auto wrong = month_of_case(today, known_, m, now_, told)) return wrong;
    month.new_facts = only_in(today.facts, before.facts);
    month.old_facts = only_in(before.facts, today.facts);
    add_holidays_instead(month, facts_, out_.as_of);
    month.basis = basis_of(facts_, month, today);
    month.rule = rule_of(month.basis, today);
    // What the facts explain is regulated; what rates or rules changed is not.
    if (month.basis != CorrectionBasis::not_regulated && !month.too_old && month.difference < Money{})
      month.recoverable = std::clamp(then.payout - due.payout, Money{}, -month.difference);
    return std::nullopt;
  }

  /// The day whose facts a month's payment rests on: its decision, or the last settled correction of it.
  [[nodiscard]] DayNumber paid_as_of(Month m) const noexcept {
    DayNumber decided = number_of(decision_date(facts_, m));
    for (const SettledCorrection& settled : facts_.corrections)
      if (settled.from <= m && number_of(settled.date) <= now_) decided = std::max(decided, number_of(settled.date));
    return decided;
  }

  /// A month's ledighedsydelse before tax: what is stated to have been paid out with the own ATP that was withheld, or as computed.
  [[nodiscard]] Money benefit_paid(const CaseMonth& month) const noexcept {
    const Decision* decision = decision_of(facts_, month.month);
    if (decision != nullptr && decision->paid && !month.subsidy)
      return *decision->paid + (month.benefit ? month.benefit->own_atp : Money{});
    return month.benefit ? month.benefit->ledighedsydelse : Money{};
  }

  /// KOR-4 (LAS § 94 stk. 3).
  std::optional<Error> reduce_claims() {
    for (std::size_t i = 0; i < facts_.back_payments.size(); ++i) {
      if (!known_.back_payments[i].at(now_)) continue;
      const BackPayment& claim = facts_.back_payments[i];
      ReducedClaim reduced{.index = static_cast<std::uint32_t>(i)};
      for (Month m = std::max(month_of(claim.period.first), facts_.first); m <= std::min(month_of(claim.period.last), facts_.last);
           m = month_after(m)) {
        const DayNumber decided = paid_as_of(m);
        if (decided > now_) continue;
        history::NotTold nobody;
        CaseMonth month;
        if (auto wrong = month_of_case(month, known_, m, decided, nobody)) return wrong;
        reduced.ledighedsydelse += history::paid_for_days(known_, m, benefit_paid(month), history::days_of(claim.period), decided)
                                       .amount.round(Rounding::never)
                                       .value();
      }
      reduced.deducted = law::taken_of_claim(claim.amount, reduced.ledighedsydelse);
      reduced.left = claim.amount - reduced.deducted;
      out_.claims.push_back(reduced);
    }
    return std::nullopt;
  }

  /// BEK-FLT § 3 stk. 4: wholly in the next month where it holds it, else in those that follow.
  std::optional<Error> settle() {
    out_.not_settled = out_.to_recover;
    history::NotTold nobody;
    for (Month m = out_.first; m <= facts_.last && out_.not_settled > Money{}; m = month_after(m)) {
      if (number_of(decision_date(facts_, m)) <= now_) continue;
      CaseMonth month;
      if (auto wrong = month_of_case(month, known_, m, now_, nobody)) return wrong;
      const Money taken = std::min(out_.not_settled, month.payout);
      if (taken == Money{}) continue;
      out_.settlements.push_back({m, taken});
      out_.not_settled -= taken;
    }
    return std::nullopt;
  }

  const Case& facts_;
  const history::Known known_;
  DayNumber now_;
  Correction& out_;
};

}  // namespace

std::string_view to_text(CorrectionBasis basis) noexcept {
  switch (basis) {
    case CorrectionBasis::none: return "none";
    case CorrectionBasis::expected_wage: return "expected_wage";
    case CorrectionBasis::pay_over_months: return "pay_over_months";
    case CorrectionBasis::after_holiday: return "after_holiday";
    case CorrectionBasis::other_facts: return "other_facts";
    case CorrectionBasis::ceiling: return "ceiling";
    case CorrectionBasis::not_regulated: return "not_regulated";
  }
  return "";
}

namespace {

Result<Correction> correction_of(const Case& facts, const RateTable& rates, Month first, std::optional<Date> as_of,
                                 std::optional<Month> last) {
  if (!first.ok())
    return Error{.code = ErrorCode::no_such_date, .field = Fact::from_month, .given = to_text(first), .allowed = Form::month};
  if (first < facts.first || first > facts.last)
    return Error{
        .code = ErrorCode::out_of_range, .field = Fact::from_month, .given = to_text(first), .allowed = Range{facts.first, facts.last}};
  if (last && (*last < first || *last > facts.last))
    return Error{.code = ErrorCode::out_of_range, .field = Fact::last, .given = to_text(*last), .allowed = Range{first, facts.last}};
  Correction c;
  c.as_of = as_of.value_or(last_known(facts));
  c.first = first;
  c.reaches = law::regulation_reaches(month_of(c.as_of));
  if (auto wrong = CorrectionOfCase(facts, rates, c).run(last.value_or(facts.last))) return *std::move(wrong);
  return c;
}

}  // namespace

Result<Correction> correction(const CheckedCase& checked, const RateTable& rates, Month first, std::optional<Date> as_of,
                              std::optional<Month> last) {
  return correction_of(checked.facts(), rates, first, as_of, last);
}

Result<Correction> correction(const Case& facts, const RateTable& rates, Month first, std::optional<Date> as_of,
                              std::optional<Month> last) {
  if (auto wrong = problems(facts); !wrong.empty()) return std::move(wrong.front());
  return correction_of(facts, rates, first, as_of, last);
}

}  // namespace fleks
