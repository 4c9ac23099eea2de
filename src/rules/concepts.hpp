#pragma once

#include <concepts>

#include "rules/number.hpp"

// What a rule asks of its numbers and of who watches it; a new number type is told here what it lacks.

namespace fleks::law {

/// An amount the law can be computed in: it adds and takes away, and knows the law's own operations.
template <class N>
concept Number = std::default_initializable<N> && requires(const N& a, const N& b) {
  a + b;
  a - b;
  least(Cause::none, a, b);
  above(Cause::none, a, b);
  not_below_zero(Cause::none, a);
  if_positive(Cause::none, a, a, b);
  nearest_krone(a);
  nearest_oere(a);
};

/// Who watches a calculation; one that does not costs nothing.
template <class W>
concept Watcher = requires {
  { W::watching } -> std::convertible_to<bool>;
};

}  // namespace fleks::law
