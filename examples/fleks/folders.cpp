#include "folders.hpp"

#include <dirent.h>
#include <sys/stat.h>

#include <cerrno>
#include <memory>
#include <new>

#include "command.hpp"

namespace program {

using namespace fleks;

bool is_folder(const std::string& path) {
  struct stat about {};
  return stat(path.c_str(), &about) == 0 && S_ISDIR(about.st_mode);
}

int each_name(const std::string& path, const std::function<void(const std::string&)>& use) {
  const std::unique_ptr<DIR, int (*)(DIR*)> folder(opendir(path.c_str()), closedir);
  int why = folder ? 0 : errno;
  while (why == 0) {
    errno = 0;
    const dirent* entry = readdir(folder.get());
    if (entry == nullptr) {
      why = errno;
      break;
    }
    const std::string name = entry->d_name;
    if (name != "." && name != "..") use(name);
  }
  if (why == ENOMEM) throw std::bad_alloc();
  return why;
}

namespace {

/// A folder of which a part cannot be read is not taken for a smaller one.
[[noreturn]] void cannot_read_folder(const std::string& path, int why) {
  if (why == ENOMEM) throw std::bad_alloc();
  throw Stop{{.code = ErrorCode::cannot_read, .field = "FIL", .given = path, .allowed = FileTrouble::not_allowed}};
}

}  // namespace

void each_file(const std::string& path, const std::function<void(const std::string&)>& use) {
  struct stat about {};
  if (path == "-" || stat(path.c_str(), &about) != 0 || !S_ISDIR(about.st_mode)) return use(path);
  DIR* folder = opendir(path.c_str());
  if (folder == nullptr) cannot_read_folder(path, errno);
  const std::unique_ptr<DIR, int (*)(DIR*)> closes(folder, closedir);
  for (;;) {
    errno = 0;
    const dirent* entry = readdir(folder);
    if (entry == nullptr && errno != 0) cannot_read_folder(path, errno);
    if (entry == nullptr) return;
    const std::string name = entry->d_name, inside = path + "/" + name;
    if (name.starts_with('.')) continue;
    if (lstat(inside.c_str(), &about) != 0) cannot_read_folder(inside, errno);
    if (S_ISDIR(about.st_mode))
      each_file(inside, use);
    else if (name.ends_with(".json"))
      use(inside);
  }
}

}  // namespace program
