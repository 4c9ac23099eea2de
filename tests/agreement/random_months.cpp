#include <doctest/doctest.h>

#include "agreement/agreement.hpp"
#include "agreement/random_month.hpp"

// Every amount of the statement, over all facts, forms, options and periods, against the rulebook written a second time
// in rational numbers.
TEST_CASE("a million random months agree with the oracle on every amount") {
  agreement::RandomMonth random(20260101);
  agreement::Comparison compare;
  for (int i = 0; i < agreement::rounds(1'000'000); ++i) {
    const auto [facts, options] = random.next();
    compare(facts, options);
  }
  MESSAGE(compare.months() << " months, " << compare.wrong() << " of them different");
  CHECK(compare.wrong() == 0);
}
