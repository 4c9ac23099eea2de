#include "reading/income/xml_events.hpp"

#include <utility>

namespace fleks::income {

void XmlEvents::begin(std::string_view space, std::string_view name, std::int64_t line) {
  constexpr std::size_t deepest = 64;
  if (builder_.depth() >= deepest)
    return builder_.fail({.code = ErrorCode::too_deep, .field = "XML", .given = std::to_string(deepest), .line = line});
  const auto [element, right] = match(space, name);
  const std::string shown = without_person(name.substr(0, 60));
  if (!right.empty())
    return builder_.fail({.code = ErrorCode::no_such_choice,
                          .field = "xmlns (" + shown + ")",
                          .given = space.empty() ? "" : without_person(space.substr(0, 100)),
                          .allowed = OneOf{{right}},
                          .line = line});
  const bool wrapper = element == Element::envelope || element == Element::soap_body || element == Element::soap_header;
  soap_ = soap_ || element == Element::envelope;
  // In an envelope the head may hold anything; outside of it the first element is the answer or nothing is.
  const bool begins = !builder_.in_answer() && (builder_.depth() == 0 || (soap_ && builder_.depth() == 2 && in_body_));
  if (element == Element::soap_body) in_body_ = true;
  if (element == Element::soap_header) in_body_ = false;
  if (begins && !wrapper && element != Element::root && element != Element::soap_fault)
    return builder_.fail({.code = ErrorCode::no_such_choice, .field = "XML", .given = shown, .allowed = the_answer(), .line = line});
  builder_.begin(element, name, line);
}

void XmlEvents::doctype(std::string_view name, std::int64_t line) {
  std::string what = "<!DOCTYPE " + without_person(name.substr(0, 60)) + ">";
  builder_.fail({.code = ErrorCode::no_such_choice, .field = "XML", .given = std::move(what), .allowed = the_answer(), .line = line});
}

void XmlEvents::endless(std::size_t most, std::int64_t line) {
  builder_.fail(
      {.code = ErrorCode::too_large, .field = "XML", .given = "> " + std::to_string(most) + " B", .allowed = AtMost{most}, .line = line});
}

void XmlEvents::malformed(std::string why, std::int64_t line) {
  builder_.fail({.code = ErrorCode::not_json, .field = "XML", .given = std::move(why), .allowed = OneOf{{"XML"}}, .line = line});
}

}  // namespace fleks::income
