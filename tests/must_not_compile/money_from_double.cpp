// expect: private|matching|conver
#include <fleks/fleks.hpp>
using namespace fleks;
#ifdef FLEKS_CONTROL
Money amount = Money::oere(1560050);
#else
Money amount{15600.50};
#endif
