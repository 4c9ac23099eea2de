#pragma once

#include <functional>
#include <string>
#include <vector>

#include <fleks/words/rate_impact.hpp>

#include "command.hpp"

namespace program {

/// Each case of the files, in their order and on every core, and what another table of rates, or this version of the library, changes in
/// it. What changes nothing is counted, and not kept. `text_of` reads a file.
struct Impacts {
  std::vector<fleks::CaseImpact> cases{};
  fleks::ImpactCount count{};
};
[[nodiscard]] Impacts impacts(const std::vector<std::string>& paths, const fleks::ImpactQuestion& question, fleks::Language language,
                              const std::function<std::string(const std::string& path)>& text_of);

/// The paths of the JSON files of a folder and the folders in it, or of a file itself, in the order of their names.
[[nodiscard]] std::vector<std::string> sorted_files(const std::string& path);

/// fleks case --batch FOLDER --rates NEW --against OLD: which months of which cases another table of rates changes, and by how much.
/// The exit code: 1 when a case could not be read or computed.
[[nodiscard]] int impact_of_rates(const Arguments& arguments, Output& out);

}  // namespace program
