#include <fleks/analysis/sample.hpp>

#include <algorithm>
#include <array>

#include "analysis/columns.hpp"
#include "analysis/population_rows.hpp"
#include "analysis/population_text.hpp"
#include "analysis/synthetic_row.hpp"
#include "rates/rate_reader.hpp"
#include "rules/atp_of_wage.hpp"
#include "rules/by_law.hpp"
#include "rules/paid_hours.hpp"
#include "text/decimal.hpp"

namespace fleks {
namespace {

class Random {
 public:
  Random(std::uint64_t seed, std::uint64_t stream) noexcept : state_(mixed(seed) ^ mixed(stream * 0x9E37'79B9'7F4A'7C15 + 1)) {}
  /// Evenly from 0 to n − 1, n below 2^32; the bias is below one in 2^32.
  std::int64_t below(std::int64_t n) noexcept {
    state_ += 0x9E37'79B9'7F4A'7C15;
    return static_cast<std::int64_t>((mixed(state_) >> 32) * static_cast<std::uint64_t>(n) >> 32);
  }
  bool in_a_thousand(std::int64_t n) noexcept { return below(1000) < n; }

 private:
  static std::uint64_t mixed(std::uint64_t z) noexcept {
    z = (z ^ (z >> 30)) * 0xBF58'476D'1CE4'E5B9;
    z = (z ^ (z >> 27)) * 0x94D0'49BB'1331'11EB;
    return z ^ (z >> 31);
  }
  std::uint64_t state_;
};

struct Band {
  int persons, first_hour, last_hour;
};
constexpr std::array<Band, 6> bands{{{20'871, 1, 5}, {26'148, 6, 10}, {16'780, 11, 15}, {7'293, 16, 20}, {967, 21, 25}, {237, 26, 30}}};
constexpr int persons_in_bands = 72'296;

/// Hourly pay in øre at each tenth of the population, before the factor of the agreement area. Assumed.
constexpr std::array<std::int64_t, 11> hourly_pay{11'900, 13'600, 14'400, 15'100, 15'800, 16'600, 17'500, 18'700, 20'400, 23'500, 34'000};

struct Area {
  const char* name;
  int weight;                  // in a thousand
  std::int64_t pay;            // per cent of the table
  std::int64_t own, employer;  // per cent of pay, where there is a pension
  std::int64_t supplements;    // most, per cent of the base, in the ceiling
};
constexpr std::array<Area, 8> areas{{{"detail", 190, 96, 4, 8, 18},
                                     {"rengoering", 110, 92, 4, 8, 10},
                                     {"kontor", 170, 104, 4, 8, 3},
                                     {"industri", 130, 103, 4, 8, 12},
                                     {"sundhed", 150, 101, 4, 10, 20},
                                     {"paedagogik", 110, 102, 4, 10, 8},
                                     {"transport", 80, 100, 4, 8, 12},
                                     {"undervisning", 60, 118, 5, 12, 4}}};

const Area& draw_area(Random& random) noexcept {
  std::int64_t at = random.below(1000);
  for (const Area& area : areas) {
    if (at < area.weight) return area;
    at -= area.weight;
  }
  return areas.back();
}

int draw_hours(Random& random) noexcept {
  std::int64_t at = random.below(persons_in_bands);
  for (const Band& band : bands) {
    if (at < band.persons) return band.first_hour + static_cast<int>(random.below(band.last_hour - band.first_hour + 1));
    at -= band.persons;
  }
  return bands.back().last_hour;
}

/// From the table, evenly between its points, times the area's factor, in whole 5 øre.
std::int64_t draw_hourly_pay(Random& random, const Area& area) noexcept {
  const std::int64_t at = random.below(10'000);
  const auto tenth = static_cast<std::size_t>(at / 1000);
  const std::int64_t pay = hourly_pay[tenth] + (hourly_pay[tenth + 1] - hourly_pay[tenth]) * (at % 1000) / 1000;
  return pay * area.pay / 100 / 5 * 5;
}

/// An hour's pay times hours a month (TIME-2), half up.
std::int64_t monthly(std::int64_t hourly, std::int64_t weekly) noexcept {
  law::Untraced nobody;
  return law::hours_a_month(Exact::whole(hourly * weekly), nobody).rounded(Rounding::half_up).value_or(0);
}
std::int64_t share(std::int64_t amount, std::int64_t pct) noexcept { return (amount * pct + 50) / 100; }

void put(std::string& text, std::int64_t oere) {
  char digits[amount_room];
  text.append(digits, static_cast<std::size_t>(put_amount(digits, oere) - digits));
  text += ',';
}

}  // namespace

struct Sample::State {
  std::uint64_t seed;
  int year;
  law::AtpBands atp;
};

Sample::Sample(std::shared_ptr<const State> state) : state_(std::move(state)) {}

Result<Sample> Sample::of(std::uint64_t seed, int year, const RateTable& rates) {
  State state{seed, year, {}};
  const RatesOnDate on = rates.on(std::chrono::year{year} / std::chrono::January);
  RateReader fetch(on);
  for (std::size_t band = 0; band < state.atp.own.size(); ++band) state.atp.own[band] = fetch(law::AtpBands::own_keys[band]);
  if (fetch.failed()) return fetch.error();
  return Sample(std::make_shared<const State>(state));
}

std::string_view Sample::header() {
  using enum TableColumn;
  static const std::string names = [] {
    std::string text;
    // As put_row writes them.
    for (const TableColumn column : {id, month, am_income, own_pension, employer_pension, other_wage, daily_benefit, ledighedsydelse_days,
                                     ceiling, paid_hours, hourly_wage, weekly_hours, agreement_area})
      text.append(text.empty() ? "" : ",").append(to_text(column));
    return text + "\n";
  }();
  return names;
}

SyntheticRow Sample::row(std::uint64_t at) const {
  law::Untraced nobody;
  SyntheticRow r;
  r.citizen = at / SyntheticRow::months;
  r.month = std::chrono::year{state_->year} / (static_cast<int>(at % SyntheticRow::months) + 1);
  Random random(state_->seed, r.citizen);
  const Area& area = draw_area(random);
  r.area = area.name;
  r.weekly_hours = draw_hours(random);
  r.hourly_wage = draw_hourly_pay(random, area);
  const bool has_pension = random.in_a_thousand(650), ceiling_known = random.in_a_thousand(940);
  const std::int64_t supplements = random.below(area.supplements + 1);

  Random of_month(state_->seed ^ 0xA5A5'A5A5'0F0F'0F0F, at);
  const bool no_wage = of_month.in_a_thousand(8), sick = of_month.in_a_thousand(30);
  const std::int64_t pay = no_wage ? 0 : monthly(r.hourly_wage, r.weekly_hours) * (sick ? 2 : 3) / 3;
  r.paid_hours = hours_a_month(Hours::whole(r.weekly_hours).ten_thousandths());
  r.own_pension = has_pension ? share(pay, area.own) : 0;
  r.employer_pension = has_pension ? share(pay, area.employer) : 0;
  const auto atp = law::atp_of_wage(state_->atp, Exact::of(Hours::of_ten_thousandths(r.paid_hours)), nobody);
  const std::int64_t taken = r.own_pension + atp.own.rounded(Rounding::half_up).value_or(0);
  r.am_income = pay > taken ? pay - taken : 0;
  const std::int64_t full_time = monthly(r.hourly_wage, 37);
  if (ceiling_known) r.ceiling = share(full_time + share(full_time, supplements), 100 + (has_pension ? area.employer : 0));
  r.other_wage = of_month.in_a_thousand(20) ? 50'000 + of_month.below(1'100) * 500 : 0;
  r.daily_benefit = sick ? 50'000 + of_month.below(1'700) * 500 : 0;
  const std::int64_t days = of_month.in_a_thousand(25) ? 1 + of_month.below(10) : 0;
  // FLT-12: a row does not say what was paid for the days, which is what the law before April 2022 deducts.
  const bool by_days = law::by_law(HolidayDaysRule::by_law, Rule::FLT_12, r.month) != HolidayDaysRule::benefit_deducted;
  r.ledighedsydelse_days = by_days ? days : 0;
  return r;
}

std::int64_t Sample::part_of(std::uint64_t citizen, std::int64_t pieces) const noexcept {
  return Random(state_->seed ^ 0x5A5A'5A5A'F0F0'F0F0, citizen).below(pieces);
}

bool is_sample_area(std::string_view name) noexcept {
  return std::ranges::any_of(areas, [&](const Area& area) { return area.name == name; });
}
OneOf sample_areas() {
  OneOf all;
  for (const Area& area : areas) all.choices.emplace_back(area.name);
  return all;
}

void put_row(const SyntheticRow& row, std::string& text) {
  text += "synthetic-" + std::to_string(row.citizen + 1) + "," + to_text(row.month) + ",";
  for (const std::int64_t amount : {row.am_income, row.own_pension, row.employer_pension, row.other_wage, row.daily_benefit})
    put(text, amount);
  text += std::to_string(row.ledighedsydelse_days) + ",";
  if (row.ceiling)
    put(text, *row.ceiling);
  else
    text += ',';
  text += decimal_text(row.paid_hours, 4, 0) + ",";
  put(text, row.hourly_wage);
  text += std::to_string(row.weekly_hours) + "," + row.area;
}

void Sample::add(std::uint64_t first, std::uint64_t count, std::string& text) const {
  for (std::uint64_t at = first; at < first + count; ++at) {
    put_row(row(at), text);
    text += '\n';
  }
}

}  // namespace fleks
