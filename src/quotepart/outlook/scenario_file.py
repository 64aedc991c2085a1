"""A scenario from its TOML file: every fault in one message, unknown keys among them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from pathlib import Path
from typing import TypeVar, get_args

from quotepart.errors import OutlookError
from quotepart.outlook.scenario import Range, Scenario, ScenarioLine, Scope, Threshold
from quotepart.pacts.faults import Faults
from quotepart.pacts.sections import Section, read_section

Value = TypeVar("Value")

LARGEST = 1_000_000
"""Bytes of the largest file taken in."""

MOST_LINES, MOST_YEARS, LONGEST_LIFE = 200, 100, 60
YEARS = range(1900, 2201)
SCOPES: tuple[Scope, ...] = get_args(Scope)
_ZERO = Range(low=0.0, high=0.0)


def read_scenario(file: Path, *, members: Collection[str], lines: Collection[str] = ()) -> Scenario:
    """Return the scenario in ``file``; ``members`` and capability ``lines`` are the ids of the pact that it may name.

    Raises ``OutlookError`` for a file that can't be read, or with all its faults.
    """
    return open_scenario(file, LARGEST, "docs/departure.md", lambda top: _scenario(top, file.stem, members, lines))


def open_scenario(file: Path, largest: int, page: str, read: Callable[[Section], Value]) -> Value:
    """Return what ``read`` makes of a scenario of at most ``largest`` bytes; ``page`` is where its keys are explained.

    Raises ``OutlookError`` for a file that can't be read, or with all its faults.
    """
    if not file.is_file():
        hint = "examples/scenarios holds some to start from"
        raise OutlookError("there is no such scenario", where=str(file), hint=hint)
    if file.stat().st_size > largest:
        raise OutlookError(f"a scenario has at most {largest:,} bytes", where=str(file), hint="is it another file?")
    faults = Faults()
    top = read_section(file.parent, file.name, faults)
    if faults.unread:
        raise _error(file, faults.found, page)
    found = read(top)
    if faults.found:
        raise _error(file, faults.found, page)
    return found


def _error(file: Path, faults: Sequence[str], page: str) -> OutlookError:
    count = "1 fault" if len(faults) == 1 else f"{len(faults)} faults"
    listed = "\n".join(f"  - {fault.removeprefix(file.name).lstrip(',: ')}" for fault in faults)
    return OutlookError(f"{count} in this scenario:\n{listed}", where=str(file), hint=f"{page} explains every key")


def _scenario(top: Section, id: str, members: Collection[str], lines: Collection[str]) -> Scenario:
    scenario = Scenario(
        id=id,
        titles=_names(top, "title"),
        is_invented=top.flag("invented"),
        source=top.text("source", ""),
        currency=top.text("currency"),
        price_year=_whole(top, "price_year", YEARS),
        starts=_whole(top, "starts", YEARS),
        life=_whole(top, "life", range(1, LONGEST_LIFE + 1)),
        scope=top.choice("scope", SCOPES),
        order_delay=_range(top, "order_delay", default=_ZERO, most=MOST_YEARS),
        together=float(top.decimal("together", "0")),
        lines=tuple(_line(each, lines) for each in top.sections("lines")),
        thresholds=tuple(_threshold(each, members) for each in top.sections("thresholds")),
        of=top.texts("of"),
    )
    top.close()
    _check(top, scenario, members)
    return scenario


def _check(top: Section, scenario: Scenario, members: Collection[str]) -> None:
    for member in scenario.of:
        if member not in members:
            top.fault("of", f"“{member}” is no member of this pact")
    if not scenario.is_invented and not scenario.source:
        top.fault("source", "is missing; say whose figures these are, or write invented = true")
    if not 0 <= scenario.together <= 1:
        top.fault("together", f"is {scenario.together}; expected 0 to 1")
    if not scenario.lines and not scenario.thresholds:
        top.fault("lines", "is missing; expected [[lines]], [[thresholds]] or both")
    if len(scenario.lines) + len(scenario.thresholds) > MOST_LINES:
        top.fault("lines", f"are more than {MOST_LINES} with the thresholds")
    for kind, ids in (
        ("lines", [each.id for each in scenario.lines]),
        ("thresholds", [each.id for each in scenario.thresholds]),
    ):
        for twice in sorted({id for id in ids if id and ids.count(id) > 1}):
            top.fault(kind, f"“{twice}” stands twice")


def _line(section: Section, known: Collection[str]) -> ScenarioLine:
    line = ScenarioLine(
        id=section.text("id"),
        names=_names(section, "name"),
        number=_range(section, "number", least=1),
        price=_range(section, "price"),
        running=_range(section, "running", default=_ZERO),
        lead=_range(section, "lead", most=MOST_YEARS),
        rate=_range(section, "rate", is_positive=True),
        first_rate=_range(section, "first_rate", is_positive=True) if section.has("first_rate") else None,
        ramp=_range(section, "ramp", default=_ZERO, most=MOST_YEARS),
        is_critical=section.flag("critical"),
        replaces=section.text("replaces", ""),
    )
    if line.replaces and line.replaces not in known:
        section.fault("replaces", f"“{line.replaces}” is no line of capability of this pact; known: {', '.join(known)}")
    if line.first_rate and line.first_rate.high > line.rate.high:
        section.fault("first_rate", "is above the rate; production only rises")
    if line.number.high / line.rate.low + line.ramp.high > MOST_YEARS:
        section.fault("rate", f"takes more than {MOST_YEARS} years for {line.number.high:g}")
    return line


def _threshold(section: Section, members: Collection[str]) -> Threshold:
    held = section.section("has")
    has = {member: float(value) for member, value in held.by_key(held.decimal).items()}
    for member, value in has.items():
        if member not in members:
            held.fault(member, "is no member of this pact")
        if value < 0:
            held.fault(member, f"is {value:g}; expected nothing or more")
    threshold = Threshold(
        id=section.text("id"),
        names=_names(section, "name"),
        need=float(section.decimal("need")),
        has=has,
        worth=float(section.decimal("worth", "1")),
    )
    if threshold.need <= 0:
        section.fault("need", f"is {threshold.need:g}; expected more than nothing")
    if threshold.worth < 0:
        section.fault("worth", f"is {threshold.worth:g}; expected nothing or more")
    return threshold


def _names(section: Section, key: str) -> Mapping[str, str]:
    """The name for all languages, and those in ``<key>s`` of single ones."""
    return {"": section.text(key), **section.section(f"{key}s").as_texts()}


def _whole(section: Section, key: str, known: range) -> int:
    value = section.integer(key)
    if value is None or value not in known:
        found = "missing" if value is None else value
        section.fault(key, f"is {found}; expected a whole number from {known[0]} to {known[-1]}")
        return known[0]
    return value


def _range(
    section: Section, key: str, *, default: Range | None = None, least: float = 0.0, most: float = 1e15,
    is_positive: bool = False,
) -> Range:  # fmt: skip
    """Return a number, ``[low, high]`` or ``[low, likely, high]``."""
    fallback = default or Range(low=1.0, high=1.0)
    values = [float(each) for each in section.numbers(key, needed=default is None)]
    if not values:
        return fallback
    low, high = values[0], values[-1]
    if len(values) > 3 or values != sorted(values):
        section.fault(key, "is no range; expected a number, [low, high] or [low, likely, high] in rising order")
        return fallback
    if low < least or high > most or (is_positive and low <= 0):
        bound = "more than 0" if is_positive else f"{least:g} to {most:g}"
        section.fault(key, f"is {low:g} to {high:g}; expected {bound}")
        return fallback
    return Range(low=low, high=high, likely=values[1] if len(values) == 3 else None)
