from __future__ import annotations

import numpy as np
import pytest

from outlook.conftest import DAY, drawn_history
from quotepart.outlook.history import History, history_of


def small() -> History:
    shares = {"SYL": {2012: 1.0, 2013: 1.1, 2014: 1.21}, "BOR": {2013: 2.0, 2014: 2.0}}
    growth = {"SYL": {2013: 0.02, 2014: 0.03}, "BOR": {2014: -0.01}}
    return history_of(shares, known_on=DAY, real_gdp_growth=growth, revisions={"SYL": (0.01, 0.04)})


def test_years_run_from_the_first_known_of_anyone_to_the_last_of_all() -> None:
    found = small()
    assert found.years == (2012, 2013, 2014)
    assert found.last_year == 2014
    assert np.isnan(found.share_percent[1, 0])
    assert found.last_percent.tolist() == [1.21, 2.0]


def test_spending_grows_by_what_share_and_gdp_grow() -> None:
    found = small()
    assert found.real_spending_growth[0, 1:] == pytest.approx([np.log(1.1) + 0.02, np.log(1.1) + 0.03])
    assert found.real_spending_growth[1, 2] == pytest.approx(-0.01)
    assert np.isnan(found.real_spending_growth[:, 0]).all()
    drawn = drawn_history()
    assert np.allclose(
        drawn.share_growth[:, 1:], drawn.real_spending_growth[:, 1:] - drawn.real_gdp_growth[:, 1:], equal_nan=True
    )


def test_what_editions_do_not_tell_is_no_number() -> None:
    found = small()
    assert found.revision_p90[0] == 0.04
    assert np.isnan(found.revision_p50[1])


def test_members_can_be_chosen_and_ordered() -> None:
    found = small().of("BOR", "SYL")
    assert found.members == ("BOR", "SYL")
    assert found.last_percent.tolist() == [2.0, 1.21]
    with pytest.raises(KeyError):
        found.of("KHE")


def test_nobody_can_write_to_a_history() -> None:
    with pytest.raises(ValueError, match="read-only"):
        small().share_percent[0, 0] = 9
