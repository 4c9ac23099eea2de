#include <algorithm>
#include <array>
#include <cstddef>
#include <cstring>
#include <tuple>
#include <vector>

#include <fleks/analysis/measures.hpp>
#include <fleks/analysis/worth_of_hours.hpp>
#include <fleks/rates/municipal_tax.hpp>
#include <fleks/words/worth_in_words.hpp>

#include "c_interface/values.hpp"

namespace c_interface {

using fleks::Exact;
using fleks::Money;
using fleks::Percent;

namespace {

/// A citizen's curve with what is to be told of it beside the rows.
fleks::WorthOfHours worth_of(const fleks_rates* rates, const fleks_citizen* given_citizen, const fleks_options* given_options,
                             const fleks_hours_asked* asked) {
  const fleks::RateTable& table = table_of(rates);
  const fleks_citizen c = given(given_citizen, "citizen");
  const fleks::Options options = options_of(given_options, rates);
  const fleks_hours_asked question = given(asked, "asked");
  const std::chrono::year year = year_of(c.year, "year");
  const fleks::LocalTaxFacts where = local_tax_of(c.municipality, c.municipal_tax, c.church_tax, c.church);
  const fleks::LocalTax tax = or_refuse(fleks::local_tax(where, table.on(year / std::chrono::January)));

  fleks::Citizen citizen;
  citizen.year = c.year;
  citizen.benefit_class = benefit_class_of(c.benefit_class);
  citizen.hourly_wage = Money::oere(c.hourly_wage);
  citizen.own_pension = percent_of(c.own_pension, "own_pension");
  citizen.employer_pension = percent_of(c.employer_pension, "employer_pension");
  citizen.intensity = intensity_of(c.intensity);
  if (const fleks::Ceiling ceiling = ceiling_of(c.ceiling); ceiling.form != fleks::Ceiling::Form::none) citizen.ceiling = ceiling;
  citizen.municipal = tax.municipal;
  citizen.church = tax.church;
  citizen.children = c.children;
  citizen.single_parent = yes(c.single_parent, "single_parent");
  const bool rent_known = yes(c.rent_known, "rent_known");
  only_with(c.rent, rent_known, "rent", {"rent_known"});
  if (rent_known) citizen.rent = Money::oere(c.rent);

  fleks::WorthOfHours worth{
      .picture = or_refuse(fleks::NetPicture::of(citizen, table, options)), .rates = table, .own_atp = options.own_atp};
  worth.hardly_below = question.hardly_below == 0 ? Percent::whole(30) : percent_of(question.hardly_below, "hardly_below");
  worth.with_intensity = c.intensity != 0;
  worth.where = tax.municipality;
  worth.tax_is_average = tax.is_average;
  return worth;
}

std::vector<fleks::NetRow> rows_of(const fleks::WorthOfHours& worth, const fleks_hours_asked& asked) {
  using fleks::Hours;
  return or_refuse(worth.picture.curve(Hours::of_ten_thousandths(asked.from), Hours::of_ten_thousandths(asked.to),
                                       Hours::of_ten_thousandths(asked.step)));
}
std::vector<fleks::Kink> kinks_of(const fleks::WorthOfHours& worth, const fleks_hours_asked& asked) {
  using fleks::Hours;
  return or_refuse(worth.picture.kinks_over_hours(Hours::of_ten_thousandths(asked.from), Hours::of_ten_thousandths(asked.to)));
}

fleks_hours_row row_of(const fleks::NetRow& r) {
  fleks_hours_row row{};
  row.hours = r.hours.ten_thousandths();
  row.paid_hours = in_ten_thousandths(r.paid_hours);
  row.gross_pay = r.gross_pay.in_oere();
  row.own_pension = r.own_pension.in_oere();
  row.employer_pension = r.employer_pension.in_oere();
  row.wage_atp_own = r.wage_atp_own.in_oere();
  row.wage_atp_employer = r.wage_atp_employer.in_oere();
  row.fleksloentilskud = r.fleksloentilskud.in_oere();
  row.subsidy_atp_own = r.subsidy_atp_own.in_oere();
  row.public_atp = r.public_atp.in_oere();
  row.obligatory_pension = r.obligatory_pension.in_oere();
  row.am_contribution = r.am_contribution.in_oere();
  row.tax = r.tax.in_oere();
  row.housing_benefit = r.housing_benefit.in_oere();
  row.ledighedsydelse = r.ledighedsydelse.in_oere();
  row.ledighedsydelse_atp_own = r.ledighedsydelse_atp_own.in_oere();
  row.in_hand = r.in_hand.in_oere();
  row.pension_saved = r.pension_saved.in_oere();
  return row;
}

fleks_extra extra_of(const fleks::Extra& e) {
  fleks_extra extra{};
  extra.gross_pay = e.gross_pay.in_oere();
  extra.employer_pension = e.employer_pension.in_oere();
  extra.added = e.added.in_oere();
  extra.given = e.given.in_oere();
  extra.in_hand = e.in_hand.in_oere();
  extra.pension_saved = e.pension_saved.in_oere();
  extra.taken_taper = e.taken_by_taper.in_oere();
  extra.taken_ceiling = e.taken_by_ceiling.in_oere();
  extra.taken_am_contribution = e.taken_by_am_contribution.in_oere();
  extra.taken_tax = e.taken_by_tax.in_oere();
  extra.taken_housing_benefit = e.taken_by_housing_benefit.in_oere();
  extra.taken_ledighedsydelse = e.taken_by_ledighedsydelse.in_oere();
  extra.starts_job = e.starts_job ? 1 : 0;
  switch (e.verdict) {
    case fleks::Verdict::pays: extra.verdict = FLEKS_PAYS; break;
    case fleks::Verdict::hardly: extra.verdict = FLEKS_HARDLY_PAYS; break;
    case fleks::Verdict::no: extra.verdict = FLEKS_DOES_NOT_PAY; break;
  }
  return extra;
}

fleks_fraction fraction_of(const Exact& number) {
  fleks_fraction fraction{};
  const Exact reduced = number.reduced();
  const auto n = static_cast<std::int64_t>(reduced.numerator()), d = static_cast<std::int64_t>(reduced.denominator());
  if (n == reduced.numerator() && d == reduced.denominator()) {
    fraction.numerator = n;
    fraction.denominator = d;
  }
  put(fraction.text, fleks::to_fraction_text(number));
  return fraction;
}

fleks_kink kink_of(const fleks::Kink& k) {
  fleks_kink kink{};
  kink.hours = fraction_of(k.at);
  kink.before = fraction_of(k.before);
  kink.after = fraction_of(k.after);
  kink.jump = fraction_of(k.jump);
  kink.in_hand = fraction_of(k.in_hand);
  put(kink.cause, k.cause);
  put(kink.rule, info(k.rule).id);
  return kink;
}

/// Hundredths of a per cent, half up.
std::int64_t hundredths(const Exact& share) { return or_refuse((share * Exact::whole(10'000)).rounded(fleks::Rounding::half_up)); }

/// The members of `fleks_pay_measures` after its size, in their order.
constexpr std::size_t first_measure = offsetof(fleks_pay_measures, emtr_hour);
using MeasureList = std::array<std::int64_t, (sizeof(fleks_pay_measures) - first_measure) / sizeof(std::int64_t)>;

fleks_pay_measures measures_of(const fleks::PayMeasures& found) {
  using fleks::LostShare;
  constexpr auto parts =
      std::to_array<Exact LostShare::*>({&LostShare::total, &LostShare::taper, &LostShare::ceiling, &LostShare::am_contribution,
                                         &LostShare::tax, &LostShare::housing_benefit, &LostShare::benefit, &LostShare::saved});
  static_assert(std::tuple_size_v<MeasureList> == 3 * parts.size() + 1);
  MeasureList list{};
  std::size_t at = 0;
  for (const auto* lost : {&found.hour, &found.krone, &found.participation})
    for (const auto part : parts) list[at++] = *lost ? hundredths((**lost).*part) : FLEKS_NO_MEASURE;
  list[at] = found.replacement_rate ? hundredths(*found.replacement_rate) : FLEKS_NO_MEASURE;
  fleks_pay_measures measures{};
  std::memcpy(reinterpret_cast<char*>(&measures) + first_measure, list.data(), sizeof list);
  return measures;
}

/// Puts results into the caller's array.
template <class Struct>
void put_all(const std::vector<Struct>& made, void* array, std::size_t element, std::size_t capacity, std::size_t* count,
             const char* argument) {
  put_each<Struct>(
      made.size(), [&](std::size_t i) { return made[i]; }, array, element, capacity, count, argument);
}

}  // namespace
}  // namespace c_interface

using namespace c_interface;

extern "C" {

std::int32_t fleks_hours(const fleks_rates* rates, const fleks_citizen* citizen, const fleks_options* options,
                         const fleks_hours_asked* asked, fleks_hours_row* rows, std::size_t row_size, std::size_t capacity,
                         std::size_t* count, fleks_error* error) {
  return guarded(error, [&] {
    const fleks::WorthOfHours worth = worth_of(rates, citizen, options, asked);
    const auto curve = rows_of(worth, given(asked, "asked"));
    not_null(count, "count");
    std::vector<fleks_hours_row> made(curve.size());
    for (std::size_t i = 0; i < curve.size(); ++i) {
      made[i] = row_of(curve[i]);
      if (i > 0) made[i].extra = extra_of(worth.picture.extra(curve[i - 1], curve[i], worth.hardly_below));
    }
    put_all(made, rows, row_size, capacity, count, "row_size");
  });
}

std::int32_t fleks_kinks(const fleks_rates* rates, const fleks_citizen* citizen, const fleks_options* options,
                         const fleks_hours_asked* asked, fleks_kink* kinks, std::size_t kink_size, std::size_t capacity, std::size_t* count,
                         fleks_error* error) {
  return guarded(error, [&] {
    const auto found = kinks_of(worth_of(rates, citizen, options, asked), given(asked, "asked"));
    not_null(count, "count");
    std::vector<fleks_kink> made(found.size());
    std::transform(found.begin(), found.end(), made.begin(), kink_of);
    put_all(made, kinks, kink_size, capacity, count, "kink_size");
  });
}

fleks_text* fleks_hours_in_words(const fleks_rates* rates, const fleks_citizen* citizen, const fleks_options* options,
                                 const fleks_hours_asked* asked, std::int32_t form, std::int32_t language, fleks_error* error) {
  return made(error, [&]() -> std::string {
    fleks::WorthOfHours worth = worth_of(rates, citizen, options, asked);
    const auto chosen = choice<std::int32_t>(form, {FLEKS_TEXT, FLEKS_JSON, FLEKS_CSV}, "form");
    worth.rows = rows_of(worth, given(asked, "asked"));
    worth.kinks = kinks_of(worth, given(asked, "asked"));
    worth.extras = extras_of(worth.picture, worth.rows, worth.hardly_below);
    worth.summary = worth.picture.summary(worth.rows);
    if (chosen == FLEKS_CSV) return to_csv(worth);
    return chosen == FLEKS_JSON ? to_json(worth, language_of(language)) : table(worth, language_of(language), false);
  });
}

std::int32_t fleks_measures(const fleks_rates* rates, const fleks_citizen* citizen, const fleks_options* options, std::int64_t hours,
                            fleks_pay_measures* measures, fleks_error* error) {
  return guarded(error, [&] {
    auto asked = fleks_hours_asked{};
    asked.size = sizeof asked;
    const fleks::WorthOfHours worth = worth_of(rates, citizen, options, &asked);
    const Results results(measures, "measures");
    if (hours < 0 || hours > fleks::hours_in_a_week.ten_thousandths())
      refuse({.code = fleks::ErrorCode::out_of_range,
              .field = "hours",
              .given = std::to_string(hours),
              .allowed = fleks::Range{fleks::Hours{}, fleks::hours_in_a_week}});
    const auto row = or_refuse(worth.picture.at(fleks::Hours::of_ten_thousandths(hours)));
    results.are(measures_of(or_refuse(fleks::measures(worth.picture, row))));
  });
}

}  // extern "C"
