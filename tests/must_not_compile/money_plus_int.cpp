// expect: no match|invalid operands
#include <fleks/fleks.hpp>
using namespace fleks;
#ifdef FLEKS_CONTROL
Money sum = Money::kroner(100) + Money::kroner(5);
#else
auto sum = Money::kroner(100) + 5;
#endif
