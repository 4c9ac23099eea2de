#include <algorithm>
#include <utility>

#include <CLI/CLI.hpp>

#include "command.hpp"

// CLI11 finds options and their values; every message is ours, so that it comes in the language asked for.

namespace program {
namespace {

using fleks::Error;
using fleks::ErrorCode;

/// `--name=` gives an empty value; CLI11 would take the next word instead.
std::vector<std::string> with_empty_values(const std::vector<std::string>& words) {
  std::vector<std::string> out;
  for (const auto& word : words) {
    if (word.starts_with("--") && word.size() > 3 && word.find('=') == word.size() - 1) {
      out.push_back(word.substr(0, word.size() - 1));
      out.emplace_back();
    } else {
      out.push_back(word);
    }
  }
  return out;
}

CLI::Option* add(CLI::App& app, const Option& option) {
  if (*option.value.danish == '\0') return app.add_flag(option.name);
  return app.add_option(option.name, [](const CLI::results_t&) { return true; })
      ->expected(1)
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
}

void prepare(CLI::App& app, const Command* command) {
  app.set_help_flag();
  app.allow_extras();
  for (const Option& option : all_options(command)) add(app, option);
  app.add_flag("-h");
}

/// What is asked for in place of a result.
CommandLine::Wanted wanted(const CLI::App& app) {
  using enum CommandLine::Wanted;
  const auto given = [&](const char* name) { return app.get_option_no_throw(name) != nullptr && app.count(name) > 0; };
  return given("--help") || given("-h") ? help
         : given("--manual")            ? manual
         : given("--completion")        ? completion
         : given("--version")           ? version
                                        : result;
}

void collect(const CLI::App& app, const Option& known, Arguments& arguments) {
  const CLI::Option* option = app.get_option(known.name);
  if (option->count() == 0) return;
  refuse_wrong_values(known, option->results());
  arguments.options[known.name] = option->results();
}

/// "--month: 1 required TEXT missing" names the option that lacks its value.
std::string option_of(const CLI::Error& e) {
  const std::string what = e.what();
  const auto from = what.find("--");
  if (from == std::string::npos) return what;
  return what.substr(from, what.find_first_of(" :=,", from) - from);
}

}  // namespace

CommandLine read_command_line(const std::vector<std::string>& words, fleks::Language language) {
  CLI::App app;
  prepare(app, nullptr);
  app.require_subcommand(0, 1);
  // A task that no word names cannot be the one asked for, and to build its options takes longer than to do the work.
  const auto named = [&](const Command& command) { return std::ranges::find(words, command.name) != words.end(); };
  for (const Command& command : commands())
    if (named(command)) prepare(*app.add_subcommand(command.name), &command);
  auto reversed = with_empty_values(words);
  std::reverse(reversed.begin(), reversed.end());
  try {
    app.parse(std::move(reversed));
  } catch (const CLI::Error& e) {
    throw Stop{{.code = ErrorCode::empty, .field = option_of(e)}};
  }

  CommandLine line;
  line.arguments.language = language;
  const CLI::App* chosen = &app;
  for (const Command& command : commands())
    if (named(command) && app.got_subcommand(command.name)) {
      line.command = &command;
      chosen = app.get_subcommand(command.name);
    }
  line.wanted = wanted(app);
  if (line.wanted == CommandLine::Wanted::result) line.wanted = wanted(*chosen);
  if (line.wanted == CommandLine::Wanted::help) return line;
  for (const Option& option : all_options(nullptr)) collect(app, option, line.arguments);
  for (const std::string& rest : app.remaining()) {
    const bool option = rest.starts_with('-');
    throw Stop{{.code = option ? ErrorCode::unknown_option : ErrorCode::no_such_choice,
                .given = rest,
                .allowed = option ? allowed_options(nullptr, rest) : known_commands()}};
  }
  if (line.command == nullptr) {
    if (line.wanted != CommandLine::Wanted::result) return line;
    throw Stop{
        {.code = ErrorCode::missing_fact, .field = language == fleks::Language::danish ? "OPGAVE" : "TASK", .allowed = known_commands()}};
  }
  for (const Option& option : all_options(line.command)) collect(*chosen, option, line.arguments);
  for (const std::string& rest : chosen->remaining()) {
    if (rest.size() > 1 && rest.front() == '-')
      throw Stop{{.code = ErrorCode::unknown_option, .given = rest, .allowed = allowed_options(line.command, rest)}};
    line.arguments.files.push_back(rest);
    if (line.arguments.files.size() > static_cast<std::size_t>(line.command->most_files))
      throw Stop{{.code = ErrorCode::unknown_option, .given = rest, .allowed = allowed_options(line.command, rest)}};
  }
  if (line.wanted == CommandLine::Wanted::result) refuse_without_effect(*line.command, line.arguments);
  return line;
}

}  // namespace program
