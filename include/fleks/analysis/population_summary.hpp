#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include <fleks/rules/reform.hpp>
#include <fleks/values/calendar.hpp>
#include <fleks/values/money.hpp>

namespace fleks {

/// Whole numbers counted one by one in bins of equal width: memory does not grow with how many there are.
/// Count and sum are exact; a decile is exact to the width of a bin. What lies outside the bins counts in the
/// first or the last.
class Counted {
 public:
  Counted(std::int64_t low, std::int64_t high, std::int64_t width)
      : low_(low), width_(width), bins_(static_cast<std::size_t>((high - low) / width) + 1) {}
  void add(std::int64_t value) noexcept {
    const std::int64_t at = value < low_ ? 0 : (value - low_) / width_;
    const auto last = static_cast<std::int64_t>(bins_.size()) - 1;
    ++bins_[static_cast<std::size_t>(at < last ? at : last)];
    ++count_;
    sum_ += value;
  }
  void add(const Counted& other) noexcept;
  [[nodiscard]] std::int64_t count() const noexcept { return count_; }
  [[nodiscard]] std::int64_t sum() const noexcept { return sum_; }
  /// Half up; 0 of nothing.
  [[nodiscard]] std::int64_t mean() const noexcept;
  /// The lower edge of the first bin up to which at least tenths / 10 of all lie. Example: the fifth is the median.
  [[nodiscard]] std::int64_t decile(int tenths) const noexcept;
  [[nodiscard]] const std::vector<std::int64_t>& bins() const noexcept { return bins_; }
  [[nodiscard]] std::int64_t low() const noexcept { return low_; }
  [[nodiscard]] std::int64_t width() const noexcept { return width_; }

 private:
  std::int64_t low_, width_, count_ = 0, sum_ = 0;
  std::vector<std::int64_t> bins_;
};

/// How many keep nothing, less than 20 pct., or more of one more hour's pay.
struct HourClasses {
  std::int64_t nothing = 0, under_20 = 0, more = 0;
  /// By what is kept, in tenths of a per cent.
  void add(std::int64_t per_mille) noexcept { ++(per_mille <= 0 ? nothing : per_mille < 200 ? under_20 : more); }
  void add(const HourClasses& other) noexcept {
    nothing += other.nothing;
    under_20 += other.under_20;
    more += other.more;
  }
  [[nodiscard]] std::int64_t count() const noexcept { return nothing + under_20 + more; }
};

/// What one paid hour more a week is worth: pay and subsidy before tax (gross), and in hand after own ATP, AM-bidrag
/// and tax, as a share of the hour's pay.
struct HourWorth {
  Counted share{-1'000, 2'000, 1};         ///< tenths of a per cent
  Counted amount{-200'000, 400'000, 100};  ///< øre a month
  HourClasses all;
  std::array<std::array<HourClasses, 6>, 6> by_band{};  ///< by hourly pay, then weekly hours
  void add(const HourWorth& other) noexcept;
};
/// Upper ends of the bands; the last has none. Øre an hour, and ten-thousandths of an hour a week.
inline constexpr std::array<std::int64_t, 5> wage_bands{13'000, 15'000, 17'500, 20'000, 25'000};
inline constexpr std::array<std::int64_t, 5> hour_bands{60'000, 110'000, 160'000, 210'000, 260'000};

/// What a reform changes in a population.
struct ReformEffect {
  std::string id, title;
  std::int64_t winners = 0, losers = 0, unchanged = 0;                        ///< rows, by payout
  std::int64_t gained = 0, lost = 0;                                          ///< øre of payout, neither negative
  std::int64_t subsidy = 0, public_atp = 0, obligatory_pension = 0, tax = 0;  ///< changes in øre
  Counted difference{-2'000'000, 2'000'000, 100};                             ///< of payout a month
  HourWorth gross, in_hand;
  void add(const ReformEffect& other) noexcept;
};

/// A population in figures: counts, totals, deciles, the worth of one more hour, and the effect of reforms.
/// Summaries of parts add up to that of the whole, in any order.
struct PopulationSummary {
  explicit PopulationSummary(std::span<const Reform> reforms = {});
  void add(const PopulationSummary& other);

  std::int64_t rows = 0, without_subsidy = 0, cut_by_ceiling = 0, without_known_ceiling = 0, above_threshold = 0;
  std::set<Month> months;
  Counted subsidy{0, 4'000'000, 100}, payout{0, 4'000'000, 100};     ///< øre
  std::int64_t own_atp = 0, obligatory_pension = 0, public_atp = 0;  ///< øre
  std::int64_t public_atp_known = 0;                                 ///< rows whose paid hours are known
  std::optional<HourWorth> gross{}, in_hand{};                       ///< when hourly_wage and weekly_hours are in the file
  std::vector<ReformEffect> reforms;
};

}  // namespace fleks
