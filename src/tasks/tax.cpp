#include <fleks/words/benefits.hpp>

#include "tasks/net_facts.hpp"
#include "tasks/results.hpp"
#include "tasks/task.hpp"

// fleks tax, housing: one-line checks of the net picture's parts.

namespace fleks::tasks {
namespace {

/// ATP of a wage is one third the employee's and two thirds the employer's.
constexpr std::int64_t employer_atp_of_own = 2;

int run_tax(const Arguments& a, Output& out) {
  const bool json = a.choice("format", {"text", "json"}) == 1;
  YearsIncome income{.year = read_year(a)};
  income.pay = read_money(a, "wage");
  income.own_pension = read_money(a, "own_pension");
  income.employer_pension = read_money(a, "employer_pension");
  income.own_atp = read_money(a, "wage_atp");
  income.employer_atp = Money::oere(employer_atp_of_own * income.own_atp.in_oere());
  const Money subsidy = read_money(a, "subsidy"), subsidy_atp = read_money(a, "subsidy_atp");
  if (subsidy_atp > subsidy)
    throw Stop{{.code = ErrorCode::out_of_range,
                .field = asked("subsidy_atp"),
                .given = to_text(subsidy_atp),
                .allowed = Range{Money{}, subsidy}}};
  income.without_am = subsidy - subsidy_atp + read_money(a, "ledighedsydelse") + read_money(a, "other_income");
  income.single_parent = a.has("single_parent");
  income.deductions = read_deductions(a);
  income.birth_year = read_birth_year(a);
  const RateTable rates = read_rates(a);
  const LocalTax where = read_local_tax(a, rates, read_municipal_taxes(a), income.year);
  income.municipal = where.municipal;
  income.church = where.church;
  auto made = explained(income, rates);
  if (!made && made.error().field == Field(Fact::pay)) throw Stop{std::move(made).error().in(asked("wage"))};
  const auto year = computed(std::move(made), "year " + std::to_string(income.year));
  out.text = json ? to_json(year, a.language) : breakdown(year, a.language);
  return 0;
}

int run_housing(const Arguments& a, Output& out) {
  const bool json = a.choice("format", {"text", "json"}) == 1;
  HousingFacts facts{.year = read_year(a)};
  for (const char* option : {"income", "rent"})
    if (!a.has(option)) throw Stop{{.code = ErrorCode::missing_fact, .field = asked(option), .allowed = Form::amount}};
  facts.income = read_money(a, "income");
  facts.rent = read_money(a, "rent");
  facts.children = read_children(a);
  facts.home = read_home(a);
  auto made = explained(facts, read_rates(a));
  if (!made && made.error().field == Field(Fact::household_income)) throw Stop{std::move(made).error().in(asked("income"))};
  const auto year = computed(std::move(made), "year " + std::to_string(facts.year));
  out.text = json ? to_json(year, a.language) : breakdown(year, a.language);
  return 0;
}

std::vector<Option> output_options() { return {rates_option(), format_option({"text eller json", "text or json"}, {"text", "json"})}; }

std::vector<Option> options_of_tax() {
  return joined(
      {{{"year", {"ÅÅÅÅ", "YYYY"}, {"indkomståret ({})", "the income year ({})"}, {}, false, nullptr, years_of_tax},
        {"wage", {"KR", "KR"}, {"løn før eget pensions- og ATP-bidrag", "pay before own pension and own ATP"}},
        {"own_pension", {"KR", "KR"}, {"eget pensionsbidrag", "own pension"}},
        {"employer_pension", {"KR", "KR"}, {"arbejdsgivers pensionsbidrag", "employer's pension"}},
        {"wage_atp",
         {"KR", "KR"},
         {"eget ATP-bidrag af lønnen; arbejdsgivers er det dobbelte", "own ATP of the wage; the employer's is twice that"}},
        {"subsidy", {"KR", "KR"}, {"fleksløntilskud før eget ATP-bidrag", "fleksløntilskud before own ATP"}},
        {"subsidy_atp", {"KR", "KR"}, {"eget ATP-bidrag af tilskuddet", "own ATP of the subsidy"}},
        {"ledighedsydelse", {"KR", "KR"}, {"ledighedsydelse efter eget ATP-bidrag", "ledighedsydelse after own ATP"}},
        {"other_income",
         {"KR", "KR"},
         {"anden indkomst uden AM-bidrag, fx pension eller forsikring", "other income without AM-bidrag, such as pension or insurance"}},
        {"single_parent", {"", ""}, {"enlig forsørger", "single parent"}}},
       deduction_options(),
       local_tax_options(),
       {municipal_taxes_option()},
       output_options()});
}

std::vector<Option> options_of_housing() {
  return joined({{{"year", {"ÅÅÅÅ", "YYYY"}, {"året ({})", "the year ({})"}, {}, false, nullptr, years_of_housing_benefit},
                  {"income",
                   {"KR", "KR"},
                   {"husstandens indkomst om året efter AM-bidrag, ATP og pension",
                    "the household's income a year after AM-bidrag, ATP and pension"}},
                  {"rent", {"KR", "KR"}, {"husleje om måneden uden forbrug", "rent a month without consumption"}},
                  {"children", {"ANTAL", "NUMBER"}, {"børn hjemme", "children at home"}}},
                 home_options(),
                 output_options()});
}

}  // namespace

Command tax_task() {
  return {
      .name = "tax",
      .what = {"skat og AM-bidrag af et års indkomst", "tax and AM-bidrag of a year's income"},
      .options = []() -> std::vector<Option> { return options_of_tax(); },
      .run = run_tax,
  };
}

Command housing_task() {
  return {
      .name = "housing",
      .what = {"boligsikring om måneden", "housing benefit a month"},
      .options = []() -> std::vector<Option> { return options_of_housing(); },
      .run = run_housing,
      .together = []() -> std::vector<Together> {
        return {{"heat_apart", {"area"}, {"heat_included", "hot_water_included"}},
                {"heat_included", {"area"}, {}},
                {"hot_water_included", {"area"}, {}}};
      },
  };
}

}  // namespace fleks::tasks
