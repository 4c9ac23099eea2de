#include <fleks/analysis/worth_of_hours.hpp>

#include <array>
#include <cassert>

#include "analysis/net_terms.hpp"
#include "analysis/walk.hpp"
#include "rules/net_picture.hpp"

// Where the worth of an hour changes, and at which hours a target is in hand: both from the exact pieces of the curve.

namespace fleks {
namespace {

using law::CountedLine;
using law::Held;
using law::Line;
using law::NarrowLine;

struct CauseInfo {
  Cause cause;
  std::string_view name;
  Rule rule;
};

constexpr auto causes = std::to_array<CauseInfo>({
    {Cause::small_pay, "small_pay", Rule::FLT_5},
    {Cause::taper_threshold, "taper_threshold", Rule::FLT_8},
    {Cause::subsidy_gone, "subsidy_gone", Rule::FLT_10},
    {Cause::ceiling_reached, "ceiling_reached", Rule::FLT_11},
    {Cause::wage_at_ceiling, "wage_at_ceiling", Rule::FLT_11},
    {Cause::subsidy_atp_most, "subsidy_atp_most", Rule::FLT_17},
    {Cause::atp_band, "atp_band", Rule::ATP},
    {Cause::no_wage, "no_wage", Rule::FLT_3},
    {Cause::full_time, "full_time", Rule::FLT_18},
    {Cause::employment_deduction_most, "employment_deduction_most", Rule::SKAT_3},
    {Cause::single_parent_deduction_most, "single_parent_deduction_most", Rule::SKAT_3},
    {Cause::job_deduction_begins, "job_deduction_begins", Rule::SKAT_3},
    {Cause::job_deduction_most, "job_deduction_most", Rule::SKAT_3},
    {Cause::municipal_base_begins, "municipal_base_begins", Rule::SKAT_4},
    {Cause::allowance_used_up, "allowance_used_up", Rule::SKAT_4},
    {Cause::middle_tax_begins, "middle_tax_begins", Rule::SKAT_4},
    {Cause::top_tax_begins, "top_tax_begins", Rule::SKAT_4},
    {Cause::toptop_tax_begins, "toptop_tax_begins", Rule::SKAT_4},
    {Cause::housing_income_limit, "housing_income_limit", Rule::BOLIG},
    {Cause::housing_childless_most, "housing_childless_most", Rule::BOLIG},
    {Cause::housing_own_payment, "housing_own_payment", Rule::BOLIG},
    {Cause::housing_most, "housing_most", Rule::BOLIG},
    {Cause::housing_gone, "housing_gone", Rule::BOLIG},
    {Cause::housing_least_payment, "housing_least_payment", Rule::BOLIG},
    {Cause::senior_deduction_most, "senior_deduction_most", Rule::SKAT_3},
    {Cause::daycare_free_ends, "daycare_free_ends", Rule::FRIPLADS},
    {Cause::daycare_step, "daycare_step", Rule::FRIPLADS},
    {Cause::daycare_full_payment, "daycare_full_payment", Rule::FRIPLADS},
    {Cause::child_benefit_taper, "child_benefit_taper", Rule::BOERN},
    {Cause::child_benefit_gone, "child_benefit_gone", Rule::BOERN},
    {Cause::am_base_begins, "am_base_begins", Rule::SKAT_1},
});

constexpr bool in_order() {
  for (std::size_t i = 0; i < causes.size(); ++i)
    if (static_cast<std::size_t>(causes[i].cause) != i + 1) return false;
  return true;
}
static_assert(in_order());

constexpr const CauseInfo& info(Cause cause) noexcept {
  assert(cause != Cause::none);
  return causes[static_cast<std::size_t>(cause) - 1];
}

/// The pieces of a citizen's curve, counted where the terms hold that. `before_tax` gives the month of what moves in any numbers.
template <class BeforeTax>
auto pieces(const law::NetTerms& terms, Held held, BeforeTax before_tax) {
  if (held != Held::not_counted && !terms.counted->lines()) held = Held::not_counted;
  return [&terms, held, before_tax](const Exact& at) {
    const auto in_hand = []<class N>(law::NetMonth<N> month, const auto& of) {
      law::tax_the_month(month, of);
      return month.in_hand();
    };
    if (held == Held::not_counted || !Straight::can_be_counted(at))
      return Straight::exactly(at, [&](const Line& moving) { return in_hand(before_tax(moving, terms), terms); });
    return Straight::counted(at, [&](law::CountedSweep& sweep) {
      if (held == Held::counted) return in_hand(before_tax(CountedLine::moving(sweep), *terms.counted), *terms.counted);
      return in_hand(law::widened<CountedLine>(before_tax(NarrowLine::moving(sweep), terms.counted->narrow())), *terms.counted);
    });
  };
}
Held held(const law::NetTerms& terms, const Exact& paid_hours, Money hourly_wage) {
  return terms.counted ? terms.counted->held(paid_hours, hourly_wage) : Held::not_counted;
}
auto pieces_over_hours(const law::NetTerms& terms, const Citizen& citizen) {
  const Exact wage = Exact::of(citizen.hourly_wage), intensity = Exact::of(citizen.intensity);
  return pieces(terms, held(terms, intensity, citizen.hourly_wage), [&terms, wage, intensity]<class N>(const N& hours, const auto& of) {
    return law::month_of_work(hours * intensity, N(wage), N(terms.ceiling), of);
  });
}
auto pieces_over_wage(const law::NetTerms& terms, const Citizen& citizen, Hours hours, bool ceiling_follows_wage) {
  const Exact paid = (Exact::of(hours) * Exact::of(citizen.intensity)).reduced();
  return pieces(terms, held(terms, paid, Money{}), [&terms, paid, ceiling_follows_wage]<class N>(const N& wage, const auto& of) {
    return law::month_of_work(N(paid), wage, ceiling_follows_wage ? law::ceiling_of_own_wage(wage, of) : N(terms.ceiling), of);
  });
}

/// Keeps the pieces at which in hand really bends or jumps.
template <class Pieces>
Result<std::vector<Kink>> kinks(const Exact& from, const Exact& to, Fact field, Pieces pieces) {
  std::vector<Kink> found;
  const auto keep = [&](const Piece& p) {
    if (!p.slope) return;
    const Exact jump = p.line.value() - p.before;
    // What bends at the very end bends beyond what was asked for; a jump there is felt.
    if (jump.is_zero() && (!(p.at < to) || p.line.slope() == *p.slope)) return;
    const CauseInfo& why = info(p.cause);
    found.push_back({p.at, why.name, why.rule, *p.slope, p.line.slope(), jump.reduced(), p.line.value()});
  };
  if (auto wrong = walk_along(from, to, field, pieces, keep)) return *std::move(wrong);
  return found;
}

/// Finds a target on the pieces, and the most there is.
class Search {
 public:
  Search(const Exact& target, const Exact& from, const Exact& to) : target_(target), from_(from), to_(to) {}

  void see(const Piece& next) {
    if (last_) end_piece(next.at, next.before);
    // In hand jumps over the target, or from it.
    if (last_ && next.line.value() != next.before && next.line.value() != target_ &&
        (next.before == target_ || (next.before < target_) != (next.line.value() < target_)))
      hits_.push_back({.at = next.at, .to = next.at, .jumps = true});
    last_ = next;
  }
  /// The pieces with their end; the last one reaches to the end of the walk.
  Exact finish() {
    const Exact end = Exact::product_and_sum(last_->line.slope(), to_ - last_->at, last_->line.value());
    end_piece(to_, end);
    if (end == target_ && (hits_.empty() || hits_.back().to != to_)) hits_.push_back({.at = to_, .to = to_});
    best(to_, end, false);
    return end;
  }
  [[nodiscard]] std::vector<TargetPlace>& hits() noexcept { return hits_; }
  [[nodiscard]] const Exact& best_at() const noexcept { return best_at_; }
  [[nodiscard]] bool just_below() const noexcept { return just_below_; }

 private:
  void end_piece(const Exact& end, const Exact& value_at_end) {
    const Exact &at = last_->at, value = last_->line.value(), slope = last_->line.slope();
    best(at, value, false);
    if (end > at) best(end, value_at_end, true);
    if (slope.is_zero()) {
      if (value != target_) return;
      if (!hits_.empty() && hits_.back().to == at && !hits_.back().jumps)
        hits_.back().to = end;
      else
        hits_.push_back({.at = at, .to = end});
      return;
    }
    const Exact x = Exact::product_and_sum(target_ - value, Exact::whole(1) / slope, at).reduced();
    if (x < at || !(x < end)) return;
    if (x == at && !hits_.empty() && hits_.back().to == at && !hits_.back().jumps) return;
    hits_.push_back({.at = x, .to = x});
  }
  /// `open`: what the piece comes to at its end, where the next may begin with less.
  void best(const Exact& at, const Exact& value, bool open) {
    if (seen_ && !(best_ < value) && !(value == best_ && just_below_ && at == best_at_ && !open)) return;
    seen_ = true;
    best_ = value;
    best_at_ = at;
    just_below_ = open;
  }

  Exact target_, from_, to_;
  std::optional<Piece> last_;
  std::vector<TargetPlace> hits_;
  Exact best_{}, best_at_{};
  bool seen_ = false, just_below_ = false;
};

/// The count of units of 1/`parts` at or next to a place: nearest, the first not below it, or the last below it.
enum class Side : std::uint8_t { nearest, not_below, below };
std::int64_t grid(const Exact& place, std::int64_t parts, Side side) {
  const Exact counted = place * Exact::whole(parts);
  const Exact down = counted.whole_part_exact(Rounding::down);
  std::int64_t count = down.rounded(Rounding::down).value_or(0);
  switch (side) {
    case Side::nearest: return counted.rounded(Rounding::half_up).value_or(0);
    case Side::not_below: return down == counted ? count : count + 1;
    case Side::below: return down == counted ? count - 1 : count;
  }
  return count;
}

}  // namespace

Result<std::vector<Kink>> NetPicture::kinks_over_hours(Hours from, Hours to) const {
  if (auto wrong = wrong_ends(from, to, hours_in_a_week)) return std::move(*wrong);
  return kinks(Exact::of(from), Exact::of(to), Fact::from, pieces_over_hours(*terms_, citizen_));
}

Result<std::vector<Kink>> NetPicture::kinks_over_wage(Hours hours, Money from, Money to) const {
  if (auto wrong = wrong_ends(from, to, largest_amount)) return std::move(*wrong);
  return kinks(Exact::of(from), Exact::of(to), Fact::from, pieces_over_wage(*terms_, citizen_, hours, ceiling_follows_wage()));
}

namespace {

/// Walks, and works out the row of each place by `row`, which takes a count of 1/`parts`.
template <class Pieces, class Row>
Result<Targets> places(Money target, const Exact& from, const Exact& to, std::int64_t parts, Pieces pieces, Row row) {
  Search search(Exact::of(target), from, to);
  if (auto wrong = walk_along(from, to, Fact::target, pieces, [&](const Piece& p) { search.see(p); })) return *std::move(wrong);
  search.finish();
  Targets targets;
  for (TargetPlace& hit : search.hits()) {
    auto at = row(grid(hit.at, parts, hit.jumps ? Side::not_below : Side::nearest));
    if (!at) return std::move(at).error();
    hit.row = *std::move(at);
    targets.places.push_back(std::move(hit));
  }
  if (!targets.places.empty()) return targets;
  auto most = row(grid(search.best_at(), parts, search.just_below() ? Side::below : Side::nearest));
  if (!most) return std::move(most).error();
  targets.most = *std::move(most);
  return targets;
}

}  // namespace

Result<Targets> NetPicture::target_over_hours(Money target, Hours from, Hours to) const {
  if (auto wrong = wrong_ends(from, to, hours_in_a_week)) return std::move(*wrong);
  if (auto wrong = bounded(Fact::target, target, largest_amount)) return std::move(*wrong);
  auto found = places(target, Exact::of(from), Exact::of(to), 10'000, pieces_over_hours(*terms_, citizen_),
                      [&](std::int64_t count) { return at(Hours::of_ten_thousandths(count)); });
  if (!found || from != Hours{}) return found;
  // At 0 hours there is no job, but ledighedsydelse: its own point.
  auto& all = found->places;
  if (!all.empty() && all.front().at.is_zero()) all.erase(all.begin());
  auto without_job = at(Hours{});
  if (!without_job) return std::move(without_job).error();
  if (without_job->in_hand == target) all.insert(all.begin(), TargetPlace{.row = *without_job});
  if (!all.empty())
    found->most.reset();
  else if (!found->most || found->most->in_hand < without_job->in_hand)
    found->most = *without_job;
  return found;
}

Result<Targets> NetPicture::target_over_wage(Money target, Hours hours, Money from, Money to) const {
  if (auto wrong = wrong_ends(from, to, largest_amount)) return std::move(*wrong);
  if (auto wrong = bounded(Fact::target, target, largest_amount)) return std::move(*wrong);
  return places(target, Exact::of(from), Exact::of(to), 1, pieces_over_wage(*terms_, citizen_, hours, ceiling_follows_wage()),
                [&](std::int64_t wage) {
                  return at(Work{hours, citizen_.intensity, Money::oere(wage), false});
                });
}

}  // namespace fleks
