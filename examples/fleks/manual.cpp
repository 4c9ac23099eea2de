#include <algorithm>
#include <cctype>

#include <fleks/version.hpp>

#include "command.hpp"

// The manual pages in roff's man macros, in either language, from the same options and texts as the help.

namespace program {
namespace {

using fleks::Language;

/// A text as roff prints it: no letter of it is a command, and no hyphen a typographic one.
std::string roff(std::string_view text) {
  std::string out;
  bool begins = true;
  for (const char c : text) {
    if (begins && (c == '.' || c == '\'')) out += "\\&";
    if (c == '\\')
      out += "\\e";
    else if (c == '-')
      out += "\\-";
    else
      out += c;
    begins = c == '\n';
  }
  return out;
}
std::string bold(std::string_view text) { return "\\fB" + roff(text) + "\\fR"; }
std::string italic(std::string_view text) { return "\\fI" + roff(text) + "\\fR"; }

std::string upper(std::string text) {
  std::ranges::transform(text, text.begin(), [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
  return text;
}

/// Lines of a text without the spaces they begin with.
std::vector<std::string_view> lines(std::string_view text) {
  std::vector<std::string_view> out;
  while (!text.empty()) {
    const auto end = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, end);
    line.remove_prefix(std::min(line.find_first_not_of(' '), line.size()));
    out.push_back(line);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return out;
}

std::string joined(std::string_view text) {
  std::string out;
  for (const std::string_view line : lines(text)) out += (out.empty() ? "" : " ") + std::string(line);
  return out;
}

class Page {
 public:
  Page(const std::string& name, const Command* about, Language language) : danish_(language == Language::danish), language_(language) {
    text_ = ".TH " + roff(upper(name)) + " 1 \"\" \"fleks " + std::string(fleks::library_version()) + "\" \"fleks\"\n";
    section("NAVN", "NAME");
    add(roff(name) + " \\- " +
        roff(about != nullptr ? about->what.in(language)
             : danish_        ? "fleksløntilskud og ledighedsydelse, beregnet på øre og forklaret"
                              : "fleksløntilskud and ledighedsydelse, computed to the øre and explained"));
    section("OVERSIGT", "SYNOPSIS");
    add(".nf");
    const std::string usage = about != nullptr ? std::string("fleks ") + about->name + " " + about->usage.in(language)
                              : danish_        ? "fleks OPGAVE [valg]"
                                               : "fleks TASK [options]";
    for (const std::string_view line : lines(usage)) {
      const std::string_view command = line.substr(0, about == nullptr ? 5 : 6 + std::string_view(about->name).size());
      add(line.starts_with("fleks ") ? bold(command) + roff(line.substr(command.size())) : roff(line));
    }
    add(".fi");
  }

  void section(const char* danish, const char* english) { add(std::string(".SH ") + (danish_ ? danish : english)); }
  void paragraph(const char* danish, const char* english) {
    add(".PP");
    say(danish, english);
  }
  void say(const char* danish, const char* english) { add(roff(danish_ ? danish : english)); }
  void item(const std::string& name, std::string_view help) { add(".TP\n" + name + "\n" + roff(help)); }

  void options(const Command* about) {
    section("VALG", "OPTIONS");
    for (const Option& option : all_options(about)) {
      std::string name = bold(spelled(option.name));
      if (*option.value.danish != '\0') name += " " + italic(option.value.in(language_));
      item(name, joined(option.help_in(language_, reader())));
    }
  }
  void exit_status() {
    section("AFSLUTNINGSKODE", "EXIT STATUS");
    item("0", danish_ ? "udført" : "done");
    item("1", danish_ ? "resultatet er et andet end forventet, eller en kontrol fandt fejl"
                      : "the result differs from what was expected, or a check found an error");
    item("2", danish_ ? "fejl i input: én meddelelse på standardfejl, og intet i resultatet"
                      : "bad input: one message on standard error, and nothing in the output");
  }
  void example(const char* text) {
    section("EKSEMPEL", "EXAMPLE");
    add(".nf");
    for (const std::string_view line : lines(text)) add(roff(line));
    add(".fi");
  }
  void see_also(const Command* about) {
    section("SE OGSÅ", "SEE ALSO");
    std::string pages = about == nullptr ? "" : bold("fleks") + "(1)";
    for (const Command& each : commands())
      if (&each != about) pages += (pages.empty() ? "" : ",\n") + bold(std::string("fleks-") + each.name) + "(1)";
    add(pages);
  }
  [[nodiscard]] std::string text() const { return text_; }

 private:
  bool danish_;
  Language language_;
  std::string text_;

  void add(const std::string& line) { text_ += line + "\n"; }
};

}  // namespace

std::string manual(const Command* command, Language language) {
  Page page(command == nullptr ? "fleks" : std::string("fleks-") + command->name, command, language);
  page.section("BESKRIVELSE", "DESCRIPTION");
  if (command == nullptr) {
    page.say(
        "Fleks beregner fleksløntilskud og ledighedsydelse på øre, med hvert trin, satsen, det bruger, og paragraffen, det bygger på. "
        "Opgaverne er:",
        "Fleks computes fleksløntilskud (the Danish flex-wage subsidy) and ledighedsydelse to the øre, with every step, the rate "
        "it uses and the paragraph it stands on. The tasks are:");
    for (const Command& each : commands())
      page.item(bold(std::string("fleks ") + each.name),
                each.what.in(language) + std::string(language == Language::danish ? "; se fleks-" : "; see fleks-") + each.name + "(1)");
  } else {
    page.say(
        "Beløb er kroner. Tal skrives med decimalpunkt (15600.50) eller på dansk (15.600,50), måneder ÅÅÅÅ-MM og datoer ÅÅÅÅ-MM-DD. "
        "Alt regnes nøjagtigt, og der rundes kun af, hvor en regel siger det.",
        "Amounts are kroner. Numbers are written with a decimal point (15600.50) or as in Danish (15.600,50), months YYYY-MM and dates "
        "YYYY-MM-DD. Everything is computed exactly, and nothing is rounded but where a rule says so.");
  }
  page.options(command);
  page.exit_status();
  for (const Command& each : commands())
    if (command == nullptr ? std::string_view(each.name) == "month" : &each == command) page.example(each.example.in(language));
  page.see_also(command);
  return page.text();
}

}  // namespace program
