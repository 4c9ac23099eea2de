#pragma once

#include <initializer_list>

#include <fleks/rules/step.hpp>

#include "rules/number.hpp"
#include "rules/scaled.hpp"
#include "rules/steps.hpp"

namespace fleks::law {

/// Writes each step to a trace.
class Tracer {
 public:
  static constexpr bool watching = true;
  explicit Tracer(Trace& trace) noexcept : trace_(trace) {}

  /// A step with its amount, in whatever numbers the rule was computed.
  template <class Amount, steps::Named S>
  Step& step(const Amount& amount, const S& s) noexcept {
    return steps::write(trace_.next(), exact(amount), s);
  }
  /// Calls `visit` for each step so far.
  template <class Visit>
  void each(Visit visit) noexcept {
    for (std::size_t i = 0; i < trace_.steps().size(); ++i) visit(trace_.step(i));
  }

 private:
  Trace& trace_;
};

inline Step& by_rates(Step& step, std::initializer_list<RateKey> keys) noexcept {
  for (const RateKey key : keys) step.rate_keys[step.rate_count++] = key;
  return step;
}

}  // namespace fleks::law
