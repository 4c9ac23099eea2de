// expect: conver
#include <fleks/fleks.hpp>
using namespace fleks;
#ifdef FLEKS_CONTROL
Month of(Date date) { return month_of(date); }
#else
Month of(Date date) { return date; }
#endif
