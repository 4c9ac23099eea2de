#include "words/steps.hpp"

// The words of SKAT and BOLIG.

namespace fleks {
namespace {

std::string number_of(const Telling& t, const Exact& x) { return number(x, t.language); }

}  // namespace

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
    case steps::DeductionByWork::Wording::senior: name = t.say.text("Ekstra fradrag for seniorer", "Seniors' extra deduction"); break;
  }
  return t.say("{}: {} af {}, højst {} = {}", "{}: {} of {}, at most {} = {}", name, t.pct(s.share), t.plain(s.base), t.plain(s.most),
               t.result);
}

std::string said(const steps::TransportDeduction& s, const Telling& t) {
  return t.say("Befordringsfradrag: {} km om dagen i {} dage à {} = {}", "Transport deduction: {} km a day on {} days of {} = {}",
               number_of(t, s.kilometres), number_of(t, s.days), t.plain(s.near + s.far), t.result);
}

std::string said(const steps::UnionFeeDeduction& s, const Telling& t) {
  return t.say("Fagligt kontingent: {}, højst {} = {}", "Union fee: {}, at most {} = {}", t.plain(s.fee), t.plain(s.most), t.result);
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
    case health: name = t.say.text("Sundhedsbidrag", "Health contribution"), of = after_deductions; break;
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
  if (s.wording == steps::TaxInWholeKroner::Wording::too_little_tax)
    return t.say("AM-bidrag og skat {} skulle rundes ned til {}, men AM-bidraget alene er mere, og skatten bliver aldrig under 0: {}",
                 "AM-bidrag and tax {} would be cut to {}, but AM-bidrag alone is more, and the tax is never below 0: {}", t.plain(s.exact),
                 t.plain(s.whole), t.result);
  return t.say("AM-bidrag og skat {} rundes ned til hele kroner, {}; heraf er skatten {}",
               "AM-bidrag and tax {} are cut to whole kroner, {}; the tax of it is {}", t.plain(s.exact), t.plain(s.whole), t.result);
}

std::string said(const steps::HousingRent& s, const Telling& t) {
  std::string heat;
  if (!s.heat.is_zero()) heat = t.say(" med varme {}", " with heat {}", t.plain(s.heat));
  std::string part;
  switch (s.wording) {
    case steps::HousingRent::Wording::as_paid: break;
    case steps::HousingRent::Wording::area_too_large:
      part = t.say(", af det areal, der tæller med ({} pct.)", ", of the area that counts ({} per cent)",
                   number_of(t, (s.counted_part * Exact::whole(10'000)).whole_part_exact(Rounding::half_up) / Exact::whole(100)));
      break;
  }
  return t.say("Husleje om året: {}{}{}, højst {} = {}", "Rent a year: {}{}{}, at most {} = {}", t.plain(s.rent), heat, part,
               t.plain(s.most), t.result);
}

std::string said(const steps::HousingIncome& s, const Telling& t) {
  return t.say("Husstandens indkomst {} + andel af formuen {} = {}", "The household's income {} + share of the wealth {} = {}",
               t.plain(s.income), t.plain(s.of_wealth), t.result);
}

std::string said(const steps::HousingPaid& s, const Telling& t) {
  switch (s.wording) {
    case steps::HousingPaid::Wording::below_smallest:
      return t.say("{} om året er under det mindste, der udbetales, {}: {}", "{} a year is below the smallest payment, {}: {}",
                   t.plain(s.a_year), t.plain(s.smallest), t.result);
    case steps::HousingPaid::Wording::smallest_unknown:
      return t.say("En tolvtedel af {} i hele kroner: {} om måneden (årets mindste udbetaling kendes ikke og er ikke brugt)",
                   "A twelfth of {} in whole kroner: {} a month (the year's smallest payment is not known and not applied)",
                   t.plain(s.a_year), t.result);
    case steps::HousingPaid::Wording::a_month: break;
  }
  return t.say("En tolvtedel af {} i hele kroner: {} om måneden", "A twelfth of {} in whole kroner: {} a month", t.plain(s.a_year),
               t.result);
}

std::string said(const steps::TaxCardDeduction& s, const Telling& t) {
  switch (s.wording) {
    case steps::TaxCardDeduction::Wording::stated:
      return t.say("Skattekortets fradrag om måneden, oplyst: {}", "Deduction of the tax card a month, as stated: {}", t.result);
    case steps::TaxCardDeduction::Wording::from_the_year: break;
  }
  return t.say("Skattekortets fradrag om måneden: (årets indkomst {} - skat {} / {}) / 12, i hele kroner = {}",
               "Deduction of the tax card a month: (the year's income {} - tax {} / {}) / 12, in whole kroner = {}", t.plain(s.income),
               t.plain(s.tax), t.pct(s.unrounded), t.result);
}

std::string said(const steps::TaxWithheld& s, const Telling& t) {
  switch (s.wording) {
    case steps::TaxWithheld::Wording::secondary_card:
      return t.say("A-skat på bikortet: {} af {}, i hele kroner = {}", "Tax on the secondary card: {} of {}, in whole kroner = {}",
                   t.pct(s.percentage), t.plain(s.base), t.result);
    case steps::TaxWithheld::Wording::main_card: break;
  }
  return t.say("A-skat på hovedkortet: {} af {} - fradrag {}, i hele kroner = {}",
               "Tax on the main card: {} of {} - deduction {}, in whole kroner = {}", t.pct(s.percentage), t.plain(s.base),
               t.plain(s.deduction), t.result);
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
