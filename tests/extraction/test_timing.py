from __future__ import annotations

import pytest

from quotepart.extraction.extractor import Extractor
from quotepart.model.document import Document


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("La Syldavie a dépensé 2 % de son PIB en 2019.", "2019", "2019"),
        ("La Syldavie veut atteindre 2 % de son PIB d'ici 2024.", "2024", "2024"),
        ("La Syldavie a dépensé 3 milliards d'euros de 2015 à 2018.", "2015", "2018"),
    ],
)
def test_the_time_of_a_figure(figure_extractor: Extractor, text: str, start: str, end: str) -> None:
    figure = figure_extractor.extract(Document(id="a", text=text, sha256="", lang="fr")).figures[0]
    assert figure.period is not None
    assert (figure.period.start, figure.period.end) == (start, end)
