#pragma once

#include <string_view>

#include <fleks/errors/result.hpp>
#include <fleks/facts/effort.hpp>

namespace fleks {

/// An effort from its file (JSON). A number may be a range, `{"from": 5, "to": 15}` with `"likely"` and `"assumed": true` where
/// wanted, or the text `5..15`. Errors name the field's path, what was given and what is allowed.
/// Example: `{"from": "2016-01", "months": 48, "participants": 100, "outcomes": [{"to": "fleksjob", "pct": "35..73", …}]}`.
[[nodiscard]] Result<Effort> read_effort(std::string_view json);

}  // namespace fleks
