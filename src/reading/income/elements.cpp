#include <algorithm>
#include <array>

#include "reading/income/answer_builder.hpp"

namespace fleks::income {
namespace {

using enum Element;

constexpr std::string_view e = "http://rep.oio.dk/skat.dk/eindkomst/";
constexpr std::string_view k = "http://rep.oio.dk/skat.dk/basis/kontekst/xml/schemas/2006/09/01/";
constexpr std::string_view c = "http://rep.oio.dk/cpr.dk/xml/schemas/core/2005/03/18/";
constexpr std::string_view v = "http://rep.oio.dk/skat.dk/motor/class/virksomhed/xml/schemas/20080401/";
constexpr std::string_view a = "http://rep.oio.dk/skat.dk/eindkomst/class/angivelse/xml/schemas/20071202/";
constexpr std::string_view f = "http://rep.oio.dk/skat.dk/eindkomst/class/ansaettelseforhold/xml/schemas/20071202/";
constexpr std::string_view g = "http://rep.oio.dk/skat.dk/eindkomst/class/indkomstpersongruppe/xml/schemas/20071202/";
constexpr std::string_view b = "http://rep.oio.dk/skat.dk/eindkomst/class/blanket/xml/schemas/20071202/";
constexpr std::string_view bf = "http://rep.oio.dk/skat.dk/eindkomst/class/blanketfelt/xml/schemas/20071202/";
constexpr std::string_view fe = "http://rep.oio.dk/skat.dk/eindkomst/class/feltenhedtype/xml/schemas/20071202/";
constexpr std::string_view af = "http://rep.oio.dk/skat.dk/eindkomst/class/angivelsefelt/xml/schemas/20071202/";
constexpr std::string_view x1 = "http://rep.oio.dk/xkom.dk/xml/schemas/2006/09/01/";
constexpr std::string_view x2 = "http://rep.oio.dk/xkom.dk/xml/schemas/2007/04/15/";
constexpr std::string_view soap = "http://schemas.xmlsoap.org/soap/envelope/";
constexpr std::string_view soap12 = "http://www.w3.org/2003/05/soap-envelope";

constexpr auto names = std::to_array<ElementName>({
    {soap, "Envelope", envelope},
    {soap, "Header", soap_header},
    {soap, "Body", soap_body},
    {soap, "Fault", soap_fault},
    {"", "faultstring", fault_text},
    {e, "IndkomstOplysningPersonHent_O", root},
    {k, "HovedOplysningerSvar", main_data},
    {k, "TransaktionIdentifikator", transaction},
    {k, "ServiceIdentifikator", service},
    {k, "TransaktionTid", transaction_time},
    {k, "SvarStruktur", reply},
    {k, "AdvisStruktur", advice},
    {k, "AdvisIdentifikator", advice_id},
    {k, "AdvisTekst", advice_text},
    {k, "FejlStruktur", fault},
    {k, "FejlIdentifikator", fault_id},
    {k, "FejlTekst", fault_said},
    {e, "IndkomstPersonUddata", person_data},
    {e, "IndkomstOplysningPersonSamling", persons},
    {e, "IndkomstOplysningPersonStruktur", person},
    {c, "PersonCivilRegistrationIdentifier", person_number},
    {e, "IndkomstOplysningSamling", payers},
    {e, "IndberetningPligtigVirksomhed", payer},
    {e, "IndberetningPligtigVirksomhedStruktur", payer_data},
    {v, "VirksomhedSENummerIdentifikator", payer_number},
    {e, "IndkomstLoenPeriodeSamling", reports},
    {e, "LoenPeriodeOplysningStruktur", report},
    {a, "AngivelseVirksomhedEgenIdentifikator", report_id},
    {e, "AngivelsePeriodeStruktur", period_data},
    {a, "AngivelsePeriode", period},
    {x1, "StartDate", period_from},
    {x2, "EndDate", period_to},
    {f, "AnsaettelseforholdMedarbejderIdentifikator", employee},
    {g, "IndkomstPersonGruppeDispositionDato", disposal},
    {e, "AngivelseBlanketIndholdStruktur", forms_of_report},
    {e, "AngivelseOplysningSamling", forms},
    {e, "AngivelseNiveau1", form},
    {e, "AngivelseNiveau2", form},
    {e, "AngivelseNiveau3", form},
    {e, "AngivelseNiveau4", form},
    {b, "BlanketNummerIdentifikator", form_number},
    {e, "AngivelseFeltSamling", fields},
    {e, "UnderAngivelseSamling", subforms},
    {e, "AngivelseFeltIndholdStruktur", field},
    {e, "BlanketFeltEnhedStruktur", field_unit},
    {bf, "BlanketFeltNummerIdentifikator", field_id},
    {fe, "FeltEnhedTypeKode", unit_code},
    {af, "AngivelseFeltIndholdTekst", field_value},
});

}  // namespace

const ElementName* element_named(std::string_view name) noexcept {
  const auto found = std::find_if(names.begin(), names.end(), [&](const ElementName& each) { return each.name == name; });
  return found == names.end() ? nullptr : &*found;
}

Match match(std::string_view space, std::string_view name) noexcept {
  const ElementName* known = element_named(name);
  if (known == nullptr) return {};
  if (known->space == space || (known->space == soap && space == soap12)) return {known->element, {}};
  // The text of a SOAP 1.2 fault; else a name of the register in a namespace of someone else.
  if (known->element == fault_text) return {};
  return {unknown, known->space};
}

}  // namespace fleks::income
