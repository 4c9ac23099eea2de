#include <sys/ioctl.h>
#include <unistd.h>

#include "audit.hpp"
#include "command.hpp"
#include "workbook.hpp"

// The library's tasks as subcommands, with what they ask of the machine.

namespace program {
namespace {

int audit(const Arguments& a, Output& out, Files& files) {
  const std::string* table = a.text("--batch");
  return table == nullptr ? audit_task().run(a, out) : audit_batch(a, *table, out, files);
}

const bool registered = [] {
  for (Command task : own_tasks()) {
    if (std::string_view(task.name) == "audit") task.run_with_files = audit;
    Registered{task};
  }
  return true;
}();

std::optional<std::size_t> columns_of_terminal() {
  if (isatty(STDOUT_FILENO) != 1) return std::nullopt;
  constexpr std::size_t ordinary = 80;
  winsize size{};
  const bool told = ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col != 0;
  return told ? size.ws_col : ordinary;
}

}  // namespace

Machine this_machine() {
  return {.read_file = read_file, .month_workbook = workbook, .hours_workbook = workbook, .terminal = columns_of_terminal};
}

int run_here(const Command& command, const Arguments& arguments, Output& output, Files& files) {
  return run(command, with_workbook(command.name, arguments), output, &files);
}

}  // namespace program
