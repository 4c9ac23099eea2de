#include <fleks/words/explanation.hpp>

namespace fleks {
namespace {

struct Name {
  std::string_view danish;
  std::string_view english;
};

Name name_of(Rule rule) noexcept {
  switch (rule) {
    case Rule::FLT_1: return {"Tilskuddet følger lønnen i måneden før", "The subsidy follows the wage of the month before"};
    case Rule::FLT_2: return {"Hvilken måneds satser", "Which month's rates"};
    case Rule::FLT_3: return {"Ret til tilskud", "Right to the subsidy"};
    case Rule::FLT_4: return {"Højeste tilskud", "Highest subsidy"};
    case Rule::FLT_5: return {"Løn i fleksjobbet", "Wage of the fleksjob"};
    case Rule::FLT_6: return {"Betaling for flere måneder", "Payment for several months"};
    case Rule::FLT_7: return {"Anden løn", "Other wage"};
    case Rule::FLT_8: return {"Fradrag for løn", "Taper for wage"};
    case Rule::FLT_9: return {"Fradrag for dagpenge m.v.", "Deduction of daily benefits"};
    case Rule::FLT_10: return {"Tilskud før lønloft", "Subsidy before the ceiling"};
    case Rule::FLT_11: return {"Lønloft", "Normal-wage ceiling"};
    case Rule::FLT_12: return {"Feriedage på ledighedsydelse", "Holiday days on ledighedsydelse"};
    case Rule::FLT_13: return {"Ansættelse i en del af måneden", "Employment in part of the month"};
    case Rule::FLT_14: return {"Afrunding", "Rounding"};
    case Rule::FLT_15: return {"Feriegodtgørelse", "Holiday allowance"};
    case Rule::FLT_16: return {"Ferietillæg og lønloft", "Holiday supplement and the ceiling"};
    case Rule::FLT_17: return {"Eget ATP-bidrag af tilskuddet", "Own ATP of the subsidy"};
    case Rule::FLT_18: return {"Statens ATP-bidrag", "The state's ATP"};
    case Rule::FLT_19: return {"Obligatorisk pension", "Obligatory pension"};
    case Rule::LOFT_1: return {"Lønloftet som oplyst", "The ceiling as stated"};
    case Rule::LOFT_2: return {"Hvad lønloftet rummer", "What the ceiling holds"};
    case Rule::LOFT_3: return {"Lønloftet beregnet af sine dele", "The ceiling from its parts"};
    case Rule::LOFT_4: return {"Hvem der har fastsat lønloftet", "Who stated the ceiling"};
    case Rule::LOFT_5: return {"Lønloftets dato", "The date of the ceiling"};
    case Rule::TIME_1: return {"Betalte timer", "Paid hours"};
    case Rule::TIME_2: return {"Timer om måneden", "Hours a month"};
    case Rule::ATP: return {"ATP-bidrag af lønnen", "ATP of the wage"};
    case Rule::LY_1: return {"Sats for ledighedsydelse", "Rate class of ledighedsydelse"};
    case Rule::LY_2: return {"Højeste sats efter 9 måneders fleksjob", "Full rate after 9 months of fleksjob"};
    case Rule::LY_3: return {"Ledighedsydelsens månedsbeløb", "Monthly amount of ledighedsydelse"};
    case Rule::LY_4: return {"Dage med ledighedsydelse", "Days with ledighedsydelse"};
    case Rule::LY_5: return {"Fradrag for indtægt", "Offset for income"};
    case Rule::LY_6: return {"Omregning af timer", "Conversion of hours"};
    case Rule::LY_7: return {"Indtægter uden fradrag", "Income without offset"};
    case Rule::LY_8: return {"Ferie på ledighedsydelse", "Holiday on ledighedsydelse"};
    case Rule::LY_9: return {"Ferie med feriepenge", "Holiday with holiday pay"};
    case Rule::LY_10: return {"Feriegodtgørelse uden ferie", "Holiday allowance without holiday"};
    case Rule::LY_11: return {"Ledighedsydelse under ferie i fleksjob", "Ledighedsydelse during holiday in a fleksjob"};
    case Rule::LY_12: return {"Sanktion", "Sanction"};
    case Rule::LY_13: return {"ATP af ledighedsydelse", "ATP of ledighedsydelse"};
    case Rule::LY_14: return {"Langvarig ledighedsydelse", "Long-term ledighedsydelse"};
    case Rule::FERIE_1: return {"Optjente feriedage", "Holiday days earned"};
    case Rule::FERIE_2: return {"Løn under ferie eller feriegodtgørelse", "Pay during holiday or holiday allowance"};
    case Rule::FERIE_3: return {"Ferieberettiget løn", "Holiday-qualifying pay"};
    case Rule::FERIE_4: return {"Løn under ferie ved ændret tid", "Pay during holiday after a change of hours"};
    case Rule::FERIE_5: return {"Hvornår ferietillæg betales", "When the holiday supplement is paid"};
    case Rule::FERIE_6: return {"Træk for ferie uden løn", "Deduction for holiday without pay"};
    case Rule::FERIE_7: return {"Store bededagstillæg", "Great Prayer Day supplement"};
    case Rule::SKAT_1: return {"AM-bidrag", "Labour market contribution"};
    case Rule::SKAT_2: return {"Personlig indkomst", "Personal income"};
    case Rule::SKAT_3: return {"Beskæftigelses- og jobfradrag", "Employment and job deductions"};
    case Rule::SKAT_4: return {"Skat af årets indkomst", "Tax of the year's income"};
    case Rule::SKAT_5: return {"Skattens afrunding", "Rounding of the tax"};
    case Rule::BOLIG: return {"Boligsikring", "Housing benefit"};
    case Rule::SELV: return {"Tilskud til selvstændige", "Grant to the self-employed"};
    case Rule::EFTER: return {"Efterregulering", "Correction of past months"};
  }
  return {};
}

}  // namespace

std::string_view rule_name(Rule rule, Language language) noexcept {
  const Name name = name_of(rule);
  return language == Language::danish ? name.danish : name.english;
}

std::string_view rule_source(Rule rule, Language language) noexcept {
  const std::string_view source = info(rule).source;
  if (!source.empty()) return source;
  return language == Language::danish ? "lovteksten siger det ikke; valgt her" : "the text of the law does not say; chosen here";
}

std::string_view in_words(RuleStatus status, Language language) noexcept {
  const bool danish = language == Language::danish;
  switch (status) {
    case RuleStatus::read: return danish ? "læst i lovteksten" : "read in the legal text";
    case RuleStatus::secondary: return danish ? "læst i vejledning eller praksis" : "read in guidance or practice";
    case RuleStatus::interpretation: return danish ? "fortolkning" : "interpretation";
  }
  return "";
}

RuleStatus status_of(const Step& step) noexcept { return step.rests_on_choice ? RuleStatus::interpretation : info(step.rule).status; }

}  // namespace fleks
