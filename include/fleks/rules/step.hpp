#pragma once

#include <array>
#include <cstdint>
#include <initializer_list>
#include <span>

#include <fleks/rates/rate_key.hpp>
#include <fleks/rules/rule.hpp>
#include <fleks/values/exact.hpp>

namespace fleks {

/// What a step's amount is counted in.
enum class StepUnit : std::uint8_t { kroner, hours, days, months };

/// One step of a calculation: which rule, what it gave, from what, by which rates.
///
/// Amounts of money are exact øre. `rests_on_choice` marks a step that comes out as it does because of an
/// option where the law's text leaves a choice. What it was computed from is kept in it and put into words by
/// `words/explanation.hpp`; inside the library each kind of step has its operands and wordings by name (src/rules/steps.hpp).
struct Step {
  Rule rule{};                         ///< which rule
  StepUnit unit{};                     ///< what the amount is counted in
  std::uint8_t kind = 0;               ///< which of the named steps; 0: none
  std::uint8_t wording = 0;            ///< which of that step's wordings fits
  bool rests_on_choice = false;        ///< an option decided it
  bool changed_by_reform = false;      ///< a reform changed the rule or a rate of it
  std::uint8_t rate_count = 0;         ///< how many of `rate_keys` hold
  std::array<RateKey, 3> rate_keys{};  ///< the rates that were used
  Exact amount{};                      ///< what the rule gave: exact øre, hours, days or months
  std::array<Exact, 4> operands{};     ///< from what, as its kind has them

  /// The rates that were used.
  [[nodiscard]] std::span<const RateKey> rates() const noexcept { return {rate_keys.data(), rate_count}; }
};

/// The steps of one calculation in their order. It holds them itself: writing one costs no allocation.
class Trace {
 public:
  /// The most steps a calculation writes.
  static constexpr std::size_t capacity = 40;
  /// Forgets every step.
  void clear() noexcept { count_ = 0; }
  /// The steps in order.
  [[nodiscard]] std::span<const Step> steps() const noexcept { return {steps_.data(), count_}; }
  /// The first step of a rule, or null.
  [[nodiscard]] const Step* find(Rule rule) const noexcept {
    for (const Step& step : steps())
      if (step.rule == rule) return &step;
    return nullptr;
  }
  /// The step at a place, which must be there (assert).
  [[nodiscard]] Step& step(std::size_t at) noexcept {
    assert(at < count_);
    return steps_[at];
  }
  /// The next step to fill in; a step beyond the capacity is a broken contract (assert).
  [[nodiscard]] Step& next() noexcept {
    assert(count_ < capacity);
    return steps_[count_ < capacity ? count_++ : capacity - 1];
  }

 private:
  std::size_t count_ = 0;
  std::array<Step, capacity> steps_{};
};

}  // namespace fleks
