"""What a document is about: the pact's closed list of topics, found by words, figures and actors, each with its places."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from ahocorasick_rs import AhoCorasick, MatchKind

from quotepart.extraction.languages.language import Language
from quotepart.extraction.text.fold import fold
from quotepart.extraction.text.prepared import Prepared
from quotepart.extraction.text.whole_words import whole_words
from quotepart.model.entry import Figure
from quotepart.model.frozen import dataclass
from quotepart.model.pact import Names, Pact
from quotepart.model.span import Span

_THRESHOLD = 1.3
_ROOMY = 4000  # characters: in a longer text more words stand in passing, so that a topic needs more of them
_AGAIN = 0.5  # what a phrase or a figure adds each further time, beside its first
_MOST_TIMES = 4
_IN_TITLE = 1.5  # how much more a phrase counts in the title and the first sentence
_LEAD = 2  # sentences

_Sign = tuple[
    int | str, Span, tuple[tuple[str, float], ...]
]  # what was said, where, and what it weighs for which topics


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicGrammar:
    """The pact's vocabulary of topics in a language, compiled: each phrase, metric and actor with the topics it speaks for."""

    automaton: AhoCorasick
    weights: tuple[tuple[tuple[str, float], ...], ...]
    marks: Mapping[str, tuple[tuple[str, float], ...]]


def compile_topics(language: Language, pact: Pact) -> TopicGrammar:
    """Return the grammar made from the pact's weighted words of topics and what else speaks for them."""
    names = pact.names.get(language.code) or Names(lang=language.code)
    by_phrase = _inverted(names.topics, fold)
    return TopicGrammar(
        automaton=AhoCorasick(list(by_phrase) or ["\0"], matchkind=MatchKind.LeftmostLongest),
        weights=tuple(by_phrase.values()),
        marks=_inverted(names.topic_marks, str),
    )


def _inverted(
    topics: Mapping[str, Mapping[str, float]], spelt: Callable[[str], str]
) -> dict[str, tuple[tuple[str, float], ...]]:
    found: dict[str, list[tuple[str, float]]] = {}
    for topic, weights in topics.items():
        for key, weight in weights.items():
            found.setdefault(spelt(key), []).append((topic, weight))
    return {key: tuple(weights) for key, weights in found.items()}


def find_topics(
    prepared: Prepared, grammar: TopicGrammar, figures: Sequence[Figure] = ()
) -> tuple[tuple[str, ...], Mapping[str, tuple[Span, ...]]]:
    """Return the topics of the report, the strongest first, and for each the places of its words and figures."""
    scores: dict[str, float] = {}
    spans: dict[str, list[Span]] = {}
    times: dict[int | str, int] = {}
    lead = prepared.sentences[min(_LEAD, len(prepared.sentences)) - 1].end if prepared.sentences else 0
    for key, span, weights in (*_worded(prepared, grammar), *_measured(figures, grammar), *_acting(prepared, grammar)):
        times[key] = times.get(key, 0) + 1
        factor = 1.0 if times[key] == 1 else _AGAIN if times[key] <= _MOST_TIMES else 0.0
        for topic, weight in weights:
            scores[topic] = scores.get(topic, 0.0) + weight * factor * (_IN_TITLE if span.end <= lead else 1.0)
            spans.setdefault(topic, []).append(span)
    least = _THRESHOLD * math.sqrt(max(1.0, len(prepared.text) / _ROOMY))
    found = sorted((topic for topic in scores if scores[topic] >= least), key=lambda topic: -scores[topic])
    return tuple(found), {topic: tuple(sorted(spans[topic])) for topic in found}


def _measured(figures: Iterable[Figure], grammar: TopicGrammar) -> Iterator[_Sign]:
    """The figures whose metric speaks for a topic."""
    return ((each.metric, each.span, grammar.marks[each.metric]) for each in figures if each.metric in grammar.marks)


def _acting(prepared: Prepared, grammar: TopicGrammar) -> Iterator[_Sign]:
    """The mentions, outside the furniture, of an actor who speaks for a topic."""
    for mention in prepared.mentions:
        for actor in mention.actors:
            if actor in grammar.marks and not prepared.is_furniture(mention.span):
                yield actor, mention.span, grammar.marks[actor]


def _worded(prepared: Prepared, grammar: TopicGrammar) -> Iterator[_Sign]:
    """Whole words outside the furniture."""
    folded = prepared.folded
    furniture = iter(prepared.furniture)
    apart = next(furniture, None)
    for pattern, start, end in whole_words(grammar.automaton, folded):
        while apart and apart.end <= start:
            apart = next(furniture, None)
        if not (apart and apart.start <= start):
            yield pattern, Span(start, end), grammar.weights[pattern]
