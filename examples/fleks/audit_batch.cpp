#include <fmt/format.h>

#include <fleks/analysis/audit_file.hpp>
#include <fleks/analysis/table.hpp>

#include "audit.hpp"
#include "streams.hpp"
#include "table_form.hpp"
#include "tasks/facts.hpp"
#include "tasks/month_facts.hpp"

// fleks audit --batch: a table of payments, a block of records at a time.

namespace program {
namespace {

using namespace fleks;

std::string counted(const AuditFile::Count& n, Language language) {
  const auto wrong = n.rows - n.right;
  return language == Language::danish
             ? fmt::format("fleks: {} {}: {} {}, {} {}, {} forklaret\n", n.rows, n.rows == 1 ? "måned" : "måneder", n.right,
                           n.right == 1 ? "rigtig" : "rigtige", wrong, wrong == 1 ? "forkert" : "forkerte", n.explained)
             : fmt::format("fleks: {} {}: {} right, {} wrong, {} explained\n", n.rows, n.rows == 1 ? "month" : "months", n.right, wrong,
                           n.explained);
}

}  // namespace

int audit_batch(const Arguments& a, const std::string& path, Output& said, Files& files) {
  for (const auto& [option, values] : a.options)
    for (const char* allowed :
         {"batch", "output", "rates", "rates_of", "other_wage_under_ceiling", "benefits_under_ceiling", "care_income_under_ceiling",
          "holiday_days_of", "round_to", "separator", "decimal", "excel_safe", "lang", ""})
      if (*allowed == '\0')
        throw Stop{{.code = ErrorCode::exclusive_facts, .field = asked(option), .allowed = NotWith{{asked("batch")}}}};
      else if (option == allowed)
        break;
  const std::string* out_path = a.text("output");
  if (out_path == nullptr) throw Stop{{.code = ErrorCode::missing_fact, .field = asked("output"), .allowed = OneOf{{"OUT.csv", "-"}}}};
  const Options options = read_month_options(a);
  const RateTable rates = read_rates(a);
  InputStream in(path, asked("batch"));
  OutputStream& out = files.own_output(*out_path);

  RecordBlocks records([&in](char* to, std::size_t size) { return in.read(to, size); }, std::size_t{1} << 18);
  AuditFile file = or_stop(AuditFile::read(records.header(), rates, options));
  records.separated_by(file.separator());
  file.answer_as(read_form(a, file.form()));
  std::string text = file.output_header(), block;
  while (records.next(block)) {
    const std::int64_t lines_before = file.layout().header_lines() + file.count().lines;
    if (auto wrong = file.run(block, text)) {
      wrong->line += lines_before;
      throw Stop{std::move(*wrong)};
    }
    out.write(text);
    text.clear();
  }
  out.write(text);
  said.note = counted(file.count(), a.language);
  return file.count().right == file.count().rows ? 0 : 1;
}

}  // namespace program
