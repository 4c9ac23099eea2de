#include "rules/ledighedsydelse.hpp"

#include "formula/maker.hpp"
#include "rules/by_law.hpp"
#include "rules/contributions.hpp"
#include "rules/rate_class.hpp"

namespace fleks {
namespace {

using law::Symbol;

constexpr std::int64_t in_days = 10'000, in_hours = 10'000;

class BenefitFormula : law::FormulaMaker {
 public:
  BenefitFormula(Month month, BenefitClass of, bool provider, const RateTable& table, std::span<const Fact> facts) noexcept
      : FormulaMaker(facts),
        month_(month),
        class_(of),
        provider_(of == BenefitClass::full ? provider : of == BenefitClass::low_provider),
        table_(table) {}

  Formula made() {
    law::SymbolRates read(formula_, expressions_, table_);
    law::LedighedsydelseRatesOf<Symbol> rates{.base = read(law::class_keys[static_cast<std::size_t>(class_)]),
                                              .threshold = read(RateKey::taper_threshold_month),
                                              .low = read(RateKey::taper_low_pct),
                                              .high = read(RateKey::taper_high_pct)};
    law::LedighedsydelseMonthOf<Symbol> in;
    for (const Fact part : {Fact::am_income, Fact::own_pension, Fact::employer_pension}) in.wage = in.wage + fact(part);
    in.replacing_income = fact(Fact::replacing_income);
    in.paid_out_holiday_allowance = fact(Fact::paid_out_holiday_allowance);
    if (is_named(Fact::self_employed_hours) && table_.on(month_).find(RateKey::conversion_rate_hour) != nullptr) {
      in.self_employed_hours = fact(Fact::self_employed_hours, in_hours);
      rates.an_hour = read(RateKey::conversion_rate_hour);
    }
    const Exact of_month = Exact::whole(weekdays(month_));
    in.weekdays = Symbol(of_month);
    in.entitled = is_named(Fact::entitled_weekdays) ? fact(Fact::entitled_weekdays, in_days) : in.weekdays;
    in.sanctioned = fact(Fact::sanction_days, in_days);
    in.untaken = fact(Fact::untaken_holiday_days, in_days);
    in.of_class[0] = {.daily_amount = law::daily_amount(rates.base),
                      .holiday = fact(Fact::holiday_days, in_days),
                      .holiday_pay_a_day = fact(Fact::holiday_pay_per_day)};
    law::Untraced untraced;
    const auto benefit = law::ledighedsydelse(in, rates, untraced);
    const bool krone = law::by_law(RoundTo::by_law, Rule::LY_15, month_) == RoundTo::krone;
    const Symbol paid = krone ? nearest_krone(benefit.due) : nearest_oere(benefit.due);

    step("part_base", Rule::LY_4, benefit.part_base);
    step("income", Rule::LY_5, benefit.income);
    step("offset", Rule::LY_5, benefit.offset);
    step("holiday_reduction", Rule::LY_9, benefit.holiday_reduction);
    step("holiday_top_up", Rule::LY_9, benefit.holiday_top_up);
    step("due", Rule::LY_5, benefit.due);
    step("ledighedsydelse", Rule::LY_15, paid);
    const Symbol part = least(Cause::none, Symbol(Exact::whole(1)), benefit.payable * Symbol(Exact::whole(1) / of_month));
    const RateKey low = provider_ ? RateKey::ledighedsydelse_low_provider_month : RateKey::ledighedsydelse_low_nonprovider_month;
    // Rates stand in the formula in the order they are asked for, which that of arguments does not give.
    const Symbol base_of_low = read(low), own_atp = read(RateKey::atp_ledighedsydelse_own_month),
                 public_atp = read(RateKey::atp_ledighedsydelse_public_month);
    const auto atp = law::atp_of_ledighedsydelse(paid, part, base_of_low, low, own_atp, public_atp, untraced);
    step("own_atp", Rule::LY_13, atp.own);
    const Symbol payout = paid - atp.own;
    step("payout", Rule::LY_13, payout);
    step("public_atp", Rule::LY_13, atp.state);
    step("obligatory_pension", Rule::FLT_19, law::obligatory_pension(payout, read(RateKey::obligatory_pension_pct), untraced));
    return std::move(formula_);
  }

 private:
  Month month_;
  BenefitClass class_;
  bool provider_;
  const RateTable& table_;
};

}  // namespace

Formula formula_of_ledighedsydelse(Month month, BenefitClass of, bool provider, const RateTable& rates, std::span<const Fact> facts) {
  return BenefitFormula(month, of, provider, rates, facts).made();
}

}  // namespace fleks
