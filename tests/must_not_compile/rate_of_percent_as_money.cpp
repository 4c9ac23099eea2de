// expect: conver
#include <fleks/fleks.hpp>
using namespace fleks;
#ifdef FLEKS_CONTROL
Result<Percent> low(const RatesOnDate& rates) { return rates.get<RateKey::taper_low_pct>(); }
#else
Result<Money> low(const RatesOnDate& rates) { return rates.get<RateKey::taper_low_pct>(); }
#endif
