from __future__ import annotations

import pytest

from quotepart.errors import LanguageError
from quotepart.extraction.languages.find import code_of, detect, find_languages, language_of


def test_every_language_of_the_folder_is_found() -> None:
    assert {"en", "fr"} <= find_languages().keys()
    assert all(language.code == code for code, language in find_languages().items())


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("La ministre a dit que les alliés sont unis.", "fr"),
        ("The minister said that the allies are united.", "en"),
        ("Selon elle, rien ne presse.", "fr"),
        ("He said so.", "en"),
        ("Borduria spends 1.28 percent.", "en"),
        ("Bordurie : dépenses 1,28 %.", "fr"),
    ],
)
def test_a_text_is_known_by_its_small_words(text: str, code: str) -> None:
    language = detect(text)
    assert language is not None
    assert language.code == code


@pytest.mark.parametrize("text", ["", "12 345", "Wir haben gestern mit allen Verbündeten gesprochen. " * 5])
def test_what_is_in_no_known_language_is_left_alone(text: str) -> None:
    assert detect(text) is None


def test_an_unknown_language_says_which_are_known() -> None:
    with pytest.raises(LanguageError, match="choose one of: en, fr"):
        language_of("tlh")


@pytest.mark.parametrize(("tag", "code"), [("fr", "fr"), ("en-GB", "en"), ("FR_be", "fr"), ("tlh", None), (None, None)])
def test_a_tag_names_a_language(tag: object, code: str | None) -> None:
    assert code_of(tag) == code
