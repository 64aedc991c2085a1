"""A language's own words: sentence templates by key, and its way to write numbers, money, shares and dates."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from functools import lru_cache
from pathlib import Path
from string import Formatter
from typing import Any

import tomli

from quotepart.errors import LanguageError
from quotepart.model.frozen import dataclass

FOLDER = Path(__file__).parent
Value = str | int | float | Decimal | date
_UNTRIMMED, _FINEST_PART = 2, 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """The words of one language: ``phrases`` maps a dotted key to a template, ``rules`` holds how it writes numbers and dates.

    A phrase with two forms has the keys ``key.one`` and ``key.other``; ``count`` chooses between them.
    """

    lang: str
    phrases: Mapping[str, str]
    rules: Mapping[str, Any]

    def has(self, key: str) -> bool:
        """Whether there is a phrase, of one or two forms, under ``key``."""
        return key in self.phrases or f"{key}.other" in self.phrases

    def say(self, key: str, **values: Value) -> str:
        """Return the phrase under ``key`` with ``values`` in its places; numbers and dates are written the language's way.

        A year is given as text, for a number would be grouped (2,018). Raises ``LanguageError`` for an unknown key or a place
        without a value.

        >>> find_wording("en").say("verdicts.depends")
        'Depends on the reading'
        """
        template = self._template(key, values.get("count"))
        try:
            return template.format_map({name: self.write(value) for name, value in values.items()})
        except KeyError as error:
            hint = f"its template is “{template}”"
            raise LanguageError(f"“{key}” needs a value for {error}", where=f"{self.lang}.toml", hint=hint) from None

    def say_or(self, key: str, default: str, **values: Value) -> str:
        """Return the phrase under ``key``, or ``default`` where the language has none."""
        return self.say(key, **values) if self.has(key) else default

    def write(self, value: Value) -> str:
        """Return any value as text: a number or date the language's way, text as it is."""
        if isinstance(value, date):
            return self.date(value)
        return value if isinstance(value, str) else self.number(value)

    def number(self, value: int | float | Decimal, digits: int | None = None) -> str:
        """Return a number with the language's decimal mark and thousands; at most two decimals, or ``digits`` exactly.

        >>> find_wording("en").number(Decimal("-1234.50"))
        '−1,234.5'
        """
        exact = Decimal(str(value))
        shown = _rounded(abs(exact), _UNTRIMMED if digits is None else digits)
        text = f"{shown:,f}" if digits is not None else _trimmed(f"{shown:,f}")
        whole, _, fraction = text.partition(".")
        grouped = whole.replace(",", self.rules["thousands"] if shown >= self.rules["group_from"] else "")
        sign = "−" if exact < 0 and shown else ""
        return sign + grouped + (self.rules["decimal"] + fraction if fraction else "")

    def count(self, value: int | float | Decimal) -> str:
        """Return a whole number."""
        return self.number(value, 0)

    def percent(self, value: int | float | Decimal, digits: int | None = None) -> str:
        """Return a percentage: ``2%`` in English, ``2 %`` with a narrow no-break space in French."""
        return self.phrases["units.percent"].format(number=self.number(value, digits))

    def money(self, value: int | float | Decimal, currency: str, digits: int | None = None) -> str:
        """Return an amount of money given in full units: ``$41.7 billion``, ``41,7 milliards de dollars``.

        Without ``digits`` three significant digits are kept, and a trailing zero is left out. A currency the language has no name
        for is printed by its code.
        """
        exact = Decimal(str(value))
        scale = self._scale(exact)
        number = self._in_scale(abs(exact), scale, digits)
        return ("−" if exact < 0 else "") + self._with_currency(number, abs(exact), scale, currency)

    def amount(self, value: int | float | Decimal, unit: str, digits: int | None = None) -> str:
        """Return a value with its unit: money, per cent, share of GDP, points, times, a fraction or a bare count.

        >>> find_wording("en").amount(2, "percent_of_gdp")
        '2% of GDP'
        """
        if _is_currency(unit):
            return self.money(value, unit, digits)
        if unit == "fraction":
            return str(Fraction(str(value)).limit_denominator(_FINEST_PART)).replace("-", "−")
        return self._with_unit(self.number(value, digits), Decimal(str(value)), unit)

    def as_printed(self, value: Decimal, unit: str) -> str:
        """Return a value with its unit and all the digits it has, at most three decimals of its scale: ``$262.912 billion``."""
        scale = self._scale(value) if _is_currency(unit) else Decimal(1)
        return self.amount(value, unit, min(3, max(0, -_exponent(value / scale))))

    def span_of(self, low: Decimal | None, high: Decimal | None, unit: str) -> str:
        """Return an interval with its unit, ``$40.9–42.5 billion``; an open side is said in words, both open are nothing.

        >>> find_wording("en").span_of(Decimal("1.5"), Decimal(2), "percent")
        '1.5–2%'
        """
        if low is None or high is None:
            side, bound = ("at_most", high) if low is None else ("at_least", low)
            return self.say(f"interval.{side}", bound=self.amount(bound, unit)) if bound is not None else ""
        if self.amount(low, unit) == self.amount(high, unit):
            return self.amount(high, unit)
        if low < 0:
            return self.say("interval.between", low=self.amount(low, unit), high=self.amount(high, unit))
        if not _is_currency(unit):
            return self._with_unit(f"{self.number(low)}–{self.number(high)}", high, unit)
        scale = self._scale(high)
        number = f"{self.number(_rounded(low / scale, _decimals(low / scale)))}–{self._in_scale(high, scale)}"
        return self._with_currency(number, high, scale, unit)

    def _scale(self, value: Decimal) -> Decimal:
        """Return what a large number is counted in: thousands of millions, millions, or ones."""
        for scale in self.rules["scales"]:
            part = abs(value) / Decimal(scale["value"])
            if _rounded(part, _decimals(part)) >= 1:
                return Decimal(scale["value"])
        return Decimal(1)

    def _in_scale(self, value: Decimal, scale: Decimal, digits: int | None = None) -> str:
        part = value / scale
        if scale == 1:
            return self.number(value, digits)
        number = self.number(_rounded(part, _decimals(part))) if digits is None else self.number(part, digits)
        words = next(each for each in self.rules["scales"] if Decimal(each["value"]) == scale)
        return str(words["one" if self._is_one(part) else "other"]).format(number=number)

    def _with_currency(self, number: str, value: Decimal, scale: Decimal, currency: str) -> str:
        key = f"currencies.{currency}" if f"currencies.{currency}.plain" in self.phrases else "currencies.other"
        form = "scaled" if scale > 1 else "one" if self._is_one(value) else "plain"
        return self.phrases[f"{key}.{form}"].format(number=number, code=currency)

    def _with_unit(self, number: str, value: Decimal, unit: str) -> str:
        form = "one" if self._is_one(abs(value)) else "other"
        template = self.phrases.get(f"units.{unit}.{form}") or self.phrases.get(f"units.{unit}") or "{number} " + unit
        return template.format(number=number)

    def date(self, day: date | str) -> str:
        """Return a date, or a partial ISO date or ``start/end`` pair, as precisely as it is known.

        >>> find_wording("en").date("2018-07-12"), find_wording("fr").date("2018-07")
        ('12 July 2018', 'juillet 2018')
        """
        text = day if isinstance(day, str) else day.isoformat()
        if "/" in text:
            first, _, last = text.partition("/")
            return self.period(first, last)
        year, month, day_of_month = ([*text.split("-"), "", ""])[:3]
        if not month:
            return year
        name = self.rules["months"][int(month) - 1]
        if not day_of_month:
            return f"{name} {year}"
        first_of_month = self.rules.get("first_day", "1")
        return f"{first_of_month if int(day_of_month) == 1 else int(day_of_month)} {name} {year}"

    def period(self, start: str | None, end: str | None) -> str:
        """Return a period of partial ISO dates: ``2017–2018``, ``11–12 July 2018``, ``30 June – 2 July 2018``, ``since 2017``."""
        if start and end and start != end and len(start) == len(end) == 10 and start[:4] == end[:4]:
            first = self.date(start).removesuffix(f" {start[:4]}")
            return f"{first.split()[0]}–{self.date(end)}" if start[:7] == end[:7] else f"{first} – {self.date(end)}"
        if start and end:
            dash = "–" if len(start) == len(end) == 4 else " – "
            return self.date(start) if start == end else f"{self.date(start)}{dash}{self.date(end)}"
        if start or end:
            return self.say("interval.since" if start else "interval.until", date=self.date(start or end or ""))
        return ""

    def listing(self, items: Iterable[str]) -> str:
        """Return names as a list in a sentence: ``A, B and C``."""
        names = list(items)
        if len(names) < 2:
            return "".join(names)
        return self.say("interval.and", first=", ".join(names[:-1]), last=names[-1])

    def _is_one(self, value: Decimal) -> bool:
        """Whether ``value`` takes the singular: 1 in English, anything below 2 in French."""
        return value < 2 if self.rules["singular"] == "below_two" else value == 1

    def _template(self, key: str, count: object) -> str:
        if key in self.phrases:
            return self.phrases[key]
        is_one = isinstance(count, int | Decimal) and self._is_one(Decimal(count))
        template = self.phrases.get(f"{key}.{'one' if is_one else 'other'}")
        if template is None:
            raise LanguageError(f"there is no wording for “{key}”", where=f"{self.lang}.toml", hint="add it there")
        return template


def _decimals(value: Decimal) -> int:
    """Return how many decimals keep three significant digits."""
    return max(0, 2 - max(0, abs(value).adjusted()))


def _rounded(value: Decimal, digits: int) -> Decimal:
    return value.quantize(Decimal(1).scaleb(-digits), rounding=ROUND_HALF_UP)


def _exponent(value: Decimal) -> int:
    exponent = value.normalize().as_tuple().exponent
    return exponent if isinstance(exponent, int) else 0


def _is_currency(unit: str) -> bool:
    return len(unit) == 3 and unit.isupper()


def _trimmed(text: str) -> str:
    return text.rstrip("0").rstrip(".") if "." in text else text


def flatten(table: Mapping[str, Any], prefix: str = "") -> dict[str, str]:
    """Return nested tables of phrases as one table of dotted keys; raises ``TypeError`` where a leaf is no text."""
    flat: dict[str, str] = {}
    for name, value in table.items():
        if isinstance(value, Mapping):
            flat |= flatten(value, f"{prefix}{name}.")
        elif isinstance(value, str):
            flat[f"{prefix}{name}"] = value
        else:
            raise TypeError(f"{prefix}{name} must be text, not {value!r}")
    return flat


def places_in(template: str) -> frozenset[str]:
    """Return the names of the places that a template leaves open."""
    return frozenset(name for _, name, _, _ in Formatter().parse(template) if name)


def languages() -> tuple[str, ...]:
    """Return the codes of the languages that Quotepart can write."""
    return tuple(sorted(file.stem for file in FOLDER.glob("*.toml")))


@lru_cache
def find_wording(lang: str) -> Wording:
    """Return the words of ``lang``; raises ``LanguageError``, naming those there are, where it has none."""
    if lang not in languages():
        raise LanguageError(f"Quotepart can't write “{lang}”", hint=f"choose one of: {', '.join(languages())}")
    table = tomli.loads((FOLDER / f"{lang}.toml").read_text(encoding="utf-8"))
    rules = table.pop("rules")
    return Wording(lang=lang, phrases=flatten(table), rules=rules)
