from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from quotepart.errors import PactError
from quotepart.pacts.capabilities import shares_in
from quotepart.pacts.schema import CAPABILITIES

HEAD = ",".join(CAPABILITIES)
KEY = "common_share"


def folder_with(path: Path, *rows: str) -> Path:
    (path / "capabilities.csv").write_text("\n".join([HEAD, *rows]) + "\n", encoding="utf-8")
    return path


def test_the_key_of_a_year_is_the_latest_that_holds_in_it(tmp_path: Path) -> None:
    folder = folder_with(
        tmp_path,
        f"SYL,{KEY},60,%,2021-2024 (five members),,,yes,cited,,",
        f"SYL,{KEY},55,%,2024-2025 (six members),,,yes,cited,,",
        f"BOR,{KEY},45,%,2024-2025,,,yes,cited,,",
        "SYL,ships,3,count,2024,,,yes,cited,,",
    )
    assert shares_in(folder, KEY, 2023) == {"SYL": 60}
    assert shares_in(folder, KEY, 2024) == {"SYL": 55, "BOR": 45}
    assert shares_in(folder, KEY, 2020) == {}


def test_what_may_not_be_cited_comes_only_when_asked_for(tmp_path: Path) -> None:
    folder = folder_with(tmp_path, f"SYL,{KEY},60,%,2024,,,no,recall_unverified,,")
    assert shares_in(folder, KEY, 2024) == {}
    assert shares_in(folder, KEY, 2024, with_uncitable=True) == {"SYL": Decimal(60)}


def test_a_broken_file_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "capabilities.csv").write_text("a,b\n", encoding="utf-8")
    with pytest.raises(PactError, match=r"capabilities\.csv"):
        shares_in(tmp_path, KEY, 2024)


def test_the_key_of_nato_sums_to_a_hundred(nato_pact) -> None:
    shares = shares_in(nato_pact.folder, "nato_common_funding_share", 2025, with_uncitable=True)
    assert set(shares) == set(nato_pact.members)
    assert abs(sum(shares.values()) - 100) < Decimal("0.01")
