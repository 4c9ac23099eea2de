#include <algorithm>
#include <array>

#include <fleks/text/shown.hpp>
#include <fleks/words/amounts.hpp>
#include <fleks/words/worth_in_words.hpp>

#include "words/say.hpp"
#include "words/sheet.hpp"

namespace fleks {
namespace {

struct Colours {
  bool on;
  [[nodiscard]] std::string operator()(Verdict verdict, const std::string& text) const {
    if (!on) return text;
    const char* code = verdict == Verdict::pays ? "32" : verdict == Verdict::hardly ? "33" : "31";
    return std::string("\x1b[") + code + "m" + text + "\x1b[0m";
  }
};

/// Tenths of the gross pay that end in hand, as a bar of ten.
std::string bar(const Extra& e) {
  if (e.in_hand < Money{}) return "◂";
  if (e.gross_pay <= Money{}) return "";
  const auto halves = (Exact::of(e.in_hand) * Exact::whole(20) / Exact::of(e.gross_pay)).rounded(Rounding::half_up).value_or(0);
  std::string text;
  for (std::int64_t i = 0; i + 2 <= std::min<std::int64_t>(halves, 20); i += 2) text += "█";
  if (halves < 20 && halves % 2 == 1) text += "▌";
  return text;
}

class Table {
 public:
  Table(const WorthOfHours& worth, Language language, bool with_colour) : w_(worth), say_(language), l_(language), colours_{with_colour} {}

  std::string text() {
    heading();
    if (w_.target) targets();
    if (!w_.rows.empty()) {
      in_plain_words();
      rows();
    }
    kinks();
    assumptions();
    return std::move(out_);
  }

 private:
  void line(const std::string& text = {}) { out_ += wrapped(text, 0, 80) + "\n"; }
  void item(const std::string& text) { out_ += wrapped("- " + text, 2, 80) + "\n"; }
  [[nodiscard]] std::string kr(Money m) const { return kroner(m, l_); }
  [[nodiscard]] std::string at(const NetRow& r) const {
    if (w_.over_wage) return say_("{} i timen", "{} an hour", kr(r.hourly_wage));
    std::string text = hours(Exact::of(r.hours), l_);
    if (w_.with_intensity) text += say_(" ved {}", " at {}", percent(r.intensity, l_));
    return text;
  }

  void heading() {
    const Citizen& c = w_.picture.citizen();
    const std::string title =
        w_.over_wage ? say_("Hvad en højere timeløn er værd, {}, {} om ugen", "What a higher hourly wage is worth, {}, {} a week", c.year,
                            hours(w_.rows.empty() ? Exact{} : Exact::of(w_.rows.front().hours), l_))
        : w_.is_course
            ? say_("Hvad et forløb er værd, {}, {} i timen", "What a course is worth, {}, {} an hour", c.year, kr(c.hourly_wage))
            : say_("Hvad en ekstra time er værd, {}, {} i timen", "What an extra hour is worth, {}, {} an hour", c.year, kr(c.hourly_wage));
    line(title);
    line(std::string(width(title), '='));
  }

  /// What the table shows, said first.
  void in_plain_words() {
    const NetRow &first = w_.rows.front(), &last = w_.rows.back();
    const std::size_t first_in_job = first.in_job ? 0 : 1;
    if (!first.in_job && w_.rows.size() > 1) {
      const Extra& e = w_.extras.front();
      const bool more = e.in_hand > Money{};
      line(say_("Fra ledighedsydelse til et fleksjob på {}: {} {} i hånden om måneden ({} mod {}).",
                "From ledighedsydelse to a fleksjob of {}: {} {} in hand a month ({} against {}).", at(w_.rows[1]),
                kr(more ? e.in_hand : -e.in_hand), more ? say_.text("mere", "more") : say_.text("mindre", "less"), kr(w_.rows[1].in_hand),
                kr(first.in_hand)));
    }
    if (w_.rows.size() > first_in_job + 1) {
      const NetRow& start = w_.rows[first_in_job];
      const Money gain = last.in_hand - start.in_hand;
      const bool more = gain > Money{};
      const char* a_week = w_.over_wage ? "" : say_.text(" om ugen", " a week");
      line(gain == Money{}
               ? say_("{}{} giver det samme i hånden om måneden som {}: {}.", "{}{} puts the same in hand a month as {}: {}.", at(last),
                      a_week, at(start), kr(last.in_hand))
               : say_("{}{} giver {} {} i hånden om måneden end {} ({} mod {}).",
                      "{}{} puts {} {} in hand a month than {} ({} against {}).", at(last), a_week, kr(more ? gain : -gain),
                      more ? say_.text("mere", "more") : say_.text("mindre", "less"), at(start), kr(last.in_hand), kr(start.in_hand)));
      count_verdicts(first_in_job);
      if (!w_.over_wage && !w_.is_course && w_.summary.best_hours != last.hours)
        line(say_("Mest i hånden giver {}.", "Most in hand is at {}.", hours(Exact::of(w_.summary.best_hours), l_)));
      if (!w_.over_wage && !w_.is_course)
        for (const auto& r : w_.summary.zero_gain_ranges)
          line(say_("Fra {} til {} giver flere timer ikke mere i hånden.", "From {} to {} more hours put no more in hand.",
                    hours(Exact::of(r.from), l_), hours(Exact::of(r.to), l_)));
    }
    if (w_.summary.no_gain_hourly_wage && !w_.over_wage) {
      const Exact& limit = *w_.summary.no_gain_hourly_wage;
      if (Exact::of(w_.picture.citizen().hourly_wage) <= limit)
        line(say_(
            "Ved en timeløn på højst {} tager lønloftet hele gevinsten allerede fra den første time: løn og tilskud er tilsammen det "
            "samme, uanset timerne.",
            "At an hourly wage of at most {} the ceiling takes every hour from the first: wage and subsidy together are the same at any "
            "hours.",
            kroner(limit, l_)));
      else
        line(say_("Ved en timeløn under {} ville lønloftet tage hele gevinsten allerede fra den første time.",
                  "At an hourly wage below {} the ceiling would take every hour from the first.", kroner(limit, l_)));
    }
    line();
  }

  /// Where a target is in hand, or that it nowhere is.
  void targets() {
    const std::string wanted = kr(*w_.target);
    if (w_.targets.most)
      line(sentence(say_("{} i hånden om måneden nås ikke. Mest giver {}: {}", "{} in hand a month is not reached. The most is at {}: {}",
                         wanted, at(*w_.targets.most), kr(w_.targets.most->in_hand))));
    for (const TargetPlace& place : w_.targets.places) {
      std::string where = at(place.row);
      if (!w_.over_wage) where += say_(", eller {} i timer og minutter", ", or {} in hours and minutes", clock_text(place.at));
      if (place.to != place.at)
        line(sentence(say_("{} i hånden om måneden giver alt fra {} til {}", "{} in hand a month: everything from {} to {}", wanted, where,
                           w_.over_wage ? kroner(place.to, l_) : hours(place.to, l_))));
      else if (place.jumps)
        line(sentence(say_("{} i hånden om måneden springes over ved {}: beløbet er {}",
                           "{} in hand a month is jumped over at {}: it is {}", wanted, where, kr(place.row.in_hand))));
      else
        line(sentence(say_("{} i hånden om måneden: {}. Med lovens afrundinger er det {}",
                           "{} in hand a month: {}. With the roundings of the law it is {}", wanted, where, kr(place.row.in_hand))));
    }
    line();
  }

  void count_verdicts(std::size_t first_in_job) {
    std::size_t pays = 0, hardly = 0, no = 0;
    for (std::size_t i = first_in_job; i < w_.extras.size(); ++i) {
      const Verdict v = w_.extras[i].verdict;
      (v == Verdict::pays ? pays : v == Verdict::hardly ? hardly : no) += 1;
    }
    line(say_("Af {} skridt betaler {} sig, {} betaler sig knap nok (under {} af lønnen), og {} giver ingenting eller mindre.",
              "Of {} steps {} pay, {} hardly pay (less than {} of the pay), and {} give nothing or less.", pays + hardly + no, pays, hardly,
              percent(w_.hardly_below, l_), no));
  }

  void columns(const std::array<std::string, 8>& cells) {
    constexpr std::array<std::size_t, 7> widths{7, 10, 9, 9, 9, 9, 9};
    std::string text;
    for (std::size_t i = 0; i < widths.size(); ++i) text += (i == 0 ? "" : " ") + right(cells[i], widths[i]);
    out_ += text + (cells[7].empty() ? "" : " " + cells[7]) + "\n";
  }

  void rows() {
    const bool danish = l_ == Language::danish;
    columns({w_.over_wage ? say_.text("Kroner", "Kroner") : say_.text("Timer", "Hours"), say_.text("I hånden", "In hand"),
             say_.text("Mere i", "More in"), say_.text("Mere", "More"), say_.text("Taget af", "Taken by"),
             say_.text("Taget af", "Taken by"), say_.text("Skat", "Tax"), ""});
    columns({w_.over_wage ? say_.text("i timen", "an hour") : say_.text("om ugen", "a week"), say_.text("kr. pr. md", "kr. a month"),
             say_.text("hånden", "hand"), say_.text("pension", "pension"), danish ? "fradrag" : "taper", danish ? "lønloft" : "ceiling",
             danish ? "m.v." : "etc.", ""});
    for (std::size_t i = 0; i < w_.rows.size(); ++i) {
      const NetRow& r = w_.rows[i];
      std::string where = w_.over_wage ? amount(r.hourly_wage, l_) : number(Exact::of(r.hours), l_);
      if (w_.is_course) where += "@" + number(Exact::of(r.intensity) * Exact::whole(100), l_);
      if (i == 0) {
        columns({where, amount(r.in_hand, l_), "", "", "", "", "", ""});
        continue;
      }
      const Extra& e = w_.extras[i - 1];
      const Money rest = e.taken_by_am_contribution + e.taken_by_tax + e.taken_by_housing_benefit + e.taken_by_daycare +
                         e.taken_by_child_benefit + e.taken_by_ledighedsydelse - e.given;
      const char* word = e.verdict == Verdict::pays     ? say_.text("ja", "yes")
                         : e.verdict == Verdict::hardly ? say_.text("knap", "hardly")
                                                        : say_.text("nej", "no");
      columns({where, amount(r.in_hand, l_), amount(e.in_hand, l_), amount(e.pension_saved, l_), amount(e.taken_by_taper, l_),
               amount(e.taken_by_ceiling, l_), amount(rest, l_),
               colours_(e.verdict, e.verdict == Verdict::no ? word : bar(e) + (bar(e).empty() ? "" : " ") + word)});
    }
    line();
    line(
        say_("Søjlen er den del af bruttolønnen, der bliver i hånden (10 felter = det hele). Ja: {} betaler sig; knap: under {} bliver i "
             "hånden; nej: ingenting. \"Skat m.v.\" er AM-bidrag, skat{}{}{}. Minus er det, der bliver taget mindre af.",
             "The bar is the part of the gross pay that stays in hand (10 blocks = all). Yes: {} pays; hardly: less than {} stays in "
             "hand; no: nothing. \"Tax etc.\" is AM-bidrag, tax{}{}{}. A minus is what is taken less.",
             w_.over_wage ? say_.text("stigningen", "the raise") : say_.text("timen", "the hour"), percent(w_.hardly_below, l_),
             w_.picture.citizen().rent ? say_.text(" og mistet boligsikring", " and housing benefit lost") : "",
             w_.picture.citizen().daycare_places > 0 ? say_.text(" og dyrere dagtilbud", " and dearer daycare") : "",
             !w_.rows.front().in_job ? say_.text(", og i første skridt mistet ledighedsydelse mindre det tilskud, der begynder",
                                                 ", and in the first step ledighedsydelse lost less the subsidy that starts")
                                     : ""));
    line();
  }

  void kinks() {
    if (w_.kinks.empty()) return;
    line(say_.text("Hvor værdien ændrer sig (præcist, før afrunding af skatten)",
                   "Where the worth changes (exactly, before tax is rounded)"));
    const char* unit = w_.over_wage ? say_.text("pr. krone", "per krone") : say_.text("pr. time", "per hour");
    for (const Kink& k : w_.kinks) {
      const Exact where = w_.over_wage ? k.at * Exact::ratio(1, 100) : k.at;
      const auto slope = [&](const Exact& s) {
        const Exact shown = w_.over_wage ? s * Exact::whole(100) : s;
        return amount(Money::oere(shown.rounded(Rounding::half_up).value_or(0)), l_);
      };
      std::string text =
          say_("{}: {} ({}).", "{}: {} ({}).", w_.over_wage ? amount(where * Exact::whole(100), l_) + " kr." : hours(where, l_),
               cause_in_words(k.cause, l_), info(k.rule).id);
      if (!k.jump.is_zero())
        text +=
            sentence(say_(" I hånden springer {}", " In hand jumps {}", kr(Money::oere(k.jump.rounded(Rounding::half_up).value_or(0)))));
      if (k.before != k.after)
        text += say_(" Før {}, efter {} kr. i hånden {}.", " Before {}, after {} kr. in hand {}.", slope(k.before), slope(k.after), unit);
      item(text);
    }
    line();
  }

  void assumptions() {
    const Citizen& c = w_.picture.citizen();
    line(say_.text("Forudsætninger", "Assumptions"));
    if (!w_.picture.ceiling_follows_wage())
      item(say_("Lønloftet er {}, som oplyst.", "The ceiling is {}, as stated.", kroner(w_.picture.ceiling(c.hourly_wage), l_)));
    else if (w_.over_wage)
      item(say_.text(
          "Lønloftet er ikke oplyst: antaget til samme timeløn på fuld tid med arbejdsgivers pension; det følger lønnen.",
          "The ceiling was not given: assumed to be the same hourly wage full time with the employer's pension; it follows the wage."));
    else
      item(sentence(say_("Lønloftet er ikke oplyst: antaget til samme timeløn på fuld tid med arbejdsgivers pension, {}",
                         "The ceiling was not given: assumed to be the same hourly wage full time with the employer's pension, {}",
                         kroner(w_.picture.ceiling(c.hourly_wage), l_))));
    item(say_("Pension: {} eget bidrag og {} fra arbejdsgiveren.", "Pension: {} own and {} from the employer.", percent(c.own_pension, l_),
              percent(c.employer_pension, l_)));
    std::string tax = say_("Kommuneskat {}", "Municipal tax {}", percent(c.municipal, l_));
    if (!w_.where.empty()) tax += " (" + shown(w_.where) + ")";
    if (w_.tax_is_average)
      tax += say_.text(" (årets gennemsnit, da ingen kommune er oplyst)", " (the year's average, since no municipality was given)");
    tax += c.church == Percent{} ? std::string(say_.text(", ingen kirkeskat", ", no church tax"))
                                 : say_(", kirkeskat {}", ", church tax {}", percent(c.church, l_));
    item(tax + say_.text(". Enlig uden kapitalindkomst, 12 ens måneder.", ". A single person without capital income, 12 equal months."));
    item(c.rent ? say_("Boligsikring er regnet med: husleje {} om måneden, {} børn.",
                       "Housing benefit is counted: rent {} a month, {} children.", kr(*c.rent), c.children)
                : std::string(say_.text("Boligsikring er ikke regnet med (husleje ikke oplyst).",
                                        "Housing benefit is not counted (rent not given).")));
    more_assumptions(c);
    item(w_.own_atp == OwnAtp::counted
             ? say_.text("Eget ATP-bidrag tæller med i lønnen, som trækkes fra i tilskuddet (valgt).",
                         "Own ATP counts in the wage that tapers the subsidy (chosen).")
             : say_.text("Eget ATP-bidrag tæller ikke med i lønnen, som trækkes fra i tilskuddet (som i eIndkomst).",
                         "Own ATP does not count in the wage that tapers the subsidy (as in eIndkomst)."));
    if (!w_.reform.empty()) item(say_("Regnet efter reformen \"{}\".", "Computed under the reform \"{}\".", shown(w_.reform)));
  }

  /// What else of the citizen was given.
  void more_assumptions(const Citizen& c) {
    if (c.daycare_places > 0)
      item(say_("Dagtilbud er regnet med: {} pladser til {} om måneden, med økonomisk friplads og søskenderabat.",
                "Daycare is counted: {} places of {} a month, with free place by income and sibling discount.", c.daycare_places,
                kr(c.daycare_fee)));
    if (!c.child_ages.empty())
      item(say_.text("Børneydelse og, for enlige, børnetilskud er regnet med; hele beløbet til denne forælder.",
                     "Child benefit and, of single parents, child allowance are counted; all of it to this parent."));
    if (c.other_income != Money{})
      item(say_("Anden skattepligtig indkomst: {} om måneden, uden AM-bidrag og uden modregning i tilskuddet.",
                "Other taxed income: {} a month, without AM-bidrag and not deducted in the subsidy.", kr(c.other_income)));
    if (c.deductions != OtherDeductions{})
      item(say_.text("Fradrag for befordring og fagligt kontingent sænker skatten; tillægget for lave indkomster er ikke regnet med.",
                     "Deductions of transport and union fee lower the tax; the supplement of low incomes is not counted."));
    if (c.birth_year)
      item(say_("Fødselsår {}: seniorers fradrag, hvis året har det.", "Birth year {}: seniors' deduction, if the year has it.",
                *c.birth_year));
  }

  const WorthOfHours& w_;
  Say say_;
  Language l_;
  Colours colours_;
  std::string out_;
};

}  // namespace

std::string table(const WorthOfHours& worth, Language language, bool with_colour) { return Table(worth, language, with_colour).text(); }

}  // namespace fleks
