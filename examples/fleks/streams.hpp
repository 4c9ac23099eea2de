#pragma once

#include <cstdint>
#include <ctime>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <fleks/errors/fact.hpp>

// Files that a subcommand reads and writes as it goes, in constant memory.

struct stat;

namespace program {

/// Puts something in the place of standard streams that are closed, so that no file is opened as one of them;
/// reading or writing them is still an error. Before anything is opened.
void keep_standard_streams();

/// A file to read, or `-` for standard input.
class InputStream {
 public:
  /// Stops when the file cannot be opened, or is a directory; with `ordinary` also when it is a pipe or a device, and
  /// `-` is a name like any other. `field` names it in messages.
  InputStream(std::string path, fleks::Field field, bool ordinary = false);
  ~InputStream();
  InputStream(const InputStream&) = delete;
  /// Reads up to `size` bytes; 0 at the end. Stops at the end of a file that has changed since it was opened.
  [[nodiscard]] std::size_t read(char* to, std::size_t size);
  /// Bytes in the file, or -1 when nobody knows.
  [[nodiscard]] std::int64_t size() const noexcept { return size_; }

 private:
  std::string path_;
  fleks::Field field_;
  int file_ = -1;
  std::int64_t size_ = -1, begin_ = 0, read_ = 0;
  std::timespec changed_{};
};

/// A file to write, or `-` for standard output. A file is written beside its place, with its mode and owner, and comes into it
/// when all outputs of the run do; until then, and when the program is interrupted, nothing is left. What is no ordinary file (a
/// pipe, a device) is written directly. A file that this run reads, or that another of its outputs goes to, is refused, as is one
/// that could not be replaced at the end.
class OutputStream {
 public:
  OutputStream(std::string path, fleks::Field field);
  ~OutputStream();
  OutputStream(const OutputStream&) = delete;
  void write(std::string_view text);
  /// Whether what is written is seen only when the run has succeeded.
  [[nodiscard]] bool waits() const noexcept { return !beside_.empty(); }
  /// Where the next `write` would go in a file of its own, moved on by `size`: to be filled by `write_at`, from any
  /// thread. -1 for a pipe or a device, which can only be written in order.
  [[nodiscard]] std::int64_t reserve(std::size_t size) noexcept;
  void write_at(std::int64_t place, std::string_view text);

 private:
  friend class Outputs;
  void open_beside(bool exists, const struct stat& about);
  void finish();
  void replace(bool can_be_undone);
  void undo() noexcept;
  void done() noexcept;

  std::string path_, beside_;
  fleks::Field field_;
  int file_ = -1;
  int slot_ = -1;
  std::int64_t written_ = 0;
  enum class Moved : std::uint8_t { no, new_file, exchanged, replaced } moved_ = Moved::no;
};

/// One of the many files that a run makes in a folder of its own: beside its place (`.part`) until it is whole and on disk; a file that
/// says the same is left alone. What is not kept leaves nothing.
class PartFile {
 public:
  explicit PartFile(std::string path);
  ~PartFile();
  PartFile(const PartFile&) = delete;
  void write(std::string_view text);
  /// Where it is until it is kept; what another library has put there is taken by `reopen`.
  [[nodiscard]] const std::string& beside() const noexcept { return beside_; }
  void reopen();
  /// All that was written is on disk.
  void finish();
  /// Into its place, after `finish`.
  void replace();

 private:
  void flush();
  [[nodiscard]] bool same_is_there() const;

  std::string path_, beside_, waiting_{};
  int file_ = -1, slot_ = -1;
  bool same_ = false;
};
/// Stops: a file of `-o` that the system did not let be written; refused memory is no fault of the file.
[[noreturn]] void cannot_write_part(const std::string& path, int why);

/// A text of any length that waits until a run has succeeded: in memory while it is short, then in a file without a name, in TMPDIR
/// or /var/tmp.
class WaitingText {
 public:
  WaitingText() = default;
  ~WaitingText();
  WaitingText(const WaitingText&) = delete;
  void write(std::string_view text);
  [[nodiscard]] bool empty() const noexcept { return short_.empty() && file_ < 0; }
  /// All of it, a piece at a time; nothing is left here.
  void copy_to(OutputStream& out);

 private:
  void to_file();
  std::string short_{}, folder_{};
  int file_ = -1;
};

/// The outputs of a run: all come into their places together, or none does.
class Outputs {
 public:
  /// Another output; it lasts as long as this.
  OutputStream& open(const std::string& path, const fleks::Field& field);
  /// Whether one of them is what standard output is.
  [[nodiscard]] bool take_standard_output() const;
  /// All files on disk, then the texts on standard output, then every file in its place. What fails leaves every file as it was.
  void keep(std::string_view text, WaitingText* long_text = nullptr);

 private:
  std::vector<std::unique_ptr<OutputStream>> all_;
};

/// Removes what this run has begun to write. For a run that ends at once: it needs no memory.
void remove_parts() noexcept;

/// Files that runs which were killed have left beside the outputs of this one; they were removed.
[[nodiscard]] std::vector<std::string> removed_leftovers();

}  // namespace program
