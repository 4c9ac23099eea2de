"""The figures of a population are those of the program, weighted or not, of all and of groups."""

import csv
import json
from decimal import Decimal

import fleks
import pandas
import pytest


def told(program, folder, path):
    program('population', str(path), '-o', str(folder / 'out.csv'), '--summary', str(folder / 'summary.json'))
    return json.loads((folder / 'summary.json').read_text())


def same(figures, summary, weighted):
    assert figures.rows == summary['rows']
    assert str(figures.weight) == summary['weight'] if weighted else figures.weight == summary['rows']
    for name in ('without_subsidy', 'cut_by_ceiling'):
        assert Decimal(figures[name]) == Decimal(summary[name])
    for name in ('fleksloentilskud', 'payout'):
        spread = summary[name]
        assert str(figures[f'{name}_total']) == spread['total']
        assert str(figures[f'{name}_mean']) == spread['mean']
        assert [str(figures[f'{name}_d{tenth}']) for tenth in range(1, 10)] == spread['deciles']
    for name in ('own_atp', 'obligatory_pension'):
        assert str(figures[f'{name}_total']) == summary[name]


def weighted_people(program, folder):
    program('sample', '--rows', '6000', '--seed', '5', '-o', str(folder / 'plain.csv'))
    with open(folder / 'plain.csv', newline='') as lines:
        rows = list(csv.reader(lines))
    for at, row in enumerate(rows):
        row.append('weight' if at == 0 else f'{1 + at % 89}.{at % 7}{at % 10}')
    with open(folder / 'people.csv', 'w', newline='') as out:
        csv.writer(out).writerows(rows)
    return rows


@pytest.mark.parametrize('weighted', [False, True])
def test_all_and_each_group_have_the_figures_of_the_program(program, tmp_path, weighted):
    rows = weighted_people(program, tmp_path)
    path = tmp_path / ('people.csv' if weighted else 'plain.csv')
    people = fleks.read_population(path)
    same(fleks.population_summary(people).iloc[0], told(program, tmp_path, path), weighted)
    by = fleks.population_summary(people, by='agreement_area', answer=fleks.batch(people))
    area = rows[0].index('agreement_area')
    assert list(by.index) == sorted({row[area] for row in rows[1:]}) and len(by) == 8
    for name in by.index:
        part = tmp_path / 'part.csv'
        with open(part, 'w', newline='') as out:
            csv.writer(out).writerows((row if weighted else row[:-1]) for at, row in enumerate(rows) if at == 0 or row[area] == name)
        same(by.loc[name], told(program, tmp_path, part), weighted)
    two = fleks.population_summary(people, by=['agreement_area', 'month'])
    assert two.index.names == ['agreement_area', 'month'] and two.rows.sum() == 6000


def test_what_cannot_be_a_weight_or_a_group_is_refused(tmp_path):
    people = pandas.DataFrame({'month': ['2024-03'] * 2, 'am_income': [1560000, 0]})
    with pytest.raises(fleks.FleksError, match='weight: row 1 has 0'):
        fleks.population_summary(people.assign(weight=[10000, 0]))
    with pytest.raises(TypeError, match='weight: float64'):
        fleks.population_summary(people.assign(weight=[1.0, 2.0]))
    with pytest.raises(fleks.FleksError, match='region: the column is missing'):
        fleks.population_summary(people, by='region')
    with pytest.raises(fleks.FleksError, match='answer: has 1 rows, people has 2'):
        fleks.population_summary(people, answer=fleks.batch(people.iloc[:1]))
    (tmp_path / 'empty.csv').write_text('id,month,am_income,own_pension,employer_pension,weight\na,2024-03,1,0,0,2\nb,2024-03,1,0,0,\n')
    with pytest.raises(fleks.FleksError, match='weight: row 1 is empty'):
        fleks.read_population(tmp_path / 'empty.csv')
