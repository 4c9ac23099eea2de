#include <fleks/words/message.hpp>

#include <fleks/text/shown.hpp>
#include <fleks/words/amounts.hpp>

#include "words/say.hpp"

namespace fleks {
namespace {

/// What was given, on one line, by its beginning.
std::string begun(std::string_view text) { return shown(text, 60); }

/// What a parser says is wrong with XML; it says it in English.
std::string why_no_xml(std::string_view why, Language language) {
  struct Reason {
    std::string_view english, danish;
  };
  static constexpr Reason reasons[] = {
      {"syntax error", "den begynder ikke med et element"},
      {"no element found", "den slutter, før alle elementer er afsluttet"},
      {"not well-formed (invalid token)", "et ugyldigt tegn"},
      {"unclosed token", "den slutter midt i et element"},
      {"partial character", "den slutter midt i et tegn"},
      {"mismatched tag", "et slutmærke passer ikke til sit startmærke"},
      {"duplicate attribute", "den samme attribut to gange"},
      {"junk after document element", "der står mere efter det sidste slutmærke"},
      {"undefined entity", "en entitet, der ikke er erklæret"},
      {"reference to invalid character number", "en henvisning til et tegn, der ikke findes"},
      {"XML or text declaration not at start of entity", "XML-erklæringen står ikke først"},
      {"bytes that are not UTF-8", "byte, der ikke er UTF-8; et andet tegnsæt, som ISO-8859-1, skal stå i XML-erklæringen"},
      {"unknown encoding", "et tegnsæt, der ikke læses her; gem svaret som UTF-8"},
      {"encoding specified in XML declaration is incorrect", "tegnsættet er et andet end det, XML-erklæringen nævner"},
      {"unclosed CDATA section", "et CDATA-afsnit er ikke afsluttet"},
      {"unbound prefix", "et præfiks uden navnerum"},
      {"XML declaration not well-formed", "XML-erklæringen er ikke rigtig"}};
  // An encoding is named after a colon.
  const std::size_t mark = why.find(": ");
  if (language == Language::danish)
    for (const Reason& reason : reasons)
      if (reason.english == why.substr(0, mark))
        return std::string(reason.danish) + (mark == std::string_view::npos ? "" : begun(why.substr(mark)));
  return begun(why);
}

/// The sentences, and to whom they are said.
class Message : public Say {
 public:
  Message(Language language, const Reader& reader) noexcept : Say(language), reader_(reader) {}
  [[nodiscard]] bool to_caller() const noexcept { return reader_.gives_numbers; }
  [[nodiscard]] std::string_view rates() const noexcept {
    return language() == Language::danish ? reader_.rates_danish : reader_.rates_english;
  }
  /// A fact and what is asked by the name its reader has for it, a place as it is.
  [[nodiscard]] std::string named(const Field& field) const {
    if (field.fact()) return reader_.name(*field.fact());
    return begun(field.is_asked() ? reader_.asked(field.text()) : field.text());
  }
  [[nodiscard]] std::string named(const std::vector<Field>& fields) const {
    std::string text;
    for (const Field& each : fields) text += (text.empty() ? "" : ", ") + named(each);
    return text;
  }

 private:
  const Reader& reader_;
};

bool is_amount(const Allowed& allowed) {
  const auto* range = std::get_if<Range>(&allowed);
  return range != nullptr && range->most.unit == LimitUnit::oere;
}

/// Lines of a file, counted from the error's.
bool is_lines(const Allowed& allowed) {
  const auto* range = std::get_if<Range>(&allowed);
  return range != nullptr && range->least.unit == LimitUnit::count && range->least.value <= 0;
}
std::string lines_of(const Error& e, const Message& say) {
  const auto& range = std::get<Range>(e.allowed);
  // A table of bad rows has the line beside the words.
  if (e.line == 0) return say.text("månedens linjer", "the lines of the month");
  return say("linje {} til {}", "lines {} to {}", e.line + range.least.value, e.line + range.most.value);
}

/// Whether the number itself is at fault, and not only what it is held against.
bool is_of_writing(ErrorCode code) {
  return code != ErrorCode::out_of_range && code != ErrorCode::pension_above_wage && code != ErrorCode::too_many_days;
}

/// Why there is no range.
const char* why_no_range(WhyNoRange why, const Message& say) {
  switch (why) {
    case WhyNoRange::no_scale:
      return say.text("det er et valg, et navn eller en dato, ikke en størrelse", "it is a choice, a name or a date, not a size");
    case WhyNoRange::not_here: return say.text("her beregnes ingen grænser for den", "no bounds are computed of it here");
    case WhyNoRange::one_amount:
      return say.text("det kræver ét beløb, og et interval giver et mindste og et højeste",
                      "it needs one amount, and a range gives a least and a most");
    case WhyNoRange::one_fact:
      return say.text("det siges, for hvilke værdier af én oplysning det udbetalte er rigtigt",
                      "it is said for which values of one fact what was paid is right");
    case WhyNoRange::reform:
      return say.text("en reform kan vende det om, at mere løn giver mindre tilskud, og det bygger grænserne på",
                      "a reform may turn round that more wage gives less subsidy, which the bounds rest on");
    case WhyNoRange::own_atp_before_ceiling:
      return say.text("med eget ATP-bidrag af tilskuddet før lønloftet går udbetalingen både op og ned med lønnen",
                      "with own ATP of the subsidy before the ceiling the payout goes both up and down with the wage");
    case WhyNoRange::in_oere:
      return say.text("måneden afrunder til øre, og ét trin i en af dem er mere end en øre, så det imellem springes over",
                      "the month rounds to øre, and one step of one of them is more than an øre, so what lies between is passed over");
    case WhyNoRange::product:
      return say.text("trinene i ATP følger produktet af dem, timer gange intensitet",
                      "the steps of ATP go by their product, hours times intensity");
    case WhyNoRange::both_ways:
      return say.text("mere af den giver snart mere, snart mindre, så hver af dens værdier må prøves for sig",
                      "more of it gives now more, now less, so that each of its values has to be tried by itself");
    case WhyNoRange::each_value: return say.text("hver værdi regnes for sig", "each value is computed by itself");
    case WhyNoRange::by_class:
      return say.text("dagene er givet for hver sats, og de står i stedet",
                      "the days are given for each class, and these stand in its place");
    case WhyNoRange::another_month:
      return say.text("inden for intervallet skifter det, hvad der mangler i måneden, eller hvad der er ret til",
                      "within the range it changes what the month lacks, or what there is a right to");
    case WhyNoRange::ceiling_rests_on_it:
      return say.text("lønloftet eller fradraget følger løntimerne", "the ceiling or the taper follows the paid hours");
    case WhyNoRange::steps_of_hours:
      return say.text("mellem trinene i ATP giver flere timer snart mere, snart mindre",
                      "between the steps of ATP more hours give now more, now less");
  }
  return "";
}

/// What may be instead.
const char* instead_of_range(WhyNoRange why, const Message& say) {
  switch (why) {
    case WhyNoRange::one_amount: return say.text("alle oplysninger kendt", "every fact known");
    case WhyNoRange::reform: return say.text("én værdi, eller uden reform", "one value, or no reform");
    case WhyNoRange::own_atp_before_ceiling:
      return say.text("én værdi, eller ATP-bidrag af det tilskud, der udbetales", "one value, or own ATP of the subsidy that is paid");
    case WhyNoRange::in_oere:
      return say.text("interval i én af dem, eller en måned fra maj 2014", "a range of one of them, or a month from May 2014");
    case WhyNoRange::one_fact:
    case WhyNoRange::product: return say.text("interval i den ene af dem", "a range of one of them");
    case WhyNoRange::both_ways: return say.text("interval i den alene", "a range of it alone");
    default: return say.text("én værdi", "one value");
  }
}

/// What is allowed, as the end of a sentence.
struct InWords {
  const Message& say;
  const Error& of;

  /// A year is a number without a mark between its thousands.
  [[nodiscard]] bool is_of_years() const noexcept {
    return of.field.text() == to_text(Fact::year) || of.field.text() == to_text(Fact::birth_year);
  }
  [[nodiscard]] std::string plain(Limit limit) const {
    const bool is_day_or_year = limit.unit >= LimitUnit::month || (limit.unit == LimitUnit::count && is_of_years());
    return is_day_or_year ? to_text(limit) : localized(to_text(limit), say.language());
  }
  [[nodiscard]] std::string with_unit(Limit limit) const {
    return limit.unit == LimitUnit::oere ? say("{} kr.", "{} kroner", plain(limit)) : plain(limit);
  }
  static bool is_day(Limit limit) noexcept { return limit.unit == LimitUnit::month || limit.unit == LimitUnit::date; }

  std::string operator()(std::monostate) const { return {}; }
  std::string operator()(const Range& a) const {
    const std::string text = say("{} til {}", "{} to {}", plain(a.least), with_unit(a.most));
    if (a.most.unit != LimitUnit::oere || say.to_caller() || !is_of_writing(of.code)) return text;
    return text + say.text(", skrevet som 15600, 15600.00 eller 15.600,00", ", as 15600, 15600.00 or 15.600,00");
  }
  std::string operator()(const AtLeast& a) const {
    return is_day(a.least) ? say("tidligst {}", "{} or later", plain(a.least)) : say("mindst {}", "at least {}", with_unit(a.least));
  }
  std::string operator()(const AtMost& a) const {
    return is_day(a.most) ? say("senest {}", "{} or earlier", plain(a.most)) : say("højst {}", "at most {}", with_unit(a.most));
  }
  std::string operator()(const Above& a) const {
    return say("mere end {}", "more than {}", plain(a.bound)) + (a.most ? say(" og højst {}", " and at most {}", with_unit(*a.most)) : "");
  }
  std::string operator()(const Exactly& a) const { return plain(a.value); }
  std::string operator()(const OneOf& a) const { return say.named(a.choices); }
  std::string operator()(const AnyOf& a) const { return say.named(a.facts); }
  std::string operator()(const OnlyWith& a) const { return say.named(a.others); }
  std::string operator()(const NotWith& a) const { return say.named(a.others); }
  std::string operator()(const NoRange& a) const {
    if (a.most.value != 0) return say("ender, der ligger højst {} fra hinanden", "ends at most {} apart", with_unit(a.most));
    return instead_of_range(a.why, say);
  }
  std::string operator()(const HolidayLeft& a) const {
    return say(
        "højst {} dage med ledighedsydelse: af ferieårets dage er {} optjent med løn eller feriegodtgørelse, og de bruges først; {} er "
        "holdt med ledighedsydelse før (LY-11)",
        "at most {} days on ledighedsydelse: of the holiday year's days {} are earned with pay or holiday allowance and are used "
        "first; {} were held on ledighedsydelse before (LY-11)",
        plain(a.left), plain(a.earned), plain(a.held));
  }
  std::string operator()(Form form) const {
    switch (form) {
      case Form::month:
        return say.to_caller() ? say.text("en måned som ÅÅÅÅMM, fx 202403", "a month as YYYYMM, such as 202403")
                               : say.text("en måned som ÅÅÅÅ-MM, fx 2024-03", "a month as YYYY-MM, such as 2024-03");
      case Form::date:
        return say.to_caller()
                   ? say.text("en dato, der findes, som ÅÅÅÅMMDD, fx 20240301", "a day that exists, as YYYYMMDD, such as 20240301")
                   : say.text("en dato, der findes, som ÅÅÅÅ-MM-DD, fx 2024-03-01", "a day that exists, as YYYY-MM-DD, such as 2024-03-01");
      case Form::year: return say.text("et år som ÅÅÅÅ, fx 2024", "a year as YYYY, such as 2024");
      case Form::amount: return say.text("et beløb i kroner", "an amount in kroner");
      default: return to_text(Allowed(form));
    }
  }
  std::string operator()(FileTrouble) const { return {}; }
};

/// The one number or day of what is allowed.
std::string bound_of(const Error& e, const Message& say) {
  const InWords words{say, e};
  if (const auto* most = std::get_if<AtMost>(&e.allowed)) return words.plain(most->most);
  if (const auto* least = std::get_if<AtLeast>(&e.allowed)) return words.plain(least->least);
  if (const auto* value = std::get_if<Exactly>(&e.allowed)) return words.plain(value->value);
  return shown(to_text(e.allowed));
}

std::string tail(const Error& e, const Message& say) {
  const std::string allowed = std::visit(InWords{say, e}, e.allowed);
  return allowed.empty() ? std::string{} : sentence(say(" Tilladt: {}", " Allowed: {}", allowed));
}

std::string why_unreadable(const Error& e, const Message& say) {
  if (std::holds_alternative<AtMost>(e.allowed)) return say("den er større end {} byte", "it is larger than {} bytes", bound_of(e, say));
  const auto* trouble = std::get_if<FileTrouble>(&e.allowed);
  switch (trouble == nullptr ? FileTrouble::closed : *trouble) {
    case FileTrouble::missing: return say.text("filen findes ikke", "there is no such file");
    case FileTrouble::directory: return say.text("det er en mappe, ikke en fil", "it is a directory, not a file");
    case FileTrouble::changed: return say.text("den blev ændret, mens den blev læst", "it changed while it was read");
    case FileTrouble::special: return say.text("det er ikke en almindelig fil", "it is not an ordinary file");
    default: return say.text("filen kan ikke åbnes og læses", "the file cannot be opened and read");
  }
}

std::string why_unwritable(const Error& e, const Message& say) {
  const auto* trouble = std::get_if<FileTrouble>(&e.allowed);
  switch (trouble == nullptr ? FileTrouble::special : *trouble) {
    case FileTrouble::full: return say.text("der er ikke plads til mere", "there is no room for more");
    case FileTrouble::no_folder: return say.text("mappen findes ikke", "there is no such folder");
    case FileTrouble::directory: return say.text("det er en mappe, ikke en fil", "it is a directory, not a file");
    case FileTrouble::not_allowed: return say.text("det er ikke tilladt at skrive der", "writing there is not permitted");
    case FileTrouble::closed: return say.text("modtageren har lukket", "the receiving end is closed");
    case FileTrouble::is_read:
      return say.text("det er den fil, der læses; skriv til en anden", "it is the file that is read; write to another");
    case FileTrouble::is_written: return say.text("der skrives allerede til den", "it is written to already");
    default: return say.text("filen kan ikke åbnes og skrives", "the file cannot be opened and written");
  }
}

/// The rate's name and its key.
std::string rate_in_words(const Error& e, const Message& say) {
  const auto key = rate_key(e.field.text());
  return key ? fmt::format("{} ({})", rate_name(*key, say.language()), e.field.text()) : say.named(e.field);
}

std::string day_of(const Error& e, const Message& say) { return e.date.ok() ? in_words(e.date, say.language()) : begun(e.given); }

/// A number with decimals that is held against others, written as they are. Example: `300.00` is `300,00`.
std::string as_the_limits(const std::string& given, const Message& say) {
  const auto point = given.find('.');
  const bool plain = point != std::string::npos && point != 0 && point + 1 < given.size() && point == given.rfind('.') &&
                     given.find_first_not_of("0123456789.") == std::string::npos;
  return plain ? localized(given, say.language()) : begun(given);
}

/// A table of rates or municipal taxes.
std::string wrong_in_rates(const Error& e, const std::string& given, const Message& say) {
  switch (e.code) {
    case ErrorCode::no_rate:
      return say("der er ingen sats for {}. Satser kan tilføjes med {} (samme kolonner som rates.csv).",
                 "there is no rate for {}. Rates can be added with {} (the columns of rates.csv).", day_of(e, say), say.rates());
    case ErrorCode::rate_is_missing:
      return say("satsen for {} findes, men kendes ikke her. Den kan angives med {} (samme kolonner som rates.csv).",
                 "the rate for {} exists but is not known here. It can be given with {} (the columns of rates.csv).", day_of(e, say),
                 say.rates());
    case ErrorCode::unknown_key: return say("{} er ikke navnet på en sats.", "{} is not the name of a rate.", given) + tail(e, say);
    case ErrorCode::overlap:
      if (e.allowed == Allowed{})
        return say("perioden fra {} overlapper den forrige.", "the period from {} overlaps the one before.", given);
      return say("perioden fra {} overlapper den forrige; den kan tidligst begynde {}.",
                 "the period from {} overlaps the one before; it can begin on {} at the earliest.", given, bound_of(e, say));
    case ErrorCode::hole:
      return say("der er et hul før perioden fra {}; den skal begynde {}.",
                 "there is a gap before the period from {}; it must begin on {}.", given, bound_of(e, say));
    case ErrorCode::disorder:
      return say("perioden fra {} står ikke i orden: en sats' rækker står samlet, ældste først.",
                 "the period from {} is out of order: the rows of a rate stand together, the oldest first.", given);
    case ErrorCode::bad_unit: return say("enheden {} er ikke satsens.", "the unit {} is not that of the rate.", given) + tail(e, say);
    case ErrorCode::bad_status:
      if (e.allowed == Allowed(Form::missing_has_no_value))
        return say("status og værdi modsiger hinanden ({}): kun »missing« er uden værdi.",
                   "status and value contradict each other ({}): only \"missing\" has no value.", begun(e.given));
      return say("status {} findes ikke.", "the status {} does not exist.", given) + tail(e, say);
    case ErrorCode::missing_source: return say.text("kilden mangler.", "the source is missing.");
    case ErrorCode::bad_header: return say("den første linje er {}.", "the first line is {}.", given) + tail(e, say);
    case ErrorCode::bad_row:
      if (std::holds_alternative<OneOf>(e.allowed))
        return say.text("rækken har et anførselstegn, der ikke lukkes, eller noget efter et, der er lukket.",
                        "the row has a quotation mark that is not closed, or something after one that is closed.") +
               tail(e, say);
      return say("rækken har {} kolonner; der skal være {}.", "the row has {} columns; there must be {}.", begun(e.given),
                 bound_of(e, say));
    default: return given;
  }
}

/// A file as a whole: its writing, its shape and what it may hold.
std::string wrong_in_file(const Error& e, const std::string& given, const Message& say) {
  switch (e.code) {
    case ErrorCode::empty:
      if (e.field == Field("rows")) return say.text("filen har ingen rækker.", "the file has no rows.");
      if (e.field == Field("header")) return say("kolonne {} har intet navn.", "column {} has no name.", begun(e.given)) + tail(e, say);
      return say.text("er tom.", "is empty.") + tail(e, say);
    case ErrorCode::cannot_read:
      if (e.field.text() == "FejlStruktur")
        return sentence(say("indkomstregisteret svarer med en fejl: {}", "the income register answers with an error: {}", begun(e.given)));
      return sentence(say("{} kan ikke læses: {}", "{} cannot be read: {}", given, why_unreadable(e, say)));
    case ErrorCode::cannot_write:
      return sentence(say("{} kan ikke skrives: {}", "{} cannot be written: {}", given, why_unwritable(e, say)));
    case ErrorCode::unknown_field:
      return say.text("dette felt findes ikke i filformatet.", "the file format has no such field.") + tail(e, say);
    case ErrorCode::duplicate: return say.text("er angivet mere end én gang.", "is given more than once.") + tail(e, say);
    case ErrorCode::not_json:
      if (std::holds_alternative<OneOf>(e.allowed))
        return say("teksten er ikke {} ({}).", "the text is not {} ({}).", say.named(std::get<OneOf>(e.allowed).choices),
                   why_no_xml(e.given, say.language()));
      return say("teksten er ikke JSON ved {}.", "the text is not JSON at {}.", given);
    case ErrorCode::wrong_type: return say("{} har en forkert type.", "{} has the wrong type.", given) + tail(e, say);
    case ErrorCode::too_deep: return say("er indlejret dybere end {} niveauer.", "is nested deeper than {} levels.", begun(e.given));
    case ErrorCode::not_text:
      return say("{} er ikke tekst. Tilladt: UTF-8 uden nul-tegn.", "{} is not text. Allowed: UTF-8 without NUL.", given);
    case ErrorCode::record_too_long:
      return say("rækken er for lang; måske er et anførselstegn ikke lukket. Tilladt: højst {} byte.",
                 "the row is too long; a quotation mark may not be closed. Allowed: at most {} bytes.", bound_of(e, say));
    case ErrorCode::too_many:
      if (e.field == Field("row"))
        return say("en nedsættelse hører til en måned med flere rækker, end der kan lægges sammen. Tilladt: højst {}.",
                   "a reduction is of a month with more rows than can be put together. Allowed: at most {}.", bound_of(e, say));
      return say("der er flere, end filen kan have. Tilladt: højst {}.", "there are more than the file can have. Allowed: at most {}.",
                 bound_of(e, say));
    default: return given;
  }
}

/// A number: how it is written and how large it is.
std::string wrong_in_number(const Error& e, const std::string& given, const Message& say) {
  switch (e.code) {
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
    case ErrorCode::negative: {
      if (is_lines(e.allowed)) return say("{} er negativt: summen af {}.", "{} is negative: the sum of {}.", given, lines_of(e, say));
      if (std::holds_alternative<OnlyWith>(e.allowed))
        return say("{} er negativt. En nedsættelse skal stå lige ved den række, den retter, med samme id og måned: sorter filen efter dem.",
                   "{} is negative. A reduction has to stand beside the row that it corrects, of the same id and month: sort the file by "
                   "them.",
                   given);
      const std::string text = say("{} er negativt.", "{} is negative.", given) + tail(e, say);
      // A row of a table is a month; the register's reports are several.
      if (e.line == 0 || !is_amount(e.allowed)) return text;
      return text + say.text(" Retter det en anden række, så giv måneden én række med summen.",
                             " If it corrects another row, give the month one row with the sum.");
    }
    case ErrorCode::too_large:
      if (const auto* range = std::get_if<NoRange>(&e.allowed))
        return sentence(say("{} er for bredt et interval: {}", "{} is too wide a range: {}", given, why_no_range(range->why, say))) +
               tail(e, say);
      return say("{} er for stort.", "{} is too large.", given) + tail(e, say);
    case ErrorCode::out_of_range: return say("{} ligger uden for det tilladte.", "{} is outside what is allowed.", given) + tail(e, say);
    case ErrorCode::too_precise:
      return say.text("tallet kræver flere cifre, end der kan regnes præcist med.",
                      "the number needs more digits than can be computed exactly.");
    case ErrorCode::not_exact:
      return say.text("beløbet går ikke op i hele øre, og det skulle det.", "the amount is not whole øre, as it should be.");
    default: return given;
  }
}

/// A fact that can be no range, or a task that can do with none.
std::string wrong_as_range(const NoRange& range, const Message& say) {
  const char* why = why_no_range(range.why, say);
  if (range.why == WhyNoRange::one_amount && range.others.empty())
    return sentence(say("kan ikke bruges, når en oplysning er ? eller A..B: {}", "cannot be given where a fact is ? or A..B: {}", why));
  if (range.others.empty()) return sentence(say("kan ikke være et interval (? eller A..B): {}", "cannot be a range (? or A..B): {}", why));
  return sentence(say("kan ikke være et interval (? eller A..B) sammen med {}: {}", "cannot be a range (? or A..B) together with {}: {}",
                      say.named(range.others), why));
}

std::string what_is_wrong(const Error& e, const Message& say) {
  const std::string given = say("»{}«", "\"{}\"", is_of_writing(e.code) ? begun(e.given) : as_the_limits(e.given, say));
  switch (e.code) {
    case ErrorCode::no_such_date:
      return say("{} findes ikke eller er ikke skrevet rigtigt.", "{} does not exist or is not written correctly.", given) + tail(e, say);
    case ErrorCode::no_such_choice: return say("{} kan ikke vælges her.", "{} is not a choice here.", given) + tail(e, say);
    case ErrorCode::missing_fact:
      if (const auto* any = std::get_if<AnyOf>(&e.allowed))
        return say("mangler. Angiv én af: {}.", "is missing. Give one of: {}.", say.named(any->facts));
      return say.text("mangler.", "is missing.") + tail(e, say);
    case ErrorCode::exclusive_facts:
      if (is_lines(e.allowed))
        return say("har mere end én værdi i {}, som er én måned.", "has more than one value in {}, which are one month.", lines_of(e, say));
      if (const auto* range = std::get_if<NoRange>(&e.allowed)) return wrong_as_range(*range, say) + tail(e, say);
      if (const auto* others = std::get_if<NotWith>(&e.allowed))
        return sentence(say("kan ikke bruges sammen med {}", "cannot be given together with {}", say.named(others->others)));
      return sentence(say("kan kun bruges sammen med {}", "can only be given together with {}", std::visit(InWords{say, e}, e.allowed)));
    case ErrorCode::pension_above_wage:
      return say("{} er mere end den løn, bidraget trækkes af.", "{} is more than the pay that it is taken from.", given) + tail(e, say);
    case ErrorCode::unknown_option: return say("{} kendes ikke.", "{} is not known.", given) + tail(e, say);
    case ErrorCode::unknown_municipality:
      return say("{} er ikke en af de 98 kommuner.", "{} is none of the 98 municipalities.", given) + tail(e, say);
    case ErrorCode::begins_before_2013:
      return say.text(
          "fleksjob, der er begyndt før 1. januar 2013, hører under den gamle ordning: tilskuddet gives til arbejdsgiveren (LAB § 133) og "
          "beregnes ikke her.",
          "a fleksjob begun before 1 January 2013 is under the old scheme: the subsidy goes to the employer (LAB § 133) and is not "
          "computed here.");
    case ErrorCode::overlapping_periods:
      return say("perioden {} overlapper en anden.", "the period {} overlaps another.", given) + tail(e, say);
    case ErrorCode::outside_employment:
      return say("{} ligger uden for ansættelsen.", "{} is outside the employment.", given) + tail(e, say);
    case ErrorCode::too_many_days:
      if (std::holds_alternative<HolidayLeft>(e.allowed))
        return say("{} er flere feriedage med ledighedsydelse, end der er tilbage.",
                   "{} is more holiday days on ledighedsydelse than are left.", given) +
               tail(e, say);
      return say("{} er flere feriedage, end der er tilbage.", "{} is more holiday days than are left.", given) + tail(e, say);
    case ErrorCode::unknown_fact: return say("intet i sagen har id {}.", "nothing in the case has the id {}.", given);
    case ErrorCode::corrected_before_known:
      return say("{} er før det, der rettes, blev kendt.", "{} is before what is corrected became known.", given) + tail(e, say);
    case ErrorCode::no_rate:
    case ErrorCode::rate_is_missing:
    case ErrorCode::unknown_key:
    case ErrorCode::overlap:
    case ErrorCode::hole:
    case ErrorCode::disorder:
    case ErrorCode::bad_unit:
    case ErrorCode::bad_status:
    case ErrorCode::missing_source:
    case ErrorCode::bad_header:
    case ErrorCode::bad_row: return wrong_in_rates(e, given, say);
    case ErrorCode::empty:
    case ErrorCode::cannot_read:
    case ErrorCode::cannot_write:
    case ErrorCode::unknown_field:
    case ErrorCode::duplicate:
    case ErrorCode::not_json:
    case ErrorCode::wrong_type:
    case ErrorCode::too_deep:
    case ErrorCode::not_text:
    case ErrorCode::record_too_long:
    case ErrorCode::too_many: return wrong_in_file(e, given, say);
    case ErrorCode::not_a_number:
    case ErrorCode::contradicting_marks:
    case ErrorCode::too_many_decimals:
    case ErrorCode::negative:
    case ErrorCode::too_large:
    case ErrorCode::out_of_range:
    case ErrorCode::too_precise:
    case ErrorCode::not_exact: return wrong_in_number(e, given, say);
  }
  return given;
}

}  // namespace

std::string message(const Error& e, Language language, const Reader& reader) {
  const Message say(language, reader);
  std::string text;
  if (e.line > 0) text += say("linje {}: ", "line {}: ", e.line);
  const bool of_a_rate = e.code == ErrorCode::no_rate || e.code == ErrorCode::rate_is_missing;
  const std::string field = of_a_rate ? rate_in_words(e, say) : say.named(e.field);
  const std::string_view place = e.field.text();
  const bool of_all = !e.field.is_asked() && (place == "rows" || place == "row" || place == "header");
  if (!field.empty() && !of_all) text += field + ": ";
  return text + what_is_wrong(e, say);
}

}  // namespace fleks
