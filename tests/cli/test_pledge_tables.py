from __future__ import annotations

import json
from datetime import date
from decimal import Decimal

from quotepart.cli.pledge_tables import STYLES, state_as_json, table_of_states
from quotepart.model.pact import Pledge
from quotepart.pledges.states import PledgeState
from quotepart.wording.wording import find_wording, languages

PLEDGE = Pledge(
    id="P1", made_on="2030-01-01", made_by="LEAGUE", kind="commitment", strength="aim", measure="share", operator=">=",
    threshold=Decimal(2), unit="percent_of_gdp", deadline=2034, from_year=2030, review_year=None, is_floor=False,
    bound=("LEAGUE",),
)  # fmt: skip
STATE = PledgeState(pledge=PLEDGE, member="SYL", day=date(2031, 1, 1), state="not_measurable", threshold=Decimal(2))


def test_a_state_is_a_row_in_words() -> None:
    table = table_of_states([STATE], [[STATE]], "en")
    assert table.columns == ("pledge", "member", "state", "since", "asked", "by")
    assert table.rows == [("P1", "SYL", "Not measurable yet", "2031-01-01", "≥ 2% of GDP", "2034")]


def test_a_state_is_an_object() -> None:
    shown = state_as_json(STATE)
    assert (shown["pledge"], shown["state"], shown["threshold"], shown["value"]) == ("P1", "not_measurable", 2, None)
    json.dumps(shown)


def test_every_styled_state_has_words() -> None:
    assert all(find_wording(lang).has(f"states.{state}") for lang in languages() for state in STYLES)
