#include <algorithm>
#include <array>
#include <memory>
#include <span>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include <fleks/analysis/correction.hpp>
#include <fleks/facts/case.hpp>
#include <fleks/history/case_statement.hpp>
#include <fleks/reading/case_file.hpp>
#include <fleks/words/case.hpp>
#include <fleks/words/explanation.hpp>
#include <fleks/words/rate_impact.hpp>

#include "c_interface/values.hpp"
#include "history/used_fact.hpp"

// A case as a handle, and what is computed of it as arrays of structs.

struct fleks_case {
  std::shared_ptr<const fleks::CheckedCase> facts;
};

/// What changes in a case, and the version of the rates before; none of a kept result.
struct Impact {
  fleks::CaseImpact what;
  std::string against;
};

struct fleks_case_result {
  std::shared_ptr<const fleks::CheckedCase> facts;  // none of an impact
  fleks::RateTable rates;
  std::variant<fleks::CaseStatement, fleks::Correction, Impact> what;
  std::int32_t detail = FLEKS_FACTS;
};

namespace c_interface {
namespace {

using fleks::CaseMonth;
using fleks::CorrectedMonth;
using fleks::Exact;
using fleks::FactUsed;
using fleks::Money;

template <class Enumeration>
constexpr std::int32_t plain(Enumeration value) noexcept {
  return static_cast<std::int32_t>(value);
}
// The numbers of the header are the library's own.
static_assert(plain(fleks::MonthStatus::no_right) == FLEKS_MONTH_NO_RIGHT && plain(fleks::MonthStatus::unknown) == FLEKS_MONTH_UNKNOWN);
static_assert(plain(fleks::MissingFact::Kind::full_time_supplement) == FLEKS_MISSING_FULL_TIME_SUPPLEMENT &&
              plain(fleks::MissingFact::Kind::capped) == FLEKS_MISSING_CAPPED &&
              plain(fleks::MissingFact::Kind::holiday_tax) == FLEKS_MISSING_HOLIDAY_TAX);
static_assert(plain(FactUsed::Kind::ceiling) == FLEKS_LIST_CEILINGS &&
              plain(FactUsed::Kind::benefit_period) == FLEKS_LIST_LEDIGHEDSYDELSE && plain(FactUsed::Kind::income) == FLEKS_LIST_INCOMES &&
              plain(FactUsed::Kind::back_payment) == FLEKS_LIST_BACK_PAYMENTS);
static_assert(plain(fleks::Counts::yes) == FLEKS_COUNTS && plain(fleks::Counts::only_with_holiday) == FLEKS_ONLY_WITH_HOLIDAY &&
              plain(fleks::Counts::hours_unknown) == FLEKS_SIDE_HOURS_UNKNOWN && plain(fleks::Counts::out_of_scope) == FLEKS_OUT_OF_SCOPE &&
              plain(fleks::Counts::no_benefit_paid) == FLEKS_NO_BENEFIT_PAID && plain(fleks::Counts::ended_right) == FLEKS_ENDED_RIGHT);
static_assert(plain(fleks::FactSource::municipality) == FLEKS_FROM_MUNICIPALITY);
static_assert(plain(fleks::StepUnit::months) == FLEKS_STEP_MONTHS);
static_assert(plain(fleks::CorrectionBasis::not_regulated) == FLEKS_BASIS_NOT_REGULATED &&
              plain(fleks::CorrectionBasis::ceiling) == FLEKS_BASIS_CEILING);

/// The id of a rule in a month, as static text; a rule's id is one of the list, which ends each with a zero byte.
const char* id_of(fleks::Rule rule) noexcept { return info(rule).id.data(); }

// ------------------------------------------------------------------------------------------------------- what there is

const fleks_case_result& known(const fleks_case_result* result) {
  not_null(result, "result");
  return *result;
}
/// What a result is, which has to be of one kind.
template <class What>
const What& is(const fleks_case_result* result, const char* danish, const char* english) {
  const What* what = std::get_if<What>(&known(result).what);
  if (what == nullptr) refuse_call(FLEKS_BAD_CALL, "result", danish, english);
  return *what;
}
const fleks::CaseStatement& months_of(const fleks_case_result* result) {
  return is<fleks::CaseStatement>(result, "er ikke en sags måneder (fleks_case_months).",
                                  "is not the months of a case (fleks_case_months).");
}
const fleks::Correction& correction_of(const fleks_case_result* result) {
  return is<fleks::Correction>(result, "er ikke en efterregulering (fleks_case_corrected).", "is not a correction (fleks_case_corrected).");
}
void has(const fleks_case_result* result, std::int32_t detail, const char* danish, const char* english) {
  if (result->detail < detail) refuse_call(FLEKS_BAD_CALL, "result", danish, english);
}

/// A place in lists that each month has one of.
struct Place {
  std::uint32_t month = 0, at = 0;
};
/// The places of the lists of every month, in order; `list` is that of a month.
template <class Months, class List>
std::vector<Place> places_of(const Months& months, List list) {
  std::vector<Place> places;
  for (std::uint32_t m = 0; m < months.size(); ++m)
    for (std::uint32_t i = 0; i < list(months[m]).size(); ++i) places.push_back({m, i});
  return places;
}

// --------------------------------------------------------------------------------------------------------------- months

void put(fleks_case_month& whole, const fleks::MonthStatement& s) {
  whole.has_subsidy = 1;
  whole.wage_month = number_of(s.wage_month);
  whole.wage = rounded(s.wage);
  whole.other_wage = rounded(s.other_wage);
  whole.daily_benefit = rounded(s.daily_benefit);
  whole.base = rounded(s.base);
  whole.taper = rounded(s.taper);
  whole.before_ceiling = rounded(s.before_ceiling);
  whole.normal_wage_ceiling = s.has_ceiling ? rounded(s.normal_wage_ceiling) : FLEKS_NO_CEILING;
  whole.ceiling_cut = rounded(s.ceiling_cut);
  whole.part_cut = rounded(s.part_cut);
  whole.holiday_cut = rounded(s.holiday_cut);
  whole.fleksloentilskud = s.fleksloentilskud.in_oere();
  whole.own_atp = s.own_atp.in_oere();
  whole.subsidy_payout = s.payout.in_oere();
  whole.public_atp = s.public_atp ? s.public_atp->in_oere() : FLEKS_NOT_KNOWN;
  whole.obligatory_pension = s.obligatory_pension.in_oere();
}
void put(fleks_case_month& whole, const fleks::LedighedsydelseStatement& b) {
  whole.has_benefit = 1;
  whole.benefit_class = plain(b.benefit_class);
  whole.benefit_base = rounded(b.base);
  whole.daily_amount = rounded(b.daily_amount);
  whole.payable_weekdays = in_ten_thousandths(b.payable_weekdays);
  whole.part_base = rounded(b.part_base);
  whole.income = rounded(b.income);
  whole.offset = rounded(b.offset);
  whole.holiday_reduction = rounded(b.holiday_reduction);
  whole.holiday_top_up = rounded(b.holiday_top_up);
  whole.missed_cut = rounded(b.missed_cut);
  whole.ledighedsydelse = b.ledighedsydelse.in_oere();
  whole.benefit_own_atp = b.own_atp.in_oere();
  whole.benefit_payout = b.payout.in_oere();
  whole.benefit_public_atp = b.public_atp.in_oere();
  whole.benefit_obligatory_pension = b.obligatory_pension.in_oere();
}
void put(fleks_case_month& whole, const fleks::HolidayAccount& h) {
  whole.earned_with_pay = in_ten_thousandths(h.earned_with_pay);
  whole.held_with_pay = in_ten_thousandths(h.held_with_pay);
  whole.left_with_pay = in_ten_thousandths(h.left_with_pay);
  whole.left_of_year_before = in_ten_thousandths(h.left_of_year_before);
  whole.earned_on_benefit = in_ten_thousandths(h.earned_on_benefit);
  whole.held_on_benefit = in_ten_thousandths(h.held_on_benefit);
  whole.left_on_benefit = in_ten_thousandths(h.left_on_benefit);
}

fleks_case_month plain_month(const fleks::Case& facts, const CaseMonth& m) {
  fleks_case_month whole{};
  whole.month = number_of(m.month);
  whole.decided = number_of(decision_date(facts, m.month));
  whole.status = plain(m.status);
  whole.in_fleksjob = m.in_fleksjob ? 1 : 0;
  whole.income_month = number_of(m.income_month);
  whole.benefit_months = m.benefit_months;
  whole.benefit_months_of_24 = m.benefit_months_of_24;
  whole.review_due = m.review_due ? 1 : 0;
  whole.long_term = m.long_term ? 1 : 0;
  whole.wage_expected = std::ranges::any_of(m.basis, [](const fleks::Basis& basis) { return basis.expected; }) ? 1 : 0;
  whole.reason = m.reason ? id_of(*m.reason) : "";
  whole.payout = m.payout.in_oere();
  if (m.subsidy) put(whole, *m.subsidy);
  if (m.benefit) put(whole, *m.benefit);
  put(whole, m.holiday);
  return whole;
}

fleks_case_missing plain_missing(const fleks::Case& facts, const CaseMonth& m, const fleks::MissingFact& missing) {
  fleks_case_missing whole{};
  whole.month = number_of(m.month);
  whole.kind = plain(missing.kind);
  whole.of_month = number_of(missing.month);
  whole.decides = missing.decides ? 1 : 0;
  whole.employment = missing.employment < facts.employments.size() ? static_cast<std::int32_t>(missing.employment) : -1;
  whole.index = static_cast<std::int32_t>(missing.index);
  whole.item = static_cast<std::int32_t>(missing.item);
  const auto other = std::ranges::find(m.otherwise, missing, &fleks::Otherwise::missing);
  whole.otherwise = other == m.otherwise.end() ? FLEKS_NOT_KNOWN : other->fleksloentilskud.in_oere();
  return whole;
}

// ---------------------------------------------------------------------------------------------------------------- facts

fleks_case_fact plain_fact(const fleks::Case& facts, const FactUsed& fact, std::int32_t month, std::int32_t change) {
  const bool of_a_job = fact.kind == FactUsed::Kind::wage || fact.kind == FactUsed::Kind::ceiling;
  const fleks::FactRecord& record = record_of(facts, fact);
  fleks_case_fact whole{};
  whole.month = month;
  whole.list = plain(fact.kind);
  whole.index = static_cast<std::int32_t>(fact.index);
  whole.employment = of_a_job ? static_cast<std::int32_t>(fact.employment) : -1;
  whole.counts = plain(fact.counts);
  whole.change = change;
  whole.source = plain(record.source);
  whole.known = record.known == fleks::Date{} ? 0 : number_of(record.known);
  whole.amount = rounded(fact.amount);
  whole.id = record.id.c_str();
  return whole;
}

/// Each fact of a list once.
void add_once(std::vector<fleks_case_fact>& to, const fleks::Case& facts, const std::vector<FactUsed>& used, std::int32_t month,
              std::int32_t change) {
  for (auto fact = used.begin(); fact != used.end(); ++fact)
    if (std::find(used.begin(), fact, *fact) == fact) to.push_back(plain_fact(facts, *fact, month, change));
}

std::vector<fleks_case_fact> facts_of(const fleks_case_result* result) {
  std::vector<fleks_case_fact> all;
  if (const auto* correction = std::get_if<fleks::Correction>(&known(result).what)) {
    const fleks::Case& facts = result->facts->facts();
    for (const CorrectedMonth& m : correction->months) {
      add_once(all, facts, m.new_facts, number_of(m.month), 1);
      add_once(all, facts, m.old_facts, number_of(m.month), -1);
    }
    return all;
  }
  const fleks::CaseStatement& statement = months_of(result);
  has(result, FLEKS_FACTS, "er uden oplysninger; de skal bestilles (FLEKS_FACTS).",
      "is without facts; they have to be asked for (FLEKS_FACTS).");
  const fleks::Case& facts = result->facts->facts();
  for (const CaseMonth& m : statement.months) add_once(all, facts, m.facts, number_of(m.month), 0);
  add_once(all, facts, statement.unused, 0, 0);
  return all;
}

// ---------------------------------------------------------------------------------------------------------------- steps

fleks_case_step plain_step(fleks::Month month, const fleks::Step& step) {
  fleks_case_step whole{};
  whole.month = number_of(month);
  whole.unit = plain(step.unit);
  whole.rests_on_choice = step.rests_on_choice ? 1 : 0;
  whole.changed_by_reform = step.changed_by_reform ? 1 : 0;
  whole.amount = step.unit == fleks::StepUnit::kroner ? rounded(step.amount) : in_ten_thousandths(step.amount);
  const Exact reduced = step.amount.reduced();
  const auto n = static_cast<std::int64_t>(reduced.numerator()), d = static_cast<std::int64_t>(reduced.denominator());
  if (n == reduced.numerator() && d == reduced.denominator()) {
    whole.numerator = n;
    whole.denominator = d;
  }
  whole.rule = id_of(step.rule);
  for (std::size_t i = 0; i < std::size(whole.rates); ++i) whole.rates[i] = i < step.rate_count ? info(step.rate_keys[i]).name.data() : "";
  return whole;
}

const fleks::CaseStatement& steps_of(const fleks_case_result* result) {
  const fleks::CaseStatement& statement = months_of(result);
  has(result, FLEKS_STEPS, "er uden trin; de skal bestilles (FLEKS_STEPS).", "is without steps; they have to be asked for (FLEKS_STEPS).");
  return statement;
}

/// The month whose rates a month of the case is computed by.
fleks::Month rates_month(const fleks::Case& facts, fleks::Month month) {
  return facts.options.month.rates_of == fleks::RatesOf::subsidy_month ? month : fleks::month_before(month);
}

// ---------------------------------------------------------------------------------------------------------- a correction

fleks_corrected_month plain_corrected(const CorrectedMonth& m) {
  fleks_corrected_month whole{};
  whole.month = number_of(m.month);
  whole.decided = number_of(m.decided);
  whole.basis = plain(m.basis);
  whole.too_old = m.too_old ? 1 : 0;
  whole.paid_is_stated = m.stated ? 1 : 0;
  whole.lines = static_cast<std::int32_t>(m.lines.size());
  whole.rule = m.basis == fleks::CorrectionBasis::none ? "" : id_of(m.rule);
  whole.paid = m.paid.in_oere();
  whole.due = m.due.in_oere();
  whole.difference = m.difference.in_oere();
  whole.recoverable = m.recoverable.in_oere();
  return whole;
}

fleks_correction_line plain_line(fleks::Month month, const fleks::CorrectionLine& line) {
  fleks_correction_line whole{};
  whole.month = number_of(month);
  whole.rule = line.rule ? id_of(*line.rule) : "";
  whole.paid = rounded(line.paid);
  whole.due = rounded(line.due);
  whole.difference = rounded(line.difference);
  return whole;
}

// -------------------------------------------------------------------------------------------------------------- an impact

fleks_impact_month plain_impact(const fleks::MonthImpact& m) {
  fleks_impact_month whole{};
  whole.month = number_of(m.month);
  whole.decided = number_of(m.decided);
  if (m.before) {
    whole.before_known = 1;
    whole.before_status = plain(m.before->status);
    whole.before_fleksloentilskud = m.before->fleksloentilskud.in_oere();
    whole.before_ledighedsydelse = m.before->ledighedsydelse.in_oere();
    whole.before_payout = m.before->payout.in_oere();
  }
  if (m.after) {
    whole.after_known = 1;
    whole.after_status = plain(m.after->status);
    whole.after_fleksloentilskud = m.after->fleksloentilskud.in_oere();
    whole.after_ledighedsydelse = m.after->ledighedsydelse.in_oere();
    whole.after_payout = m.after->payout.in_oere();
  }
  if (const auto difference = m.difference()) {
    whole.difference_known = 1;
    whole.difference = difference->in_oere();
  }
  return whole;
}

std::string told(const Impact& impact, const fleks::RateTable& after, std::int32_t form, fleks::Language language) {
  const std::span<const fleks::CaseImpact> one(&impact.what, 1);
  // A case in which nothing changes is counted, and not listed.
  const auto listed = impact.what.months.empty() ? one.first(0) : one;
  fleks::ImpactCount count;
  count.add(impact.what);
  return form == FLEKS_JSON  ? to_json(listed, count, impact.against, after)
         : form == FLEKS_CSV ? to_csv(listed)
                             : breakdown(listed, count, language);
}

}  // namespace
}  // namespace c_interface

using namespace c_interface;

extern "C" {

fleks_case* fleks_case_read(const char* json, std::size_t size, fleks_error* error) {
  fleks_case* read = nullptr;
  guarded(error, [&] { read = new fleks_case{std::make_shared<const fleks::CheckedCase>(case_of(json, size))}; });
  return read;
}
void fleks_case_free(fleks_case* facts) { delete facts; }

fleks_case_result* fleks_case_months(const fleks_rates* rates, const fleks_case* facts, const fleks_case_asked* asked, std::int32_t detail,
                                     fleks_error* error) {
  fleks_case_result* result = nullptr;
  guarded(error, [&] {
    const fleks::RateTable& table = law_of(rates);
    not_null(facts, "facts");
    const fleks_case_asked q = asked == nullptr ? fleks_case_asked{} : given(asked, "asked");
    for (const auto& [value, field] : {std::pair{q.steps, "steps"}, std::pair{q.amounts_only, "amounts_only"}})
      if (value != 0) refuse({.code = ErrorCode::exclusive_facts, .field = field, .allowed = fleks::NotWith{{"detail"}}});
    const auto wanted = choice<std::int32_t>(detail, {FLEKS_AMOUNTS, FLEKS_FACTS, FLEKS_STEPS}, "detail");
    fleks::CaseQuestion question = question_of(q);
    question.explained = wanted != FLEKS_AMOUNTS;
    auto statement = or_refuse(case_statement(*facts->facts, table, question));
    if (wanted == FLEKS_FACTS)
      for (CaseMonth& month : statement.months) month.steps.clear();
    result = new fleks_case_result{facts->facts, table, std::move(statement), wanted};
  });
  return result;
}

fleks_case_result* fleks_case_corrected(const fleks_rates* rates, const fleks_case* facts, std::int32_t from_month, std::int32_t as_of,
                                        fleks_error* error) {
  fleks_case_result* result = nullptr;
  guarded(error, [&] {
    const fleks::RateTable& table = law_of(rates);
    not_null(facts, "facts");
    const fleks::Month from = month_of(from_month, "from_month");
    const auto date = date_if_given(as_of, "as_of");
    result = new fleks_case_result{facts->facts, table, or_refuse(correction(*facts->facts, table, from, date))};
  });
  return result;
}

void fleks_case_result_free(fleks_case_result* result) { delete result; }

fleks_text* fleks_case_result_in_words(const fleks_case_result* result, std::int32_t form, std::int32_t language, fleks_error* error) {
  return made(error, [&] {
    const fleks_case_result& r = known(result);
    if (const auto* impact = std::get_if<Impact>(&r.what))
      return told(*impact, r.rates, choice<std::int32_t>(form, {FLEKS_TEXT, FLEKS_JSON, FLEKS_CSV}, "form"), language_of(language));
    const fleks::Case& facts = r.facts->facts();
    const bool json = choice<std::int32_t>(form, {FLEKS_TEXT, FLEKS_JSON}, "form") == FLEKS_JSON;
    const auto said_in = language_of(language);
    if (const auto* corrected = std::get_if<fleks::Correction>(&r.what))
      return json ? to_json(facts, *corrected, r.rates, said_in) : breakdown(facts, *corrected, said_in);
    const auto& statement = std::get<fleks::CaseStatement>(r.what);
    return json ? to_json(facts, statement, r.rates, said_in) : breakdown(facts, statement, r.rates, said_in, r.detail == FLEKS_STEPS);
  });
}

fleks_case_result* fleks_case_impact(const fleks_rates* before, const fleks_rates* after, const char* json, std::size_t size,
                                     const fleks_case_asked* asked, fleks_error* error) {
  fleks_case_result* result = nullptr;
  guarded(error, [&] {
    const fleks::RateTable& now = law_of(after, "after");
    not_null(json, "json");
    const fleks_case_asked q = asked == nullptr ? fleks_case_asked{} : given(asked, "asked");
    for (const auto& [value, field] : {std::pair{q.steps, "steps"}, std::pair{q.amounts_only, "amounts_only"}})
      if (value != 0) refuse({.code = ErrorCode::exclusive_facts, .field = field, .allowed = fleks::NotWith{{"fleks_case_impact"}}});
    fleks::ImpactQuestion question{.before = {}, .after = now, .months = question_of(q)};
    if (before != nullptr) question.before = law_of(before, "before");
    auto found = fleks::case_impact("case", {json, size}, question);
    if (!found && (found.error().field.text() == "before" || found.error().field.text() == "as_of")) refuse(std::move(found).error());
    if (!found) refuse_text(std::move(found).error());
    if (!found->changed.empty())
      refuse_call(FLEKS_BAD_CALL, "json", "er ændret, efter at det blev forseglet: " + found->changed + ".",
                  "was changed after it was sealed: " + found->changed + ".");
    std::string against = before == nullptr ? std::string{} : question.before->version();
    result = new fleks_case_result{nullptr, now, Impact{*std::move(found), std::move(against)}};
  });
  return result;
}

std::int32_t fleks_impact_months(const fleks_case_result* result, fleks_impact_month* months, std::size_t month_size, std::size_t capacity,
                                 std::size_t* count, fleks_error* error) {
  return guarded(error, [&] {
    const auto& all =
        is<Impact>(result, "er ikke en virkning af satser (fleks_case_impact).", "is not an impact (fleks_case_impact).").what.months;
    put_each<fleks_impact_month>(
        all.size(), [&](std::size_t i) { return plain_impact(all[i]); }, months, month_size, capacity, count, "month_size");
  });
}

std::int32_t fleks_case_month_rows(const fleks_case_result* result, fleks_case_month* months, std::size_t month_size, std::size_t capacity,
                                   std::size_t* count, fleks_error* error) {
  return guarded(error, [&] {
    const auto& all = months_of(result).months;
    const fleks::Case& facts = result->facts->facts();
    put_each<fleks_case_month>(
        all.size(), [&](std::size_t i) { return plain_month(facts, all[i]); }, months, month_size, capacity, count, "month_size");
  });
}

std::int32_t fleks_case_missing_facts(const fleks_case_result* result, fleks_case_missing* missing, std::size_t missing_size,
                                      std::size_t capacity, std::size_t* count, fleks_error* error) {
  return guarded(error, [&] {
    const auto& months = months_of(result).months;
    const fleks::Case& facts = result->facts->facts();
    const auto places = places_of(
        months, [](const CaseMonth& m) -> const auto& { return m.missing; });
    const auto one = [&](std::size_t i) {
      const CaseMonth& m = months[places[i].month];
      return plain_missing(facts, m, m.missing[places[i].at]);
    };
    put_each<fleks_case_missing>(places.size(), one, missing, missing_size, capacity, count, "missing_size");
  });
}

std::int32_t fleks_case_facts(const fleks_case_result* result, fleks_case_fact* facts, std::size_t fact_size, std::size_t capacity,
                              std::size_t* count, fleks_error* error) {
  return guarded(error, [&] {
    const auto all = facts_of(result);
    put_each<fleks_case_fact>(
        all.size(), [&](std::size_t i) { return all[i]; }, facts, fact_size, capacity, count, "fact_size");
  });
}

std::int32_t fleks_case_steps(const fleks_case_result* result, fleks_case_step* steps, std::size_t step_size, std::size_t capacity,
                              std::size_t* count, fleks_error* error) {
  return guarded(error, [&] {
    const auto& months = steps_of(result).months;
    const auto places = places_of(
        months, [](const CaseMonth& m) -> const auto& { return m.steps; });
    const auto one = [&](std::size_t i) {
      const CaseMonth& m = months[places[i].month];
      return plain_step(m.month, m.steps[places[i].at]);
    };
    put_each<fleks_case_step>(places.size(), one, steps, step_size, capacity, count, "step_size");
  });
}

fleks_text* fleks_case_step_in_words(const fleks_case_result* result, std::size_t place, std::int32_t language, fleks_error* error) {
  return made(error, [&] {
    const auto& months = steps_of(result).months;
    const auto said_in = language_of(language);
    std::size_t left = place;
    for (const CaseMonth& m : months) {
      if (left < m.steps.size()) return in_words(m.steps[left], result->rates.on(rates_month(result->facts->facts(), m.month)), said_in);
      left -= m.steps.size();
    }
    refuse({.code = ErrorCode::out_of_range,
            .field = "place",
            .given = std::to_string(place),
            .allowed = fleks::AtMost{static_cast<std::int64_t>(place - left) - 1}});
  });
}

std::int32_t fleks_corrected_months(const fleks_case_result* result, fleks_corrected_month* months, std::size_t month_size,
                                    std::size_t capacity, std::size_t* count, fleks_error* error) {
  return guarded(error, [&] {
    const auto& all = correction_of(result).months;
    put_each<fleks_corrected_month>(
        all.size(), [&](std::size_t i) { return plain_corrected(all[i]); }, months, month_size, capacity, count, "month_size");
  });
}

std::int32_t fleks_correction_lines(const fleks_case_result* result, fleks_correction_line* lines, std::size_t line_size,
                                    std::size_t capacity, std::size_t* count, fleks_error* error) {
  return guarded(error, [&] {
    const auto& months = correction_of(result).months;
    const auto places = places_of(
        months, [](const CorrectedMonth& m) -> const auto& { return m.lines; });
    const auto one = [&](std::size_t i) {
      const CorrectedMonth& m = months[places[i].month];
      return plain_line(m.month, m.lines[places[i].at]);
    };
    put_each<fleks_correction_line>(places.size(), one, lines, line_size, capacity, count, "line_size");
  });
}

std::int32_t fleks_settlements(const fleks_case_result* result, fleks_settlement* settlements, std::size_t settlement_size,
                               std::size_t capacity, std::size_t* count, fleks_error* error) {
  return guarded(error, [&] {
    const auto& all = correction_of(result).settlements;
    const auto one = [&](std::size_t i) {
      fleks_settlement whole{};
      whole.month = number_of(all[i].month);
      whole.amount = all[i].amount.in_oere();
      return whole;
    };
    put_each<fleks_settlement>(all.size(), one, settlements, settlement_size, capacity, count, "settlement_size");
  });
}

std::int32_t fleks_reduced_claims(const fleks_case_result* result, fleks_reduced_claim* claims, std::size_t claim_size,
                                  std::size_t capacity, std::size_t* count, fleks_error* error) {
  return guarded(error, [&] {
    const auto& all = correction_of(result).claims;
    const auto one = [&](std::size_t i) {
      fleks_reduced_claim whole{};
      whole.index = static_cast<std::int32_t>(all[i].index);
      whole.ledighedsydelse = all[i].ledighedsydelse.in_oere();
      whole.deducted = all[i].deducted.in_oere();
      whole.left = all[i].left.in_oere();
      return whole;
    };
    put_each<fleks_reduced_claim>(all.size(), one, claims, claim_size, capacity, count, "claim_size");
  });
}

std::int32_t fleks_case_totals(const fleks_case_result* result, fleks_correction_totals* totals, fleks_error* error) {
  return guarded(error, [&] {
    const fleks::Correction& c = correction_of(result);
    const Results results(totals, "totals");
    fleks_correction_totals whole{};
    whole.as_of = number_of(c.as_of);
    whole.first = number_of(c.first);
    whole.reaches = number_of(c.reaches);
    whole.total = c.total.in_oere();
    whole.to_pay_out = c.to_pay_out.in_oere();
    whole.to_recover = c.to_recover.in_oere();
    whole.not_regulated = c.not_regulated.in_oere();
    whole.too_old = c.too_old.in_oere();
    whole.not_settled = c.not_settled.in_oere();
    results.are(whole);
  });
}

}  // extern "C"
