#include "reading/income/answer_builder.hpp"

#if __has_include(<expat.h>) && !defined(FLEKS_WITHOUT_EXPAT)

#include <memory>
#include <new>
#include <string>
#include <utility>

#include <expat.h>

namespace fleks::income {
namespace {

constexpr std::size_t deepest = 64;
constexpr char between = '\n';  // namespace and name; in neither of them

struct FreeParser {
  void operator()(XML_Parser parser) const noexcept { XML_ParserFree(parser); }
};

}  // namespace

/// What expat tells of.
struct XmlParser::Work {
  explicit Work(AnswerBuilder& to) : builder(to) { open_xml(); }
  AnswerBuilder& builder;
  std::unique_ptr<XML_ParserStruct, FreeParser> parser{};
  bool soap = false, in_body = false;

  [[nodiscard]] std::int64_t line() const noexcept { return static_cast<std::int64_t>(XML_GetCurrentLineNumber(parser.get())); }
  void stop(Error error) {
    builder.fail(std::move(error));
    XML_StopParser(parser.get(), XML_FALSE);
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

  void parse(std::string_view piece, bool last) {
    if (XML_Parse(parser.get(), piece.data(), static_cast<int>(piece.size()), last ? XML_TRUE : XML_FALSE) != XML_STATUS_ERROR) return;
    const char* why = XML_ErrorString(XML_GetErrorCode(parser.get()));
    builder.fail(
        {.code = ErrorCode::not_json, .field = "XML", .given = why == nullptr ? "?" : why, .allowed = OneOf{{"XML"}}, .line = line()});
  }
};

XmlParser::XmlParser(AnswerBuilder& builder) : work_(std::make_unique<Work>(builder)) {}
XmlParser::~XmlParser() = default;
void XmlParser::parse(std::string_view piece, bool last) { work_->parse(piece, last); }

}  // namespace fleks::income

#else

// Where there is no expat, as in a page, an answer can be JSON or the reconciliation file.
namespace fleks::income {

struct XmlParser::Work {
  AnswerBuilder& builder;
};
XmlParser::XmlParser(AnswerBuilder& builder) : work_(new Work{builder}) {}
XmlParser::~XmlParser() = default;
void XmlParser::parse(std::string_view, bool) {
  work_->builder.fail({.code = ErrorCode::no_such_choice, .field = "XML", .given = "XML", .allowed = OneOf{{"JSON"}}});
}

}  // namespace fleks::income

#endif
