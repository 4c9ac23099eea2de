#pragma once

#include "rules/number.hpp"
#include "rules/watch.hpp"

// ATP of the wage (rulebook 6): steps by paid hours a month.

namespace fleks::law {

/// The contributions of the bands, from 39, 78 and 117 hours a month; below 39 there are none.
struct AtpBands {
  static constexpr std::array<int, 3> from_hours{39, 78, 117};
  static constexpr std::array<RateKey, 3> own_keys{RateKey::atp_wage_own_39h_month, RateKey::atp_wage_own_78h_month, RateKey::atp_wage_own_117h_month};
  static constexpr std::array<RateKey, 3> employer_keys{RateKey::atp_wage_employer_39h_month, RateKey::atp_wage_employer_78h_month,
                                                        RateKey::atp_wage_employer_117h_month};
  std::array<Exact, 3> own{};
  std::array<Exact, 3> employer{};
};

template <class N>
N by_band(const std::array<Exact, 3>& contributions, const N& paid_hours_a_month) {
  N contribution{};
  for (std::size_t band = 0; band < contributions.size(); ++band)
    contribution = if_not_negative(Cause::atp_band, paid_hours_a_month - N(Exact::whole(AtpBands::from_hours[band])), N(contributions[band]), contribution);
  return contribution;
}

/// Own ATP of the wage. Operand of the step: paid hours a month.
template <class N, class Watch>
N own_atp_of_wage(const AtpBands& bands, const N& paid_hours_a_month, Watch& watch) {
  const N own = by_band(bands.own, paid_hours_a_month);
  if constexpr (Watch::watching) {
    Step& step = watch.step(Rule::ATP, own, paid_hours_a_month);
    for (std::size_t band = 0; band < 3; ++band)
      if (paid_hours_a_month >= Exact::whole(AtpBands::from_hours[band])) {
        step.rate_keys[0] = AtpBands::own_keys[band];
        step.rate_count = 1;
      }
  }
  return own;
}

/// The employer's ATP of the wage.
template <class N>
N employer_atp_of_wage(const AtpBands& bands, const N& paid_hours_a_month) {
  return by_band(bands.employer, paid_hours_a_month);
}

}  // namespace fleks::law
