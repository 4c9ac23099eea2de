#pragma once

#include <cstring>
#include <string>
#include <string_view>

#include <fleks/analysis/table.hpp>

namespace fuzz {

/// A text that comes in pieces of odd sizes, drawn from its own last bytes, through the library's own blocks.
class Chunks {
 public:
  explicit Chunks(std::string_view text) : text_(text), sizes_(text.substr(text.size() - std::min<std::size_t>(text.size(), 6))) {}

  [[nodiscard]] fleks::RecordBlocks blocks() {
    return fleks::RecordBlocks([this](char* to, std::size_t size) { return read(to, size); }, next_size());
  }

 private:
  std::size_t next_size() { return sizes_.empty() ? 1 : 1 + static_cast<unsigned char>(sizes_[at_++ % sizes_.size()]) % 61; }
  std::size_t read(char* to, std::size_t size) {
    const std::size_t count = std::min({size, next_size(), text_.size()});
    std::memcpy(to, text_.data(), count);
    text_.remove_prefix(count);
    return count;
  }
  std::string_view text_, sizes_;
  std::size_t at_ = 0;
};

}  // namespace fuzz
