"""From a chart's specification to SVG that may stand inside a page."""

from __future__ import annotations

import json
import re
from functools import lru_cache
from typing import Any

from quotepart.dossier.safe import shown
from quotepart.wording.wording import Wording


def draw_svg(spec: dict[str, Any], wording: Wording, *, id: str, title: str, description: str) -> str:
    """Return the chart as an ``<svg>`` element with a title and description that a screen reader speaks.

    ``id`` must be unique in the page. Equal specifications are drawn once.
    """
    drawn = _draw(json.dumps(spec, sort_keys=True), json.dumps(number_format(wording)))
    inner = drawn[drawn.index(">") + 1 :]
    box = re.search(r'viewBox="([\d. -]+)"', drawn)
    names = f'<title id="{id}-title">{escape_xml(title)}</title><desc id="{id}-desc">{escape_xml(description)}</desc>'
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="{id}-title" aria-describedby="{id}-desc"'
    )
    return f'{head} viewBox="{box.group(1) if box else "0 0 480 240"}">{names}{inner}'


def escape_xml(text: str) -> str:
    """Return ``text`` safe as XML character data or in a double-quoted attribute."""
    return shown(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")


def number_format(wording: Wording) -> dict[str, Any]:
    """Return how the axis writes numbers, in the terms of d3-format."""
    rules = wording.rules
    return {"decimal": rules["decimal"], "thousands": rules["thousands"], "grouping": [3], "currency": ["", ""]}


@lru_cache(maxsize=512)
def _draw(spec: str, number_format: str) -> str:
    import vl_convert  # slow to import, and a dossier without charts needs none

    return str(vl_convert.vegalite_to_svg(spec, format_locale=json.loads(number_format), allowed_base_urls=[]))
