#include <algorithm>

#include <fleks/analysis/known_months.hpp>
#include <fleks/analysis/worth_of_hours.hpp>
#include <fleks/facts/municipal_names.hpp>
#include <fleks/rates/municipal_tax.hpp>
#include <fleks/words/worth_in_words.hpp>

#include "tasks/net_facts.hpp"
#include "tasks/ranges.hpp"
#include "tasks/reforms.hpp"
#include "tasks/task.hpp"

// fleks hours: what each extra hour is worth.

namespace fleks::tasks {
namespace {

std::size_t format_of(const Arguments& a) { return a.choice("format", {"text", "json", "csv", "svg", "xlsx"}); }
constexpr std::size_t as_workbook = 4;
constexpr auto week_hours = hours_up_to<hours_in_a_week.ten_thousandths()>;

Error missing(std::string_view option, Allowed allowed) {
  return {.code = ErrorCode::missing_fact, .field = asked(option), .allowed = std::move(allowed)};
}
Error not_with(std::string_view option, std::string_view other) {
  return {.code = ErrorCode::exclusive_facts, .field = asked(option), .allowed = NotWith{{asked(other)}}};
}

/// A pension of the hours' pay is a share of it.
Percent read_pension(const Arguments& a, std::string_view option) {
  const std::string* given = a.text(option);
  if (given == nullptr) return {};
  if (!given->ends_with('%'))
    throw Stop{{.code = given->empty() ? ErrorCode::empty : ErrorCode::no_such_choice,
                .field = asked(option),
                .given = *given,
                .allowed = OneOf{{"N%"}}}};
  return read_percent(a, option);
}

/// Ages in whole years, separated by commas.
std::vector<int> read_ages(const Arguments& a) {
  std::vector<int> ages;
  const std::string* given = a.text("child_ages");
  if (given == nullptr) return ages;
  for (std::string_view rest = *given;;) {
    const auto comma = rest.find(',');
    ages.push_back(or_stop(parse_whole(rest.substr(0, comma), 0, 17), "child_ages"));
    if (comma == std::string_view::npos) return ages;
    rest.remove_prefix(comma + 1);
  }
}

Citizen read_citizen(const Arguments& a) {
  Citizen c;
  c.year = read_year(a);
  const auto wage = a.read("hourly_wage", parse_kroner);
  if (!wage) {
    if (!a.has("over")) throw Stop{missing("hourly_wage", Form::amount)};
  } else {
    c.hourly_wage = *wage;
  }
  c.own_pension = read_pension(a, "own_pension");
  c.employer_pension = read_pension(a, "employer_pension");
  if (a.has("intensity")) c.intensity = read_percent(a, "intensity");
  const Ceiling ceiling = read_ceiling(a);
  if (ceiling.form != Ceiling::Form::none) c.ceiling = ceiling;
  c.children = read_children(a);
  c.single_parent = a.has("single_parent");
  c.rent = a.read("rent", parse_kroner);
  c.home = read_home(a);
  c.other_income = read_money(a, "other_income");
  c.deductions = read_deductions(a);
  c.birth_year = read_birth_year(a);
  c.daycare_places = a.read("daycare_places", [](std::string_view text) { return parse_whole(text, 0, 30); }).value_or(0);
  c.daycare_fee = read_money(a, "daycare_fee");
  c.child_ages = read_ages(a);
  c.benefit_class = read_class(a);
  return c;
}

/// `9@75,12@85`: hours present at an intensity.
std::vector<Work> read_course(const Arguments& a, const Citizen& c) {
  std::vector<Work> stations;
  std::string_view rest = *a.text("course");
  const auto bad = [&](Error error) { return Stop{std::move(error).in(asked("course"))}; };
  while (true) {
    const auto comma = rest.find(';') != std::string_view::npos ? rest.find(';') : rest.find(',');
    const std::string_view station = rest.substr(0, comma);
    const auto mark = station.find('@');
    auto hours = week_hours(station.substr(0, mark));
    if (!hours) throw bad(std::move(hours).error());
    Work work{*hours, c.intensity, c.hourly_wage, false};
    if (mark != std::string_view::npos) {
      auto intensity = Percent::parse(station.substr(mark + 1));
      if (!intensity) throw bad(std::move(intensity).error());
      work.intensity = *intensity;
    }
    stations.push_back(work);
    if (comma == std::string_view::npos) return stations;
    rest.remove_prefix(comma + 1);
  }
}

/// Whether every station of a course says its own intensity.
bool has_every_intensity(std::string_view course) {
  return std::ranges::count(course, '@') == 1 + std::ranges::count(course, course.find(';') != std::string_view::npos ? ';' : ',');
}

void run_over_hours(const Arguments& a, WorthOfHours& w) {
  const Hours from = a.read("from", week_hours).value_or(Hours::whole(1)), to = a.read("to", week_hours).value_or(Hours::whole(37));
  const Hours step = a.read("step", week_hours).value_or(Hours::whole(1));
  if (to < from)
    throw Stop{{.code = ErrorCode::out_of_range, .field = asked("to"), .given = to_text(to), .allowed = Range{from, hours_in_a_week}}};
  if (step == Hours{})
    throw Stop{{.code = ErrorCode::out_of_range, .field = asked("step"), .given = to_text(step), .allowed = Above{step}}};
  w.rows = or_stop(w.picture.curve(from, to, step));
  if (w.target) w.targets = or_stop(w.picture.target_over_hours(*w.target, from, to));
  w.kinks = or_stop(w.picture.kinks_over_hours(from, to));
}

Hours fixed_hours(const Arguments& a, std::string_view why) {
  const auto hours = a.read("at_hours", week_hours);
  if (!hours) throw Stop{missing("at_hours", Range{Hours{}, hours_in_a_week}), asked(why)};
  return *hours;
}

void run_over_wage(const Arguments& a, WorthOfHours& w) {
  const auto from = a.read("from", parse_kroner), to = a.read("to", parse_kroner);
  if (!from || !to) throw Stop{missing(from ? "to" : "from", Form::amount)};
  const Money step = a.read("step", parse_kroner).value_or(Money::kroner(1));
  if (*to < *from) throw Stop{{.code = ErrorCode::out_of_range, .field = asked("to"), .given = to_text(*to), .allowed = AtLeast{*from}}};
  if (step == Money{})
    throw Stop{{.code = ErrorCode::out_of_range, .field = asked("step"), .given = to_text(step), .allowed = Above{step}}};
  const Hours hours = fixed_hours(a, "over wage");
  w.over_wage = true;
  w.rows = or_stop(w.picture.curve_over_wage(hours, *from, *to, step));
  if (w.target) w.targets = or_stop(w.picture.target_over_wage(*w.target, hours, *from, *to));
  w.kinks = or_stop(w.picture.kinks_over_wage(hours, *from, *to));
}

/// The purses of the rows, when asked for.
void read_purses(const Arguments& a, WorthOfHours& w) {
  if (!a.has("purses")) return;
  PursesQuestion question;
  w.benefit_weeks = a.read("benefit_weeks", [](std::string_view text) { return parse_whole(text, 1, 9999); }).value_or(53);
  question.benefit_weeks = w.benefit_weeks;
  question.options.fleksbidrag_base = a.choice<FleksbidragBase>("fleksbidrag_base");
  const Date year = std::chrono::year{w.picture.citizen().year} / std::chrono::January / 1;
  w.tax_share_kept =
      a.has("tax_share_kept") ? read_percent(a, "tax_share_kept") : or_stop(w.rates.on(year).get<RateKey::tax_share_kept_pct>());
  question.options.tax_share_kept = w.tax_share_kept;
  w.purses = or_stop(purses_of(w.picture.citizen(), w.rows, w.rates, question));
}

/// EMTR, PTR and replacement rate of the rows, when asked for.
void read_measures(const Arguments& a, WorthOfHours& w) {
  if (!a.has("measures")) return;
  if (format_of(a) == 3) throw Stop{not_with("measures", "format svg")};
  for (const NetRow& row : w.rows) w.measures.push_back(or_stop(measures(w.picture, row)));
}

/// The curve as a table, in colours and as wide as a terminal where it is written to one.
std::string table_as_shown(const WorthOfHours& w, const Arguments& a) {
  constexpr std::size_t ordinary = 80;
  const auto columns = a.machine.terminal == nullptr ? std::nullopt : a.machine.terminal();
  return table(w, a.language, columns.has_value(), columns.value_or(ordinary));
}

/// Whether neither the citizen's municipal tax nor the year's average is known, so that a text is before tax.
bool knows_no_tax(const Arguments& a, const RateTable& rates, int year) {
  for (const char* option : {"municipality", "municipal_tax", "church", "church_tax", "raise", "purses", "measures", "target"})
    if (a.has(option)) return false;
  return rates.on(std::chrono::year{year} / std::chrono::January).find(RateKey::tax_municipal_average_pct) == nullptr;
}

void refuse_what_has_no_effect(const Arguments& a, bool over_wage) {
  if (a.has("at_hours") && !over_wage && !a.has("raise"))
    throw Stop{{.code = ErrorCode::exclusive_facts, .field = asked("at_hours"), .allowed = OnlyWith{{asked("over wage"), asked("raise")}}}};
  if (a.has("class") && (over_wage || a.read("from", week_hours).value_or(Hours::whole(1)) != Hours{}))
    throw Stop{{.code = ErrorCode::exclusive_facts, .field = asked("class"), .allowed = OnlyWith{{asked("from 0")}}}};
  if (a.has("course") && a.has("intensity") && has_every_intensity(*a.text("course")))
    throw Stop{{.code = ErrorCode::exclusive_facts, .field = asked("intensity"), .allowed = NotWith{{asked("course")}}}};
}

/// The points of a curve of which not every fact is known: what each amount is at least and at most.
void run_bounds(const Arguments& a, const std::vector<FactRange>& ranges, bool json, WorthOfHours& w, const Options& options, Output& out) {
  if (a.has("reform"))
    throw Stop{{.code = ErrorCode::exclusive_facts, .field = asked(ranges.front().fact), .allowed = NoRange{WhyNoRange::reform, {}, {}}}};
  refuse_with_ranges(a, {"raise", "course", "over", "at_hours", "target", "purses", "measures", "hardly"});
  if (const std::string* format = a.text("format"); format != nullptr && !json && *format != "text")
    throw not_with_ranges("format " + *format);
  run_over_hours(a, w);
  std::vector<Work> points;
  for (const NetRow& row : w.rows) points.push_back({row.hours, row.intensity, row.hourly_wage});
  const HoursBounds found = or_stop(bounds(w.picture.citizen(), ranges, points, w.rates, options));
  w.picture = or_stop(NetPicture::of(found.citizen, w.rates, options));
  w.rows.clear();
  for (const NetRowBounds& row : found.rows) w.rows.push_back(row.highest);
  w.kinks.clear();
  w.extras = extras_of(w.picture, w.rows, w.hardly_below);
  w.summary = w.picture.summary(w.rows);
  out.text = json ? to_json(w, found, a.language) : table(w, found, a.language);
}

void refuse_what_no_workbook_has(const Arguments& a) {
  for (const char* option : {"reform", "raise", "course", "over", "purses", "measures", "target"})
    if (a.has(option)) throw Stop{not_with(option, "format xlsx")};
}

/// The curve in the form that is asked for.
std::string told(const WorthOfHours& w, const Options& options, bool before_tax, const std::vector<Reform>& reforms, const Arguments& a) {
  std::string text;
  const auto format = format_of(a);
  switch (format) {
    case 1: text = to_json(w, a.language); break;
    case 2: text = to_csv(w); break;
    case as_workbook: text = needed(a.machine.hours_workbook, "format")(w, options, a.language); break;
    case 3: text = w.purses.empty() ? picture(w, a.language) : purses_picture(w, a.language); break;
    default: text = before_tax ? table_before_tax(w, a.language) : table_as_shown(w, a);
  }
  if (format == 0 && !w.purses.empty()) text += purses_table(w, a.language);
  if (format == 0 && !w.measures.empty()) text += measures_table(w, a.language);
  if (!reforms.empty() && format == 0) text = in_words(reforms[0], a.language) + "\n" + text;
  if (!reforms.empty() && format == 1) text.insert(text.find("\n  },") + 5, "\n  \"reform\": \"" + reforms[0].id + "\",");
  return text;
}

int run(const Arguments& given, Output& out) {
  Arguments a = given;
  // A pension of the hours' pay is a share of it.
  for (const char* pension : {"own_pension", "employer_pension"})
    if (const std::string* text = a.text(pension); text != nullptr && *text == "?") a.options.find(pension)->second.front() = "?%";
  const std::vector<FactRange> ranges = take_ranges(a, hours_facts_in_ranges());
  refuse_other_ranges(a, {"year", "class", "municipality", "own_atp", "format", "lang"});
  const auto format = format_of(a);
  if (format == as_workbook) refuse_what_no_workbook_has(a);
  Options options;
  options.own_atp = static_cast<OwnAtp>(a.choice("own_atp", {"excluded", "counted"}));
  RateTable rates = read_rates(a);
  const auto reforms = read_reforms(a);
  if (!reforms.empty()) {
    auto reformed = or_stop(apply(reforms[0], rates, options), "reform");
    rates = std::move(reformed.rates);
    options = reformed.options;
  }
  const bool over_wage = a.has("over") && a.choice("over", {"hours", "wage"}) == 1;
  refuse_what_has_no_effect(a, over_wage);
  Citizen citizen = read_citizen(a);
  const MunicipalTaxTable taxes = read_municipal_taxes(a);
  const bool before_tax = format == 0 && ranges.empty() && knows_no_tax(a, rates, citizen.year);
  const LocalTax tax = before_tax ? LocalTax{} : read_local_tax(a, rates, taxes, citizen.year);
  citizen.municipal = tax.municipal;
  citizen.church = tax.church;
  WorthOfHours w{.picture = or_stop(NetPicture::of(citizen, rates, options)), .rates = rates, .own_atp = options.own_atp};
  w.where = tax.municipality;
  w.tax_is_average = tax.is_average;
  w.hardly_below = a.has("hardly") ? read_percent(a, "hardly") : Percent::whole(30);
  w.target = a.read("target", parse_kroner);
  w.with_intensity = a.has("intensity") || a.has("course");
  if (!ranges.empty()) {
    run_bounds(a, ranges, format == 1, w, options, out);
    return 0;
  }

  if (a.has("raise")) {
    const Money raise = read_money(a, "raise");
    const Hours hours = fixed_hours(a, "raise");
    const auto text = raise_in_words(w, hours, raise, a.language, format == 1);
    if (!text) throw Stop{text.error()};
    if (format > 1) throw Stop{not_with("format", "raise")};
    out.text = *text;
    return 0;
  }
  if (a.has("course")) {
    w.is_course = true;
    w.rows = or_stop(w.picture.course(read_course(a, citizen)), "course");
  } else if (over_wage) {
    run_over_wage(a, w);
  } else {
    run_over_hours(a, w);
  }
  w.extras = extras_of(w.picture, w.rows, w.hardly_below);
  w.summary = w.picture.summary(w.rows);
  read_purses(a, w);
  read_measures(a, w);
  out.text = told(w, options, before_tax, reforms, a);
  return 0;
}

std::vector<Option> options_of_hours() {
  std::vector<Option> options{
      {"year",
       {"ÅÅÅÅ", "YYYY"},
       {"året, hvis satser gælder (skat: {})", "the year whose rates hold (tax: {})"},
       {},
       false,
       nullptr,
       years_of_tax},
      {"hourly_wage", {"KR", "KR"}, {"timeløn før eget pensionsbidrag og eget ATP-bidrag", "pay an hour before own pension and own ATP"}},
      {"own_pension", {"N%", "N%"}, {"eget pensionsbidrag af lønnen", "own pension of the pay"}},
      {"employer_pension", {"N%", "N%"}, {"arbejdsgivers pensionsbidrag", "employer's pension"}}};
  const auto ceiling = ceiling_options({"lønloftet om måneden (ellers: samme timeløn på fuld tid, med pension)",
                                        "the ceiling a month (else: the same hourly wage at full time, with pension)"});
  options.insert(options.end(), ceiling.begin(), ceiling.end());
  const std::vector<Option> more{
      {"intensity", {"PCT", "PCT"}, {"arbejdsintensitet: timerne er da fremmødetimer", "work intensity: the hours are then hours present"}},
      {"from",
       {"TIMER", "HOURS"},
       {"første punkt (1); 0 er uden job, på ledighedsydelse", "first point (1); 0 is without a job, on ledighedsydelse"}},
      {"to", {"TIMER", "HOURS"}, {"sidste punkt (37)", "last point (37)"}},
      {"step", {"TIMER", "HOURS"}, {"afstand mellem punkterne (1)", "distance of the points (1)"}},
      {"class",
       {"KLASSE", "CLASS"},
       {"ledighedsydelsens sats: full (fuld), low_provider (lav-forsørger)\neller low_nonprovider (lav-ikke-forsørger)",
        "rate of ledighedsydelse: full (fuld), low_provider (lav-forsørger)\nor low_nonprovider (lav-ikke-forsørger)"},
       class_words()},
      {"children", {"ANTAL", "NUMBER"}, {"børn hjemme, til boligsikring", "children at home, for housing benefit"}},
      {"single_parent", {"", ""}, {"enlig forsørger", "single parent"}},
      {"rent",
       {"KR", "KR"},
       {"husleje om måneden: boligsikring regnes med ({})", "rent a month: housing benefit is counted ({})"},
       {},
       false,
       nullptr,
       years_of_housing_benefit},
      {"daycare_places",
       {"ANTAL", "NUMBER"},
       {"pladser i dagtilbud: betalingen regnes med (økonomisk friplads), med:",
        "places in daycare: their payment is counted (free place), with:"}},
      {"daycare_fee", {"KR", "KR"}, {"  fuld takst for en plads om måneden", "  full fee of a place a month"}},
      {"child_ages",
       {"ALDRE", "AGES"},
       {"børnenes alder, fx 2,5: børneydelse (og børnetilskud) regnes med",
        "the children's ages, e.g. 2,5: child benefit (and allowance) is counted"}},
      {"other_income",
       {"KR", "KR"},
       {"anden skattepligtig indkomst om måneden, der ikke trækkes fra (fx forsikring)",
        "other taxed income a month that is not deducted (such as insurance)"}},
      {"own_atp",
       {"VALG", "CHOICE"},
       {"eget ATP-bidrag i lønnen, som trækkes fra: excluded eller counted", "own ATP in the wage that tapers: excluded or counted"},
       {"excluded", "counted"}},
      {"hardly",
       {"PCT", "PCT"},
       {"under så meget af lønnen betaler en time sig knap nok (30)", "below this share of its pay an hour hardly pays (30)"}},
      {"target",
       {"KR", "KR"},
       {"ved hvilke timer (eller hvilken timeløn) så meget er i hånden om måneden",
        "at which hours (or which hourly wage) so much is in hand a month"}},
      {"over",
       {"HVAD", "WHAT"},
       {"wage: over timelønnen fra {from} til {to} kr. ved {at_hours} timer",
        "wage: over the hourly wage from {from} to {to} kr. at {at_hours} hours"},
       {"hours", "wage"}},
      {"at_hours", {"TIMER", "HOURS"}, {"faste timer, til {over} wage og {raise}", "fixed hours, for {over} wage and {raise}"}},
      {"raise",
       {"KR", "KR"},
       {"hvad en lønstigning på så mange kr. i timen giver ved {at_hours} timer",
        "what a raise of so many kr. an hour gives at {at_hours} hours"}},
      {"course",
       {"FORLØB", "COURSE"},
       {"et forløb skridt for skridt: timer@intensitet, fx 9@75,12@85", "a course step by step: hours@intensity, e.g. 9@75,12@85"}},
      {"measures",
       {"", ""},
       {"også målene: EMTR af en time og af en krone mere, PTR og erstatningsgrad",
        "also the measures: EMTR of an hour and of a krone more, PTR, replacement rate"}},
      {"purses",
       {"", ""},
       {"også hvad hver time giver eller koster kommune og stat, med:",
        "also what each hour gives or costs municipality and state, with:"}},
      {"benefit_weeks",
       {"UGER", "WEEKS"},
       {"  uger med ydelser, som giver refusionen (53)", "  weeks with benefits, which give the refund (53)"}},
      {"tax_share_kept",
       {"PCT", "PCT"},
       {"  kommunens andel af kommuneskatten efter udligning (årets)",
        "  the municipality's share of its tax after equalisation (the year's)"}},
      {"fleksbidrag_base",
       {"HVAD", "WHAT"},
       {"  fleksbidragets andel: after-refund eller m-less-refund", "  the fleksbidrag's share: after-refund or m-less-refund"},
       words<FleksbidragBase>()},
      reform_option(false),
      rates_option(),
      municipal_taxes_option(),
      format_option({"text, json, csv, svg (et billede) eller xlsx (et regneark med levende formler)",
                     "text, json, csv, svg (a picture) or xlsx (a workbook with live formulas)"},
                    {"text", "json", "csv", "svg", "xlsx"})};
  return joined({options, local_tax_options(), more, home_options(), deduction_options()});
}

}  // namespace

Command hours_task() {
  return {
      .name = "hours",
      .what = {"hvad hver ekstra time er værd, og hvem der tager resten", "what each extra hour is worth, and who takes the rest"},
      .options = []() -> std::vector<Option> { return options_of_hours(); },
      .run = run,
      .together = []() -> std::vector<Together> {
        return {{"raise", {}, {"from", "to", "step", "intensity", "course", "over", "hardly", "target"}},
                {"course", {}, {"from", "to", "step", "over", "target"}},
                {"at_hours", {"raise", "over"}},
                {"municipal_taxes", {"municipality"}},
                {"purses", {}, {"raise"}},
                {"measures", {}, {"raise"}},
                {"benefit_weeks", {"purses"}, {}},
                {"tax_share_kept", {"purses"}, {}},
                {"fleksbidrag_base", {"purses"}, {}},
                {"area", {"rent"}, {}},
                {"heat_apart", {"area"}, {"heat_included", "hot_water_included"}},
                {"heat_included", {"area"}, {}},
                {"hot_water_included", {"area"}, {}},
                {"wealth", {"rent"}, {}},
                {"pensioner", {"rent"}, {}},
                {"daycare_fee", {"daycare_places"}, {}},
                {"transport_days", {"transport_km"}, {}}};
      },
  };
}

}  // namespace fleks::tasks
