from __future__ import annotations

from quotepart.model.document import Document
from quotepart.model.span import Span


def test_plain_text_is_its_own_file() -> None:
    document = Document(id="a.txt", text="« oui »", sha256="")
    assert document.in_file(Span(2, 5)) == Span(2, 5)


def test_a_place_in_the_text_leads_to_its_place_in_the_file() -> None:
    file = "<p>Klow</p><p>dit oui</p>"
    document = Document(id="a.html", text="Klow\ndit oui", sha256="", places=((0, 3), (4, 7), (5, 14)))
    assert document.in_file(Span(0, 4)).cut(file) == "Klow"
    assert document.in_file(Span(9, 12)).cut(file) == "oui"
