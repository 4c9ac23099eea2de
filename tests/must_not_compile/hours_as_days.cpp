// expect: conver|matching
#include <fleks/fleks.hpp>
using namespace fleks;
#ifdef FLEKS_CONTROL
Days days = Days::whole(5);
#else
Days days = Hours::whole(5);
#endif
