#include <algorithm>

#include <fleks/words/padding.hpp>

#include "command.hpp"

namespace program {

using fleks::Language;

namespace {

constexpr std::size_t columns = 80;

/// Text broken between words; a line that begins with spaces, as a command does, stands as it is.
std::string in_columns(std::string_view text, std::size_t indent) {
  std::string out;
  while (true) {
    const auto end = text.find('\n');
    std::string_view line = text.substr(0, end);
    const std::size_t own = std::min(line.find_first_not_of(' '), line.size());
    const bool stands = own > 0 && line.substr(own).starts_with("fleks ");
    out += line.substr(0, own);
    line.remove_prefix(own);
    std::size_t column = indent + own;
    for (bool first = true; !line.empty(); first = false) {
      const std::string_view word = line.substr(0, line.find(' '));
      line.remove_prefix(std::min(line.size(), word.size() + 1));
      if (!first && !stands && column + 1 + fleks::letters(word) > columns) {
        out += '\n' + std::string(indent + own, ' ');
        column = indent + own;
      } else if (!first) {
        out += ' ';
        ++column;
      }
      out += word;
      column += fleks::letters(word);
    }
    if (end == std::string_view::npos) return out;
    out += '\n' + std::string(indent, ' ');
    text.remove_prefix(end + 1);
  }
}

void add_line(std::string& text, std::string_view name, std::string_view help, std::size_t width) {
  std::string left = fleks::padded("  " + std::string(name), width);
  if (!left.ends_with(' ')) left += "\n" + std::string(width, ' ');
  text += left + in_columns(help, width) + '\n';
}

void add_options(std::string& text, const Command* command, Language language, std::size_t width) {
  for (const Option& option : all_options(command)) {
    std::string name = spelled(option.name);
    if (*option.value.danish != '\0') name += std::string(" ") + option.value.in(language);
    add_line(text, name, option.help_in(language, reader()), width);
  }
}

bool writes_workbooks(const std::vector<Option>& options) {
  return std::ranges::any_of(
      options, [](const Option& option) { return std::ranges::find(option.choices, std::string_view("xlsx")) != option.choices.end(); });
}

}  // namespace

std::vector<Option> all_options(const Command* command) {
  std::vector<Option> options;
  if (command != nullptr) {
    options = command->options();
    if (command->more != nullptr) options = joined({options, command->more()});
    if (std::ranges::none_of(options, [](const Option& option) { return std::string_view(option.name) == "output"; }))
      options.push_back(output_option(writes_workbooks(options)
                                          ? Text{"skriv til en fil (nødvendig til xlsx)", "write to a file (needed for xlsx)"}
                                          : Text{"skriv til en fil", "write to a file"}));
  }
  options.push_back({"lang", {"da|en", "da|en"}, {"sproget (da)", "the language (da)"}, {"da", "en"}});
  options.push_back({"help", {}, {"denne hjælp", "this help"}});
  options.push_back({"manual", {}, {"manualsiden, til »man -l -«", "the manual page, for \"man -l -\""}});
  if (command == nullptr) {
    options.push_back({"completion",
                       {"bash", "bash"},
                       {"lad bash fuldføre valgmuligheder: source <(fleks --completion bash)",
                        "to let bash complete options: source <(fleks --completion bash)"},
                       {"bash"}});
    options.push_back({"version", {}, {"programmets og satsernes udgave", "the version of the program and of the rates"}});
  }
  return options;
}

std::string help(const Command* command, Language language) {
  const bool danish = language == Language::danish;
  if (command != nullptr) {
    std::string text = std::string("fleks ") + command->name + ": " + command->what.in(language) + "\n\n";
    text +=
        in_columns(std::string(danish ? "Brug: " : "Usage: ") + "fleks " + command->name + " " + command->usage.in(language), 0) + "\n\n";
    add_options(text, command, language, 34);
    return text + (danish ? "\nEksempel:\n" : "\nExample:\n") + in_columns(command->example.in(language), 0) + "\n";
  }
  std::string text =
      danish ? "fleks: fleksløntilskud og ledighedsydelse, beregnet på øre og forklaret\n\nBrug: fleks OPGAVE [valg]\n\n"
             : "fleks: fleksløntilskud and ledighedsydelse, computed to the øre and explained\n\nUsage: fleks TASK [options]\n\n";
  for (const Command& each : commands()) add_line(text, each.name, each.what.in(language), 20);
  text += danish ? "\n»fleks OPGAVE --help« viser valgene og et eksempel. Uden opgave:\n"
                 : "\n\"fleks TASK --help\" shows the options and an example. Without a task:\n";
  add_options(text, nullptr, language, 20);
  text += in_columns(danish ? "\nAfslutningskode: 0 udført; 1 resultatet er et andet end forventet, eller en kontrol fandt fejl; 2 fejl i "
                              "input.\n\nEksempel:\n"
                            : "\nExit: 0 done; 1 the result differs from what was expected, or a check found an error; 2 bad "
                              "input.\n\nExample:\n",
                     0);
  for (const Command& each : commands())
    if (std::string_view(each.name) == "month") text += in_columns(each.example.in(language), 0) + "\n";
  return text;
}

}  // namespace program
