#pragma once

/// Everything public. Facts go in, rates of the date and rules make a statement, words explain it.

#include <fleks/analysis/worth_of_hours.hpp>
#include <fleks/errors/error.hpp>
#include <fleks/errors/result.hpp>
#include <fleks/facts/ledighedsydelse_facts.hpp>
#include <fleks/facts/month_facts.hpp>
#include <fleks/facts/year_facts.hpp>
#include <fleks/rates/municipal_tax.hpp>
#include <fleks/rates/rate_key.hpp>
#include <fleks/rates/rate_table.hpp>
#include <fleks/rules/options.hpp>
#include <fleks/rules/rule.hpp>
#include <fleks/statement/batch.hpp>
#include <fleks/statement/holiday_statement.hpp>
#include <fleks/statement/ledighedsydelse_statement.hpp>
#include <fleks/statement/month_statement.hpp>
#include <fleks/statement/self_employed_grant.hpp>
#include <fleks/statement/step.hpp>
#include <fleks/statement/tax_statement.hpp>
#include <fleks/values/calendar.hpp>
#include <fleks/values/exact.hpp>
#include <fleks/values/hours.hpp>
#include <fleks/values/money.hpp>
#include <fleks/values/percent.hpp>
#include <fleks/values/rounding.hpp>
#include <fleks/words/amounts.hpp>
#include <fleks/words/explanation.hpp>
#include <fleks/words/json.hpp>
#include <fleks/words/language.hpp>
#include <fleks/words/message.hpp>
