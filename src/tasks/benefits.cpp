#include <fleks/statement/month_statement.hpp>
#include <fleks/words/amounts.hpp>
#include <fleks/words/benefits.hpp>
#include <fleks/words/bounds.hpp>

#include "tasks/facts.hpp"
#include "tasks/ranges.hpp"
#include "tasks/results.hpp"
#include "tasks/task.hpp"

// fleks ledighedsydelse, ceiling, holiday, self-employed: an officer's one-line checks, from the library's rules.

namespace fleks::tasks {
namespace {

Stop missing(std::string_view option, Allowed allowed) {
  return Stop{{.code = ErrorCode::missing_fact, .field = asked(option), .allowed = std::move(allowed)}};
}

Option text_or_json() { return format_option({"text eller json", "text or json"}, {"text", "json"}); }

Days read_days(const Arguments& a, const char* option, Month month) {
  return a.read(option, [&](std::string_view text) { return Days::parse(text, Days::whole(weekdays(month))); }).value_or(Days{});
}

/// A benefit of which not every fact is known: what each amount is at least and at most.
int run_bounds(const Arguments& a, const LedighedsydelseFacts& f, const std::vector<FactRange>& ranges, bool json, Output& out) {
  refuse_with_ranges(a, {"expect"});
  const RateTable rates = read_rates(a);
  const auto found = computed(bounds(f, ranges, rates), "month " + to_text(f.month));
  const auto highest = computed(explained(found.facts, rates), "month " + to_text(f.month));
  out.text = json ? to_json(found, highest, a.language) : breakdown(found, highest, a.language);
  return 0;
}

int run_ledighedsydelse(const Arguments& given, Output& out) {
  Arguments a = given;
  std::vector<FactRange> ranges = take_ranges(a, benefit_facts_in_ranges());
  refuse_other_ranges(a, {"month", "class", "format", "lang"});
  const bool json = a.choice("format", {"text", "json"}) == 1;
  const auto expected = a.read("expect", parse_kroner);
  LedighedsydelseFacts f;
  const auto month = a.read("month", parse_month);
  if (!month) throw missing("month", Form::month);
  f.month = *month;
  if (!a.has("class")) throw missing("class", OneOf{{"full", "low_provider", "low_nonprovider"}});
  f.benefit_class = read_class(a);
  f.provider = a.has("provider");
  f.am_income = read_money(a, "am_income");
  f.own_pension = read_money(a, "own_pension");
  f.employer_pension = read_money(a, "employer_pension");
  f.replacing_income = read_money(a, "replacing_income");
  f.paid_out_holiday_allowance = read_money(a, "paid_out_holiday_allowance");
  f.self_employed_hours = a.read("self_employed_hours", hours_up_to<hours_in_a_month.ten_thousandths()>).value_or(Hours{});
  if (a.has("entitled_weekdays")) f.entitled_weekdays = read_days(a, "entitled_weekdays", *month);
  f.sanction_days = read_days(a, "sanction_days", *month);
  f.untaken_holiday_days = read_days(a, "untaken_holiday_days", *month);
  f.holiday_days = read_days(a, "holiday_days", *month);
  if (a.has("holiday_days") != a.has("holiday_pay_per_day"))
    throw missing(a.has("holiday_days") ? "holiday_pay_per_day" : "holiday_days", {});
  f.holiday_pay_per_day = read_money(a, "holiday_pay_per_day");
  // Days that nobody knows are no more than the month has.
  for (FactRange& range : ranges)
    if (*given.text(to_text(range.fact)) == "?" && all_of(range.fact)->to == all_of(Fact::entitled_weekdays)->to)
      range.to = Days::whole(weekdays(*month)).ten_thousandths();
  if (!ranges.empty()) return run_bounds(a, f, ranges, json, out);
  const RateTable rates = read_rates(a);
  const auto benefit = computed(explained(f, rates), "month " + to_text(*month));
  out.text = json ? to_json(benefit, a.language, expected) : breakdown(benefit, a.language);
  return compare(expected, benefit.statement.ledighedsydelse, json, a.language, out);
}

int run_ceiling(const Arguments& a, Output& out) {
  const bool json = a.choice("format", {"text", "json"}) == 1;
  Ceiling c;
  c.stated_by = Ceiling::StatedBy::computed;
  const auto hourly = a.read("hourly", parse_kroner), base = a.read("monthly_base", parse_kroner);
  if (hourly && base)
    throw Stop{{.code = ErrorCode::exclusive_facts, .field = asked("monthly_base"), .allowed = NotWith{{asked("hourly")}}}};
  if (!hourly && !base) throw missing("hourly", AnyOf{{asked("hourly"), asked("monthly_base")}});
  c.form = hourly ? Ceiling::Form::from_hourly : Ceiling::Form::from_monthly;
  c.amount = hourly ? *hourly : *base;
  c.supplements = read_money(a, "supplements");
  c.fixed_bonus = read_money(a, "bonus");
  c.employer_pension = read_percent(a, "pension");
  c.holiday_supplement = read_money(a, "holiday_supplement");
  const RateTable table = read_rates(a);
  const Date date = a.read("date", parse_date).value_or(Date{std::chrono::year{2024} / 1 / 1});
  const auto ceiling = computed(explained(CeilingFacts{c, date}, table), "date " + to_text(date));
  out.text = json ? to_json(ceiling, a.language) : breakdown(ceiling, a.language);
  return 0;
}

int run_holiday(const Arguments& a, Output& out) {
  const bool json = a.choice("format", {"text", "json"}) == 1;
  HolidayFacts f;
  const auto from = a.read("from", parse_date), to = a.read("to", parse_date);
  if (!from) throw missing("from", Form::date);
  if (!to) throw missing("to", Form::date);
  if (!a.has("monthly_pay")) throw missing("monthly_pay", Form::amount);
  if (!a.has("kind")) throw missing("kind", OneOf{{"pay", "allowance"}});
  f.from = *from;
  f.to = *to;
  f.kind = static_cast<HolidayKind>(a.choice("kind", {"pay", "allowance"}));
  f.monthly_pay = read_money(a, "monthly_pay");
  if (f.kind == HolidayKind::allowance && a.has("employer_pension"))
    throw Stop{{.code = ErrorCode::exclusive_facts, .field = asked("employer_pension"), .allowed = NotWith{{asked("kind allowance")}}}};
  f.employer_pension = read_money(a, "employer_pension");
  const RateTable rates = read_rates(a);
  const auto earned = computed(explained(f, rates), "to " + to_text(*to));
  out.text = json ? to_json(earned, a.language) : breakdown(earned, a.language);
  return 0;
}

/// The income of the business: one figure, or the surplus of up to three accounting years separated by commas or, where an
/// amount has a decimal comma, by semicolons; `none`: no whole year yet.
SelfEmployedFacts accounts(const std::string& text) {
  SelfEmployedFacts facts;
  facts.by_accounts = true;
  if (text == "none") return facts;
  // 48000,50 is one amount: a comma before one or two digits at the end is Danish.
  const std::size_t comma = text.find(','), last = text.rfind(',');
  const bool one = comma == std::string::npos || (comma == last && text.size() - comma <= 3 && text.find(';') == std::string::npos);
  const char separator = text.find(';') != std::string::npos ? ';' : ',';
  std::vector<std::string> parts;
  for (std::size_t at = 0; !one && at <= text.size();) {
    const std::size_t end = std::min(text.find(separator, at), text.size());
    parts.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  if (one && text.find(';') == std::string::npos) {
    facts.by_accounts = false;
    facts.income = or_stop(parse_kroner(text), "income");
    return facts;
  }
  for (const std::string& part : parts) {
    const bool loss = part.starts_with('-');
    const Money amount = or_stop(parse_kroner(std::string_view(part).substr(loss ? 1 : 0)), "income");
    facts.accounts.push_back(loss ? -amount : amount);
  }
  return facts;
}

int run_self_employed(const Arguments& a, Output& out) {
  const bool json = a.choice("format", {"text", "json"}) == 1;
  const auto expected = a.read("expect", parse_kroner);
  const std::string* year_text = a.text("year");
  if (year_text == nullptr) throw missing("year", Form::year);
  const auto january = or_stop(parse_month(*year_text + "-01"), "year");
  if (!a.has("income")) throw missing("income", Form::amount);
  SelfEmployedFacts facts = accounts(*a.text("income"));
  facts.year = january.year();
  if (a.has("other_income")) facts.other_income = read_money(a, "other_income");
  facts.with_spouse = a.has("with_spouse");
  if (january.year() < std::chrono::year{2013})
    throw Stop{{.code = ErrorCode::out_of_range,
                .field = asked("year"),
                .given = *year_text,
                .allowed = AtLeast{std::chrono::year{2013} / std::chrono::January}}};
  const RateTable rates = read_rates(a);
  const auto year = computed(explained(facts, rates), "year " + *year_text);
  out.text = json ? to_json(year, a.language, expected) : breakdown(year, a.language);
  return compare(expected, year.statement.grant, json, a.language, out);
}

}  // namespace

Command ledighedsydelse_task() {
  return {
      .name = "ledighedsydelse",
      .what = {"én måneds ledighedsydelse og dens fradrag", "one month's ledighedsydelse and its offsets"},
      .options = []() -> std::vector<Option> {
        return {
            {"month", {"ÅÅÅÅ-MM", "YYYY-MM"}, {"måneden", "the month"}},
            {"class",
             {"SATS", "CLASS"},
             {"full (fuld), low_provider (lav-forsørger) eller\nlow_nonprovider (lav-ikke-forsørger)",
              "full (fuld), low_provider (lav-forsørger) or\nlow_nonprovider (lav-ikke-forsørger)"},
             class_words()},
            {"provider",
             {},
             {"forsørger; afgør grænsen for ATP ved højeste sats", "has dependent children; for the ATP limit of class full"}},
            {"am_income",
             {"KR", "KR"},
             {"AM-bidragspligtig indkomst måneden før (felt 13)", "the month before's pay on which AM-bidrag is due (field 13)"}},
            {"own_pension", {"KR", "KR"}, {"eget pensionsbidrag måneden før", "own pension of the month before"}},
            {"employer_pension", {"KR", "KR"}, {"arbejdsgivers pensionsbidrag måneden før", "employer's pension of the month before"}},
            {"replacing_income", {"KR", "KR"}, {"indtægt i stedet for løn måneden før", "income in place of wage, the month before"}},
            {"paid_out_holiday_allowance",
             {"KR", "KR"},
             {"feriegodtgørelse udbetalt uden ferie", "holiday allowance paid out without holiday"}},
            {"self_employed_hours",
             {"TIMER", "HOURS"},
             {"timer med eget eller ulønnet arbejde", "hours of self-employment or unpaid work"}},
            {"entitled_weekdays",
             {"DAGE", "DAYS"},
             {"dage fra mandag til fredag med ret (alle månedens)", "weekdays with a right (all of the month)"}},
            {"sanction_days", {"DAGE", "DAYS"}, {"dage med sanktion", "days of a sanction"}},
            {"untaken_holiday_days",
             {"DAGE", "DAYS"},
             {"optjente feriedage, der ikke er holdt", "earned holiday days that were not taken"}},
            {"holiday_days", {"DAGE", "DAYS"}, {"feriedage med feriepenge, som suppleres, med:", "paid holiday days, topped up, with:"}},
            {"holiday_pay_per_day", {"KR", "KR"}, {"  feriepenge om dagen", "  holiday pay a day"}},
            rates_option(),
            expect_option(),
            text_or_json()};
      },
      .run = run_ledighedsydelse,
  };
}

Command ceiling_task() {
  return {
      .name = "ceiling",
      .what = {"lønloftet beregnet af sine dele", "the normal-wage ceiling from its parts"},
      .options = []() -> std::vector<Option> {
        return {{"hourly", {"KR", "KR"}, {"timeløn på fuld tid", "hourly pay of full time"}},
                {"monthly_base", {"KR", "KR"}, {"grundløn om måneden på fuld tid", "full-time base pay a month"}},
                {"supplements", {"KR", "KR"}, {"tillæg, gennemsnit om måneden", "supplements, monthly average"}},
                {"bonus", {"KR", "KR"}, {"fast bonus om måneden", "fixed bonus a month"}},
                {"pension", {"PCT", "PCT"}, {"arbejdsgivers pensionsbidrag", "employer's pension"}},
                {"holiday_supplement",
                 {"KR", "KR"},
                 {"ferietillæg, som en fuldtidsansat får i måneden", "holiday supplement of a full-time employee in the month"}},
                {"date",
                 {"DATO", "DATE"},
                 {"dagen, ugens timer på fuld tid slås op for", "the day for which the weekly hours of full time are looked up"}},
                rates_option(),
                text_or_json()};
      },
      .run = run_ceiling,
  };
}

Command holiday_task() {
  return {
      .name = "holiday",
      .what = {"ferie optjent i en ansættelse", "holiday earned in a period of employment"},
      .options = []() -> std::vector<Option> {
        return {{"from", {"DATO", "DATE"}, {"første dag", "first day"}},
                {"to", {"DATO", "DATE"}, {"sidste dag", "last day"}},
                {"monthly_pay", {"KR", "KR"}, {"ferieberettiget løn om måneden", "holiday-qualifying pay a month"}},
                {"kind",
                 {"SLAGS", "KIND"},
                 {"pay (løn under ferie og ferietillæg) eller allowance (feriegodtgørelse)",
                  "pay (pay during holiday and supplement) or allowance"},
                 {"pay", "allowance"}},
                {"employer_pension",
                 {"KR", "KR"},
                 {"arbejdsgivers pensionsbidrag om måneden; kun i store bededagstillæg",
                  "employer's pension a month; only in the Great Prayer Day supplement"}},
                rates_option(),
                text_or_json()};
      },
      .run = run_holiday,
  };
}

Command self_employed_task() {
  return {
      .name = "self-employed",
      .what = {"årets tilskud til selvstændigt erhvervsdrivende", "the year's grant to a self-employed person"},
      .options = []() -> std::vector<Option> {
        return {{"year", {"ÅÅÅÅ", "YYYY"}, {"året", "the year"}},
                {"income",
                 {"KR[,KR,KR]", "KR[,KR,KR]"},
                 {"virksomhedens indtægt om året, eller overskuddet i de seneste hele regnskabsår (højst tre, - for underskud; med\n"
                  "decimalkomma adskilt af ;): de to bedste tæller; none: intet helt regnskabsår",
                  "the business's income a year, or the surplus of the last whole accounting years (at most three, - for a loss;\n"
                  "separated by ; where amounts have a decimal comma): the two best count; none: no whole year"}},
                {"other_income",
                 {"KR", "KR"},
                 {"anden arbejdsindkomst om året, gennemsnittet af de samme år", "other earned income a year, the mean of the same years"}},
                {"with_spouse", {}, {"ægtefæller i én virksomhed: halvdelen hver", "spouses in one business: half each"}},
                rates_option(),
                expect_option(),
                text_or_json()};
      },
      .run = run_self_employed,
  };
}

}  // namespace fleks::tasks
