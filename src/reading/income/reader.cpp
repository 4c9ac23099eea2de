#include <algorithm>
#include <optional>
#include <utility>

#include <fleks/reading/income_register.hpp>

#include "reading/income/answer_builder.hpp"
#include "text/json_tree.hpp"

namespace fleks {
namespace {

using income::AnswerBuilder;

constexpr std::size_t most_bytes = 64'000'000;

}  // namespace

/// The parser of an XML answer, or the text of another; which of them the first letter says.
struct IncomeReader::Work {
  enum class Form : std::uint8_t { undecided, xml, json, table, neither } form = Form::undecided;
  AnswerBuilder builder{};
  std::optional<income::XmlParser> parser{};
  std::string text{};  // of what is no XML; the first bytes before the form is known
  std::size_t bytes = 0;

  /// XML begins with `<`, in UTF-16 with a zero byte beside it or a mark before it.
  void decide(bool last) {
    std::string_view begin = text;
    if (begin.starts_with("\xEF\xBB\xBF")) begin.remove_prefix(3);
    const auto blank = [](char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; };
    while (!begin.empty() && blank(begin.front())) begin.remove_prefix(1);
    if (begin.empty()) return text.resize(text.starts_with("\xEF\xBB\xBF") ? 3 : 0);
    const auto first = static_cast<unsigned char>(begin.front());
    if (first == '<' || first >= 0xFE || first == 0) {
      form = Form::xml;
      parser.emplace(builder);
      const std::string kept = std::exchange(text, {});
      // A declaration must stand first: blank lines that a copy has put before it are let go.
      parser->parse(first == '<' && !kept.starts_with("\xEF") ? std::string_view(kept).substr(kept.find('<')) : std::string_view(kept),
                    false);
    } else if (first == '{' || first == '[') {
      form = Form::json;
    } else if (begin.size() < 64 && begin.find_first_of(";\n") == std::string_view::npos && !last) {
      return;  // the first field is not there yet
    } else if (income::begins_a_reconciliation(begin)) {
      form = Form::table;
    } else {
      form = Form::neither;
      const std::string_view word = begin.substr(0, std::min<std::size_t>(begin.size(), 20));
      builder.fail(
          {.code = ErrorCode::no_such_choice, .field = "XML", .given = without_person(word), .allowed = income::the_answer(), .line = 1});
    }
  }

  bool feed(std::string_view piece) {
    constexpr std::size_t block = 1 << 16;
    while (!piece.empty() && !builder.error()) {
      const std::string_view part = piece.substr(0, block);
      piece.remove_prefix(part.size());
      bytes += part.size();
      const std::size_t most = form == Form::json || form == Form::table ? JsonTree::most_bytes : most_bytes;
      if (bytes > most)
        builder.fail({.code = ErrorCode::too_large, .field = "XML", .given = "> " + std::to_string(most) + " B", .allowed = AtMost{most}});
      else if (form == Form::xml)
        parser->parse(part, false);
      else
        text += part;
      if (form == Form::undecided && !builder.error()) decide(false);
    }
    return !builder.error();
  }

  Result<RegisterAnswer> finish() {
    if (form == Form::undecided && !builder.error()) decide(true);
    if (form == Form::table && !builder.error()) return income::read_reconciliation(text);
    if (form == Form::xml && !builder.error()) parser->parse({}, true);
    if (form == Form::json && !builder.error()) income::build_from_json(text, builder);
    if (form == Form::undecided) builder.fail({.code = ErrorCode::empty, .field = "XML"});
    return builder.finish();
  }
};

IncomeReader::IncomeReader() : work_(std::make_unique<Work>()) {}
IncomeReader::~IncomeReader() = default;

bool IncomeReader::feed(std::string_view bytes) { return work_->feed(bytes); }
Result<RegisterAnswer> IncomeReader::finish() { return work_->finish(); }

Result<RegisterAnswer> read_income_answer(std::string_view text) {
  IncomeReader reader;
  reader.feed(text);
  return reader.finish();
}

}  // namespace fleks
