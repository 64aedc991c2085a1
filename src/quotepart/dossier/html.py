"""The dossier as one HTML file that asks for nothing else: style, icons and charts stand inside it."""

from __future__ import annotations

from base64 import b64encode
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from quotepart.dossier.dossier import VERDICTS, Dossier
from quotepart.dossier.safe import shown
from quotepart.dossier.views import view_page
from quotepart.wording.wording import Wording, find_wording

TEMPLATES = Path(__file__).parent / "templates"


def build_dossier(dossier: Dossier, *, language: str) -> str:
    """Return the dossier as one self-contained HTML page in ``language``.

    Everything from documents is escaped, no script runs and no request leaves the file: its own security policy forbids both.
    Raises ``LanguageError`` for a language Quotepart can't write.
    """
    wording = find_wording(language)
    return fill_page("page", language, page=view_page(dossier, wording), verdicts=VERDICTS)


def fill_page(template: str, language: str, **values: object) -> str:
    """Return a page: the template of this name filled with ``values``, in the common style and its own where it has one.

    Everything is escaped, no script runs and no request leaves the file.
    """
    own = TEMPLATES / f"{template}.css"
    rules = read_style() + (own.read_text(encoding="utf-8") if own.exists() else "")
    return (
        environment_of(language)
        .get_template(f"{template}.html.j2")
        .render(
            lang=language,
            style=Markup(rules),  # our own files: they must reach the browser as they are, or their hash would not hold
            style_hash=hash_of(rules),
            **values,
        )
    )


@lru_cache
def read_style() -> str:
    """Return the style sheet of the page."""
    return (TEMPLATES / "dossier.css").read_text(encoding="utf-8")


def hash_of(style: str) -> str:
    """Return the hash by which a security policy allows one style sheet and no other."""
    return "sha256-" + b64encode(sha256(style.encode("utf-8")).digest()).decode("ascii")


def coded(text: str) -> Markup:
    """Return text with what stands between backticks as code.

    >>> coded("use `quotepart <x>`")
    Markup('use <code>quotepart &lt;x&gt;</code>')
    """
    parts = shown(text).split("`")
    if len(parts) % 2 == 0:
        return escape(shown(text))
    return Markup().join(
        Markup("<code>{}</code>").format(part) if n % 2 else escape(part) for n, part in enumerate(parts)
    )


@lru_cache
def environment_of(language: str) -> Environment:
    """Return what fills in the templates in a language: everything is escaped and fit to show, nothing may be missing."""
    wording: Wording = find_wording(language)
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_fit,
    )
    environment.globals["say"] = wording.say
    environment.filters["written"] = wording.write
    environment.filters["coded"] = coded
    environment.filters["counted"] = wording.count
    return environment


def _fit(value: object) -> object:
    """What strangers wrote is made fit to show wherever it is put in."""
    return shown(value) if isinstance(value, str) and not isinstance(value, Markup) else value
