from __future__ import annotations

import json
from pathlib import Path

CLAIMS = """id,text,date,lang
right,"La Pologne consacre 4,12 % de son PIB à la défense.",2024-06-21,fr
wrong,France spends 2.6 percent of its GDP on defence.,2024-06-21,en
empty,,2024-06-21,fr
"""


def test_every_finding_repeats_the_id_of_its_claim(quotepart, tmp_path: Path) -> None:
    (tmp_path / "claims.csv").write_text(CLAIMS, encoding="utf-8")
    ended = quotepart("claims", tmp_path / "claims.csv", "--json")
    verdicts = {row["claim_id"]: row["verdict"] for row in map(json.loads, ended.out.splitlines())}
    assert verdicts == {"right": "supported", "wrong": "contradicted"}
    assert ended.code == 3
    assert "claims.csv, row 3" in ended.err


def test_people_read_each_in_its_own_language(quotepart, tmp_path: Path) -> None:
    (tmp_path / "claims.csv").write_text(CLAIMS, encoding="utf-8")
    out = quotepart("claims", tmp_path / "claims.csv").out
    assert "right\nConfirmé · " in out
    assert "wrong\nContradicted · " in out


def test_a_file_that_is_not_there_is_an_error(quotepart, tmp_path: Path) -> None:
    ended = quotepart("claims", tmp_path / "absent.csv")
    assert (ended.code, ended.out) == (3, "")
