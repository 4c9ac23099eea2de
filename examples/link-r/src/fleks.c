/* R and the C interface of fleks. Kroner are doubles in R and whole oere here: nearbyint, so that no oere is lost below 90 billion kroner.
 */
#include <R.h>
#include <R_ext/Rdynload.h>
#include <Rinternals.h>
#include <fleks/fleks.h>
#include <math.h>
#include <string.h>

static fleks_rates* rates;

static int64_t oere(double kroner) { return (int64_t)nearbyint(kroner * 100); }
static int64_t count(double number) { return (int64_t)nearbyint(number * 10000); }
static void stop(const fleks_error* wrong) { Rf_error("%s", wrong->text); }

/* The columns of fleks_months in order: am_income, own_pension, employer_pension, other_wage, daily_benefit, ceiling, ledighedsydelse_days,
 * paid_hours, ledighedsydelse; each a numeric vector or NULL. NA is none, and an error in am_income. */
static const int64_t* column(SEXP values, R_xlen_t rows, int64_t none, int64_t (*whole)(double)) {
  if (values == R_NilValue) return NULL;
  int64_t* to = (int64_t*)R_alloc((size_t)rows, sizeof *to);
  for (R_xlen_t i = 0; i < rows; ++i) to[i] = ISNAN(REAL(values)[i]) ? none : whole(REAL(values)[i]);
  return to;
}

static SEXP batch(SEXP month, SEXP columns) {
  const R_xlen_t rows = XLENGTH(VECTOR_ELT(columns, 0));
  fleks_months f = {.size = sizeof f, .rows = (size_t)rows};
  f.am_income = column(VECTOR_ELT(columns, 0), rows, FLEKS_NOT_KNOWN, oere);
  f.own_pension = column(VECTOR_ELT(columns, 1), rows, 0, oere);
  f.employer_pension = column(VECTOR_ELT(columns, 2), rows, 0, oere);
  f.other_wage = column(VECTOR_ELT(columns, 3), rows, 0, oere);
  f.daily_benefit = column(VECTOR_ELT(columns, 4), rows, 0, oere);
  f.ceiling = column(VECTOR_ELT(columns, 5), rows, FLEKS_NO_CEILING, oere);
  f.ledighedsydelse_days = column(VECTOR_ELT(columns, 6), rows, 0, count);
  f.paid_hours = column(VECTOR_ELT(columns, 7), rows, FLEKS_NOT_KNOWN, count);
  f.ledighedsydelse = column(VECTOR_ELT(columns, 8), rows, FLEKS_NOT_KNOWN, oere);
  enum { results = 9 };
  int64_t* out[results];
  for (int i = 0; i < results; ++i) out[i] = (int64_t*)R_alloc((size_t)rows, sizeof **out);
  int32_t* status = (int32_t*)R_alloc((size_t)rows, sizeof *status);
  const fleks_statements s = {sizeof s, out[0], out[1], out[2], out[3], out[4], out[5], out[6], out[7], out[8], status};
  fleks_error wrong = {.size = sizeof wrong, .language = FLEKS_ENGLISH};
  if (fleks_compute(rates, Rf_asInteger(month), &f, NULL, &s, &wrong) != FLEKS_OK) stop(&wrong);
  SEXP answer = PROTECT(Rf_allocVector(VECSXP, results + 1));
  for (int i = 0; i < results; ++i) {
    SEXP amounts = Rf_allocVector(REALSXP, rows);
    SET_VECTOR_ELT(answer, i, amounts);
    for (R_xlen_t row = 0; row < rows; ++row) REAL(amounts)[row] = out[i][row] == FLEKS_NOT_KNOWN ? NA_REAL : (double)out[i][row] / 100;
  }
  SEXP errors = Rf_allocVector(STRSXP, rows);
  SET_VECTOR_ELT(answer, results, errors);
  for (R_xlen_t row = 0; row < rows; ++row)
    SET_STRING_ELT(errors, row, status[row] == FLEKS_OK ? NA_STRING : Rf_mkChar(fleks_error_name(status[row])));
  UNPROTECT(1);
  return answer;
}

static SEXP explain(SEXP month, SEXP columns, SEXP language) {
  const double* f = REAL(columns);
  fleks_month_facts facts = {.size = sizeof facts, .month = Rf_asInteger(month), .pay_form = FLEKS_PAY_AM_INCOME, .pay = oere(f[0])};
  facts.own_pension = oere(f[1]);
  facts.employer_pension = oere(f[2]);
  facts.other_wage = oere(f[3]);
  facts.daily_benefit = oere(f[4]);
  if (!ISNAN(f[5])) {
    facts.ceiling.form = FLEKS_CEILING_STATED;
    facts.ceiling.amount = oere(f[5]);
  }
  facts.ledighedsydelse_days = count(f[6]);
  facts.paid_hours_known = !ISNAN(f[7]);
  if (facts.paid_hours_known) facts.paid_hours = count(f[7]);
  facts.ledighedsydelse_known = !ISNAN(f[8]);
  if (facts.ledighedsydelse_known) facts.ledighedsydelse = oere(f[8]);
  fleks_error wrong = {.size = sizeof wrong, .language = Rf_asInteger(language)};
  fleks_text* text = fleks_month_in_words(rates, &facts, NULL, FLEKS_TEXT, wrong.language, &wrong);
  if (text == NULL) stop(&wrong);
  SEXP answer = PROTECT(Rf_allocVector(STRSXP, 1));
  SET_STRING_ELT(answer, 0, Rf_mkCharLenCE(fleks_text_data(text), (int)fleks_text_size(text), CE_UTF8));
  fleks_text_free(text);
  UNPROTECT(1);
  return answer;
}

/* f: year, hourly_wage, own_pension, employer_pension, ceiling (NA: none), municipal_tax (NA: none), children, rent (NA: none). */
static fleks_citizen citizen_of(const double* f, SEXP municipality) {
  fleks_citizen citizen = {.size = sizeof citizen,
                           .year = (int32_t)f[0],
                           .hourly_wage = oere(f[1]),
                           .own_pension = count(f[2]),
                           .employer_pension = count(f[3]),
                           .children = (int32_t)f[6]};
  if (!ISNAN(f[4])) {
    citizen.ceiling.form = FLEKS_CEILING_STATED;
    citizen.ceiling.amount = oere(f[4]);
  }
  if (!ISNAN(f[5])) citizen.municipal_tax = count(f[5]);
  citizen.rent_known = !ISNAN(f[7]);
  if (citizen.rent_known) citizen.rent = oere(f[7]);
  if (municipality != R_NilValue) citizen.municipality = Rf_translateCharUTF8(STRING_ELT(municipality, 0));
  return citizen;
}

/* given: of a citizen, and from, to, step. A list of the rows' columns in the order of fleks_hours_row, and of the kinks: hours, before,
 * after, jump, and cause. */
static SEXP hours(SEXP given, SEXP municipality) {
  const double* f = REAL(given);
  const fleks_citizen citizen = citizen_of(f, municipality);
  const fleks_hours_asked asked = {.size = sizeof asked, .from = count(f[8]), .to = count(f[9]), .step = count(f[10])};
  fleks_error wrong = {.size = sizeof wrong, .language = FLEKS_ENGLISH};
  size_t n = 0, k = 0;
  if (fleks_hours(rates, &citizen, NULL, &asked, NULL, sizeof(fleks_hours_row), 0, &n, &wrong) != FLEKS_OK) stop(&wrong);
  fleks_hours_row* rows = (fleks_hours_row*)R_alloc(n, sizeof *rows);
  if (fleks_hours(rates, &citizen, NULL, &asked, rows, sizeof *rows, n, &n, &wrong) != FLEKS_OK) stop(&wrong);
  if (fleks_kinks(rates, &citizen, NULL, &asked, NULL, sizeof(fleks_kink), 0, &k, &wrong) != FLEKS_OK) stop(&wrong);
  fleks_kink* kinks = (fleks_kink*)R_alloc(k + 1, sizeof *kinks);
  if (fleks_kinks(rates, &citizen, NULL, &asked, kinks, sizeof *kinks, k, &k, &wrong) != FLEKS_OK) stop(&wrong);
  enum { members = 18 };
  SEXP answer = PROTECT(Rf_allocVector(VECSXP, members + 5));
  for (int i = 0; i < members; ++i) {
    SEXP to = Rf_allocVector(REALSXP, (R_xlen_t)n);
    SET_VECTOR_ELT(answer, i, to);
    for (size_t row = 0; row < n; ++row) REAL(to)[row] = (double)(&rows[row].hours)[i] / (i < 2 ? 10000 : 100);
  }
  for (int i = 0; i < 4; ++i) {
    SEXP to = Rf_allocVector(REALSXP, (R_xlen_t)k);
    SET_VECTOR_ELT(answer, members + i, to);
    for (size_t at = 0; at < k; ++at) {
      const fleks_fraction* x = i == 0 ? &kinks[at].hours : i == 1 ? &kinks[at].before : i == 2 ? &kinks[at].after : &kinks[at].jump;
      REAL(to)[at] = x->denominator == 0 ? NA_REAL : (double)x->numerator / (double)x->denominator / (i == 0 ? 1 : 100);
    }
  }
  SEXP causes = Rf_allocVector(STRSXP, (R_xlen_t)k);
  SET_VECTOR_ELT(answer, members + 4, causes);
  for (size_t at = 0; at < k; ++at) SET_STRING_ELT(causes, (R_xlen_t)at, Rf_mkChar(kinks[at].cause));
  UNPROTECT(1);
  return answer;
}

/* Of a citizen at so many hours a week: the measures in the order of fleks_pay_measures, in per cent; NA has no meaning. */
static SEXP measures(SEXP given, SEXP municipality, SEXP hours_a_week) {
  const fleks_citizen citizen = citizen_of(REAL(given), municipality);
  fleks_error wrong = {.size = sizeof wrong, .language = FLEKS_ENGLISH};
  fleks_pay_measures of = {.size = sizeof of};
  if (fleks_measures(rates, &citizen, NULL, count(Rf_asReal(hours_a_week)), &of, &wrong) != FLEKS_OK) stop(&wrong);
  enum { members = (sizeof of - sizeof of.size) / sizeof of.emtr_hour };
  SEXP answer = PROTECT(Rf_allocVector(REALSXP, members));
  for (int i = 0; i < members; ++i) {
    const int64_t measure = (&of.emtr_hour)[i];
    REAL(answer)[i] = measure == FLEKS_NO_MEASURE ? NA_REAL : (double)measure / 100;
  }
  UNPROTECT(1);
  return answer;
}

static SEXP version(void) { return Rf_mkString(fleks_version()); }

static const R_CallMethodDef calls[] = {{"fleks_r_batch", (DL_FUNC)&batch, 2},     {"fleks_r_explain", (DL_FUNC)&explain, 3},
                                        {"fleks_r_hours", (DL_FUNC)&hours, 2},     {"fleks_r_measures", (DL_FUNC)&measures, 3},
                                        {"fleks_r_version", (DL_FUNC)&version, 0}, {NULL, NULL, 0}};
void R_init_fleks(DllInfo* info) {
  rates = fleks_rates_embedded();
  if (rates == NULL) Rf_error("fleks: there is not enough memory for the rates");
  R_registerRoutines(info, NULL, calls, NULL, NULL);
  R_useDynamicSymbols(info, FALSE);
}
void R_unload_fleks(DllInfo* info) {
  (void)info;
  fleks_rates_free(rates);
}
