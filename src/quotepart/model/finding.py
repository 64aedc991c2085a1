"""What the accounts say of a claim: readings with their working, a verdict, flags."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from quotepart.model.amount import Amount
from quotepart.model.observation import Basis, Status
from quotepart.model.span import Span

Verdict = Literal["supported", "close", "depends", "out_of_date", "as_announced", "contradicted", "not_checkable"]
Result = Literal["match", "near", "miss", "no_data"]
LinkKind = Literal["repeats", "contradicts", "pointed_to"]
EditionIs = Literal["own", "substitute", "announcement"]
Reason = Literal[
    "no_series", "no_period", "no_edition_then", "definition", "forecast", "counterfactual", "cause", "opinion",
    "too_vague", "group_unknown", "unit_unknown",
]  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Input:
    """One official value a reading was computed from; ``source`` names publisher, title and place in it, or the copy read.

    ``group`` is the group whose sum or count the value went into, empty where it stands for itself; ``step`` is the last
    printed digit.
    """

    member: str
    year: int
    indicator: str
    value: Decimal
    unit: str
    basis: Basis
    status: Status
    edition: str
    source: str
    group: str = ""
    step: Decimal | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One interpretation of a claim, computed: what was looked up, the value with its interval, and how it compares.

    ``weight`` comes from the wording alone. ``value``, ``low`` and ``high`` are ``None`` without data. ``formula`` with
    ``inputs`` gives ``value`` again. ``reason`` says why there is no data or why a miss may not contradict; ``why`` is the
    reason for the weight.
    """

    label: str
    weight: float
    measure: str
    group: str
    start: str | None
    end: str | None
    basis: Basis
    known_on: str
    edition: str | None
    edition_is: EditionIs
    unit: str
    result: Result
    value: Decimal | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    formula: str = ""
    inputs: tuple[Input, ...] = ()
    reason: Reason | None = None
    why: str = ""
    flags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """What ties a finding to an earlier one, or to words further on.

    ``repeats`` and ``contradicts`` name the earlier ``finding``, its ``source`` and who said it when; ``pointed_to`` has the
    place of ``words`` ("that figure") that stand for this finding's own.
    """

    kind: LinkKind
    finding: str
    source: str = ""
    said_by: str | None = None
    said_on: str | None = None
    span: Span | None = None
    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Now:
    """The same claim by the latest edition."""

    verdict: Verdict
    edition: str | None
    value: Decimal | None
    basis: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """The verdict on one claim, with everything needed to recompute and to quote it.

    ``span`` is the claim's place in its document. ``basis`` is one sentence a reader understands. ``reason`` and
    ``settle`` are set where nothing can be said: why, and which table, edition or definition would settle it. ``sentence`` is
    the sentence that ``claim`` stands in and ``stated`` its amount; ``links`` tie the finding to others.
    """

    id: str
    claim: str
    verdict: Verdict
    basis: str
    span: Span | None = None
    said_by: str | None = None
    said_on: str | None = None
    reason: Reason | None = None
    settle: str | None = None
    assumptions: tuple[str, ...] = ()
    readings: tuple[Reading, ...] = ()
    flags: tuple[str, ...] = ()
    now: Now | None = None
    sentence: str = ""
    stated: Amount | None = None
    links: tuple[Link, ...] = ()
