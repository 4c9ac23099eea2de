/* The smallest honest use of the C library: a month's fleksloentilskud by the embedded rates. */
#include <fleks/fleks.h>
#include <stdio.h>

int main(void) {
  fleks_rates* rates = fleks_rates_embedded();
  fleks_month_facts facts = {.size = sizeof facts, .month = 202403, .pay_form = FLEKS_PAY_AM_INCOME, .pay = 1560000};
  fleks_month_statement month = {.size = sizeof month};
  const int32_t code = fleks_month(rates, &facts, NULL, &month, NULL);
  fleks_rates_free(rates);
  printf("%s: %lld\n", fleks_version(), (long long)month.fleksloentilskud);
  return code == FLEKS_OK && month.fleksloentilskud == 1527200 ? 0 : 1;
}
