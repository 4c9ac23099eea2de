#include "reading/income/xml_events.hpp"

#if __has_include(<expat.h>) && !defined(FLEKS_WITHOUT_EXPAT)

#include <cstddef>
#include <cstdlib>
#include <memory>
#include <new>
#include <string>
#include <utility>

#include <expat.h>

namespace fleks::income {
namespace {

constexpr char between = '\n';                  // namespace and name; in neither of them
constexpr std::size_t most_in_one = 1'000'000;  // a tag, comment or attribute: the parser begins it anew with each block

// expat takes some refusals of memory for faults of the text, such as a prefix that nobody declared. A parser is used by one thread.
thread_local bool memory_refused = false;
void* watched(void* memory) noexcept {
  if (memory == nullptr) memory_refused = true;
  return memory;
}
constexpr XML_Memory_Handling_Suite memory_of_expat{
    .malloc_fcn = [](std::size_t size) { return watched(std::malloc(size)); },
    .realloc_fcn = [](void* old, std::size_t size) { return watched(std::realloc(old, size)); },
    .free_fcn = [](void* memory) { std::free(memory); }};

struct FreeParser {
  void operator()(XML_Parser parser) const noexcept { XML_ParserFree(parser); }
};

}  // namespace

/// What expat tells of.
struct XmlParser::Work {
  explicit Work(AnswerBuilder& builder) : events(builder) { open_xml(); }
  XmlEvents events;
  std::unique_ptr<XML_ParserStruct, FreeParser> parser{};
  std::string encoding{};  // as the text declares it
  bool heard = false;      // something of the block being parsed
  std::size_t silent = 0;  // bytes since something was

  [[nodiscard]] std::int64_t line() const noexcept { return static_cast<std::int64_t>(XML_GetCurrentLineNumber(parser.get())); }
  void stop_where_it_failed() {
    if (events.failed()) XML_StopParser(parser.get(), XML_FALSE);
  }

  static std::pair<std::string_view, std::string_view> split(const char* name) noexcept {
    const std::string_view all(name);
    const auto at = all.find(between);
    if (at == std::string_view::npos) return {{}, all};
    return {all.substr(0, at), all.substr(at + 1)};
  }

  void open_xml() {
    parser.reset(XML_ParserCreate_MM(nullptr, &memory_of_expat, &between));
    if (!parser) throw std::bad_alloc();
    XML_SetUserData(parser.get(), this);
    XML_SetElementHandler(
        parser.get(),
        [](void* self, const char* full, const char**) {
          Work& work = *static_cast<Work*>(self);
          work.heard = true;
          const auto [space, name] = split(full);
          work.events.begin(space, name, work.line());
          work.stop_where_it_failed();
        },
        [](void* self, const char*) {
          static_cast<Work*>(self)->heard = true;
          static_cast<Work*>(self)->events.end();
        });
    XML_SetDefaultHandlerExpand(parser.get(), [](void* self, const char*, int) { static_cast<Work*>(self)->heard = true; });
    XML_SetCharacterDataHandler(parser.get(), [](void* self, const char* piece, int size) {
      Work& work = *static_cast<Work*>(self);
      work.heard = true;
      work.events.text({piece, static_cast<std::size_t>(size)});
      work.stop_where_it_failed();
    });
    // Of a declaration only the encoding is of interest: an error names it.
    XML_SetXmlDeclHandler(parser.get(), [](void* self, const char*, const char* named, int) {
      static_cast<Work*>(self)->heard = true;
      if (named != nullptr) static_cast<Work*>(self)->encoding = std::string(named).substr(0, 40);
    });
    XML_SetStartDoctypeDeclHandler(parser.get(), [](void* self, const char* name, const char*, const char*, int) {
      Work& work = *static_cast<Work*>(self);
      work.events.doctype(name, work.line());
      work.stop_where_it_failed();
    });
  }

  void parse(std::string_view piece, bool last) {
    heard = memory_refused = false;
    const XML_Status status = XML_Parse(parser.get(), piece.data(), static_cast<int>(piece.size()), last ? XML_TRUE : XML_FALSE);
    if (memory_refused) throw std::bad_alloc();  // no fault of the text, which is not to be refused for it
    if (status != XML_STATUS_ERROR) {
      silent = heard ? 0 : silent + piece.size();
      if (silent > most_in_one) events.endless(most_in_one, line());
      return;
    }
    events.malformed(reason(), line());
  }

  [[nodiscard]] std::string reason() const {
    const XML_Error error = XML_GetErrorCode(parser.get());
    const char* why = XML_ErrorString(error);
    const bool of_encoding = error == XML_ERROR_UNKNOWN_ENCODING || error == XML_ERROR_INCORRECT_ENCODING;
    if (of_encoding && !encoding.empty()) return std::string(why) + ": " + without_person(encoding);
    if (error == XML_ERROR_INVALID_TOKEN && is_at_a_high_byte()) return "bytes that are not UTF-8";
    return why == nullptr ? "?" : why;
  }
  /// Whether what is no token begins where ASCII ends, and so is of another encoding than the one that is read.
  [[nodiscard]] bool is_at_a_high_byte() const {
    int at = 0, size = 0;
    const char* const text = XML_GetInputContext(parser.get(), &at, &size);
    return text != nullptr && at < size && static_cast<unsigned char>(text[at]) >= 0x80;
  }
};

XmlParser::XmlParser(AnswerBuilder& builder) : work_(std::make_unique<Work>(builder)) {}
XmlParser::~XmlParser() = default;
void XmlParser::parse(std::string_view piece, bool last) { work_->parse(piece, last); }

}  // namespace fleks::income

#else

// Where there is no expat, an answer can be JSON or the reconciliation file.
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
