"""An answer file as an Excel workbook, in the language that is active: aggregates only, small numbers hidden as in the file."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import get_language

from panoh.assessment.models import AnswerFile
from panoh.assessment.queries.answers.files import whole_of
from panoh.assessment.rules.answers.rows import rows
from panoh.exchange.writing import workbook
from panoh.registry import access, ledger
from panoh.registry.acts import act
from panoh.registry.models import Officer


@act
def take_answers(*, file: AnswerFile, by: Officer, at: datetime) -> bytes:
    """Every value of the file, one a row. That it was taken out stands in the ledger."""
    access.require(by, access.Act.SEE_FIGURES)
    made = workbook(rows(whole_of(file, now=at), (get_language() or "en")[:2]))
    ledger.write(act="take_answers", by=by, at=at, subject=f"answer_file:{file.pk}")
    return made
