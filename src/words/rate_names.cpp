#include <fleks/words/amounts.hpp>

namespace fleks {
namespace {

struct Name {
  std::string_view danish;
  std::string_view english;
};

Name name_of(RateKey key) noexcept {
  switch (key) {
    case RateKey::atp_ledighedsydelse_own_month: return {"eget ATP-bidrag af ledighedsydelse", "own ATP of ledighedsydelse"};
    case RateKey::atp_ledighedsydelse_public_month: return {"statens ATP-bidrag af ledighedsydelse", "the state's ATP of ledighedsydelse"};
    case RateKey::atp_subsidy_own_max_month: return {"højeste eget ATP-bidrag af fleksløntilskud", "highest own ATP of the subsidy"};
    case RateKey::atp_subsidy_own_pct: return {"eget ATP-bidrag af fleksløntilskud", "own ATP of the subsidy"};
    case RateKey::atp_subsidy_public_per_hour:
      return {"statens ATP-bidrag pr. time op til fuld tid", "the state's ATP per hour up to full time"};
    case RateKey::atp_subsidy_public_under_39h_month:
      return {"statens ATP-bidrag under 39 timer om måneden", "the state's ATP under 39 hours a month"};
    case RateKey::atp_wage_employer_117h_month: return {"arbejdsgivers ATP-bidrag, mindst 117 timer", "employer's ATP, 117 hours or more"};
    case RateKey::atp_wage_employer_39h_month:
      return {"arbejdsgivers ATP-bidrag, 39 til under 78 timer", "employer's ATP, 39 to under 78 hours"};
    case RateKey::atp_wage_employer_78h_month:
      return {"arbejdsgivers ATP-bidrag, 78 til under 117 timer", "employer's ATP, 78 to under 117 hours"};
    case RateKey::atp_wage_own_117h_month: return {"eget ATP-bidrag af løn, mindst 117 timer", "own ATP of the wage, 117 hours or more"};
    case RateKey::atp_wage_own_39h_month:
      return {"eget ATP-bidrag af løn, 39 til under 78 timer", "own ATP of the wage, 39 to under 78 hours"};
    case RateKey::atp_wage_own_78h_month:
      return {"eget ATP-bidrag af løn, 78 til under 117 timer", "own ATP of the wage, 78 to under 117 hours"};
    case RateKey::conversion_rate_hour: return {"omregningssats for en arbejdstime", "conversion rate of an hour's work"};
    case RateKey::fleksloentilskud_max_month: return {"højeste fleksløntilskud", "highest fleksløntilskud"};
    case RateKey::full_time_hours_week: return {"fuld arbejdstid", "full time"};
    case RateKey::great_prayer_day_supplement_pct: return {"store bededagstillæg", "Great Prayer Day supplement"};
    case RateKey::holiday_allowance_pct: return {"feriegodtgørelse", "holiday allowance"};
    case RateKey::holiday_supplement_pct: return {"ferietillæg", "holiday supplement"};
    case RateKey::housing_benefit_childless_max_share_pct:
      return {"boligsikring: højeste andel af lejen uden børn", "housing benefit: highest share of the rent without children"};
    case RateKey::housing_benefit_income_limit_year: return {"boligsikring: indkomstgrænse", "housing benefit: income limit"};
    case RateKey::housing_benefit_income_share_pct:
      return {"boligsikring: andel af indkomst over grænsen", "housing benefit: share of income above the limit"};
    case RateKey::housing_benefit_max_year: return {"boligsikring: højeste beløb", "housing benefit: highest amount"};
    case RateKey::housing_benefit_own_payment_min_year:
      return {"boligsikring: mindste egenbetaling", "housing benefit: lowest own payment"};
    case RateKey::housing_benefit_per_child_year:
      return {"boligsikring: forhøjelse pr. barn", "housing benefit: rise of the limit per child"};
    case RateKey::housing_benefit_rent_share_pct: return {"boligsikring: andel af lejen", "housing benefit: share of the rent"};
    case RateKey::ledighedsydelse_full_month: return {"ledighedsydelse, højeste sats", "ledighedsydelse, full rate"};
    case RateKey::ledighedsydelse_low_nonprovider_month:
      return {"ledighedsydelse, lav sats, ikke-forsørger", "ledighedsydelse, low rate, non-provider"};
    case RateKey::ledighedsydelse_low_provider_month:
      return {"ledighedsydelse, lav sats, forsørger", "ledighedsydelse, low rate, provider"};
    case RateKey::obligatory_pension_pct: return {"obligatorisk pension", "obligatory pension"};
    case RateKey::self_employed_grant_max_year: return {"højeste tilskud til selvstændige", "highest grant to the self-employed"};
    case RateKey::self_employed_taper_pct: return {"selvstændige: fradrag for indtægt", "self-employed: share of the income deducted"};
    case RateKey::sickness_benefit_max_hour: return {"højeste sygedagpenge pr. time", "highest sickness benefit per hour"};
    case RateKey::sickness_benefit_max_week: return {"højeste sygedagpenge pr. uge", "highest sickness benefit per week"};
    case RateKey::taper_high_pct: return {"fradrag for løn over grænsen", "share deducted of wage above the threshold"};
    case RateKey::taper_low_pct: return {"fradrag for løn op til grænsen", "share deducted of wage up to the threshold"};
    case RateKey::taper_threshold_month: return {"lønnens grænse mellem de to fradrag", "threshold between the two shares"};
    case RateKey::tax_am_pct: return {"AM-bidrag", "labour market contribution"};
    case RateKey::tax_bottom_pct: return {"bundskat", "bottom tax"};
    case RateKey::tax_ceiling_middle_pct: return {"skatteloft med mellemskat", "tax ceiling with middle tax"};
    case RateKey::tax_ceiling_pct: return {"skatteloft", "tax ceiling"};
    case RateKey::tax_ceiling_top_pct: return {"skatteloft med topskat", "tax ceiling with top tax"};
    case RateKey::tax_ceiling_toptop_pct: return {"skatteloft med toptopskat", "tax ceiling with top-top tax"};
    case RateKey::tax_church_average_pct: return {"gennemsnitlig kirkeskat", "average church tax"};
    case RateKey::tax_employment_deduction_max_year: return {"højeste beskæftigelsesfradrag", "highest employment deduction"};
    case RateKey::tax_employment_deduction_pct: return {"beskæftigelsesfradrag", "employment deduction"};
    case RateKey::tax_job_deduction_max_year: return {"højeste jobfradrag", "highest job deduction"};
    case RateKey::tax_job_deduction_pct: return {"jobfradrag", "job deduction"};
    case RateKey::tax_job_deduction_threshold_year: return {"bundgrænse for jobfradrag", "threshold of the job deduction"};
    case RateKey::tax_middle_pct: return {"mellemskat", "middle tax"};
    case RateKey::tax_middle_threshold_year: return {"grænse for mellemskat", "threshold of middle tax"};
    case RateKey::tax_municipal_average_pct: return {"gennemsnitlig kommuneskat", "average municipal tax"};
    case RateKey::tax_personal_allowance_year: return {"personfradrag", "personal allowance"};
    case RateKey::tax_single_parent_deduction_max_year:
      return {"højeste ekstra beskæftigelsesfradrag, enlige forsørgere", "highest extra employment deduction of single parents"};
    case RateKey::tax_single_parent_deduction_pct:
      return {"ekstra beskæftigelsesfradrag, enlige forsørgere", "extra employment deduction of single parents"};
    case RateKey::tax_top_pct: return {"topskat", "top tax"};
    case RateKey::tax_top_threshold_year: return {"grænse for topskat", "threshold of top tax"};
    case RateKey::tax_toptop_pct: return {"toptopskat", "top-top tax"};
    case RateKey::tax_toptop_threshold_year: return {"grænse for toptopskat", "threshold of top-top tax"};
    case RateKey::unemployment_benefit_max_month: return {"højeste dagpenge", "highest unemployment benefit"};
  }
  return {};
}

}  // namespace

std::string_view rate_name(RateKey key, Language language) noexcept {
  const Name name = name_of(key);
  return language == Language::danish ? name.danish : name.english;
}

}  // namespace fleks
