// expect: conver|matching
#include <fleks/fleks.hpp>
using namespace fleks;
#ifdef FLEKS_CONTROL
Exact half = Exact::ratio(1, 2);
#else
Exact half = 0.5;
#endif
