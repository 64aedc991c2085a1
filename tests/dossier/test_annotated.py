import re
from html import unescape

from hypothesis import given, settings
from hypothesis import strategies as st

from quotepart.dossier.annotated import annotate, finding_by_span, place_id, with_marks
from quotepart.dossier.dossier import Checked
from quotepart.dossier.safe import shown
from quotepart.model.amount import Amount, Interval
from quotepart.model.document import Document
from quotepart.model.entry import Figure, MeetingMention, PledgeMention, Quote, Record, Speaker
from quotepart.model.finding import Finding
from quotepart.model.span import Span
from quotepart.wording.wording import find_wording

FRENCH = find_wording("fr")


def plain(markup):
    return unescape(re.sub(r"<[^>]*>", "", str(markup)))


def checked_of(text, *, findings=(), **layers):
    document = Document(id="a.txt", text=text, sha256="")
    return Checked(
        document=document, record=Record(document_id="a.txt", sha256="", lang="fr", **layers), findings=findings
    )


def figure_at(start, end):
    amount = Amount(value=1, unit="count")
    return Figure(span=Span(start, end), amount=amount, reach=Interval(None, None), kind="count", metric="other")


def finding_at(start, end, verdict="supported"):
    return Finding(id=f"{start}", claim="x", verdict=verdict, basis="b", span=Span(start, end))


@st.composite
def anything_checked(draw):
    text = draw(st.text(alphabet=st.sampled_from("ab <>&\"'«»“” \n\r\u2028\u202e\x00é"), min_size=1, max_size=80))
    ends = st.integers(0, len(text))
    pairs = st.tuples(ends, ends).filter(lambda each: each[0] < each[1])
    spans = [Span(*pair) for pair in draw(st.lists(pairs, max_size=9))]
    layers = draw(st.lists(st.integers(0, 5), min_size=len(spans), max_size=len(spans)))
    chosen = [[span for span, layer in zip(spans, layers, strict=True) if layer == n] for n in range(6)]
    speaker = Speaker(name='<img src=x onerror="1">')
    return checked_of(
        text,
        quotes=tuple(Quote(span=span, kind="direct", speaker=speaker) for span in chosen[0]),
        figures=tuple(figure_at(span.start, span.end) for span in chosen[1]),
        pledges=tuple(PledgeMention(span=span, who=(), metric="m", status="agreed") for span in chosen[2]),
        meetings=tuple(MeetingMention(span=span, kind="summit") for span in chosen[3]),
        furniture=tuple(chosen[4]),
        findings=tuple(finding_at(span.start, span.end) for span in chosen[5]),
    )


@settings(max_examples=200)
@given(anything_checked())
def test_without_its_tags_the_markup_is_the_text(checked):
    assert plain(annotate(checked, "d1", FRENCH)) == shown(checked.document.text)


@given(anything_checked())
def test_the_markup_is_well_formed_and_no_link_holds_a_link(checked):
    stack = []
    for tag in re.findall(r"<(/?)(\w+)[^>]*?(/?)>", str(annotate(checked, "d1", FRENCH))):
        closing, name, empty = tag
        if empty:
            continue
        if closing:
            assert stack.pop() == name
        else:
            assert name != "a" or "a" not in stack
            assert name != "p" or not stack
            stack.append(name)
    assert stack == []


@given(anything_checked())
def test_ids_are_unique(checked):
    ids = re.findall(r' id="([^"]*)"', str(annotate(checked, "d1", FRENCH)))
    assert len(ids) == len(set(ids))


def test_a_judged_figure_is_a_link_to_its_finding_that_says_the_verdict():
    markup = str(annotate(checked_of("Elle a 41 % ici.", findings=(finding_at(7, 11, "contradicted"),)), "d1", FRENCH))
    assert '<a class="figure v-contradicted" href="#d1-f1" id="d1-s7-11"' in markup
    assert 'aria-label="41 %\u00a0: Contredit, voir le résultat"' in markup
    assert '<use href="#i-contradicted"/></svg></span></a>' in markup


def test_a_quote_says_who_and_takes_its_quotation_marks_in():
    quote = Quote(span=Span(8, 11), kind="direct", speaker=Speaker(name="Mme Sporsz"))
    markup = str(annotate(checked_of("Dit : « oui\u00a0».", quotes=(quote,)), "d2", FRENCH))
    assert (
        'role="group" aria-label="Citation, Mme Sporsz, discours direct">« oui\u00a0»<a class="who" href="#d2-q1"'
        in markup
    )
    assert 'data-who="Mme Sporsz"' in markup


def test_a_quote_without_a_speaker_has_no_name_beside_it():
    markup = str(annotate(checked_of("oui", quotes=(Quote(span=Span(0, 3), kind="indirect"),)), "d1", FRENCH))
    assert 'class="who"' not in markup and "Locuteur non identifié" in markup


def test_lines_are_paragraphs_and_furniture_is_dimmed():
    markup = str(annotate(checked_of("Menu\n\nUn\nDeux\n", furniture=(Span(0, 4),)), "d1", FRENCH))
    assert re.findall(r"<p [^>]*>", markup) == [
        '<p dir="auto" class="furniture">',
        '<p dir="auto" class="apart">',
        '<p dir="auto">',
    ]


def test_hostile_text_and_names_stay_text():
    quote = Quote(span=Span(0, 8), kind="direct", speaker=Speaker(name='"><script>alert(1)</script>'))
    markup = str(annotate(checked_of("<script>alert(1)</script>\u202e", quotes=(quote,)), "d1", FRENCH))
    assert "<script" not in markup and "\u202e" not in markup


def test_with_marks():
    text = 'Il dit "non" et “oui”, puis (peut-être).'
    assert [with_marks(text, Span(text.index(w), text.index(w) + len(w))).cut(text) for w in ("non", "oui", "peut-être")] == [
        '"non"', "“oui”", "peut-être",
    ]  # fmt: skip
    assert with_marks("oui", Span(0, 3)) == Span(0, 3)


def test_the_first_finding_on_a_span_is_the_one_linked():
    assert finding_by_span([finding_at(0, 2), finding_at(0, 2), finding_at(3, 4)]) == {Span(0, 2): 1, Span(3, 4): 3}
    assert place_id("d1", Span(3, 4)) == "d1-s3-4"
