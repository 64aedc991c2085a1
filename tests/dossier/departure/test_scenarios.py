from __future__ import annotations

from dataclasses import replace

from dossier.departures import QUICK, SLOW, telling
from quotepart.dossier.departure.scenarios import compared_panel, origin_of, scenario_blocks, title_of_scenario
from quotepart.dossier.departure.words import Telling


def test_what_is_invented_says_so_everywhere() -> None:
    for lang, mark in (("en", "INVENTED"), ("fr", "INVENTÉ")):
        found = telling(lang=lang, scenarios=(QUICK, SLOW))
        for block in scenario_blocks(found):
            assert mark in block.title
            assert block.origin.startswith(mark)
        compared = compared_panel(found)
        assert compared is not None
        assert all(mark in row[0] for row in compared.rows)


def test_what_has_a_source_names_it() -> None:
    found = telling(scenarios=(QUICK,))
    (made,) = found.departure.replacements
    sourced = replace(made, scenario=replace(made.scenario, is_invented=False, source="the Gazette of Klow"))
    assert origin_of(found, sourced) == "By the Gazette of Klow."
    assert title_of_scenario(found, sourced) == "Orders at once"


def test_a_block_tells_cost_time_and_worth() -> None:
    (block,) = scenario_blocks(telling(scenarios=(QUICK,)))
    facts = dict(block.facts)
    assert set(facts) == {"cost in all", "to buy", "to run", "ready in", "slowest line", "dearest year"}
    assert facts["ready in"].startswith("20")
    assert [panel.title for panel in block.panels] == [
        "What would be bought",
        "Split pro rata",
        "What can only be done together",
    ]
    rows = {row[0]: row for row in block.panels[2].rows}
    assert rows["Refuel a large air campaign"][4:] == ("no longer", "United States 100%")
    assert any("sampled" in note for note in block.notes)


def test_one_scenario_is_not_compared() -> None:
    assert compared_panel(telling(scenarios=(QUICK,))) is None


def test_thresholds_alone_have_neither_cost_nor_time() -> None:
    found = telling(scenarios=(QUICK,))
    (made,) = found.departure.replacements
    bare = replace(made, total=None, purchase=None, running=None, ready=None, years=(), lines=())
    alone = Telling(replace(found.departure, replacements=(bare, bare)), found.account, found.wording)
    assert scenario_blocks(alone)[0].facts == ()
    assert compared_panel(alone).rows[0][1:5] == ("–", "–", "–", "–")
