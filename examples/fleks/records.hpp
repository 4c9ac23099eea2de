#pragma once

#include <cstddef>
#include <functional>
#include <string>

namespace program {

/// A table's rows in blocks of whole ones, in memory that does not grow with the file.
class RecordBlocks {
 public:
  /// Reads up to `size` bytes; 0 at the end.
  using Read = std::function<std::size_t(char* to, std::size_t size)>;
  explicit RecordBlocks(Read read, std::size_t block_size = std::size_t{1} << 20) : read_(std::move(read)), block_size_(block_size) {}

  /// The first line, or as much of it as shows that it is too long.
  [[nodiscard]] std::string header();
  void separated_by(char separator) noexcept { separator_ = separator; }
  /// The next whole rows; false when there are no more. A row longer than `fleks::longest_record` comes unfinished and
  /// is the last: whoever computes it refuses it, and names its line.
  [[nodiscard]] bool next(std::string& block);

 private:
  bool fill(std::string& text);

  Read read_;
  std::size_t block_size_;
  char separator_ = ',';
  bool ended_ = false;
  std::string rest_{};
};

}  // namespace program
