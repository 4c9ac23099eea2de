#include <fleks/words/calibration.hpp>

#include "words/format.hpp"

#include <fleks/text/shown.hpp>
#include <fleks/words/amounts.hpp>
#include <fleks/words/padding.hpp>

namespace fleks {
namespace {

std::string name_of(const CalibrationTarget& target, Language language) {
  const bool danish = language == Language::danish;
  switch (target.figure) {
    case TargetFigure::persons: return danish ? "personer" : "persons";
    case TargetFigure::weekly_hours: return (danish ? "timer om ugen " : "hours a week ") + target.group;
    case TargetFigure::agreement_area: return (danish ? "område " : "area ") + target.group;
    case TargetFigure::municipality:
      if (target.group == "other") return danish ? "andre kommuner" : "other municipalities";
      return (danish ? "kommune " : "municipality ") + target.group;
    case TargetFigure::fleksloentilskud: return danish ? "fleksløntilskud om året, kr." : "fleksløntilskud a year, DKK";
  }
  return {};
}

}  // namespace

std::string table(const CalibratedSample& sample, Language language) {
  const bool danish = language == Language::danish;
  std::string text =
      danish ? "Vægtet til offentliggjorte tal (personerne er opdigtede)\n" : "Weighted to published totals (the persons are invented)\n";
  const auto line = [&](const std::string& name, const std::string& wanted, const std::string& reached, const std::string& off,
                        const std::string& pct) {
    text += fmt::format("  {}{:>20}{:>20}{}{}\n", padded(name + " ", 34), wanted, reached, padded_left(off, 18), padded_left(pct, 12));
  };
  line("", danish ? "mål" : "target", danish ? "nået" : "reached", danish ? "forskel" : "difference", danish ? "pct." : "per cent");
  for (const TargetReached& each : sample.reached()) {
    const bool money = each.target.figure == TargetFigure::fleksloentilskud;
    constexpr std::int64_t decimals = 10'000;
    const Exact off = each.reached - each.wanted;
    const auto shown_as = [&](const Exact& value) {
      return money ? amount(value.whole_part_exact(Rounding::half_up), language) : number(value, language);
    };
    line(shown(name_of(each.target, language)), shown_as(each.wanted), shown_as(each.reached), shown_as(off),
         number((off / each.wanted * Exact::whole(100 * decimals)).whole_part_exact(Rounding::half_up) / Exact::whole(decimals), language) +
             (each.is_near ? "" : " !"));
  }
  const int rounds = sample.rounds();
  if (sample.is_near())
    text += fmt::format(fmt::runtime(danish ? "  alle mål er nået inden for en titusindedel efter {} {}\n"
                                            : "  all targets are reached within one ten-thousandth after {} {}\n"),
                        rounds, danish ? (rounds == 1 ? "runde" : "runder") : (rounds == 1 ? "round" : "rounds"));
  else
    text += fmt::format(
        fmt::runtime(
            danish ? "  ikke alle mål kan nås sammen: de med ! er mere end en titusindedel fra efter {} runder\n"
                   : "  not all targets can be reached together: those with ! are off by more than one ten-thousandth after {} rounds\n"),
        rounds);
  return text;
}

}  // namespace fleks
