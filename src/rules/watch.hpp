#pragma once

#include <initializer_list>

#include <fleks/rules/step.hpp>

#include "rules/number.hpp"
#include "rules/scaled.hpp"

namespace fleks::law {

/// Writes each step to a trace.
class Tracer {
 public:
  static constexpr bool watching = true;
  explicit Tracer(Trace& trace) noexcept : trace_(trace) {}

  /// A step with its amount and operands, in whatever numbers the rule was computed.
  template <class Amount, class... Operands>
  Step& step(Rule rule, const Amount& amount, const Operands&... operands) noexcept {
    static_assert(sizeof...(operands) <= 4);
    Step& step = trace_.next();
    step.rule = rule;
    step.unit = StepUnit::kroner;
    step.variant = 0;
    step.rests_on_choice = step.changed_by_reform = false;
    step.amount = exact(amount);
    step.operand_count = sizeof...(operands);
    step.rate_count = 0;
    [[maybe_unused]] std::size_t at = 0;
    ((step.operands[at++] = exact(operands)), ...);
    return step;
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
