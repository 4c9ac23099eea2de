#include <fleks/words/rules.hpp>

// Each rule in words. What the law says, as the library computes it; the figures are those of the rates, not these.

namespace fleks {
namespace {

struct Words {
  std::string_view danish, english;
};

Words text_of(Rule rule) noexcept {
  switch (rule) {
    case Rule::FLT_1:
      return {"Fleksløntilskud betales månedsvis bagud. Tilskuddet for en måned beregnes af lønnen i måneden før.",
              "The fleksløntilskud is paid monthly in arrears. The subsidy of a month is computed from the wage of the month before."};
    case Rule::FLT_2:
      return {
          "Satserne er dem, der gælder i tilskudsmåneden. Ligger lønmåneden i et andet år, siger teksten ikke, hvilke satser der gælder.",
          "The rates are those of the subsidy month. Where the wage month lies in another year the text does not say which rates hold."};
    case Rule::FLT_3:
      return {
          "Der er kun ret til tilskud, når arbejdsgiveren i fleksjobbet har betalt løn, eller der er modtaget dagpenge i måneden, eller "
          "fra "
          "2024 tabt arbejdsfortjeneste eller plejevederlag. Løn fra andre job er ikke nok.",
          "There is a right to the subsidy only when the fleksjob's employer has paid a wage, or a daily benefit was received in the "
          "month, "
          "or from 2024 compensation for lost earnings or care pay. Wage from other jobs is not enough."};
    case Rule::FLT_4:
      return {"Det højeste tilskud er 98 pct. af højeste dagpenge, i hele kroner: en dateret sats, som ikke regnes ud på ny.",
              "The highest subsidy is 98 per cent of the highest unemployment benefit, in whole kroner: a dated rate, not computed anew."};
    case Rule::FLT_5:
      return {
          "Lønnen i fleksjobbet er AM-bidragspligtig indkomst, eget og arbejdsgivers pensionsbidrag til en ordning i ansættelsen, og "
          "ferietillæg. ATP-bidrag, personalegoder og gaver er ikke med.",
          "The wage of the fleksjob is pay on which AM-bidrag is due, own and employer's pension of a scheme in the employment, and the "
          "holiday supplement. ATP, benefits in kind and gifts are not in it."};
    case Rule::FLT_6:
      return {
          "En betaling, der dækker flere måneder (bonus, efterbetaling), fordeles jævnt på de måneder, den dækker, og de måneder beregnes "
          "igen.",
          "A payment that covers several months (bonus, back pay) is spread evenly over the months it covers, and those are computed "
          "again."};
    case Rule::FLT_7:
      return {"Løn fra andre job, og fra 2024 tabt arbejdsfortjeneste og plejevederlag, tæller i fradraget som lønnen i fleksjobbet.",
              "Wage from other jobs, and from 2024 compensation for lost earnings and care pay, count in the taper like the wage of the "
              "fleksjob."};
    case Rule::FLT_8:
      return {
          "Tilskuddet sættes ned med 30 pct. af al løn op til en grænse og med 55 pct. af det, der ligger over. Der er én grænse for "
          "summen.",
          "The subsidy is reduced by 30 per cent of all wage up to a threshold and by 55 per cent of what lies above. There is one "
          "threshold "
          "for the sum."};
    case Rule::FLT_9:
      return {
          "Syge-, barsels- og sorgorlovsdagpenge og ressourceforløbsydelse i lønmåneden trækkes fra krone for krone, sammen med fradraget "
          "for løn.",
          "Sickness, maternity and bereavement benefit and ressourceforløbsydelse paid in the wage month are deducted in full, together "
          "with the "
          "taper for wage."};
    case Rule::FLT_10:
      return {"Før lønloftet er tilskuddet det højeste tilskud med fradragene trukket fra, aldrig under nul.",
              "Before the ceiling the subsidy is the highest subsidy less the deductions, never below zero."};
    case Rule::FLT_11:
      return {"Løn og tilskud kan tilsammen højst være lønnen på fuld tid på almindelige vilkår i stillingen: lønloftet.",
              "Wage and subsidy together may be at most the full-time pay on ordinary terms in the position: the normal-wage ceiling."};
    case Rule::FLT_12:
      return {"For feriedage på ledighedsydelse er der ikke tilskud: tilskuddet sættes ned med dagene af en måned på 260/12 dage.",
              "There is no subsidy for holiday days on ledighedsydelse: it is reduced by those days of a month of 260/12 days."};
    case Rule::FLT_13:
      return {
          "Dækker fleksjobbet kun en del af måneden, sættes højeste tilskud og lønloft ned til de dækkede hverdage af månedens hverdage.",
          "Where the fleksjob covers only part of the month, highest subsidy and ceiling are reduced to the weekdays covered of the "
          "month's weekdays."};
    case Rule::FLT_14:
      return {"Tilskuddet rundes én gang, til sidst: til nærmeste øre, og halve op.",
              "The subsidy is rounded once, at the end: to the nearest øre, halves up."};
    case Rule::FLT_15:
      return {
          "Feriegodtgørelse til FerieKonto eller en feriekasse tages ud af lønnen, når den optjenes, og tæller i forhold til feriedagene i "
          "måneden "
          "for ferien. Betaler arbejdsgiveren den ved ferien, er den løn.",
          "Holiday allowance paid to FerieKonto or a holiday fund is taken out of the wage when it is earned, and counts by the holiday "
          "days in the "
          "month of the holiday. Paid by the employer at the holiday, it is wage."};
    case Rule::FLT_16:
      return {
          "Ferietillæg tæller i den måned, det betales, og lønloftet hæves i den måned med det ferietillæg, en fuldtidsansat ville have "
          "fået. Det "
          "samme gælder fritvalg, søgnehelligdag og feriedifference.",
          "The holiday supplement counts in the month it is paid, and the ceiling rises in that month by what a full-time employee would "
          "have had. "
          "The same holds for free-choice, public-holiday and holiday-difference payments."};
    case Rule::FLT_17:
      return {"Eget ATP-bidrag af tilskuddet er 5 pct. til nærmeste krone, højst 500 kr. om måneden. Det holdes tilbage: resten udbetales.",
              "Own ATP of the subsidy is 5 per cent to the nearest krone, at most 500 kr. a month. It is withheld: the rest is paid out."};
    case Rule::FLT_18:
      return {
          "Staten betaler ATP oven i: et beløb for hver time mellem de betalte timer og fuld tid, ved under 39 betalte timer om måneden "
          "hele "
          "månedsbeløbet; til nærmeste krone, og intet uden tilskud.",
          "The state pays ATP on top: an amount for each hour between the paid hours and full time, with under 39 paid hours a month the "
          "whole "
          "monthly amount; to the nearest krone, and none without a subsidy."};
    case Rule::FLT_19:
      return {
          "Staten betaler obligatorisk pension: årets procent af tilskuddet efter eget ATP-bidrag, til nærmeste krone. Den trækkes ikke "
          "fra.",
          "The state pays the obligatory pension: the year's percentage of the subsidy after own ATP, to the nearest krone. It is not "
          "deducted."};
    case Rule::LOFT_1:
      return {
          "Lønloftet er en oplysning for sig: fuldtidslønnen, som arbejdsgiveren oplyser. Det sluttes aldrig af deltidslønnen.",
          "The ceiling is a fact of its own: the full-time pay that the employer states. It is never inferred from the part-time wage."};
    case Rule::LOFT_2:
      return {
          "Lønloftet rummer grundløn på 37 timer uden nedsat timeløn, alle tillæg som månedligt gennemsnit, fast bonus og eget og "
          "arbejdsgivers "
          "pensionsbidrag. Overarbejde, personalegoder og gaver er ikke med.",
          "The ceiling holds base pay at 37 hours without a reduced hourly pay, all supplements as a monthly average, a fixed bonus, and "
          "own and "
          "employer's pension. Not overtime, benefits in kind or gifts."};
    case Rule::LOFT_3:
      return {
          "Af sine dele er lønloftet (fuldtidsgrundløn + tillæg + fast bonus) × (1 + arbejdsgivers pensionsprocent) + månedens "
          "ferietillæg; "
          "fuldtidsgrundløn er timeløn × 37 × 52 / 12.",
          "From its parts the ceiling is (full-time base + supplements + fixed bonus) × (1 + employer's pension percentage) + the month's "
          "holiday "
          "supplement; full-time base is hourly pay × 37 × 52 / 12."};
    case Rule::LOFT_4:
      return {
          "Fra 2024 kan kommunen i nogle tilfælde selv beregne lønloftet. Metoden kendes ikke her: forklaringen siger, hvem der har "
          "fastsat det.",
          "From 2024 the municipality may in some cases compute the ceiling itself. The method is not known here: the explanation says who "
          "stated it."};
    case Rule::LOFT_5:
      return {"Lønloftet følger hver lønstigning: det er dateret, og en måned bruger det, der gælder i dens lønmåned.",
              "The ceiling follows every pay rise: it is dated, and a month uses the one in force in its wage month."};
    case Rule::TIME_1:
      return {"Arbejdsgiveren betaler for det arbejde, der ydes: betalte timer er timer til stede × arbejdsintensitet.",
              "The employer pays for the work actually done: paid hours are hours present × work intensity."};
    case Rule::TIME_2: return {"Timer om måneden er timer om ugen × 52 / 12.", "Hours a month are hours a week × 52 / 12."};
    case Rule::ATP:
      return {"ATP-bidrag af lønnen følger de betalte timer om måneden i trin: under 39 intet, så fra 39, 78 og 117 timer.",
              "ATP of the wage follows the paid hours a month in steps: none under 39, then from 39, 78 and 117 hours."};
    case Rule::LY_1:
      return {
          "Ledighedsydelse er højeste sats (89 pct. af højeste dagpenge) for den, der kunne få eller får syge- eller barselsdagpenge, kom "
          "fra "
          "ustøttet arbejde eller har haft 9 måneders fleksjob; ellers de faste beløb for forsørgere og andre.",
          "Ledighedsydelse is the full rate (89 per cent of the highest unemployment benefit) for who could get or gets sickness or "
          "maternity "
          "benefit, came from unsupported work, or has had 9 months of fleksjob; else the fixed amounts for providers and others."};
    case Rule::LY_2:
      return {"9 måneders fleksjob inden for 18 måneder giver højeste sats.", "9 months of fleksjob within 18 months give the full rate."};
    case Rule::LY_3:
      return {"Ledighedsydelsens månedsbeløb er daterede satser.", "The monthly amounts of ledighedsydelse are dated rates."};
    case Rule::LY_4:
      return {
          "Ledighedsydelse betales for op til 5 dage om ugen. En del af en måned betales med dagbeløbet, månedsbeløbet × 12/260, for de "
          "dage, der er "
          "ret til; en hel måned med månedsbeløbet.",
          "Ledighedsydelse is paid for up to 5 days a week. Part of a month is paid by the daily amount, the monthly amount × 12/260, for "
          "the days "
          "there is a right to; a whole month by the monthly amount."};
    case Rule::LY_5:
      return {
          "Løn i måneden før, med eget og arbejdsgivers pensionsbidrag, og indtægt i stedet for løn trækkes fra med 30 pct. op til grænsen "
          "og 55 pct. "
          "over den.",
          "The wage of the month before, with own and employer's pension, and income in place of wage are offset by 30 per cent up to the "
          "threshold and 55 per cent above."};
    case Rule::LY_6:
      return {"Timer i selvstændig virksomhed eller ulønnet arbejde tæller som timer × omregningssatsen.",
              "Hours of self-employment or unpaid work count as hours × the conversion rate."};
    case Rule::LY_7:
      return {
          "Arbejdsskadeerstatning, private forsikringer, kapitalpension, erhvervsudygtighedspension, ATP, LD, renter, gaver og arv trækkes "
          "ikke fra.",
          "Work injury compensation, private insurance, capital pension, pension for loss of earning capacity, ATP, LD, interest, gifts "
          "and "
          "inheritance are not offset."};
    case Rule::LY_8:
      return {
          "På ledighedsydelse optjenes 2,08 feriedage om måneden, højst 25 dage sammen med betalt ferie; de bortfalder, når ferieåret er "
          "afholdt.",
          "On ledighedsydelse 2.08 holiday days are earned a month, at most 25 together with paid holiday; they lapse when the holiday "
          "year is over."};
    case Rule::LY_9:
      return {
          "Den ledige bruger først sine feriepenge, og de suppleres op til dagbeløbet. For optjente feriedage, der ikke holdes, er der "
          "ingen ydelse.",
          "An unemployed person uses holiday pay first, topped up to the daily amount. For earned days not taken there is no benefit."};
    case Rule::LY_10:
      return {"Feriegodtgørelse, der udbetales uden ferie, er indtægt, der trækkes fra.",
              "Holiday allowance paid out without holiday is income that is offset."};
    case Rule::LY_11:
      return {
          "I et fleksjob er der ledighedsydelse for feriedage, der ikke er optjent med løn, op til 25 dage i alt; tilskuddet falder bort "
          "for dem.",
          "In a fleksjob there is ledighedsydelse for holiday days not earned with pay, up to 25 in all; the subsidy lapses for them."};
    case Rule::LY_12:
      return {"Et afslag på eller ophør af et job koster 3 ugers ydelse (15 dage); andet gang inden for 12 måneder ophører retten.",
              "A refused or ended job costs 3 weeks of benefit (15 days); a second within 12 months ends the right."};
    case Rule::LY_13:
      return {
          "ATP af ledighedsydelse er faste månedsbeløb, og kun når månedens ydelse når det lave beløb. Der er ikke AM-bidrag, men "
          "obligatorisk pension.",
          "ATP of ledighedsydelse is a fixed monthly amount, only when the month's benefit reaches the low amount. No AM-bidrag, but "
          "obligatory pension."};
    case Rule::LY_14:
      return {"Efter 12 måneder følges der op; 18 måneder af de sidste 24 på ledighedsydelse er langvarig.",
              "There is a review after 12 months; 18 of the last 24 months on ledighedsydelse is long-term."};
    case Rule::FERIE_1:
      return {
          "Der optjenes 2,08 feriedage for hver måneds ansættelse, 0,07 for hver dag i en brudt måned, 25 dage om året fra 1. september "
          "til 31. august.",
          "2.08 holiday days are earned for each month of employment, 0.07 a day in a broken month, 25 a year from 1 September to 31 "
          "August."};
    case Rule::FERIE_2:
      return {
          "Månedslønnede med fuld løn under sygdom og på helligdage får løn under ferie og 1 pct. ferietillæg; andre får 12,5 pct. "
          "feriegodtgørelse.",
          "Monthly paid with full pay in sickness and on public holidays have pay during holiday and a 1 per cent supplement; others 12.5 "
          "per cent "
          "holiday allowance."};
    case Rule::FERIE_3:
      return {
          "Ferieberettiget løn er løn for arbejde med eget pensions- og ATP-bidrag; ikke arbejdsgivers pension, feriebetalinger eller "
          "tilskuddet.",
          "Holiday-qualifying pay is pay for work with own pension and own ATP; not the employer's pension, holiday payments or the "
          "subsidy."};
    case Rule::FERIE_4:
      return {"Løn under ferie følger timerne, da ferien blev optjent: nuværende løn × timer da / timer nu.",
              "Pay during holiday follows the hours when it was earned: present pay × hours then / hours now."};
    case Rule::FERIE_5:
      return {"Ferietillæg betales, når ferien begynder, eller med lønnen for maj (for 1/9-31/5) og august (for 1/6-31/8).",
              "The holiday supplement is paid when the holiday starts, or with the pay of May (for 1/9-31/5) and August (for 1/6-31/8)."};
    case Rule::FERIE_6:
      return {"En feriedag uden løn koster 4,8 pct. af månedslønnen.", "An unpaid holiday day costs 4.8 per cent of the monthly pay."};
    case Rule::FERIE_7:
      return {
          "Fra 2024 får månedslønnede et store bededagstillæg på 0,45 pct. af årslønnen med arbejdsgivers pension; det er almindelig løn.",
          "From 2024 monthly paid have a Great Prayer Day supplement of 0.45 per cent of the year's pay with employer's pension; it is "
          "ordinary wage."};
    case Rule::SKAT_1:
      return {"AM-bidrag er 8 pct. af lønnen efter eget pensions- og ATP-bidrag; der er intet af fleksløntilskud og ledighedsydelse.",
              "AM-bidrag is 8 per cent of the wage after own pension and own ATP; there is none of fleksløntilskud and ledighedsydelse."};
    case Rule::SKAT_2:
      return {"Personlig indkomst er løn efter pension, ATP og AM-bidrag, med tilskud og ydelser efter eget ATP-bidrag.",
              "Personal income is wage after pension, ATP and AM-bidrag, with subsidy and benefits after own ATP."};
    case Rule::SKAT_3:
      return {
          "Beskæftigelses- og jobfradrag regnes af løn med arbejdsgivers pension og ATP, ikke af tilskuddet, og trækkes kun fra i kommune- "
          "og kirkeskat.",
          "Employment and job deductions are taken of the wage with employer's pension and ATP, not of the subsidy, and only from "
          "municipal and church tax."};
    case Rule::SKAT_4:
      return {
          "Årets skat er bundskat, kommune- og kirkeskat og mellem-, top- og toptopskat inden for skatteloftet, med værdien af "
          "personfradraget trukket fra.",
          "The year's tax is bottom, municipal and church tax and middle, top and top-top tax within the tax ceiling, less the value of "
          "the allowance."};
    case Rule::SKAT_5:
      return {"AM-bidrag og skat lægges sammen og rundes ned til hele kroner: den eneste afrunding.",
              "AM-bidrag and tax are summed and truncated to whole kroner: the only rounding."};
    case Rule::BOLIG:
      return {
          "Boligsikring er 60 pct. af huslejen med 18 pct. af indkomsten over en grænse trukket fra, inden for egenbetaling og højeste "
          "beløb; uden børn "
          "højst 15 pct. af huslejen.",
          "Housing benefit is 60 per cent of the rent less 18 per cent of the income above a limit, within own payment and highest amount; "
          "without "
          "children at most 15 per cent of the rent."};
    case Rule::SELV:
      return {"Tilskud til selvstændige er et årligt beløb, som sættes ned med 30 pct. af årets indtægt.",
              "The grant to the self-employed is a yearly amount reduced by 30 per cent of the year's income."};
    case Rule::EFTER:
      return {
          "Ændres oplysninger om tidligere måneder, beregnes hver måned fra den første igen, og forskellen udbetales eller kræves tilbage, "
          "måned for måned "
          "og regel for regel.",
          "When facts of past months change, each month from the first is computed again, and the difference is paid out or recovered, "
          "month by month and "
          "rule by rule."};
  }
  return {};
}

}  // namespace

std::string_view rule_text(Rule rule, Language language) noexcept {
  const Words words = text_of(rule);
  return language == Language::danish ? words.danish : words.english;
}

}  // namespace fleks
