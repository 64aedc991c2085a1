from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

MakeReady = Callable[..., Any]

TITLE = "Un long titre sur les dépenses des alliés"
PROSE = (
    "Les alliés ont parlé de leurs dépenses de défense pendant une journée entière, sans rien conclure de neuf à Klow."
)


def furniture(ready: MakeReady, text: str) -> list[str]:
    return [span.cut(text) for span in ready(text, "fr").prepared.furniture]


def test_a_paragraph_that_comes_again(ready: MakeReady) -> None:
    text = f"{TITLE}\n\n{PROSE}\n\nRien de neuf, dit-on à Klow.\n\n{PROSE}"
    made = ready(text, "fr").prepared
    assert [(span.start, span.cut(text)) for span in made.furniture] == [(text.rindex(PROSE), PROSE)]


@pytest.mark.parametrize("cut", [PROSE[:81], PROSE[:80].rsplit(" ", 1)[0] + "…", PROSE[:90].rsplit(" ", 1)[0] + " ..."])
def test_a_copy_that_was_cut_off(ready: MakeReady, cut: str) -> None:
    assert furniture(ready, f"{cut}\n\n{PROSE}\n\n{PROSE} Encore.") == [cut]


def test_a_title_with_which_its_report_begins_is_no_copy(ready: MakeReady) -> None:
    title = "Les alliés ont parlé de leurs dépenses de défense pendant une journée entière"
    assert furniture(ready, f"{title}\n\n{PROSE}\n\n{PROSE} Encore.") == []


def test_a_caption_without_its_credit_is_a_copy(ready: MakeReady) -> None:
    caption = "La ministre Ida Sporsz arrive au parlement de Klow pour une audition sur les budgets"
    text = f"{TITLE}\n\n{caption}\n{caption} (Jana Porsz/Courrier de Klow)\n\n{PROSE}\n\n{PROSE} Encore."
    furniture = ready(text, "fr").prepared.furniture
    assert [span.cut(text) for span in furniture] == [f"{caption}\n{caption} (Jana Porsz/Courrier de Klow)"]


def test_a_title_without_its_quotation_marks_is_a_copy(ready: MakeReady) -> None:
    title, copy = (
        "La ministre juge le budget « trop court » pour la ligue",
        "La ministre juge le budget trop court pour la ligue",
    )
    assert furniture(ready, f"{title}\n\n{copy}\n\n{PROSE}\n\n{PROSE} Encore.") == [copy]


@pytest.mark.parametrize("named", [f"{TITLE} | Courrier de Klow", f"Klow : {TITLE}", f"klow.com {TITLE}"])
def test_a_title_with_the_name_of_its_paper_is_a_copy(ready: MakeReady, named: str) -> None:
    assert furniture(ready, f"{named}\n\n{TITLE}\n\n{PROSE}\n\n{PROSE} Encore.") == [named]


def test_a_title_that_says_more_is_no_copy(ready: MakeReady) -> None:
    more = f"{TITLE} et de leurs voisins"
    assert furniture(ready, f"{TITLE}\n\n{more}\n\n{PROSE}\n\n{PROSE} Encore.") == []
