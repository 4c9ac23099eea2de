// The lists of the law that the library is built from, checked row by row: rules.csv, a row for each period of a rule,
// keys.csv, a row for each rate's name, and sources_da.csv, the Danish of what the tables of rates say of their sources.
// They become the enumerations of the public headers, which lie in the source tree so that readers and editors find them,
// and the constant rows in the library.
//
//   embed_lists SOURCE_DIR OUT_DIR            writes OUT_DIR/*.inc; refuses when the headers are not what the lists give
//   embed_lists --write SOURCE_DIR            writes the headers
//   embed_lists --check SOURCE_DIR OUT_DIR    are the headers and OUT_DIR/*.inc what the lists give?

#include <algorithm>
#include <array>
#include <fstream>
#include <functional>
#include <initializer_list>
#include <iostream>
#include <map>
#include <regex>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "text/csv.hpp"

namespace {

using Row = std::map<std::string, std::string>;

struct Table {
  std::string path;
  std::vector<Row> rows;
  std::vector<int> lines;
  bool good = true;

  void wrong(std::size_t row, const std::string& what) {
    std::cerr << path << ':' << lines[row] << ": " << what << '\n';
    good = false;
  }
};

bool slurp(const std::string& path, std::string& text) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream all;
  all << in.rdbuf();
  text = all.str();
  return in.good();
}

Table read(const std::string& path, const std::vector<std::string>& columns) {
  Table table{.path = path, .rows = {}, .lines = {}};
  std::string text;
  if (!slurp(path, text)) {
    std::cerr << "embed_lists: cannot read " << path << '\n';
    table.good = false;
    return table;
  }
  fleks::CsvLines lines(text);
  std::vector<std::string> fields;
  if (!lines.next(fields) || fields != columns) {
    std::cerr << path << ":1: not the columns of this list\n";
    table.good = false;
    return table;
  }
  while (lines.next(fields)) {
    table.lines.push_back(lines.line());
    Row& row = table.rows.emplace_back();
    if (fields.size() != columns.size() || lines.broken())
      table.wrong(table.rows.size() - 1, std::to_string(fields.size()) + " fields, not " + std::to_string(columns.size()));
    for (std::size_t i = 0; i < columns.size() && i < fields.size(); ++i) row[columns[i]] = fields[i];
  }
  return table;
}

bool is_month(const std::string& text) {
  return text.size() == 7 && text[4] == '-' && text.find_first_not_of("0123456789-") == std::string::npos && text.substr(5) >= "01" &&
         text.substr(5) <= "12";
}
std::string month_after(const std::string& month) {
  int year = std::stoi(month.substr(0, 4)), of_year = std::stoi(month.substr(5)) + 1;
  if (of_year == 13) {
    of_year = 1;
    ++year;
  }
  return std::to_string(year) + (of_year < 10 ? "-0" : "-") + std::to_string(of_year);
}
std::string year_month(const std::string& month) {
  return "month(" + month.substr(0, 4) + ", " + std::to_string(std::stoi(month.substr(5))) + ")";
}

std::vector<std::string> split(const std::string& text, char at) {
  std::vector<std::string> parts;
  std::istringstream in(text);
  for (std::string part; std::getline(in, part, at);)
    if (!part.empty()) parts.push_back(part);
  return parts;
}

std::string quoted(const std::string& text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    out += c;
  }
  return out + "\"";
}

std::string enumerator(std::string id) {
  std::replace(id.begin(), id.end(), '-', '_');
  return id;
}

const std::vector<std::string> rule_columns{"id",      "first",   "last",    "status",  "source",  "eli",    "option",
                                            "reading", "name_da", "name_en", "text_da", "text_en", "why_da", "why_en"};
const std::vector<std::string> key_columns{"key", "unit", "name_da", "name_en", "comment"};
const std::vector<std::string> source_columns{"english", "danish"};
const std::vector<std::string> rate_columns{"key", "valid_from", "valid_to", "value", "unit", "status", "source", "note"};
const std::vector<std::string> tax_columns{"municipality", "valid_from", "valid_to", "municipal_pct", "church_pct", "status", "source"};
const std::map<std::string, std::string> units{{"kr/month", "kroner_a_month"},
                                               {"kr/year", "kroner_a_year"},
                                               {"kr/week", "kroner_a_week"},
                                               {"kr/hour", "kroner_an_hour"},
                                               {"pct", "percent"},
                                               {"hours/week", "hours_a_week"},
                                               {"kr", "kroner"},
                                               {"km", "kilometres"},
                                               {"m2", "square_metres"},
                                               {"kr/km", "kroner_a_kilometre"},
                                               {"kr/m2", "kroner_a_square_metre"}};
constexpr std::string_view address = "https://www.retsinformation.dk/eli/lta/";

/// Whether a text has a number beside a unit: such figures are of the rates or of the rules.
bool has_figure(const std::string& text) {
  static const std::regex figure("[0-9] ?(pct|per cent|øre|kr\\.|kroner|timer|hours|dage|days|måneder|months|uger|weeks)");
  return std::regex_search(text, figure);
}

using Wrong = std::function<void(const std::string&)>;

void check_period(const Row& row, const Row* before, const Wrong& wrong) {
  if (!row.at("last").empty() && row.at("last") < row.at("first")) wrong("ends before it begins");
  if (before != nullptr && (before->at("last").empty() || month_after(before->at("last")) != row.at("first")))
    wrong("a hole or an overlap before " + row.at("first"));
}

void check_source(const Row& row, const Wrong& wrong) {
  const std::string& status = row.at("status");
  if (std::set<std::string>{"read", "secondary", "interpretation"}.count(status) == 0) wrong("status '" + status + "'");
  if (row.at("source").empty() && status != "interpretation") wrong("no source");
  if (!row.at("eli").empty() && !row.at("eli").starts_with(address)) wrong("the address is not of retsinformation.dk");
  for (const std::string& reading : split(row.at("reading"), ' '))
    if (split(reading, '=').size() != 2) wrong("a reading is option=word");
}

/// A row without texts of its own has those of the period before.
void check_texts(Row& row, const Row* before, const Wrong& wrong) {
  const bool new_text = !row["text_da"].empty() || row["reading"] != (before != nullptr ? before->at("reading") : "");
  if (before != nullptr && new_text == row["why_da"].empty()) wrong("says why it changed exactly when its text or its reading has");
  if (row["why_da"].empty() != row["why_en"].empty()) wrong("why in one language");
  for (const std::string column : {"name", "text"}) {
    std::string &danish = row[column + "_da"], &english = row[column + "_en"];
    if (before != nullptr && danish.empty() && english.empty()) {
      danish = before->at(column + "_da");
      english = before->at(column + "_en");
    }
    if (danish.empty() || english.empty()) wrong("no " + column);
  }
  for (const std::string language : {"da", "en"}) {
    if (!row["text_" + language].ends_with('.')) wrong("a text ends with a full stop");
    if (has_figure(row["text_" + language])) wrong("a text has a figure of its own; {key} takes it from the rates");
    if (before == nullptr && !row["why_" + language].empty()) wrong("the first period has not changed");
  }
}

void check_rule(Table& rules, std::size_t i, const std::set<std::string>& seen) {
  Row& row = rules.rows[i];
  const Wrong wrong = [&](const std::string& what) { rules.wrong(i, row["id"] + ": " + what); };
  const Row* before = i > 0 && rules.rows[i - 1]["id"] == row["id"] ? &rules.rows[i - 1] : nullptr;
  if (row["id"].empty() || row["id"].find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-") != std::string::npos) wrong("not an id");
  if (before == nullptr && seen.contains(row["id"])) wrong("its periods do not stand together");
  if (!is_month(row["first"]) || (!row["last"].empty() && !is_month(row["last"]))) return wrong("months are YYYY-MM");
  check_period(row, before, wrong);
  check_source(row, wrong);
  check_texts(row, before, wrong);
  if (before != nullptr && row["option"].empty()) row["option"] = before->at("option");
}

void check(Table& rules, Table& keys) {
  std::set<std::string> seen;
  for (std::size_t i = 0; i < rules.rows.size(); ++i) {
    check_rule(rules, i, seen);
    seen.insert(rules.rows[i]["id"]);
  }
  std::string before;
  for (std::size_t i = 0; i < keys.rows.size(); ++i) {
    Row& row = keys.rows[i];
    if (row["key"] <= before) keys.wrong(i, row["key"] + ": keys stand in order, each once");
    if (!units.contains(row["unit"])) keys.wrong(i, row["key"] + ": unit '" + row["unit"] + "'");
    for (const auto& [column, value] : row)
      if (value.empty()) keys.wrong(i, row["key"] + ": no " + column);
    before = row["key"];
  }
}

/// Whether a source is an address, a file of a repository or a paragraph of Danish law, which needs no words of a language.
bool is_reference(const std::string& text) {
  static const std::regex reference(
      "https?://[^ ]+( [^ ()]*[/-][^ ()]*)?( \\([0-9., -]+\\))?( § [0-9]+( [A-Za-z])?( (stk|nr)\\. [0-9]+)*)?|[a-z0-9-]+\\.dk|"
      "github [^ ]+@[0-9a-f]+( [^ ]+)?|(BEK|LBK|LAS|LAB)( [0-9]+/[0-9]{4})? § [0-9]+( [a-z])?( (stk|nr)\\. [0-9]+)*");
  return std::regex_match(text, reference);
}

/// The numbers of a text, in order of size, without the marks of thousands and decimals, which each language has its own of.
std::vector<std::string> numbers(const std::string& text) {
  static const std::regex number("[0-9]+([.,][0-9]+)*");
  std::vector<std::string> all;
  for (std::sregex_iterator at(text.begin(), text.end(), number), end; at != end; ++at) {
    std::string digits = at->str();
    digits.erase(std::remove_if(digits.begin(), digits.end(), [](char c) { return c == '.' || c == ','; }), digits.end());
    all.push_back(digits);
  }
  std::sort(all.begin(), all.end());
  return all;
}

/// A text of several is said as a whole where it has a row, else piece by piece.
std::vector<std::string> pieces(const std::string& text) {
  std::vector<std::string> all;
  for (std::size_t at = 0;;) {
    const std::size_t end = text.find("; ", at);
    all.push_back(text.substr(at, end - at));
    if (end == std::string::npos) return all;
    at = end + 2;
  }
}

/// What the rates say of themselves in English has a row each, and each row is of something that is said.
void check_sources(Table& sources, std::initializer_list<Table*> tables) {
  std::set<std::string> listed, used;
  std::string before;
  for (std::size_t i = 0; i < sources.rows.size(); ++i) {
    const std::string &english = sources.rows[i]["english"], &danish = sources.rows[i]["danish"];
    if (english <= before) sources.wrong(i, "'" + english + "': rows stand in order, each once");
    if (danish.empty()) sources.wrong(i, "'" + english + "': no Danish");
    if (numbers(english) != numbers(danish)) sources.wrong(i, "'" + english + "': not the same numbers in Danish");
    if (pieces(english).size() != pieces(danish).size()) sources.wrong(i, "'" + english + "': not as many pieces in Danish");
    listed.insert(english);
    before = english;
  }
  for (Table* table : tables)
    for (std::size_t i = 0; i < table->rows.size(); ++i)
      for (const std::string& text : {table->rows[i]["source"], table->rows[i]["note"]}) {
        const bool whole = listed.contains(text);
        for (const std::string& piece : whole ? std::vector<std::string>{text} : pieces(text)) {
          used.insert(piece);
          if (!piece.empty() && !is_reference(piece) && !listed.contains(piece))
            table->wrong(i, "'" + piece + "': no row of " + sources.path);
        }
      }
  for (std::size_t i = 0; i < sources.rows.size(); ++i)
    if (!used.contains(sources.rows[i]["english"])) sources.wrong(i, "'" + sources.rows[i]["english"] + "': no rate says so");
}

/// The rows of a list that begin a new id.
std::vector<Row> first_periods(const Table& rules) {
  std::vector<Row> first;
  for (const Row& row : rules.rows)
    if (first.empty() || first.back().at("id") != row.at("id")) first.push_back(row);
  return first;
}

constexpr std::string_view written = "// Written by embed_lists from ";

/// Enumerators with their comments under one another, however long.
template <class Name>
void commented(std::ostream& out, const std::vector<Row>& rows, Name name, const std::string& comment) {
  std::size_t longest = 0;
  for (const Row& row : rows) longest = std::max(longest, name(row).size());
  for (const Row& row : rows)
    out << "  " << name(row) << ',' << std::string(longest - name(row).size(), ' ') << "  ///< " << row.at(comment) << '\n';
}

std::string rule_list(const Table& rules) {
  std::ostringstream out;
  const std::vector<Row> ids = first_periods(rules);
  out << written << R"(src/rules/rules.csv; build the target `lists` after a change of it.
#pragma once

#include <cstddef>
#include <cstdint>

namespace fleks {

/// The rules of law the library computes, by the ids of its rulebook: FLT fleksløntilskud, LOFT the normal-wage
/// ceiling, TIME paid hours, ATP the wage's ATP, LY ledighedsydelse, FERIE holiday, SKAT income tax,
/// BOLIG housing benefit, SELV the grant to the self-employed, KOR and EFTER correction of the past.
enum class Rule : std::uint8_t {
)";
  commented(
      out, ids, [](const Row& row) { return enumerator(row.at("id")); }, "name_en");
  out << "};\n\n/// How many rules there are.\ninline constexpr std::size_t rule_count = " << ids.size() << ";\n\n}  // namespace fleks\n";
  return out.str();
}

std::string key_list(const Table& keys) {
  std::ostringstream out;
  out << written << R"(src/rates/keys.csv; build the target `lists` after a change of it.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include <fleks/rates/rate_unit.hpp>

namespace fleks {

// clang-format off
/// The rates of the law by the names of the rates file (*satser*).
enum class RateKey : std::uint8_t {
)";
  commented(
      out, keys.rows, [](const Row& row) { return row.at("key"); }, "comment");
  out << "};\n// clang-format on\n\n/// How many keys there are.\ninline constexpr std::size_t rate_key_count = " << keys.rows.size()
      << ";\n\n/// Name and unit of each key, in the order of `RateKey`.\ninline constexpr std::array<RateKeyInfo, rate_key_count> "
         "rate_keys{{\n";
  for (const Row& row : keys.rows) out << "    {" << quoted(row.at("key")) << ", RateUnit::" << units.at(row.at("unit")) << "},\n";
  out << "}};\n\n}  // namespace fleks\n";
  return out.str();
}

std::string rule_readings(const Table& rules) {
  std::ostringstream out;
  out << written << R"(src/rules/rules.csv; build the target `lists` after a change of it.
#pragma once

#include <string_view>

#include <fleks/rules/rule.hpp>

namespace fleks::law {

/// How a rule reads an option from a month on, in the option's own word.
struct DatedReading {
  Rule rule{};
  std::string_view option;
  Month first{};
  std::string_view word;
};

// clang-format off
inline constexpr DatedReading dated_readings[] = {
)";
  std::map<std::string, std::string> last;
  for (const Row& row : rules.rows)
    for (const std::string& reading : split(row.at("reading"), ' ')) {
      const auto parts = split(reading, '=');
      std::string& before = last[row.at("id") + ' ' + parts[0]];
      if (before == parts[1]) continue;
      before = parts[1];
      out << "    {Rule::" << enumerator(row.at("id")) << ", " << quoted(parts[0]) << ", Month{std::chrono::year{"
          << row.at("first").substr(0, 4) << "}, std::chrono::month{" << std::stoi(row.at("first").substr(5)) << "}}, " << quoted(parts[1])
          << "},\n";
    }
  out << "};\n// clang-format on\n\n}  // namespace fleks::law\n";
  return out.str();
}

std::string periods(const Table& rules) {
  std::ostringstream out;
  out << written << "rules.csv.\n\nconstexpr RuleInfo all_periods[] = {\n";
  for (const Row& row : rules.rows)
    out << "    period(Rule::" << enumerator(row.at("id")) << ", " << quoted(row.at("id")) << ", " << year_month(row.at("first")) << ", "
        << (row.at("last").empty() ? "RuleInfo::open" : year_month(row.at("last"))) << ", " << quoted(row.at("source")) << ", "
        << quoted(row.at("eli")) << ", RuleStatus::" << row.at("status") << "),\n";
  out << "};\n";
  return out.str();
}

std::string rule_words(const Table& rules) {
  std::ostringstream out;
  out << written << "rules.csv, a row for each period.\n\nconstexpr RuleWords rule_words[] = {\n";
  for (const Row& row : rules.rows) {
    out << "    {";
    for (const std::string column : {"option", "name_da", "name_en", "text_da", "text_en", "why_da", "why_en"})
      out << (column == "option" ? "" : ", ") << quoted(row.at(column));
    out << "},\n";
  }
  out << "};\n";
  return out.str();
}

std::string rate_words(const Table& keys) {
  std::ostringstream out;
  out << written << "keys.csv.\n\nconstexpr RateWords rate_words[] = {\n";
  for (const Row& row : keys.rows) out << "    {" << quoted(row.at("name_da")) << ", " << quoted(row.at("name_en")) << "},\n";
  out << "};\n";
  return out.str();
}

std::string source_words(const Table& sources) {
  std::ostringstream out;
  out << written << "sources_da.csv.\n\nconstexpr SourceWords source_words[] = {\n";
  for (const Row& row : sources.rows) out << "    {" << quoted(row.at("english")) << ", " << quoted(row.at("danish")) << "},\n";
  out << "};\n";
  return out.str();
}

bool write(const std::string& path, const std::string& text) {
  std::ofstream file(path, std::ios::binary);
  file << text;
  file.close();
  if (!file) std::cerr << "embed_lists: cannot write " << path << '\n';
  return static_cast<bool>(file);
}

bool is_current(const std::string& path, const std::string& text) {
  std::string there;
  if (slurp(path, there) && there == text) return true;
  std::cerr << path << " is not what rules.csv, keys.csv and sources_da.csv give: cmake --build BUILD --target lists\n";
  return false;
}

}  // namespace

int main(int argc, char** argv) {
  std::vector<std::string> arguments(argv + 1, argv + argc);
  std::string mode;
  if (!arguments.empty() && arguments[0].starts_with("--")) {
    mode = arguments[0];
    arguments.erase(arguments.begin());
  }
  if (arguments.size() != (mode == "--write" ? 1U : 2U) || (!mode.empty() && mode != "--write" && mode != "--check")) {
    std::cerr << "usage: embed_lists [--check] SOURCE_DIR OUT_DIR | embed_lists --write SOURCE_DIR\n";
    return 2;
  }
  const std::string& source = arguments[0];
  Table rules = read(source + "/src/rules/rules.csv", rule_columns), keys = read(source + "/src/rates/keys.csv", key_columns);
  Table sources = read(source + "/src/rates/sources_da.csv", source_columns), rates = read(source + "/src/rates/rates.csv", rate_columns),
        taxes = read(source + "/src/rates/municipal_tax.csv", tax_columns);
  const auto good_tables = [&] { return rules.good && keys.good && sources.good && rates.good && taxes.good; };
  if (!good_tables()) return 2;
  check(rules, keys);
  check_sources(sources, {&rates, &taxes});
  if (!good_tables()) return 1;

  const std::array<std::pair<std::string, std::string>, 3> headers{{{source + "/include/fleks/rules/rule_list.hpp", rule_list(rules)},
                                                                    {source + "/include/fleks/rates/rate_key_list.hpp", key_list(keys)},
                                                                    {source + "/src/rules/dated_readings.hpp", rule_readings(rules)}}};
  bool good = true;
  for (const auto& [path, text] : headers) good = (mode == "--write" ? write(path, text) : is_current(path, text)) && good;
  if (mode == "--write") return good ? 0 : 2;
  if (!good) return 1;
  const std::string& out = arguments[1];
  const std::array<std::pair<std::string, std::string>, 4> embedded{{{out + "/rule_periods.inc", periods(rules)},
                                                                     {out + "/rule_words.inc", rule_words(rules)},
                                                                     {out + "/rate_words.inc", rate_words(keys)},
                                                                     {out + "/source_words.inc", source_words(sources)}}};
  for (const auto& [path, text] : embedded) good = (mode == "--check" ? is_current(path, text) : write(path, text)) && good;
  if (good && mode == "--check")
    std::cout << first_periods(rules).size() << " rules in " << rules.rows.size() << " periods and " << keys.rows.size()
              << " rate keys are embedded as listed, and " << sources.rows.size() << " texts of sources in Danish\n";
  if (good) return 0;
  return mode == "--check" ? 1 : 2;
}
