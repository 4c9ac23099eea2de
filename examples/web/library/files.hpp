#pragma once

#include <map>
#include <string>

// A page has no disk: what its user has chosen stands here by name.

namespace page {

[[nodiscard]] std::map<std::string, std::string, std::less<>>& files();

}  // namespace page
