// expect: no matching|too few
#include <fleks/fleks.hpp>
using namespace fleks;
#ifdef FLEKS_CONTROL
auto rounded(const Exact& x) { return x.round(Rounding::half_up); }
#else
auto rounded(const Exact& x) { return x.round(); }
#endif
