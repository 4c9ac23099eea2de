// expect: conver|no match|no viable
#include <fleks/fleks.hpp>
using namespace fleks;
#ifdef FLEKS_CONTROL
void paid(MonthFacts& facts) { facts.paid_hours = Hours::whole(78); }
#else
void paid(MonthFacts& facts) { facts.paid_hours = 78; }
#endif
