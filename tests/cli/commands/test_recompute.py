from __future__ import annotations

import json
from pathlib import Path

CLAIM = "La Pologne consacre 4,12 % de son PIB à la défense."


def test_a_finding_is_computed_again_without_the_accounts(quotepart, tmp_path: Path) -> None:
    printed = quotepart("claim", CLAIM, "--on", "2024-06-21", "--json").out
    (tmp_path / "finding.json").write_text(printed, encoding="utf-8")
    ended = quotepart("recompute", tmp_path / "finding.json")
    assert (ended.code, ended.err) == (0, "")
    assert "yes" in ended.out


def test_a_value_that_was_changed_ends_with_three(quotepart, tmp_path: Path) -> None:
    finding = json.loads(quotepart("claim", CLAIM, "--on", "2024-06-21", "--json").out)
    finding["readings"][0]["value"] += 1
    (tmp_path / "finding.json").write_text(json.dumps(finding), encoding="utf-8")
    ended = quotepart("recompute", tmp_path / "finding.json")
    assert ended.code == 3
    assert "  no" in ended.out


def test_what_is_no_finding_is_said(quotepart, tmp_path: Path) -> None:
    (tmp_path / "finding.json").write_text("{}", encoding="utf-8")
    ended = quotepart("recompute", tmp_path / "finding.json")
    assert (ended.code, ended.out) == (3, "")
    assert "no finding" in ended.err
