"""Persons by any capitalised name, known or not, each with the full name that the document gives somewhere."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from quotepart.extraction.names.given_names import Gender, gender_of, given_names
from quotepart.extraction.names.headlines import is_headline
from quotepart.extraction.names.person_grammar import PersonGrammar
from quotepart.extraction.text.fold import fold, unaccented
from quotepart.extraction.text.prepared import Mention, Prepared
from quotepart.model.frozen import dataclass
from quotepart.model.span import Span

_ELIDED = re.compile(r"^[dlDL]['’]")
_TOKEN = re.compile(r"\w\S*")
_BEFORE, _NOUN_WORDS = 60, 4  # characters and words before a name among which the article of its noun is looked for
_SMALL_WORD = 3
_SURNAME_FIRST = 2  # words of a name whose first may be the surname: "Han Sol, M. Han"
_LONGEST_PARTY = 5  # letters of a party's initials behind a title: "le ministre N-VA"
_SHORTEST = 2  # letters of a surname
_DATELINE = 30  # characters of a place at the head of a line
_DASHES = frozenset("-–—(")
_LEAD = 30  # characters before a name in which the title right before it is looked for


@dataclass(frozen=True, slots=True)
class _Name:
    """A capitalised stretch that may be a person: where, its words, and what stands before it; a thing, by its article.

    ``is_given`` is whether what stands before it goes with a given name: "Sir Magnus".
    """

    start: int
    end: int
    words: tuple[str, ...]
    gender: Gender | None
    is_announced: bool
    is_thing: bool = False
    is_given: bool = False


def find_persons(prepared: Prepared, others: Sequence[Mention], grammar: PersonGrammar) -> list[Mention]:
    """Return ``others`` and every person named outside them, in text order.

    A name of two words or more is a person's unless a word in it heads another kind of name; a single word is one
    when it is announced by a title or honorific, or is the last word of a longer name in the document.
    """
    candidates = _without_parties(prepared, _supported(prepared, _persons_only(_candidates(prepared, others, grammar))))
    given = [mention for mention in others if mention.kind == "person"]
    registry = _Registry(grammar)
    for known in given:
        registry.learn(tuple(known.name.split()), known.person_id, None)
    for name in sorted(candidates, key=lambda each: each.words[0].islower()):
        if len(name.words) > 1 and not (name.words[0].islower() and registry.knows(name)):
            registry.learn(name.words, None, name.gender)
    found = [registry.complete(other) if other.kind == "person" else other for other in others]
    for name in candidates:
        mention = registry.mention_of(name)
        if mention is not None:
            found.append(mention)
    return sorted(found, key=lambda mention: mention.span)


def _persons_only(candidates: list[_Name]) -> list[_Name]:
    """The names without those of things, which an article shows somewhere to be none of persons: "au Burkina Faso"."""
    things = {name.words for name in candidates if name.is_thing}
    return [name for name in candidates if name.words not in things]


def _without_parties(prepared: Prepared, candidates: list[_Name]) -> list[_Name]:
    """The names without what stands in brackets right behind another: "Jan Novak (Open Moor)"."""
    text, ends = prepared.text, {name.end for name in candidates}

    def is_party(name: _Name) -> bool:
        in_brackets = text[name.start - 1 : name.start] == "(" and text[name.end : name.end + 1] == ")"
        return in_brackets and not name.is_announced and name.start - 2 in ends

    return [name for name in candidates if not is_party(name)]


def _supported(prepared: Prepared, candidates: list[_Name]) -> list[_Name]:
    """The names without those of headlines, in which every word has a capital, that nothing else shows to be a person's."""
    lines = [line for line in prepared.paragraphs if is_headline(prepared.text[line.start : line.end])]
    if not lines:
        return candidates
    starts = [line.start for line in lines]

    def line_of(name: _Name) -> Span | None:
        at = bisect_right(starts, name.start) - 1
        return lines[at] if at >= 0 and name.start < lines[at].end else None

    surnames = {fold(name.words[-1]) for name in candidates if line_of(name) is None}
    given = given_names()
    kept = []
    for name in candidates:
        line = line_of(name)
        is_described = prepared.text[name.end : name.end + 2].startswith((",", " ("))
        if line is None or is_described or name.is_announced or fold(name.words[0]) in given or len(name.words) == 1:
            kept.append(name)
            continue
        known = [word for word in name.words if fold(word) in surnames]
        kept += [replace(name, words=(known[0],))] if known and name.words[-1] != known[0] else [name] if known else []
    return kept


class _Registry:
    """Who is named in one document: the full names, and which of them a surname means."""

    def __init__(self, grammar: PersonGrammar) -> None:
        self._grammar = grammar
        self._full: dict[str, list[str]] = {}
        self._by_first: dict[str, str] = {}
        self._given: dict[str, set[str]] = {}
        self._gender: dict[str, Gender] = {}
        self._person: dict[str, str | None] = {}
        self._spelled: dict[str, str] = {}

    def learn(self, words: tuple[str, ...], person_id: str | None, gender: Gender | None) -> None:
        """Note a full name under its surname and its alternatives."""
        written = " ".join(words)
        name = self._spelled.setdefault(unaccented(written), written)
        if name not in self._person or person_id:
            self._person[name] = person_id or self._lookup(name)
        self._given.setdefault(fold(words[0]), set()).add(name)
        gender = gender or gender_of(words[0])
        if gender:
            self._gender.setdefault(name, gender)
        if len(words) == _SURNAME_FIRST and fold(words[0]) not in given_names():
            self._by_first.setdefault(fold(words[0]), name)
        for key in {unaccented(fold(" ".join(words[at:]))) for at in range(min(1, len(words) - 1), len(words))}:
            names = self._full.setdefault(key, [])
            if name not in names:
                names.append(name)

    def knows(self, name: _Name) -> bool:
        """Whether a longer name ends with the words of ``name``: "von der Leyen"."""
        return unaccented(fold(" ".join(name.words))) in self._full

    def complete(self, mention: Mention) -> Mention:
        """Return a mention known from the gazetteer with its gender."""
        gender = self._gender.get(mention.name)
        return mention if gender == mention.gender else replace(mention, gender=gender)

    def mention_of(self, name: _Name) -> Mention | None:
        """Return the mention that a capitalised stretch makes, ``None`` when nothing shows that it is a person."""
        written = " ".join(name.words)
        written = self._spelled.get(unaccented(written), written)
        longer = self._named_in_full(name)
        ends_longer = fold(longer or "").endswith(f" {fold(written)}")  # "Von der Berg" opens a sentence
        is_whole = len(name.words) > 1 and written in self._person and not ends_longer
        full = written if is_whole else longer
        if full is None and not name.is_announced and not (self._is_known(name)):
            return None
        person = self._person.get(full) if full else self._lookup(written)
        gender = name.gender or (self._gender.get(full) if full else self._gender_of_holder(written))
        return Mention(
            span=Span(name.start, name.end), kind="person", name=full or written, person_id=person, gender=gender
        )

    def _named_in_full(self, name: _Name) -> str | None:
        key = fold(" ".join(name.words))
        names = self._full.get(unaccented(key)) or []
        if not names and name.is_announced and key in self._by_first:
            return self._by_first[key]
        if not names and name.is_given and len(self._given.get(key, ())) == 1:
            return next(iter(self._given[key]))
        if name.gender:
            fitting = [full for full in names if self._gender.get(full, name.gender) == name.gender] or names
            names = sorted(fitting, key=lambda full: self._gender.get(full) != name.gender)
        return names[0] if names else None

    def _is_known(self, name: _Name) -> bool:
        word = name.words[0]
        return len(name.words) == 1 and word not in self._grammar.plain and self._lookup(word) is not None

    def _gender_of_holder(self, name: str) -> Gender | None:
        """The gender that the full name of the one office-holder who is called so tells."""
        known = {holder for holder, _ in self._grammar.known.get(fold(name), ())}
        return gender_of(next(iter(known)).split()[0]) if len(known) == 1 else None

    def _lookup(self, name: str) -> str | None:
        """The Wikidata id of the one office-holder who is called so."""
        ids = {person for _, person in self._grammar.known.get(fold(name), ()) if person}
        return next(iter(ids)) if len(ids) == 1 else None


def _candidates(prepared: Prepared, others: Sequence[Mention], grammar: PersonGrammar) -> list[_Name]:
    """The capitalised stretches outside the mentions that are known already."""
    found: list[_Name] = []
    at = 0
    breaks = frozenset(paragraph.start for paragraph in prepared.paragraphs)
    for match in grammar.sequence.finditer(prepared.text):
        start, end = match.span()
        while at < len(others) and others[at].span.end <= start:
            at += 1
        here = at
        while here < len(others) and others[here].span.start < end:
            taken = others[here].span
            found += _names_in(prepared, start, _before_hyphen(prepared.text, start, taken.start), breaks, grammar)
            start, here = max(start, taken.end), here + 1
        found += _names_in(prepared, start, end, breaks, grammar)
    return found


def _before_hyphen(text: str, start: int, end: int) -> int:
    """The end of a stretch without the part of a word that a hyphen ties to what follows: "Retired Vice-|Admiral"."""
    return max(start, text.rfind(" ", start, end)) if text[end - 1 : end] == "-" else end


def _ends_dateline(text: str, start: int, end: int) -> bool:
    """Whether a name is the region behind a place in capitals at the head of a line: "HALIFAX, Nova Scotia -"."""
    if text[start - 2 : start] != ", ":
        return False
    head = text[max(text.rfind("\n", 0, start) + 1, start - _DATELINE) : start - 2]
    return head.isupper() and text[end : end + 2].strip()[:1] in _DASHES


def _names_in(prepared: Prepared, start: int, end: int, breaks: frozenset[int], grammar: PersonGrammar) -> list[_Name]:
    """The names in a free capitalised stretch, which a full stop, an honorific, a verb or a new paragraph parts."""
    if start >= end or prepared.document.text[start:end] in grammar.nobody:
        return []
    runs: list[list[Span]] = [[]]
    for token in _TOKEN.finditer(prepared.text, start, end):
        word = token[0]
        if runs[-1] and (word in grammar.honorifics or word in grammar.verbs or token.start() in breaks):
            runs.append([])
        if word in grammar.verbs:
            continue
        stops = word.endswith(".") and len(word) > 2 and word not in grammar.honorifics
        runs[-1].append(Span(token.start(), token.end() - stops))
        if stops:
            runs.append([])
    return [name for run in runs if run and (name := _name_of(prepared, run, grammar)) is not None]


def _name_of(prepared: Prepared, run: list[Span], grammar: PersonGrammar) -> _Name | None:
    """The name that a run of words makes once titles and mere sentence openings are taken off its front."""
    text = prepared.text
    gender: Gender | None = None
    announced = False
    begin: int | None = None
    is_given = run[0].cut(text) in grammar.before_given
    if len(run[0]) > 2 and _ELIDED.match(run[0].cut(text)):
        run = [Span(run[0].start + 2, run[0].end), *run[1:]]
        while run and run[0].cut(text)[0].islower():
            run = run[1:]
    while run:
        word = run[0].cut(text)
        if word in grammar.honorifics:
            gender, announced = grammar.honorifics[word], True
            begin = run[0].start if begin is None else begin
        elif fold(word) in grammar.titles:
            gender, announced = gender or grammar.titles[fold(word)], True
        elif len(run) > 2 and fold(f"{word} {run[1].cut(text)}") in grammar.titles:
            run, announced = run[1:], True
        elif announced or word not in grammar.plain:
            break
        run = run[1:]
    if len(run) == 1 and not announced and _is_place(prepared, run[0].start, grammar):
        return None
    if run and not announced and _ends_dateline(text, run[0].start, run[-1].end):
        return None
    while run and run[-1].cut(text).islower():
        run = run[:-1]
    inner = [at for at, span in enumerate(run[:-1]) if fold(span.cut(text)) in grammar.titles]
    if inner:
        gender, announced = gender or grammar.titles[fold(run[inner[-1]].cut(text))], True
        run, begin = run[inner[-1] + 1 :], None
    run = _without_lead(prepared, run, grammar)
    if not run:
        return None
    words = tuple(span.cut(text) for span in run)
    run = run[: next((at for at in range(1, len(run)) if _is_of_place(words, at, grammar)), len(run))]
    words = words[: len(run)]
    if _is_other(words, grammar):
        return None
    is_thing = not announced and _is_thing(prepared, run, grammar)
    lead, lead_gender = _announced_before(prepared, run[0].start, grammar)
    if lead and len(words) == 1 and words[0].isupper() and len(words[0]) <= _LONGEST_PARTY:
        return None
    begin = run[0].start if begin is None else begin
    gender = gender or lead_gender or _gender_of_noun_before(prepared, run[0].start, words[0], grammar)
    return _Name(begin, run[-1].end, words, gender, announced or lead, is_thing, is_given)


def _is_of_place(words: Sequence[str], at: int, grammar: PersonGrammar) -> bool:
    """Whether words behind a name say where somebody is from: "du Nord" behind a full one, "de TVK"."""
    is_body = words[at].islower() and words[at + 1].isupper() and len(words[at + 1]) <= _LONGEST_PARTY
    return is_body or (at > 1 and words[at] in grammar.place_particles)


def _is_place(prepared: Prepared, start: int, grammar: PersonGrammar) -> bool:
    """Whether an article with a capital stands right before a word inside a sentence: "in The Hague"."""
    before = prepared.text[max(0, start - _LEAD) : start].split()[-2:]
    is_inside = len(before) > 1 and before[0][-1].isalnum() and prepared.text[start - 1 : start] == " "
    return is_inside and before[1] != fold(before[1]) and fold(before[1]) in grammar.never_before


def _without_lead(prepared: Prepared, run: list[Span], grammar: PersonGrammar) -> list[Span]:
    """A long run without a first word that is no given name: an abbreviation, or what an article opens, as "la Défense"."""
    first, *rest = (span.cut(prepared.text) for span in run) if run else ("",)
    is_body = first in grammar.institution_heads and (not rest or fold(rest[0]) not in given_names())
    if len(rest) < 2 or rest[0].islower() or is_body or _is_other(tuple(rest), grammar):
        return run
    before = prepared.folded[max(0, run[0].start - _LEAD) : run[0].start].replace("'", "' ").split()
    is_short = len(first) > 2 and not first.isalpha() and any(char.isdigit() for char in first)
    is_short = is_short or (len(first) > 2 and first.isupper() and not any(word.isupper() for word in rest))
    is_behind = bool(before) and before[-1] in grammar.articles and "-" not in first
    ends_title = " ".join((*before[-2:], fold(first))) in grammar.titles  # "Chief of Staff Ida Sporsz"
    return run[1:] if is_short or is_behind or ends_title or _is_role(first, rest) else run


def _is_role(first: str, rest: Sequence[str]) -> bool:
    """Whether a long run opens with a word that is no given name before one that is: "Pollster Ida Marsh"."""
    known = given_names()
    return "." not in first and fold(first).split("-")[0] not in known and fold(rest[0]) in known


def _is_thing(prepared: Prepared, run: Sequence[Span], grammar: PersonGrammar) -> bool:
    """Whether words with no given name stand right behind an article or end in a title: "the Twin Towers", "Budget Officer"."""
    before = prepared.folded[max(0, run[0].start - 8) : run[0].start].split()
    first, last = run[0].cut(prepared.folded), run[-1].cut(prepared.folded)
    is_role = len(first) > _SMALL_WORD and last in grammar.titles
    return len(run) > 1 and first not in given_names() and (is_role or not grammar.never_before.isdisjoint(before[-1:]))


def _is_other(tokens: tuple[str, ...], grammar: PersonGrammar) -> bool:
    """Whether the words name something other than a person."""
    if not tokens[0] or any(token in grammar.institution_heads or token in grammar.other_heads for token in tokens):
        return True
    is_short = len(tokens[0]) < _SHORTEST or (len(tokens[0]) == _SHORTEST and tokens[0].isupper())
    return len(tokens) == 1 and (tokens[0] in grammar.plain or is_short)


def _gender_of_noun_before(prepared: Prepared, position: int, given: str, grammar: PersonGrammar) -> Gender | None:
    """What the article of the noun before a name tells of a person whose given name tells nothing: "le colosse Kosta Ren"."""
    if not grammar.gendered or fold(given) in given_names():
        return None
    before = prepared.folded[max(0, position - _BEFORE) : position].split()[-_NOUN_WORDS:]
    for word in reversed(before):
        if word in grammar.gendered or not word.isalpha() or word in grammar.common:
            return grammar.gendered.get(word)
    return None


def _announced_before(prepared: Prepared, position: int, grammar: PersonGrammar) -> tuple[bool, Gender | None]:
    """Whether a title in small letters stands just before a name, and the gender it tells."""
    before = prepared.folded[max(0, position - _LEAD) : position]
    if not before[-1:].isspace() or before[-2:-1].isspace():
        return False, None
    words = before.replace("'", " ").split()
    word = words[-1].strip('(«"“') if words else ""
    return (True, grammar.titles[word]) if word in grammar.titles else (False, None)
