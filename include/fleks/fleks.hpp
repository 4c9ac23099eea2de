#pragma once

/// Everything public. Facts go in, rates of the date and rules make a statement, words explain it.

// One error, and not two hundred of what it is made of.
#if defined(__cplusplus) && __cplusplus < 202002L && !(defined(_MSVC_LANG) && _MSVC_LANG >= 202002L)
#error "fleks needs C++20: compile with -std=c++20 (in CMake, linking to fleks::fleks asks for it)"
#else

#include <fleks/analysis/audit.hpp>
#include <fleks/analysis/audit_file.hpp>
#include <fleks/analysis/bounds.hpp>
#include <fleks/analysis/correction.hpp>
#include <fleks/analysis/effort_result.hpp>
#include <fleks/analysis/known_months.hpp>
#include <fleks/analysis/measures.hpp>
#include <fleks/analysis/net_columns.hpp>
#include <fleks/analysis/paid_subsidy.hpp>
#include <fleks/analysis/population.hpp>
#include <fleks/analysis/population_stream.hpp>
#include <fleks/analysis/population_summary.hpp>
#include <fleks/analysis/purses.hpp>
#include <fleks/analysis/rate_impact.hpp>
#include <fleks/analysis/refund_check.hpp>
#include <fleks/analysis/sample.hpp>
#include <fleks/analysis/table.hpp>
#include <fleks/analysis/worth_of_hours.hpp>
#include <fleks/errors/allowed.hpp>
#include <fleks/errors/error.hpp>
#include <fleks/errors/fact.hpp>
#include <fleks/errors/result.hpp>
#include <fleks/facts/case.hpp>
#include <fleks/facts/correspondence.hpp>
#include <fleks/facts/effort.hpp>
#include <fleks/facts/first_month.hpp>
#include <fleks/facts/holiday_facts.hpp>
#include <fleks/facts/ledighedsydelse_facts.hpp>
#include <fleks/facts/month_facts.hpp>
#include <fleks/facts/municipal_facts.hpp>
#include <fleks/facts/municipal_names.hpp>
#include <fleks/facts/names.hpp>
#include <fleks/facts/options.hpp>
#include <fleks/facts/year_facts.hpp>
#include <fleks/formula/formula.hpp>
#include <fleks/history/case_statement.hpp>
#include <fleks/history/municipal_ledger.hpp>
#include <fleks/rates/municipal_tax.hpp>
#include <fleks/rates/rate_key.hpp>
#include <fleks/rates/rate_key_list.hpp>
#include <fleks/rates/rate_table.hpp>
#include <fleks/rates/rate_unit.hpp>
#include <fleks/rates/rates_csv.hpp>
#include <fleks/rates/unusual_rates.hpp>
#include <fleks/reading/case_file.hpp>
#include <fleks/reading/effort_file.hpp>
#include <fleks/reading/income_case.hpp>
#include <fleks/reading/income_register.hpp>
#include <fleks/reading/reform.hpp>
#include <fleks/reading/refund_file.hpp>
#include <fleks/rules/rule.hpp>
#include <fleks/rules/rule_list.hpp>
#include <fleks/rules/step.hpp>
#include <fleks/statement/after_tax.hpp>
#include <fleks/statement/batch.hpp>
#include <fleks/statement/ceiling_statement.hpp>
#include <fleks/statement/explained.hpp>
#include <fleks/statement/holiday_statement.hpp>
#include <fleks/statement/housing_statement.hpp>
#include <fleks/statement/ledighedsydelse_statement.hpp>
#include <fleks/statement/month_statement.hpp>
#include <fleks/statement/municipal_statement.hpp>
#include <fleks/statement/self_employed_grant.hpp>
#include <fleks/statement/tax_statement.hpp>
#include <fleks/text/shown.hpp>
#include <fleks/values/calendar.hpp>
#include <fleks/values/exact.hpp>
#include <fleks/values/hours.hpp>
#include <fleks/values/money.hpp>
#include <fleks/values/names.hpp>
#include <fleks/values/percent.hpp>
#include <fleks/values/public_holidays.hpp>
#include <fleks/values/rounding.hpp>
#include <fleks/version.hpp>
#include <fleks/words/after_tax.hpp>
#include <fleks/words/amounts.hpp>
#include <fleks/words/audit.hpp>
#include <fleks/words/benefits.hpp>
#include <fleks/words/bounds.hpp>
#include <fleks/words/case.hpp>
#include <fleks/words/effort.hpp>
#include <fleks/words/explanation.hpp>
#include <fleks/words/formula.hpp>
#include <fleks/words/income.hpp>
#include <fleks/words/json.hpp>
#include <fleks/words/language.hpp>
#include <fleks/words/letter.hpp>
#include <fleks/words/message.hpp>
#include <fleks/words/municipality.hpp>
#include <fleks/words/padding.hpp>
#include <fleks/words/population.hpp>
#include <fleks/words/rate_impact.hpp>
#include <fleks/words/record.hpp>
#include <fleks/words/refund_check.hpp>
#include <fleks/words/rules.hpp>
#include <fleks/words/worth_in_words.hpp>

#endif
