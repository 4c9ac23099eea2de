#include "history/used_fact.hpp"
#include "rules/fleksloentilskud.hpp"
#include "rules/steps.hpp"
#include "words/case_words.hpp"
#include "words/letter_writer.hpp"
#include "words/steps.hpp"

#include <fleks/words/case.hpp>

// The letter of a month that is decided: what was earned, what that means, the ceiling, holiday, and what has changed.

namespace fleks {

void LetterWriter::first_of_month() {
  if (m_.payout == Money{}) {
    out_.first.push_back(say("Du får 0 kr. for {}. Her kan du læse hvorfor.", "You get DKK 0 for {}. Here is why.", in(m_.month)));
    return;
  }
  out_.first.push_back(content_.kind == LetterKind::preliminary
                           ? say("Du får foreløbig {} før skat.", "For now you get {} before tax.", kr(m_.payout))
                           : say("Du får {} før skat.", "You get {} before tax.", kr(m_.payout)));
  out_.first.emplace_back(say_.text("Pengene kommer på din NemKonto. Vi trækker skat efter dit skattekort.",
                                    "The money goes to your NemKonto. We withhold tax by your tax card."));
}

void LetterWriter::preliminary() {
  if (content_.kind != LetterKind::preliminary) return;
  auto& s = section("Derfor er afgørelsen foreløbig", "Why the decision is preliminary");
  for (const Basis& b : m_.basis)
    if (b.expected) {
      s.paragraphs.push_back(
          say("Vi kender ikke din løn for {} fra {} endnu. Derfor regner vi med den løn, som du kan forvente efter din kontrakt.",
              "We do not know your wage of {} from {} yet. So we use the wage that your contract lets you expect.", in(b.wage_month),
              employer(b.employment)));
      s.paragraphs.push_back(say_.text(
          "Når din arbejdsgiver har indberettet lønnen, regner vi igen. Tjente du mindre, får du mere. Tjente du mere, har du fået for "
          "meget. Det trækker vi fra senere. Vi skriver til dig, før vi gør det. Ved du nu, at lønnen bliver en anden? Så sig det til os.",
          "When your employer has reported the wage, we compute again. If you earned less, you get more. If you earned more, you have had "
          "too much. We take that off later. We write to you before we do. Do you know now that the wage will be another? Then tell us."));
    }
  for (const Otherwise& o : m_.otherwise) {
    const std::string job = employer(o.missing.employment), then = kr(o.fleksloentilskud);
    s.paragraphs.push_back(
        o.missing.kind == MissingFact::Kind::ceiling
            ? say("Vi kender ikke lønnen for fuld tid hos {}. Det kaldes lønloftet. Når vi kender det, kan tilskuddet blive {}.",
                  "We do not know the full-time pay at {}. It is called the ceiling, lønloftet. When we know it, the subsidy may be {}.",
                  job, then)
        : o.missing.kind == MissingFact::Kind::hours
            ? say("Vi kender ikke timerne hos {}. Når vi kender dem, kan tilskuddet blive {}.",
                  "We do not know the hours at {}. When we know them, the subsidy may be {}.", job, then)
            : missing_fact(c_, o.missing, say_) +
                  say(" Når vi ved det, kan tilskuddet blive {}.", " When we know it, the subsidy may be {}.", then));
  }
}

namespace {

/// From whom the facts are, each once, and from when.
std::string sources_of(const Case& c, const std::vector<LetterIncome>& incomes, const Say& say) {
  struct From {
    std::string who;
    std::vector<std::string> days{};
  };
  std::vector<From> all;
  for (const LetterIncome& income : incomes) {
    const FactRecord& r = record_of(c, income.fact);
    const std::string who = r.source == FactSource::citizen ? say.text("dig", "you")
                            : r.source == FactSource::holiday_account
                                ? std::string(in_words(r.source, say.language()))
                                : say.text("", "the ") + std::string(in_words(r.source, say.language()));
    auto at = std::find_if(all.begin(), all.end(), [&](const From& from) { return from.who == who; });
    if (at == all.end()) at = all.insert(all.end(), {.who = who});
    if (r.known == Date{}) continue;
    const std::string day = say("den {}", "on {}", in_words(r.known, say.language()));
    if (std::find(at->days.begin(), at->days.end(), day) == at->days.end()) at->days.push_back(day);
  }
  std::vector<std::string> said;
  for (From& from : all) {
    if (!from.days.empty()) from.who += say(" (oplyst {})", " (stated {})", listed(from.days, say));
    said.push_back(std::move(from.who));
  }
  return listed(said, say);
}

}  // namespace

std::string LetterWriter::sources(const std::vector<LetterIncome>& incomes) const { return sources_of(c_, incomes, say_); }

void LetterWriter::wages() {
  if (!m_.subsidy) return;
  auto& s = section("Din løn", "Your wage");
  const MonthStatement& subsidy = *m_.subsidy;
  const std::string wage_month = in(subsidy.wage_month);
  s.paragraphs.push_back(subsidy.wage_month == m_.month ? say("Tilskuddet for {} bygger på din løn i samme måned.",
                                                              "The subsidy of {} rests on your wage of the same month.", in(m_.month))
                                                        : say("Tilskuddet for {} bygger på din løn i {}.",
                                                              "The subsidy of {} rests on your wage of {}.", in(m_.month), wage_month));
  if (subsidy.wage.is_zero() && content_.wages.empty()) {
    s.paragraphs.push_back(say("Du havde ingen løn i fleksjobbet i {}.", "You had no wage of the fleksjob in {}.", wage_month));
    return;
  }
  if (const std::string from = sources(content_.wages); !from.empty())
    s.paragraphs.back() += say(" Tallene er fra {}.", " The figures are from {}.", from);
  s.table.heads = amount_heads();
  for (const LetterIncome& w : content_.wages) {
    row(s, income_name(w), amount(w.pay, l_));
    if (!w.own_pension.is_zero()) row(s, say_.text("Din egen pension", "Your own pension"), amount(w.own_pension, l_));
    if (!w.employer_pension.is_zero())
      row(s, say_.text("Din arbejdsgivers pension", "Your employer's pension"), amount(w.employer_pension, l_));
  }
  if (!content_.rest_of_wage.is_zero())
    row(s, say_.text("Feriepenge, der tæller som løn", "Holiday pay that counts as wage"), amount(content_.rest_of_wage, l_));
  row(s, say_.text("Løn, som tæller med", "Wage that counts"), kr(subsidy.wage), true);
  for (const Step& step : m_.steps)
    if (steps::is<steps::AllowanceTakenOut>(step))
      s.notes.push_back(say("{} er taget ud af lønnen. Det er feriepenge. De tæller med, når du holder ferien.",
                            "{} is taken out of the wage. It is holiday pay. It counts when you hold the holiday.", kr(step.amount)));
}

void LetterWriter::incomes() {
  std::vector<std::string> uncounted;
  for (const Step& step : m_.steps)
    if (steps::is<steps::IncomeNotOffset>(step)) uncounted.push_back(sentence(said(step, rates_.on(m_.month), say_)));
  const bool of_benefit = !m_.subsidy && m_.benefit;
  const Exact sum = m_.subsidy ? m_.subsidy->other_wage : m_.benefit ? m_.benefit->income : Exact{};
  if (sum.is_zero() && uncounted.empty() && !of_benefit) return;
  auto& s = section("Din indtægt", "Your income");
  const std::string month = in(of_benefit ? m_.income_month : m_.subsidy->wage_month);
  if (sum.is_zero()) {
    if (of_benefit)
      s.paragraphs.push_back(
          say("I {} havde du ingen indtægt, som vi skal trække fra.", "In {} you had no income that we have to take off.", month));
  } else {
    s.paragraphs.push_back(of_benefit ? say("Indtægten i {} sætter ydelsen ned.", "The income of {} lowers the benefit.", month)
                                      : say("I {} havde du også denne indtægt. Den tæller med sammen med lønnen.",
                                            "In {} you also had this income. It counts together with the wage.", month));
    if (const std::string from = sources(content_.incomes); !from.empty())
      s.paragraphs.back() += say(" Tallene er fra {}.", " The figures are from {}.", from);
    s.table.heads = amount_heads();
    for (const LetterIncome& i : content_.incomes) row(s, income_name(i), amount(i.fact.amount, l_));
    if (!content_.rest_of_incomes.is_zero()) {
      const bool hours = steps::find<steps::SelfEmployedHours>(m_.steps) != nullptr;
      row(s,
          hours ? say_.text("Timer i selvstændig bibeskæftigelse", "Hours of a side business") : say_.text("Anden indtægt", "Other income"),
          amount(content_.rest_of_incomes, l_));
    }
    row(s, say_.text("Indtægt, som tæller med", "Income that counts"), kr(sum), true);
  }
  s.notes = std::move(uncounted);
}

void LetterWriter::subsidy_and_benefit() {
  auto& s = m_.subsidy && m_.benefit ? section("Dit tilskud og din ydelse", "Your subsidy and your benefit")
            : m_.benefit             ? section("Din ydelse", "Your benefit")
                                     : section("Dit tilskud", "Your subsidy");
  s.table.heads = amount_heads();
  bool subtotal = false;
  for (const LetterLine& line : content_.lines) {
    if (line.rule == Rule::FLT_17 || (m_.subsidy && line.rule == Rule::LY_4)) {
      if (!subtotal) row(s, say_.text("Fleksløntilskud", "Fleksløntilskud"), amount(m_.subsidy->fleksloentilskud, l_), true);
      subtotal = true;
    }
    row(s, line_name(line), amount(line.amount, l_));
  }
  row(s, say_.text("Til dig før skat", "To you before tax"), kr(m_.payout), true);
  const RatesOnDate rates = rates_.on(m_.subsidy ? m_.subsidy->rates_month : m_.month);
  const bool tapered =
      std::any_of(content_.lines.begin(), content_.lines.end(), [](const LetterLine& line) { return line.share.has_value(); });
  if (!tapered) return;
  const Rate &low = *rates.find(RateKey::taper_low_pct), &high = *rates.find(RateKey::taper_high_pct),
             &up_to = *rates.find(RateKey::taper_threshold_month);
  s.notes.push_back(say("Jo mere du tjener, jo mindre får du herfra. Beløbet falder med {} af lønnen op til {} og med {} af resten.",
                        "The more you earn, the less you get from us. The amount falls by {} of the wage up to {} and by {} of the rest.",
                        percent(low.exact, l_), kr(up_to.exact), percent(high.exact, l_)));
}

/// A rise of the ceiling in the month, and how several are put together.
void LetterWriter::ceiling_as_weighed(std::string& text) {
  for (const Step& step : m_.steps) {
    if (steps::is<steps::CeilingRise>(step) && step.amount.is_positive()) {
      const auto rise = steps::as<steps::CeilingRise>(step);
      text += say(" Du fik et tillæg på {}. Derfor er lønloftet {} højere i den måned.",
                  " You had a supplement of {}. So the ceiling is {} higher in that month.", kr(rise.paid), kr(step.amount));
    } else if (steps::is<steps::CeilingInForce>(step) &&
               steps::as<steps::CeilingInForce>(step).wording == steps::CeilingInForce::Wording::by_weekdays) {
      text += say(" Vi har vejet dem efter dage til {}.", " We have weighted them by days to {}.", kr(step.amount));
    } else if (steps::is<steps::CeilingOfJobs>(step)) {
      const auto wording = steps::as<steps::CeilingOfJobs>(step).wording;
      if (wording == steps::CeilingOfJobs::Wording::by_hours)
        text += say(" Vi har vejet dem efter timer til {}.", " We have weighted them by hours to {}.", kr(step.amount));
      else if (wording == steps::CeilingOfJobs::Wording::by_days)
        text += say(" Vi har vejet dem efter dage til {}.", " We have weighted them by days to {}.", kr(step.amount));
      else
        text += say(" Vi bruger {}.", " We use {}.", kr(step.amount));
    }
  }
}

void LetterWriter::ceiling() {
  if (!m_.subsidy || !m_.subsidy->has_ceiling) return;
  const MonthStatement& sub = *m_.subsidy;
  auto& s = section("Lønloftet", "The ceiling");
  s.paragraphs.push_back(say_.text(
      "Løn og tilskud må tilsammen højst være lønnen for fuld tid i dit job, med tillæg og pension. Det kaldes lønloftet.",
      "Wage and subsidy may together be at most the full-time pay of your job, with supplements and pension. It is called the ceiling, "
      "lønloftet."));
  std::string& text = s.paragraphs.back();
  for (const FactUsed& f : m_.facts)
    if (f.kind == FactUsed::Kind::ceiling) {
      const DatedCeiling& given = c_.employments[f.employment].ceilings[f.index];
      // What a month counts of it may be weighed: what was stated is the amount itself.
      const Exact stated = given.ceiling.form == Ceiling::Form::stated ? Exact::of(given.ceiling.amount) : f.amount;
      const std::string who =
          given.record.source == FactSource::employer ? employer(f.employment) : std::string(in_words(given.record.source, l_));
      text +=
          given.record.known == Date{}
              ? say(" {} har oplyst, at det er {} fra den {}.", " {} has stated that it is {} from {}.", who, kr(stated), on(given.from))
              : say(" {} har oplyst den {}, at det er {} fra den {}.", " {} stated on {} that it is {} from {}.", who,
                    on(given.record.known), kr(stated), on(given.from));
    }
  ceiling_as_weighed(text);
  if (step_of(Rule::FLT_13) != nullptr)
    text += say(" Fleksjobbet dækker kun en del af måneden. Derfor er lønloftet her {}.",
                " The fleksjob covers only part of the month. So the ceiling here is {}.", kr(sub.normal_wage_ceiling));
  if (!m_.otherwise.empty())
    text +=
        say_.text(" Hvor højt det er i måneden, afhænger af det, vi mangler.", " How high it is in the month depends on what is missing.");
  else if (content_.wage_fills_ceiling)
    text += say(" Din løn alene når op på lønloftet på {}. Derfor får du ikke tilskud.",
                " Your wage alone reaches the ceiling of {}. So you get no subsidy.", kr(sub.normal_wage_ceiling));
  else if (sub.ceiling_cut.is_zero())
    text +=
        sub.holiday_cut.is_zero()
            ? say(" Løn og tilskud er {} i alt. Derfor sætter lønloftet ikke tilskuddet ned.",
                  " Wage and subsidy are {} in all. So the ceiling does not lower the subsidy.", kr(content_.under_ceiling))
            : say(" Løn og tilskud er {} i alt, før feriedagene trækkes fra. Derfor sætter lønloftet ikke tilskuddet ned.",
                  " Wage and subsidy are {} in all, before the days of holiday are taken off. So the ceiling does not lower the subsidy.",
                  kr(content_.under_ceiling));
  else
    text += say(" Uden lønloftet ville du få {} i alt. Lønloftet er {}. Derfor er tilskuddet nedsat med {}.",
                " Without the ceiling you would get {} in all. The ceiling is {}. So the subsidy is {} lower.", kr(content_.under_ceiling),
                kr(sub.normal_wage_ceiling), kr(sub.ceiling_cut));
}

void LetterWriter::holiday() {
  std::vector<std::string> said_of;
  for (const FactUsed& f : m_.facts) {
    if (f.kind != FactUsed::Kind::holiday || f.counts != Counts::yes) continue;
    const HolidayTaken& h = c_.holidays[f.index];
    if (h.kind != HolidayTaken::Kind::ledighedsydelse) continue;
    const std::string days_held = days(f.amount.is_zero() ? Exact::whole(weekdays(h.period.first, h.period.last)) : f.amount, l_);
    said_of.push_back(say("Du holdt ferie med ledighedsydelse: {}. Det regner vi som {}.",
                          "You had holiday with ledighedsydelse: {}. We count it as {}.", period_in_words(h.period, l_), days_held));
  }
  for (const Step& step : m_.steps) {
    if (steps::is<steps::HolidayDays>(step)) {
      const auto cut = steps::as<steps::HolidayDays>(step);
      said_of.push_back(
          say("For feriedagene er tilskuddet {} mindre. Vi regner et år som {} dage. Tilskuddet for en dag er {} × {} / {}.",
              "For the days of holiday the subsidy is {} less. We count a year as {} days. The subsidy of a day is {} × {} / {}.",
              kr(cut.cut), law::weekdays_a_year, amount(cut.before, l_), law::months_a_year, law::weekdays_a_year));
    } else if (steps::is<steps::HolidayBenefit>(step)) {
      const auto cut = steps::as<steps::HolidayBenefit>(step);
      said_of.push_back(say("Du fik {} i ledighedsydelse for ferien. Det trækker vi fra i tilskuddet.",
                            "You had {} of ledighedsydelse for the holiday. We take that off the subsidy.", kr(cut.benefit)));
    } else if (steps::is<steps::AllowanceOfHoliday>(step)) {
      const auto a = steps::as<steps::AllowanceOfHoliday>(step);
      said_of.push_back(say("Du holdt {} med feriepenge. De er {} om dagen og tæller som løn: {}.",
                            "You held {} with holiday pay. It is {} a day and counts as wage: {}.", days(a.days, l_), kr(a.a_day),
                            kr(step.amount)));
    }
  }
  if (said_of.empty()) return;
  auto& s = section("Din ferie", "Your holiday");
  s.paragraphs = std::move(said_of);
}

void LetterWriter::state_pays() {
  std::string text;
  if (content_.state_pension > Money{})
    text = say("Staten betaler {} til din pension.", "The state pays {} into your pension.", kr(content_.state_pension));
  if (content_.state_atp > Money{})
    text += (text.empty() ? "" : " ") + say("Staten betaler {} til ATP.", "The state pays {} into ATP.", kr(content_.state_atp));
  if (text.empty()) return;
  auto& s = section("Staten betaler også", "The state also pays");
  s.paragraphs.push_back(text + say_.text(" Det koster dig ikke noget.", " It costs you nothing."));
}

void LetterWriter::changed() {
  if (!content_.last) return;
  auto& s = l_ == Language::danish ? section("Ændret siden sidst", "") : section("", "Changed since last time");
  const Money difference = content_.more_than_last;
  const std::string last = in(*content_.last);
  if (difference == Money{}) {
    s.paragraphs.push_back(say("Du får det samme som for {}.", "You get the same as for {}.", last));
    return;
  }
  s.paragraphs.push_back(difference > Money{} ? say("Du får {} mere end for {}.", "You get {} more than for {}.", kr(difference), last)
                                              : say("Du får {} mindre end for {}.", "You get {} less than for {}.", kr(-difference), last));
  if (content_.last_wage)
    s.paragraphs.back() += say(" Lønnen i fleksjobbet er {}. Sidst var den {}.", " The wage of the fleksjob is {}. Last time it was {}.",
                               kr(m_.subsidy->wage), kr(*content_.last_wage));
  s.table.heads = amount_heads();
  for (const LetterChange& change : content_.changes) row(s, change_name(change), signed_amount(change.amount));
  row(s, say_.text("Forskel", "Difference"), signed_amount(Exact::of(difference)), true);
}

}  // namespace fleks
