#include <fleks/analysis/population_summary.hpp>

#include <algorithm>
#include <cassert>

#include "analysis/counted_tax.hpp"
#include "analysis/population_rows.hpp"
#include "rates/rate_reader.hpp"
#include "rules/atp_of_wage.hpp"
#include "rules/income_tax.hpp"
#include "rules/paid_hours.hpp"
#include "rules/year_rates.hpp"

namespace fleks {
namespace {

std::size_t band(const std::array<std::int64_t, 5>& ends, std::int64_t value) noexcept {
  return static_cast<std::size_t>(std::upper_bound(ends.begin(), ends.end(), value) - ends.begin());
}
std::int64_t half_up(std::int64_t numerator, std::int64_t denominator) noexcept {
  const std::int64_t doubled = 2 * numerator + denominator, by = 2 * denominator;
  return doubled / by - static_cast<std::int64_t>(doubled % by < 0);
}
std::int64_t mean_of(int128 sum, std::int64_t count) noexcept {
  if (count == 0) return 0;
  const int128 doubled = 2 * sum + count, by = 2 * int128{count};
  return static_cast<std::int64_t>(doubled / by - static_cast<int>(doubled % by < 0));
}
/// Whether that many of all are at least so many tenths of them.
bool reaches(std::int64_t so_far, std::int64_t all, int tenths) noexcept { return int128{so_far} * 10 >= int128{all} * tenths; }

/// What all rows together count as is more than can be counted exactly.
Error too_heavy() {
  constexpr std::int64_t most = INT64_MAX / 10'000;
  return {.code = ErrorCode::out_of_range, .field = "weight", .allowed = AtMost{most}};
}

/// A row's month for the tax: what is earned, and what is got beside it.
struct TaxedMonth {
  std::int64_t am_income, own_pension, employer_pension, paid_hours;
  std::int64_t benefits;  // without AM-bidrag
};

/// What a month's tax needs beyond its amounts; the rates of the month's year.
class MonthlyTax {
 public:
  MonthlyTax(const RateTable& table, Month month) {
    const RatesOnDate on = table.on(month.year() / std::chrono::January);
    RateReader fetch(on);
    const auto municipal = on.get<RateKey::tax_municipal_average_pct>();
    rates_ = tax_rates(fetch, table, municipal ? *municipal : Percent{}, Percent{}, false);
    scale_ = law::TaxScale(rates_);
    for (std::size_t i = 0; i < 3; ++i) {
      atp_.own[i] = fetch(law::AtpBands::own_keys[i]);
      atp_.employer[i] = fetch(law::AtpBands::employer_keys[i]);
    }
    known_ = !fetch.failed() && municipal.has_value();
    if (known_) count_rates(fetch, table, Exact::of(*municipal));
  }
  [[nodiscard]] bool known() const noexcept { return known_; }

  /// AM-bidrag and tax of twelve such months, a twelfth of it, half up to øre. Unknown hours: no ATP of the wage.
  [[nodiscard]] std::int64_t of(const TaxedMonth& m) const {
    if (counted_) {
      const auto oere = [](std::int64_t amount) { return law::CountedTax::oere(amount); };
      const auto months = [](law::CountedTax a_month) { return a_month.times(law::months_a_year); };
      const auto hours = law::CountedTax::ten_thousandths(m.paid_hours);
      return of_the_year(m, hours, counted_atp_, counted_rates_, counted_scale_, oere, months).nearest_oere_of(law::months_a_year);
    }
    const auto months = [](const Exact& a_month) { return a_month * Exact::whole(law::months_a_year); };
    const Exact hours = Exact::of(Hours::of_ten_thousandths(m.paid_hours));
    const Exact tax = of_the_year(
        m, hours, atp_, rates_, scale_, [](std::int64_t amount) { return Exact::whole(amount); }, months);
    return (tax * Exact::ratio(1, law::months_a_year)).rounded(Rounding::half_up).value_or(0);
  }

 private:
  template <class N, class Rate, class Oere, class Months>
  static N of_the_year(const TaxedMonth& m, const N& hours, const law::AtpBandsOf<Rate>& bands, const law::TaxRatesOf<Rate>& rates,
                       const law::TaxScaleOf<Rate>& scale, Oere oere, Months months) {
    law::Untraced nobody;
    law::AtpOfWage<N> atp;
    if (m.paid_hours > 0) atp = law::atp_of_wage(bands, hours, nobody);
    const N own_pension = oere(m.own_pension), pay = oere(m.am_income) + own_pension + atp.own;
    law::TaxFacts<N, Rate> year;
    const N am_base = law::am_base(pay, own_pension, atp.own);
    year.am_base = months(am_base);
    year.work_base = months(law::work_base(pay, am_base, oere(m.employer_pension), atp.employer, rates));
    year.without_am = months(oere(m.benefits));
    const auto t = law::years_tax(year, rates, scale, nobody);
    return t.am_contribution + law::tax_after_truncation(t, nobody);
  }

  /// The same rates in the numbers that most rows are computed in; where one of them does not come out even, none is.
  void count_rates(RateReader& fetch, const RateTable& table, const Exact& municipal) {
    law::EvenRates even(fetch);
    const law::CountedRate of_municipality = even.seen(municipal);
    counted_rates_ = tax_rates_of(even, table, of_municipality, law::CountedRate{}, false, false);
    counted_scale_ = law::TaxScaleOf<law::CountedRate>(counted_rates_);
    for (const law::CountedRate& each : {counted_scale_.of_municipal_base, counted_scale_.middle, counted_scale_.top, counted_scale_.toptop,
                                         counted_scale_.allowance_value})
      even.seen(each);
    counted_ = even.all_even();
    for (std::size_t i = 0; i < 3; ++i) {
      counted_atp_.own[i] = atp_.own[i];
      counted_atp_.employer[i] = atp_.employer[i];
      // A share of a share is of whole øre.
      counted_ = counted_ && atp_.own[i].denominator() == 1 && atp_.employer[i].denominator() == 1;
    }
  }

  law::TaxRates rates_;
  law::TaxScale scale_{law::TaxRates{}};
  law::AtpBands atp_;
  bool known_ = false, counted_ = false;
  law::TaxRatesOf<law::CountedRate> counted_rates_;
  law::TaxScaleOf<law::CountedRate> counted_scale_{law::TaxRatesOf<law::CountedRate>{}};
  law::AtpBandsOf<law::CountedRate> counted_atp_;
};

/// The rows with one paid hour more a week: pay by the hourly wage, pensions in proportion, everything else as it is. Where a
/// row does not say what an hour is, or an amount with it would be more than any may be, there is none: its pay is 0.
struct HourMore {
  using Column = PopulationRows::Column;
  Column am_income, own_pension, employer_pension, paid_hours;
  Column pay{};  // of the hour, before own pension
  Column subsidy, payout;
};

/// Adds the computed rows of a period to a summary.
class Adding {
 public:
  Adding(PopulationSummary& summary, const PopulationPeriod& period, std::span<const Scenario> scenarios)
      : s_(summary),
        rows_(period),
        scenarios_(scenarios),
        tax_(scenarios[0].rates, period.month()),
        hours_given_(period.given(TableColumn::hourly_wage) && period.given(TableColumn::weekly_hours)) {}

  void run() {
    s_.weighted = rows_.weighted();
    for (std::size_t at = 0; at < rows_.rows() && s_.weighted; ++at)
      if (__builtin_add_overflow(s_.weight, rows_.weight(at), &s_.weight)) throw BadResult(too_heavy());
    for (std::size_t at = 0; at < rows_.rows(); ++at) count_today(at);
    if (hours_given_) {
      more_ = std::make_unique<HourMore>();
      for (std::size_t at = 0; at < rows_.rows(); ++at) one_hour_more(at);
      if (!s_.gross) {
        s_.gross.emplace();
        s_.in_hand.emplace();
      }
    }
    for (std::size_t scenario = 0; scenario < scenarios_.size(); ++scenario) {
      if (hours_given_) compute_hour_more(scenario);
      for (std::size_t at = 0; at < rows_.rows(); ++at) {
        const std::int64_t tax = tax_.known() ? tax_.of(taxed(at, amount(scenario, RowAmount::payout, at))) : 0;
        if (hours_given_ && more_->pay[at] > 0) worth_of_the_hour(scenario, at, tax);
        if (scenario != 0) effect(scenario, at, tax);
      }
    }
  }

 private:
  using enum TableColumn;
  [[nodiscard]] std::int64_t fact(TableColumn column, std::size_t at) const noexcept { return rows_.fact(column, at); }
  [[nodiscard]] std::int64_t amount(std::size_t scenario, RowAmount which, std::size_t at) const noexcept {
    return rows_.amounts(scenario)[which][at];
  }
  [[nodiscard]] TaxedMonth taxed(std::size_t at, std::int64_t payout) const noexcept {
    return {.am_income = fact(am_income, at),
            .own_pension = fact(own_pension, at),
            .employer_pension = fact(employer_pension, at),
            .paid_hours = fact(paid_hours, at),
            .benefits = payout + fact(daily_benefit, at)};
  }
  [[nodiscard]] bool public_atp_known(std::size_t at) const noexcept {
    return rows_.wants_public_atp() && amount(0, RowAmount::public_atp, at) != not_known;
  }

  void count_today(std::size_t at) {
    ++s_.rows;
    const std::int64_t subsidy = amount(0, RowAmount::fleksloentilskud, at), times = rows_.weight(at);
    const auto count = [&](std::int64_t& rows, bool is) { rows += is ? times : 0; };
    const auto add = [&](int128& sum, RowAmount which) { sum += int128{amount(0, which, at)} * times; };
    s_.subsidy.add(subsidy, times);
    s_.payout.add(amount(0, RowAmount::payout, at), times);
    add(s_.own_atp, RowAmount::own_atp);
    add(s_.obligatory_pension, RowAmount::obligatory_pension);
    count(s_.without_subsidy, subsidy == 0);
    if (rows_.has_purses()) {
      s_.purses = true;
      add(s_.municipality, RowAmount::municipality);
      add(s_.state, RowAmount::state);
    }
    count(s_.cut_by_ceiling, amount(0, RowAmount::ceiling_cut, at) > 0);
    count(s_.without_known_ceiling, fact(ceiling, at) > largest_amount.in_oere());
    count(s_.above_threshold, fact(am_income, at) + fact(own_pension, at) + fact(employer_pension, at) + fact(other_wage, at) > threshold_);
    if (public_atp_known(at)) add(s_.public_atp, RowAmount::public_atp);
    count(s_.public_atp_known, public_atp_known(at));
  }

  void one_hour_more(std::size_t at) {
    const std::int64_t hourly = fact(hourly_wage, at), weekly = fact(weekly_hours, at);
    TaxedMonth now = taxed(at, 0);
    if (hourly > 0 && weekly > 0) {
      const std::int64_t hour = pay_a_month(hourly), own = std::min(hour, of_an_hour(now.own_pension, weekly));
      const TaxedMonth then{.am_income = now.am_income + hour - own,
                            .own_pension = now.own_pension + own,
                            .employer_pension = now.employer_pension + of_an_hour(now.employer_pension, weekly),
                            .paid_hours = std::min(now.paid_hours + hour_a_month_, hours_in_a_month.ten_thousandths()),
                            .benefits = 0};
      if (std::max({then.am_income, then.own_pension, then.employer_pension}) <= largest_amount.in_oere()) {
        more_->pay[at] = hour;
        now = then;
      }
    }
    more_->am_income[at] = now.am_income;
    more_->own_pension[at] = now.own_pension;
    more_->employer_pension[at] = now.employer_pension;
    more_->paid_hours[at] = now.paid_hours;
  }
  /// What an hour a week gives in a month (TIME-2), half up.
  static std::int64_t pay_a_month(std::int64_t hourly) { return half_up(hourly * law::weeks_a_year, law::months_a_year); }
  static std::int64_t of_an_hour(std::int64_t a_month, std::int64_t weekly_hours) {
    return half_up(a_month * Hours::whole(1).ten_thousandths(), weekly_hours);
  }

  void compute_hour_more(std::size_t scenario) {
    MonthColumns facts = rows_.columns(scenario);
    facts.am_income = std::span(more_->am_income).first(rows_.rows());
    facts.own_pension = std::span(more_->own_pension).first(rows_.rows());
    facts.employer_pension = std::span(more_->employer_pension).first(rows_.rows());
    facts.paid_hours = std::span(more_->paid_hours).first(rows_.rows());
    computed(rows_.batch(scenario).run(facts, {.fleksloentilskud = more_->subsidy, .payout = more_->payout}));
  }

  void worth_of_the_hour(std::size_t scenario, std::size_t at, std::int64_t tax_now) {
    HourWorth& gross = scenario == 0 ? *s_.gross : s_.reforms[scenario - 1].gross;
    HourWorth& in_hand = scenario == 0 ? *s_.in_hand : s_.reforms[scenario - 1].in_hand;
    put(gross, at, more_->pay[at] + more_->subsidy[at] - amount(scenario, RowAmount::fleksloentilskud, at));
    if (!tax_.known()) return;
    const TaxedMonth then{.am_income = more_->am_income[at],
                          .own_pension = more_->own_pension[at],
                          .employer_pension = more_->employer_pension[at],
                          .paid_hours = more_->paid_hours[at],
                          .benefits = more_->payout[at] + fact(daily_benefit, at)};
    put(in_hand, at,
        then.am_income - fact(am_income, at) + more_->payout[at] - amount(scenario, RowAmount::payout, at) - (tax_.of(then) - tax_now));
  }
  void put(HourWorth& worth, std::size_t at, std::int64_t kept) const {
    const std::int64_t pay = more_->pay[at], share = kept <= 0 ? 0 : std::max<std::int64_t>(1, kept * 1000 / pay);
    const std::int64_t times = rows_.weight(at);
    worth.share.add(half_up(kept * 1000, pay), times);
    worth.amount.add(kept, times);
    worth.all.add(share, times);
    worth.by_band[band(wage_bands, fact(hourly_wage, at))][band(hour_bands, fact(weekly_hours, at))].add(share, times);
  }

  void effect(std::size_t scenario, std::size_t at, std::int64_t tax) {
    ReformEffect& e = s_.reforms[scenario - 1];
    const std::int64_t times = rows_.weight(at), difference = amount(scenario, RowAmount::payout, at) - amount(0, RowAmount::payout, at);
    const auto add = [&](int128& sum, RowAmount which) { sum += int128{amount(scenario, which, at) - amount(0, which, at)} * times; };
    (difference > 0 ? e.winners : difference < 0 ? e.losers : e.unchanged) += times;
    (difference > 0 ? e.gained : e.lost) += int128{difference > 0 ? difference : -difference} * times;
    e.difference.add(difference, times);
    add(e.subsidy, RowAmount::fleksloentilskud);
    add(e.obligatory_pension, RowAmount::obligatory_pension);
    if (rows_.has_purses()) {
      add(e.municipality, RowAmount::municipality);
      add(e.state, RowAmount::state);
    }
    if (public_atp_known(at)) add(e.public_atp, RowAmount::public_atp);
    if (difference != 0 && tax_.known()) e.tax += int128{tax - tax_.of(taxed(at, amount(0, RowAmount::payout, at)))} * times;
  }

  PopulationSummary& s_;
  const PopulationPeriod& rows_;
  std::span<const Scenario> scenarios_;
  MonthlyTax tax_;
  bool hours_given_;
  std::int64_t hour_a_month_ = hours_a_month(Hours::whole(1).ten_thousandths());
  std::int64_t threshold_ = threshold_of(scenarios_[0].rates, rows_.month());
  std::unique_ptr<HourMore> more_;

  static std::int64_t threshold_of(const RateTable& rates, Month month) {
    const RatesOnDate on = rates.on(month);
    return RateReader(on).count(RateKey::taper_threshold_month);
  }
};

}  // namespace

void Counted::add(const Counted& other) noexcept {
  for (std::size_t i = 0; i < bins_.size(); ++i) bins_[i] += other.bins_[i];
  count_ += other.count_;
  sum_ += other.sum_;
}
std::int64_t Counted::mean() const noexcept { return mean_of(sum_, count_); }
std::int64_t Counted::decile(int tenths) const noexcept {
  std::int64_t so_far = 0;
  for (std::size_t i = 0; i < bins_.size(); ++i) {
    so_far += bins_[i];
    if (so_far > 0 && reaches(so_far, count_, tenths)) return low_ + static_cast<std::int64_t>(i) * width_;
  }
  return 0;
}

void Tally::add(std::int64_t value, std::int64_t weight) {
  constexpr std::int64_t most = 1'000'000'000;
  const std::int64_t inside = std::clamp(value, -most, most);
  const std::int64_t step = inside / width_ - static_cast<std::int64_t>(inside % width_ < 0);
  steps_[step] += weight;
  count_ += weight;
  sum_ += int128{value} * weight;
}
void Tally::add(const Tally& other) {
  for (const auto& [step, count] : other.steps_) steps_[step] += count;
  count_ += other.count_;
  sum_ += other.sum_;
}
std::int64_t Tally::mean() const noexcept { return mean_of(sum_, count_); }
std::int64_t Tally::decile(int tenths) const noexcept {
  std::int64_t so_far = 0;
  for (const auto& [step, count] : steps_) {
    so_far += count;
    if (reaches(so_far, count_, tenths)) return step * width_;
  }
  return 0;
}

namespace {

constexpr std::size_t families = 3;
/// A krone, or a tenth of a per cent.
std::int64_t step_of(NetColumn column) noexcept { return column < NetColumn::emtr_hour ? 100 : 10; }

}  // namespace

NetSpread::NetSpread(NetColumn of)
    : column(of), all(step_of(of)), by_wage(wage_bands.size() + 1, Tally(step_of(of))), by_family(families, Tally(step_of(of))) {}

void NetSpread::add(std::int64_t value, std::string_view municipality, std::int64_t hourly_wage, FamilyKind family, std::int64_t weight) {
  all.add(value, weight);
  if (!municipality.empty()) by_municipality.try_emplace(std::string(municipality), step_of(column)).first->second.add(value, weight);
  by_wage[band(wage_bands, hourly_wage)].add(value, weight);
  by_family[static_cast<std::size_t>(family)].add(value, weight);
}
void NetSpread::add(const NetSpread& other) {
  all.add(other.all);
  for (const auto& [name, tally] : other.by_municipality) by_municipality.try_emplace(name, step_of(column)).first->second.add(tally);
  for (std::size_t i = 0; i < by_wage.size(); ++i) by_wage[i].add(other.by_wage[i]);
  for (std::size_t i = 0; i < by_family.size(); ++i) by_family[i].add(other.by_family[i]);
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
  municipality += other.municipality;
  state += other.state;
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
  assert(rows == 0 || other.rows == 0 || weighted == other.weighted);
  weighted = weighted || other.weighted;
  rows += other.rows;
  if (__builtin_add_overflow(weight, other.weight, &weight)) throw BadResult(too_heavy());
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
  purses = purses || other.purses;
  municipality += other.municipality;
  state += other.state;
  for (const auto which : {&PopulationSummary::gross, &PopulationSummary::in_hand})
    if (other.*which) {
      if (!(this->*which)) (this->*which).emplace();
      (this->*which)->add(*(other.*which));
    }
  if (net.empty())
    net = other.net;
  else
    for (std::size_t i = 0; i < other.net.size(); ++i) net[i].add(other.net[i]);
  for (std::size_t i = 0; i < reforms.size(); ++i) reforms[i].add(other.reforms[i]);
}

void add_to(PopulationSummary& summary, const PopulationPeriod& period, std::span<const Scenario> scenarios) {
  Adding(summary, period, scenarios).run();
}

}  // namespace fleks
