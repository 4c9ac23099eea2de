#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <fleks/errors/result.hpp>
#include <fleks/facts/case.hpp>
#include <fleks/reading/income_register.hpp>

namespace fleks {

/// What the officer says of a payer.
struct PayerIs {
  std::string payer{};     ///< SE-number
  std::string employee{};  ///< only of that number of employee; empty: of all
  std::string is{};        ///< `fleksjob`, `other`, or the id of an employment of the case
};

/// Reads what a payer is. Errors: `no_such_choice` for another form.
/// Example: `12345678=fleksjob`, `12345678/17=other`, `12345678=brugsen`.
[[nodiscard]] Result<PayerIs> parse_payer_is(std::string_view text);

/// What is said beside the answer.
struct IncomeChoices {
  std::vector<PayerIs> jobs{};     ///< what the payers are
  std::optional<Money> ceiling{};  ///< the full-time pay of a fleksjob that has none
  std::optional<Date> fetched{};   ///< the day the answer was fetched: nothing in it was known before
  bool keep_person = false;        ///< ids keep the person's number, where a payer has used it in them
};

/// What the register cannot know, with the place in the case file where the answer goes.
struct IncomeQuestion {
  /// What is asked.
  enum class Kind : std::uint8_t {
    job_kind,          ///< whether a payer's job is the fleksjob
    same_job,          ///< whether the only payer is the only job of the case
    job_begins,        ///< the day the job began
    ceiling,           ///< full-time pay (LOFT-1)
    holiday,           ///< holiday taken
    private_pension,   ///< a pension scheme that the register does not have
    supplements,       ///< ferietillæg and fritvalg inside field 13 (FLT-16)
    bonus_months,      ///< which months a large payment covers (FLT-6)
    corrected_months,  ///< which months an R mark corrects
    two_employees,     ///< a payer with two numbers of employee: one job or two
    unknown_kind,      ///< an income kind that is not known here
    holiday_pay,       ///< holiday pay whose gross, days or use is not known (FLT-15)
    unknown_reversal,  ///< a reversal of a report that is not here
    holiday_tax,       ///< what tax and AM-bidrag of holiday pay is that the register has after tax (BEK-FLT § 6)
  };
  Kind kind{};                   ///< what is asked
  std::string place{};           ///< in the case file. Example: `employments[0].ceilings`
  std::string about{};           ///< the payer, or the report
  std::optional<Month> month{};  ///< of which month, where it is of one
};

/// Something of the answer that makes no fact of the case.
struct IncomeLeftOut {
  /// Why.
  enum class Why : std::uint8_t {
    own_subsidy,       ///< the fleksløntilskud itself (kind 0083): held against what was due
    other_benefit,     ///< kontanthjælp, revalidering, fleksydelse and the like
    not_wage,          ///< A-income without AM-bidrag, ATP, tax and the like
    unknown_income,    ///< an income type that is not known here
    unknown_field,     ///< a field without a meaning here
    reversed,          ///< taken back, or marked so, before it held
    reversal,          ///< takes another report back
    unknown_reversal,  ///< takes back what is not here
    twice,             ///< is here already
    before_job,        ///< before the case's job begins
    nothing,           ///< says nothing of income
  };
  Why why{};             ///< why
  std::string report{};  ///< payer and id
  Period period{};       ///< the pay period
  std::string detail{};  ///< the field, kind or other report it is about
  Money amount{};        ///< as far as it is one
};

/// Fleksløntilskud that a municipality has reported as paid (kind 0083).
struct PaidSubsidy {
  Month month{};         ///< the month it is for
  Money amount{};        ///< after own ATP, before tax
  std::string report{};  ///< payer and id
};

/// A case made of a register's answer, or an old one extended by it.
struct IncomeCase {
  Case facts{};                             ///< all of it: what was there, and what is new behind it
  bool extends = false;                     ///< an old case is extended
  std::size_t employments = 0;              ///< how many of `facts` were there
  std::size_t wages = 0;                    ///< likewise
  std::size_t daily_benefits = 0;           ///< likewise
  std::size_t incomes = 0;                  ///< likewise
  std::size_t recognised = 0;               ///< records of the answer that the case had already, unchanged
  std::size_t corrected = 0;                ///< records of the case that the answer changes or takes back
  std::vector<std::size_t> ceilings{};      ///< employments that were there and now get the ceiling given
  std::vector<IncomeQuestion> questions{};  ///< what is to be answered
  std::vector<IncomeLeftOut> left_out{};    ///< what is no fact of the case, and why
  std::vector<PaidSubsidy> paid{};          ///< fleksløntilskud paid, as the register has it
};

/// Makes a case of what the register says of a person, or extends `old` by it.
///
/// Each part of a report that held becomes a fact with an id made of payer, report and period, by which it is known again; what
/// takes it back, a correction of it. Nothing of `old` is changed or left out. The day a fact is known is that of disposal, or the
/// day the answer was fetched where that is later, so that a case asked as of a day is what was known then.
/// Errors: `missing_fact` when there is no report at all, `negative` when a job's sum of a month is below zero, naming the reports,
/// `no_such_choice` for a payer's job that the case does not have. Source: BEK-FLT § 14; rulebook 11.
/// Example: one report of 7.210,50 kr. is one wage record of a fleksjob, and four questions.
[[nodiscard]] Result<IncomeCase> income_case(const RegisterPerson& person, const IncomeChoices& choices, const Case* old = nullptr);

}  // namespace fleks
