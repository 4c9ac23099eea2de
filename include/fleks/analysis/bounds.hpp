#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include <fleks/errors/fact.hpp>
#include <fleks/errors/result.hpp>
#include <fleks/facts/month_facts.hpp>
#include <fleks/facts/options.hpp>
#include <fleks/rates/rate_table.hpp>
#include <fleks/statement/ledighedsydelse_statement.hpp>
#include <fleks/statement/month_statement.hpp>

namespace fleks {

/// A percentage in a range is counted in steps of 0,01 pct.: so many ten-thousandths of a per cent.
inline constexpr std::int64_t intensity_step = 100;

/// A fact that is not known exactly: any count from `from` to `to`, both possible. Øre for amounts; ten-thousandths for hours, days,
/// kilometres and square metres; hundredths of a per cent for an intensity, a tax, a ceiling's pension and a pension that is a share of the
/// pay; ones for children, places in daycare, days of transport and a year of birth.
struct FactRange {
  Fact fact{};            ///< which
  std::int64_t from = 0;  ///< the least it may be
  std::int64_t to = 0;    ///< the most it may be
  bool is_share = false;  ///< of own or employer's pension: a share of the pay before own pension, not kroner

  friend bool operator==(const FactRange&, const FactRange&) = default;  ///< the same fact and range
};

/// All that a fact may be, for one that is not known; nothing where it cannot be a range (a month, a share). Days are those of the
/// longest month; an area is at least one square metre. Example: a ceiling is from 0,00 to 100.000.000,00 kr.
[[nodiscard]] std::optional<FactRange> all_of(Fact fact) noexcept;

/// The same of a pension as a share of the pay: own from 0 to 99,99 pct., employer's from 0 to 100; nothing for any other fact.
[[nodiscard]] std::optional<FactRange> all_of_share(Fact fact) noexcept;

/// An amount that is not fixed: exact øre; `paid_hours` in hours, `payable_weekdays` in days.
struct AmountBounds {
  std::string_view name;  ///< as in the result's JSON
  Exact from{};           ///< the least it can be, and is for some facts in the ranges
  Exact to{};             ///< the most, likewise
};

/// A fact that is not known, and what it is worth to know it.
struct DecidingFact {
  FactRange range{};                        ///< the fact as given
  Money worth{};                            ///< what it alone can take of the highest result
  std::optional<std::int64_t> starts_at{};  ///< up to here it does not change the unrounded result; nothing: it matters from its least
  std::optional<std::int64_t> stops_at{};   ///< from here on likewise; nothing: it matters up to its most
};

/// What a result is at least and at most while facts are not known, and which of them would decide it.
template <class Statement>
struct BoundsOf {
  using Amount = AmountBounds;          ///< one of `amounts`
  using Decider = DecidingFact;         ///< one of `decides`
  Statement lowest{};                   ///< where the result is lowest
  Statement highest{};                  ///< where it is highest
  typename Statement::Facts facts{};    ///< of `highest`
  std::vector<AmountBounds> amounts{};  ///< those that are not fixed
  std::vector<DecidingFact> decides{};  ///< the facts that are not known, what is worth most first
  /// Amounts that are neither fixed nor bounded here: `total` and `ceiling_cut` of a wage from several wide ranges.
  std::vector<std::string_view> left_out{};

  /// The bounds of the amount of that name, or null where it is fixed.
  [[nodiscard]] const AmountBounds* find(std::string_view name) const noexcept {
    for (const AmountBounds& amount : amounts)
      if (amount.name == name) return &amount;
    return nullptr;
  }
};
/// Of a month's subsidy.
using MonthBounds = BoundsOf<MonthStatement>;
/// Of a month's ledighedsydelse.
using LedighedsydelseBounds = BoundsOf<LedighedsydelseStatement>;

/// The exact bounds of every amount of a month, for facts that lie in ranges: each bound is reached by facts in them.
///
/// What a range gives of a fact in `facts` is not looked at. By the law each amount rises or falls with each fact; where it does
/// neither, as wage and subsidy together, which fall at each rounding, its turning points are gone through, and of a wage from several
/// facts of which one counts in more than øre (pay by the hour, pensions as a share) the box is halved where there is room for more; what
/// is not found so within 400.000 computed months is in `left_out`. Errors: those of the month for any corner of the ranges;
/// `exclusive_facts` with `NoRange` for what cannot be: a fact that cannot be a range, weekly hours and intensity both, pay by the hour
/// from nothing where both factors are ranges, a reform, own ATP of the subsidy before the ceiling, and before May 2014 (rounding to øre)
/// several ranges of which one is a share, hours or days. Example: March 2024, field 13 of 15.600 kr. and a ceiling from 30.000 to 31.000
/// kr. give from 14.400,00 to 15.272,00 kr.; from 30.872,00 kr. on the ceiling takes nothing.
[[nodiscard]] Result<MonthBounds> bounds(const MonthFacts& facts, std::span<const FactRange> ranges, const RateTable& rates,
                                         const Options& options = {});

/// For which values of a fact that is not known what was paid is right.
struct RightIf {
  Month month{};                   ///< of the subsidy
  Money paid{};                    ///< what was paid
  bool after_atp = false;          ///< whether it is the payout, after own ATP, and not the subsidy
  FactRange range{};               ///< the fact as given
  std::vector<FactRange> where{};  ///< the parts of it for which it is right, least first
};

/// Whether what was paid can be the month's subsidy, or where that is nowhere so its payout; `payout_only` asks for the payout alone.
/// Errors: those of `bounds`; `exclusive_facts` for weekly hours and intensity, and for months that round to øre.
/// Example: March 2024, field 13 of 15.600 kr. and 15.272 kr. paid: right if the ceiling is at least 30.872 kr.
[[nodiscard]] Result<RightIf> right_if(const MonthFacts& facts, const FactRange& range, Money paid, bool payout_only,
                                       const RateTable& rates, const Options& options = {});

/// The same for a month's ledighedsydelse. More income is less benefit, and so is more holiday pay (LY-5, LY-9); with the days that can
/// be paid unchanged, own ATP falls once with the benefit (LY-13), and what is left rises there. Where days are not known, each of
/// their ten-thousandths is computed: of days with a right, with a sanction and not taken only the sum counts; paid holiday takes a
/// benefit out and then tops up, so beside other days both sides of its turn are gone through at each of theirs.
///
/// Errors: those of the month for any facts in the ranges; `exclusive_facts` with `NoRange` for a fact that cannot be a range, for paid
/// holiday with other days and an income, and before May 2014 (rounding to øre) for hours or holiday pay together with another;
/// `too_large` for more than five other days beside paid holiday.
/// Example: May 2022, class `full`, a wage from 0 to 3.000 kr. in April: from 16.322,00 to 17.222,00 kr.
[[nodiscard]] Result<LedighedsydelseBounds> bounds(const LedighedsydelseFacts& facts, std::span<const FactRange> ranges,
                                                   const RateTable& rates);

}  // namespace fleks
