#include <algorithm>
#include <charconv>
#include <cstdint>
#include <string>
#include <string_view>

#include "reading/income/xml_events.hpp"

// A page has no expat: its browser reads XML, and what the browser tells of it stands in the file instead (src/xml.ts). A record begins
// with 0x1E and its letter, a part of it with 0x1F; XML has neither of these.

namespace fleks::income {

struct XmlParser::Work {
  XmlEvents events;
  std::string told{};

  /// What is before the mark, which is taken away with it.
  static std::string_view until(char mark, std::string_view& rest) {
    const std::string_view part = rest.substr(0, rest.find(mark));
    rest.remove_prefix(std::min(part.size() + 1, rest.size()));
    return part;
  }

  void record(std::string_view rest) {
    if (rest.empty()) return;
    const char kind = rest.front();
    rest.remove_prefix(1);
    if (kind == 't') return events.text(rest);
    if (kind == 'e') return events.end();
    const std::string_view number = until('\x1f', rest);
    std::int64_t line = 0;
    std::from_chars(number.data(), number.data() + number.size(), line);
    const std::string_view first = until('\x1f', rest);
    if (kind == 'b') return events.begin(first, rest, line);
    if (kind == 'd') return events.doctype(first, line);
    events.malformed(std::string(first), line);
  }

  void all() {
    std::string_view rest = told;
    until('\x1e', rest);
    while (!rest.empty() && !events.failed()) record(until('\x1e', rest));
  }
};

XmlParser::XmlParser(AnswerBuilder& builder) : work_(new Work{XmlEvents(builder)}) {}
XmlParser::~XmlParser() = default;
void XmlParser::parse(std::string_view piece, bool last) {
  work_->told += piece;
  if (last) work_->all();
}

}  // namespace fleks::income
