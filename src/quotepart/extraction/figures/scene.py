"""One sentence as a scene: its tokens, cues, clauses, times and actors, in which each figure is understood."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from functools import cached_property

from quotepart.extraction.languages.language import Language
from quotepart.extraction.text.fold import fold
from quotepart.extraction.text.prepared import Mention
from quotepart.extraction.text.tokens import Hit, Phrasebook, Tokens
from quotepart.extraction.times.periods import PeriodHit
from quotepart.model.dates import Period
from quotepart.model.frozen import dataclass
from quotepart.model.pact import Names, Pact
from quotepart.model.span import Span

_DASHES = ("–", "—")
_ASIDE = 40  # tokens that a pair of dashes sets off at most
_RECORD = 6  # tokens between a superlative and the time that it looks back to


@dataclass(frozen=True, slots=True, kw_only=True)
class SceneGrammar:
    """The words that make up a scene; made by ``compile_scene``."""

    cues: Phrasebook[str]
    metrics: Phrasebook[str]
    product: Phrasebook[bool]
    breaks: Phrasebook[bool]
    among: frozenset[str]
    marks: Mapping[str, int]
    group_adjectives: Mapping[str, Mention]


def compile_scene(language: Language, pact: Pact) -> SceneGrammar:
    """Return the grammar made from the language's table ``figures`` and the pact's words for what it measures."""
    table = language.tables["figures"]
    names = pact.names.get(language.code) or Names(lang=language.code)
    return SceneGrammar(
        cues=Phrasebook.from_lists(table["cues"]),
        metrics=Phrasebook.from_lists(names.metrics),
        product=Phrasebook.from_lists({True: language.tables["units"]["product"]}),
        breaks=Phrasebook.from_lists({True: table["clauses"]["breaks"]}),
        among=frozenset(table["ties"]["among"]),
        marks=table["clauses"]["marks"],
        group_adjectives=_group_adjectives(table["ties"]["adjectives"], names),
    )


def _group_adjectives(table: Mapping[str, Sequence[str]], names: Names) -> dict[str, Mention]:
    """What an adjective that belongs to no state stands for: the group that the pact calls by the noun beside it."""
    by_phrase = {fold(phrase): group for group, phrases in names.groups.items() for phrase in phrases}
    found = {noun: by_phrase[fold(noun)] for noun in table if fold(noun) in by_phrase}
    return {
        adjective: Mention(span=Span(0, 1), kind="adjective", name=noun, actors=(group,))
        for noun, group in found.items()
        for adjective in table[noun]
    }


@dataclass(frozen=True, kw_only=True)
class Actor:
    """A mention by its place in the scene's tokens; ``only_owns`` where it is but an adjective of a group."""

    first: int
    last: int
    mention: Mention
    only_owns: bool = False


class Scene:
    """A sentence's tokens with all that its figures need; cues are looked up when first asked for."""

    def __init__(
        self,
        tokens: Tokens,
        grammar: SceneGrammar,
        mentions: Sequence[Mention],
        periods: Sequence[PeriodHit],
        year: int | None = None,
    ) -> None:
        self.tokens = tokens
        self.year = year
        self.grammar = grammar
        self.periods = periods
        self.numbers: list[int] = []
        self.actors = [_placed(tokens, mention) for mention in mentions]

    def leave_out(self, sums: Sequence[tuple[int, int]]) -> None:
        """Drop the actors that are part of a sum of money: "700 billion US dollars"."""
        self.actors = [
            actor for actor in self.actors if not any(first < actor.last and actor.first < last for first, last in sums)
        ]

    @cached_property
    def metrics(self) -> list[Hit[str]]:
        """The words that show what is measured."""
        return self.grammar.metrics.find(self.tokens.words)

    @cached_property
    def owners(self) -> list[Actor]:
        """The actors, and the adjectives of groups that stand in words for what is measured: "dépenses européennes"."""
        known, words = self.grammar.group_adjectives, self.tokens.words
        found = [
            Actor(first=at, last=at + 1, mention=known[words[at]], only_owns=True)
            for hit in self.metrics
            for at in range(max(0, hit.first - 2), min(len(words), hit.last + 1))
            if words[at] in known and not any(actor.first <= at < actor.last for actor in self.actors)
        ]
        return [*self.actors, *found]

    @cached_property
    def products(self) -> list[Hit[bool]]:
        """The words for the national product."""
        return self.grammar.product.find(self.tokens.words)

    @cached_property
    def clause(self) -> list[int]:
        """The number of the clause each token stands in: marks and conjunctions part clauses."""
        words, starts_at, ends_at = self.tokens.words, self.tokens.starts, self.tokens.ends
        number, numbers = 0, []
        starts = {hit.first for hit in self.grammar.breaks.find(words)}
        for index, word in enumerate(words):
            opens = index in starts and not (index and words[index - 1] in self.grammar.marks)
            opens = opens or (index > 0 and starts_at[index] - ends_at[index - 1] == 3 and self._is_dash(index))
            number += 0 if self._is_bracket_of_a_word(index) else self.grammar.marks.get(word, 0) or opens
            numbers.append(number)
        return numbers

    def _is_bracket_of_a_word(self, index: int) -> bool:
        """Whether a bracket holds but one word: "gross domestic product (GDP)"."""
        words = self.tokens.words
        first = index if words[index] == "(" else index - 2 if words[index] == ")" else len(words)
        inside = words[first : first + 3] if first >= 0 else []
        return len(inside) == 3 and inside[0] == "(" and inside[2] == ")" and inside[1].isalpha()

    def _is_dash(self, index: int) -> bool:
        return self.tokens.gap(index - 1) == " - "

    @cached_property
    def asides(self) -> list[tuple[int, int]]:
        """The first and last tokens of what a pair of dashes sets off: "its spending – pensions left out – rose"."""
        words, starts, ends = self.tokens.words, self.tokens.starts, self.tokens.ends
        spaced = (at for at in range(1, len(words)) if starts[at] - ends[at - 1] == 3 and self._is_dash(at))
        dashes = sorted({*spaced, *(at for at, word in enumerate(words) if word in _DASHES)})
        pairs = zip(dashes[::2], dashes[1::2], strict=False)
        return [(first, last) for first, last in pairs if last - first <= _ASIDE]

    @cached_property
    def _cues(self) -> dict[str, list[Hit[str]]]:
        return self.grammar.cues.find_each(self.tokens.words)

    def cues(self, label: str) -> list[Hit[str]]:
        """Return the cues of one kind, in order."""
        return self._cues.get(label, [])

    def nearest(
        self, label: str, first: int, last: int, *, before: int = 99, after: int = 99, clauses: int = 99
    ) -> Hit[str] | None:
        """Return the cue of a kind nearest to tokens ``first`` to ``last``, within so many tokens and clauses.

        A negative number of tokens leaves that side out.
        """
        best: Hit[str] | None = None
        for hit in self.cues(label):
            if hit.last <= first:
                gap, limit = first - hit.last, before
            elif hit.first >= last:
                gap, limit = hit.first - last, after
            else:
                continue
            if gap <= limit and self.apart(hit.first, first) <= clauses:
                best = hit if best is None or gap < _gap(best, first, last) else best
        return best

    def is_ahead(self, period: Period) -> bool:
        """Whether a time lies wholly after the year of publication, where that is known."""
        return self.year is not None and period.start_year is not None and period.start_year > self.year

    def is_behind(self, period: Period) -> bool:
        """Whether a time begins before the year of publication, or that year is not known."""
        return period.start_year is not None and (self.year is None or period.start_year < self.year)

    def is_over(self, period: Period) -> bool:
        """Whether a time lies wholly before the year of publication, where that is known."""
        return self.year is not None and period.end_year is not None and period.end_year < self.year

    def is_record(self, first: int) -> bool:
        """Whether a time at a token only says how long nothing was as much: "the steepest rise since 1989"."""
        return any(0 <= first - cue.last <= _RECORD for cue in self.cues("record"))

    def apart(self, one: int, other: int) -> int:
        """Return how many clause borders lie between two tokens."""
        clause = self.clause
        low, high = sorted((one, min(other, len(clause) - 1)))
        aside = sum(clause[last] - clause[first - 1] for first, last in self.asides if low < first and last <= high)
        return clause[high] - clause[low] - aside


def _gap(hit: Hit[str], first: int, last: int) -> int:
    return first - hit.last if hit.last <= first else hit.first - last


def _placed(tokens: Tokens, mention: Mention) -> Actor:
    first = tokens.at(mention.span.start)
    return Actor(first=first, last=max(first + 1, tokens.at(mention.span.end)), mention=mention)


def mentions_between(mentions: Sequence[Mention], starts: Sequence[int], start: int, end: int) -> Sequence[Mention]:
    """Return the mentions that begin at or after ``start`` and before ``end``; ``starts`` are their beginnings."""
    return mentions[bisect_left(starts, start) : bisect_right(starts, end - 1)]
