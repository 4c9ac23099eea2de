#include "tasks/net_facts.hpp"

#include <algorithm>

#include <fleks/analysis/known_months.hpp>
#include <fleks/words/amounts.hpp>

namespace fleks::tasks {

Result<int> parse_whole(std::string_view text, int least, int most) {
  int number = 0;
  bool good = !text.empty() && text.size() <= 4;
  for (const char c : text) {
    good = good && c >= '0' && c <= '9';
    if (good) number = number * 10 + (c - '0');
  }
  if (text.empty()) return Error{.code = ErrorCode::empty};
  if (!good) return Error{.code = ErrorCode::not_a_number, .given = std::string(text.substr(0, 60)), .allowed = Range{least, most}};
  if (number < least || number > most)
    return Error{.code = ErrorCode::out_of_range, .given = std::string(text), .allowed = Range{least, most}};
  return number;
}

namespace {

/// A number of kilometres or square metres, with up to four decimals.
Result<Exact> parse_measure(std::string_view text) {
  constexpr std::int64_t most = 1'000;
  const auto number = Hours::parse(text, Hours::whole(most));
  if (!number) return number.error();
  return Exact::of(*number);
}

std::string years(const std::optional<KnownMonths>& known) {
  return known ? std::to_string(int{known->first.year()}) + "-" + std::to_string(int{known->last.year()}) : "-";
}
std::string years_of_municipal_tax() { return years(known_months(MunicipalTaxTable::embedded())); }

std::vector<std::string_view> municipalities() {
  static const MunicipalTaxTable taxes = MunicipalTaxTable::embedded();
  std::vector<std::string_view> all;
  for (const MunicipalTax& tax : taxes.rows())
    if (std::ranges::find(all, tax.municipality) == all.end()) all.push_back(tax.municipality);
  return all;
}

}  // namespace

int read_year(const Arguments& a) {
  const auto year = a.read("year", [](std::string_view text) { return parse_whole(text, 1900, 9999); });
  if (!year) throw Stop{{.code = ErrorCode::missing_fact, .field = asked("year"), .allowed = Form::year}};
  return *year;
}

LocalTax read_local_tax(const Arguments& a, const RateTable& rates, const MunicipalTaxTable& taxes, int year,
                        const std::string& otherwise) {
  LocalTaxFacts facts{.church_member = a.has("church")};
  if (const std::string* name = a.text("municipality")) facts.municipality = *name;
  if (a.has("municipal_tax")) facts.municipal = read_percent(a, "municipal_tax");
  if (!facts.municipality && !facts.municipal && !otherwise.empty()) facts.municipality = otherwise;
  if (a.has("church_tax")) facts.church = read_percent(a, "church_tax");
  auto tax = local_tax(facts, rates.on(std::chrono::year{year} / std::chrono::January), taxes);
  if (!tax && tax.error().code == ErrorCode::missing_fact)
    throw Stop{std::move(tax).error(), std::string(rate_name(RateKey::tax_municipal_average_pct, a.language)) + " " + std::to_string(year)};
  return or_stop(std::move(tax));
}

OtherDeductions read_deductions(const Arguments& a) {
  OtherDeductions d;
  d.transport_km = a.read("transport_km", parse_measure).value_or(Exact{});
  d.transport_days = a.read("transport_days", [](std::string_view text) { return parse_whole(text, 0, 366); }).value_or(0);
  d.union_fee = read_money(a, "union_fee");
  return d;
}

std::optional<int> read_birth_year(const Arguments& a) {
  return a.read("birth_year", [](std::string_view text) { return parse_whole(text, 1900, 9999); });
}

HomeFacts read_home(const Arguments& a) {
  HomeFacts home;
  home.area = a.read("area", parse_measure).value_or(Exact{});
  home.heat_apart = a.has("heat_apart");
  home.heat_included = a.has("heat_included");
  home.hot_water_included = a.has("hot_water_included");
  home.wealth = read_money(a, "wealth");
  home.pensioner = a.has("pensioner");
  return home;
}

int read_children(const Arguments& a) {
  return a.read("children", [](std::string_view text) { return parse_whole(text, 0, 30); }).value_or(0);
}

std::string years_of_tax() { return years(known_months(RateTable::embedded(), RatesNeededFor::own_tax)); }
std::string years_of_housing_benefit() { return years(known_months(RateTable::embedded(), RatesNeededFor::housing_benefit)); }

std::vector<Option> local_tax_options() {
  return {{"municipality",
           {"NAVN", "NAME"},
           {"kommune (98, årene {})", "municipality (98, the years {})"},
           {},
           false,
           municipalities,
           years_of_municipal_tax},
          {"church", {"", ""}, {"med kommunens kirkeskat", "with the municipality's church tax"}},
          {"municipal_tax",
           {"PCT", "PCT"},
           {"kommuneskat i procent (ellers årets gennemsnit)", "municipal tax per cent (else the year's average)"}},
          {"church_tax", {"PCT", "PCT"}, {"kirkeskat i procent", "church tax per cent"}}};
}

std::vector<Option> tax_card_options() {
  return {{"tax_card",
           {"KORT", "CARD"},
           {"kommunens skattekort: main (hovedkort) eller secondary (bikort)", "the municipality's tax card: main or secondary"},
           {"main", "secondary"}},
          {"deduction",
           {"KR", "KR"},
           {"skattekortets fradrag om måneden (ellers af årets tal)", "deduction of the tax card a month (else from the year's figures)"}},
          {"single_parent", {"", ""}, {"enlig forsørger", "single parent"}}};
}

std::vector<Option> deduction_options() {
  return {{"transport_km", {"KM", "KM"}, {"befordring: km om dagen frem og tilbage, med:", "transport: km a day there and back, with:"}},
          {"transport_days", {"DAGE", "DAYS"}, {"  arbejdsdage om året", "  days of work a year"}},
          {"union_fee", {"KR", "KR"}, {"fagligt kontingent om året", "union fee a year"}},
          {"birth_year", {"ÅÅÅÅ", "YYYY"}, {"fødselsår, til seniorers fradrag", "year of birth, for seniors' deduction"}}};
}

std::vector<Option> home_options() {
  return {{"area", {"M2", "M2"}, {"boligens areal i m²", "area of the home in m²"}},
          {"heat_apart", {"", ""}, {"varmen betales ud over huslejen", "heat is paid beside the rent"}},
          {"heat_included", {"", ""}, {"huslejen er med varme", "the rent includes heat"}},
          {"hot_water_included", {"", ""}, {"huslejen er med varmt vand", "the rent includes hot water"}},
          {"wealth", {"KR", "KR"}, {"husstandens formue", "wealth of the household"}},
          {"pensioner", {"", ""}, {"førtids- eller seniorpensionist i husstanden", "a disability or senior pensioner in the household"}}};
}

Option municipal_taxes_option() {
  return {"municipal_taxes",
          {"FIL", "FILE"},
          {"kommune- og kirkeskat, der lægges til de indbyggede (kolonner som municipal_tax.csv)",
           "municipal and church taxes that add to the embedded ones (columns of municipal_tax.csv)"}};
}

std::vector<Together> for_after_tax(std::vector<Together> more) {
  for (const auto& options : {local_tax_options(), tax_card_options()})
    for (const Option& each : options) more.push_back({each.name, {"after_tax"}, {}});
  return more;
}

}  // namespace fleks::tasks
