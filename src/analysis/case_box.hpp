#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <fleks/analysis/case_bounds.hpp>

#include "analysis/box.hpp"
#include "statement/month_amounts.hpp"
#include "values/day_number.hpp"

// A case of which some facts lie in ranges, at the points of the box that these are.

namespace fleks {

/// The amounts of a month that move one way with each fact; the hours are facts themselves.
template <class Join>
void each_amount(const MonthStatement& s, Join join) {
  each_shown_amount(s, [&](std::string_view name, const std::optional<Exact>& amount) {
    if (amount && name != "paid_hours" && name != "threshold" && name != "ceiling_cut" && name != "total") join(name, *amount);
  });
}
constexpr std::string_view after_the_cut[] = {"part_cut", "holiday_cut", "fleksloentilskud",  "own_atp",
                                              "payout",   "public_atp",  "obligatory_pension"};
/// What own ATP leaves of ledighedsydelse goes up where it sets out (LY-13).
template <class Join>
void each_amount_left(const LedighedsydelseStatement& b, Join join) {
  join("payout", Exact::of(b.payout));
  join("obligatory_pension", Exact::of(b.obligatory_pension));
}
template <class Join>
void each_amount(const LedighedsydelseStatement& b, Join join) {
  join("income", b.income);
  join("offset", b.offset);
  join("holiday_reduction", b.holiday_reduction);
  join("holiday_top_up", b.holiday_top_up);
  join("missed_cut", b.missed_cut);
  join("ledighedsydelse", Exact::of(b.ledighedsydelse));
  join("own_atp", Exact::of(b.own_atp));
  join("public_atp", Exact::of(b.public_atp));
  each_amount_left(b, join);
}

/// What two points have to share for the months between them to be of one kind.
[[nodiscard]] bool same_kind(const CaseMonth& a, const CaseMonth& b);
/// Every amount that moves one way, in one order.
[[nodiscard]] std::vector<Exact> amounts_of(const CaseMonth& m);

/// A case at the points of a box.
class CaseBox {
 public:
  CaseBox(const Case& facts, std::span<const CaseRange> ranges, const RateTable& rates, DayNumber as_of);
  [[nodiscard]] const Ranges& ranges() const noexcept { return ranges_; }
  [[nodiscard]] const CaseRange& given(std::size_t place) const noexcept { return given_[place]; }
  [[nodiscard]] const Case& facts_at(const Point& point);
  [[nodiscard]] CaseMonth at(Month month, const Point& point);
  /// How many fleksjob follow each other in the month.
  [[nodiscard]] std::size_t parts_at(Month month, const Point& point);
  [[nodiscard]] std::string path(std::size_t place) const { return path_of(case_, given_[place]); }
  [[nodiscard]] Error no_range(std::size_t place, WhyNoRange why, std::vector<Field> others = {}) const;
  /// A count of a range as what it counts.
  [[nodiscard]] Limit in_unit(std::size_t place, std::int64_t count) const;
  /// What went wrong at a point, where anything did.
  [[nodiscard]] const std::optional<Error>& error() const noexcept { return error_; }

 private:
  Case case_;
  std::vector<CaseRange> given_;
  const RateTable& rates_;
  DayNumber as_of_;
  Ranges ranges_{};
  std::optional<Error> error_{};
};

/// What is wrong with the ranges, or with the case at one of their ends.
[[nodiscard]] std::optional<Error> wrong_range(const Case& facts, std::span<const CaseRange> ranges);

}  // namespace fleks
