"""The edges of a page: menus, names, dates and bylines before the report begins, signatures and notes after it ends."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from itertools import takewhile

from quotepart.extraction.pages.lines import CLOCK, DASH, DIGIT, NUMBERED_DATE, WORD, is_call, is_dated, is_menu
from quotepart.extraction.pages.strange import Vocabulary
from quotepart.extraction.pages.talks import TURN
from quotepart.extraction.pages.words import FurnitureGrammar, PageLine
from quotepart.extraction.text.prepared import Prepared

_MENU_WORDS = 3
_LEAST_LINKS = 5  # lines in a row that make a menu
_TITLE_WORDS = 4
_TITLE_LONG = 25
_TITLE_LINES = 3  # lines at the top among which a title stands
_CUT_OFF_WORDS = 14  # the last line of a text that breaks off is longer
_PROSE_WORDS = 25  # a paragraph under the report that breaks off is longer
_SPEAKER_WORDS = 16  # a line that names the speaker of the quotation above it is no longer
_MOST_SPEAKERS = 2  # such lines under a report; more name its guests or authors
_LABEL_WORDS = 20  # a line with a date or a menu is no longer
_BYLINE_WORDS = 12
_MASTHEAD_WORDS = 7
_NAME_WORDS = 10  # a name that a date or a menu parts from the title
_PART_WORDS = 5
_DATED_TITLE = 8  # words of a title that has its date behind a dash
_LONG_WORD = 4  # letters
_KIND_WORDS = 40  # a line that says what kind of speech follows
_FOOT_WORDS = 26  # a sentence to the reader under the report
_FOOT_SHARE = 0.34  # of the telling words of such a sentence come in the report
_TAGS = 4  # short parts between commas that make a line one of tags
_BIOGRAPHY = 70  # characters of a line in which an author's name and work stand
_BIOGRAPHY_WORDS = 80
_BIOGRAPHIES = 3  # lines at the end of a page among which they stand
_LEAST_TURNS = 3  # labelled turns of a transcript
_GREETING_ENDS = (".", ",", "!")
ENDS = ('."', ".”", ".»", ". »", ".\u00a0»", "!", ".", "…", ";", ":", "»", "”", '"', ",")


def mark_edges(prepared: Prepared, lines: Sequence[PageLine], grammar: FurnitureGrammar) -> None:
    """Mark menus, dates and bylines before the report begins, signatures, links and notes after it ends."""
    bodies = [index for index, line in enumerate(lines) if line.is_body and not line.is_furniture]
    if not bodies:
        return
    if len(bodies) > 1 and bodies[0] < _TITLE_LINES and _is_title(lines[bodies[0]]):
        bodies = bodies[1:]
    head, tail = lines[: bodies[0]], lines[bodies[-1] + 1 :]
    _mark_head(prepared, head, grammar)
    is_transcript = _is_transcript([lines[index] for index in bodies])
    is_speech = is_transcript or any(_says_kind(line, grammar) for line in head)
    if is_speech:
        before = max(head, _before_turns(lines) if is_transcript else (), key=len)
        is_led = len(before) < len(lines) and TURN.match(lines[len(before)].folded) is not None
        for line in before:
            line.is_furniture |= is_led or not line.folded.endswith(_GREETING_ENDS)
        _mark_scene(lines[bodies[0] :], grammar)
    _mark_tail(lines, [line for line in tail if not (is_transcript and TURN.match(line.folded))], grammar)
    if not is_speech:
        _mark_biography(prepared, lines, grammar)
        _mark_foot(lines, grammar, prepared.language.common)


def _mark_scene(bodies: Sequence[PageLine], grammar: FurnitureGrammar) -> None:
    """What is seen on the picture above a speech, in one line before the speaker greets: "The Minister speaking in Klow."."""
    for scene, greeting in itertools.islice(itertools.pairwise(bodies), 1):
        is_one = ". " not in scene.folded and not grammar.greetings.match(scene.folded)
        scene.is_furniture |= is_one and grammar.greetings.match(greeting.folded) > 0


def is_of_page(line: PageLine, grammar: FurnitureGrammar) -> bool:
    """Whether a line above a report says what kind of speech it is, or has a month or a numbered date: no title."""
    is_dated_line = bool(NUMBERED_DATE.search(line.folded)) or not grammar.lines.months.isdisjoint(
        WORD.findall(line.folded)
    )
    return _says_kind(line, grammar) or (line.words <= _LABEL_WORDS and is_dated_line)


def _is_title(line: PageLine) -> bool:
    """Whether a line that ends as a sentence may be a title all the same: it quotes or asks."""
    ends = line.folded.endswith(("?", "!", "»", "”", '"'))
    turn = TURN.match(line.folded)
    if turn and len(WORD.findall(line.folded, turn.end())) >= _TITLE_WORDS:
        return False
    return ends and line.words < _TITLE_LONG and line.folded[:1] not in "«“\"‘'—–-" and ". " not in line.folded


def _mark_head(prepared: Prepared, head: Sequence[PageLine], grammar: FurnitureGrammar) -> None:
    title = max((line.words for line in head if not line.is_furniture), default=0)
    _mark_capitals(prepared, head)
    _mark_pictured(prepared, head)
    _mark_links(head)
    named = [line for line in head if not line.is_furniture]
    first_open = named[0] if named else None
    for line in head:
        is_short = line.words <= _MENU_WORDS and not line.folded.endswith((".", ",", "!", ":", ";", "?"))
        is_label = is_short and (title >= _TITLE_WORDS or line.folded in grammar.sections)
        is_dated_title = line is first_open and _is_dated_title(line, title, grammar)
        line.is_furniture |= is_label or (_is_date_or_byline(line, grammar) and not is_dated_title)
        line.is_furniture |= line.words <= _CUT_OFF_WORDS and bool(NUMBERED_DATE.search(line.folded))
    if named and named[0] is head[0] and not head[0].is_furniture:
        head[0].is_furniture = _is_name_of_page(prepared, head, grammar)


def _mark_links(head: Sequence[PageLine]) -> None:
    """Rows of links of a few words each above the report: "- World", "- Cost of living"."""
    for is_link, group in itertools.groupby(head, key=lambda line: line.is_furniture or _is_link(line)):
        row = list(group)
        if is_link and len(row) >= _LEAST_LINKS and sum(map(_is_link, row)) * 2 > len(row):
            for line in row:
                line.is_furniture = True


def _is_link(line: PageLine) -> bool:
    """Whether a line is a few words without an end."""
    return 0 < line.words <= _MENU_WORDS and not line.folded.endswith(ENDS)


def _mark_pictured(prepared: Prepared, head: Sequence[PageLine]) -> None:
    """Who is seen on a picture, in a line under its credit: "Ida Sporsz, ministre de la Défense"."""
    for credit, line in itertools.pairwise(head):
        name, comma, rest = line.span.cut(prepared.text).partition(",")
        is_name = all(word[:1].isupper() for word in name.split()) and len(name.split()) <= _PART_WORDS
        is_office = bool(comma) and rest.strip()[:1].islower() and line.words <= _BYLINE_WORDS
        if credit.is_furniture and "©" in credit.folded and is_name and is_office:
            line.is_furniture |= not line.folded.endswith(ENDS)


def _mark_capitals(prepared: Prepared, head: Sequence[PageLine]) -> None:
    """The name of a paper or office in capitals that opens a page."""
    if len(head) > 1 and not head[0].is_furniture and head[0].words <= _MASTHEAD_WORDS:
        head[0].is_furniture = prepared.text[head[0].span.start : head[0].span.end].isupper()


def _is_name_of_page(prepared: Prepared, head: Sequence[PageLine], grammar: FurnitureGrammar) -> bool:
    """Whether the first line names the paper or office.

    A menu follows it, or the title does, behind a date or a byline or where the line looks like a name.
    """
    first = head[0]
    if len(head) < 2 or first.words > _NAME_WORDS:
        return False
    if head[1].is_furniture and is_menu(head[1].folded) and first.words < _MASTHEAD_WORDS:
        return True
    if any(mark in first.folded for mark in ',:?!«“"') or not any(
        line.words >= _TITLE_WORDS for line in head[1:] if not line.is_furniture
    ):
        return False
    parts = DASH.split(first.folded)
    is_parted = len(parts) > 1 and all(len(WORD.findall(part)) <= _PART_WORDS for part in parts)
    is_dated_apart = head[1].is_furniture and not _has_byline(head[1].folded, grammar)
    return is_dated_apart or is_parted or (first.words <= _PART_WORDS and _is_proper(prepared, first))


def _is_proper(prepared: Prepared, line: PageLine) -> bool:
    """Whether all long words of a line are in capitals or begin with one."""
    words = WORD.findall(prepared.text, line.span.start, line.span.end)
    return all(word[0].isupper() for word in words if len(word) >= _LONG_WORD)


def _says_kind(line: PageLine, grammar: FurnitureGrammar) -> bool:
    """Whether a line says what kind of speech follows, and whose: "Press conference by the Minister of Defence"."""
    return line.words <= _KIND_WORDS and ":" not in line.folded and grammar.kinds.match(line.folded.lstrip("[( ")) > 0


def _is_transcript(bodies: Sequence[PageLine]) -> bool:
    """Whether the report is a talk in turns, each after its speaker's name."""
    turns = sum(TURN.match(line.folded) is not None for line in bodies)
    return turns >= _LEAST_TURNS and turns * 2 >= len(bodies)


def _before_turns(lines: Sequence[PageLine]) -> Sequence[PageLine]:
    """The lines of a transcript before its first turn, up to one that is long."""
    ends = (at for at, line in enumerate(lines) if TURN.match(line.folded) or line.words > _LABEL_WORDS)
    return lines[: next(ends, len(lines))]


def _mark_tail(lines: Sequence[PageLine], tail: Sequence[PageLine], grammar: FurnitureGrammar) -> None:
    after_furniture = False
    if tail and _breaks_off(tail[0], _PROSE_WORDS, grammar):
        tail = tail[1:]
    if tail and tail[-1] is lines[-1] and _breaks_off(tail[-1], _CUT_OFF_WORDS, grammar):
        tail = tail[:-1]
    are_guests = sum(map(_may_name_speaker, tail)) > _MOST_SPEAKERS
    for line in tail:
        after_furniture |= line.is_furniture
        is_sentence = line.folded.endswith(ENDS) and line.words >= _MENU_WORDS
        is_signature = not is_sentence and (are_guests or not _may_name_speaker(line))
        line.is_furniture |= after_furniture or is_signature or _is_date_or_byline(line, grammar)


def _breaks_off(line: PageLine, least: int, grammar: FurnitureGrammar) -> bool:
    """Whether a line of more than ``least`` words under the report may be prose of which the rest is missing."""
    is_page = line.is_furniture or _is_to_reader(line, grammar) or is_dated(line.folded, grammar.lines)
    return line.words > least and not is_page


def _may_name_speaker(line: PageLine) -> bool:
    """Whether a line may say who spoke the words above it: "Ida Sporsz, Minister of Defence"."""
    is_plain = not any(mark in line.folded for mark in "|·@/#:•") and not DIGIT.search(line.folded)
    return is_plain and "," in line.folded and line.words <= _SPEAKER_WORDS and not _is_tags(line)


def _is_tags(line: PageLine) -> bool:
    """Whether a line is a row of tags: short parts between commas."""
    parts = line.folded.split(",")
    return len(parts) >= _TAGS and all(0 < len(WORD.findall(part)) <= _MENU_WORDS for part in parts)


def _is_to_reader(line: PageLine, grammar: FurnitureGrammar) -> bool:
    """Whether a line outside quotation marks holds a word of notes to the reader."""
    if any(mark in line.folded for mark in '«“"‘'):
        return False
    hits = grammar.foot.find_matches_as_indexes(line.folded)
    return any(line.folded[max(0, start - 1) : start] in ("", " ", "(", "\u00a0") for _, start, _ in hits)


def _mark_biography(prepared: Prepared, lines: Sequence[PageLine], grammar: FurnitureGrammar) -> None:
    """Who the author is, above the report or in its last lines: "Ida Sporsz is a reporter for the Courier"."""
    own = [line for line in lines if not line.is_furniture]
    first = list(takewhile(lambda line: _is_biography(prepared, line, grammar), own[1:]))
    for line in (*first, *(line for line in own[-_BIOGRAPHIES:][1:] if _is_biography(prepared, line, grammar))):
        line.is_furniture = True


def _is_biography(prepared: Prepared, line: PageLine, grammar: FurnitureGrammar) -> bool:
    """Whether a line begins with a name and what its owner is, and quotes nothing."""
    if line.words > _BIOGRAPHY_WORDS or any(mark in line.folded for mark in '«“"'):
        return False
    is_name = all(word[0].isupper() for word in line.span.cut(prepared.text).split()[:2])
    return is_name and bool(grammar.biographies.find_matches_as_indexes(line.folded[:_BIOGRAPHY]))


def _mark_foot(lines: Sequence[PageLine], grammar: FurnitureGrammar, common: frozenset[str]) -> None:
    """Sentences to the reader, or about the text, with which the page goes on under the report.

    They speak of other things than the report, which does not itself speak to somebody.
    """
    own = [line for line in lines if not line.is_furniture]
    foot = list(takewhile(lambda line: line.words <= _FOOT_WORDS and _is_to_reader(line, grammar), reversed(own)))
    above = own[: len(own) - len(foot)]
    if not foot or any(_is_to_reader(line, grammar) for line in above if line.is_body):
        return
    report = Vocabulary(above, common)
    for line in foot:
        line.is_furniture = report.share(line) <= _FOOT_SHARE


def _is_dated_title(line: PageLine, longest: int, grammar: FurnitureGrammar) -> bool:
    """Whether a line is the title, with its date behind it: the longest of the head, with many words beside the date."""
    title, *rest = DASH.split(line.folded)
    is_titled = len(WORD.findall(title)) >= _DATED_TITLE and not is_dated(title, grammar.lines)
    return is_titled and len(rest) == 1 and line.words == longest and not _says_kind(line, grammar)


def _is_date_or_byline(line: PageLine, grammar: FurnitureGrammar) -> bool:
    """Whether a line beside the report, not prose, is a menu, a date, a byline or a call to the reader."""
    folded = line.folded
    if is_call(folded, grammar.lines):
        return True
    if line.is_body or line.words > _LABEL_WORDS:
        return False
    is_short_date = line.words <= 5 and any(word in grammar.lines.months for word in WORD.findall(folded))
    return (
        is_menu(folded)
        or _is_tags(line)
        or is_dated(folded, grammar.lines)
        or (is_short_date and bool(DIGIT.search(folded)))
        or (line.words <= _BYLINE_WORDS and bool(CLOCK.search(folded) or _has_byline(folded, grammar)))
    )


def _has_byline(folded: str, grammar: FurnitureGrammar) -> bool:
    return folded.startswith(grammar.bylines) or any(
        folded.startswith(grammar.bylines, dash.end()) for dash in DASH.finditer(folded)
    )
