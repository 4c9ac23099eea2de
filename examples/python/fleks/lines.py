"""Lines of a population file to the lines of ``fleks population``: what a worker does with a piece of a file that is too large for one."""

from typing import Any, Dict, List, Tuple

import numpy

from .columns import _EMPTY, AMOUNTS, FACTS, batch
from .errors import FleksError

#: The header of the answer.
HEADER = ','.join(('id', 'month', *AMOUNTS)) + '\n'
_NEEDED = ('am_income', 'own_pension', 'employer_pension')
_MOST_DIGITS = 15
_POWERS = 10 ** numpy.arange(5, dtype='int64')


def _fields(lines: bytes, columns: int) -> 'Tuple[numpy.ndarray[Any, Any], numpy.ndarray[Any, Any], numpy.ndarray[Any, Any]]':
    """The bytes, and where each field begins and ends: a row each line, a column each column."""
    # With room behind the last field, so that every character up to the longest field's can be looked at.
    data = numpy.frombuffer(lines + bytes(_MOST_DIGITS + 2), dtype='uint8')
    ends = numpy.flatnonzero((data == ord(',')) | (data == ord('\n')))
    is_line = data[ends] == ord('\n')
    rows = int(is_line.sum())
    lines_end = numpy.flatnonzero(is_line)
    wrong = numpy.flatnonzero(numpy.diff(lines_end, prepend=-1) != columns)
    if len(wrong):
        raise FleksError(f'row {wrong[0]}: has not the {columns} fields of the header', 'bad_row')
    starts: 'numpy.ndarray[Any, Any]' = numpy.zeros_like(ends)
    starts[1:] = ends[:-1] + 1
    return data, starts.reshape(rows, columns), ends.reshape(rows, columns)


def _counts(name: str, data: 'numpy.ndarray[Any, Any]', start: 'numpy.ndarray[Any, Any]', end: 'numpy.ndarray[Any, Any]',
            decimals: int) -> 'numpy.ndarray[Any, Any]':
    """Decimal text as whole counts of 10^-decimals, digit by digit: no binary fraction on the way."""
    length = end - start
    value, after = numpy.zeros(len(start), dtype='int64'), numpy.full(len(start), -1, dtype='int64')
    bad = length > _MOST_DIGITS + 1
    for k in range(min(int(length.max(initial=0)), _MOST_DIGITS + 1)):
        inside = k < length
        character = data[start + k]
        digit = inside & (character >= ord('0')) & (character <= ord('9'))
        point = inside & (character == ord('.')) & (after < 0) & (k > 0)
        bad |= inside & ~digit & ~point
        value[digit] = value[digit] * 10 + (character[digit] - ord('0'))
        after[digit & (after >= 0)] += 1
        after[point] = 0
    bad |= (after == 0) | (after > decimals)
    empty = length == 0
    if name in _NEEDED:
        bad |= empty
    if bad.any():
        row = int(bad.argmax())
        text = data[start[row]:end[row]].tobytes().decode('utf-8', 'replace')
        if text.startswith('-'):
            raise FleksError(f'{name}: row {row}: "{text}" is a reduction: put the rows of the month together first', 'negative', name, text)
        raise FleksError(f'{name}: row {row}: "{text}" is not a number of at most {decimals} decimals', 'not_a_number', name, text)
    value *= _POWERS[decimals - numpy.maximum(after, 0)]
    value[empty] = _EMPTY.get(name, 0)
    return value


def _months(data: 'numpy.ndarray[Any, Any]', start: 'numpy.ndarray[Any, Any]', end: 'numpy.ndarray[Any, Any]') -> 'numpy.ndarray[Any, Any]':
    bad = end - start != 7
    value = numpy.zeros(len(start), dtype='int64')
    for k in range(7):
        character = data[numpy.where(bad, 0, start + k)]
        if k == 4:
            bad |= character != ord('-')
        else:
            bad |= (character < ord('0')) | (character > ord('9'))
            value = value * 10 + character - ord('0')
    bad |= (value % 100 < 1) | (value % 100 > 12)
    if bad.any():
        row = int(bad.argmax())
        text = data[start[row]:end[row]].tobytes().decode('utf-8', 'replace')
        raise FleksError(f'month: row {row}: "{text}" is not a month', 'no_such_date', 'month', text)
    return value


def _amount(oere: 'numpy.ndarray[Any, Any]') -> 'numpy.ndarray[Any, Any]':
    """A comma and kroner with two decimals, a row each; bytes of 0 are none."""
    left = numpy.abs(oere)
    digits = max(3, len(str(int(left.max(initial=0)))))
    out = numpy.zeros((len(oere), digits + 3), dtype='uint8')
    out[:, 0] = ord(',')
    out[:, 1] = numpy.where(oere < 0, ord('-'), 0)
    if digits < 10:
        left = left.astype('uint32')
    at = digits + 2
    for k in range(digits):
        rest = left // 10
        shown = (left - rest * 10 + ord('0')).astype('uint8')
        out[:, at] = shown if k < 3 else numpy.where(left > 0, shown, 0)
        at -= 1
        if k == 1:
            out[:, at] = ord('.')
            at -= 1
        left = rest
    return out


def _copied(data: 'numpy.ndarray[Any, Any]', start: 'numpy.ndarray[Any, Any]', end: 'numpy.ndarray[Any, Any]') -> 'numpy.ndarray[Any, Any]':
    length = end - start
    k = numpy.arange(int(length.max(initial=0)))
    inside = k < length[:, None]
    return numpy.where(inside, data[numpy.where(inside, start[:, None] + k, 0)], 0).astype('uint8')


def population_lines(header: str, lines: bytes, *, language: str = 'da') -> bytes:
    """Lines of a population file in, the lines that ``fleks population`` writes of them out, without their headers.

    The fields are plain, as ``fleks sample`` writes them: commas between, no quotes, a point before the decimals; columns that decide
    nothing here are left out. A row that cannot be computed raises :class:`FleksError`, which names it, counted from 0; so does a
    reduction, a negative amount of the register: put its month's rows together first, or let ``fleks population`` do it.

    >>> population_lines('id,month,am_income,own_pension,employer_pension', b'7,2024-03,15600,0,0\\n')
    b'7,2024-03,4680.00,15272.00,0.00,0.00,15272.00,500.00,14772.00,222.00\\n'
    """
    names = header.strip('\r\n').split(',')
    for name in ('id', 'month', *_NEEDED):
        if name not in names:
            raise FleksError(f'{name}: the column is missing', 'missing_fact', name)
    if b'"' in lines or b'\0' in lines:
        raise FleksError('a field in quotes: only plain fields are read here', 'bad_row')
    if b'\r' in lines:
        lines = lines.replace(b'\r\n', b'\n')
    if lines and not lines.endswith(b'\n'):
        lines += b'\n'
    if not lines:
        return b''
    data, start, end = _fields(lines, len(names))
    facts: Dict[str, Any] = {}
    for at, name in enumerate(names):
        if name in FACTS:
            facts[name] = _counts(name, data, start[:, at], end[:, at], 4 if name in ('ledighedsydelse_days', 'paid_hours') else 2)
    month = names.index('month')
    facts['month'] = _months(data, start[:, month], end[:, month])
    answer = batch(facts, language=language)
    comma = numpy.full((len(start), 1), ord(','), dtype='uint8')
    person = names.index('id')
    parts: List[Any] = [_copied(data, start[:, person], end[:, person]), comma, _copied(data, start[:, month], end[:, month])]
    parts += [_amount(answer[name].to_numpy()) for name in AMOUNTS]
    parts.append(numpy.full((len(start), 1), ord('\n'), dtype='uint8'))
    table = numpy.concatenate(parts, axis=1).ravel()
    return bytes(table[table != 0].tobytes())
