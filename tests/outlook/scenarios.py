"""A small scenario of made-up states, as values and as a file."""

from __future__ import annotations

from quotepart.outlook.scenario import Range, Scenario, ScenarioLine, Threshold


def sure(value: float) -> Range:
    return Range(low=value, high=value)


def line(id: str = "frigates", **parts) -> ScenarioLine:
    plain = {
        "names": {"": id}, "number": sure(10), "price": sure(100.0), "running": sure(5.0), "lead": sure(2), "rate": sure(5),
        "is_critical": True,
    }  # fmt: skip
    return ScenarioLine(id=id, **{**plain, **parts})


def scenario(*lines: ScenarioLine, thresholds: tuple[Threshold, ...] = (), **parts) -> Scenario:
    plain = {
        "id": "made_up", "titles": {"": "Made up"}, "is_invented": True, "source": "", "currency": "CHF", "price_year": 2024,
        "starts": 2027, "life": 10, "scope": "like_for_like", "order_delay": sure(1),
    }  # fmt: skip
    return Scenario(**{**plain, **parts}, lines=lines, thresholds=thresholds)


FILE = """
title = "Made up"
invented = true
currency = "CHF"
price_year = 2024
starts = 2027
life = 10
scope = "like_for_like"
order_delay = [1, 2]

[[lines]]
id = "frigates"
name = "Frigates"
names = { fr = "Frégates" }
number = [8, 10, 14]
price = 100
running = 5
lead = 2
rate = 5
critical = true

[[thresholds]]
id = "strait"
name = "Close the strait"
need = 12
has = { SYL = 4, BOR = 9 }
"""
