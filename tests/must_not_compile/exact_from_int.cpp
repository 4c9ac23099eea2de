// expect: conver|matching
#include <fleks/fleks.hpp>
using namespace fleks;
#ifdef FLEKS_CONTROL
Exact two = Exact::whole(2);
#else
Exact two = 2;
#endif
