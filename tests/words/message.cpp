#include <doctest/doctest.h>

#include <algorithm>

#include <fleks/fleks.hpp>

#include "first_unknown.hpp"
#include "words/lix.hpp"

using namespace fleks;
using namespace std::chrono_literals;

namespace {
std::string da(const Error& e) { return message(e, Language::danish); }
std::string en(const Error& e) { return message(e, Language::english); }
}  // namespace

TEST_CASE("A message names the field, what was given and what is allowed") {
  const Error e = Money::parse("1e4").error().in(Fact::am_income);
  CHECK(da(e) == "am_income: »1e4« er ikke et tal. Tilladt: 0 til 100.000.000 kr., skrevet som 15600, 15600.00 eller 15.600,00.");
  CHECK(en(e) == "am_income: \"1e4\" is not a number. Allowed: 0 to 100,000,000 kroner, as 15600, 15600.00 or 15.600,00.");
}

TEST_CASE("A rate that is not there is named by key and date, and how to supply it is said") {
  const Month beyond = first_unknown_month();
  REQUIRE(beyond.month() == std::chrono::January);
  const std::string year = std::to_string(int{beyond.year()});
  const Error e = RateTable::embedded().on(beyond).why_not(RateKey::fleksloentilskud_max_month);
  CHECK(da(e) == "højeste fleksløntilskud (fleksloentilskud_max_month): der er ingen sats for 1. januar " + year +
                     ". "
                     "Satser kan tilføjes med RateTable::extended_by (samme kolonner som rates.csv).");
  CHECK(en(e).find("fleksloentilskud_max_month") != std::string::npos);
  CHECK(en(e).find("1 January " + year) != std::string::npos);
  CHECK(en(e).find("RateTable::extended_by") != std::string::npos);
}

TEST_CASE("Every error code has words of its own in both languages") {
  std::vector<std::string> seen;
  for (int code = 1; code <= static_cast<int>(ErrorCode::too_many); ++code) {
    const Error e{.code = static_cast<ErrorCode>(code), .field = "field", .given = "given", .allowed = OneOf{{"allowed"}}, .line = 7};
    for (const auto& text : {da(e), en(e)}) {
      CAPTURE(text);
      CHECK(text.size() > 15);
      CHECK(text.back() == '.');
      CHECK(text.find('\n') == std::string::npos);
      CHECK(std::find(seen.begin(), seen.end(), text) == seen.end());
      seen.push_back(text);
    }
    CHECK(da(e).starts_with("linje 7: "));
    CHECK(en(e).starts_with("line 7: "));
  }
}

TEST_CASE("What was given cannot write to the terminal or break the line") {
  const Error e{.code = ErrorCode::not_a_number, .field = "--x", .given = "a\x1b[31m\n\xff\xe2\x80\xae\xc3\xa6"};
  CHECK(da(e) == "--x: »a\\x1b[31m\\x0a\\xff\\xe2\\x80\\xaeæ« er ikke et tal.");
  const Error endless{.code = ErrorCode::not_a_number, .given = std::string(1000, 'x')};
  CHECK(da(endless).size() < 100);
}

TEST_CASE("Of what was given, only whole signs are shown as they are; each other byte by its number") {
  struct Row {
    const char* what;
    std::string given, shown;
  };
  const Row rows[] = {
      {"the first and last sign of two bytes", "\xc2\xa0\xdf\xbf", "\xc2\xa0\xdf\xbf"},
      {"of three", "\xe0\xa0\x80\xef\xbf\xbf", "\xe0\xa0\x80\xef\xbf\xbf"},
      {"about the halves of UTF-16", "\xed\x9f\xbf\xee\x80\x80", "\xed\x9f\xbf\xee\x80\x80"},
      {"of four", "\xf0\x90\x80\x80\xf4\x8f\xbf\xbf", "\xf0\x90\x80\x80\xf4\x8f\xbf\xbf"},
      {"a slash in two bytes", "\xc0\xaf", "\\xc0\\xaf"},
      {"a slash in three", "\xe0\x9f\xbf", "\\xe0\\x9f\\xbf"},
      {"in four", "\xf0\x8f\xbf\xbf", "\\xf0\\x8f\\xbf\\xbf"},
      {"half of a UTF-16 pair", "\xed\xa0\x80", "\\xed\\xa0\\x80"},
      {"beyond the last sign", "\xf4\x90\x80\x80", "\\xf4\\x90\\x80\\x80"},
      {"no first byte", "\xf5\x80\x80\x80", "\\xf5\\x80\\x80\\x80"},
      {"a second byte alone", "\xa6", "\\xa6"},
      {"cut off", "\xf0\x9f\x98", "\\xf0\\x9f\\x98"},
      {"another byte where the third should be", "\xe2\x82x", "\\xe2\\x82x"},
      {"a control character of Latin-1",
       "\xc2\x9b"
       "31m",
       "\\xc2\\x9b"
       "31m"},
      {"delete", "a\x7f", "a\\x7f"},
      {"signs beside those that turn the direction", "\xe2\x80\xa7\xe2\x80\xaf\xe2\x81\xa5\xe2\x81\xaa\xe2\x82\xac",
       "\xe2\x80\xa7\xe2\x80\xaf\xe2\x81\xa5\xe2\x81\xaa\xe2\x82\xac"},
      {"the first and last that turn it", "\xe2\x80\xaa\xe2\x80\xae\xe2\x81\xa6\xe2\x81\xa9",
       "\\xe2\\x80\\xaa\\xe2\\x80\\xae\\xe2\\x81\\xa6\\xe2\\x81\\xa9"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.what);
    CHECK(da({.code = ErrorCode::unknown_fact, .given = row.given}) == "intet i sagen har id »" + row.shown + "«.");
  }
}

TEST_CASE("Each thing that can be wrong has its sentence") {
  struct Row {
    Error error;
    const char *danish, *english;
  };
  const Row rows[] = {
      {{.code = ErrorCode::empty, .field = "rows"}, "filen har ingen rækker.", "the file has no rows."},
      {{.code = ErrorCode::empty, .field = "id", .allowed = Range{1, 99}},
       "id: er tom. Tilladt: 1 til 99.",
       "id: is empty. Allowed: 1 to 99."},
      {{.code = ErrorCode::too_large, .field = Fact::from, .given = "200", .allowed = Range{Hours{}, hours_in_a_week}},
       "from: »200« er for stort. Tilladt: 0 til 168.",
       "from: \"200\" is too large. Allowed: 0 to 168."},
      {{.code = ErrorCode::too_large,
        .field = Fact::step,
        .given = "",
        .allowed = Range{Hours::of_ten_thousandths(123'456'000), Hours::whole(99'999)}},
       "step: »« er for stort. Tilladt: 12.345,6 til 99.999.",
       "step: \"\" is too large. Allowed: 12,345.6 to 99,999."},
      {{.code = ErrorCode::no_such_choice, .field = "x", .given = "2024", .allowed = OneOf{{".5-7"}}},
       "x: »2024« kan ikke vælges her. Tilladt: .5-7.",
       "x: \"2024\" is not a choice here. Allowed: .5-7."},
      {{.code = ErrorCode::out_of_range, .field = "month", .given = "2012-12", .allowed = AtLeast{Month{2013y / 1}}},
       "month: »2012-12« ligger uden for det tilladte. Tilladt: tidligst 2013-01.",
       "month: \"2012-12\" is outside what is allowed. Allowed: 2013-01 or later."},
      {{.code = ErrorCode::out_of_range, .field = Fact::to, .given = "5", .allowed = AtMost{Month{2024y / 3}}},
       "to: »5« ligger uden for det tilladte. Tilladt: senest 2024-03.",
       "to: \"5\" is outside what is allowed. Allowed: 2024-03 or earlier."},
      {{.code = ErrorCode::out_of_range, .field = Fact::to, .given = "5", .allowed = AtLeast{6}},
       "to: »5« ligger uden for det tilladte. Tilladt: mindst 6.",
       "to: \"5\" is outside what is allowed. Allowed: at least 6."},
      {{.code = ErrorCode::out_of_range, .field = Fact::to, .given = "100.00", .allowed = AtMost{Money::oere(200'050)}},
       "to: »100,00« ligger uden for det tilladte. Tilladt: højst 2.000,50 kr.",
       "to: \"100.00\" is outside what is allowed. Allowed: at most 2,000.50 kroner."},
      {{.code = ErrorCode::out_of_range, .field = Fact::step, .given = "0", .allowed = Above{Hours{}, hours_in_a_week}},
       "step: »0« ligger uden for det tilladte. Tilladt: mere end 0 og højst 168.",
       "step: \"0\" is outside what is allowed. Allowed: more than 0 and at most 168."},
      {{.code = ErrorCode::out_of_range, .field = Fact::hours_now, .given = "0", .allowed = Above{Hours{}}},
       "hours_now: »0« ligger uden for det tilladte. Tilladt: mere end 0.",
       "hours_now: \"0\" is outside what is allowed. Allowed: more than 0."},
      {{.code = ErrorCode::out_of_range, .field = Fact::benefits_in_kind, .given = "1.00", .allowed = Range{Money{}, Money::oere(50)}},
       "benefits_in_kind: »1,00« ligger uden for det tilladte. Tilladt: 0 til 0,50 kr.",
       "benefits_in_kind: \"1.00\" is outside what is allowed. Allowed: 0 to 0.50 kroner."},
      {{.code = ErrorCode::out_of_range, .field = Fact::first, .given = "2024-02", .allowed = Range{Month{2024y / 3}, Month{2024y / 6}}},
       "first: »2024-02« ligger uden for det tilladte. Tilladt: 2024-03 til 2024-06.",
       "first: \"2024-02\" is outside what is allowed. Allowed: 2024-03 to 2024-06."},
      {{.code = ErrorCode::exclusive_facts, .field = Fact::benefits_in_kind, .given = "1.00", .allowed = OnlyWith{{Fact::am_income}}},
       "benefits_in_kind: kan kun bruges sammen med am_income.",
       "benefits_in_kind: can only be given together with am_income."},
      {{.code = ErrorCode::no_such_date, .field = Fact::year, .given = "20244", .allowed = Form::year},
       "year: »20244« findes ikke eller er ikke skrevet rigtigt. Tilladt: et år som ÅÅÅÅ, fx 2024.",
       "year: \"20244\" does not exist or is not written correctly. Allowed: a year as YYYY, such as 2024."},
      {{.code = ErrorCode::bad_status, .field = "taper_low_pct", .given = "read / ", .allowed = Form::missing_has_no_value, .line = 2},
       "linje 2: taper_low_pct: status og værdi modsiger hinanden (read / ): kun »missing« er uden værdi.",
       "line 2: taper_low_pct: status and value contradict each other (read / ): only \"missing\" has no value."},
      {{.code = ErrorCode::hole, .field = "taper_low_pct", .given = "2014-01-02", .allowed = Exactly{Date{2014y / 1 / 1}}},
       "taper_low_pct: der er et hul før perioden fra »2014-01-02«; den skal begynde 2014-01-01.",
       "taper_low_pct: there is a gap before the period from \"2014-01-02\"; it must begin on 2014-01-01."},
      {{.code = ErrorCode::bad_row, .field = "row", .given = "6", .allowed = Exactly{8}, .line = 3},
       "linje 3: rækken har 6 kolonner; der skal være 8.",
       "line 3: the row has 6 columns; there must be 8."},
      {{.code = ErrorCode::bad_row, .field = "row", .given = "6", .allowed = OneOf{{"\"a,b\"", "\"a \"\"b\"\"\""}}, .line = 3},
       "linje 3: rækken har et anførselstegn, der ikke lukkes, eller noget efter et, der er lukket. Tilladt: \"a,b\", \"a \"\"b\"\"\".",
       "line 3: the row has a quotation mark that is not closed, or something after one that is closed. Allowed: \"a,b\", \"a "
       "\"\"b\"\"\"."},
      {{.code = ErrorCode::empty, .field = "header", .given = "8", .line = 1},
       "linje 1: kolonne 8 har intet navn.",
       "line 1: column 8 has no name."},
      {{.code = ErrorCode::wrong_type, .field = "paid", .given = "[", .allowed = Form::amount},
       "paid: »[« har en forkert type. Tilladt: et beløb i kroner.",
       "paid: \"[\" has the wrong type. Allowed: an amount in kroner."},
      {{.code = ErrorCode::too_many_decimals, .field = Fact::am_income, .given = "1.234", .allowed = Range{Money{}, largest_amount}},
       "am_income: »1.234« har mere end to decimaler; beløb har højst to. Punktum alene er decimaltegn; med tusinder skrives fx "
       "15.600,00.",
       "am_income: \"1.234\" has more than two decimals; amounts have at most two. A full stop alone is the decimal mark; with thousands "
       "write 15.600,00."},
      {{.code = ErrorCode::too_many_decimals,
        .field = Fact::intensity,
        .given = "1.23456",
        .allowed = Range{Percent{}, Percent::whole(100)}},
       "intensity: »1.23456« har for mange decimaler; højst fire.",
       "intensity: \"1.23456\" has too many decimals; at most four."},
      {{.code = ErrorCode::overlap, .field = "taper_low_pct", .given = "2014-01-01"},
       "taper_low_pct: perioden fra »2014-01-01« overlapper den forrige.",
       "taper_low_pct: the period from \"2014-01-01\" overlaps the one before."},
      {{.code = ErrorCode::overlap, .field = "taper_low_pct", .given = "2013-12-31", .allowed = AtLeast{Date{2014y / 1 / 1}}},
       "taper_low_pct: perioden fra »2013-12-31« overlapper den forrige; den kan tidligst begynde 2014-01-01.",
       "taper_low_pct: the period from \"2013-12-31\" overlaps the one before; it can begin on 2014-01-01 at the earliest."},
      {{.code = ErrorCode::corrected_before_known,
        .field = "wages[1].known",
        .given = "2024-01-01",
        .allowed = AtLeast{Date{2024y / 2 / 1}}},
       "wages[1].known: »2024-01-01« er før det, der rettes, blev kendt. Tilladt: tidligst 2024-02-01.",
       "wages[1].known: \"2024-01-01\" is before what is corrected became known. Allowed: 2024-02-01 or later."},
      {{.code = ErrorCode::record_too_long, .field = "row", .allowed = AtMost{1'048'576}, .line = 3},
       "linje 3: rækken er for lang; måske er et anførselstegn ikke lukket. Tilladt: højst 1.048.576 byte.",
       "line 3: the row is too long; a quotation mark may not be closed. Allowed: at most 1,048,576 bytes."},
      {{.code = ErrorCode::too_many, .field = "rows", .allowed = AtMost{5'000}, .line = 5'002},
       "linje 5002: der er flere, end filen kan have. Tilladt: højst 5.000.",
       "line 5002: there are more than the file can have. Allowed: at most 5,000."},
  };
  std::string all;
  for (const Row& row : rows) {
    CHECK(da(row.error) == row.danish);
    CHECK(en(row.error) == row.english);
    // Without the field and the examples of how to write: what is left is read as text.
    const std::string said = row.danish;
    all += said.substr(said.find(": ") + 2) + " ";
  }
  CHECK_MESSAGE(lix::of(all) <= 30, "LIX " << lix::of(all));
}

TEST_CASE("A file that cannot be read or written: the reason is said") {
  const auto unreadable = [](const Allowed& reason) {
    return Error{.code = ErrorCode::cannot_read, .field = "--rates", .given = "a", .allowed = reason};
  };
  const auto unwritable = [](const Allowed& reason) {
    return Error{.code = ErrorCode::cannot_write, .field = "-o", .given = "a", .allowed = reason};
  };
  struct Row {
    Allowed reason;
    const char *danish, *english;
  };
  for (const Row& row : {Row{FileTrouble::missing, "filen findes ikke", "there is no such file"},
                         {FileTrouble::directory, "det er en mappe, ikke en fil", "it is a directory, not a file"},
                         {FileTrouble::changed, "den blev ændret, mens den blev læst", "it changed while it was read"},
                         {FileTrouble::special, "det er ikke en almindelig fil", "it is not an ordinary file"},
                         {AtMost{16'000'000}, "den er større end 16.000.000 byte", "it is larger than 16,000,000 bytes"},
                         {{}, "filen kan ikke åbnes og læses", "the file cannot be opened and read"}}) {
    CHECK(da(unreadable(row.reason)) == std::string("--rates: »a« kan ikke læses: ") + row.danish + ".");
    CHECK(en(unreadable(row.reason)) == std::string("--rates: \"a\" cannot be read: ") + row.english + ".");
  }
  for (const Row& row :
       {Row{FileTrouble::full, "der er ikke plads til mere", "there is no room for more"},
        {FileTrouble::no_folder, "mappen findes ikke", "there is no such folder"},
        {FileTrouble::directory, "det er en mappe, ikke en fil", "it is a directory, not a file"},
        {FileTrouble::not_allowed, "det er ikke tilladt at skrive der", "writing there is not permitted"},
        {FileTrouble::closed, "modtageren har lukket", "the receiving end is closed"},
        {FileTrouble::is_read, "det er den fil, der læses; skriv til en anden", "it is the file that is read; write to another"},
        {FileTrouble::is_written, "der skrives allerede til den", "it is written to already"},
        {{}, "filen kan ikke åbnes og skrives", "the file cannot be opened and written"}}) {
    CHECK(da(unwritable(row.reason)) == std::string("-o: »a« kan ikke skrives: ") + row.danish + ".");
    CHECK(en(unwritable(row.reason)) == std::string("-o: \"a\" cannot be written: ") + row.english + ".");
  }
}

TEST_CASE("A caller of the C interface is told of members, counts and functions in place of options") {
  const auto both = [](const Error& e) {
    const Reader caller{.gives_numbers = true, .rates_danish = "fleks_rates_extended", .rates_english = "fleks_rates_extended"};
    return message(e, Language::danish, caller) + " | " + message(e, Language::english, caller);
  };
  CHECK(both({.code = ErrorCode::negative, .field = Fact::am_income, .given = "-0.01", .allowed = Range{Money{}, largest_amount}}) ==
        "am_income: »-0.01« er negativt. Tilladt: 0 til 100.000.000 kr. | "
        "am_income: \"-0.01\" is negative. Allowed: 0 to 100,000,000 kroner.");
  CHECK(both({.code = ErrorCode::missing_fact, .field = "pay_form", .allowed = AnyOf{{Fact::am_income, Fact::monthly_wage}}}) ==
        "pay_form: mangler. Angiv én af: am_income, monthly_wage. | pay_form: is missing. Give one of: am_income, monthly_wage.");
  CHECK(both({.code = ErrorCode::exclusive_facts, .field = Fact::church_tax, .allowed = NotWith{{Fact::church}}}) ==
        "church_tax: kan ikke bruges sammen med church. | church_tax: cannot be given together with church.");
  CHECK(both({.code = ErrorCode::no_such_date, .field = Fact::wage_month, .given = "202413", .allowed = Form::month}) ==
        "wage_month: »202413« findes ikke eller er ikke skrevet rigtigt. Tilladt: en måned som ÅÅÅÅMM, fx 202403. | "
        "wage_month: \"202413\" does not exist or is not written correctly. Allowed: a month as YYYYMM, such as 202403.");
  CHECK(both({.code = ErrorCode::no_such_date, .field = "as_of", .given = "1", .allowed = Form::date}) ==
        "as_of: »1« findes ikke eller er ikke skrevet rigtigt. Tilladt: en dato, der findes, som ÅÅÅÅMMDD, fx 20240301. | "
        "as_of: \"1\" does not exist or is not written correctly. Allowed: a day that exists, as YYYYMMDD, such as 20240301.");
  for (const auto code : {ErrorCode::no_rate, ErrorCode::rate_is_missing}) {
    const std::string text = both({.code = code, .field = "taper_low_pct", .given = "2012-01-01"});
    CHECK(text.find("--rates") == std::string::npos);
    CHECK(text.find("fleks_rates_extended") != text.rfind("fleks_rates_extended"));
  }
}

TEST_CASE("A program calls a fact by its own name, and a place in a file as it is") {
  const Reader program{
      .name = [](Fact fact) { return "--" + std::string(to_text(fact)); }, .rates_danish = "--rates FIL", .rates_english = "--rates FILE"};
  const auto said = [&](const Error& e) { return message(e, Language::english, program); };
  CHECK(said({.code = ErrorCode::missing_fact, .field = Fact::pay, .allowed = AnyOf{{Fact::pay, Fact::income}}}) ==
        "--pay: is missing. Give one of: --pay, --income.");
  CHECK(said({.code = ErrorCode::negative, .field = "wages[3].am_income", .given = "-1", .allowed = Range{Days{}, Days::whole(31)}}) ==
        "wages[3].am_income: \"-1\" is negative. Allowed: 0 to 31.");
  CHECK(said({.code = ErrorCode::no_rate, .field = "taper_low_pct", .given = "2012-01-01"}).find(" with --rates FILE (") !=
        std::string::npos);
}

TEST_CASE("A year has no mark between its thousands, and a count has") {
  const auto said = [](const Error& e) { return message(e, Language::danish); };
  CHECK(said({.code = ErrorCode::out_of_range, .field = Fact::birth_year, .given = "1800", .allowed = Range{1900, 2026}}) ==
        "birth_year: »1800« ligger uden for det tilladte. Tilladt: 1900 til 2026.");
  CHECK(said({.code = ErrorCode::out_of_range, .field = Field::asked("year"), .given = "1800", .allowed = Range{2013, 2099}}) ==
        "year: »1800« ligger uden for det tilladte. Tilladt: 2013 til 2099.");
  CHECK(said({.code = ErrorCode::out_of_range, .field = Field::asked("jobs"), .given = "0", .allowed = Range{1, 1000}}) ==
        "jobs: »0« ligger uden for det tilladte. Tilladt: 1 til 1.000.");
}
