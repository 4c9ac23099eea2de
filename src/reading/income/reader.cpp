#include <algorithm>
#include <utility>

#include <expat.h>

#include <fleks/reading/income_register.hpp>

#include "reading/income/answer_builder.hpp"
#include "text/json_tree.hpp"

namespace fleks {
namespace {

using income::AnswerBuilder;
using income::Element;

constexpr std::size_t most_bytes = 64'000'000, deepest = 64;
constexpr char between = '\n';  // namespace and name; in neither of them

OneOf the_answer() { return {{"IndkomstOplysningPersonHent_O"}}; }

struct FreeParser {
  void operator()(XML_Parser parser) const noexcept { XML_ParserFree(parser); }
};

}  // namespace

/// The parser of an XML answer, or the text of a JSON one; which of them the first letter says.
struct IncomeReader::Work {
  enum class Form : std::uint8_t { undecided, xml, json, table, neither } form = Form::undecided;
  std::unique_ptr<XML_ParserStruct, FreeParser> parser{};
  AnswerBuilder builder{};
  std::string text{};  // of JSON; the first bytes before the form is known
  std::size_t bytes = 0;
  bool soap = false;

  [[nodiscard]] std::int64_t line() const noexcept { return static_cast<std::int64_t>(XML_GetCurrentLineNumber(parser.get())); }
  void stop(Error error) {
    builder.fail(std::move(error));
    if (parser) XML_StopParser(parser.get(), XML_FALSE);
  }

  static std::pair<std::string_view, std::string_view> split(const char* name) noexcept {
    const std::string_view all(name);
    const auto at = all.find(between);
    if (at == std::string_view::npos) return {{}, all};
    return {all.substr(0, at), all.substr(at + 1)};
  }

  void begin(const char* full) {
    const auto [space, name] = split(full);
    if (builder.depth() >= deepest)
      return stop({.code = ErrorCode::too_deep, .field = "XML", .given = std::to_string(deepest), .line = line()});
    const auto [element, right] = income::match(space, name);
    const std::string shown = without_person(name.substr(0, 60));
    if (!right.empty())
      return stop({.code = ErrorCode::no_such_choice,
                   .field = "xmlns (" + shown + ")",
                   .given = space.empty() ? "" : without_person(space.substr(0, 100)),
                   .allowed = OneOf{{right}},
                   .line = line()});
    const bool wrapper = element == Element::envelope || element == Element::soap_body || element == Element::soap_header;
    soap = soap || element == Element::envelope;
    // In an envelope the head may hold anything; outside of it the first element is the answer or nothing is.
    const bool begins = !builder.in_answer() && (builder.depth() == 0 || (soap && builder.depth() == 2 && in_body));
    if (element == Element::soap_body) in_body = true;
    if (element == Element::soap_header) in_body = false;
    if (begins && !wrapper && element != Element::root && element != Element::soap_fault)
      return stop({.code = ErrorCode::no_such_choice, .field = "XML", .given = shown, .allowed = the_answer(), .line = line()});
    builder.begin(element, name, line());
    if (builder.error()) XML_StopParser(parser.get(), XML_FALSE);
  }
  bool in_body = false;

  void open_xml() {
    parser.reset(XML_ParserCreateNS(nullptr, between));
    if (!parser) throw std::bad_alloc();
    XML_SetUserData(parser.get(), this);
    XML_SetElementHandler(
        parser.get(), [](void* work, const char* name, const char**) { static_cast<Work*>(work)->begin(name); },
        [](void* work, const char*) { static_cast<Work*>(work)->builder.end(); });
    XML_SetCharacterDataHandler(parser.get(), [](void* self, const char* piece, int size) {
      Work& work = *static_cast<Work*>(self);
      work.builder.text({piece, static_cast<std::size_t>(size)});
      if (work.builder.error()) XML_StopParser(work.parser.get(), XML_FALSE);
    });
    XML_SetStartDoctypeDeclHandler(parser.get(), [](void* self, const char* name, const char*, const char*, int) {
      Work& work = *static_cast<Work*>(self);
      std::string what = "<!DOCTYPE " + without_person(std::string_view(name).substr(0, 60)) + ">";
      work.stop(
          {.code = ErrorCode::no_such_choice, .field = "XML", .given = std::move(what), .allowed = the_answer(), .line = work.line()});
    });
  }

  /// XML begins with `<`, in UTF-16 with a zero byte beside it or a mark before it.
  void decide(bool last) {
    std::string_view begin = text;
    if (begin.starts_with("\xEF\xBB\xBF")) begin.remove_prefix(3);
    const auto blank = [](char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; };
    while (!begin.empty() && blank(begin.front())) begin.remove_prefix(1);
    if (begin.empty()) return;
    const auto first = static_cast<unsigned char>(begin.front());
    if (first == '<' || first >= 0xFE || first == 0) {
      form = Form::xml;
      open_xml();
      const std::string kept = std::exchange(text, {});
      // A declaration must stand first: blank lines that a copy has put before it are let go.
      parse(first == '<' && !kept.starts_with("\xEF") ? std::string_view(kept).substr(kept.find('<')) : std::string_view(kept), false);
    } else if (first == '{' || first == '[') {
      form = Form::json;
    } else if (begin.size() < 64 && begin.find_first_of(";\n") == std::string_view::npos && !last) {
      return;  // the first field is not there yet
    } else if (income::begins_a_reconciliation(begin)) {
      form = Form::table;
    } else {
      form = Form::neither;
      const std::string_view word = begin.substr(0, std::min<std::size_t>(begin.size(), 20));
      builder.fail({.code = ErrorCode::no_such_choice, .field = "XML", .given = without_person(word), .allowed = the_answer(), .line = 1});
    }
  }

  void parse(std::string_view piece, bool last) {
    if (XML_Parse(parser.get(), piece.data(), static_cast<int>(piece.size()), last ? XML_TRUE : XML_FALSE) != XML_STATUS_ERROR) return;
    const char* why = XML_ErrorString(XML_GetErrorCode(parser.get()));
    builder.fail(
        {.code = ErrorCode::not_json, .field = "XML", .given = why == nullptr ? "?" : why, .allowed = OneOf{{"XML"}}, .line = line()});
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
        parse(part, false);
      else
        text += part;
      if (form == Form::undecided && !builder.error()) decide(false);
    }
    return !builder.error();
  }

  Result<RegisterAnswer> finish() {
    if (form == Form::undecided && !builder.error()) decide(true);
    if (form == Form::table && !builder.error()) return income::read_reconciliation(text);
    if (form == Form::xml && !builder.error()) parse({}, true);
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
