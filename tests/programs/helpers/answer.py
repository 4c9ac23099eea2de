"""Answers of the income register, made for tests: `answer(persons)` is the XML, `tree(persons)` the same as JSON.

A person is (number, {payer: [report, ...]}); a report is made by `report(...)`. All persons and payers are invented.
"""
SPACES = {
    "e": "http://rep.oio.dk/skat.dk/eindkomst/",
    "k": "http://rep.oio.dk/skat.dk/basis/kontekst/xml/schemas/2006/09/01/",
    "c": "http://rep.oio.dk/cpr.dk/xml/schemas/core/2005/03/18/",
    "v": "http://rep.oio.dk/skat.dk/motor/class/virksomhed/xml/schemas/20080401/",
    "a": "http://rep.oio.dk/skat.dk/eindkomst/class/angivelse/xml/schemas/20071202/",
    "f": "http://rep.oio.dk/skat.dk/eindkomst/class/ansaettelseforhold/xml/schemas/20071202/",
    "g": "http://rep.oio.dk/skat.dk/eindkomst/class/indkomstpersongruppe/xml/schemas/20071202/",
    "b": "http://rep.oio.dk/skat.dk/eindkomst/class/blanket/xml/schemas/20071202/",
    "bf": "http://rep.oio.dk/skat.dk/eindkomst/class/blanketfelt/xml/schemas/20071202/",
    "fe": "http://rep.oio.dk/skat.dk/eindkomst/class/feltenhedtype/xml/schemas/20071202/",
    "af": "http://rep.oio.dk/skat.dk/eindkomst/class/angivelsefelt/xml/schemas/20071202/",
    "x1": "http://rep.oio.dk/xkom.dk/xml/schemas/2006/09/01/",
    "x2": "http://rep.oio.dk/xkom.dk/xml/schemas/2007/04/15/",
}
FIELDS = {
    "am": 57, "without_am": 58, "tax": 59, "am_contribution": 60, "car": 65, "phone": 184, "board": 66, "health": 183, "b": 70,
    "holiday_paid_out": 217, "own": 197, "employer": 198, "atp": 76, "own_atp": 199, "hours": 96, "gross_holiday": 98, "jubilee": 91,
    "net_holiday": 176, "days": 177, "gross_213": 213, "odd": 333,
}
HOLIDAY = {"net_holiday": 16200, "days": 16200, "gross_213": 16202}


def report(start, end, id="", disposal=None, employee="17", type="00", kind=None, reversal=False, reversed=False, r_mark=False, extra="", **amounts):
    return dict(start=start, end=end, id=id, disposal=disposal, employee=employee, type=type, kind=kind, reversal=reversal,
                reversed=reversed, r_mark=r_mark, extra=extra, amounts=amounts)


def nodes_of(r):
    """A report as (name, content) pairs; content is text or such a list."""
    def field(n, value):
        return ("e:AngivelseFeltIndholdStruktur", [
            ("e:BlanketFeltEnhedStruktur", [("bf:BlanketFeltNummerIdentifikator", str(100000000000000000 + n)), ("fe:FeltEnhedTypeKode", "1")]),
            ("af:AngivelseFeltIndholdTekst", str(value))])

    def form(level, number, fields, below=()):
        content = [("b:BlanketNummerIdentifikator", str(number)), ("e:AngivelseFeltSamling", fields)]
        if below:
            content.append(("e:UnderAngivelseSamling", list(below)))
        return (f"e:AngivelseNiveau{level}", content)

    head = [field(11, "T" if r["reversal"] else "I"), field(12, r["type"])] + ([field(151, 1)] if r["r_mark"] else [])
    middle = ([field(19, r["kind"])] if r["kind"] else []) + ([field(21, 1)] if r["reversed"] else [])
    of = {}
    for name, value in r["amounts"].items():
        of.setdefault(HOLIDAY.get(name, 16001), []).append(field(FIELDS[name], value))
    below = [form(3, number, fields) for number, fields in sorted(of.items())]
    out = [("a:AngivelseVirksomhedEgenIdentifikator", r["id"]),
           ("e:AngivelsePeriodeStruktur", [("a:AngivelsePeriode", [("x1:StartDate", r["start"]), ("x2:EndDate", r["end"])])]),
           ("f:AnsaettelseforholdMedarbejderIdentifikator", r["employee"])]
    if r["disposal"]:
        out.append(("g:IndkomstPersonGruppeDispositionDato", r["disposal"]))
    if r["extra"]:
        out.append(("e:" + r["extra"], "7"))
    out.append(("e:AngivelseBlanketIndholdStruktur", [("e:AngivelseOplysningSamling", [form(1, 11000, head, [form(2, 16000, middle, below)])])]))
    return out


def nodes(persons, advice=(), faults=()):
    reply = [("k:AdvisStruktur", [("k:AdvisIdentifikator", i), ("k:AdvisTekst", t)]) for i, t in advice]
    reply += [("k:FejlStruktur", [("k:FejlIdentifikator", i), ("k:FejlTekst", t)]) for i, t in faults]
    main = [("k:TransaktionIdentifikator", "prove-1")] + ([("k:SvarStruktur", reply)] if reply else [])
    everyone = []
    for number, payers in persons:
        of = []
        for payer, reports in payers.items():
            of.append(("e:IndberetningPligtigVirksomhed", [
                ("e:IndberetningPligtigVirksomhedStruktur", [("e:IndberetningPligtigVirksomhed", [("v:VirksomhedSENummerIdentifikator", payer)])]),
                ("e:IndkomstLoenPeriodeSamling", [("e:LoenPeriodeOplysningStruktur", nodes_of(r)) for r in reports])]))
        everyone.append(("e:IndkomstOplysningPersonStruktur",
                         [("c:PersonCivilRegistrationIdentifier", number), ("e:IndkomstOplysningSamling", of)]))
    return [("k:HovedOplysningerSvar", main),
            ("e:IndkomstPersonUddata", [("e:IndkomstOplysningPersonSamling", everyone)])]


def answer(persons, soap=False, **more):
    def xml(pairs, depth):
        out = []
        for name, content in pairs:
            pad = " " * depth
            if isinstance(content, str):
                text = content.replace("&", "&amp;").replace("<", "&lt;")
                out.append(f"{pad}<{name}>{text}</{name}>")
            elif name in ("e:AngivelseFeltIndholdStruktur", "e:BlanketFeltEnhedStruktur", "e:AngivelsePeriodeStruktur",
                          "e:IndberetningPligtigVirksomhedStruktur"):
                out.append(pad + f"<{name}>" + "".join(x.strip() for x in xml(content, 0)) + f"</{name}>")
            else:
                out += [f"{pad}<{name}>", *xml(content, depth + 1), f"{pad}</{name}>"]
        return out
    spaces = "".join(f'\n  xmlns:{k}="{v}"' for k, v in SPACES.items())
    body = [f"<e:IndkomstOplysningPersonHent_O{spaces}>", *xml(nodes(persons, **more), 1), "</e:IndkomstOplysningPersonHent_O>"]
    if soap:
        body = ['<soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/">', "<soap:Header/>", "<soap:Body>", *body,
                "</soap:Body>", "</soap:Envelope>"]
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + "\n".join(body) + "\n"


def tree(persons, **more):
    """The same as an object: what comes several times is a list."""
    def of(pairs):
        out = {}
        for name, content in pairs:
            name = name.split(":")[1]
            value = content if isinstance(content, str) else of(content)
            if name in out:
                out[name] = out[name] if isinstance(out[name], list) else [out[name]]
                out[name].append(value)
            else:
                out[name] = value
        return out
    return {"IndkomstOplysningPersonHent_O": of(nodes(persons, **more))}
