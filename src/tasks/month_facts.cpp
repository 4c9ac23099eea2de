#include "tasks/month_facts.hpp"

#include <fleks/facts/first_month.hpp>

#include <utility>

#include "tasks/facts.hpp"

namespace fleks::tasks {

namespace {

Error cannot_stand_with(std::string_view option, std::string_view other) {
  return {.code = ErrorCode::exclusive_facts, .field = asked(option), .allowed = NotWith{{asked(other)}}};
}
/// An option that means something only beside another.
void only_with(const Arguments& a, std::string_view option, std::initializer_list<const char*> others) {
  if (!a.has(option)) return;
  OnlyWith allowed;
  for (const char* other : others) {
    if (a.has(other)) return;
    allowed.others.push_back(asked(other));
  }
  throw Stop{{.code = ErrorCode::exclusive_facts, .field = asked(option), .given = *a.text(option), .allowed = std::move(allowed)}};
}
/// The one of the options that was given, or null; two are an error.
const char* one_of(const Arguments& a, std::initializer_list<const char*> options) {
  const char* found = nullptr;
  for (const char* option : options) {
    if (!a.has(option)) continue;
    if (found != nullptr) throw Stop{cannot_stand_with(option, found)};
    found = option;
  }
  return found;
}

/// Hours present a week, and the intensity.
std::pair<Hours, Percent> read_hours(const Arguments& a) {
  const auto hours = a.read("weekly_hours", hours_up_to<hours_in_a_week.ten_thousandths()>);
  if (!hours) throw Stop{{.code = ErrorCode::missing_fact, .field = asked("weekly_hours"), .allowed = Range{Hours{}, hours_in_a_week}}};
  return {*hours, a.read("intensity", Percent::parse).value_or(Percent::whole(100))};
}

void read_pay(const Arguments& a, MonthFacts& f) {
  const char* form = one_of(a, {"am_income", "monthly_wage", "full_time_wage", "hourly_wage"});
  if (form == nullptr)
    throw Stop{{.code = ErrorCode::missing_fact,
                .field = asked("am_income"),
                .allowed = AnyOf{{Fact::am_income, Fact::monthly_wage, Fact::hourly_wage}}}};
  only_with(a, "weekly_hours", {"hourly_wage", "full_time_wage"});
  only_with(a, "intensity", {"hourly_wage", "full_time_wage"});
  only_with(a, "benefits_in_kind", {"am_income"});
  // Field 13 is without own ATP, so that `excluded` says nothing new there and `counted` cannot be.
  if (a.has("own_atp") && *a.text("own_atp") != "excluded") only_with(a, "own_atp", {"monthly_wage", "full_time_wage", "hourly_wage"});
  if (auto amount = a.read("am_income", parse_kroner)) f.pay = Pay::am_income(*amount);
  if (auto amount = a.read("monthly_wage", parse_kroner)) f.pay = Pay::monthly(*amount);
  if (auto amount = a.read("full_time_wage", parse_kroner)) {
    const auto [hours, intensity] = read_hours(a);
    // The part of full time that is paid, to the øre; and its hours a month.
    const Exact paid = Exact::of(hours) * Exact::of(intensity);
    const Exact full_time = Exact::of(or_stop(RateTable::embedded().on(f.month).get<RateKey::full_time_hours_week>()));
    f.pay = Pay::monthly(or_stop((Exact::of(*amount) * paid / full_time).round(Rounding::half_up), "full_time_wage"));
    constexpr std::int64_t weeks = 52, months = 12;
    f.paid_hours =
        Hours::of_ten_thousandths((paid * Exact::ratio(weeks, months) * Exact::whole(10'000)).rounded(Rounding::half_up).value_or(0));
  }
  if (auto amount = a.read("hourly_wage", parse_kroner)) {
    const auto [hours, intensity] = read_hours(a);
    f.pay = Pay::hourly(*amount, hours, intensity);
  }
}

void read_employed(const Arguments& a, MonthFacts& f, Month wage_month) {
  const auto from = a.read("employed_from", parse_date), to = a.read("employed_to", parse_date);
  if (from || to)
    f.employed = Period{from.value_or(std::min(first_day(wage_month), to.value_or(first_day(wage_month)))),
                        to.value_or(std::max(last_day(wage_month), from.value_or(last_day(wage_month))))};
}

/// FLT-13, FLT-20: the days of the subsidy month that the job covers, and what its first month rests on.
void read_job(const Arguments& a, MonthFacts& f) {
  const auto from = a.read("job_from", parse_date), to = a.read("job_to", parse_date);
  if (from || to)
    f.job = Period{from.value_or(std::min(first_day(f.month), to.value_or(first_day(f.month)))),
                   to.value_or(std::max(last_day(f.month), from.value_or(last_day(f.month))))};
  const bool begins_here = from && month_of(*from) == f.month;
  only_with(a, "first_month", {"job_from"});
  only_with(a, "expected", {"job_from", "wage_month"});
  f.wage_expected = a.has("expected");
  const FirstMonth first = a.choice<FirstMonth>("first_month");
  if (a.has("first_month") && !begins_here)
    throw Stop{{.code = ErrorCode::out_of_range,
                .field = asked("job_from"),
                .given = to_text(*from),
                .allowed = Range{first_day(f.month), last_day(f.month)}}};
  if (begins_here) begin_job(f, first);
}

}  // namespace

MonthFacts read_month_facts(const Arguments& a) {
  MonthFacts f;
  const auto month = a.read("month", parse_month);
  if (!month) throw Stop{{.code = ErrorCode::missing_fact, .field = asked("month"), .allowed = Form::month}};
  f.month = *month;
  f.wage_month = a.read("wage_month", parse_month);
  read_pay(a, f);
  f.benefits_in_kind = read_money(a, "benefits_in_kind");
  f.own_pension = read_contribution(a, "own_pension");
  f.employer_pension = read_contribution(a, "employer_pension");
  f.holiday_supplement = read_money(a, "holiday_supplement");
  if (a.has("full_time_wage") && a.has("paid_hours")) throw Stop{cannot_stand_with("paid_hours", "full_time_wage")};
  if (const auto hours = a.read("paid_hours", hours_up_to<hours_in_a_month.ten_thousandths()>)) f.paid_hours = hours;
  f.other_wage = read_money(a, "other_wage");
  f.care_income = read_money(a, "care_income");
  f.daily_benefit = read_money(a, "daily_benefit");
  f.unclaimed_benefit = read_money(a, "unclaimed_benefit");
  f.ledighedsydelse_days =
      a.read("ledighedsydelse_days", [](std::string_view text) { return Days::parse(text, Days::whole(31)); }).value_or(Days{});
  only_with(a, "ledighedsydelse", {"ledighedsydelse_days"});
  f.ledighedsydelse = a.read("ledighedsydelse", parse_kroner);
  read_job(a, f);
  read_employed(a, f, f.wage_month.value_or(month_before(f.month)));
  f.ceiling = read_ceiling(a);
  return f;
}

Options read_month_options(const Arguments& a) {
  return {.own_atp = a.choice<OwnAtp>("own_atp"),
          .rates_of = a.choice<RatesOf>("rates_of"),
          .other_wage_under_ceiling = a.choice<OtherWageUnderCeiling>("other_wage_under_ceiling"),
          .benefits_under_ceiling = a.choice<BenefitsUnderCeiling>("benefits_under_ceiling"),
          .care_income_under_ceiling = a.choice<CareIncomeUnderCeiling>("care_income_under_ceiling"),
          .round_to = a.choice<RoundTo>("round_to"),
          .holiday_days_of = a.choice<HolidayDaysRule>("holiday_days_of"),
          .own_atp_of = a.choice<OwnAtpOf>("own_atp_of"),
          .atp_contribution = a.choice<AtpContribution>("atp_contribution")};
}

namespace {

std::vector<Option> wage_options() {
  return {
      {"month", {"ÅÅÅÅ-MM", "YYYY-MM"}, {"tilskudsmåneden", "the subsidy month"}},
      {"wage_month",
       {"ÅÅÅÅ-MM", "YYYY-MM"},
       {"lønmåneden (måneden før tilskudsmåneden)", "the wage month (the month before the subsidy month)"}},
      {"am_income",
       {"KR", "KR"},
       {"AM-bidragspligtig indkomst, felt 13 i eIndkomst:\nefter eget pensionsbidrag og eget ATP-bidrag",
        "pay on which AM-bidrag is due, field 13 of eIndkomst:\nafter own pension and own ATP"}},
      {"monthly_wage",
       {"KR", "KR"},
       {"månedsløn før eget pensionsbidrag og eget ATP-bidrag", "pay a month before own pension and own ATP"}},
      {"full_time_wage",
       {"KR", "KR"},
       {"månedsløn på fuld tid; med {weekly_hours} regnes lønnen af timerne",
        "full-time pay a month; with {weekly_hours} the pay is that of the hours"}},
      {"hourly_wage", {"KR", "KR"}, {"timeløn før eget pensionsbidrag og eget ATP-bidrag", "pay an hour before own pension and own ATP"}},
      {"weekly_hours", {"TIMER", "HOURS"}, {"fremmødetimer om ugen", "hours present a week"}},
      {"intensity",
       {"PCT", "PCT"},
       {"arbejdsintensitet (100): løntimer = timer × intensitet", "work intensity (100): paid hours = hours × intensity"}},
      {"benefits_in_kind",
       {"KR", "KR"},
       {"personalegoder i felt 13 (felt 19, 20, 21, 26)", "benefits in kind inside field 13 (fields 19, 20, 21, 26)"}},
      {"own_pension",
       {"KR|N%", "KR|N%"},
       {"eget pensionsbidrag; procent er af lønnen før eget pensionsbidrag,\nsom af {am_income} regnes ud",
        "own pension; a percentage is of the pay before own pension,\nwhich is worked out from {am_income}"}},
      {"employer_pension", {"KR|N%", "KR|N%"}, {"arbejdsgivers pensionsbidrag, ligeså", "employer's pension, likewise"}},
      {"holiday_supplement",
       {"KR", "KR"},
       {"ferietillæg, fritvalg m.v. betalt med måneden ud over lønnen", "holiday supplement etc. paid with the month on top of the pay"}}};
}

std::vector<Option> course_options() {
  return {{"own_atp",
           {"VALG", "CHOICE"},
           {"eget ATP-bidrag af lønnen: excluded (tælles ikke med) eller counted",
            "own ATP of the wage: excluded (not in the wage) or counted"},
           words<OwnAtp>()},
          {"paid_hours", {"TIMER", "HOURS"}, {"løntimer i måneden, til ATP", "paid hours a month, for ATP"}},
          {"other_wage", {"KR", "KR"}, {"løn fra andre job inkl. pension", "wage from other jobs, pension included"}},
          {"care_income",
           {"KR", "KR"},
           {"tabt arbejdsfortjeneste, plejevederlag (fra 2024)", "compensation for lost earnings, care pay (from 2024)"}},
          {"daily_benefit",
           {"KR", "KR"},
           {"syge-, barsels- eller sorgorlovsdagpenge, ressourceforløbsydelse",
            "sickness, maternity or bereavement benefit, ressourceforløbsydelse"}},
          {"unclaimed_benefit",
           {"KR", "KR"},
           {"ydelse, der trækkes fra, som om den var udbetalt (ret mistet, søgt for sent)",
            "benefit deducted as if it had been paid (right lost, asked for too late)"}},
          {"ledighedsydelse_days",
           {"DAGE", "DAYS"},
           {"feriedage med ledighedsydelse, som måneden nedsættes for", "holiday days on ledighedsydelse that the month is reduced for"}},
          {"ledighedsydelse",
           {"KR", "KR"},
           {"  ledighedsydelse betalt for de dage (trækkes fra til og med marts 2022)",
            "  ledighedsydelse paid for those days (deducted until March 2022)"}},
          {"job_from",
           {"DATO", "DATE"},
           {"jobbets første dag i tilskudsmåneden; begynder jobbet, er lønnen månedens egen",
            "the job's first day in the subsidy month; if it begins then, the pay is the month's own"}},
          {"job_to", {"DATO", "DATE"}, {"jobbets sidste dag i tilskudsmåneden", "the job's last day in the subsidy month"}},
          {"first_month",
           {"VALG", "CHOICE"},
           {"jobbets første måned: own-wage (egen løn), no-deduction eller no-subsidy",
            "the job's first month: own-wage, no-deduction or no-subsidy"},
           words<FirstMonth>()},
          {"expected", {}, {"lønnen er den forventede og reguleres senere", "the pay is the expected one and is regulated later"}},
          {"atp_contribution",
           {"SATS", "RATE"},
           {"ATP-bidragets sats: A, C, D, E eller F", "the rate of the ATP contribution: A, C, D, E or F"},
           words<AtpContribution>()},
          {"employed_from",
           {"DATO", "DATE"},
           {"første dag, når jobbet kun dækker en del af lønmåneden", "first day, when the job covers only part of the wage month"}},
          {"employed_to", {"DATO", "DATE"}, {"sidste dag, ligeså", "last day, likewise"}}};
}

std::vector<Option> choices_of_law() {
  return {
      {"other_wage_under_ceiling",
       {"VALG", "CHOICE"},
       {"anden løn under lønloftet: by-law, excluded (nej) eller included", "other wage under the ceiling: by-law, excluded or included"},
       words<OtherWageUnderCeiling>()},
      {"benefits_under_ceiling",
       {"VALG", "CHOICE"},
       {"dagpenge under lønloftet, ligeså", "daily benefits under the ceiling, likewise"},
       words<BenefitsUnderCeiling>()},
      {"care_income_under_ceiling",
       {"VALG", "CHOICE"},
       {"tabt arbejdsfortjeneste m.v. under lønloftet, ligeså", "care income under the ceiling, likewise"},
       words<CareIncomeUnderCeiling>()},
      {"holiday_days_of",
       {"VALG", "CHOICE"},
       {"feriedage: by-law, benefit-deducted, holiday-month eller month-after",
        "holiday days: by-law, benefit-deducted, holiday-month or month-after"},
       words<HolidayDaysRule>()},
      {"own_atp_of",
       {"VALG", "CHOICE"},
       {"eget ATP-bidrag af paid-subsidy eller before-ceiling", "own ATP of the paid-subsidy or before-ceiling"},
       words<OwnAtpOf>()},
      {"rates_of",
       {"VALG", "CHOICE"},
       {"satser fra subsidy-month (tilskudsmåneden) eller wage-month", "rates of the subsidy-month or the wage-month"},
       words<RatesOf>()},
      {"round_to", {"VALG", "CHOICE"}, {"afrunding: by-law, oere eller krone", "rounding: by-law, oere or krone"}, words<RoundTo>()}};
}

}  // namespace

std::vector<Option> month_options(const std::vector<Option>& more) {
  std::vector<Option> options = wage_options();
  const auto add = [&](const std::vector<Option>& others) { options.insert(options.end(), others.begin(), others.end()); };
  add(course_options());
  add(ceiling_options(
      {"lønloftet: løn om måneden på fuld tid på ordinære vilkår", "the ceiling: full-time pay a month on ordinary terms"}));
  add(choices_of_law());
  add({rates_option()});
  add(more);
  return options;
}

}  // namespace fleks::tasks
