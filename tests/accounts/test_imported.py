from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from quotepart.accounts import imported
from quotepart.accounts.imported import imports_folder, read_imported, save_edition, with_imported
from quotepart.errors import PactError, StoreError
from quotepart.model.observation import Edition
from quotepart.model.pact import Pact


@pytest.fixture
def edition(make_edition: Callable[..., Any], tmp_path: Path) -> Edition:
    made = make_edition("league:2025-05-08", table=tmp_path / "accounts" / "league-2025-05-08.abc.csv")
    assert isinstance(made, Edition)
    return made


def files_in(folder: Path) -> dict[str, bytes]:
    return {str(file.relative_to(folder)): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def test_where_nothing_was_imported_there_is_nothing(tiny_pact: Pact, tmp_path: Path) -> None:
    assert read_imported(tmp_path / "none") == {}
    assert with_imported(tiny_pact, tmp_path / "none") is tiny_pact
    assert imports_folder(tmp_path, tiny_pact) == tmp_path / "league"


def test_what_is_saved_stands_beside_the_pacts_own(edition: Edition, tiny_pact: Pact, tmp_path: Path) -> None:
    save_edition(tmp_path, edition, "table")
    pact = with_imported(tiny_pact, tmp_path)
    assert set(pact.editions) == {*tiny_pact.editions, edition.id}
    assert pact.editions[edition.id].is_imported
    assert pact.editions[edition.id].table == edition.table
    assert edition.table is not None
    assert edition.table.read_text(encoding="utf-8") == "table"


def test_saving_twice_leaves_the_same_bytes(edition: Edition, tmp_path: Path) -> None:
    save_edition(tmp_path, edition, "table")
    before = files_in(tmp_path)
    save_edition(tmp_path, edition, "table")
    assert files_in(tmp_path) == before
    assert len(before) == 2


@pytest.mark.parametrize(("where", "after"), [("fsync", 0), ("replace", 0), ("fsync", 2), ("replace", 1)])
def test_a_save_that_is_cut_short_changes_nothing(
    where: str, after: int, edition: Edition, tiny_pact: Pact, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever step fails, the editions are the ones there were before, each with its whole table."""
    save_edition(tmp_path, edition, "before")
    whole, calls = getattr(Path if where == "replace" else imported.os, where), []

    def cut(*given: object) -> object:
        calls.append(given)
        if len(calls) > after:
            raise KeyboardInterrupt
        return whole(*given)

    monkeypatch.setattr(Path if where == "replace" else imported.os, where, cut)
    later = replace(edition, title="Later", table=tmp_path / "accounts" / "league-2025-05-08.def.csv")
    with pytest.raises(KeyboardInterrupt):
        save_edition(tmp_path, later, "after")
    monkeypatch.undo()
    found = with_imported(tiny_pact, tmp_path).editions[edition.id]
    assert (found.title, found.table) == (edition.title, edition.table)
    assert edition.table is not None
    assert edition.table.read_text(encoding="utf-8") == "before"
    assert [name for name in files_in(tmp_path) if name.endswith(".part")] == []


def test_a_folder_that_cannot_be_written_to_is_said(edition: Edition, tmp_path: Path) -> None:
    (tmp_path / "accounts").write_text("a file where a folder should be", encoding="utf-8")
    with pytest.raises(StoreError, match=r"can't be saved(.|\n)*QUOTEPART_DATA"):
        save_edition(tmp_path, edition, "table")


def test_a_source_file_spoilt_by_hand_is_said(edition: Edition, tmp_path: Path) -> None:
    save_edition(tmp_path, edition, "table")
    (tmp_path / "sources" / "league-2025-05-08.toml").write_text("producer = 3", encoding="utf-8")
    with pytest.raises(PactError, match="producer: is 3; expected a text"):
        read_imported(tmp_path)
