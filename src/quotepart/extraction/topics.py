"""What a document is about: the pact's closed list of topics, found by weighted words, with the places that justify each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ahocorasick_rs import AhoCorasick, MatchKind

from quotepart.extraction.fold import fold
from quotepart.extraction.languages.language import Language
from quotepart.extraction.prepared import Prepared
from quotepart.model.pact import Names, Pact
from quotepart.model.span import Span

_THRESHOLD = 3.0
_AGAIN = 0.5  # what a phrase adds each further time, beside its first
_MOST_TIMES = 4
_IN_TITLE = 1.5  # how much more a phrase counts in the title and the first sentence
_LEAD = 2  # sentences


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicGrammar:
    """The pact's vocabulary of topics in a language, compiled: each phrase with the topics it speaks for."""

    automaton: AhoCorasick
    weights: tuple[tuple[tuple[str, float], ...], ...]
    order: tuple[str, ...]


def compile_topics(language: Language, pact: Pact) -> TopicGrammar:
    """Return the grammar made from the pact's weighted words of topics."""
    names = pact.names.get(language.code) or Names(lang=language.code)
    by_phrase: dict[str, list[tuple[str, float]]] = {}
    for topic, words in names.topics.items():
        for phrase, weight in words.items():
            by_phrase.setdefault(fold(phrase), []).append((topic, weight))
    return TopicGrammar(
        automaton=AhoCorasick(list(by_phrase) or ["\0"], matchkind=MatchKind.LeftmostLongest),
        weights=tuple(tuple(weights) for weights in by_phrase.values()),
        order=tuple(names.topics),
    )


def find_topics(prepared: Prepared, grammar: TopicGrammar) -> tuple[tuple[str, ...], Mapping[str, tuple[Span, ...]]]:
    """Return the topics of the report, the strongest first, and for each the places of its words."""
    scores: dict[str, float] = {}
    spans: dict[str, list[Span]] = {}
    times: dict[int, int] = {}
    lead = prepared.sentences[min(_LEAD, len(prepared.sentences)) - 1].end if prepared.sentences else 0
    for pattern, span in _hits(prepared, grammar):
        times[pattern] = times.get(pattern, 0) + 1
        factor = 1.0 if times[pattern] == 1 else _AGAIN if times[pattern] <= _MOST_TIMES else 0.0
        for topic, weight in grammar.weights[pattern]:
            scores[topic] = scores.get(topic, 0.0) + weight * factor * (_IN_TITLE if span.end <= lead else 1.0)
            spans.setdefault(topic, []).append(span)
    found = sorted((topic for topic in scores if scores[topic] >= _THRESHOLD), key=lambda topic: -scores[topic])
    return tuple(found), {topic: tuple(spans[topic]) for topic in found}


def _hits(prepared: Prepared, grammar: TopicGrammar) -> Iterator[tuple[int, Span]]:
    """Whole words outside the furniture."""
    folded = prepared.folded
    furniture = iter(prepared.furniture)
    apart = next(furniture, None)
    for pattern, start, end in grammar.automaton.find_matches_as_indexes(folded):
        if folded[start - 1 : start].isalnum() or folded[end : end + 1].isalnum():
            continue
        while apart and apart.end <= start:
            apart = next(furniture, None)
        if not (apart and apart.start <= start):
            yield pattern, Span(start, end)
