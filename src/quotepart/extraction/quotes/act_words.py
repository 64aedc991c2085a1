"""The words and turns of grammar by which a language shows what is done in saying something, compiled to be found at once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from ahocorasick_rs import AhoCorasick

from quotepart.extraction.languages.language import Language, Table
from quotepart.extraction.text.fold import fold
from quotepart.model.frozen import dataclass

_STEM = "*"
_NEGATED = 16  # characters before a word in which a negation turns it round
_TAIL = 40  # characters behind a verb in which what belongs to it stands: "call on"


@dataclass(frozen=True, slots=True, kw_only=True)
class ActWords:
    """What shows an act: an automaton over phrases with the kinds of each, turns of grammar, and kinds of verbs of saying.

    ``kinds`` holds for each phrase its kinds and whether it is a stem, whose word may go on behind it. A word of
    ``negations_with`` turns the next ones round only behind one of its own: "ne … plus". ``turns`` stand in what is said,
    ``leads`` in the reporter's words before it. ``doing`` find, in words of the speaker and in words that are reported of him,
    the verb by which he says what he does: "we urge", "je salue"; ``endings`` lead from its ending to one that is known.
    """

    automaton: AhoCorasick
    kinds: tuple[tuple[tuple[str, ...], bool], ...]
    negations: frozenset[str]
    negations_with: Mapping[str, frozenset[str]]
    turns: tuple[tuple[str, re.Pattern[str]], ...]
    leads: tuple[tuple[str, re.Pattern[str]], ...]
    cues: Mapping[str, tuple[str, ...]]
    doing: tuple[re.Pattern[str], ...]
    endings: Mapping[str, str]

    def deeds(self, words: str, is_reported: bool) -> Iterator[tuple[str, str]]:
        """The verbs by which a speaker says in folded ``words`` what he does in saying them, and what follows each."""
        for match in self.doing[is_reported].finditer(words) if self.doing else ():
            verb = match[match.lastindex or 0]
            ending = next((each for each in self.endings if verb.endswith(each)), "")
            yield verb.removesuffix(ending) + self.endings.get(ending, ""), words[match.end() : match.end() + _TAIL]

    def count(self, words: str) -> dict[str, int]:
        """How many phrases of each kind stand in folded ``words``; kinds that a negation turns round have ``no`` before them."""
        hits: dict[str, int] = {}
        for index, start, end in self.automaton.find_matches_as_indexes(words, overlapping=True):
            kinds, is_stem = self.kinds[index]
            before = words[start - 1] if start else " "
            if before == "-" or before.isalnum() or (not is_stem and words[end : end + 1].isalnum()):
                continue
            if self._is_turned(words, start):
                kinds = tuple(f"no {kind}" for kind in kinds)
            for kind in kinds:
                hits[kind] = hits.get(kind, 0) + 1
        return hits

    def _is_turned(self, words: str, start: int) -> bool:
        near = _words(words[max(0, start - _NEGATED) : start])
        if not self.negations.isdisjoint(near):
            return True
        return any(
            word in near and not others.isdisjoint(_words(words[max(0, start - 2 * _NEGATED) : start]))
            for word, others in self.negations_with.items()
        )


def compile_act_words(language: Language) -> ActWords:
    """Return what the table ``acts`` of ``language`` says about acts."""
    table: Table = language.tables.get("acts", {})
    kinds = _by_phrase(table.get("words", {}))
    phrases = sorted(kinds)
    return ActWords(
        automaton=AhoCorasick([phrase.removesuffix(_STEM) for phrase in phrases] or ["\x00\x00"]),
        kinds=tuple((tuple(kinds[phrase]), phrase.endswith(_STEM)) for phrase in phrases),
        negations=frozenset(map(fold, table.get("negations", ()))),
        negations_with={word: frozenset(others) for word, others in table.get("negations_with", {}).items()},
        turns=_compiled(table.get("turns", {})),
        leads=_compiled(table.get("leads", {})),
        cues={lemma: tuple(ways) for lemma, ways in _by_phrase(table.get("cues", {})).items()},
        doing=tuple(re.compile(table["doing"][whose]) for whose in ("own", "reported")) if "doing" in table else (),
        endings=table.get("doing", {}).get("endings", {}),
    )


def _words(text: str) -> set[str]:
    return {*text.split(), *text.replace("'", "' ").split()}


def _compiled(patterns: Mapping[str, str]) -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((name, re.compile(pattern)) for name, pattern in patterns.items())


def _by_phrase(table: Mapping[str, Iterable[str]]) -> dict[str, list[str]]:
    """The names under which each phrase stands."""
    found: dict[str, list[str]] = {}
    for name, phrases in table.items():
        for phrase in phrases:
            found.setdefault(fold(phrase), []).append(name)
    return found
