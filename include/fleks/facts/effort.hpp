#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <fleks/errors/error.hpp>
#include <fleks/facts/ledighedsydelse_facts.hpp>
#include <fleks/facts/municipal_facts.hpp>
#include <fleks/values/calendar.hpp>
#include <fleks/values/money.hpp>

namespace fleks {

/// An input of an effort that may be a range: a count of øre, of ten-thousandths (per cent, hours) or of things, by what it is.
struct Ranged {
  std::int64_t value = 0;  ///< what is most likely; the middle of a range where it is not said
  std::int64_t low = 0;    ///< the least
  std::int64_t high = 0;   ///< the most
  bool assumed = false;    ///< the file marks it as an assumption

  /// Whether it is a range.
  [[nodiscard]] constexpr bool is_range() const noexcept { return low != high; }
  /// One value.
  [[nodiscard]] static constexpr Ranged of(std::int64_t value) noexcept { return {value, value, value, false}; }
};

/// Work that is paid by the hour: a pool job, a fleksjob, an ordinary job.
struct EffortWork {
  Ranged hourly_wage{};                    ///< before own pension and ATP, øre
  Ranged weekly_hours{};                   ///< paid hours a week, ten-thousandths
  Ranged own_pension{};                    ///< of the pay, ten-thousandths of a per cent
  Ranged employer_pension{};               ///< of the pay, likewise
  std::optional<Ranged> ceiling_hourly{};  ///< hourly pay of the full-time ceiling, øre; the same hourly wage when not given
};

/// Where a participant goes afterwards, and how many of them do.
struct Outcome {
  /// An ordinary fleksjob, an ordinary job, another benefit, or back on ledighedsydelse.
  enum class To : std::uint8_t { fleksjob, job, other, back };
  To to = To::back;   ///< where
  Ranged share{};     ///< of the participants, ten-thousandths of a per cent
  EffortWork work{};  ///< of a fleksjob or a job
  Ranged benefit{};   ///< of another benefit, øre a month
  Ranged refund{};    ///< of it, ten-thousandths of a per cent
  Ranged lasts{};     ///< months in it before ledighedsydelse again; 0: to the end
};

/// By which rules the group's benefits are refunded.
enum class GroupRefund : std::uint8_t {
  staircase,  ///< by weeks with benefits (KOM-1)
  old,        ///< the rules before it, for all of the time (KOM-5, KOM-6)
};

/// An effort for a group on ledighedsydelse, and what would have happened anyway (KOM-13). Inputs that are ranges have a most
/// likely value, by which the result is computed.
struct Effort {
  std::string name{};                           ///< as the result is headed
  Month from{};                                 ///< the first month
  int months = 0;                               ///< how many months are counted
  std::optional<int> prices_of{};               ///< the year whose prices are the fixed ones; the first year's when not given
  int participants = 0;                         ///< how many begin
  int intake_months = 1;                        ///< over how many months they begin, evenly
  GroupRefund refund = GroupRefund::staircase;  ///< which rules refund
  int benefit_weeks = 53;                       ///< weeks with benefits counted before the first month (staircase)
  int benefit_months = 24;                      ///< months on ledighedsydelse of the 24 before the first month (old rules)
  BenefitClass benefit_class{};                 ///< of the ledighedsydelse
  std::optional<Percent> municipal_tax{};       ///< pct.; the year's average when not given
  MunicipalOptions options{};                   ///< the choices, and the share of tax kept
  Ranged staff{};                               ///< staff and other costs of the effort a year, øre
  Ranged cost_a_participant{};                  ///< once, when a participant begins, øre
  EffortWork pool{};                            ///< the municipal pool job (KOM-12)
  Ranged pool_months{};                         ///< how long it lasts
  Ranged holiday_pay{};                         ///< holiday pay of the pool job's wage that the municipality bears, share
  Ranged wage_paid_back{};                      ///< share of the pool job's wage that is paid back from outside the municipality
  Ranged work_worth{};                          ///< share of the wage that the municipality saves, as the work was to be done anyway
  std::vector<Outcome> outcomes{};              ///< after the pool job; the rest go back
  std::vector<Outcome> anyway{};                ///< at the same time without the effort; the rest stay on ledighedsydelse
};

/// Calls `input(name, ranged)` for each input of an effort that may be a range, by its path in the file, in one order.
template <class AnEffort, class Call>
void each_input(AnEffort& effort, Call input) {
  const auto work = [&](const std::string& at, auto& w) {
    input(at + "hourly_wage", w.hourly_wage);
    input(at + "weekly_hours", w.weekly_hours);
    input(at + "own_pension", w.own_pension);
    input(at + "employer_pension", w.employer_pension);
    if (w.ceiling_hourly) input(at + "ceiling_hourly", *w.ceiling_hourly);
  };
  const auto outcomes = [&](const std::string& list, auto& all) {
    for (std::size_t i = 0; i < all.size(); ++i) {
      const std::string at = list + "[" + std::to_string(i) + "].";
      input(at + "pct", all[i].share);
      if (all[i].to == Outcome::To::fleksjob || all[i].to == Outcome::To::job) work(at, all[i].work);
      if (all[i].to == Outcome::To::other) {
        input(at + "benefit", all[i].benefit);
        input(at + "refund_pct", all[i].refund);
      }
      input(at + "lasts_months", all[i].lasts);
    }
  };
  input("staff_a_year", effort.staff);
  input("cost_a_participant", effort.cost_a_participant);
  work("pool.", effort.pool);
  input("pool.months", effort.pool_months);
  input("pool.holiday_pay_pct", effort.holiday_pay);
  input("pool.wage_paid_back_pct", effort.wage_paid_back);
  input("pool.work_worth_pct", effort.work_worth);
  outcomes("outcomes", effort.outcomes);
  outcomes("anyway", effort.anyway);
}

/// What is wrong with an effort, or nothing: shares that are over 100 pct. together, a range turned round, more weeks than there
/// are. The field is its path in the file.
/// Example: outcomes of 73 and 30 pct. are `out_of_range` at `outcomes[1].pct`.
[[nodiscard]] std::optional<Error> problem(const Effort& effort);

}  // namespace fleks
