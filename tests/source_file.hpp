#pragma once

#include <string>
#include <string_view>

/// The path of a file of the project. In one place, so that the other tests compile to the same in every checkout.
[[nodiscard]] std::string source_file(std::string_view path);
