#include <map>
#include <string>

#include "words/letter_writer.hpp"

// The paragraphs of a letter, written out: each law once, with its paragraphs in order and the address where it stands.

namespace fleks {
namespace {

/// `lov om en aktiv beskæftigelsesindsats` for LAB; `bekendtgørelse nr. 227 fra 2024` for BEK 227/2024.
std::string law_name(std::string_view law, const Say& say) {
  static constexpr std::pair<std::string_view, std::string_view> names[] = {{"LAB", "Lov om en aktiv beskæftigelsesindsats"},
                                                                            {"LAS", "Lov om aktiv socialpolitik"},
                                                                            {"ALF", "Lov om arbejdsløshedsforsikring m.v."},
                                                                            {"ferieloven", "Ferieloven"},
                                                                            {"lov om social pension", "Lov om social pension"}};
  for (const auto& [short_name, name] : names)
    if (law == short_name) return std::string(name);
  for (const auto& [kind, name] : {std::pair{"BEK ", say.text("Bekendtgørelse", "Bekendtgørelse")},
                                   {"vejl. ", say.text("Vejledning", "Vejledning")},
                                   {"lov ", say.text("Lov", "Lov")}}) {
    const auto slash = law.find('/');
    if (law.starts_with(kind) && slash != std::string_view::npos)
      return fmt::format("{} nr. {} {} {}", name, law.substr(std::string_view(kind).size(), slash - std::string_view(kind).size()),
                         say.text("fra", "of"), law.substr(slash + 1));
  }
  if (law.starts_with("P ")) return say.text("Ankestyrelsens principmeddelelser", "Principmeddelelser of Ankestyrelsen");
  if (law == "BEK-LY") return say.text("Bekendtgørelsen om ledighedsydelse", "Bekendtgørelsen om ledighedsydelse");
  return std::string(law);
}

/// The number that a text begins with.
int number_of(std::string_view text) { return std::stoi(std::string(text)); }

void put(std::vector<std::string>& parts, std::string part) {
  if (std::find(parts.begin(), parts.end(), part) == parts.end()) parts.push_back(std::move(part));
}

/// One law's paragraphs, each with its `stk.` and of them the `nr.`
struct Law {
  struct Paragraph {
    std::string name;
    std::map<int, std::vector<std::string>> parts{};
  };
  std::string name, address;
  std::vector<Paragraph> paragraphs{};

  /// `§ 1 stk. 1 nr. 1-2, stk. 3`
  void add(std::string_view text) {
    const auto stk = text.find(" stk. ");
    const std::string paragraph(text.substr(0, stk));
    auto at = std::find_if(paragraphs.begin(), paragraphs.end(), [&](const Paragraph& p) { return p.name == paragraph; });
    if (at == paragraphs.end()) at = paragraphs.insert(paragraphs.end(), {.name = paragraph});
    if (stk == std::string_view::npos) return;
    for (std::string_view rest = text.substr(stk + 6); !rest.empty();) {
      const auto comma = rest.find(", ");
      std::string_view one = rest.substr(0, comma);
      rest = comma == std::string_view::npos ? std::string_view{} : rest.substr(comma + 2);
      if (one.starts_with("stk. ")) one.remove_prefix(5);
      const auto nr = one.find(" nr. "), dash = one.find('-');
      const int first = number_of(one), last = dash < nr ? number_of(one.substr(dash + 1)) : first;
      for (int n = first; n <= last; ++n)
        if (auto& numbers = at->parts[n]; nr != std::string_view::npos) put(numbers, std::string(one.substr(nr + 5)));
    }
  }

  [[nodiscard]] std::string text(const Say& say) const {
    std::vector<std::string> all;
    for (const Paragraph& paragraph : paragraphs) {
      std::vector<std::string> plain, numbered;
      for (const auto& [stk, numbers] : paragraph.parts)
        numbers.empty() ? plain.push_back(std::to_string(stk))
                        : numbered.push_back("stk. " + std::to_string(stk) + ", nr. " + listed(numbers, say));
      if (!plain.empty()) numbered.insert(numbered.begin(), "stk. " + listed(plain, say));
      std::string one = paragraph.name;
      for (const std::string& part : numbered) one += ", " + part;
      all.push_back(std::move(one));
    }
    std::string joined;
    for (const std::string& one : all) joined += (joined.empty() ? "" : "; ") + one;
    return joined.empty() ? name : name + ": " + joined;
  }
};

/// The laws of the rules, in the order in which they come.
class Laws {
 public:
  explicit Laws(const Say& say) : say_(say) {}

  void add(std::string_view source, std::string_view address) {
    // The table has the address of the order where there is one, else of the law named first.
    bool of_first = !address.empty();
    for (std::string_view rest = source; !rest.empty();) {
      const auto end = rest.find("; ");
      of_first = of_first && !stands_at(law_of(rest.substr(0, end)), address);
      rest = end == std::string_view::npos ? std::string_view{} : rest.substr(end + 2);
    }
    while (!source.empty()) {
      const auto end = source.find("; ");
      std::string_view piece = source.substr(0, end);
      source = end == std::string_view::npos ? std::string_view{} : source.substr(end + 2);
      const std::string_view law = law_of(piece);
      std::string_view rest = piece.substr(std::min(law.size() + 1, piece.size()));
      // A calculator or a table of rates is no law.
      if (rest.empty() && law_name(law, say_) == law) continue;
      Law& found = of(law);
      if (law.starts_with("P ")) rest = law.substr(2);
      // A source without a name goes on with the law before it: `§ 1 stk. 2 nr. 1, § 2`.
      while (!rest.empty()) {
        const auto next = rest.find(", §");
        found.add(rest.substr(0, next));
        rest = next == std::string_view::npos ? std::string_view{} : rest.substr(next + 2);
      }
      if (found.address.empty() && (of_first || stands_at(law, address))) found.address = address;
      of_first = false;
    }
  }
  [[nodiscard]] std::vector<LetterSheets::Source> sources() const {
    std::vector<LetterSheets::Source> all;
    for (const Law& law : laws_) all.push_back({sentence(law.text(say_)), law.address});
    return all;
  }

 private:
  Law& of(std::string_view law) {
    const std::string name = law_name(law, say_);
    const auto found = std::find_if(laws_.begin(), laws_.end(), [&](const Law& l) { return l.name == name; });
    return found != laws_.end() ? *found : laws_.emplace_back(Law{.name = name, .address = {}});
  }
  /// `LAB` of `LAB § 123`.
  static std::string_view law_of(std::string_view piece) { return piece.substr(0, std::min(piece.find(" §"), piece.find(" pkt."))); }
  /// Whether an order or a law with its number is the one of the address.
  static bool stands_at(std::string_view law, std::string_view address) {
    const auto slash = law.find('/');
    if (slash == std::string_view::npos) return false;
    const auto start = law.find(' ') + 1;
    return address.ends_with(fmt::format("/{}/{}", law.substr(slash + 1), law.substr(start, slash - start)));
  }

  const Say& say_;
  std::vector<Law> laws_{};
};

}  // namespace

void LetterWriter::rules() {
  auto& s = section("Reglerne", "The rules");
  Laws laws(say_);
  for (const auto& [rule, month] : content_.rules) {
    const RuleInfo& period = info(rule, month);
    laws.add(period.source, period.eli);
  }
  s.sources = laws.sources();
  const auto add = [&](const char* danish, const char* english) { s.sources.push_back({say_.text(danish, english), {}}); };
  if (content_.kind == LetterKind::hearing) {
    add("Forvaltningsloven: §§ 8 og 19 (din ret til at blive hørt).", "Forvaltningsloven: §§ 8 and 19 (your right to be heard).");
    add("Retssikkerhedsloven: §§ 4 og 10 (du er med, og sagen skal oplyses).",
        "Retssikkerhedsloven: §§ 4 and 10 (you take part, and the case must be cleared up).");
  } else if (content_.kind == LetterKind::unknown) {
    add("Retssikkerhedsloven: § 10 (sagen skal oplyses).", "Retssikkerhedsloven: § 10 (the case must be cleared up).");
  } else if (is_decision(content_.kind)) {
    add("Retssikkerhedsloven: § 11, stk. 2, og § 12 (oplysninger), §§ 66-67 (klage).",
        "Retssikkerhedsloven: § 11, stk. 2, and § 12 (information), §§ 66-67 (complaint).");
    if (content_.kind == LetterKind::repayment && !content_.hearing->knew.empty())
      add("Retssikkerhedsloven: § 72 (klagen udskyder ikke betalingen).",
          "Retssikkerhedsloven: § 72 (a complaint does not put off payment).");
  }
  choices(s);
}

namespace {

/// How a month was read, or could be.
const char* reading(LetterChoice::Of of, const Say& say) {
  using Of = LetterChoice::Of;
  switch (of) {
    case Of::rates_of_subsidy_month: return say.text("brugt satserne for tilskudsmåneden", "used the rates of the subsidy month");
    case Of::rates_of_wage_month: return say.text("brugt satserne for lønmåneden", "used the rates of the wage month");
    case Of::ceiling_last_day: return say.text("brugt lønloftet på månedens sidste dag", "used the ceiling of the last day of the month");
    case Of::ceiling_first_day: return say.text("brugt lønloftet på månedens første dag", "used the ceiling of the first day of the month");
    case Of::ceiling_by_days: return say.text("vejet lønlofterne efter dage", "weighted the ceilings by days");
    case Of::highest_ceiling: return say.text("brugt det højeste lønloft", "used the higher ceiling");
    case Of::lowest_ceiling: return say.text("brugt det laveste lønloft", "used the lower ceiling");
    case Of::ceilings_by_hours: return say.text("vejet lønlofterne efter timer", "weighted the ceilings by hours");
    case Of::one_percent_rise:
      return say.text("hævet lønloftet med ferietillægget på fuld tid", "raised the ceiling by the full-time supplement");
    case Of::no_rise: return say.text("ladet lønloftet være, som det er", "left the ceiling as it is");
    case Of::split_by_days: return say.text("delt lønnen efter dage fra mandag til fredag", "split the wage by days from Monday to Friday");
    case Of::split_evenly: return say.text("delt lønnen lige", "split the wage evenly");
    case Of::split_by_disposal: return say.text("regnet lønnen med i den måned, du fik den", "counted the wage in the month you got it");
    case Of::holiday_not_offset:
      return say.text("ikke trukket lønnen fra for feriedagene", "not taken the wage off for the days of holiday");
    case Of::holiday_offset: return say.text("trukket lønnen fra for feriedagene", "taken the wage off for the days of holiday");
    case Of::first_month_own_wage: return say.text("brugt lønnen i jobbets første måned", "used the wage of the job's first month");
    case Of::first_month_no_deduction:
      return say.text("ikke trukket løn fra i jobbets første måned", "taken no wage off in the job's first month");
    case Of::first_month_no_subsidy:
      return say.text("ikke givet tilskud i jobbets første måned", "given no subsidy in the job's first month");
    case Of::part_of_subsidy_month: return say.text("talt dagene i tilskudsmåneden", "counted the days of the subsidy month");
    case Of::part_of_wage_month: return say.text("talt dagene i lønmåneden", "counted the days of the wage month");
    case Of::benefit_own_wage: return say.text("brugt indtægten i samme måned", "used the income of the same month");
    case Of::benefit_month_before: return say.text("brugt indtægten i måneden før", "used the income of the month before");
  }
  return "";
}

/// Why it was read so.
const char* because(LetterChoice::Of of, const Say& say) {
  using Of = LetterChoice::Of;
  switch (of) {
    case Of::rates_of_subsidy_month:
    case Of::part_of_subsidy_month: return say.text("tilskuddet er for den måned", "the subsidy is of that month");
    case Of::rates_of_wage_month:
    case Of::part_of_wage_month: return say.text("lønnen er fra den måned", "the wage is of that month");
    case Of::ceiling_last_day: return say.text("det er det nyeste", "it is the newest");
    case Of::ceiling_first_day: return say.text("det gjaldt, da måneden begyndte", "it was in force when the month began");
    case Of::ceiling_by_days: return say.text("begge gjaldt i måneden", "both were in force in the month");
    case Of::highest_ceiling: return say.text("det er bedst for dig", "it is best for you");
    case Of::lowest_ceiling: return say.text("det må du højst nå i hvert af dine job", "it is the most that you may reach in either job");
    case Of::ceilings_by_hours: return say.text("begge job skal tælle", "both jobs are to count");
    case Of::one_percent_rise: return say.text("en på fuld tid også får tillægget", "someone in full time gets the supplement too");
    case Of::no_rise: return say.text("vi ikke kender tillægget på fuld tid", "we do not know the supplement of full time");
    case Of::split_by_days: return say.text("du tjente dem på de dage", "you earned it on those days");
    case Of::split_evenly: return say.text("vi ikke ved, hvornår du tjente dem", "we do not know when you earned it");
    case Of::split_by_disposal: return say.text("du da kunne bruge pengene", "you could then use the money");
    case Of::holiday_not_offset: return say.text("lønnen ikke er for de dage", "the wage is not for those days");
    case Of::holiday_offset: return say.text("du fik lønnen måneden før", "you had the wage in the month before");
    case Of::first_month_own_wage:
      return say.text("tilskuddet skal følge den løn, du har i jobbet", "the subsidy is to follow the wage that you have in the job");
    case Of::first_month_no_deduction:
    case Of::first_month_no_subsidy: return say.text("du ikke havde løn i måneden før", "you had no wage in the month before");
    case Of::benefit_own_wage:
      return say.text("ydelsen skal følge den indtægt, du har nu", "the benefit is to follow the income that you have now");
    case Of::benefit_month_before: return say.text("reglen ser på måneden før", "the rule looks at the month before");
  }
  return "";
}

}  // namespace

void LetterWriter::choices(Section& s) {
  const LetterChoice* before = nullptr;
  for (const LetterChoice& each : content_.choices) {
    if (before == nullptr || before->made != each.made)
      s.paragraphs.push_back(say("Loven siger ikke klart, hvordan der skal regnes her. Vi har {}, fordi {}.",
                                 "The law does not say clearly how to compute here. We have {}, as {}.", reading(each.made, say_),
                                 because(each.made, say_)));
    s.paragraphs.back() += say(" Havde vi {}, ville du få {}.", " Had we {}, you would get {}.", reading(each.other, say_), kr(each.then));
    before = &each;
  }
}

}  // namespace fleks
