#include "words/steps.hpp"

// The words of SKAT and BOLIG.

namespace fleks {

std::string said(const steps::AmContribution& s, const Telling& t) {
  return t.say("AM-bidrag: {} af lønnen efter eget pensions- og ATP-bidrag {} = {}",
               "AM-bidrag: {} of the pay after own pension and own ATP {} = {}", t.pct(s.share), t.plain(s.base), t.result);
}

std::string said(const steps::PersonalIncome& s, const Telling& t) {
  return t.say("Personlig indkomst: løn efter AM-bidrag {} + ydelser {} = {}", "Personal income: pay after AM-bidrag {} + benefits {} = {}",
               t.plain(s.after_am), t.plain(s.without_am), t.result);
}

std::string said(const steps::DeductionByWork& s, const Telling& t) {
  const char* name = "";
  switch (s.wording) {
    case steps::DeductionByWork::Wording::employment: name = t.say.text("Beskæftigelsesfradrag", "Employment deduction"); break;
    case steps::DeductionByWork::Wording::single_parent:
      name = t.say.text("Ekstra fradrag for enlige forsørgere", "Single parents' extra deduction");
      break;
    case steps::DeductionByWork::Wording::job:
      name = t.say.text("Jobfradrag (af det over grænsen)", "Job deduction (of what is above the threshold)");
      break;
  }
  return t.say("{}: {} af {}, højst {} = {}", "{}: {} of {}, at most {} = {}", name, t.pct(s.share), t.plain(s.base), t.plain(s.most),
               t.result);
}

std::string said(const steps::OneTax& s, const Telling& t) {
  using enum steps::OneTax::Wording;
  const char* name = "";
  const char* of = "";
  const char* after_deductions = t.say.text(" (indkomst efter fradrag)", " (income after deductions)");
  const char* above = t.say.text(" (indkomst over grænsen)", " (income above the threshold)");
  switch (s.wording) {
    case bottom: name = t.say.text("Bundskat", "Bottom tax"); break;
    case municipal: name = t.say.text("Kommuneskat", "Municipal tax"), of = after_deductions; break;
    case church: name = t.say.text("Kirkeskat", "Church tax"), of = after_deductions; break;
    case middle: name = t.say.text("Mellemskat", "Middle tax"), of = above; break;
    case top: name = t.say.text("Topskat", "Top tax"), of = above; break;
    case toptop: name = t.say.text("Toptopskat", "Top-top tax"), of = above; break;
  }
  return t.say("{}: {} af {}{} = {}", "{}: {} of {}{} = {}", name, t.pct(s.share), t.plain(s.base), of, t.result);
}

std::string said(const steps::AllowanceValue& s, const Telling& t) {
  return t.say("Personfradragets værdi: {} af {} = {}", "Value of the personal allowance: {} of {} = {}", t.pct(s.share),
               t.plain(s.allowance), t.result);
}

std::string said(const steps::TaxAfterAllowance& s, const Telling& t) {
  return t.say("Skatterne {} - personfradragets værdi {}, aldrig under 0 = {}",
               "The taxes {} - value of the allowance {}, never below 0 = {}", t.plain(s.taxes), t.plain(s.allowance_value), t.result);
}

std::string said(const steps::TaxInWholeKroner& s, const Telling& t) {
  return t.say("AM-bidrag og skat {} afkortes til hele kroner, {}; heraf er skatten {}",
               "AM-bidrag and tax {} are cut to whole kroner, {}; the tax of it is {}", t.plain(s.exact), t.plain(s.whole), t.result);
}

std::string said(const steps::HousingBenefit& s, const Telling& t) {
  std::string share;
  switch (s.wording) {
    case steps::HousingBenefit::Wording::with_children: break;
    case steps::HousingBenefit::Wording::childless:
      share = t.say(", uden børn højst {} af huslejen", ", without children at most {} of the rent", t.pct(s.childless_share));
      break;
  }
  return t.say("Boligsikring: husleje {}, husstandens indkomst {}, indkomstgrænse {}{} = {} om året",
               "Housing benefit: rent {}, household income {}, income limit {}{} = {} a year", t.plain(s.rent), t.plain(s.income),
               t.plain(s.limit), share, t.result);
}

}  // namespace fleks
