#pragma once

#include <algorithm>

#include <fleks/history/case_statement.hpp>

#include "rules/steps.hpp"

// Who watches a month of a case being computed: nobody, or who writes its facts and steps down.

namespace fleks::history {

/// Untraced is told.
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
    fact({kind, static_cast<std::uint32_t>(index), 0, amount, Counts::yes});
  }
  /// The same once, though both benefits rest on it.
  void fact(const FactUsed& used) {
    if (std::find(month_->facts.begin(), month_->facts.end(), used) == month_->facts.end()) month_->facts.push_back(used);
  }

  /// A step beside those of the month's own rules.
  template <steps::Named S>
  Step& step(const Exact& amount, const S& s) {
    return steps::write(month_->steps.emplace_back(), amount, s);
  }
  /// A step that rests on a choice.
  template <steps::Named S>
  Step& choice(const Exact& amount, const S& s) {
    Step& made = step(amount, s);
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
