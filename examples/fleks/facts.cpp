#include "facts.hpp"

#include <fleks/facts/names.hpp>
#include <fleks/words/rules.hpp>

namespace program {

using namespace fleks;

Money read_money(const Arguments& a, std::string_view option) { return a.read(option, Money::parse).value_or(Money{}); }

Percent read_percent(const Arguments& a, std::string_view option) {
  const auto parse = [](std::string_view text) -> Result<Percent> {
    auto percent = Percent::parse(text.ends_with('%') ? text.substr(0, text.size() - 1) : text);
    if (percent) return percent;
    Error wrong = std::move(percent).error();
    wrong.given = text.substr(0, 60);
    return wrong;
  };
  return a.read(option, parse).value_or(Percent{});
}

Contribution read_contribution(const Arguments& a, std::string_view option) {
  const std::string* given = a.text(option);
  if (given == nullptr) return {};
  if (given->ends_with('%')) return Contribution::of(read_percent(a, option));
  return Contribution::of(read_money(a, option));
}

/// LOFT-4: the hours of a full-time month; by law those of the order where the municipality has said to have computed it.
Ceiling::FullTimeMonth read_full_time_month(const Arguments& a) {
  CeilingHours hours = a.choice<CeilingHours>("--ceiling-hours");
  const std::string* by = a.text("--ceiling-stated-by");
  const auto month = a.read("--month", parse_month);
  if (hours == CeilingHours::by_law && month && by != nullptr && *by == "computed")
    hours = named<CeilingHours>(reading_of(Rule::LOFT_4, names<CeilingHours>.id, *month)).value_or(CeilingHours::exact);
  return hours == CeilingHours::three_decimals ? Ceiling::FullTimeMonth::three_decimals : Ceiling::FullTimeMonth::exact;
}

Ceiling read_ceiling(const Arguments& a) {
  Ceiling c;
  const auto stated = a.read("--ceiling", Money::parse), hourly = a.read("--ceiling-hourly", Money::parse);
  if (stated && hourly) throw Stop{{.code = ErrorCode::exclusive_facts, .field = "--ceiling-hourly", .allowed = NotWith{{"--ceiling"}}}};
  if (a.has("--ceiling-holiday-supplement") && !hourly && !stated)
    throw Stop{{.code = ErrorCode::exclusive_facts,
                .field = "--ceiling-holiday-supplement",
                .given = *a.text("--ceiling-holiday-supplement"),
                .allowed = OnlyWith{{"--ceiling", "--ceiling-hourly"}}}};
  for (const char* part : {"--ceiling-supplements", "--ceiling-bonus", "--ceiling-pension", "--ceiling-hours"})
    if (a.has(part) && !hourly)
      throw Stop{{.code = ErrorCode::exclusive_facts, .field = part, .given = *a.text(part), .allowed = OnlyWith{{"--ceiling-hourly"}}}};
  if (a.has("--ceiling-stated-by") && !stated && !hourly)
    throw Stop{{.code = ErrorCode::exclusive_facts,
                .field = "--ceiling-stated-by",
                .given = *a.text("--ceiling-stated-by"),
                .allowed = OnlyWith{{"--ceiling", "--ceiling-hourly"}}}};
  if (stated) c = Ceiling::stated(*stated);
  if (hourly) {
    c = Ceiling::from_hourly(*hourly, read_money(a, "--ceiling-supplements"), read_percent(a, "--ceiling-pension"));
    c.fixed_bonus = read_money(a, "--ceiling-bonus");
    c.full_time_month = read_full_time_month(a);
  }
  c.holiday_supplement = read_money(a, "--ceiling-holiday-supplement");
  c.stated_by = static_cast<Ceiling::StatedBy>(
      a.choice("--ceiling-stated-by", {"employer", "computed", "agreement-table"}, static_cast<std::size_t>(c.stated_by)));
  return c;
}

std::vector<Option> ceiling_options(const Text& ceiling) {
  return {{"--ceiling", {"KR", "KR"}, ceiling},
          {"--ceiling-hourly",
           {"KR", "KR"},
           {"lønloftet beregnet af timelønnen på fuld tid, med:", "the ceiling from the hourly pay of full time, with:"}},
          {"--ceiling-supplements", {"KR", "KR"}, {"  tillæg, gennemsnit om måneden", "  supplements, monthly average"}},
          {"--ceiling-bonus", {"KR", "KR"}, {"  fast bonus om måneden", "  fixed bonus a month"}},
          {"--ceiling-pension", {"PCT", "PCT"}, {"  arbejdsgivers pensionsbidrag", "  employer's pension"}},
          {"--ceiling-hours",
           {"VALG", "CHOICE"},
           {"  timer i en fuldtidsmåned: by-law, exact (37 × 52/12) eller 160.333",
            "  hours of a full-time month: by-law, exact (37 × 52/12) or 160.333"},
           {"by-law", "exact", "160.333"}},
          {"--ceiling-holiday-supplement",
           {"KR", "KR"},
           {"ferietillæg, som en fuldtidsansat får i måneden: hæver lønloftet",
            "holiday supplement of a full-time employee in the month: raises the ceiling"}},
          {"--ceiling-stated-by",
           {"HVEM", "WHO"},
           {"employer, computed eller agreement-table", "employer, computed or agreement-table"},
           {"employer", "computed", "agreement-table"}}};
}

RateTable read_rates(const Arguments& a) {
  RateTable rates = RateTable::embedded();
  if (const std::string* file = a.text("--rates")) {
    auto table = rates.extended_by(a.read_file("--rates", *file));
    if (!table) throw Stop{std::move(table).error(), "--rates " + *file};
    rates = *std::move(table);
  }
  if (a.files_read->rates.empty()) return rates;
  return or_stop(rates.extended_by(a.files_read->rates));
}

MunicipalTaxTable read_municipal_taxes(const Arguments& a) {
  const std::string* file = a.text("--municipal-taxes");
  if (file == nullptr) return MunicipalTaxTable::embedded();
  auto table = MunicipalTaxTable::embedded().extended_by(a.read_file("--municipal-taxes", *file));
  if (!table) throw Stop{std::move(table).error(), "--municipal-taxes " + *file};
  return *std::move(table);
}

TableForm read_form(const Arguments& a, TableForm form) {
  if (a.has("--separator")) form.separator = a.choice("--separator", {"comma", "semicolon"}) == 0 ? ',' : ';';
  if (a.has("--decimal")) {
    form.decimal_mark = a.choice("--decimal", {"point", "comma"}) == 0 ? '.' : ',';
  } else if (a.has("--separator")) {
    form.decimal_mark = form.separator == ';' ? ',' : '.';
  }
  if (form.separator == form.decimal_mark)
    throw Stop{{.code = ErrorCode::exclusive_facts, .field = "--decimal comma", .allowed = NotWith{{"--separator comma"}}}};
  form.safe_for_sheets = a.has("--excel-safe");
  return form;
}
Option separator_option() {
  return {"--separator",
          {"TEGN", "MARK"},
          {"mellem svarets kolonner: comma eller semicolon (ellers som i filen)",
           "between the columns of the answer: comma or semicolon (else as in the file)"},
          {"comma", "semicolon"}};
}
Option decimal_option() {
  return {"--decimal",
          {"TEGN", "MARK"},
          {"svarets decimaltegn: point eller comma (ellers comma ved semicolon)",
           "the decimal mark of the answer: point or comma (else comma with semicolon)"},
          {"point", "comma"}};
}
Option excel_safe_option() {
  return {"--excel-safe",
          {"", ""},
          {"et id, som et regneark ville regne ud (=1+1), skrives med ' foran",
           "an id that a spreadsheet would compute (=1+1) is written with a ' before it"}};
}

}  // namespace program
