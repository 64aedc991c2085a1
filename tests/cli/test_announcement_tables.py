from __future__ import annotations

import json
from datetime import date

from quotepart.cli.announcement_tables import announcement_as_json, table_of_announcements
from quotepart.model.pact import Pact


def test_what_was_said_of_whom_and_over_which_base(nato_pact: Pact) -> None:
    said = [each for each in nato_pact.announcements if each.announced_on <= date(2018, 7, 12)]
    table = table_of_announcements(said, "en")
    (row,) = (row for row in table.rows if row[0] == "A029")
    assert row == (
        "A029", "2018-07-12", "Jens Stoltenberg", "$41 billion", "added_spending", "EUROPE_CANADA", "2017–2018", "2016",
        "", "",
    )  # fmt: skip
    assert [row[1] for row in table.rows] == sorted((row[1] for row in table.rows), reverse=True)


def test_as_an_object_with_its_source(nato_pact: Pact) -> None:
    shown = [json.loads(json.dumps(announcement_as_json(each))) for each in nato_pact.announcements]
    assert {each["held"] for each in shown} == {"announcement"}
    (one,) = (each for each in shown if each["id"] == "A029")
    assert (one["value"], one["base_year"], one["citable"]) == (41 * 10**9, 2016, True)
    assert one["url"].startswith("https://")
