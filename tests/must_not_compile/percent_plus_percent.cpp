// expect: no match|invalid operands
#include <fleks/fleks.hpp>
using namespace fleks;
#ifdef FLEKS_CONTROL
Exact sum = Exact::of(Percent::whole(30)) + Exact::of(Percent::whole(25));
#else
auto sum = Percent::whole(30) + Percent::whole(25);
#endif
