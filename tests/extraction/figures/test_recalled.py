from __future__ import annotations

from quotepart.extraction.extractor import Extractor
from quotepart.model.document import Document


def holders(extractor: Extractor, text: str, lang: str) -> list[tuple[str, ...]]:
    return [figure.who for figure in extractor.extract(Document(id="a", text=text, sha256="", lang=lang)).figures]


def test_the_holder_named_last_goes_on(figure_extractor: Extractor) -> None:
    text = "La Bordurie dépense 1,2 % de son PIB pour sa défense. Le budget de la défense était de 2 milliards d'euros."
    assert holders(figure_extractor, text, "fr") == [("BOR",), ("BOR",)]


def test_a_title_alone_stands_for_the_person_named_before(figure_extractor: Extractor) -> None:
    text = (
        "Le président syldave Jan Novak a parlé. Le Premier ministre écoutait. "
        "Il souhaite 4 milliards d'euros de plus pour la défense."
    )
    assert holders(figure_extractor, text, "fr") == [("SYL",)]


def test_one_who_held_a_figure_long_ago_does_not_go_on(figure_extractor: Extractor) -> None:
    far = "Il pleut sur la mer et personne ne sort. " * 20
    text = f"La Bordurie dépense 1,2 % de son PIB pour sa défense. {far}Le budget de la défense baisse de 4 %."
    assert holders(figure_extractor, text, "fr")[0] == ("BOR",)
    assert holders(figure_extractor, text, "fr")[1] == ()


def test_whose_a_figure_is_at_home_goes_on(figure_extractor: Extractor) -> None:
    text = (
        "Le ministre syldave Jan Novak a quitté l'OTAN. Le projet de budget fédéral prévoit 3 milliards d'euros pour la "
        "défense. Ce chiffre passera à 5 milliards d'euros."
    )
    assert holders(figure_extractor, text, "fr") == [("SYL",), ("SYL",)]


def test_a_town_that_is_called_like_a_person_is_nobodys_home(figure_extractor: Extractor) -> None:
    text = "Leaders met in The Hague. The budget allocates 3.5% of GDP to the military."
    assert holders(figure_extractor, text, "en") == [()]
