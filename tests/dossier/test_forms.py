from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from quotepart.dossier.dossier import Dossier
from quotepart.dossier.forms import FORMS, form_of, main_language, write_dossier
from quotepart.errors import LanguageError, UsageError
from quotepart.model.entry import Record

EMPTY = Dossier(checked=(), made_on=date(2030, 1, 1), known_on=date(2030, 1, 1), pact="league")


def record(lang: str) -> Record:
    return Record(document_id=lang, sha256="", lang=lang)


def test_the_form_goes_by_the_ending() -> None:
    assert [form_of(Path(name)) for name in ("a.html", "a.MD", "b.json")] == ["html", "markdown", "json"]


@pytest.mark.parametrize("name", ["a.pdf", "a"])
def test_any_other_ending_says_which_there_are(name: str) -> None:
    with pytest.raises(UsageError, match=r"\.html, \.md, \.json"):
        form_of(Path(name))


@pytest.mark.parametrize("form", FORMS.values())
def test_an_empty_dossier_can_be_written(form: str) -> None:
    assert write_dossier(EMPTY, form, "fr")  # type: ignore[arg-type]  # a value of FORMS


def test_json_is_json() -> None:
    assert json.loads(write_dossier(EMPTY, "json", "en"))["documents"] == []


def test_a_language_nobody_writes_is_an_error() -> None:
    with pytest.raises(LanguageError):
        write_dossier(EMPTY, "html", "xx")


def test_the_main_language_is_that_of_most_documents() -> None:
    assert main_language([record("fr"), record("en"), record("fr")]) == "fr"
    assert main_language([record("und"), record("und"), record("fr")]) == "fr"
    assert main_language([]) == "en"
