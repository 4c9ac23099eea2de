// expect: conver
#include <fleks/fleks.hpp>
using namespace fleks;
#ifdef FLEKS_CONTROL
Result<Money> base(const RatesOnDate& rates) { return rates.get<RateKey::fleksloentilskud_max_month>(); }
#else
Result<Hours> base(const RatesOnDate& rates) { return rates.get<RateKey::fleksloentilskud_max_month>(); }
#endif
