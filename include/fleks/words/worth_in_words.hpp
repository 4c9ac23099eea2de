#pragma once

#include <optional>
#include <string>
#include <vector>

#include <fleks/analysis/hours_bounds.hpp>
#include <fleks/analysis/measures.hpp>
#include <fleks/analysis/purses.hpp>
#include <fleks/analysis/worth_of_hours.hpp>
#include <fleks/words/language.hpp>

namespace fleks {

/// A curve that has been worked out and is ready to be told: rows, the change into each, kinks and summary.
struct WorthOfHours {
  NetPicture picture;                         ///< the citizen's picture
  RateTable rates;                            ///< the table it was made from
  OwnAtp own_atp = OwnAtp::excluded;          ///< the choice of FLT-5
  std::vector<NetRow> rows{};                 ///< the points of the curve
  std::vector<Extra> extras{};                ///< one fewer than rows
  std::vector<Kink> kinks{};                  ///< where the worth of an hour changes
  CurveSummary summary{};                     ///< the curve at a glance
  Percent hardly_below = Percent::whole(30);  ///< the share of its pay below which an hour hardly pays
  bool over_wage = false;                     ///< the rows and kinks go over the hourly wage, not over the hours
  bool is_course = false;                     ///< the rows are stations of a course, not a curve
  bool with_intensity = false;                ///< intensities are shown too
  std::optional<Money> target{};              ///< what is to be in hand a month
  Targets targets{};                          ///< where it is
  std::string where{};                        ///< the municipality, where one was named
  bool tax_is_average = false;                ///< the year's average municipal tax, since no municipality was given
  std::string reform{};                       ///< the name of the reform that holds, if any
  std::vector<RowPurses> purses{};            ///< of each row, when asked for
  int benefit_weeks = 0;                      ///< the weeks with benefits that the purses' refund is of
  std::vector<PayMeasures> measures{};        ///< of each row, when asked for
  Percent tax_share_kept{};                   ///< what of the municipal tax the municipality keeps in them
};

/// The changes between the rows of a curve.
[[nodiscard]] std::vector<Extra> extras_of(const NetPicture& picture, const std::vector<NetRow>& rows, Percent hardly_below);

/// As the program's JSON: `fleks`, `rows`, `kinks`, `summary`. Amounts are text with two decimals; kinks are exact fractions.
[[nodiscard]] std::string to_json(const WorthOfHours& worth, Language language);
/// The same of a curve of which facts are not known: amounts that are not fixed are null, each row has `bounds`, and `decides` stands
/// beside the rows; there are no kinks and no summary. `worth` has the rows with most in hand.
[[nodiscard]] std::string to_json(const WorthOfHours& worth, const HoursBounds& bounds, Language language);
/// The same as a table: of each row what is in hand and the subsidy at least and at most; and what decides.
[[nodiscard]] std::string table(const WorthOfHours& worth, const HoursBounds& bounds, Language language);
/// One line a row, with the change into it; commas and decimal points.
[[nodiscard]] std::string to_csv(const WorthOfHours& worth);
/// What it means in plain words, then a table with a bar an hour, then the kinks by name. On paper of 120 columns and more the
/// table has wage, subsidy and tax of each row too; else it has at most 80.
[[nodiscard]] std::string table(const WorthOfHours& worth, Language language, bool with_colour, std::size_t columns = 80);
/// Pay and subsidy of each row before tax, for a year of which the citizen's municipal tax is not known.
[[nodiscard]] std::string table_before_tax(const WorthOfHours& worth, Language language);
/// A picture (SVG) of who gets the pay of each step, and of what is in hand with its kinks.
[[nodiscard]] std::string picture(const WorthOfHours& worth, Language language);

/// The purses of citizen, municipality and state, row by row, with what they rest on: a table that follows that of `table`.
[[nodiscard]] std::string purses_table(const WorthOfHours& worth, Language language);
/// A picture (SVG) of what each step puts in each purse.
[[nodiscard]] std::string purses_picture(const WorthOfHours& worth, Language language);

/// EMTR of one more hour and of one more krone by who takes it, PTR and replacement rate, row by row, with what each is: a table
/// that follows that of `table`.
[[nodiscard]] std::string measures_table(const WorthOfHours& worth, Language language);

/// What a raise gives at fixed hours, with the ceiling following it and with the ceiling where it is: as text or JSON.
/// Example: 200 to 220 kr. at 20 hours in 2022, ATP counted: wage and subsidy together rise by 45 pct. of the raise.
[[nodiscard]] Result<std::string> raise_in_words(const WorthOfHours& worth, Hours hours, Money raise, Language language, bool as_json);

/// Hours to the nearest minute. Example: 17,7083… is `17:43`.
[[nodiscard]] std::string clock_text(const Exact& hours);

/// What a kink's cause is called. Example: `taper_threshold` is `lønnen når beløbsgrænsen for fradrag`.
[[nodiscard]] std::string cause_in_words(std::string_view cause, Language language);

}  // namespace fleks
