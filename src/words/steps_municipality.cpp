#include "rules/municipal_refund.hpp"
#include "words/steps.hpp"

// The words of the municipality's ledger (KOM).

namespace fleks {

std::string said(const steps::RefundByWeeks& s, const Telling& t) {
  const std::string first = number(s.first_week, t.language), last = number(s.last_week, t.language);
  if (s.first_week == s.last_week)
    return t.say("Refusion i uge {} med ydelser: {} af {} = {}", "Refund in week {} with benefits: {} of {} = {}", first, t.pct(s.share),
                 t.kr(s.expense), t.result);
  return t.say("Refusion i uge {} til {} med ydelser: {} af {} = {}", "Refund in weeks {} to {} with benefits: {} of {} = {}", first, last,
               t.pct(s.share), t.kr(s.expense), t.result);
}

std::string said(const steps::StartedOver& s, const Telling& t) {
  return t.say("{} hele uger med selvforsørgelse inden for {} år: tællingen af uger med ydelser begynder forfra",
               "{} whole weeks of self-support within {} years: the count of weeks with benefits starts over", number(s.weeks, t.language),
               law::years_of_self_support);
}

std::string said(const steps::OldRefundOfBenefit& s, const Telling& t) {
  using Wording = steps::OldRefundOfBenefit::Wording;
  switch (s.wording) {
    case Wording::usual:
      return t.say("Refusion af ledighedsydelse efter de gamle regler: {} af {} = {}",
                   "Refund of ledighedsydelse by the old rules: {} of {} = {}", t.pct(s.share), t.kr(s.expense), t.result);
    case Wording::offer:
      return t.say("Refusion af ledighedsydelse under tilbud efter de gamle regler: {} af {} = {}",
                   "Refund of ledighedsydelse during an offer by the old rules: {} of {} = {}", t.pct(s.share), t.kr(s.expense), t.result);
    case Wording::long_term: break;
  }
  return t.say("Ingen refusion af {}: ledighedsydelse i {} måneder inden for {}, og kommunen bærer det hele",
               "No refund of {}: on ledighedsydelse for {} months within {}, and the municipality bears all of it", t.kr(s.expense),
               law::unrefunded_months, law::unrefunded_window);
}

std::string said(const steps::OldRefundOfSubsidy& s, const Telling& t) {
  return t.say("Refusion af fleksløntilskud efter de gamle regler: {} af {} = {}",
               "Refund of fleksløntilskud by the old rules: {} of {} = {}", t.pct(s.share), t.kr(s.expense), t.result);
}

/// The ledger is in kroner and øre.
Exact in_oere(const Exact& amount) {
  const auto nearest = amount.round(Rounding::half_up);
  return nearest ? Exact::of(*nearest) : amount;
}

std::string said(const steps::Fleksbidrag& s, const Telling& t) {
  using Wording = steps::Fleksbidrag::Wording;
  switch (s.wording) {
    case Wording::by_share:
      return t.say("Fleksbidrag: andelen af {} efter refusion {} er {}; nedsat for en løn uden pension på {} = {}",
                   "Fleksbidrag: the share of {} after the refund {} is {}; reduced for a wage without pension of {} = {}", t.kr(s.base),
                   t.kr(s.refund), t.kr(in_oere(s.before_wage)), t.kr(s.wage), t.result);
    case Wording::by_cap:
      return t.say("Fleksbidrag: andelen af {} efter refusion {} er højst {}; nedsat for en løn uden pension på {} = {}",
                   "Fleksbidrag: the share of {} after the refund {} is at most {}; reduced for a wage without pension of {} = {}",
                   t.kr(s.base), t.kr(s.refund), t.kr(s.before_wage), t.kr(s.wage), t.result);
    case Wording::no_wage_known: break;
  }
  return t.say("Intet fleksbidrag: ingen løn er kendt for måneden eller før den",
               "No fleksbidrag: no wage is known of the month or before it");
}

std::string said(const steps::BornByMunicipality& s, const Telling& t) {
  return t.say("Kommunen bærer {} − {} − {} = {}", "The municipality bears {} − {} − {} = {}", t.kr(s.benefit), t.kr(s.refund),
               t.kr(s.fleksbidrag), t.result);
}

std::string said(const steps::BornByState& s, const Telling& t) {
  return t.say("Staten bærer refusion {} + fleksbidrag {} + ATP {} + obligatorisk pension {} = {}",
               "The state bears the refund {} + fleksbidrag {} + ATP {} + obligatorisk pension {} = {}", t.kr(s.refund),
               t.kr(s.fleksbidrag), t.kr(s.atp), t.kr(s.obligatory_pension), t.result);
}

std::string said(const steps::TaxOfMunicipality& s, const Telling& t) {
  return t.say("Af kommuneskatten {} beholder kommunen {} efter udligning = {}",
               "Of the municipal tax {} the municipality keeps {} after equalisation = {}", t.kr(s.municipal), t.pct(s.share), t.result);
}

}  // namespace fleks
