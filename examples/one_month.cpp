// One month's fleksløntilskud from C++: the amount, the step that decided it, and the whole text.

#include <fleks/fleks.hpp>

#include <iostream>

int main() {
  using namespace std::chrono_literals;

  fleks::MonthFacts facts{.month = 2020y / 6, .pay = fleks::Pay::am_income(fleks::Money::kroner(16'000))};
  facts.ceiling = fleks::Ceiling::stated(fleks::Money::kroner(23'545));

  const auto month = fleks::explained(facts, fleks::RateTable::embedded());
  if (!month) {
    std::cerr << fleks::message(month.error(), fleks::Language::english) << '\n';
    return 1;
  }
  std::cout << fleks::to_text(month->statement.fleksloentilskud) << '\n';
  if (const fleks::Step* step = month->trace.find(fleks::Rule::FLT_11))
    std::cout << fleks::in_words(*step, month->rates_in_force(), fleks::Language::english) << '\n';
}
