#include <algorithm>
#include <utility>

#include <fleks/words/message.hpp>

#include "command.hpp"

// The subcommands there are, and what none of them takes, however its options came in.

namespace program {

using fleks::ErrorCode;

namespace {

std::vector<Command>& registry() {
  static std::vector<Command> all;
  return all;
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

}  // namespace

std::string spelled(std::string_view asked) {
  if (asked.empty()) return {};
  const std::size_t end = std::min(asked.find(' '), asked.size());
  std::string option(asked.substr(0, end));
  std::ranges::replace(option, '_', '-');
  return (option == "output" ? "-o" : "--" + option) + std::string(asked.substr(end));
}

std::vector<Option>::const_iterator option_spelled(const std::vector<Option>& options, std::string_view spelling) {
  std::string name(spelling == "-o" ? "output" : spelling.substr(std::min<std::size_t>(spelling.size(), 2)));
  std::ranges::replace(name, '-', '_');
  const auto found = std::ranges::find(options, std::string_view(name), &Option::name);
  return found != options.end() && spelled(found->name) == spelling ? found : options.end();
}

fleks::Reader reader() {
  // The months of a case that are asked for are said shorter.
  const auto of_fact = [](fleks::Fact fact) {
    switch (fact) {
      case fleks::Fact::first: return spelled("from");
      case fleks::Fact::last: return spelled("to");
      case fleks::Fact::from_month: return spelled("correct_from");
      default: return spelled(to_text(fact));
    }
  };
  return {.name = of_fact, .asked = spelled, .rates_danish = "--rates FIL", .rates_english = "--rates FILE"};
}

std::string in_words(const Stop& stop, fleks::Language language) { return in_words(stop, language, reader()); }
std::string in_words(const fleks::Error& error, fleks::Language language) { return message(error, language, reader()); }

Option output_option(Text help) { return {.name = "output", .value = {"FIL", "FILE"}, .help = help, .role = Option::Role::form}; }
Option workbook_option(Text help) { return {.name = "from_xlsx", .value = {"FIL", "FILE"}, .help = help, .role = Option::Role::machine}; }

Registered::Registered(const Command& command) {
  auto& all = registry();
  const auto place = std::find_if(all.begin(), all.end(), [&](const Command& c) { return std::string_view(command.name) < c.name; });
  all.insert(place, command);
}

const std::vector<Command>& commands() { return registry(); }

fleks::OneOf allowed_options(const Command* command, std::string_view given) {
  const std::string_view name = given.substr(0, given.find('='));
  fleks::OneOf allowed;
  for (const Option& option : all_options(command))
    if (name.starts_with('-') && distance(name, spelled(option.name)) <= 3) allowed.choices.push_back(asked(option.name));
  allowed.choices.emplace_back("fleks " + (command == nullptr ? "" : std::string(command->name) + " ") + "--help");
  return allowed;
}

fleks::OneOf known_commands() {
  fleks::OneOf names;
  for (const Command& command : commands()) names.choices.emplace_back(command.name);
  return names;
}

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

void refuse_wrong_values(const Option& known, const std::vector<std::string>& values) {
  if (values.size() > 1 && !known.repeatable) throw Stop{{.code = ErrorCode::duplicate, .field = asked(known.name)}};
  const fleks::OneOf allowed{{known.choices.begin(), known.choices.end()}};
  for (const std::string& value : values) {
    if (value.starts_with("--")) throw Stop{{.code = ErrorCode::empty, .field = asked(known.name)}};
    if (!known.choices.empty() && std::ranges::find(known.choices, std::string_view(value)) == known.choices.end())
      throw Stop{{.code = value.empty() ? ErrorCode::empty : ErrorCode::no_such_choice,
                  .field = asked(known.name),
                  .given = value,
                  .allowed = allowed}};
  }
}

void refuse_without_effect(const Command& command, const Arguments& a) {
  const auto given = [&](const char* option) { return a.has(option); };
  if (command.together == nullptr) return;
  for (const Together& t : command.together()) {
    if (!a.has(t.option)) continue;
    if (!t.only_with.empty() && std::ranges::none_of(t.only_with, given)) {
      fleks::OnlyWith allowed;
      for (const char* other : t.only_with) allowed.others.push_back(asked(other));
      throw Stop{{.code = ErrorCode::exclusive_facts, .field = asked(t.option), .allowed = std::move(allowed)}};
    }
    if (const auto other = std::ranges::find_if(t.not_with, given); other != t.not_with.end())
      throw Stop{{.code = ErrorCode::exclusive_facts, .field = asked(*other), .allowed = fleks::NotWith{{asked(t.option)}}}};
  }
}

}  // namespace program
