"""A reading that a person forces: MEASURE,GROUP,FROM..TO,BASIS in place of what the words give."""

from __future__ import annotations

import re
from decimal import Decimal

from quotepart.accounts.account import Account
from quotepart.checks.claims.claim import Claim
from quotepart.checks.operations.added import MEASURE as ADDED
from quotepart.checks.operations.added import formula as added_formula
from quotepart.checks.readings.readings import Query, Setting
from quotepart.checks.readings.values import at, formulas_of
from quotepart.checks.working.ledger import Frame
from quotepart.errors import UsageError
from quotepart.model.frozen import dataclass
from quotepart.model.observation import Basis

_FORM = "MEASURE,GROUP,FROM..TO,BASIS"
_YEARS = re.compile(r"(\d{4})(?:\.\.(\d{4}))?")
_WHOLE = Decimal(1)
_CHANGES = {"real_change": "constant", "nominal_change": "current"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Forced:
    """What a person asks to be computed: a measure of a member or group over years, in current or constant prices.

    For ``added_spending`` the years are those counted, over the level of the year before the first.
    """

    measure: str
    group: str
    first: int
    last: int
    basis: Basis


def parse_forced(text: str, account: Account) -> Forced:
    """Return what ``text`` asks for.

    Raises ``UsageError`` when it has another form, ``AccountError`` for an unknown measure, member or group.
    """
    parts = [part.strip() for part in text.split(",")]
    years = _YEARS.fullmatch(parts[2]) if len(parts) in (3, 4) else None
    basis = parts[3] if len(parts) == 4 else "current"
    if years is None or basis not in ("current", "constant"):
        raise UsageError(
            f"“{text}” is no reading",
            hint=f"give {_FORM}, as in {ADDED},{account.pact.conventions.whole},2017..2018,constant",
        )
    measure = parts[0] if parts[0] == ADDED or parts[0] in _CHANGES else account.find_indicator(parts[0])
    first, last = int(years[1]), int(years[2] or years[1])
    if last < first:
        raise UsageError(f"the years {parts[2]} go backwards", hint=f"give {_FORM}")
    return Forced(
        measure=measure,
        group=account.find_entity(parts[1]),
        first=first,
        last=last,
        basis="constant" if basis == "constant" else "current",
    )


def forced_query(forced: Forced, claim: Claim, setting: Setting) -> Query:
    """Return the one reading of ``claim`` that was asked for.

    Raises ``UsageError`` for years that no table had covered on the day.
    """
    if setting.last_year is not None and forced.last > setting.last_year:
        raise UsageError(
            f"no table of that day covers {forced.last}", hint=f"the last year it covers is {setting.last_year}"
        )
    head, pact = setting.pact.conventions, setting.pact
    indicator = pact.indicators[head.main_indicator if forced.measure in (ADDED, *_CHANGES) else forced.measure]
    years = setting.wording.period(str(forced.first), str(forced.last))
    basis: Basis = forced.basis
    money_of, base, shown_as, rule, scale = None, None, "level", "", ""
    if forced.measure == ADDED:
        base, shown_as, rule = forced.first - 1, "added", "real" if basis == "constant" else "nominal"
        formulas: tuple[str, ...] = (added_formula(rule, indicator.id, None, forced.group, base, forced.last),)
        money_of = forced.group if basis == "constant" else None
        scale = at(indicator.id, forced.group, forced.first, forced.last)
    elif forced.measure in _CHANGES:
        basis = "constant" if _CHANGES[forced.measure] == "constant" else "current"
        before = forced.first if forced.last > forced.first else forced.first - 1
        last, first = at(indicator.id, forced.group, forced.last), at(indicator.id, forced.group, before)
        shown_as, rule = "change", "real" if basis == "constant" else "nominal"
        formulas = (f"100 * {last} / {first} - 100",)
    else:
        formulas = formulas_of(pact, indicator, forced.group, forced.last)
    label = setting.label("forced", measure=indicator.id, group=forced.group, years=years)
    if forced.measure == ADDED:
        label += f", {setting.label(f'added.{rule}', base=str(base))}"
    return Query(
        label=label,
        weight=_WHOLE,
        why=(setting.wording.say("assumptions.forced"),),
        measure=forced.measure,
        indicator=indicator.id,
        group=forced.group,
        start=forced.first,
        end=forced.last,
        unit="percent" if shown_as == "change" else indicator.unit,
        formulas=formulas,
        amount=claim.amount,
        frame=Frame(basis=basis),
        years=tuple(range(forced.first, forced.last + 1)),
        money_of=money_of,
        base=base,
        shown_as=shown_as,
        rule=rule,
        scale=scale,
    )
