#pragma once

// JSON for Modern C++ in a namespace of its own: a program that links the static library may have another one, or the same with other
// macros. Its parser alone is used: its values ask for memory to be taken apart, which ends the program where there is none.
#ifdef INCLUDE_NLOHMANN_JSON_HPP_
#error "include text/nlohmann.hpp in place of <nlohmann/json.hpp>"
#endif
#define NLOHMANN_JSON_NAMESPACE nlohmann::fleks_text
#define NLOHMANN_JSON_NAMESPACE_BEGIN \
  namespace nlohmann {                \
  inline namespace fleks_text {
#define NLOHMANN_JSON_NAMESPACE_END \
  }                                 \
  }

#include <nlohmann/json.hpp>
