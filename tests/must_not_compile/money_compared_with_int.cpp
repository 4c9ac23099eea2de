// expect: no match|invalid operands
#include <fleks/fleks.hpp>
using namespace fleks;
#ifdef FLEKS_CONTROL
bool any = Money::kroner(100) > Money{};
#else
bool any = Money::kroner(100) > 0;
#endif
