#include "analysis/effort_paths.hpp"

#include <algorithm>

#include "rules/municipal_refund.hpp"

namespace fleks {
namespace {

constexpr int weeks_a_year = 52, months_a_year = months_in_a_year;

/// Follows what decides a participant's refund, month by month.
class RefundOfPath {
 public:
  RefundOfPath(const Effort& effort, int start) : by_weeks_(effort.refund == GroupRefund::staircase) {
    weeks_of_twelfths_ = effort.benefit_weeks * months_a_year + start * weeks_a_year;
    for (int m = 0; m < law::unrefunded_window; ++m) alone_.next(m >= law::unrefunded_window - effort.benefit_months, false);
    for (int m = 0; m < start; ++m) alone_.next(true, false);
  }
  std::uint8_t next(bool on_benefit, bool in_fleksjob, bool self_support) {
    const bool alone = alone_.next(on_benefit, in_fleksjob);
    if (!by_weeks_) return alone ? refund_alone : refund_old;
    if (self_support) {
      self_support_ += weeks_a_year;
      if (self_support_ >= law::weeks_of_self_support * months_a_year) weeks_of_twelfths_ = 0;
    } else {
      weeks_of_twelfths_ += weeks_a_year;
    }
    return static_cast<std::uint8_t>(law::refund_step(std::max(1, weeks_of_twelfths_ / months_a_year)));
  }

 private:
  bool by_weeks_;
  int weeks_of_twelfths_ = 0, self_support_ = 0;  // twelfths of a week
  law::LongTermOnBenefit alone_{};
};

}  // namespace

std::vector<Standing> path(const Effort& e, int start, bool with_effort, std::size_t outcome) {
  std::vector<Standing> months;
  RefundOfPath refund(e, start);
  const auto& outcomes = with_effort ? e.outcomes : e.anyway;
  const int before = static_cast<int>(e.pool_months.value);
  const bool moves = outcome < outcomes.size() && outcomes[outcome].to != Outcome::To::back;
  const std::int64_t lasts = moves ? outcomes[outcome].lasts.value : 0;
  for (int m = start; m < e.months; ++m) {
    const int since = m - start;
    Standing s;
    if (with_effort && since < before)
      s.at = Standing::At::pool;
    else if (moves && since >= before && (lasts == 0 || since < before + lasts))
      s = {with_effort ? Standing::At::outcome : Standing::At::anyway, static_cast<std::uint8_t>(outcome), 0};
    const bool at_outcome = s.at == Standing::At::outcome || s.at == Standing::At::anyway;
    const bool fleksjob = s.at == Standing::At::pool || (at_outcome && outcomes[outcome].to == Outcome::To::fleksjob);
    s.refund = refund.next(s.at == Standing::At::ledighedsydelse, fleksjob, at_outcome && outcomes[outcome].to == Outcome::To::job);
    months.push_back(s);
  }
  return months;
}

}  // namespace fleks
