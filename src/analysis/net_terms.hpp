#pragma once

#include <optional>

#include <fleks/facts/year_facts.hpp>

#include "analysis/counted.hpp"
#include "rules/net_picture.hpp"

// A citizen's terms in the numbers that a curve is computed in: exact, and, where its amounts are whole in them, counted.

namespace fleks::law {

/// The same terms, counted.
class CountedTerms : public NetTermsOf<RateCount> {
 public:
  /// The rates of a day, of which none has more places than `RateCount`, nor the percentages.
  CountedTerms(const RatesOnDate& rates, const RateTable& table, const RatesNeeded& needed, const Citizen& citizen, bool of_senior);
  /// The rest of a citizen's terms. False where an amount has more places than `CountedAmount`: they then hold nothing.
  [[nodiscard]] bool complete(const NetTermsOf<Exact>& terms);
  /// Whether they hold work of so many paid hours at such a wage.
  [[nodiscard]] bool hold(const Exact& paid_hours, Money hourly_wage) const noexcept;
  /// Whether they hold lines too: those do not go in steps.
  [[nodiscard]] bool lines() const noexcept { return !with_daycare; }

 private:
  int decimals_ = 0;  // of an amount of whole hours
};

struct NetTerms : NetTermsOf<Exact> {
  // A constructor of its own: an aggregate would be cleared as a whole before it is written.
  NetTerms() noexcept {}  // NOLINT(modernize-use-equals-default)

  NetMonth<Exact> without_job;  // the same citizen on ledighedsydelse, before tax
  std::optional<CountedTerms> counted;
};

}  // namespace fleks::law
