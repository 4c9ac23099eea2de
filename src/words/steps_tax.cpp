#include <fleks/words/amounts.hpp>

#include "words/steps.hpp"

// The words of SKAT and BOLIG: what each operand is, is said where the rule is written (src/rules).

namespace fleks {
namespace {

std::string taxes(const Step& step, const Say& say) {
  const auto o = step.given();
  const Language l = say.language();
  const char* name = "";
  switch (step.variant) {
    case 0: name = say.text("Bundskat", "Bottom tax"); break;
    case 1: name = say.text("Kommuneskat", "Municipal tax"); break;
    case 2: name = say.text("Kirkeskat", "Church tax"); break;
    case 3: name = say.text("Mellemskat", "Middle tax"); break;
    case 4: name = say.text("Topskat", "Top tax"); break;
    case 5: name = say.text("Toptopskat", "Top-top tax"); break;
    case 6:
      return say("Personfradragets værdi: {} af {} = {}", "Value of the personal allowance: {} of {} = {}", percent(o[0], l),
                 amount(o[1], l), kroner(step.amount, l));
    default:
      return say("Skatterne {} - personfradragets værdi {}, aldrig under 0 = {}",
                 "The taxes {} - value of the allowance {}, never below 0 = {}", amount(o[0], l), amount(o[1], l), kroner(step.amount, l));
  }
  const char* base = step.variant == 1 || step.variant == 2 ? say.text(" (indkomst efter fradrag)", " (income after deductions)")
                     : step.variant > 2                     ? say.text(" (indkomst over grænsen)", " (income above the threshold)")
                                                            : "";
  return say("{}: {} af {}{} = {}", "{}: {} of {}{} = {}", name, percent(o[1], l), amount(o[0], l), base, kroner(step.amount, l));
}

}  // namespace

std::string tax_step(const Step& step, const RatesOnDate&, const Say& say) {
  const auto o = step.given();
  const Language l = say.language();
  const std::string result = kroner(step.amount, l);
  switch (step.rule) {
    case Rule::SKAT_1:
      return say("AM-bidrag: {} af lønnen efter eget pensions- og ATP-bidrag {} = {}",
                 "AM-bidrag: {} of the pay after own pension and own ATP {} = {}", percent(o[1], l), amount(o[0], l), result);
    case Rule::SKAT_2:
      return say("Personlig indkomst: løn efter AM-bidrag {} + ydelser {} = {}",
                 "Personal income: pay after AM-bidrag {} + benefits {} = {}", amount(o[0], l), amount(o[1], l), result);
    case Rule::SKAT_3: {
      const char* name = step.variant == 0 ? say.text("Beskæftigelsesfradrag", "Employment deduction")
                         : step.variant == 1
                             ? say.text("Ekstra fradrag for enlige forsørgere", "Single parents' extra deduction")
                             : say.text("Jobfradrag (af det over grænsen)", "Job deduction (of what is above the threshold)");
      return say("{}: {} af {}, højst {} = {}", "{}: {} of {}, at most {} = {}", name, percent(o[1], l), amount(o[0], l), amount(o[2], l),
                 result);
    }
    case Rule::SKAT_4: return taxes(step, say);
    case Rule::SKAT_5:
      return say("AM-bidrag og skat {} afkortes til hele kroner, {}; heraf er skatten {}",
                 "AM-bidrag and tax {} are cut to whole kroner, {}; the tax of it is {}", amount(o[0], l), amount(o[1], l), result);
    case Rule::BOLIG: {
      const std::string share =
          step.variant == 1 ? say(", uden børn højst {} af huslejen", ", without children at most {} of the rent", percent(o[3], l)) : "";
      return say("Boligsikring: husleje {}, husstandens indkomst {}, indkomstgrænse {}{} = {} om året",
                 "Housing benefit: rent {}, household income {}, income limit {}{} = {} a year", amount(o[0], l), amount(o[1], l),
                 amount(o[2], l), share, result);
    }
    default: return {};
  }
}

}  // namespace fleks
