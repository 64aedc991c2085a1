from __future__ import annotations

import json
from pathlib import Path

EXAMPLE = "examples/bruxelles-2018.txt"


def test_json_is_one_record_a_document(quotepart) -> None:
    ended = quotepart("read", "examples", "--json")
    assert (ended.code, ended.err) == (0, "")
    records = [json.loads(line) for line in ended.out.splitlines()]
    assert len(records) == len(list(Path("examples").glob("*.txt")))
    assert {record["lang"] for record in records} == {"en", "fr"}


def test_every_place_in_json_holds_its_text(quotepart, root: Path) -> None:
    (record,) = [json.loads(line) for line in quotepart("read", EXAMPLE, "--json").out.splitlines()]
    text = (root / EXAMPLE).read_text(encoding="utf-8")
    for layer in ("quotes", "figures", "pledges", "meetings"):
        for entry in record[layer]:
            assert text[entry["start"] : entry["end"]] == entry["text"]


def test_standard_input_is_a_document(quotepart) -> None:
    ended = quotepart("read", "-", "--json", stdin="Mme Sporsz a dit « oui » à la réunion de Klow.".encode())
    assert ended.code == 0
    assert json.loads(ended.out)["lang"] == "fr"


def test_the_day_given_is_the_day(quotepart) -> None:
    ended = quotepart("read", EXAMPLE, "--json", "--published", "2018-07")
    published = json.loads(ended.out)["published"]
    assert (published["date"], published["how"]) == ("2018-07", "given")


def test_statistics_go_to_stderr(quotepart) -> None:
    ended = quotepart("read", EXAMPLE, "--json", "--stats")
    assert len(ended.out.splitlines()) == 1
    assert "words/s" in ended.err


def test_people_get_lines_and_tables(quotepart) -> None:
    out = quotepart("read", EXAMPLE).out
    assert out.startswith("bruxelles-2018.txt · fr · ")
    assert "\nfigures\n" in out


def test_what_is_readable_is_read_and_the_rest_is_told(quotepart, tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text("Mme Sporsz a dit « oui » à la réunion de Klow.", encoding="utf-8")
    ended = quotepart("read", tmp_path / "absent.txt", tmp_path / "good.txt", "--json")
    assert ended.code == 3
    assert json.loads(ended.out)["id"] == "good.txt"
    assert "absent.txt" in ended.err
    assert "1 input could not be read" in ended.err


def test_a_language_nobody_reads_is_said(quotepart) -> None:
    ended = quotepart("read", EXAMPLE, "--lang", "xx")
    assert ended.code == 3
    assert "xx" in ended.err
