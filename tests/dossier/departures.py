"""Departures to be told: of the United States by the edition of June 2024, and of a made-up state."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path

from quotepart.dossier.departure.words import Telling
from quotepart.outlook.departure import depart
from quotepart.wording.wording import find_wording
from quotepart.workspace import Workspace

EXAMPLES = Path(__file__).parents[2] / "examples" / "scenarios"
QUICK, SLOW = EXAMPLES / "invented-quick.toml", EXAMPLES / "invented-slow.toml"
JUNE, LATER = date(2024, 7, 1), date(2026, 11, 1)


@cache
def nato() -> Workspace:
    return Workspace.open("nato")


@cache
def telling(*members: str, lang: str = "en", day: date = JUNE, scenarios: tuple[Path, ...] = (), **parts) -> Telling:
    """The departure of members (the United States), to be told in a language."""
    account = nato().account
    found = depart(account, members or ("USA",), known_on=day, scenarios=scenarios, draws=200, **parts)
    return Telling(found, account, find_wording(lang))
