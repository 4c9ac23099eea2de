// expect: no match|invalid operands
#include <fleks/fleks.hpp>
using namespace fleks;
#ifdef FLEKS_CONTROL
Exact amount = Exact::of(Money::kroner(100)) * Exact::ratio(98, 100);
#else
auto amount = Money::kroner(100) * 0.98;
#endif
