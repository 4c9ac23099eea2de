#pragma once

#include <fleks/history/case_statement.hpp>

namespace fleks {

/// What the fact carries.
[[nodiscard]] inline const FactRecord& record_of(const Case& c, const FactUsed& f) {
  switch (f.kind) {
    case FactUsed::Kind::wage: return c.wages[f.index].record;
    case FactUsed::Kind::ceiling: return c.employments[f.employment].ceilings[f.index].record;
    case FactUsed::Kind::daily_benefit: return c.daily_benefits[f.index].record;
    case FactUsed::Kind::holiday: return c.holidays[f.index].record;
    case FactUsed::Kind::benefit_period: return c.ledighedsydelse[f.index].record;
    case FactUsed::Kind::unclaimed_benefit: return c.unclaimed_benefits[f.index].record;
    case FactUsed::Kind::day_sanction: return c.day_sanctions[f.index].record;
    case FactUsed::Kind::sanction: return c.sanctions[f.index].record;
    case FactUsed::Kind::back_payment: return c.back_payments[f.index].record;
    case FactUsed::Kind::income: break;
  }
  return c.incomes[f.index].record;
}

}  // namespace fleks
