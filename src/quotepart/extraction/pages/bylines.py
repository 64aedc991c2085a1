"""Who wrote a report: a line with "by" and names, or a line with a name that the report does not speak of."""

from __future__ import annotations

import re
from collections.abc import Sequence

from quotepart.extraction.names.given_names import given_names
from quotepart.extraction.pages.lines import is_dated
from quotepart.extraction.pages.words import FurnitureGrammar, PageLine
from quotepart.extraction.text.fold import fold
from quotepart.extraction.text.prepared import Prepared

_TOP = 10  # lines at the top of a page among which its author may stand
_MOST = 10  # words of a byline
_MOST_ALONE = 8  # words of a line of names
_MOST_ROLE = 14  # words of a line that says what an author is
_FEW = 4  # words of a line that begins with "by"
_NAMED = 2  # words of a name behind which a role stands: "Ida Sporsz, defence editor"
_NAMES = 0.6  # of the words of a byline begin with a capital
_WORD = re.compile(r"[^\W\d_][\w'’.-]*")
_ORNAMENTS = " \n\t\ufeff|•·*-–—>"
_ENDS = (".", "!", "?", ":", ";", "»", "”", '"')


def is_byline(line: str, folded: str, grammar: FurnitureGrammar) -> bool:
    """Whether a line says "by" and goes on with names: "By Ida Sporsz and Otto Klow, Klow Courier"."""
    if is_credited_name(line, folded, grammar):
        return True
    inset = len(folded) - len(folded.lstrip(_ORNAMENTS))
    lead = next((lead for lead in grammar.bylines if folded.startswith(lead, inset)), None)
    if lead is None or folded.endswith(_ENDS):
        return False
    words: list[str] = _WORD.findall(line[inset + len(lead) :])
    if not words or len(words) > _MOST or fold(words[0]) in grammar.lines.months | grammar.lines.clock:
        return False
    return words[0][0].isupper() and sum(word[0].isupper() for word in words) >= _NAMES * len(words)


def is_credited_name(line: str, folded: str, grammar: FurnitureGrammar) -> bool:
    """Whether a line is a name with its agency: "IDA SPORSZ, Associated Press"."""
    _, comma, agency = folded.rpartition(",")
    words = _WORD.findall(line)
    is_name = bool(comma) and 1 < len(words) <= _MOST_ALONE and all(word[0].isupper() for word in words)
    return is_name and agency.strip() in grammar.agencies


def mark_authors(prepared: Prepared, lines: Sequence[PageLine], grammar: FurnitureGrammar) -> None:
    """Mark lines of names near the top, behind the title, whose last word does not come again: their owners wrote the report.

    What they are may stand in the line below: "Columnist of the Courier". So may a date.
    """
    after_author, name = False, ""
    has_begun = bool(lines) and lines[0].is_body
    for line in lines[1:_TOP]:
        text = line.span.cut(prepared.text).strip()
        is_again = bool(name) and text.startswith(name) and line.words <= _MOST_ALONE
        if is_again or (after_author and line.words <= _MOST_ROLE and grammar.roles.match(line.folded)):
            line.is_furniture, line.is_body = True, False
        elif line.is_furniture:
            after_author = is_byline(text, line.folded, grammar)
        elif not line.is_body:
            may_speak = has_begun and "," in text
            after_author = _is_author(prepared, line, text, grammar)
            after_author |= not may_speak and _is_named_with_role(text, line, grammar)
            line.is_furniture = after_author or _is_dated_below(line, grammar)
            name = text if after_author else ""
        has_begun |= line.is_body


def _is_dated_below(line: PageLine, grammar: FurnitureGrammar) -> bool:
    """Whether a short line is a date with what belongs to it, or says "by" and hardly more."""
    if line.words > _MOST or line.folded.endswith(_ENDS):
        return False
    return is_dated(line.folded, grammar.lines) or (line.words <= _FEW and line.folded.startswith(grammar.bylines))


def _is_author(prepared: Prepared, line: PageLine, text: str, grammar: FurnitureGrammar) -> bool:
    """Whether a line holds nothing but names, and where their owners are; the last does not come again but in the line below."""
    if line.words > _MOST_ALONE or line.folded.endswith(_ENDS):
        return False
    words = _WORD.findall(text)
    if len(words) > _NAMED + 1 and fold(words[-2]) in grammar.stays:
        words = words[:-2]
    is_name = len(words) > 1 and all(word[0].isupper() or fold(word) in grammar.joiners for word in words)
    if not is_name or fold(words[0]) not in given_names():
        return False
    below = prepared.folded[line.span.end :].lstrip().startswith(line.folded)
    return prepared.folded.count(fold(words[-1])) == 1 + below


def _is_named_with_role(text: str, line: PageLine, grammar: FurnitureGrammar) -> bool:
    """Whether a line says who wrote the report and what he is: "Ida Sporsz, defence editor"."""
    words = text.split(maxsplit=_NAMED)
    if len(words) <= _NAMED or line.words > _MOST_ALONE or line.folded.endswith(_ENDS):
        return False
    return fold(words[0]) in given_names() and words[1][0].isupper() and grammar.roles.match(fold(words[_NAMED])) > 0
