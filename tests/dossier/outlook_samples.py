"""Outlooks of the invented league, told in either language."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from functools import lru_cache
from pathlib import Path

from quotepart.accounts.account import open_account
from quotepart.dossier.charts.pictures import names_of
from quotepart.dossier.outlook.tables import Telling
from quotepart.outlook.ahead import Wish, look_ahead
from quotepart.pacts.load import load_pact
from quotepart.wording.wording import find_wording

PACT = load_pact(Path(__file__).parents[1] / "pact")
ACCOUNT = open_account(PACT)


@lru_cache
def told(
    *members: str, lang: str = "en", target: str = "1.5", by: int = 2030, method: str = "growth",
    growth: float | None = None, credibility: float | None = None,
) -> Telling:  # fmt: skip
    wish = Wish(
        target=Decimal(target), by=by, draws=400, seed=1, method=method, gdp_growth=growth, credibility=credibility
    )
    outlook = look_ahead(ACCOUNT, members, date(2024, 12, 31), wish)
    wording = find_wording(lang)
    return Telling(outlook=outlook, names=names_of(ACCOUNT, wording), wording=wording)
