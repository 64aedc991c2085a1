"""The part of the facade that looks at promises and ahead: pledges, outlooks, departures, and the brief on one member."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Collection, Iterable, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from quotepart.accounts.account import Account
    from quotepart.dossier.brief.brief import Brief
    from quotepart.extraction.extractor import Extractor
    from quotepart.model.document import Document
    from quotepart.model.entry import Record
    from quotepart.model.finding import Finding
    from quotepart.outlook.ahead import Wish
    from quotepart.outlook.backtest import Backtest
    from quotepart.outlook.departure import Departure
    from quotepart.outlook.prospects import Outlook
    from quotepart.pledges.board import BoardRow
    from quotepart.pledges.states import PledgeState

    Read = tuple[Document, Record]


class LookingAhead(ABC):
    """What a workspace answers about promises and what may come of them, from its account and extractor."""

    @property
    @abstractmethod
    def account(self) -> Account:
        """The official figures that all is answered from."""

    @property
    @abstractmethod
    def extractor(self) -> Extractor:
        """What tells who is named in a document."""

    @abstractmethod
    def check(self, document: Document, record: Record, *, language: str | None = None) -> tuple[Finding, ...]:
        """Return the findings on a document's figures."""

    def pledges(self, members: Iterable[str] = (), *, on: date) -> tuple[PledgeState, ...]:
        """Return where members, those of groups, or all, stood on a day with every pledge made by then that binds them."""
        from quotepart.pledges.states import states_on

        return states_on(self.account, on, members=self._each(members, on))

    def pledge_changes(self, members: Iterable[str] = (), *, on: date) -> tuple[tuple[PledgeState, ...], ...]:
        """Return for each of ``pledges`` the states it had up to a day, each with its first day; the last is that of the day."""
        from quotepart.pledges.changes import changes_by

        return changes_by(self.account, on, members=self._each(members, on))

    def board(self, members: Iterable[str] = (), *, on: date) -> tuple[BoardRow, ...]:
        """Return every pledge in force on a day that binds any of the members, with them by state."""
        from quotepart.pledges.board import board_of

        return board_of(self.account, on, members=self._each(members, on))

    def outlook(self, members: Iterable[str] = (), *, known_on: date, wish: Wish | None = None) -> Outlook:
        """Return where pledges lead members or groups, by id or name, or all; ``Wish`` says what can be asked."""
        from quotepart.outlook.ahead import Wish, look_ahead

        return look_ahead(self.account, members, known_on, wish or Wish())

    def backtest(
        self, origins: Collection[int] = (), *, methods: Iterable[str] = (), target: float = 2.0, until: int = 2024,
        draws: int | None = None, seed: int | None = None,
    ) -> Backtest:  # fmt: skip
        """Return how projections did from past years; ``outlook.trials`` says what the arguments mean and what it raises."""
        from quotepart.outlook.trials import try_methods

        return try_methods(self.account, origins, methods=methods, target=target, until=until, draws=draws, seed=seed)

    def depart(
        self, members: Iterable[str], *, known_on: date, part: str = "all", rule: str = "pro_rata",
        scenarios: Sequence[Path] = (), with_uncitable: bool = False, draws: int = 10_000,
    ) -> Departure:  # fmt: skip
        """Return what goes when members leave and what it takes of the rest; ``outlook.departure`` says what is what."""
        from quotepart.outlook.departure import depart

        return depart(
            self.account, members, known_on=known_on, part=part, rule=rule, scenarios=scenarios,
            with_uncitable=with_uncitable, draws=draws,
        )  # fmt: skip

    def brief(
        self, member: str, *, known_on: date, read: Sequence[Read] = (), leavers: Iterable[str] = (), wish: Wish | None = None,
        language: str = "en",
    ) -> Brief:  # fmt: skip
        """Return what is known of one member on a day: share, pledges, gap, odds, what it would bear, what is said of it.

        ``read`` are documents with their records, judged for a reader of ``language``. Who leaves is the member that spends the
        most where no ``leavers`` are named. Raises ``AccountError`` for a name nobody has and a day before any edition,
        ``UsageError`` for a group and for who was no member on that day.
        """
        from quotepart.dossier.brief.brief import gather_brief

        judged = [(document, record, self.check(document, record, language=language)) for document, record in read]
        return gather_brief(
            self.account, member, known_on=known_on, leavers=leavers, wish=wish, judged=judged,
            mentions=self.extractor.mentions,
        )  # fmt: skip

    def _each(self, names: Iterable[str], day: date) -> list[str]:
        """Return members by id or name, a group as the members it has on a day."""
        pact = self.account.pact
        return [member for name in names for member in pact.members_on(self.account.find_entity(name), day)]
