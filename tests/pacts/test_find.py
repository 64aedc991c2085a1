from __future__ import annotations

from pathlib import Path

import pytest

from quotepart.errors import PactError
from quotepart.pacts.find import find_pact, known_pacts


def test_a_pact_that_comes_along_is_found_by_its_name() -> None:
    assert "nato" in known_pacts()
    assert find_pact("nato").name == "nato"


def test_any_folder_with_a_pact_is_found_by_its_path(root: Path) -> None:
    folder = root / "tests" / "pact"
    assert find_pact(folder) == folder
    assert find_pact(str(folder)) == folder


def test_a_known_name_wins_over_a_folder_of_that_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "nato").mkdir()
    (tmp_path / "nato" / "pact.toml").touch()
    monkeypatch.chdir(tmp_path)
    assert find_pact("nato") != Path("nato")


@pytest.mark.parametrize("name", ["league", "no/such/folder", ""])
def test_what_is_no_pact_is_refused_with_the_known_ones(name: str) -> None:
    with pytest.raises(PactError, match=r"known pacts: .*nato"):
        find_pact(name)


def test_a_folder_without_a_head_is_no_pact(tmp_path: Path) -> None:
    with pytest.raises(PactError, match=r"no folder with a pact\.toml"):
        find_pact(tmp_path)
