#pragma once

#include <string>

#include <fleks/rates/rate_table.hpp>
#include <fleks/words/amounts.hpp>

#include "rules/steps.hpp"
#include "words/say.hpp"

namespace fleks {

/// What a step's sentence is made with, beside what the step was computed from.
struct Telling {
  const Step& step;
  const RatesOnDate& rates;
  const Say& say;
  Language language = say.language();
  std::string result = kroner(step.amount, language);  ///< the amount with its unit

  [[nodiscard]] std::string kr(const Exact& x) const { return kroner(x, language); }
  [[nodiscard]] std::string plain(const Exact& x) const { return amount(x, language); }
  [[nodiscard]] std::string pct(const Exact& x) const { return percent(x, language); }
};

// The sentence of each step, without its rates. A new step needs one, or `in_words` (explanation.cpp) does not compile.
[[nodiscard]] std::string said(const steps::FirstMonth& s, const Telling& t);
[[nodiscard]] std::string said(const steps::RatesOfMonth& s, const Telling& t);
[[nodiscard]] std::string said(const steps::NoRight& s, const Telling& t);
[[nodiscard]] std::string said(const steps::HighestSubsidy& s, const Telling& t);
[[nodiscard]] std::string said(const steps::WageFromAmIncome& s, const Telling& t);
[[nodiscard]] std::string said(const steps::WageFromPay& s, const Telling& t);
[[nodiscard]] std::string said(const steps::AllWage& s, const Telling& t);
[[nodiscard]] std::string said(const steps::Taper& s, const Telling& t);
[[nodiscard]] std::string said(const steps::ReductionByHours& s, const Telling& t);
[[nodiscard]] std::string said(const steps::DailyBenefit& s, const Telling& t);
[[nodiscard]] std::string said(const steps::UnclaimedBenefit& s, const Telling& t);
[[nodiscard]] std::string said(const steps::BeforeCeiling& s, const Telling& t);
[[nodiscard]] std::string said(const steps::UnderCeiling& s, const Telling& t);
[[nodiscard]] std::string said(const steps::HolidayDays& s, const Telling& t);
[[nodiscard]] std::string said(const steps::HolidayBenefit& s, const Telling& t);
[[nodiscard]] std::string said(const steps::PartOfMonth& s, const Telling& t);
[[nodiscard]] std::string said(const steps::Rounded& s, const Telling& t);
[[nodiscard]] std::string said(const steps::OwnAtpOfSubsidy& s, const Telling& t);
[[nodiscard]] std::string said(const steps::PublicAtpOfSubsidy& s, const Telling& t);
[[nodiscard]] std::string said(const steps::ObligatoryPension& s, const Telling& t);
[[nodiscard]] std::string said(const steps::StatedCeiling& s, const Telling& t);
[[nodiscard]] std::string said(const steps::CeilingRaised& s, const Telling& t);
[[nodiscard]] std::string said(const steps::FullTimeBase& s, const Telling& t);
[[nodiscard]] std::string said(const steps::CeilingFromParts& s, const Telling& t);
[[nodiscard]] std::string said(const steps::PaidHours& s, const Telling& t);
[[nodiscard]] std::string said(const steps::HoursAMonth& s, const Telling& t);
[[nodiscard]] std::string said(const steps::AtpOfWage& s, const Telling& t);
[[nodiscard]] std::string said(const steps::ClassByFacts& s, const Telling& t);
[[nodiscard]] std::string said(const steps::HigherClassUsed& s, const Telling& t);
[[nodiscard]] std::string said(const steps::ClassByMonths& s, const Telling& t);
[[nodiscard]] std::string said(const steps::BenefitOfMonth& s, const Telling& t);
[[nodiscard]] std::string said(const steps::PayableDays& s, const Telling& t);
[[nodiscard]] std::string said(const steps::Offset& s, const Telling& t);
[[nodiscard]] std::string said(const steps::BenefitDue& s, const Telling& t);
[[nodiscard]] std::string said(const steps::SelfEmployedHours& s, const Telling& t);
[[nodiscard]] std::string said(const steps::IncomeNotOffset& s, const Telling& t);
[[nodiscard]] std::string said(const steps::HolidayOnBenefit& s, const Telling& t);
[[nodiscard]] std::string said(const steps::UntakenHoliday& s, const Telling& t);
[[nodiscard]] std::string said(const steps::HolidayTopUp& s, const Telling& t);
[[nodiscard]] std::string said(const steps::PaidOutAllowance& s, const Telling& t);
[[nodiscard]] std::string said(const steps::HolidayInJob& s, const Telling& t);
[[nodiscard]] std::string said(const steps::SanctionDays& s, const Telling& t);
[[nodiscard]] std::string said(const steps::MissedDays& s, const Telling& t);
[[nodiscard]] std::string said(const steps::BackPayment& s, const Telling& t);
[[nodiscard]] std::string said(const steps::RightEnded& s, const Telling& t);
[[nodiscard]] std::string said(const steps::BenefitRounded& s, const Telling& t);
[[nodiscard]] std::string said(const steps::AtpOfBenefit& s, const Telling& t);
[[nodiscard]] std::string said(const steps::Review& s, const Telling& t);
[[nodiscard]] std::string said(const steps::HolidayEarned& s, const Telling& t);
[[nodiscard]] std::string said(const steps::HolidayAllowance& s, const Telling& t);
[[nodiscard]] std::string said(const steps::HolidaySupplement& s, const Telling& t);
[[nodiscard]] std::string said(const steps::QualifyingPay& s, const Telling& t);
[[nodiscard]] std::string said(const steps::PayDuringHoliday& s, const Telling& t);
[[nodiscard]] std::string said(const steps::SupplementWhenPaid& s, const Telling& t);
[[nodiscard]] std::string said(const steps::UnpaidHoliday& s, const Telling& t);
[[nodiscard]] std::string said(const steps::GreatPrayerDaySupplement& s, const Telling& t);
[[nodiscard]] std::string said(const steps::GreatPrayerDayInWage& s, const Telling& t);
[[nodiscard]] std::string said(const steps::BusinessIncome& s, const Telling& t);
[[nodiscard]] std::string said(const steps::OtherEarnedIncome& s, const Telling& t);
[[nodiscard]] std::string said(const steps::SelfEmployedGrant& s, const Telling& t);
[[nodiscard]] std::string said(const steps::GrantAMonth& s, const Telling& t);
[[nodiscard]] std::string said(const steps::AmContribution& s, const Telling& t);
[[nodiscard]] std::string said(const steps::PersonalIncome& s, const Telling& t);
[[nodiscard]] std::string said(const steps::DeductionByWork& s, const Telling& t);
[[nodiscard]] std::string said(const steps::TransportDeduction& s, const Telling& t);
[[nodiscard]] std::string said(const steps::UnionFeeDeduction& s, const Telling& t);
[[nodiscard]] std::string said(const steps::OneTax& s, const Telling& t);
[[nodiscard]] std::string said(const steps::AllowanceValue& s, const Telling& t);
[[nodiscard]] std::string said(const steps::TaxAfterAllowance& s, const Telling& t);
[[nodiscard]] std::string said(const steps::TaxInWholeKroner& s, const Telling& t);
[[nodiscard]] std::string said(const steps::HousingRent& s, const Telling& t);
[[nodiscard]] std::string said(const steps::HousingIncome& s, const Telling& t);
[[nodiscard]] std::string said(const steps::HousingBenefit& s, const Telling& t);
[[nodiscard]] std::string said(const steps::HousingPaid& s, const Telling& t);
[[nodiscard]] std::string said(const steps::TaxCardDeduction& s, const Telling& t);
[[nodiscard]] std::string said(const steps::TaxWithheld& s, const Telling& t);
[[nodiscard]] std::string said(const steps::WageOfMonth& s, const Telling& t);
[[nodiscard]] std::string said(const steps::WageAfterHoliday& s, const Telling& t);
[[nodiscard]] std::string said(const steps::HolidayOfLastMonth& s, const Telling& t);
[[nodiscard]] std::string said(const steps::FirstMonthOnBenefit& s, const Telling& t);
[[nodiscard]] std::string said(const steps::SpreadPay& s, const Telling& t);
[[nodiscard]] std::string said(const steps::SplitWagePeriod& s, const Telling& t);
[[nodiscard]] std::string said(const steps::AllowanceTakenOut& s, const Telling& t);
[[nodiscard]] std::string said(const steps::AllowanceOfHoliday& s, const Telling& t);
[[nodiscard]] std::string said(const steps::CeilingRise& s, const Telling& t);
[[nodiscard]] std::string said(const steps::CeilingInForce& s, const Telling& t);
[[nodiscard]] std::string said(const steps::CeilingOfJobs& s, const Telling& t);
[[nodiscard]] std::string said(const steps::RefundByWeeks& s, const Telling& t);
[[nodiscard]] std::string said(const steps::StartedOver& s, const Telling& t);
[[nodiscard]] std::string said(const steps::OldRefundOfBenefit& s, const Telling& t);
[[nodiscard]] std::string said(const steps::OldRefundOfSubsidy& s, const Telling& t);
[[nodiscard]] std::string said(const steps::Fleksbidrag& s, const Telling& t);
[[nodiscard]] std::string said(const steps::BornByMunicipality& s, const Telling& t);
[[nodiscard]] std::string said(const steps::BornByState& s, const Telling& t);
[[nodiscard]] std::string said(const steps::TaxOfMunicipality& s, const Telling& t);

/// The sentence of a step, without its rates and full stop; empty when nobody wrote the step.
[[nodiscard]] std::string said(const Step& step, const RatesOnDate& rates, const Say& say);

}  // namespace fleks
