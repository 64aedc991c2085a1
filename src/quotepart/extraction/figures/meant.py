"""What a figure is taken to mean, what was meant before it, and what a language and a pact need to tell that."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from quotepart.extraction.figures.changes import ChangeGrammar
from quotepart.extraction.text.tokens import Hit
from quotepart.model.entry import FigureKind
from quotepart.model.frozen import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Meaning:
    """The unit as understood, the metric, the kind, and the tokens of the words that show the metric."""

    unit: str
    metric: str
    kind: FigureKind
    shown: Hit[str] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Before:
    """What the text was about before a figure: metrics shown, the last figure's meaning and place, the last percentage by
    which something changed in the same sentence, targets named so far,
    and whether one that is given aid was named not long ago.
    """

    metrics: Sequence[str] = ()
    unit: str = ""
    currency: str = ""
    counted: str = ""
    money_metric: str = ""
    meaning: Meaning | None = None
    changed: Meaning | None = None
    last: int = -1
    targets: frozenset[Decimal] = frozenset()
    nears_receiver: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class MeaningGrammar:
    """What the pact counts by default; made by ``meaning.compile_meaning``.

    ``shares`` are metrics that are percentages of the main one, ``written`` those that figures are filed under, and
    ``thresholds`` the numbers that pledges of the whole pact name. ``aid`` is the measure of what is given to ``receivers``.
    """

    main: str
    shares: frozenset[str]
    written: frozenset[str]
    thresholds: frozenset[Decimal]
    change: ChangeGrammar
    definite: frozenset[str]
    aside: frozenset[str]
    at: frozenset[str]
    loose: frozenset[str]
    stops: frozenset[str]
    lists: frozenset[str]
    equates: frozenset[str]
    against: frozenset[str]
    most_members: int
    aid: str
    receivers: frozenset[str]
