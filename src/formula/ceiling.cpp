#include "formula/maker.hpp"
#include "rules/normal_wage_ceiling.hpp"

namespace fleks {
namespace {

using law::Symbol;

class CeilingFormula : law::FormulaMaker {
 public:
  CeilingFormula(const RateTable& table, std::span<const Fact> facts) noexcept : FormulaMaker(facts), table_(table) {}

  Formula made() {
    law::SymbolRates read(formula_, expressions_, table_);
    law::Untraced untraced;
    const Symbol base = law::full_time_base(fact(Fact::ceiling_hourly), read(RateKey::full_time_hours_week), untraced);
    const Symbol supplements = fact(Fact::ceiling_supplements);
    const Symbol bonus = fact(Fact::ceiling_bonus);
    const Symbol pension = fact(Fact::ceiling_pension, Percent::whole(100).ten_thousandths());
    const Symbol ceiling = law::ceiling_from_parts(base, supplements, bonus, pension, fact(Fact::ceiling_holiday_supplement), untraced);
    step("base", Rule::LOFT_3, base);
    step("normal_wage_ceiling", Rule::LOFT_3, ceiling);
    return std::move(formula_);
  }

 private:
  const RateTable& table_;
};

}  // namespace

Formula formula_of_ceiling(const RateTable& rates, std::span<const Fact> facts) { return CeilingFormula(rates, facts).made(); }

}  // namespace fleks
