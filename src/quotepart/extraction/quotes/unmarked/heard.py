"""Whose the turns of a transcript are, where their label is no name but a title: "THE PRESIDENT", "M. le président"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quotepart.extraction.quotes.cast.cast import Cast
from quotepart.extraction.quotes.findings import Finding
from quotepart.extraction.quotes.saying import SayingGrammar
from quotepart.extraction.quotes.unmarked.labels import is_chair
from quotepart.extraction.quotes.unmarked.speeches import Block


def hear_blocks(blocks: Sequence[Block], cast: Cast, grammar: SayingGrammar) -> Iterator[Finding]:
    """Yield the words of each block as those of who bears the title that its label is.

    Who is in the chair is nobody that speaks under a name of his own.
    """
    named = {block.speaker.name for block in blocks if block.speaker}
    for block in blocks:
        speaker = block.speaker
        if speaker is not None and speaker.person_id is None:
            titled = cast.titled(speaker.name)
            is_other = titled is not None and titled.name in named and is_chair(speaker.name, grammar)
            speaker = speaker if is_other else titled or speaker
        asks = block.speaker is None and block.line is not None
        yield Finding(block.span, "direct", speaker, None, None, block.confidence, is_question=asks)
