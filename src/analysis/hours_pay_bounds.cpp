#include "analysis/hours_pay_bounds.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include "analysis/box.hpp"

namespace fleks {
namespace {

struct Named {
  std::string_view name;
  Money NetRow::*amount;
};
constexpr auto amounts = std::to_array<Named>({
    {"gross_pay", &NetRow::gross_pay},
    {"own_pension", &NetRow::own_pension},
    {"employer_pension", &NetRow::employer_pension},
    {"wage_atp_own", &NetRow::wage_atp_own},
    {"wage_atp_employer", &NetRow::wage_atp_employer},
    {"fleksloentilskud", &NetRow::fleksloentilskud},
    {"subsidy_atp_own", &NetRow::subsidy_atp_own},
    {"public_atp", &NetRow::public_atp},
    {"obligatory_pension", &NetRow::obligatory_pension},
    {"am_contribution", &NetRow::am_contribution},
    {"tax", &NetRow::tax},
    {"housing_benefit", &NetRow::housing_benefit},
    {"daycare", &NetRow::daycare},
    {"child_benefit", &NetRow::child_benefit},
    {"in_hand", &NetRow::in_hand},
    {"pension_saved", &NetRow::pension_saved},
});

/// Least and most of each amount over the rows of one point.
class Extremes {
 public:
  void see(const NetRow& row) {
    if (!seen_) least_.fill(row), most_.fill(row);
    seen_ = true;
    for (std::size_t i = 0; i < amounts.size(); ++i) {
      if (row.*amounts[i].amount < least_[i].*amounts[i].amount) least_[i] = row;
      if (most_[i].*amounts[i].amount < row.*amounts[i].amount) most_[i] = row;
    }
  }
  [[nodiscard]] NetRowBounds bounds() const {
    NetRowBounds row;
    for (std::size_t i = 0; i < amounts.size(); ++i) {
      const Money least = least_[i].*amounts[i].amount, most = most_[i].*amounts[i].amount;
      if (least != most) row.amounts.push_back({amounts[i].name, Exact::of(least), Exact::of(most)});
      if (amounts[i].amount == &NetRow::in_hand) row.lowest = least_[i], row.highest = most_[i];
    }
    return row;
  }

 private:
  bool seen_ = false;
  std::array<NetRow, amounts.size()> least_{}, most_{};
};

/// How many counts are gone through, alone and with a box of other facts at each.
constexpr std::int64_t most_counts = 100'000, most_boxes = 5'000;

Limit width_of(Fact fact, std::int64_t counts) {
  if (is_a_number(fact)) return Limit(counts);
  return fact == Fact::hourly_wage ? Limit(Money::oere(counts)) : Limit(Percent::of_ten_thousandths(counts * intensity_step));
}
std::string shown(const FactRange& range) {
  return to_text(width_of(range.fact, range.from)) + ".." + to_text(width_of(range.fact, range.to));
}

Percent per_cent(std::int64_t count) noexcept { return Percent::of_ten_thousandths(count * intensity_step); }

}  // namespace

bool is_of_work(Fact fact) noexcept { return fact == Fact::hourly_wage || fact == Fact::intensity; }
bool is_a_number(Fact fact) noexcept { return fact == Fact::children || fact == Fact::daycare_places; }
bool is_gone_through(const FactRange& range, std::span<const Work> points) noexcept {
  const auto without_job = [](const Work& work) { return work.hours == Hours{}; };
  return range.is_share || is_of_work(range.fact) || range.fact == Fact::municipal_tax || range.fact == Fact::church_tax ||
         range.fact == Fact::daycare_places || (range.fact == Fact::children && std::ranges::any_of(points, without_job));
}

void set_gone(Citizen& citizen, const FactRange& range, std::int64_t count) noexcept {
  switch (range.fact) {
    case Fact::own_pension: citizen.own_pension = per_cent(count); break;
    case Fact::employer_pension: citizen.employer_pension = per_cent(count); break;
    case Fact::church_tax: citizen.church = per_cent(count); break;
    case Fact::children: citizen.children = static_cast<int>(count); break;
    case Fact::daycare_places: citizen.daycare_places = static_cast<int>(count); break;
    default: citizen.municipal = per_cent(count);
  }
}
void set_gone(Work& work, const FactRange& range, std::int64_t count) noexcept {
  if (range.fact == Fact::hourly_wage)
    work.hourly_wage = Money::oere(count);
  else
    work.intensity = per_cent(count);
}

std::optional<Error> too_many_counts(const Ranges& of_citizen, const Ranges& of_work, bool alone) {
  const std::int64_t most = alone ? most_counts : most_boxes;
  std::int64_t left = most;
  for (const Ranges* list : {&of_citizen, &of_work})
    for (const FactRange& range : *list) {
      const std::int64_t width = range.to - range.from;
      if (width > left)
        return Error{.code = ErrorCode::too_large,
                     .field = range.fact,
                     .given = shown(range),
                     .allowed = NoRange{WhyNoRange::each_value, {}, width_of(range.fact, left)}};
      left = std::max<std::int64_t>(left / (width + 1), 1);
    }
  return std::nullopt;
}

void each_count(const Ranges& ranges, const std::function<bool(const Point&)>& visit) {
  Point point;
  for (const FactRange& range : ranges) point.push_back(range.from);
  for (;;) {
    if (!visit(point)) return;
    std::size_t place = 0;
    while (place < ranges.size() && point[place] == ranges[place].to) {
      point[place] = ranges[place].from;
      ++place;
    }
    if (place == ranges.size()) return;
    ++point[place];
  }
}

void add_fact(NetRowBounds& row, const FactRange& range, const Work& work) {
  if (work.hours == Hours{} || range.from == range.to) return;
  if (range.fact == Fact::hourly_wage) {
    row.amounts.push_back({"hourly_wage", Exact::whole(range.from), Exact::whole(range.to)});
    return;
  }
  const auto share = [](std::int64_t count) { return Exact::ratio(count, 100); };
  row.amounts.push_back({"intensity", share(range.from), share(range.to)});
  const auto paid = [&](std::int64_t count) { return Exact::of(work.hours) * Exact::of(per_cent(count)); };
  row.amounts.push_back({"paid_hours", paid(range.from), paid(range.to)});
}

Result<HoursBounds> bounds_of_each(const Citizen& given, const FactRange& range, std::span<const Work> points, const RateTable& rates,
                                   const Options& options) {
  if (auto wrong = too_many_counts({}, {range}, true)) return std::move(*wrong);
  Citizen citizen = given;
  if (range.fact == Fact::hourly_wage)
    citizen.hourly_wage = Money::oere(range.from);
  else
    citizen.intensity = per_cent(range.from);
  const auto picture = NetPicture::of(citizen, rates, options);
  if (!picture) return picture.error();
  HoursBounds result;
  DecidingFact decides{range, {}, {}, {}};
  for (Work work : points) {
    Extremes extremes;
    // Without a job no pay is of any matter.
    const std::int64_t to = work.hours == Hours{} ? range.from : range.to;
    for (std::int64_t count = range.from; count <= to; ++count) {
      set_gone(work, range, count);
      const auto row = picture->at(work);
      if (!row) return row.error();
      extremes.see(*row);
    }
    NetRowBounds row = extremes.bounds();
    add_fact(row, range, work);
    decides.worth = std::max(decides.worth, row.highest.in_hand - row.lowest.in_hand);
    result.rows.push_back(std::move(row));
  }
  result.decides.push_back(decides);
  result.citizen = picture->citizen();
  if (range.fact == Fact::hourly_wage && range.from != range.to) {
    result.amounts.push_back({"hourly_wage", Exact::whole(range.from), Exact::whole(range.to)});
    const Exact low = picture->ceiling(Money::oere(range.from)), high = picture->ceiling(Money::oere(range.to));
    if (low != high) result.amounts.push_back({"normal_wage_ceiling", low, high});
  }
  return result;
}

}  // namespace fleks
