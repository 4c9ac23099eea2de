#include <algorithm>
#include <cstdint>
#include <exception>
#include <string>
#include <string_view>
#include <vector>

#include <fleks/rates/rate_table.hpp>
#include <fleks/version.hpp>

#include "files.hpp"
#include "fleks/command.hpp"

// The program's tasks as functions that a page calls: the words of a command line in, what the program would print out. The page
// has no other calculation than these.

namespace {

using fleks::ErrorCode;
using program::Stop;

const program::Registered tasks[] = {program::Registered{program::audit_task()}, program::Registered{program::hours_task()},
                                     program::Registered{program::month_task()}};
/// What a page has none of.
void refuse_what_is_of_a_machine(const program::Arguments& a) {
  for (const char* option : {"schema", "from_xlsx", "batch"})
    if (a.has(option)) throw Stop{{.code = ErrorCode::unknown_option, .given = program::spelled(option)}};
}

std::string answer;

/// Words that end with a zero byte each.
std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words;
  while (!text.empty()) {
    const auto end = std::min(text.find('\0'), text.size());
    words.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return words;
}

const program::Command& command_named(const std::string& name) {
  for (const program::Command& command : program::commands())
    if (command.name == name) return command;
  throw Stop{{.code = ErrorCode::no_such_choice, .given = name, .allowed = program::known_commands()}};
}

/// As the program's command line, but that every option and its value are words of their own.
program::Arguments arguments_of(const program::Command& command, const std::vector<std::string>& words, fleks::Language language) {
  program::Arguments arguments;
  arguments.machine = program::this_machine();
  arguments.language = language;
  arguments.reader = program::reader();
  const std::vector<program::Option> known = program::all_options(&command);
  for (std::size_t i = 1; i < words.size(); ++i) {
    if (!words[i].starts_with('-')) {
      arguments.files.push_back(words[i]);
      continue;
    }
    const auto option = program::option_spelled(known, words[i]);
    if (option == known.end())
      throw Stop{{.code = ErrorCode::unknown_option, .given = words[i], .allowed = program::allowed_options(&command, words[i])}};
    const bool is_flag = *option->value.danish == '\0';
    if (!is_flag && i + 1 == words.size()) throw Stop{{.code = ErrorCode::empty, .field = words[i]}};
    arguments.options[option->name].push_back(is_flag ? std::string() : words[++i]);
  }
  for (const program::Option& option : known)
    if (*option.value.danish != '\0' && arguments.has(option.name))
      program::refuse_wrong_values(option, arguments.options.find(option.name)->second);
  if (arguments.files.size() > static_cast<std::size_t>(command.most_files))
    throw Stop{{.code = ErrorCode::unknown_option, .given = arguments.files.back()}};
  refuse_what_is_of_a_machine(arguments);
  program::refuse_without_effect(command, arguments);
  return arguments;
}

/// Field, value and sentence of an error, with a zero byte after each of the first two.
std::string told(const Stop& stop, fleks::Language language) {
  const auto fact = stop.error.field.fact();
  const std::string field = fact ? std::string(to_text(*fact)) : std::string(stop.error.field.text());
  std::string text = field;
  text += '\0';
  text += stop.error.given;
  text += '\0';
  return text + program::in_words(stop, language);
}

}  // namespace

extern "C" {

/// A file that the tasks can read by its name, until it is given again.
void fleks_page_file(const char* name, std::size_t name_size, const char* text, std::size_t size) {
  page::files()[std::string(name, name_size)] = std::string(text, size);
}

/// Makes a file that a task has written the answer: 0, or 2 where there is none of that name.
std::int32_t fleks_page_written(const char* name, std::size_t name_size) {
  const auto found = page::files().find(std::string_view(name, name_size));
  if (found == page::files().end()) return 2;
  answer = found->second;
  return 0;
}

/// Makes the answer the program's version and that of its rates, with a zero byte between them.
void fleks_page_version() { answer = std::string(fleks::library_version()) + '\0' + fleks::rates_version(fleks::RateTable::embedded()); }

/// Runs a task: the exit code of the program, and the answer or (at 2) what is wrong.
std::int32_t fleks_page_run(const char* text, std::size_t size) {
  const std::vector<std::string> words = words_of({text, size});
  const fleks::Language language = program::language_asked_for(words);
  try {
    if (words.empty()) throw Stop{{.code = ErrorCode::empty, .allowed = program::known_commands()}};
    const program::Command& command = command_named(words.front());
    program::Output output;
    program::Files files;
    const int code = program::run(command, arguments_of(command, words, language), output, &files);
    answer = std::move(output.text);
    if (!files.long_text.empty()) {
      program::OutputStream rest("-", "");
      files.long_text.copy_to(rest);
      answer += page::files()["-"];
    }
    return code;
  } catch (const Stop& stop) {
    answer = told(stop, language);
  } catch (const fleks::BadResult& bad) {
    answer = told(Stop{bad.error()}, language);
  } catch (const std::exception& e) {
    answer = std::string("\0\0", 2) + e.what();
  }
  return 2;
}

const char* fleks_page_answer() { return answer.data(); }
std::size_t fleks_page_answer_size() { return answer.size(); }

}  // extern "C"
