#include <cstdio>
#include <exception>

#include <fleks/words/message.hpp>

#include "command.hpp"

// fleks: one program, one subcommand a task. Exit 0: done; 1: the result differs from what was expected, or a check
// found an error; 2: bad input, with one message on standard error and nothing in the output.

namespace {

using fleks::Language;
using program::Command;
using program::Option;

void add_line(std::string& text, std::string_view name, std::string_view help, std::size_t width) {
  std::string left = program::padded("  " + std::string(name), width);
  if (!left.ends_with(' ')) left += "\n" + std::string(width, ' ');
  text += left;
  for (const char c : help) {
    text += c;
    if (c == '\n') text.append(width, ' ');
  }
  text += '\n';
}

std::string help_of(const Command& command, Language language) {
  const bool danish = language == Language::danish;
  std::string text = std::string("fleks ") + command.name + ": " + command.what.in(language) + "\n\n";
  text += std::string(danish ? "Brug: " : "Usage: ") + "fleks " + command.name + " " + command.usage.in(language) + "\n\n";
  for (const Option& option : command.options) {
    std::string name = option.name;
    if (*option.value.danish != '\0') name += std::string(" ") + option.value.in(language);
    add_line(text, name, option.help.in(language), 36);
  }
  add_line(text, "--lang da|en", danish ? "sproget (da)" : "the language (da)", 36);
  add_line(text, "--help", danish ? "denne hjælp" : "this help", 36);
  return text + (danish ? "\nEksempel:\n" : "\nExample:\n") + command.example.in(language) + "\n";
}

std::string help(Language language) {
  const bool danish = language == Language::danish;
  std::string text =
      danish ? "fleks: fleksløntilskud og ledighedsydelse, beregnet på øren og forklaret\n\nBrug: fleks OPGAVE [valg]\n\n"
             : "fleks: fleksløntilskud and ledighedsydelse, computed to the øre and explained\n\nUsage: fleks TASK [options]\n\n";
  for (const Command& command : program::commands()) add_line(text, command.name, command.what.in(language), 20);
  text += danish ? "\n»fleks OPGAVE --help« viser valgene og et eksempel; »--lang en« giver engelsk.\nExit: 0 udført; 1 resultatet er et "
                   "andet end ventet, eller en kontrol fandt fejl; 2 fejl i det givne.\n\nEksempel:\n"
                 : "\n\"fleks TASK --help\" shows the options and an example.\nExit: 0 done; 1 the result differs from what was expected, "
                   "or a check found an error; 2 bad input.\n\nExample:\n";
  for (const Command& command : program::commands())
    if (std::string_view(command.name) == "month") text += std::string(command.example.in(language)) + "\n";
  return text;
}

int run(const std::vector<std::string>& words, Language language) {
  const program::CommandLine line = program::read_command_line(words, language);
  program::Output output;
  int exit_code = 0;
  if (line.help)
    output.text = line.command != nullptr ? help_of(*line.command, language) : help(language);
  else
    exit_code = line.command->run(line.arguments, output);
  program::write(output);
  return exit_code;
}

}  // namespace

int main(int count, char** arguments) {
  const std::vector<std::string> words(arguments + (count > 0 ? 1 : 0), arguments + count);
  const Language language = program::language_asked_for(words);
  std::string said;
  try {
    return run(words, language);
  } catch (const program::Stop& stop) {
    said = (stop.about.empty() ? "" : stop.about + ": ") + fleks::message(stop.error, language) + stop.rest;
  } catch (const fleks::BadResult& bad) {
    said = fleks::message(bad.error(), language);
  } catch (const std::exception& e) {
    said = e.what();
  }
  std::fprintf(stderr, "fleks: %s\n", said.c_str());
  return 2;
}
