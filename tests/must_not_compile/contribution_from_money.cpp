// expect: conver
#include <fleks/fleks.hpp>
using namespace fleks;
#ifdef FLEKS_CONTROL
Contribution own = Contribution::of(Money::kroner(500));
#else
Contribution own = Money::kroner(500);
#endif
