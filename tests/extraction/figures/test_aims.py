from __future__ import annotations

import pytest

from quotepart.extraction.extractor import Extractor
from quotepart.model.document import Document


@pytest.mark.parametrize(
    ("text", "lang", "kind"),
    [
        ("Syldavia will raise its defence spending to 2.4% of GDP.", "en", "target"),
        ("Syldavia raised its defence spending to 2.4% of GDP.", "en", "level"),
        ("La Syldavie portera ses dépenses de défense à 2,4 % du PIB.", "fr", "target"),
        ("La Syldavie a porté ses dépenses de défense à 2,4 % du PIB.", "fr", "level"),
        ("Syldavia spent a total of $3 billion on defence.", "en", "cumulative"),
        ("In 2019 Syldavia will invest a combined total of $3 billion in defence.", "en", "level"),
        ("Syldavia makes up 69 percent of all NATO defence spending.", "en", "share"),
        ("The Syldavian defence budget would have to increase to $3 billion.", "en", "target"),
        ("Syldavia has given Ukraine $3 billion since 2022.", "en", "cumulative"),
        ("Syldavia has agreed to spend 2% of GDP on defence.", "en", "target"),
        ("Les alliés doivent s'engager, mardi, à Klow, à consacrer 2 % de leur PIB à la défense.", "fr", "target"),
        ("Syldavia wants a $3 billion levy plus more than one fleet.", "en", "target"),
        ("Syldavia's defence budget will be $3 billion more every year since 2014.", "en", "change"),
        ("Borduria (1.8%) and Syldavia (2%) hope to reach the goal.", "en", "level"),
        ("Syldavia reached an agreement to spend 2.1% of GDP on defence.", "en", "target"),
        ("Syldavia's defence spending has reached 4.7% of GDP against the target of 2%.", "en", "target"),
        ("The target of 2% is met: Syldavia's defence spending is 4.7% of GDP.", "en", "level"),
        ("Syldavia has promised $3 billion for defence.", "en", "target"),
        ("Krolt will demand that members allocate at least 2.6% of GDP.", "en", "target"),
        ("Le budget de la défense devrait atteindre 2,2 % du PIB.", "fr", "target"),
        ("Syldavia is way over 2% of GDP.", "en", "level"),
        ("Syldavia's spending reached $3 billion, the highest level since the end of the Cold War.", "en", "level"),
        ("Syldavia gave Ukraine tanks, bringing the total to $3 billion since 2022.", "en", "cumulative"),
        ("Syldavia is far from the 5% that Borduria demands.", "en", "target"),
        ("Syldavia has opted for an increase to 2.6% of GDP.", "en", "target"),
        ("La Syldavie espère atteindre 1,9 % du PIB pour la défense.", "fr", "target"),
    ],
)
def test_what_is_aimed_at_is_no_level(figure_extractor: Extractor, text: str, lang: str, kind: str) -> None:
    *_, figure = figure_extractor.extract(Document(id="a", text=text, sha256="", lang=lang)).figures
    assert figure.kind == kind


@pytest.mark.parametrize(
    ("text", "lang", "kinds"),
    [
        ("Krolt wants to raise NATO's spending target from 2% to 3% of GDP.", "en", ["target", "target"]),
        ("Krolt veut porter l'objectif de l'Otan de 2 % à 3 % du PIB.", "fr", ["target", "target"]),
        ("Syldavia will raise its defence spending from 1.2% to 2% of GDP.", "en", ["level", "target"]),
        (
            "With the goal of raising its defence spending from 2% to 3% of GDP, Syldavia borrows.",
            "en",
            ["level", "target"],
        ),
    ],
)
def test_a_goal_is_moved_from_a_goal(figure_extractor: Extractor, text: str, lang: str, kinds: list[str]) -> None:
    found = figure_extractor.extract(Document(id="a", text=text, sha256="", lang=lang)).figures
    assert [figure.kind for figure in found] == kinds
