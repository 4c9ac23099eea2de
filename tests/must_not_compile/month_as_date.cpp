// expect: conver
#include <fleks/fleks.hpp>
using namespace fleks;
#ifdef FLEKS_CONTROL
Date begin(Month month) { return first_day(month); }
#else
Date begin(Month month) { return month; }
#endif
