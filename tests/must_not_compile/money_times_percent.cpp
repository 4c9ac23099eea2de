// expect: no match|invalid operands
#include <fleks/fleks.hpp>
using namespace fleks;
#ifdef FLEKS_CONTROL
Exact share = Exact::of(Money::kroner(100)) * Exact::of(Percent::whole(98));
#else
auto share = Money::kroner(100) * Percent::whole(98);
#endif
