from __future__ import annotations

from datetime import date

import pytest

from quotepart.accounts.account import Account, open_account
from quotepart.dossier.charts.measured import Measured
from quotepart.dossier.charts.measures import draw_measure
from quotepart.measures.compute import compute
from quotepart.model.pact import Pact
from quotepart.wording.wording import find_wording


@pytest.fixture(scope="module")
def account(nato_pact: Pact) -> Account:
    return open_account(nato_pact)


def measured(account: Account, name: str, lang: str = "en", **asked) -> Measured:
    found = compute(account, name, known_on=date(2024, 7, 1), **{"years": [2024], **asked})
    return Measured(found=found, names=lambda id: id, wording=find_wording(lang), source="NATO, Tables")


def test_the_curve_begins_at_nothing_and_ends_at_all(account, samples) -> None:
    spec = draw_measure(measured(account, "lorenz"))
    points = [row for row in samples.values_in(spec) if "size" in row]
    assert (points[0]["x"], points[0]["y"]) == (0, 0)
    assert spec["title"]["subtitle"] == ["concentration Gini 0.150"]


def test_the_larger_members_are_named_on_the_curve(account, samples) -> None:
    words = {row["words"] for row in samples.values_in(draw_measure(measured(account, "lorenz"))) if "words" in row}
    assert {"USA", "DEU", "GBR", "FRA"} <= words
    assert "MNE" not in words


def test_shares_are_set_against_each_other_and_all_are_named(account) -> None:
    found = measured(account, "shares")
    spec = draw_measure(found)
    texts = [layer["mark"].get("text") for layer in spec["layer"] if isinstance(layer["mark"], dict)]
    assert {row.name for row in found.last.rows if row.name != "ISL"} <= {
        text for text in texts if isinstance(text, str)
    }
    assert "pays more than its share" in texts
