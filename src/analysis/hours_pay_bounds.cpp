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

/// The work of a point with the fact at a count.
Work with(Work work, Fact fact, std::int64_t count) noexcept {
  if (fact == Fact::hourly_wage)
    work.hourly_wage = Money::oere(count);
  else
    work.intensity = Percent::of_ten_thousandths(count * intensity_step);
  return work;
}

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

/// What the fact itself is, and what follows from it alone.
void add_fact(NetRowBounds& row, const FactRange& range, const NetRow& first, const NetRow& last) {
  if (!first.in_job || range.from == range.to || range.fact == Fact::municipal_tax) return;
  if (range.fact == Fact::hourly_wage) {
    row.amounts.push_back({"hourly_wage", Exact::whole(range.from), Exact::whole(range.to)});
    return;
  }
  const auto per_cent = [](std::int64_t count) { return Exact::ratio(count, 100); };
  row.amounts.push_back({"intensity", per_cent(range.from), per_cent(range.to)});
  if (first.paid_hours != last.paid_hours) row.amounts.push_back({"paid_hours", first.paid_hours, last.paid_hours});
}

}  // namespace

bool is_gone_through(Fact fact) noexcept { return fact == Fact::hourly_wage || fact == Fact::intensity || fact == Fact::municipal_tax; }

Result<HoursBounds> bounds_of_each(const Citizen& given, const FactRange& range, std::span<const Work> points, const RateTable& rates,
                                   const Options& options) {
  constexpr std::int64_t most_counts = 100'000;
  if (range.to - range.from > most_counts)
    return Error{.code = ErrorCode::too_large,
                 .field = range.fact,
                 .given = to_text(Money::oere(range.from)) + ".." + to_text(Money::oere(range.to)),
                 .allowed = AtMost{Money::oere(most_counts)}};
  Citizen citizen = given;
  if (range.fact == Fact::hourly_wage)
    citizen.hourly_wage = Money::oere(range.from);
  else
    (range.fact == Fact::intensity ? citizen.intensity : citizen.municipal) = Percent::of_ten_thousandths(range.from * intensity_step);
  std::vector<NetPicture> taxed;
  for (std::int64_t count = range.from; range.fact == Fact::municipal_tax && count <= range.to; ++count) {
    citizen.municipal = Percent::of_ten_thousandths(count * intensity_step);
    auto picture = NetPicture::of(citizen, rates, options);
    if (!picture) return std::move(picture).error();
    taxed.push_back(*std::move(picture));
  }
  const auto picture = NetPicture::of(citizen, rates, options);
  if (!picture) return picture.error();
  HoursBounds result;
  DecidingFact decides{range, {}, {}, {}};
  for (const Work& work : points) {
    Extremes extremes;
    std::array<NetRow, 2> ends;
    // Without a job no pay is of any matter.
    const std::int64_t to = work.hours == Hours{} && taxed.empty() ? range.from : range.to;
    for (std::int64_t count = range.from; count <= to; ++count) {
      const auto row =
          taxed.empty() ? picture->at(with(work, range.fact, count)) : taxed[static_cast<std::size_t>(count - range.from)].at(work);
      if (!row) return row.error();
      extremes.see(*row);
      if (count == range.from) ends[0] = *row;
      ends[1] = *row;
    }
    NetRowBounds row = extremes.bounds();
    add_fact(row, range, ends[0], ends[1]);
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
