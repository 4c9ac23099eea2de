// expect: conver|matching
#include <fleks/fleks.hpp>
using namespace fleks;
#ifdef FLEKS_CONTROL
Percent share = Percent::of_ten_thousandths(121100);
#else
Percent share = 12.11;
#endif
