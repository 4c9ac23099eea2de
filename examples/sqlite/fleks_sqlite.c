/*
 * fleks in SQLite: a loadable extension over the C interface.
 *
 *   fleks_subsidy(month, am_income [, own_pension, employer_pension, other_wage, daily_benefit, ledighedsydelse_days, ceiling, paid_hours,
 *                ledighedsydelse])
 *   fleks_payout(the same)
 *   fleks_in_hand(year, hourly_wage, weekly_hours [, municipality, own_pension_pct, employer_pension_pct, ceiling, children, rent])
 *
 * Amounts are whole oere (INTEGER) in and out; a month is '2024-03'; hours, days and percentages are INTEGER, or TEXT where they have
 * decimals ('18.5'). What is NULL or left out is not given; NULL for month, year, wage, hours or am_income gives NULL, a REAL is refused.
 */
#include <sqlite3ext.h>
SQLITE_EXTENSION_INIT1

#include <fleks/fleks.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* ------------------------------------------------------------------------------------------------------ values */

static int refused(sqlite3_context* context, const char* name, const char* allowed) {
  char text[160];
  snprintf(text, sizeof text, "%s: %s", name, allowed);
  sqlite3_result_error(context, text, -1);
  return 0;
}

/* A value as text; NULL where there is no memory for it, or where a zero byte would cut it short, which is then said. */
static const char* text_of(sqlite3_context* context, sqlite3_value* value, const char* name) {
  const char* text = (const char*)sqlite3_value_text(value);
  if (text == NULL)
    sqlite3_result_error_nomem(context);
  else if (strlen(text) != (size_t)sqlite3_value_bytes(value)) {
    refused(context, name, "has a zero byte");
    text = NULL;
  }
  return text;
}

/* Whole oere. What is NULL stays as it is. */
static int amount(sqlite3_context* context, sqlite3_value* value, const char* name, int64_t* to) {
  switch (sqlite3_value_type(value)) {
    case SQLITE_NULL: return 1;
    case SQLITE_INTEGER: *to = sqlite3_value_int64(value); return 1;
    default: return refused(context, name, "is whole oere, an INTEGER");
  }
}

/* Ten-thousandths of hours, days or a percentage. */
static int number(sqlite3_context* context, sqlite3_value* value, const char* name, int64_t* to) {
  const int type = sqlite3_value_type(value);
  const char* const allowed = "is an INTEGER, or TEXT such as '18.5' with at most four decimals";
  if (type == SQLITE_NULL) return 1;
  if (type != SQLITE_INTEGER && type != SQLITE_TEXT) return refused(context, name, allowed);
  const char* text = text_of(context, value, name);
  if (text == NULL) return 0;
  int64_t count = 0;
  int decimals = -1, digits = 0;
  for (; *text != '\0'; ++text) {
    if (*text == '.' && decimals < 0 && digits > 0) {
      decimals = 0;
      continue;
    }
    if (*text < '0' || *text > '9' || decimals == 4 || ++digits > 12) return refused(context, name, allowed);
    count = count * 10 + (*text - '0');
    if (decimals >= 0) ++decimals;
  }
  if (digits == 0 || decimals == 0) return refused(context, name, allowed);
  for (int place = decimals < 0 ? 0 : decimals; place < 4; ++place) count *= 10;
  *to = count;
  return 1;
}

/* A whole number that an int has room for. */
static int whole(sqlite3_context* context, sqlite3_value* value, const char* name, int32_t* to) {
  const int type = sqlite3_value_type(value);
  if (type == SQLITE_NULL) return 1;
  const sqlite3_int64 count = type == SQLITE_INTEGER ? sqlite3_value_int64(value) : -1;
  if (count < 0 || count > INT32_MAX) return refused(context, name, "is an INTEGER from 0");
  *to = (int32_t)count;
  return 1;
}

static int month_of(sqlite3_context* context, sqlite3_value* value, int32_t* to) {
  const int type = sqlite3_value_type(value);
  const char* text = text_of(context, value, "month");
  int year = 0, month = 0, end = 0;
  if (text == NULL) return 0;
  if (type != SQLITE_TEXT || strlen(text) != 7 || strspn(text, "0123456789-") != 7 || sscanf(text, "%4d-%2d%n", &year, &month, &end) != 2 ||
      end != 7)
    return refused(context, "month", "is a month as TEXT, such as '2024-03'");
  *to = year * 100 + month;
  return 1;
}

static void say(sqlite3_context* context, const fleks_error* error) { sqlite3_result_error(context, error->text, -1); }

/* ------------------------------------------------------------------------------------------------------- month */

static int month_statement(sqlite3_context* context, int count, sqlite3_value** values, fleks_month_statement* statement) {
  if (count < 2 || count > 10) return refused(context, "fleks", "2 to 10 arguments: month, am_income, ...");
  if (sqlite3_value_type(values[0]) == SQLITE_NULL || sqlite3_value_type(values[1]) == SQLITE_NULL) return 0;
  fleks_month_facts facts = {.size = sizeof facts, .pay_form = FLEKS_PAY_AM_INCOME};
  int64_t ceiling = FLEKS_NO_CEILING, paid_hours = FLEKS_NOT_KNOWN, ledighedsydelse = FLEKS_NOT_KNOWN;
  if (!month_of(context, values[0], &facts.month)) return 0;
  for (int i = 1; i < count; ++i) {
    int good = 1;
    switch (i) {
      case 1: good = amount(context, values[i], "am_income", &facts.pay); break;
      case 2: good = amount(context, values[i], "own_pension", &facts.own_pension); break;
      case 3: good = amount(context, values[i], "employer_pension", &facts.employer_pension); break;
      case 4: good = amount(context, values[i], "other_wage", &facts.other_wage); break;
      case 5: good = amount(context, values[i], "daily_benefit", &facts.daily_benefit); break;
      case 6: good = number(context, values[i], "ledighedsydelse_days", &facts.ledighedsydelse_days); break;
      case 7: good = amount(context, values[i], "ceiling", &ceiling); break;
      case 8: good = number(context, values[i], "paid_hours", &paid_hours); break;
      default: good = amount(context, values[i], "ledighedsydelse", &ledighedsydelse); break;
    }
    if (!good) return 0;
  }
  if (ceiling != FLEKS_NO_CEILING) {
    facts.ceiling.form = FLEKS_CEILING_STATED;
    facts.ceiling.amount = ceiling;
  }
  if (paid_hours != FLEKS_NOT_KNOWN) {
    facts.paid_hours_known = 1;
    facts.paid_hours = paid_hours;
  }
  if (ledighedsydelse != FLEKS_NOT_KNOWN) {
    facts.ledighedsydelse_known = 1;
    facts.ledighedsydelse = ledighedsydelse;
  }
  fleks_error error = {.size = sizeof error, .language = FLEKS_ENGLISH};
  if (fleks_month(sqlite3_user_data(context), &facts, NULL, statement, &error) == FLEKS_OK) return 1;
  say(context, &error);
  return 0;
}

static void subsidy(sqlite3_context* context, int count, sqlite3_value** values) {
  fleks_month_statement statement = {.size = sizeof statement};
  if (month_statement(context, count, values, &statement)) sqlite3_result_int64(context, statement.fleksloentilskud);
}
static void payout(sqlite3_context* context, int count, sqlite3_value** values) {
  fleks_month_statement statement = {.size = sizeof statement};
  if (month_statement(context, count, values, &statement)) sqlite3_result_int64(context, statement.payout);
}

/* ------------------------------------------------------------------------------------------------- net picture */

static void in_hand(sqlite3_context* context, int count, sqlite3_value** values) {
  if (count < 3 || count > 9) {
    refused(context, "fleks_in_hand", "3 to 9 arguments: year, hourly_wage, weekly_hours, ...");
    return;
  }
  for (int i = 0; i < 3; ++i)
    if (sqlite3_value_type(values[i]) == SQLITE_NULL) return;
  fleks_citizen citizen = {.size = sizeof citizen};
  fleks_hours_asked asked = {.size = sizeof asked, .step = 10000};
  int64_t ceiling = FLEKS_NO_CEILING, rent = FLEKS_NOT_KNOWN;
  int32_t year = 0, children = 0;
  if (!whole(context, values[0], "year", &year)) return;
  for (int i = 1; i < count; ++i) {
    int good = 1;
    switch (i) {
      case 1: good = amount(context, values[i], "hourly_wage", &citizen.hourly_wage); break;
      case 2: good = number(context, values[i], "weekly_hours", &asked.from); break;
      case 3:
        if (sqlite3_value_type(values[i]) == SQLITE_NULL) break;
        citizen.municipality = text_of(context, values[i], "municipality");
        good = citizen.municipality != NULL;
        break;
      case 4: good = number(context, values[i], "own_pension_pct", &citizen.own_pension); break;
      case 5: good = number(context, values[i], "employer_pension_pct", &citizen.employer_pension); break;
      case 6: good = amount(context, values[i], "ceiling", &ceiling); break;
      case 7: good = whole(context, values[i], "children", &children); break;
      default: good = amount(context, values[i], "rent", &rent); break;
    }
    if (!good) return;
  }
  citizen.year = year;
  citizen.children = children;
  if (ceiling != FLEKS_NO_CEILING) {
    citizen.ceiling.form = FLEKS_CEILING_STATED;
    citizen.ceiling.amount = ceiling;
  }
  if (rent != FLEKS_NOT_KNOWN) {
    citizen.rent_known = 1;
    citizen.rent = rent;
  }
  asked.to = asked.from;
  fleks_hours_row row;
  size_t rows = 0;
  fleks_error error = {.size = sizeof error, .language = FLEKS_ENGLISH};
  if (fleks_hours(sqlite3_user_data(context), &citizen, NULL, &asked, &row, sizeof row, 1, &rows, &error) == FLEKS_OK)
    sqlite3_result_int64(context, row.in_hand);
  else
    say(context, &error);
}

/* -------------------------------------------------------------------------------------------------- registered */

static void freed(void* rates) { fleks_rates_free(rates); }

int sqlite3_fleks_init(sqlite3* db, char** message, const sqlite3_api_routines* api) {
  SQLITE_EXTENSION_INIT2(api);
  static const struct {
    const char* name;
    void (*run)(sqlite3_context*, int, sqlite3_value**);
  } functions[] = {{"fleks_subsidy", subsidy}, {"fleks_payout", payout}, {"fleks_in_hand", in_hand}};
  for (size_t i = 0; i < sizeof functions / sizeof *functions; ++i) {
    fleks_rates* rates = fleks_rates_embedded();
    if (rates == NULL) return SQLITE_NOMEM;
    /* The rates go with the function: SQLite frees them with the connection. */
    const int code = sqlite3_create_function_v2(db, functions[i].name, -1, SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS, rates,
                                                functions[i].run, NULL, NULL, freed);
    if (code != SQLITE_OK) {
      *message = sqlite3_mprintf("%s: %s", functions[i].name, sqlite3_errmsg(db));
      return code;
    }
  }
  return SQLITE_OK;
}
