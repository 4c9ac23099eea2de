// expect: nodiscard|discard|unused
#include <fleks/fleks.hpp>
using namespace fleks;
#pragma GCC diagnostic error "-Wunused-result"
#ifdef FLEKS_CONTROL
Result<Money> parsed() { return Money::parse("5"); }
#else
void parsed() { Money::parse("5"); }
#endif
