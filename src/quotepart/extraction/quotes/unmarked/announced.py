"""A paragraph without marks under a line that announces it: "Asked about the fleet, Ms Sporsz says:"."""

from __future__ import annotations

import re

from quotepart.extraction.quotes.cues import Cue
from quotepart.extraction.quotes.findings import Finding
from quotepart.extraction.quotes.frames import Frame
from quotepart.extraction.quotes.saying import SayingGrammar
from quotepart.extraction.quotes.unmarked.speeches import ENDS, speaks
from quotepart.extraction.text.prepared import Prepared
from quotepart.model.entry import Speaker
from quotepart.model.span import Span

_MARKS = re.compile(r"[«»“”\"]")
_SIGN = ">"
"""The sign before quoted paragraphs in mail and plain text."""
_HEARD, _UNHEARD = 0.8, 0.4  # how sure such words are with a speaker and without


def find_announced(
    prepared: Prepared,
    frame: Frame,
    announced: tuple[Speaker | None, Cue | None, str | None] | None,
    grammar: SayingGrammar,
) -> Finding | None:
    """Return the paragraph that a sentence opens as the words that the line before it announces with a verb and a colon.

    It speaks in the first person and ends as prose does, and nothing in it stands in marks.
    """
    if announced is None or announced[1] is None:
        return None
    paragraph = prepared.paragraphs[frame.paragraph]
    text = paragraph.cut(prepared.text)
    is_prose = frame.span.start == paragraph.start and text.endswith(ENDS) and not _MARKS.search(text)
    if not is_prose or not speaks(prepared, paragraph, grammar):
        return None
    speaker, cue, cue_text = announced
    said = Span(paragraph.end - len(text.removeprefix(_SIGN).lstrip()), paragraph.end)
    return Finding(said, "direct", speaker, cue, cue_text, _HEARD if speaker else _UNHEARD)
