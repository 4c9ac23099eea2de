#include <cstdio>

#include "command.hpp"
#include "streams.hpp"

// What the program reads and writes as a whole.

namespace program {

using fleks::ErrorCode;

std::string read_file(std::string_view option, const std::string& path) {
  const fleks::Field field = option.empty() ? fleks::Field{} : asked(option);
  if (path.empty()) throw Stop{{.code = ErrorCode::empty, .field = field}};
  constexpr std::size_t most = 16'000'000;
  // A file that no option names may be standard input.
  InputStream file(path, field, !(option.empty() && path == "-"));
  std::string text;
  char block[65536];
  for (std::size_t got = 0; (got = file.read(block, sizeof block)) != 0;) {
    text.append(block, got);
    if (text.size() > most) throw Stop{{.code = ErrorCode::cannot_read, .field = field, .given = path, .allowed = fleks::AtMost{most}}};
  }
  return text;
}

void write(Output& output, Files& files, const std::string* file, fleks::Language language) {
  if (file != nullptr && !files.has_own_output) {
    OutputStream& to = files.written.open(*file, asked("output"));
    to.write(output.text);
    files.long_text.copy_to(to);
    files.written.keep({});
  } else
    files.written.keep(output.text, &files.long_text);
  for (const std::string& path : removed_leftovers())
    std::fprintf(stderr,
                 language == fleks::Language::danish ? "fleks: %s er fjernet: den var efterladt af en kørsel, der blev afbrudt\n"
                                                     : "fleks: %s was removed: a run that was killed had left it\n",
                 path.c_str());
  if (!output.note.empty()) std::fputs(output.note.c_str(), stderr);
}

}  // namespace program
