from __future__ import annotations

import gc
import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotepart.extraction.quotes.quotations import find_quotations
from quotepart.extraction.text.sentences import find_paragraphs


def inside(text: str) -> list[str]:
    return [each.span.cut(text) for each in find_quotations(text, find_paragraphs(text))]


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("« Oui », dit-elle.", ["Oui"]),
        ("«\u202fOui\u202f», dit-elle.", ["Oui"]),
        ("“Yes,” she said. “Now.”", ["Yes", "Now."]),
        ('"Yes," she said. "Now."', ["Yes", "Now."]),
        ('" Oui ", dit-elle.', ["Oui"]),
        ("‹ Oui ›, dit-elle.", ["Oui"]),
        ("<<Oui>>, dit-elle.", ["Oui"]),
        ("'Yes,' she said of the allies' plan.", ["Yes"]),
        ("‘It’s late,’ she said.", ["It’s late"]),
        ("qualifiée d' »ouverte et franche ». Et « utile ».", ["ouverte et franche", "utile"]),
        ("»Gut«, sagte sie.", ["Gut"]),
        ("« Il a dit « non » hier », dit-elle.", ["Il a dit « non » hier"]),
        ("“He said ‘no’ to us,” she said.", ["He said ‘no’ to us"]),
        ("“Neither more nor less, ”he said. “Now.”", ["Neither more nor less", "Now."]),
        ("Cela vient de l'Otan et d'elle.", []),
        ("The allies' ships and the crews' pay.", []),
    ],
)
def test_marks_of_every_kind(text: str, quoted: list[str]) -> None:
    assert inside(text) == quoted


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("« Nous partons demain.\n\nSuite du texte.", ["Nous partons demain."]),
        ("Nous partons demain », a dit Ivan Krolt.", ["Nous partons demain"]),
        ("« Un “deux” trois.\n\n« Quatre. »\n\nFin.", ["Un “deux” trois.\n\n« Quatre."]),
        ('Il dit "Un.\n\nDeux", a-t-il dit. "Trois".', ["Un.\n\nDeux", "Trois"]),
        ('Réponse: "Un.\n\nDeux.\n\nTrois."', ["Un.\n\nDeux.\n\nTrois."]),
        ("« Un.\n\n« Deux. »\n\nFin.", ["Un.\n\n« Deux."]),
        ("« Un.\n\nDeux.\n\nTrois. »\n\nFin.", ["Un.\n\nDeux.\n\nTrois."]),
        ("« Un.\n\nDeux.\n\n« Trois », dit-elle.", ["Un.", "Trois"]),
        ("« Il faut partir« , a-t-elle dit. « Oui ».", ["Il faut partir", "Oui"]),
        ("Une « menace”, a-t-elle dit. « Oui ».", ["menace", "Oui"]),
        ('"One. "Two," he said.', ["One.", "Two"]),
        ("''One, two,'' he said. “Three,’’ she said.", ["One, two", "Three"]),
    ],
)
def test_a_missing_half_is_made_good(text: str, quoted: list[str]) -> None:
    assert inside(text) == quoted


@given(st.text(alphabet="ab c.«»“”\"'‘’‹›<>\n", max_size=300))
def test_quotations_lie_in_the_text_in_order_and_apart(text: str) -> None:
    found = find_quotations(text, find_paragraphs(text))
    assert all(each.outer.holds(each.span) and each.outer.end <= len(text) for each in found)
    assert all(one.outer.end <= other.outer.start for one, other in pairwise(found))


@pytest.mark.parametrize("unit", ["«", "»", '"', "“", "'a' ", "« a » ", "«a\n\n", "“ a ” b ", '"a\n'])
def test_many_marks_take_time_in_proportion(unit: str) -> None:
    def seconds(count: int) -> float:
        text = unit * count
        gc.disable()  # the heap of all tests is not what is measured
        start = time.process_time()
        find_quotations(text, find_paragraphs(text))
        taken = time.process_time() - start
        gc.enable()
        return taken

    small, large = (min(seconds(count) for _ in range(3)) for count in (2_000, 16_000))
    assert large < 24 * max(small, 0.01)


def test_backquotes_open_what_straight_marks_close() -> None:
    text = "``We know who leads,'' he said. `We cannot pay', she said."
    found = find_quotations(text, find_paragraphs(text))
    assert [each.span.cut(text) for each in found] == ["We know who leads", "We cannot pay"]
