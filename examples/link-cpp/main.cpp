// A month's fleksløntilskud, explained as it can be sent on: in C++, linked with an installed fleks.
#include <fleks/fleks.hpp>

#include <iostream>

int main() {
  using namespace std::chrono_literals;

  fleks::MonthFacts facts{.month = 2024y / 3, .pay = fleks::Pay::am_income(fleks::Money::kroner(15'600))};
  facts.ceiling = fleks::Ceiling::stated(fleks::Money::kroner(32'067));

  const auto month = fleks::explained(facts, fleks::RateTable::embedded());
  if (!month) {
    std::cerr << fleks::message(month.error(), fleks::Language::danish) << '\n';
    return 1;
  }
  std::cout << fleks::breakdown(*month, fleks::Language::danish);
}
