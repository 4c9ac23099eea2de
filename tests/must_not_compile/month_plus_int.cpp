// expect: no match|invalid operands
#include <fleks/fleks.hpp>
using namespace fleks;
#ifdef FLEKS_CONTROL
Month next(Month month) { return month_after(month); }
#else
Month next(Month month) { return month + 1; }
#endif
