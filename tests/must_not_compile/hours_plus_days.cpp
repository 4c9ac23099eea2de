// expect: no match|invalid operands
#include <fleks/fleks.hpp>
using namespace fleks;
#ifdef FLEKS_CONTROL
Exact sum = Exact::of(Hours::whole(5)) + Exact::of(Hours::whole(2));
#else
auto sum = Hours::whole(5) + Days::whole(2);
#endif
