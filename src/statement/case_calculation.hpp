#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <vector>

#include <fleks/statement/case_statement.hpp>

namespace fleks {

/// A day as a number: cheap to compare.
using DayNumber = std::int32_t;
inline constexpr DayNumber never = std::numeric_limits<DayNumber>::max();
[[nodiscard]] inline DayNumber number_of(Date date) noexcept {
  return static_cast<DayNumber>(std::chrono::sys_days{date}.time_since_epoch().count());
}
[[nodiscard]] inline Date date_of(DayNumber day) noexcept { return Date{std::chrono::sys_days{std::chrono::days{day}}}; }
[[nodiscard]] constexpr int number_of(Month month) noexcept {
  return int{month.year()} * 12 + static_cast<int>(unsigned{month.month()}) - 1;
}
[[nodiscard]] inline Month month_at(int number) noexcept {
  return std::chrono::year{number / 12} / std::chrono::month{static_cast<unsigned>(number % 12) + 1};
}

/// The days of one month as bits: bit 0 is the first.
using DaySet = std::uint32_t;

/// Computes months of a case as they were known on a day. Made once for a case; `month` then touches only the facts
/// of that month.
class CaseCalculation {
 public:
  CaseCalculation(const Case& facts, const RateTable& rates);

  /// One month as known at the end of `as_of`.
  [[nodiscard]] Result<CaseMonth> month(Month month, DayNumber as_of, bool explained);
  /// The months between, with holiday accounts and counters.
  [[nodiscard]] Result<std::vector<CaseMonth>> months(Month first, Month last, DayNumber as_of, bool explained);

 private:
  /// From when until when (not included) a fact holds.
  struct Holds {
    DayNumber from = 0, until = never;
    [[nodiscard]] bool at(DayNumber day) const noexcept { return from <= day && day < until; }
  };
  /// What of a wage record counts in one month.
  struct WagePart {
    enum class Kind : std::uint8_t { wage, spread, supplement };
    int month = 0;
    Kind kind = Kind::wage;
    bool split = false;  // of a wage period across months
    std::uint32_t record = 0, employment = 0, item = 0;
    int rank = 0;
    int months = 1;  // FLT-6: over how many
    Holds holds{};
    Money pay{}, in_kind{}, own_pension{}, employer_pension{};
    Hours hours{};
    bool has_hours = false;
  };
  /// A job's days, and when its end is known.
  struct Job {
    DayNumber first = 0, last = never, end_known = 0;
    bool fleks = false;
    [[nodiscard]] DayNumber end(DayNumber as_of) const noexcept { return end_known <= as_of ? last : never; }
  };
  struct DatedHolds {
    Holds holds{};
    DayNumber first = 0, last = never;
  };
  struct JobCeiling {
    Exact amount{};
    Ceiling ceiling{};
    std::uint32_t index = 0;
    bool changed = false;
  };
  /// A month's wages, by what they count as.
  struct Wages {
    Money pay{}, in_kind{}, own_pension{}, employer_pension{}, supplements{}, other{}, other_own{}, other_employer{};
    Hours hours{};
    bool hours_known = true, any = false;
  };

  void prepare_records();
  void prepare_wages();
  void add_wage(std::uint32_t index);
  [[nodiscard]] DaySet days_in(Month month, DayNumber first, DayNumber last) const noexcept;
  [[nodiscard]] DaySet job_days(Month month, DayNumber as_of, bool fleks_only) const noexcept;
  [[nodiscard]] DaySet benefit_days(Month month, DayNumber as_of) const noexcept;
  [[nodiscard]] DaySet days_with_right(Month month, DayNumber as_of) const noexcept;
  [[nodiscard]] DaySet weekdays_of(Month month) const noexcept;
  [[nodiscard]] int benefit_weekdays(DayNumber first, DayNumber last, DayNumber as_of) const noexcept;
  [[nodiscard]] bool holiday_counts(std::size_t index, DayNumber as_of) const noexcept;
  [[nodiscard]] Days holiday_days_in(std::size_t index, Month month) const noexcept;
  [[nodiscard]] DayNumber right_ends(Month month, DayNumber as_of) const noexcept;
  [[nodiscard]] Days sanction_days(Month month, DayNumber as_of, CaseMonth* out);

  [[nodiscard]] Wages wages_of(Month month, DayNumber as_of, CaseMonth* out);
  [[nodiscard]] Exact allowance_per_day(std::uint32_t employment, Month month, DayNumber as_of) const;
  [[nodiscard]] Result<std::optional<JobCeiling>> ceiling_of_job(std::uint32_t employment, Month month, DayNumber as_of,
                                                                 const RatesOnDate& rates) const;
  [[nodiscard]] std::optional<Error> set_ceiling(MonthFacts& facts, Month wage_month, DayNumber as_of, const RatesOnDate& rates,
                                                 CaseMonth* out);
  [[nodiscard]] Result<Money> ceiling_rise(Month wage_month, DayNumber as_of, const RatesOnDate& rates, CaseMonth* out);
  [[nodiscard]] std::optional<Error> subsidy(CaseMonth& out, DayNumber as_of, bool explained);
  [[nodiscard]] std::optional<Error> benefit(CaseMonth& out, DayNumber as_of, bool explained);
  [[nodiscard]] BenefitClass class_at(DayNumber day, DayNumber as_of, CaseMonth* out) const;
  [[nodiscard]] int fleksjob_months_before(DayNumber day, DayNumber as_of) const noexcept;
  void holidays_in_words(Month month, DayNumber as_of, CaseMonth& out);
  void living(CaseMonth& out, DayNumber as_of) const;
  void counters(CaseMonth& out, DayNumber as_of) const;
  void accounts(std::vector<CaseMonth>& months, DayNumber as_of) const;

  const Case& case_;
  const RateTable& rates_;
  std::vector<Job> jobs_{};
  std::vector<Holds> wages_{}, daily_benefits_{}, holidays_{}, periods_{}, sanctions_{}, incomes_{};
  std::vector<std::vector<Holds>> ceilings_{};
  std::vector<WagePart> parts_{};              // by month
  std::vector<int> best_rank_{};               // of each employment, while a month is gathered
  std::vector<std::uint8_t> without_hours_{};  // of each employment: whether a wage of the month has none
  Trace trace_{};
};

}  // namespace fleks
