#include "streams.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <cerrno>
#include <climits>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <mutex>
#include <set>
#include <string>
#include <system_error>
#include <utility>

#include "command.hpp"

namespace program {
namespace {

using fleks::ErrorCode;
using fleks::FileTrouble;

[[noreturn]] void cannot(ErrorCode code, const std::string& field, const std::string& path, fleks::FileTrouble reason) {
  throw Stop{{.code = code, .field = field, .given = path, .allowed = reason}};
}
[[noreturn]] void cannot_read(const std::string& field, const std::string& path, int why) {
  cannot(ErrorCode::cannot_read, field, path,
         why == ENOENT || why == ENOTDIR ? FileTrouble::missing
         : why == EISDIR                 ? FileTrouble::directory
                                         : FileTrouble::closed);
}
[[noreturn]] void cannot_write(const std::string& field, const std::string& path, int why) {
  auto reason = FileTrouble::special;
  switch (why) {
    case ENOSPC:
    case EDQUOT:
    case EFBIG: reason = FileTrouble::full; break;
    case ENOENT:
    case ENOTDIR: reason = FileTrouble::no_folder; break;
    case EISDIR: reason = FileTrouble::directory; break;
    case EACCES:
    case EPERM:
    case EROFS: reason = FileTrouble::not_allowed; break;
    case EPIPE:
    case EBADF:
    case ENXIO: reason = FileTrouble::closed; break;
    default: break;
  }
  cannot(ErrorCode::cannot_write, field, path, reason);
}

// The ordinary files this run reads, and the paths it writes: no output may replace what is read, or another output.
std::mutex known_lock;
std::set<std::pair<dev_t, ino_t>> files_read;
std::set<std::string> files_written;

void note_read(const struct stat& about) {
  if (!S_ISREG(about.st_mode)) return;
  const std::lock_guard lock(known_lock);
  files_read.emplace(about.st_dev, about.st_ino);
}
void refuse_if_read(const struct stat& about, const std::string& field, const std::string& path) {
  const std::lock_guard lock(known_lock);
  if (S_ISREG(about.st_mode) && files_read.contains({about.st_dev, about.st_ino}))
    cannot(ErrorCode::cannot_write, field, path, FileTrouble::is_read);
}
void note_written(const std::string& field, const std::string& path) {
  std::error_code unknown;
  auto whole = std::filesystem::weakly_canonical(path, unknown);
  const std::lock_guard lock(known_lock);
  if (!files_written.insert(unknown ? path : whole.string()).second) cannot(ErrorCode::cannot_write, field, path, FileTrouble::is_written);
}

// What a signal has to remove: only what is safe in a handler is touched there.
std::array<std::array<char, PATH_MAX>, 4> unfinished;
std::array<std::atomic<bool>, 4> in_use{};

extern "C" void remove_unfinished(int signal_number) {
  for (std::size_t i = 0; i < unfinished.size(); ++i)
    if (in_use[i].load()) ::unlink(unfinished[i].data());
  std::signal(signal_number, SIG_DFL);
  std::raise(signal_number);
}

int remember(const std::string& path) {
  for (std::size_t i = 0; i < unfinished.size(); ++i)
    if (!in_use[i].load() && path.size() < PATH_MAX) {
      std::memcpy(unfinished[i].data(), path.c_str(), path.size() + 1);
      in_use[i].store(true);
      for (const int signal_number : {SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGXFSZ, SIGPIPE})
        if (std::signal(signal_number, remove_unfinished) == SIG_IGN) std::signal(signal_number, SIG_IGN);
      return static_cast<int>(i);
    }
  return -1;
}

}  // namespace

void keep_standard_streams() {
  for (const int file : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO})
    if (::fcntl(file, F_GETFD) == -1) (void)::open("/dev/null", file == STDIN_FILENO ? O_WRONLY : O_RDONLY);
}

InputStream::InputStream(std::string path, std::string field, bool ordinary) : path_(std::move(path)), field_(std::move(field)) {
  // A pipe without a writer would keep an ordinary file's reader waiting for ever.
  const int how = O_RDONLY | O_CLOEXEC | (ordinary ? O_NONBLOCK : 0);
  file_ = path_ == "-" && !ordinary ? STDIN_FILENO : ::open(path_.c_str(), how);
  if (file_ < 0) cannot_read(field_, path_, errno);
  struct stat about {};
  int why = ::fstat(file_, &about) == 0 ? 0 : errno;
  if (why == 0 && S_ISDIR(about.st_mode)) why = EISDIR;
  const bool special = why == 0 && ordinary && !S_ISREG(about.st_mode);
  if (why != 0 || special) {
    if (file_ > STDERR_FILENO) ::close(file_);
    if (special) cannot(ErrorCode::cannot_read, field_, path_, FileTrouble::special);
    cannot_read(field_, path_, why);
  }
  note_read(about);
  if (S_ISREG(about.st_mode)) size_ = about.st_size;
  changed_ = about.st_mtim;
  if (size_ >= 0) begin_ = std::max<std::int64_t>(0, ::lseek(file_, 0, SEEK_CUR));
}
InputStream::~InputStream() {
  if (file_ > STDERR_FILENO) ::close(file_);
}
std::size_t InputStream::read(char* to, std::size_t size) {
  for (;;) {
    const ssize_t count = ::read(file_, to, size);
    read_ += std::max<ssize_t>(0, count);
    if (count == 0 && size_ >= 0) {
      // A file that somebody writes to has rows cut short, or half of two versions.
      struct stat now {};
      if (::fstat(file_, &now) != 0 || begin_ + read_ != std::max(begin_, size_) || now.st_mtim.tv_sec != changed_.tv_sec ||
          now.st_mtim.tv_nsec != changed_.tv_nsec)
        cannot(ErrorCode::cannot_read, field_, path_, FileTrouble::changed);
    }
    if (count >= 0) return static_cast<std::size_t>(count);
    if (errno != EINTR) cannot_read(field_, path_, errno);
  }
}

OutputStream::OutputStream(std::string path, std::string field) : path_(std::move(path)), field_(std::move(field)) {
  if (path_ == "-") {
    file_ = STDOUT_FILENO;
    path_ = "stdout";
    struct stat about {};
    if (::fstat(file_, &about) == 0) refuse_if_read(about, field_, path_);
    return;
  }
  struct stat about {};
  const bool exists = ::stat(path_.c_str(), &about) == 0;
  if (exists && !S_ISREG(about.st_mode)) {
    file_ = ::open(path_.c_str(), O_WRONLY | O_CLOEXEC);
  } else {
    if (exists) refuse_if_read(about, field_, path_);
    // Replacing needs the folder alone: a file that is protected stays.
    if (exists && ::access(path_.c_str(), W_OK) != 0) cannot_write(field_, path_, errno);
    note_written(field_, path_);
    if (exists) {
      // A link stays a link: what it points to is replaced.
      if (char* real = ::realpath(path_.c_str(), nullptr)) {
        path_ = real;
        std::free(real);
      }
    }
    beside_ = path_ + ".part-" + std::to_string(::getpid());
    file_ = ::open(beside_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, exists ? about.st_mode & 0777 : 0666);
  }
  if (file_ < 0) {
    const int why = errno;
    beside_.clear();
    if (why == EEXIST) cannot(ErrorCode::cannot_write, field_, path_, FileTrouble::is_written);
    cannot_write(field_, path_, why);
  }
  if (!beside_.empty()) slot_ = remember(beside_);
}
OutputStream::~OutputStream() {
  if (file_ > STDERR_FILENO) ::close(file_);
  if (!beside_.empty()) ::unlink(beside_.c_str());
  if (slot_ >= 0) in_use[static_cast<std::size_t>(slot_)].store(false);
}
std::int64_t OutputStream::reserve(std::size_t size) noexcept {
  if (beside_.empty()) return -1;
  const std::int64_t place = written_;
  written_ += static_cast<std::int64_t>(size);
  return place;
}
void OutputStream::write_at(std::int64_t place, std::string_view text) {
  while (!text.empty()) {
    const ssize_t count = ::pwrite(file_, text.data(), text.size(), place);
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) cannot_write(field_, path_, errno);
    text.remove_prefix(static_cast<std::size_t>(count));
    place += count;
  }
}
void OutputStream::write(std::string_view text) {
  if (const std::int64_t place = reserve(text.size()); place >= 0) return write_at(place, text);
  while (!text.empty()) {
    const ssize_t count = ::write(file_, text.data(), text.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) cannot_write(field_, path_, errno);
    text.remove_prefix(static_cast<std::size_t>(count));
  }
}
void OutputStream::keep() {
  if (file_ > STDERR_FILENO) {
    const int file = file_;
    file_ = -1;
    if (::close(file) != 0) cannot_write(field_, path_, errno);
  }
  if (beside_.empty()) return;
  if (::rename(beside_.c_str(), path_.c_str()) != 0) cannot_write(field_, path_, errno);
  beside_.clear();
}

}  // namespace program
