from __future__ import annotations

import pytest

from quotepart.extraction.extractor import Extractor
from quotepart.extraction.languages.find import language_of
from quotepart.extraction.names.strangers import compile_strangers, is_stranger, named
from quotepart.extraction.text.prepared import Mention
from quotepart.model.document import Document
from quotepart.model.pact import Pact
from quotepart.model.span import Span


def holders(extractor: Extractor, text: str, lang: str) -> list[tuple[str, ...]]:
    return [figure.who for figure in extractor.extract(Document(id="a", text=text, sha256="", lang=lang)).figures]


@pytest.mark.parametrize(
    ("text", "lang", "who"),
    [
        ("La Valdorie consacre 1,4 % de son PIB à la défense.", "fr", [("Valdorie",)]),
        ("Valdoria spends 1.4% of GDP on defence.", "en", [("Valdoria",)]),
        ("Les alliés sont là. L'armée valdorienne a 3 milliards d'euros.", "fr", [()]),
        ("Les alliés sont là. L'armée valdorienne a 3 milliards d'euros. Fin pour Valdorie.", "fr", [("Valdorie",)]),
        ("Allies met. The Valdorian defence minister wants $3 billion.", "en", [()]),
        ("La Valdorie est loin. Le ministre valdorien veut 3 % du PIB. Il en est à 1,2 % du PIB.", "fr", None),
        ("The visitors came from Valdoria. Valdoria spends 1.4% of GDP on defence.", "en", [("Valdoria",)]),
    ],
)
def test_figures_of_states_that_the_pact_does_not_know_are_nobody_elses(
    figure_extractor: Extractor, text: str, lang: str, who: list[tuple[str, ...]] | None
) -> None:
    found = holders(figure_extractor, text, lang)
    assert found == who if who else ("SYL",) not in found


@pytest.mark.parametrize(
    ("text", "lang", "who"),
    [
        ("Allies met. Vestmark spends 1.4% of GDP on defence.", "en", ("Vestmark",)),
        ("Allies met. Skerria's defence minister spoke. Skerria has 3,000 soldiers.", "en", ("Skerria",)),
        ("Allies met. The government of Norbrook wants more. Norbrook has 3,000 soldiers.", "en", ("Norbrook",)),
        ("Les alliés sont là. La Nordmarque consacre 1,4 % de son PIB à la défense.", "fr", ("Nordmarque",)),
        ("Le gouvernement du Guldav est là. Le Guldav a 3 000 soldats.", "fr", ("Guldav",)),
        ("Allies met. Monday's defence ministers saw it. Monday has 3,000 soldiers.", "en", ("NATO",)),
        ("L'armée de Terre est là. La Terre a 3 000 soldats.", "fr", ()),
    ],
)
def test_states_of_any_name_are_told_by_what_is_said_of_states_only(
    figure_extractor: Extractor, text: str, lang: str, who: tuple[str, ...]
) -> None:
    assert set(holders(figure_extractor, text, lang)) == {who}


def test_a_place_of_a_meeting_holds_no_figure(figure_extractor: Extractor) -> None:
    text = "À Klow, les Alliés ont adopté un objectif de 5 % du PIB."
    assert holders(figure_extractor, text, "fr") == [("NATO",)]


def test_institutions_are_no_strangers(nato_pact: Pact) -> None:
    grammar = compile_strangers(language_of("fr"), nato_pact)
    assert grammar.named.search("la Défense a parlé") is None
    assert grammar.named.search("en Valdorie, hier") is not None


def test_ids_are_in_capitals_and_names_of_strangers_are_not() -> None:
    known = Mention(span=Span(0, 1), kind="member", name="Syldavie", actors=("SYL",))
    assert not is_stranger(known)
    assert is_stranger(Mention(span=Span(0, 1), kind="member", name="Valdorie", actors=("Valdorie",)))


def test_strangers_without_a_name_are_left_out() -> None:
    assert named(("SYL", "Valdorie", "poldev")) == ("SYL", "Valdorie")


def test_many_strange_names_take_no_longer_than_their_text(figure_extractor: Extractor) -> None:
    names = " ".join(f"la Val{chr(97 + i % 26)}{chr(97 + i // 26 % 26)}orie donne 2 % du PIB." for i in range(400))
    assert holders(figure_extractor, names, "fr")


def test_a_name_of_several_parts_is_one(nato_extractor) -> None:
    text = "La Marche-du-Nord consacre 1,3 % de son PIB à sa défense. Le Fouta-Nord dépense 2 % du PIB."
    record = nato_extractor.extract(Document(id="a", text=text, sha256="", lang="fr"))
    assert [figure.who for figure in record.figures] == [("Marche-du-Nord",), ("Fouta-Nord",)]
