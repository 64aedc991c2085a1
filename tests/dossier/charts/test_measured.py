from __future__ import annotations

from datetime import date

import pytest

from quotepart.accounts.account import Account, open_account
from quotepart.dossier.charts.measured import Measured, with_rows
from quotepart.errors import UsageError
from quotepart.measures.compute import compute
from quotepart.model.pact import Pact
from quotepart.wording.wording import find_wording


@pytest.fixture(scope="module")
def account(nato_pact: Pact) -> Account:
    return open_account(nato_pact)


def measured(account: Account, name: str, **asked) -> Measured:
    found = compute(account, name, known_on=date(2024, 7, 1), **{"years": [2024], **asked})
    return Measured(found=found, names=lambda id: id.lower(), wording=find_wording("en"), source="NATO, Tables")


def test_the_frame_says_what_whose_when_and_from_where(account: Account) -> None:
    frame = measured(account, "growth").frame("measure", "per cent")
    assert frame.title == "Growth of spending: Nato, 2024e"
    assert frame.subtitle == "per cent · constant prices of 2015"
    assert frame.caption.startswith("Source: NATO, Tables. ")
    assert "estimates" in frame.caption


def test_final_figures_bear_no_mark(account: Account) -> None:
    found = measured(account, "hhi", years=[2018])
    assert found.mark == ""
    assert "estimates" not in found.frame("measure").caption


def test_nothing_found_is_an_error(account: Account) -> None:
    with pytest.raises(UsageError, match="no figure of"):
        with_rows(measured(account, "hhi", years=[2025], edition="nato:2025-08-28"))
