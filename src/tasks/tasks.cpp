#include <utility>
#include <variant>

#include <fleks/tasks/tasks.hpp>

#include "tasks/again.hpp"
#include "tasks/task.hpp"

namespace fleks {

namespace tasks {

std::span<const Command> own_tasks() {
  static const Command all[] = {audit_task(),        ceiling_task(), holiday_task(), hours_task(),
                                housing_task(),      month_task(),   rates_task(),   ledighedsydelse_task(),
                                municipality_task(), rules_task(),   tax_task(),     self_employed_task()};
  return all;
}

}  // namespace tasks

namespace {

/// What is asked is a fact of the record.
Error of_a_record(Error error) {
  const std::string_view name = error.field.text();
  if (error.field.is_asked()) error.field = "facts.given." + std::string(name.substr(0, name.find(' ')));
  return error;
}

/// Of a result it is in the member `facts`, which here is all there is.
Error of_what_is_asked(Error error) {
  const std::string field(error.field.text());
  if (field.starts_with("facts.")) error.field = field.substr(std::string_view("facts.").size());
  return error;
}

}  // namespace

Result<Verification> verified_result(std::string_view json, const RateTable& today) {
  auto kept = KeptResult::read(json);
  if (!kept) return std::move(kept).error();
  if (kept->given().task == "case") return verified_case(json, today);
  try {
    return tasks::verified(*std::move(kept), tasks::own_tasks(), &today);
  } catch (tasks::Stop& stop) {
    if (auto* known = std::get_if<OneOf>(&stop.error.allowed); known != nullptr && stop.error.field.text() == "facts.task")
      known->choices.insert(known->choices.begin(), "case");
    return of_a_record(std::move(stop.error));
  }
}

Result<std::string> task_result(std::string_view asked, std::string_view form, const RateTable& today) {
  auto given = read_given(asked);
  if (!given) return std::move(given).error();
  try {
    tasks::Again task = tasks::again(*given, tasks::own_tasks());
    task.arguments.options["format"] = {std::string(form)};
    task.arguments.files_read->today = &today;
    tasks::Output output;
    tasks::run(*task.command, task.arguments, output);
    return std::move(output.text);
  } catch (tasks::Stop& stop) {
    return of_what_is_asked(of_a_record(std::move(stop.error)));
  }
}

}  // namespace fleks
