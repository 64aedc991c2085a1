from hypothesis import given
from hypothesis import strategies as st

from quotepart.dossier.safe import shown


def test_direction_overrides_and_controls_are_replaced():
    assert shown("14\u202e14\x00\x1b[1m\ud800") == "14\ufffd14\ufffd\ufffd[1m\ufffd"


def test_ordinary_text_stays():
    text = "« 2\u202f% », l’été\n\tعربي 👩\u200d🔬"
    assert shown(text) == text


@given(st.text(alphabet=st.characters(codec=None)))
def test_the_length_stays_and_the_result_can_be_written(text):
    assert len(shown(text)) == len(text)
    shown(text).encode("utf-8")
