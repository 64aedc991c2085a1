"""An invented league of four states, whose tables each test writes for itself."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from quotepart.accounts.account import Account, open_account
from quotepart.accounts.tables import COLUMNS, table_file
from quotepart.model.member import Group, Member
from quotepart.model.observation import Edition, Source
from quotepart.model.pact import ActorNames, Conventions, Indicator, Names, Pact
from quotepart.pacts.find import find_pact
from quotepart.pacts.load import load_pact

# Syldavia, Borduria, San Theodoros, which joined in 2018, and Nuevo Rico, which has nothing to report.
MEMBERS = {"SYL": 1950, "BOR": 1950, "SAT": 2018, "NUR": 1950}

Tables = Mapping[str, str]
League = Callable[[Tables], Account]


def edition(edition_id: str, **changes: object) -> Edition:
    producer, _, day = edition_id.partition(":")
    sources = [
        Source(id=f"{edition_id}/{key}", title="Tables", publisher="League", url="", citable=key != "rumour")
        for key in ("tables", "press", "rumour")
    ]
    made = Edition(
        id=edition_id,
        producer=producer,
        published=date.fromisoformat(day),
        title="",
        held="full",
        price_base=2010,
        sources=tuple(sources),
    )
    return replace(made, **changes)  # type: ignore[arg-type]  # the tests give the right fields


def table(header: str, *rows: str) -> str:
    return "\n".join([",".join(COLUMNS) + "," + header, *rows]) + "\n"


def make_pact(folder: Path, editions: list[Edition]) -> Pact:
    members = {each: Member(id=each, joined=date(year, 5, 1)) for each, year in MEMBERS.items()}
    groups = {
        "LEAGUE": Group(id="LEAGUE", entity="LEAGUE"),
        "OLD": Group(id="OLD", without=frozenset({"SAT"})),
    }
    actors = {"SYL": ActorNames(id="SYL", name="Syldavie", forms=("Royaume de Syldavie",))}
    indicators = [
        Indicator(
            id="spending",
            unit="USD",
            kind="sum",
            scale=Decimal(1000),
            bases=("current", "constant"),
            without=frozenset({"NUR"}),
        ),
        Indicator(id="output", unit="USD", kind="sum", scale=Decimal(1000), bases=("current", "constant")),
        Indicator(
            id="effort",
            unit="percent",
            kind="ratio",
            digits=2,
            bases=("constant",),
            numerator="spending",
            denominator="output",
            factor=Decimal(100),
            without=frozenset({"NUR"}),
        ),
        Indicator(
            id="gear", unit="percent", kind="weighted", digits=1, denominator="spending", without=frozenset({"NUR"})
        ),
        Indicator(id="change", unit="percent", digits=1, bases=("constant",)),
    ]
    return Pact(
        id="league",
        title={},
        conventions=Conventions(
            whole="LEAGUE", main_indicator="spending", share_indicator="effort", currency="USD", producers=("league",)
        ),
        members=members,
        groups=groups,
        indicators={each.id: each for each in indicators},
        offices={},
        holdings=(),
        meetings=(),
        announcements=(),
        pledges=(),
        priors=(),
        names={
            "fr": Names(lang="fr", actors=actors, groups={"LEAGUE": ("la Ligue",)}, indicators={"gear": "Matériel"})
        },
        editions={each.id: each for each in editions},
        sources={source.id: source for each in editions for source in each.sources},
        accounts=folder,
    )


@pytest.fixture
def make_table() -> Callable[..., str]:
    """The text of a table from its years and rows."""
    return table


@pytest.fixture
def make_edition() -> Callable[..., Edition]:
    """An edition with three sources: ``tables``, ``press`` and ``rumour``, which may not be cited."""
    return edition


@pytest.fixture
def league(tmp_path: Path) -> Callable[[Mapping[Edition, str]], Account]:
    """Open the account of the league with these tables by edition."""

    def opened(tables: Mapping[Edition, str]) -> Account:
        for each, text in tables.items():
            if each.held != "none":
                (tmp_path / table_file(each)).write_text(text, encoding="utf-8")
        return open_account(make_pact(tmp_path, list(tables)))

    return opened


@pytest.fixture(scope="session")
def nato() -> Account:
    """The account of the pact that comes with Quotepart."""
    return open_account(load_pact(find_pact("nato")))
