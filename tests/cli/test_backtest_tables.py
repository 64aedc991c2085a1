from __future__ import annotations

import json

import pytest

from outlook.sample_run import SPREADS, sample_run
from quotepart.cli.backtest_tables import backtest_as_json, blocks_of, method_words, parts_of_backtest
from quotepart.cli.output import Table
from quotepart.outlook.backtest import Backtest
from quotepart.wording.wording import find_wording


@pytest.fixture(scope="module")
def run() -> Backtest:
    return sample_run(long="share_of_old")


def parts(run: Backtest, lang: str = "en") -> list[Table | str]:
    return list(parts_of_backtest(run, lambda id: id, lang))


def test_what_chose_and_what_was_kept_back_stand_apart(run: Backtest) -> None:
    assert [(block.origins[0].year, block.origins[-1].year) for block in blocks_of(run)] == [(2014, 2018), (2019, 2023)]
    assert len(blocks_of(run.between(2020, 2022))) == 1
    titles = [part.title for part in parts(run) if isinstance(part, Table)]
    assert "chosen and tuned" in titles[0]
    assert "kept back" in titles[2]


def test_every_method_has_a_row_and_is_held_against_every_baseline(run: Backtest) -> None:
    scores, differences = (part for part in parts(run)[:2])
    assert isinstance(scores, Table)
    assert isinstance(differences, Table)
    assert [row[0] for row in scores.rows] == ["random walk", "linear trend", "exponential smoothing", "knows"]
    assert len(differences.rows) == 3
    assert all(len(row) == len(differences.columns) for row in differences.rows)
    assert differences.rows[2][-1].startswith("CRPS better"), "the third baseline is far too unsure"


def test_it_is_said_what_all_rests_on(run: Backtest) -> None:
    shown = "\n".join(str(part) for part in parts(run))
    assert "league:2025" in shown
    assert "share_of_old" in shown
    assert "300 paths drawn, seed 1." in shown
    assert "No long series" in "\n".join(str(part) for part in parts(sample_run()))


def test_another_language_writes_numbers_its_way(run: Backtest) -> None:
    (scores, *_) = parts(run, "fr")
    assert isinstance(scores, Table)
    assert "0," in scores.rows[0][1]


def test_rows_for_programs_say_the_same(run: Backtest) -> None:
    rows = [json.loads(json.dumps(row, allow_nan=False)) for row in backtest_as_json(run)]
    kinds = [row["row"] for row in rows]
    assert (kinds.count("origin"), kinds.count("method"), kinds.count("difference")) == (10, 2 * len(SPREADS), 2 * 3)
    method = next(row for row in rows if row["row"] == "method" and row["method"] == "knows")
    assert (method["first_origin"], method["last_origin"], method["crps"]["block_count"]) == (2014, 2018, 5)
    assert sum(method["pit"]) == pytest.approx(1)
    pair = next(row for row in rows if row["row"] == "difference")
    assert pair["crps"]["by_members"]["blocks"] == "members"
    assert pair["crps"]["verdict"] in ("better", "worse", "undecided")


def test_a_method_without_words_goes_by_its_name() -> None:
    assert method_words("knows", find_wording("en")) == "knows"
