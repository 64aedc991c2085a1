import json
from dataclasses import replace
from decimal import Decimal

import pytest

from quotepart.dossier.charts.claims import divisor, draw_series, running_sums
from quotepart.model.amount import Interval
from quotepart.wording.wording import find_wording

FRENCH = find_wording("fr")


def words_in(spec):
    """Every text that a specification draws from its own rows."""
    if isinstance(spec, dict):
        return (
            [spec["words"]] if isinstance(spec.get("words"), str) else [w for v in spec.values() for w in words_in(v)]
        )
    return [w for each in spec for w in words_in(each)] if isinstance(spec, list) else []


def test_running_sums_add_up_over_the_base_until_the_claim_ends(sample):
    series = sample.added_series()
    sums = {point.year: total / 10**9 for point, total in running_sums(series)}
    assert sums == {2017: Decimal("12.4"), 2018: Decimal("41.7")}
    longer = replace(series, claim_years=None, base_year=2015, base_value=Decimal("254.6e9"))
    assert [point.year for point, _ in running_sums(longer)] == [2016, 2017, 2018]


def test_money_is_drawn_in_thousands_of_millions(sample):
    assert divisor(sample.added_series()) == Decimal("1e9")
    assert divisor(sample.share_series()) == 1
    rows = draw_series(sample.added_series(), FRENCH)["data"]["values"]
    assert rows[-1] == {"year": "2018", "value": 292.2, "estimate": True, "added": True, "sum": 41.7}
    assert [row["added"] for row in rows] == [False] * 5 + [True] * 2


def test_the_claim_is_drawn_in(sample):
    assert "affirmé\u00a0: 41 milliards de dollars" in words_in(draw_series(sample.added_series(), FRENCH))
    assert "niveau de 2016" in words_in(draw_series(sample.added_series(), FRENCH))
    share = words_in(draw_series(sample.share_series(), FRENCH))
    assert {"1,4 %", "officiel\u00a0: 1,51\u202f% du PIB", "objectif : 2 %"} <= set(share)
    assert "Twenty-three members" in words_in(draw_series(sample.count_series(), FRENCH))


@pytest.mark.parametrize("make", ["added_series", "share_series", "count_series"])
def test_without_a_claim_the_series_stands_alone(sample, make):
    bare = replace(getattr(sample, make)(), claim=None, claim_text="")
    assert not any("affirmé" in words for words in words_in(draw_series(bare, FRENCH)))


def test_an_open_interval_is_drawn_at_its_other_end(sample):
    above = replace(sample.share_series(), claim=Interval(Decimal(2), None, strict=True))
    text = json.dumps(draw_series(above, FRENCH))
    assert '"low": 2.0, "high": 2.0' in text
    nowhere = replace(sample.share_series(), claim=Interval(None, None))
    assert "1,4 %" not in words_in(draw_series(nowhere, FRENCH))


def test_the_claim_and_the_official_value_stand_on_opposite_sides(sample):
    def sides(series):
        spec = json.dumps(draw_series(series, FRENCH))
        return spec.index('"dy": 16') < spec.index('"dy": -15')

    assert sides(sample.share_series())
    assert not sides(replace(sample.share_series(), claim=Interval(Decimal("1.8"), Decimal("1.9"))))


def test_hostile_words_are_made_fit(sample):
    series = replace(sample.share_series(), claim_text="\u202e4 %\x00" + "x" * 200)
    (words,) = {words for words in words_in(draw_series(series, FRENCH)) if "4 %" in words}
    assert words.startswith("\ufffd4 %\ufffd") and len(words) < 50


def test_a_specification_is_plain_json(sample):
    for series in (sample.added_series(), sample.share_series(), sample.count_series()):
        spec = draw_series(series, FRENCH)
        assert json.loads(json.dumps(spec)) == spec
