#pragma once

#include <functional>
#include <initializer_list>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <fleks/errors/result.hpp>
#include <fleks/facts/names.hpp>
#include <fleks/rates/rate_table.hpp>
#include <fleks/statement/month_statement.hpp>
#include <fleks/words/language.hpp>
#include <fleks/words/message.hpp>
#include <fleks/words/worth_in_words.hpp>

// What a task is: what it is asked by, and how it is run from that. A kept result says what it was given by the same names, so that it
// can be computed again by whoever has the task: the program (examples/fleks/), which spells them as its options, the C interface, a
// page. A new one is one more file in this folder, and a line in `own_tasks`.

namespace fleks::tasks {

/// A text in both languages.
struct Text {
  const char* danish = "";
  const char* english = "";
  [[nodiscard]] const char* in(Language language) const noexcept { return language == Language::danish ? danish : english; }
};

/// The words of an enumeration, as they are offered.
template <class Value>
[[nodiscard]] std::vector<const char*> words() {
  std::vector<const char*> all;
  for (const auto& each : names<Value>.words) all.push_back(each.word.data());
  return all;
}

/// A fact or a choice that a task is asked by, with a value (`value` names it in the help), or a flag (`value` empty).
struct Option {
  const char* name;  // am_income
  Text value;
  Text help;                           // lines; {} where the years stand that the tables know, {am_income} where another is named
  std::vector<const char*> choices{};  // the values that are allowed; empty: not a list
  bool repeatable = false;
  std::vector<std::string_view> (*known)() = nullptr;  // values that can be offered, where others may be allowed too
  std::string (*years)() = nullptr;                    // of the {} in the help
  /// What it is of a kept result.
  enum class Role {
    fact,     // what the answer was computed from
    form,     // how and where the answer is written
    speed,    // no answer depends on it, and none says it; an older one may
    machine,  // a fact that only a program can read, so that no answer is computed again from it
  } role = Role::fact;

  /// The help, with others named as their reader knows them.
  [[nodiscard]] std::string help_in(Language language, const Reader& reader) const;
};

/// What a task is asked by, as what an error is about: its name, and after a space a value of it where that is meant.
[[nodiscard]] inline Field asked(std::string_view name) { return Field::asked(name); }
[[nodiscard]] inline Field asked(Fact fact) { return Field::asked(to_text(fact)); }

/// Ends a task with an error; thrown by tasks and the program alone.
struct Stop {
  Error error;
  Field about{};       ///< a file, where the error has a line in it; what was asked, where no rate is known of it
  std::string rest{};  ///< more that is wrong, lines that follow the first
};
/// What is said where memory is short; it asks for none itself.
[[nodiscard]] constexpr const char* no_memory(Language language) noexcept {
  return language == Language::danish ? "der er ikke hukommelse nok til det" : "there is not enough memory for it";
}
/// What is said of it.
[[nodiscard]] std::string in_words(const Stop& stop, Language language, const Reader& reader);

template <class T>
T or_stop(Result<T> result) {
  if (!result) throw Stop{std::move(result).error()};
  return *std::move(result);
}
/// The same for what was given as `name`: the error names it.
template <class T>
T or_stop(Result<T> result, std::string_view name) {
  if (!result) throw Stop{std::move(result).error().in(asked(name))};
  return *std::move(result);
}
/// The same where a fact has another name here than elsewhere.
template <class T>
T or_stop(Result<T> result, Fact fact, std::string_view name) {
  if (!result && result.error().field == Field(fact)) return or_stop(std::move(result), name);
  return or_stop(std::move(result));
}

class Arguments;

/// What a task may have of the machine it runs on. A library has none of it: what asks for it is refused as no fact.
struct Machine {
  /// The text of an ordinary file; stops where it cannot be read.
  std::string (*read_file)(std::string_view option, const std::string& path) = nullptr;
  std::string (*month_workbook)(const Explained<MonthStatement>& month, Language language) = nullptr;
  std::string (*hours_workbook)(const WorthOfHours& worth, const Options& options, Language language) = nullptr;
  /// How wide the terminal is that is written to; none: it is no terminal.
  std::optional<std::size_t> (*terminal)() = nullptr;
};

/// Part of a machine that a task cannot do without; stops where there is none, at the fact that asks for it.
template <class Part>
[[nodiscard]] Part* needed(Part* part, const char* fact) {
  if (part == nullptr) throw Stop{{.code = ErrorCode::unknown_fact, .field = "facts.given", .given = fact}};
  return part;
}

/// The files that a run has read, by the names they were given by, so that its result can be computed again without them.
class FilesRead {
 public:
  /// Reads `name`; of a run that is computed again what was kept of it, and nothing else.
  [[nodiscard]] std::string read(std::string_view option, const std::string& name, const Machine& machine);
  std::map<std::string, std::string> texts{};  ///< what was read
  bool keeps = false;                          ///< whether what is read is wanted afterwards
  bool again = false;                          ///< whether the texts are all there is
  std::string rates{};                         ///< rates that a kept result used, to be computed with again
  const RateTable* today = nullptr;            ///< what counts in the place of the embedded rates

 private:
  std::mutex one_at_a_time_{};
};

/// The options as given, each at most once unless it is repeatable.
class Arguments {
 public:
  std::shared_ptr<FilesRead> files_read = std::make_shared<FilesRead>();
  std::map<std::string, std::vector<std::string>, std::less<>> options;
  std::vector<std::string> files;  ///< what stands without an option
  Language language = Language::danish;
  Machine machine{};
  Reader reader{.rates_danish = "rates", .rates_english = "rates"};  ///< whom it is told

  [[nodiscard]] bool has(std::string_view option) const { return options.find(option) != options.end(); }
  /// The text of a file that an option names; it is part of what the result was computed from. Otherwise as `Machine::read_file`.
  [[nodiscard]] std::string read_file(std::string_view option, const std::string& path) const {
    return files_read->read(option, path, machine);
  }
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
    if (given == nullptr) return names<Value>.words[0].value;
    const auto value = named<Value>(*given);
    if (!value) throw Stop{{.code = ErrorCode::no_such_choice, .field = asked(option), .given = *given}};
    return *value;
  }
};

/// What a task says.
struct Output {
  std::string text;  ///< the result
  std::string note;  ///< beside it
};
/// What a program writes beside that, of which a library has nothing; the program says what it is.
struct Files;

/// An option that has an effect only beside one of some others, or none beside others: without or with them it is refused.
struct Together {
  const char* option;
  std::vector<const char*> only_with{}, not_with{};
};

/// A task. What it takes is told when it is asked for: a program of many tasks starts with one.
struct Command {
  const char* name;
  Text what;     ///< one line
  Text usage{};  ///< how a program is asked for it: what follows the name
  std::vector<Option> (*options)();
  Text example{};                                                      ///< of a program: a command line and what it gives
  int most_files = 0;                                                  ///< how many arguments without an option it takes
  int (*run)(const Arguments&, Output&) = nullptr;                     ///< the exit code, 0 or 1
  int (*run_with_files)(const Arguments&, Output&, Files&) = nullptr;  ///< the same where there are files to write
  std::vector<Together> (*together)() = nullptr;
  std::vector<Option> (*more)() = nullptr;  ///< of a program: what only it can read
};

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
/// All of them.
[[nodiscard]] std::span<const Command> own_tasks();

/// Runs a task. A result in JSON gets what it was computed from as its member `facts`.
int run(const Command& command, const Arguments& arguments, Output& output, Files* files = nullptr);

/// Several lists of options as one.
[[nodiscard]] std::vector<Option> joined(std::initializer_list<std::vector<Option>> lists);
/// Options that several tasks have.
[[nodiscard]] Option rates_option();
[[nodiscard]] Option expect_option();
[[nodiscard]] Option format_option(Text help, std::vector<const char*> choices);

}  // namespace fleks::tasks
