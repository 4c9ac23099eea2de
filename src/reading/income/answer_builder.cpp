#include "reading/income/answer_builder.hpp"

#include <algorithm>
#include <utility>

namespace fleks::income {
namespace {

constexpr std::size_t most_reports = 100'000, most_fields = 1'000'000, most_text = 4'000, most_unknown = 100, most_forms = 1'000;

std::string_view trimmed(std::string_view text) {
  const auto blank = [](char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; };
  while (!text.empty() && blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && blank(text.back())) text.remove_suffix(1);
  return text;
}

bool all_digits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// Whether its text is read.
bool has_text(Element element) noexcept {
  using enum Element;
  switch (element) {
    case fault_text:
    case transaction:
    case service:
    case advice_id:
    case advice_text:
    case fault_id:
    case fault_said:
    case person_number:
    case payer_number:
    case report_id:
    case period_from:
    case period_to:
    case employee:
    case disposal:
    case form_number:
    case field_id:
    case field_value: return true;
    default: return false;
  }
}

Error too_many(std::string_view place, std::size_t most, std::int64_t line) {
  return {.code = ErrorCode::too_many, .field = place, .allowed = AtMost{most}, .line = line};
}

}  // namespace

void AnswerBuilder::begin(Element element, std::string_view name, std::int64_t line) {
  if (error_) return;
  using enum Element;
  text_.clear();
  if (element == root) in_answer_ = true;
  if (element == unknown && in_answer_ && answer_.unknown.size() < most_unknown &&
      std::find(answer_.unknown.begin(), answer_.unknown.end(), name) == answer_.unknown.end())
    answer_.unknown.emplace_back(without_person(name.substr(0, 100)));
  if (element == person) answer_.persons.emplace_back();
  if (element == payer && !open_.empty() && open_.back().element == payers) {
    payer_.clear();
    reports_of_payer_ = answer_.persons.empty() ? 0 : answer_.persons.back().reports.size();
  }
  if (element == report) {
    if (++report_count_ > most_reports) return fail(too_many("LoenPeriodeOplysningStruktur", most_reports, line));
    report_ = {};
    report_.line = line;
    from_.reset();
    to_.reset();
    forms_.clear();
    open_forms_.clear();
  }
  if (element == form) {
    if (forms_.size() == most_forms) return fail(too_many(name, most_forms, line));
    forms_.push_back({.above = open_forms_.empty() ? -1 : open_forms_.back()});
    open_forms_.push_back(static_cast<std::int32_t>(forms_.size() - 1));
  }
  if (element == field) {
    if (++field_count_ > most_fields) return fail(too_many("AngivelseFeltIndholdStruktur", most_fields, line));
    field_ = {.line = line};
  }
  if (element == advice) advice_ = {};
  if (element == fault) fault_id_.clear();
  open_.push_back({element, line});
}

void AnswerBuilder::text(std::string_view piece) {
  if (error_ || open_.empty() || !has_text(open_.back().element)) return;
  if (text_.size() + piece.size() > most_text)
    return fail({.code = ErrorCode::too_large,
                 .field = "XML",
                 .given = without_person(text_.substr(0, 40)) + "...",
                 .allowed = AtMost{most_text},
                 .line = open_.back().line});
  text_ += piece;
}

void AnswerBuilder::end() {
  if (error_ || open_.empty()) return;
  const Open ended = open_.back();
  open_.pop_back();
  if (has_text(ended.element))
    end_of_text(ended.element, ended.line);
  else
    end_of(ended.element, ended.line);
  text_.clear();
}

void AnswerBuilder::set_date(std::optional<Date>& to, std::string_view field, std::int64_t line) {
  // A time of day or a zone may follow.
  const std::string_view given = trimmed(text_);
  auto date = parse_date(given.substr(0, std::min<std::size_t>(10, given.size())));
  if (!date) {
    Error error = std::move(date).error().in(field);
    error.given = without_person(given);
    error.line = line;
    return fail(std::move(error));
  }
  to = *date;
}

void AnswerBuilder::end_of_text(Element element, std::int64_t line) {
  using enum Element;
  const std::string value(trimmed(text_));
  switch (element) {
    case transaction: answer_.transaction = value; break;
    case service: answer_.service = value; break;
    case advice_id: advice_.id = value; break;
    case advice_text: advice_.text = value; break;
    case fault_id: fault_id_ = value; break;
    case fault_said:
    case fault_text: faults_ += (faults_.empty() ? "" : "; ") + (fault_id_.empty() ? "" : fault_id_ + " ") + value; break;
    case person_number: {
      if (answer_.persons.empty()) break;
      RegisterPerson& person = answer_.persons.back();
      person.zero_restored = value.size() == 9 && all_digits(value);
      person.number = (person.zero_restored ? "0" : "") + value;
      if (person.number.size() != 10 || !all_digits(person.number))
        fail({.code = ErrorCode::no_such_choice,
              .field = "PersonCivilRegistrationIdentifier",
              .given = "**********",
              .allowed = OneOf{{"0000000000"}},
              .line = line});
      break;
    }
    case payer_number:
      payer_ = all_digits(value) && value.size() < 8 ? std::string(8 - value.size(), '0') + value : value;
      if (payer_.size() != 8 || !all_digits(payer_))
        fail({.code = ErrorCode::no_such_choice,
              .field = "VirksomhedSENummerIdentifikator",
              .given = without_person(value),
              .allowed = OneOf{{"00000000"}},
              .line = line});
      break;
    case report_id: report_.id = value; break;
    case period_from: set_date(from_, "StartDate", line); break;
    case period_to: set_date(to_, "EndDate", line); break;
    case employee: report_.employee = value; break;
    case disposal:
      if (!value.empty()) set_date(report_.disposal, "IndkomstPersonGruppeDispositionDato", line);
      break;
    case form_number: {
      if (!all_digits(value) || value.size() > 9)
        return fail({.code = ErrorCode::not_a_number, .field = "BlanketNummerIdentifikator", .given = without_person(value), .line = line});
      if (!open_forms_.empty()) forms_[static_cast<std::size_t>(open_forms_.back())].number = static_cast<std::uint32_t>(std::stoul(value));
      break;
    }
    case field_id: field_.id = value; break;
    case field_value: field_.text = value; break;
    default: break;
  }
}

void AnswerBuilder::end_of(Element element, std::int64_t line) {
  using enum Element;
  switch (element) {
    case advice: answer_.advice.push_back({std::move(advice_.id), without_person(advice_.text)}); break;
    case fault:
      if (faults_.empty()) faults_ = fault_id_.empty() ? "?" : fault_id_;
      break;
    case soap_fault:
      if (faults_.empty()) faults_ = "SOAP Fault";
      break;
    case field:
      if (!open_forms_.empty()) forms_[static_cast<std::size_t>(open_forms_.back())].fields.push_back(std::move(field_));
      field_ = {};
      break;
    case form:
      if (!open_forms_.empty()) open_forms_.pop_back();
      break;
    case report: end_report(); break;
    case payer:
      if (open_.empty() || open_.back().element != payers || answer_.persons.empty()) break;
      for (std::size_t i = reports_of_payer_; i < answer_.persons.back().reports.size(); ++i)
        answer_.persons.back().reports[i].payer = payer_;
      if (payer_.empty() && reports_of_payer_ < answer_.persons.back().reports.size())
        fail({.code = ErrorCode::missing_fact, .field = "VirksomhedSENummerIdentifikator", .line = line});
      break;
    case person:
      if (answer_.persons.back().number.empty())
        fail({.code = ErrorCode::missing_fact, .field = "PersonCivilRegistrationIdentifier", .line = line});
      break;
    default: break;
  }
}

void AnswerBuilder::end_report() {
  if (answer_.persons.empty())
    return fail({.code = ErrorCode::missing_fact, .field = "IndkomstOplysningPersonStruktur", .line = report_.line});
  if (!from_ || !to_)
    return fail({.code = ErrorCode::missing_fact, .field = from_ ? "EndDate" : "StartDate", .allowed = Form::date, .line = report_.line});
  report_.period = {*from_, *to_};
  if (*to_ < *from_)
    return fail(
        {.code = ErrorCode::out_of_range, .field = "EndDate", .given = to_text(*to_), .allowed = AtLeast{*from_}, .line = report_.line});
  if (auto wrong = put_forms(forms_, report_)) return fail(std::move(*wrong));
  answer_.persons.back().reports.push_back(std::move(report_));
}

Result<RegisterAnswer> AnswerBuilder::finish() {
  if (error_) return *error_;
  if (!faults_.empty()) return Error{.code = ErrorCode::cannot_read, .field = "FejlStruktur", .given = without_person(faults_)};
  // A report's ids may hold the number of the person, and of no other.
  for (RegisterPerson& person : answer_.persons)
    for (RegisterReport& report : person.reports)
      for (RegisterPart& part : report.parts)
        for (RegisterField& other : part.others) other.text = without_person(other.text, person.number);
  return std::move(answer_);
}

}  // namespace fleks::income
