#include "formula/maker.hpp"
#include "rules/net_picture.hpp"
#include "rules/year_rates.hpp"

namespace fleks {
namespace law {

template <>
struct NumbersOf<Symbol> {
  using type = SymbolNumbers;
};

}  // namespace law

namespace {

using law::Symbol;
using law::SymbolNumbers;

/// Rates of a year by name; one that the year does not have yet is 0 and has none.
class YearRates : public law::SymbolRates {
 public:
  YearRates(Formula& formula, law::Expressions& in, const RateTable& table, Month month) noexcept
      : SymbolRates(formula, in, table), month_(month) {}

  [[nodiscard]] Date date() const noexcept { return first_day(month_); }
  [[nodiscard]] bool not_yet(RateKey key, const RateTable& table) const noexcept {
    const auto rows = table.rows(key);
    return table.on(month_).row(key) == nullptr && !rows.empty() && std::chrono::sys_days{date()} < rows.front().first;
  }
  [[nodiscard]] Symbol if_in_force_yet(RateKey key, const RateTable& table) { return not_yet(key, table) ? Symbol{} : (*this)(key); }

 private:
  Month month_;
};

class HoursFormula : law::FormulaMaker {
 public:
  HoursFormula(const Citizen& citizen, const RateTable& table, const Options& options, std::span<const Fact> facts) noexcept
      : FormulaMaker(facts), citizen_(citizen), table_(table), options_(options) {}

  Formula made() {
    const Month january = std::chrono::year{citizen_.year} / std::chrono::January;
    YearRates read(formula_, expressions_, table_, january);
    const Symbol present = fact(Fact::weekly_hours, hundredths), intensity = fact(Fact::intensity, hundredths);
    const Symbol hourly_wage = fact(Fact::hourly_wage);
    law::WorkTermsOf<Symbol> terms;
    terms.own_pension = fact(Fact::own_pension, shares);
    terms.employer_pension = fact(Fact::employer_pension, shares);
    terms.other_income = fact(Fact::other_income);
    terms.month = law::MonthRates<SymbolNumbers>::of(
        read, table_, {.public_atp = true, .atp_of_wage = true, .full_time_hours = true, .contribution = options_.atp_contribution});
    terms.terms = law::MonthTerms<SymbolNumbers>::of(options_, january);
    terms.single_parent = citizen_.single_parent;
    terms.senior = is_senior(citizen_.year, citizen_.birth_year);
    const Symbol municipal = fact(Fact::municipal_tax, shares), church = fact(Fact::church_tax, shares);
    terms.tax_rates = tax_rates_of(read, table_, municipal, church, terms.single_parent, terms.senior);
    terms.tax_scale = law::TaxScaleOf<Symbol>(terms.tax_rates);
    terms.ceiling = is_named(Fact::ceiling) ? fact(Fact::ceiling) : law::ceiling_of_own_wage(hourly_wage, terms);

    auto m = law::month_of_work(present * intensity, hourly_wage, terms.ceiling, terms);
    law::tax_of_the_month(m, terms);
    const auto put = [this](std::string_view name, Rule rule, const Symbol& amount) {
      const Symbol whole = nearest_oere(amount);
      step(name, rule, whole);
      return whole;
    };
    const Symbol gross = put("gross_pay", Rule::TIME_2, m.gross_pay);
    const Symbol own_pension = put("own_pension", Rule::FLT_5, m.own_pension);
    const Symbol employer_pension = put("employer_pension", Rule::FLT_5, m.employer_pension);
    const Symbol wage_atp_own = put("wage_atp_own", Rule::ATP, m.wage_atp_own);
    const Symbol wage_atp_employer = put("wage_atp_employer", Rule::ATP, m.wage_atp_employer);
    const Symbol subsidy = put("fleksloentilskud", Rule::FLT_14, m.fleksloentilskud);
    const Symbol subsidy_atp = put("subsidy_atp_own", Rule::FLT_17, m.subsidy_atp_own);
    const Symbol public_atp = put("public_atp", Rule::FLT_18, m.public_atp);
    const Symbol obligatory = put("obligatory_pension", Rule::FLT_19, m.obligatory_pension);
    const Symbol am = put("am_contribution", Rule::SKAT_1, m.am_contribution);
    const Symbol tax = put("tax", Rule::SKAT_5, m.tax);
    law::NetMonth<Symbol> whole;
    whole.gross_pay = gross;
    whole.own_pension = own_pension;
    whole.wage_atp_own = wage_atp_own;
    whole.fleksloentilskud = subsidy;
    whole.subsidy_atp_own = subsidy_atp;
    whole.am_contribution = am;
    whole.tax = tax;
    whole.other_income = nearest_oere(m.other_income);
    step("in_hand", Rule::SKAT_5, whole.in_hand());
    step("pension_saved", Rule::FLT_19,
         own_pension + employer_pension + wage_atp_own + wage_atp_employer + subsidy_atp + public_atp + obligatory);
    return std::move(formula_);
  }

 private:
  static constexpr std::int64_t hundredths = 100, shares = 10'000;
  const Citizen& citizen_;
  const RateTable& table_;
  const Options& options_;
};

}  // namespace

Formula formula_of_hours(const Citizen& citizen, const RateTable& rates, const Options& options, std::span<const Fact> facts) {
  return HoursFormula(citizen, rates, options, facts).made();
}

}  // namespace fleks
