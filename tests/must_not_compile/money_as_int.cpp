// expect: conver
#include <fleks/fleks.hpp>
using namespace fleks;
#ifdef FLEKS_CONTROL
std::int64_t count = Money::kroner(100).in_oere();
#else
std::int64_t count = Money::kroner(100);
#endif
