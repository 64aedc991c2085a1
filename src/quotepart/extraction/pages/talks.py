"""Talks in turns, each after its speaker's label: which lines of a page are such turns, whatever else they look like."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence, Set
from itertools import pairwise

from quotepart.extraction.pages.words import PageLine
from quotepart.extraction.text.prepared import Prepared

TURN = re.compile(
    r"(?:>> ?|\[[\d:.]{4,10}\] ?|q?\d{1,3}\.? )?[^\W\d_][^:.!?«»“”\"\n]{0,60}(?:\([^()\n]{1,60}\))?\s?"
    r"(?::|\. [–-]|--)(?!\S)"
)
"""What begins a turn, in folded text: a label with its sign, perhaps behind a time or a number."""
_LEAST_TURNS = 3
_AGAIN = 2  # turns of one speaker
_LABEL_WORDS = 8  # of a label on a line of its own
_NAME_WORDS = (2, 4)  # of a label in capitals on a line of its own


def keep_turns(prepared: Prepared, lines: Sequence[PageLine], told: Set[int]) -> None:
    """Keep the turns of a talk in the report: lines behind a label of which some come again, labels alone, lines under capitals.

    ``told`` are the starts of lines that their own words make furniture: "Read also: …" is no label.
    """
    labelled = [
        line
        for line in lines
        if line.span.start not in told and (turn := TURN.match(line.folded)) and turn.end() < len(line.folded)
    ]
    counts = Counter(_label(line) for line in labelled)
    if len(labelled) >= _LEAST_TURNS and any(times >= _AGAIN for times in counts.values()):
        first = next(at for at, line in enumerate(labelled) if counts[_label(line)] >= _AGAIN)
        shouts = {id(line) for line in labelled if _is_loud(prepared, line)}
        for line in labelled[first:]:
            line.is_furniture &= counts[_label(line)] < _AGAIN and id(line) not in shouts
    alone = [line for line in lines if line.span.start not in told and _is_label_alone(line)]
    for line in alone if len(alone) >= _LEAST_TURNS else ():
        line.is_furniture = False
    names = {at: line.folded for at, line in enumerate(lines) if _is_name_in_capitals(prepared, line)}
    again = Counter(names.values())
    if len(names) >= _LEAST_TURNS and max(again.values()) >= _AGAIN:
        for at, (line, below) in enumerate(pairwise(lines)):
            if at in names and at + 1 not in names:
                line.is_furniture = below.is_furniture = False


def _is_label_alone(line: PageLine) -> bool:
    turn = TURN.match(line.folded)
    return turn is not None and turn.end() == len(line.folded) and line.words <= _LABEL_WORDS


def _label(line: PageLine) -> str:
    turn = TURN.match(line.folded)
    return turn[0].rstrip(" :-–").lstrip("> ") if turn else ""


def _is_loud(prepared: Prepared, line: PageLine) -> bool:
    """Whether the first words of a label are in capitals."""
    written = line.span.cut(prepared.text).partition(":")[0].split()
    return len(written) > 1 and written[0].isupper() and written[1].isupper()


def _is_name_in_capitals(prepared: Prepared, line: PageLine) -> bool:
    """Whether a line is a name in capitals and nothing else: "IDA SPORSZ"."""
    fewest, most = _NAME_WORDS
    if not fewest <= line.words <= most:
        return False
    written = line.span.cut(prepared.text).strip()
    return written.isupper() and all(word.replace("-", "").replace("'", "").isalpha() for word in written.split())
