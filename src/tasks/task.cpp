#include "tasks/task.hpp"

#include <algorithm>

#include <fleks/text/shown.hpp>
#include <fleks/words/message.hpp>

namespace fleks::tasks {

std::string in_words(const Stop& stop, Language language, const Reader& reader) {
  std::string about(stop.about.text());
  if (!about.empty()) about = shown(stop.about.is_asked() ? reader.asked(about) : about) + ": ";
  return about + message(stop.error, language, reader) + stop.rest;
}

std::string Option::help_in(Language language, const Reader& reader) const {
  std::string text = help.in(language);
  for (auto begin = text.find('{'); begin != std::string::npos; begin = text.find('{', begin)) {
    const auto end = text.find('}', begin);
    const std::string other = text.substr(begin + 1, end - begin - 1), said = other.empty() ? years() : reader.asked(other);
    text.replace(begin, end + 1 - begin, said);
    begin += said.size();
  }
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
              .field = asked(option),
              .given = *given,
              .allowed = std::move(allowed)}};
}

std::string FilesRead::read(std::string_view option, const std::string& name, const Machine& machine) {
  {
    const std::lock_guard lock(one_at_a_time_);
    if (const auto found = texts.find(name); found != texts.end()) return found->second;
  }
  if (again || machine.read_file == nullptr)
    throw Stop{{.code = ErrorCode::cannot_read, .field = asked(option), .given = name, .allowed = FileTrouble::missing}};
  std::string text = machine.read_file(option, name);
  if (keeps) {
    const std::lock_guard lock(one_at_a_time_);
    texts.try_emplace(name, text);
  }
  return text;
}

std::vector<Option> joined(std::initializer_list<std::vector<Option>> lists) {
  std::vector<Option> all;
  for (const auto& list : lists) all.insert(all.end(), list.begin(), list.end());
  return all;
}

Option rates_option() {
  return {"rates",
          {"FIL", "FILE"},
          {"satser, der føjes til de indbyggede eller erstatter dem (som rates.csv)",
           "rates that add to the built-in ones or replace them (as rates.csv)"}};
}
Option expect_option() {
  return {"expect",
          {"KR", "KR"},
          {"det forventede resultat: er det et andet, er afslutningskoden 1, og forskellen vises",
           "the expected result: exit 1 if it differs, and the difference is shown"}};
}
Option format_option(Text help, std::vector<const char*> choices) {
  return {.name = "format", .value = {"FORM", "FORM"}, .help = help, .choices = std::move(choices), .role = Option::Role::form};
}

}  // namespace fleks::tasks
