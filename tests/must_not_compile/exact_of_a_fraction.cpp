// expect: deleted
#include <fleks/fleks.hpp>
using namespace fleks;
#ifdef FLEKS_CONTROL
Exact half = Exact::ratio(1, 2);
#else
Exact half = Exact::ratio(0.5, 1);
#endif
