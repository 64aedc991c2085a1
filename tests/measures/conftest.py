from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from quotepart.accounts.account import Account, open_account
from quotepart.measures.question import Question, ask
from quotepart.model.pact import Pact
from quotepart.pacts.find import find_pact
from quotepart.pacts.load import load_pact

TODAY = date(2026, 11, 1)


@pytest.fixture(scope="session")
def account() -> Account:
    """The account of the pact that comes with Quotepart."""
    return open_account(load_pact(find_pact("nato")))


@pytest.fixture(scope="session")
def league(tiny_pact: Pact) -> Account:
    """The account of the invented league."""
    return open_account(tiny_pact)


@pytest.fixture
def asked(account: Account) -> Callable[..., Question]:
    """A question to NATO's edition of June 2024 about 2024, with any part of it changed."""

    def question(**parts) -> Question:
        return ask(account, **{"edition": "nato:2024-06-17", "year": 2024, "known_on": TODAY, **parts})

    return question
