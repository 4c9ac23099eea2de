#include <fleks/words/refund_check.hpp>

#include <array>

#include <fleks/words/amounts.hpp>
#include <fleks/words/padding.hpp>

#include "words/case_words.hpp"
#include "words/say.hpp"
#include "words/sheet.hpp"

// The state's calculation of refunds held against a case: text, JSON and table.

namespace fleks {
namespace {

const char* word_of(RefundDifferenceOf of) {
  switch (of) {
    case RefundDifferenceOf::share: return "refund_pct";
    case RefundDifferenceOf::amount: return "amount";
    case RefundDifferenceOf::arithmetic: return "arithmetic";
    case RefundDifferenceOf::fleksbidrag: return "fleksbidrag";
    case RefundDifferenceOf::missing: return "missing";
    case RefundDifferenceOf::not_due: return "not_due";
  }
  return "";
}

const char* word_of(RefundRowKind kind) {
  switch (kind) {
    case RefundRowKind::fleksloentilskud: return "fleksloentilskud";
    case RefundRowKind::ledighedsydelse: return "ledighedsydelse";
    case RefundRowKind::fleksbidrag: return "fleksbidrag";
    case RefundRowKind::other: break;
  }
  return "other";
}

const char* danish_name(RefundRowKind kind) { return kind == RefundRowKind::fleksloentilskud ? "fleksløntilskud" : word_of(kind); }

struct Cause {
  const char* word;
  const char* danish;
  const char* english;
};
/// In the order of `RefundCause`.
constexpr std::array<Cause, 14> causes{{
    {"week_count_one_off", "ugerne med ydelser er talt én uge anderledes (KOM-1)",
     "the weeks with benefits are counted one week otherwise (KOM-1)"},
    {"other_week_count",
     "et andet trin på trappen: uger før sagen (benefit_weeks_before), uger før det nye fleksjob (weeks_before_new_job), eller optællingen "
     "er begyndt forfra (KOM-1, KOM-2, KOM-4)",
     "another step of the staircase: weeks before the case (benefit_weeks_before), weeks before the new fleksjob (weeks_before_new_job), "
     "or the count has started over (KOM-1, KOM-2, KOM-4)"},
    {"old_rules", "de gamle regler er brugt: se visitationen, approved (KOM-4 til KOM-6)",
     "the old rules were used: see the approval, approved (KOM-4 to KOM-6)"},
    {"staircase", "trappen er brugt: se visitationen, approved (KOM-4)", "the staircase was used: see the approval, approved (KOM-4)"},
    {"other_benefit", "den anden ydelse: forkert gruppe", "the other benefit: wrong group"},
    {"divided_otherwise", "måneden er delt på ugerne efter den anden slags dage, weeks_of_month (KOM-9)",
     "the month is divided on its weeks by the other kind of days, weeks_of_month (KOM-9)"},
    {"after_own_atp", "beløbet efter eget ATP-bidrag", "the amount after own ATP"},
    {"wage_with_pension", "lønnen er taget med pension (KOM-7)", "the wage was taken with pension (KOM-7)"},
    {"without_wage", "der er ingen løn trukket fra (KOM-7)", "no wage was taken off (KOM-7)"},
    {"other_months_wage", "lønnen er måneden før (KOM-7)", "the wage is that of the month before (KOM-7)"},
    {"without_cap", "loftet over fleksbidraget er ikke brugt (KOM-8)", "the cap of the fleksbidrag was not used (KOM-8)"},
    {"other_base", "andelen er taget af det andet grundlag, fleksbidrag_base (KOM-7)",
     "the share was taken of the other base, fleksbidrag_base (KOM-7)"},
    {"rounded_otherwise", "afrundet på en anden måde (KOM-7)", "rounded otherwise (KOM-7)"},
    {"share_is_not_lowest", "fleksbidrag følger kun med den laveste refusion: ugerne med ydelser er talt anderledes (KOM-7)",
     "fleksbidrag comes with the lowest refund only: the weeks with benefits are counted otherwise (KOM-7)"},
}};
const Cause& of_cause(RefundCause cause) { return causes[static_cast<std::size_t>(cause)]; }

Exact oere(const Exact& amount) {
  const auto money = amount.round(Rounding::half_up);
  return money ? Exact::of(*money) : amount;
}

class Text {
 public:
  Text(const RefundCheck& check, Language language) : c_(check), say_(language) {}

  [[nodiscard]] std::string figure(const RefundDifference& d, const std::optional<Exact>& value) const {
    if (!value) return "-";
    return d.of == RefundDifferenceOf::share ? percent(*value, say_.language()) : amount(oere(*value), say_.language());
  }
  [[nodiscard]] std::string what(const RefundDifference& d) const {
    switch (d.of) {
      case RefundDifferenceOf::share: return say_.text("refusionssats", "refund percentage");
      case RefundDifferenceOf::amount: return say_.text("ugens beløb", "the week's amount");
      case RefundDifferenceOf::arithmetic: return say_.text("sats gange beløb", "rate times amount");
      case RefundDifferenceOf::fleksbidrag: return say_.text("månedens beløb", "the month's amount");
      case RefundDifferenceOf::missing: return say_.text("ikke i filen", "not in the file");
      case RefundDifferenceOf::not_due: return say_.text("ikke i sagen", "not in the case");
    }
    return {};
  }
  [[nodiscard]] std::string when(const RefundDifference& d) const {
    return d.of == RefundDifferenceOf::fleksbidrag ? to_text(month_of(d.week)) : iso_week_of(d.week);
  }
  [[nodiscard]] std::string cause(const RefundDifference& d) const {
    if (d.of == RefundDifferenceOf::arithmetic)
      return say_.text("filens eget refusionsbeløb er ikke filens sats af filens beløb",
                       "the file's own refund is not its rate of its amount");
    std::string text;
    for (const RefundCause each : d.causes) {
      if (!text.empty()) text += say_.text("; eller ", "; or ");
      text += say_.text(of_cause(each).danish, of_cause(each).english);
    }
    if (text.empty())
      text = d.of == RefundDifferenceOf::missing   ? say_.text("ugen er ikke anmeldt, eller står under et andet navn",
                                                               "the week was not reported, or stands under another name")
             : d.of == RefundDifferenceOf::not_due ? say_.text("sagen har ingen udgift i ugen", "the case has no expense in the week")
                                                   : say_.text("ingen kendt fejl giver tallet", "no known mistake gives the figure");
    return text;
  }
  [[nodiscard]] std::string sentence_of(const RefundDifference& d) const {
    return when(d) + " " + danish_name(d.kind) + ", " + what(d) +
           say_(": filen {}, efter reglerne {}. Årsag: {}", ": the file {}, by the rules {}. Cause: {}", figure(d, d.file),
                figure(d, d.due), sentence(cause(d)));
  }

  [[nodiscard]] std::string head() const {
    if (!c_.first)
      return say_.text("Filen har ingen linjer om fleksløntilskud, ledighedsydelse eller fleksbidrag.\n",
                       "The file has no rows of fleksløntilskud, ledighedsydelse or fleksbidrag.\n");
    std::string text = say_("Statens beregning, {} linjer fra uge {} til {}: {} uger og måneder er holdt mod sagen.\n",
                            "The state's calculation, {} rows from week {} to {}: {} weeks and months were held against the case.\n",
                            c_.rows, iso_week_of(*c_.first), iso_week_of(*c_.last), c_.compared);
    if (c_.other_rows != 0) text += say_("{} linjer er om andre ydelser.\n", "{} rows are of other benefits.\n", c_.other_rows);
    if (c_.outside != 0)
      text += say_("{} linjer ligger uden for de måneder, som sagen kan regne.\n",
                   "{} rows are outside the months that the case can compute.\n", c_.outside);
    if (c_.partly != 0)
      text += say_("{} linjer er om en uge, som sagen kun har en del af: kun satsen er sammenlignet.\n",
                   "{} rows are of a week of which the case has only a part: only the percentage was compared.\n", c_.partly);
    return text;
  }
  [[nodiscard]] std::string table() const {
    std::string out = padded(say_.text("uge", "week"), 10) + padded(say_.text("ydelse", "benefit"), 18) +
                      padded(say_.text("hvad", "what"), 20) + padded_left(say_.text("filen", "the file"), 14) +
                      padded_left(say_.text("reglerne", "the rules"), 14) + padded_left(say_.text("talt uge", "counted"), 10) +
                      padded_left(say_.text("linje", "line"), 7) + '\n';
    for (const RefundDifference& d : c_.differences) {
      out += padded(when(d), 10) + padded(danish_name(d.kind), 18) + padded(what(d), 20) + padded_left(figure(d, d.file), 14) +
             padded_left(figure(d, d.due), 14) + padded_left(d.weeks == 0 ? "-" : std::to_string(d.weeks), 10) +
             padded_left(d.line == 0 ? "-" : std::to_string(d.line), 7) + '\n';
      out += "  " + wrapped(say_.text("Årsag: ", "Cause: ") + sentence(cause(d)), 4, text_columns) + '\n';
    }
    return out;
  }
  [[nodiscard]] std::string sums() const {
    const auto line = [&](const char* danish, const char* english, const Exact& file, const Exact& due) {
      return padded(say_.text(danish, english), 48) + padded_left(amount(oere(file), say_.language()), 14) +
             padded_left(amount(oere(due), say_.language()), 14) + padded_left(amount(oere(file) - oere(due), say_.language()), 14) + '\n';
    };
    return padded("", 48) + padded_left(say_.text("filen", "the file"), 14) + padded_left(say_.text("reglerne", "the rules"), 14) +
           padded_left(say_.text("forskel", "difference"), 14) + '\n' +
           line("refusion i uger, hvis beløb er sammenlignet", "refund of weeks whose amounts were compared", c_.file_refund, c_.refund) +
           line("fleksbidrag i måneder, der er sammenlignet", "fleksbidrag of months that were compared", c_.file_fleksbidrag,
                c_.fleksbidrag);
  }

 private:
  const RefundCheck& c_;
  Say say_;
};

std::string plain(const RefundDifference& d, const std::optional<Exact>& value) {
  if (!value) return {};
  return d.of == RefundDifferenceOf::share ? to_text(*value * Exact::whole(100), 4) : to_kroner_text(oere(*value));
}
Json or_null(const std::string& text) { return text.empty() ? Json() : Json(text); }
std::string money(const std::optional<Exact>& amount) { return amount ? to_kroner_text(oere(*amount)) : std::string{}; }

}  // namespace

std::string breakdown(const Case& facts, const RefundCheck& check, Language language) {
  const Say say(language);
  const Text text(check, language);
  std::string out = heading(facts, say) + '\n' + text.head() + '\n';
  out += check.differences.empty() ? say.text("Ingen forskelle.\n", "No differences.\n") : text.table();
  return out + '\n' + text.sums();
}

std::string to_json(const Case& facts, const RefundCheck& check, const RateTable& rates, Language language) {
  const Text text(check, language);
  Json json = result_json(rates);
  json["name"] = facts.name.empty() ? Json() : Json(facts.name);
  json["rows"] = check.rows;
  json["compared"] = check.compared;
  json["other_rows"] = check.other_rows;
  json["outside"] = check.outside;
  json["partly"] = check.partly;
  json["first_week"] = check.first ? Json(iso_week_of(*check.first)) : Json();
  json["last_week"] = check.last ? Json(iso_week_of(*check.last)) : Json();
  json["refund"] = {{"file", money(check.file_refund)}, {"due", money(check.refund)}};
  json["fleksbidrag"] = {{"file", money(check.file_fleksbidrag)}, {"due", money(check.fleksbidrag)}};
  Json differences = Json::array();
  for (const RefundDifference& d : check.differences) {
    Json each = {{"week", text.when(d)},
                 {"benefit", word_of(d.kind)},
                 {"of", word_of(d.of)},
                 {"file", or_null(plain(d, d.file))},
                 {"due", or_null(plain(d, d.due))},
                 {"file_refund", or_null(money(d.file_refund))},
                 {"refund", or_null(money(d.refund))},
                 {"weeks", d.weeks == 0 ? Json() : Json(d.weeks)},
                 {"causes", Json::array()},
                 {"line", d.line == 0 ? Json() : Json(d.line)},
                 {"text", text.sentence_of(d)}};
    for (const RefundCause cause : d.causes) each["causes"].push_back(of_cause(cause).word);
    differences.push_back(std::move(each));
  }
  json["differences"] = std::move(differences);
  return written(json);
}

std::string to_csv(const RefundCheck& check) {
  const Text text(check, Language::english);
  std::string out = "week,benefit,of,file,due,file_refund,refund,weeks,causes,line\n";
  for (const RefundDifference& d : check.differences) {
    out += text.when(d) + ',' + word_of(d.kind) + ',' + word_of(d.of) + ',' + plain(d, d.file) + ',' + plain(d, d.due) + ',' +
           money(d.file_refund) + ',' + money(d.refund) + ',' + (d.weeks == 0 ? "" : std::to_string(d.weeks)) + ',';
    for (std::size_t i = 0; i < d.causes.size(); ++i) out += (i == 0 ? "" : " ") + std::string(of_cause(d.causes[i]).word);
    out += ',' + (d.line == 0 ? std::string{} : std::to_string(d.line)) + '\n';
  }
  return out;
}

}  // namespace fleks
