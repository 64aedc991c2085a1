from __future__ import annotations

import pytest

from quotepart.extraction.extractor import Extractor
from quotepart.model.document import Document


def statuses(extractor: Extractor, text: str, lang: str) -> list[str]:
    return [pledge.status for pledge in extractor.extract(Document(id="a", text=text, sha256="", lang=lang)).pledges]


@pytest.mark.parametrize(
    ("text", "lang", "expected"),
    [
        ("Les Alliés n'ont pas promis de consacrer 2 % de leur PIB à la défense.", "fr", ["refused"]),
        ("Les Alliés n'ont pas encore promis de consacrer 2 % de leur PIB à la défense.", "fr", []),
        ("Les Alliés ont non seulement promis de consacrer 2 % de leur PIB à la défense.", "fr", ["promised"]),
        ("Syldavia hasn't committed to spending 2% of GDP on defence.", "en", ["refused"]),
        ("Syldavia has not yet agreed to spend 2% of GDP on defence.", "en", []),
        ("Allies not only reaffirmed their commitment to Article 5.", "en", ["promised"]),
        ("The plan is not rejected by the Allies, who will meet.", "en", []),
        ("Norway said it cannot commit to the 2% target.", "en", ["refused"]),
        ("Ms Sporsz insisted that Norway must spend 2% of GDP on defence.", "en", ["demanded"]),
        ("Ms Sporsz insisted that Norway will spend 2% of GDP on defence.", "en", ["promised"]),
        ("La Norvège n'enverra que des casques en Ukraine.", "fr", ["promised"]),
        ("La Norvège n'enverra pas de casques en Ukraine.", "fr", ["refused"]),
        ("Norway refused to say whether it would meet the 2% target.", "en", []),
        ("If it spent 2% of GDP, Norway would send 300 million euros, Ms Sporsz said.", "en", []),
    ],
)
def test_words_about_a_word_that_binds_turn_it(
    nato_extractor: Extractor, text: str, lang: str, expected: list[str]
) -> None:
    assert statuses(nato_extractor, text, lang) == expected


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("Pour la Norvège, l'engagement à un objectif de 5 % serait déraisonnable.", "fr"),
        ("Norway said committing to a 5 percent target would be unreasonable.", "en"),
    ],
)
def test_a_share_that_is_called_unreasonable_is_refused(nato_extractor: Extractor, text: str, lang: str) -> None:
    assert statuses(nato_extractor, text, lang) == ["refused"]


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("Les ministres ont rappelé à la presse l'importance d'investir davantage dans la défense.", "fr"),
        ("There is no guarantee that the war will not spread.", "en"),
        ("Norway will not have to spend more on defence.", "en"),
    ],
)
def test_phrases_that_only_hold_a_word_of_binding_bind_nobody(nato_extractor: Extractor, text: str, lang: str) -> None:
    assert statuses(nato_extractor, text, lang) == []


@pytest.mark.parametrize(
    ("text", "lang", "expected"),
    [
        ("Les Alliés ont décidé de consacrer 3 % de leur PIB à la défense.", "fr", ["agreed"]),
        ("La Norvège a décidé de consacrer 3 % de son PIB à la défense.", "fr", ["promised"]),
        ("Les dirigeants réunis en Norvège ont décidé de déployer une force.", "fr", ["agreed"]),
        ("Norway has decided to spend 3% of GDP on defence.", "en", ["promised"]),
        ("Under the deal, allies will spend 3% of GDP on defence.", "en", ["agreed"]),
        ("Under the deal, Norway will spend 3% of GDP on defence.", "en", ["promised"]),
    ],
)
def test_many_agree_where_one_promises(nato_extractor: Extractor, text: str, lang: str, expected: list[str]) -> None:
    assert statuses(nato_extractor, text, lang) == expected


@pytest.mark.parametrize(
    ("text", "lang", "expected"),
    [
        ("La Norvège veut que les Alliés consacrent 3 % de leur PIB à la défense.", "fr", ["demanded"]),
        ("La Norvège veut consacrer 3 % de son PIB à la défense.", "fr", ["promised"]),
        ("23 allies are expected to reach 2% of GDP this year.", "en", []),
    ],
)
def test_a_wish_is_ones_own_or_for_others_and_a_count_binds_nobody(
    nato_extractor: Extractor, text: str, lang: str, expected: list[str]
) -> None:
    assert statuses(nato_extractor, text, lang) == expected
