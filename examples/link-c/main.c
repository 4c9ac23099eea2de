/* What a case system asks of fleks, in C: a month with its explanation, what more hours are worth, and a citizen's case. */
#include <fleks/fleks.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

/* Amounts are whole oere, and stay whole until they are printed; none of those here is below 0. */
#define KRONER "%" PRId64 ",%02" PRId64 " kr."
#define IN_KRONER(oere) (oere) / 100, (oere) % 100

/* Prints a text of the library and frees it; ends the program with the error when there is none. */
static void print_text(fleks_text* text, const fleks_error* error) {
  if (text == NULL) {
    fprintf(stderr, "%s\n", error->text);
    exit(1);
  }
  fwrite(fleks_text_data(text), 1, fleks_text_size(text), stdout);
  fleks_text_free(text);
}

static char* read_file(const char* path, size_t* size) {
  FILE* file = fopen(path, "rb");
  if (file == NULL) return NULL;
  size_t room = 1 << 16;
  char* bytes = malloc(room);
  *size = 0;
  for (size_t got; bytes != NULL && (got = fread(bytes + *size, 1, room - *size, file)) != 0;) {
    *size += got;
    if (*size == room) {
      char* more = realloc(bytes, room *= 2);
      if (more == NULL) free(bytes);
      bytes = more;
    }
  }
  fclose(file);
  return bytes;
}

int main(int count, char** arguments) {
  if (count != 2) {
    fprintf(stderr, "usage: %s CASE.json\n", arguments[0]);
    return 2;
  }
  fleks_rates* rates = fleks_rates_embedded();
  fleks_error error = {.size = sizeof error, .language = FLEKS_DANISH};

  /* A month: 15.600,00 kr. in field 13, and a ceiling of 32.067,00 kr. */
  fleks_month_facts facts = {.size = sizeof facts, .month = 202403, .pay_form = FLEKS_PAY_AM_INCOME, .pay = 1560000};
  facts.ceiling.form = FLEKS_CEILING_STATED;
  facts.ceiling.amount = 3206700;
  fleks_month_statement month = {.size = sizeof month};
  if (fleks_month(rates, &facts, NULL, &month, &error) != FLEKS_OK) {
    fprintf(stderr, "%s\n", error.text);
    return 1;
  }
  printf("Fleksløntilskud " KRONER ", til udbetaling " KRONER "\n\n", IN_KRONER(month.fleksloentilskud), IN_KRONER(month.payout));
  print_text(fleks_month_in_words(rates, &facts, NULL, FLEKS_TEXT, FLEKS_DANISH, &error), &error);

  /* A fact that cannot be: the error says which, what was given and what is allowed. */
  facts.pay = -1;
  if (fleks_month(rates, &facts, NULL, &month, &error) != FLEKS_OK) printf("\nAfvist: %s\n\n", error.text);

  /* What hours are worth to a citizen in Copenhagen with 200 kr. an hour in 2025. */
  const fleks_citizen citizen = {.size = sizeof citizen, .year = 2025, .hourly_wage = 20000, .municipality = "København"};
  const fleks_hours_asked asked = {.size = sizeof asked, .from = 40000, .to = 200000, .step = 40000};
  fleks_hours_row rows[5];
  size_t n = 0;
  if (fleks_hours(rates, &citizen, NULL, &asked, rows, sizeof rows[0], 5, &n, &error) != FLEKS_OK) {
    fprintf(stderr, "%s\n", error.text);
    return 1;
  }
  for (size_t i = 0; i < n; ++i)
    printf("%" PRId64 " timer om ugen: " KRONER " i hånden\n", rows[i].hours / 10000, IN_KRONER(rows[i].in_hand));
  printf("\n");

  /* A case: JSON in, a statement a month out. */
  size_t size = 0;
  char* json = read_file(arguments[1], &size);
  if (json == NULL) {
    perror(arguments[1]);
    return 1;
  }
  print_text(fleks_case_statement(rates, json, size, NULL, FLEKS_JSON, FLEKS_DANISH, &error), &error);
  free(json);
  fleks_rates_free(rates);
}
