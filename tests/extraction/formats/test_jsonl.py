from __future__ import annotations

import io
import json

import pytest

from quotepart.errors import DocumentError
from quotepart.extraction.formats import jsonl
from quotepart.extraction.formats.format import Taken
from quotepart.model.document import Document


def read(*lines: str) -> list[Taken]:
    return list(jsonl.read(io.BytesIO("\n".join(lines).encode()), "a.jsonl"))


def test_a_line_is_a_document() -> None:
    row = {"id": "x", "text": "Bonjour à Klow.", "date": "2018-07-12", "lang": "fr", "title": "Klow"}
    (document,) = read(json.dumps(row))
    assert isinstance(document, Document)
    assert (document.id, document.text, document.lang, document.title) == ("x", "Bonjour à Klow.", "fr", "Klow")
    assert document.published is not None
    assert (document.published.date, document.published.how) == ("2018-07-12", "given")


def test_a_line_without_an_id_is_named_by_its_number() -> None:
    documents = [each for each in read('{"text": "un"}', "", '{"text": "deux"}') if isinstance(each, Document)]
    assert [document.id for document in documents] == ["a.jsonl:1", "a.jsonl:3"]


@pytest.mark.parametrize("line", ["{", "[]", "3", '{"text": ""}', '{"text": 3}', '{"id": "a"}', "[" * 100_000])
def test_a_faulty_line_is_an_error_among_good_ones(line: str) -> None:
    before, fault, after = read('{"text": "un"}', line, '{"text": "deux"}')
    assert isinstance(before, Document)
    assert isinstance(fault, DocumentError)
    assert "line 2" in fault.where
    assert isinstance(after, Document)


def test_a_strange_date_is_noted_and_left_out() -> None:
    (document,) = read('{"text": "un", "date": "hier"}')
    assert isinstance(document, Document)
    assert document.published is None
    assert "hier" in document.notes[0]


def test_half_a_character_is_replaced() -> None:
    (document,) = read(r'{"text": "a\ud800b"}')
    assert isinstance(document, Document)
    assert document.text == "a\ufffdb"
    document.text.encode("utf-8")


def test_an_empty_file_is_an_error() -> None:
    (fault,) = read()
    assert isinstance(fault, DocumentError)


def test_a_line_over_the_limit_is_passed_over(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jsonl, "LIMIT", 40)
    fault, document = read(json.dumps({"text": "x" * 100}), '{"text": "deux"}')
    assert isinstance(fault, DocumentError)
    assert isinstance(document, Document)


def test_a_language_nobody_reads_is_an_error_that_names_its_line() -> None:
    _, fault, document = read('{"text": "un"}', '{"id": "b", "text": "eins", "lang": "tlh"}', '{"text": "deux"}')
    assert isinstance(fault, DocumentError)
    assert (fault.where, fault.message) == ("a.jsonl, line 2", "there is no language 'tlh'")
    assert "fr" in fault.hint
    assert isinstance(document, Document)


@pytest.mark.parametrize(("tag", "code"), [("fr-CA", "fr"), ("EN", "en"), ("en_GB", "en"), ("", None), (None, None)])
def test_a_language_may_have_its_country_behind_it(tag: str | None, code: str | None) -> None:
    (document,) = read(json.dumps({"text": "un", "lang": tag}))
    assert isinstance(document, Document)
    assert document.lang == code
