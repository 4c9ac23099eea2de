// expect: no match|invalid operands
#include <fleks/fleks.hpp>
using namespace fleks;
#ifdef FLEKS_CONTROL
Money sum = Money::kroner(100) + Money::oere(5);
#else
auto sum = Money::kroner(100) + Hours::whole(5);
#endif
