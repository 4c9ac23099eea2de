#pragma once

#include <string>
#include <string_view>

#include <fleks/errors/error.hpp>
#include <fleks/words/language.hpp>

namespace fleks {

/// Who reads a message, and by which names: a program knows a fact by its option, a table by its column. The library itself
/// calls it by its id.
struct Reader {
  /// What a fact is called. Example: `am_income`, or `--am-income` in a program.
  std::string (*name)(Fact fact) = [](Fact fact) { return std::string(to_text(fact)); };
  /// What that is called by which a task is asked, and after a space a value of it. Example: `over wage`, or `--over wage` in a program.
  std::string (*asked)(std::string_view what) = [](std::string_view what) { return std::string(what); };
  /// Amounts are given in øre and dates as 20240301, rather than written as text.
  bool gives_numbers = false;
  /// Where rates can be added, in Danish. Example: `--rates FIL`.
  std::string_view rates_danish = "RateTable::extended_by";
  /// The same in English. Example: `--rates FILE`.
  std::string_view rates_english = "RateTable::extended_by";
};

/// An error in words: the line where there is one, the field, what was given, and what is allowed.
///
/// One sentence or two, without a line break; what was given is shown so that a terminal cannot be misled by it.
/// Example: `message(Money::parse("1e4").error().in(Fact::am_income), Language::english)` is
/// `am_income: "1e4" is not a number. Allowed: 0 to 100,000,000 kroner, as 15600, 15600.00 or 15.600,00.`
[[nodiscard]] std::string message(const Error& error, Language language, const Reader& reader = {});

}  // namespace fleks
