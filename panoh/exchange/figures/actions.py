"""Taking figures out of the house as a file: exact figures, so that who took which stands in the ledger."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from django.utils.translation import gettext_lazy as _

from panoh.exchange.figures.files import FORMS
from panoh.registry import access, ledger
from panoh.registry.acts import act
from panoh.registry.models import Officer
from panoh.registry.refusals import Refused
from panoh.statistics.queries.sheet import sheet_in_words
from panoh.statistics.rules.periods import Period


@act
def take_out_figures(*, form: str, period: Period, by: Officer, at: datetime) -> Iterable[bytes]:
    """The counting is done here and now; what is streamed afterwards asks the database nothing more."""
    access.require(by, access.Act.SEE_FIGURES)
    if form not in FORMS:
        raise Refused(
            _("Figures are not written in this form."),
            _("Choose one of %(forms)s.") % {"forms": ", ".join(FORMS)},
        )
    said = sheet_in_words(by, period=period, now=at)
    ledger.write(act="take_out_figures", by=by, at=at, subject=f"sheet:{period.kind}.{period.year}", form=form)
    return FORMS[form](said)
