#include <array>

#include <fleks/words/worth_in_words.hpp>

#include "rules/number.hpp"

namespace fleks {
namespace {

struct CauseName {
  std::string_view cause;
  const char* danish;
  const char* english;
};

constexpr std::array names{
    CauseName{"taper_threshold", "lønnen når beløbsgrænsen for fradrag", "wage reaches the threshold of the taper"},
    CauseName{"subsidy_gone", "fradraget har taget hele tilskuddet", "the taper has taken all of the subsidy"},
    CauseName{"ceiling_reached", "løn og tilskud når lønloftet", "wage and subsidy reach the ceiling"},
    CauseName{"wage_at_ceiling", "lønnen alene når lønloftet", "the wage alone reaches the ceiling"},
    CauseName{"subsidy_atp_most", "tilskuddet passerer grænsen for det højeste ATP-bidrag",
              "the subsidy passes the limit of the highest ATP"},
    CauseName{"atp_band", "nyt trin i ATP af lønnen", "next step of the wage's ATP"},
    CauseName{"no_wage", "den første løn giver ret til tilskud", "the first wage gives a right to the subsidy"},
    CauseName{"full_time", "fuld tid", "full time"},
    CauseName{"employment_deduction_most", "beskæftigelsesfradraget når sit højeste beløb", "employment deduction reaches its most"},
    CauseName{"single_parent_deduction_most", "enlig forsørgers fradrag når sit højeste beløb",
              "single parent's deduction reaches its most"},
    CauseName{"job_deduction_begins", "jobfradraget begynder", "job deduction begins"},
    CauseName{"job_deduction_most", "jobfradraget når sit højeste beløb", "job deduction reaches its most"},
    CauseName{"municipal_base_begins", "indkomsten overstiger fradragene", "income passes the deductions"},
    CauseName{"allowance_used_up", "personfradraget er brugt op", "personal allowance is used up"},
    CauseName{"middle_tax_begins", "mellemskatten begynder", "middle tax begins"},
    CauseName{"top_tax_begins", "topskatten begynder", "top tax begins"},
    CauseName{"toptop_tax_begins", "toptopskatten begynder", "top-top tax begins"},
    CauseName{"housing_income_limit", "indkomsten når boligsikringens grænse", "income reaches the limit of the housing benefit"},
    CauseName{"housing_childless_most", "boligsikringen falder under sin største andel af huslejen",
              "housing benefit falls below its largest share of the rent"},
    CauseName{"housing_own_payment", "boligsikringen bliver mindre end huslejen minus mindste egenbetaling",
              "housing benefit leaves the lowest own payment"},
    CauseName{"housing_most", "boligsikringen falder under sit højeste beløb", "housing benefit falls below its most"},
    CauseName{"housing_gone", "boligsikringen bortfalder", "housing benefit is gone"},
    CauseName{"housing_least_payment", "boligsikringen falder under det mindste beløb, der udbetales",
              "housing benefit falls below the smallest payment"},
    CauseName{"senior_deduction_most", "seniorers fradrag når sit højeste beløb", "seniors' deduction reaches its most"},
    CauseName{"daycare_free_ends", "den hele friplads hører op, og betaling begynder", "daycare is no longer free"},
    CauseName{"daycare_step", "et trin i betalingen for dagtilbud", "a step of the payment for daycare"},
    CauseName{"daycare_full_payment", "fuld betaling for dagtilbud", "full payment for daycare"},
    CauseName{"child_benefit_taper", "børneydelsen begynder at falde", "child benefit is tapered"},
    CauseName{"child_benefit_gone", "børneydelsen bortfalder", "child benefit is gone"},
    CauseName{"small_pay", "lønnen dækker eget ATP-bidrag", "the pay covers own ATP"},
    CauseName{"am_base_begins", "lønnen dækker eget pensions- og ATP-bidrag", "the pay covers own pension and own ATP"},
};
static_assert(names.size() == static_cast<std::size_t>(Cause::am_base_begins));

}  // namespace

std::string cause_in_words(std::string_view cause, Language language) {
  for (const auto& name : names)
    if (name.cause == cause) return language == Language::danish ? name.danish : name.english;
  return std::string(cause);
}

std::string clock_text(const Exact& hours) {
  constexpr std::int64_t minutes_an_hour = 60;
  const std::int64_t minutes = (hours * Exact::whole(minutes_an_hour)).rounded(Rounding::half_up).value_or(0);
  const std::string rest = std::to_string(minutes % minutes_an_hour);
  return std::to_string(minutes / minutes_an_hour) + (rest.size() < 2 ? ":0" : ":") + rest;
}

std::vector<Extra> extras_of(const NetPicture& picture, const std::vector<NetRow>& rows, Percent hardly_below) {
  std::vector<Extra> extras;
  for (std::size_t i = 1; i < rows.size(); ++i) extras.push_back(picture.extra(rows[i - 1], rows[i], hardly_below));
  return extras;
}

}  // namespace fleks
