#pragma once

#include <optional>
#include <vector>

#include <fleks/analysis/audit.hpp>

#include "rates/rate_reader.hpp"
#include "rules/month.hpp"

// A month as somebody may have read it: the facts on their way into the rules, each to be changed by a misreading.

namespace fleks {

/// The rates of one month that a month's subsidy needs.
struct RatesRead {
  law::MonthRates<law::ExactNumbers> month;
  bool atp_known = false;
  std::optional<Exact> full_unemployment_benefit;

  /// Nothing when one of those it cannot do without is not there.
  [[nodiscard]] static std::optional<RatesRead> of(Month month, const RateTable& table);
};

/// Facts, rates and order as they are read; as it comes from `MonthRead::reading`, as the law says.
struct Reading {
  enum class AtpInWage : std::uint8_t { as_stated, counted, left_out, twice_out, both_counted };
  enum class Order : std::uint8_t { law, ceiling_before_taper, ceiling_before_benefit, holiday_before_ceiling };
  enum class Rounded : std::uint8_t { oere, krone, oere_down, krone_down };
  enum class Stated : std::uint8_t { subsidy, payout, subsidy_and_own_atp, less_obligatory_pension };

  const RatesRead* rates = nullptr;
  Exact base{}, threshold{}, low{}, high{};
  bool threshold_for_each_job = false;

  Exact pay{}, in_kind{}, holiday_supplement{}, holiday_allowance{};
  std::uint8_t own_pension_times = 1, employer_pension_times = 1;
  AtpInWage atp_in_wage = AtpInWage::as_stated;
  std::optional<Exact> paid_hours{};
  std::optional<Exact> wage{};  // in place of all that

  Exact other_wage{}, care_income{}, daily_benefit{}, unclaimed{};
  bool benefit_as_wage = false, right_without_wage = false;

  bool has_ceiling = false;
  Ceiling::Form ceiling_form{};
  Exact ceiling_base{}, ceiling_supplements{}, ceiling_bonus{}, ceiling_pension{}, ceiling_holiday_supplement{};
  Exact ceiling_factor = Exact::whole(1), ceiling_less{};
  bool other_wage_under_ceiling = false, benefits_under_ceiling = false, care_income_under_ceiling = false;

  Exact part_of_base = Exact::whole(1), part_of_ceiling = Exact::whole(1);
  bool part_of_result = false;
  Exact holiday{}, holiday_benefit{};
  bool holiday_benefit_deducted = false;
  Order order = Order::law;
  bool deductions_rounded = false;
  Rounded rounded = Rounded::oere;
  Stated stated = Stated::subsidy;
};

/// A misreading, and which way of it.
struct Change {
  Misreading which{};
  std::uint8_t way = 0;
};

/// One month's facts, as they can be read.
class MonthRead {
 public:
  /// The facts are possible and their rates are there.
  MonthRead(const MonthFacts& facts, const RateTable& table, const Options& options, const AuditFacts& more);

  [[nodiscard]] const Reading& law() const noexcept { return law_; }
  /// Changes the reading; false when the month has nothing that the misreading could change.
  [[nodiscard]] bool apply(Change change, Reading& reading) const;
  /// All that can be misread in the month, by the order of `Misreading`.
  [[nodiscard]] std::vector<Change> changes() const;
  /// The amount that a reading gives, by the text of the law; nothing when it leaves the range of the numbers.
  [[nodiscard]] std::optional<Money> amount(const Reading& reading) const;
  [[nodiscard]] Exact wage(const Reading& reading) const;

 private:
  struct Run;
  [[nodiscard]] Run run_of(const Reading& reading) const;
  [[nodiscard]] Exact due(const Reading& reading) const;
  [[nodiscard]] Exact ceiling(const Reading& reading) const;
  [[nodiscard]] Exact pay_before_pension(const Reading& reading) const;
  [[nodiscard]] Exact part_of_job() const;
  [[nodiscard]] Exact own_pension(const Reading& reading) const;
  [[nodiscard]] Exact employer_pension(const Reading& reading) const;
  [[nodiscard]] bool use_rates(const std::optional<RatesRead>& rates, Reading& reading) const;
  [[nodiscard]] Exact days_of(std::int64_t days_a_month) const;
  // One kind of misreading each: nothing when the misreading is of another kind.
  [[nodiscard]] std::optional<bool> pension_misread(Change change, Reading& reading) const;
  [[nodiscard]] std::optional<bool> ceiling_misread(Change change, Reading& reading) const;
  [[nodiscard]] std::optional<bool> month_misread(Change change, Reading& reading) const;
  [[nodiscard]] std::optional<bool> other_income_misread(Change change, Reading& reading) const;
  [[nodiscard]] std::optional<bool> holiday_misread(Change change, Reading& reading) const;
  [[nodiscard]] std::optional<bool> atp_misread(Change change, Reading& reading) const;
  [[nodiscard]] std::optional<bool> arithmetic_misread(Change change, Reading& reading) const;

  const MonthFacts& f_;
  const Options& options_;
  const AuditFacts& more_;
  Month wage_month_;
  std::optional<RatesRead> own_rates_, year_before_, year_after_, other_month_;
  Reading law_;
};

}  // namespace fleks
