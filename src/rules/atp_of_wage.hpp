#pragma once

#include <array>

#include <fleks/facts/options.hpp>

#include "rates/rate_reader.hpp"
#include "rules/concepts.hpp"
#include "rules/number.hpp"
#include "rules/watch.hpp"

// ATP of the wage (rulebook 6): steps by paid hours a month.

namespace fleks::law {

/// The contributions of the bands, from 39, 78 and 117 hours a month; below 39 there are none.
template <class Rate>
struct AtpBandsOf {
  static constexpr std::array from_hours{39, 78, 117};
  static constexpr std::array own_keys{RateKey::atp_wage_own_39h_month, RateKey::atp_wage_own_78h_month, RateKey::atp_wage_own_117h_month};
  static constexpr std::array employer_keys{RateKey::atp_wage_employer_39h_month, RateKey::atp_wage_employer_78h_month,
                                            RateKey::atp_wage_employer_117h_month};
  static constexpr std::array full_keys{RateKey::atp_wage_c_month, RateKey::atp_wage_d_month, RateKey::atp_wage_e_month,
                                        RateKey::atp_wage_f_month};
  std::array<Rate, from_hours.size()> own{};
  std::array<Rate, from_hours.size()> employer{};

  template <class Reader>
  static AtpBandsOf of(Reader& read, AtpContribution contribution) {
    AtpBandsOf bands;
    for (std::size_t band = 0; band < from_hours.size(); ++band) {
      if (contribution == AtpContribution::a) {
        bands.own[band] = read(own_keys[band]);
        bands.employer[band] = read(employer_keys[band]);
      } else {
        // The others are a whole contribution a month, by the same bands in thirds; a third of it is own.
        const Rate third = read(full_keys[static_cast<std::size_t>(contribution) - 1]) * Exact::ratio(static_cast<int>(band) + 1, 9);
        bands.own[band] = third;
        bands.employer[band] = third + third;
      }
    }
    return bands;
  }
};

using AtpBands = AtpBandsOf<Exact>;

template <class N>
struct AtpOfWage {
  N own{}, employer{};
};

/// Own and employer's ATP of the wage: of the highest band whose hours are reached.
template <class N, class Rate, Watcher W>
AtpOfWage<N> atp_of_wage(const AtpBandsOf<Rate>& bands, const N& paid_hours_a_month, W& watch) {
  AtpOfWage<N> atp;
  for (std::size_t band = 0; band < bands.own.size(); ++band) {
    const N beyond = paid_hours_a_month - N(Exact::whole(AtpBands::from_hours[band]));
    atp.own = if_not_negative(Cause::atp_band, beyond, N(bands.own[band]), atp.own);
    atp.employer = if_not_negative(Cause::atp_band, beyond, N(bands.employer[band]), atp.employer);
  }
  if constexpr (W::watching) {
    using enum steps::AtpOfWage::Wording;
    std::size_t bands_reached = 0;
    while (bands_reached < bands.own.size() && exact(paid_hours_a_month) >= Exact::whole(AtpBands::from_hours[bands_reached]))
      ++bands_reached;
    Step& step =
        watch.step(atp.own, steps::AtpOfWage{.paid_hours = exact(paid_hours_a_month), .wording = bands_reached > 0 ? by_band : few_hours});
    if (bands_reached > 0) by_rates(step, {AtpBands::own_keys[bands_reached - 1]});
  }
  return atp;
}

}  // namespace fleks::law
