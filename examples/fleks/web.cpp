#include <string_view>

#include "command.hpp"

// fleks web: the page of examples/web in one file, where it was there when the program was built.

#ifdef FLEKS_PAGE
// The file as it is: a compiler takes a minute over as many characters, the assembler none.
asm(".pushsection .rodata\n"
    ".globl fleks_page_begin\n"
    ".hidden fleks_page_begin\n"
    "fleks_page_begin:\n"
    ".incbin \"" FLEKS_PAGE
    "\"\n"
    ".globl fleks_page_end\n"
    ".hidden fleks_page_end\n"
    "fleks_page_end:\n"
    ".byte 0\n"
    ".popsection\n");
extern "C" {
extern const char fleks_page_begin[];
extern const char fleks_page_end[];
}
#endif

namespace program {
namespace {

std::string_view page() {
#ifdef FLEKS_PAGE
  return {fleks_page_begin, static_cast<std::size_t>(fleks_page_end - fleks_page_begin)};
#else
  return {};
#endif
}

int run(const Arguments& a, Output& out) {
  if (page().empty())
    throw Stop{
        .error = {.code = fleks::ErrorCode::cannot_read, .given = "fleks.html", .allowed = fleks::FileTrouble::missing},
        .rest = a.language == fleks::Language::danish
                    ? "\nSiden er ikke bygget ind i dette program. Byg den med bash examples/web/build.sh, og byg så programmet igen."
                    : "\nThe page is not built into this program. Build it by bash examples/web/build.sh, and then the program again."};
  out.text = page();
  return 0;
}

const Registered web{{
    .name = "web",
    .what = {"siden i én fil, der åbnes i en browser uden netværk", "the page in one file, for a browser without a network"},
    .usage = {"-o FIL.html", "-o FILE.html"},
    .options = []() -> std::vector<Option> { return {}; },
    .example =
        {"  fleks web -o fleks.html\nskriver siden: hvad en time er værd, måneden linje for linje, sagen og brevet.",
         "  fleks web -o fleks.html --lang en\nwrites the page: what an hour is worth, the month line by line, the case and the letter."},
    .run = run,
}};

}  // namespace
}  // namespace program
