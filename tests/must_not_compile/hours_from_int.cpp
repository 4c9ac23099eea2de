// expect: conver|matching
#include <fleks/fleks.hpp>
using namespace fleks;
#ifdef FLEKS_CONTROL
Hours hours = Hours::whole(37);
#else
Hours hours = 37;
#endif
