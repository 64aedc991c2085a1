"""The words by which a language reports speech, compiled: cues by form, and the small words around them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from typing import Literal

from quotepart.extraction.languages.language import Language, Table
from quotepart.extraction.quotes.act_words import ActWords, compile_act_words
from quotepart.extraction.text.fold import fold
from quotepart.model.frozen import dataclass
from quotepart.model.pact import ActorNames, Holding

CueClass = Literal[
    "say", "announce", "warn", "threaten", "promise", "demand", "criticise", "praise", "reassure", "refuse", "call",
    "ask", "think",
]  # fmt: skip
Shape = Literal["finite", "participle", "gerund", "infinitive"]
_SHAPES: Mapping[str, Shape] = {"participle": "participle", "gerund": "gerund", "infinitive": "infinitive"}
_FIRST_OF_PLURAL = 1


@dataclass(frozen=True, slots=True)
class Form:
    """One form of a verb of saying: its verb and class, how it stands in a sentence, and what follows its first word."""

    lemma: str
    cue_class: CueClass
    shape: Shape
    plural: bool
    tail: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SayingGrammar:
    """Everything that finding who said what needs to know of a language; sets hold folded words."""

    code: str
    token: re.Pattern[str]
    forms: Mapping[str, tuple[Form, ...]]
    carriers: Mapping[str, tuple[Form, ...]]
    triggers: frozenset[str]
    words: Mapping[str, frozenset[str]]
    pronouns: Mapping[str, str]
    object_pronouns: Mapping[str, str]
    anaphors: Mapping[str, str]
    adjective_endings: Mapping[str, str]
    heads_last: bool
    glue: tuple[tuple[str, ...], ...]
    insertions: Mapping[str, tuple[tuple[str, ...], ...]]
    asides: Mapping[str, tuple[tuple[str, ...], ...]]
    titles: Mapping[str, str | None]
    honorifics: frozenset[str]
    spelled_out: Mapping[str, str]
    copulas: tuple[str, ...]
    plain: frozenset[str]
    inverted: tuple[str, ...]
    adverb_ending: str
    participle_ending: str
    past_ending: str
    infinitive_endings: tuple[str, ...]
    finite_endings: tuple[str, ...]
    sources: tuple[tuple[tuple[str, ...], bool], ...]
    views: tuple[tuple[tuple[str, ...], str], ...]
    clause_ends: tuple[str, ...]
    settings: tuple[str, ...]
    wording: ActWords
    blocks: Mapping[str, frozenset[str]]
    holdings: Mapping[str, tuple[Holding, ...]]
    held: frozenset[str]
    nations: Mapping[str, str]

    def has(self, group: str, word: str) -> bool:
        """Whether ``word`` is in the named set of the table."""
        return word in self.words[group]

    def is_adverb(self, word: str) -> bool:
        """Whether ``word`` may stand between an auxiliary and its verb."""
        return word in self.words["adverbs"] or (len(word) > 5 and word.endswith(self.adverb_ending))


def base(word: str) -> str:
    """Return a word without the verb that an apostrophe ties to it: "he'll", "who's"."""
    return word.partition("'")[0]


def compile_saying(
    language: Language, holdings: Iterable[Holding] = (), actors: Mapping[str, ActorNames] | None = None
) -> SayingGrammar:
    """Return what the tables ``saying`` and ``people`` of ``language`` say about reported speech.

    ``holdings`` tell which persons hold which office when, ``actors`` by which names and adjectives a title tells a state.
    """
    table, people = language.tables.get("saying", {}), language.tables.get("people", {})
    syntax: Table = table.get("syntax", {})
    forms = _forms(language, table.get("verbs", {}), syntax.get("no_forms", ()))
    sources = tuple(
        (_tokens(phrase), phrase in syntax.get("weak_prepositions_of_source", ()))
        for phrase in sorted(syntax.get("prepositions_of_source", ()), key=lambda each: -len(each.split()))
    )
    return SayingGrammar(
        code=language.code,
        token=re.compile(table.get("token", r"\w+|[^\w\s]")),
        forms=forms,
        carriers=_forms(language, {"say": syntax.get("carriers", ())}),
        triggers=frozenset(forms) | {words[0] for words, _ in sources} | _openings(syntax),
        words=_word_sets(language, syntax, table.get("speakers", {})),
        pronouns=_folded(syntax.get("pronouns", {})),
        object_pronouns=_folded(syntax.get("object_pronouns", {})),
        anaphors=_folded(syntax.get("anaphors", {})),
        adjective_endings=syntax.get("adjective_endings", {}),
        heads_last=bool(syntax.get("heads_last", False)),
        glue=tuple(_tokens(glue) for glue in syntax.get("phrase_glue", ())),
        insertions=_by_word(syntax.get("insertions", ()), -1),
        asides=_by_word((*syntax.get("asides", ()), *syntax.get("insertions", ())), 0),
        titles=_with_bare(_titles(people.get("titles", {}))),
        honorifics=_honorifics(people.get("honorifics", {})),
        spelled_out={**_bare(_titles(people.get("titles", {}))), **people.get("spelled_out", {})},
        copulas=tuple(syntax.get("copulas", ())),
        plain=frozenset(map(fold, people.get("heads", {}).get("plain", ()))) | language.common,
        inverted=tuple(syntax.get("inverted", ())),
        adverb_ending=syntax.get("adverb_ending", "\x00"),
        participle_ending=syntax.get("participle_ending", "\x00"),
        past_ending=syntax.get("past_ending", "\x00"),
        infinitive_endings=tuple(syntax.get("infinitive_endings", ())),
        finite_endings=tuple(syntax.get("finite_endings", ())),
        sources=sources,
        views=tuple((_tokens(phrase), gender) for phrase, gender in syntax.get("views", {}).items()),
        clause_ends=tuple(fold(words) for words in syntax.get("clause_ends", ())),
        settings=tuple(syntax.get("settings", ())),
        blocks={name: frozenset(map(fold, words)) for name, words in table.get("blocks", {}).items()},
        holdings=_by_holder(known := tuple(holdings)),
        held=frozenset(holding.office for holding in known),
        nations=_nations(actors or {}),
        wording=compile_act_words(language),
    )


def _openings(syntax: Table) -> frozenset[str]:
    """The words besides verbs and prepositions at which a cue begins."""
    return frozenset(map(fold, syntax.get("stances", ()))) | {view.split()[0] for view in syntax.get("views", {})}


def _tokens(phrase: str) -> tuple[str, ...]:
    return tuple(phrase.replace("'", "' ").split())


def _nations(actors: Mapping[str, ActorNames]) -> dict[str, str]:
    """The actor that each name and adjective of one word means."""
    return {
        fold(word): actor
        for actor, names in actors.items()
        for word in (names.name, *names.forms, *names.adjectives)
        if " " not in word
    }


def _by_holder(holdings: Iterable[Holding]) -> dict[str, tuple[Holding, ...]]:
    """Holdings by the holder's folded name, by Wikidata id and by each short name that nobody else has."""
    found: dict[str, list[Holding]] = {}
    holders: dict[str, set[str]] = {}
    for holding in holdings:
        for key in filter(None, (fold(holding.holder), holding.wikidata)):
            found.setdefault(key, []).append(holding)
        for alias in map(fold, holding.aliases):
            holders.setdefault(alias, set()).add(fold(holding.holder))
    own = {alias: found[next(iter(names))] for alias, names in holders.items() if len(names) == 1}
    return {key: tuple(held) for key, held in {**own, **found}.items()}


def _folded(table: Mapping[str, str]) -> dict[str, str]:
    return {fold(word): value for word, value in table.items()}


_FINITE = ("present", "imperfect", "past", "future", "conditional")


def _word_sets(language: Language, syntax: Table, speakers: Table) -> dict[str, frozenset[str]]:
    """The lists of both tables as sets of folded words; the finite forms of common verbs go to ``finite_hints``."""
    sets = {name: frozenset(map(fold, words)) for name, words in _lists(syntax, speakers)}
    verbs = (language.forms(verb) for verb in syntax.get("common_verbs", ()))
    forms = frozenset(fold(form) for verb in verbs for tense in _FINITE for form in verb.get(tense, ()))
    return {**sets, "finite_hints": sets["finite_hints"] | forms - sets["not_finite"]}


def _by_word(phrases: Iterable[str], place: int) -> dict[str, tuple[tuple[str, ...], ...]]:
    """Phrases as tokens by the one at ``place``, the longest first."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for phrase in phrases:
        words = _tokens(fold(phrase))
        found.setdefault(words[place], []).append(words)
    return {word: tuple(sorted(each, key=len, reverse=True)) for word, each in found.items()}


def _lists(*tables: Table) -> Iterable[tuple[str, Iterable[str]]]:
    for table in tables:
        for name, value in table.items():
            if isinstance(value, list):
                yield name, value


def _forms(
    language: Language, verbs: Mapping[str, Iterable[str]], never: Iterable[str] = ()
) -> dict[str, tuple[Form, ...]]:
    """Every form of every verb, by its (first) word, but those that are ``never`` a verb of saying."""
    found: dict[str, dict[Form, None]] = {}
    for cue_class, lemmas in verbs.items():
        for lemma in lemmas:
            verb, *tail = lemma.replace("'", "' ").split()
            for tense, forms in language.forms(verb).items():
                if tense == "subjunctive":
                    continue
                for place, form in enumerate(forms):
                    if form in never:
                        continue
                    shape = _SHAPES.get(tense, "finite")
                    plural = shape == "finite" and place == _FIRST_OF_PLURAL
                    entry = Form(lemma, cue_class, shape, plural, tuple(tail))  # type: ignore[arg-type]  # keys are closed
                    found.setdefault(fold(form), {})[entry] = None
    return {form: tuple(sorted(entries, key=lambda entry: -len(entry.tail))) for form, entries in found.items()}


def _honorifics(table: Mapping[str, Iterable[str]]) -> frozenset[str]:
    return frozenset(fold(word).rstrip(".") for words in table.values() for word in words)


def _bare(titles: Iterable[str]) -> dict[str, str]:
    """Titles by themselves without accents, as capitals are often written: "LE PRESIDENT"."""
    bare = {
        "".join(filter(str.isascii, unicodedata.normalize("NFD", each))): each for each in titles if " " not in each
    }
    return {plain: each for plain, each in bare.items() if plain != each}


def _with_bare(titles: dict[str, str | None]) -> dict[str, str | None]:
    return {**{plain: titles[each] for plain, each in _bare(titles).items()}, **titles}


def _titles(table: Mapping[str, Iterable[str]]) -> dict[str, str | None]:
    titles: dict[str, str | None] = {}
    for side, words in table.items():
        gender = side if side in ("male", "female") else None
        for word in words:
            key = fold(word)
            titles[key] = gender if titles.get(key, gender) == gender else None
    return titles
