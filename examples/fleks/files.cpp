#include <cstdio>

#include "command.hpp"
#include "streams.hpp"

// What the program reads and writes as a whole.

namespace program {

using fleks::ErrorCode;

std::string read_file(std::string_view option, const std::string& path) {
  if (path.empty()) throw Stop{{.code = ErrorCode::empty, .field = std::string(option)}};
  constexpr std::size_t most = 16'000'000;
  // A file that no option names may be standard input.
  InputStream file(path, std::string(option), !(option.empty() && path == "-"));
  std::string text;
  char block[65536];
  for (std::size_t got = 0; (got = file.read(block, sizeof block)) != 0;) {
    text.append(block, got);
    if (text.size() > most)
      throw Stop{{.code = ErrorCode::cannot_read, .field = std::string(option), .given = path, .allowed = fleks::AtMost{most}}};
  }
  return text;
}

void write(Output& output, fleks::Language language) {
  if (output.file) {
    OutputStream& file = output.files.open(*output.file, "-o");
    file.write(output.text);
    output.long_text.copy_to(file);
    output.files.keep({});
  } else
    output.files.keep(output.text, &output.long_text);
  for (const std::string& path : removed_leftovers())
    std::fprintf(stderr,
                 language == fleks::Language::danish ? "fleks: %s er fjernet: den var efterladt af en kørsel, der blev afbrudt\n"
                                                     : "fleks: %s was removed: a run that was killed had left it\n",
                 path.c_str());
  if (!output.note.empty()) std::fputs(output.note.c_str(), stderr);
}

}  // namespace program
