#include <cstdio>
#include <exception>
#include <new>

#include <fleks/version.hpp>
#include <fleks/words/message.hpp>

#include "command.hpp"
#include "streams.hpp"

// fleks: one program, one subcommand a task. Exit 0: done; 1: the result differs from what was expected, or a check
// found an error; 2: bad input, with one message on standard error and nothing in the output.

namespace {

using fleks::Language;

std::string version() {
  return "fleks " + std::string(fleks::library_version()) + "\nrates " + fleks::rates_version(fleks::RateTable::embedded()) + "\n";
}

int run(const std::vector<std::string>& words, Language language) {
  const program::CommandLine line = program::read_command_line(words, language);
  program::Output output;
  int exit_code = 0;
  switch (line.wanted) {
    case program::CommandLine::Wanted::result: exit_code = program::run(*line.command, line.arguments, output); break;
    case program::CommandLine::Wanted::help: output.text = program::help(line.command, language); break;
    case program::CommandLine::Wanted::manual: output.text = program::manual(line.command, language); break;
    case program::CommandLine::Wanted::completion: output.text = program::bash_completion(); break;
    case program::CommandLine::Wanted::version: output.text = version(); break;
  }
  program::write(output, language);
  return exit_code;
}

}  // namespace

int main(int count, char** arguments) {
  program::keep_standard_streams();
  const std::vector<std::string> words(arguments + (count > 0 ? 1 : 0), arguments + count);
  const Language language = program::language_asked_for(words);
  std::string said;
  try {
    return run(words, language);
  } catch (const program::Stop& stop) {
    said = program::in_words(stop, language);
  } catch (const fleks::BadResult& bad) {
    said = program::in_words(bad.error(), language);
  } catch (const std::bad_alloc&) {
    said = language == Language::danish ? "der er ikke hukommelse nok til det" : "there is not enough memory for it";
  } catch (const std::exception& e) {
    said = e.what();
  }
  std::fprintf(stderr, "fleks: %s\n", said.c_str());
  return 2;
}
