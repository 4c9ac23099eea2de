#pragma once

#include <cstdint>

namespace fleks {

/// How an exact amount becomes a whole number. There is no default: every rounding is named.
///
///                      2,5   2,4   -2,4   -2,5   -2,6
enum class Rounding : std::uint8_t {
  half_up,      //         3     2     -2     -2     -3   ties towards plus infinity: the law's "nearest"
  half_even,    //         2     2     -2     -2     -3
  down,         //         2     2     -3     -3     -3   towards minus infinity
  up,           //         3     3     -2     -2     -2   towards plus infinity
  toward_zero,  //         2     2     -2     -2     -2   "bortset fra øre"
  never,        //       error error  error  error  error  only what is whole already passes
};

}  // namespace fleks
