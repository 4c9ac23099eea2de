#include <doctest/doctest.h>

#include <fleks/reading/income_register.hpp>
#include <fleks/words/message.hpp>

#include "reading/income_answer.hpp"

using namespace fleks;
using namespace std::chrono_literals;

// Rulebook 11: the register's answer, as XML or JSON. What cannot be one is one clear error.

namespace {

RegisterAnswer read(const std::string& text) {
  auto answer = read_income_answer(text);
  CHECK_MESSAGE(answer.has_value(), (answer ? std::string() : message(answer.error(), Language::english)));
  return answer ? *answer : RegisterAnswer{};
}
Error refused(const std::string& text) {
  const auto answer = read_income_answer(text);
  REQUIRE_FALSE(answer.has_value());
  for (const Language language : {Language::danish, Language::english}) {
    CHECK(message(answer.error(), language).size() > 10);
    CHECK(message(answer.error(), language).find("3213990017") == std::string::npos);
  }
  return answer.error();
}
const RegisterPart& part(const RegisterAnswer& answer) { return answer.persons.at(0).reports.at(0).parts.at(0); }
using enum RegisterAmount;

}  // namespace

TEST_CASE("what has no end is refused before it is long, and blanks before the answer are let go") {
  for (const char* begin : {"<a b=\"", "<!-- ", "<", "<?x "}) {
    IncomeReader reader;
    const std::string block(1 << 16, 'x');
    reader.feed(begin);
    std::size_t fed = 0;
    while (fed < 40'000'000 && reader.feed(block)) fed += block.size();
    CAPTURE(begin);
    CHECK(fed < 1'200'000);
    const auto answer = reader.finish();
    REQUIRE_FALSE(answer);
    CHECK(answer.error().code == ErrorCode::too_large);
  }
  // Many short ones are none.
  IncomeReader reader;
  CHECK(reader.feed("<?xml version=\"1.0\"?>"));
  std::string comments;
  for (int i = 0; i < 200'000; ++i) comments += "<!-- x -->";
  CHECK(reader.feed(comments));
  IncomeReader blank;
  for (int i = 0; i < 100; ++i) CHECK(blank.feed(std::string(1 << 16, ' ')));
  CHECK(blank.feed("<html>") == false);
  CHECK(blank.finish().error().given == "html");
}

TEST_CASE("an answer is read with every field of the table, by its id and not by its felt") {
  const RegisterAnswer answer = read(answer::of(answer::report(
      "LON3", {{57, "7210.50"}, {58, "1"},   {59, "2"},  {60, "3"},   {65, "4"},   {184, "5"},    {66, "6"},       {183, "7"},
               {70, "8"},       {71, "9"},   {91, "10"}, {92, "11"},  {93, "12"},  {217, "13"},   {197, "310.00"}, {198, "620.00"},
               {76, "14"},      {199, "15"}, {98, "16"}, {157, "17"}, {158, "18"}, {96, "43.33"}, {200, "X"}},
      {{11, "I"}, {12, "0"}, {16, "202403"}, {151, "1"}}, {{19, "12"}})));
  CHECK(answer.transaction == "prove-1");
  REQUIRE(answer.persons.size() == 1);
  CHECK(answer.persons[0].number == "3213990017");
  const RegisterReport& r = answer.persons[0].reports.at(0);
  CHECK(r.payer == "12345678");
  CHECK(r.id == "LON3");
  CHECK(r.employee == "17");
  CHECK(r.period == Period{2024y / 3 / 1, 2024y / 3 / 31});
  CHECK(r.disposal == 2024y / 3 / 27);
  CHECK(r.income_type == "00");
  CHECK(r.tax_month == "202403");
  CHECK(r.correction);
  CHECK_FALSE(r.reversal);
  const RegisterPart& p = part(answer);
  CHECK(p.kind == "0012");
  CHECK(p[am_income] == Money::oere(721'050));
  CHECK(p[own_pension] == Money::kroner(310));
  CHECK(p[employer_pension] == Money::kroner(620));
  CHECK(*p.paid_hours == Hours::of_ten_thousandths(433'300));
  CHECK(p.hours_without_relation);
  const RegisterAmount others[] = {without_am,       a_tax,    am_contribution, company_car,       telephone,       board_and_lodging,
                                   health_insurance, b_income, b_without_am,    jubilee,           severance,       severance_taxed,
                                   holiday_paid_out, atp,      own_atp,         holiday_allowance, public_holidays, free_days};
  std::int64_t kroner = 0;
  for (const RegisterAmount each : others) {
    CHECK(p[each] == Money::kroner(++kroner));
    CHECK(p.has(each));
  }
  CHECK_FALSE(p.has(net_holiday_pay));
  CHECK(to_text(am_income) == "am_income");
  CHECK(felt_of(employer_pension) == "felt 148");
  CHECK(p.others.empty());
  CHECK(answer.unknown.empty());
}

TEST_CASE("holiday pay of those paid by the hour has forms of its own") {
  const RegisterPart p = part(read(answer::of(
      answer::report_of("1", answer::period(),
                        answer::form(1, 11000, "",
                                     answer::form(2, 16000, "",
                                                  answer::form(3, 16200, answer::fields({{176, "610.00"}, {177, "2.08"}, {178, "9"}})) +
                                                      answer::form(3, 16202, answer::fields({{213, "1000.00"}, {214, "2"}}))))))));
  CHECK(p[net_holiday_pay] == Money::kroner(610));
  CHECK(p[net_on_leaving] == Money::kroner(9));
  CHECK(p[gross_holiday_213] == Money::kroner(1000));
  CHECK(p[gross_holiday_214] == Money::kroner(2));
  CHECK(*p.holiday_days == Days::of_ten_thousandths(20'800));
}

TEST_CASE("signs, sums and parts: amounts keep their sign, and each kind of income is a part") {
  RegisterAnswer a =
      read(answer::of(answer::report("1", {{57, "-700.25"}, {57, "+0.25"}, {96, "-5"}, {96, "1.5"}}, {{11, "T"}}, {{21, "1"}})));
  CHECK(part(a)[am_income] == Money::kroner(-700));
  CHECK(*part(a).paid_hours == Hours::of_ten_thousandths(-35'000));
  CHECK(part(a).reversed);
  CHECK(a.persons[0].reports[0].reversal);
  a = read(answer::of(
      answer::report_of("1", answer::period(),
                        answer::form(1, 11000, "",
                                     answer::form(2, 16000, answer::field(19, "0083"), answer::form(3, 16001, answer::field(58, "5"))) +
                                         answer::form(2, 16000, "", answer::form(3, 16001, answer::field(57, "6")))))));
  REQUIRE(a.persons[0].reports[0].parts.size() == 2);
  CHECK(part(a).kind == "0083");
  CHECK(a.persons[0].reports[0].parts[1][am_income] == Money::kroner(6));
  // A form of income right below the first is a part too, and income of the first form itself one of its own.
  const auto of_forms = [](const std::string& forms) {
    const RegisterAnswer answer = read(answer::of(answer::report_of("1", answer::period(), forms)));
    return part(answer)[am_income];
  };
  CHECK(of_forms(answer::form(1, 11000, "", answer::form(2, 16001, answer::field(57, "6")))) == Money::kroner(6));
  CHECK(of_forms(answer::form(1, 16001, answer::field(57, "6"))) == Money::kroner(6));
  CHECK(part(read(answer::of(answer::report("1", {{57, ""}})))).given == 0);
}

TEST_CASE("what is not known is kept and told") {
  const std::string odd = "<e:NytFelt>7</e:NytFelt><e:NytFelt/>";
  std::string text = answer::of(answer::report("1", {{333, "12.00"}}, {{13, "x"}}, {}));
  text.insert(text.find("<a:AngivelseVirksomhedEgenIdentifikator>"), odd);
  const RegisterAnswer answer = read(text);
  CHECK(answer.unknown == std::vector<std::string>{"NytFelt"});
  REQUIRE(part(answer).others.size() == 2);
  CHECK(part(answer).others[0].form == 16001);
  CHECK(part(answer).others[0].id == "100000000000000333");
  CHECK(part(answer).others[0].text == "12.00");
  CHECK(part(answer).others[1].form == 11000);
  // A refund is no income, and an id of another making has no number.
  CHECK(part(read(answer::of(answer::report_of(
                 "1", answer::period(),
                 answer::form(1, 11000, "", answer::form(2, 16000, "", answer::form(3, 16300, answer::field(57, "5"))))))))
            .given == 0);
  text = answer::of(answer::report("1", {{57, "5"}}));
  text.replace(text.find("100000000000000057"), 18, "10000000000000005x");
  CHECK(part(read(text)).given == 0);
}

TEST_CASE("namespaces are matched, not prefixes; an envelope may be around it") {
  std::string text = answer::of(answer::report("1", {{57, "5"}}));
  for (const auto& [from, to] : {std::pair{"<e:", "<ns0:"}, {"</e:", "</ns0:"}, {"xmlns:e=", "xmlns:ns0="}})
    for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos; ++at) text.replace(at, std::string(from).size(), to);
  CHECK(part(read(text))[am_income] == Money::kroner(5));
  const std::string bare = answer::of(answer::report("1", {{57, "5"}}));
  for (const char* soap : {"http://schemas.xmlsoap.org/soap/envelope/", "http://www.w3.org/2003/05/soap-envelope"})
    CHECK(part(read("\n<?xml version=\"1.0\"?>\n<s:Envelope xmlns:s=\"" + std::string(soap) +
                    "\"><s:Header><w:Security xmlns:w=\"urn:w\"><w:T>1</w:T></w:Security></s:Header><s:Body>" + bare +
                    "</s:Body></s:Envelope>"))[am_income] == Money::kroner(5));
  text = bare;
  text.replace(text.find("skat.dk/eindkomst/\""), 19, "skat.dk/andet/\"");
  const Error error = refused(text);
  CHECK(error.code == ErrorCode::no_such_choice);
  CHECK(error.allowed == Allowed(OneOf{{"http://rep.oio.dk/skat.dk/eindkomst/"}}));
  CHECK(refused("<IndkomstOplysningPersonHent_O/>").code == ErrorCode::no_such_choice);
}

TEST_CASE("the encodings that name themselves are read, others refused") {
  const std::string bare = answer::of(answer::report("1", {{57, "5"}}));
  std::string wide = "\xFF\xFE";
  for (const char c : "<?xml version=\"1.0\" encoding=\"UTF-16\"?>" + bare) {
    wide += c;
    wide += '\0';
  }
  CHECK(part(read(wide))[am_income] == Money::kroner(5));
  const std::string advised = answer::root(answer::person("3213990017", ""),
                                           "<k:SvarStruktur><k:AdvisStruktur><k:AdvisIdentifikator>12</"
                                           "k:AdvisIdentifikator><k:AdvisTekst>Fristen er overskredet p\xE5 3213990017"
                                           "</k:AdvisTekst></k:AdvisStruktur></k:SvarStruktur>");
  const RegisterAnswer latin = read("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>" + advised);
  REQUIRE(latin.advice.size() == 1);
  CHECK(latin.advice[0].id == "12");
  CHECK(latin.advice[0].text == "Fristen er overskredet på **********");
  CHECK(refused(advised).code == ErrorCode::not_json);
  CHECK(refused("<?xml version=\"1.0\" encoding=\"IBM037\"?>" + bare).code == ErrorCode::not_json);
  CHECK(part(read("\xEF\xBB\xBF<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + bare))[am_income] == Money::kroner(5));
}

TEST_CASE("what is no answer is one clear error") {
  CHECK(refused("").code == ErrorCode::empty);
  CHECK(refused(" \n\t ").code == ErrorCode::empty);
  CHECK(refused("CPR;Navn\n3213990017;Mette\n").code == ErrorCode::no_such_choice);
  CHECK(refused("<!DOCTYPE html><html><body>Log ind</body></html>").given == "<!DOCTYPE html>");
  CHECK(refused("<html><body>Log ind</body></html>").given == "html");
  CHECK(refused("<s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\"><s:Body><x/></s:Body></s:Envelope>").given == "x");
  CHECK(refused("<?xml version=\"1.0\"?><!DOCTYPE lolz [<!ENTITY lol \"lol\"><!ENTITY lol2 \"&lol;&lol;&lol;\">]><lolz>&lol2;</lolz>")
            .given == "<!DOCTYPE lolz>");
  std::string cut = answer::of(answer::report("1", {{57, "5"}}));
  cut.resize(cut.size() - 40);
  const Error broken = refused(cut);
  CHECK(broken.code == ErrorCode::not_json);
  CHECK(message(broken, Language::danish).find("ikke XML") != std::string::npos);
}

TEST_CASE("the register's own error is told as such") {
  const Error fault = refused(
      answer::root("",
                   "<k:SvarStruktur><k:FejlStruktur><k:FejlIdentifikator>4711</k:FejlIdentifikator><k:FejlTekst>Personen 321399-0017 er "
                   "ikke fundet</k:FejlTekst></k:FejlStruktur></k:SvarStruktur>"));
  CHECK(message(fault, Language::danish) ==
        "FejlStruktur: indkomstregisteret svarer med en fejl: 4711 Personen ********** er ikke fundet.");
  CHECK(refused(answer::root(
                    "", "<k:SvarStruktur><k:FejlStruktur><k:FejlIdentifikator>9</k:FejlIdentifikator></k:FejlStruktur></k:SvarStruktur>"))
            .given == "9");
  const std::string soap = "<s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\"><s:Body><s:Fault>";
  CHECK(refused(soap + "<faultcode>s:Server</faultcode><faultstring>Adgang nægtet</faultstring></s:Fault></s:Body></s:Envelope>").given ==
        "Adgang nægtet");
  CHECK(refused(soap + "</s:Fault></s:Body></s:Envelope>").given == "SOAP Fault");
}

TEST_CASE("limits: levels, the length of a text, the size of a file") {
  std::string deep = answer::root("");
  const auto at = deep.find("</e:IndkomstPersonUddata>");
  deep.insert(at, [] {
    std::string all;
    for (int i = 0; i < 1'000'000; ++i) all += "<q>";
    return all;
  }());
  const Error too_deep = refused(deep);
  CHECK(too_deep.code == ErrorCode::too_deep);
  CHECK(refused(answer::of(answer::report(std::string(5'000, 'x'), {{57, "5"}}))).code == ErrorCode::too_large);
  IncomeReader reader;
  const std::string block(1 << 20, ' ');
  std::string begin = answer::root("");
  begin.resize(begin.size() - std::string("</e:IndkomstOplysningPersonHent_O>").size());
  bool more = reader.feed(begin);
  int blocks = 0;
  while (more && blocks < 100) {
    more = reader.feed(block);
    ++blocks;
  }
  CHECK(blocks < 64);
  CHECK(reader.finish().error().code == ErrorCode::too_large);
}

TEST_CASE("a field that cannot be is named with its line and felt") {
  const auto wrong = [](int n, const std::string& value) {
    return refused("\n\n" + answer::of("\n\n" + answer::report("1", {{n, value}})));
  };
  const Error amount = wrong(57, "12.345");
  CHECK(amount.code == ErrorCode::too_many_decimals);
  CHECK(amount.line == 3);
  CHECK(amount.field.text() == "felt 13 (100000000000000057)");
  CHECK(wrong(57, "1e4").code == ErrorCode::not_a_number);
  CHECK(wrong(57, "--4").code == ErrorCode::negative);
  CHECK(wrong(96, "745").code == ErrorCode::too_large);
  CHECK(wrong(177, "x").code == ErrorCode::not_a_number);
  const auto changed = [](const std::string& from, const std::string& to) {
    std::string text = answer::of(answer::report("1", {{57, "5"}}));
    text.replace(text.find(from), from.size(), to);
    return refused(text);
  };
  CHECK(changed("2024-03-01", "2024-02-30").field.text() == "StartDate");
  CHECK(changed("2024-03-31", "2024-02-01").code == ErrorCode::out_of_range);
  CHECK(changed("<x2:EndDate>2024-03-31</x2:EndDate>", "").field.text() == "EndDate");
  CHECK(changed("<x1:StartDate>2024-03-01</x1:StartDate>", "").field.text() == "StartDate");
  CHECK(changed("2024-03-27", "27/3").field.text() == "IndkomstPersonGruppeDispositionDato");
  CHECK(changed("3213990017", "32139900").field.text() == "PersonCivilRegistrationIdentifier");
  CHECK(changed("<c:PersonCivilRegistrationIdentifier>3213990017</c:PersonCivilRegistrationIdentifier>", "").code ==
        ErrorCode::missing_fact);
  CHECK(changed("12345678", "123456789").field.text() == "VirksomhedSENummerIdentifikator");
  CHECK(changed("<v:VirksomhedSENummerIdentifikator>12345678</v:VirksomhedSENummerIdentifikator>", "").code == ErrorCode::missing_fact);
  CHECK(changed(">16001<", ">x<").code == ErrorCode::not_a_number);
}

TEST_CASE("dates may have a zone, and zeros that a spreadsheet dropped come back") {
  std::string text =
      answer::root(answer::person("213990017", answer::payer("345678", answer::report_of("1", answer::period("2024-03-01+01:00"), ""))));
  text.replace(text.find("2024-03-27"), 10, "");
  const RegisterAnswer answer = read(text);
  CHECK(answer.persons[0].number == "0213990017");
  CHECK(answer.persons[0].zero_restored);
  const RegisterReport& r = answer.persons[0].reports.at(0);
  CHECK(r.payer == "00345678");
  CHECK_FALSE(r.disposal.has_value());
  CHECK(r.known({}) == 2024y / 3 / 31);
  CHECK(r.known(2024y / 4 / 5) == 2024y / 4 / 5);
  CHECK(r.parts.size() == 1);
}

TEST_CASE("the platform's JSON is the same tree, in any order of members") {
  const std::string report =
      R"({"AngivelseBlanketIndholdStruktur": {"AngivelseOplysningSamling": {"AngivelseNiveau1": {"UnderAngivelseSamling": {"AngivelseNiveau2":
      {"UnderAngivelseSamling": {"AngivelseNiveau3": {"AngivelseFeltSamling": {"AngivelseFeltIndholdStruktur": [
        {"AngivelseFeltIndholdTekst": 7210.50, "BlanketFeltEnhedStruktur": {"BlanketFeltNummerIdentifikator": "100000000000000057"}},
        {"AngivelseFeltIndholdTekst": {"#text": "5"}, "BlanketFeltEnhedStruktur": {"BlanketFeltNummerIdentifikator": "100000000000000197"}}]},
        "BlanketNummerIdentifikator": 16001}}, "BlanketNummerIdentifikator": "16000"}}, "BlanketNummerIdentifikator": "11000"}}},
      "AngivelsePeriodeStruktur": {"AngivelsePeriode": {"StartDate": "2024-03-01", "EndDate": "2024-03-31"}},
      "AngivelseVirksomhedEgenIdentifikator": "1", "AnsaettelseforholdMedarbejderIdentifikator": null})";
  const auto whole = [&](const std::string& name) {
    return "{\"" + name +
           R"(": {"@xmlns": "x", "e:IndkomstPersonUddata": {"e:IndkomstOplysningPersonSamling": {"e:IndkomstOplysningPersonStruktur":
      {"e:IndkomstOplysningSamling": {"e:IndberetningPligtigVirksomhed": {"e:IndkomstLoenPeriodeSamling": {"LoenPeriodeOplysningStruktur": )" +
           report +
           R"(}, "IndberetningPligtigVirksomhedStruktur": {"IndberetningPligtigVirksomhed": {"VirksomhedSENummerIdentifikator": "12345678"}}}},
      "c:PersonCivilRegistrationIdentifier": "3213990017"}}}}})";
  };
  const RegisterAnswer answer = read(whole("e:IndkomstOplysningPersonHent_O"));
  CHECK(part(answer)[am_income] == Money::oere(721'050));
  CHECK(part(answer)[own_pension] == Money::kroner(5));
  CHECK(answer.persons[0].reports[0].payer == "12345678");
  CHECK(part(read("{\"Envelope\": {\"Body\": " + whole("IndkomstOplysningPersonHent_O") + "}}"))[own_pension] == Money::kroner(5));
  CHECK(read(R"({"HovedOplysningerSvar": {"TransaktionIdentifikator": "t"}, "IndkomstPersonUddata": null})").transaction == "t");
  CHECK(refused(R"({"Fault": {"faultstring": "nej"}})").given == "nej");
  CHECK(refused(R"({"Andet": 1})").given == "Andet");
  CHECK(refused("[1]").code == ErrorCode::no_such_choice);
  CHECK(refused("{\"IndkomstOplysningPersonHent_O\": {\"HovedOplysningerSvar\": [[1]]}}").code == ErrorCode::wrong_type);
  CHECK(refused("{\"3213990017\": ").code == ErrorCode::not_json);
  CHECK(refused("{\"a\": {\"a\": {\"a\": {\"a\": {\"a\": {\"a\": 1}}}}}}").code == ErrorCode::no_such_choice);
}

TEST_CASE("a person's number is hidden, whatever it stands in") {
  CHECK(without_person("CPR 321399-0017, 3213990017 og 213990017") == "CPR **********, ********** og **********");
  CHECK(without_person("12345678 og 32139900170 og 321399-001 og 321399-00171") == "12345678 og 32139900170 og 321399-001 og 321399-00171");
  CHECK(without_person("LON-3213990017-2", "3213990017") == "LON-**********-2");
  CHECK(without_person("93213990017x 321399-0017 1234567890 321399-9999", "3213990017") ==
        "9**********x ********** 1234567890 321399-9999");
  CHECK(without_person("213990017", "0213990017") == "**********");
}

TEST_CASE("SKAT's reconciliation file gives reports by period, with the zeros that a spreadsheet drops") {
  const std::string head =
      "0000000;;;;;;;;;;\nI-SE-nr;P-SE-nr;CPR-nr;Navn;Per-start;Per-slut;Kode68;Feltnr 0013;Feltnr 0148;Feltnr 0200;Feltnr 0999\n";
  const RegisterAnswer answer = read(head +
                                     "345678;345678;213990017;Mette;01-03-2024;31.03.2024;0;7.210,50;620;43,33;5\r\n"
                                     "345678;345678;213990017;Mette;20240301;2024-03-31;00;-10,50;0,00;-1;0,00\n"
                                     "12345678;1;3213990025;Ib;2024-03-01;2024-03-31;00;1;;;\n9999999;;;;;;;;;;\n");
  REQUIRE(answer.persons.size() == 2);
  CHECK(answer.persons[0].number == "0213990017");
  CHECK(answer.persons[0].zero_restored);
  CHECK_FALSE(answer.persons[1].zero_restored);
  REQUIRE(answer.persons[0].reports.size() == 2);
  const RegisterReport& r = answer.persons[0].reports[0];
  CHECK(r.payer == "00345678");
  CHECK(r.id.empty());
  CHECK(r.income_type == "00");
  CHECK(r.period == Period{2024y / 3 / 1, 2024y / 3 / 31});
  CHECK(r.parts[0][am_income] == Money::oere(721'050));
  CHECK(r.parts[0][employer_pension] == Money::kroner(620));
  CHECK(*r.parts[0].paid_hours == Hours::of_ten_thousandths(433'300));
  REQUIRE(r.parts[0].others.size() == 1);
  CHECK(r.parts[0].others[0].id == "Feltnr 0999");
  CHECK(answer.persons[0].reports[1].parts[0][am_income] == Money::oere(-1'050));
  CHECK_FALSE(answer.persons[0].reports[1].parts[0].has(employer_pension));
  CHECK(answer.persons[0].reports[1].period == r.period);
  CHECK(register_history(answer.persons[0].reports, {}).size() == 2);

  const auto row = [&](const std::string& text) { return refused(head + text + "\n"); };
  CHECK(row("345678;1;3213990017;M;2024-03-01;2024-03-31;00;1e4;;;").field.text() == "Feltnr 0013");
  CHECK(row("345678;1;3213990017;M;2024-03-01;2024-03-31;00;;;745;").field.text() == "Feltnr 0200");
  CHECK(row("345678;1;3213990017;M;2024-03-41;2024-03-31;00;;;;").field.text() == "Per-start");
  CHECK(row("345678;1;3213990017;M;2024-03-02;2024-03-01;00;;;;").code == ErrorCode::out_of_range);
  CHECK(row("345678x;1;3213990017;M;2024-03-01;2024-03-31;00;;;;").field.text() == "I-SE-nr");
  CHECK(row("345678;1;321399001799;M;2024-03-01;2024-03-31;00;;;;").field.text() == "CPR-nr");
  CHECK(row("345678;1").code == ErrorCode::bad_row);
  CHECK(refused("I-SE-nr;Navn\n").code == ErrorCode::bad_header);
  CHECK(refused(head).code == ErrorCode::missing_fact);
  CHECK(refused("I-SE-nr").code == ErrorCode::no_such_choice);
  std::string many = head;
  for (int i = 0; i < 50'010; ++i) many += "345678;1;3213990017;M;2024-03-01;2024-03-31;00;1;;;\n";
  CHECK(refused(many).code == ErrorCode::too_many);
}
