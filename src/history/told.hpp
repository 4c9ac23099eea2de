#pragma once

#include <initializer_list>

#include <fleks/history/case_statement.hpp>

// Who watches a month of a case being computed: nobody, or who writes its facts and steps down.

namespace fleks::history {

/// Nobody is told.
struct NotTold {
  static constexpr bool watching = false;
  void fact(FactUsed::Kind, std::size_t, const Exact&) noexcept {}
};

/// Writes the facts and steps of a month down.
class Told {
 public:
  static constexpr bool watching = true;
  void about(CaseMonth& month) noexcept { month_ = &month; }

  /// A fact that the month is computed from, and what of it counts.
  void fact(FactUsed::Kind kind, std::size_t index, const Exact& amount) {
    fact({kind, static_cast<std::uint32_t>(index), 0, amount, false});
  }
  void fact(const FactUsed& used) { month_->facts.push_back(used); }

  /// A step beside those of the month's own rules. What the operands and wordings are stands in words/steps_case.cpp.
  Step& step(Rule rule, const Exact& amount, std::initializer_list<Exact> operands = {}, std::uint8_t variant = 0) {
    Step& step = month_->steps.emplace_back();
    step.rule = rule;
    step.amount = amount;
    step.variant = variant;
    for (const Exact& operand : operands) step.operands[step.operand_count++] = operand;
    return step;
  }
  Step& choice(Rule rule, const Exact& amount, std::initializer_list<Exact> operands = {}, std::uint8_t variant = 0) {
    Step& made = step(rule, amount, operands, variant);
    made.rests_on_choice = true;
    return made;
  }

  /// Where the month's own rules write their steps, and what takes them over.
  Trace trace{};
  void take_over_trace() { month_->steps.insert(month_->steps.end(), trace.steps().begin(), trace.steps().end()); }

 private:
  CaseMonth* month_ = nullptr;
};

}  // namespace fleks::history
