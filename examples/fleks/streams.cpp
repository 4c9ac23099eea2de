#include "streams.hpp"

#include <dirent.h>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <cerrno>
#include <climits>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <memory>
#include <mutex>
#include <new>
#include <set>
#include <string>
#include <system_error>
#include <utility>

#include <fleks/reading/income_register.hpp>

#include "command.hpp"

namespace program {
namespace {

using fleks::ErrorCode;
using fleks::FileTrouble;

[[noreturn]] void cannot(ErrorCode code, const fleks::Field& field, const std::string& path, fleks::FileTrouble reason) {
  throw Stop{{.code = code, .field = field, .given = path, .allowed = reason}};
}
[[noreturn]] void cannot_read(const fleks::Field& field, const std::string& path, int why) {
  cannot(ErrorCode::cannot_read, field, path,
         why == ENOENT || why == ENOTDIR ? FileTrouble::missing
         : why == EISDIR                 ? FileTrouble::directory
                                         : FileTrouble::closed);
}
[[noreturn]] void cannot_write(const fleks::Field& field, const std::string& path, int why) {
  if (why == ENOMEM) throw std::bad_alloc();
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
void refuse_if_read(const struct stat& about, const fleks::Field& field, const std::string& path) {
  const std::lock_guard lock(known_lock);
  if (S_ISREG(about.st_mode) && files_read.contains({about.st_dev, about.st_ino}))
    cannot(ErrorCode::cannot_write, field, path, FileTrouble::is_read);
}
void note_written(const fleks::Field& field, const std::string& path) {
  std::error_code unknown;
  auto whole = std::filesystem::weakly_canonical(path, unknown);
  const std::lock_guard lock(known_lock);
  if (!files_written.insert(unknown ? path : whole.string()).second) cannot(ErrorCode::cannot_write, field, path, FileTrouble::is_written);
}

/// What a pipe, a terminal or a device is, under whatever name; nothing for an ordinary file and for the one that keeps nothing.
std::string identity(const struct stat& about) {
  const bool device = S_ISCHR(about.st_mode) || S_ISBLK(about.st_mode);
  if (S_ISREG(about.st_mode) || (device && about.st_rdev == ::makedev(1, 3))) return {};
  return device ? "device " + std::to_string(about.st_rdev) : "stream " + std::to_string(about.st_dev) + " " + std::to_string(about.st_ino);
}
/// Two outputs to one stream would be mixed.
void note_stream(const struct stat& about, const fleks::Field& field, const std::string& path) {
  const std::string name = identity(about);
  const std::lock_guard lock(known_lock);
  if (!name.empty() && !files_written.insert(name).second) cannot(ErrorCode::cannot_write, field, path, FileTrouble::is_written);
}

/// Where a path leads over symbolic links, also to what is not there yet.
std::string followed(std::string path, const fleks::Field& field) {
  for (int links = 0; links < 40; ++links) {
    char target[PATH_MAX];
    const ssize_t size = ::readlink(path.c_str(), target, sizeof target);
    if (size < 0) return path;
    const std::string_view to(target, static_cast<std::size_t>(size));
    const auto folder = path.rfind('/');
    path = to.starts_with('/') || folder == std::string::npos ? std::string(to) : path.substr(0, folder + 1) + std::string(to);
  }
  cannot(ErrorCode::cannot_write, field, path, FileTrouble::special);
}

/// Whether something is mounted on the file: it can be written, and not replaced.
bool is_mounted(const std::string& path) {
  struct statx about {};
  return ::statx(AT_FDCWD, path.c_str(), 0, STATX_BASIC_STATS, &about) == 0 && (about.stx_attributes & STATX_ATTR_MOUNT_ROOT) != 0;
}

// What a signal has to remove: only what is safe in a handler is touched there.
constexpr std::size_t most_outputs = 128;
std::array<std::array<char, PATH_MAX>, most_outputs> unfinished;
std::array<std::atomic<bool>, most_outputs> in_use{};

extern "C" void remove_unfinished(int signal_number) {
  remove_parts();
  std::signal(signal_number, SIG_DFL);
  sigset_t self;
  sigemptyset(&self);
  sigaddset(&self, signal_number);
  ::pthread_sigmask(SIG_UNBLOCK, &self, nullptr);
  std::raise(signal_number);
  // The first process of a container is not ended by its own signal.
  ::_exit(128 + signal_number);
}

std::mutex remembering;

int remember(const std::string& path) {
  const std::lock_guard lock(remembering);
  for (std::size_t i = 0; i < unfinished.size(); ++i)
    if (!in_use[i].load() && path.size() < PATH_MAX) {
      std::memcpy(unfinished[i].data(), path.c_str(), path.size() + 1);
      in_use[i].store(true);
      for (const int number : {SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGXFSZ, SIGPIPE, SIGUSR1, SIGUSR2, SIGXCPU, SIGALRM, SIGVTALRM, SIGPROF})
        if (std::signal(number, remove_unfinished) == SIG_IGN) std::signal(number, SIG_IGN);
      return static_cast<int>(i);
    }
  return -1;
}

void forget(int slot) {
  if (slot >= 0) in_use[static_cast<std::size_t>(slot)].store(false);
}

std::vector<std::string> leftovers;
constexpr std::string_view part_mark = ".part-";
constexpr std::size_t part_letters = 6;

struct CloseFolder {
  void operator()(DIR* folder) const noexcept { ::closedir(folder); }
};

/// Removes what killed runs have left of this output: a run that goes on holds a lock on its own. Not by a directory_iterator, which
/// ends the program where it finds no memory for a name.
void remove_leftovers(const std::string& beginning) {
  const auto folder = std::filesystem::path(beginning).parent_path();
  const std::unique_ptr<DIR, CloseFolder> open(::opendir(folder.empty() ? "." : folder.c_str()));
  if (!open) return;
  while (const dirent* entry = ::readdir(open.get())) {
    const std::string path = folder.empty() ? entry->d_name : (folder / entry->d_name).string();
    if (!path.starts_with(beginning) || path.size() != beginning.size() + part_letters) continue;
    const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
    if (file < 0) continue;
    struct stat about {};
    if (::fstat(file, &about) == 0 && S_ISREG(about.st_mode) && ::flock(file, LOCK_EX | LOCK_NB) == 0 && ::unlink(path.c_str()) == 0) {
      const std::lock_guard lock(known_lock);
      leftovers.push_back(path);
    }
    ::close(file);
  }
}

std::string random_letters() {
  std::uint64_t bits = 0;
  if (::getrandom(&bits, sizeof bits, 0) != static_cast<ssize_t>(sizeof bits)) bits = static_cast<std::uint64_t>(::getpid());
  std::string text;
  for (std::size_t i = 0; i < part_letters; ++i, bits /= 36) text += "abcdefghijklmnopqrstuvwxyz0123456789"[bits % 36];
  return text;
}

}  // namespace

void remove_parts() noexcept {
  for (std::size_t i = 0; i < unfinished.size(); ++i)
    if (in_use[i].load()) ::unlink(unfinished[i].data());
}

std::vector<std::string> removed_leftovers() {
  const std::lock_guard lock(known_lock);
  return leftovers;
}

void keep_standard_streams() {
  for (const int file : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO})
    if (::fcntl(file, F_GETFD) == -1) (void)::open("/dev/null", file == STDIN_FILENO ? O_WRONLY : O_RDONLY);
}

InputStream::InputStream(std::string path, fleks::Field field, bool ordinary) : path_(std::move(path)), field_(std::move(field)) {
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

OutputStream::OutputStream(std::string path, fleks::Field field) : path_(std::move(path)), field_(std::move(field)) {
  struct stat about {};
  if (path_ == "-") {
    file_ = STDOUT_FILENO;
    path_ = "stdout";
    if (::fstat(file_, &about) == 0) {
      refuse_if_read(about, field_, path_);
      note_stream(about, field_, path_);
    }
    return;
  }
  const bool exists = ::stat(path_.c_str(), &about) == 0;
  if (!exists && errno == ELOOP) cannot(ErrorCode::cannot_write, field_, path_, FileTrouble::special);
  if (exists && !S_ISREG(about.st_mode)) {
    file_ = ::open(path_.c_str(), O_WRONLY | O_CLOEXEC);
    if (file_ < 0) cannot_write(field_, path_, errno);
    note_stream(about, field_, path_);
    return;
  }
  if (exists) refuse_if_read(about, field_, path_);
  // Replacing needs the folder alone: a file that is protected stays.
  if (exists && ::access(path_.c_str(), W_OK) != 0) cannot_write(field_, path_, errno);
  if (exists && is_mounted(path_)) cannot(ErrorCode::cannot_write, field_, path_, FileTrouble::special);
  // A link stays a link: what it points to is replaced, or made.
  if (!exists) path_ = followed(std::move(path_), field_);
  note_written(field_, path_);
  if (exists) {
    if (char* real = ::realpath(path_.c_str(), nullptr)) {
      path_ = real;
      std::free(real);
    }
  }
  open_beside(exists, about);
}

/// Opens a file of a name of its own beside the place, with the mode and the owner of the file that is there.
void OutputStream::open_beside(bool exists, const struct stat& about) {
  // The longest name there may be has room for the mark.
  const auto name = path_.rfind('/') + 1;
  const std::string beginning =
      path_.substr(0, std::min<std::size_t>(path_.size(), name + NAME_MAX - part_mark.size() - part_letters)) + std::string(part_mark);
  remove_leftovers(beginning);
  for (int tries = 0; tries < 100 && file_ < 0; ++tries) {
    beside_ = beginning + random_letters();
    // Before it is there: a signal that comes in between finds it.
    slot_ = remember(beside_);
    file_ = ::open(beside_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, exists ? 0600 : 0666);
    const int why = errno;
    if (file_ < 0) forget(slot_);
    if (file_ < 0 && why == EEXIST) continue;
    if (file_ < 0) {
      beside_.clear();
      cannot_write(field_, path_, why);
    }
    // A file system without locks has none to respect; a file that another run took for a leftover meanwhile is made again.
    struct stat now {};
    if (::flock(file_, LOCK_EX | LOCK_NB) == 0 && ::stat(beside_.c_str(), &now) != 0) {
      ::close(file_);
      file_ = -1;
      forget(slot_);
    }
  }
  if (file_ < 0) {
    beside_.clear();
    cannot_write(field_, path_, EEXIST);
  }
  if (!exists) return;
  // Where the owner may not be given away, the group may.
  if (::fchown(file_, about.st_uid, about.st_gid) != 0) (void)!::fchown(file_, static_cast<uid_t>(-1), about.st_gid);
  (void)!::fchmod(file_, about.st_mode & 07777);
}

OutputStream::~OutputStream() {
  if (!beside_.empty()) ::unlink(beside_.c_str());
  if (file_ > STDERR_FILENO) ::close(file_);
  forget(slot_);
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
/// All that was written is on disk, or it is said that it is not.
void OutputStream::finish() {
  // What was opened before the files that are read may be one of them.
  if (struct stat about{}; !beside_.empty() && ::stat(path_.c_str(), &about) == 0) refuse_if_read(about, field_, path_);
  if (!beside_.empty()) {
    // What cannot be synchronised says so by EINVAL, and is as safe as it can be.
    if (::fsync(file_) != 0 && errno != EINVAL && errno != ENOSYS) cannot_write(field_, path_, errno);
  } else if (file_ > STDERR_FILENO) {
    const int file = std::exchange(file_, -1);
    if (::close(file) != 0) cannot_write(field_, path_, errno);
  }
}
/// Into its place. Where it can be undone the old file is kept beside it until all are in theirs.
void OutputStream::replace(bool can_be_undone) {
  if (beside_.empty()) return;
  const char *from = beside_.c_str(), *to = path_.c_str();
  if (can_be_undone && ::renameat2(AT_FDCWD, from, AT_FDCWD, to, RENAME_EXCHANGE) == 0) {
    moved_ = Moved::exchanged;
    return;
  }
  const bool exists = can_be_undone && ::access(to, F_OK) == 0;
  if (::rename(from, to) != 0) cannot_write(field_, path_, errno);
  moved_ = exists ? Moved::replaced : Moved::new_file;
  if (!can_be_undone) moved_ = Moved::replaced;
}
void OutputStream::undo() noexcept {
  if (moved_ == Moved::exchanged) ::renameat2(AT_FDCWD, beside_.c_str(), AT_FDCWD, path_.c_str(), RENAME_EXCHANGE);
  if (moved_ == Moved::new_file) ::rename(path_.c_str(), beside_.c_str());
  moved_ = Moved::no;
}
/// The old file goes, and the folder's change is on disk too.
void OutputStream::done() noexcept {
  if (beside_.empty()) return;
  if (moved_ == Moved::exchanged) ::unlink(beside_.c_str());
  beside_.clear();
  // The files are in their places: what needs memory now could not be undone.
  const auto name = path_.rfind('/');
  path_.resize(name == std::string::npos ? 0 : name + 1);
  const int file = ::open(path_.empty() ? "." : path_.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (file < 0) return;
  (void)::fsync(file);
  ::close(file);
}

void cannot_write_part(const std::string& path, int why) { cannot_write(asked("output"), fleks::without_person(path), why); }

PartFile::PartFile(std::string path) : path_(std::move(path)), beside_(path_ + ".part") {
  slot_ = remember(beside_);
  file_ = ::open(beside_.c_str(), O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
  const int why = errno;
  if (file_ >= 0) return;
  forget(slot_);
  cannot_write_part(path_, why);
}
PartFile::~PartFile() {
  if (file_ >= 0) {
    ::close(file_);
    ::unlink(beside_.c_str());
  }
  forget(slot_);
}
void PartFile::write(std::string_view text) {
  constexpr std::size_t longest = std::size_t{1} << 16;
  waiting_ += text;
  if (waiting_.size() >= longest) flush();
}
void PartFile::flush() {
  for (std::string_view rest = waiting_; !rest.empty();) {
    const ssize_t count = ::write(file_, rest.data(), rest.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) cannot_write_part(path_, errno);
    rest.remove_prefix(static_cast<std::size_t>(count));
  }
  waiting_.clear();
}
void PartFile::reopen() {
  const int made = ::open(beside_.c_str(), O_RDWR | O_CLOEXEC);
  if (made < 0) cannot_write_part(path_, errno);
  ::close(std::exchange(file_, made));
}
bool PartFile::same_is_there() const {
  struct stat here {
  }, about{};
  const int there = ::open(path_.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
  if (there < 0) return false;
  bool same = ::fstat(file_, &here) == 0 && ::fstat(there, &about) == 0 && S_ISREG(about.st_mode) && here.st_size == about.st_size;
  // A read that fails, or is cut short by a signal, lets the file be written again: no harm.
  std::array<char, std::size_t{1} << 14> a, b;
  for (std::int64_t at = 0; same && at < here.st_size;) {
    const ssize_t count = ::pread(file_, a.data(), a.size(), at);
    same = count > 0 && ::pread(there, b.data(), b.size(), at) == count && std::equal(a.begin(), a.begin() + count, b.begin());
    at += count;
  }
  ::close(there);
  return same;
}
void PartFile::finish() {
  flush();
  same_ = same_is_there();
  if (!same_ && ::fsync(file_) != 0 && errno != EINVAL && errno != ENOSYS) cannot_write_part(path_, errno);
}
void PartFile::replace() {
  if (same_) return;
  if (::rename(beside_.c_str(), path_.c_str()) != 0) cannot_write_part(path_, errno);
  ::close(std::exchange(file_, -1));
}

WaitingText::~WaitingText() {
  if (file_ >= 0) ::close(file_);
}
void WaitingText::to_file() {
  const char* wanted = std::getenv("TMPDIR");
  folder_ = wanted != nullptr && *wanted != '\0' ? wanted : "/var/tmp";
  file_ = ::open(folder_.c_str(), O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
  if (file_ < 0) {
    // Not every file system has files without a name.
    std::string name = folder_ + "/fleks-XXXXXX";
    file_ = ::mkostemp(name.data(), O_CLOEXEC);
    if (file_ >= 0) ::unlink(name.c_str());
  }
  if (file_ < 0) cannot_write("TMPDIR", folder_, errno);
}
void WaitingText::write(std::string_view text) {
  constexpr std::size_t longest = 4'000'000;
  short_ += text;
  if (short_.size() < longest) return;
  if (file_ < 0) to_file();
  for (std::string_view rest = short_; !rest.empty();) {
    const ssize_t count = ::write(file_, rest.data(), rest.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) cannot_write("TMPDIR", folder_, errno);
    rest.remove_prefix(static_cast<std::size_t>(count));
  }
  short_.clear();
}
void WaitingText::copy_to(OutputStream& out) {
  if (file_ >= 0) {
    std::string block(std::size_t{1} << 18, '\0');
    for (std::int64_t at = 0;;) {
      const ssize_t count = ::pread(file_, block.data(), block.size(), at);
      if (count < 0 && errno == EINTR) continue;
      if (count < 0) cannot_read("TMPDIR", folder_, errno);
      if (count == 0) break;
      out.write(std::string_view(block).substr(0, static_cast<std::size_t>(count)));
      at += count;
    }
  }
  out.write(short_);
  short_.clear();
  if (file_ >= 0) ::close(std::exchange(file_, -1));
}

OutputStream& Outputs::open(const std::string& path, const fleks::Field& field) {
  all_.push_back(std::make_unique<OutputStream>(path, field));
  return *all_.back();
}
bool Outputs::take_standard_output() const {
  struct stat standard {};
  if (::fstat(STDOUT_FILENO, &standard) != 0) return false;
  for (const auto& out : all_) {
    struct stat about {};
    if (out->file_ == STDOUT_FILENO) return true;
    if (out->beside_.empty() && ::fstat(out->file_, &about) == 0 && !identity(about).empty() && identity(about) == identity(standard))
      return true;
  }
  return false;
}
void Outputs::keep(std::string_view text, WaitingText* long_text) {
  for (const auto& out : all_) out->finish();
  if (const bool more = long_text != nullptr && !long_text->empty(); more || !text.empty()) {
    OutputStream standard("-", "");
    standard.write(text);
    if (more) long_text->copy_to(standard);
  }
  try {
    for (const auto& out : all_) out->replace(all_.size() > 1);
  } catch (...) {
    for (const auto& out : all_) out->undo();
    throw;
  }
  for (const auto& out : all_) out->done();
}

}  // namespace program
