#include "streams.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <cerrno>
#include <climits>
#include <csignal>
#include <cstdlib>
#include <cstring>

#include "command.hpp"

namespace program {
namespace {

using fleks::ErrorCode;

[[noreturn]] void cannot(ErrorCode code, const std::string& field, const std::string& path) {
  throw Stop{{.code = code, .field = field, .given = path, .allowed = std::strerror(errno)}};
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

InputStream::InputStream(std::string path, std::string field) : path_(std::move(path)), field_(std::move(field)) {
  file_ = path_ == "-" ? STDIN_FILENO : ::open(path_.c_str(), O_RDONLY | O_CLOEXEC);
  if (file_ < 0) cannot(ErrorCode::cannot_read, field_, path_);
}
InputStream::~InputStream() {
  if (file_ > STDERR_FILENO) ::close(file_);
}
std::size_t InputStream::read(char* to, std::size_t size) {
  for (;;) {
    const ssize_t count = ::read(file_, to, size);
    if (count >= 0) return static_cast<std::size_t>(count);
    if (errno != EINTR) cannot(ErrorCode::cannot_read, field_, path_);
  }
}
std::int64_t InputStream::size() const noexcept {
  struct stat about {};
  return ::fstat(file_, &about) == 0 && S_ISREG(about.st_mode) ? about.st_size : -1;
}

OutputStream::OutputStream(std::string path, std::string field) : path_(std::move(path)), field_(std::move(field)) {
  if (path_ == "-") {
    file_ = STDOUT_FILENO;
    path_ = "stdout";
    return;
  }
  struct stat about {};
  const bool exists = ::stat(path_.c_str(), &about) == 0;
  if (exists && !S_ISREG(about.st_mode)) {
    file_ = ::open(path_.c_str(), O_WRONLY | O_CLOEXEC);
  } else {
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
  if (file_ < 0) cannot(ErrorCode::cannot_write, field_, path_);
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
    if (count < 0) cannot(ErrorCode::cannot_write, field_, path_);
    text.remove_prefix(static_cast<std::size_t>(count));
    place += count;
  }
}
void OutputStream::write(std::string_view text) {
  if (const std::int64_t place = reserve(text.size()); place >= 0) return write_at(place, text);
  while (!text.empty()) {
    const ssize_t count = ::write(file_, text.data(), text.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) cannot(ErrorCode::cannot_write, field_, path_);
    text.remove_prefix(static_cast<std::size_t>(count));
  }
}
void OutputStream::keep() {
  if (file_ > STDERR_FILENO) {
    const int file = file_;
    file_ = -1;
    if (::close(file) != 0) cannot(ErrorCode::cannot_write, field_, path_);
  }
  if (beside_.empty()) return;
  if (::rename(beside_.c_str(), path_.c_str()) != 0) cannot(ErrorCode::cannot_write, field_, path_);
  beside_.clear();
}

}  // namespace program
