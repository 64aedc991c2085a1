from __future__ import annotations

from decimal import Decimal

from quotepart.checks.checker import Checker
from quotepart.checks.operations.added import read as read_added
from quotepart.checks.operations.level import read as read_level
from quotepart.checks.readings.bands import Band
from quotepart.checks.working.measured import Measured

LAG = Decimal("0.96")


def test_a_sum_added_is_measured_by_the_money_it_is_part_of(checker: Checker, make, setting) -> None:
    claim = make("added", "41e9", "USD", kind="change", who="EUROPE_CANADA", on="2018-07-12")
    query = read_added(claim, setting("2018-07-12"))[0]
    edition = checker.account.edition("nato:2019-06-25")
    band = checker.judge.bands.of(query, query.formulas[0], LAG, edition)
    assert band is not None and band.scale is not None
    assert Decimal(5) * 10**11 < band.scale < Decimal(6) * 10**11
    assert 0 < band.median <= band.usual <= band.extreme < Decimal("0.1")
    assert checker.judge.bands.of(query, query.formulas[0], LAG, edition) == band


def test_a_level_takes_the_band_of_its_series(checker: Checker, make, setting) -> None:
    claim = make("spends", "3", "percent_of_gdp", who="USA", on="2018-07-12")
    query = read_level(claim, setting("2018-07-12"))[0]
    band = checker.judge.bands.of(query, query.formulas[0], LAG, checker.account.edition("nato:2019-06-25"))
    own = checker.account.revision_band("defence_share_gdp", "USA", LAG)
    assert band is not None and own is not None
    assert (band.usual, band.extreme) == (own.p90, own.p99)


def test_what_widens_to_match_is_at_most_a_twentieth() -> None:
    wild = Band(median=Decimal("0.1"), usual=Decimal("0.5"), extreme=Decimal(1))
    assert wild.room_to_match(Measured.exactly(100)) == Decimal("0.05")
    assert wild.around(Measured.exactly(100), Decimal("0.05")).high == 105


def test_counts_move_by_points() -> None:
    counts = Band(median=Decimal(0), usual=Decimal(1), extreme=Decimal(3), in_points=True)
    assert counts.room_to_match(Measured.exactly(23)) == 0
    assert counts.around(Measured.exactly(23), counts.extreme).low == 20
