from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotepart.extraction.languages.find import language_of
from quotepart.extraction.pages.lines import compile_lines, is_call, is_dated, is_label, is_menu

GRAMMARS = {code: compile_lines(language_of(code)) for code in ("fr", "en")}


@pytest.mark.parametrize("line", ["accueil – à propos – contact", "fr | en | nl", "ministère > questions fréquentes"])
def test_rows_of_links_are_menus(line: str) -> None:
    assert is_menu(line)


@pytest.mark.parametrize(
    "line", ["otan : les alliés – tous – réunis à klow pour une journée", "un plan secret", "3 | 4 | 5"]
)
def test_titles_and_tables_are_no_menus(line: str) -> None:
    assert not is_menu(line)


@pytest.mark.parametrize(
    ("lang", "line"),
    [
        ("fr", "le courrier de klow | 14 mars 2019"),
        ("fr", "commission de la défense – mercredi 3 octobre 2018 – audition n° 4"),
        ("fr", "la gazette, mars 2015"),
        ("fr", "12/04/2025 à 06h00 | mise à jour 12/04/2025 à 06h40"),
        ("en", "the klow courier | march 14, 2019"),
        ("en", "defence committee — 3 october 2018 — hearing 4"),
        ("fr", "klow/travnik, 3 avril 2024 (agence syldave)"),
        ("fr", "le messager, 23 oct. 2020"),
    ],
)
def test_a_date_between_marks_dates_a_line(lang: str, line: str) -> None:
    assert is_dated(line, GRAMMARS[lang])


@pytest.mark.parametrize(
    "line", ["ce que l'alliance a décidé en 2018", "les 11 et 12 juillet à klow", "en juin 2018, tout a changé"]
)
def test_a_date_within_a_title_does_not(line: str) -> None:
    assert not is_dated(line, GRAMMARS["fr"])


@pytest.mark.parametrize(
    ("lang", "line", "expected"),
    [
        ("fr", "signez la pétition !", True),
        ("fr", "chez les alliés, on doute.", False),
        ("en", "sign the petition!", True),
        ("en", "signs of progress were seen in klow.", False),
    ],
)
def test_calls_to_the_reader(lang: str, line: str, expected: bool) -> None:
    assert is_call(line, GRAMMARS[lang]) is expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("IDA SPORSZ, HOST:", True),
        ("Minister Sporsz (00:01):", True),
        ("Live (00:01)", False),
        ("Read also:", False),
        ("SPORT", False),
        ("SPORT:", False),
    ],
)
def test_a_label_in_capitals_says_who_speaks_below(line: str, expected: bool) -> None:
    assert is_label(line) is expected


@given(st.text(max_size=120), st.sampled_from(["fr", "en"]))
def test_any_line_can_be_looked_at(line: str, lang: str) -> None:
    assert isinstance(is_menu(line) or is_dated(line, GRAMMARS[lang]) or is_call(line, GRAMMARS[lang]), bool)


@pytest.mark.parametrize("part", ["a ", "klow, ", "a – ", "12 juin ", "- "])
def test_a_hostile_line_takes_linear_time(part: str) -> None:
    line = part * 100_000
    start = time.perf_counter()
    for grammar in GRAMMARS.values():
        is_menu(line)
        is_call(line, grammar)
        is_dated(line, grammar)
    assert time.perf_counter() - start < 2
