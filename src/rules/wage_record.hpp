#pragma once

#include <fleks/facts/case.hpp>
#include <fleks/values/exact.hpp>

// FLT-5: what a record of the income register says of the pay.

namespace fleks::law {

/// FLT-5: the pay that pension in per cent is of: field 13 is what is left after own pension, so it is divided by the rest.
/// Own pension of all of it leaves no pay to find it from: then the pay is field 13.
[[nodiscard]] inline Exact pay_before_own_pension(const WageRecord& wage) {
  const Exact after = Exact::of(wage.am_income - wage.benefits_in_kind - wage.gifts);
  const Exact rest = Exact::whole(1) - (wage.own_pension_share ? Exact::of(*wage.own_pension_share) : Exact{});
  return rest.is_positive() ? after / rest : after;
}

}  // namespace fleks::law
