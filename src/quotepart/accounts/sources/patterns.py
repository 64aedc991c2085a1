"""Texts that a file must hold, with a place for the year of its constant prices: ``Constant {price_base} prices``."""

from __future__ import annotations

import re
from dataclasses import field

from quotepart.model.frozen import dataclass

PLACE = "{price_base}"


@dataclass(frozen=True, slots=True)
class Pattern:
    """A text to be found; ``{price_base}`` in it stands for a year. Case and doubled spaces do not count."""

    text: str
    _form: re.Pattern[str] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        escaped = re.escape(_single_spaced(self.text)).replace(re.escape(PLACE), "(?P<year>[0-9]{4})")
        object.__setattr__(self, "_form", re.compile(escaped, re.IGNORECASE))

    def fits(self, text: str) -> bool:
        """Whether ``text`` is this text.

        >>> Pattern("Constant {price_base} prices").fits("Constant 2015  prices ")
        True
        """
        return self._form.fullmatch(_single_spaced(text)) is not None

    def price_base(self, text: str) -> int | None:
        """Return the year that ``text`` has in the place of the price base."""
        found = self._form.fullmatch(_single_spaced(text))
        return int(found["year"]) if found and PLACE in self.text else None


def _single_spaced(text: str) -> str:
    return " ".join(text.split())
