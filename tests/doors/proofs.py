#!/usr/bin/env python3
"""What the law promises, for all amounts and not for samples: each claim by z3 over the program's own formula.

usage: proofs.py FLEKS [MONTH...]     without months: one month of every period with its own rates or its own reading

Prints each claim in words with `proved`, its counterexample with amounts (run through the program), or that 60 seconds were not enough;
then the mutants of the law, each with the claim that finds it. Exit 1 where a promise fails, an expected counterexample is not found
or is not what the program computes, or a mutant is not found.
"""
import json
import re
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor

FLEKS, MONTHS = sys.argv[1], sys.argv[2:]
SECONDS = 60
OPTIONS = {"am_income": "--am-income", "own_pension": "--own-pension", "employer_pension": "--employer-pension", "other_wage": "--other-wage",
           "daily_benefit": "--daily-benefit", "ledighedsydelse_days": "--ledighedsydelse-days", "ceiling": "--ceiling"}
NO_CEILING = 100_000_000_000


def law_of(month, of="month"):
    return subprocess.run([FLEKS, "formula", "--dialect", "smt", "--of", of, "--month", month], capture_output=True, text=True, check=True).stdout


def periods(of="month"):
    """The first month of each text of the law: other rates, another reading or, of ledighedsydelse, another number of weekdays."""
    known, found = set(), []
    for year in range(2013, 2100):
        for month in range(1, 13):
            text = subprocess.run([FLEKS, "formula", "--dialect", "smt", "--of", of, "--month", f"{year}-{month:02d}"], capture_output=True, text=True)
            if text.returncode:
                return found
            law = "\n".join(line for line in text.stdout.splitlines() if not line.startswith(";"))
            if law not in known:
                known.add(law)
                found.append(f"{year}-{month:02d}")


class Law:
    result = "fleksloentilskud"

    def __init__(self, month, text):
        self.month, self.text = month, text
        self.facts = re.findall(r"\((\w+) Int\)", re.search(r"\(define-fun possible \((.*?)\) Bool", text).group(1))
        pieces = dict(re.findall(r"; (?:1/(\d+) )?øre\n\(define-fun (\w+)", text) and
                      [(name, int(count or 1)) for count, name in re.findall(r"; (?:1/(\d+) )?øre\n\(define-fun (\w+)", text)])
        self.pieces = pieces
        self.unit = 100 if month >= "2014-05" else 1  # FLT-14

    def of(self, step, copy="", **other):
        """A step of the facts, or of a copy of them in which some are others."""
        if f"(define-fun {step} () Int" in self.text:
            return step
        return f"({step} {' '.join(other.get(fact, fact + copy) for fact in self.facts)})"


def in_oere(law, step, times=1, **other):
    return f"(* {times} {law.of(step, **other)})"


def claims(law):
    """(id, in words, what must hold, whether the law promises it); `more` is a wage or ceiling above the one given.

    What must hold may be several, which together are all of it.
    """
    w, p = law.of("wage"), law.pieces
    due, scale = law.of("due"), p["due"]
    paid, before, under = law.of("fleksloentilskud"), law.of("before_ceiling"), law.of("under_ceiling")
    q, u = p["under_ceiling"], law.unit
    more, higher = {"am_income": "more"}, {"ceiling": "more"}
    worked = "(> am_income 0)"
    rise = "(and (> more am_income) (<= more 10000000000))"
    all_wage, taper, threshold = law.of("all_wage"), law.of("taper"), "taper_threshold_month"
    per = p["taper"]
    stands_under = w if law.month < "2014-07" else all_wage if law.month < "2024-01" else f"(+ {all_wage} daily_benefit)"
    benefit = {"daily_benefit": "0"}
    yield "never_negative", "the subsidy is never below zero", f"(and (>= {paid} 0) (>= {law.of('payout')} 0) (>= {law.of('obligatory_pension')} 0))", True
    yield "highest", "the subsidy is never above the highest there is", f"(<= {paid} fleksloentilskud_max_month)", True
    yield ("ceiling", "what stands under the ceiling and the subsidy are together at most the ceiling, but for the rounding; above it there is none",
           f"(ite (>= {stands_under} ceiling) (= {under} 0) (<= (+ (* {q} {stands_under}) {under}) (* {q} ceiling)))", True)
    yield ("ceiling_paid", "wage and the rounded subsidy never pass the ceiling",
           f"(or (>= {w} ceiling) (<= (+ {w} {paid}) ceiling))", False)
    yield "no_right", "without wage and benefit there is no subsidy", f"(=> (= (+ {w} daily_benefit) 0) (= {paid} 0))", True
    yield ("full", "a wage of one øre and no ceiling: all of it but the taper of that øre",
           f"(=> (and (= am_income 1) (= own_pension 0) (= employer_pension 0) (= other_wage 0) (= daily_benefit 0) (= ceiling {NO_CEILING}))"
           f" (and (> {under} (* {q} (- fleksloentilskud_max_month 1))) (< {under} (* {q} fleksloentilskud_max_month))))", True)
    # Both wages below the threshold, both above it, or one on each side: z3 finds each in seconds, and not the whole.
    risen = law.of("all_wage", **more)
    sides = f"(<= {risen} {threshold})", f"(>= {all_wage} {threshold})", f"(and (< {all_wage} {threshold}) (> {risen} {threshold}))"
    yield ("more_wage", "more wage under the same ceiling never gives more subsidy, before the rounding",
           tuple(f"(=> (and {side} {worked} {rise}) (<= {law.of('due', **more)} {due}))" for side in sides), True)
    yield "first_oere", "more wage never gives more subsidy, also from no wage at all", f"(=> {rise} (<= {law.of('fleksloentilskud', **more)} {paid}))", False
    yield ("more_ceiling", "a higher ceiling never gives less subsidy, before the rounding",
           f"(=> (and (> more ceiling) (<= more {NO_CEILING})) (>= {law.of('due', **higher)} {due}))", True)
    # Of two amounts due, each rounded as the claim of the rounding says: numbers of their own, named as facts.
    half = lambda count, rounded: f"(<= (- {scale * u}) (* 2 (- {count} (* {scale * u} {rounded}))) {scale * u - 1})"
    yield ("order", "of two amounts the smaller is never rounded to more",
           f"(=> (and (<= am_income more) {half('am_income', 'own_pension')} {half('more', 'employer_pension')}) (<= own_pension employer_pension))", True)
    yield ("earns", "wage and subsidy together never fall when the wage rises, before the rounding",
           f"(=> {rise} (>= (+ (* {scale} {law.of('wage', **more)}) {law.of('due', **more)}) (+ (* {scale} {w}) {due})))", True)
    yield ("earns_paid", "wage and the rounded subsidy together never fall when the wage rises",
           f"(=> {rise} (>= (+ {law.of('wage', **more)} {law.of('fleksloentilskud', **more)}) (+ {w} {paid})))", u == 1)
    yield ("low", "of each krone of wage up to the threshold 30 øre are taken (LY-5 has the same text)",
           f"(=> (<= (+ {all_wage} 100) {threshold}) (= (- {law.of('taper', am_income='(+ am_income 100)')} {taper}) (* {per} 30)))", True)
    yield ("high", "of each krone of wage above the threshold 55 øre are taken",
           f"(=> (>= {all_wage} {threshold}) (= (- {law.of('taper', am_income='(+ am_income 100)')} {taper}) (* {per} 55)))", True)
    yield ("begins", "with no wage nothing is taken, and never more than the wage", f"(and (<= 0 {taper} (* {per} {all_wage})) (=> (= {all_wage} 0) (= {taper} 0)))", True)
    yield ("benefit", "a daily benefit is deducted krone for krone while there is something to deduct it from",
           f"(=> (and {worked} (> {before} 0)) (= {law.of('before_ceiling', **benefit)} (+ {before} (* {p['before_ceiling']} daily_benefit))))", True)
    yield ("rounding", "the subsidy is rounded once, half up", f"(and (<= (- {due} (* {scale} {paid})) {(scale * u - 1) // 2}) (>= (* 2 (- {due} (* {scale} {paid}))) (- {scale * u})) (= (mod {paid} {u}) 0))", True)
    own = law.of("own_atp")
    yield "sum", "what is paid out and own ATP are together the subsidy", f"(= (+ {law.of('payout')} {own}) {paid})", True
    yield ("own_atp", "own ATP is 5 pct. to the nearest krone, at most the most, never more than the subsidy but for the rounding",
           f"(and (<= 0 {own} atp_subsidy_own_max_month) (= (mod {own} 100) 0) (<= {own} (+ {paid} 50))"
           f" (or (= {own} atp_subsidy_own_max_month) (<= (- 1000) (- (* 20 {own}) {paid}) 1000)))", True)
    if "(define-fun obligatory_pension_pct () Int 0)" not in law.text:
        yield ("pension", "obligatory pension is the year's share of what is paid out, to the nearest krone",
               f"(<= (- {50 * 1000}) (- (* 1000 {law.of('obligatory_pension')}) (* obligatory_pension_pct {law.of('payout')})) {50 * 1000})", True)
    if "ledighedsydelse_days" in law.facts:
        yield ("days", "holiday days take 3/65 each of what the ceiling leaves, at most all of it",
               f"(= {due} (ite (>= (* 3 ledighedsydelse_days) 65) 0 (* {scale // q // 65} {under} (- 65 (* 3 ledighedsydelse_days)))))", True)
        # The days times what is left is no linear formula: of a number of days a counterexample is found at once.
        five = {"ledighedsydelse_days": "5"}
        yield "five_days", "five holiday days take 15/65 of it", f"(= {law.of('due', **five)} (* {scale // q // 65 * 50} {law.of('under_ceiling', **five)}))", True


class BenefitLaw(Law):
    result = "ledighedsydelse"


def benefit_claims(law):
    """The same of ledighedsydelse; `more` is a wage above the one given."""
    due, paid, own, p = law.of("due"), law.of("ledighedsydelse"), law.of("own_atp"), law.pieces
    income, offset, scale, u = law.of("income"), law.of("offset"), p["due"], law.unit
    more, krone = {"am_income": "more"}, {"am_income": "(+ am_income 100)"}
    rise = "(and (> more am_income) (<= more 10000000000))"
    # Two facts times each other are no linear formula: of the days of a paid holiday their number is said.
    plain = {"holiday_days": "0", "holiday_pay_per_day": "0"}
    threshold, per = f"(* {p['income']} taper_threshold_month)", p["offset"]
    yield ("never_negative", "ledighedsydelse without paid holiday is never below zero, and never above the month's rate but for the rounding",
           f"(and (>= {law.of('ledighedsydelse', **plain)} 0) (<= {law.of('ledighedsydelse', **plain)} (+ ledighedsydelse_full_month 50)))", True)
    yield ("low", "of each krone of income up to the threshold 30 øre are offset (LY-5)",
           f"(=> (<= (+ {income} (* 100 {p['income']})) {threshold}) (= (- {law.of('offset', **krone)} {offset}) (* {per} 30)))", True)
    yield ("high", "of each krone of income above the threshold 55 øre are offset (LY-5)",
           f"(=> (>= {income} {threshold}) (= (- {law.of('offset', **krone)} {offset}) (* {per} 55)))", True)
    yield ("more_income", "more income never gives more ledighedsydelse, before the rounding",
           f"(=> {rise} (<= {law.of('due', **plain, **more)} {law.of('due', **plain)}))", True)
    yield ("offset_whole", "with no income nothing is offset, and never more than the income",
           f"(and (<= 0 {offset}) (<= (* {p['income']} {offset}) (* {per} {income})) (=> (= {income} 0) (= {offset} 0)))", True)
    yield ("rounding", "ledighedsydelse is rounded once, half up",
           f"(and (<= (- {due} (* {scale} {paid})) {(scale * u - 1) // 2}) (>= (* 2 (- {due} (* {scale} {paid}))) (- {scale * u})) (= (mod {paid} {u}) 0))", True)
    yield "sum", "what is paid out and own ATP are together ledighedsydelse", f"(= (+ {law.of('payout')} {own}) {paid})", True
    yield ("atp", "own ATP is that of the month or less, in whole kroner, and none where there is no ledighedsydelse",
           f"(and (<= 0 {own} (+ atp_ledighedsydelse_own_month 50)) (= (mod {own} 100) 0) (=> (= {paid} 0) (= {own} 0)))", True)
    yield ("left", "what is left after own ATP never rises with the income (LY-13: own ATP ends where ledighedsydelse falls below the low amount)",
           f"(=> {rise} (<= {law.of('payout', **plain, **more)} {law.of('payout', **plain)}))", False)


def solve(law, claim):
    """What z3 finds, with the facts and the amount of a counterexample, and the seconds of its longest part."""
    if isinstance(claim, str):
        return solve_one(law, claim)
    parts = [solve_one(law, part) for part in claim]
    found = next((part for wanted in ("counterexample", "not finished") for part in parts if part[0] == wanted), parts[0])
    return *found[:3], max(part[3] for part in parts)


def solve_one(law, claim):
    script = law.text + "\n" + "\n".join(f"(declare-const {fact} Int)" for fact in [*law.facts, "more"])
    script += f"\n(assert {law.of('possible')})\n(assert (<= 0 more {NO_CEILING}))\n(assert (not {claim}))\n(check-sat)\n"
    script += f"(get-value ({' '.join(law.facts)} more {law.of(law.result)}))\n"
    start = time.monotonic()
    out = subprocess.run(["z3", "-in", f"-T:{SECONDS}"], input=script, capture_output=True, text=True).stdout
    took = time.monotonic() - start
    answer = out.split("\n", 1)[0]
    if answer == "sat":
        facts = {fact: int(value) for fact, value in re.findall(r"\((\w+) (\d+)\)", out)}
        negative, paid = re.search(r"\) (\(- )?(\d+)\)+\s*$", out).groups()
        return "counterexample", facts, -int(paid) if negative else int(paid), took
    if answer not in ("unsat", "timeout", "unknown"):
        sys.exit(f"z3: {out}")
    return ("proved" if answer == "unsat" else "not finished"), None, None, took


def kroner(oere):
    return f"{oere // 100}.{oere % 100:02d}"


def benefit_by_the_program(law, facts):
    command = [FLEKS, "ledighedsydelse", "--class", "full", "--month", law.month, "--format", "json"]
    for fact in law.facts:
        if not fact.endswith(("days", "hours")):
            value = kroner(facts[fact])
        else:
            value = f"{facts[fact] // 10_000}.{facts[fact] % 10_000:04d}"
        # A fact of zero is none, but for the days with a right, and the pay of a day where there are holiday days.
        needed = fact == "entitled_weekdays" or (fact == "holiday_pay_per_day" and facts["holiday_days"])
        if needed or (facts[fact] and fact != "holiday_pay_per_day"):
            command += ["--" + fact.replace("_", "-"), value]
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode:
        return None
    return int(json.loads(done.stdout)["ledighedsydelse"].replace(".", ""))


def by_the_program(law, facts):
    """What the program computes of a counterexample."""
    if isinstance(law, BenefitLaw):
        return benefit_by_the_program(law, facts)
    command = [FLEKS, "month", "--month", law.month, "--format", "json"]
    for fact in law.facts:
        if fact == "ceiling" and facts[fact] > 10**10:
            continue
        command += [OPTIONS[fact], str(facts[fact]) if fact.endswith("days") else kroner(facts[fact])]
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode:
        return None
    whole, cents = json.loads(done.stdout)["fleksloentilskud"].split(".")
    return int(whole) * 100 + int(cents)


MUTANTS = (  # (what is wrong, in which step or rate, from, to)
    ("54 for 55 pct.", r"(define-fun taper_high_pct () Int 55)", "(define-fun taper_high_pct () Int 54)"),
    ("31 for 30 pct.", "(define-fun taper_low_pct () Int 30)", "(define-fun taper_low_pct () Int 31)"),
    ("the taper above the threshold taken from that below", "(+ (* (ite (<", "(- (* (ite (<"),
    ("the wage added to the ceiling", "(- ceiling ", "(+ ceiling "),
    ("rounded down", r"(div (+ REST) 650000)", None),
    ("own ATP of 6 pct.", "(define-fun atp_subsidy_own_pct () Int 5)", "(define-fun atp_subsidy_own_pct () Int 6)"),
    ("own ATP added to what is paid out", None, None),
    ("a right without wage", "(ite (> (+ (wage", "(ite (>= (+ (wage"),
    ("the subsidy below zero", None, None),
    ("the benefit deducted twice", None, None),
    ("days of a month of 20 weekdays", "(* ledighedsydelse_days 3)", "(* ledighedsydelse_days 4)"),
    ("pension of the subsidy before own ATP", None, None))
BENEFIT_MUTANTS = (
    ("54 for 55 pct. of ledighedsydelse", "(define-fun taper_high_pct () Int 55)", "(define-fun taper_high_pct () Int 54)"),
    ("31 for 30 pct. of ledighedsydelse", "(define-fun taper_low_pct () Int 30)", "(define-fun taper_low_pct () Int 31)"),
    ("the offset added to ledighedsydelse", "an offset that is added", None),
    ("own ATP added to what is paid out of ledighedsydelse", "own ATP added to what is paid out", None),
    ("ledighedsydelse rounded down", "ledighedsydelse rounded down", None))


def mutated(law, name, old, new):
    text = law.text
    def step(step_name, change):
        head, body = re.search(rf"(\(define-fun {step_name} \(.*?\) Int )(.*)\)\n", text).groups()
        return text.replace(head + body, head + change(body))
    if name == "rounded down":
        return step("fleksloentilskud", lambda b: re.sub(r"\(div \(\+ (.*) (\d+)\) (\d+)\)", r"(div \1 \3)", b))
    if name == "ledighedsydelse rounded down":
        return step("ledighedsydelse", lambda b: re.sub(r"\(div \(\+ (.*) (\d+)\) (\d+)\)", r"(div \1 \3)", b))
    if old == "an offset that is added":
        return step("due", lambda b: re.sub(r"\(- (\(\* \(- \(part_base .*?\)\) 20\)) \(\* \(offset", r"(+ \1 (* (offset", b))
    if "own ATP added to what is paid out" in (name, old):
        return step("payout", lambda b: b.replace("(- ", "(+ ", 1))
    if name == "the subsidy below zero":
        return step("before_ceiling", lambda b: re.sub(r"\(ite \(> (\(- .*\)) 0\) \1 0\)", r"\1", b))
    if name == "the benefit deducted twice":
        return step("before_ceiling", lambda b: b.replace("(* daily_benefit 100)", "(* daily_benefit 200)"))
    if name == "pension of the subsidy before own ATP":
        return step("obligatory_pension", lambda b: b.replace("(payout ", "(fleksloentilskud "))
    return text.replace(old, new)


def reciprocals():
    """The kernel divides by a multiplication and a shift (src/rules/scaled.hpp): the same for every count below 2^32."""
    for divisor in (100, 10_000, 1_000_000):
        for shift in range(32, 64):
            factor = (2**shift - 1) // divisor + 1
            if factor * divisor - 2**shift <= 2 ** (shift - 32):
                break
        script = (f"(declare-const count Int)(assert (<= 0 count {2**32 - 1}))"
                  f"(assert (not (= (div (* count {factor}) {2**shift}) (div count {divisor}))))(check-sat)")
        start = time.monotonic()
        out = subprocess.run(["z3", "-in", f"-T:{SECONDS}"], input=script, capture_output=True, text=True).stdout.strip()
        yield divisor, out, time.monotonic() - start


def told_of(laws, claims_of):
    """Each claim over all laws: in words, with its times, and a counterexample by the program. Whether one is not as promised."""
    failed = 0
    work = [(law, claim) for law in laws for claim in claims_of(law)]
    with ThreadPoolExecutor(2) as pool:
        answers = list(pool.map(lambda w: solve(w[0], w[1][2]), work))
    told = {}
    for (law, (name, words, _, promised)), (verdict, facts, paid, took) in zip(work, answers):
        entry = told.setdefault((name, words, promised), {})
        entry.setdefault(verdict, []).append((law, facts, paid, took))
    for (name, words, promised), verdicts in told.items():
        times = [took for all_of_it in verdicts.values() for *_, took in all_of_it]
        print(f"- {words}: {', '.join(f'{verdict} in {len(v)}' for verdict, v in verdicts.items())} periods, {sum(times):.1f} s, longest {max(times):.1f} s")
        if "not finished" in verdicts:
            print(f"    not finished in {SECONDS} s: {', '.join(law.month for law, *_ in verdicts['not finished'])}")
        if promised != ("counterexample" not in verdicts):
            failed = 1
            print("    NOT AS PROMISED")
        for law, facts, paid, _ in verdicts.get("counterexample", [])[:1]:
            counts = lambda fact, value: value if fact.endswith(("days", "hours")) else kroner(value)
            given = ", ".join(f"{fact} {counts(fact, value)}" for fact, value in facts.items() if value)
            computed = by_the_program(law, facts)
            print(f"    {law.month}: {given}: {kroner(paid)}; the program: {kroner(computed) if computed is not None else 'refused'}")
            if computed != paid:
                failed = 1
                print("    THE PROGRAM COMPUTES ANOTHER AMOUNT")
    return failed


def mutants_found(law, mutants, claims_of):
    """How many of the mutants a promised claim finds."""
    found = 0
    for name, old, new in mutants:
        text = mutated(law, name, old, new)
        if text == law.text:
            print(f"mutant {name}: changes nothing, so the text of the law is another")
            continue
        mutant = type(law)(law.month, text)
        for claim, words, formula, promised in claims_of(mutant):
            if promised and solve(mutant, formula)[0] == "counterexample":
                found += 1
                print(f"mutant {name}: found by »{words}«")
                break
        else:
            print(f"mutant {name}: NOT FOUND")
    return found


def main():
    laws = [Law(month, law_of(month)) for month in MONTHS or periods()]
    benefits = [BenefitLaw(month, law_of(month, "ledighedsydelse")) for month in MONTHS or periods("ledighedsydelse")]
    print(f"{len(laws)} periods: {', '.join(law.month for law in laws)}")
    failed = told_of(laws, claims)
    print(f"Ledighedsydelse, {len(benefits)} months: {', '.join(law.month for law in benefits)}")
    failed |= told_of(benefits, benefit_claims)
    for divisor, answer, took in reciprocals():
        print(f"- the kernel's division by {divisor} is the exact one below 2^32: {'proved' if answer == 'unsat' else answer}, {took:.1f} s")
        failed |= answer != "unsat"
    newest = lambda all_laws: next((law for law in all_laws if law.month >= "2024-01"), all_laws[-1])
    found = mutants_found(newest(laws), MUTANTS, claims) + mutants_found(newest(benefits), BENEFIT_MUTANTS, benefit_claims)
    print(f"{found} of {len(MUTANTS) + len(BENEFIT_MUTANTS)} mutants found")
    sys.exit(failed or found != len(MUTANTS) + len(BENEFIT_MUTANTS))


main()
