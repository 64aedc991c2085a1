"""A member leaves: what goes, what it takes of those who stay, what others have estimated, and what a scenario makes of it.

Each number has a scope, which is always told beside it: the ``whole_budget`` of a member, wherever its forces stand; the
``theatre``, only what it keeps in the area of the pact; or one ``capability``. No official figure says what part of a budget is
for the theatre, so a departure of that scope has no money in it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from quotepart.accounts.account import Account
from quotepart.errors import OutlookError, UsageError
from quotepart.measures.question import Question, ask
from quotepart.model.frozen import dataclass
from quotepart.outlook.departure_effort import Effort, Payable, efforts_of, payable
from quotepart.outlook.departure_lines import CapabilityLoss, lines_of
from quotepart.outlook.departure_losses import Loss, losses_of
from quotepart.outlook.sharing.find import find_rule
from quotepart.outlook.sharing.rule import Rule
from quotepart.pacts.departure import CapabilityLine, DepartureTerms, departure_terms
from quotepart.pacts.replacements import Estimate, replacement_estimates

if TYPE_CHECKING:
    from quotepart.outlook.replacement import Replacement
    from quotepart.outlook.scenario import Scenario

Scope = Literal["whole_budget", "theatre", "capability"]
ALL, THEATRE = "all", "theatre"
MOST_SCENARIOS = 20
MOST_DRAWS = 1_000_000
SEED, DRAWS = 20140905, 10_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Departure:
    """What is known when ``leavers`` leave the ``group``, by what had been published on a day.

    ``members`` are the group in ``year``, the leavers among them, ``payers`` those who stay and spend. ``part`` is ``all``,
    ``theatre`` or a line of capability. ``losses`` and ``efforts`` are empty where the scope has no official money; ``efforts``
    are also empty where those who stay have no figures of one year. ``estimates`` are of the departure of exactly these members;
    ``rule`` is the one that splits the bills of ``replacements``.
    """

    leavers: tuple[str, ...]
    members: tuple[str, ...]
    payers: tuple[str, ...]
    group: str
    year: int
    edition: str
    known_on: date
    part: str
    scope: Scope
    rule: str
    losses: tuple[Loss, ...]
    lines: tuple[CapabilityLoss, ...]
    efforts: tuple[Effort, ...]
    estimates: tuple[Estimate, ...]
    replacements: tuple[Replacement, ...] = ()

    @property
    def stayers(self) -> tuple[str, ...]:
        """Those who stay, also those that have nothing to spend on."""
        return tuple(member for member in self.members if member not in self.leavers)

    def loss(self, kind: str) -> Loss | None:
        """Return what goes of one thing, ``None`` where the scope does not have it."""
        return next((each for each in self.losses if each.kind == kind), None)

    def effort(self, goal: str) -> Effort | None:
        """Return what one goal takes, ``None`` where it is not among the efforts."""
        return next((each for each in self.efforts if each.goal == goal), None)


def depart(
    account: Account, members: Iterable[str], *, known_on: date, part: str = ALL, rule: str = "pro_rata",
    scenarios: Sequence[Scenario | Path] = (), with_uncitable: bool = False, seed: int = SEED, draws: int = DRAWS,
) -> Departure:  # fmt: skip
    """Return what goes when ``members`` (ids or names; a group stands for its members) leave, and what it takes of the rest.

    ``scenarios`` are given as read or as files; ``seed`` and ``draws`` are those of their random quantities.

    Raises ``UsageError`` for nobody, one that leaves twice or is no member, an unknown part or rule, ``AccountError`` for an
    unknown member and a day before any edition, ``OutlookError`` where nobody stays and for a scenario of another departure.
    """
    _check_draws(scenarios, draws)
    chosen, terms = find_rule(rule), departure_terms(account.pact.folder)
    supposed = [_read(account, each) if isinstance(each, Path) else each for each in scenarios]
    question = ask(account, known_on=known_on, with_uncitable=with_uncitable)
    leavers = _leavers(account, question, members)
    lines = _lines(terms, part)
    scope: Scope = "whole_budget" if part == ALL else "theatre" if part == THEATRE else "capability"
    those = payable(question, leavers)
    return Departure(
        leavers=leavers,
        members=question.members,
        payers=tuple(those.spent) if those else (),
        group=question.group,
        year=question.year,
        edition=question.edition.id,
        known_on=known_on,
        part=lines[0].id if scope == "capability" else part,
        scope=scope,
        rule=chosen.name,
        losses=losses_of(question, leavers) if scope == "whole_budget" else (),
        lines=lines_of(lines, question.members, leavers, known_on=known_on, with_uncitable=with_uncitable),
        efforts=efforts_of(those, terms.targets) if those and scope == "whole_budget" else (),
        estimates=() if scope == "capability" else _estimates(account, leavers, known_on, with_uncitable),
        replacements=_replacements(
            [_within(each, lines, scope) for each in supposed],
            leavers,
            question,
            _shares(chosen, those, bool(supposed)),
            seed,
            draws,
        ),
    )


def _leavers(account: Account, question: Question, names: Iterable[str]) -> tuple[str, ...]:
    """Return who leaves, each once, in the pact's order."""
    found = [account.find_entity(name) for name in names]
    if not found:
        raise UsageError("nobody leaves", hint="name one member or more")
    each = [member for entity in found for member in account.members(entity, question.year, edition=question.edition)]
    outside = [member for member in each if member not in question.members]
    if outside:
        raise UsageError(f"{', '.join(outside)} was no member in {question.year}", hint="a later --known-on may help")
    twice = sorted({member for member in each if each.count(member) > 1})
    if twice:
        raise UsageError(f"{', '.join(twice)} can't leave twice", hint="name each member once, or its group alone")
    if set(each) == set(question.members):
        raise OutlookError(f"all of {question.group} leave: nobody stays to replace them", hint="name fewer members")
    return tuple(member for member in question.members if member in each)


def _lines(terms: DepartureTerms, part: str) -> tuple[CapabilityLine, ...]:
    """Return the lines of capability that a part is about."""
    if part == ALL:
        return tuple(terms.lines.values())
    if part == THEATRE:
        return tuple(line for line in terms.lines.values() if line.is_theatre)
    by_name = {name.casefold(): line for line in terms.lines.values() for name in (line.id, *line.name.values())}
    found = by_name.get(part.strip().casefold())
    if found is None:
        known = [ALL, THEATRE, *terms.lines]
        near = get_close_matches(part.strip().casefold(), [*known, *by_name])
        hint = f"did you mean {', '.join(near)}?" if near else f"known: {', '.join(known)}"
        raise UsageError(f"there is no part “{part}”", hint=hint)
    return (found,)


def _estimates(account: Account, leavers: Sequence[str], known_on: date, with_uncitable: bool) -> tuple[Estimate, ...]:
    day = known_on.isoformat()
    return tuple(
        each
        for each in replacement_estimates(account.pact.folder, account.pact.conventions.languages)
        if leavers == (each.member,) and each.published <= day and (each.citable or with_uncitable)
    )


def _shares(rule: Rule, those: Payable | None, is_needed: bool) -> Mapping[str, float]:
    """Return how a rule splits a bill among those who stay; raises ``OutlookError`` where it is asked and lacks figures."""
    if those and rule.name in those.rules():
        return rule.share(those.means)
    if is_needed:
        hint = "choose another rule or a day with more figures"
        raise OutlookError(f"the figures that {rule.name} needs are not known for all who stay", hint=hint)
    return {}


def _read(account: Account, file: Path) -> Scenario:
    from quotepart.outlook.scenario_file import read_scenario

    pact = account.pact
    return read_scenario(file, members=pact.members, lines=departure_terms(pact.folder).lines)


def _within(scenario: Scenario, lines: Sequence[CapabilityLine], scope: Scope) -> Scenario:
    """Return what a scenario supposes of one capability, all of it for any other scope."""
    if scope != "capability":
        return scenario
    wanted = tuple(each for each in scenario.lines if each.replaces == lines[0].id)
    if not wanted:
        raise OutlookError(
            f"no line of this scenario replaces {lines[0].id}", where=scenario.id, hint="leave --part out"
        )
    return replace(scenario, lines=wanted, thresholds=())


def _check_draws(scenarios: Sequence[Scenario | Path], draws: int) -> None:
    if len(scenarios) > MOST_SCENARIOS:
        hint = f"at most {MOST_SCENARIOS} stand side by side in one answer"
        raise OutlookError(f"{len(scenarios):,} scenarios are too many to compare", hint=hint)
    if not 1 <= draws <= MOST_DRAWS:
        raise UsageError(f"{draws:,} draws can't be made", hint=f"choose 1 to {MOST_DRAWS:,}")


def _replacements(
    scenarios: Sequence[Scenario], leavers: Sequence[str], question: Question, shares: Mapping[str, float], seed: int,
    draws: int,
) -> tuple[Replacement, ...]:  # fmt: skip
    if not scenarios:
        return ()
    from quotepart.outlook.replacement import replacement_of

    for each in scenarios:
        if each.of and set(each.of) != set(leavers):
            raise OutlookError(
                f"it is about the departure of {', '.join(each.of)}, not of {', '.join(leavers)}", where=each.id
            )
    return tuple(replacement_of(each, leavers, question.members, shares, seed=seed, draws=draws) for each in scenarios)
