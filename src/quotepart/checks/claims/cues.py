"""Words of a sentence that show how its figures are meant: real or nominal, since, below, only, expected, because."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import field
from functools import lru_cache

import ahocorasick_rs

from quotepart.extraction.languages.find import language_of
from quotepart.extraction.languages.language import Table
from quotepart.extraction.text.fold import fold
from quotepart.model.frozen import dataclass

LAYER = "claims"
YEAR = re.compile(r"\b(?:19|20)\d\d\b")
WISHES = ("demand", "promise", "forecast")
"""Kinds of words behind which a figure is not said to be so."""

RELATIONS = ("met", "below", "above", "fail", "due")
"""Kinds of words that relate what is to a line."""

_WORD = re.compile(r"[^\W\d_]+")
_TOKEN = re.compile(r"\w+")
_DIGIT = re.compile(r"\d")
_YEAR = "{year}"
_MONEY = frozenset("$€£")
_SHORTEST_FUTURE = 4
_COMPARING = ("than", "than_in", "against", "nothing_but")
_WITHIN: Mapping[str, tuple[str, ...]] = {
    "less": ("more",),
    "lowest": ("highest",), "combined": ("spends",), "alike": ("clause",), "as_much": ("clause",), "half": ("clause",),
}  # fmt: skip
_DENIED, _LINK = 40, 3  # characters from a denial to its "but", or looked at behind it; of a preposition in between


@dataclass(frozen=True, slots=True, order=True)
class Cue:
    """One hit: where it stands in the sentence, and what it shows."""

    start: int
    end: int
    kind: str


@dataclass(frozen=True, slots=True)
class Cues:
    """All cues of one sentence in text order, with the folded sentence they were found in, but for years of price bases."""

    text: str
    hits: tuple[Cue, ...] = ()
    kinds: frozenset[str] = field(default_factory=frozenset)

    def has(self, *kinds: str) -> bool:
        """Whether any of ``kinds`` occurs."""
        return not self.kinds.isdisjoint(kinds)

    @property
    def is_lasting(self) -> bool:
        """Whether the words speak of all years: never, always, not since; "toujours pas" is but "not yet"."""
        if (self.has("long") and not self.has("first_time")) or (self.has("yearly") and self.has("since")):
            return True
        if self.has("never") or self.has("always") == self.has("not"):
            return self.has("never")
        return self.has("always") or (self.has("since") and not self.has("only"))

    def of(self, *kinds: str) -> tuple[Cue, ...]:
        """Return the hits of ``kinds`` in text order."""
        return tuple(hit for hit in self.hits if hit.kind in kinds)

    def within(self, start: int, end: int) -> Cues:
        """Return the cues that lie between two offsets of the sentence."""
        hits = tuple(hit for hit in self.hits if start <= hit.start and hit.end <= end)
        return Cues(self.text, hits, frozenset(hit.kind for hit in hits))

    def spent(self, *kinds: str) -> Cues:
        """Return the cues with those of ``kinds`` as words that were read and show nothing more."""
        hits = tuple(Cue(hit.start, hit.end, "spent") if hit.kind in kinds else hit for hit in self.hits)
        return Cues(self.text, hits, frozenset(hit.kind for hit in hits))

    def blanked(self, start: int, end: int) -> Cues:
        """Return the cues with blanks for the text between two offsets: it is no number to be counted with."""
        return Cues(self.text[:start] + " " * (end - start) + self.text[end:], self.hits, self.kinds)

    def plus(self, *added: Cue) -> Cues:
        """Return the cues with others that were worked out."""
        return Cues(self.text, tuple(sorted({*self.hits, *added})), self.kinds | {each.kind for each in added})


@dataclass(frozen=True, slots=True)
class CueGrammar:
    """The cues of one language, compiled: an automaton over all phrases, and the kinds that each phrase shows."""

    lang: str
    automaton: ahocorasick_rs.AhoCorasick
    phrases: tuple[tuple[str, tuple[str, ...]], ...]
    futures: tuple[str, ...]
    conditionals: tuple[str, ...]
    numbers: Mapping[str, int]
    price_bases: re.Pattern[str]
    ordinals: re.Pattern[str]
    lines: Mapping[str, tuple[str, ...]]


def compile_cues(lang: str, table: Table) -> CueGrammar:
    """Return the grammar of a language's table of claims."""
    kinds: dict[str, list[str]] = {}
    for kind, phrases in table["cues"].items():
        for phrase in phrases:
            kinds.setdefault(fold(phrase), []).append(kind)
    for ordinal in table.get("ordinals", {}):
        kinds.setdefault(fold(ordinal), []).append("ordinal")
    phrases = tuple((phrase, tuple(found)) for phrase, found in kinds.items())
    return CueGrammar(
        lang=lang,
        automaton=ahocorasick_rs.AhoCorasick([phrase.removesuffix("*") for phrase, _ in phrases]),
        phrases=phrases,
        futures=tuple(table.get("endings", {}).get("future", ())),
        conditionals=tuple(table.get("endings", {}).get("conditional", ())),
        numbers={**table.get("ordinals", {}), **table.get("numerals", {})},
        ordinals=re.compile(rf"\b\d{{1,2}}(?:{'|'.join(map(fold, table.get('ordinal_endings', ()))) or '(?!)'})\b"),
        lines={fold(words): tuple(map(fold, behind)) for words, behind in table.get("lines", {}).items()},
        price_bases=_price_bases([fold(words) for words in table.get("price_bases", ())]),
    )


def _price_bases(phrases: Sequence[str]) -> re.Pattern[str]:
    """The years in whose prices money is said to be; nothing where the language has no phrases for it."""
    forms = (re.escape(words).replace(re.escape(_YEAR), r"(?:19|20)\d\d") for words in phrases)
    return re.compile("|".join(rf"\b{form}\b" for form in forms) or r"(?!)")


@lru_cache
def cue_grammar(lang: str) -> CueGrammar:
    """Return the grammar of the language with this code, compiled once."""
    return compile_cues(lang, language_of(lang).tables[LAYER])


def find_cues(text: str, grammar: CueGrammar) -> Cues:
    """Return the cues of one sentence, overlapping ones included."""
    folded = fold(text)
    found = _without_idioms({*_phrases(folded, grammar), *_futures(folded, grammar)})
    found = _without_parts(_without_tails(found))
    bases = [each.span() for each in grammar.price_bases.finditer(folded)]
    found |= {Cue(start, end, "real") for start, end in bases}
    found |= {Cue(*each.span(), "ordinal") for each in grammar.ordinals.finditer(folded)}
    hits = tuple(sorted({*found, *_restrictions(folded, found, grammar)}))
    return Cues(_without_digits(folded, bases), hits, frozenset(hit.kind for hit in hits))


def _without_digits(text: str, places: Sequence[tuple[int, int]]) -> str:
    """The text with blanks for the digits in ``places``: a year in whose prices money is given dates nothing."""
    for start, end in places:
        text = text[:start] + _DIGIT.sub(" ", text[start:end]) + text[end:]
    return text


def _phrases(folded: str, grammar: CueGrammar) -> Iterator[Cue]:
    for at, start, end in grammar.automaton.find_matches_as_indexes(folded, overlapping=True):
        phrase, kinds = grammar.phrases[at]
        if _is_word(folded, start, end, open_end=phrase.endswith("*")) and _is_line(folded, end, phrase, grammar):
            yield from (Cue(start, end, kind) for kind in kinds)


def _is_line(folded: str, end: int, phrase: str, grammar: CueGrammar) -> bool:
    """Whether what stands behind a word that may tell of a line makes it one: a number, or a word for a line."""
    behind = grammar.lines.get(phrase)
    if behind is None:
        return True
    word = _TOKEN.match(folded, end + 1)
    return (
        folded.startswith(behind, end + 1)
        or folded[end + 1 : end + 2] in _MONEY
        or (word is not None and _is_number(word[0], grammar))
    )


def _without_idioms(found: set[Cue]) -> set[Cue]:
    """Leave out what stands inside a phrase in which it shows nothing: "under" in "under pressure"."""
    idioms = [cue for cue in found if cue.kind == "idiom"]
    if not idioms:
        return found
    return {cue for cue in found if not any(idiom.start <= cue.start and cue.end <= idiom.end for idiom in idioms)}


def _without_tails(found: set[Cue]) -> set[Cue]:
    """Leave out a word of comparison that is but the tail of one that opens a clause: "que" in "alors que"."""
    opening = [cue for cue in found if cue.kind == "clause"]
    return {
        cue
        for cue in found
        if cue.kind not in _COMPARING or not any(each.start < cue.start < each.end for each in opening)
    }


def _without_parts(found: set[Cue]) -> set[Cue]:
    """Leave out what is but a part of a phrase that says another thing: "plus" in "plus faible", "put" in "put together"."""
    wholes = [cue for cue in found if cue.kind in _WITHIN]
    if not wholes:
        return found
    parts = {
        cue
        for cue in found
        for whole in wholes
        if cue.kind in _WITHIN[whole.kind]
        and whole.start <= cue.start
        and cue.end <= whole.end
        and cue.end - cue.start < whole.end - whole.start
    }
    return found - parts


def _is_word(text: str, start: int, end: int, *, open_end: bool) -> bool:
    starts = start == 0 or not text[start - 1].isalnum() or not text[start].isalnum()
    ends = open_end or end == len(text) or not text[end].isalnum() or not text[end - 1].isalnum()
    return starts and ends


def _restrictions(folded: str, found: Collection[Cue], grammar: CueGrammar) -> Iterator[Cue]:
    """Yield an "only" for "nothing but" behind a denial and right before a number: "n'est tenu que par dix pays"."""
    denials = [cue.end for cue in found if cue.kind == "not"]
    for cue in found:
        if cue.kind != "nothing_but" or not any(0 <= cue.start - end <= _DENIED for end in denials):
            continue
        behind = _TOKEN.findall(folded[cue.end : cue.end + _DENIED])
        if behind and len(behind[0]) <= _LINK and not _is_number(behind[0], grammar):
            behind = behind[1:]
        if behind and _is_number(behind[0], grammar):
            yield Cue(cue.start, cue.end, "only")


def _is_number(word: str, grammar: CueGrammar) -> bool:
    return word[0].isdigit() or word in grammar.numbers


def _futures(folded: str, grammar: CueGrammar) -> Iterator[Cue]:
    if not grammar.futures:
        return
    for word in _WORD.finditer(folded):
        if word.end() - word.start() < _SHORTEST_FUTURE:
            continue
        if word[0].endswith(grammar.futures):
            yield Cue(word.start(), word.end(), "forecast")
        elif grammar.conditionals and word[0].endswith(grammar.conditionals):
            yield Cue(word.start(), word.end(), "counterfactual")
