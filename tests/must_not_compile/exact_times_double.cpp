// expect: no match|invalid operands
#include <fleks/fleks.hpp>
using namespace fleks;
#ifdef FLEKS_CONTROL
Exact product(const Exact& x) { return x * Exact::ratio(3, 10); }
#else
auto product(const Exact& x) { return x * 0.3; }
#endif
