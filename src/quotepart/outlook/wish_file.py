"""A scenario of the outlook from its TOML file: what is wished for, under a title; every fault in one message."""

from __future__ import annotations

from pathlib import Path

from quotepart.errors import OutlookError
from quotepart.model.frozen import dataclass
from quotepart.outlook.ahead import BY, DRAWS, METHOD, SCENARIOS, SEED, TARGET, Wish
from quotepart.outlook.scenario_file import open_scenario
from quotepart.pacts.sections import Section

LARGEST = 100_000
"""Bytes of the largest file taken in."""

MOST = 20
"""How many scenarios are compared at once: a table of more is not read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedWish:
    """A wish with the title by which it is told from others."""

    title: str
    wish: Wish


def read_wishes(files: list[Path]) -> tuple[NamedWish, ...]:
    """Return the scenarios in ``files``, in their order.

    Raises ``OutlookError`` for none or too many, two of one title, and a file that can't be read, with all its faults.
    """
    if not 1 <= len(files) <= MOST:
        raise OutlookError(f"{len(files)} scenarios can't be compared", hint=f"give 1 to {MOST} files")
    read = tuple(read_wish(file) for file in files)
    titles = [each.title for each in read]
    twice = next((title for title in titles if titles.count(title) > 1), None)
    if twice is not None:
        raise OutlookError(f"two scenarios are called “{twice}”", hint="give each its own title")
    return read


def read_wish(file: Path) -> NamedWish:
    """Return the scenario in ``file``, where each key but ``title`` may be left out.

    Raises ``OutlookError`` for a file that can't be read, or with all its faults.
    """
    return open_scenario(file, LARGEST, "docs/outlook.md", _named)


def _named(top: Section) -> NamedWish:
    course = top.choice("course", SCENARIOS) if top.has("course") else None
    wish = Wish(
        target=top.decimal("target", str(TARGET)),
        by=_whole(top, "by", BY),
        draws=_whole(top, "draws", DRAWS),
        seed=_whole(top, "seed", SEED),
        method=top.text("method", METHOD),
        scenario=course,
        credibility=_share(top, "credibility"),
        gdp_growth=_share(top, "growth"),
    )
    named = NamedWish(title=" ".join(top.text("title").split()), wish=wish)
    top.close()
    return named


def _whole(top: Section, key: str, default: int) -> int:
    value = top.integer(key)
    return default if value is None else value


def _share(top: Section, key: str) -> float | None:
    """The number at ``key``, ``None`` where it is left out: it is then estimated."""
    return float(top.decimal(key)) if top.has(key) else None
