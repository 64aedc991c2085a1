from __future__ import annotations

import pytest

from quotepart.accounts.account import Account, open_account
from quotepart.pacts.find import find_pact
from quotepart.pacts.load import load_pact


@pytest.fixture(scope="session")
def account() -> Account:
    """The account of the pact that comes with Quotepart."""
    return open_account(load_pact(find_pact("nato")))
