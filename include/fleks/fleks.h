#ifndef FLEKS_FLEKS_H
#define FLEKS_FLEKS_H

/* The C interface: the fleksloentilskud of many months as columns of whole oere. Plain structs; no exception
 * crosses it; nothing global; every function may be called from any number of threads. */

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/* The version of this interface. A program asks `fleks_interface_version()` for that of the library it runs with. */
#define FLEKS_INTERFACE_VERSION 1
int32_t fleks_interface_version(void);

/* No ceiling is known; paid hours, and with them the public ATP, are not known. */
#define FLEKS_NO_CEILING INT64_MAX
#define FLEKS_NOT_KNOWN INT64_C(-1)

/* What went wrong, in English, and in which row (from 0; -1 when no row is to blame). */
typedef struct fleks_error {
  int32_t code; /* 0: nothing */
  int64_t row;
  char text[240];
} fleks_error;

/* Dated rates. */
typedef struct fleks_rates fleks_rates;
/* The published rates built into the library; NULL only when there is no memory. */
fleks_rates* fleks_rates_embedded(void);
/* The same with the rows of a rates file added (columns of rates.csv); NULL with the error filled in. */
fleks_rates* fleks_rates_extended(const char* csv, size_t size, fleks_error* error);
void fleks_rates_free(fleks_rates* rates);

/* Facts of months under the same rates. Amounts in oere, days and hours in ten-thousandths; a NULL column: none
 * in any row. `size` is sizeof(fleks_months). */
typedef struct fleks_months {
  size_t size;
  size_t rows;
  const int64_t* am_income; /* never NULL */
  const int64_t* own_pension;
  const int64_t* employer_pension;
  const int64_t* other_wage;
  const int64_t* daily_benefit;
  const int64_t* ceiling; /* FLEKS_NO_CEILING where none is known */
  const int64_t* ledighedsydelse_days;
  const int64_t* paid_hours; /* a month; FLEKS_NOT_KNOWN where they are not */
} fleks_months;

/* Where the results go, oere; a NULL column is not wanted. No column overlaps another. `size` is
 * sizeof(fleks_statements). Amounts before the subsidy are rounded half up each, for display. */
typedef struct fleks_statements {
  size_t size;
  int64_t* taper;
  int64_t* before_ceiling;
  int64_t* ceiling_cut;
  int64_t* holiday_cut;
  int64_t* fleksloentilskud;
  int64_t* own_atp;
  int64_t* payout;
  int64_t* obligatory_pension;
  int64_t* public_atp;
} fleks_statements;

/* Computes every row for a subsidy month. Gives 0, or the code that is also in the error; then the results are
 * not to be used. Example: am_income 1560000 in March 2024 gives fleksloentilskud 1527200. */
int32_t fleks_compute(const fleks_rates* rates, int32_t year, int32_t month, const fleks_months* facts, const fleks_statements* results,
                      fleks_error* error);

#ifdef __cplusplus
}
#endif

#endif
