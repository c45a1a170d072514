"""The catalogues of Panoh's own wording: every translatable string of code and pages, in each language of the pages.

Extraction needs no tool outside Python: templates are turned into code by Django, code is read by Babel.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from functools import cache
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from django.utils.translation.template import templatize

PACKAGE = Path(__file__).resolve().parent.parent
LOCALE = PACKAGE / "web" / "locale"
LANGUAGES = ("ru", "tg")
_NO_DAY = datetime(1970, 1, 1, tzinfo=UTC)
_KEYWORDS = {
    "gettext": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
    "_": None,
}


@cache
def strings() -> Catalog:
    """Every translatable string with the files it stands in, read once: code does not change under a running process."""
    found = Catalog(project="Panoh", charset="utf-8", fuzzy=False)
    for path in sorted(PACKAGE.rglob("*.py")) + sorted(PACKAGE.rglob("*.html")):
        name = str(path.relative_to(PACKAGE.parent))
        for message, context in _messages(path):
            found.add(message, None, [(name, 0)], context=context)
    return found


def updated(language: str) -> Catalog:
    """The language's catalogue with today's strings: translations kept, strings that went left out."""
    path = catalogue_file(language)
    if not path.exists():
        catalogue = Catalog(locale=language, project="Panoh", charset="utf-8", fuzzy=False)
    else:
        with path.open("rb") as file:
            catalogue = read_po(file, locale=language)
    catalogue.update(strings(), no_fuzzy_matching=True)
    catalogue.obsolete.clear()
    return catalogue


def untranslated(language: str) -> list[str]:
    """Strings that still show in English to readers of `language`."""
    return [_first(message.id) for message in updated(language) if message.id and not _said(message.string)]


def write(language: str) -> None:
    """Write the catalogue (for translators) and its compiled form (for the running product)."""
    catalogue = updated(language)
    path = catalogue_file(language)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(_as_po(catalogue))
    path.with_suffix(".mo").write_bytes(_as_mo(catalogue))


def stale(language: str) -> bool:
    """Whether strings or translations changed since the catalogue was written and compiled; false where none was begun."""
    path = catalogue_file(language)
    if not path.exists():
        return False
    catalogue, compiled = updated(language), path.with_suffix(".mo")
    return path.read_bytes() != _as_po(catalogue) or not compiled.exists() or compiled.read_bytes() != _as_mo(catalogue)


def catalogue_file(language: str) -> Path:
    return LOCALE / language / "LC_MESSAGES" / "django.po"


def _messages(path: Path) -> Iterator[tuple[str | tuple[str, ...], str | None]]:
    text = path.read_text(encoding="utf-8")
    code = templatize(text, origin=str(path)) if path.suffix == ".html" else text
    for _line, message, _comments, context in extract("python", BytesIO(code.encode()), keywords=_KEYWORDS):
        if message:
            yield message, context


def _as_po(catalogue: Catalog) -> bytes:
    buffer = BytesIO()
    catalogue.header_comment = "# Wording of Panoh. Drafts until a native reader has gone through them."
    write_po(buffer, catalogue, width=0, sort_output=True, no_location=True)
    return b"\n".join(line for line in buffer.getvalue().split(b"\n") if not line.startswith(b'"POT-Creation-Date'))


def _as_mo(catalogue: Catalog) -> bytes:
    catalogue.creation_date = _NO_DAY  # the same wording compiles to the same bytes on every day
    buffer = BytesIO()
    write_mo(buffer, catalogue)
    return buffer.getvalue()


def _first(message: str | tuple[str, ...] | list[str]) -> str:
    return message if isinstance(message, str) else message[0]


def _said(translation: str | tuple[str, ...] | list[str] | None) -> bool:
    return bool(translation) if isinstance(translation, str) else bool(translation) and all(translation or ())
