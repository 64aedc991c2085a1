"""Which methods are tried from which origins where nothing else is asked for, and with what past."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from quotepart.accounts.account import Account
from quotepart.errors import UsageError
from quotepart.outlook.backtest import DRAWS, SEED, Backtest, Event, backtest
from quotepart.outlook.calibration import BASELINES
from quotepart.outlook.methods.find import find_method, find_methods

FIRST, FIRST_WITHOUT_LONG = 2014, 2017
"""The first origin tried, and where no long series prolongs the past: the producer's own rows start in 2012."""

FEWEST, MOST = 100, 100_000
"""How many paths may be drawn: fewer make quantiles worthless, more take more memory than they are worth."""


def try_methods(
    account: Account, origins: Collection[int] = (), *, methods: Iterable[str] = (), target: float = 2.0,
    until: int = 2024, draws: int | None = None, seed: int | None = None,
) -> Backtest:  # fmt: skip
    """Return how projections did from past years, judged up to the year ``until`` and by the odds of ``target`` in it.

    Where the user imported a long series it prolongs the past. Without ``origins`` all that the past allows are tried, without
    ``methods`` all there are. Raises ``UsageError`` for an unknown method and where draws, seed or target make no sense,
    ``OutlookError`` for an origin without a past.
    """
    paths, start = DRAWS if draws is None else draws, SEED if seed is None else seed
    _refuse_nonsense(paths, start, target)
    chosen = [find_method(name) for name in methods] or sorted(
        find_methods().values(), key=lambda method: (method.name in BASELINES, method.name)
    )
    long = long_series(account)
    return backtest(
        account, origins or usual_origins(until, long), chosen, event=Event(target=target, year=until), long=long,
        draws=paths, seed=start,
    )  # fmt: skip


def _refuse_nonsense(draws: int, seed: int, target: float) -> None:
    if not FEWEST <= draws <= MOST:
        hint = f"draw {FEWEST:,} to {MOST:,}; without --draws it is {DRAWS:,}"
        raise UsageError(f"{draws:,} paths are too {'few to score' if draws < FEWEST else 'many'}", hint=hint)
    if seed < 0:
        raise UsageError(f"a seed can't be below zero: {seed}", hint="give a whole number from 0 up")
    if not 0 < target < 100:
        raise UsageError(f"no member can aim at {target:g}% of GDP", hint="write 2 or 3.5")


def long_series(account: Account) -> str | None:
    """Return the indicator of another producer that is akin to the share of GDP, where an edition of it is held in full."""
    main = account.pact.conventions.share_indicator
    akin = [each.id for each in account.pact.indicators.values() if each.akin == main]
    return next((each for each in akin if any(e.held == "full" for e in account.editions(indicator=each))), None)


def usual_origins(until: int, long: str | None) -> range:
    """Return the origins tried where none are asked for: from the first with enough of a past to the last with a future."""
    return range(FIRST if long else FIRST_WITHOUT_LONG, until)
