#include "records.hpp"

#include <fleks/analysis/population.hpp>

namespace program {

/// Adds what the file has next; false at its end.
bool RecordBlocks::fill(std::string& text) {
  const std::size_t before = text.size();
  text.resize(before + block_size_);
  std::size_t count = 0;
  while (count < block_size_) {
    const std::size_t more = read_(text.data() + before + count, block_size_ - count);
    if (more == 0) break;
    count += more;
  }
  text.resize(before + count);
  return count != 0;
}

std::string RecordBlocks::header() {
  std::size_t stop = std::string::npos;
  while ((stop = rest_.find('\n')) == std::string::npos && rest_.size() <= fleks::longest_record && fill(rest_)) {
  }
  std::string line = rest_.substr(0, stop);
  rest_.erase(0, stop == std::string::npos ? rest_.size() : stop + 1);
  return line;
}

bool RecordBlocks::next(std::string& block) {
  block.clear();
  if (ended_) return false;
  block.swap(rest_);
  for (;;) {
    if (!fill(block)) {
      ended_ = true;
      break;
    }
    const std::size_t whole = fleks::whole_records(block, separator_);
    if (whole != 0) {
      rest_.assign(block, whole, std::string::npos);
      block.resize(whole);
      break;
    }
    if (block.size() > fleks::longest_record) {
      ended_ = true;
      break;
    }
  }
  return !block.empty();
}

}  // namespace program
