#include "words/sheet.hpp"

#include <algorithm>

#include <fleks/words/amounts.hpp>
#include <fleks/words/explanation.hpp>

#include "words/rule_words.hpp"

namespace fleks {
namespace {

/// Where the decimals of an amount begin, counted from its end.
std::size_t after_the_mark(std::string_view amount, Language language) {
  const auto mark = amount.find(language == Language::danish ? ',' : '.');
  return mark == std::string_view::npos ? 0 : amount.size() - mark;
}

/// No name is broken to less.
constexpr std::size_t shortest_names = 30;

/// `LAB § 123, stk. 2` is no longer than this.
constexpr std::size_t short_source = 17;

/// `BEK 227/2024 § 1` of `BEK 227/2024 § 1, stk. 1, nr. 1-2, § 2, stk. 3`.
std::string paragraph_of(const std::string& source) {
  if (width(source) <= short_source) return source;
  const auto sign = source.find("§");
  return sign == std::string::npos ? source : source.substr(0, source.find(',', sign));
}

/// Whether a line may not end after `word`: `§ 123`, `stk. 2`, `P 14-22`, `0,00 kr.`
bool holds_on(std::string_view word, std::string_view rest) {
  for (const std::string_view each : {"§", "§§", "stk.", "nr.", "pkt.", "P", "BEK", "DKK"})
    if (word.ends_with(each) && (each != "P" || word == each || word == "(P")) return true;
  // `§ 74 d`, `16. juli`
  const auto digit = [](char c) { return c >= '0' && c <= '9'; };
  const auto small = [](char c) { return c >= 'a' && c <= 'z'; };
  if (word.find("§") != std::string_view::npos && !word.empty() && digit(word.back()) && !rest.empty() && small(rest.front()) &&
      (rest.size() == 1 || std::string_view(" ,;.:").find(rest[1]) != std::string_view::npos))
    return true;
  if (word.ends_with('.') && word.size() <= 3 && word.size() > 1 && digit(word.front()) && !rest.empty() && small(rest.front()))
    return true;
  return rest.starts_with("kr.");
}

}  // namespace

std::size_t letters(std::string_view text) noexcept {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

std::string padded(std::string text, std::size_t to) {
  const std::size_t count = letters(text);
  if (count < to) text.append(to - count, ' ');
  return text;
}

std::string padded_left(std::string text, std::size_t to) {
  const std::size_t count = letters(text);
  if (count < to) text.insert(0, to - count, ' ');
  return text;
}

std::string wrapped(std::string_view text, std::size_t indent, std::size_t most) {
  std::string out;
  std::size_t column = indent;
  while (!text.empty()) {
    std::size_t end = text.find(' ');
    while (end != std::string_view::npos && holds_on(text.substr(0, end), text.substr(end + 1))) end = text.find(' ', end + 1);
    const auto word = text.substr(0, end);
    text.remove_prefix(std::min(text.size(), word.size() + 1));
    if (column > indent && column + 1 + width(word) > most) {
      out += '\n' + std::string(indent, ' ');
      column = indent;
    } else if (column > indent) {
      out += ' ';
      ++column;
    }
    out += word;
    column += width(word);
  }
  return out;
}

Sheet::Line& Sheet::add(std::string name, std::optional<Rule> rule) {
  Line& line = lines_.emplace_back();
  line.name = std::move(name);
  if (rule) {
    line.rule = info(*rule).id;
    line.source = first_source(*rule, month_, language_);
  }
  return line;
}

void Sheet::heading(std::string name, std::string amount, std::string rule, std::string source) {
  lines_.push_back({.name = std::move(name), .amount = std::move(amount), .rule = std::move(rule), .source = std::move(source)});
}

void Sheet::line(std::string name, const Exact& oere, std::optional<Rule> rule, std::string_view source) {
  Line& line = add("  " + std::move(name), rule);
  line.amount = amount(oere, language_);
  line.has_amount = true;
  if (!source.empty()) line.source = source;
  if (!is_shown_in_full(oere)) {
    line.amount += '*';
    has_rounded_ = true;
  }
}

void Sheet::sum(std::string name, const Exact& oere, std::optional<Rule> rule, std::string_view source) {
  line(std::move(name), oere, rule, source);
  lines_.back().sum = true;
}

void Sheet::note(std::string text, std::optional<Rule> rule) { add("  " + std::move(text), rule); }

void Sheet::unknown(std::string name, std::string word, std::optional<Rule> rule) {
  add("  " + std::move(name), rule).amount = std::move(word);
}

void Sheet::gap() {
  if (!lines_.empty() && !lines_.back().name.empty()) lines_.emplace_back();
}

std::string Sheet::text() const {
  std::vector<Line> lines = lines_;
  std::size_t names = 0, before = 0, after = 0;
  for (const Line& line : lines) {
    if (!line.amount.empty()) names = std::max(names, width(line.name));
    if (!line.has_amount) continue;
    const std::size_t decimals = after_the_mark(line.amount, language_);
    before = std::max(before, line.amount.size() - decimals);
    after = std::max(after, decimals);
  }
  const std::size_t column = before + after, rules = 7;
  // A note may reach under the amounts, not into the rules.
  for (const Line& line : lines)
    if (line.amount.empty() && !line.rule.empty() && width(line.name) > names + column + 3) names = width(line.name) - column - 3;

  const auto beside_names = [&] {
    std::size_t rest = 2 + column;
    for (const Line& line : lines)
      if (!line.rule.empty()) rest = std::max(rest, 2 + column + 3 + rules + 2 + width(line.source));
    return rest;
  };
  // Of what does not fit a source keeps its paragraph, and then a name goes on in a line below.
  if (names + beside_names() > text_columns)
    for (Line& line : lines) line.source = paragraph_of(line.source);
  const std::size_t rest = beside_names();
  if (names + rest > text_columns) names = std::min(names, std::max(shortest_names, text_columns - std::min(rest, text_columns)));

  std::string out;
  for (const Line& line : lines) {
    if (line.sum) out += std::string(names + 2, ' ') + std::string(column, '-') + "\n";
    std::string row = line.name;
    if (const std::size_t most = line.amount.empty() ? names + column + 3 : names;
        width(row) > most && row.starts_with("  ") && (!line.amount.empty() || !line.rule.empty())) {
      row = "  " + wrapped(row.substr(2), 4, most);
      const auto last = row.rfind('\n') + 1;
      out += row.substr(0, last);
      row.erase(0, last);
    }
    if (line.has_amount)
      row = left(row, names + 2) + left(right(line.amount, column - (after - after_the_mark(line.amount, language_))), column);
    else if (!line.amount.empty())
      row = left(row, names + 2) + right(line.amount, column);
    if (!line.rule.empty()) row = left(row, names + 2 + column + 3) + left(line.rule, rules + 2) + line.source;
    row.erase(row.find_last_not_of(' ') + 1);
    out += row + "\n";
  }
  return out;
}

}  // namespace fleks
