// expect: no match|invalid operands
#include <fleks/fleks.hpp>
using namespace fleks;
#ifdef FLEKS_CONTROL
bool equal = Percent::whole(5) == Percent::whole(5);
#else
bool equal = Money::oere(5) == Percent::whole(5);
#endif
