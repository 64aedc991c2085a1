from __future__ import annotations

import json

from dossier.briefs import brief, told
from quotepart.cli.brief_output import brief_as_json, parts_of_brief


def test_a_brief_is_an_object_with_all_its_parts() -> None:
    shown = json.loads(json.dumps(brief_as_json(brief(documents=("erreurs-2024.txt",)))))
    assert (shown["member"], shown["known_on"], shown["leavers"]) == ("FRA", "2026-11-01", ["USA"])
    assert [each["target"] for each in shown["gaps"]] == [2, 3.5, 5]
    assert {each["rule"] for each in shown["bears"]} == {"pro_rata", "income_key", "capped", "ability_to_pay"}
    assert shown["outlook"]["odds"].keys() == {"trend", "plan", "pledge"}
    wales = next(each for each in shown["pledges"] if each["pledge"] == "P2014_WALES_2")
    assert (wales["state"], wales["since"]) == ("kept", "2026-07-10")
    assert (shown["findings"][0]["verdict"], shown["findings"][0]["line"]) == ("contradicted", 7)


def test_a_brief_without_figures_is_an_object_too() -> None:
    shown = json.loads(json.dumps(brief_as_json(brief("ISL"))))
    assert (shown["outlook"], shown["gaps"], shown["shares"]) == (None, [], [])


def test_a_terminal_gets_sentences_tables_and_notes() -> None:
    parts = list(parts_of_brief(told(brief(documents=("erreurs-2024.txt",)))))
    lines = [part for part in parts if isinstance(part, str)]
    titles = [part.title for part in parts if not isinstance(part, str)]
    assert lines[0] == "France in brief"
    assert titles == [
        "The gap in 2026, a year", "The odds of 3.5% of GDP",
        "After a departure (United States): its part of keeping the total", "What it pledged",
    ]  # fmt: skip
    assert any(
        line.startswith("- Contradicted: 2,6 % de son PIB (erreurs-2024.txt, 21 June 2024, line 7).") for line in lines
    )
