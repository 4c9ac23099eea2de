#include "files.hpp"

#include <algorithm>
#include <cstring>
#include <functional>

#include "fleks/command.hpp"

// What the program has of the machine, in a page: files are in memory, nothing is written, and there is one core.

namespace page {

std::map<std::string, std::string, std::less<>>& files() {
  static std::map<std::string, std::string, std::less<>> all;
  return all;
}

}  // namespace page

namespace program {

using fleks::ErrorCode;

void on_every_core(std::size_t count, const std::function<void(std::size_t)>& work) {
  for (std::size_t i = 0; i < count; ++i) work(i);
}

InputStream::InputStream(std::string path, std::string field, bool) : path_(std::move(path)), field_(std::move(field)) {
  const auto found = page::files().find(path_);
  if (found == page::files().end()) throw Stop{{.code = ErrorCode::cannot_read, .field = field_, .given = path_}};
  size_ = static_cast<std::int64_t>(found->second.size());
}
InputStream::~InputStream() = default;

std::size_t InputStream::read(char* to, std::size_t size) {
  const std::string& text = page::files().find(path_)->second;
  const auto begin = static_cast<std::size_t>(read_);
  const std::size_t part = std::min(size, text.size() - begin);
  std::memcpy(to, text.data() + begin, part);
  read_ += static_cast<std::int64_t>(part);
  return part;
}

OutputStream::OutputStream(std::string path, std::string field) : path_(std::move(path)), field_(std::move(field)) {
  throw Stop{{.code = ErrorCode::cannot_write, .field = field_, .given = path_}};
}
OutputStream::~OutputStream() = default;
void OutputStream::write(std::string_view) {}

OutputStream& Outputs::open(const std::string& path, const std::string& field) {
  return *all_.emplace_back(std::make_unique<OutputStream>(path, field));
}
void Outputs::keep(std::string_view) {}
std::vector<std::string> removed_leftovers() { return {}; }

}  // namespace program

/// What a page shows is no terminal: it has no colours of one.
extern "C" int isatty(int) { return 0; }
