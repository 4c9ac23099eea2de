#include <fleks/analysis/measures.hpp>

#include "analysis/net_terms.hpp"
#include "analysis/walk.hpp"
#include "rules/net_picture.hpp"

namespace fleks {
namespace {

constexpr std::int64_t an_hour = Hours::whole(1).ten_thousandths();

/// The parts of a change over the rise of the gross pay.
class Shares {
 public:
  explicit Shares(const Exact& gross_pay) : of_(gross_pay) {}
  [[nodiscard]] Exact operator()(const Exact& part) const { return (part / of_).reduced(); }
  [[nodiscard]] Exact operator()(Money part) const { return (*this)(Exact::of(part)); }

 private:
  Exact of_;
};

bool too_precise(const LostShare& s) {
  return s.total.out_of_range() || s.taper.out_of_range() || s.ceiling.out_of_range() || s.am_contribution.out_of_range() ||
         s.tax.out_of_range() || s.housing_benefit.out_of_range() || s.daycare.out_of_range() || s.child_benefit.out_of_range() ||
         s.saved.out_of_range();
}

}  // namespace

std::optional<LostShare> lost_share(const Extra& e) {
  if (e.gross_pay <= Money{}) return std::nullopt;
  const Shares share(Exact::of(e.gross_pay));
  return LostShare{.total = share(e.gross_pay - e.in_hand),
                   .taper = share(e.taken_by_taper),
                   .ceiling = share(e.taken_by_ceiling),
                   .am_contribution = share(e.taken_by_am_contribution),
                   .tax = share(e.taken_by_tax),
                   .housing_benefit = share(e.taken_by_housing_benefit),
                   .daycare = share(e.taken_by_daycare),
                   .child_benefit = share(e.taken_by_child_benefit),
                   .benefit = share(e.taken_by_ledighedsydelse - e.given),
                   .saved = share(e.pension_saved - e.employer_pension - e.added)};
}

Result<LostShare> NetPicture::lost_of_a_krone(const NetRow& row) const {
  using law::Line;
  law::Sweep sweep(Exact::of(row.hourly_wage));
  const bool same_ceiling = row.ceiling_stays || row.hourly_wage == citizen_.hourly_wage;
  const auto m = law::month_in_fleksjob(Line(row.paid_hours), Line::moving(sweep),
                                        Line(same_ceiling ? terms_->ceiling : ceiling(row.hourly_wage)), *terms_);
  const Shares share(m.gross_pay.slope());
  LostShare lost;
  lost.total = share(m.gross_pay.slope() - m.in_hand().slope());
  lost.ceiling = share(m.ceiling_cut.slope());
  lost.taper = share(-m.fleksloentilskud.slope() - m.ceiling_cut.slope());
  lost.am_contribution = share(m.am_contribution.slope());
  lost.tax = share(m.tax.slope());
  lost.housing_benefit = share(-m.housing_benefit.slope());
  lost.daycare = share(m.daycare.slope());
  lost.child_benefit = share(-m.child_benefit.slope());
  lost.saved = share(m.own_pension.slope() + m.wage_atp_own.slope() + m.subsidy_atp_own.slope());
  if (too_precise(lost)) return Error{.code = ErrorCode::too_precise, .field = Fact::hourly_wage};
  return lost;
}

Result<PayMeasures> measures(const NetPicture& picture, const NetRow& row) {
  PayMeasures found;
  const auto other = [&](Hours hours) { return picture.at(Work{hours, row.intensity, row.hourly_wage, row.ceiling_stays}); };
  if (const Hours more_hours = Hours::of_ten_thousandths(row.hours.ten_thousandths() + an_hour); more_hours <= hours_in_a_week) {
    const auto more = other(more_hours);
    if (!more) return more.error();
    found.hour = lost_share(extra(row, *more));
  }
  if (!row.in_job) return found;
  if (row.paid_hours.is_positive()) {
    auto krone = picture.lost_of_a_krone(row);
    if (!krone) return std::move(krone).error();
    found.krone = *std::move(krone);
  }
  const auto without_job = other(Hours{});
  if (!without_job) return without_job.error();
  found.participation = lost_share(extra(*without_job, row));
  if (row.in_hand > Money{}) found.replacement_rate = (Exact::of(without_job->in_hand) / Exact::of(row.in_hand)).reduced();
  return found;
}

}  // namespace fleks
