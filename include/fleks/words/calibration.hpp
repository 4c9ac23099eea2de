#pragma once

#include <string>

#include <fleks/analysis/calibration.hpp>
#include <fleks/words/language.hpp>

namespace fleks {

/// What each target wanted, what came of it, and how far it is off, as a table; and whether all are within one in 10.000.
/// The share is rounded half up to four decimals, the rest is exact. It says that the persons are invented.
[[nodiscard]] std::string table(const CalibratedSample& sample, Language language);

}  // namespace fleks
