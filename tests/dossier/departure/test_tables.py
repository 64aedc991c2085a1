from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from dossier.departures import LATER, telling
from quotepart.dossier.departure.tables import (
    amount_words,
    efforts_panel,
    estimate_amount,
    estimates_panel,
    lines_panel,
    losses_panel,
    panels_of,
    payers_panel,
)


def cells(panel, first: str) -> tuple[str, ...]:
    return next(row for row in panel.rows if row[0] == first)


def test_what_goes() -> None:
    panel = losses_panel(telling())
    assert cells(panel, "Money") == ("Money", "$968 billion", "$1.47 trillion", "65.6%", "2024e", "NATO")
    assert cells(panel, "People in uniform")[1] == "1,300,210"
    assert panel.numbers == {1, 2, 3, 4}


def test_every_goal_has_its_scope() -> None:
    panel = efforts_panel(telling())
    assert cells(panel, "Keep the total")[3:] == ("5.84%", "–", "whole budget, like for like")
    assert cells(panel, "Spend 2% of GDP together")[2] == "reached: 2.01%"
    assert all(row[-1].startswith("whole budget, ") for row in panel.rows)


def test_who_pays_under_each_rule() -> None:
    panel = payers_panel(telling(), 12)
    assert panel.heads == ("member", "now", "by ability", "capped", "by income", "pro rata")
    assert cells(panel, "Poland") == ("Poland", "4.1%", "6.8%", "8.9%", "8.0%", "12.0%")
    assert (len(panel.rows), len(payers_panel(telling()).rows)) == (12, 30)


def test_lines_of_capability_say_at_most() -> None:
    panel = lines_panel(telling(day=LATER))
    assert cells(panel, "Tanker aircraft") == ("Tanker aircraft", "610 (2026)", "69, 8 counted", "at most 90%", "24")
    assert cells(panel, "Deployed nuclear warheads")[3] == "82%"
    assert cells(panel, "Combat aircraft")[2:4] == ("nobody else counted", "–")


def test_estimates_stand_apart() -> None:
    found = telling(day=LATER)
    panel = estimates_panel(found)
    amounts = {row[1]: row[2] for row in panel.rows}
    assert amounts["extra defence spending"] == "€250 billion a year"
    assert amounts["tactical combat aircraft to buy"] == "400"
    assert "not added" in panel.notes[0]
    share = next(each for each in found.departure.estimates if each.unit.startswith("%"))
    assert estimate_amount(found, share) == "0.12%"
    assert (
        estimate_amount(found, replace(share, unit="USD", low=Decimal("94e9"), high=Decimal("110e9")))
        == "$94–110 billion"
    )


def test_a_departure_of_forces_has_only_lines_and_estimates() -> None:
    assert [panel.title for panel in panels_of(telling(part="theatre", day=LATER))] == [
        "Capabilities, as far as they are counted",
        "What others have estimated",
    ]


def test_what_is_not_known_is_a_dash() -> None:
    assert amount_words(telling(), None, "USD") == "–"
