from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

MakeReady = Callable[..., Any]

PROSE = "The allies spoke of their defence spending for a whole day, without agreeing on anything new."
PROSE_FR = "Les alliés ont parlé de leurs dépenses de défense pendant une journée entière, sans rien conclure."


def furniture(ready: MakeReady, text: str, lang: str = "en") -> list[str]:
    return [span.cut(text) for span in ready(text, lang).prepared.furniture]


def test_a_link_that_opens_a_paragraph_leaves_the_rest(ready: MakeReady) -> None:
    link = "ALSO READ: Syldavia warns its neighbours before the meeting of the league"
    text = f"{PROSE}\n\n{link} But the minister said no on Monday. {PROSE} {PROSE} Again."
    assert furniture(ready, text) == [link]


def test_a_call_to_go_on_reading(ready: MakeReady) -> None:
    assert furniture(ready, f"{PROSE}\n\n{PROSE} The minister … Read more") == ["Read more"]


def test_a_call_to_go_on_reading_behind_a_stop(ready: MakeReady) -> None:
    long = f"The minister Ida Sporsz came to Klow by the night train and left on Monday. {PROSE}"
    assert furniture(ready, f"{PROSE}\n\n{long} Read more") == ["Read more"]
    assert furniture(ready, f"{PROSE}\n\n{long} Read more of it, she said, and you will see.") == []


@pytest.mark.parametrize(
    ("authors", "wire", "lang"),
    [
        ("By Ida Sporsz, Otto Klow and Jana Wooz", "KLOW/ZILEHEROUM (Reuters) –", "en"),
        ("(Actualisé avec citations) par Ida Sporsz et Otto Klow", "KLOW, 29 juillet (Reuters) -", "fr"),
    ],
)
def test_who_wrote_what_an_agency_sent(ready: MakeReady, authors: str, wire: str, lang: str) -> None:
    prose = PROSE if lang == "en" else PROSE_FR
    assert furniture(ready, f"{authors} {wire} {prose} {prose}\n\n{prose} Encore.", lang) == [authors]


def test_who_is_told_by_an_agency_stays(ready: MakeReady) -> None:
    assert furniture(ready, f"By Monday the league had agreed. {PROSE}\n\nKLOW (Reuters) - {PROSE} Again.") == []


def test_a_notice_behind_the_front_matter(ready: MakeReady) -> None:
    notice = "Connectez-vous pour conserver cet article."
    text = f" date 2020-07 {notice} {PROSE_FR} {PROSE_FR}\n\n{PROSE_FR} Encore."
    assert furniture(ready, text, "fr") == [f"date 2020-07 {notice}"]


def test_a_word_of_the_page_glued_to_a_paragraph(ready: MakeReady) -> None:
    assert furniture(ready, f"Un titre sur les alliés\n\nAbonné{PROSE_FR}\n\n{PROSE_FR} Encore.", "fr") == ["Abonné"]
    assert furniture(ready, f"A title\n\nMacKlow said so. {PROSE}\n\n{PROSE} Again.") == []
