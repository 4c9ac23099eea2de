#include <fleks/analysis/audit.hpp>
#include <fleks/words/audit.hpp>

// What each misreading does, and what the rule asks for instead.

namespace fleks {
namespace {

struct Words {
  std::string_view danish, english;                // a clause: what was done
  std::string_view remedy_danish, remedy_english;  // a sentence: what should have been
};

Words words_of(Misreading m) noexcept {
  using enum Misreading;
  switch (m) {
    case pension_left_out_of_wage:
      return {"pensionen (eget og arbejdsgivers bidrag) er ikke talt med i lønnen", "pension (own and employer's) was left out of the wage",
              "Lønnen er AM-bidragspligtig indkomst plus både eget og arbejdsgivers pensionsbidrag",
              "The wage is pay on which AM-bidrag is due plus both own and employer's pension"};
    case employer_pension_left_out_of_wage:
      return {"arbejdsgivers pensionsbidrag er ikke talt med i lønnen", "the employer's pension was left out of the wage",
              "Arbejdsgivers pensionsbidrag er en del af lønnen", "The employer's pension is part of the wage"};
    case own_pension_left_out_of_wage:
      return {"eget pensionsbidrag er ikke talt med i lønnen", "own pension was left out of the wage",
              "Eget pensionsbidrag er en del af lønnen: felt 13 i eIndkomst er uden det",
              "Own pension is part of the wage: field 13 of eIndkomst is without it"};
    case own_pension_counted_twice:
      return {"eget pensionsbidrag er lagt til en løn, som det allerede er en del af",
              "own pension was added to a pay that already contains it", "Løn før egne bidrag rummer eget pensionsbidrag",
              "Pay before own contributions contains own pension"};
    case pension_left_out_of_ceiling:
      return {"pensionen er ikke talt med i lønloftet", "pension was left out of the ceiling",
              "Lønloftet er fuldtidslønnen med pension: eget og arbejdsgivers bidrag",
              "The ceiling is the full-time pay with pension, own and employer's"};
    case employer_pension_left_out_of_ceiling:
      return {"arbejdsgivers pensionsbidrag er trukket ud af lønloftet", "the employer's pension was taken out of the ceiling",
              "Lønloftet er fuldtidslønnen med pension, også arbejdsgivers bidrag",
              "The ceiling is the full-time pay with pension, the employer's too"};
    case pension_share_left_out_of_ceiling:
      return {"pensionen er ikke med i lønloftet (pensionsandelen er taget fra lønnen)",
              "the ceiling is without pension, at the wage's own proportion of it",
              "Lønloftet er fuldtidslønnen med pension: eget og arbejdsgivers bidrag",
              "The ceiling is the full-time pay with pension, own and employer's"};
    case employer_pension_share_left_out_of_ceiling:
      return {"arbejdsgivers pensionsbidrag er ikke med i lønloftet (andelen er taget fra lønnen)",
              "the ceiling is without the employer's pension, at the wage's own proportion of it",
              "Lønloftet er fuldtidslønnen med pension, også arbejdsgivers bidrag",
              "The ceiling is the full-time pay with pension, the employer's too"};
    case supplements_left_out_of_ceiling:
      return {"tillæggene er ikke talt med i lønloftet", "the supplements were left out of the ceiling",
              "Lønloftet omfatter alle tillæg i stillingen som et månedligt gennemsnit, også for vagter, som den fleksjobansatte ikke har",
              "The ceiling holds all supplements of the position as a monthly average, also for shifts that the fleksjob does not have"};
    case bonus_left_out_of_ceiling:
      return {"den faste bonus er ikke talt med i lønloftet", "the fixed bonus was left out of the ceiling",
              "Lønloftet omfatter fast bonus", "The ceiling holds a fixed bonus"};
    case ceiling_not_raised_for_holiday_supplement:
      return {"lønloftet er ikke hævet i måneden med ferietillæg", "the ceiling was not raised in the month of the holiday supplement",
              "I den måned, ferietillægget betales, hæves lønloftet med det, en fuldtidsansat ville have fået",
              "In the month the holiday supplement is paid the ceiling rises by what a full-time employee would have had"};
    case ceiling_ignored:
      return {"lønloftet er ikke brugt", "the ceiling was not applied", "Løn og tilskud kan tilsammen højst være lønloftet",
              "Wage and subsidy may together be at most the ceiling"};
    case ceiling_in_part_time:
      return {"lønloftet er sat ned til løntimerne", "the ceiling was reduced to the paid hours", "Lønloftet er lønnen på fuld tid",
              "The ceiling is the pay of full time"};
    case wage_of_same_month:
      return {"lønnen er taget fra tilskudsmåneden selv", "the wage of the subsidy month itself was used",
              "Tilskuddet beregnes af lønnen i måneden før", "The subsidy is computed from the wage of the month before"};
    case wage_of_two_months_before:
      return {"lønnen er taget fra to måneder før", "the wage of two months before was used",
              "Tilskuddet beregnes af lønnen i måneden lige før", "The subsidy is computed from the wage of the month just before"};
    case rates_of_year_before:
      return {"satserne er sidste års", "last year's rates were used", "Der skal bruges satserne for tilskudsmåneden",
              "The rates of the subsidy month are to be used"};
    case rates_of_year_after:
      return {"satserne er næste års", "next year's rates were used", "Der skal bruges satserne for tilskudsmåneden",
              "The rates of the subsidy month are to be used"};
    case rates_of_wage_month:
      return {"satserne er lønmånedens", "the rates of the wage month were used",
              "Her er valgt tilskudsmånedens satser; lovteksten siger det ikke udtrykkeligt",
              "The rates of the subsidy month are chosen here; the text of the law does not say so expressly"};
    case rates_of_subsidy_month:
      return {"satserne er tilskudsmånedens", "the rates of the subsidy month were used",
              "Her er valgt lønmånedens satser; lovteksten siger det ikke udtrykkeligt",
              "The rates of the wage month are chosen here; the text of the law does not say so expressly"};
    case other_wage_ignored:
      return {"løn fra andre job er ikke talt med", "wage from other jobs was ignored",
              "Løn fra andre job tæller i fradraget som lønnen i fleksjobbet",
              "Wage from other jobs counts in the taper like the wage of the fleksjob"};
    case other_wage_under_ceiling:
      return {"anden løn er talt med under lønloftet", "other wage was counted under the ceiling",
              "I den måned tæller kun lønnen i fleksjobbet under lønloftet",
              "In that month only the wage of the fleksjob counts under the ceiling"};
    case other_wage_not_under_ceiling:
      return {"anden løn er ikke talt med under lønloftet", "other wage was not counted under the ceiling",
              "Også anden løn tæller under lønloftet", "Other wage counts under the ceiling too"};
    case benefits_under_ceiling:
      return {"dagpenge er talt med under lønloftet", "the daily benefit was counted under the ceiling",
              "Dagpenge står ikke under lønloftet i den måned", "A daily benefit does not stand under the ceiling in that month"};
    case benefits_not_under_ceiling:
      return {"dagpenge er ikke talt med under lønloftet", "the daily benefit was not counted under the ceiling",
              "Dagpenge og løn må sammen med tilskuddet højst være lønloftet",
              "Benefit and wage may together with the subsidy be at most the ceiling"};
    case care_income_not_under_ceiling:
      return {"tabt arbejdsfortjeneste eller plejevederlag er ikke talt med under lønloftet",
              "compensation for lost earnings or care pay was not counted under the ceiling",
              "Tabt arbejdsfortjeneste og plejevederlag står under lønloftet som løn",
              "Compensation for lost earnings and care pay stand under the ceiling like wage"};
    case threshold_for_each_job:
      return {"grænsen for det høje fradrag er brugt for hvert job for sig",
              "the threshold of the high share was used for each job by itself", "Der er én grænse for summen af al løn",
              "There is one threshold for the sum of all wage"};
    case daily_benefit_ignored:
      return {"dagpenge i lønmåneden er ikke trukket fra", "the daily benefit of the wage month was not deducted",
              "Syge-, barsels- og sorgorlovsdagpenge og ressourceforløbsydelse trækkes fra krone for krone",
              "Sickness, maternity and bereavement benefit and ressourceforløbsydelse are deducted in full"};
    case unclaimed_benefit_ignored:
      return {"den ydelse, der skal trækkes fra som udbetalt, er ikke trukket fra",
              "the benefit that is deducted as if paid was not deducted",
              "En ret, der er mistet eller søgt for sent, trækkes fra, som om ydelsen var udbetalt",
              "A benefit whose right was lost or asked for too late is deducted as if it had been paid"};
    case daily_benefit_as_wage:
      return {"dagpenge er behandlet som løn", "the daily benefit was treated as wage",
              "Dagpenge trækkes fra krone for krone, ikke med lønnens procenter",
              "A daily benefit is deducted in full, not by the shares of the wage"};
    case care_income_ignored:
      return {"tabt arbejdsfortjeneste eller plejevederlag er ikke talt med", "compensation for lost earnings or care pay was ignored",
              "Fra 2024 tæller tabt arbejdsfortjeneste og plejevederlag som løn i fradraget",
              "From 2024 compensation for lost earnings and care pay count like wage in the taper"};
    case high_share_of_all_wage:
      return {"det høje fradrag er trukket fra for al løn", "the high share was deducted of all wage",
              "Fradraget er den lave andel op til grænsen og den høje kun over den",
              "The taper is the low share up to the threshold and the high one only above it"};
    case low_share_of_all_wage:
      return {"det lave fradrag er trukket fra for al løn", "the low share was deducted of all wage",
              "Fradraget er den høje andel af det, der ligger over grænsen", "Above the threshold the taper is the high share"};
    case no_taper:
      return {"der er ikke trukket fra for løn", "nothing was deducted for wage", "Tilskuddet sættes ned med en andel af lønnen",
              "The subsidy is reduced by a share of the wage"};
    case holiday_days_ignored:
      return {"feriedagene med ledighedsydelse er ikke trukket fra", "the holiday days on ledighedsydelse were not deducted",
              "Der er ikke tilskud for feriedage med ledighedsydelse", "There is no subsidy for holiday days on ledighedsydelse"};
    case holiday_days_by_another_rule:
      return {"feriedagene er regnet efter en anden tids regel", "the holiday days were counted by the rule of another time",
              "Reglen om feriedage med ledighedsydelse er den, der gælder i måneden",
              "The rule of holiday days on ledighedsydelse is that of the month"};
    case holiday_days_of_calendar_days:
      return {"feriedagene er divideret med månedens kalenderdage", "the holiday days were taken of the month's calendar days",
              "En måned regnes som et gennemsnit af årets dage fra mandag til fredag", "A month counts the mean of the weekdays of a year"};
    case holiday_days_of_weekdays:
      return {"feriedagene er divideret med månedens dage fra mandag til fredag", "the holiday days were taken of the month's weekdays",
              "En måned regnes som et gennemsnit af årets dage fra mandag til fredag", "A month counts the mean of the weekdays of a year"};
    case holiday_days_of_30:
      return {"feriedagene er divideret med 30 dage", "the holiday days were taken of 30 days",
              "En måned regnes som et gennemsnit af årets dage fra mandag til fredag", "A month counts the mean of the weekdays of a year"};
    case holiday_days_of_22:
      return {"feriedagene er divideret med 22 dage", "the holiday days were taken of 22 days",
              "En måned regnes som et gennemsnit af årets dage fra mandag til fredag", "A month counts the mean of the weekdays of a year"};
    case holiday_days_of_21:
      return {"feriedagene er divideret med 21 dage", "the holiday days were taken of 21 days",
              "En måned regnes som et gennemsnit af årets dage fra mandag til fredag", "A month counts the mean of the weekdays of a year"};
    case holiday_days_of_20:
      return {"feriedagene er divideret med 20 dage", "the holiday days were taken of 20 days",
              "En måned regnes som et gennemsnit af årets dage fra mandag til fredag", "A month counts the mean of the weekdays of a year"};
    case holiday_days_before_ceiling:
      return {"feriedagene er trukket fra før lønloftet", "the holiday days were deducted before the ceiling",
              "Først lønloftet, så trækkes feriedagene fra det, der er tilbage",
              "First the ceiling, then the holiday days from what is left"};
    case holiday_supplement_left_out_of_wage:
      return {"ferietillægget er ikke talt med i lønnen", "the holiday supplement was left out of the wage",
              "Ferietillæg er løn i den måned, det betales", "The holiday supplement is wage in the month it is paid"};
    case holiday_allowance_counted_twice:
      return {"feriegodtgørelsen er talt med to gange", "the holiday allowance was counted twice",
              "Feriegodtgørelse tæller én gang: i måneden for ferien, eller som løn når arbejdsgiveren betaler den ved ferien",
              "The holiday allowance counts once: in the month of the holiday, or as wage when the employer pays it at the holiday"};
    case own_atp_subtracted_from_subsidy:
      return {"eget ATP-bidrag er trukket fra, så det udbetalte er taget for tilskuddet",
              "own ATP was subtracted, so that the payout was taken for the subsidy",
              "Tilskuddet er før eget ATP-bidrag; ATP-bidraget holdes tilbage af det",
              "The subsidy is before own ATP, which is withheld from it"};
    case own_atp_added_to_subsidy:
      return {"eget ATP-bidrag er lagt til tilskuddet", "own ATP was added to the subsidy",
              "Eget ATP-bidrag holdes tilbage af tilskuddet og lægges ikke til", "Own ATP is withheld from the subsidy, not added to it"};
    case own_atp_counted_in_wage:
      return {"eget ATP-bidrag er talt med i lønnen", "own ATP was counted in the wage", "Eget ATP-bidrag er ikke en del af lønnen",
              "Own ATP is not part of the wage"};
    case own_atp_left_out_of_wage:
      return {"eget ATP-bidrag er ikke talt med i lønnen", "own ATP was left out of the wage",
              "Her er valgt at tælle eget ATP-bidrag med, som STAR's beregner gør",
              "Own ATP is chosen to count here, as STAR's calculator does"};
    case own_atp_taken_out_twice:
      return {"eget ATP-bidrag er trukket ud af lønnen to gange", "own ATP was taken out of the wage twice",
              "Lønnen er uden eget ATP-bidrag én gang: felt 13 er allerede uden", "The wage is without own ATP once: field 13 already is"};
    case atp_counted_in_wage:
      return {"både eget og arbejdsgivers ATP-bidrag er talt med i lønnen", "both own and employer's ATP were counted in the wage",
              "ATP-bidrag er ikke en del af lønnen", "ATP is not part of the wage"};
    case obligatory_pension_subtracted:
      return {"obligatorisk pension er trukket fra tilskuddet", "the obligatory pension was subtracted from the subsidy",
              "Obligatorisk pension betales af staten oven i", "The obligatory pension is paid by the state on top"};
    case benefits_in_kind_counted:
      return {"personalegoder i felt 13 er talt med i lønnen", "benefits in kind inside field 13 were counted in the wage",
              "Personalegoder (felt 19, 20, 21 og 26) tages ud af lønnen",
              "Benefits in kind (fields 19, 20, 21 and 26) are taken out of the wage"};
    case intensity_ignored:
      return {"lønnen er beregnet ud fra fremmødetimerne og ikke ud fra løntimerne",
              "the pay was taken of the hours present instead of the paid hours",
              "Arbejdsgiveren betaler fremmødetimer × arbejdsintensitet", "The employer pays hours present × work intensity"};
    case part_month_not_reduced:
      return {"tilskuddet er ikke sat ned til den del af måneden, jobbet dækker",
              "nothing was reduced to the part of the month that the job covers",
              "Tilskuddet sættes ned til den del af måneden, jobbet dækker",
              "The subsidy is reduced to the part of the month that the job covers"};
    case part_month_ceiling_not_reduced:
      return {"lønloftet er ikke sat ned til den del af måneden, jobbet dækker",
              "the ceiling was not reduced to the part of the month that the job covers", "Også lønloftet sættes ned til dagene i jobbet",
              "The ceiling too is reduced to the job's weekdays"};
    case part_month_by_calendar_days:
      return {"den del af måneden, jobbet dækker, er regnet i kalenderdage",
              "the part of the month that the job covers was counted in calendar days", "Delen regnes i dage fra mandag til fredag",
              "The part is counted in weekdays"};
    case full_unemployment_benefit_as_base:
      return {"der er beregnet ud fra de fulde højeste dagpenge", "the full unemployment benefit was the base",
              "Højeste tilskud er en fast procentdel af højeste dagpenge",
              "The highest subsidy is a fixed percentage of the highest unemployment benefit"};
    case no_wage_yet_paid:
      return {
          "der er betalt tilskud for en måned uden løn", "a subsidy was paid for a month without a wage",
          "Uden løn fra arbejdsgiveren i fleksjobbet, dagpenge, tabt arbejdsfortjeneste eller plejevederlag er der ingen ret til tilskud",
          "Without a wage from the fleksjob's employer, a daily benefit, compensation for lost earnings or care pay there is no right to "
          "the subsidy"};
    case ceiling_before_taper:
      return {"lønloftet er brugt før fradraget for løn", "the ceiling was applied before the taper",
              "Først trækkes fradragene fra, så bruges lønloftet", "The deductions come first, then the ceiling"};
    case ceiling_before_daily_benefit:
      return {"dagpenge er trukket fra efter lønloftet", "the daily benefit was deducted after the ceiling",
              "Dagpenge trækkes fra før lønloftet", "A daily benefit is deducted before the ceiling"};
    case rounded_to_krone:
      return {"beløbet er afrundet til hele kroner", "the amount was rounded to whole kroner",
              "I den måned afrundes tilskuddet kun til øre", "In that month the subsidy is rounded only to the øre"};
    case krone_rounded_down:
      return {"beløbet er rundet ned til hele kroner", "the øre were cut off", "Der afrundes til nærmeste, ikke altid ned",
              "Rounding is to the nearest, not always down"};
    case oere_rounded_down:
      return {"der er rundet ned til øre", "the amount was rounded down to the øre", "Tilskuddet afrundes én gang, til nærmeste øre",
              "The subsidy is rounded once, to the nearest øre"};
    case deductions_rounded_to_krone:
      return {"hvert fradrag er afrundet til hele kroner", "each deduction was rounded to whole kroner",
              "Der afrundes først til sidst, én gang", "Rounding comes last, and once"};
    case rounded_to_oere:
      return {"beløbet er kun afrundet til øre", "the amount was rounded only to the øre", "Tilskuddet afrundes til nærmeste hele krone",
              "The subsidy is rounded to the nearest whole krone"};
  }
  return {};
}

}  // namespace

std::string_view in_words(Misreading m, Language language) noexcept {
  const Words words = words_of(m);
  return language == Language::danish ? words.danish : words.english;
}

std::string_view remedy(Misreading m, Language language) noexcept {
  const Words words = words_of(m);
  return language == Language::danish ? words.remedy_danish : words.remedy_english;
}

}  // namespace fleks
