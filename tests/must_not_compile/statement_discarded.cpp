// expect: nodiscard|discard|unused
#include <fleks/fleks.hpp>
using namespace fleks;
#pragma GCC diagnostic error "-Wunused-result"
#ifdef FLEKS_CONTROL
bool right(const MonthFacts& facts, const RateTable& rates) { return fleksloentilskud(facts, rates).has_value(); }
#else
void right(const MonthFacts& facts, const RateTable& rates) { fleksloentilskud(facts, rates); }
#endif
