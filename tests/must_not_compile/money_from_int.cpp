// expect: conver|matching
#include <fleks/fleks.hpp>
using namespace fleks;
#ifdef FLEKS_CONTROL
Money amount = Money::oere(100);
#else
Money amount = 100;
#endif
