"""Briefs to be told: of members of the pact, with a document in which one of them is spoken of."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import cache
from pathlib import Path

from dossier.departures import nato
from quotepart.dossier.brief.brief import Brief, gather_brief
from quotepart.dossier.brief.words import Telling
from quotepart.outlook.ahead import Wish
from quotepart.wording.wording import find_wording

EXAMPLES = Path(__file__).parents[2] / "examples"
NOW = date(2026, 11, 1)


@cache
def judged(*names: str) -> tuple:
    """Documents of the examples with their records and findings."""
    workspace = nato()
    read = [each for each in workspace.records([EXAMPLES / name for name in names]) if isinstance(each, tuple)]
    return tuple((document, record, workspace.check(document, record, language="en")) for document, record in read)


@cache
def brief(
    member: str = "FRA", *, day: date = NOW, documents: tuple[str, ...] = (), leavers: tuple[str, ...] = ()
) -> Brief:
    """The brief on a member, from few draws."""
    workspace = nato()
    return gather_brief(
        workspace.account, member, known_on=day, wish=Wish(draws=400, seed=1), judged=judged(*documents),
        mentions=workspace.extractor.mentions, leavers=leavers,
    )  # fmt: skip


def told(found: Brief | None = None, lang: str = "en") -> Telling:
    """A brief, to be told in a language."""
    return Telling(found or brief(), nato().account, find_wording(lang))


def texts(rows: Iterable[tuple[str, ...]]) -> list[str]:
    """The rows of a table as lines."""
    return [" | ".join(row) for row in rows]
