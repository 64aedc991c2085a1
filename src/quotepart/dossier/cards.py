"""A finding as a card: the claim in its sentence, the verdict, the basis, and the working on demand."""

from __future__ import annotations

from collections.abc import Mapping

from markupsafe import Markup

from quotepart.dossier.annotated import place_id
from quotepart.dossier.charts.claims import divisor, draw_series, running_sums
from quotepart.dossier.charts.drawing import draw_svg
from quotepart.dossier.dossier import Checked, Dossier, Series
from quotepart.dossier.labels import edition_words, link_words, result_words, unit_words
from quotepart.dossier.safe import shown
from quotepart.dossier.tables import Table, inputs_tables, series_table
from quotepart.model.entry import Figure
from quotepart.model.finding import Finding, Reading
from quotepart.model.frozen import dataclass
from quotepart.model.span import Span
from quotepart.wording.wording import Wording

ICON_OF_RESULT = {"match": "supported", "near": "close", "miss": "contradicted", "no_data": "not_checkable"}
_AROUND = 160
_BRIEF = 70


@dataclass(frozen=True, slots=True)
class Context:
    """The words of a claim inside their sentence."""

    before: str
    words: str
    after: str

    @property
    def brief(self) -> Context:
        """The same with only some words on either side."""
        before, after = " ".join(self.before.split()), " ".join(self.after.split())
        if len(before) > _BRIEF:
            before = "… " + before[-_BRIEF:].partition(" ")[2]
        if len(after) > _BRIEF:
            after = after[:_BRIEF].rpartition(" ")[0].rstrip(" ,;:") + " …"
        return Context(_spaced(before, self.before[-1:]), self.words, _spaced(after, self.after[:1], at_start=True))


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart with its caption and its numbers; it is drawn when its ``svg`` is asked for."""

    series: Series
    id: str
    wording: Wording

    @property
    def svg(self) -> Markup:
        """The drawing, with a title and a description of its own."""
        series, say = self.series, self.wording.say
        title = say(f"chart.title_{series.shape}", label=series.label, **_year(series))
        described = describe(series, self.wording)
        return Markup(
            draw_svg(draw_series(series, self.wording), self.wording, id=self.id, title=title, description=described)
        )

    @property
    def caption(self) -> str:
        """The line under the chart."""
        return caption(self.series, self.wording)

    @property
    def table(self) -> Table:
        """The numbers drawn."""
        return series_table(self.series, self.wording)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingView:
    """One reading in words: its result, its facts as pairs of term and words, formula and inputs."""

    label: str
    result: str
    result_words: str
    icon: str
    facts: tuple[tuple[str, str], ...]
    formula: str
    inputs: tuple[Table, ...]
    used: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """A finding with everything its card shows; ``mark`` is the id of its place in the text."""

    id: str
    finding: Finding
    claim: str
    lang: str
    by: str
    mark: str
    context: Context | None
    today: str
    why_not: str
    chart: Chart | None
    readings: tuple[ReadingView, ...]
    flags: tuple[tuple[str, str], ...]
    caveats: str
    links: tuple[str, ...]


def build_card(checked: Checked, number: int, prefix: str, dossier: Dossier, wording: Wording) -> Card:
    """Return the card of the finding with this number, from 1, in its document."""
    finding = checked.findings[number - 1]
    series = checked.series.get(finding.id)
    id = f"{prefix}-f{number}"
    return Card(
        id=id,
        finding=finding,
        claim=" ".join(finding.claim.split()),
        lang=checked.record.lang,
        by=said_by(finding, wording),
        mark=place_id(prefix, finding.span) if finding.span else "",
        context=_context(checked, finding),
        today=today(finding),
        why_not=_why_not(finding, wording),
        chart=Chart(series, id, wording) if series and series.points else None,
        readings=tuple(view_reading(reading, dossier, wording) for reading in finding.readings),
        flags=tuple(explain_flag(flag, wording) for flag in finding.flags),
        caveats=_caveats(finding, wording),
        links=tuple(link_words(link, wording) for link in finding.links),
    )


def said_by(finding: Finding, wording: Wording) -> str:
    """Return who made a claim and when."""
    who = finding.said_by or wording.say("dossier.the_report")
    return f"{who}, {wording.date(finding.said_on)}" if finding.said_on else who


def today(finding: Finding) -> str:
    """Return the basis by the latest edition where it says something else than the finding itself; else nothing."""
    now = finding.now
    if now is None or (now.verdict == finding.verdict and now.basis in finding.basis):
        return ""
    return now.basis[:1].upper() + now.basis[1:]


def explain_flag(flag: str, wording: Wording) -> tuple[str, str]:
    """Return a flag's short name and what it means."""
    plain = flag.replace("_", " ")
    return wording.say_or(f"flags.{flag}.label", plain), wording.say_or(
        f"flags.{flag}.text", wording.say_or(f"flags.{flag}", "")
    )


def view_reading(reading: Reading, dossier: Dossier, wording: Wording) -> ReadingView:
    """Return one reading in words."""
    return ReadingView(
        label=reading.label,
        result=reading.result,
        result_words=result_words(reading, wording),
        icon=ICON_OF_RESULT[reading.result],
        facts=tuple(fact for fact in _facts(reading, dossier, wording) if fact[1]),
        formula=reading.formula,
        inputs=inputs_tables(reading.inputs, dossier.name, wording),
        used=len(reading.inputs),
    )


def official_value(reading: Reading, wording: Wording) -> str:
    """Return the official value of a reading with its interval, or why there is none."""
    if reading.value is None:
        reason = wording.say_or(f"reasons.{reading.reason}", reading.reason) if reading.reason else ""
        return wording.say("reading.no_value", reason=reason) if reason else wording.say("results.no_data")
    value, whole = wording.amount(reading.value, reading.unit), wording.span_of(reading.low, reading.high, reading.unit)
    return value if whole in ("", value) else wording.say("reading.interval", value=value, range=whole)


def _facts(reading: Reading, dossier: Dossier, wording: Wording) -> tuple[tuple[str, str], ...]:
    edition = edition_words(reading.edition, dossier.name, wording)
    weight = wording.percent(round(reading.weight * 100))
    return (
        (wording.say("reading.value"), official_value(reading, wording)),
        (wording.say("reading.weight"), f"{weight} – {reading.why}" if reading.why else weight),
        (wording.say("reading.period"), wording.period(reading.start, reading.end)),
        (
            wording.say("reading.edition"),
            wording.say(f"reading.edition_{reading.edition_is}", edition=edition) if edition else "",
        ),
    )


def _why_not(finding: Finding, wording: Wording) -> str:
    """Return why a claim is not judged, where its basis does not say so already."""
    words = wording.say_or(f"reasons.{finding.reason}", finding.reason) if finding.reason else ""
    return "" if words in finding.basis else words


def _caveats(finding: Finding, wording: Wording) -> str:
    counts: Mapping[str, int] = {"assumptions": len(finding.assumptions), "flags": len(finding.flags)}
    return " · ".join(wording.say(f"dossier.{what}", count=count) for what, count in counts.items() if count)


def _context(checked: Checked, finding: Finding) -> Context | None:
    """Return the claim inside its sentence, or inside its line where the sentence is not known."""
    span, text = finding.span, checked.document.text
    if span is None:
        return None
    sentence = next((_sentence(figure, span) for figure in checked.record.figures if figure.span == span), None)
    whole = sentence or _line(text, span)
    start, end = max(whole.start, span.start - 2 * _AROUND), min(whole.end, span.end + 2 * _AROUND)
    before = ("… " if start > whole.start else "") + text[start : span.start].lstrip()
    after = text[span.end : end].rstrip() + (" …" if end < whole.end else "")
    return Context(before, span.cut(text), after)


def _spaced(words: str, edge: str, *, at_start: bool = False) -> str:
    """Return words with the space that stood between them and the claim."""
    if not words or not edge.isspace():
        return words
    return f" {words}" if at_start else f"{words} "


def _sentence(figure: Figure, span: Span) -> Span | None:
    return figure.sentence if figure.sentence and figure.sentence.holds(span) else None


def _line(text: str, span: Span) -> Span:
    start = max(text.rfind("\n", 0, span.start) + 1, span.start - _AROUND)
    line_end = text.find("\n", span.end)
    return Span(start, min(len(text) if line_end < 0 else line_end, span.end + _AROUND))


def _year(series: Series) -> dict[str, str]:
    return {"year": str(series.base_year)} if series.shape == "added" else {}


def describe(series: Series, wording: Wording) -> str:
    """Return what a chart shows, for those who do not see it."""
    points = sorted(series.points, key=lambda point: point.year)
    first, last = points[0], points[-1]
    start, end = wording.amount(first.value, series.unit), wording.amount(last.value, series.unit)
    parts = [
        wording.say(
            "chart.describe", label=series.label, first=str(first.year), last=str(last.year), start=start, end=end
        )
    ]
    if series.shape == "added" and (sums := running_sums(series)):
        point, total = sums[-1]
        amount = wording.amount(total, series.unit)
        parts.append(wording.say("chart.describe_added", last=str(point.year), amount=amount, **_year(series)))
    if series.claim_text:
        parts.append(wording.say("chart.describe_claim", words=shown(series.claim_text)))
    return " ".join(parts)


def caption(series: Series, wording: Wording) -> str:
    """Return the line under a chart: what is drawn, in which unit, what the colours say, and the source."""
    say = wording.say
    unit = axis_unit(series, wording)
    told = [f"{series.reading[:1].upper()}{series.reading[1:]}."] if series.reading else []
    parts = [*told, say("chart.caption", label=series.label, unit=unit) if unit else f"{series.label}."]
    if series.claim_text:
        parts.append(say("chart.caption_claim"))
    if any(point.status != "final" for point in series.points):
        parts.append(say("chart.caption_estimates"))
    source = series.source or series.edition
    return " ".join([*parts, say("chart.caption_source", source=source)] if source else parts)


def axis_unit(series: Series, wording: Wording) -> str:
    """Return what money on the axis is counted in: ``billions of US dollars``; empty for what its label says already."""
    is_money = len(series.unit) == 3 and series.unit.isupper()
    return unit_words(series.unit, divisor(series), wording) if is_money else ""
