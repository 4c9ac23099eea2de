#include <fleks/words/verification.hpp>

#include <algorithm>

#include <fleks/analysis/case_bounds.hpp>
#include <fleks/analysis/correction.hpp>
#include <fleks/reading/case_file.hpp>
#include <fleks/text/shown.hpp>
#include <fleks/version.hpp>
#include <fleks/words/case.hpp>
#include <fleks/words/case_bounds.hpp>
#include <fleks/words/json.hpp>

#include "words/kept_case.hpp"
#include "words/say.hpp"

namespace fleks {
namespace {

// ------------------------------------------------------------------------------------------------------- a case again

const std::string* file_of(const Given& given, const std::string& name) {
  const auto file = std::ranges::find(given.files, name, &Given::File::name);
  return file == given.files.end() ? nullptr : &file->text;
}

}  // namespace

Result<AskedOfCase> asked_of(const Given& given) {
  if (given.task != "case")
    return Error{.code = ErrorCode::no_such_choice, .field = "facts.task", .given = given.task, .allowed = OneOf{{"case"}}};
  AskedOfCase found;
  const auto spoken = language(given.language);
  if (!spoken)
    return Error{.code = ErrorCode::no_such_choice, .field = "facts.language", .given = given.language, .allowed = OneOf{{"da", "en"}}};
  found.asked.language = *spoken;
  CaseQuestion& question = found.asked.question;
  for (const Given::Fact& fact : given.facts) {
    const std::string value = fact.values.empty() ? std::string{} : fact.values.front();
    const auto read = [&](auto parse, auto& to) -> std::optional<Error> {
      const auto parsed = parse(std::string_view(value));
      if (!parsed) return Error(parsed.error()).in("facts.given." + fact.name);
      to = *parsed;
      return std::nullopt;
    };
    std::optional<Error> wrong;
    if (fact.name == "as_of")
      wrong = read(parse_date, question.as_of);
    else if (fact.name == "from")
      wrong = read(parse_month, question.first);
    else if (fact.name == "to")
      wrong = read(parse_month, question.last);
    else if (fact.name == "correct_from")
      wrong = read(parse_month, found.asked.correct_from);
    else if (fact.name == "rates")
      found.rates = file_of(given, value);
    if (fact.name == "rates" && found.rates == nullptr)
      wrong = Error{.code = ErrorCode::missing_fact, .field = "facts.files", .given = value};
    constexpr std::string_view known[] = {"as_of", "from", "to", "correct_from", "rates", "steps"};
    if (std::ranges::find(known, fact.name) == std::end(known))
      wrong = Error{.code = ErrorCode::unknown_fact, .field = "facts.given", .given = fact.name};
    if (wrong) return *std::move(wrong);
  }
  const std::string name = given.arguments.empty() ? std::string{} : given.arguments.front();
  found.text = file_of(given, name);
  if (found.text == nullptr) return Error{.code = ErrorCode::missing_fact, .field = "facts.files", .given = name};
  return found;
}

namespace {

/// The result as JSON, as the program prints it.
Result<std::string> case_json(std::string_view text, const RateTable& rates, const CaseToKeep& asked) {
  CaseReading reading = read_case_in_ranges(text);
  if (!reading.good()) return std::move(reading.errors.front());
  if (!reading.ranges.empty()) {
    if (asked.correct_from)
      return Error{.code = ErrorCode::exclusive_facts,
                   .field = path_of(reading.facts, reading.ranges[0]),
                   .allowed = NoRange{WhyNoRange::one_amount, {"correct_from"}, {}}};
    const auto found = bounds(reading.facts, reading.ranges, rates, asked.question);
    if (!found) return found.error();
    return to_json(reading.facts, *found, rates, asked.language);
  }
  const CheckedCase facts = std::move(reading).checked();
  if (asked.correct_from) {
    const auto corrected = correction(facts, rates, *asked.correct_from, asked.question.as_of);
    if (!corrected) return corrected.error();
    return to_json(facts.facts(), *corrected, rates, asked.language);
  }
  CaseQuestion question = asked.question;
  question.explained = true;
  const auto statement = case_statement(facts, rates, question);
  if (!statement) return statement.error();
  return to_json(facts.facts(), *statement, rates, asked.language);
}

Result<KeptResult> case_again(const Given& given, const RateTable& today, const std::string& own_rates) {
  const auto asked = asked_of(given);
  if (!asked) return asked.error();
  RateTable rates = today;
  for (const std::string* more : {asked->rates, &own_rates}) {
    if (more == nullptr || more->empty()) continue;
    auto extended = rates.extended_by(*more);
    if (!extended) return std::move(extended).error();
    rates = *std::move(extended);
  }
  auto json = case_json(*asked->text, rates, asked->asked);
  if (!json) return std::move(json).error();
  return KeptResult::read(with_facts(*std::move(json), given));
}

// -------------------------------------------------------------------------------------------------------------- words

/// Lines of what differs, the first of them and how many more there are.
void list(std::string& text, const std::vector<Difference>& all, const Say& say) {
  constexpr std::size_t most = 12;
  for (std::size_t i = 0; i < std::min(all.size(), most); ++i) {
    const Difference& d = all[i];
    const auto value = [&](const std::string& v) { return v.empty() ? std::string(say.text("(findes ikke)", "(none)")) : shown(v, 60); };
    text += say("    {}: gemt {}, nu {}\n", "    {}: kept {}, now {}\n", shown(d.where, 120), value(d.kept), value(d.now));
  }
  if (all.size() > most) text += say("    og {} til\n", "    and {} more\n", all.size() - most);
}

std::string why(const Verification& f, const Say& say) {
  using enum Verification::ByOwnRates;
  std::string text;
  const bool same_program = f.kept.program() == library_version();
  for (const std::string& part : f.changed)
    text += say("  ændret, efter at den blev forseglet: {}\n", "  changed after it was sealed: {}\n", part);
  if (!f.rates.empty()) {
    text += say.text("  satser\n", "  rates\n");
    list(text, f.rates, say);
  }
  switch (f.by_own_rates) {
    case not_asked: break;
    case same:
      text += say.text("  med de gemte satser er resultatet det samme: satserne gør forskellen\n",
                       "  with the kept rates the result is the same: the rates make the difference\n");
      break;
    case different:
      text += say.text("  også med de gemte satser er resultatet et andet\n", "  with the kept rates too the result is another\n");
      break;
    case impossible:
      text += say.text("  de gemte satser kan ikke bruges sammen med dagens\n", "  the kept rates cannot be used with today's\n");
      break;
  }
  if (!f.differences.empty()) {
    text += say.text("  resultat\n", "  result\n");
    list(text, f.differences, say);
  }
  if (!same_program)
    text += say("  program: gemt {}, nu {}\n", "  program: kept {}, now {}\n", shown(f.kept.program()), library_version());
  else if (f.changed.empty() && f.rates.empty())
    text += say.text("  program og satser er de samme: en oplysning eller et beløb er ændret, efter at resultatet blev gemt\n",
                     "  program and rates are the same: a fact or an amount was changed after the result was kept\n");
  return text;
}

std::string quoted(std::string_view text) {
  std::string out = "\"";
  for (const char c : shown(text, 2000)) out.append(c == '"' || c == '\\' ? "\\" : "").append(1, c);
  return out + '"';
}
/// What every result begins with, on the same line.
std::string header(std::string_view rates) {
  return fmt::format(R"("fleks": {{"program": {}, "rates": {}, "format": {}}})", quoted(library_version()), quoted(rates), result_format);
}
std::string as_json(const std::vector<Difference>& all) {
  std::string out = "[";
  for (const Difference& d : all)
    out += fmt::format(R"({}{{"where": {}, "kept": {}, "now": {}}})", out.size() > 1 ? ", " : "", quoted(d.where), quoted(d.kept),
                       d.now.empty() ? "null" : quoted(d.now));
  return out + "]";
}

}  // namespace

Verification verification(KeptResult kept, const KeptResult& now,
                          const std::function<std::optional<KeptResult>(const std::string& rates_csv)>& with_own_rates) {
  using enum Verification::ByOwnRates;
  Verification found{.kept = std::move(kept)};
  found.rates_version = now.rates_version();
  found.same_rates_version = found.kept.rates_version() == found.rates_version;
  found.changed = found.kept.changed_parts();
  found.differences = found.kept.differences(now);
  found.rates = found.kept.rate_differences(now);
  if (!found.rates.empty() && !found.differences.empty()) {
    const auto as_then = with_own_rates(found.kept.rates_csv());
    found.by_own_rates = !as_then ? impossible : found.kept.differences(*as_then).empty() ? same : different;
  }
  return found;
}

Result<KeptResult> kept_case(std::string_view text, const RateTable& rates, const CaseToKeep& asked) {
  Given given{.task = "case", .language = asked.language == Language::danish ? "da" : "en", .facts = {}, .arguments = {"case.json"}};
  given.files.push_back({"case.json", std::string(text)});
  const CaseQuestion& question = asked.question;
  if (question.as_of) given.facts.push_back({"as_of", {to_text(*question.as_of)}});
  if (asked.correct_from) given.facts.push_back({"correct_from", {to_text(*asked.correct_from)}});
  if (question.first) given.facts.push_back({"from", {to_text(*question.first)}});
  if (question.last) given.facts.push_back({"to", {to_text(*question.last)}});
  auto json = case_json(text, rates, asked);
  if (!json) return std::move(json).error();
  return KeptResult::read(with_facts(*std::move(json), given));
}

Result<Verification> verified_case(std::string_view json, const RateTable& today) {
  auto kept = KeptResult::read(json);
  if (!kept) return std::move(kept).error();
  const auto now = case_again(kept->given(), today, {});
  if (!now) return now.error();
  const Given given = kept->given();
  return verification(*std::move(kept), *now, [&](const std::string& rates) -> std::optional<KeptResult> {
    auto as_then = case_again(given, today, rates);
    if (!as_then) return std::nullopt;
    return *std::move(as_then);
  });
}

std::string breakdown(std::string_view name, const Verification& f, Language language) {
  const Say say(language);
  if (f.same()) return shown(name) + say.text(": samme resultat\n", ": the same result\n");
  return shown(name) + say.text(": et andet resultat\n", ": a different result\n") + why(f, say);
}

std::string to_json(std::string_view name, const Verification& f) {
  std::string changed;
  for (const std::string& part : f.changed) changed += (changed.empty() ? "" : ", ") + quoted(part);
  constexpr const char* by_own_rates[] = {"null", R"("same")", R"("different")", R"("impossible")"};
  return fmt::format(
      R"({{{}, "file": {}, "outcome": "{}", "program": {{"kept": {}, "now": {}}}, "changed": [{}], "rates": {}, "by_own_rates": {}, "differences": {}}})"
      "\n",
      header(f.rates_version), quoted(name), f.same() ? "same" : "different", quoted(f.kept.program()), quoted(library_version()), changed,
      as_json(f.rates), by_own_rates[static_cast<int>(f.by_own_rates)], as_json(f.differences));
}

std::string not_readable_json(std::string_view name, std::string_view why, std::string_view rates) {
  return fmt::format(R"({{{}, "file": {}, "outcome": "not_readable", "error": {}}})"
                     "\n",
                     header(rates), quoted(name), quoted(why));
}

}  // namespace fleks
