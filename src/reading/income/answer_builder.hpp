#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <fleks/reading/income_register.hpp>

namespace fleks::income {

/// The elements of the answer that mean something here.
enum class Element : std::uint8_t {
  unknown,
  envelope,
  soap_header,
  soap_body,
  soap_fault,
  fault_text,
  root,
  main_data,
  transaction,
  service,
  transaction_time,
  reply,
  advice,
  advice_id,
  advice_text,
  fault,
  fault_id,
  fault_said,
  person_data,
  persons,
  person,
  person_number,
  payers,
  payer,  // also the wrapper of the SE-number, one level further in
  payer_data,
  payer_number,
  reports,
  report,
  report_id,
  period_data,
  period,
  period_from,
  period_to,
  employee,
  disposal,
  forms_of_report,
  forms,
  form,
  form_number,
  fields,
  subforms,
  field,
  field_unit,
  field_id,
  unit_code,
  field_value,
};

struct ElementName {
  std::string_view space, name;
  Element element;
};
/// The element of a name, whatever its namespace; none: `unknown`.
[[nodiscard]] const ElementName* element_named(std::string_view name) noexcept;
/// The same of a name in a namespace; when the name is known and the namespace is another, `wrong_space` is the right one.
struct Match {
  Element element = Element::unknown;
  std::string_view right_space{};
};
[[nodiscard]] Match match(std::string_view space, std::string_view name) noexcept;

/// A form (*blanket*) of a report with its fields, as they come.
struct FormRead {
  std::uint32_t number = 0;
  std::int32_t above = -1;  // the form it is in
  std::vector<RegisterField> fields{};
};
/// What the forms of a report say, put into the report.
[[nodiscard]] std::optional<Error> put_forms(std::vector<FormRead>& forms, RegisterReport& report);

/// Kroner with a sign in front.
[[nodiscard]] Result<Money> signed_amount(std::string_view text);

/// Builds the answer from its elements as they begin and end. The first thing wrong stays.
class AnswerBuilder {
 public:
  void begin(Element element, std::string_view name, std::int64_t line);
  void text(std::string_view piece);
  void end();
  /// The first level that is no SOAP must be the answer.
  [[nodiscard]] bool in_answer() const noexcept { return in_answer_; }
  [[nodiscard]] const std::optional<Error>& error() const noexcept { return error_; }
  void fail(Error error) {
    if (!error_) error_ = std::move(error);
  }
  [[nodiscard]] std::size_t depth() const noexcept { return open_.size(); }
  [[nodiscard]] Result<RegisterAnswer> finish();

 private:
  struct Open {
    Element element;
    std::int64_t line;
  };
  void end_of(Element element, std::int64_t line);
  void end_of_text(Element element, std::int64_t line);
  void end_report();
  void set_date(std::optional<Date>& to, std::string_view field, std::int64_t line);

  RegisterAnswer answer_{};
  std::vector<Open> open_{};
  std::string text_{};
  std::vector<FormRead> forms_{};
  std::vector<std::int32_t> open_forms_{};
  RegisterReport report_{};
  RegisterField field_{};
  std::optional<Date> from_{}, to_{};
  std::string payer_{}, fault_id_{}, faults_{};
  std::size_t reports_of_payer_ = 0, report_count_ = 0, field_count_ = 0;
  bool in_answer_ = false;
  RegisterAdvice advice_{};
  std::optional<Error> error_{};
};

/// What the first element must be.
[[nodiscard]] inline OneOf the_answer() { return {{"IndkomstOplysningPersonHent_O"}}; }

/// Parses XML, as it comes, into a builder; what is none is its error.
class XmlParser {
 public:
  explicit XmlParser(AnswerBuilder& builder);
  ~XmlParser();
  XmlParser(const XmlParser&) = delete;
  void parse(std::string_view piece, bool last);

 private:
  struct Work;
  std::unique_ptr<Work> work_;
};

/// Reads the whole of a JSON text into a builder.
void build_from_json(std::string_view json, AnswerBuilder& builder);

/// Whether a text is SKAT's reconciliation file, by its first field.
[[nodiscard]] bool begins_a_reconciliation(std::string_view text) noexcept;
/// Reads one: `;`, decimal comma, a column for each felt.
[[nodiscard]] Result<RegisterAnswer> read_reconciliation(std::string_view text);

}  // namespace fleks::income
