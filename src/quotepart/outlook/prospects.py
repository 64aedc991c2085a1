"""What an outlook says: of each member where it stands and what the target takes, and the odds of every scenario."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from quotepart.model.frozen import dataclass
from quotepart.outlook.cost import Delay, PathCost
from quotepart.outlook.course import Towards
from quotepart.outlook.credibility import Kept
from quotepart.outlook.history import History
from quotepart.outlook.money import Standing
from quotepart.outlook.odds import Odds
from quotepart.outlook.paths import SharePath


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Prospect:
    """What the target takes of one member.

    ``gdp_growth`` is the real growth of GDP taken for it, in per cent a year. ``paths`` lead to the target, but for the one of
    the trend, which leads where it leads; where the target is met there is only that one, and neither ``cost``, that of the
    straight path, nor ``delay``. ``plan`` is what the member itself declared, by year. Money is in the pact's currency and in
    prices of the last year.
    """

    member: str
    standing: Standing
    is_met: bool
    gdp_growth: float
    paths: tuple[SharePath, ...]
    plan: Mapping[int, float]
    credibility: float
    cost: PathCost | None = None
    delay: Delay | None = None


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Outlook:
    """Where pledges lead: ``target``, in per cent of GDP, by the end of the year ``by``, as known on a day.

    ``asked`` are the members it is about, in their order; ``prospects`` has all members with a history, whom the joint answers of
    ``odds`` are about. ``scenario`` is the one that is shown where only one can be. ``group_shares`` is the past of the groups,
    by year, of the members they have on the day. ``supposed_growth`` (per cent a year) and ``supposed_credibility`` are what the
    asker gave in place of estimates, ``None`` where all is estimated.
    """

    known_on: date
    target: float
    by: int
    method: str
    scenario: Towards
    asked: tuple[str, ...]
    history: History
    prospects: Mapping[str, Prospect]
    odds: Mapping[Towards, Odds]
    trust: Kept
    group_shares: Mapping[str, Mapping[int, float]]
    unit: str
    currency: str
    supposed_growth: float | None = None
    supposed_credibility: float | None = None

    def past_of(self, entity: str) -> dict[int, float]:
        """Return the official shares of a member, or of a group as a whole, by year, in per cent."""
        if entity in self.group_shares:
            return dict(self.group_shares[entity])
        row = self.history.share_percent[self.history.members.index(entity)]
        return {year: float(share) for year, share in zip(self.history.years, row, strict=True) if share > 0}

    @property
    def main(self) -> Odds:
        """The odds of the scenario shown."""
        return self.odds[self.scenario]

    @property
    def years(self) -> tuple[int, ...]:
        """The years projected: those after the last official one, to the deadline."""
        return self.main.years

    @property
    def groups(self) -> tuple[str, ...]:
        """The groups whose share as a whole has odds."""
        return self.main.groups

    @property
    def last_year(self) -> int:
        """The last year with official figures, from which projections start."""
        return self.history.last_year

    @property
    def editions(self) -> tuple[str, ...]:
        """The editions that the past was taken from, each once."""
        return tuple(dict.fromkeys(part.edition for part in self.history.parts))
