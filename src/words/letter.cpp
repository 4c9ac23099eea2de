#include <fleks/words/letter.hpp>

#include "words/letter_writer.hpp"

namespace fleks {
namespace {

/// The time to complain of a decision (retssikkerhedsloven § 67), and to look at it again (§ 66).
constexpr int weeks_to_complain = 4;

}  // namespace

std::string listed(const std::vector<std::string>& all, const Say& say) {
  std::string text;
  for (std::size_t i = 0; i < all.size(); ++i) text += (i == 0 ? "" : i + 1 == all.size() ? say.text(" og ", " and ") : ", ") + all[i];
  return text;
}

std::string_view benefits_of(const CaseMonth& m, const Say& say) {
  if (m.subsidy && m.benefit) return say.text("fleksløntilskud og ledighedsydelse", "fleksløntilskud and ledighedsydelse");
  return m.benefit && !m.in_fleksjob ? "ledighedsydelse" : "fleksløntilskud";
}

LetterSheets LetterWriter::write() {
  out_.date = on(content_.date);
  sender();
  title();
  switch (content_.kind) {
    case LetterKind::decision:
    case LetterKind::preliminary:
      first_of_month();
      preliminary();
      wages();
      incomes();
      subsidy_and_benefit();
      ceiling();
      holiday();
      benefit();
      state_pays();
      changed();
      after_tax();
      break;
    case LetterKind::no_right: no_right(); break;
    case LetterKind::unknown: unknown(); break;
    case LetterKind::back_pay:
    case LetterKind::hearing:
    case LetterKind::regulation:
    case LetterKind::repayment:
    case LetterKind::unchanged:
    case LetterKind::claim:
      first_of_correction();
      why_corrected();
      months_table();
      corrected_rules();
      hearing();
      regulation();
      repayment();
      break;
  }
  if (is_decision(content_.kind)) {
    check();
    complain();
  }
  rules();
  signature();
  return std::move(out_);
}

void LetterWriter::sender() {
  const Correspondence& from = c_.letters;
  out_.from = {or_blank(c_.municipality, "kommune", "municipality") + ", " + or_blank(from.department, "afdeling", "department"),
               or_blank(from.address, "adresse", "address"),
               or_blank(from.phone, "telefon", "phone") + ", " + or_blank(from.digital_post, "digital post", "digital post"),
               say("Sagsnr. {}", "Case no. {}", or_blank(from.case_number, "sagsnummer", "case number"))};
  out_.to = {or_blank(c_.name, "navn", "name")};
  if (!from.citizen_address.empty()) out_.to.push_back(shown(from.citizen_address));
}

void LetterWriter::title() {
  const std::string month = in(m_.month);
  const std::string_view what = benefits_of(m_, say_);
  const char* your = what == "ledighedsydelse" ? say_.text("Din", "Your") : say_.text("Dit", "Your");
  const auto correction_of = [&](auto part) { return content_.correction ? kr(content_.correction.value().*part) : std::string(); };
  switch (content_.kind) {
    case LetterKind::decision:
      out_.title = m_.payout > Money{} ? say("Afgørelse: {} {} for {}", "Decision: {} {} for {}", your, what, month)
                                       : say("Afgørelse: Du får ikke {} for {}", "Decision: You get no {} for {}", what, month);
      break;
    case LetterKind::preliminary:
      out_.title = say("Afgørelse: {} {} for {} (foreløbig)", "Decision: {} {} for {} (preliminary)", your, what, month);
      break;
    case LetterKind::no_right:
      out_.title = say("Afgørelse: Du har ikke ret til {} for {}", "Decision: You have no right to {} for {}", what, month);
      break;
    case LetterKind::unknown:
      out_.title = say("Vi kan ikke beregne {} for {} endnu", "We cannot compute {} for {} yet", what, month);
      break;
    case LetterKind::back_pay:
      out_.title = say("Afgørelse: Du får {} mere i {}", "Decision: You get {} more of {}", correction_of(&Correction::to_pay_out), what);
      break;
    case LetterKind::hearing:
      out_.title =
          say("Vi regner med, at du har fået {} for meget. Hvad siger du?", "We expect that you were paid {} too much. What do you say?",
              kr(content_.correction->to_recover + content_.correction->not_regulated));
      break;
    case LetterKind::regulation:
      out_.title = say("Afgørelse: Vi trækker {} fra i {} {}", "Decision: We take {} off {} {}", correction_of(&Correction::to_recover),
                       l_ == Language::danish ? (what.starts_with("l") ? "din" : "dit") : "your", what);
      break;
    case LetterKind::repayment:
      out_.title = content_.hearing->knew.empty() ? say("Afgørelse: Du skal ikke betale {} tilbage", "Decision: You need not repay {}",
                                                        correction_of(&Correction::not_regulated))
                                                  : say("Afgørelse: Du skal betale {} tilbage", "Decision: You must repay {}",
                                                        correction_of(&Correction::not_regulated));
      break;
    case LetterKind::claim: {
      Money deducted{};
      for (const ReducedClaim& claim : content_.correction->claims) deducted += claim.deducted;
      out_.title = say("Afgørelse: Vi trækker {} fra i en anden ydelse for {}", "Decision: We take {} off another benefit of {}",
                       kr(deducted), month);
      break;
    }
    case LetterKind::unchanged: out_.title = say("Vi har set på {} igen", "We have looked at {} again", month); break;
  }
}

void LetterWriter::check() {
  auto& s = section("Passer tallene?", "Are the figures right?");
  s.paragraphs.push_back(say_.text(
      "Se efter på din lønseddel. Sig det til os, hvis noget er forkert. Du har pligt til at fortælle os, hvis din løn, din pension, dit "
      "job eller din ferie ændrer sig. Gør du ikke det, kan du komme til at betale penge tilbage.",
      "Look at your payslip. Tell us if something is wrong. It is your duty to tell us if your wage, your pension, your job or your "
      "holiday changes. If you do not, you may have to pay money back."));
}

void LetterWriter::complain() {
  auto& s = section("Du kan klage", "You can complain");
  s.paragraphs.push_back(
      say("Vi skal have din klage senest {} uger efter, at du fik brevet. Skriv til {}, eller ring til {}. Vi ser på afgørelsen igen inden "
          "{} uger. Ændrer vi den ikke, sender vi klagen til Ankestyrelsen. Du må gerne have en med til at hjælpe dig. Du har ret til at "
          "se papirerne i din sag.",
          "We must have your complaint within {} weeks of the day you got this letter. Write to {}, or call {}. We look at the decision "
          "again within {} weeks. If we do not change it, we send the complaint to Ankestyrelsen. You may bring someone to help you. You "
          "have the right to see the papers of your case.",
          weeks_to_complain,
          !c_.letters.digital_post.empty() ? shown(c_.letters.digital_post) : or_blank(c_.letters.address, "adresse", "address"),
          or_blank(c_.letters.phone, "telefon", "phone"), weeks_to_complain));
  if (content_.kind == LetterKind::repayment && !content_.hearing->knew.empty())
    s.paragraphs.push_back(
        say_.text("Du skal som regel betale, mens klagen bliver behandlet.", "As a rule you must pay while the complaint is dealt with."));
}

void LetterWriter::signature() {
  out_.signature = {say_.text("Venlig hilsen", "Kind regards"), or_blank(c_.letters.officer, "navn og titel", "name and title")};
}

Result<std::string> letter(const CheckedCase& checked, const RateTable& rates, Month month, std::optional<Date> as_of, Language language,
                           LetterForm form, const std::optional<CitizensTax>& tax) {
  const Case& facts = checked.facts();
  if (month < facts.first || month > facts.last)
    return Error{.code = ErrorCode::out_of_range, .field = Fact::month, .given = to_text(month), .allowed = Range{facts.first, facts.last}};
  auto content = letter_of_month(facts, checked, rates, month, as_of);
  if (!content) return content.error();
  if (tax)
    if (auto wrong = add_after_tax(*content, facts, rates, *tax)) return *std::move(wrong);
  const LetterSheets sheets = LetterWriter(facts, rates, *content, language).write();
  return form == LetterForm::text ? as_text(sheets) : as_html(sheets);
}

Result<std::string> letter(const Case& facts, const RateTable& rates, Month month, std::optional<Date> as_of, Language language,
                           LetterForm form, const std::optional<CitizensTax>& tax) {
  const auto checked = CheckedCase::of(facts);
  return checked ? letter(*checked, rates, month, as_of, language, form, tax) : checked.error();
}

Result<std::string> letter_of_correction(const CheckedCase& checked, const RateTable& rates, Month first, Month last,
                                         std::optional<Date> as_of, Language language, LetterForm form) {
  const auto content = letter_of_correction(checked, rates, first, last, as_of);
  if (!content) return content.error();
  const LetterSheets sheets = LetterWriter(checked.facts(), rates, *content, language).write();
  return form == LetterForm::text ? as_text(sheets) : as_html(sheets);
}

Result<std::string> letter_of_correction(const Case& facts, const RateTable& rates, Month first, Month last, std::optional<Date> as_of,
                                         Language language, LetterForm form) {
  const auto checked = CheckedCase::of(facts);
  return checked ? letter_of_correction(*checked, rates, first, last, as_of, language, form) : checked.error();
}

}  // namespace fleks
