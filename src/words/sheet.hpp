#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <fleks/rules/rule.hpp>
#include <fleks/values/exact.hpp>
#include <fleks/words/language.hpp>
#include <fleks/words/padding.hpp>

namespace fleks {

/// The same as `letters`, `padded` and `padded_left`, as a sheet is written with them.
[[nodiscard]] inline std::size_t width(std::string_view text) noexcept { return letters(text); }
[[nodiscard]] inline std::string left(std::string text, std::size_t to) { return padded(std::move(text), to); }
[[nodiscard]] inline std::string right(std::string text, std::size_t to) { return padded_left(std::move(text), to); }
/// How wide running text is, in every output.
inline constexpr std::size_t text_columns = 80;
/// Broken between words at `most` columns; every line but the first is indented.
[[nodiscard]] std::string wrapped(std::string_view text, std::size_t indent, std::size_t most);

/// A worked calculation: names, amounts aligned at their decimal mark, rule and paragraph of each line.
class Sheet {
 public:
  /// The paragraphs are those of the rules in the month.
  Sheet(Language language, Month month) : language_(language), month_(month) {}

  void heading(std::string name, std::string amount, std::string rule, std::string source);
  /// A line with an amount of exact øre; with a rule also its first paragraph, unless another source is said.
  void line(std::string name, const Exact& oere, std::optional<Rule> rule = std::nullopt, std::string_view source = {});
  /// The same below a rule of dashes.
  void sum(std::string name, const Exact& oere, std::optional<Rule> rule = std::nullopt, std::string_view source = {});
  /// A line without an amount.
  void note(std::string text, std::optional<Rule> rule = std::nullopt);
  void unknown(std::string name, std::string word, std::optional<Rule> rule = std::nullopt);
  void gap();

  /// Whether an amount was shown rounded, marked `*`.
  [[nodiscard]] bool has_rounded() const noexcept { return has_rounded_; }
  [[nodiscard]] std::string text() const;

 private:
  struct Line {
    std::string name, amount, rule, source;
    bool sum = false, has_amount = false;
  };
  Line& add(std::string name, std::optional<Rule> rule);

  Language language_;
  Month month_;
  std::vector<Line> lines_;
  bool has_rounded_ = false;
};

}  // namespace fleks
