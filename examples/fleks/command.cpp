#include "command.hpp"

#include <algorithm>

#include <fleks/text/shown.hpp>
#include <fleks/words/message.hpp>

namespace program {

using fleks::ErrorCode;

namespace {

/// A fact is known by its option. The months of a case that are asked for are said shorter.
std::string option_of(fleks::Fact fact) {
  switch (fact) {
    case fleks::Fact::first: return "--from";
    case fleks::Fact::last: return "--to";
    case fleks::Fact::from_month: return "--correct-from";
    default: break;
  }
  std::string option = "--" + std::string(to_text(fact));
  std::replace(option.begin(), option.end(), '_', '-');
  return option;
}

}  // namespace

fleks::Reader reader() { return {.name = option_of, .rates_danish = "--rates FIL", .rates_english = "--rates FILE"}; }

std::string in_words(const fleks::Error& error, fleks::Language language) { return message(error, language, reader()); }

std::string in_words(const Stop& stop, fleks::Language language) {
  return (stop.about.empty() ? "" : fleks::shown(stop.about) + ": ") + in_words(stop.error, language) + stop.rest;
}

std::size_t Arguments::choice(std::string_view option, std::initializer_list<const char*> choices, std::size_t otherwise) const {
  const std::string* given = text(option);
  if (given == nullptr) return otherwise;
  fleks::OneOf allowed;
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

std::string FilesRead::read(std::string_view option, const std::string& name) {
  {
    const std::lock_guard lock(one_at_a_time_);
    if (const auto found = texts.find(name); found != texts.end()) return found->second;
  }
  if (again)
    throw Stop{{.code = ErrorCode::cannot_read, .field = std::string(option), .given = name, .allowed = fleks::FileTrouble::missing}};
  std::string text = read_file(option, name);
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

}  // namespace program
