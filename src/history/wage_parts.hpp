#pragma once

#include <optional>
#include <span>
#include <vector>

#include <fleks/facts/case.hpp>

#include "values/day_number.hpp"

namespace fleks::history {

/// From when until when (not included) a fact holds.
struct Holds {
  DayNumber from = 0, until = no_end;
  [[nodiscard]] bool at(DayNumber day) const noexcept { return from <= day && day < until; }
};

/// What of a wage record counts in one month: exact øre and hours.
struct WagePart {
  enum class Kind : std::uint8_t {
    wage,        // of the month
    spread,      // FLT-6: of a bonus and the like
    supplement,  // FLT-16
    after_end,   // FLT-24: for days after the end of the job, in the month it is paid
  };
  int month = 0;
  Kind kind = Kind::wage;
  bool split = false;     // of a wage period across months
  bool expected = false;  // FLT-20: no real wage yet
  std::uint32_t record = 0, employment = 0, item = 0;
  int rank = 0;    // of whose word it is; an expected wage comes after every real one
  int months = 1;  // FLT-6: over how many
  Holds holds{};
  Exact pay{};  // less what stands in field 13 and is no wage
  Exact own_pension{}, employer_pension{};
  Exact hours{};
  bool has_hours = false;

  [[nodiscard]] Exact wage() const { return pay + own_pension + employer_pension; }
};

/// Every wage record of a case divided into what counts in each month. `holds` and `allowances`, each one's feriegodtgørelse gross,
/// are as long as the records.
[[nodiscard]] std::vector<WagePart> wage_parts(const Case& facts, const std::vector<Holds>& holds,
                                               const std::vector<std::optional<Money>>& allowances);

/// The parts month by month; those of one month stay in their order.
class PartsByMonth {
 public:
  PartsByMonth() = default;
  explicit PartsByMonth(std::vector<WagePart> parts);
  [[nodiscard]] std::span<const WagePart> of(Month month) const noexcept;
  [[nodiscard]] bool empty() const noexcept { return parts_.empty(); }
  /// The first month that has any, as a number; of parts that are not empty.
  [[nodiscard]] int first() const noexcept { return first_; }

 private:
  std::vector<WagePart> parts_{};
  int first_ = 0;
  std::vector<std::uint32_t> before_{};  // of each month from the first, and of the one after the last: how many are of earlier months
};

/// FLT-24: whether a record is pay for days after the end of its job: as it says, or because all its days are.
[[nodiscard]] bool is_after_end(const WageRecord& wage, const Employment& job) noexcept;

}  // namespace fleks::history
