"""Scenarios of the outlook side by side: what each wishes, where it leads and what it costs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from quotepart.dossier.outlook.tables import Telling
from quotepart.dossier.tables import Head, Table
from quotepart.outlook.prospects import Outlook
from quotepart.wording.wording import Wording

Compared = Mapping[str, Telling]
"""Outlooks, told in one language, by the title of their scenario."""


def comparison_table(compared: Compared, wording: Wording) -> Table:
    """Return a table with a column a scenario, and a row for each thing supposed or answered."""
    columns = [_column(telling, wording) for telling in compared.values()]
    labels = dict.fromkeys(label for column in columns for label in column)
    return Table(
        caption=wording.say("outlook_comparison.title"),
        heads=(Head(wording.say("outlook.scenario")), *(Head(title, is_number=True) for title in compared)),
        rows=tuple((label, *(column.get(label, "–") for column in columns)) for label in labels),
    )


def comparison_rows(compared: Compared) -> Sequence[Mapping[str, Any]]:
    """Return one object a scenario: what it supposes, and its answers, probabilities from 0 to 1 and money in full units."""
    return [{"scenario": title, **_answers(telling.outlook)} for title, telling in compared.items()]


def _answers(outlook: Outlook) -> dict[str, Any]:
    odds, by = outlook.main, outlook.by
    members = len(odds.members)
    return {
        "target": outlook.target,
        "unit": outlook.unit,
        "by": by,
        "course": outlook.scenario,
        "method": outlook.method,
        "supposed_growth": outlook.supposed_growth,
        "supposed_credibility": outlook.supposed_credibility,
        "known_on": outlook.known_on.isoformat(),
        "members": members,
        "expected_members": odds.expected_members(by),
        "all_members": odds.at_least(members, by),
        "groups": {group: float(odds.at[odds.entities.index(group), -1]) for group in outlook.groups},
        "extra_cost": sum(each.cost.extra.median for each in outlook.prospects.values() if each.cost),
        "currency": outlook.currency,
    }


def _column(telling: Telling, wording: Wording) -> dict[str, str]:
    outlook, found = telling.outlook, _answers(telling.outlook)
    growth, trust = outlook.supposed_growth, outlook.supposed_credibility
    estimated = wording.say("outlook_comparison.estimated")
    cells = {
        "target": telling.aim,
        "by": telling.by,
        "course": telling.scenario,
        "method": telling.method,
        "growth": estimated if growth is None else wording.percent(growth),
        "credibility": estimated if trust is None else wording.percent(100 * trust, 0),
        "expected": wording.number(found["expected_members"], 1),
        "all": telling.odds(found["all_members"]),
    }
    named = {wording.say(f"outlook_comparison.{key}", count=found["members"]): cell for key, cell in cells.items()}
    wholes = {
        wording.say("outlook_comparison.group", group=telling.name(group)): telling.odds(odds)
        for group, odds in found["groups"].items()
    }
    return {**named, **wholes, wording.say("outlook_comparison.cost"): telling.money(round(found["extra_cost"]))}
