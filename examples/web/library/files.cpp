#include "files.hpp"

#include <algorithm>
#include <cstring>
#include <functional>

#include "fleks/case_impact.hpp"
#include "fleks/command.hpp"
#include "fleks/folders.hpp"
#include "fleks/income.hpp"
#include "fleks/workbook.hpp"

#include <fleks/reading/case_file.hpp>

// What the program has of the machine, in a page: files are in memory, read and written, and there is one core. It has no folders and
// no workbooks.

namespace page {

std::map<std::string, std::string, std::less<>>& files() {
  static std::map<std::string, std::string, std::less<>> all;
  return all;
}

}  // namespace page

namespace program {

using fleks::ErrorCode;

void on_every_core(std::size_t count, const std::function<void(std::size_t)>& work, std::size_t) {
  for (std::size_t i = 0; i < count; ++i) work(i);
}

InputStream::InputStream(std::string path, fleks::Field field, bool) : path_(std::move(path)), field_(std::move(field)) {
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

OutputStream::OutputStream(std::string path, fleks::Field field) : path_(std::move(path)), field_(std::move(field)) {
  page::files()[path_].clear();
}
OutputStream::~OutputStream() = default;
void OutputStream::write(std::string_view text) { page::files()[path_] += text; }

OutputStream& Outputs::open(const std::string& path, const fleks::Field& field) {
  return *all_.emplace_back(std::make_unique<OutputStream>(path, field));
}
void Outputs::keep(std::string_view, WaitingText*) {}
std::vector<std::string> removed_leftovers() { return {}; }

WaitingText::~WaitingText() = default;
void WaitingText::write(std::string_view text) { short_ += text; }
void WaitingText::copy_to(OutputStream& out) { out.write(short_); }

bool is_folder(const std::string&) { return false; }
void each_file(const std::string& path, const std::function<void(const std::string&)>& use) { use(path); }
int income_batch(const Arguments&, Output&, Files&) { throw Stop{{.code = ErrorCode::unknown_option, .given = "batch"}}; }
int impact_of_rates(const Arguments&, Output&) { throw Stop{{.code = ErrorCode::unknown_option, .given = "batch"}}; }

namespace {

[[noreturn]] void no_workbooks() {
  throw Stop{{.code = ErrorCode::no_such_choice, .field = asked("format"), .given = "xlsx", .allowed = fleks::OneOf{{"text", "json"}}}};
}

}  // namespace

std::string workbook(const std::string&, const fleks::CheckedCase&, const fleks::RateTable&, const fleks::CaseQuestion&,
                     std::optional<fleks::Month>, fleks::Language) {
  no_workbooks();
}
Machine this_machine() {
  return {.read_file = read_file,
          .month_workbook = [](const fleks::Explained<fleks::MonthStatement>&, fleks::Language) -> std::string { no_workbooks(); },
          .hours_workbook = [](const fleks::WorthOfHours&, const fleks::Options&, fleks::Language) -> std::string { no_workbooks(); }};
}

}  // namespace program

/// A page shows no schema, and refuses to be asked for it.
std::string_view fleks::case_schema() noexcept { return {}; }
