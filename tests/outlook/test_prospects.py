from __future__ import annotations

from datetime import date
from decimal import Decimal

from quotepart.accounts.account import open_account
from quotepart.model.pact import Pact
from quotepart.outlook.ahead import Wish, look_ahead


def test_what_is_shown_follows_from_the_scenario(tiny_pact: Pact) -> None:
    wish = Wish(target=Decimal("1.5"), by=2027, draws=50, seed=1, scenario="plan")
    outlook = look_ahead(open_account(tiny_pact), ["SYL"], date(2024, 12, 31), wish)
    assert outlook.main is outlook.odds["plan"]
    assert (outlook.last_year, outlook.years) == (2024, (2025, 2026, 2027))
    assert outlook.groups == ("LEAGUE",)
    assert outlook.editions[0] == "league:2024-05-08"


def test_members_and_groups_have_a_past(tiny_pact: Pact) -> None:
    wish = Wish(target=Decimal("1.5"), by=2027, draws=50, seed=1)
    outlook = look_ahead(open_account(tiny_pact), ["SYL"], date(2024, 12, 31), wish)
    assert outlook.past_of("SYL")[2024] == 1.14
    assert outlook.past_of("SYL").keys() == outlook.past_of("LEAGUE").keys()
