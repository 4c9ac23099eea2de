// expect: conver
#include <fleks/fleks.hpp>
using namespace fleks;
#ifdef FLEKS_CONTROL
Money rounded(const Exact& x) { return x.round(Rounding::half_up).value(); }
#else
Money rounded(const Exact& x) { return x; }
#endif
