// The smallest honest use of the library: a month's fleksløntilskud by the embedded rates.
#include <fleks/fleks.hpp>
#include <iostream>

int main() {
  using namespace fleks;
  const MonthFacts facts{.month = Month{std::chrono::year{2024}, std::chrono::March},
                         .pay = Pay::am_income(Money::kroner(15'600)),
                         .ceiling = Ceiling::stated(Money::kroner(32'067))};
  const auto statement = fleksloentilskud(facts, RateTable::embedded());
  if (!statement) return 1;
  std::cout << to_text(statement->fleksloentilskud) << '\n';
  return statement->fleksloentilskud == Money::kroner(15'272) ? 0 : 1;
}
