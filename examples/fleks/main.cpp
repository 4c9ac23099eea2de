#include <atomic>
#include <cstdio>
#include <cstdlib>
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
  program::Files files;
  int exit_code = 0;
  switch (line.wanted) {
    case program::CommandLine::Wanted::result: exit_code = program::run_here(*line.command, line.arguments, output, files); break;
    case program::CommandLine::Wanted::help: output.text = program::help(line.command, language); break;
    case program::CommandLine::Wanted::manual: output.text = program::manual(line.command, language); break;
    case program::CommandLine::Wanted::completion: output.text = program::bash_completion(); break;
    case program::CommandLine::Wanted::version: output.text = version(); break;
  }
  const bool is_result = line.wanted == program::CommandLine::Wanted::result;
  program::write(output, files, is_result ? line.arguments.text("output") : nullptr, language);
  return exit_code;
}

// Asked for, as soon as it is known.
Language asked_for = Language::danish;

/// Where memory is short there is none for words either.
void say_no_memory() noexcept {
  for (const char* part : {"fleks: ", program::no_memory(asked_for), "\n"}) std::fputs(part, stderr);
}

// A function that lets no exception through ends the program before anybody has caught it: that memory was refused is kept here.
std::atomic<bool> memory_refused{false};
void refuse_memory() {
  memory_refused = true;
  throw std::bad_alloc();
}

/// Memory may run out before main, where no exception gets through, or where there is none for the exception itself.
[[noreturn]] void end_without_memory() {
  bool short_of_it = memory_refused;
  try {
    if (const auto failure = std::current_exception()) std::rethrow_exception(failure);
    // volatile: clang takes a request that is given back at once for granted.
    void* volatile more = std::malloc(1024);
    short_of_it = short_of_it || more == nullptr;
    std::free(more);
  } catch (const std::bad_alloc&) {
    short_of_it = true;
  } catch (...) {
  }
  if (!short_of_it) std::abort();
  program::remove_parts();
  say_no_memory();
  std::_Exit(2);
}
[[gnu::constructor(101)]] void watch_memory() {
  std::set_terminate(end_without_memory);
  std::set_new_handler(refuse_memory);
}

/// What ended the run, as a sentence.
std::string said_of(const std::exception_ptr& failure) {
  try {
    std::rethrow_exception(failure);
  } catch (const program::Stop& stop) {
    return program::in_words(stop, asked_for);
  } catch (const fleks::BadResult& bad) {
    return program::in_words(bad.error(), asked_for);
  } catch (const std::bad_alloc&) {
    throw;
  } catch (const std::exception& e) {
    return e.what();
  }
}

}  // namespace

int main(int count, char** arguments) {
  program::keep_standard_streams();
  try {
    const std::vector<std::string> words(arguments + (count > 0 ? 1 : 0), arguments + count);
    asked_for = program::language_asked_for(words);
    return run(words, asked_for);
  } catch (...) {
    try {
      std::fprintf(stderr, "fleks: %s\n", said_of(std::current_exception()).c_str());
    } catch (const std::bad_alloc&) {
      say_no_memory();
    }
  }
  return 2;
}
