#include <algorithm>
#include <vector>

#include <fleks/text/shown.hpp>
#include <fleks/words/amounts.hpp>
#include <fleks/words/explanation.hpp>

#include "rules/contributions.hpp"
#include "rules/fleksloentilskud.hpp"
#include "rules/paid_hours.hpp"
#include "rules/steps.hpp"
#include "words/breakdown_notes.hpp"
#include "words/rule_words.hpp"
#include "words/say.hpp"
#include "words/sheet.hpp"

namespace fleks {
namespace {

/// Writes one month's breakdown. Every amount comes from the statement or a step; only what is between them is said here.
class Breakdown {
 public:
  Breakdown(const Explained<MonthStatement>& month, Language language, const Reader& reader)
      : m_(month),
        s_(month.statement),
        f_(month.facts),
        rates_(month.rates_in_force()),
        say_(language),
        l_(language),
        reader_(reader),
        sheet_(language, month.statement.month) {}

  std::string text() {
    heading();
    given();
    sheet_.heading(say_.text("Beregning", "Calculation"), say_.text("kr.", "DKK"), say_.text("regel", "rule"),
                   say_.text("hjemmel", "legal basis"));
    wage();
    subsidy();
    ceiling();
    result();
    paid_by_the_state();
    text_ += sheet_.text();
    if (const Step* none = step<steps::NoRight>()) text_ += "\n" + wrapped(in_words(*none, rates_, l_), 0, text_columns) + "\n";
    if (sheet_.has_rounded())
      text_ += say_.text("  * går ikke op i hele øre: vist med to decimaler, regnet præcist\n",
                         "  * is not whole øre: shown with two decimals, computed exactly\n");
    return text_ + notes_below(m_, l_, reader_);
  }

 private:
  template <steps::Named S>
  [[nodiscard]] const Step* step() const {
    return steps::find<S>(m_.trace.steps());
  }
  [[nodiscard]] std::string kr(const Exact& x) const { return kroner(x, l_); }
  [[nodiscard]] std::string plain(const Exact& x) const { return amount(x, l_); }

  [[nodiscard]] bool care_income_counted() const { return s_.other_wage != Exact::of(f_.other_wage) + f_.in_parts->exact_other_wage; }

  [[nodiscard]] bool under_a_reform() const {
    return std::any_of(m_.trace.steps().begin(), m_.trace.steps().end(), [](const Step& each) { return each.changed_by_reform; });
  }
  void heading() {
    if (under_a_reform())
      text_ = say_.text("IKKE GÆLDENDE RET: beregnet efter en reform\n", "NOT THE LAW IN FORCE: computed under a reform\n");
    text_ += say_("Fleksløntilskud for {}\n", "Fleksløntilskud (flex-wage subsidy) for {}\n", in_words(s_.month, l_));
    text_ +=
        wrapped(s_.wage_month == s_.month ? say_("Beregnet af månedens egen løn, for det er jobbets første måned (FLT-20, {})",
                                                 "Computed from the month's own wage, as it is the first month of the job (FLT-20, {})",
                                                 cited_source(Rule::FLT_20, s_.month, l_))
                : s_.wage_month == month_before(s_.month)
                    ? say_("Beregnet af lønnen for {}, for tilskuddet betales månedsvis bagud (FLT-1, {})",
                           "Computed from the wage of {}, as the subsidy is paid monthly in arrears (FLT-1, {})",
                           in_words(s_.wage_month, l_), first_source(Rule::FLT_1, s_.month, l_))
                    : say_("Beregnet af lønnen for {}", "Computed from the wage of {}", in_words(s_.wage_month, l_)),
                0, text_columns) +
        "\n\n";
  }

  // What was given

  void fact(const char* danish, const char* english, const std::string& value) { given_.emplace_back(say_.text(danish, english), value); }
  void fact(const char* danish, const char* english, Money value) {
    if (value != Money{}) fact(danish, english, kroner(value, l_));
  }
  void fact(const char* danish, const char* english, const Contribution& value) {
    if (value.is_share())
      fact(danish, english, say_("{} af lønnen", "{} of the pay", percent(value.share(), l_)));
    else
      fact(danish, english, value.amount());
  }

  void given() {
    switch (f_.pay.form) {
      case Pay::Form::am_income:
        fact("AM-bidragspligtig indkomst (felt 13)", "Pay on which AM-bidrag is due (field 13)", kroner(f_.pay.amount, l_));
        break;
      case Pay::Form::monthly: fact("Månedsløn før egne bidrag", "Monthly pay before own contributions", kroner(f_.pay.amount, l_)); break;
      case Pay::Form::hourly:
        fact("Timeløn før egne bidrag", "Hourly pay before own contributions", kroner(f_.pay.amount, l_));
        fact("Fremmødetimer om ugen", "Hours present a week", number(Exact::of(f_.pay.weekly_hours), l_));
        fact("Arbejdsintensitet", "Work intensity", percent(f_.pay.intensity, l_));
        break;
    }
    fact("Personalegoder i felt 13", "Benefits in kind inside field 13", f_.benefits_in_kind);
    fact("Eget pensionsbidrag", "Own pension", f_.own_pension);
    fact("Arbejdsgivers pensionsbidrag", "Employer's pension", f_.employer_pension);
    fact("Ferietillæg m.v. betalt med måneden", "Holiday supplement etc. paid with the month", f_.holiday_supplement);
    if (f_.paid_hours) fact("Løntimer i måneden", "Paid hours in the month", number(Exact::of(*f_.paid_hours), l_));
    fact("Løn fra andre job", "Wage from other jobs", f_.other_wage);
    fact("Tabt arbejdsfortjeneste, plejevederlag", "Lost earnings, care pay", f_.care_income);
    fact("Dagpenge m.v. i lønmåneden", "Daily benefits of the wage month", f_.daily_benefit);
    fact("Ydelse, der trækkes fra som udbetalt", "Benefit deducted as if paid", f_.unclaimed_benefit);
    if (f_.ledighedsydelse_days != Days{})
      fact("Feriedage med ledighedsydelse", "Holiday days on ledighedsydelse", number(Exact::of(f_.ledighedsydelse_days), l_));
    if (f_.ledighedsydelse)
      fact("Ledighedsydelse betalt for feriedagene", "Ledighedsydelse paid for the holiday days", *f_.ledighedsydelse);
    if (f_.job)
      fact("Jobbet dækker af måneden", "The job covers of the month", in_words(f_.job->first, l_) + " - " + in_words(f_.job->last, l_));
    if (f_.employed) fact("Ansat i perioden", "Employed", in_words(f_.employed->first, l_) + " - " + in_words(f_.employed->last, l_));
    ceiling_facts();
    text_ += say_.text("Oplyst\n", "Given\n");
    std::size_t name = 0, value = 0;
    for (const auto& [n, v] : given_) name = std::max(name, width(n)), value = std::max(value, width(v));
    for (const auto& [n, v] : given_) text_ += "  " + left(n, name) + "  " + right(v, value) + "\n";
    text_ += '\n';
  }

  void ceiling_facts() {
    const Ceiling& c = f_.ceiling;
    switch (c.form) {
      case Ceiling::Form::none: return;
      case Ceiling::Form::stated:
        fact("Lønloft (fuldtidsløn i stillingen)", "Ceiling (full-time pay of the position)", kroner(c.amount, l_));
        break;
      case Ceiling::Form::from_hourly:
        fact("Timeløn på fuld tid i stillingen", "Full-time hourly pay of the position", kroner(c.amount, l_));
        break;
      case Ceiling::Form::from_monthly:
        fact("Grundløn på fuld tid i stillingen", "Full-time base pay of the position", kroner(c.amount, l_));
        break;
    }
    fact("  tillæg, gennemsnit om måneden", "  supplements, monthly average", c.supplements);
    fact("  fast bonus om måneden", "  fixed bonus a month", c.fixed_bonus);
    if (c.employer_pension != Percent{}) fact("  arbejdsgivers pensionsbidrag", "  employer's pension", percent(c.employer_pension, l_));
    fact("  ferietillæg på fuld tid i måneden", "  full-time holiday supplement of the month", c.holiday_supplement);
  }

  // The calculation

  void wage() {
    const Step* by_am_income = step<steps::WageFromAmIncome>();
    const Step* by_pay = step<steps::WageFromPay>();
    Exact employer_pension, holiday_supplement;
    if (by_am_income != nullptr) {
      const auto counted = steps::as<steps::WageFromAmIncome>(*by_am_income);
      employer_pension = counted.employer_pension;
      holiday_supplement = counted.holiday_supplement;
    } else if (by_pay != nullptr) {
      const auto counted = steps::as<steps::WageFromPay>(*by_pay);
      employer_pension = counted.employer_pension;
      holiday_supplement = counted.holiday_supplement;
    } else {
      return;
    }
    if (f_.pay.form == Pay::Form::am_income) {
      sheet_.line(say_.text("AM-bidragspligtig indkomst", "Pay on which AM-bidrag is due"), s_.pay);
      if (f_.benefits_in_kind != Money{})
        sheet_.line(say_.text("Personalegoder", "Benefits in kind"), -Exact::of(f_.benefits_in_kind), Rule::FLT_5, "P 39-19");
      if (!s_.own_pension.is_zero())
        sheet_.line(f_.own_pension.is_share() ? say_("Eget pensionsbidrag, {}", "Own pension, {}", percent(f_.own_pension.share(), l_))
                                              : say_.text("Eget pensionsbidrag", "Own pension"),
                    s_.own_pension);
    } else {
      if (const Step* hours = step<steps::HoursAMonth>()) {
        const Step* paid = step<steps::PaidHours>();
        const Exact a_week = steps::as<steps::HoursAMonth>(*hours).a_week;
        if (paid != nullptr && f_.pay.intensity != Percent::whole(100))
          sheet_.note(
              say_("{} til stede om ugen × {} = {} løntimer om ugen", "{} present a week × {} = {} paid hours a week",
                   fleks::hours(steps::as<steps::PaidHours>(*paid).present, l_), percent(f_.pay.intensity, l_), number(paid->amount, l_)),
              Rule::TIME_1);
        sheet_.note(say_("{} om ugen × 52/12 = {} om måneden", "{} a week × 52/12 = {} a month", fleks::hours(a_week, l_),
                         fleks::hours(hours->amount, l_)),
                    Rule::TIME_2);
        sheet_.line(say_("{} × {} kr.", "{} × DKK {}", fleks::hours(hours->amount, l_), amount(f_.pay.amount, l_)), s_.pay);
      } else {
        sheet_.line(say_.text("Månedsløn før egne bidrag", "Monthly pay before own contributions"), s_.pay);
      }
      if (const Step* atp = step<steps::AtpOfWage>(); atp != nullptr && by_pay != nullptr) {
        const auto band = steps::as<steps::AtpOfWage>(*atp);
        const Exact own_atp = steps::as<steps::WageFromPay>(*by_pay).own_atp;
        if (band.wording == steps::AtpOfWage::Wording::few_hours)
          sheet_.line(say_("Eget ATP-bidrag (under {} timer)", "Own ATP (under {} hours)", law::few_hours_a_month), -own_atp, Rule::ATP);
        else
          sheet_.line(say_("Eget ATP-bidrag ({})", "Own ATP ({})", fleks::hours(band.paid_hours, l_)), -own_atp, Rule::ATP);
      }
    }
    if (!employer_pension.is_zero())
      sheet_.line(f_.employer_pension.is_share()
                      ? say_("Arbejdsgivers pensionsbidrag, {}", "Employer's pension, {}", percent(f_.employer_pension.share(), l_))
                      : say_.text("Arbejdsgivers pensionsbidrag", "Employer's pension"),
                  employer_pension);
    if (!holiday_supplement.is_zero()) sheet_.line(say_.text("Ferietillæg m.v.", "Holiday supplement etc."), holiday_supplement);
    sheet_.sum(say_.text("Løn i fleksjobbet", "Wage of the fleksjob"), s_.wage, Rule::FLT_5);
    if (!s_.other_wage.is_zero()) {
      sheet_.line(f_.care_income == Money{}
                      ? say_.text("Løn fra andre job", "Wage from other jobs")
                      : say_.text("Anden løn, tabt arbejdsfortjeneste, plejevederlag", "Other wage, lost earnings, care pay"),
                  s_.other_wage);
      sheet_.sum(say_.text("Løn i alt", "Wage in all"), s_.wage + s_.other_wage, Rule::FLT_7);
    }
    sheet_.gap();
  }

  void subsidy() {
    if (!s_.has_right) {
      sheet_.line("Fleksløntilskud", Exact::of(s_.fleksloentilskud), Rule::FLT_3);
      return;
    }
    if (const auto part = part_of(steps::PartOfMonth::Wording::base)) {
      sheet_.note(say_("{} af måneden × {}", "{} of the month × {}", to_fraction_text(part->part), kr(part->whole)), Rule::FLT_4);
      sheet_.line(say_.text("Højeste tilskud, en del af måneden", "Highest subsidy, part of the month"), s_.base, Rule::FLT_13);
    } else {
      sheet_.line(say_.text("Højeste fleksløntilskud om måneden", "Highest subsidy a month"), s_.base, Rule::FLT_4);
    }
    if (step<steps::ReductionByHours>() != nullptr) {
      sheet_.line(say_.text("Nedsættelse efter løntimer (reform)", "Reduction by paid hours (reform)"), -s_.taper, Rule::FLT_8);
    } else if (const Step* taken = step<steps::Taper>()) {
      const auto taper = steps::as<steps::Taper>(*taken);
      sheet_.line(say_("Fradrag: {} af {}", "Taper: {} of {}", percent(taper.low, l_), plain(taper.up_to)), -(taper.up_to * taper.low),
                  Rule::FLT_8);
      if (!taper.above.is_zero())
        sheet_.line(say_("Fradrag: {} af {} (løn over {})", "Taper: {} of {} (wage above {})", percent(taper.high, l_), plain(taper.above),
                         plain(s_.threshold)),
                    -(taper.above * taper.high), Rule::FLT_8);
    }
    Exact deducted;
    if (const Step* unclaimed = step<steps::UnclaimedBenefit>()) {
      deducted += unclaimed->amount;
      sheet_.line(say_.text("Ydelse, der trækkes fra som udbetalt", "Benefit deducted as if paid"), -unclaimed->amount, Rule::FLT_9);
    }
    const Step* benefit = step<steps::DailyBenefit>();
    if (benefit != nullptr) deducted += benefit->amount;
    if (benefit != nullptr)
      sheet_.line(benefit->amount.is_zero() ? say_.text("Dagpenge m.v., trækkes ikke fra (reform)", "Daily benefits, not deducted (reform)")
                                            : say_.text("Dagpenge m.v., fuldt ud", "Daily benefits, in full"),
                  -benefit->amount, Rule::FLT_9);
    const Exact left_over = s_.base - s_.taper - deducted;
    if (!left_over.is_positive() && !left_over.is_zero())
      sheet_.line(say_.text("Tilskuddet kan ikke blive under 0", "The subsidy cannot be below 0"), -left_over, Rule::FLT_10);
    sheet_.sum(say_.text("Tilskud før lønloft", "Subsidy before the ceiling"), s_.before_ceiling, Rule::FLT_10);
    sheet_.gap();
  }

  /// What was reduced to a part of the month (FLT-13).
  [[nodiscard]] std::optional<steps::PartOfMonth> part_of(steps::PartOfMonth::Wording what) const {
    for (const Step& each : m_.trace.steps())
      if (steps::is<steps::PartOfMonth>(each))
        if (const auto part = steps::as<steps::PartOfMonth>(each); part.wording == what) return part;
    return std::nullopt;
  }

  void ceiling() {
    const Step* cut = step<steps::UnderCeiling>();
    if (cut == nullptr) return;
    if (!s_.has_ceiling) {
      sheet_.note(say_.text("Lønloftet gælder ikke (reform).", "The ceiling does not apply (reform)."), Rule::FLT_11);
      return;
    }
    const auto under = steps::as<steps::UnderCeiling>(*cut);
    if (const Step* full_time = step<steps::FullTimeBase>()) {
      const auto base = steps::as<steps::FullTimeBase>(*full_time);
      if (base.rounded_hours_a_month.is_zero())
        sheet_.note(say_("{} i timen × {} om ugen × 52/12 = {}", "{} an hour × {} a week × 52/12 = {}", kr(base.hourly_pay),
                         fleks::hours(base.hours_a_week, l_), kr(full_time->amount)),
                    Rule::LOFT_3);
      else
        sheet_.note(say_("{} i timen × {} = {}", "{} an hour × {} = {}", kr(base.hourly_pay), fleks::hours(base.rounded_hours_a_month, l_),
                         kr(full_time->amount)),
                    Rule::LOFT_4);
    }
    if (const auto part = part_of(steps::PartOfMonth::Wording::ceiling))
      sheet_.note(say_("{} af måneden × {}", "{} of the month × {}", to_fraction_text(part->part), kr(part->whole)), Rule::FLT_13);
    if (const Step* raised = step<steps::CeilingRaised>()) {
      const auto rise = steps::as<steps::CeilingRaised>(*raised);
      sheet_.note(say_("Lønloft {} + ferietillæg på fuld tid {} = {}", "Ceiling {} + full-time holiday supplement {} = {}", kr(rise.stated),
                       kr(rise.holiday_supplement), kr(raised->amount)),
                  Rule::FLT_16);
    }
    sheet_.line(ceiling_name(), s_.normal_wage_ceiling, f_.ceiling.form == Ceiling::Form::stated ? Rule::LOFT_1 : Rule::LOFT_3);
    sheet_.line(under_the_ceiling(under.wording), -under.under);
    const Exact room = under.ceiling - under.under;
    sheet_.sum(say_.text("Plads til tilskud under lønloftet", "Room for subsidy below the ceiling"), room, Rule::FLT_11);
    if (!room.is_positive())
      sheet_.note(say_.text("Lønnen fylder lønloftet ud: der er ikke plads til tilskud.",
                            "The wage fills the ceiling: there is no room for subsidy."),
                  Rule::FLT_11);
    sheet_.gap();
    sheet_.line(say_.text("Tilskud før lønloft", "Subsidy before the ceiling"), s_.before_ceiling);
    sheet_.line(cut->changed_by_reform ? say_.text("Nedsat på grund af lønloftet (reform)", "Cut because of the ceiling (reform)")
                                       : say_.text("Nedsat på grund af lønloftet", "Cut because of the ceiling"),
                -s_.ceiling_cut, Rule::FLT_11);
  }

  const char* under_the_ceiling(steps::UnderCeiling::Wording wording) {
    switch (wording) {
      case steps::UnderCeiling::Wording::wage: return say_.text("Løn i fleksjobbet", "Wage of the fleksjob");
      case steps::UnderCeiling::Wording::all_wage: return say_.text("Løn i alt", "Wage in all");
      case steps::UnderCeiling::Wording::wage_and_benefits:
        return say_.text("Løn og dagpenge m.v. i alt", "Wage and daily benefits in all");
    }
    return "";
  }

  std::string ceiling_name() {
    switch (f_.ceiling.stated_by) {
      case Ceiling::StatedBy::employer: return say_.text("Lønloft, oplyst af arbejdsgiveren", "Ceiling, stated by the employer");
      case Ceiling::StatedBy::computed: return say_.text("Lønloft, beregnet af kommunen", "Ceiling, computed by the municipality");
      case Ceiling::StatedBy::agreement_table:
        return say_.text("Lønloft, fra overenskomstens tabel", "Ceiling, from the agreement's table");
    }
    return {};
  }

  void result() {
    if (!s_.has_right) return;
    const Step* by_days = step<steps::HolidayDays>();
    const Step* by_benefit = step<steps::HolidayBenefit>();
    const auto part = part_of(steps::PartOfMonth::Wording::result);
    const Step* holiday = by_days != nullptr ? by_days : by_benefit;
    if ((holiday != nullptr || part) && !s_.has_ceiling)
      sheet_.line(say_.text("Tilskud før lønloft", "Subsidy before the ceiling"), s_.before_ceiling);
    if (part)
      sheet_.line(say_("Dage uden jobbet ({} af måneden er dækket)", "Days without the job ({} of the month is covered)",
                       to_fraction_text(part->part)),
                  -s_.part_cut, Rule::FLT_13);
    if (by_days != nullptr)
      sheet_.line(say_("Feriedage med ledighedsydelse: {} af {}", "Holiday days on ledighedsydelse: {} of {}",
                       number(Exact::of(f_.ledighedsydelse_days), l_), number(law::weekdays_a_month, l_)),
                  -steps::as<steps::HolidayDays>(*by_days).cut, Rule::FLT_12);
    if (by_benefit != nullptr)
      sheet_.line(say_.text("Ledighedsydelse betalt for feriedagene", "Ledighedsydelse paid for the holiday days"), -s_.holiday_cut,
                  Rule::FLT_12);
    const Step* rounding = step<steps::Rounded>();
    std::string name = "Fleksløntilskud";
    const bool rounded = rounding != nullptr && rounding->amount != steps::as<steps::Rounded>(*rounding).before;
    if (rounded)
      name += steps::as<steps::Rounded>(*rounding).wording == RoundTo::krone
                  ? say_.text(", afrundet til hele kroner", ", rounded to whole kroner")
                  : say_.text(", afrundet til hele øre", ", rounded to whole øre");
    const char* source = rounded ? "" : say_.text("intet at afrunde", "nothing to round");
    if (holiday != nullptr || part || s_.has_ceiling)
      sheet_.sum(name, Exact::of(s_.fleksloentilskud), Rule::FLT_14, source);
    else
      sheet_.line(name, Exact::of(s_.fleksloentilskud), Rule::FLT_14, source);
    if (const Step* atp = step<steps::OwnAtpOfSubsidy>()) {
      const auto own = steps::as<steps::OwnAtpOfSubsidy>(*atp);
      sheet_.line(say_("Eget ATP-bidrag, {}, højst {}", "Own ATP, {}, at most {}", percent(own.share, l_), kr(own.most)), -atp->amount,
                  Rule::FLT_17);
      sheet_.sum(say_.text("Til udbetaling før skat", "To be paid out, before tax"), Exact::of(s_.payout));
    }
    sheet_.gap();
    sheet_.line(say_.text("Løn i fleksjobbet", "Wage of the fleksjob"), s_.wage);
    if (care_income_counted())
      sheet_.line(say_.text("Tabt arbejdsfortjeneste, plejevederlag", "Lost earnings, care pay"), Exact::of(f_.care_income));
    sheet_.line("Fleksløntilskud", Exact::of(s_.fleksloentilskud));
    sheet_.sum(say_.text("Løn i fleksjobbet og tilskud i alt", "Wage and subsidy in all"), s_.total);
    sheet_.gap();
  }

  void paid_by_the_state() {
    if (!s_.has_right) return;
    const auto all = m_.trace.steps();
    const Step* own_atp = step<steps::OwnAtpOfSubsidy>();
    if (own_atp == nullptr) return;
    sheet_.note(say_.text("Staten betaler desuden, uden at der trækkes noget fra hos borgeren:",
                          "The state pays besides, taking nothing from the citizen:"));
    if (step<steps::PublicAtpOfSubsidy>() == nullptr)
      sheet_.unknown(say_.text("ATP-bidrag", "ATP"), say_.text("ukendt", "unknown"), Rule::FLT_18);
    // What follows own ATP is the state's, but for cuts that a reform has ended.
    for (const Step& each : all.subspan(static_cast<std::size_t>(own_atp - all.data()) + 1))
      if (steps::is<steps::UnderCeiling>(each) || steps::is<steps::HolidayDays>(each)) {
        continue;
      } else if (steps::is<steps::PublicAtpOfSubsidy>(each)) {
        sheet_.line(say_.text("ATP-bidrag", "ATP"), each.amount, each.rule);
      } else if (!steps::is<steps::ObligatoryPension>(each)) {
        sheet_.line(std::string(rule_name(each.rule, s_.month, l_)), each.amount, each.rule);
      } else if (const Exact share = steps::as<steps::ObligatoryPension>(each).share; !share.is_zero()) {
        sheet_.line(say_("Obligatorisk pension, {}", "Obligatory pension, {}", percent(share, l_)), each.amount, each.rule);
      }
  }

  const Explained<MonthStatement>& m_;
  const MonthStatement& s_;
  const MonthFacts& f_;
  const RatesOnDate rates_;
  const Say say_;
  const Language l_;
  const Reader& reader_;
  Sheet sheet_;
  std::string text_;
  std::vector<std::pair<std::string, std::string>> given_;
};

}  // namespace

std::string breakdown(const Explained<MonthStatement>& month, Language language, const Reader& reader) {
  return Breakdown(month, language, reader).text();
}

}  // namespace fleks
