from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from quotepart.cli.claim_rows import claims_in
from quotepart.errors import DocumentError
from quotepart.workspace import Said

TEXT = "La Syldavie paie 2 %."
SAID = Said(id="a", text=TEXT, on="2018-07", lang="fr", by="Mme Sporsz")


def write(folder: Path, name: str, content: str) -> Path:
    file = folder / name
    file.write_text(content, encoding="utf-8")
    return file


def test_csv_and_json_lines_hold_the_same_claims(tmp_path: Path) -> None:
    table = write(tmp_path, "c.csv", f'by,text,id,date,lang,extra\nMme Sporsz,"{TEXT}",a,2018-07,fr,x\n')
    row = {"id": "a", "text": TEXT, "date": "2018-07", "lang": "fr", "by": "Mme Sporsz"}
    lines = write(tmp_path, "c.jsonl", json.dumps(row) + "\n\n")
    assert list(claims_in(table)) == list(claims_in(lines)) == [SAID]


def test_what_is_missing_has_a_default(tmp_path: Path) -> None:
    (claim,) = claims_in(write(tmp_path, "c.csv", f'text\n"{TEXT}"\n'))
    assert claim == Said(id="1", text=TEXT, on=date.today().isoformat())


def test_a_byte_order_mark_is_no_part_of_a_name(tmp_path: Path) -> None:
    (claim,) = claims_in(write(tmp_path, "c.csv", f'\ufeffid,text\na,"{TEXT}"\n'))
    assert isinstance(claim, Said)
    assert claim.id == "a"


def test_a_bad_row_is_an_error_and_the_others_are_kept(tmp_path: Path) -> None:
    content = f"[1]\nno json\n{json.dumps({'text': TEXT, 'date': 'hier'})}\n{json.dumps({'id': 'd', 'text': TEXT})}\n"
    *errors, claim = claims_in(write(tmp_path, "c.jsonl", content))
    assert [isinstance(error, DocumentError) and error.where for error in errors] == [
        "c.jsonl, row 1",
        "c.jsonl, row 2",
        "c.jsonl, row 3",
    ]
    assert isinstance(claim, Said)
    assert claim.id == "d"


def test_a_file_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match="absent"):
        list(claims_in(tmp_path / "absent.csv"))


def test_a_binary_file_is_said(tmp_path: Path) -> None:
    (tmp_path / "c.csv").write_bytes(bytes(range(128, 256)))
    with pytest.raises(DocumentError, match="can't be read"):
        list(claims_in(tmp_path / "c.csv"))
