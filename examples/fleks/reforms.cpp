#include "reforms.hpp"

namespace program {

using namespace fleks;

Option reform_option(bool repeatable) {
  return {"--reform",
          {"FIL", "FILE"},
          {repeatable ? "en reform (JSON), regnet ved siden af gældende regler;\nkan gives flere gange"
                      : "regn efter en reform (JSON); hvert ændret trin mærkes",
           repeatable ? "a reform (JSON), computed beside the rules in force;\nmay be given several times"
                      : "compute under a reform (JSON); each changed step is marked"},
          repeatable};
}

std::vector<Reform> read_reforms(const Arguments& arguments) {
  std::vector<Reform> reforms;
  for (const std::string& path : arguments.all("--reform")) {
    const std::string folder = path.substr(0, path.rfind('/') + 1);
    auto reform = read_reform(read_file("--reform", path), [&](std::string_view name) -> Result<std::string> {
      return read_file("--reform", name.starts_with('/') ? std::string(name) : folder + std::string(name));
    });
    if (!reform) throw Stop{std::move(reform).error(), "--reform " + path};
    for (const Reform& other : reforms)
      if (other.id == reform->id) throw Stop{{.code = ErrorCode::duplicate, .field = "id", .given = other.id}, "--reform " + path};
    reforms.push_back(*std::move(reform));
  }
  return reforms;
}

}  // namespace program
