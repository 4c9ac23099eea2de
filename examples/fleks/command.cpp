#include "command.hpp"

#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <memory>

#include "streams.hpp"

namespace program {

using fleks::ErrorCode;

std::size_t Arguments::choice(std::string_view option, std::initializer_list<const char*> choices, std::size_t otherwise) const {
  const std::string* given = text(option);
  if (given == nullptr) return otherwise;
  std::string allowed;
  std::size_t place = 0;
  for (const char* each : choices) {
    if (*given == each) return place;
    allowed += (place++ == 0 ? "" : ", ") + std::string(each);
  }
  throw Stop{{.code = given->empty() ? ErrorCode::empty : ErrorCode::no_such_choice,
              .field = std::string(option),
              .given = *given,
              .allowed = allowed}};
}

Option rates_option() {
  return {"--rates",
          {"FIL", "FILE"},
          {"satser, der føjes til de indbyggede eller erstatter dem (som rates.csv)",
           "rates that add to the built-in ones or replace them (as rates.csv)"}};
}
Option expect_option() {
  return {"--expect",
          {"KR", "KR"},
          {"det ventede resultat: er det et andet, er exit 1, og forskellen vises",
           "the expected result: exit 1 if it differs, and the difference is shown"}};
}
Option format_option(Text help, std::vector<const char*> choices) { return {"--format", {"FORM", "FORM"}, help, std::move(choices)}; }

std::string read_file(std::string_view option, const std::string& path) {
  const auto stop = [&](const char* reason) -> Stop {
    return {{.code = ErrorCode::cannot_read, .field = std::string(option), .given = path, .allowed = reason}};
  };
  if (path.empty()) throw Stop{{.code = ErrorCode::empty, .field = std::string(option)}};
  std::error_code failed;
  const auto status = std::filesystem::status(path, failed);
  if (!std::filesystem::exists(status)) throw stop(failed && failed != std::errc::no_such_file_or_directory ? "closed" : "missing");
  if (std::filesystem::is_directory(status)) throw stop("directory");
  // A pipe would keep the program waiting for ever.
  if (!std::filesystem::is_regular_file(status)) throw stop("special");
  const std::unique_ptr<std::FILE, int (*)(std::FILE*)> file(std::fopen(path.c_str(), "rb"), std::fclose);
  if (!file) throw stop("closed");
  std::string text;
  char block[65536];
  for (std::size_t got = 0; (got = std::fread(block, 1, sizeof block, file.get())) != 0;) text.append(block, got);
  if (std::ferror(file.get()) != 0) throw stop("closed");
  return text;
}

void write(const Output& output) {
  OutputStream out(output.file.value_or("-"), output.file ? "-o" : "");
  out.write(output.text);
  out.keep();
  if (!output.note.empty()) std::fputs(output.note.c_str(), stderr);
}

std::size_t letters(std::string_view text) noexcept {
  std::size_t count = 0;
  for (const char c : text) count += static_cast<std::size_t>((static_cast<unsigned char>(c) & 0xC0) != 0x80);
  return count;
}

std::string padded(std::string text, std::size_t width) {
  const std::size_t count = letters(text);
  if (count < width) text.append(width - count, ' ');
  return text;
}

}  // namespace program
