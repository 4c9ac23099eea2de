/* The columns of doors.py through fleks_compute: nanoseconds a row, the least of some rounds.
   usage: doors FILE ROWS MONTHS ROUNDS; the file has a column after the other, then the answer's; MONTHS is YYYYMM:ROWS,... */
#include <fleks/fleks.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { facts = 7, amounts = 8 };

static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
  return (double)t.tv_sec * 1e9 + (double)t.tv_nsec;
}

int main(int count, char** given) {
  if (count != 5) return 2;
  const size_t rows = strtoul(given[2], NULL, 10);
  int64_t* columns = malloc(rows * facts * sizeof *columns);
  int64_t* answer = calloc(rows * amounts, sizeof *answer);
  FILE* file = fopen(given[1], "r+b");
  if (columns == NULL || answer == NULL || file == NULL || fread(columns, sizeof *columns, rows * facts, file) != rows * facts) return 2;
  fleks_rates* rates = fleks_rates_embedded();
  double best = 1e18;
  for (long round = strtol(given[4], NULL, 10); round > 0; --round) {
    const double start = now();
    size_t first = 0;
    for (const char* at = given[3]; at != NULL; at = strchr(at, ',') == NULL ? NULL : strchr(at, ',') + 1) {
      const size_t size = strtoul(strchr(at, ':') + 1, NULL, 10);
      const int64_t* in[facts];
      int64_t* out[amounts];
      for (int i = 0; i < facts; ++i) in[i] = columns + (size_t)i * rows + first;
      for (int i = 0; i < amounts; ++i) out[i] = answer + (size_t)i * rows + first;
      const fleks_months months = {.size = sizeof months,
                                   .rows = size,
                                   .am_income = in[0],
                                   .own_pension = in[1],
                                   .employer_pension = in[2],
                                   .other_wage = in[3],
                                   .daily_benefit = in[4],
                                   .ceiling = in[5],
                                   .ledighedsydelse_days = in[6]};
      const fleks_statements results = {.size = sizeof results,
                                        .taper = out[0],
                                        .before_ceiling = out[1],
                                        .ceiling_cut = out[2],
                                        .holiday_cut = out[3],
                                        .fleksloentilskud = out[4],
                                        .own_atp = out[5],
                                        .payout = out[6],
                                        .obligatory_pension = out[7]};
      if (fleks_compute(rates, (int32_t)strtol(at, NULL, 10), &months, NULL, &results, NULL) != FLEKS_OK) return 1;
      first += size;
    }
    const double took = (now() - start) / (double)rows;
    if (took < best) best = took;
  }
  fleks_rates_free(rates);
  if (fseek(file, 0, SEEK_END) != 0 || fwrite(answer, sizeof *answer, rows * amounts, file) != rows * amounts || fclose(file) != 0)
    return 2;
  printf("%f\n", best);
  free(columns);
  free(answer);
  return 0;
}
