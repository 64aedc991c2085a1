"""What a projection is told to follow: the trend alone, or values that each member is pulled towards."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import Literal

from quotepart.model.frozen import dataclass

Towards = Literal["trend", "plan", "pledge"]
"""Whether projections follow their own past only, a declared national plan, or the path of a pledge."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """What members are assumed to pursue.

    ``aims`` holds, by member, year and share of GDP in per cent of what it aims at, on the way to the next of them. Members
    without aims follow their trend. ``credibility`` is the part, from 0 to 1, that members take each year of the step which
    would still bring them there in time: one for all, or by member; where ``None``, the method knows what is usual. A method that
    follows no aims says so in ``Method.follows``.
    """

    towards: Towards = "trend"
    aims: Mapping[str, Mapping[int, float]] = field(default_factory=dict)
    credibility: float | Mapping[str, float] | None = None


TREND = Course()
"""Their own past only."""
