"""Whom a text spoke of before a figure: the party named last, the state of the person named last, the text's main state."""

from __future__ import annotations

from collections.abc import Sequence

from quotepart.extraction.figures.ties import HoldersGrammar
from quotepart.extraction.figures.unnamed import Known
from quotepart.extraction.names.parties import Parties
from quotepart.extraction.names.spoken_of import (
    is_place,
    last_party,
    last_subject,
    main_state,
    state_counts,
    topic_state,
)
from quotepart.extraction.text.prepared import Mention
from quotepart.model.entry import Speaker
from quotepart.model.span import Span

_LOOK_BACK = 600  # characters after which nobody goes on with the holder of a figure


class Recalled:
    """What a document tells of its parties, and who held its last figure; read in text order."""

    def __init__(self, folded: str, parties: Parties, grammar: HoldersGrammar) -> None:
        self.folded, self.grammar, self.origins = folded, grammar, parties.origins
        aside = grammar.groups.union(*grammar.receivers.values())
        counts = state_counts(parties.mentions, grammar.bodies, grammar.members, aside)
        self.main, self.topic = main_state(counts), topic_state(counts)
        self.holder: tuple[str, ...] = ()
        self.holder_at = -1

    def known(self, before: Sequence[Mention], sentence: Span, speaker: Speaker | None) -> Known:
        """Return whom the text spoke of before ``sentence``; ``before`` are the mentions ahead of it."""
        return Known(
            before=self._party(before, sentence),
            home=self._home(before),
            main=self.main,
            topic=self.topic,
            state=last_party(self.folded, self._states(before), self.grammar.spoken_of),
            speaker=None if speaker is None else speaker.members or self.origins.get(speaker.name, ()),
        )

    def _states(self, before: Sequence[Mention]) -> Sequence[Mention]:
        return [each for each in before if each.actors and each.actors[0] not in self.grammar.groups]

    def remember(self, who: tuple[str, ...], span: Span) -> None:
        """Keep the holder of the figure at ``span``, whose sentence names it."""
        if who:
            self.holder, self.holder_at = who, span.end

    def _party(self, before: Sequence[Mention], sentence: Span) -> tuple[str, ...]:
        folded, grammar = self.folded, self.grammar.spoken_of
        is_near = bool(self.holder) and sentence.start - self.holder_at < _LOOK_BACK
        since = last_subject(folded, before, self.holder_at if is_near else 0, grammar)
        return since or (self.holder if is_near else last_party(folded, before, grammar))

    def _home(self, before: Sequence[Mention]) -> Sequence[str]:
        """The state of the person or office named last before the sentence; empty where it is not known."""
        told = (mention for mention in reversed(before) if _tells_home(mention))
        named = next((each for each in told if not is_place(self.folded, each, self.grammar.spoken_of)), None)
        if named is None:
            return ()
        state = self.grammar.states.get(named.person_id or named.name)
        known = named.actors or self.origins.get(named.name, ()) or ((state,) if state else ())
        return () if set(known) & self.grammar.groups else known


def _tells_home(mention: Mention) -> bool:
    """Whether a mention names a person, or an office with whose it is: a title alone stands for who was named before."""
    return mention.kind == "person" or (mention.kind == "office" and bool(mention.actors or mention.person_id))
