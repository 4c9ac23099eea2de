#ifndef FLEKS_FLEKS_H
#define FLEKS_FLEKS_H

/**
 * @file
 * The C interface of fleks (C11): the Danish fleksloentilskud (flex-wage subsidy) of a month with its explanation,
 * ledighedsydelse, the ceiling, holiday, the self-employed, a year's tax, whether what was paid is right, what an extra hour of
 * work is worth, a citizen's case month by month, batches, and the dated rates. Link with `fleks_c`.
 *
 * Units. Money is whole oere (int64_t): 15.600,00 kr. is 1560000. Hours, days and percentages are counted in
 * ten-thousandths: 18.5 hours is 185000, 12 pct. is 120000. A month is YYYYMM (202403), a date YYYYMMDD (20240301);
 * 0 is none given. Nothing passes through a binary fraction; where a result is rounded, that is said.
 *
 * Memory. What the caller passes is the caller's: it is only read or filled in during the call, and no pointer to it
 * is kept. What the library allocates is `fleks_rates`, `fleks_rates_place`, `fleks_case`, `fleks_case_result` and `fleks_text`, each with
 * its own free function; whatever a function needs on its way is freed before it returns. `fleks_month` and `fleks_compute` allocate
 * nothing unless they fail.
 *
 * Structs. A struct that begins with `size` gets sizeof of itself there. One that is all zeros but for `size` says that
 * nothing is given: no fact is then taken to be 0. Structs grow at their end, and a program need not be compiled again for it:
 * of a shorter struct, of an older header, only what it has is read or filled in, and what it lacks counts as not given. A longer
 * one, of a newer header, is taken as facts when the rest of it is 0, and refused when it is not, or when it is for results: what
 * this library does not know would stay unsaid. A struct that stands in another, without a size, never grows: what is to be added
 * to it is a member at the end of the one around it.
 *
 * Errors. A function that can fail returns 0 (FLEKS_OK), or the code that is also in the error; one that returns an
 * object returns NULL instead. Then the results are not to be used. `error` may always be NULL. No exception
 * crosses the interface, and no NULL, size or choice that is not allowed, and no memory that is refused, is more than an error.
 *
 * Threads. Nothing is global and nothing reads the clock or the locale: every function may be called from any number
 * of threads at once, also with the same `fleks_rates`, case, result and `fleks_text`, as long as none of them frees it.
 *
 * Example, complete: prints 1527200.
 * @code{.c}
 * #include <fleks/fleks.h>
 * #include <stdio.h>
 *
 * int main(void) {
 *   fleks_rates* rates = fleks_rates_embedded();
 *   fleks_error error = {.size = sizeof error, .language = FLEKS_ENGLISH};
 *   fleks_month_facts facts = {.size = sizeof facts, .month = 202403, .pay_form = FLEKS_PAY_AM_INCOME, .pay = 1560000};
 *   facts.ceiling.form = FLEKS_CEILING_STATED;
 *   facts.ceiling.amount = 3206700;
 *   fleks_month_statement month = {.size = sizeof month};
 *   if (fleks_month(rates, &facts, NULL, &month, &error) == FLEKS_OK)
 *     printf("%lld\n", (long long)month.fleksloentilskud);
 *   else
 *     fprintf(stderr, "%s\n", error.text);
 *   fleks_rates_free(rates);
 * }
 * @endcode
 */

#include <fleks/version_number.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif
#ifdef __GNUC__
#pragma GCC visibility push(default)
#endif

/** The version of this interface: also the number in the shared library's name and in its symbols' version. It rises
 * when a program has to be changed or compiled again; what is only added does not raise it. */
#define FLEKS_INTERFACE_VERSION 2
/** The version of the interface of the library that the program runs with. Example: 2. */
int32_t fleks_interface_version(void);
/** The version of the library's code, as static text. Example: "0.1.0". The rates have their own: `fleks_rates_version`. */
const char* fleks_version(void);

/** In a column of ceilings, and as the ceiling of a result: none is known. */
#define FLEKS_NO_CEILING INT64_MAX
/** In a column of paid hours, and as a result: not known. No amount, hour or day that is known is negative. */
#define FLEKS_NOT_KNOWN INT64_C(-1)
/** A measure without a meaning; unlike FLEKS_NOT_KNOWN, which would be a share of -0.01 per cent. */
#define FLEKS_NO_MEASURE INT64_MIN

/** The language of texts and of errors. */
enum { FLEKS_DANISH = 0, FLEKS_ENGLISH = 1 };
/** The form of a text. */
enum { FLEKS_TEXT = 0, FLEKS_JSON = 1, FLEKS_CSV = 2, FLEKS_HTML = 3 };

/** What went wrong. Below zero: the call itself; above: what was given. A later version may add codes, and none changes. */
enum {
  FLEKS_OK = 0,
  FLEKS_BAD_CALL = -1,  /**< a NULL that is not allowed, or a struct of a size that cannot be */
  FLEKS_NO_MEMORY = -2, /**< the memory is used up */
  FLEKS_NO_ROOM = -3,   /**< the caller's array is too short; its count says how long it must be */
  FLEKS_FAILED = -4,    /**< anything else; it is a bug of the library */
  FLEKS_ERROR_EMPTY = 1,
  FLEKS_ERROR_NOT_A_NUMBER,
  FLEKS_ERROR_CONTRADICTING_MARKS, /**< thousands and decimal marks */
  FLEKS_ERROR_TOO_MANY_DECIMALS,
  FLEKS_ERROR_NEGATIVE,
  FLEKS_ERROR_TOO_LARGE,
  FLEKS_ERROR_OUT_OF_RANGE,
  FLEKS_ERROR_NO_SUCH_DATE,
  FLEKS_ERROR_NO_SUCH_CHOICE, /**< none of the choices that there are */
  FLEKS_ERROR_MISSING_FACT,
  FLEKS_ERROR_EXCLUSIVE_FACTS, /**< two facts that cannot both be given, or one that needs another */
  FLEKS_ERROR_PENSION_ABOVE_WAGE,
  FLEKS_ERROR_NO_RATE,
  FLEKS_ERROR_RATE_IS_MISSING, /**< the rate exists and is not known here */
  FLEKS_ERROR_UNKNOWN_KEY,
  FLEKS_ERROR_UNKNOWN_OPTION,
  FLEKS_ERROR_UNKNOWN_MUNICIPALITY,
  FLEKS_ERROR_OVERLAP,  /**< periods of a rate */
  FLEKS_ERROR_HOLE,     /**< between periods of a rate */
  FLEKS_ERROR_DISORDER, /**< rows of a rate */
  FLEKS_ERROR_BAD_UNIT,
  FLEKS_ERROR_BAD_STATUS,
  FLEKS_ERROR_MISSING_SOURCE,
  FLEKS_ERROR_BAD_HEADER,
  FLEKS_ERROR_BAD_ROW,
  FLEKS_ERROR_CANNOT_READ,
  FLEKS_ERROR_CANNOT_WRITE,
  FLEKS_ERROR_TOO_PRECISE, /**< more digits than can be computed exactly */
  FLEKS_ERROR_NOT_EXACT,
  FLEKS_ERROR_BEGINS_BEFORE_2013, /**< a job of the old scheme, whose subsidy goes to the employer */
  FLEKS_ERROR_UNKNOWN_FIELD,      /**< of a case file */
  FLEKS_ERROR_DUPLICATE,
  FLEKS_ERROR_OVERLAPPING_PERIODS,
  FLEKS_ERROR_NOT_JSON,
  FLEKS_ERROR_WRONG_TYPE,
  FLEKS_ERROR_TOO_DEEP,
  FLEKS_ERROR_OUTSIDE_EMPLOYMENT,
  FLEKS_ERROR_TOO_MANY_DAYS,
  FLEKS_ERROR_UNKNOWN_FACT,
  FLEKS_ERROR_CORRECTED_BEFORE_KNOWN,
  FLEKS_ERROR_NOT_TEXT, /**< bytes that are no UTF-8, or NUL */
  FLEKS_ERROR_RECORD_TOO_LONG,
  FLEKS_ERROR_TOO_MANY /**< values or errors in a file */
};

/**
 * What went wrong, filled in by the function it is given to; after a success its code is 0 and its texts are empty.
 *
 * Texts are UTF-8 and always end with a zero byte; one that is too long is cut at a whole character. An error shorter than
 * that of the first header, or of an unknown `language`, makes the call fail with FLEKS_BAD_CALL and is not written to; a
 * shorter one of an older header gets what it has room for, and of a longer one the rest is left as it is.
 * Example: a pay of -1 gives FLEKS_ERROR_NEGATIVE, field "am_income", value "-0.01", and in English the text
 * `am_income: "-0.01" is negative. Allowed: 0 to 100,000,000 kroner.`
 */
typedef struct fleks_error {
  size_t size;      /**< in: sizeof(fleks_error) */
  int32_t language; /**< in: FLEKS_DANISH or FLEKS_ENGLISH */
  int32_t code;     /**< out */
  int64_t row;      /**< of a batch, from 0; -1 where there is none */
  int64_t line;     /**< of a file, from 1; 0 where there is none */
  char field[96];   /**< the fact by its name (a pay by its form: am_income, monthly_wage, hourly_wage), the path in a case
                         (`wages[3].to`), the column or key of a rate, or the argument of the function */
  char value[128];  /**< as it was given, money in kroner */
  char text[512];   /**< in words: what was given, and what is allowed */
  int64_t least;    /**< the least that is allowed, counted as the fact is; INT64_MIN where there is no such limit */
  int64_t most;     /**< the most; INT64_MAX where there is no such limit */
} fleks_error;
/**
 * The name of a code, the same in every language, as static text; "" for one that there is not.
 * Example: FLEKS_ERROR_NEGATIVE is "negative", FLEKS_OK is "ok", FLEKS_NO_ROOM is "no_room".
 */
const char* fleks_error_name(int32_t code);

/** A text that the library has made: UTF-8. */
typedef struct fleks_text fleks_text;
/** Its bytes, followed by a zero byte; they are there until the text is freed. "" for NULL. */
const char* fleks_text_data(const fleks_text* text);
/** Its length in bytes, without the zero byte. 0 for NULL. */
size_t fleks_text_size(const fleks_text* text);
/** Frees a text; NULL is allowed. */
void fleks_text_free(fleks_text* text);

/* ---------------------------------------------------------------------------------------------------- rates */

/** The dated rates of the law (satser). They never change: one object can serve a whole program and all its threads. */
typedef struct fleks_rates fleks_rates;
/** The published rates built into the library; NULL only when there is no memory. To be freed by the caller. */
fleks_rates* fleks_rates_embedded(void);
/**
 * The same with the rows of a rates file in memory added: for a key and period that both have, the file's row holds.
 *
 * `csv` is UTF-8 of `size` bytes, with the columns of rates.csv. To be freed by the caller. NULL with the error, which
 * names the first wrong line, when the file is wrong.
 * Example: the header and `fleksloentilskud_max_month,2027-01-01,2027-12-31,21500,kr/month,read,the agency,` let the
 * months of 2027 be computed from that amount.
 */
fleks_rates* fleks_rates_extended(const char* csv, size_t size, fleks_error* error);
/**
 * The same rates under a reform: its rates in place of the law's from its first month on, and its rules wherever these rates are given to
 * a function but those of a case, which refuse them (FLEKS_BAD_CALL). What is made of `rates` is not changed.
 *
 * `json` is the reform file (UTF-8, `size` bytes). `ceilings` is the text of the table that the reform's `ceilings` names, of
 * `ceilings_size` bytes; NULL when there is none. To be freed by the caller. NULL with the error, which names the member's path, when the
 * reform is wrong.
 * Example: `{"id": "floor", "title": "A lower share", "from": "2024-01", "rates": {"taper_low_pct": 25}}` makes the month of the example
 * above 1605200.
 */
fleks_rates* fleks_rates_reformed(const fleks_rates* rates, const char* json, size_t size, const char* ceilings, size_t ceilings_size,
                                  fleks_error* error);
/**
 * The ceiling a month of an agreement area (UTF-8) under the reform of the rates; FLEKS_NOT_KNOWN when there is none, or no reform.
 * Example: of a reform whose table has `detail,30500` it is 3050000 for "detail".
 */
int64_t fleks_rates_area_ceiling(const fleks_rates* rates, const char* area);
/** Frees rates; NULL is allowed. */
void fleks_rates_free(fleks_rates* rates);

/**
 * The rates that a running program computes by: in January others are put in while calls go on. Each call takes the rates of that
 * moment, and has them until it has freed them.
 *
 * Example: every thread begins its work with `fleks_rates* now = fleks_rates_in_use(place)` and ends it with `fleks_rates_free(now)`; the
 * one that has read the new year's file calls `fleks_rates_put_in_use(place, next, &error)` and frees `next`.
 */
typedef struct fleks_rates_place fleks_rates_place;
/** A place with rates in it. They may be freed afterwards. To be freed by the caller; NULL with the error. */
fleks_rates_place* fleks_rates_place_with(const fleks_rates* rates, fleks_error* error);
/** The rates that are in the place now; it costs no allocation. To be freed by the caller; NULL for NULL. */
fleks_rates* fleks_rates_in_use(const fleks_rates_place* place);
/** Puts other rates in the place; they may be freed afterwards. Who has the old ones keeps them. */
int32_t fleks_rates_put_in_use(fleks_rates_place* place, const fleks_rates* rates, fleks_error* error);
/** Frees a place, when no thread asks it any more; NULL is allowed. The rates that were had of it stay. */
void fleks_rates_place_free(fleks_rates_place* place);
/**
 * Which rates these are, apart from the version of the code: the last day of fleksloentilskud_max_month, and the first 12 hexadecimal
 * digits of the SHA-256 of all rows (of what `fleks rates --format csv` prints). The same rows have the same version in every version of
 * the library. There until the rates are freed; "" for NULL. Example: "2026-12-31.0123456789ab".
 */
const char* fleks_rates_version(const fleks_rates* rates);

/** What the rates are asked for. */
enum {
  FLEKS_TASK_MONTH = 0, /**< a month's fleksloentilskud, case and batch included */
  FLEKS_TASK_LEDIGHEDSYDELSE = 1,
  FLEKS_TASK_SELF_EMPLOYED = 2, /**< the last month of the last year */
  FLEKS_TASK_TAX = 3,           /**< the last month of the last year, at an average municipal tax */
  FLEKS_TASK_HOURS = 4          /**< the same, without housing benefit */
};
/**
 * The last month (YYYYMM) for which every rate of a task is known; 0 when there is none, or no such task, or for NULL. A month
 * beyond it is FLEKS_ERROR_NO_RATE. 999912 when no rate of it has an end.
 *
 * Example: of the embedded rates 202612; one row for 2027 alone changes nothing.
 */
int32_t fleks_rates_last_month(const fleks_rates* rates, int32_t task);

/** What a rate is counted in: oere for kroner, ten-thousandths of a percentage point or of an hour for the others. */
enum {
  FLEKS_KRONER_A_MONTH = 0,
  FLEKS_KRONER_A_YEAR = 1,
  FLEKS_KRONER_A_WEEK = 2,
  FLEKS_KRONER_AN_HOUR = 3,
  FLEKS_PERCENT = 4,
  FLEKS_HOURS_A_WEEK = 5
};
/** How sure a rate is: read in its source, derived by a stated rule, or stated as existing and not known. */
enum { FLEKS_RATE_READ = 0, FLEKS_RATE_DERIVED = 1, FLEKS_RATE_MISSING = 2 };

/** A rate in force on a day, with its period and where it stands. The texts are there until the rates are freed. */
typedef struct fleks_rate {
  size_t size;        /**< in: sizeof(fleks_rate) */
  int64_t value;      /**< FLEKS_NOT_KNOWN where the status is missing */
  int32_t unit;       /**< FLEKS_KRONER_A_MONTH ... */
  int32_t status;     /**< FLEKS_RATE_READ ... */
  int32_t first;      /**< YYYYMMDD */
  int32_t last;       /**< YYYYMMDD; 0 when it has no end yet */
  const char* key;    /**< as in rates.csv */
  const char* source; /**< where it was read */
  const char* note;   /**< "" when there is none */
} fleks_rate;
/**
 * The rate of a key (as in rates.csv) in force on a date (YYYYMMDD). A missing one is a result, not an error.
 *
 * Errors: FLEKS_ERROR_UNKNOWN_KEY, FLEKS_ERROR_NO_SUCH_DATE, and FLEKS_ERROR_NO_RATE when the key has none that day.
 * Example: "fleksloentilskud_max_month" on 20240301 is 1995200, FLEKS_KRONER_A_MONTH, FLEKS_RATE_READ, 20240101-20241231.
 */
int32_t fleks_rate_on(const fleks_rates* rates, const char* key, int32_t date, fleks_rate* rate, fleks_error* error);
/** How many keys there are. */
size_t fleks_rate_key_count(void);
/** The key at a place from 0, as static text; NULL beyond the last. Example: 0 is "atp_ledighedsydelse_own_month". */
const char* fleks_rate_key(size_t place);

/* ------------------------------------------------------------------------------------------------- one month */

/** The choices that the law leaves; all 0 are the defaults, and NULL in place of the struct means the same. */
typedef struct fleks_options {
  size_t size;                       /**< sizeof(fleks_options) */
  int32_t own_atp;                   /**< FLT-5: 0 own ATP is not in the wage; 1 it is, as in STAR's calculator */
  int32_t rates_of;                  /**< FLT-2: rates of 0 the subsidy month, 1 the wage month */
  int32_t other_wage_under_ceiling;  /**< FLT-11: wage of other jobs 0 as the law of the month, 1 fills the ceiling, 2 does not */
  int32_t round_to;                  /**< FLT-14: 0 as the law of the month, 1 krone, 2 oere; half up */
  int32_t benefits_under_ceiling;    /**< FLT-11: daily benefits, as other_wage_under_ceiling */
  int32_t care_income_under_ceiling; /**< FLT-11: care income, likewise */
  int32_t holiday_days_of; /**< FLT-12: 0 as the law of the month, 1 the benefit deducted, 2 of the holiday's month, 3 of the month after */
  int32_t own_atp_of;      /**< FLT-17: 0 of the paid subsidy, 1 before the ceiling */
  int32_t atp_contribution; /**< ATP of the wage: 0 A, 1 C, 2 D, 3 E, 4 F */
  int32_t first_month;      /**< FLT-20: 0 the month's own wage, 1 no deduction, 2 no subsidy; only with a job_from in the subsidy month */
} fleks_options;

/** How a ceiling is given. */
enum {
  FLEKS_CEILING_NONE = 0,        /**< none is known: the results are then before the ceiling */
  FLEKS_CEILING_STATED = 1,      /**< full-time pay a month on ordinary terms */
  FLEKS_CEILING_FROM_HOURLY = 2, /**< from the hourly pay of full time and its parts */
  FLEKS_CEILING_FROM_MONTHLY = 3 /**< from the monthly base pay of full time and its parts */
};
/** Who has stated a ceiling. */
enum { FLEKS_BY_EMPLOYER = 0, FLEKS_COMPUTED = 1, FLEKS_BY_AGREEMENT_TABLE = 2 };
/** The normal-wage ceiling of the position (loenloft, LOFT-1 to LOFT-4). It is never inferred from the part-time wage. In
 * errors its members are called ceiling or ceiling_hourly, ceiling_form, ceiling_stated_by, ceiling_supplements, ceiling_bonus,
 * ceiling_pension and ceiling_holiday_supplement. */
typedef struct fleks_ceiling {
  int32_t form;               /**< FLEKS_CEILING_NONE ... */
  int32_t stated_by;          /**< FLEKS_BY_EMPLOYER ... */
  int64_t amount;             /**< oere: the ceiling, the hourly pay or the monthly base, as the form says */
  int64_t supplements;        /**< the parts, of the last two forms: monthly average of all supplements */
  int64_t fixed_bonus;        /**< a month */
  int64_t employer_pension;   /**< percentage of base, supplements and bonus */
  int64_t holiday_supplement; /**< ferietillaeg of a full-time employee in the month */
} fleks_ceiling;

/** In which form the pay is known. */
enum {
  FLEKS_PAY_NOT_GIVEN = 0, /**< an error: a pay that is not known is not a pay of 0 */
  FLEKS_PAY_AM_INCOME = 1, /**< a month, field 13 of eIndkomst: after own pension and own ATP */
  FLEKS_PAY_MONTHLY = 2,   /**< a month, before own pension and own ATP */
  FLEKS_PAY_HOURLY = 3     /**< an hour, before own pension and own ATP; with weekly_hours */
};
/** What is known of one month of one fleksjob. All amounts 0 to 100 million kroner. */
typedef struct fleks_month_facts {
  size_t size;                    /**< sizeof(fleks_month_facts) */
  int32_t month;                  /**< the subsidy month */
  int32_t wage_month;             /**< 0: the month before */
  int32_t pay_form;               /**< FLEKS_PAY_AM_INCOME ... */
  int32_t paid_hours_known;       /**< 1 when paid_hours is given */
  int64_t pay;                    /**< as the form says */
  int64_t weekly_hours;           /**< only with FLEKS_PAY_HOURLY: hours present a week */
  int64_t intensity;              /**< arbejdsintensitet, a percentage: paid hours = hours x intensity; 0: 100 pct. */
  int64_t paid_hours;             /**< a month; needed for ATP where the pay is not by the hour */
  int64_t benefits_in_kind;       /**< personalegoder inside field 13 */
  int64_t own_pension;            /**< a month, or: */
  int64_t own_pension_share;      /**< a percentage of the pay, not with FLEKS_PAY_AM_INCOME */
  int64_t employer_pension;       /**< a month, or: */
  int64_t employer_pension_share; /**< a percentage of the pay, not with FLEKS_PAY_AM_INCOME */
  int64_t holiday_supplement;     /**< ferietillaeg etc. paid with the month on top of the pay */
  int64_t other_wage;             /**< of other jobs, pension included */
  int64_t care_income;            /**< tabt arbejdsfortjeneste, plejevederlag (from 2024) */
  int64_t daily_benefit;          /**< syge-, barsels- or sorgorlovsdagpenge, ressourceforloebsydelse */
  int64_t ledighedsydelse_days;   /**< holiday days on ledighedsydelse */
  int32_t employed_from;          /**< first day, when the job covers only part of the wage month; 0: all of it */
  int32_t employed_to;            /**< last day, likewise */
  fleks_ceiling ceiling;          /**< loenloft of the position */
  int32_t job_from;               /**< the job's first day, when it covers only part of the subsidy month (FLT-13); 0: all of it */
  int32_t job_to;                 /**< its last day, likewise */
  int32_t wage_expected;          /**< 1: the pay is the expected one and is regulated later (FLT-20) */
  int32_t ledighedsydelse_known;  /**< 1 when ledighedsydelse is given */
  int64_t ledighedsydelse;        /**< what was paid for ledighedsydelse_days; needed to March 2022 (FLT-12) */
  int64_t unclaimed_benefit;      /**< deducted as if it had been paid (FLT-9) */
} fleks_month_facts;

/** A month's fleksloentilskud with the amounts on the way. What the law does not round is rounded half up to oere here,
 * each by itself, for display; before_ceiling - ceiling_cut - holiday_cut rounded once is the subsidy (FLT-14). */
typedef struct fleks_month_statement {
  size_t size;                 /**< in: sizeof(fleks_month_statement) */
  int32_t month;               /**< YYYYMM */
  int32_t wage_month;          /**< YYYYMM (FLT-1) */
  int32_t rates_month;         /**< whose rates were used (FLT-2) */
  int32_t has_right;           /**< 0: no wage, and so no subsidy (FLT-3) */
  int64_t pay;                 /**< a month, as given or worked out */
  int64_t own_pension;         /**< a month */
  int64_t employer_pension;    /**< a month */
  int64_t paid_hours;          /**< a month, rounded half up; or FLEKS_NOT_KNOWN */
  int64_t wage;                /**< that counts (FLT-5) */
  int64_t other_wage;          /**< with care income (FLT-7) */
  int64_t daily_benefit;       /**< FLT-9 */
  int64_t base;                /**< the highest subsidy (FLT-4), after FLT-13 */
  int64_t threshold;           /**< T of the taper (FLT-8) */
  int64_t taper;               /**< FLT-8 */
  int64_t before_ceiling;      /**< FLT-10 */
  int64_t normal_wage_ceiling; /**< or FLEKS_NO_CEILING */
  int64_t ceiling_cut;         /**< FLT-11 */
  int64_t holiday_cut;         /**< FLT-12 */
  int64_t fleksloentilskud;    /**< FLT-14, exact */
  int64_t own_atp;             /**< FLT-17, exact */
  int64_t payout;              /**< before tax, exact */
  int64_t public_atp;          /**< FLT-18, exact; or FLEKS_NOT_KNOWN when the paid hours are not known */
  int64_t obligatory_pension;  /**< FLT-19, exact */
  int64_t total;               /**< wage and subsidy */
} fleks_month_statement;

/**
 * The fleksloentilskud of one month (FLT-1 to FLT-19; LAB §§ 123-124, 137-138 a). Allocates nothing unless it fails.
 *
 * `options` may be NULL. Errors name the fact: negative, too large or contradicting facts, one that is missing, a
 * month without rates.
 * Example: 202403, FLEKS_PAY_AM_INCOME 1560000 and a stated ceiling of 3206700 give fleksloentilskud 1527200, own_atp
 * 50000, payout 1477200, and public_atp FLEKS_NOT_KNOWN.
 */
int32_t fleks_month(const fleks_rates* rates, const fleks_month_facts* facts, const fleks_options* options,
                    fleks_month_statement* statement, fleks_error* error);
/**
 * The same month explained: FLEKS_TEXT is the worked calculation with rules, paragraphs, rates and choices, FLEKS_JSON
 * what `fleks month --format json` prints, with every step. To be freed by the caller.
 *
 * Errors as `fleks_month`; NULL then.
 * Example: the month above in FLEKS_JSON has "fleksloentilskud": "15272.00" and the step of rule "FLT-8".
 */
fleks_text* fleks_month_in_words(const fleks_rates* rates, const fleks_month_facts* facts, const fleks_options* options, int32_t form,
                                 int32_t language, fleks_error* error);

/* -------------------------------------------------------------------------------------------- other benefits */

/* One shape for each: facts in, and the amounts out; and the same facts explained, as FLEKS_TEXT or FLEKS_JSON, what the program's
 * task prints. `options` may be NULL, which is the law; what a benefit has no use for is not read. Errors name the fact, a member
 * that cannot be, or the rate that is not there; NULL then in place of a text. Amounts that the law does not round are rounded half
 * up to oere, each by itself, for display. */

/** The rate of ledighedsydelse (LY-1). */
enum { FLEKS_CLASS_FULL = 0, FLEKS_CLASS_LOW_PROVIDER = 1, FLEKS_CLASS_LOW_NONPROVIDER = 2 };
/** What is known of one month on ledighedsydelse. Income is that of the month before (LY-5). */
typedef struct fleks_ledighedsydelse_facts {
  size_t size;                        /**< sizeof(fleks_ledighedsydelse_facts) */
  int32_t month;                      /**< the month the benefit is for */
  int32_t benefit_class;              /**< FLEKS_CLASS_FULL ... */
  int32_t provider;                   /**< 1: has dependent children; decides the limit of ATP with FLEKS_CLASS_FULL */
  int32_t entitled_weekdays_known;    /**< 1 when entitled_weekdays is given; else all weekdays of the month */
  int64_t am_income;                  /**< field 13 */
  int64_t own_pension;                /**< of the month before */
  int64_t employer_pension;           /**< of the month before */
  int64_t replacing_income;           /**< income in place of wage */
  int64_t paid_out_holiday_allowance; /**< feriegodtgoerelse paid out without holiday (LY-10) */
  int64_t self_employed_hours;        /**< of self-employment or unpaid work (LY-6) */
  int64_t entitled_weekdays;          /**< days with a right */
  int64_t sanction_days;              /**< LY-12 */
  int64_t untaken_holiday_days;       /**< earned holiday days that were not taken (LY-9) */
  int64_t holiday_days;               /**< paid holiday days taken (LY-9) */
  int64_t holiday_pay_per_day;        /**< the holiday pay of each of them */
} fleks_ledighedsydelse_facts;
/** A month's ledighedsydelse with the amounts on the way. */
typedef struct fleks_ledighedsydelse_statement {
  size_t size;                /**< in: sizeof(fleks_ledighedsydelse_statement) */
  int32_t month;              /**< YYYYMM */
  int32_t benefit_class;      /**< FLEKS_CLASS_FULL ... */
  int64_t base;               /**< the month's amount of the class (LY-3) */
  int64_t daily_amount;       /**< LY-4 */
  int64_t payable_weekdays;   /**< LY-4 */
  int64_t part_base;          /**< the amount of the payable weekdays (LY-4) */
  int64_t income;             /**< what is offset (LY-5, LY-6, LY-10) */
  int64_t offset;             /**< LY-5 */
  int64_t holiday_reduction;  /**< taken out for paid holiday days (LY-9) */
  int64_t holiday_top_up;     /**< what the holiday pay lacks in the daily amount (LY-9) */
  int64_t ledighedsydelse;    /**< exact */
  int64_t own_atp;            /**< LY-13, exact */
  int64_t payout;             /**< before tax, exact */
  int64_t public_atp;         /**< paid by the state, exact */
  int64_t obligatory_pension; /**< paid by the state, exact */
} fleks_ledighedsydelse_statement;
/**
 * The ledighedsydelse of one month (LY-1 to LY-13; LAS §§ 74 a-80 c).
 *
 * Example: 202205, FLEKS_CLASS_FULL and am_income 300000 give ledighedsydelse 1632200 and own_atp 9500.
 */
int32_t fleks_ledighedsydelse(const fleks_rates* rates, const fleks_ledighedsydelse_facts* facts, const fleks_options* options,
                              fleks_ledighedsydelse_statement* statement, fleks_error* error);
/** The same explained. To be freed by the caller. Example: in FLEKS_JSON "ledighedsydelse": "16322.00". */
fleks_text* fleks_ledighedsydelse_in_words(const fleks_rates* rates, const fleks_ledighedsydelse_facts* facts, const fleks_options* options,
                                           int32_t form, int32_t language, fleks_error* error);

/** A ceiling to be worked out from its parts. */
typedef struct fleks_ceiling_facts {
  size_t size;           /**< sizeof(fleks_ceiling_facts) */
  int32_t date;          /**< the day whose hours of full time hold */
  fleks_ceiling ceiling; /**< FLEKS_CEILING_FROM_HOURLY or FLEKS_CEILING_FROM_MONTHLY, or a stated one as it is */
} fleks_ceiling_facts;
/** A ceiling. */
typedef struct fleks_ceiling_statement {
  size_t size;                 /**< in: sizeof(fleks_ceiling_statement) */
  int64_t normal_wage_ceiling; /**< a month */
} fleks_ceiling_statement;
/**
 * The normal-wage ceiling from its parts (LOFT-2, LOFT-3).
 *
 * Example: 20240101, FLEKS_CEILING_FROM_HOURLY of 20000 with employer_pension 80000 is 3463200.
 */
int32_t fleks_ceiling_from_parts(const fleks_rates* rates, const fleks_ceiling_facts* facts, const fleks_options* options,
                                 fleks_ceiling_statement* statement, fleks_error* error);
/** The same explained. To be freed by the caller. Example: in FLEKS_JSON "normal_wage_ceiling": "34632.00". */
fleks_text* fleks_ceiling_from_parts_in_words(const fleks_rates* rates, const fleks_ceiling_facts* facts, const fleks_options* options,
                                              int32_t form, int32_t language, fleks_error* error);

/** How holiday is paid (FERIE-2). */
enum {
  FLEKS_HOLIDAY_NOT_GIVEN = 0, /**< an error */
  FLEKS_HOLIDAY_PAY = 1,       /**< pay during holiday and ferietillaeg */
  FLEKS_HOLIDAY_ALLOWANCE = 2  /**< feriegodtgoerelse */
};
/** A period of employment in which holiday is earned. */
typedef struct fleks_holiday_facts {
  size_t size;              /**< sizeof(fleks_holiday_facts) */
  int32_t from;             /**< its first day */
  int32_t to;               /**< its last day, counted */
  int32_t kind;             /**< FLEKS_HOLIDAY_PAY or FLEKS_HOLIDAY_ALLOWANCE */
  int64_t monthly_pay;      /**< that counts for holiday (FERIE-3) */
  int64_t employer_pension; /**< a month; counts for store bededagstillaeg only (FERIE-7) */
} fleks_holiday_facts;
/** Holiday earned in a period. */
typedef struct fleks_holiday_statement {
  size_t size;                         /**< in: sizeof(fleks_holiday_statement) */
  int64_t days_earned;                 /**< FERIE-1, rounded half up */
  int64_t qualifying_pay;              /**< FERIE-3 */
  int64_t holiday_allowance;           /**< FERIE-2; or FLEKS_NOT_KNOWN with FLEKS_HOLIDAY_PAY */
  int64_t holiday_supplement;          /**< FERIE-2; or FLEKS_NOT_KNOWN with FLEKS_HOLIDAY_ALLOWANCE */
  int64_t per_day;                     /**< the one that applies, a day earned; FLEKS_NOT_KNOWN when no day is */
  int64_t great_prayer_day_supplement; /**< FERIE-7 */
} fleks_holiday_statement;
/**
 * Holiday earned in a period of employment (FERIE-1, 2, 3 and 7; ferieloven §§ 5-6, 16-19).
 *
 * Example: 20240901 to 20250831 at 1200000 a month, FLEKS_HOLIDAY_ALLOWANCE: days_earned 250000, holiday_allowance 1800000.
 */
int32_t fleks_holiday(const fleks_rates* rates, const fleks_holiday_facts* facts, const fleks_options* options,
                      fleks_holiday_statement* statement, fleks_error* error);
/** The same explained. To be freed by the caller. Example: in FLEKS_JSON "holiday_allowance": "18000.00". */
fleks_text* fleks_holiday_in_words(const fleks_rates* rates, const fleks_holiday_facts* facts, const fleks_options* options, int32_t form,
                                   int32_t language, fleks_error* error);

/** A year of a self-employed person with a grant. */
typedef struct fleks_self_employed_facts {
  size_t size;    /**< sizeof(fleks_self_employed_facts) */
  int32_t year;   /**< whose rates hold */
  int64_t income; /**< the year's */
} fleks_self_employed_facts;
/** The year's grant (tilskud til selvstaendigt erhvervsdrivende). */
typedef struct fleks_self_employed_statement {
  size_t size;       /**< in: sizeof(fleks_self_employed_statement) */
  int64_t maximum;   /**< the most a year */
  int64_t reduction; /**< for the year's income */
  int64_t grant;     /**< exact */
} fleks_self_employed_statement;
/**
 * The yearly grant to an approved self-employed person (LAB § 126 ff.).
 *
 * Example: 2019 and income 4800000 give grant 12680600.
 */
int32_t fleks_self_employed(const fleks_rates* rates, const fleks_self_employed_facts* facts, const fleks_options* options,
                            fleks_self_employed_statement* statement, fleks_error* error);
/** The same explained. To be freed by the caller. Example: in FLEKS_JSON "grant": "126806.00". */
fleks_text* fleks_self_employed_in_words(const fleks_rates* rates, const fleks_self_employed_facts* facts, const fleks_options* options,
                                         int32_t form, int32_t language, fleks_error* error);

/** A year's income of a single person without capital income. */
typedef struct fleks_tax_facts {
  size_t size;              /**< sizeof(fleks_tax_facts) */
  int32_t year;             /**< whose rates hold */
  int32_t church;           /**< 1: with the municipality's church tax, or the year's average; not with municipal_tax */
  int32_t single_parent;    /**< 1: enlig forsoerger */
  const char* municipality; /**< as in fleks_citizen; NULL: none named */
  int64_t municipal_tax;    /**< percentage, not with municipality; 0: the municipality's, else the year's average */
  int64_t church_tax;       /**< percentage, not with church */
  int64_t pay;              /**< a year, before own pension and own ATP */
  int64_t own_pension;      /**< a year */
  int64_t own_atp;          /**< of the wage, a year */
  int64_t employer_pension; /**< a year */
  int64_t employer_atp;     /**< a year */
  int64_t without_am;       /**< fleksloentilskud and ledighedsydelse after own ATP, daily benefits, pensions */
} fleks_tax_facts;
/** AM-bidrag and income tax of a year. */
typedef struct fleks_tax_statement {
  size_t size;                     /**< in: sizeof(fleks_tax_statement) */
  int64_t am_contribution;         /**< SKAT-1 */
  int64_t personal_income;         /**< SKAT-2 */
  int64_t employment_deduction;    /**< beskaeftigelsesfradrag (SKAT-3) */
  int64_t single_parent_deduction; /**< SKAT-3 */
  int64_t job_deduction;           /**< jobfradrag (SKAT-3) */
  int64_t bottom;                  /**< bundskat (SKAT-4) */
  int64_t municipal;               /**< SKAT-4 */
  int64_t church;                  /**< SKAT-4 */
  int64_t middle;                  /**< mellemskat (SKAT-4) */
  int64_t top;                     /**< topskat (SKAT-4) */
  int64_t toptop;                  /**< toptopskat (SKAT-4) */
  int64_t allowance_value;         /**< what the personal allowance takes off */
  int64_t am_and_tax;              /**< both in whole kroner (SKAT-5); AM-bidrag alone, to the øre, where there is no krone of tax */
  int64_t tax;                     /**< am_and_tax less am_contribution, at least 0 */
} fleks_tax_statement;
/**
 * AM-bidrag and income tax of a year (SKAT-1 to SKAT-5).
 *
 * Example: 2021, municipal_tax 238000 and pay 12000000 give am_and_tax 2943400.
 */
int32_t fleks_tax(const fleks_rates* rates, const fleks_tax_facts* facts, const fleks_options* options, fleks_tax_statement* statement,
                  fleks_error* error);
/** The same explained. To be freed by the caller. Example: in FLEKS_JSON "total": "29434.00". */
fleks_text* fleks_tax_in_words(const fleks_rates* rates, const fleks_tax_facts* facts, const fleks_options* options, int32_t form,
                               int32_t language, fleks_error* error);

/** What was paid for a month, and what is known of it. */
typedef struct fleks_audit_facts {
  size_t size;                            /**< sizeof(fleks_audit_facts) */
  const fleks_month_facts* month;         /**< never NULL */
  int64_t paid;                           /**< the fleksloentilskud that was paid */
  int32_t pay_of_same_month_known;        /**< 1 when pay_of_same_month is given */
  int32_t pay_of_two_months_before_known; /**< 1 when pay_of_two_months_before is given */
  int64_t pay_of_same_month;              /**< pay of the subsidy month itself, in the form of the month's pay */
  int64_t pay_of_two_months_before;       /**< pay of the month before the wage month, likewise */
  int64_t holiday_allowance;              /**< feriegodtgoerelse that came with the wage and is not in it */
  int64_t ceiling_supplements;            /**< parts of a stated ceiling: what is inside it of supplements, */
  int64_t ceiling_bonus;                  /**< of fixed bonus, */
  int64_t ceiling_pension;                /**< of employer's pension, as a percentage, */
  int64_t ceiling_holiday_supplement;     /**< and of ferietillaeg in the month */
} fleks_audit_facts;
/** What was found of a payment. */
typedef struct fleks_audit_statement {
  size_t size;               /**< in: sizeof(fleks_audit_statement) */
  int32_t month;             /**< the subsidy month */
  int32_t right;             /**< 1: paid is due, to the oere */
  int64_t due;               /**< FLT-14 */
  int64_t paid;              /**< as given */
  int64_t difference;        /**< due less paid: above 0 to be paid out, below 0 paid too much */
  int32_t explanations;      /**< how many there are; all of them are in FLEKS_JSON */
  int32_t exact;             /**< 1: the best gives what was paid, to the oere */
  int64_t wage_that_fits;    /**< the wage that would have given what was paid; FLEKS_NOT_KNOWN where none is looked for */
  int64_t ceiling_that_fits; /**< likewise the ceiling */
  char best[64];             /**< the mistake of the best explanation, as FLEKS_JSON names it; "" where there is none */
  char best_with[64];        /**< the other mistake when it takes two */
} fleks_audit_statement;
/**
 * Whether the amount paid for a month is right, and if not, which known mistake gives it. That it is wrong is a result.
 *
 * Example: the month of `fleks_month` with paid 1548450 is not right, difference -21250.
 */
int32_t fleks_audit(const fleks_rates* rates, const fleks_audit_facts* facts, const fleks_options* options,
                    fleks_audit_statement* statement, fleks_error* error);
/** The same explained, as a note to a colleague. To be freed by the caller. Example: in FLEKS_JSON "verdict": "wrong". */
fleks_text* fleks_audit_in_words(const fleks_rates* rates, const fleks_audit_facts* facts, const fleks_options* options, int32_t form,
                                 int32_t language, fleks_error* error);

/* ---------------------------------------------------------------------------------------------- many months */

/** Facts of many months under the same rates, as columns of `rows` values each: the facts of `fleks_month_facts` with
 * FLEKS_PAY_AM_INCOME. A NULL column: none in any row. */
typedef struct fleks_months {
  size_t size;                         /**< sizeof(fleks_months) */
  size_t rows;                         /**< how many values each column has */
  const int64_t* am_income;            /**< never NULL */
  const int64_t* own_pension;          /**< own contribution */
  const int64_t* employer_pension;     /**< the employer's contribution */
  const int64_t* other_wage;           /**< of other jobs (FLT-7) */
  const int64_t* daily_benefit;        /**< FLT-9 */
  const int64_t* ceiling;              /**< FLEKS_NO_CEILING where none is known */
  const int64_t* ledighedsydelse_days; /**< FLT-12 */
  const int64_t* paid_hours;           /**< a month; FLEKS_NOT_KNOWN where they are not */
  const int64_t* ledighedsydelse;      /**< what was paid for ledighedsydelse_days, needed to March 2022 (FLT-12); FLEKS_NOT_KNOWN */
} fleks_months;

/** Where the results go; a NULL column is not wanted. Each other has room for every row, and none overlaps another
 * column. The first four are rounded half up each, for display; FLEKS_NOT_KNOWN in public_atp. */
typedef struct fleks_statements {
  size_t size;                 /**< sizeof(fleks_statements) */
  int64_t* taper;              /**< FLT-8 */
  int64_t* before_ceiling;     /**< FLT-10 */
  int64_t* ceiling_cut;        /**< FLT-11 */
  int64_t* holiday_cut;        /**< FLT-12 */
  int64_t* fleksloentilskud;   /**< FLT-14 */
  int64_t* own_atp;            /**< FLT-17 */
  int64_t* payout;             /**< before tax */
  int64_t* obligatory_pension; /**< FLT-19 */
  int64_t* public_atp;         /**< FLT-18 */
  int32_t* status;             /**< with it a wrong row does not stop the others: FLEKS_OK, or what is wrong with the row, as a code;
                                    the results of a wrong row are then FLEKS_NOT_KNOWN, and `fleks_month` of it says the rest */
} fleks_statements;

/**
 * Computes every row for a subsidy month (YYYYMM): the oere of `fleks_month`, at the speed of the memory.
 *
 * `options` may be NULL. Errors: a month without rates; and without a column of status the first row whose facts cannot be (its
 * number in error->row), what is then in the results is not said.
 * Example: am_income 1560000 and ceiling 3206700 in 202403 give fleksloentilskud 1527200.
 */
int32_t fleks_compute(const fleks_rates* rates, int32_t month, const fleks_months* facts, const fleks_options* options,
                      const fleks_statements* results, fleks_error* error);

/* ------------------------------------------------------------------------------- what an extra hour is worth */

/** A citizen whose hours may change, in one year whose tax rates are known. */
typedef struct fleks_citizen {
  size_t size;              /**< sizeof(fleks_citizen) */
  int32_t year;             /**< whose rates hold */
  int32_t benefit_class;    /**< FLEKS_CLASS_FULL ...: of the ledighedsydelse at 0 hours */
  int64_t hourly_wage;      /**< before own pension and own ATP */
  int64_t own_pension;      /**< percentage of the pay */
  int64_t employer_pension; /**< percentage of the pay */
  int64_t intensity;        /**< percentage: the hours are then hours present; 0: 100 pct. */
  fleks_ceiling ceiling;    /**< FLEKS_CEILING_NONE: the same hourly wage at full time, with the employer's pension */
  const char* municipality; /**< UTF-8, any letter case, also with ae/oe/aa; NULL: none named */
  int64_t municipal_tax;    /**< percentage, not with municipality; 0: the municipality's, else the year's average */
  int64_t church_tax;       /**< percentage, not with church */
  int32_t church;           /**< 1: with the municipality's church tax, or the year's average; not with municipal_tax */
  int32_t children;         /**< 0 to 30 */
  int32_t single_parent;    /**< 1: enlig forsoerger */
  int32_t rent_known;       /**< 1: housing benefit (boligsikring) is part of it */
  int64_t rent;             /**< a month */
} fleks_citizen;

/** Which hours a week are asked for: 0 to 168, and 0 is without a job, on ledighedsydelse. */
typedef struct fleks_hours_asked {
  size_t size;          /**< sizeof(fleks_hours_asked) */
  int64_t from;         /**< ten-thousandths of an hour */
  int64_t to;           /**< likewise; not below from */
  int64_t step;         /**< above 0; not read by `fleks_kinks` */
  int64_t hardly_below; /**< percentage of an hour's gross pay below which it hardly pays; 0: 30 pct. */
} fleks_hours_asked;

/** Whether an hour pays: in hand gains at least 30 pct. of its gross pay, less than that, or nothing. */
enum { FLEKS_NO_VERDICT = 0, FLEKS_PAYS = 1, FLEKS_HARDLY_PAYS = 2, FLEKS_DOES_NOT_PAY = 3 };
/** The change from the row before, and who takes the rest. To the oere: gross_pay + employer_pension + added + given =
 * in_hand + pension_saved + all that is taken. */
typedef struct fleks_extra {
  int64_t gross_pay;             /**< before own pension and own ATP */
  int64_t employer_pension;      /**< the employer's contribution */
  int64_t added;                 /**< employer's ATP, public ATP, obligatorisk pension */
  int64_t given;                 /**< the subsidy that starts with the first hour of a job */
  int64_t in_hand;               /**< what the citizen has more to live on */
  int64_t pension_saved;         /**< put aside */
  int64_t taken_taper;           /**< FLT-8 */
  int64_t taken_ceiling;         /**< FLT-11 */
  int64_t taken_am_contribution; /**< SKAT-1 */
  int64_t taken_tax;             /**< SKAT-4, SKAT-5 */
  int64_t taken_housing_benefit; /**< BOLIG */
  int64_t taken_ledighedsydelse; /**< what it falls by when a job begins */
  int32_t starts_job;            /**< 1: from 0 hours to a job */
  int32_t verdict;               /**< FLEKS_PAYS ...; FLEKS_NO_VERDICT in the first row, where all of it is 0 */
} fleks_extra;

/** What a month brings at so many hours a week: each amount rounded half up to oere, in_hand and pension_saved sums of
 * the rounded amounts. Names as in the JSON of `fleks hours`. */
typedef struct fleks_hours_row {
  int64_t hours;                   /**< present a week */
  int64_t paid_hours;              /**< a week: hours x intensity, rounded half up */
  int64_t gross_pay;               /**< before own pension and own ATP */
  int64_t own_pension;             /**< own contribution */
  int64_t employer_pension;        /**< the employer's contribution */
  int64_t wage_atp_own;            /**< ATP of the wage */
  int64_t wage_atp_employer;       /**< ATP of the wage */
  int64_t fleksloentilskud;        /**< FLT-14 */
  int64_t subsidy_atp_own;         /**< FLT-17 */
  int64_t public_atp;              /**< FLT-18 */
  int64_t obligatory_pension;      /**< FLT-19 */
  int64_t am_contribution;         /**< a twelfth of the year's (SKAT-1) */
  int64_t tax;                     /**< a twelfth of the year's (SKAT-4, SKAT-5) */
  int64_t housing_benefit;         /**< a twelfth of the year's (BOLIG) */
  int64_t ledighedsydelse;         /**< at 0 hours (LY) */
  int64_t ledighedsydelse_atp_own; /**< LY-13 */
  int64_t in_hand;                 /**< what the citizen has to live on */
  int64_t pension_saved;           /**< pension and ATP put aside, by whomever */
  fleks_extra extra;               /**< the change from the row before */
} fleks_hours_row;

/**
 * What a month brings at each number of hours from `from` to `to` by `step`, and what each step is worth to whom.
 *
 * `rows` is the caller's array of `capacity` rows of `row_size` = sizeof(fleks_hours_row) bytes, which is how a row grows. `*count` is set
 * to how many rows there are. With `rows` NULL it is only counted; with too few it is FLEKS_NO_ROOM and none is written. `options` may be
 * NULL; only own_atp and other_wage_under_ceiling matter. At most 100,000 rows. Errors name the fact. Example: 2024, 12000 an hour,
 * municipal_tax 250000, own_atp 1: in_hand is 1332483 at 10000 (an hour) and 1315883 at 370000.
 */
int32_t fleks_hours(const fleks_rates* rates, const fleks_citizen* citizen, const fleks_options* options, const fleks_hours_asked* asked,
                    fleks_hours_row* rows, size_t row_size, size_t capacity, size_t* count, fleks_error* error);

/** An exact number, reduced, its denominator above 0. Its text is always there ("27/2"; a whole number has no slash);
 * numerator and denominator are both 0 in the rare case that one of them needs more than 64 bits. */
typedef struct fleks_fraction {
  int64_t numerator;   /**< with the sign */
  int64_t denominator; /**< above 0 */
  char text[88];       /**< ends with a zero byte */
} fleks_fraction;
/** Where the worth of an hour changes, exactly, on the amounts before any rounding. */
typedef struct fleks_kink {
  fleks_fraction hours;   /**< a week */
  fleks_fraction before;  /**< slope: oere in hand a month per weekly hour */
  fleks_fraction after;   /**< the slope after */
  fleks_fraction jump;    /**< oere; 0 where in hand only bends */
  fleks_fraction in_hand; /**< oere a month, after the jump */
  char cause[40];         /**< "taper_threshold", "ceiling_reached", "atp_band", ... */
  char rule[16];          /**< "FLT-11" */
} fleks_kink;
/**
 * The exact kinks over the hours in (from, to].
 *
 * Array, count and errors as in `fleks_hours`, with `kink_size` = sizeof(fleks_kink).
 * Example: 2025 and 20000 an hour, nothing else given: from 1 to 37 hours there are 7; the third is "ceiling_reached" (FLT-11)
 * at 171643/9100 hours, and an hour is worth 45602921/1250 oere before it and -2112929/1250 after.
 */
int32_t fleks_kinks(const fleks_rates* rates, const fleks_citizen* citizen, const fleks_options* options, const fleks_hours_asked* asked,
                    fleks_kink* kinks, size_t kink_size, size_t capacity, size_t* count, fleks_error* error);
/**
 * Rows, kinks and summary in words: FLEKS_TEXT the table with what it means, FLEKS_JSON and FLEKS_CSV what `fleks hours`
 * prints in these formats. To be freed by the caller. Errors as `fleks_hours`; NULL then.
 * Example: in FLEKS_JSON "rows" has an object for each number of hours, "kinks" and "summary" follow.
 */
fleks_text* fleks_hours_in_words(const fleks_rates* rates, const fleks_citizen* citizen, const fleks_options* options,
                                 const fleks_hours_asked* asked, int32_t form, int32_t language, fleks_error* error);

/**
 * What the literature (OECD, EUROMOD) measures of a month's pay, in hundredths of a per cent, each rounded half up: 10000 is all of it,
 * and more than 10000 more than all. FLEKS_NO_MEASURE where it has no meaning: no hour more in a week, no job, no pay.
 */
typedef struct fleks_pay_measures {
  size_t size; /**< sizeof(fleks_pay_measures) */
  /* EMTR of one more hour (present) a week, by the rounded amounts of fleks_hours_row: what is lost of its gross pay */
  int64_t emtr_hour;                 /**< all that is not in hand: the sum of the rest */
  int64_t emtr_hour_taper;           /**< the subsidy taper (FLT-8) */
  int64_t emtr_hour_ceiling;         /**< the ceiling (FLT-11) */
  int64_t emtr_hour_am_contribution; /**< AM-bidrag */
  int64_t emtr_hour_tax;             /**< income tax */
  int64_t emtr_hour_housing_benefit; /**< less housing benefit (BOLIG) */
  int64_t emtr_hour_ledighedsydelse; /**< ledighedsydelse lost, less the subsidy that starts */
  int64_t emtr_hour_saved;           /**< own pension and own ATP: not in hand, but the citizen's */
  /* EMTR of one more krone of pay at the same hours, exact and before any rounding */
  int64_t emtr_krone;                 /**< all that is not in hand: the sum of the rest */
  int64_t emtr_krone_taper;           /**< the subsidy taper (FLT-8) */
  int64_t emtr_krone_ceiling;         /**< the ceiling (FLT-11) */
  int64_t emtr_krone_am_contribution; /**< AM-bidrag */
  int64_t emtr_krone_tax;             /**< income tax */
  int64_t emtr_krone_housing_benefit; /**< less housing benefit (BOLIG) */
  int64_t emtr_krone_ledighedsydelse; /**< ledighedsydelse lost, less the subsidy that starts */
  int64_t emtr_krone_saved;           /**< own pension and own ATP: not in hand, but the citizen's */
  /* PTR: participation tax rate, from ledighedsydelse to this job, by the rounded amounts */
  int64_t ptr;                 /**< all that is not in hand: the sum of the rest */
  int64_t ptr_taper;           /**< the subsidy taper (FLT-8) */
  int64_t ptr_ceiling;         /**< the ceiling (FLT-11) */
  int64_t ptr_am_contribution; /**< AM-bidrag */
  int64_t ptr_tax;             /**< income tax */
  int64_t ptr_housing_benefit; /**< less housing benefit (BOLIG) */
  int64_t ptr_ledighedsydelse; /**< ledighedsydelse lost, less the subsidy that starts */
  int64_t ptr_saved;           /**< own pension and own ATP: not in hand, but the citizen's */
  int64_t replacement_rate;    /**< in hand on ledighedsydelse of what is in hand in this job */
} fleks_pay_measures;
/**
 * The measures of a citizen at so many hours (present) a week, in ten-thousandths: those of `fleks hours --measures`.
 *
 * `options` may be NULL; only own_atp and other_wage_under_ceiling matter. Errors name the fact; hours outside 0 to 168 are
 * FLEKS_ERROR_OUT_OF_RANGE. Example: 2024, 20000 an hour and municipal_tax 250000 at 100000 (10 hours): emtr_hour 5828, of
 * which 3000 by the taper; ptr 4813.
 */
int32_t fleks_measures(const fleks_rates* rates, const fleks_citizen* citizen, const fleks_options* options, int64_t hours,
                       fleks_pay_measures* measures, fleks_error* error);

/* ---------------------------------------------------------------------------------------------------- a case */

/** What is asked of a case; all 0 is all of it with what is known, and NULL in place of the struct means the same. */
typedef struct fleks_case_asked {
  size_t size;          /**< sizeof(fleks_case_asked) */
  int32_t as_of;        /**< only what was known that day; 0: all that is known */
  int32_t first;        /**< month; 0: the case's first */
  int32_t last;         /**< month; 0: the case's last */
  int32_t steps;        /**< 1: every step as a sentence in FLEKS_TEXT too; FLEKS_JSON has them unless: */
  int32_t amounts_only; /**< 1: amounts without steps and facts, an eighth of the JSON; not with steps */
} fleks_case_asked;
/**
 * A citizen's case month by month: a JSON file of facts in (its schema: `fleks_case_schema`), a statement a month out.
 *
 * `json` is UTF-8 of `size` bytes, at most 16 MB. The form is FLEKS_TEXT or FLEKS_JSON, as `fleks case` prints it. `asked` may
 * be NULL. To be freed by the caller. Errors name the path in the file, the first of `fleks_case_problems`; NULL then.
 * Example: a case of one job with one wage record gives a JSON object with "months", each with its "payout".
 */
fleks_text* fleks_case_statement(const fleks_rates* rates, const char* json, size_t size, const fleks_case_asked* asked, int32_t form,
                                 int32_t language, fleks_error* error);
/**
 * The correction of the case's past (efterregulering, LAB § 139) from a month on: what was paid by what was known then,
 * what is due by what is known at `as_of` (0: now, all that is known), and the difference per month and rule.
 *
 * Otherwise as `fleks_case_statement`.
 * Example: with a wage report that came late, "total" is what is to be paid out, below zero what is to be recovered.
 */
fleks_text* fleks_case_correction(const fleks_rates* rates, const char* json, size_t size, int32_t from_month, int32_t as_of, int32_t form,
                                  int32_t language, fleks_error* error);
/**
 * The letter to the citizen about a month, by what was known at `as_of` (0: all that is known): FLEKS_TEXT, or FLEKS_HTML as
 * one page that prints on a sheet. Otherwise as `fleks_case_statement`.
 * Example: for a month of the case in FLEKS_TEXT, FLEKS_DANISH the letter names the month and what is paid out for it.
 */
fleks_text* fleks_case_letter(const fleks_rates* rates, const char* json, size_t size, int32_t month, int32_t as_of, int32_t form,
                              int32_t language, fleks_error* error);
/**
 * Everything that is wrong with a case file, a line each, at most 100; an empty text when it can be computed. To be freed
 * by the caller; NULL only for a call that is wrong in itself.
 * Example: of `{}` the first line is, in English, `from: is missing. Allowed: a month as YYYY-MM, such as 2024-03.`
 */
fleks_text* fleks_case_problems(const char* json, size_t size, int32_t language, fleks_error* error);
/**
 * The decision record of a case: one line of canonical JSON with the case itself, the rates that were used with their values, the steps,
 * the result and the SHA-256 of each part. What is to be kept for years, and `fleks_verify` and the program's `fleks verify` compute again.
 *
 * Of its statement as `asked` says (`steps` and `amounts_only` are for other forms and must be 0), or where `correct_from` is a month of
 * its correction from then, with `as_of` alone. Otherwise as `fleks_case_statement`.
 * Example: the record of a case of today has "sha256", and verified it is the same.
 */
fleks_text* fleks_case_record(const fleks_rates* rates, const char* json, size_t size, const fleks_case_asked* asked, int32_t correct_from,
                              int32_t language, fleks_error* error);
/**
 * A decision record of any task, or a result as the program printed it with `--format json`, computed again by this library and
 * `rates`: the same, or what makes the difference (a fact, rate or amount that was changed since, other rates, another program).
 *
 * The form is FLEKS_TEXT or FLEKS_JSON (one line: "fleks", "outcome", "program", "changed", "rates", "by_own_rates", "differences").
 * `same` may be NULL; it becomes 1 or 0. Rates that the result was given as a file of its own count above `rates`; nothing is read but
 * what the result has with it. To be freed by the caller. Errors: NULL, for what is no kept result, or one of a task whose results are not
 * computed again, such as a table of many (FLEKS_ERROR_NO_SUCH_CHOICE, "facts.task").
 * Example: a record with one amount changed gives 0, and "changed" names "result".
 */
fleks_text* fleks_verify(const fleks_rates* rates, const char* record, size_t size, int32_t form, int32_t language, int32_t* same,
                         fleks_error* error);

/* ---------------------------------------------------------------------------------------------- any task by its name */

/**
 * A task of the program by its name: what a month leaves after tax or is at least and at most, a raise, a course of hours and intensities,
 * the worth of a wage, housing benefit, the rules in words, what other rates change, and all that has functions of its own here but a case.
 *
 * `asked` is JSON (UTF-8, `size` bytes) as every result has it in "facts": `{"task": "housing", "language": "da", "given": {"year":
 * "2026", "income": "260000", "rent": "6500"}}`. The names are the options of `fleks TASK --help` with _ for -, the values texts as they
 * are typed (true for an option without a value, a list for one that is said several times); "arguments" has what stands without an
 * option, and "files" what the files say that are named: nothing is read from the machine. `rates` count in the place of the built-in ones.
 *
 * The form is FLEKS_JSON, what the program prints with `--format json`, FLEKS_TEXT, or FLEKS_CSV where the task has it. The JSON can be
 * kept: `fleks_verify` computes it again. To be freed by the caller. Errors name the task or fact in `asked` ("given.rent"); NULL then.
 * Example: the request above in FLEKS_JSON has "housing_benefit".
 */
fleks_text* fleks_task(const fleks_rates* rates, const char* asked, size_t size, int32_t form, fleks_error* error);

/* ------------------------------------------------------------------------- a case read once, its months as structs */

/** A case that has been read and is in order. It never changes: any number of threads may compute it at once. */
typedef struct fleks_case fleks_case;
/**
 * A case from its file, to be computed any number of times without reading it again. To be freed by the caller.
 *
 * `json` as in `fleks_case_statement`; nothing of it is kept but what was read. NULL with the error, the first of `fleks_case_problems`.
 * Example: what `fleks_case_months` gives of it is what `fleks_case_statement` prints, without text between.
 */
fleks_case* fleks_case_read(const char* json, size_t size, fleks_error* error);
/** Frees a case; NULL is allowed. What was computed of it stays. */
void fleks_case_free(fleks_case* facts);

/** How much of a case's months is wanted: each with what stands above it. */
enum {
  FLEKS_AMOUNTS = 0, /**< months, with what they lack */
  FLEKS_FACTS = 1,   /**< which fact of the case counts in which month, and which does not and why */
  FLEKS_STEPS = 2    /**< every step of the calculation */
};
/** The months of a case, its correction, or what new rates change in it: computed, and kept until it is freed. It never changes. */
typedef struct fleks_case_result fleks_case_result;
/**
 * The months of a case. `asked` as in `fleks_case_statement`, but that `detail` says what is wanted: `steps` and `amounts_only` must be 0.
 * To be freed by the caller. Errors as `fleks_case_statement`; NULL then.
 * Example: FLEKS_AMOUNTS of 24 months takes a hundredth of the time of FLEKS_JSON.
 */
fleks_case_result* fleks_case_months(const fleks_rates* rates, const fleks_case* facts, const fleks_case_asked* asked, int32_t detail,
                                     fleks_error* error);
/**
 * The correction of a case's past, as `fleks_case_correction`, with the facts that are used now and were not then. To be freed by the
 * caller. Errors likewise; NULL then.
 * Example: with a wage report that came late, its `fleks_case_totals` say what is to be paid out or recovered.
 */
fleks_case_result* fleks_case_corrected(const fleks_rates* rates, const fleks_case* facts, int32_t from_month, int32_t as_of,
                                        fleks_error* error);
/** Frees a result; NULL is allowed. */
void fleks_case_result_free(fleks_case_result* result);
/**
 * The result in words: the FLEKS_TEXT or FLEKS_JSON of `fleks_case_statement` or `fleks_case_correction`, with what its detail has. To
 * be freed by the caller.
 * Example: months with FLEKS_STEPS in FLEKS_JSON are what `fleks case --format json` prints, but for its `facts`.
 */
fleks_text* fleks_case_result_in_words(const fleks_case_result* result, int32_t form, int32_t language, fleks_error* error);

/* Arrays of a result, each by the shape of `fleks_hours`: the size of an element as the caller's header has it, the room there is, and how
 * many there are; with NULL for the array `count` alone is filled in. FLEKS_NO_ROOM when there is too little room, FLEKS_BAD_CALL for what
 * a result of that kind or detail does not have. Texts in them are there until the result is freed. A text or list that is empty is "" or
 * none, never NULL. */

/** Whether a month could be computed. */
enum {
  FLEKS_MONTH_COMPUTED = 0,
  FLEKS_MONTH_UNKNOWN = 1, /**< a fact that decides it is missing: `fleks_case_missing_facts` */
  FLEKS_MONTH_NO_RIGHT = 2 /**< `reason` names the rule */
};
/** A month of a case. What the law does not round is rounded half up to oere, each by itself, for display, and days to ten-thousandths. */
typedef struct fleks_case_month {
  int32_t month;                      /**< YYYYMM */
  int32_t decided;                    /**< YYYYMMDD: the case's own date, or the last weekday of the month */
  int32_t status;                     /**< FLEKS_MONTH_COMPUTED ... */
  int32_t in_fleksjob;                /**< 1: a fleksjob in the month */
  int32_t has_subsidy;                /**< 1: there is a fleksloentilskud; else the members of it are 0 */
  int32_t has_benefit;                /**< 1: there is ledighedsydelse; else the members of it are 0 */
  int32_t wage_month;                 /**< of the fleksloentilskud (FLT-1) */
  int32_t wage_expected;              /**< 1: it rests on an expected wage, and is regulated later (FLT-20) */
  int32_t benefit_class;              /**< FLEKS_CLASS_FULL ... (LY-1) */
  int32_t income_month;               /**< whose income ledighedsydelse is offset by (LY-5) */
  int32_t benefit_months;             /**< whole months on ledighedsydelse since the last fleksjob (LY-14) */
  int32_t benefit_months_of_24;       /**< of the last 24 (LY-14) */
  int32_t review_due;                 /**< 1: after 12 months */
  int32_t long_term;                  /**< 1: 18 of the last 24 months */
  const char* reason;                 /**< the rule by which there is no right ("FLT-23"); "" */
  int64_t payout;                     /**< of both, after own ATP and before tax, exact */
  int64_t wage;                       /**< of the fleksloentilskud: that counts (FLT-5) */
  int64_t other_wage;                 /**< with care income (FLT-7) */
  int64_t daily_benefit;              /**< FLT-9 */
  int64_t base;                       /**< the highest subsidy (FLT-4), after FLT-13 */
  int64_t taper;                      /**< FLT-8 */
  int64_t before_ceiling;             /**< FLT-10 */
  int64_t normal_wage_ceiling;        /**< or FLEKS_NO_CEILING */
  int64_t ceiling_cut;                /**< FLT-11 */
  int64_t part_cut;                   /**< for days without the job (FLT-13) */
  int64_t holiday_cut;                /**< FLT-12 */
  int64_t fleksloentilskud;           /**< FLT-14, exact */
  int64_t own_atp;                    /**< FLT-17, exact */
  int64_t subsidy_payout;             /**< the subsidy less own ATP, exact */
  int64_t public_atp;                 /**< FLT-18, exact; or FLEKS_NOT_KNOWN */
  int64_t obligatory_pension;         /**< FLT-19, exact */
  int64_t benefit_base;               /**< of ledighedsydelse: the month's amount of the class (LY-3) */
  int64_t daily_amount;               /**< LY-4 */
  int64_t payable_weekdays;           /**< LY-4 */
  int64_t part_base;                  /**< the amount of the payable weekdays (LY-4) */
  int64_t income;                     /**< what is offset (LY-5, LY-6, LY-10) */
  int64_t offset;                     /**< LY-5 */
  int64_t holiday_reduction;          /**< taken out for paid holiday days (LY-9) */
  int64_t holiday_top_up;             /**< what the holiday pay lacks in the daily amount (LY-9) */
  int64_t missed_cut;                 /**< for a missed meeting and the like (LY-12) */
  int64_t ledighedsydelse;            /**< exact */
  int64_t benefit_own_atp;            /**< LY-13, exact */
  int64_t benefit_payout;             /**< less own ATP, exact */
  int64_t benefit_public_atp;         /**< exact */
  int64_t benefit_obligatory_pension; /**< exact */
  int64_t earned_with_pay;            /**< holiday days earned in jobs, in the ferieaar that runs (FERIE-1) */
  int64_t held_with_pay;              /**< held with pay or feriegodtgoerelse */
  int64_t left_with_pay;              /**< left of them */
  int64_t left_of_year_before;        /**< of the ferieaar before, to be held by 31 December */
  int64_t earned_on_benefit;          /**< earned on ledighedsydelse (LY-8) */
  int64_t held_on_benefit;            /**< held on it */
  int64_t left_on_benefit;            /**< may still be held on it (LY-11) */
} fleks_case_month;
/** The months, in order. Example: with `count` alone, how many there are. */
int32_t fleks_case_month_rows(const fleks_case_result* result, fleks_case_month* months, size_t month_size, size_t capacity, size_t* count,
                              fleks_error* error);

/** Which fact a month lacks. */
enum {
  FLEKS_MISSING_WAGE = 0,
  FLEKS_MISSING_CEILING = 1,
  FLEKS_MISSING_HOURS = 2,
  FLEKS_MISSING_HOLIDAY_PAY = 3,
  FLEKS_MISSING_FULL_TIME_SUPPLEMENT = 4,
  FLEKS_MISSING_CAPPED = 5,     /**< the level a subsidy is capped at in a criminal case, which is not computed here (FLT-26) */
  FLEKS_MISSING_HOLIDAY_TAX = 6 /**< the tax, or percentage and deduction, of holiday pay that is known after tax (FLT-15) */
};
/** A fact that a month lacks. */
typedef struct fleks_case_missing {
  int32_t month;      /**< of the case, YYYYMM */
  int32_t kind;       /**< FLEKS_MISSING_WAGE ... */
  int32_t of_month;   /**< the month whose fact it is */
  int32_t decides;    /**< 1: without it the month is unknown; 0: it is computed without it */
  int32_t employment; /**< the place in "employments"; -1 where it is of a job that is not in the case */
  int32_t index;      /**< the place in "wages" or "holidays", where it is of one */
  int32_t item;       /**< the place in the wage's "supplements", where it is of one; FLEKS_MISSING_HOLIDAY_TAX: 1 of a holiday, else 0 */
  int32_t reserved;   /**< 0 */
  int64_t otherwise;  /**< what the fleksloentilskud would be were it the other way; or FLEKS_NOT_KNOWN */
} fleks_case_missing;
/** What the months lack, in their order. Example: of a month whose wage is not reported, FLEKS_MISSING_WAGE with `decides` 1. */
int32_t fleks_case_missing_facts(const fleks_case_result* result, fleks_case_missing* missing, size_t missing_size, size_t capacity,
                                 size_t* count, fleks_error* error);

/** The list of the case file that a fact stands in. */
enum {
  FLEKS_LIST_WAGES = 0,
  FLEKS_LIST_CEILINGS = 1,
  FLEKS_LIST_DAILY_BENEFITS = 2,
  FLEKS_LIST_HOLIDAYS = 3,
  FLEKS_LIST_LEDIGHEDSYDELSE = 4,
  FLEKS_LIST_SANCTIONS = 5,
  FLEKS_LIST_INCOMES = 6,
  FLEKS_LIST_UNCLAIMED_BENEFITS = 7,
  FLEKS_LIST_DAY_SANCTIONS = 8,
  FLEKS_LIST_BACK_PAYMENTS = 9
};
/** Whether a fact counts in a month, or why not (FLT-25). A later version may add reasons. */
enum {
  FLEKS_COUNTS = 0,
  FLEKS_BETTER_SOURCE = 1,          /**< another source goes first */
  FLEKS_REAL_WAGE_KNOWN = 2,        /**< an expected wage, and the real one is known (FLT-20) */
  FLEKS_AFTER_THE_JOB = 3,          /**< the last wage of an ended job is not deducted once more (FLT-21) */
  FLEKS_BEFORE_LEDIGHEDSYDELSE = 4, /**< wage for days before the ledighedsydelse began (LY-5) */
  FLEKS_BONUS_ON_BENEFIT = 5,       /**< pay for several months is not offset in ledighedsydelse (LY-7) */
  FLEKS_NO_WAGE_BY_KIND = 6,        /**< fleksloentilskud is not reduced by income of that kind (FLT-5) */
  FLEKS_ONLY_WITH_HOLIDAY = 7,      /**< feriegodtgoerelse counts with the holiday (FLT-15) */
  FLEKS_SURPLUS_UNKNOWN = 8,        /**< of a side business (FLT-7) */
  FLEKS_SIDE_HOURS_UNKNOWN = 9,     /**< of a side business (LY-6) */
  FLEKS_NOT_YET_LAW = 10,           /**< care income before 2024 (FLT-7) */
  FLEKS_BY_CHOICE = 11,             /**< an option leaves it out */
  FLEKS_NEITHER_BENEFIT = 12,       /**< the month has neither benefit */
  FLEKS_OUT_OF_SCOPE = 13,          /**< of a fleksjob begun before 2013 */
  FLEKS_OTHER_MONTHS = 14,          /**< it belongs to months that are not shown */
  FLEKS_NOT_KNOWN_YET = 15,         /**< it becomes known later */
  FLEKS_CORRECTED = 16,             /**< a later fact takes its place */
  FLEKS_NO_BENEFIT_PAID = 17,       /**< no ledighedsydelse was paid for those days (KOR-4) */
  FLEKS_ENDED_RIGHT = 18            /**< a second sanction: it takes no days, it ended the right (LY-12) */
};
/** Where a fact comes from. */
enum {
  FLEKS_FROM_INCOME_REGISTER = 0,
  FLEKS_FROM_HOLIDAY_ACCOUNT = 1,
  FLEKS_FROM_EMPLOYER = 2,
  FLEKS_FROM_CITIZEN = 3,
  FLEKS_FROM_MUNICIPALITY = 4
};
/** A fact of the case that a month was computed from, or that does not count in it. */
typedef struct fleks_case_fact {
  int32_t month;      /**< YYYYMM; 0 for one that counts in none of the months */
  int32_t list;       /**< FLEKS_LIST_WAGES ... */
  int32_t index;      /**< the place in that list, of the employment's for a ceiling */
  int32_t employment; /**< of a wage or ceiling the place in "employments"; else -1 */
  int32_t counts;     /**< FLEKS_COUNTS, or why it does not */
  int32_t change;     /**< in a correction 1: used now and not then, -1: used then and not now; else 0 */
  int32_t source;     /**< FLEKS_FROM_INCOME_REGISTER ... */
  int32_t known;      /**< YYYYMMDD; 0: from the beginning */
  int64_t amount;     /**< what of it counts in the month, oere; 0 where it is no amount */
  const char* id;     /**< its id in the case; "" */
} fleks_case_fact;
/** The facts, by month, each once; those that count in none of the months last. Of months with FLEKS_FACTS, or of a correction. */
int32_t fleks_case_facts(const fleks_case_result* result, fleks_case_fact* facts, size_t fact_size, size_t capacity, size_t* count,
                         fleks_error* error);

/** What the amount of a step is counted in: oere, or ten-thousandths of an hour, a day or a month. */
enum { FLEKS_STEP_KRONER = 0, FLEKS_STEP_HOURS = 1, FLEKS_STEP_DAYS = 2, FLEKS_STEP_MONTHS = 3 };
/** A step of the calculation of a month. */
typedef struct fleks_case_step {
  int32_t month;             /**< YYYYMM */
  int32_t unit;              /**< FLEKS_STEP_KRONER ... */
  int32_t rests_on_choice;   /**< 1: an option decided it */
  int32_t changed_by_reform; /**< 1: a reform did */
  int64_t amount;            /**< what the rule gave, rounded half up */
  int64_t numerator;         /**< the same exactly, oere, hours, days or months; both are 0 where 64 bits do not hold it */
  int64_t denominator;       /**< above 0 */
  const char* rule;          /**< "FLT-8" */
  const char* rates[3];      /**< the keys of the rates that were used, as in rates.csv; "" beyond the last */
} fleks_case_step;
/** The steps, by month, in the order of calculation. Of months with FLEKS_STEPS. */
int32_t fleks_case_steps(const fleks_case_result* result, fleks_case_step* steps, size_t step_size, size_t capacity, size_t* count,
                         fleks_error* error);
/**
 * The sentence of the step at a place from 0 of `fleks_case_steps`. To be freed by the caller; NULL with FLEKS_ERROR_OUT_OF_RANGE beyond
 * the last.
 * Example: of an FLT-10 it begins, in FLEKS_ENGLISH, "Subsidy before the ceiling".
 */
fleks_text* fleks_case_step_in_words(const fleks_case_result* result, size_t place, int32_t language, fleks_error* error);

/** Why a month is corrected (KOR-2); it decides whether what was paid too much is regulated. */
enum {
  FLEKS_BASIS_NONE = 0, /**< nothing differs */
  FLEKS_BASIS_EXPECTED_WAGE = 1,
  FLEKS_BASIS_PAY_OVER_MONTHS = 2,
  FLEKS_BASIS_AFTER_HOLIDAY = 3,
  FLEKS_BASIS_OTHER_FACTS = 4,
  FLEKS_BASIS_CEILING = 5,
  FLEKS_BASIS_NOT_REGULATED = 6 /**< only repaid, if at all (KOR-3) */
};
/** A month of a correction, exact. */
typedef struct fleks_corrected_month {
  int32_t month;          /**< YYYYMM */
  int32_t decided;        /**< YYYYMMDD: what was known that day was paid */
  int32_t basis;          /**< FLEKS_BASIS_NONE ... */
  int32_t too_old;        /**< 1: more than 12 months back, shown and not regulated (KOR-1) */
  int32_t paid_is_stated; /**< 1: what was paid stands in the case */
  int32_t lines;          /**< how many of `fleks_correction_lines` are its */
  const char* rule;       /**< of the basis ("FLT-20"); "" */
  int64_t paid;           /**< when it was decided */
  int64_t due;            /**< with what is known now */
  int64_t difference;     /**< above 0 to be paid out, below 0 paid too much */
  int64_t recoverable;    /**< what of too much paid is regulated in later months (KOR-2) */
} fleks_corrected_month;
/** The months that were decided, changed or not, in order. Of a correction. */
int32_t fleks_corrected_months(const fleks_case_result* result, fleks_corrected_month* months, size_t month_size, size_t capacity,
                               size_t* count, fleks_error* error);
/** What one rule gave in a month, with the sign it has in the payout; the lines of a month add up to it. */
typedef struct fleks_correction_line {
  int32_t month;      /**< YYYYMM */
  int32_t reserved;   /**< 0 */
  const char* rule;   /**< "FLT-8"; "" for what the facts of then do not give: rates or rules, or something else that was paid */
  int64_t paid;       /**< when it was decided */
  int64_t due;        /**< with what is known now */
  int64_t difference; /**< due less paid */
} fleks_correction_line;
/** The rules that differ, by month. Of a correction. */
int32_t fleks_correction_lines(const fleks_case_result* result, fleks_correction_line* lines, size_t line_size, size_t capacity,
                               size_t* count, fleks_error* error);
/** What is taken from a later month's payout. */
typedef struct fleks_settlement {
  int32_t month;    /**< YYYYMM */
  int32_t reserved; /**< 0 */
  int64_t amount;   /**< above 0 */
} fleks_settlement;
/** How what is to be recovered is settled in the case's later months. Of a correction. */
int32_t fleks_settlements(const fleks_case_result* result, fleks_settlement* settlements, size_t settlement_size, size_t capacity,
                          size_t* count, fleks_error* error);
/** Another benefit in arrears for days on ledighedsydelse (KOR-4): before tax, the citizen has the rest. */
typedef struct fleks_reduced_claim {
  int32_t index;           /**< the place in "back_payments" */
  int32_t reserved;        /**< 0 */
  int64_t ledighedsydelse; /**< paid for its days */
  int64_t deducted;        /**< at most the claim */
  int64_t left;            /**< of the claim */
} fleks_reduced_claim;
/** The claims that are known. Of a correction. */
int32_t fleks_reduced_claims(const fleks_case_result* result, fleks_reduced_claim* claims, size_t claim_size, size_t capacity,
                             size_t* count, fleks_error* error);
/** A correction as a whole, exact. */
typedef struct fleks_correction_totals {
  size_t size;           /**< in: sizeof(fleks_correction_totals) */
  int32_t as_of;         /**< what was known that day is used */
  int32_t first;         /**< the first month that was computed again */
  int32_t reaches;       /**< the first month that may be regulated (KOR-1) */
  int32_t reserved;      /**< 0 */
  int64_t total;         /**< the differences of the months that may be regulated */
  int64_t to_pay_out;    /**< underpaid less what is regulated, where that is above 0 */
  int64_t to_recover;    /**< what is regulated less what is underpaid, where that is above 0 */
  int64_t not_regulated; /**< paid too much and not regulated */
  int64_t too_old;       /**< the differences of months more than 12 months back */
  int64_t not_settled;   /**< what of to_recover the case's later months do not hold */
} fleks_correction_totals;
/** Of a correction. Example: of a bonus known late `to_recover` is what is taken from later months. */
int32_t fleks_case_totals(const fleks_case_result* result, fleks_correction_totals* totals, fleks_error* error);

/**
 * What new rates, or a new version of the library, change in a case: its months that are not the same, each before and after.
 *
 * `json` is the case file with the rates `before` and `after`; or a result of the case that was kept (a record, or the JSON of `fleks
 * case`), and with `before` NULL what it says is before. Of `asked` the day and the months are read; a kept result's own hold where they
 * are not given. To be freed by the caller. Errors: those of the case, and FLEKS_BAD_CALL of a record that is not as it was sealed; NULL
 * then. `fleks_case_result_in_words` of it has FLEKS_CSV too, and is what `fleks impact` prints of one case.
 * Example: of a record of today and the rates of today there is no month.
 */
fleks_case_result* fleks_case_impact(const fleks_rates* before, const fleks_rates* after, const char* json, size_t size,
                                     const fleks_case_asked* asked, fleks_error* error);
/** A month before and after. Where `known` is 0 a rate of the month was not there, or the kept result has not the month. */
typedef struct fleks_impact_month {
  int32_t month;                   /**< YYYYMM */
  int32_t decided;                 /**< YYYYMMDD */
  int32_t before_known;            /**< 1: the members of before are given */
  int32_t before_status;           /**< FLEKS_MONTH_COMPUTED ... */
  int32_t after_known;             /**< 1: the members of after are given */
  int32_t after_status;            /**< FLEKS_MONTH_COMPUTED ... */
  int32_t difference_known;        /**< 1: the difference is given; 0 where one of the two is not known */
  int32_t reserved;                /**< 0 */
  int64_t before_fleksloentilskud; /**< exact, as all of them */
  int64_t before_ledighedsydelse;  /**< before own ATP */
  int64_t before_payout;           /**< of both, after own ATP */
  int64_t after_fleksloentilskud;  /**< the same now */
  int64_t after_ledighedsydelse;   /**< the same now */
  int64_t after_payout;            /**< the same now */
  int64_t difference;              /**< what is paid out more now */
} fleks_impact_month;
/** The months that are not the same, in order. Of an impact. */
int32_t fleks_impact_months(const fleks_case_result* result, fleks_impact_month* months, size_t month_size, size_t capacity, size_t* count,
                            fleks_error* error);

/* ------------------------------------------------------------------------------------------- the municipality */

/** The share of the fleksbidrag is taken of the highest subsidy after the refund, or the refund of the share (KOM-7). */
enum { FLEKS_BIDRAG_AFTER_REFUND = 0, FLEKS_BIDRAG_LESS_REFUND = 1 };
/** A month's expense is divided on calendar days, or on the days from Monday to Friday (KOM-9). */
enum { FLEKS_CALENDAR_DAYS = 0, FLEKS_WEEKDAYS = 1 };
/** Weeks with ledighedsydelse and fleksloentilskud before the new fleksjob of one approved from 2013 to June 2014 count, or not (KOM-4). */
enum { FLEKS_WEEKS_COUNTED = 0, FLEKS_WEEKS_NOT_COUNTED = 1 };

/** What is asked of the municipality's ledger; all 0 is the usual, and NULL in place of the struct means the same. */
typedef struct fleks_municipal_asked {
  size_t size;                  /**< sizeof(fleks_municipal_asked) */
  int32_t as_of;                /**< of a case: only what was known that day; 0: all that is known */
  int32_t fleksbidrag_base;     /**< FLEKS_BIDRAG_AFTER_REFUND and so on */
  int32_t weeks_of_month;       /**< of a case: FLEKS_CALENDAR_DAYS or FLEKS_WEEKDAYS */
  int32_t cohorts;              /**< of an effort: so many are drawn at random from its ranges; 0: none */
  int64_t seed;                 /**< where the drawing begins; 0: 1 */
  int32_t weeks_before_new_job; /**< of a case: FLEKS_WEEKS_COUNTED or FLEKS_WEEKS_NOT_COUNTED */
} fleks_municipal_asked;
/**
 * A case in the municipality's ledger, month by month: benefit, weeks, the state's refund, fleksbidrag, and what municipality, state and
 * citizen bear (KOM-1 to KOM-12).
 *
 * `json` is the case file. The form is FLEKS_TEXT, FLEKS_JSON or FLEKS_CSV, as `fleks municipality --case` prints it. Otherwise as
 * `fleks_case_statement`.
 * Example: a case of one job gives "months", each with its "refund_pct" and "municipality".
 */
fleks_text* fleks_case_ledger(const fleks_rates* rates, const char* json, size_t size, const fleks_municipal_asked* asked, int32_t form,
                              int32_t language, fleks_error* error);
/**
 * Whether an effort for a group pays, for whom and when: the file of `fleks municipality EFFORT.json` in; the years in three purses, the
 * break-even and what decides it out.
 *
 * The form is FLEKS_TEXT, FLEKS_JSON or FLEKS_CSV. With `cohorts` the JSON also has "simulation", the same for the same seed. To be
 * freed by the caller. Errors name the path in the file; NULL then.
 * Example: an effort gives "break_even" with "success_pct", the share at which the municipality's result is 0.
 */
fleks_text* fleks_effort(const fleks_rates* rates, const char* json, size_t size, const fleks_municipal_asked* asked, int32_t form,
                         int32_t language, fleks_error* error);

/* ------------------------------------------------------------------------------------------ the income register */

/** What is said beside an answer of the income register; all 0 is nothing, and NULL in place of the struct means the same. */
typedef struct fleks_income_asked {
  size_t size;          /**< sizeof(fleks_income_asked) */
  const char* old_case; /**< the case file that is added to, UTF-8; NULL: a new case */
  size_t old_case_size; /**< its bytes */
  const char* jobs;     /**< what the payers are, each `12345678=fleksjob`, `=other` or `=` an employment's id, with `;` between; or NULL */
  int64_t ceiling;      /**< full-time pay of a fleksjob a month (LOFT-1), oere; 0: not known */
  int32_t fetched;      /**< the day the answer was fetched, when nothing in it was known before; 0: not known */
  int32_t keep_person;  /**< 1: ids keep the person's number, where a payer has it in them */
} fleks_income_asked;
/**
 * The case file that an answer of the income register (eIndkomst) makes, or `old_case` with what is new in it: nothing that was typed is
 * lost, and the same answer twice changes no byte.
 *
 * `answer` is XML, the platform's JSON or SKAT's reconciliation file, `size` bytes, of one person. To be freed by the caller. Errors
 * name the place in the answer or in the case, never the person's number; NULL then.
 * Example: one report of 7.210,50 kr. gives a case with one of "wages", whose "am_income" is "7210.50".
 */
fleks_text* fleks_income_case(const char* answer, size_t size, const fleks_income_asked* asked, fleks_error* error);
/**
 * What was read, what was left out and why, and the questions that the register cannot answer, each with its place in the case file.
 * Otherwise as `fleks_income_case`.
 * Example: in FLEKS_ENGLISH the first line of an answer with one report begins `Read: 1 report.`
 */
fleks_text* fleks_income_in_words(const char* answer, size_t size, const fleks_income_asked* asked, int32_t language, fleks_error* error);
/** The JSON Schema (draft 2020-12) of the case file, as static text. */
const char* fleks_case_schema(void);

#ifdef __GNUC__
#pragma GCC visibility pop
#endif
#ifdef __cplusplus
}
#endif

#endif
