#pragma once

#include <string>
#include <string_view>

namespace fleks {

/// A text that came from outside, a name or an id, as it is shown to people: on one line, and so that it cannot write another.
///
/// Control characters, line breaks, what turns the direction of writing, and bytes that are no UTF-8 stand as `\x1b`; every other letter
/// as it is. After `most` letters comes `...`. Every text of this library that shows a fact has it through here.
/// Example: `shown("Mette\n99.999,00")` is `Mette\x0a99.999,00`.
[[nodiscard]] std::string shown(std::string_view text, std::size_t most = std::string_view::npos);

}  // namespace fleks
