#!/usr/bin/env python3
"""The study's tables, pictures and text, all from the program: usage: study.py PROGRAM EXAMPLES OUT

Amounts are read as they are printed and reckoned with as fractions; a picture's places are whole hundredths."""
import csv
import json
import os
import subprocess
import sys
import tempfile
from fractions import Fraction

import pictures

YEARS = range(2013, 2027)
WAGES = (120, 140, 160, 180, 200, 220, 250, 300)
HOURS = range(1, 38)
FAMILIES = {
    'alone': {},
    'tenant': {'rent': 6000, 'area': 60},
    'parent': {'children': 2, 'single_parent': 1, 'rent': 8000, 'area': 85, 'daycare_places': 1, 'daycare_fee': 2500, 'child_ages': '4 8'},
}
# Housing benefit and daycare are known to the program for 2026 in all of the families.
ALL_FAMILIES, LAST = 2026, 2026
PROPOSALS = ('1-always-pays', '2-fixed-by-hours', '3-central-ceilings', '4-holiday-on-subsidy', '5-same-offsets')
LITTLE = Fraction(20, 100)


def run(program, *arguments):
    return subprocess.run([program, *arguments], check=True, capture_output=True, text=True).stdout


def citizens():
    """A row for each year, wage, family and number of hours."""
    for year in YEARS:
        for family, facts in FAMILIES.items():
            if family != 'alone' and year != ALL_FAMILIES:
                continue
            for wage in WAGES:
                for hours in HOURS:
                    yield {'id': f'{year} {family} {wage} {hours}', 'month': f'{year}-06', 'am_income': 0, 'own_pension': 0, 'employer_pension': 0,
                           'own_pension_pct': 4, 'employer_pension_pct': 8, 'hourly_wage': wage, 'weekly_hours': hours,
                           'municipality': 'Aarhus', **facts}


def in_hand(program):
    """Pay and what is in hand a month, by (year, family, wage, hours)."""
    rows = list(citizens())
    columns = list(dict.fromkeys(name for row in rows for name in row))
    with tempfile.TemporaryDirectory() as folder:
        asked, answer = os.path.join(folder, 'asked.csv'), os.path.join(folder, 'answer.csv')
        with open(asked, 'w', newline='') as out:
            writer = csv.DictWriter(out, columns)
            writer.writeheader()
            writer.writerows(rows)
        run(program, 'population', asked, '-o', answer, '--columns', 'gross_pay,in_hand', '--repeats', 'allowed')
        found = {}
        with open(answer, newline='') as lines:
            for row in csv.DictReader(lines):
                year, family, wage, hours = row['id'].split()
                found[int(year), family, int(wage), int(hours)] = Fraction(row['gross_pay']), Fraction(row['in_hand'])
    return found


def kept(found, year, family, wage, hours):
    """The share of one more hour's pay that is in hand."""
    before, after = found[year, family, wage, hours], found[year, family, wage, hours + 1]
    return (after[1] - before[1]) / (after[0] - before[0])


def verdict(share):
    return 'nothing' if share <= 0 else 'little' if share < LITTLE else 'more'


def first_hour(found, year, family, wage, most=Fraction()):
    """The fewest hours from which each hour more gives at most that share of its pay, up to full time; None where there are none."""
    first = None
    for hours in reversed(HOURS[:-1]):
        if kept(found, year, family, wage, hours) > most:
            break
        first = hours
    return first


def proposals(program, examples):
    """Shares of a synthetic population's months by what an hour more gives, today and under each proposal."""
    with tempfile.TemporaryDirectory() as folder:
        people, answer, summary = (os.path.join(folder, name) for name in ('people.csv', 'answer.csv', 'summary.json'))
        run(program, 'sample', '--rows', '24000', '--seed', '2026', '--year', str(LAST), '-o', people)
        reforms = [part for name in PROPOSALS for part in ('--reform', os.path.join(examples, 'reforms', name + '.json'))]
        run(program, 'population', people, '-o', answer, '--summary', summary, *reforms)
        with open(summary) as text:
            told = json.load(text)
    rows = [{'proposal': 'today', **shares(told['one_more_hour']), 'cost': None}]
    for name, reform in zip(PROPOSALS, told['reforms']):
        rows.append({'proposal': name, **shares(reform['one_more_hour']), 'cost': Fraction(reform['cost_a_year']['total']) / 2000})
    return rows


def shares(hour):
    counted = hour['in_hand']['shares']
    return {'nothing': Fraction(counted['nothing_pct']), 'little': Fraction(counted['under_20_pct_pct']), 'more': Fraction(counted['more_pct'])}


def danish(value, decimals=0):
    """Half up, with Danish marks. Example: 12345.6 is 12.346."""
    scaled = (2 * abs(value) * 10 ** decimals + 1) // 2
    digits = str(scaled).rjust(decimals + 1, '0')
    whole, rest = (digits[:-decimals], digits[-decimals:]) if decimals else (digits, '')
    whole = f'{int(whole):,}'.replace(',', '.')
    return ('-' if value < 0 and scaled else '') + whole + (',' + rest if rest else '')


def write(folder, name, text):
    with open(os.path.join(folder, name), 'w') as out:
        out.write(text)


def table(header, rows):
    lines = ['| ' + ' | '.join(header) + ' |', '|' + '---|' * len(header)]
    return '\n'.join(lines + ['| ' + ' | '.join(row) + ' |' for row in rows])


def from_hour(hours):
    return 'nej' if hours is None else str(hours)


def claims(found, first, told):
    """What the text says in words, held against the figures: a sentence that no longer holds stops the study."""
    for year in YEARS:
        for wage in WAGES[1:]:
            share = kept(found, year, 'alone', wage, 3)
            assert Fraction(30, 100) < share < Fraction(45, 100), ('of few hours a third or more is kept', year, wage, share)
    for wage in (120, 140, 160, 180):
        assert first[2026, wage] < first[2013, wage], ('at the same pay nothing is reached by fewer hours', wage)
    for year in YEARS[1:]:
        for wage in WAGES[:6]:
            assert (first[year, wage] or 37) <= (first[year - 1, wage] or 37), ('by fewer hours each year', year, wage)
    assert kept(found, LAST, 'alone', 160, 20) < 0, 'an hour more at 20 hours costs'
    assert all(Fraction(50, 100) < kept(found, LAST, 'alone', 300, hours) for hours in (34, 35, 36)), 'the tax alone'
    assert all(Fraction(20, 100) <= kept(found, LAST, 'alone', 250, hours) <= Fraction(25, 100) for hours in range(15, 33)), 'the steeper taper'
    for wage in (140, 160, 180, 200):
        hours = [first_hour(found, LAST, family, wage, LITTLE) for family in FAMILIES]
        assert max(hours) - min(hours) <= 2, ('at lower pay the family hardly moves it', wage, hours)
    assert kept(found, LAST, 'parent', 160, 3) < kept(found, LAST, 'alone', 160, 3), 'who has children and rent keeps less of few hours'
    assert told[1]['nothing'] < told[0]['nothing'], 'the first proposal makes the hour pay for more'


def study(program, examples, out):
    found = in_hand(program)
    first = {(year, wage): first_hour(found, year, 'alone', wage) for year in YEARS for wage in WAGES}
    told = proposals(program, examples)
    claims(found, first, told)

    grid = {(wage, hours): kept(found, LAST, 'alone', wage, hours) for wage in WAGES for hours in HOURS[:-1]}
    write(out, 'hours-2026.svg', pictures.grid(grid, WAGES, HOURS[:-1], verdict, danish))
    write(out, 'years.svg', pictures.lines({wage: [(year, first[year, wage]) for year in YEARS] for wage in (140, 160, 180, 200, 250)}))
    families = {family: [(hours, found[LAST, family, 160, hours][1]) for hours in HOURS] for family in FAMILIES}
    write(out, 'families.svg', pictures.budget(families, danish))
    write(out, 'proposals.svg', pictures.bars(told, danish))

    lines = ['year,family,hourly_wage,hours,gross_pay,in_hand,kept_of_next_hour_pct']
    for (year, family, wage, hours), (pay, hand) in found.items():
        share = danish(100 * kept(found, year, family, wage, hours), 1).replace(',', '.') if hours != HOURS[-1] else ''
        lines.append(f'{year},{family},{wage},{hours},{amount(pay)},{amount(hand)},{share}')
    write(out, 'hours.csv', '\n'.join(lines) + '\n')

    counts = {name: sum(verdict(share) == name for share in grid.values()) for name in ('nothing', 'little', 'more')}
    with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), 'text.md')) as text:
        template = text.read()
    write(out, 'README.md', template.format(
        few=danish(100 * kept(found, LAST, 'alone', 160, 3)),
        many=danish(-100 * kept(found, LAST, 'alone', 160, 20)),
        first_2013=first[2013, 160], first_2026=first[2026, 160], in_hand=danish(found[LAST, 'alone', 160, first[2026, 160]][1]),
        in_hand_full=danish(found[LAST, 'alone', 160, 37][1]),
        **{name: danish(Fraction(100 * count, len(grid)), 1) for name, count in counts.items()},
        parent_few=danish(100 * kept(found, LAST, 'parent', 160, 3)),
        today_nothing=danish(told[0]['nothing'], 1), today_little=danish(told[0]['little'], 1), always_nothing=danish(told[1]['nothing'], 1),
        years=table(['år'] + [f'{wage} kr.' for wage in WAGES], [[str(year)] + [from_hour(first[year, wage]) for wage in WAGES] for year in YEARS]),
        families=table(['timeløn', 'alene', 'alene til leje', 'enlig med to børn'],
                       [[f'{wage} kr.'] + [from_hour(first_hour(found, LAST, family, wage, LITTLE)) for family in FAMILIES] for wage in WAGES]),
        proposals=table(['', 'giver intet', 'under 20 pct.', 'mere', 'udgift, kr. om året pr. borger'],
                        [[pictures.PROPOSAL_NAMES[row['proposal']], danish(row['nothing'], 1), danish(row['little'], 1), danish(row['more'], 1),
                          '' if row['cost'] is None else danish(row['cost'])] for row in told])))


def amount(kroner):
    """Whole øre as text with a point."""
    oere = kroner * 100
    assert oere.denominator == 1
    return f'{"-" if oere < 0 else ""}{abs(oere.numerator) // 100}.{abs(oere.numerator) % 100:02}'


if __name__ == '__main__':
    study(*sys.argv[1:])
