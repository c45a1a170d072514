"""Papers as PDF that can be read aloud (PDF/UA): a title, sections, and on every page who printed it and when.

What is said comes from officers and people and is handed over as data, so that no text is ever read as markup. Fonts come
with the typesetter and hold Tajik and Persian letters; nothing of the system is used.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from datetime import datetime
from pathlib import Path

import typst
from django.conf import settings
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from panoh.registry.models import Officer
from panoh.registry.queries.installation import is_demonstration
from panoh.registry.wording import day_and_time


@dataclass(frozen=True)
class Entry:
    """One line of a list: when, of what kind, what, and by whom."""

    said: str
    when: str = ""
    mark: str = ""
    by: str = ""


@dataclass(frozen=True)
class Table:
    """Rows under their heads, the first column naming the row. `bars` draws each row's share of the longest bar, 0 to 1,
    beside its number, which is said in the row as well; a row without one has None."""

    caption: str
    head: Sequence[str]
    rows: Sequence[Sequence[str]]
    bars: Sequence[float | None] = ()


@dataclass(frozen=True)
class Section:
    heading: str
    paragraphs: Sequence[str] = ()
    facts: Sequence[tuple[str, str]] = ()
    entries: Sequence[Entry] = ()
    tables: Sequence[Table] = ()


@dataclass(frozen=True)
class Paper:
    """`marks` stand on every page: a draft, a provisional wording. `issuer` is whose paper it is."""

    title: str
    issuer: str
    sections: Sequence[Section]
    lead: str = ""
    marks: Sequence[str] = field(default_factory=tuple)


def as_pdf(paper: Paper, *, by: Officer, at: datetime) -> bytes:
    """In the language that is active; the paper of a demonstration says so on every page."""
    invented = is_demonstration()
    marks = [*paper.marks, *([_("Demonstration: every person is invented")] if invented else [])]
    data = {**asdict(paper), "marks": marks, "language": (get_language() or "en")[:2], "printed": _printed(by, at)}
    template = Path(settings.PAPERS) / "paper.typ"
    made = typst.compile(
        str(template),
        root=str(template.parent),
        sys_inputs={"data": json.dumps(data, ensure_ascii=False)},
        ignore_system_fonts=True,
        pdf_standards="ua-1",
        timestamp=int(at.timestamp()),
    )
    return bytes(made)


def _printed(by: Officer, at: datetime) -> str:
    """By name: who took a paper out of the house answers for it."""
    said = {"officer": by.name, "post": by.post, "desk": by.desk, "at": day_and_time(at)}
    return _("Printed by %(officer)s, %(post)s, %(desk)s, on %(at)s") % said
