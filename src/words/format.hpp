#pragma once

// fmt, compiled once in format.cpp, without binary fractions, and in a namespace of its own: a program that links
// fleks may have any fmt.
#define FMT_BEGIN_NAMESPACE \
  namespace fmt {           \
  inline namespace fleks_words {
#define FMT_END_NAMESPACE \
  }                       \
  }
#define FMT_USE_FLOAT 0
#define FMT_USE_DOUBLE 0
#define FMT_USE_LONG_DOUBLE 0
#define FMT_USE_FLOAT128 0

#include <fmt/format.h>
