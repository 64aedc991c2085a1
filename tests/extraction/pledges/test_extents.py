from __future__ import annotations

import pytest

from quotepart.extraction.extractor import Extractor
from quotepart.model.dates import Dating
from quotepart.model.document import Document
from quotepart.model.entry import PledgeMention


def pledges(extractor: Extractor, text: str, lang: str) -> tuple[PledgeMention, ...]:
    published = Dating(date="2023-06-12", how="given")
    return extractor.extract(Document(id="a", text=text, sha256="", lang=lang, published=published)).pledges


@pytest.mark.parametrize(
    ("text", "lang", "end"),
    [
        ("Mme Sporsz a appelé la Syldavie à présenter « un plan honnête ».", "fr", "honnête »"),
        ("Syldavia said it would not send troops “on any such terms” to Klow, Ms Sporsz added.", "en", "to Klow"),
        ('Borduria promised to deliver "a mountain of shells" by spring.', "en", "by spring"),
    ],
)
def test_a_quoted_fragment_in_its_midst_ends_no_clause(
    nato_extractor: Extractor, text: str, lang: str, end: str
) -> None:
    (pledge,) = pledges(nato_extractor, text, lang)
    assert pledge.span.cut(text).rstrip(".").rstrip().endswith(end)


def test_a_quotation_that_a_clause_stands_in_ends_it(nato_extractor: Extractor) -> None:
    text = "“We will send more troops to the border”, said Ms Sporsz of Syldavia."
    assert [pledge.span.cut(text) for pledge in pledges(nato_extractor, text, "en")] == [text[1:39]]


def test_a_clause_without_a_share_ends_at_a_comma_a_few_words_on(nato_extractor: Extractor) -> None:
    text = "Syldavia promised to send a few hundred soldiers to the border, a costly affair."
    assert [pledge.span.cut(text) for pledge in pledges(nato_extractor, text, "en")] == [text[:62]]


def test_a_clause_goes_on_over_a_short_fragment_to_its_number(nato_extractor: Extractor) -> None:
    text = "La Syldavie atteindra « sans faute » les 2 % du PIB en 2026, a dit Mme Sporsz."
    (pledge,) = pledges(nato_extractor, text, "fr")
    assert pledge.target == 2
    assert pledge.span.cut(text).startswith("La Syldavie atteindra")
