"""Numerals in digits: what they are worth by a language's habit, and how they are printed."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

_LONGEST = 24  # digits; a longer run is a code, and squaring its length would be slow
_SEPARATORS = ".,'"


def read_digits(written: str, decimal: str) -> tuple[Decimal, Decimal, Decimal | None] | None:
    """Return value, step and the other possible value of a numeral; ``None`` for dates, versions and codes.

    >>> read_digits("34.000", ",")
    (Decimal('34000'), Decimal('1000'), None)
    >>> read_digits("1,50", ",")[:2], read_digits("12.07.2018", ",")
    ((Decimal('1.50'), Decimal('0.01')), None)
    """
    if len(written) > _LONGEST:
        return None
    whole = written.replace(" ", "")
    marks = [char for char in whole if char in _SEPARATORS]
    if not marks:
        return _whole(whole)
    groups = whole.replace(",", ".").replace("'", ".").split(".")
    if len(set(marks)) == 2 and len(set(marks[:-1])) == 1 and _is_grouped(groups[:-1]):
        return _with_decimals("".join(groups[:-1]), groups[-1])
    if len(set(marks)) > 1:
        return None
    if " " in written:
        return _with_decimals(groups[0], groups[1]) if len(groups) == 2 and "'" not in marks else None
    return _one_mark(groups, marks[0], decimal)


def significant_step(value: Decimal) -> Decimal:
    """Return the worth of the last digit of a whole number that is not zero (700 → 100).

    >>> significant_step(Decimal(5600))
    Decimal('100')
    """
    digits = str(int(value))
    return Decimal(10) ** (len(digits) - len(digits.rstrip("0"))) if int(value) else Decimal(1)


def print_number(value: Decimal, decimal: str) -> str:
    """Return ``value`` in digits with the decimal mark ``decimal`` and no-break blanks between thousands.

    >>> print_number(Decimal("34000.5"), ",")
    '34\\u202f000,5'
    """
    whole, _, places = f"{value:f}".partition(".")
    grouped = f"{int(whole):,}".replace(",", "\u202f")
    return grouped + (decimal + places if places else "")


def _whole(digits: str) -> tuple[Decimal, Decimal, None]:
    value = Decimal(digits)
    return value, significant_step(value), None


def _with_decimals(whole: str, places: str) -> tuple[Decimal, Decimal, None]:
    return Decimal(f"{whole}.{places}"), Decimal(1).scaleb(-len(places)), None


def _is_grouped(groups: Sequence[str]) -> bool:
    return 1 <= len(groups[0]) <= 3 and all(len(group) == 3 for group in groups[1:])


def _one_mark(groups: Sequence[str], mark: str, decimal: str) -> tuple[Decimal, Decimal, Decimal | None] | None:
    grouped = _is_grouped(groups) and groups[0] != "0"
    if len(groups) > 2:
        return _whole("".join(groups)) if grouped else None
    if mark == "'":
        return _whole("".join(groups)) if grouped else None
    if mark == decimal:
        value, step, _ = _with_decimals(*groups)
        return value, step, Decimal("".join(groups)) if grouped else None
    if grouped:
        return _whole("".join(groups))
    return _with_decimals(*groups) if len(groups[1]) <= 2 or groups[0] == "0" else None
