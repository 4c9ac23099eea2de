// expect: conver
#include <fleks/fleks.hpp>
using namespace fleks;
#ifdef FLEKS_CONTROL
Exact amount = Exact::of(Money::kroner(5));
#else
Exact amount = Money::kroner(5);
#endif
