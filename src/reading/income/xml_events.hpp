#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "reading/income/answer_builder.hpp"

namespace fleks::income {

/// What a parser of XML tells of, whichever parser it is: namespaces, envelope and depth are held against the register's answer here.
class XmlEvents {
 public:
  explicit XmlEvents(AnswerBuilder& builder) noexcept : builder_(builder) {}

  void begin(std::string_view space, std::string_view name, std::int64_t line);
  void text(std::string_view piece) { builder_.text(piece); }
  void end() { builder_.end(); }
  /// A document type is refused: it can name files and grow without end.
  void doctype(std::string_view name, std::int64_t line);
  void malformed(std::string why, std::int64_t line);
  /// A piece without an end in it, such as a comment or an attribute, of more bytes than the most.
  void endless(std::size_t most, std::int64_t line);
  [[nodiscard]] bool failed() const noexcept { return builder_.error().has_value(); }

 private:
  AnswerBuilder& builder_;
  bool soap_ = false, in_body_ = false;
};

}  // namespace fleks::income
