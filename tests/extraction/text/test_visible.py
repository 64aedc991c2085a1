from __future__ import annotations

import time

from hypothesis import given
from hypothesis import strategies as st

from quotepart.extraction.text.visible import read_page, visible_text


def test_text_and_what_is_set_apart() -> None:
    text, apart = visible_text("<p>La Syldavie&nbsp;a dit oui.</p><nav>Accueil</nav>")
    assert text == "La Syldavie\xa0a dit oui.\n\nAccueil"
    assert [span.cut(text) for span in apart] == ["Accueil"]


@given(st.text(alphabet="<>/pab &;\"'=é\n", max_size=200))
def test_every_character_shown_comes_from_its_place(source: str) -> None:
    page = read_page(source)
    for start, at in page.places:
        shown = "".join(page.parts)[start]
        assert shown.isspace() or source[at] in (shown, "&")  # a gap between blocks stands for their tags


def test_deep_and_broken_markup_takes_linear_time() -> None:
    start = time.process_time()
    visible_text("<div class='nav'>" * 50_000 + "<" * 50_000 + "&" * 50_000)
    assert time.process_time() - start < 5


def test_a_class_around_everything_sets_nothing_apart() -> None:
    text, apart = visible_text(
        "<div class='with-sidebar'><p>" + "Les alliés parlent. " * 9 + "</p></div><nav>Accueil</nav>"
    )
    assert [span.cut(text) for span in apart] == ["Accueil"]


LINK = '<a href="/1">'


def test_a_block_of_links_is_set_apart() -> None:
    text, apart = visible_text(
        f"<h1>{LINK}The league rearms</a></h1><p>It {LINK}said so</a> on Monday.</p><p>{LINK}Butter grows dear.</a></p>"
        f"<ul><li>{LINK}Klow</a> {LINK}Sport</a></li></ul>{LINK}<h4>A bear in town.</h4><p>It came at night.</p></a>"
    )
    expected = ["Butter grows dear.", "Klow Sport", "A bear in town.", "It came at night."]
    assert [span.cut(text) for span in apart] == expected


def test_a_link_that_is_never_closed_sets_little_apart() -> None:
    rest = "".join(f"<p>Paragraph {at} of the report.</p>" for at in range(20))
    assert len(visible_text(f'{LINK}Up{rest}<a name="end"></a>')[1]) == 5


def test_a_long_paragraph_in_a_link_is_no_link() -> None:
    assert visible_text(f"<p>{LINK}{'The allies spoke of their spending. ' * 20}</a></p>")[1] == ()
