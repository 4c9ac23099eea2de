#pragma once

#include <algorithm>
#include <span>
#include <string_view>

#include "formula/symbol.hpp"

namespace fleks::law {

/// A formula while it is made: the facts that are named, and the steps.
class FormulaMaker {
 public:
  explicit FormulaMaker(std::span<const Fact> named) noexcept : named_(named) {}
  void step(std::string_view name, Rule rule, const Symbol& amount) {
    formula_.steps.push_back({name, rule, amount.node(expressions_), amount.pieces()});
  }

 protected:
  [[nodiscard]] bool is_named(Fact fact) const noexcept { return std::find(named_.begin(), named_.end(), fact) != named_.end(); }
  /// Its name; nothing where it is not named.
  Symbol fact(Fact fact, std::int64_t pieces = 1) {
    if (!is_named(fact)) return {};
    formula_.facts.push_back({fact, pieces});
    return {expressions_, expressions_.input(Formula::Op::fact, formula_.facts.size() - 1), pieces};
  }

  std::span<const Fact> named_;
  Formula formula_{};
  Expressions expressions_{formula_};
};

}  // namespace fleks::law
