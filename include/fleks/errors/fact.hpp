#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace fleks {

/// A fact that a calculation is given, known by an id of its own: the program calls it by an option (`--am-income`), the C
/// interface by a member, a table by a column. None of them is known here.
enum class Fact : std::uint8_t {
  am_income,
  monthly_wage,
  hourly_wage,
  weekly_hours,
  intensity,
  paid_hours,
  benefits_in_kind,
  own_pension,
  employer_pension,
  holiday_supplement,
  other_wage,
  care_income,
  daily_benefit,
  unclaimed_benefit,
  ledighedsydelse,
  job_from,
  ledighedsydelse_days,
  employed_from,
  ceiling,
  ceiling_hourly,
  ceiling_supplements,
  ceiling_bonus,
  ceiling_holiday_supplement,
  ceiling_pension,
  month,       ///< the month of the subsidy, the benefit or the letter
  wage_month,  ///< the month whose wage counts
  year,
  uncounted_income,
  replacing_income,
  paid_out_holiday_allowance,
  self_employed_hours,
  entitled_weekdays,
  sanction_days,
  untaken_holiday_days,
  holiday_days,
  holiday_pay_per_day,
  income,        ///< of a self-employed person in the year
  other_income,  ///< earned beside the business
  from,          ///< where a period or a curve begins
  to,            ///< where it ends
  step,          ///< between the points of a curve
  first,         ///< month of a case that is asked for
  last,          ///< month of a case that is asked for
  from_month,    ///< the first month that is corrected
  monthly_pay,   ///< during the time in which holiday is earned
  hours_now,     ///< a week, when the holiday is taken
  pay,           ///< of a year, before tax
  own_atp,
  employer_atp,
  without_am,  ///< income of a year on which no AM-bidrag is due
  rent,
  children,
  municipality,
  municipal_tax,
  church_tax,
  church,            ///< whether church tax is paid
  union_fee,         ///< a year
  transport_km,      ///< a day, there and back
  transport_days,    ///< a year
  birth_year,        ///< of the citizen
  household_income,  ///< a year, after AM-bidrag, ATP and pension
  area,              ///< of the home, square metres
  heat,              ///< whether it is paid apart from the rent or with it
  wealth,
  daycare_places,
  daycare_fee,  ///< of a place a month, before discounts
  child_ages,
  target,     ///< what is to be in hand a month
  deduction,  ///< of the tax card a month
  rates_of,   ///< a choice: which month's rates
  round_to,   ///< a choice: the krone or the oere
};

/// The id of a fact. Example: `to_text(Fact::am_income)` is `am_income`.
[[nodiscard]] std::string_view to_text(Fact fact) noexcept;

/// What an error is about: a fact, what a task is asked by, or a place in what was read (`employments[1].from`, a column, the key of a
/// rate).
class Field {
 public:
  /// Nothing in particular.
  Field() = default;
  /// A fact.
  Field(Fact fact) noexcept : fact_(fact) {}  // NOLINT(google-explicit-constructor)
  /// A place.
  Field(std::string place) noexcept : place_(std::move(place)) {}  // NOLINT(google-explicit-constructor)
  /// A place.
  Field(std::string_view place) : place_(place) {}  // NOLINT(google-explicit-constructor)
  /// A place.
  Field(const char* place) : place_(place) {}  // NOLINT(google-explicit-constructor)
  /// What a task is asked by, a fact or a choice, and after a space a value of it where that is meant; a program spells it as its
  /// option. Example: `Field::asked("over wage")`.
  [[nodiscard]] static Field asked(std::string_view name) {
    Field field(name);
    field.asked_ = true;
    return field;
  }

  /// The fact, where it is one.
  [[nodiscard]] std::optional<Fact> fact() const noexcept { return fact_; }
  /// Whether it is what a task is asked by.
  [[nodiscard]] bool is_asked() const noexcept { return asked_; }
  /// The id of the fact, what is asked, or the place. Example: `am_income`, `over wage`, `employments[1].from`.
  [[nodiscard]] std::string_view text() const noexcept { return fact_ ? to_text(*fact_) : std::string_view(place_); }
  /// Whether it is nothing in particular.
  [[nodiscard]] bool empty() const noexcept { return !fact_ && place_.empty(); }

  /// The same fact, the same asked, or the same place.
  friend bool operator==(const Field&, const Field&) = default;

 private:
  std::optional<Fact> fact_{};
  bool asked_ = false;
  std::string place_{};
};

}  // namespace fleks
