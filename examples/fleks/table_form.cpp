#include "table_form.hpp"

namespace program {

using fleks::ErrorCode;
using fleks::NotWith;
using fleks::TableForm;

TableForm read_form(const Arguments& a, TableForm form) {
  if (a.has("separator")) form.separator = a.choice("separator", {"comma", "semicolon"}) == 0 ? ',' : ';';
  if (a.has("decimal")) {
    form.decimal_mark = a.choice("decimal", {"point", "comma"}) == 0 ? '.' : ',';
  } else if (a.has("separator")) {
    form.decimal_mark = form.separator == ';' ? ',' : '.';
  }
  if (form.separator == form.decimal_mark)
    throw Stop{{.code = ErrorCode::exclusive_facts, .field = asked("decimal comma"), .allowed = NotWith{{asked("separator comma")}}}};
  form.safe_for_sheets = a.has("excel_safe");
  return form;
}

std::vector<Option> form_options() {
  return {{"separator",
           {"TEGN", "MARK"},
           {"mellem svarets kolonner: comma eller semicolon (ellers som i filen)",
            "between the columns of the answer: comma or semicolon (else as in the file)"},
           {"comma", "semicolon"}},
          {"decimal",
           {"TEGN", "MARK"},
           {"svarets decimaltegn: point eller comma (ellers comma ved semicolon)",
            "the decimal mark of the answer: point or comma (else comma with semicolon)"},
           {"point", "comma"}},
          {"excel_safe",
           {"", ""},
           {"et id, som et regneark ville regne ud (=1+1), skrives med ' foran",
            "an id that a spreadsheet would compute (=1+1) is written with a ' before it"}}};
}

}  // namespace program
