from __future__ import annotations

from datetime import date

import pytest

from quotepart.accounts.account import Account, open_account
from quotepart.dossier.charts.measured import Measured
from quotepart.dossier.charts.measures import draw_measure
from quotepart.errors import UsageError
from quotepart.measures.compute import compute
from quotepart.model.pact import Pact
from quotepart.wording.wording import find_wording


@pytest.fixture(scope="module")
def account(nato_pact: Pact) -> Account:
    return open_account(nato_pact)


def measured(account: Account, name: str, lang: str = "en", **asked) -> Measured:
    found = compute(account, name, known_on=date(2024, 7, 1), **{"years": [2024], **asked})
    return Measured(found=found, names=lambda id: id, wording=find_wording(lang), source="NATO, Tables")


def test_bars_are_of_members_and_the_headline_stands_above(account) -> None:
    spec = draw_measure(measured(account, "gap"))
    names = [cell["name"] for cell in spec["data"]["values"]]
    assert names[:3] == ["CAN", "ITA", "ESP"]
    assert "Gross" not in names
    assert spec["title"]["subtitle"][0].startswith("$37.2 billion")


def test_ratios_are_pale_below_one(account) -> None:
    cells = draw_measure(measured(account, "fairness"))["data"]["values"]
    assert all(cell["full"] == (cell["value"] >= 1) for cell in cells)
    assert [cell["value"] for cell in cells] == sorted((cell["value"] for cell in cells), reverse=True)


def test_rows_that_are_no_members_keep_their_order(account) -> None:
    names = [cell["name"] for cell in draw_measure(measured(account, "theil"))["data"]["values"]]
    assert names[0] == "Total"


def test_several_years_are_a_line_of_the_headline(account) -> None:
    cells = draw_measure(measured(account, "at_target", years=range(2014, 2025)))["data"]["values"]
    assert [cell["text"] for cell in cells][::10] == ["3", "23"]
    assert cells[-1]["estimate"]


def test_nothing_to_draw_is_an_error(account) -> None:
    with pytest.raises(UsageError, match="nothing to draw"):
        draw_measure(measured(account, "hhi", years=[2025], edition="nato:2025-08-28"))
    with pytest.raises(UsageError, match="no headline"):
        draw_measure(measured(account, "shares", years=[2023, 2024]))


@pytest.mark.parametrize("name", ["lorenz", "shares", "fairness", "benefit", "exploitation", "growth"])
def test_every_chart_can_be_drawn(name: str, account) -> None:
    from quotepart.dossier.charts.files import drawn_as

    svg = drawn_as(draw_measure(measured(account, name, lang="fr")), "a.svg", find_wording("fr")).decode()
    assert "NATO, Tables" in svg
