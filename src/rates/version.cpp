#include <fleks/version.hpp>

namespace fleks {

std::string_view library_version() noexcept { return FLEKS_VERSION_TEXT; }

std::string rates_version(const RateTable& rates) { return rates.version(); }

}  // namespace fleks
