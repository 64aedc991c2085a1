from __future__ import annotations

import shutil
from pathlib import Path


def test_a_sound_pact_has_no_faults(quotepart) -> None:
    ended = quotepart("pact", "audit", "nato")
    assert (ended.code, ended.err) == (0, "")
    assert ended.out.startswith("nato: no faults; 32 members")


def test_all_faults_stand_in_one_message(quotepart, root: Path, tmp_path: Path) -> None:
    folder = tmp_path / "nato"
    shutil.copytree(root / "src" / "quotepart" / "pacts" / "nato", folder)
    members = (folder / "members.csv").read_text(encoding="utf-8")
    (folder / "members.csv").write_text(members.replace("1949-08-24", "1949-13-24"), encoding="utf-8")
    meetings = (folder / "meetings.csv").read_text(encoding="utf-8")
    (folder / "meetings.csv").write_text(meetings.replace("summit", "picnic", 1), encoding="utf-8")
    ended = quotepart("pact", "audit", folder)
    assert (ended.code, ended.out) == (3, "")
    assert "members.csv" in ended.err
    assert "meetings.csv" in ended.err


def test_a_folder_that_is_no_pact_is_said(quotepart, tmp_path: Path) -> None:
    ended = quotepart("pact", "audit", tmp_path)
    assert ended.code == 3
    assert "pact.toml" in ended.err
