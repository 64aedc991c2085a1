"""Targets of a text that nobody had set before a known day: "5 % of GDP" is no older than the first to demand it."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from decimal import Decimal

from quotepart.extraction.languages.language import Language
from quotepart.extraction.text.prepared import Prepared
from quotepart.extraction.times.clues import Clue, says
from quotepart.extraction.times.windows import Window
from quotepart.model.dates import first_day
from quotepart.model.frozen import dataclass
from quotepart.model.pact import Pact

_REACH = 80  # characters beside a percentage in which words make it a share that is aimed at
_SHARE = "percent_of_gdp"
_FEWEST = Decimal(5)  # percent: lower shares were spent by members before anyone set them as a target


@dataclass(frozen=True, slots=True, kw_only=True)
class TargetGrammar:
    """The first day of each target by its percentage, and how a language writes shares that are aimed at."""

    since: Mapping[Decimal, dt.date]
    pattern: re.Pattern[str]
    shares: tuple[str, ...]
    aims: tuple[str, ...]


def compile_targets(language: Language, pact: Pact) -> TargetGrammar:
    """Return the grammar made from the pact's pledges and demands in shares of GDP and the language's table ``dates``."""
    table = language.tables.get("dates", {}).get("announced", {})
    percent = "|".join(map(re.escape, table.get("percent", ()))) or r"(?!)"
    since: dict[Decimal, dt.date] = {}
    for pledge in pact.pledges:
        if pledge.threshold is not None and pledge.unit == _SHARE and pledge.threshold >= _FEWEST:
            day = first_day(pledge.made_on)
            since[pledge.threshold] = min(day, since.get(pledge.threshold, day))
    return TargetGrammar(
        since=since,
        pattern=re.compile(rf"(?<![\w.,])(\d{{1,2}}(?:[.,]\d)?)\s?(?:{percent})"),
        shares=tuple(table.get("shares", ())),
        aims=tuple(table.get("aims", ())),
    )


def target_clues(prepared: Prepared, grammar: TargetGrammar) -> Iterator[Clue]:
    """Yield the targets a text speaks of, each with the time since it was first set."""
    folded = prepared.folded
    for found in grammar.pattern.finditer(folded):
        day = grammar.since.get(Decimal(found[1].replace(",", ".")))
        beside = folded[max(0, found.start() - _REACH) : found.end() + _REACH]
        if day and says(beside, grammar.shares) and says(beside, grammar.aims):
            yield Clue(found[0], f"{day}", (Window(day, dt.date.max),))
