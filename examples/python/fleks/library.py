"""The C library: found once, called from any thread."""

import ctypes
import json
import pathlib
from decimal import Decimal
from typing import Any, Dict, Optional, Union

from . import _interface as c
from .errors import FleksError

_LANGUAGES = {'da': c.FLEKS_DANISH, 'en': c.FLEKS_ENGLISH}
FORMS = {'text': c.FLEKS_TEXT, 'json': c.FLEKS_JSON, 'csv': c.FLEKS_CSV, 'html': c.FLEKS_HTML}


def _load() -> ctypes.CDLL:
    beside = pathlib.Path(__file__).with_name('libfleks_c.so')
    found = ctypes.CDLL(str(beside) if beside.exists() else f'libfleks_c.so.{c.FLEKS_INTERFACE_VERSION}')
    for name, (result, arguments) in c.FUNCTIONS.items():
        function = getattr(found, name)
        function.restype, function.argtypes = result, arguments
    if found.fleks_interface_version() != c.FLEKS_INTERFACE_VERSION:
        raise ImportError(f'libfleks_c has interface {found.fleks_interface_version()}, not {c.FLEKS_INTERFACE_VERSION}')
    return found


lib = _load()


def language_number(language: str) -> int:
    if language not in _LANGUAGES:
        raise FleksError(f'language: "{language}" is not one of da, en', 'no_such_choice', 'language', language)
    return _LANGUAGES[language]


def new(struct: Any) -> Any:
    """An empty struct that says its size."""
    made = struct()
    made.size = ctypes.sizeof(struct)
    return made


def new_error(language: str) -> Any:
    error = new(c.fleks_error)
    error.language = language_number(language)
    return error


def raised(error: Any) -> FleksError:
    """What an error of the C interface says."""
    return FleksError(error.text.decode('utf-8', 'replace'), lib.fleks_error_name(error.code).decode('ascii'),
                      error.field.decode('utf-8', 'replace'), error.value.decode('utf-8', 'replace'), error.line)


def taken(text: Optional[int], error: Any) -> str:
    """The text of an object of the library, which is freed; or the error."""
    if not text:
        raise raised(error)
    try:
        return str(lib.fleks_text_data(text).decode('utf-8'))
    finally:
        lib.fleks_text_free(text)


class Rates:
    """The dated rates: the published ones, or with the rows of a rates file added.

    >>> Rates().version[:10] >= '2026-12-31'
    True
    """

    def __init__(self, csv: Optional[str] = None, language: str = 'da') -> None:
        self._handle: Optional[int] = None
        if csv is None:
            self._handle = lib.fleks_rates_embedded()
            if not self._handle:
                raise MemoryError
        else:
            data, error = csv.encode('utf-8'), new_error(language)
            self._handle = lib.fleks_rates_extended(data, len(data), ctypes.byref(error))
            if not self._handle:
                raise raised(error)

    def reformed(self, reform: 'Union[str, pathlib.Path, Dict[str, Any]]', ceilings: Optional[str] = None, language: str = 'da') -> 'Rates':
        """The same rates under a reform: its rates and its rules, for every task but cases.

        The reform is a path (its table of ceilings is read beside it), JSON text, or data; ``ceilings`` is the table's text.

        >>> reform = {'id': 'floor', 'title': 'A lower share', 'from': '2024-01', 'rates': {'taper_low_pct': 25}}
        >>> Rates().reformed(reform).version != Rates().version
        True
        """
        if isinstance(reform, pathlib.Path):
            text = reform.read_text(encoding='utf-8')
            named = json.loads(text).get('ceilings')
            if named is not None and ceilings is None:
                ceilings = (reform.parent / named).read_text(encoding='utf-8')
        else:
            text = reform if isinstance(reform, str) else json.dumps(reform, ensure_ascii=False)
        data, table, error = text.encode('utf-8'), None if ceilings is None else ceilings.encode('utf-8'), new_error(language)
        handle = lib.fleks_rates_reformed(self.handle, data, len(data), table, len(table or b''), ctypes.byref(error))
        if not handle:
            raise raised(error)
        made = Rates.__new__(Rates)
        made._handle = handle
        return made

    def area_ceiling(self, area: str) -> Optional[Decimal]:
        """The ceiling a month, in kroner, that the reform has for an agreement area; None where it has none."""
        oere = lib.fleks_rates_area_ceiling(self.handle, area.encode('utf-8'))
        return None if oere == c.FLEKS_NOT_KNOWN else Decimal(oere).scaleb(-2)

    def __del__(self) -> None:
        if getattr(self, '_handle', None):
            lib.fleks_rates_free(self._handle)
            self._handle = None

    @property
    def handle(self) -> int:
        assert self._handle is not None
        return self._handle

    @property
    def version(self) -> str:
        """Which rates these are: their last day, and a fingerprint of all rows."""
        return str(lib.fleks_rates_version(self.handle).decode('ascii'))


#: The published rates.
PUBLISHED = Rates()
