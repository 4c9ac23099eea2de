// expect: deleted
#include <fleks/fleks.hpp>
using namespace fleks;
#ifdef FLEKS_CONTROL
Money amount = Money::oere(50);
#else
Money amount = Money::oere(0.5);
#endif
