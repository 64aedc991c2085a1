from __future__ import annotations

from decimal import Decimal

import pytest

from quotepart.extraction.extractor import Extractor
from quotepart.extraction.figures.figures import compile_figures
from quotepart.extraction.languages.find import language_of
from quotepart.extraction.pledges.clauses import Clause, distinct
from quotepart.extraction.pledges.words import Cue, PledgesGrammar, compile_pledges
from quotepart.extraction.text.tokens import Hit, tokenise
from quotepart.model.dates import Dating
from quotepart.model.document import Document
from quotepart.model.entry import PledgeMention, PledgeStatus
from quotepart.model.pact import Pact


@pytest.fixture(scope="module")
def english(nato_pact: Pact) -> PledgesGrammar:
    return compile_pledges(language_of("en"), nato_pact, compile_figures(language_of("en"), nato_pact))


def pledges(extractor: Extractor, text: str, lang: str) -> tuple[PledgeMention, ...]:
    published = Dating(date="2023-06-12", how="given")
    return extractor.extract(Document(id="a", text=text, sha256="", lang=lang, published=published)).pledges


def clause(first: int, end: int, status: PledgeStatus = "demanded") -> Clause:
    cue = Hit(first, first + 1, Cue(status=status))
    return Clause(cue=cue, first=first, end=end, status=status, figure=None, metric="other")


def test_a_clause_ends_where_one_joined_to_it_begins(english: PledgesGrammar) -> None:
    tokens = tokenise("urged allies to pay and threatened to leave", 0, 43)
    early, late = distinct([clause(0, 8), clause(5, 8, "refused")], tokens, english)
    assert (early.end, late.first) == (5, 5)


def test_one_clause_stands_over_no_other(english: PledgesGrammar) -> None:
    tokens = tokenise("urged allies to pledge to pay", 0, 29)
    assert distinct([clause(0, 6), clause(3, 6)], tokens, english) == [clause(0, 6)]


@pytest.mark.parametrize(
    ("text", "lang", "status"),
    [
        ("Despite the demands of Borduria, allies agreed to spend 3% of GDP on defence.", "en", "agreed"),
        ("Malgré les exigences de la Bordurie, les Alliés ont convenu de dépenser 3 % du PIB.", "fr", "agreed"),
        ("Borduria demanded that allies pledge to spend 3% of GDP on defence.", "en", "demanded"),
    ],
)
def test_past_a_comma_the_next_word_that_binds_aims_at_the_share(
    figure_extractor: Extractor, text: str, lang: str, status: str
) -> None:
    assert [pledge.status for pledge in pledges(figure_extractor, text, lang)] == [status]


@pytest.mark.parametrize(
    ("text", "lang", "deeds"),
    [
        ("Norway promised to buy new submarines and send 500 million euros to Ukraine.", "en", 2),
        ("La Norvège a promis d'acheter des sous-marins et de verser 500 millions d'euros à l'Ukraine.", "fr", 2),
        ("Norway promised to buy and send 500 million euros to Ukraine.", "en", 1),
    ],
)
def test_a_second_deed_with_a_number_is_a_pledge_of_its_own(
    nato_extractor: Extractor, text: str, lang: str, deeds: int
) -> None:
    found = pledges(nato_extractor, text, lang)
    assert [(pledge.status, pledge.who) for pledge in found] == [("promised", ("NOR",))] * deeds
    assert found[-1].target == 500_000_000


@pytest.mark.parametrize(
    ("text", "lang", "targets"),
    [
        ("La Syldavie va porter ses dépenses à 2 % du PIB en 2026 et à 3 % en 2030.", "fr", (2, 3)),
        ("Les Alliés ont convenu de consacrer 3,5 % du PIB à la défense et 1,5 % à la sécurité.", "fr", (3.5, 1.5)),
        ("Allies agreed to spend 3.5% of GDP on defence and 1.5% on security.", "en", (3.5, 1.5)),
        ("Les Alliés ont convenu de consacrer 2 % du PIB à la défense, mais la Bordurie en est à 1,1 %.", "fr", (2,)),
    ],
)
def test_a_further_share_is_aimed_at_as_the_first(
    figure_extractor: Extractor, text: str, lang: str, targets: tuple[float, ...]
) -> None:
    found = pledges(figure_extractor, text, lang)
    assert [pledge.target for pledge in found] == [Decimal(str(target)) for target in targets]
    assert len({pledge.status for pledge in found}) == 1
