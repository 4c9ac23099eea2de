#pragma once

#include <string>
#include <utility>
#include <vector>

// Answers of the income register, as small as they can be. All persons and payers are invented.

namespace answer {

inline const std::string spaces =
    R"( xmlns:e="http://rep.oio.dk/skat.dk/eindkomst/" xmlns:k="http://rep.oio.dk/skat.dk/basis/kontekst/xml/schemas/2006/09/01/")"
    R"( xmlns:c="http://rep.oio.dk/cpr.dk/xml/schemas/core/2005/03/18/" xmlns:v="http://rep.oio.dk/skat.dk/motor/class/virksomhed/xml/schemas/20080401/")"
    R"( xmlns:a="http://rep.oio.dk/skat.dk/eindkomst/class/angivelse/xml/schemas/20071202/")"
    R"( xmlns:f="http://rep.oio.dk/skat.dk/eindkomst/class/ansaettelseforhold/xml/schemas/20071202/")"
    R"( xmlns:g="http://rep.oio.dk/skat.dk/eindkomst/class/indkomstpersongruppe/xml/schemas/20071202/")"
    R"( xmlns:b="http://rep.oio.dk/skat.dk/eindkomst/class/blanket/xml/schemas/20071202/")"
    R"( xmlns:bf="http://rep.oio.dk/skat.dk/eindkomst/class/blanketfelt/xml/schemas/20071202/")"
    R"( xmlns:fe="http://rep.oio.dk/skat.dk/eindkomst/class/feltenhedtype/xml/schemas/20071202/")"
    R"( xmlns:af="http://rep.oio.dk/skat.dk/eindkomst/class/angivelsefelt/xml/schemas/20071202/")"
    R"( xmlns:x1="http://rep.oio.dk/xkom.dk/xml/schemas/2006/09/01/" xmlns:x2="http://rep.oio.dk/xkom.dk/xml/schemas/2007/04/15/")";

inline std::string in(const std::string& name, const std::string& content) { return "<" + name + ">" + content + "</" + name + ">"; }
inline std::string field(int n, const std::string& value) {
  std::string id = std::to_string(n);
  id.insert(0, 3 - id.size(), '0');
  return in(
      "e:AngivelseFeltIndholdStruktur",
      in("e:BlanketFeltEnhedStruktur", in("bf:BlanketFeltNummerIdentifikator", "100000000000000" + id) + in("fe:FeltEnhedTypeKode", "1")) +
          in("af:AngivelseFeltIndholdTekst", value));
}
inline std::string form(int level, int number, const std::string& fields, const std::string& below = {}) {
  return in("e:AngivelseNiveau" + std::to_string(level), in("b:BlanketNummerIdentifikator", std::to_string(number)) +
                                                             in("e:AngivelseFeltSamling", fields) + in("e:UnderAngivelseSamling", below));
}
using Fields = std::vector<std::pair<int, std::string>>;
inline std::string fields(const Fields& list) {
  std::string all;
  for (const auto& [n, value] : list) all += field(n, value);
  return all;
}
inline std::string period(const std::string& from = "2024-03-01", const std::string& to = "2024-03-31") {
  return in("e:AngivelsePeriodeStruktur", in("a:AngivelsePeriode", in("x1:StartDate", from) + in("x2:EndDate", to)));
}
inline std::string report_of(const std::string& id, const std::string& when, const std::string& forms) {
  return in("e:LoenPeriodeOplysningStruktur", in("a:AngivelseVirksomhedEgenIdentifikator", id) + when +
                                                  in("f:AnsaettelseforholdMedarbejderIdentifikator", "17") +
                                                  in("g:IndkomstPersonGruppeDispositionDato", "2024-03-27") +
                                                  in("e:AngivelseBlanketIndholdStruktur", in("e:AngivelseOplysningSamling", forms)));
}
/// One report of one kind of income: fields of 11000, of 16000 and of 16001.
inline std::string report(const std::string& id, const Fields& pay, const Fields& head = {}, const Fields& middle = {}) {
  return report_of(id, period(), form(1, 11000, fields(head), form(2, 16000, fields(middle), form(3, 16001, fields(pay)))));
}
inline std::string payer(const std::string& number, const std::string& reports) {
  return in("e:IndberetningPligtigVirksomhed", in("e:IndberetningPligtigVirksomhedStruktur",
                                                  in("e:IndberetningPligtigVirksomhed", in("v:VirksomhedSENummerIdentifikator", number))) +
                                                   in("e:IndkomstLoenPeriodeSamling", reports));
}
inline std::string person(const std::string& number, const std::string& payers) {
  return in("e:IndkomstOplysningPersonStruktur",
            in("c:PersonCivilRegistrationIdentifier", number) + in("e:IndkomstOplysningSamling", payers));
}
inline std::string root(const std::string& persons, const std::string& reply = {}) {
  return "<e:IndkomstOplysningPersonHent_O" + spaces + ">" +
         in("k:HovedOplysningerSvar", in("k:TransaktionIdentifikator", "prove-1") + reply) +
         in("e:IndkomstPersonUddata", in("e:IndkomstOplysningPersonSamling", persons)) + "</e:IndkomstOplysningPersonHent_O>";
}
/// The answer of one person with one payer.
inline std::string of(const std::string& reports) { return root(person("3213990017", payer("12345678", reports))); }

}  // namespace answer
