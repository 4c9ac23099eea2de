"""usage: every_field.py FLEKS SOURCE_DIR WORK: every text and number of the examples' files, one after the other, is what tries to write a
line of its own, to colour the terminal or to turn its direction; so is a name that no file has. Every task that reads the file is run,
and none of what it prints, says or writes as a text is obeyed. Prints how many were tried.
"""
import copy
import csv
import io
import json
import os
import re
import subprocess
import sys
import zipfile

fleks, source, work = sys.argv[1:]
evil = "X\n\nFORGED 1\r\x1b[31mR\x9b2J\u202e32\u2029\x7f"
# What XML may hold.
evil_xml = "X\n\nFORGED 1\x9b2J\u202e32\u2029\x7f"
obeyed = re.compile(rb"[\x01-\x08\x0b-\x1f\x7f]|\xc2[\x80-\x9f]|\xd8\x9c|\xe2\x80[\x8e\x8f\xa8-\xae]|\xe2\x81[\xa6-\xa9]|^ *FORGED", re.M)
# The rates as a file are read back: a line break in a field between quotation marks stands there as it was.
forged_in_a_field = re.compile(rb"^ *FORGED 1", re.M)
assert obeyed.search(evil.encode()) and obeyed.search(evil_xml.encode()) and not obeyed.search("Ærø, 1 kr.\n\t€".encode())
os.chdir(work)
tried, wrong = 0, []


def run(what, *words, outputs=()):
    global tried
    tried += 1
    for output in outputs:
        subprocess.run(["rm", "-rf", output])
    done = subprocess.run([fleks, *words], capture_output=True)
    if done.returncode not in (0, 1, 2):
        wrong.append(f"{what}: {words}: exit {done.returncode}")
    is_rates_file = words[0] == "rates" and words[-1] == "csv"
    texts = {"output": forged_in_a_field.sub(b"", done.stdout) if is_rates_file else done.stdout, "message": done.stderr}
    for output in outputs:
        for folder, _, names in os.walk(output) if os.path.isdir(output) else [("", "", [output] if os.path.exists(output) else [])]:
            for name in names:
                # The case that is written is data, as it was given.
                if not name.endswith("case.json"):
                    path = os.path.join(folder, name)
                    if name.endswith(".xlsx"):
                        book = zipfile.ZipFile(path)
                        texts |= {f"{name}/{part}": book.read(part) for part in book.namelist()}
                    else:
                        texts[name] = open(path, "rb").read()
    for name, text in texts.items():
        if found := obeyed.search(text):
            wrong.append(f"{what}: {words}: {name} has {text[max(0, found.start() - 60):found.end() + 20]!r}")


def places(tree, path=()):
    """The path of every text and number, and of every object."""
    if isinstance(tree, dict):
        yield path, True
        for key, value in tree.items():
            yield from places(value, path + (key,))
    elif isinstance(tree, list):
        # What holds for one of a list holds for the others.
        for i, value in enumerate(tree[:2]):
            yield from places(value, path + (i,))
    else:
        yield path, False


def changed(tree, path, is_object):
    new = copy.deepcopy(tree)
    at = new
    for step in path if is_object else path[:-1]:
        at = at[step]
    if is_object:
        at[evil] = evil
    else:
        at[path[-1]] = evil
    return new


def of_json(name, text, *tasks):
    tree = json.loads(text)
    seen = set()
    for path, is_object in places(tree):
        kind = tuple("*" if isinstance(step, int) else step for step in path), is_object
        if kind in seen:
            continue
        seen.add(kind)
        with open("tried.json", "w", encoding="utf-8") as file:
            json.dump(changed(tree, path, is_object), file, ensure_ascii=len(seen) % 2 == 0)
        for words, outputs in tasks:
            run(f"{name} {path}", *words, outputs=outputs)


def of_table(name, text, mark, *tasks):
    rows = list(csv.reader(io.StringIO(text), delimiter=mark))
    for row in (0, 1):
        for column in range(len(rows[0])):
            new = [list(each) for each in rows[:8]]
            new[row][column] = evil
            with open("tried.csv", "w", encoding="utf-8", newline="") as file:
                csv.writer(file, delimiter=mark, lineterminator="\n").writerows(new)
            for words, outputs in tasks:
                run(f"{name} row {row} column {rows[0][column]}", *words, outputs=outputs)


def read(*path):
    return open(os.path.join(source, *path), encoding="utf-8").read()


def made(*words):
    return subprocess.run([fleks, *words], capture_output=True, check=True, text=True).stdout


def files(folder, end):
    return sorted(os.path.join(source, "examples", folder, name) for name in os.listdir(os.path.join(source, "examples", folder)) if name.endswith(end))


write_rates = made("rates", "--format", "csv")
with open("other.csv", "w", encoding="utf-8") as file:
    file.write(re.sub(r"(?m)^(fleksloentilskud_max_month,[^,]*,[^,]*),\d+", r"\1,19000", write_rates))
month = ("month", "--month", "2024-03", "--am-income", "15600")
case_tasks = [((*words,), ()) for words in (("case", "tried.json"), ("case", "tried.json", "--steps"), ("case", "tried.json", "--format", "json"),
              ("impact", "tried.json", "--old-rates", "other.csv"), ("impact", "tried.json", "--old-rates", "other.csv", "--format", "csv"),
              ("municipality", "--case", "tried.json"), ("municipality", "--case", "tried.json", "--format", "json"))]
for path in (os.path.join(source, "examples/cases", name + ".json") for name in ("three_years", "two_fleksjob", "holiday_partly_on_ledighedsydelse")):
    of_json(path, open(path, encoding="utf-8").read(), *case_tasks)
# A case with amounts between which it lies.
ranges = json.loads(read("examples/cases/late_wage_report.json"))
ranges["wages"][0]["am_income"] = {"from": "10000", "to": "12000"}
of_json("ranges", json.dumps(ranges), (("case", "tried.json"), ()), (("case", "tried.json", "--format", "json"), ()))
for form in ("text", "json", "csv", "svg"):
    of_json("effort", read("examples/municipality/aarhus-35-today.json"), (("municipality", "tried.json", "--format", form), ()))
of_json("refunds' case", read("examples/municipality/refunds/case.json"),
        (("municipality", "--case", "tried.json", "--refund-file", os.path.join(source, "examples/municipality/refunds/with-mistakes.csv")), ()))
of_table("refunds", read("examples/municipality/refunds/with-mistakes.csv"), ";",
         *(((("municipality", "--case", os.path.join(source, "examples/municipality/refunds/case.json"), "--refund-file", "tried.csv", "--format", form)), ())
           for form in ("text", "json")))
for path in files("reforms", ".json"):
    of_json(path, open(path, encoding="utf-8").read(), ((*month, "--reform", "tried.json"), ()), ((*month, "--reform", "tried.json", "--format", "json"), ()))
kept = made(*month, "--format", "json")
of_json("kept month", kept, (("verify", "tried.json"), ()), (("verify", "tried.json", "--format", "json"), ()), (("record", "tried.json"), ()))
kept = made("case", os.path.join(source, "examples/cases/job_ends_mid_month.json"), "--format", "json")
of_json("kept case", kept, (("impact", "tried.json"), ()), (("verify", "tried.json"), ()))
of_table("rates", write_rates, ",", *((words, ()) for words in (("rates", "--check", "tried.csv"), ("rates", "--diff", "tried.csv", "other.csv"),
         (*month, "--rates", "tried.csv"), ("rates", "--rates", "tried.csv", "--format", "csv"))))
of_table("targets", read("examples/calibration/totals.csv"), ",", (("sample", "--rows", "120", "--calibrate", "tried.csv", "-o", "sampled.csv"), ()))
people = made("sample", "--rows", "12")
of_table("people", people, ",", (("population", "tried.csv", "-o", "result.csv", "--bad-rows", "left.csv", "--summary", "summary.json"), ("summary.json",)))
paid = "\n".join(line + (",15272" if i else ",paid") for i, line in enumerate(people.splitlines())) + "\n"
of_table("payments", paid, ",", (("audit", "--batch", "tried.csv", "-o", "result.csv"), ()))

# The register's answers: every text of every element, once for each name.
income = ("--fetched", "2024-09-01", "--ceiling", "27800")
os.makedirs("answers", exist_ok=True)
seen = set()
for path in files("income", ".xml"):
    text = open(path, encoding="utf-8").read()
    for found in re.finditer(r"<([\w:]+)>([^<>]*[^<>\s][^<>]*)</", text):
        number = re.search(r"Nummer\w*>([^<]*)<", text[max(0, found.start() - 250):found.start()]) if "IndholdTekst" in found[1] else None
        key = found[1], number and number[1]
        if key in seen:
            continue
        seen.add(key)
        with open("answers/tried.xml", "w", encoding="utf-8") as file:
            file.write(text[:found.start(2)] + evil_xml + text[found.end(2):])
        run(f"{path} {key}", "income", "answers/tried.xml", "-o", "made.case.json", *income, outputs=("made.case.json",))
        run(f"{path} {key}", "income", "--batch", "answers", "-o", "done", *income, outputs=("done",))
os.remove("answers/tried.xml")
for path in files("income", ".json"):
    text = open(path, encoding="utf-8").read()
    of_json(path, text, (("income", "tried.json", "-o", "made.case.json", *income), ("made.case.json",)))

# What the command line takes as a text.
for words in (("rules", evil), ("rules", "--changes", evil), ("rules", "--date", evil), ("impact", evil), ("verify", evil), ("record", evil), ("formula", "--dialect", evil),
              (*month, "--ceiling", f"1..{evil}"), (*month, "--ceiling", f"{evil}..2"), ("hours", "--year", "2025", "--hourly-wage", evil), ("income", evil, "-o", "x.json"),
              ("income", "--batch", evil, "-o", "x"), ("municipality", evil), ("municipality", "--case", evil), ("income", "tried.json", "-o", "x.json", "--job", evil),
              ("tax", "--year", "2024", "--wage", "1", "--municipality", evil), ("housing", "--year", evil), ("self-employed", "--year", evil),
              ("case", "--batch", evil, "--against", evil), ("rates", "--diff", evil, evil), ("population", evil, "-o", evil), ("audit", "--batch", evil, "-o", evil)):
    for language in ("da", "en"):
        run("command line", *words, "--lang", language)
if tried < 900:
    wrong.append(f"only {tried} were tried")
print(f"{tried} tried")
for each in wrong[:20]:
    print(each)
sys.exit(1 if wrong else 0)
