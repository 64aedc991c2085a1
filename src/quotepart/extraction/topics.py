"""What a document is about: the pact's closed list of topics, found by words, figures and actors, each with its places."""

from __future__ import annotations

import math
from bisect import bisect_right
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
_FEWEST_LISTED = 3  # states in an enumeration

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
    passing = _in_passing(prepared, figures)
    for key, span, weights in (*_worded(prepared, grammar), *_measured(figures, grammar), *_acting(prepared, grammar)):
        if span in passing:
            continue
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


def _in_passing(prepared: Prepared, figures: Iterable[Figure]) -> frozenset[Span]:
    """The names of states that only tell whose figures are given, or stand in a sentence that enumerates states.

    In a table of those who pay, none is what the report is about.
    """
    ends = [sentence.end for sentence in prepared.sentences]
    counted = {
        (bisect_right(ends, figure.span.start), actor)
        for figure in figures
        if figure.metric == "defence_expenditure"
        for actor in figure.who
    }
    named: dict[int, list[Span]] = {}
    found: set[Span] = set()
    for mention in prepared.mentions:
        if mention.kind in ("member", "state"):
            sentence = bisect_right(ends, mention.span.start)
            named.setdefault(sentence, []).append(mention.span)
            found |= {mention.span for actor in mention.actors if (sentence, actor) in counted}
    return frozenset(found.union(*(spans for spans in named.values() if len(spans) >= _FEWEST_LISTED)))


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
