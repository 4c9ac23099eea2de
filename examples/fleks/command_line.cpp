#include <algorithm>
#include <map>
#include <string_view>
#include <utility>

#include "command.hpp"

// The words of the command line against the options of the program and of one task. Which values an option takes, and what is told of
// what is wrong, stand with the options (command.hpp).

namespace program {
namespace {

using fleks::ErrorCode;

/// The words that belong to the options of the program, or to those of a task.
class Given {
 public:
  explicit Given(const Command* of) : command_(of), known_(all_options(of)) {}

  /// Takes the words from `at` on up to one that ends them, and gives the place after that.
  template <class Ends>
  std::size_t take(const std::vector<std::string>& words, std::size_t at, Ends ends) {
    bool options_too = true;
    while (at < words.size()) {
      const std::string& word = words[at++];
      if (options_too && word == "--")
        options_too = false;
      else if (options_too && word.size() > 1 && word.front() == '-')
        at = take_option(words, at);
      else if (options_too && ends(word))
        return at;
      else
        rest_.push_back(word);
    }
    return at;
  }
  [[nodiscard]] bool has(std::string_view option) const { return values_.contains(option); }
  [[nodiscard]] const std::vector<std::string>& rest() const noexcept { return rest_; }
  /// What is asked for in place of a result.
  [[nodiscard]] CommandLine::Wanted wanted() const {
    using enum CommandLine::Wanted;
    return has("help") ? help : has("manual") ? manual : has("completion") ? completion : has("version") ? version : result;
  }
  /// Each option with its values, in the order of the options.
  void collect(Arguments& arguments) const {
    for (const Option& option : known_) {
      const auto found = values_.find(option.name);
      if (found == values_.end()) continue;
      refuse_wrong_values(option, found->second);
      arguments.options[option.name] = found->second;
    }
  }
  [[noreturn]] void refuse(const std::string& word) const {
    throw Stop{{.code = ErrorCode::unknown_option, .given = word, .allowed = allowed_options(command_, word)}};
  }

 private:
  /// The option is the word before `at`: `--name`, `--name=value`, `-o` or `-ovalue`. Gives the place after its value.
  std::size_t take_option(const std::vector<std::string>& words, std::size_t at) {
    const std::string& word = words[at - 1];
    const std::string_view all = word;
    const bool is_long = word.starts_with("--");
    const std::size_t equals = is_long ? all.find('=') : std::string_view::npos;
    const std::string_view name = is_long ? all.substr(0, equals) : all.substr(0, 2);
    const bool joined = is_long ? equals != std::string_view::npos : word.size() > 2;
    if (word == "-h") {
      values_["help"].emplace_back();
      return at;
    }
    const auto option = option_spelled(known_, name);
    const bool is_flag = option != known_.end() && *option->value.danish == '\0';
    if (option == known_.end() || (is_flag && joined)) {
      rest_.emplace_back(all.ends_with('=') ? name : all);
      return at;
    }
    std::vector<std::string>& values = values_[option->name];
    if (is_flag) {
      values.emplace_back("true");
    } else if (joined) {
      values.emplace_back(all.substr(is_long ? equals + 1 : 2));
    } else {
      if (at == words.size()) throw Stop{{.code = ErrorCode::empty, .field = asked(option->name)}};
      values.push_back(words[at++]);
    }
    return at;
  }

  const Command* command_;
  std::vector<Option> known_;
  std::map<std::string_view, std::vector<std::string>> values_{};
  std::vector<std::string> rest_{};
};

}  // namespace

CommandLine read_command_line(const std::vector<std::string>& words, fleks::Language language) {
  CommandLine line;
  line.arguments.language = language;
  line.arguments.machine = this_machine();
  line.arguments.reader = reader();
  Given of_program(nullptr);
  const std::size_t at = of_program.take(words, 0, [&](const std::string& word) {
    const auto found = std::ranges::find_if(commands(), [&](const Command& each) { return each.name == word; });
    line.command = found == commands().end() ? nullptr : &*found;
    return line.command != nullptr;
  });
  std::optional<Given> of_task;
  if (line.command != nullptr) of_task.emplace(line.command).take(words, at, [](const std::string&) { return false; });

  line.wanted = of_program.wanted();
  if (line.wanted == CommandLine::Wanted::result && of_task) line.wanted = of_task->wanted();
  if (line.wanted == CommandLine::Wanted::help) return line;
  of_program.collect(line.arguments);
  for (const std::string& rest : of_program.rest()) {
    if (rest.starts_with('-')) of_program.refuse(rest);
    throw Stop{{.code = ErrorCode::no_such_choice, .given = rest, .allowed = known_commands()}};
  }
  if (!of_task) {
    if (line.wanted != CommandLine::Wanted::result) return line;
    throw Stop{
        {.code = ErrorCode::missing_fact, .field = language == fleks::Language::danish ? "OPGAVE" : "TASK", .allowed = known_commands()}};
  }
  of_task->collect(line.arguments);
  for (const std::string& rest : of_task->rest()) {
    if (rest.size() > 1 && rest.front() == '-') of_task->refuse(rest);
    line.arguments.files.push_back(rest);
    if (line.arguments.files.size() > static_cast<std::size_t>(line.command->most_files)) of_task->refuse(rest);
  }
  if (line.wanted == CommandLine::Wanted::result) refuse_without_effect(*line.command, line.arguments);
  return line;
}

}  // namespace program
