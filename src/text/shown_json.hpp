#pragma once

#include <string>

namespace fleks {

/// What `shown` keeps from people, in a finished JSON text as `\u009b`: the same data, and nothing that a terminal obeys.
[[nodiscard]] std::string shown_json(std::string json);

}  // namespace fleks
