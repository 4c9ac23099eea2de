#pragma once

#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <fleks/errors/result.hpp>
#include <fleks/facts/names.hpp>
#include <fleks/rates/rate_table.hpp>
#include <fleks/words/language.hpp>
#include <fleks/words/message.hpp>

#include "streams.hpp"

// What a subcommand of the program is. A new one is one more file in this folder that defines a `Registered`; one whose result is kept
// and computed again is a function below, which `registered.cpp` names, and so does the C interface (src/c_interface/kept_tasks.cpp).

namespace program {

/// A text in both languages.
struct Text {
  const char* danish = "";
  const char* english = "";
  [[nodiscard]] const char* in(fleks::Language language) const noexcept { return language == fleks::Language::danish ? danish : english; }
};

/// The words of an enumeration, as an option offers them.
template <class Value>
[[nodiscard]] std::vector<const char*> words() {
  std::vector<const char*> all;
  for (const auto& each : fleks::names<Value>.words) all.push_back(each.word.data());
  return all;
}

/// An option that takes a value (`value` names it in the help), or a flag (`value` empty).
struct Option {
  const char* name;  // --month
  Text value;
  Text help;                           // lines; {} where the years stand that the tables know
  std::vector<const char*> choices{};  // the values that are allowed; empty: not a list
  bool repeatable = false;
  std::vector<std::string_view> (*known)() = nullptr;  // values that can be offered, where others may be allowed too
  std::string (*years)() = nullptr;                    // of the {} in the help

  [[nodiscard]] std::string help_in(fleks::Language language) const;
};

/// Ends the program with exit 2 and the error's message; thrown only here in the program.
struct Stop {
  fleks::Error error;
  std::string about{};  ///< a file, where the error has a line in it
  std::string rest{};   ///< more that is wrong, lines that follow the first
};
/// What is said where memory is short; it asks for none itself.
[[nodiscard]] constexpr const char* no_memory(fleks::Language language) noexcept {
  return language == fleks::Language::danish ? "der er ikke hukommelse nok til det" : "there is not enough memory for it";
}
/// Facts are called by their options.
[[nodiscard]] fleks::Reader reader();
/// What is said of it, without the program's name: a fact is called by its option.
[[nodiscard]] std::string in_words(const Stop& stop, fleks::Language language);
[[nodiscard]] std::string in_words(const fleks::Error& error, fleks::Language language);

template <class T>
T or_stop(fleks::Result<T> result) {
  if (!result) throw Stop{std::move(result).error()};
  return *std::move(result);
}
/// The same for a value read from an option: the error names it.
template <class T>
T or_stop(fleks::Result<T> result, std::string_view option) {
  if (!result) throw Stop{std::move(result).error().in(option)};
  return *std::move(result);
}
/// The same where an option has another name here than the fact has elsewhere.
template <class T>
T or_stop(fleks::Result<T> result, fleks::Fact fact, std::string_view option) {
  if (!result && result.error().field == fleks::Field(fact)) return or_stop(std::move(result), option);
  return or_stop(std::move(result));
}

/// The files that a run has read, by the names they were given by, so that its result can be computed again without them.
class FilesRead {
 public:
  /// Reads `name`; of a run that is computed again what was kept of it, and nothing else.
  [[nodiscard]] std::string read(std::string_view option, const std::string& name);
  std::map<std::string, std::string> texts{};  ///< what was read
  bool keeps = false;                          ///< whether what is read is wanted afterwards
  bool again = false;                          ///< whether the texts are all there is
  std::string rates{};                         ///< rates that a kept result used, to be computed with again
  const fleks::RateTable* today = nullptr;     ///< what counts in the place of the embedded rates

 private:
  std::mutex one_at_a_time_{};
};

/// The options as given, each at most once unless it is repeatable.
class Arguments {
 public:
  std::shared_ptr<FilesRead> files_read = std::make_shared<FilesRead>();
  std::map<std::string, std::vector<std::string>, std::less<>> options;
  std::vector<std::string> files;  ///< what stands without an option
  fleks::Language language = fleks::Language::danish;

  [[nodiscard]] bool has(std::string_view option) const { return options.find(option) != options.end(); }
  /// The text of a file that an option names; it is part of what the result was computed from. Otherwise as `program::read_file`.
  [[nodiscard]] std::string read_file(std::string_view option, const std::string& path) const { return files_read->read(option, path); }
  /// The text of an option, or null when it was not given.
  [[nodiscard]] const std::string* text(std::string_view option) const {
    const auto found = options.find(option);
    return found == options.end() ? nullptr : &found->second.front();
  }
  [[nodiscard]] std::vector<std::string> all(std::string_view option) const {
    const auto found = options.find(option);
    return found == options.end() ? std::vector<std::string>{} : found->second;
  }
  /// The value of an option read by `parse`, or nothing when it was not given; stops when it cannot be read.
  template <class Parse>
  [[nodiscard]] auto read(std::string_view option, Parse parse) const {
    using T = std::remove_cvref_t<decltype(*parse(std::string_view{}))>;
    const std::string* given = text(option);
    return given == nullptr ? std::optional<T>{} : std::optional<T>{or_stop(parse(std::string_view(*given)), option)};
  }
  /// One of the words of `choices`, by its place; `otherwise` when the option was not given.
  [[nodiscard]] std::size_t choice(std::string_view option, std::initializer_list<const char*> choices, std::size_t otherwise = 0) const;
  /// The value of an enumeration with words, its first one when the option was not given.
  template <class Value>
  [[nodiscard]] Value choice(std::string_view option) const {
    const std::string* given = text(option);
    if (given == nullptr) return fleks::names<Value>.words[0].value;
    const auto value = fleks::named<Value>(*given);
    if (!value) throw Stop{{.code = fleks::ErrorCode::no_such_choice, .field = std::string(option), .given = *given}};
    return *value;
  }
};

/// What a subcommand says, kept until it has succeeded: then it is written at once, or nothing is.
struct Output {
  std::string text;                 ///< to standard output, or to the file of -o
  WaitingText long_text;            ///< the same, after the text, where there may be more than fits in memory
  std::string note;                 ///< to standard error, after the output
  std::optional<std::string> file;  ///< where the text goes; standard output when empty
  Outputs files;                    ///< what is written as it comes; all of it is kept together with the text
};

/// An option that has an effect only beside one of some others, or none beside others: without or with them it is refused.
struct Together {
  const char* option;
  std::vector<const char*> only_with{}, not_with{};
};

struct Command {
  const char* name;
  Text what;   ///< one line
  Text usage;  ///< what follows the name
  std::vector<Option> options;
  Text example;                                     ///< a command line and what it gives
  int most_files = 0;                               ///< how many arguments without an option it takes
  int (*run)(const Arguments&, Output&) = nullptr;  ///< the exit code, 0 or 1
  std::vector<Together> together{};
};

/// Makes a subcommand known to the program.
struct Registered {
  explicit Registered(Command command);
};
[[nodiscard]] const std::vector<Command>& commands();

/// Tasks whose results can be computed again from what they were given, with no file and no folder but what was kept.
[[nodiscard]] Command audit_task();
[[nodiscard]] Command ceiling_task();
[[nodiscard]] Command holiday_task();
[[nodiscard]] Command hours_task();
[[nodiscard]] Command housing_task();
[[nodiscard]] Command ledighedsydelse_task();
[[nodiscard]] Command month_task();
[[nodiscard]] Command municipality_task();
[[nodiscard]] Command rates_task();
[[nodiscard]] Command rules_task();
[[nodiscard]] Command self_employed_task();
[[nodiscard]] Command tax_task();
/// Runs a subcommand. A result in JSON gets what it was computed from as its member `facts`.
int run(const Command& command, const Arguments& arguments, Output& output);

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

/// Options that several subcommands have.
[[nodiscard]] Option rates_option();
[[nodiscard]] Option expect_option();
[[nodiscard]] Option format_option(Text help, std::vector<const char*> choices);

/// `work` of each number below `count`, on every core there is, several at a time on each where work waits for a disk. It throws nothing.
void on_every_core(std::size_t count, const std::function<void(std::size_t)>& work, std::size_t at_a_time = 1);

/// The text of an ordinary file of at most 16 MB, or of standard input (`-`) where no option names it; stops when it is a directory, a
/// pipe, missing or not to be read.
[[nodiscard]] std::string read_file(std::string_view option, const std::string& path);
/// Writes the output where it belongs, all of it or nothing; stops when not all of it could be written.
void write(Output& output, fleks::Language language);

}  // namespace program
