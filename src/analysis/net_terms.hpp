#pragma once

#include <optional>

#include <fleks/facts/year_facts.hpp>

#include "rules/counted.hpp"
#include "rules/net_picture.hpp"

// A citizen's terms in the numbers that a curve is computed in: exact, and, where its amounts are whole in them, counted.

namespace fleks::law {

/// How a month can be worked out: in fractions, counted, or counted with what is before tax in the narrow count.
enum class Held : std::uint8_t { not_counted, counted, narrow };

/// A month before tax in the numbers that its tax is worked out in.
template <class N, class Narrow>
NetMonth<N> widened(const NetMonth<Narrow>& m) {
  NetMonth<N> wide;
  wide.gross_pay = N(m.gross_pay);
  wide.own_pension = N(m.own_pension);
  wide.employer_pension = N(m.employer_pension);
  wide.wage_atp_own = N(m.wage_atp_own);
  wide.wage_atp_employer = N(m.wage_atp_employer);
  wide.fleksloentilskud = N(m.fleksloentilskud);
  wide.subsidy_atp_own = N(m.subsidy_atp_own);
  return wide;
}

/// The same terms, counted.
class CountedTerms : public NetTermsOf<RateCount> {
 public:
  /// The rates of a day, of which none has more places than `RateCount`, nor the percentages.
  CountedTerms(const RatesOnDate& rates, const RateTable& table, const RatesNeeded& needed, const Citizen& citizen, bool of_senior);
  /// The rest of a citizen's terms. False where an amount has more places than `CountedAmount`: they then hold nothing.
  [[nodiscard]] bool complete(const NetTermsOf<Exact>& terms);
  /// In which count they hold work of so many paid hours at such a wage.
  [[nodiscard]] Held held(const Exact& paid_hours, Money hourly_wage) const noexcept;
  /// What a month before tax is worked out from, where they hold it in the narrow count.
  [[nodiscard]] const WorkTermsOf<NarrowRate>& narrow() const noexcept { return narrow_; }
  /// Whether they hold lines too: those do not go in steps.
  [[nodiscard]] bool lines() const noexcept { return !with_daycare; }

 private:
  int decimals_ = 0, decimals_before_tax_ = 0;  // of an amount of whole hours
  bool has_narrow_ = false;
  WorkTermsOf<NarrowRate> narrow_;
};

struct NetTerms : NetTermsOf<Exact> {
  // A constructor of its own: an aggregate would be cleared as a whole before it is written.
  NetTerms() noexcept {}  // NOLINT(modernize-use-equals-default)

  NetMonth<Exact> without_job;  // the same citizen on ledighedsydelse, before tax
  std::optional<CountedTerms> counted;
};

}  // namespace fleks::law
