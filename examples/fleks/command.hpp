#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "streams.hpp"
#include "tasks/task.hpp"

// The program: subcommands, of which some are the library's tasks (src/tasks/), by options and files of the machine it runs on. A new
// one is one more file in this folder that defines a `Registered`.

/// What a subcommand writes beside its text, kept until it has succeeded: then it is written at once, or nothing is.
struct fleks::tasks::Files {
  program::WaitingText long_text;  ///< after the text, where there may be more than fits in memory
  program::Outputs written;        ///< what is written as it comes; all of it is kept together with the text
  bool has_own_output = false;     ///< -o is the task's own; otherwise the text goes to it
  program::OutputStream& own_output(const std::string& path) {
    has_own_output = true;
    return written.open(path, asked("output"));
  }
};

namespace program {

using namespace fleks::tasks;

/// Makes a subcommand known to the program.
struct Registered {
  explicit Registered(const Command& command);
};
[[nodiscard]] const std::vector<Command>& commands();
/// What the library's tasks have here of the machine.
[[nodiscard]] Machine this_machine();

/// What a task is asked by, and after a space a value of it, as it is spelled here. Example: `am_income` is `--am-income`.
[[nodiscard]] std::string spelled(std::string_view asked);
/// The option that is spelled so; none: the end.
[[nodiscard]] std::vector<Option>::const_iterator option_spelled(const std::vector<Option>& options, std::string_view spelling);
/// Whoever reads the program knows all of it by its options.
[[nodiscard]] fleks::Reader reader();
/// What is said of an error, without the program's name.
[[nodiscard]] std::string in_words(const Stop& stop, fleks::Language language);
[[nodiscard]] std::string in_words(const fleks::Error& error, fleks::Language language);

/// The file that a result is written to.
[[nodiscard]] Option output_option(Text help);
/// A workbook that was filled in.
[[nodiscard]] Option workbook_option(Text help);

/// Runs a subcommand. What a person has filled in of a workbook is given as options.
int run_here(const Command& command, const Arguments& arguments, Output& output, Files& files);

/// The options that what was given may have meant, and where all of them are told.
[[nodiscard]] fleks::OneOf allowed_options(const Command* command, std::string_view given);
[[nodiscard]] fleks::OneOf known_commands();
/// Stops on a value that is none of the choices, or on more values than the option takes.
void refuse_wrong_values(const Option& known, const std::vector<std::string>& values);
/// No option is taken that would have no effect.
void refuse_without_effect(const Command& command, const Arguments& arguments);

/// Reads the command line. Stops on what is unknown, repeated or without its value.
struct CommandLine {
  const Command* command = nullptr;  ///< none when the program itself is asked
  enum class Wanted { result, help, manual, completion, version } wanted = Wanted::result;
  Arguments arguments;
};
[[nodiscard]] CommandLine read_command_line(const std::vector<std::string>& words, fleks::Language language);
/// The language the command line asks for, before anything of it is judged.
[[nodiscard]] fleks::Language language_asked_for(const std::vector<std::string>& words);

/// What the program says of itself, made from the options above: the help and the manual page (roff) of a subcommand,
/// or of the program itself when it is null; and a script by which bash completes all of it.
[[nodiscard]] std::string help(const Command* command, fleks::Language language);
[[nodiscard]] std::string manual(const Command* command, fleks::Language language);
[[nodiscard]] std::string bash_completion();
/// The options of a subcommand with those that every one has; or those of the program itself when it is null.
[[nodiscard]] std::vector<Option> all_options(const Command* command);

/// `work` of each number below `count`, on every core there is, several at a time on each where work waits for a disk. It throws nothing.
void on_every_core(std::size_t count, const std::function<void(std::size_t)>& work, std::size_t at_a_time = 1);

/// The text of an ordinary file of at most 16 MB, or of standard input (`-`) where no option names it; stops when it is a directory, a
/// pipe, missing or not to be read.
[[nodiscard]] std::string read_file(std::string_view option, const std::string& path);
/// Writes all where it belongs, or nothing; stops when not all of it could be written. The text goes to `file`, or to standard output.
void write(Output& output, Files& files, const std::string* file, fleks::Language language);

}  // namespace program
