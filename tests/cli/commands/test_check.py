from __future__ import annotations

import json
from pathlib import Path

WRONG = "examples/erreurs-2024.txt"


def test_json_is_a_record_with_findings_that_name_their_figures(quotepart, root: Path) -> None:
    ended = quotepart("check", WRONG, "--json")
    assert (ended.code, ended.err) == (0, "")
    (checked,) = [json.loads(line) for line in ended.out.splitlines()]
    text = (root / WRONG).read_text(encoding="utf-8")
    assert {"figures", "quotes", "findings"} <= set(checked)
    for finding in checked["findings"]:
        assert text[finding["start"] : finding["end"]] == finding["claim"]


def test_a_wrong_figure_is_contradicted_and_a_right_one_supported(quotepart) -> None:
    (checked,) = [json.loads(line) for line in quotepart("check", WRONG, "--json").out.splitlines()]
    verdicts = {finding["claim"]: finding["verdict"] for finding in checked["findings"]}
    assert verdicts["2,6 % de son PIB"] == "contradicted"
    assert verdicts["31 pays membres"] == "contradicted"
    assert verdicts["2,12 %"] == verdicts["1,49 %"] == "supported"


def test_people_read_verdict_and_basis_in_the_documents_language(quotepart) -> None:
    out = quotepart("check", WRONG).out
    assert "Contredit · 2,6 % de son PIB" in out
    assert "2,06 % du PIB" in " ".join(out.split())


def test_or_in_their_own(quotepart) -> None:
    assert "Contradicted · 2,6 % de son PIB" in quotepart("check", WRONG, "--words", "en").out


def test_a_language_nobody_writes_is_said(quotepart) -> None:
    ended = quotepart("check", WRONG, "--words", "xx")
    assert ended.code == 3
    assert "xx" in ended.err


def test_a_text_is_judged_by_the_day_asked_for(quotepart) -> None:
    (checked,) = [
        json.loads(line) for line in quotepart("check", WRONG, "--json", "--known-on", "2026-08-01").out.splitlines()
    ]
    readings = [reading for finding in checked["findings"] for reading in finding["readings"]]
    assert {reading["known_on"] for reading in readings if reading["edition_is"] == "own"} == {"2026-08-01"}
