"""A chart that stands alone: its title, its source below it, and the file it is written to.

The charts of a page take their colours from the page's style; a file of its own has them resolved, on a ground of its own.
"""

from __future__ import annotations

import json
import re
import textwrap
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from quotepart.dossier.charts.claims import FONT, GROUND, INK, MUTED, RULE
from quotepart.dossier.charts.drawing import number_format
from quotepart.dossier.safe import shown
from quotepart.errors import UsageError
from quotepart.model.frozen import dataclass
from quotepart.wording.wording import Wording

Spec = dict[str, Any]
ENDINGS = (".svg", ".png", ".vl.json")
SCALE = 2.0
"""Pixels of a PNG for one of the drawing."""

_VARIABLE = re.compile(r"var\(--[\w-]+, *([^)]+)\)")
_LETTER = 5.4  # mean width of a letter of the caption, in pixels
_TITLE_LETTER = 8.4
_LABEL_LETTER = 6.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """What stands around a chart: ``title`` above it, ``subtitle`` below that, ``caption`` with source and edition below all."""

    title: str
    subtitle: str = ""
    caption: str = ""


def framed(body: Spec, frame: Frame, *, width: int, height: int) -> Spec:
    """Return a layered chart of ``width`` by ``height`` with its frame; ``body`` holds ``layer`` and perhaps ``data``.

    Besides, ``body`` may say how far below the plot the caption stands (``foot``), and how far words reach out of the plot at its
    ``left`` and ``right``: title and caption begin with them.
    """
    left, right = body.pop("left", 0), body.pop("right", 0)
    whole = width + left + right
    caption = textwrap.wrap(shown(frame.caption), max(30, int(whole / _LETTER)))
    foot: Spec = {
        "data": {"values": [{}]},
        "mark": {
            "type": "text", "align": "left", "baseline": "top", "color": MUTED, "fontSize": 10.5, "lineHeight": 14,
            "text": caption, "clip": False,
        },
        "encoding": {"x": {"value": -left}, "y": {"value": height + body.pop("foot", 34)}},
    }  # fmt: skip
    return {
        "$schema": "https://vega.github.io/schema/vega-lite/v5.json",
        "background": GROUND,
        "padding": {"left": 16, "right": 20, "top": 14, "bottom": 14},
        "title": _title(frame, whole, left),
        "width": width,
        "height": height,
        **body,
        "layer": [*body["layer"], *([foot] if caption else [])],
        "config": config(),
    }


def config() -> Spec:
    """Return how axes and words of a chart that stands alone look."""
    axis = {"labelColor": MUTED, "titleColor": MUTED, "tickColor": RULE, "domainColor": RULE, "gridColor": RULE}
    return {
        "font": FONT,
        "view": {"stroke": None},
        "axis": {
            **axis,
            "labelFontSize": 11.5,
            "titleFontSize": 11.5,
            "titleFontWeight": 400,
            "labelPadding": 5,
            "gridOpacity": 0.6,
        },
        "text": {"fontSize": 11, "color": INK},
        "legend": {"labelColor": MUTED, "titleColor": MUTED, "labelFontSize": 11, "titleFontWeight": 400},
    }


def width_of(words: Iterable[str]) -> int:
    """Return about how wide the widest of some words is, in pixels, with the room before the plot."""
    return round(max((len(each) for each in words), default=0) * _LABEL_LETTER) + 8


def write_chart(spec: Spec, file: Path, wording: Wording) -> None:
    """Write a chart as its file's ending asks: SVG, PNG or the Vega-Lite specification; raises ``UsageError`` for any other."""
    content = drawn_as(spec, file.name, wording)
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
    except OSError as fault:
        raise UsageError(
            f"the file can't be written: {fault.strerror}", where=str(file), hint="choose another place"
        ) from None


def drawn_as(spec: Spec, name: str, wording: Wording) -> bytes:
    """Return a chart as the bytes of a file of this name; raises ``UsageError`` for an ending that is none of ``ENDINGS``."""
    ending = next((each for each in ENDINGS if name.lower().endswith(each)), None)
    if ending is None:
        raise UsageError("a chart can't be written under this name", where=name, hint=f"end it in {', '.join(ENDINGS)}")
    resolved = resolve(spec)
    if ending == ".vl.json":
        return (json.dumps(resolved, ensure_ascii=False, indent=1) + "\n").encode()
    import vl_convert  # slow to import, and most commands draw nothing

    options: Mapping[str, Any] = {"format_locale": number_format(wording), "allowed_base_urls": []}
    if ending == ".svg":
        return str(vl_convert.vegalite_to_svg(resolved, **options)).encode()
    return bytes(vl_convert.vegalite_to_png(resolved, scale=SCALE, **options))


def resolve(spec: Spec) -> Spec:
    """Return a specification whose colours are plain: ``var(--ink, #1d1b18)`` becomes ``#1d1b18``."""
    plain: Spec = json.loads(_VARIABLE.sub(r"\1", json.dumps(spec)))
    return plain


def _title(frame: Frame, width: float, left: float) -> Spec:
    return {
        "text": textwrap.wrap(shown(frame.title), max(24, int(width / _TITLE_LETTER)), break_on_hyphens=False),
        "subtitle": textwrap.wrap(shown(frame.subtitle), max(30, int(width / _LETTER))),
        "anchor": "start",
        "frame": "group",
        "dx": -left,
        "color": INK,
        "fontSize": 16,
        "lineHeight": 20,
        "subtitleColor": MUTED,
        "subtitleFontSize": 12,
        "subtitleLineHeight": 16,
        "subtitlePadding": 5,
        "offset": 16,
    }
