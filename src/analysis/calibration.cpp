#include <fleks/analysis/calibration.hpp>

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

#include <fleks/statement/month_statement.hpp>

#include "analysis/columns.hpp"
#include "analysis/synthetic_row.hpp"
#include "text/csv.hpp"
#include "text/decimal.hpp"

// Raking: weights of citizens such that groups of them, and their subsidies, have given totals. Whole numbers only.

namespace fleks {
namespace {

/// What is counted: 10^-9 persons while weights are found, 10^-4 when they are written.
constexpr std::int64_t person = 1'000'000'000, written = person / 10'000;
constexpr std::int64_t oere_in_krone = 100;
constexpr int most_rounds = 1'000, patience = 50;
/// Parts of what is wanted: a deviation of one in 10^8 ends the rounds, and one in 10^4 is near.
constexpr std::int64_t parts = 1'000'000'000'000, enough = parts / 100'000'000, near = 10'000;

int128 magnitude(int128 a) noexcept { return a < 0 ? -a : a; }
std::int64_t deviation(int128 is, int128 wanted) noexcept {
  return static_cast<std::int64_t>(std::min<int128>(magnitude(is - wanted) * parts / wanted, INT64_MAX));
}

/// Citizens in groups of which some have a total.
struct Dimension {
  TargetFigure figure{};
  std::vector<int> group_of{};         // each citizen's; the last group is of those without a total
  std::vector<std::int64_t> wanted{};  // of each group but the last
  [[nodiscard]] bool is_complete() const { return std::ranges::find(group_of, static_cast<int>(wanted.size())) == group_of.end(); }
  [[nodiscard]] int128 sum_wanted() const {
    int128 sum = 0;
    for (const std::int64_t each : wanted) sum += each;
    return sum;
  }
  [[nodiscard]] std::vector<int128> sums(const std::vector<std::int64_t>& weights) const {
    std::vector<int128> all(wanted.size() + 1);
    for (std::size_t i = 0; i < weights.size(); ++i) all[static_cast<std::size_t>(group_of[i])] += weights[i];
    return all;
  }
};

class Raking {
 public:
  Raking(std::vector<Dimension> dimensions, std::optional<int128> wanted_oere, std::vector<std::int64_t> yearly_oere)
      : dimensions_(std::move(dimensions)),
        wanted_(wanted_oere),
        oere_(std::move(yearly_oere)),
        weights_(oere_.size(), person),
        has_size_(std::ranges::any_of(dimensions_, &Dimension::is_complete)) {
    if (has_size_) {
      // All alike, as many as there are to be.
      const auto& of_all = *std::ranges::find_if(dimensions_, &Dimension::is_complete);
      const auto each = static_cast<std::int64_t>(of_all.sum_wanted() / static_cast<int128>(weights_.size()));
      std::ranges::fill(weights_, std::max<std::int64_t>(1, each));
    }
    joint_ = cells_of(dimensions_);
    const auto hours = std::ranges::find(dimensions_, TargetFigure::weekly_hours, &Dimension::figure);
    rough_ = cells_of(hours == dimensions_.end() ? std::span<const Dimension>{} : std::span<const Dimension>(&*hours, 1));
  }

  void run() {
    std::int64_t before = INT64_MAX;
    while (rounds_ < most_rounds) {
      ++rounds_;
      for (const Dimension& dimension : dimensions_) scale(dimension);
      if (wanted_) has_size_ ? tilt() : grow();
      const std::int64_t now = worst();
      if (now <= enough) break;
      if (rounds_ % patience != 0) continue;
      if (now > before - before / 20) break;
      before = now;
    }
  }
  [[nodiscard]] int rounds() const noexcept { return rounds_; }

  /// In ten-thousandths; what a rounding leaves goes to the next citizen of the same groups.
  [[nodiscard]] std::vector<std::int64_t> rounded() const {
    std::vector<std::int64_t> left(joint_.count), all;
    for (std::size_t i = 0; i < weights_.size(); ++i) {
      std::int64_t& rest = left[joint_.of[i]];
      const std::int64_t exact = weights_[i] + rest, count = std::max<std::int64_t>(1, (exact + written / 2) / written);
      rest = exact - count * written;
      all.push_back(count);
    }
    return all;
  }

 private:
  /// Citizens who are in the same group of each of some dimensions.
  struct Cells {
    std::vector<std::size_t> of{};  // each citizen's
    std::size_t count = 0;
  };
  [[nodiscard]] Cells cells_of(std::span<const Dimension> dimensions) const {
    std::map<std::uint64_t, std::size_t> known;
    Cells cells;
    for (std::size_t i = 0; i < weights_.size(); ++i) {
      std::uint64_t groups = 0;
      for (const Dimension& d : dimensions) groups = groups * (d.wanted.size() + 1) + static_cast<std::uint64_t>(d.group_of[i]);
      cells.of.push_back(known.try_emplace(groups, known.size()).first->second);
    }
    cells.count = known.size();
    return cells;
  }
  void multiply(std::size_t citizen, int128 by, int128 of) {
    std::int64_t& weight = weights_[citizen];
    weight = static_cast<std::int64_t>(std::clamp<int128>((2 * int128{weight} * by + of) / (2 * of), 1, INT64_MAX / 4));
  }
  void scale(const Dimension& d) {
    const auto sums = d.sums(weights_);
    for (std::size_t i = 0; i < weights_.size(); ++i) {
      const auto group = static_cast<std::size_t>(d.group_of[i]);
      if (group < d.wanted.size()) multiply(i, d.wanted[group], sums[group]);
    }
  }
  [[nodiscard]] int128 spent() const {
    int128 sum = 0;
    for (std::size_t i = 0; i < weights_.size(); ++i) sum += int128{weights_[i]} * oere_[i];
    return sum;
  }
  /// Where no total says how many persons there are, all weights grow alike.
  void grow() {
    const int128 now = spent();
    if (now == 0) return;
    int128 by = *wanted_, of = now;
    for (; magnitude(by) >> 60 != 0 || of >> 60 != 0; by >>= 1) of >>= 1;
    for (std::size_t i = 0; i < weights_.size(); ++i) multiply(i, by, of);
  }
  /// Weights grow with what a citizen's year is above the mean of its cell, so that the sum comes to what is wanted and the total of
  /// no group changes; where that would take more than a half of someone's weight, above the mean of those with the same hours.
  void tilt() {
    constexpr std::int64_t one = 1'000'000'000'000'000;  // a factor of 1
    const int128 more = (*wanted_ - spent()) / oere_in_krone;
    for (const Cells* cells : {&joint_, &rough_}) {
      const std::vector<std::int64_t> above = above_mean(*cells);
      int128 by = more, of = 0;
      std::int64_t farthest = 1;
      for (std::size_t i = 0; i < weights_.size(); ++i) {
        of += int128{weights_[i]} * above[i] * (oere_[i] / oere_in_krone);
        farthest = std::max(farthest, above[i] < 0 ? -above[i] : above[i]);
      }
      for (; magnitude(by) >> 62 != 0; by /= 2) of /= 2;
      if (of <= 0) continue;
      // What a krone above the mean adds.
      const int128 a_krone = std::clamp<int128>(by * one / of, -one, one);
      if (cells == &joint_ && magnitude(a_krone) * farthest > one / 2) continue;
      for (std::size_t i = 0; i < weights_.size(); ++i) multiply(i, one + std::clamp<int128>(a_krone * above[i], -one / 2, one / 2), one);
      return;
    }
  }
  /// Whole kroner a year above the weighted mean of the cell.
  [[nodiscard]] std::vector<std::int64_t> above_mean(const Cells& cells) const {
    std::vector<int128> sums(cells.count), counts(cells.count);
    for (std::size_t i = 0; i < weights_.size(); ++i) {
      sums[cells.of[i]] += int128{weights_[i]} * (oere_[i] / oere_in_krone);
      counts[cells.of[i]] += weights_[i];
    }
    std::vector<std::int64_t> above;
    for (std::size_t i = 0; i < weights_.size(); ++i)
      above.push_back(oere_[i] / oere_in_krone - static_cast<std::int64_t>(sums[cells.of[i]] / counts[cells.of[i]]));
    return above;
  }
  [[nodiscard]] std::int64_t worst() const {
    std::int64_t most = 0;
    for (const Dimension& d : dimensions_) {
      const auto sums = d.sums(weights_);
      for (std::size_t group = 0; group < d.wanted.size(); ++group) most = std::max(most, deviation(sums[group], d.wanted[group]));
    }
    if (wanted_) most = std::max(most, deviation(spent() / person, *wanted_ / person));
    return most;
  }

  std::vector<Dimension> dimensions_;
  std::optional<int128> wanted_;  // 10^-9 øre
  std::vector<std::int64_t> oere_;
  std::vector<std::int64_t> weights_;
  bool has_size_;
  Cells joint_{}, rough_{};
  int rounds_ = 0;
};

/// The group of a row among the totals of a figure.
bool counts_in(const CalibrationTarget& target, const SyntheticRow& row) noexcept {
  switch (target.figure) {
    case TargetFigure::persons: return true;
    case TargetFigure::weekly_hours: return target.first_hour <= row.weekly_hours && row.weekly_hours <= target.last_hour;
    case TargetFigure::agreement_area: return target.group == row.area;
    case TargetFigure::municipality:
    case TargetFigure::fleksloentilskud: break;
  }
  return false;
}

MonthFacts facts_of(const SyntheticRow& row) {
  MonthFacts f;
  f.month = row.month;
  f.pay = Pay::am_income(Money::oere(row.am_income));
  f.own_pension = Contribution::of(Money::oere(row.own_pension));
  f.employer_pension = Contribution::of(Money::oere(row.employer_pension));
  f.other_wage = Money::oere(row.other_wage);
  f.daily_benefit = Money::oere(row.daily_benefit);
  f.ledighedsydelse_days = Days::whole(row.ledighedsydelse_days);
  if (row.ceiling) f.ceiling = Ceiling::stated(Money::oere(*row.ceiling));
  f.paid_hours = Hours::of_ten_thousandths(row.paid_hours);
  return f;
}

}  // namespace

struct CalibratedSample::Raked {
  std::vector<TargetReached> reached;
  std::vector<std::int64_t> weights;              // of each citizen, ten-thousandths
  std::vector<std::string> municipalities;        // by group; empty where there are none
  std::vector<int> municipality_of;               // each citizen's
  std::vector<std::vector<std::size_t>> targets;  // of each dimension, by group
  int rounds = 0;

  std::vector<Dimension> dimensions(const Sample& sample, std::uint64_t citizens);
  void tell(std::span<const Dimension> dimensions, std::span<const std::int64_t> yearly_oere);
};

std::vector<Dimension> CalibratedSample::Raked::dimensions(const Sample& sample, std::uint64_t citizens) {
  std::vector<Dimension> all;
  for (const TargetFigure figure :
       {TargetFigure::persons, TargetFigure::weekly_hours, TargetFigure::agreement_area, TargetFigure::municipality}) {
    Dimension d{.figure = figure};
    std::vector<std::size_t> of_figure;
    for (std::size_t i = 0; i < reached.size(); ++i)
      if (reached[i].target.figure == figure) {
        of_figure.push_back(i);
        d.wanted.push_back(reached[i].target.total * written);
        if (figure == TargetFigure::municipality) municipalities.push_back(reached[i].target.group);
      }
    if (of_figure.empty()) continue;
    const int128 sum = d.sum_wanted();
    for (std::uint64_t citizen = 0; citizen < citizens; ++citizen) {
      std::size_t group = 0;
      if (figure == TargetFigure::municipality) {
        constexpr std::int64_t pieces = 1'000'000;
        int128 left = int128{sample.part_of(citizen, pieces)} * sum / pieces;
        while (group + 1 < d.wanted.size() && left >= d.wanted[group]) left -= d.wanted[group++];
        municipality_of.push_back(static_cast<int>(group));
      } else {
        const SyntheticRow row = sample.row(citizen * SyntheticRow::months);
        while (group < of_figure.size() && !counts_in(reached[of_figure[group]].target, row)) ++group;
      }
      d.group_of.push_back(static_cast<int>(group));
    }
    targets.push_back(std::move(of_figure));
    all.push_back(std::move(d));
  }
  return all;
}

void CalibratedSample::Raked::tell(std::span<const Dimension> dimensions, std::span<const std::int64_t> yearly_oere) {
  constexpr std::int64_t pieces = 10'000;
  for (std::size_t d = 0; d < dimensions.size(); ++d) {
    const auto sums = dimensions[d].sums(weights);
    for (std::size_t group = 0; group < targets[d].size(); ++group)
      reached[targets[d][group]].reached = Exact::counted(static_cast<std::int64_t>(sums[group]), pieces);
  }
  int128 oere = 0;
  for (std::size_t i = 0; i < weights.size(); ++i) oere += int128{weights[i]} * yearly_oere[i];
  for (TargetReached& each : reached) {
    const bool money = each.target.figure == TargetFigure::fleksloentilskud;
    each.wanted = money ? Exact::whole(each.target.total) : Exact::counted(each.target.total, pieces);
    if (money)
      each.reached =
          Exact::whole(static_cast<std::int64_t>(oere / pieces)) + Exact::counted(static_cast<std::int64_t>(oere % pieces), pieces);
    const Exact off = each.reached < each.wanted ? each.wanted - each.reached : each.reached - each.wanted;
    each.is_near = off * Exact::whole(near) <= each.wanted;
  }
}

CalibratedSample::CalibratedSample(const Sample& sample, std::shared_ptr<const Raked> raked) : sample_(sample), raked_(std::move(raked)) {}

namespace {

/// Totals that count every citizen have to count as many.
std::optional<Error> contradiction(std::span<const Dimension> dimensions) {
  const Dimension* first = nullptr;
  for (const Dimension& d : dimensions) {
    if (!d.is_complete()) continue;
    if (first == nullptr) first = &d;
    if (d.sum_wanted() == first->sum_wanted()) continue;
    const auto persons = [](const Dimension& of) { return static_cast<std::int64_t>(of.sum_wanted() / written); };
    return Error{.code = ErrorCode::out_of_range,
                 .field = std::string(to_text(d.figure)) + ", " + std::string(to_text(first->figure)),
                 .given = decimal_text(persons(d), 4, 0),
                 .allowed = Exactly{Limit{LimitUnit::ten_thousandths, persons(*first)}}};
  }
  return std::nullopt;
}

}  // namespace

Result<CalibratedSample> CalibratedSample::of(const Sample& sample, std::uint64_t rows, std::vector<CalibrationTarget> targets,
                                              const RateTable& rates) {
  const std::uint64_t citizens = rows / SyntheticRow::months;
  if (rows == 0 || rows % SyntheticRow::months != 0 || rows > most_rows) {
    const std::uint64_t below = std::min(citizens, most_rows / SyntheticRow::months - 1) * SyntheticRow::months;
    OneOf allowed;
    if (below != 0) allowed.choices.emplace_back(std::to_string(below));
    allowed.choices.emplace_back(std::to_string(below + SyntheticRow::months));
    return Error{.code = ErrorCode::out_of_range, .field = "rows", .given = std::to_string(rows), .allowed = std::move(allowed)};
  }
  auto raked = std::make_shared<Raked>();
  std::optional<int128> wanted_oere;
  for (CalibrationTarget& target : targets) {
    if (target.figure == TargetFigure::fleksloentilskud) wanted_oere = int128{target.total} * person;
    raked->reached.push_back({.target = std::move(target)});
  }
  std::vector<Dimension> dimensions = raked->dimensions(sample, citizens);
  if (auto wrong = contradiction(dimensions)) return *std::move(wrong);
  std::vector<std::int64_t> yearly(citizens);
  for (std::uint64_t at = 0; at < rows; ++at) {
    const auto month = fleksloentilskud(facts_of(sample.row(at)), rates);
    if (!month) return month.error();
    yearly[at / SyntheticRow::months] += month->fleksloentilskud.in_oere();
  }
  Raking raking(dimensions, wanted_oere, yearly);
  raking.run();
  raked->rounds = raking.rounds();
  raked->weights = raking.rounded();
  for (const std::int64_t weight : raked->weights)
    if (weight > heaviest_row * 10'000)
      return Error{.code = ErrorCode::out_of_range,
                   .field = "weight",
                   .given = decimal_text(weight, 4, 0),
                   .allowed = AtMost{Limit{LimitUnit::ten_thousandths, heaviest_row * 10'000}}};
  raked->tell(dimensions, yearly);
  return CalibratedSample(sample, std::move(raked));
}

std::string CalibratedSample::header() const {
  std::string text(Sample::header());
  text.pop_back();
  return text + (raked_->municipalities.empty() ? "" : ",municipality") + ",weight\n";
}

void CalibratedSample::add(std::uint64_t first, std::uint64_t count, std::string& text) const {
  for (std::uint64_t at = first; at < first + count; ++at) {
    const SyntheticRow row = sample_.row(at);
    put_row(row, text);
    if (!raked_->municipalities.empty()) {
      const std::string& name = raked_->municipalities[static_cast<std::size_t>(raked_->municipality_of[row.citizen])];
      text += ',' + (name == "other" ? std::string{} : csv_field(name));
    }
    text += ',' + decimal_text(raked_->weights[row.citizen], 4, 0) + '\n';
  }
}

std::span<const TargetReached> CalibratedSample::reached() const noexcept { return raked_->reached; }
bool CalibratedSample::is_near() const noexcept { return std::ranges::all_of(raked_->reached, &TargetReached::is_near); }
int CalibratedSample::rounds() const noexcept { return raked_->rounds; }

}  // namespace fleks
