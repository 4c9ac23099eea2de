#include <fleks/analysis/audit.hpp>

#include <algorithm>

#include <fleks/statement/month_statement.hpp>

#include "analysis/readings.hpp"

namespace fleks {
namespace {

using enum Misreading;

/// What two misreadings cannot both change: a wage month, a divisor, a rounding.
enum class Topic : std::uint8_t {
  pension_in_wage,
  pension_in_ceiling,
  supplements,
  bonus,
  holiday_supplement_in_ceiling,
  ceiling,
  wage_month,
  rates,
  other_wage,
  other_wage_under_ceiling,
  benefits_under_ceiling,
  care_income_under_ceiling,
  daily_benefit,
  unclaimed_benefit,
  care_income,
  shares,
  holiday,
  holiday_supplement,
  holiday_allowance,
  atp_of_subsidy,
  atp_in_wage,
  benefits_in_kind,
  part_month,
  base,
  right,
  order,
  rounding,
};

struct Info {
  Misreading which;
  std::string_view id;
  Rule rule;
  Topic topic;
};

constexpr std::array<Info, misreading_count> misreadings{{
    {pension_left_out_of_wage, "pension_left_out_of_wage", Rule::FLT_5, Topic::pension_in_wage},
    {employer_pension_left_out_of_wage, "employer_pension_left_out_of_wage", Rule::FLT_5, Topic::pension_in_wage},
    {own_pension_left_out_of_wage, "own_pension_left_out_of_wage", Rule::FLT_5, Topic::pension_in_wage},
    {own_pension_counted_twice, "own_pension_counted_twice", Rule::FLT_5, Topic::pension_in_wage},
    {pension_left_out_of_ceiling, "pension_left_out_of_ceiling", Rule::LOFT_2, Topic::pension_in_ceiling},
    {employer_pension_left_out_of_ceiling, "employer_pension_left_out_of_ceiling", Rule::LOFT_2, Topic::pension_in_ceiling},
    {pension_share_left_out_of_ceiling, "pension_share_left_out_of_ceiling", Rule::LOFT_2, Topic::pension_in_ceiling},
    {employer_pension_share_left_out_of_ceiling, "employer_pension_share_left_out_of_ceiling", Rule::LOFT_2, Topic::pension_in_ceiling},
    {supplements_left_out_of_ceiling, "supplements_left_out_of_ceiling", Rule::LOFT_2, Topic::supplements},
    {bonus_left_out_of_ceiling, "bonus_left_out_of_ceiling", Rule::LOFT_2, Topic::bonus},
    {ceiling_not_raised_for_holiday_supplement, "ceiling_not_raised_for_holiday_supplement", Rule::FLT_16,
     Topic::holiday_supplement_in_ceiling},
    {ceiling_ignored, "ceiling_ignored", Rule::FLT_11, Topic::ceiling},
    {ceiling_in_part_time, "ceiling_in_part_time", Rule::LOFT_2, Topic::ceiling},
    {wage_of_same_month, "wage_of_same_month", Rule::FLT_1, Topic::wage_month},
    {wage_of_two_months_before, "wage_of_two_months_before", Rule::FLT_1, Topic::wage_month},
    {rates_of_year_before, "rates_of_year_before", Rule::FLT_2, Topic::rates},
    {rates_of_year_after, "rates_of_year_after", Rule::FLT_2, Topic::rates},
    {rates_of_wage_month, "rates_of_wage_month", Rule::FLT_2, Topic::rates},
    {rates_of_subsidy_month, "rates_of_subsidy_month", Rule::FLT_2, Topic::rates},
    {other_wage_ignored, "other_wage_ignored", Rule::FLT_7, Topic::other_wage},
    {other_wage_under_ceiling, "other_wage_under_ceiling", Rule::FLT_11, Topic::other_wage_under_ceiling},
    {other_wage_not_under_ceiling, "other_wage_not_under_ceiling", Rule::FLT_11, Topic::other_wage_under_ceiling},
    {benefits_under_ceiling, "benefits_under_ceiling", Rule::FLT_11, Topic::benefits_under_ceiling},
    {benefits_not_under_ceiling, "benefits_not_under_ceiling", Rule::FLT_11, Topic::benefits_under_ceiling},
    {care_income_not_under_ceiling, "care_income_not_under_ceiling", Rule::FLT_11, Topic::care_income_under_ceiling},
    {threshold_for_each_job, "threshold_for_each_job", Rule::FLT_8, Topic::other_wage},
    {daily_benefit_ignored, "daily_benefit_ignored", Rule::FLT_9, Topic::daily_benefit},
    {unclaimed_benefit_ignored, "unclaimed_benefit_ignored", Rule::FLT_9, Topic::unclaimed_benefit},
    {daily_benefit_as_wage, "daily_benefit_as_wage", Rule::FLT_9, Topic::daily_benefit},
    {care_income_ignored, "care_income_ignored", Rule::FLT_7, Topic::care_income},
    {high_share_of_all_wage, "high_share_of_all_wage", Rule::FLT_8, Topic::shares},
    {low_share_of_all_wage, "low_share_of_all_wage", Rule::FLT_8, Topic::shares},
    {no_taper, "no_taper", Rule::FLT_8, Topic::shares},
    {holiday_days_ignored, "holiday_days_ignored", Rule::FLT_12, Topic::holiday},
    {holiday_days_by_another_rule, "holiday_days_by_another_rule", Rule::FLT_12, Topic::holiday},
    {holiday_days_of_calendar_days, "holiday_days_of_calendar_days", Rule::FLT_12, Topic::holiday},
    {holiday_days_of_weekdays, "holiday_days_of_weekdays", Rule::FLT_12, Topic::holiday},
    {holiday_days_of_30, "holiday_days_of_30", Rule::FLT_12, Topic::holiday},
    {holiday_days_of_22, "holiday_days_of_22", Rule::FLT_12, Topic::holiday},
    {holiday_days_of_21, "holiday_days_of_21", Rule::FLT_12, Topic::holiday},
    {holiday_days_of_20, "holiday_days_of_20", Rule::FLT_12, Topic::holiday},
    {holiday_days_before_ceiling, "holiday_days_before_ceiling", Rule::FLT_12, Topic::order},
    {holiday_supplement_left_out_of_wage, "holiday_supplement_left_out_of_wage", Rule::FLT_16, Topic::holiday_supplement},
    {holiday_allowance_counted_twice, "holiday_allowance_counted_twice", Rule::FLT_15, Topic::holiday_allowance},
    {own_atp_subtracted_from_subsidy, "own_atp_subtracted_from_subsidy", Rule::FLT_17, Topic::atp_of_subsidy},
    {own_atp_added_to_subsidy, "own_atp_added_to_subsidy", Rule::FLT_17, Topic::atp_of_subsidy},
    {own_atp_counted_in_wage, "own_atp_counted_in_wage", Rule::FLT_5, Topic::atp_in_wage},
    {own_atp_left_out_of_wage, "own_atp_left_out_of_wage", Rule::FLT_5, Topic::atp_in_wage},
    {own_atp_taken_out_twice, "own_atp_taken_out_twice", Rule::FLT_5, Topic::atp_in_wage},
    {atp_counted_in_wage, "atp_counted_in_wage", Rule::FLT_5, Topic::atp_in_wage},
    {obligatory_pension_subtracted, "obligatory_pension_subtracted", Rule::FLT_19, Topic::atp_of_subsidy},
    {benefits_in_kind_counted, "benefits_in_kind_counted", Rule::FLT_5, Topic::benefits_in_kind},
    {intensity_ignored, "intensity_ignored", Rule::TIME_1, Topic::wage_month},
    {part_month_not_reduced, "part_month_not_reduced", Rule::FLT_13, Topic::part_month},
    {part_month_ceiling_not_reduced, "part_month_ceiling_not_reduced", Rule::FLT_13, Topic::part_month},
    {part_month_by_calendar_days, "part_month_by_calendar_days", Rule::FLT_13, Topic::part_month},
    {full_unemployment_benefit_as_base, "full_unemployment_benefit_as_base", Rule::FLT_4, Topic::base},
    {no_wage_yet_paid, "no_wage_yet_paid", Rule::FLT_3, Topic::right},
    {ceiling_before_taper, "ceiling_before_taper", Rule::FLT_10, Topic::order},
    {ceiling_before_daily_benefit, "ceiling_before_daily_benefit", Rule::FLT_9, Topic::order},
    {rounded_to_krone, "rounded_to_krone", Rule::FLT_14, Topic::rounding},
    {krone_rounded_down, "krone_rounded_down", Rule::FLT_14, Topic::rounding},
    {oere_rounded_down, "oere_rounded_down", Rule::FLT_14, Topic::rounding},
    {deductions_rounded_to_krone, "deductions_rounded_to_krone", Rule::FLT_14, Topic::order},
    {rounded_to_oere, "rounded_to_oere", Rule::FLT_14, Topic::rounding},
}};

constexpr bool in_order() {
  for (std::size_t i = 0; i < misreadings.size(); ++i)
    if (static_cast<std::size_t>(misreadings[i].which) != i) return false;
  return true;
}
static_assert(in_order());

constexpr const Info& about(Misreading m) noexcept { return misreadings[static_cast<std::size_t>(m)]; }

Money distance(Money a, Money b) { return a > b ? a - b : b - a; }

std::size_t place(const AuditExplanation& e) {
  std::size_t sum = 0;
  for (const Misreading m : e.misreadings()) sum += static_cast<std::size_t>(m);
  return sum;
}

/// Of two that are both exact, or both near.
bool better(const AuditExplanation& a, const AuditExplanation& b) {
  if (a.count != b.count) return a.count < b.count;
  if (a.distance != b.distance) return a.distance < b.distance;
  if (place(a) != place(b)) return place(a) < place(b);
  return a.which < b.which;
}

bool same_misreadings(const AuditExplanation& a, const AuditExplanation& b) { return a.count == b.count && a.which == b.which; }

/// Names a combination of misreadings once, by the way of it that comes nearest.
void keep(std::vector<AuditExplanation>& list, const AuditExplanation& one) {
  for (AuditExplanation& each : list)
    if (same_misreadings(each, one)) {
      if (one.distance < each.distance) each = one;
      return;
    }
  list.push_back(one);
}

/// The first count of øre in [from, to] for which `reached` holds, from where on it holds; nothing if nowhere.
template <class Reached>
std::optional<std::int64_t> first_where(std::int64_t from, std::int64_t to, Reached reached) {
  if (!reached(to)) return std::nullopt;
  while (from < to) {
    const std::int64_t middle = from + (to - from) / 2;
    if (reached(middle))
      to = middle;
    else
      from = middle + 1;
  }
  return from;
}

/// Of the amounts that all give the same, one that somebody would have written: whole kroner if there are.
Money likely(std::int64_t first, std::int64_t last) {
  const std::int64_t krone = (first + 99) / 100 * 100;
  return Money::oere(krone <= last ? krone : first);
}

/// Changes in the order they are made: another month's rates or wage first, as the rest is counted from them.
bool is_made_first(Misreading m) noexcept { return about(m).topic == Topic::rates || about(m).topic == Topic::wage_month; }

class Finder {
 public:
  Finder(const MonthRead& month, Money due, Money paid) : month_(month), due_(due), paid_(paid) {}

  std::vector<AuditExplanation> run() {
    const auto changes = month_.changes();
    std::vector<std::optional<Money>> alone;
    alone.reserve(changes.size());
    std::vector<AuditExplanation> near;
    for (const Change change : changes) {
      Reading r = month_.law();
      static_cast<void>(month_.apply(change, r));
      alone.push_back(month_.amount(r));
      if (alone.back() && *alone.back() != due_) consider({{change.which, {}}, 1, *alone.back(), {}}, near);
    }
    for (std::size_t i = 0; i < changes.size(); ++i) {
      Reading one = month_.law();
      static_cast<void>(month_.apply(changes[i], one));
      for (std::size_t j = i + 1; j < changes.size(); ++j) {
        if (!can_be_made_together(changes[i].which, changes[j].which)) continue;
        const bool turned = is_made_first(changes[j].which) && !is_made_first(changes[i].which);
        Reading r = turned ? month_.law() : one;
        if (!month_.apply(changes[j], r) || (turned && !month_.apply(changes[i], r))) continue;
        const auto both = month_.amount(r);
        // Only where each of the two matters.
        if (!both || *both == due_ || both == alone[i] || both == alone[j]) continue;
        consider({{changes[i].which, changes[j].which}, 2, *both, {}}, near);
      }
    }
    auto& chosen = found_.empty() ? near : found_;
    std::sort(chosen.begin(), chosen.end(), better);
    const auto first_pair = std::find_if(chosen.begin(), chosen.end(), [](const auto& e) { return e.count == 2; });
    if (static_cast<std::size_t>(chosen.end() - first_pair) > most_audit_pairs)
      chosen.erase(first_pair + static_cast<std::ptrdiff_t>(most_audit_pairs), chosen.end());
    return std::move(chosen);
  }

 private:
  void consider(AuditExplanation one, std::vector<AuditExplanation>& near) {
    one.distance = distance(one.amount, paid_);
    if (one.exact())
      keep(found_, one);
    else if (found_.empty() && one.distance <= audit_tolerance)
      keep(near, one);
  }

  const MonthRead& month_;
  Money due_, paid_;
  std::vector<AuditExplanation> found_;
};

}  // namespace

std::string_view to_text(Misreading m) noexcept { return about(m).id; }
Rule broken_rule(Misreading m) noexcept { return about(m).rule; }

bool can_be_made_together(Misreading a, Misreading b) noexcept { return about(a).topic != about(b).topic; }

std::optional<Misreading> misreading(std::string_view id) noexcept {
  for (const Info& each : misreadings)
    if (each.id == id) return each.which;
  return std::nullopt;
}

Result<Audit> audit(const MonthFacts& facts, Money paid, const RateTable& rates, const Options& options, const AuditFacts& more) {
  Options law = options;
  law.policy = {};
  const auto statement = fleksloentilskud(facts, rates, law);
  if (!statement) return statement.error();
  Audit found{.month = facts.month,
              .rates_month = statement->rates_month,
              .due = more.paid_out ? statement->payout : statement->fleksloentilskud,
              .paid = paid};
  found.difference = found.due - paid;
  // The amount on the bank statement is the subsidy less own ATP.
  found.is_payout = found.difference != Money{} && statement->own_atp != Money{} && paid == statement->payout;
  found.ceiling_rise_unknown = statement->ceiling_rise_unknown && statement->ceiling_cut.is_positive();
  if (found.is_payout) found.difference = Money{};
  found.right = found.difference == Money{};
  if (found.right) return found;

  const MonthRead month(facts, rates, law, more);
  found.explanations = Finder(month, found.due, paid).run();
  if (paid <= Money{} || (!found.explanations.empty() && found.explanations.front().exact())) return found;

  const std::int64_t most = largest_amount.in_oere();
  const auto by_wage = [&](std::int64_t oere) {
    Reading r = month.law();
    r.wage = Exact::whole(oere);
    return month.amount(r);
  };
  if (const auto first = first_where(1, most, [&](std::int64_t oere) { return by_wage(oere) <= paid; }); first && by_wage(*first) == paid)
    found.wage_that_fits = likely(*first, *first_where(*first, most, [&](std::int64_t oere) { return by_wage(oere) < paid; }) - 1);
  const auto by_ceiling = [&](std::int64_t oere) {
    Reading r = month.law();
    r.has_ceiling = true;
    r.ceiling_factor = Exact{};
    r.ceiling_less = -Exact::whole(oere);
    return month.amount(r);
  };
  if (const auto first = first_where(0, most, [&](std::int64_t oere) { return by_ceiling(oere) >= paid; });
      first && by_ceiling(*first) == paid && by_ceiling(most) > paid)
    found.ceiling_that_fits = likely(*first, *first_where(*first, most, [&](std::int64_t oere) { return by_ceiling(oere) > paid; }) - 1);
  return found;
}

Result<Explained<Audit>> explained(const PaidMonth& facts, const RateTable& rates, const Options& options) {
  Explained<Audit> made{.facts = facts, .rates = rates, .options = options};
  auto found = audit(facts.month, facts.paid, rates, options, facts.more);
  if (!found) return std::move(found).error();
  made.statement = *std::move(found);
  Options law = options;
  law.policy = {};
  if (auto month = fleksloentilskud(facts.month, rates, law, made.trace); !month) return std::move(month).error();
  return made;
}

std::vector<Money> misread_subsidy(const MonthFacts& facts, std::span<const Misreading> which, const RateTable& rates,
                                   const Options& options, const AuditFacts& more) {
  std::vector<Money> amounts;
  Options law = options;
  law.policy = {};
  const auto statement = fleksloentilskud(facts, rates, law);
  if (!statement || which.empty()) return amounts;
  const MonthRead month(facts, rates, law, more);
  std::vector<Misreading> in_order_of_application(which.begin(), which.end());
  std::sort(in_order_of_application.begin(), in_order_of_application.end());
  std::stable_partition(in_order_of_application.begin(), in_order_of_application.end(), is_made_first);
  std::vector<Reading> readings{month.law()};
  for (const Misreading m : in_order_of_application) {
    std::vector<Reading> changed;
    for (const Reading& before : readings)
      for (std::uint8_t way = 0; way < 3; ++way) {
        Reading r = before;
        if (month.apply({m, way}, r)) changed.push_back(r);
      }
    readings = std::move(changed);
  }
  for (const Reading& r : readings) {
    const auto amount = month.amount(r);
    if (amount && *amount != (more.paid_out ? statement->payout : statement->fleksloentilskud)) amounts.push_back(*amount);
  }
  return amounts;
}

}  // namespace fleks
