/* A program of the first header of this interface number: every function it had, with every struct at the end of a page that nobody may
 * touch what lies after. It prints what came out. Compiled with the header of today it prints the same; older_header.sh compares.
 * usage: older_program CASE.json */
#define _GNU_SOURCE
#include <fleks/fleks.h>

#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

/* Memory of so many bytes, all 0, with a page after it that cannot be read or written. Never given back: the program is short. */
static void* guarded(size_t size) {
  const size_t page = (size_t)sysconf(_SC_PAGESIZE), pages = (size + page - 1) / page;
  char* first = mmap(NULL, (pages + 1) * page, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (first == MAP_FAILED || mprotect(first + pages * page, page, PROT_NONE) != 0) exit(3);
  return first + pages * page - size;
}
#define SIZED(type, name)                   \
  type* const name = guarded(sizeof(type)); \
  name->size = sizeof(type)

static void print_bytes(const char* what, const void* from, size_t size) {
  const unsigned char* bytes = from;
  printf("%s", what);
  for (size_t i = 0; i < size; ++i) printf("%s%02x", i % 8 == 0 ? " " : "", bytes[i]);
  printf("\n");
}
/* What stands from one member to another, with both. */
#define PRINT(what, structure, first, last)                                               \
  print_bytes(what, (const char*)(structure) + offsetof(__typeof__(*(structure)), first), \
              offsetof(__typeof__(*(structure)), last) + sizeof((structure)->last) - offsetof(__typeof__(*(structure)), first))

static void print_error(const fleks_error* e) {
  printf("error %d row %lld line %lld: %s | %s | %s\n", (int)e->code, (long long)e->row, (long long)e->line, e->field, e->value, e->text);
}
static void print_text(const char* what, fleks_text* text) {
  printf("%s %zu bytes: %s\n", what, fleks_text_size(text), fleks_text_data(text));
  fleks_text_free(text);
}

int main(int count, char** arguments) {
  static char json[1 << 20];
  FILE* file = count == 2 ? fopen(arguments[1], "rb") : NULL;
  if (file == NULL) return 2;
  const size_t size = fread(json, 1, sizeof json - 1, file);
  fclose(file);

  if (fleks_interface_version() != FLEKS_INTERFACE_VERSION) return 4;
  fleks_rates* rates = fleks_rates_embedded();
  SIZED(fleks_error, error);
  error->language = FLEKS_ENGLISH;
  printf("%s\n", fleks_rates_version(rates));

  SIZED(fleks_rate, rate);
  printf("%d", (int)fleks_rate_on(rates, "fleksloentilskud_max_month", 20240301, rate, error));
  PRINT(" rate", rate, value, last);
  printf("%s, %s, %s\n", rate->key, rate->source, rate->note);
  const char* csv =
      "key,valid_from,valid_to,value,unit,status,source,note\n"
      "fleksloentilskud_max_month,2027-01-01,2027-12-31,21500,kr/month,read,the agency,\n";
  fleks_rates* next_year = fleks_rates_extended(csv, strlen(csv), error);
  printf("%d", (int)fleks_rate_on(next_year, "fleksloentilskud_max_month", 20270301, rate, error));
  PRINT(" rate", rate, value, last);
  fleks_rates_free(next_year);
  printf("%d %s\n", fleks_rates_extended("nonsense", 8, error) == NULL, fleks_rate_key(0));
  print_error(error);

  SIZED(fleks_options, options);
  SIZED(fleks_month_facts, facts);
  SIZED(fleks_month_statement, month);
  facts->month = 202403;
  facts->pay_form = FLEKS_PAY_HOURLY;
  facts->pay = 20000;
  facts->weekly_hours = 185000;
  facts->own_pension_share = 40000;
  facts->employer_pension_share = 80000;
  facts->other_wage = 50000;
  facts->ceiling.form = FLEKS_CEILING_FROM_HOURLY;
  facts->ceiling.stated_by = FLEKS_COMPUTED;
  facts->ceiling.amount = 20000;
  facts->ceiling.employer_pension = 80000;
  facts->ceiling.holiday_supplement = 10000;
  for (int i = 0; i < 2; ++i) {
    options->own_atp = options->rates_of = options->other_wage_under_ceiling = options->round_to = i;
    printf("%d", (int)fleks_month(rates, facts, options, month, error));
    PRINT(" month", month, month, total);
  }
  print_text("month", fleks_month_in_words(rates, facts, NULL, FLEKS_TEXT, FLEKS_DANISH, error));
  print_text("month", fleks_month_in_words(rates, facts, options, FLEKS_JSON, FLEKS_ENGLISH, error));
  facts->pay = -1;
  printf("%d\n", (int)fleks_month(rates, facts, options, month, error));
  print_error(error);

  enum { rows_of_a_batch = 3 };
  SIZED(fleks_months, months);
  SIZED(fleks_statements, results);
  int64_t* const wages = guarded(rows_of_a_batch * sizeof(int64_t));
  int64_t* const ceilings = guarded(rows_of_a_batch * sizeof(int64_t));
  int64_t* const subsidies = guarded(rows_of_a_batch * sizeof(int64_t));
  int64_t* const pensions = guarded(rows_of_a_batch * sizeof(int64_t));
  for (int i = 0; i < rows_of_a_batch; ++i) {
    wages[i] = 1560000 + 40000 * i;
    ceilings[i] = i == 1 ? FLEKS_NO_CEILING : 3206700;
  }
  months->rows = rows_of_a_batch;
  months->am_income = wages;
  months->ceiling = ceilings;
  results->fleksloentilskud = subsidies;
  results->public_atp = pensions;
  printf("%d\n", (int)fleks_compute(rates, 202403, months, options, results, error));
  print_bytes("subsidies", subsidies, rows_of_a_batch * sizeof(int64_t));
  print_bytes("public ATP", pensions, rows_of_a_batch * sizeof(int64_t));
  wages[2] = -1;
  printf("%d\n", (int)fleks_compute(rates, 202403, months, options, results, error));
  print_error(error);

  SIZED(fleks_citizen, citizen);
  SIZED(fleks_hours_asked, asked);
  citizen->year = 2025;
  citizen->hourly_wage = 20000;
  citizen->municipality = "København";
  citizen->rent_known = 1;
  citizen->rent = 500000;
  asked->to = 370000;
  asked->step = 50000;
  size_t n = 0;
  printf("%d", (int)fleks_hours(rates, citizen, NULL, asked, NULL, 0, 0, &n, error));
  printf(" %zu\n", n);
  fleks_hours_row* const rows = guarded(n * sizeof *rows);
  printf("%d\n", (int)fleks_hours(rates, citizen, NULL, asked, rows, sizeof *rows, n, &n, error));
  for (size_t i = 0; i < n; ++i) PRINT("row", rows + i, hours, extra);
  printf("%d %zu\n", (int)fleks_kinks(rates, citizen, NULL, asked, NULL, 0, 0, &n, error), n);
  fleks_kink* const kinks = guarded(n * sizeof *kinks);
  printf("%d\n", (int)fleks_kinks(rates, citizen, NULL, asked, kinks, sizeof *kinks, n, &n, error));
  for (size_t i = 0; i < n; ++i) {
    PRINT("kink", kinks + i, hours, in_hand);
    printf("%s %s\n", kinks[i].cause, kinks[i].rule);
  }
  printf("%d\n", (int)fleks_kinks(rates, citizen, NULL, asked, kinks, sizeof *kinks, n - 1, &n, error));
  print_error(error);
  print_text("hours", fleks_hours_in_words(rates, citizen, NULL, asked, FLEKS_CSV, FLEKS_DANISH, error));

  SIZED(fleks_case_asked, question);
  question->as_of = 20240331;
  question->steps = 1;
  print_text("case", fleks_case_statement(rates, json, size, question, FLEKS_TEXT, FLEKS_DANISH, error));
  print_text("correction", fleks_case_correction(rates, json, size, 202402, 0, FLEKS_JSON, FLEKS_DANISH, error));
  print_text("letter", fleks_case_letter(rates, json, size, 202404, 0, FLEKS_TEXT, FLEKS_DANISH, error));
  print_text("problems", fleks_case_problems("{}", 2, FLEKS_ENGLISH, error));
  printf("%d\n", fleks_case_statement(rates, "{", 1, NULL, FLEKS_JSON, FLEKS_DANISH, error) == NULL);
  print_error(error);
  printf("%d keys, schema of %d bytes\n", (int)fleks_rate_key_count() > 0, (int)strlen(fleks_case_schema()) > 0);
  fleks_rates_free(rates);
  return 0;
}
