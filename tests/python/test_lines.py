"""Lines of a population file: the bytes of the program, and every line that it is not sure of refused."""

import re

import fleks
import fleks.lines
import pytest


def of_the_program(program, tmp_path, text):
    (tmp_path / 'given.csv').write_bytes(text.encode('utf-8'))
    program('population', str(tmp_path / 'given.csv'), '-o', str(tmp_path / 'out.csv'))
    header, _, lines = (tmp_path / 'out.csv').read_bytes().partition(b'\n')
    assert header.decode() + '\n' == fleks.lines.HEADER
    return lines


def lines_of(text):
    header, _, lines = text.encode('utf-8').partition(b'\n')
    return fleks.population_lines(header.decode('utf-8'), lines)


def test_a_population_has_the_bytes_of_the_program(program, tmp_path):
    program('sample', '--rows', '30000', '--seed', '12', '-o', str(tmp_path / 'sample.csv'))
    text = (tmp_path / 'sample.csv').read_text(encoding='utf-8')
    assert lines_of(text) == of_the_program(program, tmp_path, text)


@pytest.mark.parametrize('text', [
    'id,month,am_income,own_pension,employer_pension\na,2024-03,15600,0,0\nå-2,2013-02,0,0.1,0\nlonger than the others,2024-03,35000.05,0,9.99\n',
    'am_income,ceiling,own_pension,id,agreement_area,employer_pension,month\n15600,32067.00,0,7,x,0,2024-03\n15600,,0,8,,0,2024-03\n'
    '900,0,0,9,,0,2024-03',
    'id,month,am_income,own_pension,employer_pension\r\n7,2024-03,15600,0,0\r\n',
    'id,month,am_income,own_pension,employer_pension,ledighedsydelse_days,paid_hours,other_wage\n7,2024-03,9000,400,800.10,2.5,60.25,7\n'
    '8,2024-03,9000,0,0,,,\n',
    'id,month,am_income,own_pension,employer_pension,ledighedsydelse_days,ledighedsydelse\n7,2021-08,9000,0,0,3,2488.5\n8,2021-08,9000,0,0,0,\n',
    'id,month,am_income,own_pension,employer_pension\n',
])
def test_plain_fields_of_every_kind(program, tmp_path, text):
    assert lines_of(text) == of_the_program(program, tmp_path, text)


@pytest.mark.parametrize('line, field', [
    ('7,2024-03,-5', 'am_income'), ('7,2024-03,1.005', 'am_income'), ('7,2024-03,', 'am_income'), ('7,2024-03,1.', 'am_income'),
    ('7,2024-03,.5', 'am_income'), ('7,2024-03,1..5', 'am_income'), ('7,2024-03,1e3', 'am_income'), ('7,2024-03,12345678901234567', 'am_income'),
    ('7,2024-03, 5', 'am_income'), ('7,2024-03,5,,0', 'own_pension'), ('7,2024-3,5', 'month'), ('7,2024-13,5', 'month'), ('7,2024/03,5', 'month'), ('7,,5', 'month'),
    ('7,2024-03,5,6,7,8', ''), ('7,2024-03', ''), ('"7",2024-03,5', ''), ('7,2012-12,5', 'fleksloentilskud_max_month'),
])
def test_what_is_not_sure_is_refused_with_its_row(line, field):
    line += ',0,0' if line.count(',') == 2 else ''
    given = f'8,2024-03,15600,0,0\n{line}\n9,2024-03,15600,0,0\n'.encode()
    with pytest.raises(fleks.FleksError) as refused:
        fleks.population_lines('id,month,am_income,own_pension,employer_pension', given, language='en')
    assert refused.value.field == field
    if '"' not in line and '2012' not in line:
        assert re.search(r'row 1\b', str(refused.value))


def test_a_header_without_what_is_needed_is_refused():
    for header in ('id,month', 'month,am_income,own_pension,employer_pension', 'id,month,am_income,own_pension'):
        with pytest.raises(fleks.FleksError, match='the column is missing'):
            fleks.population_lines(header, b'1,2\n')
