#include <fleks/words/message.hpp>

#include <fleks/words/amounts.hpp>

#include "text/utf8.hpp"
#include "words/say.hpp"

namespace fleks {
namespace {

/// The sentences, and to whom they are said.
class Message : public Say {
 public:
  Message(Language language, SaidTo reader) noexcept : Say(language), reader_(reader) {}
  [[nodiscard]] bool to_caller() const noexcept { return reader_ == SaidTo::caller; }
  /// A name, or several with commas between.
  [[nodiscard]] std::string named(std::string_view names) const { return fact_name(names, reader_); }

 private:
  SaidTo reader_;
};

/// The length of the UTF-8 sequence that starts `text`, or 0 when it is none that can be shown.
std::size_t sequence_length(std::string_view text) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const std::size_t length = utf8_length(text);
  if (length < 2) return length;
  if (byte(0) == 0xC2 && byte(1) < 0xA0) return 0;  // control characters of Latin-1
  if (byte(0) == 0xE2 &&
      ((byte(1) == 0x80 && byte(2) >= 0xAA && byte(2) <= 0xAE) || (byte(1) == 0x81 && byte(2) >= 0xA6 && byte(2) <= 0xA9)))
    return 0;  // what turns the direction of writing
  return length;
}

/// What was given, on one line: control characters and bytes that are not UTF-8 as `\x1b`, at most 60 characters.
std::string shown(std::string_view text) {
  std::string out;
  for (int count = 0; !text.empty(); ++count) {
    if (count == 60) return out + "...";
    const std::size_t length = sequence_length(text);
    const auto first = static_cast<unsigned char>(text.front());
    if (length == 0 || first < 0x20 || first == 0x7F) {
      out += fmt::format("\\x{:02x}", first);
      text.remove_prefix(1);
    } else {
      out += text.substr(0, length);
      text.remove_prefix(length);
    }
  }
  return out;
}

bool is_plain_number(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789.") == std::string_view::npos && text.front() != '.';
}

bool is_month(std::string_view text) { return text.size() == 7 && text[4] == '-'; }

/// The field of an amount, as against hours, percentages and days: its range ends at 100 million.
bool is_amount(std::string_view allowed) { return allowed == "0-100000000" || allowed == "0-100000000.00"; }

/// What is allowed, from the library's short form (`0-744`, `YYYY-MM`, `<= 2024-03`).
std::string allowed_in_words(std::string_view allowed, const Message& say) {
  const auto dash = allowed.find('-');
  if (dash != std::string_view::npos && is_plain_number(allowed.substr(0, dash)) && is_plain_number(allowed.substr(dash + 1)) &&
      !is_month(allowed)) {
    const std::string from = localized(allowed.substr(0, dash), say.language()), to = localized(allowed.substr(dash + 1), say.language());
    if (is_amount(allowed) && say.to_caller()) return say.text("0 til 100.000.000 kr.", "0 to 100,000,000 kroner");
    if (is_amount(allowed))
      return say("{} til {} kr., skrevet som 15600, 15600.00 eller 15.600,00", "{} to {} kroner, as 15600, 15600.00 or 15.600,00", from,
                 to);
    return say("{} til {}", "{} to {}", from, to);
  }
  if (allowed == "YYYY-MM" && say.to_caller()) return say.text("en måned som ÅÅÅÅMM, fx 202403", "a month as YYYYMM, such as 202403");
  if (allowed == "YYYY-MM-DD" && say.to_caller())
    return say.text("en dato, der findes, som ÅÅÅÅMMDD, fx 20240301", "a day that exists, as YYYYMMDD, such as 20240301");
  if (allowed == "YYYY-MM") return say.text("en måned som ÅÅÅÅ-MM, fx 2024-03", "a month as YYYY-MM, such as 2024-03");
  if (allowed == "YYYY-MM-DD")
    return say.text("en dato, der findes, som ÅÅÅÅ-MM-DD, fx 2024-03-01", "a day that exists, as YYYY-MM-DD, such as 2024-03-01");
  if (allowed == "kr.") return say.text("et beløb i kroner", "an amount in kroner");
  if ((allowed.starts_with("<= ") || allowed.starts_with(">= ")) && is_plain_number(allowed.substr(3))) {
    const std::string bound = localized(allowed.substr(3), say.language());
    return allowed.front() == '<' ? say("højst {}", "at most {}", bound) : say("mindst {}", "at least {}", bound);
  }
  if (allowed.starts_with("<= ")) return say("højst {}", "at most {}", shown(allowed.substr(3)));
  if (allowed.starts_with(">= ")) return say("tidligst {}", "{} or later", say.named(shown(allowed.substr(3))));
  return say.named(allowed);
}

std::string tail(const Error& e, const Message& say) {
  if (e.allowed.empty()) return {};
  return sentence(say(" Tilladt: {}", " Allowed: {}", allowed_in_words(e.allowed, say)));
}

std::string why_unreadable(std::string_view reason, const Message& say) {
  if (reason == "missing") return say.text("filen findes ikke", "there is no such file");
  if (reason == "directory") return say.text("det er en mappe, ikke en fil", "it is a directory, not a file");
  if (reason == "changed") return say.text("den blev ændret, mens den blev læst", "it changed while it was read");
  if (reason == "special") return say.text("det er ikke en almindelig fil", "it is not an ordinary file");
  if (reason.starts_with("<= "))
    return say("den er større end {} byte", "it is larger than {} bytes", localized(reason.substr(3), say.language()));
  return say.text("filen kan ikke åbnes og læses", "the file cannot be opened and read");
}

std::string why_unwritable(std::string_view reason, const Say& say) {
  if (reason == "full") return say.text("der er ikke plads til mere", "there is no room for more");
  if (reason == "no folder") return say.text("mappen findes ikke", "there is no such folder");
  if (reason == "directory") return say.text("det er en mappe, ikke en fil", "it is a directory, not a file");
  if (reason == "not allowed") return say.text("det er ikke tilladt at skrive der", "writing there is not permitted");
  if (reason == "closed") return say.text("modtageren har lukket", "the receiving end is closed");
  if (reason == "input") return say.text("det er den fil, der læses; skriv til en anden", "it is the file that is read; write to another");
  if (reason == "output") return say.text("der skrives allerede til den", "it is written to already");
  return say.text("filen kan ikke åbnes og skrives", "the file cannot be opened and written");
}

/// The rate's name and its key.
std::string rate_in_words(const Error& e, const Message& say) {
  const auto key = rate_key(e.field);
  return key ? fmt::format("{} ({})", rate_name(*key, say.language()), e.field) : shown(e.field);
}

std::string day_of(const Error& e, const Message& say) { return e.date.ok() ? in_words(e.date, say.language()) : shown(e.given); }

std::string what_is_wrong(const Error& e, const Message& say) {
  const std::string given = say("»{}«", "\"{}\"", shown(e.given));
  switch (e.code) {
    case ErrorCode::empty:
      if (e.field == "rows") return say.text("filen har ingen rækker.", "the file has no rows.");
      return say.text("er tom.", "is empty.") + tail(e, say);
    case ErrorCode::not_a_number: return say("{} er ikke et tal.", "{} is not a number.", given) + tail(e, say);
    case ErrorCode::contradicting_marks:
      return say("{} har komma og punktum, der modsiger hinanden. Skriv 12345.67 eller 12.345,67.",
                 "{} has a comma and a full stop that contradict each other. Write 12345.67 or 12.345,67.", given);
    case ErrorCode::too_many_decimals:
      if (is_amount(e.allowed))
        return say("{} har mere end to decimaler; beløb har højst to. Punktum alene er decimaltegn; med tusinder skrives fx 15.600,00.",
                   "{} has more than two decimals; amounts have at most two. A full stop alone is the decimal mark; with thousands write "
                   "15.600,00.",
                   given);
      return say("{} har for mange decimaler; højst fire.", "{} has too many decimals; at most four.", given);
    case ErrorCode::negative: return say("{} er negativt.", "{} is negative.", given) + tail(e, say);
    case ErrorCode::too_large: return say("{} er for stort.", "{} is too large.", given) + tail(e, say);
    case ErrorCode::out_of_range: return say("{} ligger uden for det tilladte.", "{} is outside what is allowed.", given) + tail(e, say);
    case ErrorCode::no_such_date:
      return say("{} findes ikke eller er ikke skrevet rigtigt.", "{} does not exist or is not written correctly.", given) + tail(e, say);
    case ErrorCode::no_such_choice: return say("{} kan ikke vælges her.", "{} is not a choice here.", given) + tail(e, say);
    case ErrorCode::missing_fact:
      if (e.allowed.starts_with("--")) return say("mangler. Giv én af: {}.", "is missing. Give one of: {}.", say.named(e.allowed));
      return say.text("mangler.", "is missing.") + tail(e, say);
    case ErrorCode::exclusive_facts:
      if (e.given.starts_with("--"))
        return sentence(say("kan ikke gives sammen med {}", "cannot be given together with {}", say.named(shown(e.given))));
      return sentence(say("kan kun gives sammen med {}", "can only be given together with {}", say.named(e.allowed)));
    case ErrorCode::pension_above_wage:
      return say("{} er mere end den løn, bidraget trækkes af.", "{} is more than the pay that it is taken from.", given) + tail(e, say);
    case ErrorCode::no_rate:
      if (say.to_caller())
        return say("der er ingen sats for {}. Satser kan tilføjes med fleks_rates_extended (kolonner som rates.csv).",
                   "there is no rate for {}. Rates can be added with fleks_rates_extended (the columns of rates.csv).", day_of(e, say));
      return say("der er ingen sats for {}. Satser kan tilføjes med --rates FIL (samme kolonner som rates.csv).",
                 "there is no rate for {}. Rates can be added with --rates FILE (the columns of rates.csv).", day_of(e, say));
    case ErrorCode::rate_is_missing:
      if (say.to_caller())
        return say("satsen for {} findes, men kendes ikke her. Den kan gives med fleks_rates_extended (kolonner som rates.csv).",
                   "the rate for {} exists but is not known here. It can be given with fleks_rates_extended (the columns of rates.csv).",
                   day_of(e, say));
      return say("satsen for {} findes, men kendes ikke her. Den kan gives med --rates FIL (samme kolonner som rates.csv).",
                 "the rate for {} exists but is not known here. It can be given with --rates FILE (the columns of rates.csv).",
                 day_of(e, say));
    case ErrorCode::unknown_key: return say("{} er ikke navnet på en sats.", "{} is not the name of a rate.", given) + tail(e, say);
    case ErrorCode::unknown_option: return say("{} kendes ikke.", "{} is not known.", given) + tail(e, say);
    case ErrorCode::unknown_municipality:
      return say("{} er ikke en af de 98 kommuner.", "{} is none of the 98 municipalities.", given) + tail(e, say);
    case ErrorCode::overlap:
      if (e.allowed.empty()) return say("perioden fra {} overlapper den forrige.", "the period from {} overlaps the one before.", given);
      return say("perioden fra {} overlapper den forrige; den kan tidligst begynde {}.",
                 "the period from {} overlaps the one before; it can begin on {} at the earliest.", given, e.allowed);
    case ErrorCode::hole:
      return say("der er et hul før perioden fra {}; den skal begynde {}.",
                 "there is a gap before the period from {}; it must begin on {}.", given, e.allowed);
    case ErrorCode::disorder:
      return say("perioden fra {} står ikke i orden: en sats' rækker står samlet, ældste først.",
                 "the period from {} is out of order: the rows of a rate stand together, the oldest first.", given);
    case ErrorCode::bad_unit: return say("enheden {} er ikke satsens.", "the unit {} is not that of the rate.", given) + tail(e, say);
    case ErrorCode::bad_status:
      if (e.allowed == "missing <=> no value")
        return say("status og værdi modsiger hinanden ({}): kun »missing« er uden værdi.",
                   "status and value contradict each other ({}): only \"missing\" has no value.", shown(e.given));
      return say("status {} findes ikke.", "the status {} does not exist.", given) + tail(e, say);
    case ErrorCode::missing_source: return say.text("kilden mangler.", "the source is missing.");
    case ErrorCode::bad_header: return say("den første linje er {}.", "the first line is {}.", given) + tail(e, say);
    case ErrorCode::bad_row:
      return say("rækken har {} kolonner eller et anførselstegn, der ikke lukkes; der skal være {} kolonner.",
                 "the row has {} columns, or a quotation mark that is not closed; there must be {} columns.", shown(e.given), e.allowed);
    case ErrorCode::cannot_read:
      return sentence(say("{} kan ikke læses: {}", "{} cannot be read: {}", given, why_unreadable(e.allowed, say)));
    case ErrorCode::cannot_write:
      return sentence(say("{} kan ikke skrives: {}", "{} cannot be written: {}", given, why_unwritable(e.allowed, say)));
    case ErrorCode::too_precise:
      return say.text("tallet kræver flere cifre, end der kan regnes præcist med.",
                      "the number needs more digits than can be computed exactly.");
    case ErrorCode::not_exact:
      return say.text("beløbet går ikke op i hele øre, og det skulle det.", "the amount is not whole øre, as it should be.");
    case ErrorCode::begins_before_2013:
      return say.text(
          "fleksjob, der er begyndt før 1. januar 2013, hører under den gamle ordning: tilskuddet gives til arbejdsgiveren (LAB § 133) og "
          "beregnes ikke her.",
          "a fleksjob begun before 1 January 2013 is under the old scheme: the subsidy goes to the employer (LAB § 133) and is not "
          "computed here.");
    case ErrorCode::unknown_field:
      return say.text("dette felt findes ikke i filformatet.", "the file format has no such field.") + tail(e, say);
    case ErrorCode::duplicate: return say.text("er givet mere end én gang.", "is given more than once.") + tail(e, say);
    case ErrorCode::overlapping_periods:
      return say("perioden {} overlapper en anden.", "the period {} overlaps another.", given) + tail(e, say);
    case ErrorCode::not_json: return say("teksten er ikke JSON ved {}.", "the text is not JSON at {}.", given);
    case ErrorCode::wrong_type: return say("{} har en forkert type.", "{} has the wrong type.", given) + tail(e, say);
    case ErrorCode::too_deep: return say("er indlejret dybere end {} niveauer.", "is nested deeper than {} levels.", shown(e.given));
    case ErrorCode::outside_employment:
      return say("{} ligger uden for ansættelsen.", "{} is outside the employment.", given) + tail(e, say);
    case ErrorCode::too_many_days:
      return say("{} er flere feriedage, end der er.", "{} is more holiday days than there are.", given) + tail(e, say);
    case ErrorCode::unknown_fact: return say("intet i sagen har id {}.", "nothing in the case has the id {}.", given);
    case ErrorCode::corrected_before_known:
      return say("{} er før det, der rettes, blev kendt.", "{} is before what is corrected became known.", given) + tail(e, say);
    case ErrorCode::not_text:
      return say("{} er ikke tekst. Tilladt: UTF-8 uden nul-tegn.", "{} is not text. Allowed: UTF-8 without NUL.", given);
    case ErrorCode::record_too_long:
      return say("rækken er for lang; måske er et anførselstegn ikke lukket. Tilladt: højst {} byte.",
                 "the row is too long; a quotation mark may not be closed. Allowed: at most {} bytes.",
                 localized(e.allowed, say.language()));
    case ErrorCode::too_many:
      return say("der er flere, end filen kan have. Tilladt: højst {}.", "there are more than the file can have. Allowed: at most {}.",
                 localized(e.allowed, say.language()));
  }
  return given;
}

}  // namespace

std::string fact_name(std::string_view field, SaidTo reader) {
  std::string name(field);
  if (reader == SaidTo::user || !field.starts_with("--")) return name;
  for (std::size_t at = 0; (at = name.find("--", at)) != std::string::npos;) {
    name.erase(at, 2);
    for (; at < name.size() && (name[at] == '-' || (name[at] >= 'a' && name[at] <= 'z')); ++at)
      if (name[at] == '-') name[at] = '_';
  }
  return name;
}

std::string message(const Error& e, Language language, SaidTo reader) {
  const Message say(language, reader);
  std::string text;
  if (e.line > 0) text += say("linje {}: ", "line {}: ", e.line);
  const bool of_a_rate = e.code == ErrorCode::no_rate || e.code == ErrorCode::rate_is_missing;
  const std::string field = of_a_rate ? rate_in_words(e, say) : shown(say.named(e.field));
  if (!field.empty() && e.field != "rows" && e.field != "row" && e.field != "header") text += field + ": ";
  return text + what_is_wrong(e, say);
}

}  // namespace fleks
