#include <fleks/words/letter.hpp>

#include <algorithm>
#include <vector>

#include <fleks/analysis/correction.hpp>
#include <fleks/text/shown.hpp>
#include <fleks/words/amounts.hpp>
#include <fleks/words/case.hpp>
#include <fleks/words/explanation.hpp>

#include "facts/case_lists.hpp"
#include "history/used_fact.hpp"
#include "words/case_words.hpp"
#include "words/say.hpp"
#include "words/sheet.hpp"
#include "words/steps.hpp"

namespace fleks {
namespace {

constexpr std::size_t columns = 84;
/// The time to complain of a decision (retssikkerhedsloven § 67).
constexpr int weeks_to_complain = 4;

/// A letter before it is a text or a page.
struct Sheets {
  struct Row {
    std::string name, amount;
    bool sum = false;
  };
  /// A paragraph of the law and the address where it stands, if known.
  struct Source {
    std::string paragraph, address;
  };
  struct Section {
    std::string heading{};
    std::vector<std::string> paragraphs{};
    std::vector<Row> rows{};
    std::vector<std::string> notes{};  // below the rows
    std::vector<Source> sources{};     // one sentence of them, above the paragraphs
  };
  std::string from{}, to{}, date{}, title{}, first{};
  std::vector<Section> sections{};
};

class LetterWriter {
 public:
  LetterWriter(const Case& c, const RateTable& rates, const CaseMonth& now, const CaseMonth* before, Date date, Language language)
      : c_(c), rates_(rates), m_(now), before_(before), date_(date), say_(language), l_(language) {}

  Sheets write() {
    out_.from = shown(c_.municipality);
    out_.to = shown(c_.name);
    out_.date = in_words(date_, l_);
    const char* what = m_.subsidy && m_.benefit ? say_.text("Dit fleksløntilskud og din ledighedsydelse for {}",
                                                            "Your fleksløntilskud and ledighedsydelse for {}")
                       : m_.benefit             ? say_.text("Din ledighedsydelse for {}", "Your ledighedsydelse for {}")
                                                : say_.text("Dit fleksløntilskud for {}", "Your fleksløntilskud for {}");
    out_.title = fmt::format(fmt::runtime(what), in_words(m_.month, l_));
    out_.first = !m_.otherwise.empty() ? not_final()
                 : m_.status == MonthStatus::unknown && m_.payout == Money{}
                     ? std::string(say_.text("Måneden kan ikke regnes ud endnu.", "The month cannot be computed yet."))
                 : m_.payout > Money{}
                     ? say_("Du får {} udbetalt før skat.", "You are paid {} before tax.", kr(Exact::of(m_.payout)))
                     : std::string(say_.text("Der er ikke noget at udbetale for måneden.", "There is nothing to pay out for the month."));
    earned();
    if (m_.subsidy) about_subsidy();
    if (m_.benefit) about_benefit();
    paid();
    changed();
    complain();
    paragraphs();
    return std::move(out_);
  }

 private:
  [[nodiscard]] std::string kr(const Exact& x) const { return kroner(x, l_); }
  /// FLT-16, FLT-25: what rests on a missing fact is no decision yet.
  [[nodiscard]] std::string not_final() const {
    std::string text = say_("Beløbet er ikke endeligt: {} før skat, som det ser ud nu.",
                            "The amount is not final: {} before tax as it looks now.", kr(Exact::of(m_.payout)));
    for (const MissingFact& missing : m_.missing) text += " " + missing_fact(c_, missing, say_);
    for (const Otherwise& o : m_.otherwise)
      text += say_(" Når det er oplyst, kan tilskuddet blive {}.", " When it is known, the subsidy may be {}.",
                   kr(Exact::of(o.fleksloentilskud)));
    return text + say_.text(" En medarbejder ser på det, før måneden afgøres.", " An officer looks at it before the month is decided.");
  }
  /// A step's sentence without its rates.
  [[nodiscard]] std::string plain(const Step& step) const { return sentence(said(step, rates_.on(m_.month), say_)); }
  /// A share of the month's rates in øre of a krone. The month was computed by it, so it is there.
  [[nodiscard]] std::string oere_of_each_krone(RateKey share) const {
    const Rate* rate = rates_.on(m_.subsidy->rates_month).find(share);
    return rate == nullptr ? std::string{} : number(rate->exact * Exact::whole(100), l_);
  }
  Sheets::Section& section(const char* danish, const char* english) {
    out_.sections.push_back({say_.text(danish, english), {}, {}});
    return out_.sections.back();
  }

  void earned() {
    auto& s = section("Det tjente du", "What you earned");
    const std::string month = in_words(m_.subsidy ? m_.subsidy->wage_month : m_.benefit ? m_.income_month : month_before(m_.month), l_);
    const auto say = [&](std::string text) { s.paragraphs.push_back(std::move(text)); };
    for (const MissingFact& missing : m_.missing)
      if (missing.decides && missing.kind != MissingFact::Kind::wage)
        say(missing_fact(c_, missing, say_));
      else if (missing.kind == MissingFact::Kind::wage)
        say(say_("Vi kender endnu ikke din løn for {} fra {}. Når den er oplyst, regner vi måneden ud.",
                 "We do not know your wage of {} from {} yet. When it is reported, the month is computed.", in_words(missing.month, l_),
                 shown(c_.employments[missing.employment].employer)));
    if (m_.subsidy) {
      say(say_(
          "I {} var din løn i fleksjobbet {}. Det er lønnen før skat med pensionsbidrag, både dit eget og din arbejdsgivers.",
          "In {} your wage from the fleksjob was {}. That is the wage before tax with pension, both your own share and your employer's.",
          month, kr(m_.subsidy->wage)));
      if (!m_.subsidy->other_wage.is_zero())
        say(say_("Du havde også anden løn eller indtægt, der tæller med: {}.", "You also had other wage or income that counts: {}.",
                 kr(m_.subsidy->other_wage)));
    } else if (m_.benefit) {
      say(m_.benefit->income.is_zero()
              ? say_("Du havde ingen indtægt i {}, der trækkes fra.", "You had no income in {} that is offset.", month)
              : say_("I {} havde du en indtægt på {}, der trækkes fra efter reglerne.",
                     "In {} you had an income of {} that is offset by the rules.", month, kr(m_.benefit->income)));
    } else if (m_.status != MonthStatus::unknown) {
      say(say_("Der er hverken fleksjob eller ledighedsydelse i {}.", "There is neither fleksjob nor ledighedsydelse in {}.",
               in_words(m_.month, l_)));
    }
    for (const Step& step : m_.steps)
      if (step.rule == Rule::FLT_6 || step.rule == Rule::FLT_15 || step.rule == Rule::LY_7 || step.rule == Rule::LY_10) say(plain(step));
  }

  void about_subsidy() {
    const MonthStatement& s = *m_.subsidy;
    auto& section_ = section("Det betyder det for tilskuddet", "What that means for the subsidy");
    const auto say = [&](std::string text) { section_.paragraphs.push_back(std::move(text)); };
    if (!s.has_right) {
      say(say_.text("Du kan kun få tilskud for en måned, hvor din arbejdsgiver har betalt løn. Derfor er tilskuddet 0 kr. indtil videre.",
                    "The subsidy needs a month in which your employer has paid a wage. So for now it is DKK 0."));
      return;
    }
    const bool part = std::any_of(m_.steps.begin(), m_.steps.end(), [](const Step& step) { return step.rule == Rule::FLT_13; });
    std::string text = part ? say_("Fleksjobbet dækkede kun en del af måneden, så det højeste tilskud var {}.",
                                   "The fleksjob covered only part of the month, so the highest subsidy was {}.", kr(s.base))
                            : say_("Det højeste tilskud er {} om måneden.", "The highest subsidy is {} a month.", kr(s.base));
    text += say_(" Jo mere du tjener, jo mindre bliver det: af din løn trækker vi {} fra i tilskuddet.",
                 " The more you earn, the smaller it gets: for your wage we take off {}.", kr(s.taper));
    if (!s.taper.is_zero())
      text += s.wage + s.other_wage > s.threshold
                  ? say_(" Der trækkes {} øre for hver krone op til {} og {} øre for hver krone over.",
                         " That is {} øre of each krone up to {} and {} øre of each krone above.",
                         oere_of_each_krone(RateKey::taper_low_pct), kr(s.threshold), oere_of_each_krone(RateKey::taper_high_pct))
                  : say_(" Det er {} øre for hver krone.", " That is {} øre of each krone.", oere_of_each_krone(RateKey::taper_low_pct));
    say(std::move(text));
    if (!s.daily_benefit.is_zero())
      say(say_("Dagpengene på {} trækkes fra krone for krone.", "The daily benefit of {} is taken off krone for krone.",
               kr(s.daily_benefit)));
    if (!m_.otherwise.empty() && s.has_ceiling)
      say(say_.text(
          "Løn og tilskud må tilsammen højst være det, stillingen giver på fuld tid uden fleksjob (lønloftet). Hvor højt det er i "
          "måneden, afhænger af det, vi mangler.",
          "Wage and subsidy may together be at most the full-time pay of the position (the ceiling). How high it is in the month "
          "depends on what is missing."));
    else if (s.has_ceiling && !s.ceiling_cut.is_zero())
      say(
          say_("Løn og tilskud må tilsammen højst være det, stillingen giver på fuld tid uden fleksjob. Det kaldes lønloftet og er {}. "
               "Derfor er tilskuddet sat {} ned.",
               "Wage and subsidy may together be at most the full-time pay of the position. It is called lønloftet, the normal-wage "
               "ceiling, and is {}. So the subsidy is {} lower.",
               kr(s.normal_wage_ceiling), kr(s.ceiling_cut)));
    else if (s.has_ceiling && s.wage + s.other_wage >= s.normal_wage_ceiling)
      say(say_(
          "Løn og tilskud må tilsammen højst være det, stillingen giver på fuld tid uden fleksjob: {}. Din løn alene når op på det, så "
          "der er intet tilskud.",
          "Wage and subsidy may together be at most the full-time pay of the position: {}. Your wage alone reaches it, so there is no "
          "subsidy.",
          kr(s.normal_wage_ceiling)));
    else if (s.has_ceiling)
      say(say_("Løn og tilskud må tilsammen højst være det, stillingen giver på fuld tid uden fleksjob: {}. Det er du under.",
               "Wage and subsidy may together be at most the full-time pay of the position: {}. You are below it.",
               kr(s.normal_wage_ceiling)));
    else
      say(say_.text("Vi kender ikke lønnen på fuld tid i stillingen (lønloftet). Når den er oplyst, kan tilskuddet blive lavere.",
                    "The full-time pay of the position (the ceiling) is not known here. When it is, the subsidy may be lower."));
    if (!s.holiday_cut.is_zero())
      say(say_("Du holdt ferie på ledighedsydelse. For de dage er der ikke tilskud: {}.",
               "You had holiday on ledighedsydelse. There is no subsidy for those days: {}.", kr(s.holiday_cut)));
    for (const Step& step : m_.steps)
      if ((step.rule == Rule::FLT_16 && m_.otherwise.empty()) || step.rule == Rule::FLT_20 || step.rule == Rule::FLT_22) say(plain(step));
  }

  void about_benefit() {
    const LedighedsydelseStatement& b = *m_.benefit;
    auto& section_ = section("Det betyder det for ledighedsydelsen", "What that means for ledighedsydelse");
    const auto say = [&](std::string text) { section_.paragraphs.push_back(std::move(text)); };
    for (const Step& step : m_.steps) switch (step.rule) {
        case Rule::LY_1:
        case Rule::LY_2:
        case Rule::LY_4:
        case Rule::LY_11:
        case Rule::LY_12:
        case Rule::LY_9: say(plain(step)); break;
        default: break;
      }
    if (!b.offset.is_zero())
      say(say_("For indtægten på {} trækkes der {} fra.", "For the income of {} we take off {}.", kr(b.income), kr(b.offset)));
  }

  void paid() {
    auto& s = section("Det får du udbetalt", "What you are paid");
    for (const auto& [rule, amount] : payout_by_rule(m_))
      s.rows.push_back({std::string(rule_name(rule, m_.month, l_)), fleks::amount(amount, l_), false});
    s.rows.push_back({say_.text("Til udbetaling før skat", "Paid out before tax"), fleks::amount(m_.payout, l_), true});
    const Money pension = (m_.subsidy ? m_.subsidy->obligatory_pension : Money{}) + (m_.benefit ? m_.benefit->obligatory_pension : Money{});
    if (pension > Money{})
      s.notes.push_back(say_("Staten betaler desuden {} til din obligatoriske pension.",
                             "The state also pays {} into your obligatory pension.", kroner(pension, l_)));
  }

  // The rules whose amount differs from the month before, the largest first.
  void changed() {
    auto& s = section("Det er ændret siden sidst", "What changed since last time");
    if (before_ == nullptr) {
      s.paragraphs.emplace_back(say_.text("Det er den første måned i sagen.", "This is the first month of the case."));
      return;
    }
    const Money difference = m_.payout - before_->payout;
    const std::string last = in_words(before_->month, l_);
    if (difference == Money{}) {
      s.paragraphs.push_back(say_("Du får det samme som for {}.", "You are paid the same as for {}.", last));
      return;
    }
    s.paragraphs.push_back(difference > Money{}
                               ? say_("Du får {} mere end for {}.", "You are paid {} more than for {}.", kroner(difference, l_), last)
                               : say_("Du får {} mindre end for {}.", "You are paid {} less than for {}.", kroner(-difference, l_), last));
    if (m_.subsidy && before_->subsidy && m_.subsidy->wage != before_->subsidy->wage)
      s.paragraphs.push_back(say_("Lønnen i fleksjobbet var {} mod {} måneden før.",
                                  "The wage of the fleksjob was {} against {} the month before.", kr(m_.subsidy->wage),
                                  kr(before_->subsidy->wage)));
    std::vector<std::pair<Rule, Exact>> changes;
    for (const auto& [month, sign] : {std::pair{&m_, 1}, std::pair{before_, -1}})
      for (const auto& [rule, amount] : payout_by_rule(*month)) {
        auto found = std::find_if(changes.begin(), changes.end(), [&, r = rule](const auto& x) { return x.first == r; });
        if (found == changes.end()) found = changes.insert(changes.end(), {rule, Exact{}});
        found->second += sign > 0 ? amount : -amount;
      }
    for (const auto& [rule, change] : changes)
      if (!change.is_zero())
        s.rows.push_back({std::string(rule_name(rule, m_.month, l_)), (change.is_positive() ? "+" : "") + amount(change, l_), false});
    s.rows.push_back({say_.text("Forskel", "Difference"), (difference > Money{} ? "+" : "") + amount(difference, l_), true});
  }

  void complain() {
    auto& s = section("Er du uenig?", "Do you disagree?");
    s.paragraphs.push_back(
        say_("Du kan klage inden {} uger fra den dag, du fik brevet. Skriv eller ring til {}. Vi ser på sagen igen, og ændrer vi den ikke, "
             "sender vi din klage videre til Ankestyrelsen.",
             "You can complain within {} weeks of the day you received this letter. Write to or call {}. We look at the case again, and if "
             "we do not change it, we send your complaint on to Ankestyrelsen.",
             weeks_to_complain, c_.municipality.empty() ? std::string(say_.text("kommunen", "the municipality")) : shown(c_.municipality)));
    s.paragraphs.emplace_back(say_.text("Er der noget i brevet, der ikke passer med din lønseddel, så sig det til os.",
                                        "If anything here does not agree with your payslip, please tell us."));
  }

  void paragraphs() {
    auto& s = section("Reglerne", "The rules");
    for (const auto& [rule, amount] : payout_by_rule(m_)) {
      const RuleInfo& period = info(rule, m_.month);
      if (!period.source.empty()) s.sources.push_back({std::string(period.source), std::string(period.eli)});
    }
    s.sources.push_back({say_.text("retssikkerhedsloven § 67 (klage)", "retssikkerhedsloven § 67 (complaints)"), {}});
    const bool choice = std::any_of(m_.steps.begin(), m_.steps.end(), [](const Step& step) { return step.rests_on_choice; });
    if (choice)
      s.paragraphs.emplace_back(say_.text("Et eller flere trin hviler på en fortolkning, hvor loven ikke siger, hvordan der skal regnes.",
                                          "One step or more rests on an interpretation where the law does not say how to compute."));
  }

  const Case& c_;
  const RateTable& rates_;
  const CaseMonth& m_;
  const CaseMonth* before_;
  Date date_;
  Say say_;
  Language l_;
  Sheets out_{};
};

/// An amount in kroner ends with a full stop, and so does its sentence.
std::string tidy(std::string text) {
  for (std::size_t at = 0; (at = text.find("kr..", at)) != std::string::npos;) text.erase(at + 3, 1);
  return text;
}

std::string as_text(const Sheets& s) {
  std::string text;
  if (!s.from.empty()) text += s.from + "\n";
  text += s.date + "\n\n";
  if (!s.to.empty()) text += s.to + "\n\n";
  text += s.title + "\n" + std::string(width(s.title), '=') + "\n\n" + wrapped(tidy(s.first), 0, columns) + "\n";
  for (const auto& section : s.sections) {
    text += "\n" + section.heading + "\n";
    std::string sources;
    for (const auto& source : section.sources) sources += (sources.empty() ? "" : "; ") + source.paragraph;
    if (!sources.empty()) text += wrapped(sentence(std::move(sources)), 0, columns) + "\n";
    for (const auto& p : section.paragraphs) text += wrapped(tidy(p), 0, columns) + "\n";
    std::size_t name = 0, amount = 0;
    for (const auto& r : section.rows) name = std::max(name, width(r.name)), amount = std::max(amount, width(r.amount));
    for (const auto& r : section.rows) {
      if (r.sum) text += "  " + std::string(name + 2, ' ') + std::string(amount, '-') + "\n";
      text += "  " + left(r.name, name) + "  " + right(r.amount, amount) + "\n";
    }
    for (const auto& n : section.notes) text += wrapped(tidy(n), 0, columns) + "\n";
  }
  return text;
}

std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) switch (c) {
      case '&': out += "&amp;"; break;
      case '<': out += "&lt;"; break;
      case '>': out += "&gt;"; break;
      case '"': out += "&quot;"; break;
      default: out += c;
    }
  return out;
}

std::string as_html(const Sheets& s, Language language) {
  std::string h =
      "<!DOCTYPE html>\n<html lang=\"" + std::string(language == Language::danish ? "da" : "en") +
      "\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>" +
      escaped(s.title) +
      "</title>\n<style>\n"
      "@page { size: A4; margin: 18mm 22mm; }\n"
      "body { font: 11pt/1.4 Georgia, serif; color: #1a1a1a; max-width: 42em; margin: 2em auto; padding: 0 1em; }\n"
      "header { display: flex; justify-content: space-between; margin-bottom: 2em; }\n"
      "h1 { font-size: 1.35em; margin: 0 0 .4em; } h2 { font-size: 1em; margin: 1.1em 0 .2em; } p { margin: .25em 0; }\n"
      ".first { font-size: 1.1em; font-weight: bold; }\n"
      "table { border-collapse: collapse; margin: .3em 0; } td { padding: .08em 0; } td + td { text-align: right; padding-left: 2.5em; "
      "font-variant-numeric: tabular-nums; }\n"
      "tr.sum td { border-top: 1px solid #1a1a1a; font-weight: bold; }\n"
      "@media print { body { margin: 0; max-width: none; font-size: 10pt; } }\n"
      "</style>\n</head>\n<body>\n<header><div>" +
      escaped(s.to) + "</div><div>" + escaped(s.from) + (s.from.empty() ? "" : "<br>") + escaped(s.date) + "</div></header>\n<h1>" +
      escaped(s.title) + "</h1>\n<p class=\"first\">" + escaped(tidy(s.first)) + "</p>\n";
  for (const auto& section : s.sections) {
    h += "<h2>" + escaped(section.heading) + "</h2>\n";
    std::string sources;
    for (const auto& source : section.sources) {
      const std::string paragraph = escaped(source.paragraph);
      sources += (sources.empty() ? "" : "; ") +
                 (source.address.empty() ? paragraph : "<a href=\"" + escaped(source.address) + "\">" + paragraph + "</a>");
    }
    if (!sources.empty()) h += "<p>" + sources + ".</p>\n";
    for (const auto& p : section.paragraphs) h += "<p>" + escaped(tidy(p)) + "</p>\n";
    if (section.rows.empty()) continue;
    h += "<table>\n";
    for (const auto& r : section.rows)
      h += std::string(r.sum ? "<tr class=\"sum\">" : "<tr>") + "<td>" + escaped(r.name) + "</td><td>" + escaped(r.amount) + "</td></tr>\n";
    h += "</table>\n";
    for (const auto& n : section.notes) h += "<p>" + escaped(tidy(n)) + "</p>\n";
  }
  return h + "</body>\n</html>\n";
}

/// The day on which the last fact of the month became known.
Date last_known_of(const Case& c, const CaseMonth& m) {
  Date last{};
  for (const FactUsed& f : m.facts) last = std::max(last, record_of(c, f).known);
  return last;
}

}  // namespace

Result<std::string> letter(const CheckedCase& checked, const RateTable& rates, Month month, std::optional<Date> as_of, Language language,
                           LetterForm form) {
  const Case& facts = checked.facts();
  if (month < facts.first || month > facts.last)
    return Error{.code = ErrorCode::out_of_range, .field = Fact::month, .given = to_text(month), .allowed = Range{facts.first, facts.last}};
  const Month first = month > facts.first ? month_before(month) : month;
  const auto statement = case_statement(checked, rates, {.as_of = as_of, .first = first, .last = month, .explained = true});
  if (!statement) return statement.error();
  const CaseMonth* before = first < month ? &statement->months.front() : nullptr;
  const Date date = as_of ? *as_of : std::max(decision_date(facts, month), last_known_of(facts, statement->months.back()));
  const Sheets sheets = LetterWriter(facts, rates, statement->months.back(), before, date, language).write();
  return form == LetterForm::text ? as_text(sheets) : as_html(sheets, language);
}

Result<std::string> letter(const Case& facts, const RateTable& rates, Month month, std::optional<Date> as_of, Language language,
                           LetterForm form) {
  const auto checked = CheckedCase::of(facts);
  return checked ? letter(*checked, rates, month, as_of, language, form) : checked.error();
}

}  // namespace fleks
