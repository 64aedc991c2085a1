"""What somebody does by saying something: assures, demands, blames … from the cue, its wording and whom it is put to."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping

from quotepart.extraction.cues import Cue
from quotepart.extraction.fold import fold
from quotepart.extraction.prepared import Prepared
from quotepart.extraction.saying import SayingGrammar
from quotepart.model.entry import Act, Speaker
from quotepart.model.span import Span

_BY_CLASS: Mapping[str, tuple[Act, float]] = {
    "warn": ("warn", 3.0),
    "threaten": ("threaten", 4.0),
    "promise": ("promise", 3.0),
    "demand": ("demand", 3.0),
    "criticise": ("criticise", 3.5),
    "praise": ("praise", 3.5),
    "reassure": ("reassure", 1.5),
    "refuse": ("refuse", 3.0),
    "announce": ("announce", 2.5),
}
_PER_HIT: Mapping[str, float] = {
    "demand": 1.3,
    "promise": 1.2,
    "reassure": 0.9,
    "criticise": 1.4,
    "praise": 1.3,
    "threaten": 1.2,
    "warn": 1.2,
    "refuse": 1.2,
    "announce": 1.2,
    "other": 1.25,
}
_ENOUGH = 1.2
_TURN = 2.0  # how much a turn of grammar weighs, such as a future of the first person
_MOST = 40
_LONGEST = 1200
_LONG = 400  # characters of a statement in which one telling phrase is not enough


def choose_act(
    span: Span, cue: Cue | None, speaker: Speaker | None, prepared: Prepared, grammar: SayingGrammar
) -> tuple[Act, tuple[str, ...]]:
    """Return the act and towards whom it is done; ``assert`` where nothing points elsewhere."""
    said = prepared.folded[span.start : min(span.end, span.start + _LONGEST)].strip()
    leads = speaker is not None and fold(speaker.name) in grammar.words["moderators"]
    if cue is None and (leads or said.endswith("?")):
        return "other", _towards(span, speaker, prepared)
    scores: dict[str, float] = {}
    if cue is not None and cue.cue_class in _BY_CLASS:
        act, weight = _BY_CLASS[cue.cue_class]
        scores[act] = weight
    if cue is not None and cue.lemma in grammar.words["barbed"]:
        scores["criticise"] = _ENOUGH
    for act_name, pattern in grammar.wording.turns:
        if pattern.search(said):
            scores[act_name] = scores.get(act_name, 0.0) + _TURN
    for act_name, hits in _hits(said, grammar).items():
        scores[act_name] = scores.get(act_name, 0.0) + _PER_HIT.get(act_name, 1.0) * min(hits, 3)
    best = max(scores, key=lambda name: scores[name], default="assert")
    enough = _ENOUGH if len(said) < _LONG else 2 * _ENOUGH
    chosen: Act = best if scores.get(best, 0.0) >= enough else "assert"  # type: ignore[assignment]  # keys are closed
    return chosen, _towards(span, speaker, prepared)


def _hits(words: str, grammar: SayingGrammar) -> Counter[str]:
    """How many phrases of each act stand in folded ``words``."""
    words = words.replace("\n", " ")
    hits: Counter[str] = Counter()
    for index, start, end in grammar.wording.automaton.find_matches_as_indexes(words):
        if not (words[start - 1 : start].isalnum() or words[end : end + 1].isalnum()):
            hits.update(grammar.wording.acts[index])
    return hits


def _towards(span: Span, speaker: Speaker | None, prepared: Prepared) -> tuple[str, ...]:
    """The actors named in what was said, other than those the speaker speaks for."""
    own = set(speaker.members) if speaker else set()
    named: dict[str, None] = {}
    first = bisect_left(prepared.mentions, span.start, key=lambda mention: mention.span.start)
    for mention in prepared.mentions[first : first + _MOST]:
        if span.holds(mention.span):
            named |= dict.fromkeys(actor for actor in mention.actors if actor not in own)
    return tuple(named)[:4]
