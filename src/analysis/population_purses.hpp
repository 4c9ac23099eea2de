#pragma once

#include <cstdint>

#include <fleks/rates/rate_table.hpp>
#include <fleks/statement/batch.hpp>

#include "rates/rate_reader.hpp"
#include "rules/municipal_refund.hpp"

// What a row of a population costs municipality and state: KOM-1, KOM-7, KOM-10, by one count of weeks for all rows.

namespace fleks {

class PurseTerms {
 public:
  struct Costs {
    std::int64_t municipality = 0, state = 0;
  };

  static Result<PurseTerms> of(Month month, const RateTable& rates, int benefit_weeks) {
    PurseTerms t;
    const std::size_t step = law::refund_step(benefit_weeks);
    const RatesOnDate on = rates.on(month);
    RateReader fetch(on);
    t.share_ = fetch(law::refund_keys[step]);
    t.last_step_ = step == law::refund_steps - 1;
    t.base_ = fetch(RateKey::fleksloentilskud_max_month);
    t.fleksbidrag_ = {fetch(RateKey::fleksbidrag_share_pct), fetch(RateKey::fleksbidrag_max_month), fetch(RateKey::fleksbidrag_wage_pct)};
    if (fetch.failed()) return fetch.error();
    return t;
  }

  /// Whole øre; the wage without pension. Public ATP that is not known is left out.
  [[nodiscard]] Costs of_row(std::int64_t subsidy, std::int64_t wage, std::int64_t public_atp, std::int64_t obligatory_pension) const {
    if (subsidy == 0) return {0, obligatory_pension + (public_atp == not_known ? 0 : public_atp)};
    law::Untraced nobody;
    const Exact refund = Exact::whole(subsidy) * share_;
    const Exact more = last_step_ ? law::fleksbidrag({.base = base_, .refund = refund, .wage = Exact::whole(wage)}, fleksbidrag_,
                                                     FleksbidragBase::after_refund, nobody)
                                  : Exact{};
    const std::int64_t back = refund.rounded(Rounding::half_up).value_or(0) + more.rounded(Rounding::half_up).value_or(0);
    return {subsidy - back, back + obligatory_pension + (public_atp == not_known ? 0 : public_atp)};
  }

 private:
  Exact share_{}, base_{};
  bool last_step_ = false;
  law::FleksbidragRates fleksbidrag_{};
};

}  // namespace fleks
