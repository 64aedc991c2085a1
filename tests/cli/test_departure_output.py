from __future__ import annotations

import json

from dossier.departures import LATER, QUICK, SLOW, telling
from quotepart.cli.departure_output import departure_as_json, parts_of_departure
from quotepart.cli.output import Table


def test_the_answer_comes_first_with_its_scope() -> None:
    parts = list(parts_of_departure(telling()))
    assert parts[0] == "United States: what would go, and what it would take"
    assert parts[1] == "Scope: whole budgets and all forces, wherever they stand"
    titles = [part.title for part in parts if isinstance(part, Table)]
    assert titles[:2] == ["What goes", "What it takes"]
    assert "No citable published estimate of this departure is held." in parts


def test_scenarios_stand_with_their_mark_before_their_numbers() -> None:
    parts = [part for part in parts_of_departure(telling(scenarios=(QUICK, SLOW))) if isinstance(part, str)]
    at = parts.index("Orders at once (INVENTED)")
    assert parts[at + 1].startswith("INVENTED: ")


def test_every_departure_can_be_written_as_json() -> None:
    for found in (telling(day=LATER), telling(part="theatre"), telling("ISL"), telling(scenarios=(QUICK,))):
        text = json.dumps(departure_as_json(found.departure), allow_nan=False)
        assert json.loads(text)["leavers"]


def test_a_scenario_s_json_carries_its_seed_draws_and_mark() -> None:
    (made,) = departure_as_json(telling(scenarios=(QUICK,)).departure)["scenarios"]
    assert (made["invented"], made["draws"]) == (True, 200)
    assert made["seed"]
    assert made["total"]["p10"] < made["total"]["p50"] < made["total"]["p90"]
    assert made["coalition"]["lost"] == ["refuelling"]
