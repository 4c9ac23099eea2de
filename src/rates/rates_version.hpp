#pragma once

#include <span>
#include <string>

#include <fleks/rates/rate_table.hpp>

namespace fleks {

/// The name of a table by its rows, by key and date: the last day that its highest fleksløntilskud holds, and the first twelve digits of
/// the SHA-256 of all rows. The generator writes that of the embedded table, so that no program works it out as it begins.
[[nodiscard]] std::string version_of(std::span<const Rate> rows);

}  // namespace fleks
