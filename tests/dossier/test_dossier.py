from typing import get_args

from quotepart.dossier.dossier import VERDICTS
from quotepart.model.finding import Verdict
from quotepart.wording.wording import find_wording, languages


def test_every_verdict_has_its_place_and_its_words():
    assert set(VERDICTS) == set(get_args(Verdict))
    for lang in languages():
        assert all(find_wording(lang).has(f"method.verdict.{verdict}") for verdict in VERDICTS)


def test_a_name_that_is_not_known_stands_for_itself(sample):
    dossier = sample.dossier()
    assert (dossier.name("BOR"), dossier.name("XYZ")) == ("Bordurie", "XYZ")
