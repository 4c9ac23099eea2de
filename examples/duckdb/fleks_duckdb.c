/*
 * fleks in DuckDB: a loadable extension over the C interface.
 *
 *   fleks_subsidy(month, am_income, own_pension, employer_pension, other_wage, daily_benefit, ledighedsydelse_days, ceiling)
 *   fleks_payout(the same)
 *
 * Amounts are whole oere (BIGINT) in and out, a month is '2024-03' (VARCHAR), days are whole (BIGINT). NULL for the month or am_income
 * gives NULL; a ceiling that is NULL is unknown, and what else is NULL is not given.
 */
#define DUCKDB_EXTENSION_NAME fleks
#include <duckdb_extension.h>

#include <fleks/fleks.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

DUCKDB_EXTENSION_EXTERN

enum { MONTH, AM_INCOME, OWN_PENSION, EMPLOYER_PENSION, OTHER_WAGE, DAILY_BENEFIT, DAYS, CEILING, ARGUMENTS };

typedef struct {
  fleks_rates* rates;
  int payout;
} wanted;

/* The rows of one month of a chunk, gathered. A chunk has at most some thousands. */
typedef struct {
  idx_t rows;
  idx_t* row;                /* of the chunk */
  int64_t* facts[ARGUMENTS]; /* the month's place is not used */
  int64_t* amount;
  int32_t* status;
} gathered;

static int begin(gathered* all, idx_t size) {
  memset(all, 0, sizeof *all);
  all->row = malloc(size * sizeof *all->row);
  all->amount = malloc(size * sizeof *all->amount);
  all->status = malloc(size * sizeof *all->status);
  int good = all->row != NULL && all->amount != NULL && all->status != NULL;
  for (int i = AM_INCOME; i < ARGUMENTS; ++i) {
    all->facts[i] = malloc(size * sizeof *all->facts[i]);
    good = good && all->facts[i] != NULL;
  }
  return good;
}

static void end(gathered* all) {
  free(all->row);
  free(all->amount);
  free(all->status);
  for (int i = AM_INCOME; i < ARGUMENTS; ++i) free(all->facts[i]);
}

/* 202403 of '2024-03'; 0: it is no month. */
static int32_t month_of(duckdb_string_t* text) {
  const char* t = duckdb_string_t_data(text);
  if (duckdb_string_t_length(*text) != 7 || t[4] != '-') return 0;
  int32_t number = 0;
  for (int i = 0; i < 7; ++i) {
    if (i == 4) continue;
    if (t[i] < '0' || t[i] > '9') return 0;
    number = number * 10 + (t[i] - '0');
  }
  return number;
}

static int is_there(uint64_t* validity, idx_t row) { return validity == NULL || duckdb_validity_row_is_valid(validity, row); }

/* The month's rows; what is wrong with one of them stops the query. */
static int computed(duckdb_function_info info, const wanted* what, int32_t month, gathered* g, int64_t* out) {
  fleks_error error = {.size = sizeof error, .language = FLEKS_ENGLISH};
  fleks_months months = {.size = sizeof months,
                         .rows = (size_t)g->rows,
                         .am_income = g->facts[AM_INCOME],
                         .own_pension = g->facts[OWN_PENSION],
                         .employer_pension = g->facts[EMPLOYER_PENSION],
                         .other_wage = g->facts[OTHER_WAGE],
                         .daily_benefit = g->facts[DAILY_BENEFIT],
                         .ceiling = g->facts[CEILING],
                         .ledighedsydelse_days = g->facts[DAYS]};
  fleks_statements statements = {.size = sizeof statements};
  *(what->payout ? &statements.payout : &statements.fleksloentilskud) = g->amount;
  if (fleks_compute(what->rates, month, &months, NULL, &statements, &error) != FLEKS_OK) {
    duckdb_scalar_function_set_error(info, error.text);
    return 0;
  }
  for (idx_t i = 0; i < g->rows; ++i) out[g->row[i]] = g->amount[i];
  return 1;
}

static void compute(duckdb_function_info info, duckdb_data_chunk input, duckdb_vector output) {
  const wanted* what = duckdb_scalar_function_get_extra_info(info);
  const idx_t size = duckdb_data_chunk_get_size(input);
  void* data[ARGUMENTS];
  uint64_t* validity[ARGUMENTS];
  for (idx_t i = 0; i < ARGUMENTS; ++i) {
    const duckdb_vector column = duckdb_data_chunk_get_vector(input, i);
    data[i] = duckdb_vector_get_data(column);
    validity[i] = duckdb_vector_get_validity(column);
  }
  int64_t* out = duckdb_vector_get_data(output);
  /* A result is not NULL by itself where a fact is: each such row is said. */
  duckdb_vector_ensure_validity_writable(output);
  uint64_t* known = duckdb_vector_get_validity(output);
  int32_t* month = calloc(size, sizeof *month); /* 0: done, or NULL */
  gathered g;
  if (month == NULL || !begin(&g, size)) {
    duckdb_scalar_function_set_error(info, "fleks: out of memory");
    free(month);
    return;
  }
  int good = 1;
  for (idx_t row = 0; row < size && good; ++row) {
    if (!is_there(validity[MONTH], row) || !is_there(validity[AM_INCOME], row)) {
      duckdb_validity_set_row_invalid(known, row);
      continue;
    }
    month[row] = month_of((duckdb_string_t*)data[MONTH] + row);
    good = month[row] != 0;
    if (!good) duckdb_scalar_function_set_error(info, "month: is a month as VARCHAR, such as '2024-03'");
  }
  for (idx_t first = 0; first < size && good; ++first) {
    const int32_t this_month = month[first];
    if (this_month == 0) continue;
    g.rows = 0;
    for (idx_t row = first; row < size; ++row) {
      if (month[row] != this_month) continue;
      month[row] = 0;
      /* What is NULL has anything in its place. */
      for (int i = AM_INCOME; i < ARGUMENTS; ++i)
        g.facts[i][g.rows] = is_there(validity[i], row) ? ((const int64_t*)data[i])[row] : i == CEILING ? FLEKS_NO_CEILING : 0;
      int64_t* days = &g.facts[DAYS][g.rows];
      *days = *days < 0 || *days > 366 ? -1 : *days * 10000;
      g.row[g.rows++] = row;
    }
    good = computed(info, what, this_month, &g, out);
  }
  end(&g);
  free(month);
}

static void forget(void* extra) {
  wanted* what = extra;
  fleks_rates_free(what->rates);
  free(what);
}

static int add(duckdb_connection connection, const char* name, int payout) {
  wanted* what = malloc(sizeof *what);
  if (what == NULL) return 0;
  what->payout = payout;
  what->rates = fleks_rates_embedded();
  if (what->rates == NULL) {
    free(what);
    return 0;
  }
  duckdb_scalar_function function = duckdb_create_scalar_function();
  duckdb_logical_type text = duckdb_create_logical_type(DUCKDB_TYPE_VARCHAR), whole = duckdb_create_logical_type(DUCKDB_TYPE_BIGINT);
  duckdb_scalar_function_set_name(function, name);
  duckdb_scalar_function_add_parameter(function, text);
  for (int i = AM_INCOME; i < ARGUMENTS; ++i) duckdb_scalar_function_add_parameter(function, whole);
  duckdb_scalar_function_set_return_type(function, whole);
  duckdb_scalar_function_set_special_handling(function);
  duckdb_scalar_function_set_extra_info(function, what, forget);
  duckdb_scalar_function_set_function(function, compute);
  const int good = duckdb_register_scalar_function(connection, function) == DuckDBSuccess;
  duckdb_destroy_scalar_function(&function);
  duckdb_destroy_logical_type(&text);
  duckdb_destroy_logical_type(&whole);
  return good;
}

DUCKDB_EXTENSION_ENTRYPOINT(duckdb_connection connection, duckdb_extension_info info, struct duckdb_extension_access* access) {
  if (add(connection, "fleks_subsidy", 0) && add(connection, "fleks_payout", 1)) return true;
  access->set_error(info, "fleks: the functions cannot be added");
  return false;
}
