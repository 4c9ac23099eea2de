#pragma once

#include <optional>

#include "analysis/counted.hpp"
#include "rules/net_picture.hpp"

// A citizen's terms in the numbers that a curve is computed in: exact, and, where its amounts are whole in them, counted.

namespace fleks::law {

/// The same terms, counted.
class CountedTerms : public NetTermsOf<RateCount> {
 public:
  /// Nothing where a rate or an amount has more places than `CountedAmount`.
  [[nodiscard]] static std::optional<CountedTerms> of(const NetTermsOf<Exact>& terms);
  /// Whether they hold work of so many paid hours at such a wage.
  [[nodiscard]] bool hold(const Exact& paid_hours, Money hourly_wage) const noexcept;
  /// Whether they hold lines too: those do not go in steps.
  [[nodiscard]] bool lines() const noexcept { return !with_daycare; }

 private:
  explicit CountedTerms(const BenefitTerms& benefits) { static_cast<BenefitTerms&>(*this) = benefits; }
  int decimals_ = 0;  // of an amount of whole hours
};

struct NetTerms : NetTermsOf<Exact> {
  NetMonth<Exact> without_job;  // the same citizen on ledighedsydelse, before tax
  std::optional<CountedTerms> counted;
};

}  // namespace fleks::law
