"""Tables of a pact's TOML files; keys that nobody asks for are faults."""

from __future__ import annotations

from collections.abc import Callable, Collection
from datetime import date, datetime
from decimal import Decimal
from functools import partial
from pathlib import Path
from typing import TypeVar

import tomli

from quotepart.pacts.faults import Faults, Report

Choice = TypeVar("Choice", bound=str)
Value = TypeVar("Value")
_MISSING = object()


class Section:
    """One table of a TOML file; each getter returns the key's value, or notes a fault and returns a neutral one.

    A key that no getter has asked for is unknown: ``close`` notes it, for this table and for all within it.
    """

    def __init__(self, file: str, path: str, values: dict[str, object], faults: Faults) -> None:
        self.file, self.path, self._values, self._faults = file, path, values, faults
        self._asked: set[str] = set()
        self._within: list[Section] = []

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys of this table, in the file's order."""
        return tuple(self._values)

    def fault(self, key: str, message: str) -> None:
        """Note a fault at ``key`` of this table."""
        self._faults.add(f"{self.file}, {self.path}{key}", message)

    def report(self, key: str) -> Report:
        """Return the function that notes faults at ``key``."""
        return partial(self.fault, key)

    def has(self, key: str) -> bool:
        """Whether the table has ``key``."""
        self._asked.add(key)
        return key in self._values

    def text(self, key: str, default: str | None = None) -> str:
        """Return a text; without ``default`` the key is needed."""
        return self._get(key, str, "a text", "" if default is None else default, default is None)

    def flag(self, key: str, default: bool = False) -> bool:
        """Return true or false."""
        return self._get(key, bool, "true or false", default, False)

    def integer(self, key: str) -> int | None:
        """Return a whole number, or nothing where the key is missing."""
        return self._get(key, int, "a whole number", 0, False) if self.has(key) else None

    def integers(self, key: str) -> tuple[int, ...]:
        """Return a list of whole numbers."""
        return self._list(key, int, "a list of whole numbers")

    def day(self, key: str) -> date:
        """Return a day, which is needed and written without quotes."""
        day = self._get(key, date, "a day, as in 2015-01-01", date.max, True)
        if isinstance(day, datetime):
            self.fault(key, f"is {day}; expected a day without an hour, as in 2015-01-01")
        return day

    def decimal(self, key: str, default: str | None = None) -> Decimal:
        """Return a number; without ``default`` the key is needed."""
        value = Decimal(self._get(key, (int, Decimal), "a number", Decimal(default or 0), default is None))
        if not value.is_finite():
            self.fault(key, f"“{value}” is no number")
            return Decimal(0)
        return value

    def numbers(self, key: str, needed: bool = False) -> tuple[Decimal, ...]:
        """Return a list of numbers, or the one number that stands there; empty where the key is missing and not ``needed``."""
        value: object = self._get(key, (int, Decimal, list), "a number or a list of numbers", [], needed)
        listed = value if isinstance(value, list) else [value]
        good = [Decimal(each) for each in listed if isinstance(each, int | Decimal) and not isinstance(each, bool)]
        if len(good) < len(listed) or not all(each.is_finite() for each in good):
            self.fault(key, "is not a number or a list of numbers throughout")
            return ()
        return tuple(good)

    def texts(self, key: str, needed: bool = False) -> tuple[str, ...]:
        """Return a list of texts, empty where the key is missing and not ``needed``."""
        return self._list(key, str, "a list of texts", needed)

    def choice(self, key: str, choices: Collection[Choice], default: Choice | None = None) -> Choice:
        """Return a text that must be one of ``choices``."""
        one_of = f"one of {', '.join(choices)}"
        value = self._get(key, str, one_of, default or "", default is None)
        for choice in choices:
            if value == choice:
                return choice
        if isinstance(self._values.get(key), str):  # what is missing, or no text, is a fault already
            self.fault(key, f"“{value}” is unknown; expected {one_of}")
        return next(iter(choices))

    def choices(self, key: str, choices: Collection[Choice]) -> tuple[Choice, ...]:
        """Return a list of texts that must each be one of ``choices``."""
        values = self.texts(key)
        for value in values:
            if value not in choices:
                self.fault(key, f"“{value}” is unknown; expected some of {', '.join(choices)}")
        return tuple(choice for choice in choices if choice in values)

    def as_texts(self) -> dict[str, str]:
        """Return every key of this table, each of which must hold a text."""
        return self.by_key(self.text)

    def section(self, key: str) -> Section:
        """Return the table at ``key``, an empty one where it is missing."""
        return self._inside(key, self._get(key, dict, "a table", {}, False))

    def named(self) -> dict[str, Section]:
        """Return every key of this table as a table of its own."""
        return {key: self.section(key) for key in self._values}

    def sections(self, key: str) -> tuple[Section, ...]:
        """Return the tables of the list at ``key``."""
        tables = self._list(key, dict, "a list of tables")
        return tuple(self._inside(f"{key}[{place}]", table) for place, table in enumerate(tables, start=1))

    def texts_or_sections(self, key: str) -> tuple[str | Section, ...]:
        """Return a list whose entries are texts or tables."""
        entries: list[object] = self._get(key, list, "a list of texts and tables", [], False)
        if not all(isinstance(entry, str | dict) for entry in entries):
            self.fault(key, "is not a list of texts and tables throughout")
        return tuple(
            entry if isinstance(entry, str) else self._inside(f"{key}[{place}]", entry)
            for place, entry in enumerate(entries, start=1)
            if isinstance(entry, str | dict)
        )

    def by_key(self, read: Callable[[str], Value]) -> dict[str, Value]:
        """Return each key of this table with what ``read``, a getter of this table, makes of it."""
        return {key: read(key) for key in self._values}

    def close(self) -> None:
        """Note every key that nobody asked for, here and within."""
        for key in self._values:
            if key not in self._asked:
                known = ", ".join(sorted(self._asked))
                self.fault(key, f"is unknown; known here: {known}")
        for section in self._within:
            section.close()

    def _get(
        self, key: str, kind: type[Value] | tuple[type, ...], expected: str, default: Value, needed: bool
    ) -> Value:
        self._asked.add(key)
        value = self._values.get(key, _MISSING)
        if value is _MISSING:
            if needed:
                self.fault(key, f"is missing; expected {expected}")
            return default
        if not isinstance(value, kind) or (isinstance(value, bool) and kind is not bool):
            self.fault(key, f"is {value!r}; expected {expected}")
            return default
        return value  # type: ignore[return-value]  # checked against ``kind``, which may be a tuple

    def _list(self, key: str, kind: type[Value], expected: str, needed: bool = False) -> tuple[Value, ...]:
        values = self._get(key, list, expected, [], needed)
        good = tuple(value for value in values if isinstance(value, kind) and not isinstance(value, bool))
        if len(good) < len(values):
            self.fault(key, f"is not {expected} throughout")
        return good

    def _inside(self, key: str, values: dict[str, object]) -> Section:
        section = Section(self.file, f"{self.path}{key}.", values, self._faults)
        self._within.append(section)
        return section


def read_section(folder: Path, file: str, faults: Faults) -> Section:
    """Return the whole of a TOML file as one section, an empty one where the file can't be read."""
    values: dict[str, object] = {}
    try:
        values = tomli.loads((folder / file).read_text(encoding="utf-8"), parse_float=Decimal)
    except FileNotFoundError:
        faults.give_up(file, "is missing")
    except UnicodeDecodeError as error:
        faults.give_up(file, f"is not UTF-8 (byte {error.start})")
    except (tomli.TOMLDecodeError, RecursionError) as error:  # the latter for lists within lists without end
        faults.give_up(file, f"is no TOML: {error}")
    return Section(file, "", values, faults)
