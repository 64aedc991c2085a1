from xml.etree import ElementTree

from quotepart.dossier.charts.claims import draw_series
from quotepart.dossier.charts.drawing import draw_svg, escape_xml
from quotepart.wording.wording import find_wording

FRENCH = find_wording("fr")


def drawn(series, **more):
    given = {"id": "c1", "title": "Un titre", "description": "Une description", **more}
    return draw_svg(draw_series(series, FRENCH), FRENCH, **given)


def test_a_drawing_has_a_title_and_a_description(sample):
    root = ElementTree.fromstring(drawn(sample.added_series(), title='<script>"&', description="d\x00"))
    assert (root[0].text, root[1].text) == ('<script>"&', "d\ufffd")
    assert root.get("role") == "img" and (root.get("aria-labelledby"), root.get("aria-describedby")) == (
        "c1-title",
        "c1-desc",
    )
    assert root[0].get("id") == "c1-title" and root.get("viewBox")


def test_a_drawing_asks_for_nothing_and_uses_the_page_s_colours(sample):
    svg = drawn(sample.share_series())
    assert "var(--claim" in svg and "var(--series" in svg
    assert not any(word in svg for word in ("<image", "<script", "href=", "url(", "@import", "style="))


def test_the_axis_writes_numbers_the_language_s_way(sample):
    texts = [
        node.text for node in ElementTree.fromstring(drawn(sample.share_series())).iter() if node.tag.endswith("text")
    ]
    assert "1,5" in texts and "1.5" not in texts


def test_equal_charts_are_drawn_once(sample, monkeypatch):
    import vl_convert

    drawn(sample.count_series())
    monkeypatch.setattr(vl_convert, "vegalite_to_svg", None)
    assert 'aria-labelledby="c9-title' in drawn(sample.count_series(), id="c9")


def test_escape_xml():
    assert escape_xml('<a href="x">&\u202e') == "&lt;a href=&quot;x&quot;&gt;&amp;\ufffd"
