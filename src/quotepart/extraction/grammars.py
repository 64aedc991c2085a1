"""The compiled grammar of every layer, for one language and one pact; each is compiled when it is first needed."""

from __future__ import annotations

from functools import cached_property

from quotepart.extraction.dates.dates import DatesGrammar, compile_dates
from quotepart.extraction.figures.figures import FiguresGrammar, compile_figures
from quotepart.extraction.languages.language import Language
from quotepart.extraction.meetings.meetings import MeetingGrammar, compile_meetings
from quotepart.extraction.meetings.words import OccasionGrammar, compile_occasions
from quotepart.extraction.names.names import NamesGrammar, compile_names
from quotepart.extraction.names.strangers import StrangersGrammar, compile_strangers
from quotepart.extraction.pages.words import FurnitureGrammar, compile_furniture
from quotepart.extraction.pledges.words import PledgesGrammar, compile_pledges
from quotepart.extraction.quotes.saying import SayingGrammar
from quotepart.extraction.quotes.speakers import compile_quotes
from quotepart.extraction.text.sentences import SentenceGrammar, compile_sentences
from quotepart.extraction.times.times import TimeGrammar, compile_times
from quotepart.extraction.topics import TopicGrammar, compile_topics
from quotepart.model.pact import Pact


class Grammars:
    """The grammars of a language and a pact: a sentence alone needs no grammar of pages, pledges or topics."""

    def __init__(self, language: Language, pact: Pact) -> None:
        self.language, self.pact = language, pact

    @cached_property
    def sentences(self) -> SentenceGrammar:
        """Where sentences end."""
        return compile_sentences(self.language)

    @cached_property
    def furniture(self) -> FurnitureGrammar:
        """What of a page is no part of the report."""
        return compile_furniture(self.language, self.pact)

    @cached_property
    def names(self) -> NamesGrammar:
        """Who is named."""
        return compile_names(self.language, self.pact)

    @cached_property
    def quotes(self) -> SayingGrammar:
        """Who said what."""
        return compile_quotes(self.language, self.pact)

    @cached_property
    def times(self) -> TimeGrammar:
        """Expressions of time."""
        return compile_times(self.language)

    @cached_property
    def occasions(self) -> OccasionGrammar:
        """Mentions of meetings."""
        return compile_occasions(self.language, self.pact)

    @cached_property
    def dates(self) -> DatesGrammar:
        """The day of publication."""
        return compile_dates(self.language, self.pact)

    @cached_property
    def strangers(self) -> StrangersGrammar:
        """States and groups that the pact does not know."""
        return compile_strangers(self.language, self.pact)

    @cached_property
    def figures(self) -> FiguresGrammar:
        """Which figures are stated."""
        return compile_figures(self.language, self.pact)

    @cached_property
    def pledges(self) -> PledgesGrammar:
        """Who binds whom to what."""
        return compile_pledges(self.language, self.pact, self.figures)

    @cached_property
    def meetings(self) -> MeetingGrammar:
        """Which meeting of the calendar a mention is of."""
        return compile_meetings(self.language, self.pact)

    @cached_property
    def topics(self) -> TopicGrammar:
        """What a report is about."""
        return compile_topics(self.language, self.pact)
