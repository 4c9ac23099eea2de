#include <algorithm>
#include <utility>

#include <CLI/CLI.hpp>

#include "command.hpp"

// CLI11 finds options and their values; every message is ours, so that it comes in the language asked for.

namespace program {
namespace {

using fleks::Error;
using fleks::ErrorCode;

std::vector<Command>& registry() {
  static std::vector<Command> all;
  return all;
}

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

/// How many letters must be changed to make one word of another.
std::size_t distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (std::size_t i = 0; i < a.size(); ++i) {
    std::size_t diagonal = std::exchange(row[0], i + 1);
    for (std::size_t j = 0; j < b.size(); ++j) {
      const std::size_t changed = diagonal + static_cast<std::size_t>(a[i] != b[j]);
      diagonal = row[j + 1];
      row[j + 1] = std::min({changed, row[j] + 1, row[j + 1] + 1});
    }
  }
  return row.back();
}

/// The options that what was given may have meant, and where all of them are told.
fleks::OneOf allowed_options(const Command* command, std::string_view given) {
  const std::string_view name = given.substr(0, given.find('='));
  fleks::OneOf allowed;
  for (const Option& option : all_options(command))
    if (name.starts_with('-') && distance(name, option.name) <= 3) allowed.choices.emplace_back(option.name);
  allowed.choices.emplace_back("fleks " + (command == nullptr ? "" : std::string(command->name) + " ") + "--help");
  return allowed;
}

fleks::OneOf known_commands() {
  fleks::OneOf names;
  for (const Command& command : commands()) names.choices.emplace_back(command.name);
  return names;
}

void collect(const CLI::App& app, const Option& known, Arguments& arguments) {
  const CLI::Option* option = app.get_option(known.name);
  if (option->count() == 0) return;
  if (option->results().size() > 1 && !known.repeatable) throw Stop{{.code = ErrorCode::duplicate, .field = known.name}};
  const fleks::OneOf allowed{{known.choices.begin(), known.choices.end()}};
  for (const std::string& value : option->results()) {
    if (value.starts_with("--")) throw Stop{{.code = ErrorCode::empty, .field = known.name}};
    if (!known.choices.empty() && std::ranges::find(known.choices, std::string_view(value)) == known.choices.end())
      throw Stop{
          {.code = value.empty() ? ErrorCode::empty : ErrorCode::no_such_choice, .field = known.name, .given = value, .allowed = allowed}};
  }
  arguments.options[known.name] = option->results();
}

/// No option is taken that would have no effect.
void refuse_without_effect(const Command& command, const Arguments& a) {
  const auto given = [&](const char* option) { return a.has(option); };
  for (const Together& t : command.together) {
    if (!a.has(t.option)) continue;
    if (!t.only_with.empty() && std::ranges::none_of(t.only_with, given))
      throw Stop{
          {.code = ErrorCode::exclusive_facts, .field = t.option, .allowed = fleks::OnlyWith{{t.only_with.begin(), t.only_with.end()}}}};
    if (const auto other = std::ranges::find_if(t.not_with, given); other != t.not_with.end())
      throw Stop{{.code = ErrorCode::exclusive_facts, .field = *other, .allowed = fleks::NotWith{{t.option}}}};
  }
}

/// "--month: 1 required TEXT missing" names the option that lacks its value.
std::string option_of(const CLI::Error& e) {
  const std::string what = e.what();
  const auto from = what.find("--");
  if (from == std::string::npos) return what;
  return what.substr(from, what.find_first_of(" :=,", from) - from);
}

}  // namespace

Registered::Registered(Command command) {
  auto& all = registry();
  const auto place = std::find_if(all.begin(), all.end(), [&](const Command& c) { return std::string_view(command.name) < c.name; });
  all.insert(place, std::move(command));
}

const std::vector<Command>& commands() { return registry(); }

fleks::Language language_asked_for(const std::vector<std::string>& words) {
  auto language = fleks::Language::danish;
  for (std::size_t i = 0; i < words.size(); ++i) {
    std::string_view value;
    if (words[i] == "--lang" && i + 1 < words.size()) value = words[i + 1];
    if (words[i].starts_with("--lang=")) value = std::string_view(words[i]).substr(7);
    if (const auto asked = fleks::language(value)) language = *asked;
  }
  return language;
}

CommandLine read_command_line(const std::vector<std::string>& words, fleks::Language language) {
  CLI::App app;
  prepare(app, nullptr);
  app.require_subcommand(0, 1);
  for (const Command& command : commands()) {
    prepare(*app.add_subcommand(command.name), &command);
  }
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
    if (app.got_subcommand(command.name)) {
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
