// expect: conver
#include <fleks/fleks.hpp>
using namespace fleks;
#ifdef FLEKS_CONTROL
Money amount() { return Money::parse("5").value(); }
#else
Money amount() { return Money::parse("5"); }
#endif
