#include "words/breakdown_notes.hpp"

#include <algorithm>
#include <vector>

#include <fleks/text/shown.hpp>
#include <fleks/words/amounts.hpp>
#include <fleks/words/explanation.hpp>
#include <fleks/words/message.hpp>
#include <fleks/words/sources.hpp>

#include "rules/fleksloentilskud.hpp"
#include "rules/steps.hpp"
#include "words/rule_words.hpp"
#include "words/say.hpp"
#include "words/sheet.hpp"

namespace fleks {
namespace {

class Notes {
 public:
  Notes(const Explained<MonthStatement>& month, Language language, const Reader& reader)
      : m_(month), s_(month.statement), f_(month.facts), rates_(month.rates_in_force()), say_(language), l_(language), reader_(reader) {}

  std::string text() {
    rules();
    rates();
    choices();
    unknown();
    return std::move(text_);
  }

 private:
  [[nodiscard]] bool care_income_counted() const { return s_.other_wage != Exact::of(f_.other_wage) + f_.in_parts->exact_other_wage; }

  /// Without a right the steps of the amount decide nothing.
  [[nodiscard]] bool counts(const Step& each) const {
    return s_.has_right || each.rule == Rule::FLT_3 || each.rule == Rule::FLT_5 || each.rule == Rule::FLT_7 || each.rule == Rule::TIME_1 ||
           each.rule == Rule::TIME_2 || each.rule == Rule::ATP;
  }

  void rules() {
    text_ += say_.text("\nRegler\n", "\nRules\n");
    std::vector<Rule> used{Rule::FLT_1};
    for (const Step& each : m_.trace.steps())
      if (counts(each) && std::find(used.begin(), used.end(), each.rule) == used.end()) used.push_back(each.rule);
    std::size_t name = 0;
    for (const Rule rule : used) name = std::max(name, width(rule_name(rule, s_.month, l_)));
    std::vector<std::string_view> addresses;
    for (const Rule rule : used) {
      const bool changed = std::any_of(m_.trace.steps().begin(), m_.trace.steps().end(),
                                       [&](const Step& each) { return each.rule == rule && each.changed_by_reform; });
      const std::string source = cited_source(rule, s_.month, l_) + " (" + std::string(in_words(info(rule, s_.month).status, l_)) + ")" +
                                 (changed ? say_.text(", ændret af reformen", ", changed by the reform") : "");
      text_ += "  " + left(std::string(info(rule).id), 7) + left(std::string(rule_name(rule, s_.month, l_)), name) + "  " +
               wrapped(source, 11 + name, text_columns) + "\n";
      const std::string_view address = info(rule, s_.month).eli;
      if (!address.empty() && std::find(addresses.begin(), addresses.end(), address) == addresses.end()) addresses.push_back(address);
    }
    text_ += say_.text("  De står her:\n", "  They stand here:\n");
    for (const std::string_view address : addresses) text_ += "    " + std::string(address) + "\n";
  }

  void rates() {
    std::vector<const Rate*> used;
    for (const Step& each : m_.trace.steps())
      for (const RateKey key : counts(each) ? each.rates() : std::span<const RateKey>{})
        if (const Rate* rate = rates_.row(key); rate != nullptr && std::find(used.begin(), used.end(), rate) == used.end())
          used.push_back(rate);
    if (used.empty()) return;
    text_ += say_("\nSatser for {}\n", "\nRates of {}\n", in_words(s_.rates_month, l_));
    std::size_t name = 0, value = 0;
    for (const Rate* rate : used) {
      name = std::max(name, width(rate_name(rate->key, l_)));
      value = std::max(value, width(value_in_words(*rate, l_)));
    }
    for (const Rate* rate : used) {
      text_ += "  " + left(std::string(rate_name(rate->key, l_)), name) + "  " + right(value_in_words(*rate, l_), value) + "\n    " +
               period_in_words(*rate, l_) + ", " + std::string(in_words(rate->status, l_)) + "\n";
      const std::string source = source_in_words(rate->source, l_);
      for (std::string_view rest = source; !rest.empty();) {
        const auto one = rest.substr(0, rest.find("; "));
        text_ += "    " + shown(one) + "\n";
        rest.remove_prefix(std::min(rest.size(), one.size() + 2));
      }
      if (!rate->note.empty()) text_ += "    (" + shown(source_in_words(rate->note, l_)) + ")\n";
    }
  }

  /// What the subsidy would be by another choice.
  std::string otherwise(const Options& options) {
    const auto other =
        std::find_if(m_.otherwise.begin(), m_.otherwise.end(), [&](const OtherChoice& each) { return each.options == options; });
    if (other == m_.otherwise.end() || !other->amount)
      return say_.text("Det andet valg kan ikke beregnes med de kendte satser.",
                       "The other choice cannot be computed with the known rates.");
    if (*other->amount == s_.fleksloentilskud) return say_.text("Det giver samme tilskud.", "It gives the same subsidy.");
    return sentence(say_("Det giver {}", "It gives {}", kroner(*other->amount, l_)));
  }

  /// FLT-16: the rise of the ceiling by the hours, or at least what was paid.
  [[nodiscard]] Money rise() const { return likely_ceiling_rise(f_, s_, m_.rates); }

  void choice(const std::string& rule, const std::string& said) {
    choices_ += "  " + left(rule, 7) + " " + wrapped(said, 10, text_columns) + "\n";
  }

  /// The choice and its other value as the reader writes them. Example: `rates_of wage-month`.
  [[nodiscard]] std::string choosing(Fact fact, std::string_view value) const { return reader_.name(fact) + " " + std::string(value); }

  std::string rates_chosen() {
    const bool of_subsidy_month = m_.options.rates_of == RatesOf::subsidy_month;
    Options other = m_.options;
    other.rates_of = of_subsidy_month ? RatesOf::wage_month : RatesOf::subsidy_month;
    const std::string choose = choosing(Fact::rates_of, of_subsidy_month ? "wage-month" : "subsidy-month");
    return of_subsidy_month
               ? say_("Satserne er tilskudsmånedens ({}), ikke lønmånedens ({}). Loven siger det ikke udtrykkeligt. Andet valg: {}. {}",
                      "The rates are those of the subsidy month ({}), not of the wage month ({}). The law does not say expressly. Other "
                      "choice: {}. {}",
                      in_words(s_.month, l_), in_words(s_.wage_month, l_), choose, otherwise(other))
               : say_("Satserne er lønmånedens ({}), ikke tilskudsmånedens ({}). Loven siger det ikke udtrykkeligt. Andet valg: {}. {}",
                      "The rates are those of the wage month ({}), not of the subsidy month ({}). The law does not say expressly. Other "
                      "choice: {}. {}",
                      in_words(s_.wage_month, l_), in_words(s_.month, l_), choose, otherwise(other));
  }

  std::string own_atp_chosen() {
    Options other = m_.options;
    other.own_atp = OwnAtp::excluded;
    std::string said =
        say_("Eget ATP-bidrag er talt med i lønnen, som i STAR's beregner. Indkomstregisterets felt 13 er uden. Andet valg: {}",
             "Own ATP is counted in the wage, as in STAR's calculator. The income register's field 13 is without it. Other "
             "choice: {}",
             choosing(Fact::own_atp, "excluded"));
    // The band of ATP is by the paid hours.
    if (f_.pay.form == Pay::Form::monthly && !f_.paid_hours)
      return said + say_(" (med {}).", " (with {}).", reader_.name(Fact::paid_hours));
    return said + ". " + otherwise(other);
  }

  std::string ceiling_chosen() {
    Options other = m_.options;
    other.other_wage_under_ceiling = OtherWageUnderCeiling::by_law;
    other.benefits_under_ceiling = BenefitsUnderCeiling::by_law;
    other.care_income_under_ceiling = CareIncomeUnderCeiling::by_law;
    return say_("Hvad der står under lønloftet, er valgt. Månedens lov: by-law. {}",
                "What stands under the ceiling has been chosen. The law of the month: by-law. {}", otherwise(other));
  }

  std::string holiday_days_chosen() {
    if (m_.options.holiday_days_of == HolidayDaysRule::by_law)
      return say_.text("Før 2020 har bekendtgørelsen ingen regel om feriedage med ledighedsydelse; der er beregnet som i 2020.",
                       "Before 2020 the order has no rule on holiday days on ledighedsydelse; it is computed as in 2020.");
    Options other = m_.options;
    other.holiday_days_of = HolidayDaysRule::by_law;
    return say_("Reglen om feriedage er valgt. Månedens lov: by-law. {}",
                "The rule of holiday days has been chosen. The law of the month: by-law. {}", otherwise(other));
  }

  std::string part_of_month_chosen() {
    return s_.part_cut.is_zero()
               ? say_.text(
                     "Det højeste tilskud og lønloftet er nedsat til den del af måneden, som jobbet dækker. Teksten siger, hvor mange "
                     "dage en måned har, men ikke, hvad der nedsættes.",
                     "The highest subsidy and the ceiling are reduced to the part of the month that the job covers. The text says "
                     "how many days a month has, but not what is reduced.")
               : say_.text(
                     "Lønnen er en hel måneds, så delen er taget af det, en hel måned giver. Teksten siger, hvor mange dage en måned "
                     "har, men ikke, hvad der nedsættes.",
                     "The wage is a whole month's, so the part is taken of what a whole month gives. The text says how many days a "
                     "month has, but not what is reduced.");
  }

  std::string rounding_chosen(RoundTo chosen) {
    const bool to_krone = chosen == RoundTo::krone;
    Options other = m_.options;
    other.round_to = to_krone ? RoundTo::oere : RoundTo::krone;
    const std::string choose = choosing(Fact::round_to, to_krone ? "oere" : "krone");
    return to_krone ? say_("Resultatet er afrundet til nærmeste krone. Andet valg: {}. {}",
                           "The result is rounded to the nearest krone. Other choice: {}. {}", choose, otherwise(other))
                    : say_("Resultatet er afrundet til nærmeste øre. Andet valg: {}. {}",
                           "The result is rounded to the nearest øre. Other choice: {}. {}", choose, otherwise(other));
  }

  std::string said_of(const Step& step) {
    switch (step.rule) {
      case Rule::FLT_2: return rates_chosen();
      case Rule::FLT_5: return own_atp_chosen();
      case Rule::FLT_11: return ceiling_chosen();
      case Rule::FLT_12: return holiday_days_chosen();
      case Rule::FLT_13: return part_of_month_chosen();
      case Rule::FLT_14: return rounding_chosen(steps::as<steps::Rounded>(step).wording);
      case Rule::FLT_20:
        return say_.text(
            "Jobbets første måned hviler på månedens egen løn: bestemmelsen siger, at der regnes med den forventede løn, til en hel måneds "
            "løn er kendt.",
            "The first month of a job rests on its own wage: the provision says that the expected wage is used until a whole month's wage "
            "is known.");
      default: return std::string(rule_name(step.rule, l_));
    }
  }

  void choices() {
    for (const Step& each : m_.trace.steps()) {
      if (!each.rests_on_choice || !counts(each)) continue;
      // The part is said once, of the highest subsidy.
      if (each.rule == Rule::FLT_13 && steps::as<steps::PartOfMonth>(each).wording == steps::PartOfMonth::Wording::ceiling) continue;
      choice(std::string(info(each.rule).id), said_of(each));
    }
    if (s_.has_ceiling && f_.ceiling.stated_by != Ceiling::StatedBy::employer)
      choice("LOFT-4", f_.ceiling.stated_by == Ceiling::StatedBy::computed
                           ? say_.text("Lønloftet er beregnet af kommunen. Det har kommunen kunnet i nogle tilfælde siden 1. januar 2024 "
                                       "(LAB § 123, stk. 3).",
                                       "The ceiling was computed by the municipality, as it has been able to in some cases since 1 January "
                                       "2024 (LAB § 123, stk. 3).")
                           : say_.text("Lønloftet er taget fra overenskomstens tabel, ikke oplyst af arbejdsgiveren.",
                                       "The ceiling is taken from the agreement's table, not stated by the employer."));
    if (!choices_.empty()) text_ += say_.text("\nValg, som resultatet hviler på\n", "\nChoices that the result rests on\n") + choices_;
  }

  void unknown() {
    std::string said;
    const auto add = [&](const std::string& what) { said += "  " + wrapped(what, 2, text_columns) + "\n"; };
    if (f_.ceiling.form == Ceiling::Form::none && !s_.has_ceiling && s_.has_right)
      add(
          say_.text("Lønloftet er ikke oplyst. Resultatet er derfor før lønloftet: er lønnen på fuld tid i stillingen lav, kan tilskuddet "
                    "blive mindre (LAB § 123, stk. 3).",
                    "The normal-wage ceiling was not given. The result is therefore before the ceiling: if full-time pay in the position "
                    "is low, the subsidy may be less (LAB § 123, stk. 3)."));
    if (s_.ceiling_rise_unknown) {
      MonthFacts with = f_;
      with.ceiling.holiday_supplement = rise();
      const auto raised = fleksloentilskud(with, m_.rates, m_.options);
      const std::string without = kroner(s_.fleksloentilskud, l_), option = reader_.name(Fact::ceiling_holiday_supplement),
                        paid = kroner(f_.holiday_supplement, l_), likely = kroner(with.ceiling.holiday_supplement, l_);
      if (raised)
        add(say_("Der er betalt ferietillæg m.v. {}, og lønloftet stiger i måneden med det, en fuldtidsansat ville have fået (FLT-16). Det "
                 "er ikke oplyst ({}). Uden stigningen er tilskuddet {}; ",
                 "A holiday supplement etc. of {} was paid, and the month's ceiling rises by what a full-time employee would have had "
                 "(FLT-16). That was not given ({}). Without the rise the subsidy is {}; ",
                 paid, option, without) +
            sentence(s_.paid_hours ? say_("stiger lønloftet i forhold til timerne med {}, er det {}",
                                          "if the ceiling rises in proportion to the hours by {}, it is {}", likely,
                                          kroner(raised->fleksloentilskud, l_))
                                   : say_("stiger lønloftet med mindst det betalte {}, er det mindst {}",
                                          "if the ceiling rises by at least the {} paid, it is at least {}", likely,
                                          kroner(raised->fleksloentilskud, l_))));
    }
    if (!s_.paid_hours && s_.has_right)
      add(say_.text("Løntimerne er ikke oplyst. Statens ATP-bidrag er derfor ukendt (LAB § 138).",
                    "The paid hours were not given. The state's ATP is therefore unknown (LAB § 138)."));
    if (f_.care_income != Money{} && !care_income_counted())
      add(say_.text(
          "Tabt arbejdsfortjeneste og plejevederlag er ikke regnet med: de tæller kun med i tilskud for januar 2024 og senere (FLT-7).",
          "Compensation for lost earnings and care pay is not counted: it counts only in subsidies for months from January 2024 (FLT-7)."));
    if (s_.own_pension.is_zero() && s_.employer_pension.is_zero() && s_.wage.is_positive())
      add(say_.text(
          "Der er beregnet uden pensionsbidrag. Er der en pensionsordning i ansættelsen, hører bidragene med til lønnen (BEK-FLT § 1).",
          "No pension contributions are counted. If the employment has a pension scheme, its contributions belong to the wage (BEK-FLT § "
          "1)."));
    if (!said.empty()) text_ += say_.text("\nIkke oplyst eller ikke regnet med\n", "\nNot given or not counted\n") + said;
  }

  const Explained<MonthStatement>& m_;
  const MonthStatement& s_;
  const MonthFacts& f_;
  const RatesOnDate rates_;
  const Say say_;
  const Language l_;
  const Reader& reader_;
  std::string text_, choices_;
};

}  // namespace

std::string notes_below(const Explained<MonthStatement>& month, Language language, const Reader& reader) {
  return Notes(month, language, reader).text();
}

}  // namespace fleks
