#include <algorithm>
#include <array>

#include <fleks/text/shown.hpp>
#include <fleks/words/amounts.hpp>
#include <fleks/words/worth_in_words.hpp>

#include "words/say.hpp"
#include "words/sheet.hpp"
#include "words/worth_front.hpp"

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
  Table(const WorthOfHours& worth, Language language, bool with_colour, std::size_t columns)
      : w_(worth), say_(language), l_(language), colours_{with_colour}, wide_(columns >= least_wide) {}

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
  void line(const std::string& text = {}) { out_ += wrapped(text, 0, text_columns) + "\n"; }
  void item(const std::string& text) { out_ += wrapped("- " + text, 2, text_columns) + "\n"; }
  [[nodiscard]] std::string kr(Money m) const { return kroner(m, l_); }
  [[nodiscard]] std::string at(const NetRow& r) const { return at(r, ""); }
  [[nodiscard]] std::string week_at(const NetRow& r) const { return at(r, say_.text(" om ugen", " a week")); }
  [[nodiscard]] std::string at(const NetRow& r, const char* a_week) const {
    if (w_.over_wage) return say_("{} i timen", "{} an hour", kr(r.hourly_wage));
    std::string text = hours(Exact::of(r.hours), l_) + a_week;
    if (w_.with_intensity) text += say_(" ved {} intensitet", " at {} intensity", percent(r.intensity, l_));
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
    if (!first.in_job && w_.rows.size() > 1) into_a_job(first, w_.rows[1]);
    const std::vector<std::string> front = worth_front(w_, l_);
    for (const std::string& paragraph : front) line(paragraph);
    if (front.empty() && w_.rows.size() > first_in_job + 1) from_end_to_end(w_.rows[first_in_job], last);
    if (w_.summary.no_gain_hourly_wage && !w_.over_wage) low_wage(*w_.summary.no_gain_hourly_wage);
    line(say_.text("Tallene er vejledende. De er ikke en afgørelse.", "The figures are a guide. They are not a decision."));
    line();
  }
  void into_a_job(const NetRow& without, const NetRow& with) {
    const Extra& e = w_.extras.front();
    const bool more = e.in_hand > Money{};
    line(say_("Uden job har du {} i hånden om måneden. Med et fleksjob på {} har du {} Det er {} {}.",
              "Without a job you have {} in hand a month. With a fleksjob of {} you have {} That is {} {}.", kr(without.in_hand), at(with),
              sentence(kr(with.in_hand)), kr(more ? e.in_hand : -e.in_hand),
              more ? say_.text("mere", "more") : say_.text("mindre", "less")));
  }
  /// Of a course, which has no curve: what its last station gives beside its first.
  void from_end_to_end(const NetRow& start, const NetRow& last) {
    const Money gain = last.in_hand - start.in_hand;
    const bool more = gain > Money{};
    line(gain == Money{}
             ? say_("{} giver det samme i hånden om måneden som {}: {}", "{} puts the same in hand a month as {}: {}", week_at(last),
                    at(start), sentence(kr(last.in_hand)))
             : say_("{} giver {} {} i hånden om måneden end {} ({} mod {}).", "{} puts {} {} in hand a month than {} ({} against {}).",
                    week_at(last), kr(more ? gain : -gain), more ? say_.text("mere", "more") : say_.text("mindre", "less"), at(start),
                    kr(last.in_hand), kr(start.in_hand)));
  }
  void low_wage(const Exact& limit) {
    line(Exact::of(w_.picture.citizen().hourly_wage) <= limit
             ? say_("Er timelønnen højst {}, tager lønloftet hele gevinsten allerede fra den første time.",
                    "At an hourly wage of at most {} the ceiling takes all of the gain, from the first hour on.", kroner(limit, l_))
             : say_("Var timelønnen under {}, ville lønloftet tage hele gevinsten allerede fra den første time.",
                    "At an hourly wage below {} the ceiling would take all of the gain, from the first hour on.", kroner(limit, l_)));
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

  /// The cells of a row: where, wage, subsidy and tax where there is room for them, and the seven of every table.
  using Cells = std::array<std::string, 11>;
  void columns(const Cells& cells) {
    constexpr std::array<std::size_t, 10> widths{7, 10, 10, 10, 10, 9, 9, 9, 9, 9};
    std::string text;
    for (std::size_t i = 0; i < widths.size(); ++i) {
      if (!wide_ && i >= 1 && i <= 3) continue;
      text += (i == 0 ? "" : " ") + right(cells[i], widths[i]);
    }
    out_ += text + (cells.back().empty() ? "" : " " + cells.back()) + "\n";
  }
  void names_of_columns() {
    const char* a_month = say_.text("kr./md.", "DKK/month");
    columns({w_.over_wage ? say_.text("Kroner", "Kroner") : say_.text("Timer", "Hours"), say_.text("Løn før", "Pay before"),
             say_.text("Tilskud", "Subsidy"), say_.text("AM-bidrag", "AM-bidrag"), say_.text("I hånden", "In hand"),
             say_.text("Mere i", "More in"), say_.text("Mere", "More"), say_.text("Taget af", "Taken by"),
             say_.text("Taget af", "Taken by"), say_.text("Skat", "Tax"), ""});
    columns({w_.over_wage ? say_.text("i timen", "an hour") : say_.text("om ugen", "a week"), say_.text("skat", "tax"), a_month,
             say_.text("og skat", "and tax"), a_month, say_.text("hånden", "hand"), say_.text("pension", "pension"),
             say_.text("fradrag", "taper"), say_.text("lønloft", "ceiling"), say_.text("m.v.", "etc."), ""});
  }
  [[nodiscard]] std::string place_of(const NetRow& r) const {
    std::string where = w_.over_wage ? amount(r.hourly_wage, l_) : number(Exact::of(r.hours), l_);
    if (w_.is_course) where += "@" + number(Exact::of(r.intensity) * Exact::whole(100), l_);
    return where;
  }
  [[nodiscard]] std::string verdict(const Extra& e) const {
    const char* word = e.verdict == Verdict::pays     ? say_.text("ja", "yes")
                       : e.verdict == Verdict::hardly ? say_.text("knap", "hardly")
                                                      : say_.text("nej", "no");
    const std::string drawn = e.verdict == Verdict::no ? "" : bar(e);
    return colours_(e.verdict, drawn + (drawn.empty() ? "" : " ") + word);
  }

  void rows() {
    names_of_columns();
    for (std::size_t i = 0; i < w_.rows.size(); ++i) {
      const NetRow& r = w_.rows[i];
      Cells cells{place_of(r), amount(r.gross_pay, l_), amount(r.in_job ? r.fleksloentilskud : r.ledighedsydelse, l_),
                  amount(r.am_contribution + r.tax, l_), amount(r.in_hand, l_)};
      if (i != 0) {
        const Extra& e = w_.extras[i - 1];
        const Money rest = e.taken_by_am_contribution + e.taken_by_tax + e.taken_by_housing_benefit + e.taken_by_daycare +
                           e.taken_by_child_benefit + e.taken_by_ledighedsydelse - e.given;
        cells[5] = amount(e.in_hand, l_);
        cells[6] = amount(e.pension_saved, l_);
        cells[7] = amount(e.taken_by_taper, l_);
        cells[8] = amount(e.taken_by_ceiling, l_);
        cells[9] = amount(rest, l_);
        cells[10] = verdict(e);
      }
      columns(cells);
    }
    line();
    legend();
    line();
  }
  void legend() {
    const Citizen& c = w_.picture.citizen();
    const std::string least = percent(w_.hardly_below, l_);
    line(
        say_("Søjlen viser, hvor meget af lønnen der bliver i hånden. 10 felter er det hele. Ja: mindst {} bliver i hånden. Knap: mindre "
             "end {} Nej: intet, eller mindre end før.",
             "The bar shows how much of the pay stays in hand. 10 blocks are all of it. Yes: at least {} stays in hand. Hardly: less than "
             "{} No: nothing, or less than before.",
             least, sentence(least)));
    std::vector<std::string> parts{"AM-bidrag", say_.text("skat", "tax")};
    if (c.rent) parts.emplace_back(say_.text("mistet boligsikring", "housing benefit lost"));
    if (c.daycare_places > 0) parts.emplace_back(say_.text("dyrere dagtilbud", "dearer daycare"));
    if (!c.child_ages.empty()) parts.emplace_back(say_.text("mindre børneydelse", "less child benefit"));
    line(say_("»Skat m.v.« er {}.{} Et minus betyder, at der bliver taget mindre end før. Et minus under »Mere« betyder, at du får mindre.",
              "\"Tax etc.\" is {}.{} A minus means that less is taken than before. A minus under \"More\" means that you get less.",
              listed(parts),
              w_.rows.front().in_job ? ""
                                     : say_.text(" I det første skridt også mistet ledighedsydelse mindre det tilskud, der begynder.",
                                                 " In the first step also ledighedsydelse lost less the subsidy that starts.")));
    if (wide_ && !w_.rows.front().in_job)
      line(say_.text("Uden job er det ledighedsydelsen, der står under »Tilskud«.",
                     "Without a job ledighedsydelse stands under \"Subsidy\"."));
  }
  [[nodiscard]] std::string listed(const std::vector<std::string>& parts) const {
    std::string text;
    for (std::size_t i = 0; i < parts.size(); ++i)
      text += (i == 0 ? "" : i + 1 == parts.size() ? say_.text(" og ", " and ") : ", ") + parts[i];
    return text;
  }

  void kinks() {
    if (w_.kinks.empty()) return;
    line(say_.text("Hvor værdien ændrer sig (præcist, før afrunding af skatten)",
                   "Where the worth changes (exactly, before tax is rounded)"));
    for (const Kink& k : w_.kinks) item(told(k));
    line();
  }
  [[nodiscard]] std::string told(const Kink& k) const {
    std::string text = say_("{}: {} ({}).", "{}: {} ({}).", w_.over_wage ? kroner(k.at, l_) : hours(k.at, l_), cause_in_words(k.cause, l_),
                            info(k.rule).id);
    if (!k.jump.is_zero()) {
      const bool falls = k.jump < Exact{};
      const Money by = Money::oere((falls ? -k.jump : k.jump).rounded(Rounding::half_up).value_or(0));
      text += say_(" Her {} beløbet i hånden med {} om måneden.", " Here what is in hand {} by {} a month.",
                   falls ? say_.text("falder", "falls") : say_.text("stiger", "rises"), kr(by));
    }
    if (k.before != k.after) text += " " + slopes_in_words(k, w_.over_wage, l_);
    return text;
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
    item(sentence(tax) +
         (c.single_parent ? say_.text(" Skatten er for en enlig forsørger uden renteindtægter og med samme løn i 12 måneder.",
                                      " The tax is that of a single parent without capital income and with the same pay in 12 months.")
                          : say_.text(" Skatten er for en enlig uden renteindtægter og med samme løn i 12 måneder.",
                                      " The tax is that of a single person without capital income and with the same pay in 12 months.")));
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
    if (!w_.reform.empty()) item(say_("Beregnet efter reformen »{}«.", "Computed under the reform \"{}\".", shown(w_.reform)));
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
      item(say_("Anden skattepligtig indkomst: {} om måneden, uden AM-bidrag og uden fradrag i tilskuddet.",
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
  bool wide_;
  std::string out_;

  /// With wage, subsidy and tax, a bar of ten and the longest verdict.
  static constexpr std::size_t least_wide = 120;
};

}  // namespace

std::string table(const WorthOfHours& worth, Language language, bool with_colour, std::size_t columns) {
  return Table(worth, language, with_colour, columns).text();
}

}  // namespace fleks
