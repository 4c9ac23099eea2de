#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include <fleks/analysis/net_columns.hpp>
#include <fleks/reading/reform.hpp>
#include <fleks/values/calendar.hpp>
#include <fleks/values/exact.hpp>
#include <fleks/values/money.hpp>

namespace fleks {

/// Whole numbers counted one by one in bins of equal width: memory does not grow with how many there are.
/// Count and sum are exact; a decile is exact to the width of a bin. What lies outside the bins counts in the
/// first or the last. A value may count more than once, or as any whole number of pieces: its weight, then all counts are pieces.
/// Example: of 10 once and 20 three times the sum is 70, the mean 18, and the fifth decile 20.
class Counted {
 public:
  /// Bins of `width` from `low` to `high`; what lies beyond is counted in the outer ones.
  Counted(std::int64_t low, std::int64_t high, std::int64_t width)
      : low_(low), width_(width), bins_(static_cast<std::size_t>((high - low) / width) + 1) {}
  /// Counts a value `weight` times.
  void add(std::int64_t value, std::int64_t weight = 1) noexcept {
    const std::int64_t at = value < low_ ? 0 : (value - low_) / width_;
    const auto last = static_cast<std::int64_t>(bins_.size()) - 1;
    bins_[static_cast<std::size_t>(at < last ? at : last)] += weight;
    count_ += weight;
    sum_ += int128{value} * weight;
  }
  /// Adds the counts of another with the same bins.
  void add(const Counted& other) noexcept;
  /// How many values.
  [[nodiscard]] std::int64_t count() const noexcept { return count_; }
  /// Their sum, each as often as it counts, exact.
  [[nodiscard]] int128 sum() const noexcept { return sum_; }
  /// Half up; 0 of nothing.
  [[nodiscard]] std::int64_t mean() const noexcept;
  /// The lower edge of the first bin up to which at least tenths / 10 of all lie. Example: the fifth is the median.
  [[nodiscard]] std::int64_t decile(int tenths) const noexcept;
  /// The count of each bin, from the lowest.
  [[nodiscard]] const std::vector<std::int64_t>& bins() const noexcept { return bins_; }
  /// Where the first bin begins.
  [[nodiscard]] std::int64_t low() const noexcept { return low_; }
  /// How wide a bin is.
  [[nodiscard]] std::int64_t width() const noexcept { return width_; }

 private:
  std::int64_t low_, width_, count_ = 0;
  int128 sum_ = 0;
  std::vector<std::int64_t> bins_;
};

/// How many keep nothing, less than 20 pct., or more of one more hour's pay.
struct HourClasses {
  /// Rows in which one more hour gives nothing, under 20 pct. of its pay, and more.
  std::int64_t nothing = 0, under_20 = 0, more = 0;
  /// By what is kept, in tenths of a per cent.
  void add(std::int64_t per_mille, std::int64_t weight = 1) noexcept {
    (per_mille <= 0 ? nothing : per_mille < 200 ? under_20 : more) += weight;
  }
  /// Adds the counts of another.
  void add(const HourClasses& other) noexcept {
    nothing += other.nothing;
    under_20 += other.under_20;
    more += other.more;
  }
  /// All rows counted.
  [[nodiscard]] std::int64_t count() const noexcept { return nothing + under_20 + more; }
};

/// What one paid hour more a week is worth: pay and subsidy before tax (gross), and in hand after own ATP, AM-bidrag
/// and tax, as a share of the hour's pay.
struct HourWorth {
  Counted share{-1'000, 2'000, 1};                      ///< tenths of a per cent
  Counted amount{-200'000, 400'000, 100};               ///< øre a month
  HourClasses all;                                      ///< over all rows
  std::array<std::array<HourClasses, 6>, 6> by_band{};  ///< by hourly pay, then weekly hours
  /// Adds the counts of another.
  void add(const HourWorth& other) noexcept;
};
/// Upper ends of the bands; the last has none. Øre an hour, and ten-thousandths of an hour a week.
inline constexpr std::array<std::int64_t, 5> wage_bands{13'000, 15'000, 17'500, 20'000, 25'000};
/// The same of weekly hours: 6, 11, 16, 21 and 26.
inline constexpr std::array<std::int64_t, 5> hour_bands{60'000, 110'000, 160'000, 210'000, 260'000};

/// What a reform changes in a population.
struct ReformEffect {
  /// The reform's id, a word, and its title, a sentence.
  std::string id, title;
  /// Rows whose payout rises, falls, and stays.
  std::int64_t winners = 0, losers = 0, unchanged = 0;
  /// Øre of payout gained by the winners and lost by the losers; neither is negative.
  int128 gained = 0, lost = 0;
  /// Changes in øre, all rows together.
  int128 subsidy = 0, public_atp = 0, obligatory_pension = 0, tax = 0;
  /// Where the purses are asked for: what municipality and state bear more, before tax.
  int128 municipality = 0, state = 0;
  Counted difference{-2'000'000, 2'000'000, 100};  ///< of payout a month
  /// The worth of one more hour under the reform, gross and in hand.
  HourWorth gross, in_hand;
  /// Adds the effect on other rows.
  void add(const ReformEffect& other) noexcept;
};

/// Whole numbers of which few are different, counted by steps: count and sum exact, a decile exact to a step.
class Tally {
 public:
  /// Steps of that width; memory grows with how many of them occur, and what lies beyond ten million counts in the outermost.
  explicit Tally(std::int64_t width) : width_(width) {}
  /// Counts a value `weight` times.
  void add(std::int64_t value, std::int64_t weight = 1);
  /// Adds the counts of another with steps of the same width.
  void add(const Tally& other);
  /// How many values.
  [[nodiscard]] std::int64_t count() const noexcept { return count_; }
  /// Their sum, each as often as it counts, exact.
  [[nodiscard]] int128 sum() const noexcept { return sum_; }
  /// Half up; 0 of nothing.
  [[nodiscard]] std::int64_t mean() const noexcept;
  /// The lower edge of the first step up to which at least tenths / 10 of all lie.
  [[nodiscard]] std::int64_t decile(int tenths) const noexcept;

 private:
  std::int64_t width_, count_ = 0;
  int128 sum_ = 0;
  std::map<std::int64_t, std::int64_t> steps_{};
};

/// Of whom a row is, as far as a net picture is spread by it.
enum class FamilyKind : std::uint8_t { no_children, children, single_parent };

/// A column of the net picture over all rows that have it, and by municipality, hourly pay and family: øre, or hundredths of a per
/// cent.
struct NetSpread {
  /// Of a column, without rows.
  explicit NetSpread(NetColumn of);
  NetColumn column;                                ///< which
  Tally all;                                       ///< of every row
  std::map<std::string, Tally> by_municipality{};  ///< of the rows that name one, under its own name
  std::vector<Tally> by_wage;                      ///< by `wage_bands`
  std::vector<Tally> by_family;                    ///< by `FamilyKind`
  /// Counts the value of a row; `municipality` is empty where none was named.
  void add(std::int64_t value, std::string_view municipality, std::int64_t hourly_wage, FamilyKind family, std::int64_t weight = 1);
  /// Adds the counts of another of the same column.
  void add(const NetSpread& other);
};

/// A population in figures: counts, totals, deciles, the worth of one more hour, and the effect of reforms.
/// Summaries of parts add up to that of the whole, in any order.
///
/// Where the file has the column `weight`, a row counts as many times as it says, in everything but `rows` and `months`: counts are
/// then ten-thousandths, and sums ten-thousandths of an øre (`pieces`). Everything is exact: rows of weight 2,5 twice are the same
/// figures as five such rows. All rows of a summary come from files with weights, or none does.
struct PopulationSummary {
  /// A summary of no rows yet, with these reforms beside the law.
  explicit PopulationSummary(std::span<const Reform> reforms = {});
  /// Adds the summary of other rows under the same reforms.
  void add(const PopulationSummary& other);

  std::int64_t rows = 0;    ///< how many rows, whatever their weights
  bool weighted = false;    ///< whether the rows have weights
  std::int64_t weight = 0;  ///< where they have, what all together count as
  /// What all rows count as.
  [[nodiscard]] std::int64_t all() const noexcept { return weighted ? weight : rows; }
  /// What one row of weight 1 counts as: 10.000 where there are weights, else 1.
  [[nodiscard]] std::int64_t pieces() const noexcept { return weighted ? 10'000 : 1; }
  /// Rows without a subsidy, those the ceiling cuts, those without a known ceiling, those with a wage above T.
  std::int64_t without_subsidy = 0, cut_by_ceiling = 0, without_known_ceiling = 0, above_threshold = 0;
  std::set<Month> months;  ///< the subsidy months that occur
  /// How the subsidy and the payout are spread, in øre.
  Counted subsidy{0, 4'000'000, 100}, payout{0, 4'000'000, 100};
  /// Sums in øre.
  int128 own_atp = 0, obligatory_pension = 0, public_atp = 0;
  std::int64_t public_atp_known = 0;  ///< rows whose paid hours are known
  bool purses = false;                ///< whether what municipality and state bear was computed
  int128 municipality = 0;            ///< what the municipality bears, before tax, øre
  int128 state = 0;                   ///< what the state bears, before tax, øre
  /// The worth of one more hour, gross and in hand; when hourly_wage and weekly_hours are in the file.
  std::optional<HourWorth> gross{}, in_hand{};
  std::vector<NetSpread> net{};       ///< the columns of the net picture that were asked for
  std::vector<ReformEffect> reforms;  ///< what each reform changes
};

}  // namespace fleks
