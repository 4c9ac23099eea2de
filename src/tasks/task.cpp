#include "tasks/task.hpp"

#include <algorithm>

#include <fleks/text/shown.hpp>
#include <fleks/words/message.hpp>

namespace fleks::tasks {

namespace {

/// A fact is known by its option. The months of a case that are asked for are said shorter.
std::string option_of(Fact fact) {
  switch (fact) {
    case Fact::first: return "--from";
    case Fact::last: return "--to";
    case Fact::from_month: return "--correct-from";
    default: break;
  }
  std::string option = "--" + std::string(to_text(fact));
  std::replace(option.begin(), option.end(), '_', '-');
  return option;
}

}  // namespace

Reader reader() { return {.name = option_of, .rates_danish = "--rates FIL", .rates_english = "--rates FILE"}; }

std::string in_words(const Error& error, Language language) { return message(error, language, reader()); }

std::string in_words(const Stop& stop, Language language) {
  return (stop.about.empty() ? "" : shown(stop.about) + ": ") + in_words(stop.error, language) + stop.rest;
}

std::string Option::help_in(Language language) const {
  std::string text = help.in(language);
  if (const auto place = text.find("{}"); years != nullptr && place != std::string::npos) text.replace(place, 2, years());
  return text;
}

std::size_t Arguments::choice(std::string_view option, std::initializer_list<const char*> choices, std::size_t otherwise) const {
  const std::string* given = text(option);
  if (given == nullptr) return otherwise;
  OneOf allowed;
  std::size_t place = 0;
  for (const char* each : choices) {
    if (*given == each) return place;
    allowed.choices.emplace_back(each);
    ++place;
  }
  throw Stop{{.code = given->empty() ? ErrorCode::empty : ErrorCode::no_such_choice,
              .field = std::string(option),
              .given = *given,
              .allowed = std::move(allowed)}};
}

std::string FilesRead::read(std::string_view option, const std::string& name, const Machine& machine) {
  {
    const std::lock_guard lock(one_at_a_time_);
    if (const auto found = texts.find(name); found != texts.end()) return found->second;
  }
  if (again || machine.read_file == nullptr)
    throw Stop{{.code = ErrorCode::cannot_read, .field = std::string(option), .given = name, .allowed = FileTrouble::missing}};
  std::string text = machine.read_file(option, name);
  if (keeps) {
    const std::lock_guard lock(one_at_a_time_);
    texts.try_emplace(name, text);
  }
  return text;
}

Option rates_option() {
  return {"--rates",
          {"FIL", "FILE"},
          {"satser, der føjes til de indbyggede eller erstatter dem (som rates.csv)",
           "rates that add to the built-in ones or replace them (as rates.csv)"}};
}
Option expect_option() {
  return {"--expect",
          {"KR", "KR"},
          {"det forventede resultat: er det et andet, er afslutningskoden 1, og forskellen vises",
           "the expected result: exit 1 if it differs, and the difference is shown"}};
}
Option format_option(Text help, std::vector<const char*> choices) { return {"--format", {"FORM", "FORM"}, help, std::move(choices)}; }

}  // namespace fleks::tasks
