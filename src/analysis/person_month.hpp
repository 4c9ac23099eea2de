#pragma once

#include <array>
#include <map>
#include <optional>
#include <vector>

#include <fleks/facts/effort.hpp>
#include <fleks/rates/rate_table.hpp>

namespace fleks {

/// What a month of one participant puts in each purse, øre; what is paid is below zero.
struct PersonMonth {
  std::int64_t benefit = 0, refund = 0, fleksbidrag = 0;  // paid, and had back
  std::int64_t wage = 0;                                  // of a pool job, what the municipality bears of it
  std::int64_t kept_tax = 0;
  std::int64_t municipality = 0, state = 0, citizen = 0, pension = 0;
};

/// Where a participant is in a month.
struct Standing {
  enum class At : std::uint8_t { ledighedsydelse, pool, outcome, anyway };
  At at = At::ledighedsydelse;
  std::uint8_t index = 0;   // of the outcome
  std::uint8_t refund = 0;  // 0-3: step of the staircase; 4: old rules; 5: old rules, borne alone
  friend auto operator<=>(const Standing&, const Standing&) = default;
};
inline constexpr std::uint8_t refund_old = 4, refund_alone = 5;

/// The months of an effort's participants in purses: each kind of month is computed once, by the law of its half year, with
/// wages and other amounts following the taper threshold from the first month on.
class PersonMonths {
 public:
  PersonMonths(const Effort& effort, const RateTable& rates) : effort_(effort), rates_(rates) {}
  /// The month of that standing; the first error is kept, and everything is zero after it.
  const PersonMonth& operator()(const Standing& standing, Month month);
  /// An amount of the first month as it is in another.
  [[nodiscard]] std::int64_t indexed(std::int64_t oere, Month month);
  /// How prices are in a month, to those of the first.
  [[nodiscard]] const Exact& index(Month month);
  [[nodiscard]] const std::optional<Error>& error() const noexcept { return error_; }
  /// Whether the tax of the year could be computed; without it the purses are before tax.
  [[nodiscard]] bool tax_known(Month month);

 private:
  struct Wage;
  [[nodiscard]] Result<PersonMonth> computed(const Standing& standing, Month month);
  [[nodiscard]] Result<PersonMonth> on_benefit(const Standing& standing, Month month);
  [[nodiscard]] Result<PersonMonth> on_other(const Outcome& outcome, Month month);
  [[nodiscard]] Result<PersonMonth> in_fleksjob(const Standing& standing, const EffortWork& work, Month month);
  [[nodiscard]] Result<PersonMonth> in_job(const EffortWork& work, Month month);
  [[nodiscard]] Result<Wage> wage_of(const EffortWork& work, Month month);
  struct Income;
  [[nodiscard]] std::optional<Error> tax(PersonMonth& out, const Income& income, Month month);

  const Effort& effort_;
  const RateTable& rates_;
  std::map<std::pair<int, Standing>, PersonMonth> known_{};
  std::map<int, Exact> index_{};
  std::map<int, bool> tax_known_{};
  std::optional<Error> error_{};
};

}  // namespace fleks
