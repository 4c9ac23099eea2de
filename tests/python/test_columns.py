"""Columns: the øre of the program's population, in place, and every wrong row named."""

import io
from decimal import Decimal

import fleks
import fleks.columns
import numpy
import pandas
import pytest


@pytest.fixture(scope='module')
def people(program, tmp_path_factory):
    """A synthetic population and what the program makes of it."""
    folder = tmp_path_factory.mktemp('people')
    given, out = folder / 'given.csv', folder / 'out.csv'
    program('sample', '--rows', '20000', '--seed', '7', '-o', str(given))
    program('population', str(given), '-o', str(out))
    return given, out


def in_oere(path):
    frame = pandas.read_csv(path, dtype=str)
    return {name: [int(Decimal(text).scaleb(2)) for text in frame[name]] for name in fleks.columns.AMOUNTS}


def test_a_population_has_no_wrong_oere(people):
    given, out = people
    frame = fleks.read_population(given)
    answer, wanted = fleks.batch(frame), in_oere(out)
    for name in fleks.columns.AMOUNTS:
        assert answer[name].dtype == 'int64' and answer[name].tolist() == wanted[name]


def test_months_of_every_year_in_one_frame(program, tmp_path):
    draw = numpy.random.default_rng(3)
    months = [f'{year}-{month:02}' for year in range(2014, 2027) for month in range(1, 13)]
    frame = pandas.DataFrame({'id': range(3000), 'month': draw.choice(months, 3000), 'am_income': draw.integers(0, 3_000_000, 3000),
                              'own_pension': draw.integers(0, 90_000, 3000), 'employer_pension': draw.integers(0, 200_000, 3000),
                              'ceiling': pandas.array(draw.integers(1_500_000, 4_000_000, 3000), 'Int64')})
    frame.loc[::3, 'ceiling'] = pandas.NA
    kroner = frame.copy()
    for name in ('am_income', 'own_pension', 'employer_pension', 'ceiling'):
        kroner[name] = ['' if pandas.isna(oere) else str(Decimal(int(oere)).scaleb(-2)) for oere in frame[name]]
    kroner.to_csv(tmp_path / 'in.csv', index=False)
    program('population', str(tmp_path / 'in.csv'), '-o', str(tmp_path / 'out.csv'))
    answer, wanted = fleks.batch(frame), in_oere(tmp_path / 'out.csv')
    for name in fleks.columns.AMOUNTS:
        assert answer[name].tolist() == wanted[name]
    # The same by number of the month, and with an index of one's own.
    numbered = frame.assign(month=[int(month.replace('-', '')) for month in frame.month]).set_index('id')
    assert fleks.batch(numbered).equals(answer.set_axis(numbered.index))


def test_what_was_paid_for_holiday_days_is_deducted_to_march_2022():
    frame = pandas.DataFrame({'am_income': [900_000, 900_000], 'ledighedsydelse_days': [30_000, 0],
                              'ledighedsydelse': pandas.array([248_850, None], 'Int64')})
    assert fleks.batch(frame, '2021-08').fleksloentilskud.tolist() == [1_374_800, 1_623_600]
    with pytest.raises(fleks.RowsError):
        fleks.batch(frame.drop(columns='ledighedsydelse'), '2021-08')


def test_columns_are_read_where_they_lie_and_left_as_they_were():
    wages = numpy.arange(0, 3_000_000, 7, dtype='int64')
    wages.flags.writeable = False
    assert fleks.columns._column('am_income', wages).ctypes.data == wages.ctypes.data
    assert fleks.columns._column('am_income', pandas.Series(wages)).ctypes.data == wages.ctypes.data
    answer = fleks.batch({'am_income': wages}, '2024-03')
    assert (wages == numpy.arange(0, 3_000_000, 7)).all()
    for row in (0, 1000, len(wages) - 1):
        one = fleks.month('2024-03', am_income=fleks.Oere(int(wages[row])))
        assert int(answer.fleksloentilskud[row]) == int(one.fleksloentilskud.scaleb(2))


@pytest.mark.parametrize('column', [numpy.array([1.5]), pandas.Series([1.0]), numpy.array([[1]]), numpy.array(['15600']),
                                    numpy.array([1], dtype='uint64'), numpy.array([True])])
def test_a_column_that_is_not_whole_oere_is_refused(column):
    with pytest.raises(TypeError, match='am_income: '):
        fleks.batch({'am_income': column}, '2024-03')


def test_wrong_rows_are_named():
    frame = pandas.DataFrame({'am_income': [1560000, -1, 1560000], 'month': ['2024-03', '2024-03', '2024-04']}, index=['a', 'b', 'c'])
    with pytest.raises(fleks.RowsError, match='1 rows cannot be computed, the first is row 1: am_income') as raised:
        fleks.batch(frame, language='en')
    assert (raised.value.count, list(raised.value.rows), raised.value.code, raised.value.field) == (1, [1], 'negative', 'am_income')
    answer = fleks.batch(frame, errors='column', language='en')
    assert answer.fleksloentilskud.tolist() == [1527200, -1, 1527200] and answer.error.tolist()[0::2] == ['', '']
    assert answer.error['b'].startswith('am_income: "-0.01" is negative')
    assert fleks.batch(frame.iloc[:0]).empty


@pytest.mark.parametrize('frame, month, code, field', [
    ({'own_pension': numpy.array([1])}, '2024-03', 'missing_fact', 'am_income'),
    ({'am_income': numpy.array([1])}, None, 'missing_fact', 'month'),
    ({'am_income': numpy.array([1]), 'month': ['2024-03']}, '2024-03', 'exclusive_facts', 'month'),
    ({'am_income': numpy.array([1]), 'month': ['2024-3']}, None, 'no_such_date', 'month'),
    ({'am_income': numpy.array([1]), 'month': ['1999-01']}, None, 'no_rate', ''),
    ({'am_income': numpy.array([1]), 'own_pension': numpy.array([1, 2])}, '2024-03', 'bad_row', 'own_pension'),
    ({'am_income': pandas.Series([pandas.NA], dtype='Int64')}, '2024-03', 'empty', 'am_income'),
])
def test_a_frame_that_cannot_be_computed(frame, month, code, field):
    with pytest.raises(fleks.FleksError) as raised:
        fleks.batch(frame, month)
    assert raised.value.code == code and (not field or raised.value.field == field)


def test_a_choice_of_errors_that_is_none():
    with pytest.raises(fleks.FleksError):
        fleks.batch({'am_income': numpy.array([1])}, '2024-03', errors='ignore')


def test_the_hours_as_a_frame():
    result = fleks.hours(2025, '200', municipality='Aarhus', start=0, end=5)
    frame = result.frame()
    assert frame.in_hand.dtype == 'int64' and [int(each.in_hand.scaleb(2)) for each in result.rows] == frame.in_hand.tolist()
    taken = [name for name in frame if name.startswith('taken_')]
    assert 'taken_ledighedsydelse' in taken
    given = frame.extra_gross_pay + frame.extra_employer_pension + frame.extra_added + frame.extra_given
    assert (given == frame.extra_in_hand + frame.extra_pension_saved + frame[taken].sum(axis=1)).all()


def test_a_population_file_is_read_exactly():
    text = 'id,month,am_income,own_pension,employer_pension,ceiling,paid_hours\n7,2024-03,15600.05,0,0,,\n8,2024-03,"15.600,05",0,0,32067,78.5\n'
    frame = fleks.read_population(io.StringIO(text))
    assert frame.am_income.tolist() == [1560005, 1560005] and frame.paid_hours.tolist() == [-1, 785000]
    assert frame.ceiling.tolist() == [2**63 - 1, 3206700]
