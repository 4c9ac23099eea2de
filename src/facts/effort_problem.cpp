#include <fleks/facts/effort.hpp>

#include <algorithm>

#include "facts/effort_input.hpp"
#include "values/day_number.hpp"

namespace fleks {
namespace {

constexpr int most_months = 600, most_participants = 1'000'000;

Error outside(std::string field, std::int64_t given, std::int64_t least, std::int64_t most) {
  return {.code = ErrorCode::out_of_range, .field = std::move(field), .given = std::to_string(given), .allowed = Range{least, most}};
}

std::optional<Error> ranges_turned(const Effort& effort) {
  std::optional<Error> wrong;
  each_input(effort, [&](const std::string& field, const Ranged& r) {
    if (!wrong && (r.high < r.low || r.value < r.low || r.value > r.high))
      wrong = Error{
          .code = ErrorCode::out_of_range,
          .field = field,
          .given = "from " + input_text(field, r.low) + ", likely " + input_text(field, r.value) + ", to " + input_text(field, r.high),
          .allowed = OneOf{{"from <= likely <= to"}}};
  });
  return wrong;
}

/// Together the shares may be all of them, and no more, also where each is at its most.
std::optional<Error> shares_over_all(const std::vector<Outcome>& outcomes, const std::string& list) {
  Percent sum{};
  for (std::size_t i = 0; i < outcomes.size(); ++i) {
    sum = Percent::of_ten_thousandths(sum.ten_thousandths() + outcomes[i].share.high);
    if (sum > Percent::whole(100))
      return Error{.code = ErrorCode::out_of_range,
                   .field = list + "[" + std::to_string(i) + "].pct",
                   .given = to_text(sum),
                   .allowed = AtMost{Percent::whole(100)}};
  }
  return std::nullopt;
}

}  // namespace

std::optional<Error> problem(const Effort& e) {
  if (!e.from.ok()) return Error{.code = ErrorCode::no_such_date, .field = "from", .allowed = Form::month};
  // KOM-1: there is no staircase before 2016.
  constexpr Month first_of_staircase = std::chrono::year{2016} / std::chrono::January;
  if (e.refund == GroupRefund::staircase && e.from < first_of_staircase)
    return Error{.code = ErrorCode::out_of_range, .field = "from", .given = to_text(e.from), .allowed = AtLeast{first_of_staircase}};
  if (e.months < 1 || e.months > most_months) return outside("months", e.months, 1, most_months);
  if (e.participants < 1 || e.participants > most_participants) return outside("participants", e.participants, 1, most_participants);
  if (e.intake_months < 1 || e.intake_months > e.months) return outside("intake_months", e.intake_months, 1, e.months);
  const int most_weeks = std::max(0, week_of(number_of(first_day(e.from))) - week_of(number_of(first_counted_day)));
  if (e.refund == GroupRefund::staircase && (e.benefit_weeks < 0 || e.benefit_weeks > most_weeks))
    return outside("group.benefit_weeks", e.benefit_weeks, 0, most_weeks);
  if (e.benefit_months < 0 || e.benefit_months > 24) return outside("group.benefit_months", e.benefit_months, 0, 24);
  if (auto wrong = ranges_turned(e)) return wrong;
  if (auto wrong = shares_over_all(e.outcomes, "outcomes")) return wrong;
  return shares_over_all(e.anyway, "anyway");
}

}  // namespace fleks
