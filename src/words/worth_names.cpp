#include <array>

#include <fleks/words/worth_in_words.hpp>

namespace fleks {
namespace {

struct CauseName {
  std::string_view cause;
  const char* danish;
  const char* english;
};

constexpr std::array<CauseName, 24> names{{
    {"taper_threshold", "lønnen når aftrapningens beløbsgrænse", "wage reaches the threshold of the taper"},
    {"subsidy_gone", "tilskuddet er aftrappet helt", "the taper has taken all of the subsidy"},
    {"ceiling_reached", "løn og tilskud når lønloftet", "wage and subsidy reach the ceiling"},
    {"wage_at_ceiling", "lønnen alene når lønloftet", "the wage alone reaches the ceiling"},
    {"subsidy_atp_most", "tilskuddets ATP når sit højeste beløb", "ATP of the subsidy reaches its most"},
    {"atp_band", "nyt trin i ATP af lønnen", "next step of the wage's ATP"},
    {"no_wage", "den første løn giver ret til tilskud", "the first wage gives a right to the subsidy"},
    {"full_time", "fuld tid", "full time"},
    {"employment_deduction_most", "beskæftigelsesfradraget når sit højeste beløb", "employment deduction reaches its most"},
    {"single_parent_deduction_most", "enlig forsørgers fradrag når sit højeste beløb", "single parent's deduction reaches its most"},
    {"job_deduction_begins", "jobfradraget begynder", "job deduction begins"},
    {"job_deduction_most", "jobfradraget når sit højeste beløb", "job deduction reaches its most"},
    {"municipal_base_begins", "indkomsten overstiger fradragene", "income passes the deductions"},
    {"allowance_used_up", "personfradraget er brugt op", "personal allowance is used up"},
    {"middle_tax_begins", "mellemskatten begynder", "middle tax begins"},
    {"top_tax_begins", "topskatten begynder", "top tax begins"},
    {"toptop_tax_begins", "toptopskatten begynder", "top-top tax begins"},
    {"housing_income_limit", "indkomsten når boligstøttens grænse", "income reaches the limit of the housing benefit"},
    {"housing_childless_most", "boligstøtten falder under 15 pct. af huslejen", "housing benefit falls below 15 per cent of the rent"},
    {"housing_own_payment", "boligstøtten slipper mindste egenbetaling", "housing benefit leaves the lowest own payment"},
    {"housing_most", "boligstøtten falder under sit højeste beløb", "housing benefit falls below its most"},
    {"housing_gone", "boligstøtten er væk", "housing benefit is gone"},
    {"small_pay", "lønnen dækker eget ATP-bidrag", "the pay covers own ATP"},
}};

}  // namespace

std::string cause_in_words(std::string_view cause, Language language) {
  for (const auto& name : names)
    if (name.cause == cause) return language == Language::danish ? name.danish : name.english;
  return std::string(cause);
}

std::vector<Extra> extras_of(const std::vector<NetRow>& rows, Percent hardly_below) {
  std::vector<Extra> extras;
  for (std::size_t i = 1; i < rows.size(); ++i) extras.push_back(extra(rows[i - 1], rows[i], hardly_below));
  return extras;
}

}  // namespace fleks
