#pragma once

#include <functional>

namespace program {

/// What became of work in another process.
struct Elsewhere {
  /// `refused`: for lack of memory, or as it crashed. `stopped`: by what only the work itself can tell, done here once more.
  enum class Is { done, refused, not_written, stopped } is;
  int why = 0;  ///< of `not_written`: the system's number
};

/// A file of another process could not be written.
struct CannotWrite {
  int number;  ///< of the system
};

/// Does the work in a process of its own. Libraries that write workbooks do not check each request for memory: refused one they crash,
/// or leave something out, and this process must do neither. The work may throw `CannotWrite`.
[[nodiscard]] Elsewhere in_another_process(const std::function<void()>& work);

}  // namespace program
