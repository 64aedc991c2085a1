"""How a language writes persons' names, and whom the pact knows by name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from quotepart.extraction.languages.language import Language
from quotepart.extraction.names.given_names import Gender
from quotepart.extraction.text.fold import fold
from quotepart.model.frozen import dataclass
from quotepart.model.pact import Pact

_UPPER = "A-Z" + "".join(chr(code) for code in range(0xC0, 0x250) if chr(code).isupper())
_WORD = rf"[{_UPPER}](?:\.(?=[\s{_UPPER}])|\w*(?:[-'’.](?!s\b)\w+)*)"
_GAP = r"[ \u00a0\u202f\n]"
_ACRONYM = re.compile(rf"\b[{_UPPER}](?:\.?[{_UPPER}]){{0,2}}\b")
PERSON_WORD = re.compile(rf"(?:{_WORD}|[{_UPPER}]\.)")
"""A word as a name has it: with a capital, perhaps only an initial."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonGrammar:
    """How a language writes names: titles and honorifics by gender, words that are no names; and who is known.

    ``nobody`` are the words that name nobody where they stand alone: most words with a capital are such.
    """

    sequence: re.Pattern[str]
    honorifics: Mapping[str, Gender | None]
    titles: Mapping[str, Gender | None]
    gendered: Mapping[str, Gender | None]
    institution_heads: frozenset[str]
    other_heads: frozenset[str]
    plain: frozenset[str]
    common: frozenset[str]
    articles: frozenset[str]
    verbs: frozenset[str]
    never_before: frozenset[str]
    before_given: frozenset[str]
    place_particles: frozenset[str]
    nobody: frozenset[str]
    known: Mapping[str, tuple[tuple[str, str | None], ...]]

    def find_acronyms(self, text: str) -> Iterator[tuple[int, int]]:
        """Yield the places of words of at most three capitals."""
        for match in _ACRONYM.finditer(text):
            yield match.span()


def compile_persons(language: Language, pact: Pact) -> PersonGrammar:
    """Return how persons are named in ``language``, with the office-holders whom ``pact`` knows."""
    table = language.tables.get("people", {})
    particles = "|".join(sorted((re.escape(word) for word in table.get("particles", ())), key=len, reverse=True))
    heads = table.get("heads", {})
    no_names = (word for name in ("institution", "place", "other", "plain", "verbs") for word in heads.get(name, ()))
    return PersonGrammar(
        sequence=re.compile(
            rf"(?<!\w)(?:{_WORD})(?:\.?{_GAP}(?:(?:{particles or '(?!)'}){_GAP}?){{0,3}}{_WORD}){{0,6}}"
        ),
        honorifics=_by_gender(table.get("honorifics", {}), fold_words=False),
        titles=_by_gender(table.get("titles", {}), fold_words=True),
        gendered=_by_gender(table.get("gendered", {}), fold_words=True),
        institution_heads=frozenset(heads.get("institution", ())),
        other_heads=frozenset((*heads.get("place", ()), *heads.get("other", ()))),
        plain=frozenset(heads.get("plain", ())),
        common=language.common,
        articles=frozenset(heads.get("articles", ())),
        verbs=frozenset(heads.get("verbs", ())),
        never_before=frozenset(heads.get("never_before", ())),
        before_given=frozenset(heads.get("before_given", ())),
        place_particles=frozenset(table.get("place_particles", ())),
        nobody=frozenset(word for word in no_names if word.isalpha()),
        known=_known_names(pact),
    )


def _by_gender(table: Mapping[str, Sequence[str]], *, fold_words: bool) -> dict[str, Gender | None]:
    genders: dict[str, Gender | None] = {}
    for side, words in table.items():
        gender: Gender | None = "male" if side == "male" else "female" if side == "female" else None
        for word in words:
            key = fold(word) if fold_words else word
            genders[key] = gender if key not in genders else None
    return genders


def _known_names(pact: Pact) -> dict[str, tuple[tuple[str, str | None], ...]]:
    known: dict[str, set[tuple[str, str | None]]] = {}
    for holding in pact.holdings:
        for name in (holding.holder, *holding.aliases):
            known.setdefault(fold(name), set()).add((holding.holder, holding.wikidata))
    return {name: tuple(sorted(people, key=str)) for name, people in known.items()}
