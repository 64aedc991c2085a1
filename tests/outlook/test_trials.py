from __future__ import annotations

from pathlib import Path

import pytest

from outlook.poison import LONG, with_long_series
from quotepart.accounts.account import open_account
from quotepart.errors import OutlookError, UsageError
from quotepart.model.pact import Pact
from quotepart.outlook.trials import long_series, try_methods, usual_origins


def test_a_long_series_is_used_where_one_is_imported(nato_pact: Pact, tmp_path: Path) -> None:
    assert long_series(open_account(nato_pact)) is None
    pact = with_long_series(nato_pact, tmp_path, tuple(nato_pact.members), range(1995, 2025), spoilt=range(0))
    account = open_account(pact)
    assert long_series(account) == LONG
    run = try_methods(account, [2014], methods=["random_walk"], draws=100)
    assert run.long == LONG
    assert run.origins[0].history.years[0] == 1995


def test_without_it_origins_start_when_the_rows_are_enough() -> None:
    assert usual_origins(2024, LONG) == range(2014, 2024)
    assert usual_origins(2024, None) == range(2017, 2024)


def test_what_does_not_fit_is_an_error(nato_pact: Pact) -> None:
    account = open_account(nato_pact)
    with pytest.raises(UsageError):
        try_methods(account, methods=["crystal_ball"])
    with pytest.raises(OutlookError):
        try_methods(account, [1950], methods=["random_walk"])


@pytest.mark.parametrize(
    "nonsense", [{"draws": 0}, {"draws": -5}, {"draws": 10**9}, {"seed": -1}, {"target": 0.0}, {"target": 1e9}]
)
def test_nonsense_is_refused(nonsense: dict, nato_pact: Pact) -> None:
    with pytest.raises(UsageError):
        try_methods(open_account(nato_pact), [2020], methods=["random_walk"], **nonsense)
