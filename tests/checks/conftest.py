"""What the tests of checks share: accounts opened once, claims made from a few words, and sentences judged."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from quotepart.accounts.account import Account, open_account
from quotepart.checks.check import check_claim, checker_for, claims_in
from quotepart.checks.checker import Checker
from quotepart.checks.claims.claim import Claim
from quotepart.checks.claims.cues import cue_grammar, find_cues
from quotepart.checks.readings.readings import Setting
from quotepart.model.amount import Amount
from quotepart.model.dates import Period
from quotepart.model.finding import Finding
from quotepart.model.pact import Pact

if TYPE_CHECKING:
    from quotepart.extraction.extractor import Extractor

Make = Callable[..., Claim]
Judge = Callable[..., Finding]


@pytest.fixture(scope="session")
def account(nato_pact: Pact) -> Account:
    return open_account(nato_pact)


@pytest.fixture(scope="session")
def league(tiny_pact: Pact) -> Account:
    return open_account(tiny_pact)


@pytest.fixture(scope="session")
def checker(account: Account) -> Checker:
    return checker_for(account)


@pytest.fixture(scope="session")
def extractor(nato_pact: Pact) -> Extractor:
    from quotepart.extraction.extractor import build_extractor

    return build_extractor(nato_pact)


@pytest.fixture(scope="session")
def make() -> Make:
    """Make a claim: words, number and unit, then kind, metric, whose, day, and what else a claim has."""

    def claim(
        words: str, value: str, unit: str, *, kind: str = "level", metric: str = "defence_expenditure", who: str = "NATO",
        on: str = "2024-08-01", step: str = "1", hedge: str = "exact", lang: str = "en", period: Period | None = None,
        **more: object,
    ) -> Claim:  # fmt: skip
        amount = Amount(value=Decimal(value), unit=unit, qualifier=hedge, step=Decimal(step))  # type: ignore[arg-type]
        made = {
            "text": words, "sentence": words, "start": len(words), "end": len(words), "amount": amount, "kind": kind,
            "metric": metric, "lang": lang, "said_on": date.fromisoformat(on), "groups": (who,) if who else (),
            "period": period, "cues": find_cues(words, cue_grammar(lang)),
        }  # fmt: skip
        return Claim(**{**made, **more})  # type: ignore[arg-type]

    return claim


@pytest.fixture(scope="session")
def setting(checker: Checker) -> Callable[..., Setting]:
    def on(day: str, language: str = "en") -> Setting:
        return checker.setting(date.fromisoformat(day), language)

    return on


@pytest.fixture(scope="session")
def claims_of(extractor: Extractor, account: Account) -> Callable[..., tuple[Claim, ...]]:
    """Return what one sentence asserts on a day."""

    def on(text: str, day: str, lang: str = "en") -> tuple[Claim, ...]:
        return claims_in(text, extractor, account, on=day, lang=lang)

    return on


@pytest.fixture(scope="session")
def judge(extractor: Extractor, account: Account) -> Judge:
    """Judge one sentence and return the first finding on it."""

    def on(text: str, day: str, lang: str = "en", **more: object) -> Finding:
        return check_claim(text, extractor, account, on=day, lang=lang, **more)[0]  # type: ignore[arg-type]

    return on
