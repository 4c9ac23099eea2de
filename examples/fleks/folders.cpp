#include "folders.hpp"

#include <dirent.h>
#include <sys/stat.h>

#include <memory>

#include "command.hpp"

namespace program {

using namespace fleks;

bool is_folder(const std::string& path) {
  struct stat about {};
  return stat(path.c_str(), &about) == 0 && S_ISDIR(about.st_mode);
}

void each_file(const std::string& path, const std::function<void(const std::string&)>& use) {
  struct stat about {};
  if (path == "-" || stat(path.c_str(), &about) != 0 || !S_ISDIR(about.st_mode)) return use(path);
  DIR* folder = opendir(path.c_str());
  if (folder == nullptr) throw Stop{{.code = ErrorCode::cannot_read, .field = "FIL", .given = path, .allowed = FileTrouble::not_allowed}};
  const std::unique_ptr<DIR, int (*)(DIR*)> closes(folder, closedir);
  while (const dirent* entry = readdir(folder)) {
    const std::string name = entry->d_name, inside = path + "/" + name;
    if (name.starts_with('.') || lstat(inside.c_str(), &about) != 0) continue;
    if (S_ISDIR(about.st_mode))
      each_file(inside, use);
    else if (name.ends_with(".json"))
      use(inside);
  }
}

}  // namespace program
