/* The C interface from C: every function of the header, with the result that the header's example says.
 * usage: every_function CASE.json */
#include <fleks/fleks.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int failed = 0;
#define CHECK(condition)                                                      \
  do {                                                                        \
    if (!(condition)) {                                                       \
      fprintf(stderr, "%s:%d: not so: %s\n", __FILE__, __LINE__, #condition); \
      failed = 1;                                                             \
    }                                                                         \
  } while (0)

static int has(const fleks_text* text, const char* part) { return strstr(fleks_text_data(text), part) != NULL; }

static void versions(const fleks_rates* rates) {
  CHECK(fleks_interface_version() == FLEKS_INTERFACE_VERSION);
  CHECK(strchr(fleks_version(), '.') != NULL);
  CHECK(strlen(fleks_rates_version(rates)) == strlen("2026-12-31.0123456789ab"));
}

static void one_month(const fleks_rates* rates) {
  fleks_error error = {.size = sizeof error, .language = FLEKS_ENGLISH};
  fleks_month_facts facts = {.size = sizeof facts, .month = 202403, .pay_form = FLEKS_PAY_AM_INCOME, .pay = 1560000};
  facts.ceiling.form = FLEKS_CEILING_STATED;
  facts.ceiling.amount = 3206700;
  fleks_month_statement month = {.size = sizeof month};
  CHECK(fleks_month(rates, &facts, NULL, &month, &error) == FLEKS_OK);
  CHECK(month.fleksloentilskud == 1527200);
  CHECK(month.own_atp == 50000);
  CHECK(month.payout == 1477200);
  CHECK(month.public_atp == FLEKS_NOT_KNOWN);
  CHECK(month.wage_month == 202402);

  fleks_text* text = fleks_month_in_words(rates, &facts, NULL, FLEKS_JSON, FLEKS_ENGLISH, &error);
  CHECK(has(text, "\"fleksloentilskud\": \"15272.00\""));
  CHECK(has(text, "\"FLT-8\""));
  CHECK(fleks_text_size(text) == strlen(fleks_text_data(text)));
  fleks_text_free(text);
  text = fleks_month_in_words(rates, &facts, NULL, FLEKS_TEXT, FLEKS_DANISH, &error);
  CHECK(has(text, "15.272,00"));
  fleks_text_free(text);

  CHECK(strcmp(fleks_error_name(FLEKS_ERROR_NEGATIVE), "negative") == 0 && strcmp(fleks_error_name(FLEKS_OK), "ok") == 0);
  facts.pay = -1;
  CHECK(fleks_month(rates, &facts, NULL, &month, &error) == FLEKS_ERROR_NEGATIVE);
  CHECK(strcmp(error.field, "am_income") == 0);
  CHECK(strcmp(error.value, "-0.01") == 0);
  CHECK(strcmp(error.text, "am_income: \"-0.01\" is negative. Allowed: 0 to 100,000,000 kroner.") == 0);
  error.language = FLEKS_DANISH;
  CHECK(fleks_month_in_words(rates, &facts, NULL, FLEKS_TEXT, FLEKS_DANISH, &error) == NULL);
  CHECK(strcmp(error.text, "am_income: »-0.01« er negativt. Tilladt: 0 til 100.000.000 kr.") == 0);
}

static void other_benefits(const fleks_rates* rates) {
  fleks_error error = {.size = sizeof error, .language = FLEKS_ENGLISH};
  fleks_text* text;

  const fleks_ledighedsydelse_facts on_benefit = {.size = sizeof on_benefit, .month = 202205, .am_income = 300000};
  fleks_ledighedsydelse_statement benefit = {.size = sizeof benefit};
  CHECK(fleks_ledighedsydelse(rates, &on_benefit, NULL, &benefit, &error) == FLEKS_OK);
  CHECK(benefit.ledighedsydelse == 1632200 && benefit.own_atp == 9500);
  text = fleks_ledighedsydelse_in_words(rates, &on_benefit, NULL, FLEKS_JSON, FLEKS_DANISH, &error);
  CHECK(has(text, "\"ledighedsydelse\": \"16322.00\""));
  fleks_text_free(text);

  fleks_ceiling_facts parts = {.size = sizeof parts, .date = 20240101};
  parts.ceiling.form = FLEKS_CEILING_FROM_HOURLY;
  parts.ceiling.amount = 20000;
  parts.ceiling.employer_pension = 80000;
  fleks_ceiling_statement ceiling = {.size = sizeof ceiling};
  CHECK(fleks_ceiling_from_parts(rates, &parts, NULL, &ceiling, &error) == FLEKS_OK);
  CHECK(ceiling.normal_wage_ceiling == 3463200);
  text = fleks_ceiling_from_parts_in_words(rates, &parts, NULL, FLEKS_JSON, FLEKS_DANISH, &error);
  CHECK(has(text, "\"normal_wage_ceiling\": \"34632.00\""));
  fleks_text_free(text);

  const fleks_holiday_facts period = {
      .size = sizeof period, .from = 20240901, .to = 20250831, .kind = FLEKS_HOLIDAY_ALLOWANCE, .monthly_pay = 1200000};
  fleks_holiday_statement earned = {.size = sizeof earned};
  CHECK(fleks_holiday(rates, &period, NULL, &earned, &error) == FLEKS_OK);
  CHECK(earned.days_earned == 250000 && earned.holiday_allowance == 1800000 && earned.holiday_supplement == FLEKS_NOT_KNOWN);
  text = fleks_holiday_in_words(rates, &period, NULL, FLEKS_JSON, FLEKS_DANISH, &error);
  CHECK(has(text, "\"holiday_allowance\": \"18000.00\""));
  fleks_text_free(text);

  const fleks_self_employed_facts year = {.size = sizeof year, .year = 2019, .income = 4800000};
  fleks_self_employed_statement grant = {.size = sizeof grant};
  CHECK(fleks_self_employed(rates, &year, NULL, &grant, &error) == FLEKS_OK);
  CHECK(grant.grant == 12680600);
  text = fleks_self_employed_in_words(rates, &year, NULL, FLEKS_JSON, FLEKS_DANISH, &error);
  CHECK(has(text, "\"grant\": \"126806.00\""));
  fleks_text_free(text);

  const fleks_tax_facts income = {.size = sizeof income, .year = 2021, .municipal_tax = 238000, .pay = 12000000};
  fleks_tax_statement tax = {.size = sizeof tax};
  CHECK(fleks_tax(rates, &income, NULL, &tax, &error) == FLEKS_OK);
  CHECK(tax.am_and_tax == 2943400);
  text = fleks_tax_in_words(rates, &income, NULL, FLEKS_JSON, FLEKS_DANISH, &error);
  CHECK(has(text, "\"total\": \"29434.00\""));
  fleks_text_free(text);

  fleks_month_facts month = {.size = sizeof month, .month = 202403, .pay_form = FLEKS_PAY_AM_INCOME, .pay = 1560000};
  month.ceiling.form = FLEKS_CEILING_STATED;
  month.ceiling.amount = 3206700;
  const fleks_audit_facts payment = {.size = sizeof payment, .month = &month, .paid = 1548450};
  fleks_audit_statement found = {.size = sizeof found};
  CHECK(fleks_audit(rates, &payment, NULL, &found, &error) == FLEKS_OK);
  CHECK(found.right == 0 && found.difference == -21250);
  text = fleks_audit_in_words(rates, &payment, NULL, FLEKS_JSON, FLEKS_DANISH, &error);
  CHECK(has(text, "\"verdict\": \"wrong\""));
  fleks_text_free(text);
}

static void many_months(const fleks_rates* rates) {
  const int64_t wage[] = {1560000, 1600000}, ceiling[] = {3206700, FLEKS_NO_CEILING}, bad[] = {1560000, -1};
  int64_t subsidy[2] = {0, 0};
  fleks_error error = {.size = sizeof error};
  fleks_months facts = {.size = sizeof facts, .rows = 2, .am_income = wage, .ceiling = ceiling};
  const fleks_statements results = {.size = sizeof results, .fleksloentilskud = subsidy};
  CHECK(fleks_compute(rates, 202403, &facts, NULL, &results, &error) == FLEKS_OK);
  CHECK(subsidy[0] == 1527200);
  CHECK(subsidy[1] == 1515200);
  facts.am_income = bad;
  CHECK(fleks_compute(rates, 202403, &facts, NULL, &results, &error) == FLEKS_ERROR_NEGATIVE);
  CHECK(error.row == 1);
}

static void hours(const fleks_rates* rates) {
  fleks_error error = {.size = sizeof error};
  fleks_citizen citizen = {.size = sizeof citizen, .year = 2024, .hourly_wage = 12000, .municipal_tax = 250000};
  fleks_options options = {.size = sizeof options, .own_atp = 1};
  const fleks_hours_asked asked = {.size = sizeof asked, .from = 10000, .to = 370000, .step = 10000};
  size_t count = 0, i;
  CHECK(fleks_hours(rates, &citizen, &options, &asked, NULL, 0, 0, &count, &error) == FLEKS_OK);
  CHECK(count == 37);
  fleks_hours_row* rows = calloc(count, sizeof *rows);
  CHECK(rows != NULL);
  if (rows == NULL) return;
  CHECK(fleks_hours(rates, &citizen, &options, &asked, rows, sizeof *rows, count, &count, &error) == FLEKS_OK);
  CHECK(rows[0].in_hand == 1332483);
  CHECK(rows[36].in_hand == 1315883);
  CHECK(rows[0].extra.verdict == FLEKS_NO_VERDICT);
  for (i = 1; i < count; ++i) {
    const fleks_extra* e = &rows[i].extra;
    CHECK(e->in_hand == rows[i].in_hand - rows[i - 1].in_hand);
    CHECK(e->gross_pay + e->employer_pension + e->added + e->given == e->in_hand + e->pension_saved + e->taken_taper + e->taken_ceiling +
                                                                          e->taken_am_contribution + e->taken_tax +
                                                                          e->taken_housing_benefit + e->taken_ledighedsydelse);
  }
  free(rows);

  fleks_pay_measures measures = {.size = sizeof measures};
  citizen.hourly_wage = 20000;
  CHECK(fleks_measures(rates, &citizen, NULL, 100000, &measures, &error) == FLEKS_OK);
  CHECK(measures.emtr_hour == 5828 && measures.emtr_hour_taper == 3000 && measures.emtr_krone_taper == 3000);
  CHECK(measures.ptr == 4813 && measures.replacement_rate == 7415);
  CHECK(fleks_measures(rates, &citizen, NULL, 0, &measures, &error) == FLEKS_OK);
  CHECK(measures.ptr == FLEKS_NO_MEASURE && measures.emtr_krone == FLEKS_NO_MEASURE);

  citizen.year = 2025;
  citizen.hourly_wage = 20000;
  citizen.municipal_tax = 0;
  options.own_atp = 0;
  fleks_kink kinks[40];
  size_t reached = 0;
  CHECK(fleks_kinks(rates, &citizen, &options, &asked, kinks, sizeof kinks[0], 40, &count, &error) == FLEKS_OK);
  for (i = 0; i < count; ++i)
    if (strcmp(kinks[i].cause, "ceiling_reached") == 0) {
      reached = i + 1;
      CHECK(strcmp(kinks[i].rule, "FLT-11") == 0);
      CHECK(strcmp(kinks[i].before.text, "45602921/1250") == 0 && strcmp(kinks[i].after.text, "-2112929/1250") == 0);
      CHECK(kinks[i].hours.numerator == 171643 && kinks[i].hours.denominator == 9100);
      CHECK(strcmp(kinks[i].hours.text, "171643/9100") == 0);
    }
  CHECK(count == 7 && reached == 3);
  fleks_text* text = fleks_hours_in_words(rates, &citizen, &options, &asked, FLEKS_JSON, FLEKS_DANISH, &error);
  CHECK(has(text, "\"rows\"") && has(text, "\"kinks\"") && has(text, "\"summary\""));
  fleks_text_free(text);
}

static void a_case(const fleks_rates* rates, const char* json) {
  fleks_error error = {.size = sizeof error, .language = FLEKS_ENGLISH};
  const size_t size = strlen(json);
  fleks_text* text = fleks_case_statement(rates, json, size, NULL, FLEKS_JSON, FLEKS_DANISH, &error);
  CHECK(has(text, "\"months\"") && has(text, "\"payout\""));
  fleks_text_free(text);
  const fleks_case_asked asked = {.size = sizeof asked, .as_of = 20240331};
  text = fleks_case_statement(rates, json, size, &asked, FLEKS_TEXT, FLEKS_DANISH, &error);
  CHECK(fleks_text_size(text) > 0);
  fleks_text_free(text);
  text = fleks_case_correction(rates, json, size, 202402, 0, FLEKS_JSON, FLEKS_DANISH, &error);
  CHECK(has(text, "\"total\""));
  fleks_text_free(text);
  text = fleks_case_letter(rates, json, size, 202404, 0, FLEKS_TEXT, FLEKS_DANISH, &error);
  CHECK(fleks_text_size(text) > 200);
  fleks_text_free(text);
  fleks_text* record = fleks_case_record(rates, json, size, NULL, 0, FLEKS_DANISH, &error);
  CHECK(has(record, "\"sha256\":{"));
  int32_t same = -1;
  text = fleks_verify(rates, fleks_text_data(record), fleks_text_size(record), FLEKS_TEXT, FLEKS_ENGLISH, &same, &error);
  CHECK(same == 1 && strcmp(fleks_text_data(text), "record: the same result\n") == 0);
  fleks_text_free(text);
  fleks_text_free(record);
  text = fleks_case_ledger(rates, json, size, NULL, FLEKS_JSON, FLEKS_DANISH, &error);
  CHECK(has(text, "\"months\"") && has(text, "\"refund_pct\"") && has(text, "\"municipality\""));
  fleks_text_free(text);
  CHECK(fleks_effort(rates, "{}", 2, NULL, FLEKS_JSON, FLEKS_DANISH, &error) == NULL && error.code == FLEKS_ERROR_MISSING_FACT);
  text = fleks_case_problems(json, size, FLEKS_ENGLISH, &error);
  CHECK(text != NULL && fleks_text_size(text) == 0);
  fleks_text_free(text);
  text = fleks_case_problems("{}", 2, FLEKS_ENGLISH, &error);
  CHECK(strncmp(fleks_text_data(text), "from: is missing. Allowed: a month as YYYY-MM, such as 2024-03.\n", 64) == 0);
  fleks_text_free(text);
  CHECK(fleks_case_statement(rates, "{", 1, NULL, FLEKS_JSON, FLEKS_DANISH, &error) == NULL);
  CHECK(error.code == FLEKS_ERROR_NOT_JSON);
  CHECK(strstr(fleks_case_schema(), "$schema") != NULL);
}

static void a_case_read_once(const fleks_rates* rates, const char* json) {
  fleks_error error = {.size = sizeof error, .language = FLEKS_ENGLISH};
  const size_t size = strlen(json);
  fleks_case* facts = fleks_case_read(json, size, &error);
  CHECK(facts != NULL);
  fleks_case_result* result = fleks_case_months(rates, facts, NULL, FLEKS_STEPS, &error);
  fleks_case_month months[8];
  fleks_case_fact used[80];
  fleks_case_step steps[200];
  fleks_case_missing missing[8];
  size_t count = 0, i;
  CHECK(fleks_case_month_rows(result, months, sizeof months[0], 8, &count, &error) == FLEKS_OK && count == 5);
  CHECK(months[1].month == 202403 && months[1].status == FLEKS_MONTH_COMPUTED && months[1].has_subsidy == 1);
  CHECK(months[1].subsidy_payout == months[1].fleksloentilskud - months[1].own_atp && months[1].payout == months[1].subsidy_payout);
  CHECK(fleks_case_missing_facts(result, missing, sizeof missing[0], 8, &count, &error) == FLEKS_OK && count == 0);
  CHECK(fleks_case_facts(result, used, sizeof used[0], 80, &count, &error) == FLEKS_OK && count > 5);
  CHECK(fleks_case_steps(result, steps, sizeof steps[0], 200, &count, &error) == FLEKS_OK && count > 20);
  for (i = 0; i < count && strcmp(steps[i].rule, "FLT-10") != 0; ++i) continue;
  CHECK(i < count && steps[i].unit == FLEKS_STEP_KRONER && steps[i].amount > 0);
  fleks_text* text = fleks_case_step_in_words(result, i, FLEKS_ENGLISH, &error);
  CHECK(strncmp(fleks_text_data(text), "Subsidy before the ceiling", 26) == 0);
  fleks_text_free(text);
  text = fleks_case_result_in_words(result, FLEKS_JSON, FLEKS_DANISH, &error);
  CHECK(has(text, "\"payout\""));
  fleks_text_free(text);
  fleks_case_result_free(result);

  result = fleks_case_corrected(rates, facts, 202402, 0, &error);
  fleks_case_free(facts);
  fleks_correction_totals totals = {.size = sizeof totals};
  CHECK(fleks_case_totals(result, &totals, &error) == FLEKS_OK && totals.first == 202402);
  fleks_corrected_month corrected[8];
  fleks_correction_line lines[40];
  int64_t sum = 0;
  CHECK(fleks_corrected_months(result, corrected, sizeof corrected[0], 8, &count, &error) == FLEKS_OK && count > 1);
  for (i = 0; i < count; ++i) sum += corrected[i].too_old ? 0 : corrected[i].difference;
  CHECK(sum == totals.total && sum != 0);
  CHECK(fleks_correction_lines(result, lines, sizeof lines[0], 40, &count, &error) == FLEKS_OK && count > 0);
  CHECK(fleks_settlements(result, NULL, 0, 0, &count, &error) == FLEKS_OK);
  CHECK(fleks_reduced_claims(result, NULL, 0, 0, &count, &error) == FLEKS_OK && count == 0);
  fleks_case_result_free(result);

  /* What is kept today is the same today. */
  fleks_text* record = fleks_case_record(rates, json, size, NULL, 0, FLEKS_DANISH, &error);
  result = fleks_case_impact(NULL, rates, fleks_text_data(record), fleks_text_size(record), NULL, &error);
  CHECK(fleks_impact_months(result, NULL, 0, 0, &count, &error) == FLEKS_OK && count == 0);
  fleks_case_result_free(result);
  fleks_text_free(record);

  fleks_rates_place* place = fleks_rates_place_with(rates, &error);
  fleks_rates* now = fleks_rates_in_use(place);
  CHECK(now == rates && fleks_rates_put_in_use(place, now, &error) == FLEKS_OK);
  fleks_rates_place_free(place);
  CHECK(strcmp(fleks_rates_version(now), fleks_rates_version(rates)) == 0);
  fleks_rates_free(now);
}

/* What stands under "facts" of any result is asked again. */
static void any_task(const fleks_rates* rates) {
  fleks_error error = {.size = sizeof error, .language = FLEKS_ENGLISH};
  const char* asked =
      "{\"task\": \"housing\", \"language\": \"da\", \"given\": {\"year\": \"2026\", \"income\": \"260000\", \"rent\": \"6500\"}}";
  fleks_text* text = fleks_task(rates, asked, strlen(asked), FLEKS_JSON, &error);
  CHECK(has(text, "\"housing_benefit\": \""));
  int32_t same = 0;
  fleks_text* found = fleks_verify(rates, fleks_text_data(text), fleks_text_size(text), FLEKS_TEXT, FLEKS_ENGLISH, &same, &error);
  CHECK(found != NULL && same == 1);
  fleks_text_free(found);
  fleks_text_free(text);
  asked = "{\"task\": \"housing\", \"language\": \"en\", \"given\": {\"year\": \"2026\", \"income\": \"260000\", \"rent\": \"x\"}}";
  CHECK(fleks_task(rates, asked, strlen(asked), FLEKS_TEXT, &error) == NULL);
  CHECK(error.code == FLEKS_ERROR_NOT_A_NUMBER && strcmp(error.field, "given.rent") == 0);
}

static void dated_rates(const fleks_rates* rates) {
  fleks_error error = {.size = sizeof error};
  fleks_rate rate = {.size = sizeof rate};
  CHECK(fleks_rate_on(rates, "fleksloentilskud_max_month", 20240301, &rate, &error) == FLEKS_OK);
  CHECK(rate.value == 1995200 && rate.unit == FLEKS_KRONER_A_MONTH && rate.status == FLEKS_RATE_READ);
  CHECK(rate.first == 20240101 && rate.last == 20241231 && *rate.source != '\0');
  CHECK(strcmp(fleks_rate_key(0), "atp_ledighedsydelse_own_month") == 0);
  CHECK(fleks_rate_key(fleks_rate_key_count()) == NULL);
  const int32_t last_month = fleks_rates_last_month(rates, FLEKS_TASK_MONTH);
  CHECK(last_month >= 202612);
  for (int task = FLEKS_TASK_MONTH; task <= FLEKS_TASK_HOURS; ++task) CHECK(fleks_rates_last_month(rates, task) == last_month);
  CHECK(fleks_rates_last_month(rates, -1) == 0 && fleks_rates_last_month(rates, 5) == 0 && fleks_rates_last_month(NULL, 0) == 0);

  const char* csv =
      "key,valid_from,valid_to,value,unit,status,source,note\n"
      "fleksloentilskud_max_month,2027-01-01,2027-12-31,21500,kr/month,read,the agency,\n";
  fleks_rates* next_year = fleks_rates_extended(csv, strlen(csv), &error);
  CHECK(next_year != NULL);
  CHECK(fleks_rate_on(next_year, "fleksloentilskud_max_month", 20270301, &rate, &error) == FLEKS_OK);
  CHECK(rate.value == 2150000);
  /* One row for 2027 is not all that a month of 2027 needs. */
  CHECK(fleks_rates_last_month(next_year, FLEKS_TASK_MONTH) == last_month);
  fleks_rates_free(next_year);
  CHECK(fleks_rates_extended("nonsense", 8, &error) == NULL);
  CHECK(error.code == FLEKS_ERROR_BAD_HEADER && error.line == 1);

  const char* reform = "{\"id\": \"floor\", \"title\": \"A lower share\", \"from\": \"2024-01\", \"rates\": {\"taper_low_pct\": 25}}";
  fleks_rates* under = fleks_rates_reformed(rates, reform, strlen(reform), NULL, 0, &error);
  CHECK(under != NULL);
  fleks_month_facts facts = {.size = sizeof facts, .month = 202403, .pay_form = FLEKS_PAY_AM_INCOME, .pay = 1560000};
  fleks_month_statement month = {.size = sizeof month};
  CHECK(fleks_month(under, &facts, NULL, &month, &error) == FLEKS_OK && month.fleksloentilskud == 1605200);
  CHECK(fleks_rates_area_ceiling(under, "detail") == FLEKS_NOT_KNOWN);
  fleks_rates_free(under);
}

int main(int count, char** arguments) {
  static char json[1 << 20];
  FILE* file = count == 2 ? fopen(arguments[1], "rb") : NULL;
  if (file == NULL) {
    fprintf(stderr, "usage: every_function CASE.json\n");
    return 2;
  }
  json[fread(json, 1, sizeof json - 1, file)] = '\0';
  fclose(file);
  fleks_rates* rates = fleks_rates_embedded();
  CHECK(rates != NULL);
  versions(rates);
  one_month(rates);
  other_benefits(rates);
  many_months(rates);
  hours(rates);
  a_case(rates, json);
  a_case_read_once(rates, json);
  any_task(rates);
  dated_rates(rates);
  fleks_rates_free(rates);
  puts(failed ? "failed" : "every function does what the header says");
  return failed;
}
