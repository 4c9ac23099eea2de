"""What stands in a workbook with live formulas, as it was written.

usage: live_sheets.py hours BOOK.xlsx HOURS.json     every amount of the curve is the program's
       live_sheets.py case BOOK.xlsx CASE.json       every amount of the year is the program's
       live_sheets.py change GOOD.xlsx NEW.xlsx SHEET NAME INSIDE [TYPE]     a cell by name has other contents
       live_sheets.py rename GOOD.xlsx NEW.xlsx FROM TO     a defined name is another
"""
import json
import re
import sys
import zipfile

HOURS = ('gross_pay own_pension employer_pension wage_atp_own wage_atp_employer fleksloentilskud subsidy_atp_own public_atp obligatory_pension '
         'am_contribution tax in_hand pension_saved').split()


def parts(path):
    with zipfile.ZipFile(path) as book:
        return {name: book.read(name).decode() for name in book.namelist()}


def sheet(all_parts, wanted):
    number = 1 + re.findall(r'<sheet name="([^"]*)"', all_parts['xl/workbook.xml']).index(wanted)
    return all_parts[f'xl/worksheets/sheet{number}.xml']


def cells(text, strings):
    """Of each cell its value and its formula."""
    found = {}
    for place, kind, formula, value in re.findall(r'<c r="([A-Z]+\d+)"(?: s="\d+")?(?: t="(\w+)")?>(?:<f>([^<]*)</f>)?<v>([^<]*)</v></c>', text):
        found[place] = (strings[int(value)] if kind == 's' else float(value), formula)
    return found


def strings_of(all_parts):
    return re.findall(r'<si><t[^>]*>([^<]*)</t></si>', all_parts['xl/sharedStrings.xml'])


def oere(value):
    return round(float(value) * 100)


def hours(path, expected):
    book = parts(path)
    text = sheet(book, 'Timer')
    found = cells(text, strings_of(book))
    first = 1 + next(int(place[1:]) for place, (value, _) in found.items() if value == 'Timer om ugen')
    rows = json.load(open(expected))['rows']
    for number, row in enumerate(rows, first):
        for column, name in enumerate(HOURS):
            value, formula = found[f'{chr(66 + column)}{number}']
            assert oere(value) == oere(row[name]), (row['hours'], name, value, row[name])
            assert re.fullmatch(r"(Mellemregning!\$?[A-Z]+\$\d+|0)/100", formula), formula
    assert text.count('<dataValidation ') > 0 and 'fitToPage="1"' in text and '<sheetProtection' in text
    assert 'xl/charts/chart1.xml' in book and book['xl/charts/chart1.xml'].count('<c:ser>') == 3
    assert re.search(r'<sheet name="Mellemregning"[^>]*state="hidden"', book['xl/workbook.xml'])
    lines = cells(sheet(book, 'Mellemregning'), strings_of(book))
    formulas = [formula for _, formula in lines.values() if formula]
    # Whole numbers of at most thirteen digits and no fractions: nothing that a binary number could not hold.
    assert len(formulas) > 1000 and not any(re.search(r'\d\.\d', formula) for formula in formulas)
    assert all(abs(value) <= 10**13 and value == int(value) for value, formula in lines.values() if formula)
    # The municipal tax and a rate reach the tax: by their cells.
    assert any('Satser!$B$' in formula for formula in formulas) and any('Timer!$E$' in formula for formula in formulas)


def case(path, expected):
    book = parts(path)
    strings = strings_of(book)
    year = cells(sheet(book, 'År'), strings)
    rows = {value: place[1:] for place, (value, _) in year.items() if place[0] == 'A' and re.fullmatch(r'\d{4}-\d\d', str(value))}
    months = json.load(open(expected))['months']
    live = 0
    for month in months:
        subsidy, benefit = month['subsidy'] or {}, month['ledighedsydelse'] or {}
        amounts = {'B': subsidy.get('fleksloentilskud'), 'C': subsidy.get('own_atp'), 'D': benefit.get('ledighedsydelse'),
                   'E': benefit.get('own_atp'), 'F': month['payout']}
        for column, amount in amounts.items():
            place = column + rows[month['month']]
            if place in year or amount is not None and oere(amount):
                value, formula = year[place]
                assert oere(value) == oere(amount or 0), (month['month'], column, value, amount)
                assert formula.startswith(("'" + month['month'], "&apos;" + month['month'])), formula
        text = cells(sheet(book, month['month']), strings)
        live += sum('Mellemregning!' in (formula or '') for _, formula in text.values())
    assert {'Sag', 'År', 'Efterregulering', 'Satser'} <= set(re.findall(r'<sheet name="([^"]*)"', book['xl/workbook.xml']))
    print(live)


def change(good, target, of_sheet, name, inside, kind=''):
    book = parts(good)
    cell = re.search(rf'<definedName name="fleks_{name}">[^<]*!\$([A-Z]+)\$(\d+)</definedName>', book['xl/workbook.xml'])
    number = 1 + re.findall(r'<sheet name="([^"]*)"', book['xl/workbook.xml']).index(of_sheet)
    part, place = f'xl/worksheets/sheet{number}.xml', ''.join(cell.group(1, 2))
    book[part], count = re.subn(rf'<c r="{place}"[^>]*?(/>|>.*?</c>)', lambda _: f'<c r="{place}"{kind}>{inside}</c>', book[part], count=1)
    assert count == 1, place
    write(book, target)


def rename(good, target, old, new):
    book = parts(good)
    assert f'"fleks_{old}"' in book['xl/workbook.xml'], old
    book['xl/workbook.xml'] = book['xl/workbook.xml'].replace(f'"fleks_{old}"', f'"fleks_{new}"')
    write(book, target)


def write(book, target):
    with zipfile.ZipFile(target, 'w') as out:
        for name, text in book.items():
            out.writestr(name, text)


{'hours': hours, 'case': case, 'change': change, 'rename': rename}[sys.argv[1]](*sys.argv[2:])
