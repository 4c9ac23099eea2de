#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include <fleks/facts/options.hpp>
#include <fleks/facts/year_facts.hpp>
#include <fleks/rates/rate_table.hpp>
#include <fleks/rules/rule.hpp>
#include <fleks/values/exact.hpp>

namespace fleks {

namespace law {
struct NetTerms;
}
struct LostShare;

/// One point of a citizen's curve: what a month brings at so many hours a week. Each amount is rounded half up to
/// øre, and the two sums are sums of the rounded amounts. Names as in the program's JSON.
struct NetRow {
  Hours hours{};                            ///< hours present a week
  Percent intensity = Percent::whole(100);  ///< *arbejdsintensitet*
  Exact paid_hours{};                       ///< a week: hours × intensity
  Money hourly_wage{};                      ///< the hourly wage of this point
  bool ceiling_stays = false;               ///< the ceiling is that of the citizen's own wage, not of this one
  bool in_job = false;                      ///< false at 0 hours: on ledighedsydelse
  /// Pay before own pension and ATP; own and employer's pension; own and employer's ATP of the wage (ATP).
  Money gross_pay{}, own_pension{}, employer_pension{}, wage_atp_own{}, wage_atp_employer{};
  /// The subsidy (FLT-14), own ATP of it (FLT-17), public ATP (FLT-18) and obligatorisk pension (FLT-19).
  Money fleksloentilskud{}, subsidy_atp_own{}, public_atp{}, obligatory_pension{};
  /// AM-bidrag and tax (SKAT), a twelfth of the year's; housing benefit (BOLIG).
  Money am_contribution{}, tax{}, housing_benefit{};
  /// Without a job: ledighedsydelse (LY) and own ATP of it (LY-13).
  Money ledighedsydelse{}, ledighedsydelse_atp_own{};
  /// Where the citizen has them: other taxed income; what is paid for daycare (FRIPLADS); child benefit and allowance (BOERN).
  Money other_income{}, daycare{}, child_benefit{};
  Money in_hand{};        ///< what the citizen has to live on
  Money pension_saved{};  ///< what own, employer's and obligatory pension and ATP put aside
  Exact exact_pay{};      ///< gross_pay before it is rounded
  Exact ceiling_cut{};    ///< what FLT-11 cuts, exact
};

/// Hours, intensity and hourly wage of one point.
struct Work {
  Hours hours{};                            ///< present a week
  Percent intensity = Percent::whole(100);  ///< *arbejdsintensitet*; paid hours are hours × intensity
  Money hourly_wage{};                      ///< before own pension and ATP
  /// Whether a ceiling that follows the wage follows this one, or stays where the citizen's own wage puts it.
  bool ceiling_stays = false;
};

/// Whether an hour pays: in hand gains at least a share of its gross pay (30 pct.), less than that, or nothing.
enum class Verdict : std::uint8_t { pays, hardly, no };

/// What a change from one row to another is worth, split by who takes the rest.
///
/// gross_pay + employer_pension + added + given = in_hand + pension_saved + all that is taken, exactly.
struct Extra {
  /// Pay before own pension and ATP, and the employer's pension.
  Money gross_pay{}, employer_pension{};
  Money added{};  ///< employer's ATP, public ATP, obligatorisk pension
  Money given{};  ///< the subsidy that starts with the first hour of a job
  /// What the citizen has more to live on, and more put aside.
  Money in_hand{}, pension_saved{};
  Money taken_by_taper{};    ///< FLT-8
  Money taken_by_ceiling{};  ///< FLT-11
  /// AM-bidrag, tax and housing benefit that go with the change.
  Money taken_by_am_contribution{}, taken_by_tax{}, taken_by_housing_benefit{};
  Money taken_by_ledighedsydelse{};  ///< what ledighedsydelse falls by when a job begins
  Money taken_by_daycare{};          ///< what daycare costs more
  Money taken_by_child_benefit{};    ///< what child benefit falls by
  bool starts_job = false;           ///< the row before was without a job
  Verdict verdict{};                 ///< whether the hour pays
};

/// The change between two rows, its verdict by the printed amounts. `hardly_below`: the share of the gross pay under which an
/// hour hardly pays. `NetPicture::extra` has the verdict by the exact ones. Example: see `NetPicture`.
[[nodiscard]] Extra extra(const NetRow& before, const NetRow& after, Percent hardly_below = Percent::whole(30));

/// Where the worth of an hour (or of a krone of pay) changes, exactly, on the amounts before any rounding.
struct Kink {
  Exact at{};                ///< hours a week, or øre an hour
  std::string_view cause{};  ///< `taper_threshold`, `ceiling_reached`, `atp_band`, …
  Rule rule{};               ///< the rule that bends
  Exact before{};            ///< slope: øre in hand a month per weekly hour (or per øre an hour)
  Exact after{};             ///< the slope after
  Exact jump{};              ///< øre; not zero where in hand jumps
  Exact in_hand{};           ///< øre, after the jump
};

/// Hours a week between which an hour more gives nothing.
struct HoursRange {
  Hours from{};  ///< the first of them
  Hours to{};    ///< the last of them
};

/// A place where a target is in hand.
struct TargetPlace {
  Exact at{};          ///< hours a week, or øre an hour, exactly
  Exact to{};          ///< where it ends: the same, but where the curve is flat on the target
  bool jumps = false;  ///< in hand jumps past the target there, and is never exactly that much
  NetRow row{};        ///< the month at the nearest hours of four decimals or the nearest øre; after a jump the first of them
};

/// Every place where a target is in hand, in order; or, where there is none, the row with the most.
struct Targets {
  std::vector<TargetPlace> places{};  ///< in the order of the hours or the wage
  std::optional<NetRow> most{};       ///< only without places
};

/// What a curve says at a glance.
struct CurveSummary {
  Hours best_hours{};                          ///< with most in hand; the fewest of them
  std::vector<HoursRange> zero_gain_ranges{};  ///< where an hour more gives nothing
  /// The hourly wage below which no hour pays, because the ceiling that follows it binds from the first hour;
  /// nothing when the ceiling does not follow the wage. Exact øre.
  std::optional<Exact> no_gain_hourly_wage{};
};

/// The net picture of a citizen (*fra brutto til netto*): gross pay, pension, ATP, subsidy, AM-bidrag, tax, housing
/// benefit, at any hours and any hourly wage of one year. Rulebook 3, 6, 7, 8.
///
/// The year's rates are those of 1 January. Exact; tax by SKAT-5, subsidy by FLT-14, ATP and pension to the krone.
/// Immutable and safe from any thread. Errors name the field: a year without rates, a missing tax percentage, pensions
/// above 100 pct.
/// Example: 2024, 120 kr. an hour, municipal tax 25, own ATP counted: in hand is 13.324,83 kr. at 1 hour and
/// 13.158,83 kr. at 37 hours.
class NetPicture {
 public:
  /// The picture of a citizen under the rates of 1 January of the year; with a reform's policy in the options, under that.
  [[nodiscard]] static Result<NetPicture> of(const Citizen& citizen, const RateTable& rates, const Options& options = {});

  /// The month at so many hours present a week; 0 is without a job, on ledighedsydelse.
  [[nodiscard]] Result<NetRow> at(Hours hours) const;
  /// The month of other work than the citizen's: other hours, intensity or hourly wage.
  [[nodiscard]] Result<NetRow> at(const Work& work) const;
  /// Rows from `from` to `to` by `step`, both ends included where the step meets them.
  [[nodiscard]] Result<std::vector<NetRow>> curve(Hours from, Hours to, Hours step) const;
  /// Rows over the hourly wage at fixed hours.
  [[nodiscard]] Result<std::vector<NetRow>> curve_over_wage(Hours hours, Money from, Money to, Money step) const;
  /// Rows along a course (*progression*) from one point to the next, one change at a time: first the hours, one by
  /// one, then the intensity, five points at a time.
  /// Example: 9 h at 75 pct. to 12 h at 85 pct. is 9, 10, 11, 12 h at 75 pct., then 12 h at 80 and at 85 pct.
  [[nodiscard]] Result<std::vector<NetRow>> course(std::span<const Work> stations) const;

  /// The exact kinks over hours in (from, to].
  [[nodiscard]] Result<std::vector<Kink>> kinks_over_hours(Hours from, Hours to) const;
  /// The exact kinks over the hourly wage in (from, to] at fixed hours.
  [[nodiscard]] Result<std::vector<Kink>> kinks_over_wage(Hours hours, Money from, Money to) const;

  /// Every place from `from` to `to` hours where so much is in hand a month, solved on the exact pieces between the kinks and
  /// before any rounding: the rows differ from the target by the roundings of the law alone. Errors: hours or a target that
  /// cannot be. Example: 2024, 200 kr. an hour, municipal tax 25, 16.000 kr.: at 1,9… hours.
  [[nodiscard]] Result<Targets> target_over_hours(Money target, Hours from, Hours to) const;
  /// The same over the hourly wage at fixed hours.
  [[nodiscard]] Result<Targets> target_over_wage(Money target, Hours hours, Money from, Money to) const;

  /// What is in hand at a row before any rounding, exact øre.
  [[nodiscard]] Exact exact_in_hand(const NetRow& row) const;
  /// Whether the second row has more in hand than the first, before any rounding.
  [[nodiscard]] bool gains(const NetRow& before, const NetRow& after) const;
  /// The change between two rows of this picture: the amounts as printed, the verdict by the exact change, which the roundings
  /// of the law do not reach.
  [[nodiscard]] Extra extra(const NetRow& before, const NetRow& after, Percent hardly_below = Percent::whole(30)) const;

  /// What one more krone of pay at the row's hours loses, its ceiling where it is: the exact slope just above its pay, before any
  /// rounding. The row has a job with paid hours. See `measures`.
  [[nodiscard]] Result<LostShare> lost_of_a_krone(const NetRow& row) const;

  /// What the rows say at a glance; they are in the order of the hours.
  [[nodiscard]] CurveSummary summary(std::span<const NetRow> rows) const;
  /// The citizen as given.
  [[nodiscard]] const Citizen& citizen() const noexcept { return citizen_; }
  /// The normal-wage ceiling at an hourly wage, exact øre.
  [[nodiscard]] Exact ceiling(Money hourly_wage) const;
  /// Whether the ceiling was not given and is taken at the same hourly wage (LOFT-3).
  [[nodiscard]] bool ceiling_follows_wage() const noexcept;

 private:
  NetPicture(const Citizen& citizen, std::shared_ptr<const law::NetTerms> terms) : citizen_(citizen), terms_(std::move(terms)) {}
  Citizen citizen_;
  std::shared_ptr<const law::NetTerms> terms_;
};

}  // namespace fleks
