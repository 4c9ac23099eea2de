"""Workbooks as a person, a spreadsheet or a stranger would change them.

usage: workbooks.py round_trip PROGRAM FOLDER COUNT
       workbooks.py CHANGE GOOD.xlsx NEW.xlsx [NAME INSIDE]...
"""
import json
import random
import re
import subprocess
import sys
import warnings
import zipfile

SHEET, BOOK, RELATIONS = 'xl/worksheets/sheet1.xml', 'xl/workbook.xml', 'xl/_rels/workbook.xml.rels'


def round_trip(program, folder, count):
    dice = random.Random(16)
    oere = lambda most: f'{(n := dice.randrange(most)) // 100}.{n % 100:02d}'
    wrong = 0
    for i in range(int(count)):
        month = dice.choice(('2013-03', '2014-06', '2019-05', '2021-05', '2022-03', '2023-01', '2024-03', '2026-02'))
        facts = {'--am-income': oere(3_000_000)}
        for name, most in (('--benefits-in-kind', 1), ('--own-pension', 200_000), ('--employer-pension', 300_000), ('--holiday-supplement', 90_000),
                           ('--other-wage', 900_000), ('--daily-benefit', 500_000), ('--unclaimed-benefit', 100_000), ('--ceiling', 4_000_000)):
            if dice.random() < 0.4:
                facts[name] = oere(most)
        if month >= '2024' and dice.random() < 0.4:
            facts['--care-income'] = oere(300_000)
        if dice.random() < 0.5:
            facts['--paid-hours'] = f'{dice.randrange(1_700_000) / 10_000:.4f}'
        if dice.random() < 0.3:
            facts |= {'--ledighedsydelse-days': str(dice.randrange(1, 20)), '--ledighedsydelse': oere(900_000)}
        if dice.random() < 0.2:
            facts['--wage-month'] = month
        words = [word for pair in facts.items() for word in pair]
        book = f'{folder}/book{i}.xlsx'
        run = lambda *given: subprocess.run([program, 'month', *given], capture_output=True, text=True)
        first = run('--month', month, *words, '--format', 'json')
        made = run('--month', month, *words, '--format', 'xlsx', '-o', book)
        again = run('--from-xlsx', book, '--format', 'json')
        if first.returncode or made.returncode or again.returncode:
            wrong += 1
            print(month, words, first.stderr, made.stderr, again.stderr)
            continue
        one, two = (json.loads(each.stdout) for each in (first, again))
        one.pop('facts'), two.pop('facts')
        if one != two:
            wrong += 1
            print(month, words, [(key, one[key], two[key]) for key in one if one[key] != two[key]])
    return wrong


def place(parts, name):
    return re.search(rf'<definedName name="fleks_{name}">[^<]*!\$([A-Z]+)\$(\d+)</definedName>', parts[BOOK]).group(1, 2)


def put(parts, name, inside, kind=''):
    column, row = place(parts, name)
    cell = column + row
    new = f'<c r="{cell}"{kind}>{inside}</c>'
    parts[SHEET], count = re.subn(rf'<c r="{cell}"[^>]*?(/>|>.*?</c>)', lambda _: new, parts[SHEET], count=1)
    assert count == 1, cell


def change(what, good, target, *more):
    with zipfile.ZipFile(good) as book:
        parts = {name: book.read(name).decode() for name in book.namelist()}
    twice = None
    if what == 'set':
        for name, inside in zip(more[::2], more[1::2]):
            put(parts, name, inside)
    elif what == 'text':
        put(parts, more[0], f'<is><t>{more[1]}</t></is>', ' t="inlineStr"')
    elif what == 'lie':
        parts[SHEET] = re.sub(r'</f><v>[^<]*</v>', '</f><v>1</v>', parts[SHEET])
    elif what == 'zeros':
        parts[SHEET] = None
    elif what == 'twice':
        parts[BOOK] = parts[BOOK].replace('name="Satser"', 'name="Måned"')
    elif what == 'part_twice':
        twice = BOOK
    elif what == 'doctype':
        parts[SHEET] = parts[SHEET].replace('<worksheet', '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">]><worksheet', 1)
    elif what == 'macro':
        parts['xl/vbaProject.bin'] = 'x'
    elif what == 'no_sheet':
        parts[BOOK] = parts[BOOK].replace('sheet name="Måned"', 'sheet name="Andet"')
    elif what == 'no_part':
        del parts[SHEET]
    elif what == 'no_names':
        parts[BOOK] = re.sub(r'<definedName name="fleks_.*?</definedName>', '', parts[BOOK])
    elif what == 'broken_name':
        parts[BOOK] = re.sub(r'(<definedName name="fleks_month">)[^<]*', r'\1#REF!#REF!', parts[BOOK])
    elif what == 'cell_twice':
        parts[SHEET] = re.sub(r'(<c r="B5".*?</c>)', r'\1\1', parts[SHEET], count=1)
    elif what == 'deep':
        parts[SHEET] = parts[SHEET].replace('<sheetData>', '<a>' * 100 + '</a>' * 100 + '<sheetData>', 1)
    elif what == 'broken_xml':
        parts[SHEET] = parts[SHEET][:-20]
    elif what == 'link':
        parts[RELATIONS] = parts[RELATIONS].replace(
            '</Relationships>', '<Relationship Id="rId99" Type="x/externalLink" Target="http://127.0.0.1/externalLink" TargetMode="External"/></Relationships>')
    else:
        sys.exit(f'no such change: {what}')
    with zipfile.ZipFile(target, 'w', zipfile.ZIP_DEFLATED, compresslevel=1) as book, warnings.catch_warnings():
        warnings.simplefilter('ignore')
        for name, text in parts.items():
            if text is None:
                with book.open(name, 'w', force_zip64=False) as out:
                    for _ in range(1024):
                        out.write(bytes(1 << 20))
            else:
                book.writestr(name, text)
            if name == twice:
                book.writestr(name, text)


if sys.argv[1] == 'round_trip':
    sys.exit(round_trip(*sys.argv[2:]) != 0)
change(*sys.argv[1:])
