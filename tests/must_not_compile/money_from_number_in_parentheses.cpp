// expect: private|matching
#include <fleks/fleks.hpp>
using namespace fleks;
#ifdef FLEKS_CONTROL
Money amount = Money::kroner(100);
#else
Money amount(100);
#endif
