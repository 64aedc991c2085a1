from __future__ import annotations

import csv
from decimal import Decimal
from pathlib import Path

import pytest

from quotepart.errors import PactError
from quotepart.pacts.replacements import overfull_splits, replacement_estimates
from quotepart.pacts.schema import replacement_columns

LANGUAGES = ("en", "fr")


def folder_with(path: Path, *rows: dict[str, str]) -> Path:
    columns = replacement_columns(LANGUAGES)
    base = {"author": "Gazette", "member": "BOR", "published": "2023", "covers_en": "all", "covers_fr": "tout"}
    with (path / "replacement_estimates.csv").open("w", encoding="utf-8", newline="") as table:
        writer = csv.DictWriter(table, columns, restval="")
        writer.writeheader()
        writer.writerows({**base, **row} for row in rows)
    return path


def test_a_range_has_both_ends(tmp_path: Path) -> None:
    (one,) = replacement_estimates(folder_with(tmp_path, {"id": "A", "value": "94-110", "unit": "CHF bn"}), LANGUAGES)
    assert (one.low, one.high, one.unit, one.part_of) == (94_000_000_000, 110_000_000_000, "CHF", "")


def test_a_copied_split_that_adds_up_to_more_than_its_whole_is_refused(tmp_path: Path) -> None:
    parts = [{"id": f"P{n}", "value": value, "unit": "% of A"} for n, value in enumerate(("50", "25", "20", "15"))]
    folder = folder_with(tmp_path, {"id": "A", "value": "1000", "unit": "USD bn"}, *parts)
    with pytest.raises(PactError, match=r"the parts of A add up to 110 %, more than the whole"):
        replacement_estimates(folder, LANGUAGES)


def test_a_split_that_fits_is_kept(tmp_path: Path) -> None:
    parts = [{"id": f"P{n}", "value": value, "unit": "% of A"} for n, value in enumerate(("50", "25", "25"))]
    estimates = replacement_estimates(folder_with(tmp_path, *parts), LANGUAGES)
    assert {each.part_of for each in estimates} == {"A"}
    assert overfull_splits(estimates) == ()


def test_what_is_no_number_is_a_fault(tmp_path: Path) -> None:
    with pytest.raises(PactError, match="“much” is no number"):
        replacement_estimates(folder_with(tmp_path, {"id": "A", "value": "much", "unit": "CHF"}), LANGUAGES)


def test_the_estimates_of_nato_stand_apart(nato_pact) -> None:
    by_id = {each.id: each for each in replacement_estimates(nato_pact.folder, LANGUAGES)}
    total, yearly = by_id["IISS2025_TOTAL"], by_id["BRUEGEL2025_SPEND"]
    assert (total.low, total.unit, total.is_yearly) == (Decimal("1e12"), "USD", False)
    assert (yearly.low, yearly.unit, yearly.is_yearly) == (Decimal("250e9"), "EUR", True)
    assert by_id["IISS2019"].high == Decimal("357e9")
    assert not [each for each in by_id.values() if each.part_of]
