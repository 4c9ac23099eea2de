#include <fleks/fleks.h>

#include <algorithm>
#include <cstring>
#include <exception>
#include <memory>
#include <new>
#include <string>

#include <fleks/analysis/correction.hpp>
#include <fleks/analysis/worth_of_hours.hpp>
#include <fleks/facts/case.hpp>
#include <fleks/rates/municipal_tax.hpp>
#include <fleks/statement/batch.hpp>
#include <fleks/statement/case_statement.hpp>
#include <fleks/statement/month_statement.hpp>
#include <fleks/version.hpp>
#include <fleks/words/case.hpp>
#include <fleks/words/explanation.hpp>
#include <fleks/words/json.hpp>
#include <fleks/words/letter.hpp>
#include <fleks/words/message.hpp>
#include <fleks/words/worth_in_words.hpp>

struct fleks_rates {
  explicit fleks_rates(fleks::RateTable rates) : table(std::move(rates)), version(fleks::rates_version(table)) {}
  fleks::RateTable table;
  std::string version;
};

struct fleks_text {
  std::string text;
};

namespace {

using fleks::Error;
using fleks::ErrorCode;
using fleks::Exact;
using fleks::Money;
using fleks::Percent;

static_assert(FLEKS_ERROR_EMPTY == static_cast<int>(ErrorCode::empty) + 1);
static_assert(FLEKS_ERROR_MISSING_FACT == static_cast<int>(ErrorCode::missing_fact) + 1);
static_assert(FLEKS_ERROR_RATE_IS_MISSING == static_cast<int>(ErrorCode::rate_is_missing) + 1);
static_assert(FLEKS_ERROR_MISSING_SOURCE == static_cast<int>(ErrorCode::missing_source) + 1);
static_assert(FLEKS_ERROR_BEGINS_BEFORE_2013 == static_cast<int>(ErrorCode::begins_before_2013) + 1);
static_assert(FLEKS_ERROR_NOT_JSON == static_cast<int>(ErrorCode::not_json) + 1);
static_assert(FLEKS_ERROR_CORRECTED_BEFORE_KNOWN == static_cast<int>(ErrorCode::corrected_before_known) + 1);
static_assert(FLEKS_ERROR_TOO_MANY == static_cast<int>(ErrorCode::too_many) + 1);
static_assert(FLEKS_NO_CEILING == fleks::no_ceiling && FLEKS_NOT_KNOWN == fleks::not_known);

/// What stops a call: an error of the library, or one of the call itself (code below 0, with its two texts).
struct Refused {
  std::int32_t code = 0;
  Error error{};
  std::string danish{};
  std::string english{};
};

[[noreturn]] void refuse(Error error) { throw Refused{.code = static_cast<std::int32_t>(error.code) + 1, .error = std::move(error)}; }
[[noreturn]] void refuse_call(std::int32_t code, const char* argument, std::string danish, std::string english) {
  throw Refused{.code = code, .error = {.field = argument}, .danish = std::move(danish), .english = std::move(english)};
}

template <class T>
T or_refuse(fleks::Result<T> result) {
  if (!result) refuse(std::move(result).error());
  return *std::move(result);
}

/// As much of a text as there is room for, cut between characters, with a zero byte.
template <std::size_t room>
void put(char (&out)[room], std::string_view text) noexcept {
  std::size_t length = std::min(text.size(), room - 1);
  if (length < text.size())
    while (length > 0 && (static_cast<unsigned char>(text[length]) & 0xC0U) == 0x80U) --length;
  // A zero byte in what was given would hide the rest.
  std::replace_copy(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(length), out, '\0', ' ');
  out[length] = '\0';
}

bool is_known(const fleks_error& error) noexcept {
  return error.size == sizeof error && (error.language == FLEKS_DANISH || error.language == FLEKS_ENGLISH);
}

std::int32_t say(fleks_error* error, std::int32_t code, std::string_view field, std::string_view value, std::string_view text) noexcept {
  if (error != nullptr) {
    error->code = code;
    error->row = -1;
    error->line = 0;
    put(error->field, field);
    put(error->value, value);
    put(error->text, text);
  }
  return code;
}

std::int32_t say(fleks_error* error, const Refused& why) {
  if (error == nullptr) return why.code;
  const auto language = error->language == FLEKS_DANISH ? fleks::Language::danish : fleks::Language::english;
  if (why.code < 0)
    return say(error, why.code, why.error.field, why.error.given,
               why.error.field + ": " + (error->language == FLEKS_DANISH ? why.danish : why.english));
  // A fact of a struct is named and counted as its member; what stands in a file, as it is written there.
  const bool of_a_rate = why.error.code == ErrorCode::no_rate || why.error.code == ErrorCode::rate_is_missing;
  const auto reader = of_a_rate || why.error.field.starts_with("--") ? fleks::SaidTo::caller : fleks::SaidTo::user;
  say(error, why.code, fleks::fact_name(why.error.field, reader), why.error.given, fleks::message(why.error, language, reader));
  error->line = why.error.line;
  return why.code;
}

/// Runs `work`, and turns whatever it throws into the error.
template <class Work>
std::int32_t guarded(fleks_error* error, Work work) noexcept {
  if (error != nullptr && !is_known(*error)) return FLEKS_BAD_CALL;
  say(error, FLEKS_OK, "", "", "");
  try {
    try {
      work();
      return FLEKS_OK;
    } catch (const Refused& why) {
      return say(error, why);
    }
  } catch (const std::bad_alloc&) {
    return say(error, FLEKS_NO_MEMORY, "", "",
               error != nullptr && error->language == FLEKS_DANISH ? "der er ikke mere hukommelse" : "out of memory");
  } catch (const std::exception& thrown) {
    return say(error, FLEKS_FAILED, "", "", thrown.what());
  } catch (...) {
    return say(error, FLEKS_FAILED, "", "", "unknown failure");
  }
}

template <class Make>
fleks_text* made(fleks_error* error, Make make) noexcept {
  fleks_text* text = nullptr;
  guarded(error, [&] { text = new fleks_text{make()}; });
  return text;
}

void not_null(const void* pointer, const char* argument) {
  if (pointer == nullptr) refuse_call(FLEKS_BAD_CALL, argument, "må ikke være NULL.", "must not be NULL.");
}

void known_size(std::size_t size, std::size_t known, const char* argument) {
  if (size != known)
    refuse_call(FLEKS_BAD_CALL, argument, "størrelsen " + std::to_string(size) + " kendes ikke; den er " + std::to_string(known) + " her.",
                "the size " + std::to_string(size) + " is not known; it is " + std::to_string(known) + " here.");
}

/// A struct that must be there, of the size it has here.
template <class Struct>
const Struct& given(const Struct* pointer, const char* argument) {
  not_null(pointer, argument);
  known_size(pointer->size, sizeof *pointer, argument);
  return *pointer;
}

const fleks::RateTable& table_of(const fleks_rates* rates) {
  not_null(rates, "rates");
  return rates->table;
}

template <class Choice>
Choice choice(std::int32_t value, std::initializer_list<std::int32_t> choices, const char* field) {
  std::string allowed;
  for (const std::int32_t each : choices)
    if (each == value) return static_cast<Choice>(value);
  for (const std::int32_t each : choices) allowed += (allowed.empty() ? "" : ", ") + std::to_string(each);
  refuse({.code = ErrorCode::no_such_choice, .field = field, .given = std::to_string(value), .allowed = allowed});
}
bool yes(std::int32_t value, const char* field) { return choice<int>(value, {0, 1}, field) == 1; }

fleks::Language language_of(std::int32_t language) {
  return choice<fleks::Language>(language, {FLEKS_DANISH, FLEKS_ENGLISH}, "--language");
}

fleks::Month month_of(std::int32_t number, const char* field) {
  const int year = number / 100, month = number % 100;
  if (year < 1900 || year > 9999 || month < 1 || month > 12)
    refuse({.code = ErrorCode::no_such_date, .field = field, .given = std::to_string(number), .allowed = "YYYY-MM"});
  return std::chrono::year{year} / std::chrono::month{static_cast<unsigned>(month)};
}
std::optional<fleks::Month> month_if_given(std::int32_t number, const char* field) {
  return number == 0 ? std::nullopt : std::optional(month_of(number, field));
}
fleks::Date date_of(std::int32_t number, const char* field) {
  const int year = number / 10'000, month = number / 100 % 100, day = number % 100;
  if (year >= 1900 && year <= 9999 && month >= 1 && day >= 1) {
    const fleks::Date date{std::chrono::year{year}, std::chrono::month{static_cast<unsigned>(month)},
                           std::chrono::day{static_cast<unsigned>(day)}};
    if (date.ok()) return date;
  }
  refuse({.code = ErrorCode::no_such_date, .field = field, .given = std::to_string(number), .allowed = "YYYY-MM-DD"});
}
std::optional<fleks::Date> date_if_given(std::int32_t number, const char* field) {
  return number == 0 ? std::nullopt : std::optional(date_of(number, field));
}

std::int32_t number_of(fleks::Month month) noexcept {
  return static_cast<int>(month.year()) * 100 + static_cast<std::int32_t>(static_cast<unsigned>(month.month()));
}
std::int32_t number_of(fleks::Date date) noexcept {
  return number_of(fleks::month_of(date)) * 100 + static_cast<std::int32_t>(static_cast<unsigned>(date.day()));
}

std::int64_t rounded(const Exact& amount) { return or_refuse(amount.rounded(fleks::Rounding::half_up)); }
std::int64_t in_ten_thousandths(const Exact& number) { return rounded(number * Exact::whole(10'000)); }

Percent percent_of(std::int64_t count, const char* field) {
  if (count < 0 || count > Percent::whole(100).ten_thousandths())
    refuse(
        {.code = ErrorCode::out_of_range, .field = field, .given = to_text(fleks::Hours::of_ten_thousandths(count)), .allowed = "0-100"});
  return Percent::of_ten_thousandths(count);
}
Percent intensity_of(std::int64_t count) { return count == 0 ? Percent::whole(100) : percent_of(count, "--intensity"); }

/// A member that means something only beside another.
void only_with(std::int64_t value, bool other, const char* field, const char* others) {
  if (value != 0 && !other) refuse({.code = ErrorCode::exclusive_facts, .field = field, .given = std::to_string(value), .allowed = others});
}

fleks::Options options_of(const fleks_options* given_options) {
  fleks::Options options;
  if (given_options == nullptr) return options;
  const fleks_options& o = given(given_options, "options");
  options.own_atp = choice<fleks::OwnAtp>(o.own_atp, {0, 1}, "--own-atp");
  options.rates_of = choice<fleks::RatesOf>(o.rates_of, {0, 1}, "--rates-of");
  options.other_wage_under_ceiling = choice<fleks::OtherWageUnderCeiling>(o.other_wage_under_ceiling, {0, 1}, "--other-wage-under-ceiling");
  options.round_to = choice<fleks::RoundTo>(o.round_to, {0, 1}, "--round-to");
  return options;
}

fleks::Ceiling ceiling_of(const fleks_ceiling& c) {
  fleks::Ceiling ceiling;
  ceiling.form = choice<fleks::Ceiling::Form>(
      c.form, {FLEKS_CEILING_NONE, FLEKS_CEILING_STATED, FLEKS_CEILING_FROM_HOURLY, FLEKS_CEILING_FROM_MONTHLY}, "--ceiling-form");
  ceiling.stated_by =
      choice<fleks::Ceiling::StatedBy>(c.stated_by, {FLEKS_BY_EMPLOYER, FLEKS_COMPUTED, FLEKS_BY_AGREEMENT_TABLE}, "--ceiling-stated-by");
  const bool from_parts = c.form == FLEKS_CEILING_FROM_HOURLY || c.form == FLEKS_CEILING_FROM_MONTHLY;
  const char* forms = "FLEKS_CEILING_FROM_HOURLY, FLEKS_CEILING_FROM_MONTHLY";
  only_with(c.amount, c.form != FLEKS_CEILING_NONE, "--ceiling",
            "FLEKS_CEILING_STATED, FLEKS_CEILING_FROM_HOURLY, FLEKS_CEILING_FROM_MONTHLY");
  only_with(c.stated_by, c.form != FLEKS_CEILING_NONE, "--ceiling-stated-by", forms);
  only_with(c.supplements, from_parts, "--ceiling-supplements", forms);
  only_with(c.fixed_bonus, from_parts, "--ceiling-bonus", forms);
  only_with(c.employer_pension, from_parts, "--ceiling-pension", forms);
  only_with(c.holiday_supplement, from_parts, "--ceiling-holiday-supplement", forms);
  ceiling.amount = Money::oere(c.amount);
  ceiling.supplements = Money::oere(c.supplements);
  ceiling.fixed_bonus = Money::oere(c.fixed_bonus);
  ceiling.employer_pension = percent_of(c.employer_pension, "--ceiling-pension");
  ceiling.holiday_supplement = Money::oere(c.holiday_supplement);
  return ceiling;
}

fleks::Contribution contribution_of(std::int64_t amount, std::int64_t share, const char* field, const char* share_field) {
  if (share == 0) return fleks::Contribution::of(Money::oere(amount));
  if (amount != 0) refuse({.code = ErrorCode::exclusive_facts, .field = share_field, .given = field});
  return fleks::Contribution::of(percent_of(share, share_field));
}

fleks::MonthFacts facts_of(const fleks_month_facts* given_facts) {
  const fleks_month_facts& c = given(given_facts, "facts");
  fleks::MonthFacts f;
  f.month = month_of(c.month, "--month");
  f.wage_month = month_if_given(c.wage_month, "--wage-month");
  if (c.pay_form == FLEKS_PAY_NOT_GIVEN)
    refuse({.code = ErrorCode::missing_fact, .field = "--pay-form", .allowed = "--am-income, --monthly-wage, --hourly-wage"});
  const auto form = choice<std::int32_t>(c.pay_form, {FLEKS_PAY_AM_INCOME, FLEKS_PAY_MONTHLY, FLEKS_PAY_HOURLY}, "--pay-form");
  const bool hourly = form == FLEKS_PAY_HOURLY;
  only_with(c.weekly_hours, hourly, "--weekly-hours", "FLEKS_PAY_HOURLY");
  only_with(c.intensity, hourly, "--intensity", "FLEKS_PAY_HOURLY");
  f.pay = form == FLEKS_PAY_AM_INCOME ? fleks::Pay::am_income(Money::oere(c.pay))
          : hourly ? fleks::Pay::hourly(Money::oere(c.pay), fleks::Hours::of_ten_thousandths(c.weekly_hours), intensity_of(c.intensity))
                   : fleks::Pay::monthly(Money::oere(c.pay));
  const bool hours_known = yes(c.paid_hours_known, "--paid-hours-known");
  only_with(c.paid_hours, hours_known, "--paid-hours", "--paid-hours-known");
  if (hours_known) f.paid_hours = fleks::Hours::of_ten_thousandths(c.paid_hours);
  f.benefits_in_kind = Money::oere(c.benefits_in_kind);
  f.own_pension = contribution_of(c.own_pension, c.own_pension_share, "--own-pension", "--own-pension-share");
  f.employer_pension = contribution_of(c.employer_pension, c.employer_pension_share, "--employer-pension", "--employer-pension-share");
  f.holiday_supplement = Money::oere(c.holiday_supplement);
  f.other_wage = Money::oere(c.other_wage);
  f.care_income = Money::oere(c.care_income);
  f.daily_benefit = Money::oere(c.daily_benefit);
  f.ledighedsydelse_days = fleks::Days::of_ten_thousandths(c.ledighedsydelse_days);
  const auto from = date_if_given(c.employed_from, "--employed-from"), to = date_if_given(c.employed_to, "--employed-to");
  if (from || to) {
    const fleks::Month wage_month = f.wage_month.value_or(fleks::month_before(f.month));
    f.employed = fleks::Period{from.value_or(fleks::first_day(wage_month)), to.value_or(fleks::last_day(wage_month))};
  }
  f.ceiling = ceiling_of(c.ceiling);
  return f;
}

std::span<const std::int64_t> in(const std::int64_t* column, std::size_t rows) noexcept {
  return column == nullptr ? std::span<const std::int64_t>{} : std::span(column, rows);
}
std::span<std::int64_t> out(std::int64_t* column, std::size_t rows) noexcept {
  return column == nullptr ? std::span<std::int64_t>{} : std::span(column, rows);
}

/// A citizen's curve with what is to be told of it beside the rows.
fleks::WorthOfHours worth_of(const fleks_rates* rates, const fleks_citizen* given_citizen, const fleks_options* given_options,
                             const fleks_hours_asked* asked) {
  const fleks::RateTable& table = table_of(rates);
  const fleks_citizen& c = given(given_citizen, "citizen");
  const fleks::Options options = options_of(given_options);
  const fleks_hours_asked& question = given(asked, "asked");
  if (c.year < 1900 || c.year > 9999)
    refuse({.code = ErrorCode::no_such_date, .field = "--year", .given = std::to_string(c.year), .allowed = "YYYY"});

  fleks::LocalTaxFacts where;
  if (c.municipality != nullptr) where.municipality = c.municipality;
  if (c.municipal_tax != 0) where.municipal = percent_of(c.municipal_tax, "--municipal-tax");
  if (c.church_tax != 0) where.church = percent_of(c.church_tax, "--church-tax");
  where.church_member = yes(c.church, "--church");
  const fleks::LocalTax tax = or_refuse(fleks::local_tax(where, table.on(std::chrono::year{c.year} / std::chrono::January)));

  fleks::Citizen citizen;
  citizen.year = c.year;
  citizen.benefit_class = choice<fleks::BenefitClass>(
      c.benefit_class, {FLEKS_CLASS_FULL, FLEKS_CLASS_LOW_PROVIDER, FLEKS_CLASS_LOW_NONPROVIDER}, "--benefit-class");
  citizen.hourly_wage = Money::oere(c.hourly_wage);
  citizen.own_pension = percent_of(c.own_pension, "--own-pension");
  citizen.employer_pension = percent_of(c.employer_pension, "--employer-pension");
  citizen.intensity = intensity_of(c.intensity);
  if (const fleks::Ceiling ceiling = ceiling_of(c.ceiling); ceiling.form != fleks::Ceiling::Form::none) citizen.ceiling = ceiling;
  citizen.municipal = tax.municipal;
  citizen.church = tax.church;
  citizen.children = c.children;
  citizen.single_parent = yes(c.single_parent, "--single-parent");
  const bool rent_known = yes(c.rent_known, "--rent-known");
  only_with(c.rent, rent_known, "--rent", "--rent-known");
  if (rent_known) citizen.rent = Money::oere(c.rent);

  fleks::WorthOfHours worth{.picture = or_refuse(fleks::NetPicture::of(citizen, table, options)), .own_atp = options.own_atp};
  worth.hardly_below = question.hardly_below == 0 ? Percent::whole(30) : percent_of(question.hardly_below, "--hardly-below");
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

/// Whether `length` elements are to be written to the caller's array; refuses one that is too short.
bool has_room(const void* array, std::size_t element, std::size_t known, std::size_t capacity, std::size_t length, std::size_t* count,
              const char* argument) {
  not_null(count, "count");
  *count = length;
  if (array == nullptr) return false;
  known_size(element, known, argument);
  if (capacity < length)
    refuse_call(FLEKS_NO_ROOM, "capacity", "der er plads til " + std::to_string(capacity) + ", og der er " + std::to_string(length) + ".",
                "there is room for " + std::to_string(capacity) + ", and there are " + std::to_string(length) + ".");
  return true;
}

fleks::Case case_of(const char* json, std::size_t size) {
  not_null(json, "json");
  fleks::CaseReading reading = fleks::read_case({json, size});
  if (!reading.good()) refuse(std::move(reading.errors.front()));
  return std::move(reading.facts);
}

/// The answer to a question about a case, as text or as JSON.
template <class Answer>
std::string told(const fleks::Case& facts, const Answer& answer, std::int32_t form, fleks::Language language, const fleks::RateTable& table,
                 bool steps) {
  const bool json = choice<std::int32_t>(form, {FLEKS_TEXT, FLEKS_JSON}, "--form") == FLEKS_JSON;
  if constexpr (std::is_same_v<Answer, fleks::CaseStatement>)
    return json ? to_json(facts, answer, table, language) : breakdown(facts, answer, table, language, steps);
  else
    return json ? to_json(facts, answer, language) : breakdown(facts, answer, language);
}

}  // namespace

extern "C" {

std::int32_t fleks_interface_version(void) { return FLEKS_INTERFACE_VERSION; }
const char* fleks_version(void) { return fleks::library_version().data(); }

const char* fleks_text_data(const fleks_text* text) { return text == nullptr ? "" : text->text.c_str(); }
std::size_t fleks_text_size(const fleks_text* text) { return text == nullptr ? 0 : text->text.size(); }
void fleks_text_free(fleks_text* text) { delete text; }

fleks_rates* fleks_rates_embedded(void) {
  fleks_rates* rates = nullptr;
  guarded(nullptr, [&] { rates = new fleks_rates(fleks::RateTable::embedded()); });
  return rates;
}

fleks_rates* fleks_rates_extended(const char* csv, std::size_t size, fleks_error* error) {
  fleks_rates* rates = nullptr;
  guarded(error, [&] {
    not_null(csv, "csv");
    rates = new fleks_rates(or_refuse(fleks::RateTable::embedded().extended_by(std::string_view(csv, size))));
  });
  return rates;
}

void fleks_rates_free(fleks_rates* rates) { delete rates; }
const char* fleks_rates_version(const fleks_rates* rates) { return rates == nullptr ? "" : rates->version.c_str(); }

std::int32_t fleks_rate_on(const fleks_rates* rates, const char* key, std::int32_t date, fleks_rate* rate, fleks_error* error) {
  return guarded(error, [&] {
    const fleks::RateTable& table = table_of(rates);
    not_null(key, "key");
    not_null(rate, "rate");
    known_size(rate->size, sizeof *rate, "rate");
    const auto known = fleks::rate_key(key);
    if (!known) refuse({.code = ErrorCode::unknown_key, .field = "--key", .given = key});
    const fleks::RatesOnDate on = table.on(date_of(date, "--date"));
    const fleks::Rate* row = on.row(*known);
    if (row == nullptr) refuse(on.why_not(*known));
    rate->value = row->status == fleks::RateStatus::missing ? FLEKS_NOT_KNOWN : row->count;
    rate->unit = static_cast<std::int32_t>(row->unit());
    rate->status = static_cast<std::int32_t>(row->status);
    rate->first = number_of(fleks::Date{row->first});
    rate->last = row->has_end() ? number_of(fleks::Date{row->last}) : 0;
    // The table keeps each text as a string of its own, which ends with a zero byte; no rate is without a source.
    rate->key = info(*known).name.data();
    rate->source = row->source.data();
    rate->note = row->note.empty() ? "" : row->note.data();
  });
}

std::size_t fleks_rate_key_count(void) { return fleks::rate_key_count; }
const char* fleks_rate_key(std::size_t place) { return place < fleks::rate_key_count ? fleks::rate_keys[place].name.data() : nullptr; }

std::int32_t fleks_month(const fleks_rates* rates, const fleks_month_facts* facts, const fleks_options* options,
                         fleks_month_statement* statement, fleks_error* error) {
  return guarded(error, [&] {
    const fleks::RateTable& table = table_of(rates);
    const fleks::MonthFacts f = facts_of(facts);
    not_null(statement, "statement");
    known_size(statement->size, sizeof *statement, "statement");
    const fleks::MonthStatement s = or_refuse(fleks::fleksloentilskud(f, table, options_of(options)));
    statement->month = number_of(s.month);
    statement->wage_month = number_of(s.wage_month);
    statement->rates_month = number_of(s.rates_month);
    statement->has_right = s.has_right ? 1 : 0;
    statement->pay = rounded(s.pay);
    statement->own_pension = rounded(s.own_pension);
    statement->employer_pension = rounded(s.employer_pension);
    statement->paid_hours = s.paid_hours ? in_ten_thousandths(*s.paid_hours) : FLEKS_NOT_KNOWN;
    statement->wage = rounded(s.wage);
    statement->other_wage = rounded(s.other_wage);
    statement->daily_benefit = rounded(s.daily_benefit);
    statement->base = rounded(s.base);
    statement->threshold = rounded(s.threshold);
    statement->taper = rounded(s.taper);
    statement->before_ceiling = rounded(s.before_ceiling);
    statement->normal_wage_ceiling = s.has_ceiling ? rounded(s.normal_wage_ceiling) : FLEKS_NO_CEILING;
    statement->ceiling_cut = rounded(s.ceiling_cut);
    statement->holiday_cut = rounded(s.holiday_cut);
    statement->fleksloentilskud = s.fleksloentilskud.in_oere();
    statement->own_atp = s.own_atp.in_oere();
    statement->payout = s.payout.in_oere();
    statement->public_atp = s.public_atp ? s.public_atp->in_oere() : FLEKS_NOT_KNOWN;
    statement->obligatory_pension = s.obligatory_pension.in_oere();
    statement->total = rounded(s.total);
  });
}

fleks_text* fleks_month_in_words(const fleks_rates* rates, const fleks_month_facts* facts, const fleks_options* options, std::int32_t form,
                                 std::int32_t language, fleks_error* error) {
  return made(error, [&] {
    const fleks::RateTable& table = table_of(rates);
    const auto month = or_refuse(fleks::explained_month(facts_of(facts), table, options_of(options)));
    const bool json = choice<std::int32_t>(form, {FLEKS_TEXT, FLEKS_JSON}, "--form") == FLEKS_JSON;
    return json ? to_json(month, language_of(language)) : breakdown(month, language_of(language));
  });
}

std::int32_t fleks_compute(const fleks_rates* rates, std::int32_t month, const fleks_months* facts, const fleks_options* options,
                           const fleks_statements* results, fleks_error* error) {
  std::int64_t row = -1;
  const std::int32_t code = guarded(error, [&] {
    const fleks::RateTable& table = table_of(rates);
    const fleks_months& f = given(facts, "facts");
    const fleks_statements& r = given(results, "results");
    const std::size_t n = f.rows;
    if (n != 0) not_null(f.am_income, "am_income");
    const auto batch = or_refuse(fleks::MonthBatch::of(month_of(month, "--month"), table, options_of(options)));
    auto wrong =
        batch.run({in(f.am_income, n), in(f.own_pension, n), in(f.employer_pension, n), in(f.other_wage, n), in(f.daily_benefit, n),
                   in(f.ceiling, n), in(f.ledighedsydelse_days, n), in(f.paid_hours, n)},
                  {out(r.taper, n), out(r.before_ceiling, n), out(r.ceiling_cut, n), out(r.holiday_cut, n), out(r.fleksloentilskud, n),
                   out(r.own_atp, n), out(r.payout, n), out(r.obligatory_pension, n), out(r.public_atp, n)});
    if (!wrong) return;
    row = std::exchange(wrong->line, 0) - 1;
    refuse(std::move(*wrong));
  });
  if (error != nullptr && row >= 0) error->row = row;
  return code;
}

std::int32_t fleks_hours(const fleks_rates* rates, const fleks_citizen* citizen, const fleks_options* options,
                         const fleks_hours_asked* asked, fleks_hours_row* rows, std::size_t row_size, std::size_t capacity,
                         std::size_t* count, fleks_error* error) {
  return guarded(error, [&] {
    const fleks::WorthOfHours worth = worth_of(rates, citizen, options, asked);
    const auto curve = rows_of(worth, *asked);
    if (!has_room(rows, row_size, sizeof *rows, capacity, curve.size(), count, "row_size")) return;
    for (std::size_t i = 0; i < curve.size(); ++i) {
      rows[i] = row_of(curve[i]);
      if (i > 0) rows[i].extra = extra_of(fleks::extra(curve[i - 1], curve[i], worth.hardly_below));
    }
  });
}

std::int32_t fleks_kinks(const fleks_rates* rates, const fleks_citizen* citizen, const fleks_options* options,
                         const fleks_hours_asked* asked, fleks_kink* kinks, std::size_t kink_size, std::size_t capacity, std::size_t* count,
                         fleks_error* error) {
  return guarded(error, [&] {
    const auto found = kinks_of(worth_of(rates, citizen, options, asked), *asked);
    if (!has_room(kinks, kink_size, sizeof *kinks, capacity, found.size(), count, "kink_size")) return;
    std::transform(found.begin(), found.end(), kinks, kink_of);
  });
}

fleks_text* fleks_hours_in_words(const fleks_rates* rates, const fleks_citizen* citizen, const fleks_options* options,
                                 const fleks_hours_asked* asked, std::int32_t form, std::int32_t language, fleks_error* error) {
  return made(error, [&]() -> std::string {
    fleks::WorthOfHours worth = worth_of(rates, citizen, options, asked);
    const auto chosen = choice<std::int32_t>(form, {FLEKS_TEXT, FLEKS_JSON, FLEKS_CSV}, "--form");
    worth.rows = rows_of(worth, *asked);
    worth.kinks = kinks_of(worth, *asked);
    worth.extras = extras_of(worth.rows, worth.hardly_below);
    worth.summary = worth.picture.summary(worth.rows);
    if (chosen == FLEKS_CSV) return to_csv(worth);
    return chosen == FLEKS_JSON ? to_json(worth, language_of(language)) : to_table(worth, language_of(language), false);
  });
}

fleks_text* fleks_case_statement(const fleks_rates* rates, const char* json, std::size_t size, const fleks_case_asked* asked,
                                 std::int32_t form, std::int32_t language, fleks_error* error) {
  return made(error, [&] {
    const fleks::RateTable& table = table_of(rates);
    const fleks_case_asked nothing{.size = sizeof nothing, .as_of = 0, .first = 0, .last = 0, .steps = 0};
    const fleks_case_asked& q = given(asked == nullptr ? &nothing : asked, "asked");
    const fleks::CaseQuestion question{.as_of = date_if_given(q.as_of, "--as-of"),
                                       .first = month_if_given(q.first, "--first"),
                                       .last = month_if_given(q.last, "--last"),
                                       .explained = true};
    const bool steps = yes(q.steps, "--steps");
    const fleks::Case facts = case_of(json, size);
    auto statement = case_statement(facts, table, question);
    if (!statement && (statement.error().field == "--from" || statement.error().field == "--to"))
      statement = std::move(statement).error().in(statement.error().field == "--from" ? "--first" : "--last");
    return told(facts, or_refuse(std::move(statement)), form, language_of(language), table, steps);
  });
}

fleks_text* fleks_case_correction(const fleks_rates* rates, const char* json, std::size_t size, std::int32_t from_month, std::int32_t as_of,
                                  std::int32_t form, std::int32_t language, fleks_error* error) {
  return made(error, [&] {
    const fleks::RateTable& table = table_of(rates);
    const fleks::Month from = month_of(from_month, "--from-month");
    const auto date = date_if_given(as_of, "--as-of");
    const fleks::Case facts = case_of(json, size);
    return told(facts, or_refuse(correction(facts, table, from, date)), form, language_of(language), table, false);
  });
}

fleks_text* fleks_case_letter(const fleks_rates* rates, const char* json, std::size_t size, std::int32_t month, std::int32_t as_of,
                              std::int32_t form, std::int32_t language, fleks_error* error) {
  return made(error, [&] {
    const fleks::RateTable& table = table_of(rates);
    const fleks::Month of = month_of(month, "--month");
    const auto date = date_if_given(as_of, "--as-of");
    const bool html = choice<std::int32_t>(form, {FLEKS_TEXT, FLEKS_HTML}, "--form") == FLEKS_HTML;
    auto text =
        letter(case_of(json, size), table, of, date, language_of(language), html ? fleks::LetterForm::html : fleks::LetterForm::text);
    if (!text && text.error().field == "--letter") text = std::move(text).error().in("--month");
    return or_refuse(std::move(text));
  });
}

fleks_text* fleks_case_problems(const char* json, std::size_t size, std::int32_t language, fleks_error* error) {
  return made(error, [&] {
    not_null(json, "json");
    const auto said_in = language_of(language);
    std::string lines;
    for (const Error& each : fleks::read_case({json, size}).errors) lines += fleks::message(each, said_in) + "\n";
    return lines;
  });
}

const char* fleks_case_schema(void) { return fleks::case_schema().data(); }

}  // extern "C"
