#include <algorithm>

#include <fleks/rates/rates_csv.hpp>
#include <fleks/text/shown.hpp>
#include <fleks/words/amounts.hpp>
#include <fleks/words/json.hpp>
#include <fleks/words/message.hpp>

#include <fleks/words/padding.hpp>
#include <fleks/words/sources.hpp>

#include "tasks/facts.hpp"
#include "tasks/rates_diff.hpp"
#include "tasks/task.hpp"

// fleks rates: the dated rates, and the check of a rates file.

namespace fleks::tasks {
namespace {

std::vector<const Rate*> chosen(const RateTable& table, std::optional<Date> date, std::optional<RateKey> key) {
  std::vector<const Rate*> rates;
  for (const Rate& rate : table.rows()) {
    const bool in_force = !date || (rate.first <= std::chrono::sys_days{*date} && std::chrono::sys_days{*date} <= rate.last);
    if (in_force && (!key || rate.key == *key)) rates.push_back(&rate);
  }
  return rates;
}

std::string as_text(const std::vector<const Rate*>& rates, Language language) {
  std::size_t value = 0, period = 0;
  for (const Rate* rate : rates) {
    value = std::max(value, letters(value_in_words(*rate, language)));
    period = std::max(period, letters(period_in_words(*rate, language)));
  }
  std::string text;
  const Rate* before = nullptr;
  for (const Rate* rate : rates) {
    if (before == nullptr || before->key != rate->key) {
      if (before != nullptr) text += '\n';
      text += std::string(info(rate->key).name) + ": " + std::string(rate_name(rate->key, language)) + "\n";
    }
    before = rate;
    const std::string said = value_in_words(*rate, language);
    text += "  " + padded(period_in_words(*rate, language), period + 2) + std::string(value - letters(said), ' ') + said + "  " +
            std::string(in_words(rate->status, language)) + "\n";
    const std::string source = source_in_words(rate->source, language);
    for (std::string_view rest = source; !rest.empty();) {
      const auto one = rest.substr(0, rest.find("; "));
      text += "    " + shown(one) + "\n";
      rest.remove_prefix(std::min(rest.size(), one.size() + 2));
    }
    if (!rate->note.empty()) text += "    (" + shown(source_in_words(rate->note, language)) + ")\n";
  }
  return text;
}

/// Names that hold a part of the one given; all of them when none does.
OneOf similar_keys(std::string_view name) {
  OneOf some, all;
  for (const auto& each : rate_keys) {
    all.choices.emplace_back(each.name);
    if (name.size() > 3 && (each.name.find(name.substr(0, 6)) != std::string_view::npos || name.find(each.name) != std::string_view::npos))
      some.choices.emplace_back(each.name);
  }
  return some.choices.empty() ? all : some;
}

int check(const Arguments& a, const std::string& path, Output& out) {
  const std::string csv = a.read_file("check", path);
  const auto findings = RateTable::check(csv);
  const bool danish = a.language == Language::danish;
  if (!findings.empty()) {
    for (const Error& each : findings) out.text += shown(path) + ": " + message(each, a.language, a.reader) + "\n";
    return 1;
  }
  const auto table = or_stop(RateTable::read(csv), "check");
  std::size_t keys = 0;
  for (std::size_t i = 0; i < rate_key_count; ++i) keys += static_cast<std::size_t>(!table.rows(static_cast<RateKey>(i)).empty());
  const std::string rows = std::to_string(table.rows().size()), of = std::to_string(keys);
  out.text =
      warnings(csv, path, a) + path +
      (danish ? ": " + rows + " rækker for " + of + " satser, ingen fejl\n" : ": " + rows + " rows of " + of + " rates, no errors\n");
  return 0;
}

int run(const Arguments& a, Output& out) {
  if (const std::string* path = a.text("check")) {
    for (const char* other : {"date", "key", "format", "rates", "diff"})
      if (a.has(other)) throw Stop{{.code = ErrorCode::exclusive_facts, .field = asked(other), .allowed = NotWith{{asked("check")}}}};
    return check(a, *path, out);
  }
  if (const std::string* old = a.text("diff")) {
    for (const char* other : {"date", "key", "rates"})
      if (a.has(other)) throw Stop{{.code = ErrorCode::exclusive_facts, .field = asked(other), .allowed = NotWith{{asked("diff")}}}};
    if (a.files.empty())
      throw Stop{{.code = ErrorCode::missing_fact, .field = a.language == Language::danish ? "NY" : "NEW", .allowed = OneOf{{"*.csv"}}}};
    const auto form = a.choice("format", {"text", "csv", "json"});
    if (form == 1)
      throw Stop{{.code = ErrorCode::exclusive_facts, .field = asked("format"), .given = "csv", .allowed = NotWith{{asked("diff")}}}};
    const std::string& path = a.files.front();
    out.text = differences(whole_table(a, "diff", *old), whole_table(a, a.language == Language::danish ? "NY" : "NEW", path), a.language,
                           form == 2);
    return 0;
  }
  if (!a.files.empty()) throw Stop{{.code = ErrorCode::exclusive_facts, .field = a.files.front(), .allowed = OnlyWith{{asked("diff")}}}};
  const auto form = a.choice("format", {"text", "csv", "json"});
  const auto date = a.read("date", parse_date);
  std::optional<RateKey> key;
  if (const std::string* name = a.text("key")) {
    key = rate_key(*name);
    if (!key)
      throw Stop{{.code = name->empty() ? ErrorCode::empty : ErrorCode::unknown_key,
                  .field = asked("key"),
                  .given = *name,
                  .allowed = similar_keys(*name)}};
  }
  const RateTable table = read_rates(a);
  const auto rates = chosen(table, date, key);
  if (rates.empty() && key && date) throw Stop{table.on(*date).why_not(*key)};
  if (rates.empty()) throw Stop{{.code = ErrorCode::no_rate, .field = asked("date"), .given = *a.text("date"), .date = *date}};
  out.text = form == 0 ? as_text(rates, a.language) : form == 1 ? to_csv(rates) : to_json(rates, table);
  return 0;
}

std::vector<std::string_view> keys() {
  std::vector<std::string_view> all;
  for (const RateKeyInfo& key : rate_keys) all.push_back(key.name);
  return all;
}

}  // namespace

Command rates_task() {
  return {
      .name = "rates",
      .what = {"satserne med periode, status og kilde", "the rates with period, status and source"},
      .options = []() -> std::vector<Option> {
        return {
            {"date", {"DATO", "DATE"}, {"kun satser, der gælder den dag (ÅÅÅÅ-MM-DD)", "only rates in force that day (YYYY-MM-DD)"}},
            {"key", {"NAVN", "NAME"}, {"kun satsen med det navn", "only the rate of that name"}, {}, false, keys},
            format_option({"text, csv (kolonner som rates.csv) eller json", "text, csv (the columns of rates.csv) or json"},
                          {"text", "csv", "json"}),
            rates_option(),
            {"check",
             {"FIL", "FILE"},
             {"kontrollér en satsfil: hver fejl på sin linje, afslutningskode 1 når der er nogen;\ndet usædvanlige nævnes som advarsel",
              "check a rates file: each error on its line, exit 1 if there is any;\nwhat is unusual is said as a warning"}},
            {"diff",
             {"GAMMEL", "OLD"},
             {"hvad en anden satsfil (NY) ændrer: hver sats og periode med anden værdi;\nen fil, der ikke har alle satser, føjes til de "
              "indbyggede",
              "what another rates file (NEW) changes: each rate and period with another value;\na file without all rates adds to the "
              "built-in ones"}}};
      },
      .most_files = 1,
      .run = run,
  };
}

}  // namespace fleks::tasks
