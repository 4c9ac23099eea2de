#include <fleks/statement/batch.hpp>

#include <algorithm>
#include <array>
#include <bit>

#include <fleks/statement/month_statement.hpp>

#include "kernels/subsidy.hpp"
#include "rates/rate_reader.hpp"
#include "rules/month.hpp"

namespace fleks {
namespace {

/// Rows a loop is given at once: what a row reads and writes then stays near the processor.
constexpr std::size_t rows_at_once = 512;
using Block = std::array<std::int64_t, rows_at_once>;
constexpr std::size_t cache_line = 64;

constexpr Block zeros{};
constexpr Block no_ceilings = [] {
  Block block{};
  block.fill(no_ceiling);
  return block;
}();

static_assert(no_ceiling == kernels::none);

constexpr std::uint64_t narrow = std::uint64_t{1} << 32;
/// Of what no amount in the loops comes near, as much as they can hold.
std::int64_t held(std::int64_t amount) noexcept { return std::min(amount, static_cast<std::int64_t>(narrow - 1)); }

const std::int64_t* from(std::span<const std::int64_t> column, std::size_t at, const Block& otherwise) noexcept {
  return column.empty() ? otherwise.data() : column.data() + at;
}
std::int64_t* to(std::span<std::int64_t> column, std::size_t at, Block& scratch) noexcept {
  return column.empty() ? scratch.data() : column.data() + at;
}

/// Rows before a column comes to the beginning of a cache line. Columns of equal length most often lie alike in memory, and what begins
/// with a line is written by whole lines: those that are split cost a loop of eight columns a third of its speed.
std::size_t rows_before_a_line(const std::int64_t* column) noexcept {
  return (cache_line - reinterpret_cast<std::uintptr_t>(column) % cache_line) % cache_line / sizeof(std::int64_t);
}

/// A block of rows as the loops take it.
kernels::SubsidyColumns columns_from(const MonthColumns& facts, const StatementColumns& results, std::size_t first, Block (&scratch)[7]) {
  return {.am_income = from(facts.am_income, first, zeros),
          .own_pension = from(facts.own_pension, first, zeros),
          .employer_pension = from(facts.employer_pension, first, zeros),
          .other_wage = from(facts.other_wage, first, zeros),
          .daily_benefit = from(facts.daily_benefit, first, zeros),
          .ceiling = from(facts.ceiling, first, no_ceilings),
          .taper = to(results.taper, first, scratch[0]),
          .before_ceiling = to(results.before_ceiling, first, scratch[1]),
          .ceiling_cut = to(results.ceiling_cut, first, scratch[2]),
          .fleksloentilskud = to(results.fleksloentilskud, first, scratch[3]),
          .own_atp = to(results.own_atp, first, scratch[4]),
          .payout = to(results.payout, first, scratch[5]),
          .obligatory_pension = to(results.obligatory_pension, first, scratch[6]),
          .has_pensions = !facts.own_pension.empty() || !facts.employer_pension.empty(),
          .has_others = !facts.other_wage.empty() || !facts.daily_benefit.empty()};
}

/// At least as large as each amount of the row.
std::uint64_t every_bit_of(const kernels::SubsidyColumns& columns, std::size_t i) noexcept {
  return static_cast<std::uint64_t>(columns.am_income[i] | columns.own_pension[i] | columns.employer_pension[i] | columns.other_wage[i] |
                                    columns.daily_benefit[i]) |
         kernels::beyond_range(columns.ceiling[i]);
}

/// Not zero where a row has holiday days or ledighedsydelse, which the loops do not know.
std::int64_t holiday_facts(const MonthColumns& facts, std::size_t at) noexcept {
  return (facts.ledighedsydelse_days.empty() ? 0 : facts.ledighedsydelse_days[at]) |
         (facts.ledighedsydelse.empty() ? 0 : facts.ledighedsydelse[at] ^ not_known);
}

void put(std::span<std::int64_t> column, std::size_t at, std::int64_t value) noexcept {
  if (!column.empty()) column[at] = value;
}
std::int64_t displayed(const Exact& amount) { return amount.round(Rounding::half_up).value().in_oere(); }

/// A share as a count of `unit` ten-thousandths of a point, or nothing when it is finer.
std::optional<std::int64_t> in_units(std::int64_t ten_thousandths, std::int64_t unit) noexcept {
  if (ten_thousandths % unit != 0) return std::nullopt;
  return ten_thousandths / unit;
}

}  // namespace

Result<MonthBatch> MonthBatch::of(Month month, const RateTable& rates, const Options& options) {
  MonthBatch batch(month, rates, options);
  // The single call says what is missing.
  const MonthFacts nothing{.month = month, .paid_hours = Hours{}};
  if (auto tried = fleksloentilskud(nothing, rates, options); !tried) return std::move(tried).error();

  const Policy& policy = options.policy;
  const bool law_as_it_is = !policy.in_force(month) || (!policy.reduced_by_hours && policy.daily_benefit_deducted &&
                                                        policy.ceiling_applies && policy.ceiling_cut_share == Percent::whole(100));
  // The loops round to whole kroner, take own ATP of what is paid, and know no other month's rates.
  const auto terms = law::MonthTerms<law::ExactNumbers>::of(options, month);
  const bool of_the_loops =
      terms.round_to == RoundTo::krone && terms.own_atp_of == OwnAtpOf::paid_subsidy && options.rates_of == RatesOf::subsidy_month;
  const RatesOnDate on = rates.on(month);
  RateReader fetch(on);
  const auto low = in_units(fetch.count(RateKey::taper_low_pct), 10'000), high = in_units(fetch.count(RateKey::taper_high_pct), 10'000);
  const auto atp = in_units(fetch.count(RateKey::atp_subsidy_own_pct), 10'000);
  const auto pension = in_units(fetch.count_if_in_force_yet(RateKey::obligatory_pension_pct, rates), 100);
  if (!law_as_it_is || !of_the_loops || !low || !high || !atp || !pension) return batch;

  batch.base_ = fetch.count(RateKey::fleksloentilskud_max_month);
  batch.threshold_ = held(fetch.count(RateKey::taper_threshold_month));
  batch.own_atp_most_ = held(fetch.count(RateKey::atp_subsidy_own_max_month));
  batch.low_ = *low;
  batch.high_ = *high;
  batch.own_atp_share_ = *atp;
  batch.obligatory_pension_share_ = *pension;
  batch.other_wage_under_ceiling_ = terms.subsidy.other_wage_under_ceiling;
  batch.benefits_under_ceiling_ = terms.subsidy.benefits_under_ceiling;

  // What is rounded stays below 2^32: the taper of four amounts of wage, the subsidy, its ATP and pension; and so does a benefit in
  // hundredths, which a taper of 25 pct. leaves room for.
  const auto base = static_cast<std::uint64_t>(batch.base_),
             steepest = static_cast<std::uint64_t>(std::max({*low, *high, std::int64_t{25}}));
  batch.fast_below_ = std::bit_floor((narrow - 50) / (4 * steepest));
  // A base below a 128th leaves room for 100 pct. of ATP.
  batch.fast_ = base < narrow / 128 && base * static_cast<std::uint64_t>(*pension) < narrow - 500'000;
  return batch;
}

std::string_view MonthBatch::runs_on() const noexcept { return fast_ ? kernels::best_implementation().instructions : "exact"; }

std::optional<Error> MonthBatch::run(const MonthColumns& facts, const StatementColumns& results) const {
  if (fast_) return by_loops(facts, results);
  for (std::size_t at = 0; at < facts.am_income.size(); ++at)
    if (auto wrong = row(facts, results, at)) return wrong;
  return std::nullopt;
}

std::optional<Error> MonthBatch::by_loops(const MonthColumns& facts, const StatementColumns& results) const {
  const auto wanted = [](const auto&... columns) { return (!columns.empty() || ...); };
  const bool every_amount =
      wanted(results.taper, results.before_ceiling, results.ceiling_cut, results.own_atp, results.payout, results.obligatory_pension);
  const kernels::Implementation best = kernels::best_implementation();
  const kernels::SubsidyLoop loop = every_amount ? best.subsidy : best.subsidy_only;
  const kernels::SubsidyRates rates{base_,
                                    threshold_,
                                    low_,
                                    high_,
                                    own_atp_share_,
                                    own_atp_most_,
                                    obligatory_pension_share_,
                                    other_wage_under_ceiling_,
                                    benefits_under_ceiling_};
  alignas(cache_line) Block scratch[7];
  const std::size_t rows = facts.am_income.size();
  std::size_t count = rows > 2 * rows_at_once ? rows_before_a_line(to(results.fleksloentilskud, 0, scratch[3])) : 0;
  if (count == 0) count = rows_at_once;
  for (std::size_t first = 0; first < rows; first += count, count = rows_at_once) {
    count = std::min(count, rows - first);
    const kernels::SubsidyColumns columns = columns_from(facts, results, first, scratch);
    const bool all_in_range = loop(columns, count, rates) < fast_below_;
    if (!results.holiday_cut.empty()) std::fill_n(results.holiday_cut.data() + first, count, 0);

    std::int64_t alone = 0;
    if (!facts.ledighedsydelse_days.empty() || !facts.ledighedsydelse.empty())
      for (std::size_t i = 0; i < count; ++i) alone |= holiday_facts(facts, first + i);
    if (!all_in_range || alone != 0)
      for (std::size_t i = 0; i < count; ++i)
        if (every_bit_of(columns, i) >= fast_below_ || (alone != 0 && holiday_facts(facts, first + i) != 0))
          if (auto wrong = row(facts, results, first + i)) return wrong;

    if (!results.public_atp.empty() || !facts.paid_hours.empty())
      if (auto wrong = fill_public_atp(facts, results, first, {columns.fleksloentilskud, count})) return wrong;
  }
  return std::nullopt;
}

std::optional<Error> MonthBatch::fill_public_atp(const MonthColumns& facts, const StatementColumns& results, std::size_t first,
                                                 std::span<const std::int64_t> subsidies) const {
  for (std::size_t at = first; at < first + subsidies.size(); ++at) {
    const std::int64_t hours = facts.paid_hours.empty() ? not_known : facts.paid_hours[at];
    if (hours < not_known || hours > hours_in_a_month.ten_thousandths()) return row(facts, results, at);  // says which
    if (!results.public_atp.empty()) results.public_atp[at] = hours == not_known ? not_known : public_atp(subsidies[at - first], hours);
  }
  return std::nullopt;
}

std::int64_t MonthBatch::public_atp(std::int64_t subsidy, std::int64_t paid_hours) const noexcept {
  const RatesOnDate on = rates_.on(month_);
  RateReader read(on);
  const auto rates = law::MonthRates<law::ExactNumbers>::of(read, rates_, {.public_atp = true});
  law::Untraced untraced;
  const Exact atp = law::public_atp_of_subsidy(Exact::whole(subsidy), Exact::of(Hours::of_ten_thousandths(paid_hours)), Exact::whole(1),
                                               rates.public_atp, untraced);
  return static_cast<std::int64_t>(atp.numerator() / atp.denominator());
}

std::optional<Error> MonthBatch::row(const MonthColumns& facts, const StatementColumns& results, std::size_t at) const {
  const auto amount = [at](std::span<const std::int64_t> column) { return Money::oere(column.empty() ? 0 : column[at]); };
  MonthFacts f{.month = month_, .pay = Pay::am_income(amount(facts.am_income))};
  f.own_pension = Contribution::of(amount(facts.own_pension));
  f.employer_pension = Contribution::of(amount(facts.employer_pension));
  f.other_wage = amount(facts.other_wage);
  f.daily_benefit = amount(facts.daily_benefit);
  if (!facts.ledighedsydelse_days.empty()) f.ledighedsydelse_days = Days::of_ten_thousandths(facts.ledighedsydelse_days[at]);
  if (!facts.ledighedsydelse.empty() && facts.ledighedsydelse[at] != not_known) f.ledighedsydelse = amount(facts.ledighedsydelse);
  if (!facts.paid_hours.empty() && facts.paid_hours[at] != not_known) f.paid_hours = Hours::of_ten_thousandths(facts.paid_hours[at]);
  if (!facts.ceiling.empty() && facts.ceiling[at] <= largest_amount.in_oere()) f.ceiling = Ceiling::stated(Money::oere(facts.ceiling[at]));

  const auto statement = fleksloentilskud(f, rates_, options_);
  if (!statement) {
    Error wrong = statement.error();
    wrong.line = static_cast<std::int64_t>(at) + 1;
    return wrong;
  }
  const MonthStatement& s = *statement;
  put(results.taper, at, displayed(s.taper));
  put(results.before_ceiling, at, displayed(s.before_ceiling));
  put(results.ceiling_cut, at, displayed(s.ceiling_cut));
  put(results.holiday_cut, at, displayed(s.holiday_cut));
  put(results.fleksloentilskud, at, s.fleksloentilskud.in_oere());
  put(results.own_atp, at, s.own_atp.in_oere());
  put(results.payout, at, s.payout.in_oere());
  put(results.obligatory_pension, at, s.obligatory_pension.in_oere());
  put(results.public_atp, at, s.public_atp ? s.public_atp->in_oere() : not_known);
  return std::nullopt;
}

}  // namespace fleks
