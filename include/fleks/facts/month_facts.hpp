#pragma once

#include <cstdint>
#include <optional>

#include <fleks/values/calendar.hpp>
#include <fleks/values/exact.hpp>
#include <fleks/values/hours.hpp>
#include <fleks/values/money.hpp>
#include <fleks/values/percent.hpp>
#include <fleks/values/seldom.hpp>

namespace fleks {

/// What the employer paid in a month, in one of the forms an officer has it in.
struct Pay {
  /// How the pay is given.
  enum class Form : std::uint8_t {
    am_income,  ///< *AM-bidragspligtig indkomst*, field 13: after own pension and own ATP
    monthly,    ///< pay before own pension and own ATP
    hourly,     ///< hourly pay before own pension and own ATP, weekly hours, intensity
  };
  Form form = Form::am_income;              ///< how the amount is meant
  Money amount{};                           ///< a month; an hour in the form `hourly`
  Hours weekly_hours{};                     ///< hours present a week
  Percent intensity = Percent::whole(100);  ///< *arbejdsintensitet*: paid hours = hours × intensity

  /// Field 13 of a month. Example: `Pay::am_income(Money::kroner(15'600))`.
  [[nodiscard]] static constexpr Pay am_income(Money a_month) noexcept { return {.amount = a_month}; }
  /// Pay of a month before own pension and own ATP.
  [[nodiscard]] static constexpr Pay monthly(Money a_month) noexcept { return {.form = Form::monthly, .amount = a_month}; }
  /// Pay by the hour. Example: `Pay::hourly(Money::kroner(200), Hours::whole(18))`, 15.600 kr. a month.
  [[nodiscard]] static constexpr Pay hourly(Money an_hour, Hours a_week, Percent intensity = Percent::whole(100)) noexcept {
    return {.form = Form::hourly, .amount = an_hour, .weekly_hours = a_week, .intensity = intensity};
  }
};

/// A share of a pension contribution (*pensionsbidrag*): kroner a month, or a percentage of the pay before
/// own pension.
class Contribution {
 public:
  constexpr Contribution() noexcept : amount_{} {}
  /// Kroner a month.
  [[nodiscard]] static constexpr Contribution of(Money a_month) noexcept { return Contribution(a_month); }
  /// A percentage of the pay. Example: `Contribution::of(Percent::whole(8))`.
  [[nodiscard]] static constexpr Contribution of(Percent of_the_pay) noexcept { return Contribution(of_the_pay); }
  /// Whether it is a percentage.
  [[nodiscard]] constexpr bool is_share() const noexcept { return is_share_; }
  /// The kroner a month; 0 when it is a percentage.
  [[nodiscard]] constexpr Money amount() const noexcept { return is_share_ ? Money{} : amount_; }
  /// The percentage; 0 when it is in kroner.
  [[nodiscard]] constexpr Percent share() const noexcept { return is_share_ ? share_ : Percent{}; }

 private:
  constexpr explicit Contribution(Money a_month) noexcept : amount_(a_month) {}
  constexpr explicit Contribution(Percent of_the_pay) noexcept : share_(of_the_pay), is_share_(true) {}
  union {
    Money amount_;
    Percent share_;
  };
  bool is_share_ = false;
};

/// The normal-wage ceiling (*lønloft*) of the position: LOFT-1 to LOFT-4. It is a fact of its own, never
/// inferred from the part-time wage. Without one the result is before the ceiling, and says so.
struct Ceiling {
  /// How the ceiling is given.
  enum class Form : std::uint8_t {
    none,          ///< not given: no ceiling is applied
    stated,        ///< full-time pay a month on ordinary terms, as the employer states it
    from_hourly,   ///< from the hourly pay of full time
    from_monthly,  ///< from the monthly base pay of full time
  };
  /// Who has set the ceiling (LOFT-4).
  enum class StatedBy : std::uint8_t { employer, computed, agreement_table };
  /// LOFT-4: the hours of a full-time month for an hourly pay: 37 × 52/12 exactly, or the same to three decimals (160,333).
  enum class FullTimeMonth : std::uint8_t { exact, three_decimals };
  Form form = Form::none;                   ///< how `amount` is meant
  StatedBy stated_by = StatedBy::employer;  ///< who has set it
  FullTimeMonth full_time_month{};          ///< its hours, where the ceiling is from hourly pay (LOFT-4)
  Money amount{};                           ///< the ceiling, the hourly pay or the full-time base, as the form says
  Money supplements{};                      ///< monthly average of all supplements
  Money fixed_bonus{};                      ///< a month
  Percent employer_pension{};               ///< on base, supplements and bonus
  Money holiday_supplement{};               ///< *ferietillæg* of a full-time employee paid in this month, on top (FLT-16)

  /// Full-time pay a month. Example: `Ceiling::stated(Money::kroner(32'067))`.
  [[nodiscard]] static constexpr Ceiling stated(Money a_month, StatedBy who = StatedBy::employer) noexcept {
    return {.form = Form::stated, .stated_by = who, .amount = a_month};
  }
  /// From the hourly pay × full time × 52/12 (LOFT-3). Example: 200 kr. an hour is 32.066,67 kr.
  [[nodiscard]] static constexpr Ceiling from_hourly(Money an_hour, Money supplements = {}, Percent employer_pension = {}) noexcept {
    return {.form = Form::from_hourly,
            .stated_by = StatedBy::computed,
            .amount = an_hour,
            .supplements = supplements,
            .employer_pension = employer_pension};
  }
};

/// Days of employment within a month, both counted.
struct Period {
  Date first{};                                                    ///< the first day
  Date last{};                                                     ///< the last day
  friend bool operator==(const Period&, const Period&) = default;  ///< the same days
};

/// What only the months of a case have: a month in parts, holiday days of one, wage that is no whole øre.
struct MonthInParts {
  /// The share of this month's subsidy that the holiday days take, where that is not days / (260/12): a month in parts, or all its days.
  std::optional<Exact> holiday_share{};
  std::optional<Exact> part{};           ///< the share of the subsidy month that the fleksjob covers; all of it when not given (FLT-13)
  std::optional<Exact> calendar_part{};  ///< the same by calendar days, for the state's ATP (FLT-18)
  Exact exact_wage{};                    ///< wage that is no whole øre, exact øre, beside `pay`: parts of a payment over months (FLT-6)
  Exact exact_other_wage{};              ///< the same of `other_wage`
  friend bool operator==(const MonthInParts&, const MonthInParts&) = default;  ///< member by member
};

/// What is known of one month of one fleksjob. A fact that is not given is unknown where that makes a
/// difference (paid hours, ceiling), never zero in disguise.
struct MonthFacts {
  Month month{};                      ///< the subsidy month S
  std::optional<Month> wage_month{};  ///< the month of the wage; S − 1 when not given
  bool wage_expected = false;         ///< the wage is what the contract gives, and is regulated when the real one is known (FLT-20)
  bool right_without_wage = false;    ///< the right is there and the wage is not deducted (FLT-20, `FirstMonth::no_deduction`)
  bool no_subsidy = false;            ///< the month has no subsidy by choice (FLT-20, `FirstMonth::no_subsidy`)
  Pay pay{};                          ///< what the employer paid
  Money benefits_in_kind{};           ///< *personalegoder* inside field 13 (fields 19, 20, 21, 26)
  Contribution own_pension{};         ///< own contribution
  Contribution employer_pension{};    ///< the employer's contribution
  Money holiday_supplement{};         ///< *ferietillæg* etc. paid with the month and not in the pay
  std::optional<Hours> paid_hours{};  ///< a month; follows from the weekly hours when those are given
  Money other_wage{};                 ///< wage from other jobs, same definition
  Money care_income{};                ///< *tabt arbejdsfortjeneste, plejevederlag*; counts from 2024
  Money daily_benefit{};              ///< *syge-, barsels-, sorgorlovsdagpenge, ressourceforløbsydelse* of the wage month
  /// Benefits deducted as if paid (FLT-9): a right lost, asked for too late, or *ressourceforløbsydelse* reduced.
  Money unclaimed_benefit{};
  Days ledighedsydelse_days{};             ///< holiday days on ledighedsydelse that this month's subsidy is cut for (FLT-12)
  std::optional<Money> ledighedsydelse{};  ///< what was paid for those days; needed to March 2022, where that is deducted
  std::optional<Period> employed{};        ///< when the fleksjob covers only part of the wage month
  std::optional<Period> job{};             ///< when it covers only part of the subsidy month (FLT-13)
  Ceiling ceiling{};                       ///< the normal-wage ceiling; none: the result is before the ceiling
  Seldom<MonthInParts> in_parts{};         ///< what only the months of a case have
};

}  // namespace fleks
