#include "source_file.hpp"

std::string source_file(std::string_view path) { return std::string(FLEKS_SOURCE_DIR).append(path); }
