#include "words/worth_front.hpp"

#include <fleks/words/amounts.hpp>

#include "analysis/outline.hpp"
#include "words/say.hpp"

namespace fleks {
namespace {

/// Whole kroner of exact øre: what a front says.
std::string whole_kroner(const Exact& oere, Language language) {
  const std::string text = number((oere / Exact::whole(100)).whole_part_exact(Rounding::half_up), language);
  return language == Language::danish ? text + " kr." : "DKK " + text;
}
Exact size(const Exact& amount) { return amount < Exact{} ? -amount : amount; }

class Front {
 public:
  Front(const WorthOfHours& worth, const CurveOutline& outline, bool bound_from_start, Language language)
      : w_(worth), o_(outline), bound_from_start_(bound_from_start), say_(language), l_(language) {}

  std::vector<std::string> paragraphs() {
    std::string text;
    for (std::size_t i = 0; i < o_.stretches.size(); ++i) add(text, i == 0 ? first(o_.stretches[0]) : later(o_.stretches[i]));
    for (const CurveDip& d : o_.dips)
      if (d.ends) add(text, dip(d));
    if (o_.best_at < o_.stretches.back().to) add(text, best());
    std::vector<std::string> all{text};
    if (std::string reason = why(); !reason.empty()) all.push_back(std::move(reason));
    all.push_back(levels());
    return all;
  }

 private:
  static void add(std::string& text, const std::string& sentence) { text += (text.empty() ? "" : " ") + sentence; }
  [[nodiscard]] std::string at(const Exact& place) const { return place_in_words(place, w_.over_wage, l_); }
  [[nodiscard]] std::string at(const Exact& place, bool just_below) const {
    return (just_below ? say_.text("lige under ", "just below ") : "") + at(place);
  }
  [[nodiscard]] std::string kr(const Exact& oere) const { return whole_kroner(oere, l_); }
  /// A place where another with its unit follows. Example: `fra 1` of `fra 1 til 19 timer`.
  [[nodiscard]] std::string bare(const Exact& place) const {
    if (w_.over_wage) return amount(place.whole_part_exact(Rounding::half_up), l_);
    return number((place * Exact::whole(10)).whole_part_exact(Rounding::half_up) / Exact::whole(10), l_);
  }
  /// What an hour, or a krone an hour, gives on average.
  [[nodiscard]] Exact each(const CurvePart& s) const {
    const Exact distance = w_.over_wage ? (s.to - s.from) / Exact::whole(100) : s.to - s.from;
    return (s.in_hand_to - s.in_hand_from) / distance;
  }

  [[nodiscard]] std::string first(const CurvePart& s) const {
    if (s.gain != Gain::full) return later(s);
    if (w_.over_wage)
      return say_("Fra {} til {} får du ca. {} mere i hånden om måneden, hver gang du får en krone mere i timen.",
                  "From {} to {} each krone more an hour puts about {} more in hand a month.", bare(s.from), at(s.to), kr(each(s)));
    return say_("Fra {} til {} om ugen får du ca. {} mere i hånden om måneden, hver gang du går en time op.",
                "From {} to {} a week each hour more puts about {} more in hand a month.", bare(s.from), at(s.to), kr(each(s)));
  }
  [[nodiscard]] std::string later(const CurvePart& s) const {
    if (s.gain == Gain::none) return no_gain(s);
    const char* one = w_.over_wage ? say_.text("krone i timen", "krone an hour") : say_.text("time", "hour");
    if (s.gain == Gain::little)
      return say_("Fra {} til {} giver hver {} kun ca. {} mere.", "From {} to {} each {} gives only about {} more.", bare(s.from), at(s.to),
                  one, kr(each(s)));
    return say_("Fra {} får du igen mere: ca. {} for hver {}.", "From {} on there is more again: about {} for each {}.", at(s.from),
                kr(each(s)), one);
  }
  /// Where more work hardly pays, or takes.
  [[nodiscard]] std::string no_gain(const CurvePart& s) const {
    const Exact gain = s.in_hand_to - s.in_hand_from, shown = (gain / Exact::whole(100)).whole_part_exact(Rounding::half_up);
    const std::string start =
        say_("Fra {} får du {}.", "From {} on you get {}.", at(s.from),
             shown.is_positive() ? say_.text("næsten ikke mere", "hardly any more") : say_.text("ikke mere", "no more"));
    if (shown.is_zero())
      return start +
             say_(" Ved {} har du det samme om måneden som ved {}.", " At {} you have the same a month as at {}.", at(s.to), at(s.from));
    return start + say_(" Ved {} har du {} {} om måneden end ved {}.", " At {} you have {} {} a month than at {}.", at(s.to),
                        kr(size(gain)), shown.is_positive() ? say_.text("mere", "more") : say_.text("mindre", "less"), at(s.from));
  }
  [[nodiscard]] std::string dip(const CurveDip& d) const {
    return say_("Fra {} til {} har du mindre i hånden end ved {}.", "From {} to {} you have less in hand than at {}.", bare(d.from),
                at(d.to), at(d.from, d.just_below));
  }
  [[nodiscard]] std::string best() const {
    if (o_.best_at == o_.stretches.front().from)
      return say_("Du har mest i hånden ved {}: {} Alt over det giver mindre.", "Most is in hand at {}: {} All above it gives less.",
                  at(o_.best_at), sentence(kr(o_.best)));
    return say_("Du har mest i hånden ved {}: {} Går du højere op, får du mindre.", "Most is in hand at {}: {} Above that there is less.",
                at(o_.best_at, o_.just_below), sentence(kr(o_.best)));
  }

  /// What stops the gain: the ceiling, or the kink where a stretch begins in which more work does not pay.
  [[nodiscard]] std::string why() const {
    if (bound_from_start_)
      return say_.text(
          "Hvorfor? Løn og tilskud når lønloftet allerede fra første time. Mere løn giver derfor lige så meget mindre i tilskud.",
          "Why? Wage and subsidy reach the ceiling from the first hour on. More wage gives just as much less subsidy.");
    for (const Gain gain : {Gain::none, Gain::little})
      for (const CurvePart& s : o_.stretches)
        if (s.gain == gain && s.begins) return s.begins->cause == "ceiling_reached" ? ceiling(*s.begins) : other(*s.begins);
    return {};
  }
  [[nodiscard]] std::string ceiling(const Kink& k) const {
    const bool moves = w_.over_wage && w_.picture.ceiling_follows_wage();
    const std::string amount =
        moves ? std::string() : say_(" på {}", " of {}", kroner(w_.picture.ceiling(w_.picture.citizen().hourly_wage), l_));
    return say_(
        "Hvorfor? Ved {} når din løn og dit tilskud lønloftet{}{} Lønloftet er lønnen for fuld tid i dit job, med tillæg og "
        "pension. Fra da af falder tilskuddet lige så meget, som lønnen stiger.",
        "Why? At {} your wage and your subsidy reach the ceiling{}{} The ceiling is the pay of your job full time, with "
        "supplements and pension. From there on the subsidy falls by as much as the wage rises.",
        at(k.at), amount, amount.ends_with('.') ? "" : ".");
  }
  [[nodiscard]] std::string other(const Kink& k) const {
    return say_("Hvorfor? Ved {} sker der dette: {}.", "Why? This happens at {}: {}.", at(k.at), cause_in_words(k.cause, l_));
  }
  /// What is in hand at the ends of the stretches.
  [[nodiscard]] std::string levels() const {
    std::string text = say_.text("I hånden om måneden: ", "In hand a month: ");
    text += say_("{} ved {}", "{} at {}", kr(o_.stretches[0].in_hand_from), at(o_.stretches[0].from));
    for (std::size_t i = 0; i < o_.stretches.size(); ++i) {
      const CurvePart& s = o_.stretches[i];
      text += i + 1 == o_.stretches.size() ? say_.text(" og ", " and ") : ", ";
      text += say_("{} ved {}", "{} at {}", kr(s.in_hand_to), at(s.to));
    }
    return sentence(text);
  }

  const WorthOfHours& w_;
  const CurveOutline& o_;
  bool bound_from_start_;
  Say say_;
  Language l_;
};

/// The outline between two rows in a job; nothing where there is no distance between them.
std::optional<CurveOutline> outline(const WorthOfHours& w, const NetRow& first, const NetRow& last) {
  const auto place = [&](const NetRow& r) { return w.over_wage ? Exact::of(r.hourly_wage) : Exact::of(r.hours); };
  const Exact from = place(first), to = place(last);
  if (!(from < to)) return std::nullopt;
  const auto kinks = w.over_wage ? w.picture.kinks_over_wage(first.hours, first.hourly_wage, last.hourly_wage)
                                 : w.picture.kinks_over_hours(first.hours, last.hours);
  if (!kinks) return std::nullopt;
  // A thirty-sixth is an hour of the ordinary curve, and can be told.
  constexpr std::int64_t parts = 36;
  const Exact enough = (last.exact_pay - first.exact_pay) / (to - from) * Exact::of(w.hardly_below);
  return outline_of({from, w.picture.exact_in_hand(first)}, {to, w.picture.exact_in_hand(last)}, *kinks, enough,
                    (to - from) / Exact::whole(parts));
}

}  // namespace

std::string place_in_words(const Exact& at, bool over_wage, Language language) {
  const Say say(language);
  if (over_wage) return say("{} i timen", "{} an hour", kroner(at.whole_part_exact(Rounding::half_up), language));
  return hours((at * Exact::whole(10)).whole_part_exact(Rounding::half_up) / Exact::whole(10), language);
}

std::string slopes_in_words(const Kink& kink, bool over_wage, Language language) {
  const Say say(language);
  const auto shown = [&](const Exact& slope) {
    return kroner(Money::oere((over_wage ? slope * Exact::whole(100) : slope).rounded(Rounding::half_up).value_or(0)), language);
  };
  const auto verb = [&](const Exact& slope, const char* gives, const char* costs) { return slope < Exact{} ? costs : gives; };
  const char* more =
      over_wage ? say.text("en krone mere i timen", "a krone more an hour") : say.text("en time mere om ugen", "an hour more a week");
  return say("Før {0} {1} {2} om måneden; ", "Before, {1} {0} {2} a month; ",
             verb(kink.before, say.text("gav", "gave"), say.text("kostede", "cost")), more, shown(size(kink.before))) +
         sentence(say("nu {} den {}", "now it {} {}", verb(kink.after, say.text("giver", "gives"), say.text("koster", "costs")),
                      shown(size(kink.after))));
}

std::vector<std::string> worth_front(const WorthOfHours& worth, Language language) {
  const std::size_t start = worth.rows.empty() || worth.rows.front().in_job ? 0 : 1;
  if (worth.is_course || worth.rows.size() < start + 2) return {};
  const NetRow &first = worth.rows[start], &last = worth.rows.back();
  const auto strokes = outline(worth, first, last);
  if (!strokes) return {};
  const bool bound = strokes->stretches[0].gain == Gain::none && first.ceiling_cut.is_positive() && !worth.over_wage;
  return Front(worth, *strokes, bound, language).paragraphs();
}

}  // namespace fleks
