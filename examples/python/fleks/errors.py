"""What is wrong with what was given."""

from typing import Dict, Optional


class FleksError(ValueError):
    """What cannot be computed: the fact, the value as given, and in words what is allowed."""

    code: str  #: the name of the error, the same in every language: ``negative``
    field: str  #: the fact: ``am_income``
    value: str  #: as it was given: ``-5.00``
    line: int  #: of a file, from 1; 0 where there is none

    def __init__(self, text: str, code: str = '', field: str = '', value: str = '', line: int = 0) -> None:
        super().__init__(text)
        self.code, self.field, self.value, self.line = code, field, value, line


class RowsError(FleksError):
    """Rows of a batch that cannot be computed; of the first hundred it is said why."""

    rows: Dict[int, str]  #: from the row's place, from 0, to what is wrong with it
    count: int  #: how many rows are wrong

    def __init__(self, rows: Dict[int, str], count: int, first: Optional[FleksError] = None) -> None:
        place, text = next(iter(rows.items()))
        super().__init__(f'{count} rows cannot be computed, the first is row {place}: {text}', first.code if first else '',
                         first.field if first else '', first.value if first else '')
        self.rows, self.count = rows, count
