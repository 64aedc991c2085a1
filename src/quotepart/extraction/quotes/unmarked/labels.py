"""The labels of a transcript: at the head of which paragraphs stands who speaks, in which of the many ways they are written."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from quotepart.extraction.names.person_grammar import PERSON_WORD
from quotepart.extraction.quotes.saying import SayingGrammar
from quotepart.extraction.text.fold import fold
from quotepart.extraction.text.prepared import Mention, Prepared
from quotepart.model.frozen import dataclass
from quotepart.model.span import Span

_LABEL = re.compile(
    r"[-–—•*>\[\s]{0,4}(?P<mark>[\[(]?\d{1,2}:\d\d(?::\d\d)?[\])]?\s?(?:[–—-]\s)?|Q\d{1,3}\.?\s|\d{1,3}\.\s)?"
    r"(?P<label>[^\n:«“\"]{1,80}?)(?P<time>\s?\(\d{1,2}:\d\d(?::\d\d)?\))?\s?(?::|\.\s{0,2}[–—-])(?=\s|\Z)"
)
_AFTER_DASH = re.compile(r"([^\n:«“\".,–—]{3,40}?)\s[–—-]\s+")
_AFTER_STOP = re.compile(r"(\S{1,12}\s[^\n:;«“\"!?]{2,160}?)\.(?:\s+(?=[^\W\d_]|[«(…])|\s*\Z)")
_LETTER = re.compile(r"([QRA])(?:[.)]\s+|\t|\s{2,})|(Q)\s(?=[A-Z“\"])")
_SIGNED = re.compile(r"([^\n\[\]:]{3,120}?)\s*\[[^\w\]]{0,4}\]\s*")
_BRACKETED = re.compile(r"[(\[][^)\]]*[)\]]")
_ASIDES = re.compile(r"(?:\s+|[(\[][^)\]\n]{1,60}[)\]])*+")
_ROLE = re.compile(r",|\s[-–—|/]{1,2}\s")
_HANDLE = re.compile(r"@\w+|[^\W\d_]+_\w+")
INITIALS = re.compile(r"(?:[^\W\d_]\.?\s?){2,3}")
"""A label that is somebody's initials: "EM", "E.M."."""
_CAPITALS = re.compile(r"[^\W\d_]+(?:[-'’.][^\W\d_]*)*")
_WORD = re.compile(r"\w+(?:[-'’]\w+)*")
_MOST_WORDS = 8
_LONGEST_NAME = 4
_LOUD = 2  # words that a name in capitals may have beyond, with initials and the number of a generation
_ENOUGH = 3
_DASHED_SHARE = (
    4  # of so many paragraphs at least one must begin with a name before a dash, if that is how turns are shown
)
_LONGEST_ROLE = 20
_STOPS = frozenset(".!?…,–—-")
_TURN = ">>"
"""The sign before each turn in captions."""
_FEWEST_LOUD = 2  # names in capitals on lines of their own that show how labels are written


@dataclass(frozen=True, slots=True)
class Label:
    """A label with its place, where the words after it begin, and the name or role in it."""

    span: Span
    text_start: int
    name: str


@dataclass(frozen=True, slots=True)
class _Candidate:
    """What may be a label; ``is_sure`` where its own words show that somebody speaks, ``is_loose`` before a mere dash."""

    label: Label
    is_sure: bool
    is_loose: bool = False


def find_labels(prepared: Prepared, paragraphs: Sequence[Span], grammar: SayingGrammar) -> list[Label | None]:
    """Return the label of each paragraph, ``None`` where there is none.

    A label counts where its own words tell that somebody speaks, where the report names the person, or where it comes
    again; between three such labels every label that has the shape of a name counts.
    """
    found = [_candidate(prepared, paragraph, grammar) for paragraph in paragraphs]
    found = _captioned(prepared, paragraphs, found, grammar)
    if sum(each.is_loose for each in found if each) * _DASHED_SHARE < len(found):
        found = [each if each and not each.is_loose else None for each in found]
    elsewhere = _surnames(prepared, {each.label.span.start for each in found if each})
    elsewhere |= _shortened([each.label.name for each in found if each])
    counts = Counter(_surname(each.label.name) for each in found if each)
    known = [each is not None and (each.is_sure or _surname(each.label.name) in elsewhere) for each in found]
    if any(known) or sum(times > 1 for times in counts.values()) > 1:
        known = [
            certain or (each is not None and counts[_surname(each.label.name)] > 1)
            for each, certain in zip(found, known, strict=True)
        ]
    for at, (one, other) in enumerate(pairwise(found)):
        asks = one is not None and not one.is_loose and prepared.text[paragraphs[at].end - 1] == "?"
        if one is not None and one.label.name.islower() and other is not None and other.is_sure:
            known[at] = True
        elif asks and other is not None and 1 < len(other.label.name.split()) <= _LONGEST_NAME and not other.is_loose:
            known[at] = known[at + 1] = True
    loud = [at for at, each in enumerate(found) if each and each.label.text_start == each.label.span.end]
    if sum(known[at] for at in loud) >= _FEWEST_LOUD:
        for at in loud:
            known[at] |= person_at(prepared, paragraphs[at].start, paragraphs[at].start + 1) is not None
    places = [at for at, certain in enumerate(known) if certain]
    talk = range(places[0], places[-1]) if len(places) >= _ENOUGH else range(0)
    return [each.label if each and (known[at] or at in talk) else None for at, each in enumerate(found)]


def _captioned(
    prepared: Prepared, paragraphs: Sequence[Span], found: list[_Candidate | None], grammar: SayingGrammar
) -> list[_Candidate | None]:
    """The labels where, as in captions, a sign stands before each turn, with a name or without: ">> IDA SPORSZ: Yes."."""
    turned = [
        prepared.text.startswith(_TURN, each.start) and prepared.text[each.end - 1] in _STOPS for each in paragraphs
    ]
    if sum(turned) < _ENOUGH or _TURN not in grammar.words["questioners"]:
        return found
    return [
        each
        if not is_turn
        else replace(each, is_sure=True)
        if each
        else _Candidate(Label(Span(span.start, span.start + 2), span.start + 2, _TURN), is_sure=True)
        for span, each, is_turn in zip(paragraphs, found, turned, strict=True)
    ]


def person_at(prepared: Prepared, low: int, high: int) -> Mention | None:
    """Return the first person whose mention begins at ``low`` or later and before ``high``."""
    first = bisect_left(prepared.mentions, low, key=lambda mention: mention.span.start)
    for mention in prepared.mentions[first : first + 12]:
        if mention.span.start >= high:
            return None
        if mention.kind == "person":
            return mention
    return None


def is_party(label: str, grammar: SayingGrammar) -> bool:
    """Whether a label only tells somebody's part in a talk: who asks, answers or leads."""
    words = grammar.words
    parties = words["questioners"] | words["answerers"] | words["moderators"]
    folded = fold(label)
    return folded in parties or folded.rstrip(" 0123456789") in parties


def is_chair(label: str, grammar: SayingGrammar) -> bool:
    """Whether a label is nothing but the title of who is in the chair: "M. le président", "The Speaker"."""
    words = [word for word in _WORD.findall(fold(label)) if word not in grammar.words["determiners"]]
    named = [word for word in words if word not in grammar.honorifics]
    return (
        len(named) == 1 < len(label.split())
        and grammar.spelled_out.get(named[0], named[0]) in grammar.blocks["chair_titles"]
    )


def _surnames(prepared: Prepared, places: set[int]) -> frozenset[str]:
    """The last words of the persons' names outside labels, and their initials."""
    persons = [each.name for each in prepared.mentions if each.kind == "person" and each.span.start not in places]
    written = [name for name in persons if not name.isupper()]
    return frozenset(map(_surname, written)) | {"".join(word[0] for word in fold(name).split()) for name in written}


def _shortened(labels: Sequence[str]) -> frozenset[str]:
    """The surnames and the initials of those whom a label names in full and another by initials: "Ida Sporsz", "IS"."""
    named = {"".join(word[0] for word in fold(each).split()): _surname(each) for each in labels if " " in each}
    short = {_surname(each) for each in labels if INITIALS.fullmatch(each)}
    return frozenset(word for initials in named.keys() & short for word in (initials, named[initials]))


def _surname(name: str) -> str:
    """The word of a label by which a person is found again: the last of a name, or all of its initials."""
    words = _WORD.findall(fold(_ROLE.split(name)[0]))
    if INITIALS.fullmatch(name):
        return "".join(words)
    return words[-1] if words else ""


def _candidate(prepared: Prepared, paragraph: Span, grammar: SayingGrammar) -> _Candidate | None:
    match = _LABEL.match(prepared.text, paragraph.start, paragraph.end)
    if match is None:
        return (
            _single_letter(prepared, paragraph, grammar)
            or _signless(prepared, paragraph, grammar)
            or _in_capitals(prepared, paragraph)
            or _with_sign(prepared, paragraph, grammar)
        )
    written, start = match["label"].strip(" *_"), match.start("label")
    outer = _BRACKETED.sub("", written).strip(" ,")
    inner = _BRACKETED.search(written)
    span = Span(start, max(match.end("label"), start + 1))
    text_start = _past_asides(prepared.text, match.end(), paragraph.end)
    if written.isupper() and "," in written and (name := _behind_role(prepared, span, grammar)):
        return _Candidate(Label(span, text_start, name), is_sure=True)
    if not outer or (len(outer.split()) > _MOST_WORDS and not _is_in_minutes(outer, grammar)):
        return None
    if outer.isalpha() and outer.islower():
        return _Candidate(Label(span, text_start, outer), is_sure=False)
    if (
        inner
        and all(_is_small(word, grammar) for word in _core(outer, grammar))
        and _is_name_shaped(inner[0].strip("()[]"), grammar)
    ):
        return _Candidate(Label(span, text_start, inner[0].strip("()[]")), is_sure=True)
    is_part = is_party(outer, grammar) or (
        inner is not None and person_at(prepared, start, start + inner.start()) is not None
    )
    if inner and not is_part and person_at(prepared, start + inner.start(), span.end):
        return _Candidate(Label(span, text_start, inner[0].strip("()[]")), is_sure=True)
    if not _is_name_shaped(outer, grammar):
        return None
    is_alone = match.end() == paragraph.end and " " in outer
    is_set_out = (is_alone or (match["mark"] or inner) is not None) and person_at(
        prepared, start, start + 2
    ) is not None
    is_sure = is_set_out or match["time"] is not None or is_party(outer, grammar) or _is_announced(written, grammar)
    return _Candidate(Label(span, text_start, outer), is_sure=is_sure)


def _behind_role(prepared: Prepared, span: Span, grammar: SayingGrammar) -> str | None:
    """The name behind an office in a label in capitals: "SHADOW MINISTER FOR THE FLEET, THE HON. IDA SPORSZ MP"."""
    role, _, rest = span.cut(prepared.text).rpartition(",")
    words = [word for word in _core(rest, grammar) if not _is_small(word, grammar)]
    has_title = not grammar.titles.keys().isdisjoint(_WORD.findall(fold(role)))
    is_name = 1 < len(words) <= _LONGEST_NAME and all(map(_CAPITALS.fullmatch, words))
    return " ".join(words) if has_title and is_name else None


def _single_letter(prepared: Prepared, paragraph: Span, grammar: SayingGrammar) -> _Candidate | None:
    """A questioner's single letter with a stop: "Q. Will the troops stay?"."""
    match = _LETTER.match(prepared.text, paragraph.start, min(paragraph.end, paragraph.start + 8))
    if match is None or not is_party(match[0][0], grammar):
        return None
    start = paragraph.start
    return _Candidate(Label(Span(start, start + 1), match.end(), match[0][0]), is_sure=True)


def _signless(prepared: Prepared, paragraph: Span, grammar: SayingGrammar) -> _Candidate | None:
    """A name before a dash, as in interviews, or with its honorific or title before a stop, as in minutes."""
    match = _AFTER_DASH.match(prepared.text, paragraph.start, paragraph.end)
    is_loud = match is not None and match[1].isupper() and _is_announced(match[1], grammar)
    if match and (is_loud or ((match[1][-1].isdigit() or match[1].isupper()) and is_party(match[1], grammar))):
        return _Candidate(Label(Span(match.start(1), match.end(1)), match.end(), match[1]), is_sure=True)
    if match and " " in match[1].strip() and person_at(prepared, match.start(1), match.start(1) + 1):
        label = Label(Span(match.start(1), match.end(1)), match.end(), match[1].strip())
        return _Candidate(label, is_sure=False, is_loose=True) if _is_name_shaped(label.name, grammar) else None
    match = _AFTER_STOP.match(prepared.text, paragraph.start, paragraph.end)
    if match is None or not _is_in_minutes(match[1].replace("\u00a0", " "), grammar):
        return None
    return _Candidate(Label(Span(match.start(1), match.end(1)), match.end(), match[1].strip()), is_sure=True)


def _in_capitals(prepared: Prepared, paragraph: Span) -> _Candidate | None:
    """A name in capitals on a line of its own, as in official transcripts: "IVAN KROLT"."""
    written = paragraph.cut(prepared.text).strip()
    words = written.split()
    is_name = 1 < len(words) <= _LONGEST_NAME and written.isupper() and all(map(_CAPITALS.fullmatch, words))
    return _Candidate(Label(paragraph, paragraph.end, written), is_sure=False) if is_name else None


def _with_sign(prepared: Prepared, paragraph: Span, grammar: SayingGrammar) -> _Candidate | None:
    """A name with its honorific and a sign in brackets on a line of its own: "L'honorable Ida Sporsz [ + ]"."""
    match = _SIGNED.fullmatch(prepared.text, paragraph.start, paragraph.end)
    if match is None or not _is_in_minutes(match[1].replace("\u00a0", " "), grammar):
        return None
    name = match[1].partition(",")[0].strip()
    return _Candidate(Label(paragraph, paragraph.end, name), is_sure=True)


def _is_in_minutes(label: str, grammar: SayingGrammar) -> bool:
    """Whether words are a title and a name, perhaps with a role after a comma, or an honorific and a role."""
    named, _, role = label.partition(",")
    first, *rest = named.split() or [""]
    is_titled = fold(first).rstrip(".") in grammar.honorifics
    opens = is_titled or fold(first) in grammar.titles or fold(first) in grammar.words["definite"]
    if not rest or not opens or len(role.split()) > _LONGEST_ROLE:
        return False
    words, known = set(_WORD.findall(fold(role))), grammar.titles.keys() | grammar.words["speaker_nouns"]
    if role and (not words & known or words & (grammar.words["auxiliaries"] | grammar.words["finite_hints"])):
        return False
    if role and _is_small(rest[0], grammar):
        return False
    if fold(first) in grammar.words["definite"] and not role:
        return named.removeprefix(first).isupper() and fold(rest[-1]) in grammar.titles
    is_role = is_titled and _is_small(rest[0], grammar) and fold(rest[-1]) in grammar.titles
    return is_role or (bool(_core(named, grammar)) and _is_name_shaped(named, grammar))


def _past_asides(text: str, start: int, limit: int) -> int:
    """After white space and brackets behind a label: "(00:12)", "(Klow Radio)"."""
    match = _ASIDES.match(text, start, limit)
    end = match.end() if match else start
    return end if any(char.isalnum() for char in text[end : min(limit, end + 40)]) or end == start else start


def _core(label: str, grammar: SayingGrammar) -> list[str]:
    """The words of a label without its role, titles, honorifics and articles."""
    words = _ROLE.split(label)[0].split()
    known = grammar.titles.keys() | grammar.honorifics | grammar.words["label_titles"]
    return [word for word in words if fold(word).rstrip(".") not in known]


def _is_small(word: str, grammar: SayingGrammar) -> bool:
    return fold(word) in grammar.words["determiners"] or fold(word) in grammar.words["prepositions"]


def _is_announced(label: str, grammar: SayingGrammar) -> bool:
    """Whether a label tells by itself that it is somebody's: a title, an honorific or a role."""
    name, *roles = _ROLE.split(label.replace(" (", ", "))
    head = name.split()
    known = grammar.titles.keys() | grammar.words["speaker_nouns"] | grammar.words["moderators"]
    has_role = len(head) > 1 and any(word in known for role in roles for word in _WORD.findall(fold(role)))
    return has_role or (bool(head) and head[0][0].isupper() and len(_core(name, grammar)) < len(head))


def _is_name_shaped(label: str, grammar: SayingGrammar) -> bool:
    """Whether a label can be a name or a role: a few words with capitals, a handle, or initials."""
    if is_party(label, grammar) or _HANDLE.fullmatch(label) or INITIALS.fullmatch(label):
        return True
    core = [word for word in _core(label, grammar) if not _is_small(word, grammar)]
    media = grammar.words["media_nouns"]
    if fold(label.split()[0]) in media and label[0].isupper():
        core = [word for word in core if fold(word) not in media]
    if not core:
        return label[0].isupper()
    longest = _LONGEST_NAME + _LOUD * label.isupper()
    return len(core) <= longest and all(
        PERSON_WORD.fullmatch(word) or word.isupper() or word.isdigit() for word in core
    )
