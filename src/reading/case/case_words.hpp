#pragma once

#include <string_view>

#include <fleks/facts/case.hpp>

/// The words of a case file, and what each says.
namespace fleks::case_words {

template <class Choice>
struct Word {
  std::string_view word;
  Choice choice;
};

constexpr Word<FactSource> source_words[] = {{"income_register", FactSource::income_register},
                                             {"holiday_account", FactSource::holiday_account},
                                             {"employer", FactSource::employer},
                                             {"citizen", FactSource::citizen},
                                             {"municipality", FactSource::municipality}};
constexpr Word<Employment::Kind> job_words[] = {{"fleksjob", Employment::Kind::fleksjob}, {"other", Employment::Kind::other}};
constexpr Word<HolidayKind> holiday_kind_words[] = {{"pay", HolidayKind::pay}, {"allowance", HolidayKind::allowance}};
constexpr Word<Ceiling::StatedBy> stated_words[] = {{"employer", Ceiling::StatedBy::employer},
                                                    {"computed", Ceiling::StatedBy::computed},
                                                    {"agreement_table", Ceiling::StatedBy::agreement_table}};
constexpr Word<SupplementPaid::Kind> supplement_words[] = {{"holiday_supplement", SupplementPaid::Kind::holiday_supplement},
                                                           {"free_choice", SupplementPaid::Kind::free_choice},
                                                           {"public_holidays", SupplementPaid::Kind::public_holidays},
                                                           {"holiday_difference", SupplementPaid::Kind::holiday_difference}};
constexpr Word<DailyBenefit::Kind> benefit_words[] = {{"sickness", DailyBenefit::Kind::sickness},
                                                      {"maternity", DailyBenefit::Kind::maternity},
                                                      {"bereavement", DailyBenefit::Kind::bereavement},
                                                      {"resource", DailyBenefit::Kind::resource}};
constexpr Word<HolidayTaken::Kind> taken_words[] = {{"paid", HolidayTaken::Kind::paid},
                                                    {"allowance", HolidayTaken::Kind::allowance},
                                                    {"ledighedsydelse", HolidayTaken::Kind::ledighedsydelse},
                                                    {"unpaid", HolidayTaken::Kind::unpaid},
                                                    {"untaken", HolidayTaken::Kind::untaken}};
constexpr Word<BenefitClass> class_words[] = {
    {"full", BenefitClass::full}, {"low_provider", BenefitClass::low_provider}, {"low_nonprovider", BenefitClass::low_nonprovider}};
struct IncomeWord {
  OtherIncome::Kind kind;
  UncountedIncome uncounted;
};
constexpr Word<IncomeWord> income_words[] = {
    {"care", {OtherIncome::Kind::care, {}}},
    {"side_business", {OtherIncome::Kind::side_business, {}}},
    {"lost_earnings", {OtherIncome::Kind::lost_earnings, {}}},
    {"guarantee_fund", {OtherIncome::Kind::guarantee_fund, {}}},
    {"severance", {OtherIncome::Kind::severance, {}}},
    {"office_pay", {OtherIncome::Kind::office_pay, {}}},
    {"royalties", {OtherIncome::Kind::royalties, {}}},
    {"working_grant", {OtherIncome::Kind::working_grant, {}}},
    {"running_pension", {OtherIncome::Kind::running_pension, {}}},
    {"replacing_wage", {OtherIncome::Kind::replacing_wage, {}}},
    {"self_employment", {OtherIncome::Kind::self_employment, {}}},
    {"paid_out_holiday_allowance", {OtherIncome::Kind::paid_out_holiday_allowance, {}}},
    {"work_injury", {OtherIncome::Kind::uncounted, UncountedIncome::work_injury}},
    {"private_insurance", {OtherIncome::Kind::uncounted, UncountedIncome::private_insurance}},
    {"capital_pension", {OtherIncome::Kind::uncounted, UncountedIncome::capital_pension}},
    {"lost_capacity", {OtherIncome::Kind::uncounted, UncountedIncome::lost_capacity}},
    {"atp", {OtherIncome::Kind::uncounted, UncountedIncome::atp}},
    {"ld", {OtherIncome::Kind::uncounted, UncountedIncome::ld}},
    {"interest", {OtherIncome::Kind::uncounted, UncountedIncome::interest}},
    {"gift", {OtherIncome::Kind::uncounted, UncountedIncome::gift}},
    {"inheritance", {OtherIncome::Kind::uncounted, UncountedIncome::inheritance}},
    {"prize", {OtherIncome::Kind::uncounted, UncountedIncome::prize}},
    {"survivor_pension", {OtherIncome::Kind::uncounted, UncountedIncome::survivor_pension}},
    {"war_damage", {OtherIncome::Kind::uncounted, UncountedIncome::war_damage}},
    {"artist_grant", {OtherIncome::Kind::uncounted, UncountedIncome::artist_grant}},
    {"invalidity_benefit", {OtherIncome::Kind::uncounted, UncountedIncome::invalidity_benefit}},
    {"dismissal_compensation", {OtherIncome::Kind::uncounted, UncountedIncome::dismissal_compensation}},
    {"sale_of_property", {OtherIncome::Kind::uncounted, UncountedIncome::sale_of_property}},
    {"rent", {OtherIncome::Kind::uncounted, UncountedIncome::rent}},
    {"maintenance", {OtherIncome::Kind::uncounted, UncountedIncome::maintenance}},
    {"injury_pension", {OtherIncome::Kind::uncounted, UncountedIncome::injury_pension}},
    {"competition_clause", {OtherIncome::Kind::uncounted, UncountedIncome::competition_clause}},
    {"holiday_hindrance", {OtherIncome::Kind::uncounted, UncountedIncome::holiday_hindrance}},
    {"licence_fees", {OtherIncome::Kind::uncounted, UncountedIncome::licence_fees}},
    {"council_member", {OtherIncome::Kind::uncounted, UncountedIncome::council_member}},
    {"lay_office", {OtherIncome::Kind::uncounted, UncountedIncome::lay_office}},
    {"fire_fighter", {OtherIncome::Kind::uncounted, UncountedIncome::fire_fighter}},
    {"bonus", {OtherIncome::Kind::uncounted, UncountedIncome::bonus}}};
constexpr Word<Sanction::Kind> sanction_words[] = {{"refused_job", Sanction::Kind::refused_job},
                                                   {"ended_job", Sanction::Kind::ended_job},
                                                   {"refused_offer", Sanction::Kind::refused_offer},
                                                   {"ended_offer", Sanction::Kind::ended_offer}};
constexpr Word<DaySanction::Kind> day_sanction_words[] = {{"missed_meeting", DaySanction::Kind::missed_meeting},
                                                          {"no_booking", DaySanction::Kind::no_booking},
                                                          {"no_cv", DaySanction::Kind::no_cv},
                                                          {"absence", DaySanction::Kind::absence}};
constexpr Word<BackPayment::Kind> back_payment_words[] = {{"disability_pension", BackPayment::Kind::disability_pension},
                                                          {"senior_pension", BackPayment::Kind::senior_pension},
                                                          {"early_pension", BackPayment::Kind::early_pension},
                                                          {"sickness_benefit", BackPayment::Kind::sickness_benefit},
                                                          {"maternity_benefit", BackPayment::Kind::maternity_benefit},
                                                          {"resource_benefit", BackPayment::Kind::resource_benefit},
                                                          {"other", BackPayment::Kind::other}};
constexpr Word<CeilingOfMonth> ceiling_month_words[] = {
    {"last-day", CeilingOfMonth::last_day}, {"first-day", CeilingOfMonth::first_day}, {"by-weekdays", CeilingOfMonth::by_weekdays}};
constexpr Word<CeilingOfTwoJobs> two_jobs_words[] = {
    {"highest", CeilingOfTwoJobs::highest}, {"lowest", CeilingOfTwoJobs::lowest}, {"by-hours", CeilingOfTwoJobs::by_hours}};
// The last two are the words of earlier files.
constexpr Word<HolidayDaysRule> days_of_words[] = {{"by-law", HolidayDaysRule::by_law},
                                                   {"benefit-deducted", HolidayDaysRule::benefit_deducted},
                                                   {"holiday-month", HolidayDaysRule::holiday_month},
                                                   {"month-after", HolidayDaysRule::month_after},
                                                   {"subsidy-month", HolidayDaysRule::holiday_month},
                                                   {"wage-month", HolidayDaysRule::month_after}};
constexpr Word<AfterHoliday> after_holiday_words[] = {
    {"by-law", AfterHoliday::by_law}, {"regulated", AfterHoliday::regulated}, {"as-paid", AfterHoliday::as_paid}};
constexpr Word<PublicHolidays> public_holidays_words[] = {{"excluded", PublicHolidays::excluded}, {"counted", PublicHolidays::counted}};
constexpr Word<CeilingRise> rise_words[] = {{"one-percent", CeilingRise::one_percent}, {"none", CeilingRise::none}};
constexpr Word<SplitWage> split_words[] = {
    {"by-weekdays", SplitWage::by_weekdays}, {"evenly", SplitWage::evenly}, {"by-disposal", SplitWage::by_disposal}};
constexpr Word<AfterPartMonth> after_part_words[] = {
    {"by-law", AfterPartMonth::by_law}, {"regulated", AfterPartMonth::regulated}, {"as-paid", AfterPartMonth::as_paid}};
constexpr Word<PartOf> part_of_words[] = {{"subsidy-month", PartOf::subsidy_month}, {"wage-month", PartOf::wage_month}};
constexpr Word<FirstMonthOnBenefit> first_on_benefit_words[] = {{"own-wage", FirstMonthOnBenefit::own_wage},
                                                                {"month-before", FirstMonthOnBenefit::month_before}};
constexpr Word<UnclaimedBenefit> unclaimed_words[] = {{"deducted", UnclaimedBenefit::deducted}, {"ignored", UnclaimedBenefit::ignored}};
constexpr Word<HolidayBenefitOffset> holiday_offset_words[] = {{"none", HolidayBenefitOffset::none}, {"wage", HolidayBenefitOffset::wage}};

}  // namespace fleks::case_words
