"""What somebody does by saying something: assures, demands, blames … from the cue, the wording, and whom it is put to.

Each trait of a quote speaks for or against each act; the act with the highest sum is taken. The weights stand in ``acts.toml``;
`python tests/gold/weighing.py` computes them from annotated reports.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import get_args

import tomli

from quotepart.extraction.quotes.cues import Cue
from quotepart.extraction.quotes.findings import Finding
from quotepart.extraction.quotes.saying import SayingGrammar
from quotepart.extraction.text.fold import fold
from quotepart.extraction.text.prepared import Prepared
from quotepart.model.entry import Act, Speaker
from quotepart.model.span import Span

ACTS: tuple[Act, ...] = get_args(Act)
_DIGIT = re.compile(r"\d")
_MOST = 40
_LONGEST = 1200
_SHORT, _LONG = 30, 300  # characters
_TOGETHER = (
    ("condition", "own_future"),
    ("condition", "own_refusal"),
    ("condition", "reprisal"),
    ("condition", "danger"),
    ("condition", "gloom"),
    ("they", "fault"),
    ("they", "must"),
    ("we", "must"),
    ("you", "must"),
)
"""Traits that mean more together: what I do if you don't, what others must."""
_FULL = 3  # as many words of a kind say all that words of it can


def choose_act(finding: Finding, prepared: Prepared, grammar: SayingGrammar) -> tuple[Act, tuple[str, ...]]:
    """Return the act and towards whom it is done."""
    towards = _towards(finding.span, finding.speaker, prepared)
    if finding.is_question:
        return "other", towards
    return likeliest(traits(finding, prepared, grammar)), towards


def likeliest(shown: Iterable[tuple[str, float]]) -> Act:
    """Return the act for which the traits speak most."""
    sums, known = [0.0] * len(ACTS), weights()
    for trait, amount in shown:
        if row := known.get(trait):
            sums = [total + amount * weight for total, weight in zip(sums, row, strict=True)]
    return ACTS[sums.index(max(sums))]


@cache
def weights() -> Mapping[str, tuple[float, ...]]:
    """Return what each trait weighs for each of ``ACTS``, in log-odds."""
    table = tomli.loads((Path(__file__).parent / "acts.toml").read_text(encoding="utf-8"))
    return {trait: tuple(float(row.get(act, 0.0)) for act in ACTS) for trait, row in table.items()}


def traits(finding: Finding, prepared: Prepared, grammar: SayingGrammar) -> Iterator[tuple[str, float]]:
    """Yield what shows the act of a finding, each trait with how much of it there is."""
    span, cue = finding.span, finding.cue
    said = prepared.folded[span.start : min(span.end, span.start + _LONGEST)].replace("\n", " ").strip()
    counts = grammar.wording.count(said)
    turns = [turn for turn, pattern in grammar.wording.turns if pattern.search(said)]
    yield "any", 1.0
    yield finding.kind, 1.0
    yield from _of_cue(cue, grammar)
    share = min(1.0, _LONG / max(1, len(said))) ** 0.5
    for kind, count in counts.items():
        yield kind, min(count, _FULL) ** 0.5 * share
    for turn in turns:
        yield turn, share
    yield from (
        (f"{one} & {other}", 1.0) for one, other in _TOGETHER if one in counts and (other in counts or other in turns)
    )
    if grammar.wording.plain.issuperset(counts) and not turns:
        yield "plain", 1.0
    yield from _of_form(said)
    if cue is None and _leads(finding.speaker, grammar):
        yield "leads", 1.0
    if finding.kind == "indirect" and _is_of_self(said, finding, prepared, grammar):
        yield from ((f"self {turn}", 1.0) for turn in turns)


def _of_cue(cue: Cue | None, grammar: SayingGrammar) -> Iterator[tuple[str, float]]:
    if cue is None:
        yield "uncued", 1.0
        return
    yield f"to {cue.cue_class}", 1.0
    for way in grammar.wording.cues.get(cue.lemma, ()):
        yield way, 1.0
    if cue.is_negated:
        yield "negated", 1.0


def _of_form(said: str) -> Iterator[tuple[str, float]]:
    if said.endswith("?"):
        yield "question", 1.0
    elif "?" in said:
        yield "asked", 1.0
    if "!" in said:
        yield "cried", 1.0
    if len(said) < _SHORT:
        yield "short", 1.0
    elif len(said) > _LONG:
        yield "long", 1.0
    if _DIGIT.search(said):
        yield "digits", 1.0


def _is_of_self(said: str, finding: Finding, prepared: Prepared, grammar: SayingGrammar) -> bool:
    """Whether reported words begin with the speaker: a pronoun, the speaker's own country or what belongs to it."""
    opening = " ".join(said.replace("'", "' ").split()[:4])
    if opening.split(" ", 1)[0] in grammar.pronouns or "own" in grammar.wording.count(opening):
        return True
    own = finding.speaker.members if finding.speaker else ()
    at = bisect_left(prepared.mentions, finding.span.start, key=lambda mention: mention.span.start)
    nearest = prepared.mentions[at : at + 1]
    return any(each.span.start < finding.span.start + 6 and set(own) & set(each.actors) for each in nearest)


def _leads(speaker: Speaker | None, grammar: SayingGrammar) -> bool:
    return speaker is not None and fold(speaker.name) in grammar.words["moderators"]


def _towards(span: Span, speaker: Speaker | None, prepared: Prepared) -> tuple[str, ...]:
    """The actors named in what was said, other than those the speaker speaks for."""
    own = set(speaker.members) if speaker else set()
    named: dict[str, None] = {}
    first = bisect_left(prepared.mentions, span.start, key=lambda mention: mention.span.start)
    for mention in prepared.mentions[first : first + _MOST]:
        if span.holds(mention.span):
            named |= dict.fromkeys(actor for actor in mention.actors if actor not in own)
    return tuple(named)[:4]
