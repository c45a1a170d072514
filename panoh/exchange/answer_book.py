"""An answer file as an Excel workbook, in the language that is active: aggregates only, small numbers hidden as in the file."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from datetime import datetime

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from panoh.assessment.actions.answers.papers import answer_paper
from panoh.assessment.models import AnswerFile
from panoh.assessment.queries.answers.files import whole_of
from panoh.assessment.rules.answers.rows import rows
from panoh.exchange.writing import write_book
from panoh.registry import access, ledger
from panoh.registry.acts import act
from panoh.registry.models import Officer


@act
def take_answers(*, file: AnswerFile, by: Officer, at: datetime) -> bytes:
    """What the file is and who signed it, as on its paper, then every value, one a row. That it was taken out stands in the
    ledger."""
    access.require(by, access.Act.SEE_FIGURES)
    values = rows(whole_of(file, now=at), (get_language() or "en")[:2])
    made = io.BytesIO()
    write_book(made, {_("What this is"): _about(file, at), "Panoh": values})
    ledger.write(act="take_answers", by=by, at=at, subject=f"answer_file:{file.pk}")
    return made.getvalue()


def _about(file: AnswerFile, at: datetime) -> Iterator[Sequence[str]]:
    """The head of the paper, so that no table goes out without it: what it is, of which days, both signatures and the hash."""
    paper = answer_paper(file, at=at)
    for words in (paper.title, paper.lead, *paper.marks, *paper.sections[0].paragraphs):
        yield (words,)
    yield from paper.sections[0].facts
