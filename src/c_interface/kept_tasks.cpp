#include "c_interface/kept_tasks.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "again.hpp"
#include "audit.hpp"
#include "command.hpp"
#include "workbook.hpp"

// The program's tasks in a library: they have what a kept result has with it, and nothing of the machine. A library reads and writes no
// files, and makes no workbooks.

namespace program {

using fleks::ErrorCode;

const std::vector<Command>& commands() {
  static const std::vector<Command> all{audit_task(),        ceiling_task(), holiday_task(), hours_task(),
                                        housing_task(),      month_task(),   rates_task(),   ledighedsydelse_task(),
                                        municipality_task(), rules_task(),   tax_task(),     self_employed_task()};
  return all;
}

namespace {

[[noreturn]] void is_no_fact(std::string fact) {
  throw Stop{{.code = ErrorCode::unknown_fact, .field = "facts.given", .given = std::move(fact)}};
}

}  // namespace

std::string read_file(std::string_view, const std::string& path) {
  throw Stop{{.code = ErrorCode::missing_fact, .field = "facts.files", .given = path}};
}
OutputStream::~OutputStream() = default;
WaitingText::~WaitingText() = default;

std::string workbook(const fleks::Explained<fleks::MonthStatement>&, fleks::Language) { is_no_fact("format"); }
std::string workbook(const fleks::WorthOfHours&, const fleks::Options&, fleks::Language) { is_no_fact("format"); }
int audit_batch(const Arguments&, const std::string&, Output&) { is_no_fact("batch"); }
Arguments with_workbook(std::string_view, const Arguments& arguments) {
  if (arguments.has("--from-xlsx")) is_no_fact("from_xlsx");
  return arguments;
}

}  // namespace program

namespace c_interface {

using namespace fleks;

namespace {

/// An option is the fact of the record that has its name.
Error of_a_record(Error error) {
  std::string name(error.field.text());
  if (!name.starts_with("--")) return error;
  name = name.substr(2, name.find(' ') - 2);
  std::ranges::replace(name, '-', '_');
  error.field = "facts.given." + name;
  return error;
}

}  // namespace

Result<Verification> verified(std::string_view json, const RateTable& today) {
  auto kept = KeptResult::read(json);
  if (!kept) return std::move(kept).error();
  if (kept->given().task == "case") return verified_case(json, today);
  try {
    return program::verified(*std::move(kept), &today);
  } catch (program::Stop& stop) {
    if (auto* tasks = std::get_if<OneOf>(&stop.error.allowed); tasks != nullptr && stop.error.field.text() == "facts.task")
      tasks->choices.insert(tasks->choices.begin(), "case");
    return of_a_record(std::move(stop.error));
  }
}

Result<std::string> task_result(std::string_view asked, const char* form, const RateTable& today) {
  // Of a result it is the member `facts`, which here is all there is.
  const auto in_place = [](Error error) {
    const std::string field(error.field.text());
    if (field.starts_with("facts.")) error.field = field.substr(std::string_view("facts.").size());
    return error;
  };
  auto given = read_given(asked);
  if (!given) return std::move(given).error();
  try {
    program::Again task = program::again(*given);
    task.arguments.options["--format"] = {form};
    task.arguments.files_read->today = &today;
    program::Output output;
    program::run(*task.command, task.arguments, output);
    return std::move(output.text);
  } catch (program::Stop& stop) {
    return in_place(of_a_record(std::move(stop.error)));
  }
}

}  // namespace c_interface
