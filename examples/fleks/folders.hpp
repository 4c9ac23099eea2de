#pragma once

#include <functional>
#include <string>

// Files that are named by their folder.

namespace program {

/// Each `.json` file of a folder and of the folders in it, in the order in which the system tells of them, so that a million of
/// them take no more memory than one. What is no folder is used as it is.
void each_file(const std::string& path, const std::function<void(const std::string&)>& use);

/// Each name in a folder, in the order in which the system tells of them. Gives what the system says is wrong with it, 0 if nothing is;
/// refused memory stops.
[[nodiscard]] int each_name(const std::string& folder, const std::function<void(const std::string&)>& use);

/// Whether a path is a folder.
[[nodiscard]] bool is_folder(const std::string& path);

}  // namespace program
