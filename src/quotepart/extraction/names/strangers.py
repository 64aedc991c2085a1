"""States that the pact does not know, told by the shape of their names, so that their figures are given to nobody else."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import chain

from quotepart.extraction.languages.language import Language
from quotepart.extraction.text.fold import fold
from quotepart.extraction.text.prepared import Mention, Prepared
from quotepart.model.frozen import dataclass
from quotepart.model.pact import Names, Pact
from quotepart.model.span import Span

_MOST = 24  # strangers looked for in one document
_SHORTEST = 4  # letters that an adjective must share with the name
_PARTS = r"(?:-(?:[a-z]{1,3}-)?[^\W\d_a-z][^\W\d_A-Z]{2,16}){0,2}"  # "Fouta-Nord", "Marche-du-Nord"
_NAME = rf"([^\W\d_a-z][^\W\d_A-Z]{{3,16}}{_PARTS})(?!\w)"


@dataclass(frozen=True, slots=True, kw_only=True)
class StrangersGrammar:
    """How names of states look in a language; made by ``compile_strangers``.

    ``named`` finds a name behind a word that only states have before them, ``endings`` are those of such names, ``common``
    the words of that shape that name no state; ``said`` find a name of any shape by what is said of states only ("X spends
    2 % of its GDP"), ``told`` the stem of an adjective beside a word for what states have.
    """

    named: re.Pattern[str]
    said: tuple[re.Pattern[str], ...]
    told: re.Pattern[str]
    endings: tuple[str, ...]
    common: frozenset[str]


def compile_strangers(language: Language, pact: Pact) -> StrangersGrammar:
    """Return the grammar made from the language's tables ``figures`` and ``people`` and the names that the pact knows."""
    table, people = language.tables["figures"]["strangers"], language.tables.get("people", {})
    heads = [word for words in people.get("heads", {}).values() for word in words]
    names = pact.names.get(language.code) or Names(lang=language.code)
    known = [each.name for each in (*names.actors.values(), *names.institutions.values())]
    before = "|".join(re.escape(word) for word in table["before"])
    endings = "|".join(table["endings"])
    return StrangersGrammar(
        named=re.compile(
            rf"(?:\b(?:{before})|^|[.!?:\n] ?)([^\W\d_a-z][^\W\d_A-Z]{{1,16}}(?:{endings})(?!\w){_PARTS})(?! [A-Z])"
        ),
        said=tuple(re.compile(pattern.replace("NAME", _NAME)) for pattern in table["said"]),
        told=re.compile(table["told"].format(heads="|".join(table["heads"]), adjectives="|".join(table["adjectives"]))),
        endings=tuple(sorted(table["endings"], key=len, reverse=True)),
        common=frozenset(fold(word) for word in (*heads, *known, *table["common"], *_calendar(language))),
    )


def _calendar(language: Language) -> Iterator[str]:
    """The names of months and weekdays: "Monday's defence ministers" are nobody's."""
    dates = language.tables.get("dates", {})
    for table in ("months", "weekdays"):
        for forms in dates.get(table, {}).values():
            yield from forms


def with_strangers(prepared: Prepared, grammar: StrangersGrammar) -> Sequence[Mention]:
    """Return the mentions of a document and those of states unknown to the pact, in text order.

    A stranger's only actor is its name; its adjectives ("syldave") stand for it as those of members do.
    """
    stems = _stems(prepared, grammar)
    if not stems:
        return prepared.mentions
    starts = [mention.span.start for mention in prepared.mentions]
    found = [*prepared.mentions]
    pattern = re.compile(rf"\b({'|'.join(map(re.escape, stems))})\w*")
    mistaken: set[int] = set()
    for hit in pattern.finditer(prepared.folded):
        at, name = bisect_right(starts, hit.start()) - 1, stems[hit.group(1)]
        if at >= 0 and prepared.mentions[at].span.end > hit.start():
            if not _is_name_alone(prepared, prepared.mentions[at], name):
                continue
            mistaken.add(at)
        is_name = hit.group() == fold(name)
        found.append(
            Mention(
                span=Span(hit.start(), hit.end()), kind="member" if is_name else "adjective", name=name, actors=(name,)
            )
        )
    found = [mention for at, mention in enumerate(found) if at not in mistaken]
    return sorted(found, key=lambda mention: mention.span.start)


def _is_name_alone(prepared: Prepared, mention: Mention, name: str) -> bool:
    """Whether what was taken for a person is but the stranger's name, with a small word before it."""
    return (
        mention.kind == "person"
        and mention.span.cut(prepared.folded).split(" ")[-1].split("'")[-1] == fold(name)
        and len(mention.span) <= len(name) + 4
    )


def is_stranger(mention: Mention) -> bool:
    """Return whether a mention names a state unknown to the pact: ids are in capitals, names of strangers are not."""
    return bool(mention.actors) and not mention.actors[0].isupper()


def named(actors: Sequence[str]) -> tuple[str, ...]:
    """Return the actors without those strangers of whose names only a stem is known: it begins with a small letter."""
    return tuple(actor for actor in actors if not actor[0].islower())


def _stems(prepared: Prepared, grammar: StrangersGrammar) -> dict[str, str]:
    """The names of strangers by what their adjectives share with them, the longest first."""
    known = [mention.span.start for mention in prepared.mentions]
    stems: dict[str, str] = {}
    for hit in chain.from_iterable(pattern.finditer(prepared.text) for pattern in (grammar.named, *grammar.said)):
        name, start = hit.group(1), hit.start(1)
        at = bisect_right(known, start) - 1
        is_known = at >= 0 and prepared.mentions[at].span.end > start
        if (is_known and not _is_name_alone(prepared, prepared.mentions[at], name)) or fold(name) in grammar.common:
            continue
        folded = fold(name)
        stem = next((folded.removesuffix(end) for end in grammar.endings if folded.endswith(end)), folded.rstrip("aeo"))
        stems.setdefault(stem if len(stem) >= _SHORTEST and "-" not in stem else folded, name)
        if len(stems) >= _MOST:
            break
    _add_told(stems, prepared, known, grammar)
    return dict(sorted(stems.items(), key=lambda row: -len(row[0])))


def _add_told(stems: dict[str, str], prepared: Prepared, known: Sequence[int], grammar: StrangersGrammar) -> None:
    """Add the strangers of whom only adjectives tell: "the Valdorian minister"; the stem is all that is known of the name."""
    for hit in grammar.told.finditer(prepared.text):
        at, stem = bisect_right(known, hit.start(1)) - 1, fold(hit.group(1))
        is_known = at >= 0 and prepared.mentions[at].span.end > hit.start(1)
        is_common = is_known or len(stem) < _SHORTEST or any(word.startswith(stem) for word in grammar.common)
        if not is_common and not any(stem.startswith(one) for one in stems) and len(stems) < _MOST:
            name = re.search(rf"\b{re.escape(stem.capitalize())}(?:{'|'.join(grammar.endings)})\b", prepared.text)
            stems[stem] = name.group() if name else stem
