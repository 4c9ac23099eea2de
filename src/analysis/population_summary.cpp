#include <fleks/analysis/population_summary.hpp>

#include <algorithm>

#include "analysis/population_rows.hpp"
#include "rules/atp_of_wage.hpp"
#include "rules/income_tax.hpp"
#include "statement/fetch.hpp"
#include "statement/year_rates.hpp"

namespace fleks {
namespace {

std::size_t band(const std::array<std::int64_t, 5>& ends, std::int64_t value) noexcept {
  return static_cast<std::size_t>(std::upper_bound(ends.begin(), ends.end(), value) - ends.begin());
}
std::int64_t half_up(std::int64_t numerator, std::int64_t denominator) noexcept {
  const std::int64_t doubled = 2 * numerator + denominator, by = 2 * denominator;
  return doubled / by - static_cast<std::int64_t>(doubled % by < 0);
}

/// What a month's tax needs beyond its amounts; the rates of the month's year.
class MonthlyTax {
 public:
  MonthlyTax(const RateTable& table, Month month) {
    const RatesOnDate on = table.on(month.year() / std::chrono::January);
    Fetch fetch(on);
    const auto municipal = on.get<RateKey::tax_municipal_average_pct>();
    rates_ = tax_rates(fetch, table, municipal ? *municipal : Percent{}, Percent{});
    scale_ = law::TaxScale(rates_);
    for (std::size_t i = 0; i < 3; ++i) {
      atp_.own[i] = fetch(law::AtpBands::own_keys[i]);
      atp_.employer[i] = fetch(law::AtpBands::employer_keys[i]);
    }
    known_ = !fetch.failed() && municipal.has_value();
  }
  [[nodiscard]] bool known() const noexcept { return known_; }

  /// AM-bidrag and tax of twelve such months, a twelfth of it, half up to øre. Unknown hours: no ATP of the wage.
  [[nodiscard]] std::int64_t of(std::int64_t am_income, std::int64_t own_pension, std::int64_t employer_pension, std::int64_t benefits,
                                std::int64_t paid_hours) const {
    law::Nobody nobody;
    std::int64_t atp = 0;
    if (paid_hours > 0) {
      const Exact hours = Exact::of(Hours::of_ten_thousandths(paid_hours));
      const auto of_wage = law::atp_of_wage(atp_, hours, nobody);
      atp = static_cast<std::int64_t>((of_wage.own + of_wage.employer).numerator());
    }
    law::TaxFacts<Exact> year;
    year.am_base = Exact::whole(12 * am_income);
    year.work_base = Exact::whole(12 * (am_income + own_pension + employer_pension + atp));
    year.without_am = Exact::whole(12 * benefits);
    const auto t = law::years_tax(year, rates_, scale_, nobody);
    const Exact sum = t.am_contribution + law::tax_after_truncation(t, nobody);
    return half_up(static_cast<std::int64_t>(sum.whole_part_exact(Rounding::down).numerator()), 12);
  }

 private:
  law::TaxRates rates_;
  law::TaxScale scale_{law::TaxRates{}};
  law::AtpBands atp_;
  bool known_ = false;
};

struct HourMore {
  using Column = PopulationRows::Column;
  std::array<Column, 4> facts;  // am_income, own and employer's pension, paid hours
  Column pay;                   // of the hour, before own pension
  Column subsidy, payout;
};

}  // namespace

void Counted::add(const Counted& other) noexcept {
  for (std::size_t i = 0; i < bins_.size(); ++i) bins_[i] += other.bins_[i];
  count_ += other.count_;
  sum_ += other.sum_;
}
std::int64_t Counted::mean() const noexcept { return count_ == 0 ? 0 : half_up(sum_, count_); }
std::int64_t Counted::decile(int tenths) const noexcept {
  std::int64_t so_far = 0;
  for (std::size_t i = 0; i < bins_.size(); ++i) {
    so_far += bins_[i];
    if (so_far > 0 && so_far * 10 >= count_ * tenths) return low_ + static_cast<std::int64_t>(i) * width_;
  }
  return 0;
}

void HourWorth::add(const HourWorth& other) noexcept {
  share.add(other.share);
  amount.add(other.amount);
  all.add(other.all);
  for (std::size_t w = 0; w < by_band.size(); ++w)
    for (std::size_t h = 0; h < by_band[w].size(); ++h) by_band[w][h].add(other.by_band[w][h]);
}

void ReformEffect::add(const ReformEffect& other) noexcept {
  winners += other.winners;
  losers += other.losers;
  unchanged += other.unchanged;
  gained += other.gained;
  lost += other.lost;
  subsidy += other.subsidy;
  public_atp += other.public_atp;
  obligatory_pension += other.obligatory_pension;
  tax += other.tax;
  difference.add(other.difference);
  gross.add(other.gross);
  in_hand.add(other.in_hand);
}

PopulationSummary::PopulationSummary(std::span<const Reform> of) {
  for (const Reform& reform : of) {
    reforms.emplace_back();
    reforms.back().id = reform.id;
    reforms.back().title = reform.title;
  }
}

void PopulationSummary::add(const PopulationSummary& other) {
  rows += other.rows;
  without_subsidy += other.without_subsidy;
  cut_by_ceiling += other.cut_by_ceiling;
  without_known_ceiling += other.without_known_ceiling;
  above_threshold += other.above_threshold;
  months.insert(other.months.begin(), other.months.end());
  subsidy.add(other.subsidy);
  payout.add(other.payout);
  own_atp += other.own_atp;
  obligatory_pension += other.obligatory_pension;
  public_atp += other.public_atp;
  public_atp_known += other.public_atp_known;
  for (const auto which : {&PopulationSummary::gross, &PopulationSummary::in_hand})
    if (other.*which) {
      if (!(this->*which)) (this->*which).emplace();
      (this->*which)->add(*(other.*which));
    }
  for (std::size_t i = 0; i < reforms.size(); ++i) reforms[i].add(other.reforms[i]);
}

void add_to(PopulationSummary& summary, PopulationPeriod& period, std::span<const Scenario> scenarios) {
  using enum PopulationColumn;
  const std::size_t rows = period.rows;
  const auto fact = [&](PopulationColumn column, std::size_t at) {
    const auto values = period.column(column);
    return values.empty() ? (column == ceiling ? no_ceiling : column >= paid_hours ? not_known : 0) : values[at];
  };
  const RatesOnDate on = scenarios[0].rates.on(period.month);
  Fetch fetch(on);
  const std::int64_t threshold = fetch.count(RateKey::taper_threshold_month);

  summary.rows += static_cast<std::int64_t>(rows);
  for (std::size_t i = 0; i < rows; ++i) {
    const std::int64_t subsidy = period.subsidy()[i];
    summary.subsidy.add(subsidy);
    summary.payout.add(period.results[6][i]);
    summary.own_atp += period.results[5][i];
    summary.obligatory_pension += period.results[7][i];
    summary.without_subsidy += subsidy == 0;
    summary.cut_by_ceiling += period.results[2][i] > 0;
    summary.without_known_ceiling += fact(ceiling, i) > largest_amount.in_oere();
    summary.above_threshold += fact(am_income, i) + fact(own_pension, i) + fact(employer_pension, i) + fact(other_wage, i) > threshold;
    if (period.wants_public_atp && period.public_atp[i] != not_known) {
      summary.public_atp += period.public_atp[i];
      ++summary.public_atp_known;
    }
  }

  // One paid hour more a week: pay by the hourly wage, pensions in proportion, everything else as it is. Where the row does
  // not say what an hour is, or an amount with it would be more than any may be, there is none: its pay is 0.
  const bool hours_given = period.given[8] && period.given[9];
  const MonthlyTax tax(scenarios[0].rates, period.month);
  auto more = std::make_unique<HourMore>();
  if (hours_given)
    for (std::size_t i = 0; i < rows; ++i) {
      const std::int64_t paid = fact(paid_hours, i), hourly = fact(hourly_wage, i), weekly = fact(weekly_hours, i);
      std::array<std::int64_t, 4> facts{fact(am_income, i), fact(own_pension, i), fact(employer_pension, i), paid};
      if (hourly > 0 && weekly > 0) {
        const std::int64_t hour = half_up(hourly * 52, 12), own = std::min(hour, half_up(facts[1] * 10'000, weekly));
        const std::array<std::int64_t, 4> then{facts[0] + hour - own, facts[1] + own, facts[2] + half_up(facts[2] * 10'000, weekly),
                                               std::min(paid + 43'333, hours_in_a_month.ten_thousandths())};
        if (std::max({then[0], then[1], then[2]}) <= largest_amount.in_oere()) {
          more->pay[i] = hour;
          facts = then;
        }
      }
      for (std::size_t column = 0; column < facts.size(); ++column) more->facts[column][i] = facts[column];
    }

  for (std::size_t s = 0; s < scenarios.size(); ++s) {
    const PopulationPeriod::ReformResults* const reformed = s == 0 ? nullptr : &period.reform_results[s - 1];
    const auto& subsidy = s == 0 ? period.subsidy() : reformed->subsidy;
    const auto& payout = s == 0 ? period.results[6] : reformed->payout;
    if (hours_given) {
      MonthColumns facts = period.columns();
      facts.am_income = std::span(more->facts[0]).first(rows);
      facts.own_pension = std::span(more->facts[1]).first(rows);
      facts.employer_pension = std::span(more->facts[2]).first(rows);
      facts.paid_hours = std::span(more->facts[3]).first(rows);
      if (s != 0 && !period.reform_ceiling[s - 1].empty())
        facts.ceiling = std::span<const std::int64_t>(period.reform_ceiling[s - 1]).first(rows);
      computed(period.batches[s].run(facts, {.fleksloentilskud = more->subsidy, .payout = more->payout}));
      if (s == 0 && !summary.gross) {
        summary.gross.emplace();
        summary.in_hand.emplace();
      }
    }
    for (std::size_t i = 0; i < rows; ++i) {
      const std::int64_t benefits = payout[i] + fact(daily_benefit, i);
      const std::int64_t tax_now =
          tax.known() ? tax.of(fact(am_income, i), fact(own_pension, i), fact(employer_pension, i), benefits, fact(paid_hours, i)) : 0;
      if (more->pay[i] > 0) {
        HourWorth& gross = s == 0 ? *summary.gross : summary.reforms[s - 1].gross;
        HourWorth& in_hand = s == 0 ? *summary.in_hand : summary.reforms[s - 1].in_hand;
        const std::int64_t pay = more->pay[i];
        const auto put = [&](HourWorth& worth, std::int64_t kept) {
          const std::int64_t per_mille = half_up(kept * 1000, pay);
          worth.share.add(per_mille);
          worth.amount.add(kept);
          worth.all.add(kept <= 0 ? 0 : std::max<std::int64_t>(1, kept * 1000 / pay));
          worth.by_band[band(wage_bands, fact(hourly_wage, i))][band(hour_bands, fact(weekly_hours, i))].add(
              kept <= 0 ? 0 : std::max<std::int64_t>(1, kept * 1000 / pay));
        };
        put(gross, pay + more->subsidy[i] - subsidy[i]);
        if (tax.known()) {
          const std::int64_t tax_then =
              tax.of(more->facts[0][i], more->facts[1][i], more->facts[2][i], more->payout[i] + fact(daily_benefit, i), more->facts[3][i]);
          put(in_hand, more->facts[0][i] - fact(am_income, i) + more->payout[i] - payout[i] - (tax_then - tax_now));
        }
      }
      if (s == 0) continue;
      ReformEffect& effect = summary.reforms[s - 1];
      const std::int64_t difference = payout[i] - period.results[6][i];
      ++(difference > 0 ? effect.winners : difference < 0 ? effect.losers : effect.unchanged);
      (difference > 0 ? effect.gained : effect.lost) += difference > 0 ? difference : -difference;
      effect.difference.add(difference);
      effect.subsidy += subsidy[i] - period.subsidy()[i];
      effect.obligatory_pension += reformed->obligatory_pension[i] - period.results[7][i];
      if (period.wants_public_atp && period.public_atp[i] != not_known) effect.public_atp += reformed->public_atp[i] - period.public_atp[i];
      if (difference != 0 && tax.known())
        effect.tax += tax_now - tax.of(fact(am_income, i), fact(own_pension, i), fact(employer_pension, i),
                                       period.results[6][i] + fact(daily_benefit, i), fact(paid_hours, i));
    }
  }
}

}  // namespace fleks
