#include "tasks/again.hpp"

#include <algorithm>

#include <fleks/rates/rate_table.hpp>

#include "tasks/facts.hpp"

namespace fleks::tasks {

namespace {

bool offers_json(const Command& command) {
  return std::ranges::any_of(command.options(), [](const Option& option) {
    return std::string_view(option.name) == "format" &&
           std::ranges::any_of(option.choices, [](std::string_view choice) { return choice == "json"; });
  });
}

const Command& command_of(const std::string& task, std::span<const Command> tasks) {
  OneOf allowed;
  for (const Command& command : tasks) {
    if (!offers_json(command)) continue;
    if (task == command.name) return command;
    allowed.choices.emplace_back(command.name);
  }
  throw Stop{{.code = ErrorCode::no_such_choice, .field = "facts.task", .given = task, .allowed = std::move(allowed)}};
}

/// The option of a fact.
const Option& option_of(const std::vector<Option>& options, const Given::Fact& fact) {
  for (const Option& option : options)
    if ((option.role == Option::Role::fact || option.role == Option::Role::speed) && option.name == fact.name &&
        (*option.value.danish == '\0') == fact.values.empty())
      return option;
  throw Stop{{.code = ErrorCode::unknown_fact, .field = "facts.given", .given = fact.name}};
}

/// Names the rates in force on the date that a task is about, where its facts say one.
void name_rates(KeptResult& result, const Again& task) {
  const std::string* year = task.arguments.text("year");
  const auto january = parse_month(year == nullptr ? std::string() : *year + "-01");
  if (!january) return;
  const RateTable table = read_rates(task.arguments);
  const RatesOnDate rates = table.on(first_day(*january));
  std::vector<const Rate*> all;
  for (std::size_t i = 0; i < rate_key_count; ++i)
    if (const Rate* rate = rates.row(static_cast<RateKey>(i))) all.push_back(rate);
  result.name_rates(all);
}

}  // namespace

Given given(const Command& task, const Arguments& arguments) {
  Given all{.task = task.name, .language = arguments.language == Language::danish ? "da" : "en", .facts = {}};
  const std::vector<Option> known_options = task.options();
  for (const auto& [option, values] : arguments.options) {
    const auto known = std::ranges::find(known_options, option, &Option::name);
    if (known == known_options.end() || known->role == Option::Role::form || known->role == Option::Role::speed) continue;
    const bool is_flag = *known->value.danish == '\0';
    all.facts.push_back({option, is_flag ? std::vector<std::string>{} : values});
  }
  all.arguments = arguments.files;
  for (const auto& [name, text] : arguments.files_read->texts) all.files.push_back({name, text});
  return all;
}

Again again(const Given& given, std::span<const Command> tasks) {
  Again task{&command_of(given.task, tasks), {}};
  const std::vector<Option> options = task.command->options();
  Arguments& a = task.arguments;
  for (const Given::Fact& fact : given.facts) {
    const Option& option = option_of(options, fact);
    auto& values = a.options[option.name];
    values = fact.values;
    if (fact.values.size() > 1 && !option.repeatable) throw Stop{{.code = ErrorCode::duplicate, .field = fact.name}};
    if (fact.values.empty()) values.emplace_back("true");
  }
  a.options["format"] = {"json"};
  a.files = given.arguments;
  if (a.files.size() > static_cast<std::size_t>(task.command->most_files))
    throw Stop{{.code = ErrorCode::unknown_fact, .field = "facts.arguments", .given = a.files.back()}};
  const auto language = fleks::language(given.language);
  if (!language)
    throw Stop{{.code = ErrorCode::no_such_choice, .field = "facts.language", .given = given.language, .allowed = OneOf{{"da", "en"}}}};
  a.language = *language;
  a.files_read->again = true;
  for (const Given::File& file : given.files) a.files_read->texts.emplace(file.name, file.text);
  return task;
}

KeptResult computed_again(const Given& given, std::span<const Command> tasks, const RateTable* today, std::string own_rates) {
  const Again task = again(given, tasks);
  task.arguments.files_read->rates = std::move(own_rates);
  task.arguments.files_read->today = today;
  Output output;
  run(*task.command, task.arguments, output);
  auto now = or_stop(KeptResult::read(output.text));
  name_rates(now, task);
  return now;
}

Verification verified(KeptResult kept, std::span<const Command> tasks, const RateTable* today) {
  const Given given = kept.given();
  const KeptResult now = computed_again(given, tasks, today);
  return verification(std::move(kept), now, [&](const std::string& rates) -> std::optional<KeptResult> {
    try {
      return computed_again(given, tasks, today, rates);
    } catch (const Stop&) {
      return std::nullopt;
    }
  });
}

int run(const Command& command, const Arguments& arguments, Output& output, Files* files) {
  const std::string* format = arguments.text("format");
  const bool json = format != nullptr && *format == "json";
  arguments.files_read->keeps = json && arguments.files.size() <= 1;
  const int code = files != nullptr && command.run_with_files != nullptr ? command.run_with_files(arguments, output, *files)
                                                                         : command.run(arguments, output);
  if (json) output.text = with_facts(std::move(output.text), given(command, arguments));
  return code;
}

}  // namespace fleks::tasks
