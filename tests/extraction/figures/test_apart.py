from __future__ import annotations

import itertools

from quotepart.extraction.extractor import Extractor
from quotepart.extraction.figures.apart import apart
from quotepart.model.document import Document


def test_two_readings_of_a_number_are_one_figure(figure_extractor: Extractor) -> None:
    document = Document(id="a", text="2 deux et 2 %", sha256="", lang="fr")
    found = figure_extractor.extract(document).figures
    assert found and all(one.span.end <= other.span.start for one, other in itertools.pairwise(found))


def test_of_figures_that_share_characters_the_first_counts(figure_extractor: Extractor) -> None:
    document = Document(id="a", text="La Syldavie a 3 chars et 4 avions.", sha256="", lang="fr")
    first, second = figure_extractor.extract(document).figures
    assert list(apart([first, first, second])) == [first, second]
