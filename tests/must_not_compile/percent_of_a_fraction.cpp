// expect: deleted
#include <fleks/fleks.hpp>
using namespace fleks;
#ifdef FLEKS_CONTROL
Percent share = Percent::whole(12);
#else
Percent share = Percent::whole(12.11);
#endif
